"""A heading's number does not fit the order of its like.

## 查什么
同级标题的序号前后颠倒，或者某个序号与前后两个都接不上（如第三章、第八章、第五章），而并非缺号。

## 为什么要紧
序号错乱说明标题被误改或移动过，读者无法判断内容是否齐全、引用指向何处。

## What it checks
Numbers of headings of one level run backwards, or one of them fits neither the number before nor the one behind,
without any being missing.

## Why it matters
A number out of order shows that a heading was altered or moved; nobody can tell whether the text is complete.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.lost_headings import is_jump
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.numbering import breaks
from milepost.checks.outline import series
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA03",
    name="number-out-of-order",
    severity="error",
    title=Words("标题序号错乱", "a heading's number is out of order"),
    advice=Words("核对标题顺序，按先后重新编号。", "Check the order of the headings and number them as they stand."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The heading whose number does not fit, and the one that it disagrees with."""
    for each in series(inspection):
        for found in breaks([item.number for item in each.items], each.start):
            if found.kind != "disorder" and not is_jump(found):
                continue
            wrong = each.items[found.at]
            other = None if found.other is None else each.items[found.other]
            due_zh = f"，按顺序应为{found.due}" if found.due else ""
            due_en = f"; by its place it should be {found.due}" if found.due else ""
            after_zh = f"与“{inner(other.title)}”（{other.number}）的顺序不符" if other else "作为第一个标题不是1"
            after_en = f"does not fit {quoted(other.title)} ({other.number})" if other else "comes first and is not 1"
            message = Words(
                f"“{inner(wrong.title)}”的序号{wrong.number}{after_zh}{due_zh}",
                f"number {wrong.number} of {quoted(wrong.title)} {after_en}{due_en}",
            )
            yield Fault(message, tuple(sorted({wrong.span, *([other.span] if other else [])})))


FINDS = [
    (
        "第一章  总体要求\n坚持稳中求进。\n⟦第二章  主要任务⟧\n抓好落实。\n⟦第八章  重点项目⟧\n加快建设。\n"
        "第四章  保障措施\n加强领导。\n"
    ),
    (
        "第一章  总体要求\n坚持稳中求进。\n⟦第三章  主要任务⟧\n抓好落实。\n⟦第二章  重点项目⟧\n加快建设。\n"
        "第四章  保障措施\n加强领导。\n"
    ),
    (
        "Chapter 1 Aims\nWe begin.\n⟦Chapter 2 Tasks⟧\nWe go on.\n⟦Chapter 9 Means⟧\nWe pay.\nChapter 4 Review\n"
        "We look.\n"
    ),
]
PASSES = [
    "第一章  总体要求\n坚持稳中求进。\n第二章  主要任务\n抓好落实。\n第三章  重点项目\n加快建设。\n",
    "第一章  总体要求\n坚持稳中求进。\n第三章  主要任务\n抓好落实。\n第四章  重点项目\n加快建设。\n",
]
