"""A heading announces a number of projects or tasks, and another number is listed under it.

## 查什么
标题或专栏名写“八大工程”“十项任务”等，其下编号的条目（下级标题，或逐行编号的内容）不是这个数。

## 为什么要紧
不是漏了一项，就是个数没有随内容改过来。

## What it checks
A heading or a box's title with a number of projects, tasks and the like, and another number of numbered entries (the
headings below it, or numbered lines) under it.

## Why it matters
An entry was lost, or the number was not changed with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.languages.counting_words import CountingWords

RULE = Rule(
    code="AR27",
    name="heading-unlike-count",
    severity="error",
    title=Words("标题中的个数与所列条目不符", "a heading announces another number than is listed"),
    advice=Words("补上缺少的条目，或改正标题中的个数。", "Add the entry that is missing, or correct the number."),
    remedy="correct",
    languages=("zh",),
)

_FEWEST = 3
"""Fewer entries are mostly an example or two."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Headings and titles of boxes whose number is not that of the entries below."""
    words = inspection.words.arithmetic.counting
    if words is None:
        return
    plan = inspection.plan
    below = Counter(section.parent for section in plan.sections if section.number is not None)
    for section in plan.sections:
        listed = below[section.id] or _entries(inspection, section.body, words)
        yield from _fault(inspection, section.span, section.title, listed, words)
    for box in plan.boxes:
        yield from _fault(inspection, box.span, box.title, _entries(inspection, box.body, words), words)


def _entries(inspection: Inspection, body: Span, words: CountingWords) -> int:
    """How many numbered lines there are, counting on from one; nought if they begin again or leave one out."""
    numbers = [words.number(found["number"]) for found in words.entry.finditer(inspection.folded, body.start, body.end)]
    return len(numbers) if numbers == list(range(1, len(numbers) + 1)) else 0


def _fault(
    inspection: Inspection, heading: Span, title: str, listed: int, words: CountingWords
) -> Iterator[Fault]:  # fmt: skip
    text = inspection.folded
    for found in words.announced.finditer(text, heading.start, heading.end):
        number = words.number(found["number"])
        if number is not None and listed >= _FEWEST and number != listed:
            message = Words(
                f"“{inner(title)}”说的是{number}项，其下编号的有{listed}项",
                f"{quoted(title)} announces {number}, but {listed} {'is' if listed == 1 else 'are'} numbered under it",
            )
            yield Fault(message, (Span(*found.span()),))


_BELOW = (
    "第一节 强基工程\n夯实基础。\n第二节 兴业工程\n发展产业。\n第三节 惠民工程\n改善民生。\n"
    "第二章 组织实施\n抓好落实。\n"
)
FINDS = [
    "第一章 实施⟦五大工程⟧\n" + _BELOW,
    "第一章 重点任务\n推进实施。\n专栏1 ⟦四项重点任务⟧\n1.修水库。\n2.建公路。\n3.造森林。\n4.办学校。\n5.建医院。\n",
]
PASSES = [
    "第一章 实施三大工程\n" + _BELOW,
    "第一章 统筹两个大局\n" + _BELOW,
]
