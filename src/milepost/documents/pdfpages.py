"""The lines and tables of a PDF's pages with their places, from the text layer and the ruled lines."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import TypeVar

import pdfplumber
import pdfplumber.page
import pdfplumber.pdf
import pypdfium2
import pypdfium2.raw as pdfium

from milepost.documents.limits import MOST_PAGES
from milepost.kernel.errors import ReadError

SNAP = 3.0  # points within which two ruled lines are one, as in pdfplumber
_HYPHENS = frozenset({0x02, 0xFFFE})  # how PDFium marks a hyphen at a line's end, and leaves out the line's end
_FEWEST_PATHS = 4  # a table needs four ruled lines
_MOST_PATHS = 20_000  # beyond that a page is a drawing (a map), not a table
_MOST_CHARACTERS = 50_000  # of a page that is searched for tables


_Given = TypeVar("_Given")

# What pdfminer complains of on damaged pages is told by notes, not on the error stream.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text and its box in points from the page's upper left corner, and its font size."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell between ruled lines: its text with line breaks, its edges, and the rows that it covers."""

    printed: str
    left: float
    right: float
    rows: int


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A ruled table on a page: its rows of cells and the places of its columns' edges."""

    rows: tuple[tuple[PrintedCell, ...], ...]
    edges: tuple[float, ...]
    top: float
    bottom: float


@dataclass(slots=True)
class PrintedPage:
    """What stands on a page, from top to bottom."""

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    tables: list[PrintedTable] = field(default_factory=list)
    failed: str = ""


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def printed_pages(data: bytes, name: str) -> tuple[list[PrintedPage], int]:
    """The pages that are read, and how many the file has.

    Raises
    ------
    ReadError
        If the file is locked with a password or damaged.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            accepted = "a PDF that opens without one"
            raise ReadError("the PDF is encrypted", where=name, found="a password", accepted=accepted) from error
        raise _damaged(name, str(error)) from error
    try:
        count = len(document)
        if count == 0:
            raise _damaged(name, "no pages")
        pages = [_page(document, index) for index in range(min(count, MOST_PAGES))]
    finally:
        document.close()
    ruled = [page for page, has_rules in pages if has_rules]
    if ruled:
        _add_tables(data, ruled)
    return [page for page, _ in pages], count


def _damaged(name: str, found: str) -> ReadError:
    return ReadError("the file is damaged or cut short", where=name, found=found, accepted="a whole PDF")


def _page(document: pypdfium2.PdfDocument, index: int) -> tuple[PrintedPage, bool]:
    """A page's lines, and whether it has enough ruled lines to be searched for tables."""
    printed = PrintedPage(index + 1, 0.0, 0.0)
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        printed.failed = str(error)
        return printed, False
    printed.width, printed.height = page.get_size()
    text = page.get_textpage()
    printed.lines = list(_text_lines(text.raw, printed.height))
    paths = sum(1 for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3))
    characters = sum(len(line.text) for line in printed.lines)
    text.close()
    page.close()
    return printed, _FEWEST_PATHS <= paths <= _MOST_PATHS and 0 < characters <= _MOST_CHARACTERS


def _text_lines(text: pdfium.FPDF_TEXTPAGE, height: float) -> Iterator[Line]:
    """Lines in the order of the text layer, which is that of reading in nearly all documents."""
    count = pdfium.FPDFText_CountChars(text)
    characters: list[str] = []
    first = last = -1
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in {10, 13}:
            if first >= 0:
                yield _line(text, characters, first, last, height)
            characters, first = [], -1
            continue
        character = "-" if code in _HYPHENS else _character(code)
        characters.append(character)
        if not character.isspace():
            last = index
            if first < 0:
                first = index
        if code in _HYPHENS:
            yield _line(text, characters, first, last, height)
            characters, first = [], -1
    if first >= 0:
        yield _line(text, characters, first, last, height)


def _character(code: int) -> str:
    """A code point as a character; U+FFFD for those that are none (0, surrogates)."""
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _line(text: pdfium.FPDF_TEXTPAGE, characters: list[str], first: int, last: int, height: float) -> Line:
    left = _box(text, first)
    right = _box(text, last)
    size = pdfium.FPDFText_GetFontSize(text, first)
    top, bottom = max(left[3], right[3]), min(left[2], right[2])
    # A font's nominal size may be scaled by the text matrix; the height of its box is not.
    box = top - bottom
    size = box if size <= 1.5 or size > 3 * box > 0 else size
    return Line("".join(characters).strip(), left[0], right[1], height - top, height - bottom, round(size, 1))


def _box(text: pdfium.FPDF_TEXTPAGE, index: int) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of a character's place (its line's height), in the page's own coordinates."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    return box.left, box.right, box.bottom, box.top


