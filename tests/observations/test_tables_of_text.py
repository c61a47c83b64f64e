"""CSV files of observations: long, with years as columns, with indicators as columns; what is refused, and where."""

from __future__ import annotations

from pathlib import Path

import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.kernel.errors import MilepostError, ReadError
from milepost.observations.figures import is_absent, numbers, read_figure
from milepost.observations.files import imported, read_observations
from milepost.observations.importers import csv
from milepost.observations.importing import Imported, ImportOptions
from milepost.observations.model import SCHEMA
from milepost.observations.validating import validated
from milepost.observations.writing import as_csv

HEAD = "indicator,region,period_kind,period,value,unit"
LONG = f"{HEAD}\n地区生产总值,654200,year,2020,737.57,亿元\n"
WIDE = """主要指标,,,,,
单位：亿元,,,,,
指标,计量单位,地区,2020年,2021年①,2025年目标
一、经济,,,,,
1.地区生产总值,亿元,塔城地区,"1,234.5",737.57*,—
其中：第一产业（万元）,,塔城地区,12.3,13,≥15
森林覆盖率,%,塔城地区,22.1%,约23,25以上
常住人口,万人,塔城地区,暂无,120万人,…
注：2021年为初步数,,,,,
资料来源：塔城统计年鉴,,,,,
"""


def taken(text: str | bytes, **options: object) -> Imported:
    """What the CSV importer and validation make of a text."""
    content = text.encode() if isinstance(text, str) else text
    known = ImportOptions(**options)  # type: ignore[arg-type]
    return validated(csv.read(content, "file.csv", known), known)


def faults(text: str, **options: object) -> list[str]:
    """The faults of a text, in English."""
    return [fault.told() for fault in taken(text, **options).faults]


def cells(read: Imported, *columns: str) -> list[tuple[object, ...]]:
    """Columns of the rows that were read."""
    return read.rows.select(columns).rows()


def test_columns_stand_in_any_order() -> None:
    """A long table is read by its headings, wherever they stand, and lacks no column afterwards."""
    read = taken("value,unit,period,period_kind,region,indicator\n5,%,2020,year,654200,a\n")
    assert read.rows.schema == polars.Schema(SCHEMA)
    assert cells(read, "indicator", "value", "unit", "period") == [("a", 5.0, "%", "2020")]
    assert read.places == ("row 2",)


def test_headings_and_words_may_be_chinese() -> None:
    """A long table under Chinese headings, with Chinese words for codes and Chinese periods, is the same table."""
    read = taken(
        "指标,地区,时期类型,时期,数值,单位,数值界限,数据状态,公开范围\n"
        "旅游人次,塔城市,累计,2023年1—9月,12,万人次,不低于,初步,内部\n粮食产量,塔城市,,2023年,5,万吨,,,\n"
    )
    assert not read.faults
    assert cells(read, "period_kind", "period", "bound", "status", "access", "region") == [
        ("year_to_date", "2023-09", "at_least", "preliminary", "internal", "塔城市"),
        ("year", "2023", None, None, None, "塔城市"),
    ]


def test_encodings_are_recognised() -> None:
    """The same rows come out of UTF-8 with and without a mark, UTF-16 and GB18030."""
    expected = taken(LONG).rows
    for encoding in ("utf-8-sig", "utf-16", "gb18030"):
        assert taken(LONG.encode(encoding)).rows.equals(expected), encoding


