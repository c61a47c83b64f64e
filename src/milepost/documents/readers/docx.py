"""A Word file (.docx): paragraphs a line each, tables one cell a line behind a tab, as Word exports text.

The XML is read directly: only the body, styles, numbering and notes are unpacked, so that pictures, links and
whatever else a file carries is never touched.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from milepost.documents.archive import Archive
from milepost.documents.content import Content, body_part
from milepost.documents.grid import Grid
from milepost.documents.limits import LARGEST_GRID, MOST_CELLS, MOST_COLUMNS
from milepost.documents.model import Cell, Document
from milepost.documents.wordstyles import Styles, child, local_name, number, value
from milepost.documents.writer import TextWriter
from milepost.kernel.errors import ReadError
from milepost.kernel.span import Span

# Deleted and moved-away text, field codes, the readings over ruby text, and the second copy of a text box.
_LEFT_OUT = frozenset({"del", "moveFrom", "instrText", "delText", "rt", "Fallback", "pPr", "rPr"})
_CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice"})


def read(content: Content) -> Document:
    """Read a Word file. The text is its paragraphs joined by line breaks, tables at their place.

    Tracked deletions are left out and insertions kept; a text box follows its paragraph, footnotes stand at the end.

    Raises
    ------
    ReadError
        If the file is damaged, cut short, locked, too large unpacked, or holds no text.
    """
    archive = Archive(content.data, content.name)
    writer = WordWriter(Styles(archive.tree("word/styles.xml")))
    for _, story in stories(archive):
        writer.body(story)
    document = writer.document()
    if not document.text.strip():
        found = "a Word file without text (pictures of pages?)"
        raise ReadError("the file holds no text", where=content.name, found=found, accepted="a Word file with text")
    return document


def stories(archive: Archive) -> Iterator[tuple[str, etree._Element]]:
    """What holds text, each with the name of its part, in the order of reading: the body, then every note.

    Raises
    ------
    ReadError
        If there is no body.
    """
    main = body_part(archive.parts)
    body = archive.tree(main)
    if body is None:
        what = "the file is damaged or cut short"
        raise ReadError(what, where=archive.name, found="no body", accepted="a Word file")
    yield main, _first_named(body, "body")
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        notes = archive.tree(part)
        for note in notes if notes is not None else ():
            if value(note, "type") in {None, "normal"}:
                yield part, note


def _first_named(root: etree._Element, name: str) -> etree._Element:
    found = child(root, name)
    return root if found is None else found


class WordWriter(TextWriter):
    """Lines of text as they are written, with the blocks and tables that stand in them."""

    def __init__(self, styles: Styles) -> None:
        super().__init__()
        self.styles = styles

    def body(self, parent: etree._Element, prefix: str = "") -> None:
        """Write the paragraphs and tables below `parent`; `prefix` goes before the first paragraph."""
        for element in _content(parent):
            if local_name(element) == "p":
                self.paragraph(element, prefix)
            else:
                self.grid_table(element)
            prefix = ""

    def printed(self, paragraph: etree._Element, boxes: list[etree._Element]) -> str:
        """The characters of a paragraph; text boxes met are put into `boxes`."""
        return "".join([text for _, text in characters(paragraph, boxes)])

    def paragraph(self, element: etree._Element, prefix: str) -> None:
        """Write a paragraph, and behind it the text boxes that hang on it."""
        boxes: list[etree._Element] = []
        text = prefix + self.printed(element, boxes)
        properties = child(element, "pPr")
        level = None if prefix else self.styles.heading_level(properties)
        if level is not None:
            self.block("heading", text, level or None)
        else:
            self.block("paragraph" if self.styles.numbering(properties) is None else "list_item", text)
        for box in boxes:
            self.body(box)

    def grid_table(self, element: etree._Element) -> None:
        """Write a table."""
        rows = [row for row in _content(element, "tr") if child(child(row, "trPr"), "del") is None]
        if all(sum(1 for _ in _content(row, "tc")) <= 1 for row in rows):
            self._box(rows)
            return
        start = self.length + 2 if self.lines else 1  # behind the blank line before the first row
        layout = _Layout()
        for row in rows:
            self.line("")
            layout.begin(row)
            for cell in _content(row, "tc"):
                layout.add(cell, self._cell(cell))
        self.table(layout.grid(), Span(start, self.length), layout.header_rows or None)
        self.line("")

    def _box(self, rows: list[etree._Element]) -> None:
        """A table of one column is a frame around text: its paragraphs are written, the first of a row behind a tab."""
        for row in rows:
            self.line("")
            for cell in _content(row, "tc"):
                self.body(cell, "\t")
        self.line("")

    def _cell(self, cell: etree._Element) -> tuple[str, Span]:
        """Write a cell; its text and the span of it."""
        boxes: list[etree._Element] = []
        printed = (self.printed(paragraph, boxes) for paragraph in _paragraphs(cell))
        return self.cell("\n".join(line for line in printed if line.strip()))


class _Layout:
    """The grid of a table as its rows are read."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self.open: dict[int, int] = {}  # column -> index of the cell that a merge may continue
        self.row, self.column, self.width = -1, 0, 0
        self.header_rows = 0
        self.full = False

    def begin(self, row: etree._Element) -> None:
        self.row += 1
        properties = child(row, "trPr")
        self.column = min(max(number(value(child(properties, "gridBefore"))), 0), MOST_COLUMNS)
        header = child(properties, "tblHeader")
        if header is not None and value(header) not in {"0", "false", "off"} and self.header_rows == self.row:
            self.header_rows += 1

    def add(self, element: etree._Element, written: tuple[str, Span]) -> None:
        properties = child(element, "tcPr")
        columns = min(max(number(value(child(properties, "gridSpan")), 1), 1), MOST_COLUMNS)
        start, self.column = self.column, self.column + columns
        self.full = self.full or len(self.cells) >= MOST_CELLS or self.column > MOST_COLUMNS
        if self.full or (self.row + 1) * max(self.width, self.column) > LARGEST_GRID:
            self.full = True
            return
        text, span = written
        self.width = max(self.width, self.column)
        down = child(properties, "vMerge")
        above = self.open.get(start)
        if value(child(properties, "hMerge")) == "continue" and self.cells and self.cells[-1].row == self.row:
            left = self.cells[-1]
            self.cells[-1] = Cell(left.text, left.span, left.row, left.column, left.rows, left.columns + columns)
        elif down is not None and value(down) in {None, "continue"} and above is not None and not text:
            top = self.cells[above]
            self.cells[above] = Cell(top.text, top.span, top.row, top.column, self.row - top.row + 1, top.columns)
        else:
            self.open[start] = len(self.cells)
            if down is None:
                self.open.pop(start)
            self.cells.append(Cell(text, span, self.row, start, 1, columns))

    def grid(self) -> Grid:
        height = self.cells[-1].row + 1 if self.full and self.cells else self.row + 1
        kept = tuple(cell for cell in self.cells if cell.row < height)
        return Grid(kept, height, self.width, self.full)


def _content(parent: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The paragraphs and tables (or what is named) directly below, whatever wrappers stand between."""
    wanted = names or ("p", "tbl")
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        name = local_name(element)
        if name in wanted:
            yield element
        elif name in _WRAPPERS:
            stack.extend(reversed(element))


def _paragraphs(cell: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a cell, those of tables inside it too."""
    for element in _content(cell):
        if local_name(element) == "p":
            yield element
            continue
        for row in _content(element, "tr"):
            for inner in _content(row, "tc"):
                yield from _paragraphs(inner)


def characters(paragraph: etree._Element, boxes: list[etree._Element]) -> Iterator[tuple[etree._Element, str]]:
    """The characters of a paragraph in order, each run of them with its element; text boxes are put into `boxes`."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        name = local_name(element)
        if name == "t":
            yield element, element.text or ""
        elif name == "br":
            yield element, "" if value(element, "type") in {"page", "column"} else "\n"
        elif name in _CHARACTERS:
            yield element, _CHARACTERS[name]
        elif name == "txbxContent":
            boxes.append(element)
        elif name not in _LEFT_OUT:
            stack.extend(reversed(element))
