"""The outline asks for the outline to be drawn up: words taken over from the proposals that came before it.

## 查什么
规划纲要正文要求“制定……规划纲要”，而本文件就是这一纲要。多为从党委“建议”中照搬的表述。

## 为什么要紧
“建议”是要求编制纲要的文件，纲要照搬就成了要求编制自己，读者会以为另有一份纲要。

## What it checks
The outline orders the outline of the same level to be drawn up. Such words come from the proposals, which do ask for
the outline.

## Why it matters
An outline that orders itself to be written makes readers look for another one.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="CV16",
    name="outline-orders-itself",
    severity="warning",
    title=Words("纲要要求编制自己", "the outline orders itself to be drawn up"),
    advice=Words(
        "改为“以本纲要为统领，编制专项规划”等表述。",
        "Ask for the special plans under this outline instead.",
    ),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Orders to draw up the outline, in a document that is one by its own title."""
    if not inspection.words.coverage.outline_title.search(inspection.plan.document.title):
        return
    for match in inspection.words.coverage.own_outline.finditer(inspection.folded):
        section = inspection.section_at(match.start())
        if section is None or section.id in inspection.past:
            continue
        place = Span(match.start(), match.end())
        said = place.of(inspection.text)
        message = Words(
            f"本文件就是规划纲要，正文却要求“{inner(said)}”",
            f"this document is the outline, and yet it says {quoted(said)}",
        )
        yield Fault(message, (place,))


FINDS = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n\n## 第一章  发展农业\n\n抓好粮食生产。\n\n## 第二章  规划实施\n\n"
        "⟦制定全市“十四五”规划纲要⟧和专项规划，形成统一衔接的规划体系。\n"
    ),
]
PASSES = [
    "# 青禾市“十四五”规划纲要（2021—2025年）\n\n## 第一章  规划实施\n\n各县（市）编制本级规划纲要和专项规划。\n",
    "# 中共青禾市委关于制定“十四五”规划的建议\n\n## 第一章  规划实施\n\n制定全市“十四五”规划纲要和专项规划。\n",
]
