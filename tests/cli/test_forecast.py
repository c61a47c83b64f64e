"""`milepost forecast`: its formats, what it narrows down, its charts, and how wrong use is refused."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from running import Milepost

HEAD = "indicator,region,region_name,period_kind,period,value,unit\n"


@pytest.fixture
def observations(tmp_path: Path) -> Path:
    """Eight years of two indicators of one region, and two of a third."""
    rows = [HEAD]
    for year in range(2016, 2024):
        share, revenue = 45 + 1.1 * (year - 2016) + 0.1 * (year % 3), 30 * 1.08 ** (year - 2016) + year % 2
        rows.append(f"常住人口城镇化率,654200,塔城地区,year,{year},{share:.2f},%\n")
        rows.append(f"一般公共预算收入,654200,塔城地区,year,{year},{revenue:.2f},亿元\n")
    rows += [f"粮食产量,654200,塔城地区,year,{year},300,万吨\n" for year in (2022, 2023)]
    path = tmp_path / "observations.csv"
    path.write_text("".join(rows), encoding="utf-8")
    return path


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Two plain series."""
    starts = (("a", 10), ("b", 50))
    rows = [f"{name},{year},{start + year % 4}\n" for name, start in starts for year in range(2010, 2020)]
    path = tmp_path / "plain.csv"
    path.write_text("series,year,value\n" + "".join(rows), encoding="utf-8")
    return path


def test_a_table_says_what_to_expect_and_what_cannot_be_told(milepost: Milepost, observations: Path) -> None:
    """Each series has its years and intervals; one that is too short has its reason, in the language of the data."""
    done = milepost("forecast", observations, "--to", 2025)
    assert done.code == 0
    heads = ("常住人口城镇化率 · 塔城地区", "（%）", "2024", "2025", "80%", "95%")
    for told in (*heads, "粮食产量 · 塔城地区：年度数不足3个"):
        assert told in done.out


def test_csv_and_json_hold_the_same(milepost: Milepost, observations: Path) -> None:
    """Both forms have the same years and figures, JSON without NaN."""
    table = list(csv.DictReader(io.StringIO(milepost("forecast", observations, "--format", "csv").out)))
    content = json.loads(milepost("forecast", observations, "--format", "json").out)
    assert content["format"] == "milepost.forecasts/1"
    years = [(one["series"], year["year"], year["point"]) for one in content["series"] for year in one["years"]]
    assert years == [(row["series"], int(row["year"]), float(row["point"])) for row in table if row["year"]]
    assert {one["status"] for one in content["series"]} == {"forecast", "not_assessable"}
    assert len(years) == 10


def test_only_what_is_asked_for_is_forecast(milepost: Milepost, observations: Path) -> None:
    """An indicator by its name or its concept, an interval, a horizon."""
    for name in ("常住人口城镇化率", "urbanisation_rate"):
        done = milepost(
            "forecast", observations, "--indicator", name, "--horizon", 2, "--interval", 90, "--format", "json"
        )
        (only,) = json.loads(done.out)["series"]
        assert only["indicator"] == "常住人口城镇化率"
        assert list(only["years"][0]) == ["year", "point", "low90", "high90"]
        assert [year["year"] for year in only["years"]] == [2024, 2025]


def test_plain_series_are_forecast_alike(milepost: Milepost, plain: Path) -> None:
    """A file with the columns series, year, value needs no more; words are English then."""
    done = milepost("forecast", plain, "--horizon", 1, "--indicator", "a")
    assert done.code == 0
    assert "expected" in done.out
    assert "2020" in done.out


def test_what_was_not_yet_known_is_not_used(milepost: Milepost, observations: Path, plain: Path) -> None:
    """With a day in 2019 the first year forecast is 2019, of both kinds of files."""
    for path in (observations, plain):
        done = milepost("forecast", path, "--as-of", "2019-06-30", "--horizon", 1, "--format", "json")
        years = {year["year"] for one in json.loads(done.out)["series"] for year in one["years"]}
        assert years == {2019}


def test_a_declared_break_is_told(milepost: Milepost, observations: Path) -> None:
    """The doubt says from which year on another basis holds."""
    done = milepost("forecast", observations, "--break", "常住人口城镇化率:2020", "--indicator", "常住人口城镇化率")
    assert "2020年起口径变化" in done.out