def test_years_as_columns() -> None:
    """Years as columns give a row for each value; dashes and 暂无 give none; marks, units and bounds are read."""
    read = taken(WIDE)
    assert not read.faults
    assert cells(read, "indicator", "period", "value", "unit", "bound", "status", "confidence") == [
        ("地区生产总值", "2020", 1234.5, "亿元", None, None, None),
        ("地区生产总值", "2021", 737.57, "亿元", None, None, None),
        ("第一产业", "2020", 12.3, "万元", None, None, None),
        ("第一产业", "2021", 13.0, "万元", None, None, None),
        ("第一产业", "2025", 15.0, "万元", "at_least", "plan", None),
        ("森林覆盖率", "2020", 22.1, "%", None, None, None),
        ("森林覆盖率", "2021", 23.0, "%", None, None, "medium"),
        ("森林覆盖率", "2025", 25.0, "%", "at_least", "plan", None),
        ("常住人口", "2021", 120.0, "万人", None, None, None),
    ]
    assert read.places[0] == "row 5 (D5)"
    assert set(read.rows["source"]) == {"塔城统计年鉴"}


def test_two_lines_of_heading_give_values_and_growth() -> None:
    """Under a year divided into value and growth, the growth goes with the value and becomes no level."""
    read = taken(
        "指标,单位,2022年,,2023年,\n,,绝对数,比上年增长%,绝对数,比上年增长%\n地区生产总值,亿元,900,5.1,950,-4.8\n",
        region="654200",
    )
    assert cells(read, "period", "value", "growth_percent") == [("2022", 900.0, 5.1), ("2023", 950.0, -4.8)]


def test_years_as_lines() -> None:
    """Years as lines and indicators as columns: the unit and the basis stand in the heading's brackets."""
    read = taken("年份,地区生产总值（亿元，当年价）,城镇化率/%\n2020,737.57,59.1\n2021,800,\n", region="654200")
    assert cells(read, "indicator", "period", "value", "unit", "basis") == [
        ("地区生产总值", "2020", 737.57, "亿元", "当年价"),
        ("城镇化率", "2020", 59.1, "%", None),
        ("地区生产总值", "2021", 800.0, "亿元", "当年价"),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a,654200,year,2020,many,%", "row 2, value (E2): no number; found 'many'"),
        ("a,654200,year,2020,\"12,34\",%", "row 2, value (E2): no number; found '12,34'"),
        ("a,654200,year,2020,NaN,%", "row 2, value (E2): no number; found 'NaN'"),
        ("a,654200,year,2020,inf,%", "row 2, value (E2): no number; found 'inf'"),
        ("a,654200,year,2020-06,5,%", "row 2, period (D2): the period does not fit its kind; found '2020-06'"),
        ("a,654200,month,2020-13,5,%", "row 2, period (D2): the period does not fit its kind; found '2020-13'"),
        ("a,654200,year,2500,5,%", "row 2, period (D2): the period is out of range; found '2500'"),
        ("a,654200,week,2020,5,%", "row 2, period_kind (C2): no such kind of period; found 'week'"),
        (",654200,year,2020,5,%", "row 2, indicator (A2): no indicator; found nothing"),
        ("a,,year,2020,5,%", "row 2, region (B2): no region; found nothing"),
        ("a,654200,year,2020,5万人,%", "row 2, value (E2): the cell says another unit than its row; found '万人'"),
        ("a,654200,year,2020,5,%,extra", "row 2: more cells than the heading has; accepted: 6 cells"),
    ],
)
def test_a_bad_cell_is_named(line: str, told: str) -> None:
    """A row that cannot be taken is a fault that names its row and cell, what was found and what would do."""
    read = taken(f"{HEAD}\n{line}\n")
    assert read.rows.is_empty()
    assert [fault.told()[: len(told)] for fault in read.faults] == [told]


@pytest.mark.parametrize(
    ("column", "word"),
    [("bound", "roughly"), ("status", "blue"), ("source_kind", "pub"), ("access", "secret"), ("confidence", "some"),
     ("vintage", "2023-02-30"), ("vintage", "2203-01-01"), ("access", "embargoed:soon"), ("growth_percent", "5 pts")],
)  # fmt: skip
def test_a_word_that_no_column_knows_is_a_fault(column: str, word: str) -> None:
    """Words of optional columns are checked like the others, dates against the calendar."""
    told = faults(f"{HEAD},{column}\na,654200,year,2020,5,%,{word}\n")
    assert len(told) == 1
    assert told[0].startswith(f"row 2, {column} (G2)")
    assert repr(word) in told[0]


