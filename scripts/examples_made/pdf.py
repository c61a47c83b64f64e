"""The example plan as PDF, set by Typst."""

from __future__ import annotations

import json

import typst

from examples_made.blocks import FONT, RUNNING_HEAD, Block, Box, Caption, Cell, Heading, Paragraph, Table, title_of

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
