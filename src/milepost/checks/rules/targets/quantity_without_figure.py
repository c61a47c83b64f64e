"""A quantity that statistics measure is to rise or fall, and no figure is given.

## 查什么
“……率大幅提高”“稳步提高……比重”“保持投资合理增长”：对统计上可计量的数量，只说增减快慢，不给数值，规划别处也没有该数量的定量目标。

## 为什么要紧
“大幅”“明显”“合理”没有尺度，事后怎么说都行；能计量的数量，应写数值。

## What it checks
A quantity that statistics measure (a rate, a share, a total) is to "rise markedly" or "grow reasonably" without a
figure, and the plan gives none elsewhere.

## Why it matters
"Markedly" has no measure: afterwards anything may be said. What can be measured should have a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.goals import goals
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="TA30",
    name="quantity-without-figure",
    severity="info",
    title=Words("可计量的目标没有数值", "a measurable goal has no figure"),
    advice=Words("给出基期值和目标值。", "Give the present value and the value aimed at."),
    remedy="note",
)
_FIGURE = re.compile(r"\d\s*[%‰]")
_ENDS = ",;。.;\\n"  # a figure further on is another's
_LONGEST_NAME = 40  # characters before the noun


def check(inspection: Inspection) -> Iterator[Fault]:
    """The words on the quantity and its change."""
    numbered = {goal.name for goal in inspection.derived(goals) if goal.target.value is not None}
    for found in inspection.words.targets.unmeasured.finditer(inspection.folded):
        place, what = _quantity(found, inspection)
        section = inspection.section_at(found.start())
        if section is not None and section.id in inspection.past:
            continue
        sentence = inspection.sentence_at(found.start())
        if _FIGURE.search(inspection.folded, found.end(), max(found.end(), sentence.end)):
            continue  # what follows in the sentence spells it out
        if any(what in name or name in what for name in numbered) or _has_figure(what, inspection):
            continue
        said = place.of(inspection.text)
        yield Fault(
            Words(
                f"“{inner(what)}”可以计量，只说“{inner(said)}”，没有数值",
                f"{quoted(what)} can be measured, and has no figure: {quoted(said)}",
            ),
            (place,),
        )


def _quantity(found: re.Match[str], inspection: Inspection) -> tuple[Span, str]:
    """What is said, from the name of the quantity on, and the name."""
    if not found["noun"]:
        return Span(*found.span()), next(group for group in found.groups() if group)
    before = inspection.words.targets.name_before.search(
        inspection.folded, max(0, found.start() - _LONGEST_NAME), found.start()
    )
    start = before.start() if before else found.start()
    return Span(start, found.end()), inspection.text[start : found.end("noun")]


def _has_figure(what: str, inspection: Inspection) -> bool:
    """Whether the plan gives a figure for the quantity somewhere, also under its longer name (…增加值占…比重)."""
    share = inspection.words.targets.share
    tail = next((found for found in share.finditer(what) if found.end() == len(what)), None)
    if tail is None or tail.start() == 0:
        figure = rf"{re.escape(what)}[^{_ENDS}]{{0,12}}?\d"
    else:
        between = rf"[^{_ENDS}]{{0,24}}?"
        figure = rf"{re.escape(what[: tail.start()].strip())}{between}(?:{share.pattern}){between}\d"
    return re.search(figure, inspection.folded, re.IGNORECASE) is not None


FINDS = [
    """\
第一章  目标
生产方式绿色转型，⟦矿产资源利用率大幅提高⟧。
""",
    """\
Chapter 1 Targets
By 2025, ⟦the renewable energy share will significantly increase⟧.
""",
]
PASSES = [
    """\
第一章  目标
服务业增加值占地区生产总值比重提高4个百分点。
第二章  服务业
不断提高服务业比重，保持投资合理增长。
""",
    """\
第一章  目标
到2025年，矿产资源利用率提高到60%。
""",
    """\
第一章  目标
矿产资源利用率大幅提高，到2025年，矿产资源利用率达到60%以上。
""",
    """\
第一章  发展基础
“十三五”时期，矿产资源利用率大幅提高。
第二章  目标
营商环境明显改善。
""",
]