def test_two_values_for_one_key_are_an_error_that_names_both_rows() -> None:
    """Of two values for one key neither is taken; the same value twice is taken once, with a note."""
    row = "a,654200,year,2020,{},%\n"
    read = taken(HEAD + "\n" + row.format(5) + row.format(6))
    assert read.rows.is_empty()
    assert read.faults[0].told().startswith("row 3, value (E3): another value for the key of row 2; found 6.0 here")
    twice = taken(HEAD + "\n" + row.format(5) + row.format("5.0"))
    assert twice.rows.height == 1
    assert not twice.faults
    assert "row 3" in twice.notes[0].en


def test_the_same_value_in_another_unit_is_the_same() -> None:
    """Two rows of one key agree when they say the same in different units."""
    read = taken(f"{HEAD}\na,654200,year,2020,1.5,亿元\na,654200,year,2020,15000,万元\n")
    assert (read.rows.height, len(read.faults)) == (1, 0)


def test_regions_outside_the_plan_are_refused() -> None:
    """Where the plan's parts are given, their names become codes, and any other region is a fault."""
    parts = {"塔城市": "654201", "654201": "654201"}
    read = taken(f"{HEAD}\na,塔城市,year,2020,5,%\na,火星,year,2020,5,%\n", parts=parts)
    assert cells(read, "region") == [("654201",)]
    assert [fault.told() for fault in read.faults] == [
        "row 3, region (B3): no such region; found '火星'; accepted: 654201"
    ]


def test_an_unknown_heading_is_named_and_known_ones_are_listed() -> None:
    """A heading that no language knows is a fault, and the good columns are still read."""
    read = taken(f"colour,{HEAD}\nred,a,654200,year,2020,5,%\n")
    assert read.faults[0].told().startswith("row 1 (A1): no such column; found 'colour'; accepted: indicator, region")
    assert read.rows.height == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("indicator,region,period_kind,period,unit\na,b,year,2020,%\n", "lacks a column: value"),
        ("indicator,indicator,region,period_kind,period,value,unit\n", "two columns mean the same"),
        ("just,words\nand,more\n", "no line is the heading of a table"),
        (f'{HEAD}\n"a,654200,year,2020,5,%\n', "this is no whole CSV file"),
    ],
)
def test_a_file_that_is_no_table_is_refused_whole(text: str, told: str) -> None:
    """A missing column, a column twice, no heading or an open quotation mark are errors, and say what is accepted."""
    with pytest.raises(ReadError, match=told) as caught:
        taken(text)
    assert caught.value.accepted


