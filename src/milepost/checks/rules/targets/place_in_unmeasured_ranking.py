"""The plan aims at a place in a ranking that nobody measures.

## 查什么
“成为……最佳的地区”“建成全国第一……”：以最高级或名次表述的目标，没有说明按什么排名、与谁相比。

## 为什么要紧
没有排名就没有输赢，目标既不能证实，也不能证伪。

## What it checks
A goal worded as a superlative or a rank ("become the best place for…") without saying by which ranking.

## Why it matters
Without a ranking it can be neither proved nor refuted.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="TA31",
    name="place-in-unmeasured-ranking",
    severity="info",
    title=Words("无从衡量的名次目标", "a goal is a place in a ranking that nobody measures"),
    advice=Words(
        "注明依据的评价或排名，或改为可计量的目标。", "Name the ranking it rests on, or put a measurable goal instead."
    ),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The words on the place."""
    for found in inspection.words.targets.superlative.finditer(inspection.folded):
        section = inspection.section_at(found.start())
        if section is not None and section.id in inspection.past:
            continue
        what = found["what"].strip()
        yield Fault(
            Words(f"“{inner(what)}”没有衡量依据", f"nothing says by what {quoted(what)} is measured"),
            (Span(*found.span()),),
        )


FINDS = [
    """\
第一章  环境
把青禾市⟦打造成为投资环境最佳地区⟧。
""",
    """\
Chapter 1 Vision
Northfield will ⟦become the best place to invest in the country⟧.
""",
]
PASSES = [
    """\
第一章  文化
把青禾市建设成为在全省具有较大影响的文化地区。
""",
    """\
第一章  环境
到2025年，营商环境评价进入全省前三位。
""",
    """\
第一章  环境
打造最便捷的服务窗口。
""",
]
