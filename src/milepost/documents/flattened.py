"""Tables in plain text that was exported from Word: one cell a line with a tab before it, a blank line before each row.

A lone tab is an empty cell or one continued from above; lines without a tab belong to the cell before them; merged
cells stand once, so that their rows are short. A box of text framed as a table of one cell stays text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from milepost.documents.alignment import layouts
from milepost.documents.grid import Grid, is_figure, table_of
from milepost.documents.limits import MOST_CELLS, MOST_COLUMNS
from milepost.documents.merging import merged_downwards
from milepost.documents.model import Note, Table
from milepost.documents.titles import caption_above, cell_text, is_note, stripped_span, title_span
from milepost.kernel.span import Span

_LONGEST_CELL = 600  # characters; the longest cells of printed plans hold a paragraph, never a page
_BLANK_LINES = re.compile(r"(?:[ \u3000\xa0\v\f]*\n)+")
_SENTENCE = 60  # characters from which a line that ends in a full stop is a paragraph, not a cell


@dataclass(frozen=True, slots=True)
class _Row:
    """Cells between two blank lines; `gap` counts the blank lines above."""

    cells: tuple[Span, ...]
    texts: tuple[str, ...]
    gap: int


_Lines = tuple[list[int], list[int], int]
"""A row not yet looked into: where its cells start, where they end, and the blank lines above."""


def flattened_tables(text: str) -> tuple[tuple[Table, ...], tuple[Note, ...]]:
    r"""The tables that stand in `text` flattened, in order, and notes on those cut short.

    >>> text = "表1 主要指标\n\n\t名称\n\t2020年\n\n\t产量（吨）\n\t5\n\n\t面积（亩）\n\t7\n"
    >>> tables, _ = flattened_tables(text)
    >>> tables[0].height, tables[0].width, tables[0].caption.of(text)
    (3, 2, '表1 主要指标')
    """
    tables: list[Table] = []
    notes: list[Note] = []
    for run in _runs(text):
        if sum(1 for starts, _, _ in run if len(starts) > 1) < 2:
            continue
        for rows in _tables_in(text, [_row(text, *lines) for lines in run]):
            table, said = _table(text, rows)
            notes.extend(said)
            if table is not None:
                tables.append(table)
    return tuple(tables), tuple(notes)


def _runs(text: str) -> Iterator[list[_Lines]]:
    """Rows that follow one another with nothing but blank lines between them."""
    position = 0 if text.startswith("\t") else text.find("\n\t") + 1
    while text.startswith("\t", position):
        run: list[_Lines] = []
        gap = 0
        while text.startswith("\t", position) and (gap or not run):
            starts, ends, position = _cell_lines(text, position)
            run.append((starts, ends, gap))
            blank = _BLANK_LINES.match(text, position)
            gap = text.count("\n", position, blank.end()) if blank else 0
            position = blank.end() if blank else position
        yield run
        position = text.find("\n\t", max(position - 1, 0)) + 1
        if position == 0:
            return


def _cell_lines(text: str, position: int) -> tuple[list[int], list[int], int]:
    """Starts and ends of the cells of the row at `position` (a tab), and where the line behind its last one begins."""
    starts: list[int] = []
    ends: list[int] = []
    while position < len(text) and not _BLANK_LINES.match(text, position):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        if text[position] == "\t":
            starts.append(position + 1)
            ends.append(end)
        else:
            ends[-1] = end
        position = end + 1
    return starts, ends, min(position, len(text))


def _row(text: str, starts: list[int], ends: list[int], gap: int) -> _Row:
    spans = tuple(stripped_span(text, start, end) for start, end in zip(starts[:MOST_COLUMNS], ends, strict=False))
    texts = tuple(
        cell_text(span.of(text)) if span.length <= 20 * _LONGEST_CELL else "…" * _LONGEST_CELL * 2 for span in spans
    )
    return _Row(spans, texts, gap)


def _tables_in(text: str, run: list[_Row]) -> Iterator[list[_Row]]:
    """Cut a run of rows where a table's title stands in a row of its own, or a new header follows a wide gap."""
    rows: list[_Row] = []
    for row in run:
        titled = len(row.cells) == 1 and title_span(text, *row.cells[0]) is not None
        long = len(row.cells) == 1 and len(row.texts[0]) > 2 * _SENTENCE and not is_note(row.texts[0])
        if titled or long or (row.gap >= 2 and _is_new_header(row, rows)):
            yield rows
            rows = []
        if not titled and not long:
            rows.append(row)
    yield rows


def _is_new_header(row: _Row, above: list[_Row]) -> bool:
    """Whether a row behind a wide gap begins another table: no figures, and not the header above once more."""
    header = next((other for other in above if len(other.cells) > 1), None)
    if header is None or len(row.cells) < 2 or row.texts == header.texts:
        return False
    return all(row.texts) and not any(is_figure(text) for text in row.texts)


def _table(text: str, rows: list[_Row]) -> tuple[Table | None, tuple[Note, ...]]:
    first = next((index for index, row in enumerate(rows) if len(row.cells) > 1), len(rows))
    last = next((index for index in range(len(rows) - 1, -1, -1) if len(rows[index].cells) > 1), -1)
    while last + 1 < len(rows) and is_note(rows[last + 1].texts[0]):
        last += 1
    rows = rows[first : last + 1]
    if not _is_tabular(rows):
        return None, ()
    cut = sum(len(row.cells) for row in rows) > MOST_CELLS
    if cut:
        rows = rows[: MOST_CELLS // max(len(row.cells) for row in rows)]
    spread = layouts([row.texts for row in rows])
    width = max(len(row.cells) for row in rows)
    cells = merged_downwards([row.texts for row in rows], [row.cells for row in rows], spread)
    start = text.rfind("\t", 0, rows[0].cells[0].start + 1)
    span = Span(max(start, 0), max(rows[-1].cells[-1].end, rows[-1].cells[-1].start))
    return table_of(Grid(cells, len(rows), width, cut), span, caption_above(text, span.start))


def _is_tabular(rows: list[_Row]) -> bool:
    """Whether rows are a table rather than paragraphs that happen to begin with a tab."""
    if len(rows) < 2:
        return False
    counts = Counter(len(row.cells) for row in rows)
    if counts.most_common(1)[0][1] * 2 < len(rows) - 1 or max(counts) < 2:
        return False
    texts = [text for row in rows if len(row.texts) > 1 for text in row.texts]
    if any(len(text) > _LONGEST_CELL for text in texts):
        return False
    sentences = sum(1 for text in texts if len(text) > _SENTENCE / 3 and text[-1] in "。；;.!！?？")
    header = rows[0].texts
    if any(len(text) > _SENTENCE or text.endswith("。") for text in header) or not any(header):
        return False
    return sentences * 2 <= len(texts)
