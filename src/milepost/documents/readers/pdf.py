"""A PDF with a text layer: its paragraphs put together again, its ruled tables, and where its pages begin.

Running headers, footers and page numbers are left out, line breaks inside a paragraph undone, and a table that runs
over several pages is one table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from milepost.documents.content import Content
from milepost.documents.limits import MOST_PAGES
from milepost.documents.model import Document, Note, Page
from milepost.documents.pdfpages import (
    SNAP,
    PrintedCell,
    PrintedPage,
    PrintedTable,
    distinct_edges,
    nearest,
    printed_pages,
)
from milepost.documents.reflow import Paragraph, PlacedTable, flowing, hyphenated_words, joined, without_furniture
from milepost.documents.writer import RawCell, TextWriter
from milepost.kernel.errors import ReadError
from milepost.kernel.span import Span

_CONTINUED = re.compile(
    r"^[（(]?\s*(?:续表?|接上表|continued|cont\.?)\b|[（(](?:续表?|continued)[)）]\s*$|^续", re.IGNORECASE
)


def read(content: Content) -> Document:
    """Read a PDF's text layer. Nothing that it links to or embeds is opened.

    Raises
    ------
    ReadError
        If the PDF is encrypted, damaged, or has no text (a scan).
    """
    pages, count = printed_pages(content.data, content.name)
    if not any(page.lines or page.tables for page in pages):
        accepted = "a PDF with a text layer; recognise its characters (OCR) first"
        raise ReadError(
            "the PDF holds no text: it is a scan", where=content.name, found=f"{count} pages", accepted=accepted
        )
    silent = [page.number for page in pages if not page.lines and not page.tables]
    without_furniture(pages)
    writer = _PagedWriter(hyphenated_words(pages))
    for item in _tables_joined(flowing(pages)):
        if isinstance(item, Paragraph):
            writer.paragraph(item)
        else:
            writer.printed_table(item)
    writer.notes.extend(_notes(pages, silent, count))
    document = writer.document()
    return Document(
        document.text,
        document.blocks,
        document.tables,
        _spans(writer.starts, pages, document.text),
        notes=document.notes,
    )


def _notes(pages: list[PrintedPage], silent: list[int], count: int) -> Iterator[Note]:
    if silent:
        numbers = ", ".join(str(number) for number in silent[:20]) + (" …" if len(silent) > 20 else "")
        yield Note(f"{len(silent)} of {count} pages hold no text (pictures?): {numbers}")
    if count > len(pages):
        yield Note(f"only the first {MOST_PAGES} of {count} pages were read")
    failed = [page.number for page in pages if page.failed]
    if failed:
        yield Note(f"tables or text could not be read on page {', '.join(str(number) for number in failed[:20])}")


class _PagedWriter(TextWriter):
    """Writes paragraphs and notes where each page's first character stands."""

    def __init__(self, hyphenated: frozenset[str]) -> None:
        super().__init__()
        self.hyphenated = hyphenated
        self.starts: dict[int, int] = {}

    def paragraph(self, paragraph: Paragraph) -> None:
        start = self.length + 1 if self.lines else 0
        text = ""
        for page, line in paragraph.lines:
            kept, between = joined(text, line.text, self.hyphenated)
            text = kept + between
            self.starts.setdefault(page, start + len(text))
            text += line.text
        self.block("paragraph" if paragraph.level is None else "heading", text, paragraph.level)

    def printed_table(self, placed: _JoinedTable) -> None:
        at = self.length + 1 if self.lines else 0
        line = len(self.lines)
        self.rows(placed.cells())
        begins = at
        row = -1
        for written in self.lines[line:]:
            if not written:  # the blank line before each row
                row += 1
                if row in placed.pages:
                    self.starts.setdefault(placed.pages[row], begins)
            begins += len(written) + 1


