"""Make the example plan of Qinghe in all its formats from the one Markdown source.

``examples/qinghe/qinghe.md`` is written by hand; ``qinghe.docx``, ``qinghe.pdf``, ``qinghe.html`` and
``qinghe.txt`` beside it are made here. The same source gives the same bytes on every run: archives and
documents carry fixed dates, and nothing depends on the clock or on the order of files. Across machines
this holds for equal versions of python-docx, typst, zlib and the font.

Needs the packages python-docx and typst, and the font Noto Serif CJK SC (Debian: fonts-noto-cjk).

The source is CommonMark with one HTML table. Of CommonMark only these blocks are read: headings,
paragraphs of one line, a paragraph all in bold (the caption of the table that follows), block quotes
(boxes; the first paragraph, in bold, is the title) and the table, one row a line. In the table
``<!-- pagebreak -->`` marks where the plan's printed pages part.

    python scripts/make_examples.py           write the files
    python scripts/make_examples.py --check   write nothing; exit 1 if a file would change
"""

from __future__ import annotations

import argparse
import html
import io
import json
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import typst
from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "qinghe"
SOURCE = "qinghe.md"
FONT = "Noto Serif CJK SC"
RUNNING_HEAD = "清河地区“十四五”规划纲要（虚构示例）"
WRITTEN = datetime(2021, 4, 1, tzinfo=UTC)
ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest date a ZIP entry can carry


# --- the document -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the document's title, 2 篇, 3 章, 4 节, 5 一、."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True)
class Caption:
    """The title of the table that follows."""

    text: str


@dataclass(frozen=True)
class Box:
    """A box of projects (专栏): its title and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """A table cell; its lines are parted by a newline."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Row:
    """A table row: the cells that begin in it."""

    cells: tuple[Cell, ...]
    head: bool = False
    starts_page: bool = False


@dataclass(frozen=True)
class Table:
    """A table; its first row is the header."""

    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """Number of columns of the grid."""
        return sum(cell.columns for cell in self.rows[0].cells)

    def with_repeated_head(self) -> Table:
        """The table with its header row once more wherever a printed page begins."""
        rows: list[Row] = []
        for row in self.rows:
            rows += [self.rows[0], row] if row.starts_page else [row]
        return Table(tuple(rows))

    def slots(self) -> list[list[tuple[int, Cell | None]]]:
        """For each row the cells with their first column, None below a cell that spans rows."""
        open_rows = [0] * self.width
        spans = [1] * self.width
        grid: list[list[tuple[int, Cell | None]]] = []
        for row in self.rows:
            cells = iter(row.cells)
            line: list[tuple[int, Cell | None]] = []
            column = 0
            while column < self.width:
                if open_rows[column]:
                    line.append((column, None))
                else:
                    cell = next(cells)
                    line.append((column, cell))
                    open_rows[column], spans[column] = cell.rows, cell.columns
                open_rows[column] -= 1
                column += spans[column]
            grid.append(line)
        return grid


Block = Heading | Paragraph | Caption | Box | Table


# --- reading the source -------------------------------------------------------------------------


class TableReader(HTMLParser):
    """Reads one HTML table into rows."""

    def __init__(self) -> None:
        """Start with no rows."""
        super().__init__()
        self.rows: list[Row] = []
        self._cells: list[Cell] = []
        self._text: str | None = None
        self._spans = (1, 1)
        self._head = False
        self._starts_page = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell, or break a line."""
        if tag == "tr":
            self._cells, self._head = [], False
        elif tag in ("td", "th"):
            spans = dict(attrs)
            self._spans = (int(spans.get("rowspan") or 1), int(spans.get("colspan") or 1))
            self._text, self._head = "", self._head or tag == "th"
        elif tag == "br" and self._text is not None:
            self._text += "\n"

    def handle_endtag(self, tag: str) -> None:
        """End a cell or a row."""
        if tag in ("td", "th"):
            self._cells.append(Cell(self._text or "", *self._spans))
            self._text = None
        elif tag == "tr":
            self.rows.append(Row(tuple(self._cells), self._head, self._starts_page))
            self._starts_page = False

    def handle_data(self, data: str) -> None:
        """Collect the text of a cell."""
        if self._text is not None:
            self._text += data

    def handle_comment(self, data: str) -> None:
        """Note where a printed page begins."""
        self._starts_page = self._starts_page or data.strip() == "pagebreak"


def read_table(source: str) -> Table:
    """The table written in `source` as HTML."""
    reader = TableReader()
    reader.feed(source)
    reader.close()
    return Table(tuple(reader.rows))


def read_box(source: str) -> Box:
    """The box written in `source` as a block quote."""
    lines = [line.removeprefix(">").strip() for line in source.splitlines()]
    title, *paragraphs = [line for line in lines if line]
    return Box(title.strip("*"), tuple(paragraphs))


def read_block(source: str) -> Block:
    """The block written in `source`, a run of lines without a blank one."""
    if source.startswith("<table>"):
        return read_table(source)
    if source.startswith(">"):
        return read_box(source)
    if "\n" in source:
        raise ValueError(f"a paragraph must stand on one line: {source[:40]!r}")
    if heading := re.fullmatch(r"(#{1,6}) (.+)", source):
        return Heading(len(heading[1]), heading[2])
    if caption := re.fullmatch(r"\*\*(.+)\*\*", source):
        return Caption(caption[1])
    return Paragraph(source)


def read_blocks(source: str) -> list[Block]:
    """All blocks of the Markdown `source`, in order."""
    return [read_block(part) for part in re.split(r"\n{2,}", source.strip())]


# --- plain text, as a word processor exports it ---------------------------------------------------


def bookmark(text: str) -> str:
    """The residue of a bookmark before `text`, with a number made from it."""
    return f"[bookmark: _Toc{zlib.crc32(text.encode()) % 32768}]"


def text_heading(heading: Heading) -> str:
    """A heading's line: the bookmark, the number, two blanks, the title."""
    text = "前  言" if heading.text == "前言" else heading.text.replace(" ", "  ", 1)
    gap = "\n\n" if heading.level == 2 else ""
    return f"{gap}{bookmark(heading.text)}{text}\n"