def _add_tables(data: bytes, pages: Sequence[PrintedPage]) -> None:
    """Find the tables of pages with ruled lines. Where that fails on a page, it keeps its lines and says so."""
    document = _tried(lambda: pdfplumber.open(BytesIO(data)))
    if isinstance(document, Exception):
        for page in pages:
            page.failed = page.failed or str(document)
        return
    with document:
        for page in pages:
            failure = _tried(partial(_find_tables, document, page))
            if isinstance(failure, Exception):
                page.failed = str(failure) or type(failure).__name__


def _find_tables(document: pdfplumber.pdf.PDF, printed: PrintedPage) -> None:
    page = document.pages[printed.number - 1]
    _tables_of(printed, page)
    page.close()


def _tried(action: Callable[[], _Given]) -> _Given | Exception:
    """What the action gives, or the exception: pdfminer raises kinds without a common base on damaged files."""
    try:
        return action()
    except (MemoryError, RecursionError) as error:
        return ValueError(type(error).__name__)
    except Exception as error:  # noqa: BLE001 - see above
        return error


def _tables_of(printed: PrintedPage, page: pdfplumber.page.Page) -> None:
    found = [table for table in page.find_tables() if len(table.cells) > 1]
    tables: list[PrintedTable] = []
    inside: list[tuple[float, float, float, float]] = []
    glyphs = [_glyph(char) for char in page.chars] if found else []
    for table in found:
        edges = distinct_edges([cell[0] for cell in table.cells] + [cell[2] for cell in table.cells])
        if len(edges) < 3:
            continue
        left, top, right, bottom = table.bbox
        own = [glyph for glyph in glyphs if _within(glyph, table.bbox)]
        if own:
            tables.append(PrintedTable(_rows(table.cells, edges, own), edges, top, bottom))
            inside.append((left, top, right, bottom))
    if tables:
        printed.tables = tables
        printed.lines = lines_of([glyph for glyph in glyphs if not any(_within(glyph, box) for box in inside)])


def _glyph(char: dict[str, object]) -> _Glyph:
    places = (float(str(char[name])) for name in ("x0", "x1", "top", "bottom", "size"))
    return _Glyph(str(char["text"]), *places)


def _within(glyph: _Glyph, box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    return left <= (glyph.left + glyph.right) / 2 <= right and top <= (glyph.top + glyph.bottom) / 2 <= bottom


def distinct_edges(places: Sequence[float]) -> tuple[float, ...]:
    """Places with those nearer than the snap taken as one."""
    result: list[float] = []
    for place in sorted(places):
        if not result or place - result[-1] > SNAP:
            result.append(place)
    return tuple(result)


def nearest(edges: Sequence[float], place: float) -> int:
    """Which edge is meant by a place."""
    return min(range(len(edges)), key=lambda index: abs(edges[index] - place))


def _rows(
    boxes: Sequence[tuple[float, float, float, float]], columns: tuple[float, ...], glyphs: list[_Glyph]
) -> tuple[tuple[PrintedCell, ...], ...]:
    """Rows of cells with their sizes, from the boxes between ruled lines and the characters inside."""
    lines = distinct_edges([box[1] for box in boxes] + [box[3] for box in boxes])
    rows: list[list[PrintedCell]] = [[] for _ in lines[:-1]]
    for box in boxes:
        left, right = columns[nearest(columns, box[0])], columns[nearest(columns, box[2])]
        top, bottom = nearest(lines, box[1]), nearest(lines, box[3])
        if right > left and bottom > top:
            text = "\n".join(line.text for line in lines_of([glyph for glyph in glyphs if _within(glyph, box)]))
            rows[top].append(PrintedCell(text, left, right, bottom - top))
    return tuple(tuple(sorted(row, key=lambda each: each.left)) for row in rows if row)


def lines_of(glyphs: Sequence[_Glyph]) -> list[Line]:
    """Characters gathered into lines from top to bottom; a blank stands where Latin words are set apart."""
    rows: list[list[_Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: (each.top + each.bottom) / 2):
        middle = (glyph.top + glyph.bottom) / 2
        if rows and middle <= max(rows[-1][0].bottom - 0.25 * rows[-1][0].size, rows[-1][0].top):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [line for line in (_joined(row) for row in rows) if line.text]


def _joined(row: list[_Glyph]) -> Line:
    row = sorted(row, key=lambda each: each.left)
    pieces: list[str] = []
    right: float | None = None
    for glyph in row:
        apart = right is not None and glyph.left - right > 0.2 * (glyph.size or 10)
        if apart and pieces and pieces[-1].isascii() and glyph.text.isascii():
            pieces.append(" ")
        pieces.append(glyph.text)
        right = glyph.right
    inked = [glyph for glyph in row if glyph.text.strip()] or row
    return Line(
        "".join(pieces).strip(),
        inked[0].left,
        inked[-1].right,
        min(glyph.top for glyph in inked),
        max(glyph.bottom for glyph in inked),
        round(inked[0].size, 1),
    )
