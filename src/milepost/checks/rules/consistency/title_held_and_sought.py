"""A title of honour is already held in one place and still to be won in another.

## 查什么
一处写已被命名、授予、评为某称号，另一处又把同一称号作为创建、申报的目标。

## 为什么要紧
称号已经取得，就不再是目标；若取得的是较低一级或即将复审，应当写清楚，否则任务无法评估。

## What it checks
One place says that a quoted title was awarded, another sets it as something to be created or applied for.

## Why it matters
What is held is no goal. If the award must be renewed, or a lower one is held, the plan should say so; as it stands the
task cannot be assessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="CO17",
    name="title-held-and-sought",
    severity="error",
    title=Words("称号既已取得又在创建", "a title is held and still sought"),
    advice=Words(
        "核实称号是否已取得：已取得的改为“巩固”“复审”，未取得的改正前文。",
        "Find out whether it is held: if so speak of keeping or renewing it, if not correct the first place.",
    ),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each title that is awarded in one place and sought in another."""
    words, text = inspection.words.consistency, inspection.folded
    held = {found["title"]: Span(*found.span()) for found in words.title_held.finditer(text)}
    for found in words.title_sought.finditer(text):
        place, title = Span(*found.span()), found["title"] or found["title_behind"]
        if title in held and not held[title].overlaps(place):
            message = Words(
                f"“{inner(title)}”一处写已取得，另一处仍作为创建目标",
                f"title {quoted(title)} is held in one place and sought in another",
            )
            yield Fault(message, (held[title], place))


FINDS = [
    (
        "第一章  发展基础\n青禾市⟦被命名为“北塬省全民阅读先进市”⟧。\n第二章  文化\n"
        "围绕⟦“北塬省全民阅读先进市”创建⟧，办好读书节。\n"
    ),
]
PASSES = [
    ("第一章  发展基础\n青禾市被命名为“北塬省全民阅读先进市”。\n第二章  文化\n巩固“北塬省全民阅读先进市”成果。\n"),
    "第一章  发展基础\n青禾市被命名为“全国卫生城市”。\n第二章  文明\n争创“全国文明城市”。\n",
]
