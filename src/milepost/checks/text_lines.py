"""Which lines of a plan are running text, headings or lines of a box; tables are left aside."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from milepost.checks.inspection import Inspection
from milepost.kernel.span import Span
from milepost.plans.paragraphs import paragraph_of

LineKind = Literal["heading", "box title", "box", "text"]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line outside tables. `span` is of its words, `line` with the blanks around them, `title` of its heading.

    A line that a heading runs into text on is `text`, with the heading's span as `title`.
    """

    kind: LineKind
    span: Span
    line: Span
    title: Span | None = None


def text_lines(inspection: Inspection) -> tuple[TextLine, ...]:
    """The lines with words outside tables, in order; made once for all rules."""
    return inspection.derived(_text_lines)


def _text_lines(inspection: Inspection) -> tuple[TextLine, ...]:
    plan, text = inspection.plan, inspection.text
    tables = sorted(table.span for table in plan.tables if table.span.length)
    table_starts = [span.start for span in tables]
    headings = {section.span.start: section.span for section in plan.sections}
    heading_starts = sorted(headings)
    boxes = sorted((box.span.start, box.span, max(box.span.end, box.body.end)) for box in plan.boxes)
    box_starts = [start for start, _, _ in boxes]
    found: list[TextLine] = []
    for line in inspection.lines:
        at = bisect_right(table_starts, line.start) - 1
        if not line.length or (at >= 0 and line.start < tables[at].end):
            continue
        paragraph = paragraph_of(text, line, None, 0)
        if paragraph is None:
            continue
        span = Span(paragraph.start, paragraph.end)
        # Of several headings on one line the last is the one that text may follow.
        place = bisect_right(heading_starts, line.end) - 1
        title = headings[heading_starts[place]] if place >= 0 else None
        if title is not None and title.start >= line.start:
            found.append(TextLine("heading" if title.end >= span.end else "text", span, line, title))
            continue
        near = bisect_right(box_starts, span.start) - 1
        if near >= 0 and boxes[near][1].start == span.start:
            found.append(TextLine("box title", span, line, boxes[near][1]))
        else:
            inside = near >= 0 and span.start < boxes[near][2]
            found.append(TextLine("box" if inside else "text", span, line))
    return tuple(found)