def test_nothing_is_taken_of_a_file_with_faults_unless_asked(tmp_path: Path) -> None:
    """A faulty row keeps the whole file out; `partial` takes the good rows."""
    path = tmp_path / "a.csv"
    path.write_text(LONG + "a,654200,year,2020,many,%\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"1 fault, nothing was taken; found\s+row 3, value \(E3\)") as caught:
        read_observations(path)
    assert caught.value.exit_code == 3
    assert read_observations(path, partial=True).height == 1


def test_many_faults_are_counted_and_the_first_are_told(tmp_path: Path) -> None:
    """Of many faults the first twenty are told, and how many more there are."""
    path = tmp_path / "a.csv"
    path.write_text(f"{HEAD}\n" + "a,654200,year,2020,many,%\n" * 50, encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        read_observations(path)
    assert str(caught.value).count("no number") == 20
    assert "and 30 more" in str(caught.value)


def test_a_formula_is_text_and_is_written_so_that_it_stays_one() -> None:
    """Text that begins like a formula is kept as text, guarded when written, and comes back the same."""
    read = taken(f"{HEAD},note\na,654200,year,2020,5,%,=1+1\na,654200,year,2021,5,%,'@x\n")
    written = as_csv(read.rows)
    assert b"'=1+1" in written
    assert taken(written).rows.equals(read.rows)


def test_a_comma_that_may_be_decimal_is_not_guessed_at() -> None:
    """In a file with semicolons between cells, a comma in a number is a fault and not a guess."""
    told = faults("indicator;region;period_kind;period;value;unit\na;654200;year;2020;1,234;%\n")
    assert told
    assert told[0].startswith("row 2, value (E2): no number; found '1,234'")


def test_an_absent_value_is_never_zero() -> None:
    """Blanks, dashes, dots and words for no data give no row, and a note counts them."""
    absent = ["", "-", "—", "…", "...", "n/a", "暂无", "未公布", "*"]
    rows = "".join(f"a{at},654200,year,2020,{text},%\n" for at, text in enumerate(absent))
    read = taken(f"{HEAD}\n{rows}")
    assert read.rows.is_empty()
    assert not read.faults
    assert f"{len(absent)} cells without a value" in read.notes[0].en


@given(st.floats(allow_nan=False, allow_infinity=False, width=64))
def test_a_number_comes_back_as_it_was_written(number: float) -> None:
    """Whatever finite number is written is read to the same number."""
    assert numbers(polars.Series([repr(number)]))["number"].to_list() == [number]


@given(st.text(max_size=12))
def test_a_cell_is_a_number_absent_or_bad_and_never_two_of_them(text: str) -> None:
    """Any text in a cell of values is exactly one of: a number, no value, a fault."""
    read = numbers(polars.Series([text], dtype=polars.String)).row(0, named=True)
    assert [read["number"] is not None, read["is_absent"], read["is_bad"]].count(True) == 1
    if read["is_absent"]:
        assert is_absent(text) or not text.strip()
    elif not read["is_plain"]:
        assert (read_figure(text.strip()) is None) == read["is_bad"]


FRAGMENTS = st.sampled_from(
    [HEAD, "指标", "单位", "2020年", "2021", ",", "\n", '"', ";", "\t", "5", "—", "=1", "地区", "\r\n", "数值", "时期"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(FRAGMENTS, max_size=40).map("".join).map(str.encode) | st.binary(max_size=200))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    """Any bytes are read, or refused with an error of ours; rows that come out are whole."""
    csv.recognises(content, "x.csv")
    try:
        read = validated(csv.read(content, "x.csv", ImportOptions(region="1")))
    except MilepostError:
        return
    assert len(read.places) == read.rows.height
    assert read.rows["value"].is_finite().all()


def test_the_observations_of_the_region_are_read_whole(real_plans: Path) -> None:
    """The files of the real region are read without a fault, every row of them."""
    for name in ("observations.csv", "county-observations.csv"):
        path = real_plans / "data" / "tacheng" / name
        read = imported(path)
        assert not read.faults
        assert read.rows.height == len(path.read_text(encoding="utf-8").splitlines()) - 1


@pytest.mark.parametrize(
    "text",
    [
        "# 统计公报\n\n全年地区生产总值100亿元。\n\n| 指标 | 单位 | 绝对数 |\n| --- | --- | --- |\n| 粮食 | 吨 | 5 |\n",
        "统计公报\n全年地区生产总值100亿元。\n比上年增长5%。\n指标\t单位\t绝对数\n粮食\t吨\t5\n全年天气良好。\n",
        "Dear all,\nplease find below, as promised, the figures.\n",
    ],
)
def test_prose_with_a_table_in_it_is_left_to_others(text: str) -> None:
    """A report that holds a table is no CSV file."""
    assert not csv.recognises(text.encode(), "x.txt")


@pytest.mark.parametrize("text", [LONG, WIDE, WIDE.replace(",", "\t"), f"{HEAD}\n"])
def test_tables_are_recognised(text: str) -> None:
    """Long tables, tables with years as columns and a title above, and tables without rows are recognised."""
    assert csv.recognises(text.encode(), "x.txt")
