"""Signs and lines: pairs of brackets and quotes, dashes, kinds of lines, tables of contents, grids of tables."""

from __future__ import annotations

import pytest

from checks_support import plan_of_case
from milepost.checks.contents import comparison, contents_span
from milepost.checks.dashes import chains
from milepost.checks.grids import grid_of, row_span
from milepost.checks.inspection import Inspection
from milepost.checks.pairing import unpaired
from milepost.checks.table_rows import numbered_rows
from milepost.checks.text_lines import text_lines
from milepost.kernel.span import Span
from milepost.plans.model import PlanTable, TableCell


def inspection(text: str) -> Inspection:
    """An inspection of a small text."""
    return Inspection.of(plan_of_case(text))


def table(*rows: tuple[str, ...]) -> PlanTable:
    """A table of plain cells, one behind the other."""
    start, placed = 0, []
    for row in rows:
        cells = []
        for words in row:
            cells.append(TableCell(words, Span(start, start + len(words))))
            start += len(words)
        placed.append(tuple(cells))
    return PlanTable(Span(0, start), None, tuple(placed))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("修路（含桥）通水。", []),
        ("修路（含桥通水。", ["（"]),
        ("修路含桥）通水。", ["）"]),
        ("修路(含桥）通水。", ["(）"]),
        ("推行“双随机“监管。", ["““"]),
        ("落实《规划（草案）》要求。", []),
        ("做好：1）修路；2）通水。", []),
        ("推行”双随机“监管。", ["”“"]),
    ],
)
def test_signs_pair_within_a_paragraph(words: str, expected: list[str]) -> None:
    """Each slip of a pair is told once, with the signs that disagree."""
    assert [each.signs for each in unpaired(inspection(f"第一章  交通\n{words}\n"))] == expected


def test_a_bracket_is_not_closed_in_the_next_paragraph() -> None:
    """Pairs do not reach over the end of a paragraph."""
    assert [each.signs for each in unpaired(inspection("第一章  交通\n修路（含桥。\n通水）含渠。\n"))] == ["（", "）"]


def test_a_title_may_be_broken_inside_its_brackets() -> None:
    """A bracket that is closed on the line below a line that is no sentence has its partner."""
    text = "青禾市政府工作报告\n（2025年1月在青禾市人民代表大会\n第四次会议上）\n第一章  农业\n稳粮。\n"
    assert unpaired(inspection(text)) == ()


def test_names_in_one_chain_are_one_group() -> None:
    """A chain of three names joined by other dashes elsewhere is one finding with the whole chain."""
    seen = inspection("第一章  交通\n治理甲—乙—丙区域。\n第二章  环保\n深化甲-乙-丙联防。\n")
    assert [[place.of(seen.text) for place in places] for places in chains(seen)] == [["甲—乙—丙", "甲-乙-丙"]]


def test_years_joined_by_different_dashes_are_the_same_years() -> None:
    """Spans of years are compared whole."""
    seen = inspection(
        "第一章  总则\n规划期为2021—2025年。\n第二章  附则\n本规划（2021-2025年）自印发之日起施行，2021-2035年另定。\n"
    )
    assert [[place.of(seen.text) for place in places] for places in chains(seen)] == [["2021—2025", "2021-2025"]]


def test_lines_are_told_apart_by_what_they_are() -> None:
    """Headings, titles of boxes, what stands in a box and running text; lines of tables are none of them."""
    text = (
        "第一章  农业\n稳粮优菜。\n专栏1  农业重点项目\n青禾水库、青禾灌区、青禾粮仓、青禾冷库。\n"
        "第二章  工业\n提质。\n"
    )
    assert [line.kind for line in text_lines(inspection(text))] == [
        "heading", "text", "box title", "box", "heading", "text",
    ]  # fmt: skip


def test_a_table_of_contents_is_compared_both_ways() -> None:
    """Entries without a heading, headings without an entry, and entries that read otherwise."""
    text = (
        "规划\n目录\n第一章  发展农业\n第二章  做强工业\n第三章  繁荣旅游\n第五章  加强领导\n\n"
        "第一章  发展农业\n稳粮。\n第二章  做大工业\n提质。\n第四章  办好教育\n优先。\n第五章  加强领导\n落实。\n"
    )
    found = comparison(inspection(text))
    assert [entry.title for entry in found.missing] == ["繁荣旅游"]
    assert [section.title for section in found.unlisted] == ["办好教育"]
    assert [(entry.title, section.title) for entry, section in found.differing] == [("做强工业", "做大工业")]


def test_a_document_without_contents_has_none() -> None:
    """Headings of the text are not taken for a table of contents."""
    seen = inspection("第一章  农业\n稳粮。\n第二章  工业\n提质。\n第三章  旅游\n做强。\n")
    assert contents_span(seen).length == 0
    assert comparison(seen).missing == ()


def test_a_cell_over_several_rows_pushes_those_below_aside() -> None:
    """Cells stand in the columns in which a reader sees them."""
    rows = (
        (TableCell("类别", Span(0, 2)), TableCell("指标", Span(2, 4)), TableCell("2025年", Span(4, 9))),
        (TableCell("经济", Span(9, 11), rows=2), TableCell("产量", Span(11, 13)), TableCell("42", Span(13, 15))),
        (TableCell("产值", Span(15, 17)), TableCell("55", Span(17, 19))),
    )
    grid = grid_of(PlanTable(Span(0, 19), None, rows))
    assert [placed.column for placed in grid.rows[2]] == [1, 2]
    assert grid.header_over(grid.rows[2][1]) == "2025年"
    assert row_span(grid.rows[2]) == Span(15, 19)


def test_figures_in_the_first_cells_are_no_numbers_of_rows() -> None:
    """Rows are numbered where the numbers run on by one for the most part."""
    counted = table(("1", "粮食", "40"), ("2", "蔬菜", "20"), ("5", "果品", "3"), ("4", "肉类", "8"))
    figures = table(("40", "粮食"), ("12", "蔬菜"), ("3", "果品"))
    assert [row.number for row in numbered_rows(counted)] == [1, 2, 5, 4]
    assert numbered_rows(figures) == []
