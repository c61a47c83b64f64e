"""What a Markdown file becomes: the file itself as text, with headings, lists and tables pointing into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from milepost.documents.model import Document
from milepost.documents.run import read_bytes, read_document


def read(text: str) -> Document:
    """Read a Markdown text."""
    return read_bytes(text.encode(), "plan.txt", media_type="text/markdown")


def test_the_text_is_the_file() -> None:
    """Nothing is rendered away, so that spans count the file's characters."""
    text = "# **A** plan\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    document = read_bytes(text.encode(), "plan.txt")
    assert document.media_type == "text/markdown"
    assert document.text == text


def test_headings_of_both_kinds_have_their_level_and_bare_title() -> None:
    """Marks are not part of a heading's span; a line in a code block is no heading."""
    document = read("# One #\n\nTwo\n===\n\nThree\n---\n\n```\n# no\n```\n\n### **Four**\n\ntext\n# \n")
    found = [(block.span.of(document.text), block.level) for block in document.blocks if block.kind == "heading"]
    assert found == [("One", 1), ("Two", 1), ("Three", 2), ("Four", 3)]


def test_lists_and_quotes_are_blocks_without_their_marks() -> None:
    """An item's span begins behind its mark, a quotation's behind `>`."""
    document = read("- one\n- two\n  more\n\n> a box\n>\n> inside\n\n1. first\n")
    found = [(block.kind, block.span.of(document.text)) for block in document.blocks]
    assert found == [
        ("list_item", "one"),
        ("list_item", "two\n  more"),
        ("paragraph", "a box"),
        ("paragraph", "inside"),
        ("list_item", "first"),
    ]


def test_a_cell_has_no_marks_and_its_span_covers_what_is_printed() -> None:
    """Bold, links, escapes and line breaks leave the cell's text."""
    text = "| **Area** (ha) | [Rice](r.md) | a \\| b | x<br>y |\n|--|:--|--:|--|\n| 1 | 2 | 3 | 4 |\n"
    document = read(text)
    cells = document.tables[0].cells
    assert [cell.text for cell in cells[:4]] == ["Area (ha)", "Rice", "a | b", "x y"]
    assert cells[0].span.of(text) == "**Area** (ha)"


def test_rows_wider_than_their_header_keep_all_cells() -> None:
    """The header's cell stands over the columns that look alike."""
    row = "| Area of {} | Q1: 1 | Q2: 2 | Q3: 3 | 6 |\n"
    document = read("| Indicator | Milestones | Annual |\n|---|---|---|\n" + row.format("rice") + row.format("maize"))
    (table,) = document.tables
    assert table.width == 5
    assert [cell.text if cell else "" for cell in table.grid()[0]] == ["Indicator", *["Milestones"] * 3, "Annual"]
    assert [cell.text if cell else "" for cell in table.grid()[1]] == ["Area of rice", "Q1: 1", "Q2: 2", "Q3: 3", "6"]


def test_short_rows_are_filled_and_empty_first_cells_continue() -> None:
    """A missing cell at the end is empty; an empty first cell belongs to the one above."""
    (table,) = read("| a | b | c |\n|---|---|---|\n| x | 1 | 2 |\n|  | 3 |\n").tables
    assert [cell.text if cell else "" for cell in table.grid()[2]] == ["x", "3", ""]


def test_an_html_table_keeps_its_merged_cells_and_caption() -> None:
    """Rowspan and colspan are placed; the bold line above is the caption."""
    text = (
        "**表1 目标**\n\n<table>\n<tr><th>类别</th><th colspan='2'>名称</th></tr>\n"
        "<tr><td rowspan=2>经济<br>发展</td><td>产值</td><td>&gt;5</td></tr>\n"
        "<tr><td>税收</td><td></td></tr>\n</table>\n\n# 后\n"
    )
    document = read(text)
    (table,) = document.tables
    assert [[cell.text if cell else "" for cell in row] for row in table.grid()] == [
        ["类别", "名称", "名称"],
        ["经济发展", "产值", ">5"],
        ["经济发展", "税收", ""],
    ]
    assert table.caption is not None
    assert table.caption.of(text) == "表1 目标"
    assert [block.span.of(text) for block in document.blocks if block.kind == "heading"] == ["后"]


def test_a_table_inside_a_quotation_is_found() -> None:
    """Boxes are often quotations with a table in them."""
    (table,) = read("> | a | b |\n> |---|---|\n> | 1 | 2 |\n").tables
    assert [cell.text for cell in table.cells] == ["a", "b", "1", "2"]


@pytest.mark.parametrize(("name", "sizes"), [("ngoma-district-indicators.md", {6}), ("bangsamoro-table-4-1.md", {4})])
def test_real_tables_are_read_whole(real_plans: Path, name: str, sizes: set[int]) -> None:
    """Every table of the file, as wide as its widest row."""
    document = read_document(real_plans / "data" / "plans" / name)
    assert {table.width for table in document.tables} == sizes
    assert document.text.count("\n|") >= sum(table.height for table in document.tables)