def text_table(table: Table) -> str:
    """The table, one cell a line behind a tab, an otherwise blank line before each row.

    A cell under one that spans rows is an empty cell; a line break in a cell is kept, and the line
    after it has no tab. The header stands once more where a printed page begins.
    """
    lines: list[str] = []
    for row in table.with_repeated_head().slots():
        lines.append("")
        lines += ["\t" + (cell.text if cell else "") for _, cell in row]
    return "\n".join([*lines, "", ""])


def text_box(box: Box) -> str:
    """A box: its title behind a tab, its paragraphs, blank lines."""
    number = zlib.crc32(box.title.encode()) % 60
    links = "".join(f"[bookmark: OLE_LINK{number + k}]" for k in range(number % 3))
    return "\n".join([f"\t{links}{box.title}", *box.paragraphs, "", "", ""])


def text_block(block: Block) -> str:
    """One block as text, with its line ends."""
    match block:
        case Heading(level=1):
            return f"{block.text}\n"
        case Heading():
            return text_heading(block)
        case Caption():
            return f"\t{block.text}\n"
        case Table():
            return text_table(block)
        case Box():
            return text_box(block)
        case Paragraph(text) if text.startswith("注："):
            return f"\t{text}\n\n"
        case Paragraph(text) if text.startswith("——"):
            return f"{bookmark(text)}{text}\n"
    return f"{block.text}\n"


def write_text(blocks: list[Block]) -> bytes:
    """The plan as text, in the manner of a file saved from a word processor."""
    return "".join(map(text_block, blocks)).encode()


# --- HTML ---------------------------------------------------------------------------------------

STYLE = """\
body { max-width: 46em; margin: 2em auto; padding: 0 1em; line-height: 1.8; font-family: serif; }
h1, caption { text-align: center; }
p { text-indent: 2em; }
table { border-collapse: collapse; width: 100%; }
caption, .box-title { font-weight: bold; }
th, td { border: 1px solid; padding: 0.2em 0.5em; }
.box { border: 1px solid; margin: 1em 0; padding: 0 1em; }
.box p, .note { text-indent: 0; }
"""


def html_cell(cell: Cell, tag: str) -> str:
    """A cell with its spans."""
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    text = html.escape(cell.text, quote=False).replace("\n", "<br>")
    return f"<{tag}{rows}{columns}>{text}</{tag}>"


def html_table(table: Table, caption: str) -> str:
    """The table with caption, head and body."""

    def line(row: Row) -> str:
        tag = "th" if row.head else "td"
        return "<tr>" + "".join(html_cell(cell, tag) for cell in row.cells) + "</tr>"

    head, *body = map(line, table.rows)
    parts = [f"<table>\n<caption>{html.escape(caption, quote=False)}</caption>"]
    parts += ["<thead>", head, "</thead>", "<tbody>", *body, "</tbody>", "</table>"]
    return "\n".join(parts)


def html_block(block: Heading | Paragraph | Box) -> str:
    """One block that is not a table."""
    match block:
        case Heading(level, text):
            return f"<h{level}>{html.escape(text, quote=False)}</h{level}>"
        case Box(title, paragraphs):
            lines = [f'<p class="box-title">{html.escape(title, quote=False)}</p>']
            lines += [f"<p>{html.escape(text, quote=False)}</p>" for text in paragraphs]
            return "\n".join(['<aside class="box">', *lines, "</aside>"])
    note = ' class="note"' if block.text.startswith("注：") else ""
    return f"<p{note}>{html.escape(block.text, quote=False)}</p>"