class _JoinedTable:
    """A table over one or more pages; `pages` says with which row a page begins."""

    def __init__(self, placed: PlacedTable) -> None:
        self.edges = placed.table.edges
        self.rows: list[tuple[PrintedCell, ...]] = list(placed.table.rows)
        self.pages = {0: placed.page}
        self.last_page = placed.page

    def takes(self, page: int, table: PrintedTable) -> bool:
        """Whether a table on the next page goes on with this one: the edges of one are among the other's."""
        if page != self.last_page + 1:
            return False
        fewer, more = sorted((self.edges, table.edges), key=len)
        outer = abs(fewer[0] - more[0]) <= SNAP and abs(fewer[-1] - more[-1]) <= SNAP
        return outer and all(any(abs(edge - other) <= SNAP for other in more) for edge in fewer)

    def take(self, page: int, table: PrintedTable) -> None:
        rows = list(table.rows)
        first = 1 if rows and self.rows and _texts(rows[0]) == _texts(self.rows[0]) else 0
        if len(rows) > first:
            rows[first] = self._continued(rows[first])
        self.pages[len(self.rows)] = page
        self.rows.extend(rows)
        self.edges = distinct_edges([*self.edges, *table.edges])
        self.last_page = page

    def _continued(self, row: tuple[PrintedCell, ...]) -> tuple[PrintedCell, ...]:
        """Empty cells at the start of a page's first row say again what the merged cell on the page before says."""
        result = list(row)
        for index, cell in enumerate(row):
            if cell.printed:
                break
            above = next(
                (other for earlier in reversed(self.rows) for other in earlier if abs(other.left - cell.left) <= SNAP),
                None,
            )
            if above is not None and abs(above.right - cell.right) <= SNAP:
                result[index] = PrintedCell(above.printed, cell.left, cell.right, cell.rows)
        return tuple(result)

    def _lowest(self, left: float) -> PrintedCell | None:
        """The last cell that begins at a column's left edge."""
        for row in reversed(self.rows):
            for cell in row:
                if abs(cell.left - left) <= SNAP:
                    return cell
        return None

    def cells(self) -> list[list[RawCell]]:
        """Rows of cells with the number of columns that each covers."""
        return [[self._sized(cell) for cell in row] for row in self.rows]

    def _sized(self, cell: PrintedCell) -> RawCell:
        columns = nearest(self.edges, cell.right) - nearest(self.edges, cell.left)
        return RawCell(cell.printed, cell.rows, max(columns, 1))


def _texts(row: tuple[PrintedCell, ...]) -> list[str]:
    return ["".join(cell.printed.split()) for cell in row]


def _tables_joined(items: Iterable[Paragraph | PlacedTable]) -> Iterator[Paragraph | _JoinedTable]:
    """The items with tables of consecutive pages put together where nothing but a "continued" stands between."""
    table: _JoinedTable | None = None
    between: list[Paragraph] = []
    for item in items:
        if isinstance(item, PlacedTable):
            if table is not None and table.takes(item.page, item.table):
                table.take(item.page, item.table)
                between.clear()
                continue
            if table is not None:
                yield table
            yield from between
            between.clear()
            table = _JoinedTable(item)
        elif table is not None and _CONTINUED.search(item.lines[0][1].text) and not between:
            between.append(item)
        else:
            if table is not None:
                yield table
            table = None
            yield from between
            between.clear()
            yield item
    if table is not None:
        yield table
    yield from between


def _spans(starts: dict[int, int], pages: list[PrintedPage], text: str) -> tuple[Page, ...]:
    """The pages' spans: each begins where its first character stands and reaches to the next one's."""
    bounds: list[int] = []
    end = len(text)
    for page in reversed(pages):
        bounds.append(min(starts.get(page.number, end), end))
        end = bounds[-1]
    bounds.reverse()
    bounds[0] = 0
    ends = [*bounds[1:], len(text)]
    return tuple(Page(page.number, Span(start, stop)) for page, start, stop in zip(pages, bounds, ends, strict=True))
