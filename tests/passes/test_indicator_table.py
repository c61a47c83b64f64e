"""The headline table: every row an indicator, every cell read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from milepost.plans.model import Indicator, Target
from milepost.plans.reading import Reading
from passes_support import file_reading, tabled

GOLDEN = Path(__file__).parents[1] / "golden"
EXAMPLES = Path(__file__).parents[2] / "examples" / "qinghe"
HEADER = ["指标", "2020年", "2025年", "年均/累计", "属性"]


def only(reading: Reading) -> Indicator:
    """The one indicator of a reading."""
    assert len(reading.indicators) == 1
    return reading.indicators[0]


def row(*cells: str) -> Indicator:
    """The indicator of a table of one row under the usual header."""
    return only(tabled([HEADER, list(cells)]))


def target_of(cell: str) -> Target:
    """What a cell under the year of the plan's end comes to."""
    target = row("1.某项指标（%）", "50", cell, "—", "预期性").target
    assert target is not None
    return target


def as_golden(reading: Reading) -> list[dict[str, Any]]:
    """The indicators in the form of the golden file."""
    numbers = {indicator.id: indicator for indicator in reading.indicators}

    def of(target: Target | None) -> dict[str, Any] | None:
        if target is None:
            return None
        relation = target.relative_to
        pointed = numbers.get(relation.indicator) if relation else None
        return {
            **{name: getattr(target, name) for name in ("kind", "comparator", "value", "unit", "raw")},
            "relative_to": relation and pointed
            and {"indicator": pointed.number, "name": pointed.name, "comparator": relation.comparator},
        }  # fmt: skip

    names = ("number", "printed_number", "group", "name", "unit", "category", "attribute")
    return [
        {
            **{name: getattr(indicator, name) for name in names},
            "baseline": indicator.baseline
            and {name: getattr(indicator.baseline, name) for name in ("period", "value", "comparator", "raw")},
            "target": of(indicator.target),
            "cumulative": of(indicator.cumulative),
            "span": list(indicator.span),
        }
        for indicator in reading.indicators
    ]


def test_every_cell_of_the_real_plan(real_plans: Path) -> None:
    """The headline table of the real plan is read cell by cell without a difference."""
    golden = json.loads((GOLDEN / "tacheng.indicators.json").read_text("utf-8"))["rows"]
    assert as_golden(file_reading(real_plans / "seed" / "tacheng-14th-fyp.txt")) == golden


@pytest.mark.parametrize("ending", ["md", "html", "docx", "pdf"])
def test_five_formats_have_the_same_table(ending: str) -> None:
    """One table in five formats gives the same indicators, spans aside."""
    plain, other = (as_golden(file_reading(EXAMPLES / file)) for file in ("qinghe.txt", f"qinghe.{ending}"))
    for indicator in [*plain, *other]:
        indicator.pop("span")
    assert other == plain
    assert len(plain) == 22


def test_quarters_are_milestones(real_plans: Path) -> None:
    """A contract's quarterly figures are milestones of its annual target, and no row is lost."""
    reading = file_reading(real_plans / "data" / "plans" / "ngoma-district-indicators.md", "en")
    assert len(reading.indicators) == 160
    assert all(indicator.target is not None for indicator in reading.indicators)
    maize = next(indicator for indicator in reading.indicators if indicator.name.endswith("for Maize"))
    assert (maize.unit, maize.target and maize.target.value) == ("Ha", 21243)
    assert [(m.by, m.value) for m in maize.milestones] == [("Q1", 3340), ("Q2", 17568), ("Q3", 335), ("Q4", 0)]


def test_ranges_and_two_indicators_in_one_cell(real_plans: Path) -> None:
    """A target may be a range, and a cell that names two figures gives two indicators."""
    reading = file_reading(real_plans / "data" / "plans" / "bangsamoro-table-4-1.md", "en")
    assert [indicator.name for indicator in reading.indicators][2:4] == ["Industry", "Services"]
    industry = reading.indicators[2]
    assert industry.baseline is not None
    assert industry.target is not None
    assert (industry.baseline.value, industry.baseline.period) == (7.9, ("2020", "2021"))
    assert (industry.target.comparator, industry.target.value, industry.target.value_high) == ("range", 10, 12)