def html_parts(blocks: list[Block]) -> Iterator[str]:
    """All blocks; a caption goes into the table after it."""
    caption = ""
    for block in blocks:
        if isinstance(block, Caption):
            caption = block.text
        elif isinstance(block, Table):
            yield html_table(block, caption)
        else:
            yield html_block(block)


def write_html(blocks: list[Block]) -> bytes:
    """The plan as one HTML page."""
    head = f'<meta charset="utf-8">\n<title>{html.escape(title_of(blocks))}</title>'
    style = f"<style>\n{STYLE}</style>"
    body = "\n".join(html_parts(blocks))
    page = f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n{head}\n{style}\n</head>\n'
    return f"{page}<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n".encode()


# --- Word ---------------------------------------------------------------------------------------


def set_font(style: ParagraphStyle, size: float) -> None:
    """Give `style` the Chinese font, black, in `size` points."""
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = None
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), FONT)


def add_field(paragraph: DocxParagraph, code: str) -> None:
    """Append a Word field such as PAGE to `paragraph`."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph.paragraph_format.element.append(field)


def new_docx(title: str) -> DocxDocument:
    """An empty A4 document with styles, running head, page numbers and fixed properties."""
    document = Document()
    for name, size in [("Normal", 12), ("Title", 20), ("Header", 9), ("Footer", 9)]:
        set_font(document.styles[name], size)
    for level, size in enumerate([18, 16, 14, 12], start=1):
        set_font(document.styles[f"Heading {level}"], size)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.header.paragraphs[0].text = RUNNING_HEAD
    section.footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_field(section.footer.paragraphs[0], "PAGE")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "Milepost", ""
    properties.created = properties.modified = WRITTEN
    properties.last_modified_by, properties.revision, properties.language = "Milepost", 1, "zh-CN"
    return document


def fill_cell(grid: DocxTable, row: int, column: int, cell: Cell) -> None:
    """Merge the grid's cells that `cell` spans and write its text."""
    last = grid.cell(row + cell.rows - 1, column + cell.columns - 1)
    first = grid.cell(row, column)
    merged = first.merge(last) if cell.rows > 1 or cell.columns > 1 else first
    merged.text = cell.text


def docx_table(document: DocxDocument, table: Table) -> None:
    """Append the table, its header once more where a printed page begins."""
    table = table.with_repeated_head()
    grid = document.add_table(len(table.rows), table.width, style="Table Grid")
    for number, row in enumerate(table.slots()):
        for column, cell in row:
            if cell is not None:
                fill_cell(grid, number, column, cell)


def docx_box(document: DocxDocument, box: Box) -> None:
    """Append a box: a frame of two cells, title and contents."""
    grid = document.add_table(2, 1, style="Table Grid")
    title, contents = grid.cell(0, 0), grid.cell(1, 0)
    title.paragraphs[0].add_run(box.title).bold = True
    contents.paragraphs[0].text = box.paragraphs[0]
    for text in box.paragraphs[1:]:
        contents.add_paragraph(text)
    document.add_paragraph()


def docx_block(document: DocxDocument, block: Block) -> None:
    """Append one block."""
    match block:
        case Heading(level, text):
            document.add_heading(text, level - 1)  # level 0 is Word's style Title
        case Caption(text):
            paragraph = document.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(text).bold = True
        case Table():
            docx_table(document, block)
        case Box():
            docx_box(document, block)
        case Paragraph(text):
            paragraph = document.add_paragraph(text)
            if not text.startswith("注："):
                paragraph.paragraph_format.first_line_indent = Pt(24)


def with_fixed_dates(archive: bytes) -> bytes:
    """The same ZIP archive with its entries sorted and all of one date."""
    fixed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        # [Content_Types].xml comes first, as Word writes it: "[" sorts before small letters
        for name in sorted(old.namelist()):
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED, 9)
    return fixed.getvalue()


def write_docx(blocks: list[Block]) -> bytes:
    """The plan as a Word document."""
    document = new_docx(title_of(blocks))
    for block in blocks:
        docx_block(document, block)
    saved = io.BytesIO()
    document.save(saved)
    return with_fixed_dates(saved.getvalue())


# --- PDF ----------------------------------------------------------------------------------------

