"""How a table that Word flattened into text is put together again."""

from __future__ import annotations

from pathlib import Path

from milepost.documents.flattened import flattened_tables
from milepost.documents.model import Table
from milepost.documents.run import read_document


def flat(*rows: str) -> str:
    """Rows written `a|b|c` as Word flattens them."""
    return "".join("\n" + "".join(f"\t{cell}\n" for cell in row.split("|")) for row in rows)


def only(text: str) -> Table:
    """The one table of a text."""
    (table,), _ = flattened_tables(text)
    return table


def texts(table: Table) -> list[list[str]]:
    """The grid's texts, merged cells repeated."""
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def test_a_plain_table_has_its_title_and_spans() -> None:
    """Each cell's span covers what is printed, and the title above is the caption."""
    text = "表2 粮食目标\n" + flat("名称|2020年|2025年", "产量（万吨）|5|6", "面积（万亩）|7|8") + "\n\n后文。\n"
    table = only(text)
    assert texts(table)[1] == ["产量（万吨）", "5", "6"]
    assert table.caption is not None
    assert table.caption.of(text) == "表2 粮食目标"
    assert all(cell.text == cell.span.of(text) for cell in table.cells)


def test_a_line_break_inside_a_cell_belongs_to_the_cell() -> None:
    """A line without a tab goes on with the cell above; the cell's text has no break."""
    table = only(flat("类\n别|名称|值", "经济\n发展|产值|5", "|税收|6"))
    assert texts(table) == [["类别", "名称", "值"], ["经济发展", "产值", "5"], ["经济发展", "税收", "6"]]


def test_a_lone_tab_at_a_rows_start_continues_the_cell_above() -> None:
    """Elsewhere a lone tab is an empty cell."""
    table = only(flat("类别|名称|2020年|2025年", "经济|产值|5|6", "|税收|7|", "民生|就业|1|2"))
    assert next(cell.rows for cell in table.cells if cell.text == "经济") == 2
    assert table.grid()[2][3] is not None
    assert texts(table)[2] == ["经济", "税收", "7", ""]


def test_a_header_cell_over_two_columns_is_found_from_the_rows() -> None:
    """A name with sub-rows takes two columns, in the header and in rows without sub-rows."""
    table = only(
        flat(
            "类别|指标|2020年|2025年|属性",
            "经济|1.产值（亿元）|5|6|预期性",
            "|2.税收（亿元）|7|8|预期性",
            "民生|3.就业（万人）|新增就业|1|2|预期性",
            "||城镇失业|3|4|预期性",
            "|4.学校（所）|7|8|约束性",
        )
    )
    assert table.width == 6
    assert texts(table)[0] == ["类别", "指标", "指标", "2020年", "2025年", "属性"]
    assert texts(table)[4] == ["民生", "3.就业（万人）", "城镇失业", "3", "4", "预期性"]
    assert texts(table)[5] == ["民生", "4.学校（所）", "4.学校（所）", "7", "8", "约束性"]


def test_a_value_merged_over_two_columns_takes_the_columns_of_the_figures() -> None:
    """A row that is one cell short is aligned by what its cells look like."""
    table = only(
        flat(
            "名称|2020年|2025年|年均|属性",
            "1.产值（亿元）|5|6|—|预期性",
            "2.税收（亿元）|7|8|—|预期性",
            "3.能耗（%）|1|由上级下达后分解落实|约束性",
        )
    )
    assert texts(table)[3] == ["3.能耗（%）", "1", "由上级下达后分解落实", "由上级下达后分解落实", "约束性"]


def test_a_header_repeated_at_a_page_break_is_recorded() -> None:
    """The row stays on the grid, and a category goes on behind it."""
    table = only(flat("类别|名称|值", "经济|产值|5", "类别|名称|值", "|税收|6"))
    assert table.repeated_headers == (2,)
    assert texts(table)[3] == ["经济", "税收", "6"]


def test_paragraphs_and_box_titles_behind_a_tab_are_no_table() -> None:
    """Indented paragraphs, single box titles and lists stay text."""
    box = "\t专栏 3：重点项目\n农业：某项目、另一项目等。\n\n\n下文。\n"
    paragraphs = "\n\n".join(f"\t这是第{number}个段落，讲的是一件与表格毫无关系的事情。" for number in range(9)) + "\n"
    assert flattened_tables(box + paragraphs + box) == ((), ())


def test_two_tables_are_two() -> None:
    """A title in a cell of its own begins a new table and is its caption."""
    text = flat("名称|值", "甲|1", "乙|2") + "\n" + flat("表2 其他指标", "项目|值|注", "丙|3|4")
    tables, _ = flattened_tables(text)
    assert [(table.height, table.width) for table in tables] == [(3, 2), (2, 3)]
    assert tables[1].caption is not None
    assert tables[1].caption.of(text) == "表2 其他指标"


def test_a_table_of_very_many_cells_is_cut_with_a_note() -> None:
    """The text stays whole."""
    text = flat("名称|甲|乙|丙", *(["行|1|2|3"] * 30_000))
    (table,), (note,) = flattened_tables(text)
    assert len(table.cells) <= 100_000
    assert "longer" in note.what


def test_the_real_headline_table_is_read_as_printed(real_plans: Path) -> None:
    """Seven columns, twenty-one rows of figures, a repeated header and a note."""
    document = read_document(real_plans / "seed" / "tacheng-14th-fyp.txt")
    (table,) = document.tables
    grid = texts(table)
    assert (table.width, table.height, table.header_rows, table.repeated_headers) == (7, 24, 1, (20,))
    assert grid[0] == ["类别", "指标名称", "指标名称", "2020年", "2025年", "年均/累计", "属性"]
    assert all(row[6] in {"预期性", "约束性"} for index, row in enumerate(grid[1:23], 1) if index != 20)
    assert grid[15][3:6] == ["1.01", grid[15][5], grid[15][5]]
    assert {row[0] for row in grid[6:15]} == {"民生福祉"}
    assert all(cell.text == "".join(cell.span.of(document.text).split("\n")) for cell in table.cells)
