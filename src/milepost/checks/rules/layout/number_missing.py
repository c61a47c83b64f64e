"""A part, chapter, section or numbered heading is missing from the count of its like.

## 查什么
同一层级的篇、章、节或“一、”“（一）”类标题序号不连续：中间缺号，或者第一个标题缺失。缺号处如有落入段落的标题、专栏之后直接
接正文、下级序号重新起算等迹象，一并指出。

## 为什么要紧
缺号多半是标题丢失，其后的内容会被归到前一章；引用“第几章”时也会落空。

## What it checks
The numbers of parts, chapters, sections or numbered headings under one parent leave one out, the first included. Where
the text between shows the place (a heading inside a paragraph, text that follows a box, sections that begin anew), it
is named too.

## Why it matters
A number left out is mostly a heading that was lost: what stood under it now reads as part of the chapter before, and
whoever refers to the chapter by its number finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.lost_headings import Gap, gaps
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA01",
    name="number-missing",
    severity="error",
    title=Words("标题缺号", "a heading's number is missing"),
    advice=Words("找回丢失的标题，或把其后的序号改连续。", "Restore the lost heading, or renumber those that follow."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The headings before and behind each number left out, and the place at which it seems to have been lost."""
    for gap in gaps(inspection):
        yield Fault(_message(gap, inspection.text), gap.places)


def _message(gap: Gap, text: str) -> Words:
    numbers = "、".join(map(str, gap.numbers))
    behind = " ".join(gap.behind.of(text).split())
    plain = ", ".join(map(str, gap.numbers))
    if gap.title_before is None or gap.before is None:
        return Words(
            f"“{inner(behind)}”是同级标题的第一个，缺第{numbers}个标题",
            f"{quoted(behind)} comes first: {plain} is missing",
        )
    before = " ".join(gap.before.of(text).split())
    lost = "，标题可能丢失在所标位置" if gap.lost else ""
    where = "; it seems to be lost at the place marked" if gap.lost else ""
    return Words(
        f"“{inner(before)}”之后直接是“{inner(behind)}”，缺第{numbers}个标题{lost}",
        f"after {quoted(before)} comes {quoted(behind)}: number {plain} is missing{where}",
    )


FINDS = [
    "⟦第一章  总体要求⟧\n坚持稳中求进。\n⟦第三章  主要任务⟧\n抓好落实。\n",
    "⟦Chapter 1 Foundations⟧\nWe begin.\n⟦Chapter 3 Tasks⟧\nWe go on.\n",
    "⟦第一篇  基础⟧\n⟦第二章  环境⟧\n稳步发展。\n第三章  形势\n抓住机遇。\n第二篇  任务\n第一章  农业\n抓好落实。\n",
    (
        "第一章  工业\n⟦第一节  制造业⟧\n提升制造业水平。\n专栏1：工业重点项目\n"
        "青禾市水泥厂、青禾市纺纱厂、青禾市面粉厂、青禾市酒厂。\n\n⟦积极发展商贸物流⟧，建设集散中心。\n"
        "⟦第三节  旅游业⟧\n打造精品线路。\n"
    ),
    "⟦一、总体要求⟧\n坚持稳中求进。\n⟦三、重点任务⟧\n抓好落实。\n四、保障措施\n加强领导。\n",
    "一、总体要求\n（一）思路。坚持稳中求进。\n⟦（二）原则⟧。统筹兼顾。\n⟦（四）目标⟧。全面完成。\n",
]
PASSES = [
    "第一章  总体要求\n坚持稳中求进。\n第二章  主要任务\n抓好落实。\n",
    "第一篇  基础\n第一章  现状\n稳步发展。\n第二篇  任务\n第一章  农业\n抓好落实。\n",
    (
        "第一篇  基础\n第一章  现状\n稳步发展。\n第二章  形势\n抓住机遇。\n第二篇  任务\n第三章  农业\n"
        "抓好落实。\n第三篇  保障\n第四章  组织\n加强领导。\n"
    ),
    (
        "一、总体要求\n（一）思路。坚持稳中求进。\n（二）原则。统筹兼顾。\n二、重点任务\n（三）农业。稳粮优菜。\n"
        "（四）工业。提质增效。\n"
    ),
]