@pytest.mark.parametrize(
    ("cell", "kind", "comparator", "value"),
    [
        ("55", "level", "eq", 55),
        ("９５以上", "level", "ge", 95),
        ("≥0.2", "level", "ge", 0.2),
        ("＞95", "level", "gt", 95),
        ("4以内", "level", "le", 4),
        ("控制在4.5以内", "level", "le", 4.5),
        ("<5.5", "level", "lt", 5.5),
        ("6%左右", "level", "approx", 6),
        ("5～6", "level", "range", 5),
        ("〔13.5〕", "cumulative", "eq", 13.5),
        ("[18]以上", "cumulative", "ge", 18),
        ("全覆盖", "completion", "eq", 100),
        ("控制在省下达指标内", "deferred", "none", None),
        ("保持在合理区间、各年度视情提出", "deferred", "none", None),
        ("保持在合理区间", "discretionary", "none", None),
        ("高于全国平均水平", "relative", "gt", None),
    ],
)
def test_what_a_cell_says(cell: str, kind: str, comparator: str, value: float | None) -> None:
    """Comparators, brackets, ranges and words without a figure each have their meaning."""
    target = target_of(cell)
    assert (target.kind, target.comparator, target.value) == (kind, comparator, value)


def test_a_figure_before_a_wish_is_firm() -> None:
    """力争 behind a figure does not soften it; before it, it does."""
    assert target_of(">7、力争高于往年").certainty == "firm"
    assert target_of("力争达到60").certainty == "strive"


def test_empty_and_dashed_cells_are_null() -> None:
    """Dashes of every width and empty cells state nothing; the row is an indicator all the same."""
    indicator = row("1.耕地保有量（万亩）", "—", "－", "", "约束性")
    assert (indicator.baseline, indicator.target, indicator.cumulative) == (None, None, None)
    assert (indicator.name, indicator.unit, indicator.attribute) == ("耕地保有量", "万亩", "binding")


def test_a_lone_figure_is_the_target_whatever_its_column() -> None:
    """The first figure is the target and a second one `cumulative`, with periods where they run over years."""
    lone = row("1.城镇新增就业（万人）", "5", "—", "〔25〕", "预期性")
    assert lone.target is not None
    assert (lone.target.kind, lone.target.period, lone.cumulative) == ("cumulative", ("2021", "2025"), None)
    both = row("1.受教育年限（年）", "10.6", "11.3", "〔0.7〕", "约束性")
    assert both.target is not None
    assert both.cumulative is not None
    assert (both.target.kind, both.target.by, both.target.period) == ("level", "2025", None)
    assert (both.cumulative.kind, both.cumulative.value) == ("cumulative", 0.7)


def test_growth_without_brackets_where_sums_stand_in_brackets() -> None:
    """Under a header for growth in per cent and for sums in brackets, a figure without brackets is growth."""
    reading = tabled(
        [
            ["指标", "2020年", "2025年", "年均增长（%）/〔累计〕", "属性"],
            ["1.地区生产总值（亿元）", "320.4", "439", "6.5", "预期性"],
            ["2.城镇新增就业（万人）", "0.9", "—", "〔5〕", "预期性"],
        ]
    )
    rows = [row.cumulative or row.target for row in reading.indicators]
    assert [(row.kind, row.value) for row in rows if row] == [("annual_growth", 6.5), ("cumulative", 5)]


def test_growth_beside_a_level() -> None:
    """A percentage under 年均 is the growth of an indicator that is measured otherwise."""
    indicator = row("1.地区生产总值（亿元）", "500", "700", "7%左右", "预期性")
    assert indicator.cumulative is not None
    assert (indicator.cumulative.kind, indicator.cumulative.unit) == ("annual_growth", "%")


@pytest.mark.parametrize("words", ["高于GDP增长", "快于经济增长", "高于地区生产总值增速"])
def test_a_relation_points_at_the_row_that_it_names(words: str) -> None:
    """GDP, 经济增长 and 地区生产总值 are one thing, and a relation to it points at its row."""
    reading = tabled(
        [
            HEADER,
            ["1.国内生产总值（GDP）增长（%）", "2", "—", "5", "预期性"],
            ["2.劳动生产率增长（%）", "2", "—", words, "预期性"],
        ]
    )
    first, second = reading.indicators
    assert second.target is not None
    assert second.target.relative_to is not None
    assert (second.target.kind, second.target.relative_to.indicator) == ("relative", first.id)


def test_sub_rows_share_number_and_units_in_order() -> None:
    """Sub-rows under one name have it as their group, share its number, and are given its units in order."""
    reading = tabled(
        [
            ["类别", ("指标", 1, 2), "2020年", "2025年", "属性"],
            [("民生", 3, 1), ("7.城镇就业（万人，%）", 2, 1), "新增就业", "3", "4", "预期性"],
            ["失业率", "3", "4以内", "预期性"],
            [("9.人均预期寿命（岁）", 1, 2), "77", "78", "预期性"],
        ]
    )
    assert [(i.number, i.printed_number, i.group, i.name, i.unit) for i in reading.indicators] == [
        (1, "7", "城镇就业", "新增就业", "万人"),
        (1, "7", "城镇就业", "失业率", "%"),
        (2, "9", None, "人均预期寿命", "岁"),
    ]
    assert {indicator.category for indicator in reading.indicators} == {"民生"}
    assert reading.indicators[0].span.of(reading.text).startswith("新增就业")


