"""A bookmark of the table of contents stands before an ordinary paragraph.

## 查什么
目录书签（_Toc）不在标题前，而在普通段落前：该段落被误设为标题样式。

## 为什么要紧
更新目录时，这些段落会整段进入目录；说明文档的标题层级设置有误。

## What it checks
Marks of a table of contents before paragraphs that are no headings: these carry the style of a heading.

## Why it matters
When the table of contents is made anew, whole paragraphs appear in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import quoted
from milepost.kernel.span import Span
from milepost.plans.paragraphs import BLANKS, TAG

RULE = Rule(
    code="LA13",
    name="bookmark-on-paragraph",
    severity="info",
    title=Words("普通段落带目录书签", "a paragraph is marked for the table of contents"),
    advice=Words(
        "把这些段落改为正文样式，并更新目录。", "Give the paragraphs the style of text, and renew the contents."
    ),
    remedy="none",
)
_MARK = re.compile(rf"(?m)^(?:[{BLANKS}]|{TAG})*\[bookmark: ?_Toc[^\]\n]{{0,60}}\](?:[{BLANKS}]|{TAG})*")
_SHOWN = 14


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding that rests on the marks with the first words of each such paragraph."""
    plan, text = inspection.plan, inspection.text
    starts = sorted({each.span.start for each in plan.sections} | {each.span.start for each in plan.boxes})
    places = []
    for mark in _MARK.finditer(text):
        end = text.find("\n", mark.end())
        end = len(text) if end < 0 else end
        at = bisect_left(starts, mark.start())
        headed = at < len(starts) and starts[at] <= end
        short = end - mark.end() <= inspection.language.headings.longest_title
        stops = inspection.language.headings.stops.search(text, mark.end(), end)
        if mark.end() < end and not headed and (stops or not short):
            places.append(Span(mark.end(), min(end, mark.end() + _SHOWN)))
    if places:
        message = Words(
            f"{len(places)}个普通段落带有目录书签，如“{places[0].of(text)}……”",
            f"{len(places)} paragraphs are marked for the table of contents, such as {quoted(places[0].of(text))}",
        )
        yield Fault(message, tuple(places))


FINDS = [
    (
        "[bookmark: _Toc100]第一章  发展目标\n"
        "[bookmark: _Toc101]⟦到2025年，全市经济总量再⟧上新台阶，人民生活更加富裕。\n"
    ),
]
PASSES = [
    "[bookmark: _Toc100]第一章  发展目标\n到2025年，全市经济总量再上新台阶，人民生活更加富裕。\n",
    (
        "[bookmark: _Toc100]第一章  发展目标\n"
        "[bookmark: OLE_LINK1]到2025年，全市经济总量再上新台阶，人民生活更加富裕。\n"
    ),
]
