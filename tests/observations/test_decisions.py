"""Decisions: what is read of their file, what is refused, and which hold on a date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from milepost.kernel.errors import ReadError
from milepost.observations.decisions import COLUMNS, DECISIONS, decisions_of, in_force, read_decisions, with_items

HEADING = ",".join(COLUMNS)
GOOD = "gdp_growth,2023,7,%,ge,2023年政府工作报告,,2023-01-20,"


def decided(*lines: str, heading: str = HEADING) -> polars.DataFrame:
    """The decisions of a file with such lines."""
    return decisions_of("\n".join((heading, *lines)).encode(), "decisions.csv")


def test_a_file_of_decisions_is_read(tmp_path: Path) -> None:
    """Numbers, dates and signs are read, values put into base units, blank lines passed over."""
    path = tmp_path / "decisions.csv"
    path.write_text(f"\ufeff{HEADING}\n{GOOD}\n\n能耗强度,,13.5,%,≥,通知,新政发〔2021〕1号,2021-12-01,\n", "utf-8")
    table = read_decisions(path)
    assert table.schema == DECISIONS
    assert table.select("target", "year", "base_value", "comparator", "date", "row").rows() == [
        ("gdp_growth", 2023, 0.07, "ge", date(2023, 1, 20), 2),
        ("能耗强度", None, 0.135, "ge", date(2021, 12, 1), 4),
    ]


def test_chinese_headings_and_another_order_are_read() -> None:
    """Headings may be Chinese, stand in any order, and leave out what is optional."""
    table = decided("2023-01-20,报告,%,7,地区生产总值增长", heading="日期,文件,单位,数值,指标")
    assert table.select("target", "year", "value", "comparator").rows() == [("地区生产总值增长", None, 7.0, None)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("gdp_growth,2023,七,%,ge,报告,,2023-01-20,", r"row 2, value \(C2\): .*found '七'; accepted: a number"),
        ("gdp_growth,2023,nan,%,ge,报告,,2023-01-20,", r"row 2, value \(C2\): not valid"),
        ("gdp_growth,2023,1e999,%,ge,报告,,2023-01-20,", r"row 2, value \(C2\): not valid"),
        ("gdp_growth,23,7,%,ge,报告,,2023-01-20,", r"row 2, year \(B2\): not valid; found '23'"),
        ("gdp_growth,2023,7,颗星,ge,报告,,2023-01-20,", r"row 2, unit \(D2\): not valid"),
        ("gdp_growth,2023,7,%,more,报告,,2023-01-20,", r"row 2, comparator \(E2\): not valid"),
        ("gdp_growth,2023,7,%,ge,,,2023-01-20,", r"row 2, document \(F2\): the cell is empty"),
        ("gdp_growth,2023,7,%,ge,报告,,2023-02-30,", r"row 2, date \(H2\): not valid; found '2023-02-30'"),
        ("gdp_growth,2023,7,%,ge,报告,,2023-01-20,,8", r"row 2: more cells than headings; found '8'"),
        (f"{GOOD}\ngdp_growth,2023,8,%,ge,另一文件,,2023-01-20,", r"row 3: two decisions on one target, year and date"),
        ('gdp_growth,"2023', r"decisions.csv: line 2: no CSV"),
    ],
)
def test_what_cannot_be_taken_is_named(line: str, told: str) -> None:
    """A wrong cell is an error that names row and cell, what was found and what would be accepted."""
    with pytest.raises(ReadError, match=told):
        decided(line)


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("target,value,unit,document", "columns are missing; found 'date'"),
        ("target,value,unit,document,date,colour", "unknown columns; found 'colour'; accepted: target, year"),
        ("target,value,unit,document,date,value", "a column stands twice"),
        ("x,y", "unknown columns"),
    ],
)
def test_wrong_headings_are_named(heading: str, told: str) -> None:
    """Missing, unknown and repeated columns are errors that name them."""
    with pytest.raises(ReadError, match=told):
        decided(heading=heading)


def test_a_file_that_is_not_there_is_an_input_error(tmp_path: Path) -> None:
    """A file that cannot be opened is named, with the exit code for unreadable input."""
    with pytest.raises(ReadError, match="cannot open the decisions"):
        read_decisions(tmp_path / "none.csv")


def test_the_latest_decision_by_a_date_holds() -> None:
    """Before its date a decision does not hold; a later one replaces it for the same year and no other."""
    table = decided(
        GOOD,
        "gdp_growth,2023,6.5,%,ge,调整方案,,2023-09-01,",
        "gdp_growth,2024,6,%,ge,2024年政府工作报告,,2024-01-20,",
        "gdp_growth,,6,%,ge,纲要,,2021-03-01,",
    )
    assert in_force(table, date(2020, 1, 1)).height == 0
    assert in_force(table, date(2023, 8, 31))["value"].to_list() == [7.0, 6.0]
    assert in_force(table, date(2024, 12, 31)).select("year", "value").rows() == [(2023, 6.5), (2024, 6.0), (None, 6.0)]


def test_the_same_decision_twice_is_one() -> None:
    """A row that says the same again is no second decision and no error."""
    assert decided(GOOD, GOOD).height == 1


def test_decisions_find_their_items() -> None:
    """A decision names an item by id, by name or by concept, and one that names none is left without."""
    names = ["地区生产总值增长", "GDP年均增长", "用水总量"]
    concepts = ["gdp_growth", "gdp_growth", None]
    targets = polars.DataFrame({"item": ["i1", "c1", "i2"], "name": names, "concept": concepts})
    lines = [GOOD.replace("gdp_growth", each) for each in ("gdp_growth", "用水 总量", "c1", "别的")]
    table = with_items(decided(*lines), targets, "zh")
    assert table.select("target", "item").rows() == [
        ("gdp_growth", "i1"), ("gdp_growth", "c1"), ("用水 总量", "i2"), ("c1", "c1"), ("别的", None),
    ]  # fmt: skip


LINES = some.text(max_size=80).map(lambda text: f"{HEADING}\n{text}".encode("utf-8", "replace"))


@given(some.binary(max_size=200) | LINES)
@settings(max_examples=80, deadline=None)
def test_no_bytes_break_the_reader(content: bytes) -> None:
    """Any bytes give a table of decisions or an error of ours."""
    try:
        table = decisions_of(content)
    except ReadError:
        return
    assert table.schema == DECISIONS
