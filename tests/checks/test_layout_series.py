"""Series of numbers: where a count breaks, which lines count on from each other, where headings are lost."""

from __future__ import annotations

import pytest

from checks_support import plan_of_case
from milepost.checks.captions import captions
from milepost.checks.enumerated import enumerations
from milepost.checks.inspection import Inspection
from milepost.checks.lost_headings import gaps, restarts
from milepost.checks.numbering import breaks
from milepost.checks.outline import divisions, lines


def inspection(text: str) -> Inspection:
    """An inspection of a small text."""
    return Inspection.of(plan_of_case(text))


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], []),
        ([1, 2, 3], []),
        ([2, 3], [("missing", 0, (1,))]),
        ([1, 3, 4], [("missing", 1, (2,))]),
        ([1, 2, 2, 3], [("repeated", 2, ())]),
        ([1, 2, 2, 4], [("repeated", 2, ())]),
        ([1, 3, 2, 4], [("disorder", 1, ())]),
        ([1, 2, 9, 4], [("disorder", 2, ())]),
        ([1, 2, 1, 4], [("repeated", 2, ())]),
        ([1, 2, 1, 2], [("again", 2, ())]),
        ([1, 1], [("repeated", 1, ())]),
    ],
)
def test_a_count_breaks_in_one_place_for_one_slip(
    numbers: list[int], expected: list[tuple[str, int, tuple[int, ...]]]
) -> None:
    """One number that is lost, doubled, misprinted or moved gives one break, whatever stands behind it."""
    assert [(each.kind, each.at, each.missing) for each in breaks(numbers)] == expected


def test_a_count_may_begin_anywhere_when_told_so() -> None:
    """Without a first number the count is taken up where it begins."""
    assert breaks([7, 8, 9], start=None) == []


def test_chapters_that_run_on_from_part_to_part_are_one_series() -> None:
    """Chapters numbered through the whole document are counted through; others part by part."""
    through = "第一篇  甲\n第一章  一\n文。\n第二篇  乙\n第二章  二\n文。\n第三篇  丙\n第三章  三\n文。\n"
    anew = "第一篇  甲\n第一章  一\n文。\n第二篇  乙\n第一章  二\n文。\n第三篇  丙\n第一章  三\n文。\n"
    counted = [[each.number for each in one.items] for one in divisions(inspection(through)) if one.style == "chapter"]
    apart = [[each.number for each in one.items] for one in divisions(inspection(anew)) if one.style == "chapter"]
    assert counted == [[1, 2, 3]]
    assert apart == [[1], [1], [1]]


def test_numbered_lines_run_on_across_the_headings_above() -> None:
    """The articles of a decree, numbered through its chapters, are one series."""
    text = (
        "一、要求\n（一）思路。稳中求进。\n（二）原则。统筹兼顾。\n二、任务\n（三）农业。稳粮优菜。\n"
        "（四）工业。提质增效。\n"
    )
    found = [[each.number for each in one.items] for one in lines(inspection(text)) if one.style == "（一）"]
    assert found == [[1, 2, 3, 4]]


def test_lines_of_a_table_and_of_the_contents_are_not_counted() -> None:
    """Numbers in tables and in a table of contents belong to no series of headings."""
    text = "规划\n目录\n一、农业\n二、工业\n三、旅游\n\n一、农业\n稳粮。\n二、工业\n提质。\n三、旅游\n做强。\n"
    found = [[each.number for each in one.items] for one in lines(inspection(text))]
    assert found == [[1, 2, 3]]


def test_a_numbered_list_is_no_series_of_headings() -> None:
    """Lines that are sentences count the members of a list, lines that are titles head sections."""
    listed = "Chapter 1 Farms\nWe will:\n1. Raise yields; cut costs.\n2. Dig wells; mend canals.\n"
    titled = "Chapter 1 Farms\nWe begin.\n1. Yields\nWe raise them.\n2. Costs\nWe cut them.\n"
    assert [each.heads for each in lines(inspection(listed))] == [False]
    assert [each.heads for each in lines(inspection(titled))] == [True]


def test_a_gap_names_the_line_that_reads_like_the_lost_heading() -> None:
    """A short line without number or stop between the neighbours of a gap is where the heading seems to be."""
    text = "第一章  农业\n稳粮优菜。\n做强工业\n提质增效。\n第三章  旅游\n做强做优。\n"
    seen = inspection(text)
    assert [[place.of(seen.text) for place in gap.lost] for gap in gaps(seen)] == [["做强工业"]]


def test_a_gap_names_the_heading_that_a_paragraph_swallowed() -> None:
    """A heading in the middle of a paragraph is found by its number."""
    text = "第一章  农业\n稳粮优菜。第二章  工业  提质增效，做强做优。\n第三章  旅游\n做强做优。\n"
    seen = inspection(text)
    assert [gap.lost[0].of(seen.text)[:3] for gap in gaps(seen)] == ["第二章"]


def test_sections_that_begin_anew_show_where_a_chapter_was_lost() -> None:
    """A restart of the level below is told once: with the gap above where there is one."""
    text = (
        "第一章  农业\n第一节  粮食\n稳。\n第二节  蔬菜\n优。\n第一节  制造\n强。\n第二节  能源\n足。\n"
        "第三章  旅游\n做优。\n"
    )
    seen = inspection(text)
    assert [first.of(seen.text) for _, _, first in restarts(seen)] == ["第一节  制造"]
    assert [[place.of(seen.text) for place in gap.lost] for gap in gaps(seen)] == [["第一节  制造"]]


def test_enumerations_inside_a_member_do_not_disturb_the_outer_one() -> None:
    """Marks that begin paragraphs count on while others count inside one of the paragraphs."""
    text = (
        "第一章  农业\n一是稳粮。要抓三点，一是种子，二是水利，三是农机。\n二是优菜。抓好基地。\n三是兴果。抓好品种。\n"
    )
    found = sorted([each.number for each in one.items] for one in enumerations(inspection(text)))
    assert found == [[1, 2, 3], [1, 2, 3]]


def test_titles_of_tables_are_counted_kind_by_kind() -> None:
    """Tables and figures, and tables numbered by chapter, are series of their own; a mention is no title."""
    text = (
        "第一章  农业\n表1  产量\n见表1。\n图1  布局\n文。\n表2  面积\n表2的数据来自统计局。\n"
        "表3-1  品种\n文。\n表3-2  品质\n文。\n"
    )
    found = sorted([each.number for each in group] for group in captions(inspection(text)))
    assert found == [[1], [1, 2], [1, 2]]
