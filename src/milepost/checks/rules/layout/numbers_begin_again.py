"""Chapters or sections begin anew at 1 though no heading stands above them.

## 查什么
同一篇（章）之内，章（节）的序号数到中间又从1开始，而其间没有新的篇（章）标题。

## 为什么要紧
序号重新起算而上级标题没有出现，多半是上级标题丢失，后面的章节被归入了前一篇（章）。

## What it checks
Inside one part or chapter the numbers of chapters or sections begin again at 1 without a new heading above.

## Why it matters
It shows that the heading above was lost; what follows now reads as belonging to the part before.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.lost_headings import gaps, restarts
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA04",
    name="numbers-begin-again",
    severity="error",
    title=Words("序号无故重新起算", "numbers begin again without a heading above"),
    advice=Words("找回上级标题，或把序号接着前面编下去。", "Restore the heading above, or let the numbers run on."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The last heading before and the first one anew, unless a missing number above tells the same."""
    told = {place for gap in gaps(inspection) for place in gap.lost}
    for _, last, first in restarts(inspection):
        if first in told:
            continue
        before, behind = (" ".join(span.of(inspection.text).split()) for span in (last, first))
        message = Words(
            f"“{inner(before)}”之后序号从“{inner(behind)}”重新开始，其间没有上级标题",
            f"after {quoted(before)} the numbers begin again with {quoted(behind)}, without a heading above",
        )
        yield Fault(message, (last, first))


FINDS = [
    (
        "第一篇  基础\n第一章  现状\n稳步发展。\n⟦第二章  形势⟧\n抓住机遇。\n⟦第一章  农业⟧\n稳粮优菜。\n"
        "第二章  工业\n提质增效。\n"
    ),
    (
        "Part I Basis\nChapter 1 State\nWe are here.\n⟦Chapter 2 Outlook⟧\nWe look.\n⟦Chapter 1 Farms⟧\nWe sow.\n"
        "Chapter 2 Works\nWe build.\n"
    ),
]
PASSES = [
    "第一篇  基础\n第一章  现状\n稳步发展。\n第二章  形势\n抓住机遇。\n第二篇  任务\n第一章  农业\n稳粮优菜。\n",
    "第一篇  基础\n第一章  现状\n稳步发展。\n第二章  形势\n抓住机遇。\n第三章  农业\n稳粮优菜。\n",
]