def test_groups_without_merged_cells() -> None:
    """A numbered row without figures is the group of the unnumbered rows behind it."""
    reading = tabled(
        [
            ["序号", "指标", "2020年", "2025年", "属性"],
            ["1", "污染物排放减少（%）", "", "", ""],
            ["", "化学需氧量", "5", "〔8〕", "约束性"],
            ["", "氨氮", "4", "〔10〕", "约束性"],
            ["2", "森林覆盖率（%）", "20", "22", "约束性"],
        ]
    )
    assert [(i.number, i.group, i.unit) for i in reading.indicators] == [
        (1, "污染物排放减少", "%"),
        (1, "污染物排放减少", "%"),
        (2, None, "%"),
    ]


def test_category_rows_unit_column_and_notes() -> None:
    """A row of one cell heads a category, units may have a column, and a note is no row."""
    reading = tabled(
        [
            ["序号", "指标名称", "单位", "2020年基期值", "2025年目标值", "指标属性"],
            [("一、经济发展", 1, 6)],
            ["1", "地区生产总值", "亿元", "1200", "1800", "预期性"],
            [("二、民生福祉", 1, 6)],
            ["2", "养老床位", "张", "32", "≥45", "约束性"],
            [("注：带〔〕为累计数。", 1, 6)],
        ]
    )
    assert [(i.category, i.name, i.unit) for i in reading.indicators] == [
        ("经济发展", "地区生产总值", "亿元"),
        ("民生福祉", "养老床位", "张"),
    ]


def test_two_header_rows_and_a_repeated_header() -> None:
    """A header of two rows is read from both, and its repetition behind a page break is no row."""
    top = [("指标", 2, 1), ("2020年", 2, 1), ("2025年", 1, 2)]
    below = ["目标值", "年均增长（%）"]
    reading = tabled([top, below, ["甲（亿元）", "5", "7", "7"], ["乙（个）", "1", "2", ""]])
    first = reading.indicators[0]
    assert first.target is not None
    assert first.cumulative is not None
    assert (first.target.value, first.cumulative.kind) == (7, "annual_growth")
    repeated = tabled([HEADER, ["甲（个）", "1", "2", "", "预期性"], HEADER, ["乙（个）", "1", "2", "", "预期性"]])
    assert [indicator.name for indicator in repeated.indicators] == ["甲", "乙"]


def test_a_table_cut_by_a_page_break_is_one() -> None:
    """The rest of a table on the next page, with the header again or without, carries its numbers on."""
    first = [HEADER, ["1.甲（个）", "1", "2", "", "预期性"]]
    rest = ["2.乙（个）", "1", "2", "", "预期性"]
    for second in ([HEADER, rest], [rest]):
        reading = tabled(first, second, between="\n12\n")
        assert [(i.number, i.name) for i in reading.indicators] == [(1, "甲"), (2, "乙")]


def test_a_misprinted_number_is_kept_beside_the_true_order() -> None:
    """`printed_number` is what is printed, `number` the true order."""
    assert (
        row("29.甲（个）", "1", "2", "", "预期性").printed_number,
        row("29.甲（个）", "1", "2", "", "预期性").number,
    ) == ("29", 1)


def test_yearly_columns_are_milestones() -> None:
    """Targets of the years before the plan's end are milestones."""
    indicator = only(tabled([["指标", "2020年", "2023年", "2025年"], ["粮食产量（万吨）", "100", "104", "108"]]))
    assert indicator.target is not None
    assert (indicator.target.value, [(m.by, m.value) for m in indicator.milestones]) == (108, [("2023", 104)])


def test_round_brackets_count_as_sums_where_a_note_says_so() -> None:
    """（ ） marks a sum over the period only where header or note says so."""
    rows = [HEADER, ["1.能耗降低（%）", "—", "—", "（14.5）", "约束性"]]
    plain, noted = only(tabled(rows)), only(tabled(rows, behind="注：（）内为五年累计数。"))
    assert plain.target is not None
    assert noted.target is not None
    assert (plain.target.kind == "cumulative", noted.target.kind) == (False, "cumulative")


@pytest.mark.parametrize(
    "header",
    [["项目名称", "建设内容", "规划投资"], ["指标", "2015年", "2020年完成"], ["县（市）", "面积", "人口"]],
)
def test_other_tables_are_not_read(header: list[str]) -> None:
    """Tables of projects, of the past and of facts hold no indicators."""
    assert tabled([header, ["甲", "乙", "3"]]).indicators == ()


def test_ids_hang_on_name_and_unit_alone() -> None:
    """Another target leaves an indicator's id as it was."""
    assert row("1.甲（个）", "1", "2", "", "预期性").id == row("1.甲（个）", "1", "3", "", "预期性").id
