"""The groups inside a box are headed in different ways.

## 查什么
同一专栏中，各组项目的小标题有的另起一段、有的接在前一段中间，有的用冒号、有的用句号收尾。

## 为什么要紧
小标题埋在段落里，后面的项目会被归到前一组；分组、汇总和投资统计都会出错。

## What it checks
In one box some groups begin a paragraph of their own while others stand in the middle of one, or some of their names
end in a colon and others in a full stop.

## Why it matters
A group that begins inside a paragraph reads as part of the group before; counts and sums by group go wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.text_lines import TextLine, text_lines
from milepost.kernel.span import Span
from milepost.plans.model import Box

RULE = Rule(
    code="LA27",
    name="box-labels-mixed",
    severity="info",
    title=Words("专栏小标题体例不一", "groups inside a box are headed in different ways"),
    advice=Words(
        "每组项目另起一段，小标题用同一种标点。", "Begin each group on a line of its own, and close its name alike."
    ),
    remedy="none",
    languages=("zh",),
)
_INNER = re.compile(r"(?<=[。；])[^，。；：、（）\n]{2,14}：")
_FEWEST = 2


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding for each box: the groups' names that are set otherwise."""
    lines = [line for line in text_lines(inspection) if line.kind == "box"]
    at = 0
    for box in sorted(inspection.plan.boxes, key=lambda each: each.span):
        end = max(box.span.end, box.body.end)
        while at < len(lines) and lines[at].span.start < box.span.start:
            at += 1
        first = at
        while at < len(lines) and lines[at].span.start < end:
            at += 1
        yield from _in_box(inspection, box, lines[first:at])


def _in_box(inspection: Inspection, box: Box, lines: list[TextLine]) -> Iterator[Fault]:
    words, text = inspection.language.boxes, inspection.text
    colons, stops, within = [], [], []
    for line in lines:
        colon = words.label.match(text, line.span.start, line.span.end)
        stop = words.name_label.match(text, line.span.start, line.span.end)
        if colon:
            colons.append(Span(*colon.span()))
            # Below a name with a full stop the names with colons are those of the level below.
            within += [Span(*each.span()) for each in _INNER.finditer(text, colon.end(), line.span.end)]
        elif stop:
            stops.append(Span(*stop.span()))
    rarer = min((stops, colons), key=len)
    odd = sorted([*(rarer if colons and stops else []), *(within if len(colons) + len(stops) >= _FEWEST else [])])
    if not odd:
        return
    shown = [place.of(text) for place in odd]
    how = []
    if colons and stops:
        how.append(("有的用冒号、有的用句号", "some end in a colon, others in a full stop"))
    if within:
        how.append(("有的接在段落中间", "some stand in the middle of a paragraph"))
    how_zh, how_en = "；".join(each for each, _ in how), "; ".join(each for _, each in how)
    message = Words(
        f"“{inner(box.title)}”中各组小标题体例不一（{how_zh}）：{'、'.join(f'“{inner(each)}”' for each in shown)}",
        f"in {quoted(box.title)} the names of groups differ ({how_en}): {', '.join(map(quoted, shown))}",
    )
    yield Fault(message, tuple(odd))


FINDS = [
    (
        "第一章  基础设施\n适度超前。\n专栏1：基础设施重点项目\n"
        "电网设施：青禾变电站、白石变电站、云山变电站、河口变电站等。⟦水电项目：⟧青禾电站、白石电站、云山"
        "电站、河口电站。\n交通设施：青禾公路、白石公路、云山公路、河口公路。\n"
        "⟦水利设施。⟧青禾水库、白石水库、云山水库、河口水库。\n"
    ),
]
PASSES = [
    (
        "第一章  基础设施\n适度超前。\n专栏1：基础设施重点项目\n"
        "电网设施：青禾变电站、白石变电站、云山变电站、河口变电站。\n"
        "交通设施：青禾公路、白石公路、云山公路、河口公路。\n"
    ),
    (
        "第一章  基础设施\n适度超前。\n专栏1：基础设施重点项目\n"
        "综合交通设施。铁路方面：青禾铁路、白石铁路、云山铁路、河口铁路。公路方面：青禾公路、白石公路、云"
        "山公路、河口公路。\n"
    ),
]
