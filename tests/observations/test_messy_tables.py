"""Tables as offices send them: what is taken from them, and what is rather refused than taken for something else."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import openpyxl
import pytest

from milepost.checks.model import Words
from milepost.kernel.errors import ReadError
from milepost.observations.files import imported, read_observations
from milepost.observations.importing import Imported, ImportOptions, RowFault

HEAD = "indicator,region,period_kind,period,value,unit\n"


def of_text(folder: Path, text: str, **options: object) -> Imported:
    """What is read of a CSV file with this text."""
    file = folder / "table.csv"
    file.write_text(text, "utf-8")
    return imported(file, ImportOptions(**options))  # type: ignore[arg-type]


def told(read: Imported) -> list[str]:
    """Its faults in English."""
    return [fault.told() for fault in read.faults]


def test_regions_as_columns_are_not_taken_for_indicators(tmp_path: Path) -> None:
    """A table of years by county names no indicator: its counties, short and former names among them, are refused."""
    read = of_text(tmp_path, "年份,塔城市,乌苏市,沙湾县,额敏\n2020,158098,262906,301046,188642\n", region="654200")
    assert read.rows.is_empty()
    assert told(read)[2].startswith("row 2 (D2), indicator: this is a region, no indicator; found '沙湾县'")


def test_a_short_name_alone_may_be_an_indicator(tmp_path: Path) -> None:
    """Words that are short names of places as well stay names where no official name stands beside them."""
    read = of_text(tmp_path, HEAD + "安全,1,year,2020,5,%\n")
    assert read.rows["indicator"].to_list() == ["安全"]


def test_a_file_that_ends_within_a_line_gives_no_half_number(tmp_path: Path) -> None:
    """Of a file cut off in its last line the last cell is refused: 12 may have been 1234."""
    read = of_text(tmp_path, HEAD + "a,1,year,2020,1234,亿元\na,1,year,2021,12")
    assert read.rows["value"].to_list() == [1234.0]
    assert told(read) == ["row 3, value (E3): the file ends within this line: the cell may be cut short"]


@pytest.mark.parametrize("last", ["a,1,year,2021,12,亿元", "a,1,year,2021,12\n"])
def test_a_file_need_not_end_with_a_line_end(tmp_path: Path, last: str) -> None:
    """A last line that is as long as the others, or ends as lines do, is whole."""
    assert of_text(tmp_path, HEAD + "a,1,year,2020,1234,亿元\n" + last).rows.height == 2


def test_a_period_that_cannot_be_told_is_what_the_fault_names(tmp_path: Path) -> None:
    """Where no kind of period is given, the fault shows the period and not the missing kind."""
    read = of_text(tmp_path, "indicator,region,period,value,unit\na,1,FY2020,5,%\n")
    assert told(read)[0].startswith("row 2, period (C2): it cannot be told which period is meant; found 'FY2020'")


def test_letters_behind_a_year_are_the_status_of_its_values(tmp_path: Path) -> None:
    """2021r is revised, 2022p preliminary, 2023e an estimate, and 2024F a forecast, which never counts as observed."""
    read = of_text(tmp_path, "Indicator,Unit,Region,2020,2021r,2022(p),2023e,2024F\na,%,1,1,2,3,4,5\n")
    assert read.rows["status"].to_list() == [None, "revised", "preliminary", "estimate", "plan"]
    assert read.rows["period"].to_list() == ["2020", "2021", "2022", "2023", "2024"]


def test_names_broken_to_fit_their_cells_stand_in_one_line(tmp_path: Path) -> None:
    """Chinese is joined without a blank, other text with one."""
    read = of_text(tmp_path, HEAD + '"地区生产\n总值",1,year,2020,5,亿元\n"Gross\nproduct",1,year,2020,5,亿元\n')
    assert read.rows["indicator"].to_list() == ["地区生产总值", "Gross product"]


def test_a_missing_region_says_how_to_give_one(tmp_path: Path) -> None:
    """The fault of a table without regions names the option."""
    assert "--region CODE" in told(of_text(tmp_path, "指标,单位,2020年\n甲,%,5\n"))[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + '"a,1,year,2020,1,%\n', "row 2: this is no whole CSV file"),
        (HEAD + "a\0b,1,year,2020,1,%\n", "the file is no text"),
        ("a,b\n1,2\n", "no line is the heading of a table"),
        ("indicator,region,unit," + ",".join(["2020"] * 300_000) + "\n", "the table is too wide"),
    ],
)
def test_a_file_that_no_importer_recognises_is_told_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    """By its name a file is CSV: what keeps it from being read is said, and said at once."""
    begun = perf_counter()
    with pytest.raises(ReadError, match=said):
        of_text(tmp_path, text)
    assert perf_counter() - begun < 5


def test_a_fault_does_not_repeat_a_cell_of_megabytes() -> None:
    """What was found is cut after some words."""
    told = RowFault("row 3", Words("不是数字", "no number"), found="'" + "9" * 5_000_000 + "'").told()
    assert len(told) < 300


def test_an_empty_cell_is_called_so_in_chinese() -> None:
    """A message in one language has no word of the other."""
    assert RowFault("B4", Words("没有地区", "no region"), "nothing").told("zh") == "B4: 没有地区; 该格为空"


def test_good_rows_are_taken_when_asked_for(tmp_path: Path) -> None:
    """Faults stop the whole file, unless good rows are asked for."""
    file = tmp_path / "table.csv"
    file.write_text(HEAD + "a,1,year,2020,many,%\na,1,year,2021,5,%\n", "utf-8")
    with pytest.raises(ReadError, match="1 fault, nothing was taken"):
        read_observations(file)
    assert read_observations(file, partial=True)["period"].to_list() == ["2021"]


def book(folder: Path, *rows: list[object], name: str = "S", merged: tuple[str, ...] = ()) -> Path:
    """A workbook of one sheet."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = name
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    made.save(folder / "book.xlsx")
    return folder / "book.xlsx"


