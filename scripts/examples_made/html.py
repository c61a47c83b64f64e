"""The example plan as one HTML page."""

from __future__ import annotations

import html
from collections.abc import Iterator

from examples_made.blocks import Block, Box, Caption, Cell, Heading, Paragraph, Row, Table, title_of

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
