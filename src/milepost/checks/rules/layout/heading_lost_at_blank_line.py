"""A blank line inside a section stands where elsewhere a heading follows.

## 查什么
全文只在标题前空行（或加目录书签），正文中间却有一处同样的空行，或者目录书签之后没有标题，其后直接是正文。

## 为什么要紧
这里原来很可能有一个标题；标题丢失后，下面的内容被并入上一节，而序号上看不出来（例如丢的是最后一节）。

## What it checks
In a document that leaves a line blank before headings and nowhere else, a blank line between two paragraphs; or a mark
of the table of contents with nothing behind it.

## Why it matters
A heading seems to have stood there. Where it was the last of its chapter the numbers do not show the loss, and what
stood under it now belongs to the section before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from milepost.checks.contents import contents_span
from milepost.checks.inspection import Inspection
from milepost.checks.lost_headings import gaps
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.text_lines import TextLine, text_lines
from milepost.kernel.span import Span
from milepost.plans.paragraphs import BLANKS, TAG

RULE = Rule(
    code="LA42",
    name="heading-lost-at-blank-line",
    severity="warning",
    title=Words("空行处疑缺标题", "a heading may be lost at a blank line"),
    advice=Words("核对此处是否丢失标题。", "Check whether a heading is lost here."),
    remedy="correct",
    parameters=(
        Parameter(
            "most", 2, 1, 50, Words("超过此数视为体例，不再报告", "the largest number that is no habit of the layout")
        ),
    ),
)
_FEWEST = 5
_USUAL = 0.15
_SHORTEST = 20
_SHOWN = 14
_ALONE = re.compile(rf"(?m)^(?:[{BLANKS}]|{TAG})*\[bookmark: ?_Toc[^\]\n]{{0,60}}\](?:[{BLANKS}]|{TAG})*$")


def check(inspection: Inspection) -> Iterator[Fault]:
    """The first words behind each such line, and marks of the contents that stand alone."""
    text = inspection.text
    contents = contents_span(inspection)
    lines = [line for line in text_lines(inspection) if not contents.contains(line.span)]
    spaced = [behind for before, behind in pairwise(lines) if "\n\n" in text[before.line.end : behind.line.start]]
    headed = sum(line.kind == "heading" for line in spaced)
    headings = sum(line.kind == "heading" for line in lines)
    after = {behind.span.start: before for before, behind in pairwise(lines)}
    lost = [line for line in spaced if _is_paragraph(text, line) and after[line.span.start].kind in ("text", "box")]
    told = [gap.places for gap in gaps(inspection)]
    if headed >= max(_FEWEST, _USUAL * headings) and 0 < len(lost) <= inspection.parameter(RULE, "most"):
        for line in lost:
            # A number that is missing around the place tells the same.
            if not any(places[0].start < line.span.start < places[-1].end for places in told):
                yield _fault(text, Span(line.span.start, min(line.span.end, line.span.start + _SHOWN)))
    for mark in _ALONE.finditer(text):
        yield _fault(text, Span(*mark.span()))


def _is_paragraph(text: str, line: TextLine) -> bool:
    """Whether a line is running text, and no list, caption or rule."""
    return (
        line.kind == "text" and line.title is None and line.span.length >= _SHORTEST and text[line.span.start].isalnum()
    )


def _fault(text: str, place: Span) -> Fault:
    words = place.of(text).strip()
    return Fault(Words(f"“{inner(words)}”处疑缺标题", f"a heading seems to be missing at {quoted(words)}"), (place,))


FINDS = [
    (
        "青禾市规划\n\n第一章  农业\n稳粮。\n\n第二章  工业\n提质。\n\n第三章  旅游\n做强。\n\n第四章  教育\n"
        "优先。\n\n第五章  卫生\n健全。\n\n⟦大力发展群众体育，改善场地设⟧施，办好各级运动会。\n"
    ),
    "[bookmark: _Toc1]第一章  农业\n稳粮优菜。\n⟦[bookmark: _Toc2]⟧\n提质增效，做强做优。\n",
    (
        "Plan of Northfield\n\nChapter 1 Farms\nWe sow.\n\nChapter 2 Works\nWe build.\n\nChapter 3 Schools\n"
        "We teach.\n\nChapter 4 Health\nWe heal.\n\nChapter 5 Roads\nWe pave.\n\n"
        "⟦Sports grounds⟧ are laid out in every ward.\n"
    ),
]
PASSES = [
    (
        "青禾市规划\n\n第一章  农业\n稳粮。\n\n第二章  工业\n提质。\n\n第三章  旅游\n做强。\n\n第四章  教育\n"
        "优先。\n\n第五章  卫生\n健全。\n"
    ),
    (
        "青禾市规划\n\n第一章  农业\n\n稳粮优菜，提高产量，改善品质，降低成本。\n\n"
        "增加收入，壮大集体经济，美化乡村环境。\n\n第二章  工业\n\n提质增效。\n"
    ),
]
