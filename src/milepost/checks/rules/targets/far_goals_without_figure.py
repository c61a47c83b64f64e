"""The long-range goals have no figure at all.

## 查什么
专写远景目标的章节里，没有一个定量目标。

## 为什么要紧
远景目标是规划期目标的方向；一个数字都没有，就看不出规划期内要走多远，也无法衔接下一个规划。

## What it checks
A section on the goals beyond the plan's end holds no quantified target.

## Why it matters
The long-range goals give the plan's targets their direction. Without a single figure nobody can tell how far the plan
should carry, or join the next one on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from milepost.checks.goals import SURE, goals
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="TA32",
    name="far-goals-without-figure",
    severity="info",
    title=Words("远景目标没有数值", "the long-range goals have no figure"),
    advice=Words("给出一两项核心指标的远景值或区间。", "Give one or two core indicators a long-range value or range."),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The heading of the section, and the first great step that it tells without a figure."""
    far_title = inspection.words.targets.far_title
    figures = [goal.places[0].start for goal in inspection.derived(goals) if goal.target.value is not None]
    # Where the goals are given at the prices of a past year, their figures may have been read as those of that year.
    figures = sorted(figures + [fact.value_span.start for fact in inspection.plan.facts if fact.confidence >= SURE])
    for section in inspection.plan.sections:
        if (
            not far_title.search(inspection.language.fold(section.title))
            or not section.body.of(inspection.text).strip()
        ):
            continue
        first = bisect_left(figures, section.body.start)
        if first == len(figures) or figures[first] >= section.body.end:
            leap = inspection.words.targets.leap.search(inspection.folded, section.body.start, section.body.end)
            yield Fault(
                Words(
                    f"“{inner(section.title)}”没有一个定量目标", f"{quoted(section.title)} holds no quantified target"
                ),
                (section.span, *([Span(*leap.span())] if leap else [])),
            )


FINDS = [
    """\
第一章  目标
到2025年，森林覆盖率达到22.5%。
⟦第二章  2035年远景目标⟧
⟦经济实力大幅跃升⟧。
""",
    """\
Chapter 1 Targets
By 2025, the literacy rate will reach 90%.
⟦Chapter 2 Long-term vision⟧
People will live better lives.
""",
]
PASSES = [
    """\
青禾市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要
第一章  目标
到2025年，森林覆盖率达到22.5%。
第二章  二〇三五年远景目标
展望2035年，基本实现现代化。按2020年价格计算，地区生产总值达到760亿元。
""",
    """\
第一章  目标
到2025年，森林覆盖率达到22.5%。
第二章  2035年远景目标
到2035年，森林覆盖率达到25%。
""",
    """\
第一章  目标
经济实力大幅跃升。
""",
]
