"""The example plan as plain text, as a word processor exports it."""

from __future__ import annotations

import zlib

from examples_made.blocks import Block, Box, Caption, Heading, Paragraph, Table


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
