"""Tables in plain text that lost all rules and tabs: under a title every cell stands on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from milepost.documents.grid import LooseCell, placed, table_of
from milepost.documents.limits import MOST_COLUMNS
from milepost.documents.model import Table
from milepost.documents.titles import cell_text, is_note, is_unit_line, stripped_span, title_span
from milepost.kernel.span import Span

# A line that may be a table's title; `title_span` judges it.
_TITLE = re.compile(r"^[ \t\u3000]*(?:专栏|附?表|图表|Table|Annex)[^\n]{0,120}$", re.MULTILINE | re.IGNORECASE)
_VALUE = re.compile(r"[-—–―－/]{1,3}|[<>≥≤≈〔\[【（(]?\s*[0-9０-９][0-9０-９,.．%％]*[^0-9０-９]{0,8}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s*年?")
_LONGEST_CELL = 60
_MOST_LINES = 2000
_FEWEST_ROWS = 3


def listed_tables(text: str) -> tuple[Table, ...]:
    r"""The tables whose cells stand one a line, in order.

    The width is the one for which the lines fall into rows that begin with words and hold figures in the same
    columns; lines that fall into no such rows are no table.

    >>> text = "表1 主要指标\n指标\n2020年\n2025年\n产量\n5\n7\n面积\n-\n9\n长度\n3\n4\n正文在此。\n"
    >>> [(table.height, table.width, table.caption.of(text)) for table in listed_tables(text)]
    [(4, 3, '表1 主要指标')]
    """
    tables = []
    end = 0
    for found in _TITLE.finditer(text):
        title = title_span(text, *found.span())
        if title is None or found.start() < end:
            continue
        cells = list(_cell_lines(text, found.end() + 1))
        width = _width([cell.of(text) for cell in cells])
        if width is None:
            continue
        columns, rows = width
        loose = [[LooseCell(cell_text(cell.of(text)), cell) for cell in cells[row * columns : (row + 1) * columns]]
                 for row in range(rows)]  # fmt: skip
        end = cells[columns * rows - 1].end
        table, _ = table_of(placed(loose), Span(cells[0].start, end), title)
        if table is not None:
            tables.append(table)
    return tuple(tables)


def _cell_lines(text: str, position: int) -> Iterator[Span]:
    """The short lines that follow one another from `position`, up to a sentence, a note or a blank line."""
    for number in range(_MOST_LINES):
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        span = stripped_span(text, position, stop)
        words = span.of(text)
        if not 0 < len(words) <= _LONGEST_CELL or words[-1] in "。；;!！?？" or text[position] == "\t":
            return
        if is_note(words) or _TITLE.match(words):
            return
        if not (number == 0 and is_unit_line(words)):
            yield span
        position = stop + 1


def _width(lines: Sequence[str]) -> tuple[int, int] | None:
    """Columns and rows of the table that the lines are, header included; None for lines that are none."""
    values = [_VALUE.fullmatch(line) is not None for line in lines]
    years = [_YEAR.fullmatch(line) is not None for line in lines]
    best: tuple[int, int] | None = None
    for width in range(3, min(MOST_COLUMNS, 12, len(lines) // (_FEWEST_ROWS + 1)) + 1):
        if values[0] or any(value and not year for value, year in zip(values[:width], years, strict=False)):
            continue
        rows = _rows(values, width)
        # The narrowest of several widths that fit equally well: twice a width fits too.
        if rows > _FEWEST_ROWS and (best is None or rows * width > best[0] * best[1]):
            best = (width, rows)
    return best


def _rows(values: Sequence[bool], width: int) -> int:
    """How many rows of a width there are, header included, that begin with words and hold a value."""
    rows = 1
    while (rows + 1) * width <= len(values):
        row = values[rows * width : (rows + 1) * width]
        if row[0] or not any(row):
            break
        rows += 1
    body = [values[row * width : (row + 1) * width] for row in range(1, rows)]
    # A column of figures is what tells a table from a list of short lines.
    regular = any(sum(row[column] for row in body) * 5 >= 4 * len(body) for column in range(1, width))
    return rows if body and regular else 0
