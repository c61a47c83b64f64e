"""Two headings of one level have the same title.

## 查什么
同级标题文字完全相同：同一上级之下，或全文中较长的标题重复。

## 为什么要紧
多半是复制后忘了改标题，或同一内容写了两遍；引用时也分不清。

## What it checks
Headings of one level with the very same words, under one parent, or anywhere where the title is a long one.

## Why it matters
Mostly a heading was copied and not changed, or one matter is treated twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from milepost.checks.contents import plain
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.plans.model import Section

RULE = Rule(
    code="LA32",
    name="heading-repeated",
    severity="warning",
    title=Words("标题重复", "two headings have the same title"),
    advice=Words(
        "核对是否误复制，合并内容或改写标题。", "Check for a copy left unchanged; merge the text or reword the title."
    ),
    remedy="correct",
    parameters=(
        Parameter(
            "long",
            9,
            2,
            60,
            Words("不同上级下视为重复的最少字数", "the shortest title that may not come again under another parent"),
        ),
    ),
)

_TWICE = 2


def check(inspection: Inspection) -> Iterator[Fault]:
    """Both headings; titles that come again in many places are the plan of the document."""
    groups: dict[tuple[str, str], list[Section]] = {}
    for section in inspection.plan.sections:
        key = plain(section.title)
        if key:
            groups.setdefault((section.level, key), []).append(section)
    longest = inspection.parameter(RULE, "long") * (1 if inspection.language.code == "zh" else 3)
    for (_, key), group in groups.items():
        for first, second in pairwise(group):
            if first.parent == second.parent or (len(key) >= longest and len(group) == _TWICE):
                message = Words(
                    f"两个标题都是“{inner(second.title)}”", f"two headings both read {quoted(second.title)}"
                )
                yield Fault(message, (first.span, second.span))


FINDS = [
    "第一章  农业\n稳粮优菜。\n⟦第二章  工业⟧\n提质增效。\n⟦第三章  工业⟧\n做强做优。\n",
    (
        "第一篇  产业\n第一章  农业\n稳粮优菜。\n⟦第二章  推进全民健身和体育事业发展⟧\n强身健体。\n第二篇  民生\n"
        "⟦第一章  推进全民健身和体育事业发展⟧\n强身健体。\n"
    ),
    "Chapter 1 Farms\nWe sow.\n⟦Chapter 2 Works⟧\nWe build.\n⟦Chapter 3 Works⟧\nWe teach.\n",
]
PASSES = [
    "第一篇  农业\n第一章  总体要求\n稳粮优菜。\n第二篇  工业\n第一章  总体要求\n提质增效。\n",
    (
        "Chapter 1 Farms\nSection 1 Expected outcomes and indicators\nWe sow.\nChapter 2 Works\n"
        "Section 1 Expected outcomes and indicators\nWe build.\nChapter 3 Schools\n"
        "Section 1 Expected outcomes and indicators\nWe teach.\n"
    ),
    "第一篇  加强国防和军队建设\n第一章  加强国防和军队建设\n强军兴军。\n",
]