# The outline is the plan's table of contents. The indicator table may break over pages; its head is
# repeated by Typst. The gap between Chinese and figures is off: readers of PDF take it for a blank.
TYPST_SETTINGS = """\
#set document(title: TITLE, author: "Milepost", date: none)
#set page(paper: "a4", margin: (x: 26mm, y: 28mm), numbering: "1",
  header: align(center, text(9pt, HEAD)), footer: context align(center, counter(page).display("— 1 —")))
#set text(font: FONT, size: 12pt, lang: "zh", region: "CN", fallback: false, cjk-latin-spacing: none)
#set par(justify: true, leading: 0.9em, spacing: 0.9em, first-line-indent: (amount: 2em, all: true))
#show heading: it => block(above: 1.4em, below: 1em,
  text(size: (18pt, 15pt, 13pt, 12pt).at(it.level - 1), it.body))
#show heading.where(level: 1): set align(center)
#let plain(body) = par(first-line-indent: 0em, body)
#let caption(body) = align(center, plain(strong(body)))
#let box-of(title, ..paragraphs) = block(stroke: 0.6pt, inset: 9pt, width: 100%,
  { block(sticky: true, plain(strong(title))); for text in paragraphs.pos() { plain(text) } })
#align(center, plain(text(22pt, strong(TITLE))))
"""
TYPST_CONTENTS = '#pagebreak()\n#outline(title: "目  录", depth: 2)\n#pagebreak()\n'
TYPST_TABLE = """\
#block(text(10pt, {
  set par(first-line-indent: 0em, justify: false, leading: 0.6em)
  table(columns: (2.8em, 1.5fr, 1.9fr, 4.6em, 4.8em, 7em, 4em), align: center + horizon,
    inset: (x: 4pt, y: 6pt), stroke: 0.5pt, CELLS)
}))
"""


def quoted(text: str) -> str:
    """`text` as a Typst string: the escapes of JSON, without those for letters."""
    return json.dumps(text, ensure_ascii=False)


def typst_cell(cell: Cell) -> str:
    """A table cell with its spans."""
    return f"table.cell(rowspan: {cell.rows}, colspan: {cell.columns}, {quoted(cell.text)})"


def typst_table(table: Table) -> str:
    """The table with a head that is repeated on each page."""
    head, *body = [", ".join(map(typst_cell, row.cells)) for row in table.rows]
    return TYPST_TABLE.replace("CELLS", ",\n    ".join([f"table.header({head})", *body]))


def typst_block(block: Block) -> str:
    """One block in Typst's language."""
    match block:
        case Heading(level=1):
            return ""  # set by the settings, with the document's title
        case Heading(level, text):
            heading = text.replace(" ", "\u3000", 1)
            return f"#heading(level: {level - 1}, {quoted(heading)})\n"
        case Caption(text):
            return f"#caption({quoted(text)})\n"
        case Table():
            return typst_table(block)
        case Box(title, paragraphs):
            return f"#box-of({', '.join(map(quoted, [title, *paragraphs]))})\n"
    function = "plain" if block.text.startswith("注：") else "par"
    return f"#{function}({quoted(block.text)})\n"


def typst_source(blocks: list[Block]) -> str:
    """The whole plan in Typst's language: title, contents, text."""
    settings = TYPST_SETTINGS.replace("TITLE", quoted(title_of(blocks)))
    settings = settings.replace("HEAD", quoted(RUNNING_HEAD)).replace("FONT", quoted(FONT))
    first = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 2)
    front, text = blocks[:first], blocks[first:]
    subtitles = [f"#align(center, plain({quoted(b.text)}))\n" for b in front[1:] if isinstance(b, Paragraph)]
    return "".join([settings, *subtitles, TYPST_CONTENTS, *map(typst_block, text)])


def write_pdf(blocks: list[Block]) -> bytes:
    """The plan as PDF, with a subset of the font embedded."""
    return typst.compile(typst_source(blocks).encode(), format="pdf")


# --- running ------------------------------------------------------------------------------------


def title_of(blocks: list[Block]) -> str:
    """The document's title: its first heading."""
    return next(block.text for block in blocks if isinstance(block, Heading))


WRITERS = {
    "qinghe.docx": write_docx,
    "qinghe.html": write_html,
    "qinghe.pdf": write_pdf,
    "qinghe.txt": write_text,
}


def main(arguments: list[str] | None = None) -> int:
    """Write the files, or with --check compare them; 1 if one differs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file would change")
    check: bool = parser.parse_args(arguments).check
    blocks = read_blocks((FOLDER / SOURCE).read_text("utf-8"))
    differing = 0
    for name, write in WRITERS.items():
        path, made = FOLDER / name, write(blocks)
        same = path.exists() and path.read_bytes() == made
        differing += not same
        if not (same or check):
            path.write_bytes(made)
        print(f"{name}: {'unchanged' if same else 'differs' if check else 'written'}")
    return 1 if check and differing else 0


if __name__ == "__main__":
    sys.exit(main())