def test_a_table_of_counties_takes_its_year_from_the_title(tmp_path: Path) -> None:
    """Regions as lines, indicators as columns: the title says the year, and the total is that of the region given."""
    file = book(
        tmp_path,
        ["附表1：各县（市）主要经济指标（2023年）"],
        ["县市", "地区生产总值（亿元）", "增速（%）", "城镇化率（%）"],
        ["塔城市", 100.5, 6.1, 70],
        ["乌苏市", 220, -0.5, "—"],
        ["合 计", 320.5, 5.0, None],
        ["资料来源：各县市统计局"],
    )
    read = imported(file, ImportOptions(region="654200"))
    assert not read.faults
    assert read.rows.select("indicator", "region", "period", "value", "unit", "growth_percent").rows() == [
        ("地区生产总值", "塔城市", "2023", 100.5, "亿元", 6.1),
        ("城镇化率", "塔城市", "2023", 70.0, "%", None),
        ("地区生产总值", "乌苏市", "2023", 220.0, "亿元", -0.5),
        ("地区生产总值", "654200", "2023", 320.5, "亿元", 5.0),
    ]
    assert read.places[0] == "S!B3"


def test_a_total_belongs_to_nobody_unless_it_is_said_whose_it_is(tmp_path: Path) -> None:
    """Without a region given, the line of the total is a fault and not a region called so."""
    read = of_text(tmp_path, "地区,指标,年份,数值,单位\n合计,人口,2020,5,人\n")
    assert told(read)[0].startswith("row 2, region (A2): no region")


def test_units_may_stand_in_a_second_line_of_heading(tmp_path: Path) -> None:
    """Units in brackets below the names, and value and growth below a merged name, belong to the columns."""
    file = book(
        tmp_path,
        ["县市", "地区生产总值", None, "财政收入"],
        [None, "总量（亿元）", "增速（%）", "（万元）"],
        ["塔城市", 100.5, 6.1, 50000],
        name="2023年1-9月",
        merged=("A1:A2", "B1:C1"),
    )
    read = imported(file, ImportOptions())
    assert not read.faults
    assert read.rows.select("indicator", "period_kind", "period", "value", "unit", "growth_percent").rows() == [
        ("地区生产总值", "year_to_date", "2023-09", 100.5, "亿元", 6.1),
        ("财政收入", "year_to_date", "2023-09", 50000.0, "万元", None),
    ]


@pytest.mark.parametrize("title", ["各县市主要指标", "2022年和2023年各县市主要指标"])
def test_a_table_of_counties_without_one_year_asks_for_it(tmp_path: Path, title: str) -> None:
    """No year, or two, in the title: the year must be given."""
    text = f"{title},\n县市,人口（人）\n塔城市,5\n乌苏市,6\n"
    with pytest.raises(ReadError, match=r"which period the table is about.*--year"):
        of_text(tmp_path, text)
    assert of_text(tmp_path, text, year=2022).rows["period"].to_list() == ["2022", "2022"]


def test_an_english_table_by_district(tmp_path: Path) -> None:
    """The same in English."""
    text = '"Key indicators by district, 2023",,\nDistrict,GDP (million EUR),Population (persons)\nA,5,6\nTotal,5,6\n'
    read = of_text(tmp_path, text, region="X")
    assert read.rows.select("region", "period", "unit").rows()[0] == ("A", "2023", "million EUR")
    assert read.rows["region"].to_list() == ["A", "A", "X", "X"]