@pytest.mark.parametrize(("suffix", "head"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("json", b"{")])
def test_a_chart_comes_as_its_name_says(
    milepost: Milepost, observations: Path, tmp_path: Path, suffix: str, head: bytes
) -> None:
    """SVG, PNG and JSON, beside the table."""
    chart = tmp_path / f"fan.{suffix}"
    done = milepost("forecast", observations, "--indicator", "常住人口城镇化率", "--chart", chart)
    assert done.code == 0, done.err
    assert chart.read_bytes().startswith(head)
    assert "2024" in done.out


def test_a_plan_gives_the_last_year_and_is_drawn(milepost: Milepost, observations: Path, tmp_path: Path) -> None:
    """The plan's end is the last year; the chart has its target and its period."""
    plan = tmp_path / "plan.txt"
    text = "塔城地区国民经济和社会发展第十四个五年规划纲要\n\n第一章 目标\n\n到2025年，常住人口城镇化率达到56%。\n"
    plan.write_text(text, encoding="utf-8")
    chart = tmp_path / "fan.svg"
    done = milepost(
        "forecast", observations, "--plan", plan, "--indicator", "urbanisation_rate", "--chart", chart,
        "--format", "json",
    )  # fmt: skip
    assert done.code == 0, done.err
    assert [year["year"] for year in json.loads(done.out)["series"][0]["years"]] == [2024, 2025]
    picture = chart.read_text("utf-8").replace("\u2009", "")
    assert "目标 56" in picture
    assert "规划期" in picture


def test_the_output_goes_into_a_file(milepost: Milepost, observations: Path, tmp_path: Path) -> None:
    """With -o nothing is printed."""
    path = tmp_path / "out.csv"
    assert milepost("forecast", observations, "--format", "csv", "-o", path).out == ""
    assert path.read_text("utf-8").startswith("series,indicator,region")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--indicator", "x"), 2, "--indicator"),
        (("--region", "x"), 2, "654200"),
        (("--method", "x"), 2, "combination"),
        (("--interval", "0"), 2, "1 to 99"),
        (("--interval", "nan"), 2, "1 to 99"),
        (("--to", "2025", "--horizon", "2"), 2, "one of them"),
        (("--horizon", "99"), 2, "1 to 50"),
        (("--break", "2020"), 2, "INDICATOR:YEAR"),
        (("--break", "x:2020"), 2, "breaks"),
        (("--as-of", "yesterday"), 2, "YYYY-MM-DD"),
        (("--chart", "fan.pdf"), 2, "svg, png, json"),
        (("--calibration", "none.json"), 3, "none.json"),
        (("--plan", "none.txt"), 3, "none.txt"),
    ],
)
def test_wrong_use_is_refused(
    milepost: Milepost, observations: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    """Names, figures and files that are none: what was found, and what is accepted."""
    done = milepost("forecast", observations, *arguments)
    assert (done.code, done.out) == (code, "")
    assert told in done.err


def test_inputs_are_never_overwritten(milepost: Milepost, observations: Path) -> None:
    """Neither the table nor the chart goes where the observations stand."""
    before = observations.read_bytes()
    assert milepost("forecast", observations, "-o", observations).code == 2
    assert observations.read_bytes() == before


def test_files_of_two_kinds_are_not_mixed(milepost: Milepost, observations: Path, plain: Path) -> None:
    """Observations and plain series cannot be forecast together."""
    done = milepost("forecast", observations, plain)
    assert done.code == 2
    assert "two kinds" in done.err


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02", b"series,year,value\n", b"series,year,value\na,b,c\n", b"a,b\n1,2\n"]
)
def test_files_that_hold_no_series_are_refused_or_answered(milepost: Milepost, tmp_path: Path, content: bytes) -> None:
    """Empty, binary, headless and wordy files end with a message and no fault of ours."""
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    done = milepost("forecast", path)
    assert done.code in (0, 3)
    assert done.out or done.err


def test_too_many_series_for_one_picture_are_refused(milepost: Milepost, tmp_path: Path) -> None:
    """With more than a dozen series the chart asks to narrow them down, and nothing is written."""
    rows = [f"s{number},{year},{year % 5}\n" for number in range(13) for year in range(2010, 2020)]
    path, chart = tmp_path / "many.csv", tmp_path / "fan.svg"
    path.write_text("series,year,value\n" + "".join(rows), encoding="utf-8")
    done = milepost("forecast", path, "--chart", chart)
    assert done.code == 2
    assert "--indicator" in done.err
    assert not chart.exists()
