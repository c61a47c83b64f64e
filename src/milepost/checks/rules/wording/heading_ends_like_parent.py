"""A heading ends in the same words as the heading above it.

## 查什么
下一级标题的末句与上一级标题的末句相同，而前半句不同；两个标题完全相同的不查。

## 为什么要紧
上下级标题说的是同一句话，层次不清：这一章究竟是全篇，还是其中一部分。

## What it checks
The last clause of a heading is that of the heading above it, while the rest differs. Headings that are wholly alike
are left alone.

## Why it matters
It is unclear whether the chapter is a part of the whole or the whole again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.model import Section

LAST = re.compile(r"[，,;；]\s*(?P<last>[^，,;；]{6,})$")

RULE = Rule(
    code="WO34",
    name="heading-ends-like-parent",
    severity="info",
    title=Words("标题与上级标题雷同", "a heading ends like the one above it"),
    advice=Words("改写其中一个标题，使层次分明。", "Reword one of the two."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Headings and their parents with one last clause."""
    for section in inspection.plan.sections:
        parent = inspection.sections.get(section.parent or "")
        if parent is None or parent.title == section.title:
            continue
        ends = [LAST.search(each.title) for each in (parent, section)]
        if ends[0] is None or ends[1] is None or ends[0]["last"] != ends[1]["last"]:
            continue
        places = [_end_of(inspection, each, ends[0]["last"]) for each in (parent, section)]
        last = ends[0]["last"]
        yield Fault(Words(f"上下级标题末句都是“{inner(last)}”", f"both headings end in {quoted(last)}"), tuple(places))


def _end_of(inspection: Inspection, section: Section, last: str) -> Span:
    """Where the last clause stands in a heading; the heading itself where it is written otherwise there."""
    start = inspection.text.find(last, section.span.start, section.span.end)
    return section.span if start < 0 else Span(start, start + len(last))


FINDS = [
    "第一篇  建设试验区，⟦打造区域发展的重要支点⟧\n第一章  推进核心区建设，⟦打造区域发展的重要支点⟧\n抓好落实。\n",
]
PASSES = [
    "第一篇  建设试验区，打造区域发展的重要支点\n第一章  推进核心区建设\n抓好落实。\n",
    "第一篇  加强文化建设\n第一章  加强文化建设\n抓好落实。\n",
]
