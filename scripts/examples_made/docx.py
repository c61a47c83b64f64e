"""The example plan as a Word document."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph

from examples_made.blocks import FONT, RUNNING_HEAD, Block, Box, Caption, Cell, Heading, Paragraph, Table, title_of

WRITTEN = datetime(2021, 4, 1, tzinfo=UTC)
ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest date a ZIP entry can carry


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
