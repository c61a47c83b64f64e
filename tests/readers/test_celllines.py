"""Tables of plain text whose cells stand one a line."""

from __future__ import annotations

import time

import pytest

from milepost.documents.celllines import listed_tables

ROWS = (
    "名称 2020年 2025年 属性 小麦产量（吨） 5 >7 预期性 玉米面积 - 较上期多3成 预期性 "
    "桥梁（座） 1,200 〔3〕 约束性 林地占比（%） 12.5 13 约束性"
).split()


def cells(text: str) -> list[list[str]]:
    """The rows of the only table, as words."""
    (table,) = listed_tables(text)
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def test_cells_one_a_line_fall_into_their_rows() -> None:
    """The width of the table is found from the columns that hold figures, and spans are those of the lines."""
    text = "前文。\n表1  主要目标\n" + "\n".join(ROWS) + "\n后文说明了这些目标。\n"
    (table,) = listed_tables(text)
    assert cells(text) == [ROWS[start : start + 4] for start in range(0, len(ROWS), 4)]
    assert all(cell.span.of(text) == cell.text for cell in table.cells)
    assert table.caption is not None
    assert table.caption.of(text) == "表1  主要目标"


@pytest.mark.parametrize("ending", ["\n注：括号内为累计数。\n", "\n\n", "\n这是一句完整的话。\n", ""])
def test_what_ends_the_table(ending: str) -> None:
    """A note, a blank line, a sentence or the end of the text ends the table."""
    assert len(cells("表1 主要目标\n" + "\n".join(ROWS) + ending)) == 5


@pytest.mark.parametrize(
    "lines",
    [
        ["甲项目", "乙项目", "丙项目", "丁项目"] * 5,
        ["名称", "2020年", "2025年", "甲", "5", "乙", "6", "7", "丙", "8", "丁", "9"],
        ["名称", "数量", "甲", "5", "乙", "6"],
        ["5", "6", "7"] * 6,
    ],
)
def test_short_lines_are_no_table_by_themselves(lines: list[str]) -> None:
    """Lines that do not fall into rows beginning with words, with figures in one column, are no table."""
    assert listed_tables("表1 主要目标\n" + "\n".join(lines) + "\n") == ()


def test_without_a_title_there_is_no_table() -> None:
    """Only a title above tells that short lines are cells."""
    assert listed_tables("\n".join(ROWS) + "\n") == ()


def test_many_titles_and_many_lines_are_read_in_no_time() -> None:
    """Time grows with the text, however many lines look like titles or cells."""
    text = "表1 目标\n" * 10_000 + "表2 目标\n" + "甲\n" * 100_000
    start = time.perf_counter()
    assert listed_tables(text) == ()
    assert time.perf_counter() - start < 3
