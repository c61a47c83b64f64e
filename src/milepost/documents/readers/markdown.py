"""A Markdown file: the decoded file is the text; headings, lists, pipe tables and HTML tables are found in it.

The scan is our own because spans must count the file's characters, which Markdown libraries do not give, and because
rows with more cells than their header, which real plans have, must keep them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.documents.alignment import layouts
from milepost.documents.content import Content
from milepost.documents.grid import Grid, LooseCell, placed, table_of
from milepost.documents.limits import LARGEST_GRID, MOST_CELLS, MOST_COLUMNS
from milepost.documents.merging import merged_downwards
from milepost.documents.model import Block, BlockKind, Document, Note, Table
from milepost.documents.tagged import plain_text, tagged_table
from milepost.documents.titles import caption_above, stripped_span
from milepost.kernel.span import Span

_LINE = re.compile(r"[^\n]*")
_QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?)+")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+|$)")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-{2,})[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_DELIMITER = re.compile(r"[ \t]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_TABLE_TAG = re.compile(r"[ \t]{0,3}<table\b", re.IGNORECASE)
_PIPE = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s\"[^\"]*\")?\)")
_STRONG = re.compile(r"\*\*|~~|`")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]*)(?<=\S)\1(?![\w*])")
_ESCAPE = re.compile(r"\\([\\|*_`\[\]()#+.!~<>{}-])")
_MARKS = "*_#>` "


def read(content: Content) -> Document:
    """Read a Markdown file; its text is the file itself.

    Raises
    ------
    ReadError
        If the file is no text or too long.
    """
    decoded = content.decoded
    scan = _Scan(decoded.text)
    scan.run()
    return Document(decoded.text, tuple(scan.blocks), tuple(scan.tables), notes=decoded.notes + tuple(scan.notes))


class _Scan:
    """One pass over the lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.notes: list[Note] = []
        self.open: tuple[BlockKind, int, int, int] | None = (
            None  # kind, start, end and number of lines of the open block
        )
        self.fence = ""
        self.position = 0

    def run(self) -> None:
        while self.position < len(self.text):
            line = _LINE.match(self.text, self.position)
            end = line.end() if line else len(self.text)
            start = self.position
            self.position = end + 1
            quote = _QUOTE.match(self.text, start, end)
            self._line(quote.end() if quote else start, end)
        self._flush()

    def _line(self, start: int, end: int) -> None:
        if self._fenced(start, end):
            return
        ruled = _RULE.match(self.text, start, end) and not self._underlines(start, end)
        if ruled or not self.text[start:end].strip():
            self._flush()
        elif heading := _HEADING.match(self.text, start, end):
            self._flush()
            self._heading(heading.end(), end, len(heading[1]))
        elif _TABLE_TAG.match(self.text, start, end):
            self._flush()
            self._tagged(self.text.index("<", start))
        elif self._underlines(start, end):
            self._underlined(start, end)
        elif self.open and self._is_delimiter(start, end):
            self._piped(end)
        elif item := _ITEM.match(self.text, start, end):
            self._flush()
            self.open = ("list_item", item.end(), end, 1)
        elif self.open:
            kind, first, _, lines = self.open
            self.open = (kind, first, end, lines + 1)
        else:
            self.open = ("paragraph", start, end, 1)

    def _fenced(self, start: int, end: int) -> bool:
        mark = _FENCE.match(self.text, start, end)
        if self.fence:
            if mark and mark[1].startswith(self.fence):
                self.fence = ""
            return True
        if mark:
            self._flush()
            self.fence = mark[1]
        return bool(mark)

    def _flush(self) -> None:
        if self.open:
            kind, start, end, _ = self.open
            self.blocks.append(Block(kind, stripped_span(self.text, start, end)))
            self.open = None

    def _heading(self, start: int, end: int, level: int) -> None:
        span = stripped_span(self.text, start, end, _MARKS + "\t\u3000")
        if span.length:
            self.blocks.append(Block("heading", span, level))

    def _underlines(self, start: int, end: int) -> bool:
        open_line = self.open is not None and self.open[0] == "paragraph" and self.open[3] == 1
        return open_line and _UNDERLINE.match(self.text, start, end) is not None

    def _underlined(self, start: int, end: int) -> None:
        if self.open:
            _, first, last, _ = self.open
            self.open = None
            self._heading(first, last, 1 if "=" in self.text[start:end] else 2)

    def _is_delimiter(self, start: int, end: int) -> bool:
        return (
            "|" in self.text[start:end]
            and self._header_line() >= 0
            and _DELIMITER.match(self.text, start, end) is not None
        )

    def _header_line(self) -> int:
        """Where the open block's last line begins, if it holds a pipe; else -1."""
        if self.open is None:
            return -1
        _, first, last, lines = self.open
        start = first if lines == 1 else self.text.rfind("\n", first, last) + 1
        return start if _PIPE.search(self.text, start, last) else -1

    def _piped(self, end: int) -> None:
        if self.open is None:
            return
        kind, first, last, lines = self.open
        start = self._header_line()
        self.open = None if lines == 1 else (kind, first, start - 1, lines - 1)
        self._flush()
        rows = [_cells(self.text, start, last)]
        self.position = end + 1
        count = 0
        for begin, stop in self._row_lines():
            if count <= MOST_CELLS:  # rows behind that leave the table anyway
                rows.append(_cells(self.text, begin, stop))
                count += len(rows[-1])
            last = stop
            self.position = stop + 1
        grid = _pipe_grid(rows, end)
        self._add(grid, Span(start, last if len(rows) > 1 else end), 1, None)

    def _row_lines(self) -> Iterator[tuple[int, int]]:
        while self.position < len(self.text):
            line = _LINE.match(self.text, self.position)
            end = line.end() if line else len(self.text)
            quote = _QUOTE.match(self.text, self.position, end)
            start = quote.end() if quote else self.position
            if not _PIPE.search(self.text, start, end):
                return
            yield start, end

    def _tagged(self, start: int) -> None:
        found = tagged_table(self.text, start)
        self._add(placed(found.rows), Span(start, found.end), found.header_rows or None, found.caption)
        line_end = self.text.find("\n", found.end)
        self.position = max(self.position, len(self.text) if line_end < 0 else line_end + 1)

    def _add(self, grid: Grid, span: Span, header_rows: int | None, caption: Span | None) -> None:
        self.blocks.append(Block("table", span))
        caption = caption or caption_above(self.text, span.start, _MARKS)
        table, notes = table_of(grid, span, caption, header_rows)
        self.notes.extend(notes)
        if table:
            self.tables.append(table)


