"""Forms that are often written by mistake: 非盈利性 for 非营利性, 防犯 for 防范."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import ahocorasick

from milepost.checks.spelling.model import Suspicion
from milepost.kernel.span import Span

CERTAIN = 0.95
# Two conjunctions in a row, one of which was to be deleted. 普及和推广, 参与和支持, 和及时处置 have one only.
CONJUNCTIONS = re.compile(
    "(?<![普涉危波顾惠触提论推企累遍殃祸旁不埃以])及和(?![田布平谐睦静顺龙硕])"
    "|(?<![参赋给授付])与和(?![田布平谐睦静顺龙硕])"
    "|和及(?![时格第早])"
)


@cache
def slips() -> ahocorasick.Automaton:
    """The forms, each with the right one."""
    automaton = ahocorasick.Automaton()
    for line in files("milepost.checks.spelling").joinpath("slips.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            wrong, right = line.split("\t")
            automaton.add_word(wrong, (wrong, right))
    automaton.make_automaton()
    return automaton


def common_slips(text: str) -> Iterator[Suspicion]:
    """Each form written by mistake, and each pair of conjunctions.

    >>> [(each.found, each.proposed) for each in common_slips("防犯化解风险，种植及和养殖")]
    [('防犯化解', '防范化解'), ('及和', '和')]
    """
    for last, (wrong, right) in slips().iter(text):
        yield Suspicion(Span(last + 1 - len(wrong), last + 1), wrong, right, "confusable", CERTAIN)
    for found in CONJUNCTIONS.finditer(text):
        yield Suspicion(Span(*found.span()), found[0], "和", "surplus", CERTAIN)
