"""Forecasts held against what came: the figures of a file, whatever stands in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy
import pytest

from forecasts_support import panel_of, walks
from milepost.forecasts.backtest import backtest
from milepost.forecasts.peers import naive
from milepost.kernel.errors import ReadError, UsageError

HEAD = "series,indicator,region,year,value,unit"


def written(folder: Path, rows: list[str], head: str = HEAD) -> Path:
    """A file of yearly series."""
    path = folder / "panel.csv"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


def rows_of(series: list[list[float]], indicator: str = "gdp", unit: str = "") -> list[str]:
    """Rows of series that begin in 2000."""
    return [
        f"{indicator}:{place},{indicator},{place},{2000 + year},{value!r},{unit}"
        for place, values in enumerate(series)
        for year, value in enumerate(values)
    ]


def figures(path: Path, horizon: int = 6, **options: Any) -> dict[str, Any]:
    """The figures, by way of JSON that allows no NaN."""
    found = backtest(path, horizon, **options).figures
    read: dict[str, Any] = json.loads(json.dumps(found, allow_nan=False))
    return read


def test_the_figures_have_the_names_and_shapes_that_are_promised(tmp_path: Path) -> None:
    """File, series, horizon, coverage in all and by horizon, errors, scores, peers; a peer not installed is null."""
    found = figures(written(tmp_path, rows_of(walks(20, 18))), 4)
    assert (found["file"], found["series"], found["horizon"]) == ("panel.csv", 20, 4)
    assert set(found["coverage"]) == set(found["coverage_by_horizon"]) == set(found["msis"]) == {"80", "95"}
    assert [len(parts) for parts in found["coverage_by_horizon"].values()] == [4, 4]
    assert all(found[key] > 0 for key in ("smape", "mase", "crps", "brier"))
    assert set(found["peers"]) == {"naive", "autoets", "theta"}
    for peer in found["peers"].values():
        assert peer is None or {"coverage", "msis", "smape", "mase"} <= set(peer)
    assert len(found["rolling"]) == 5


def test_figures_of_one_series_by_hand(tmp_path: Path) -> None:
    """The naive forecast of 1 … 6 from 4 points is 4 and 4: errors 1 and 2, steps of 1."""
    peer = figures(written(tmp_path, rows_of([[1, 2, 3, 4, 5, 6]])), 2)["peers"]["naive"]
    assert peer["mase"] == pytest.approx(1.5)
    assert peer["smape"] == pytest.approx((200 / 9 + 400 / 10) / 2, rel=1e-5)
    assert peer["coverage"]["80"] == 0.5  # the second year strays by 2, the interval by 1.28 times the root of 2
    assert peer["coverage"]["95"] == 1


def test_naive_intervals_are_normal_and_grow_with_the_root_of_time() -> None:
    """Steps of 1 and -1: the root mean square is 1, in four years twice that."""
    found = naive(panel_of([[0.0, 1.0, 0.0, 1.0]]), 4)
    assert found.high[95][0, 0] == pytest.approx(1 + 1.959964)
    assert found.high[95][0, 3] == pytest.approx(1 + 2 * 1.959964)


BAD = {
    "constant": rows_of([[5.0] * 8]),
    "zeros": rows_of([[0.0] * 8]),
    "one point": ["a,x,y,2000,1,"],
    "nothing but gaps": ["a,x,y,2000,,", "a,x,y,2001,n/a,", "a,x,y,2002,NaN,"],
    "infinite": [f"a,x,y,{2000 + year},{value}," for year, value in enumerate("1 inf 3 -inf 2 4 5".split())],
    "1e300": rows_of([[1e300, 1e300, 1e300, 1e300, 2e300]]),
    "two values": ["a,x,y,2000,1,", "a,x,y,2000,2,", "a,x,y,2001,2,", "a,x,y,2002,2,", "a,x,y,2003,2,"],
    "negative share": rows_of([[1.0, -2.0, 3.0, 1.0, 2.0, 2.0]], unit="%"),
    "long gap": ["a,x,y,1900,1,", "a,x,y,1901,2,", "a,x,y,1902,1,", "a,x,y,2020,5,"],
    "share beyond its limits later": rows_of([[96.0, 97.0, 98.0, 99.0, 104.0, 105.0]], unit="%"),
    "no row": [],
}


@pytest.mark.parametrize("name", BAD)
def test_whatever_a_series_holds_the_figures_are_numbers_or_null(name: str, tmp_path: Path) -> None:
    """Alone, and beside good series, which are tested all the same."""
    figures(written(tmp_path, BAD[name]))
    found = figures(written(tmp_path, BAD[name] + rows_of(walks(6, 15), "good")))
    assert found["series"] >= 6
    assert found["coverage"]["80"] is not None


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("one point", "fewer than 3"),
        ("two values", "two different"),
        ("1e300", "beyond"),
        ("nothing but gaps", "no value"),
    ],
)
def test_series_left_out_are_told_with_the_reason(name: str, reason: str, tmp_path: Path) -> None:
    """None is dropped in silence."""
    skipped = figures(written(tmp_path, BAD[name]))["skipped"]
    assert len(skipped) == 1
    assert reason in next(iter(skipped.values()))


def test_a_series_too_short_for_the_horizon_is_tested_on_what_remains(tmp_path: Path) -> None:
    """Five points: three to learn from, two held out, though six were asked for."""
    found = figures(written(tmp_path, rows_of([[1.0, 2.0, 4.0, 5.0, 7.0]])), 6)
    assert found["series"] == 1
    assert [part is None for part in found["coverage_by_horizon"]["80"]] == [False, False, True, True, True, True]


def test_three_columns_are_enough(tmp_path: Path) -> None:
    """Indicator, region and unit may be missing, and columns may stand in any order."""
    rows = [f"{2000 + year},a,{value}" for year, value in enumerate(walks(1, 12)[0])]
    assert figures(written(tmp_path, rows, "year,series,value"))["series"] == 1


@pytest.mark.parametrize(
    ("rows", "head", "told"),
    [
        (["a,2000,1", "a,soon,2"], "series,year,value", "row 3, column year"),
        (["a,2000,1", "a,2001,many"], "series,year,value", "row 3, column value"),
        ([",2000,1"], "series,year,value", "row 2, column series"),
        (["a,1"], "series,value", "no column year"),
        ([], "", "empty"),
    ],
)
def test_a_file_at_fault_is_told_with_row_and_column(rows: list[str], head: str, told: str, tmp_path: Path) -> None:
    """What is no year, no number or no name is named where it stands."""
    with pytest.raises(ReadError, match=told):
        backtest(written(tmp_path, rows, head), 3)


def test_random_bytes_are_refused_or_tested(tmp_path: Path) -> None:
    """No bytes whatever end in anything but an error of ours."""
    random = numpy.random.default_rng(1)
    path = tmp_path / "noise.csv"
    for _ in range(30):
        path.write_bytes(b"series,year,value\n" + random.integers(0, 256, 200, numpy.uint8).tobytes())
        try:
            figures(path)
        except ReadError:
            continue


def test_a_method_that_is_none_is_wrong_use(tmp_path: Path) -> None:
    """The message names those that there are."""
    with pytest.raises(UsageError, match="combination"):
        backtest(written(tmp_path, rows_of(walks(2, 10))), 3, method="tea_leaves")