def _cells(text: str, start: int, end: int) -> list[LooseCell]:
    span = stripped_span(text, start, end)
    start, end = span
    if text.startswith("|", start):
        start += 1
    edges = [start - 1, *(found.start() for found in _PIPE.finditer(text, start, end))]
    if not text[edges[-1] + 1 : end].strip() and len(edges) > 1:
        end = edges.pop()
    spans = (stripped_span(text, left + 1, right) for left, right in zip(edges, [*edges[1:], end], strict=True))
    return [LooseCell(_inline(inner.of(text)), inner) for inner in spans]


def _inline(printed: str) -> str:
    r"""A cell's text without Markdown's marks.

    >>> _inline("**Area** of [rice](a.md) (Ha)<br>per \\| year"), _inline("a_b_c * 3 * 4")
    ('Area of rice (Ha) per | year', 'a_b_c * 3 * 4')
    """
    if not re.search(r"[*_`~\[\\<&]", printed):
        return printed
    text = _EMPHASIS.sub(r"\2", _STRONG.sub("", _LINK.sub(r"\1", printed)))
    return _ESCAPE.sub(r"\1", plain_text(text))


def _pipe_grid(rows: list[list[LooseCell]], end: int) -> Grid:
    """Rows on a grid as wide as the widest; a header of fewer cells is spread over the columns by likeness."""
    width = min(max(len(row) for row in rows), MOST_COLUMNS)
    most = max(min(MOST_CELLS, LARGEST_GRID) // width, 1)
    kept = [row[:width] for row in rows[:most]]
    full = [[cell.text for cell in row] for row in kept[1:200] if len(row) == width]
    header = layouts([[cell.text for cell in kept[0]], *full])[0]
    for row in kept[1:]:
        at = row[-1].span.end if row else end
        row.extend(LooseCell("", Span(at, at)) for _ in range(width - len(row)))
    texts = [[cell.text for cell in row] for row in kept]
    spans = [[cell.span for cell in row] for row in kept]
    plain = (1,) * width
    cells = merged_downwards(texts, spans, [header, *([plain] * (len(kept) - 1))])
    return Grid(cells, len(kept), width, cut=len(rows) > most or any(len(row) > width for row in rows))
