"""Judging by worked figures: what agrees, what counts, and what is told of rows and files that are at fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from milepost.assessments.judging import form_named, judge_file
from milepost.assessments.worked import Figure, agrees, read_worked
from milepost.kernel.errors import MilepostError, ReadError, UsageError

ROW = {"id": "A", "base": 50, "limit": 100, "expect": {"C": 0.95392909}}


def written(folder: Path, rows: list[Any], form: str = "statcan_limit_coefficient_computed") -> Path:
    """A file of worked figures."""
    path = folder / "worked.json"
    path.write_text(json.dumps({"meta": {"form": form}, "vectors": rows}), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("printed", "computed", "verdict"),
    [
        ("0.95", 0.9549, True),
        ("0.95", 0.9551, False),
        ("20.0", 20.04, True),
        ("20.0", 20.06, False),
        ("-0.0", 0.0, True),
        ("1e-05", 1.4e-05, True),
        ("1e-05", 1.6e-05, False),
        ("1.5425619066269907", 1.5425619066269999, True),
        ("1.5425619066269907", 1.5425620066269907, False),
        ("0.5", None, False),
        ("0.5", "0.5", False),
        ("0.5", float("nan"), False),
    ],
)
def test_a_number_agrees_when_it_rounds_to_the_printed_digits(printed: str, computed: Any, verdict: bool) -> None:
    """Half a unit of the last printed digit, whatever the number; digits that are noise of doubles do not count."""
    assert agrees(Figure(printed), computed) is verdict


@pytest.mark.parametrize(
    ("printed", "computed", "verdict"),
    [
        (None, 3, True),
        (3, 3.4, True),
        (3, 3.6, False),
        (True, True, True),
        (True, 1, False),
        ("green", "green", True),
        ("green", "Green", False),
        ("green", None, False),
        ([1, 2], [1, 2], True),
        ([1, 2], [2, 1], False),
        ([1, 2], [1], False),
        (["a"], "a", False),
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": 1}, {"b": 1}, False),
        (10**400, 1.0, False),
    ],
)
def test_other_values_agree_when_they_are_equal(printed: Any, computed: Any, verdict: bool) -> None:
    """Null is not compared; lists go element by element, objects key by key; true is no number."""
    assert agrees(printed, computed) is verdict


@pytest.mark.parametrize(
    ("changed", "reproduced"),
    [
        ({}, 1),
        ({"expect": {"C": 0.954}}, 1),
        ({"expect": {"C": 0.96}}, 0),
        ({"expect": {"C": 0.96}, "tolerance": 0.01}, 1),
        ({"expect": {"C": 0.96, "tolerance": 0.01}}, 1),
        ({"expect": {"C": 0.960}, "tolerance_pct": 1}, 1),
        ({"expect": {"C": 0.960}, "tolerance_pct": 0.1}, 0),
        ({"expect": {"C": None}}, 1),
        ({"expect": {"C": 0.95392909, "else": 1}}, 0),
        ({"expect": "prose"}, 0),
        ({"base": None}, 0),
        ({"base": "50"}, 0),
        ({"base": True}, 0),
        ({"base": [50]}, 0),
        ({"limit": 10**400}, 0),
    ],
)
def test_a_row_is_reproduced_or_missed(changed: dict[str, Any], reproduced: int, tmp_path: Path) -> None:
    """By its figures and its own tolerance; a row that lacks what its form needs is missed with the reason."""
    judged = judge_file(written(tmp_path, [ROW | changed]))
    assert (judged.reproduced, judged.counted) == (reproduced, 1)
    assert bool(judged.missed) is not bool(reproduced)
    assert all(missed.row == "A" and (missed.reason or missed.key) for missed in judged.missed)


def test_a_bad_row_costs_no_other_row(tmp_path: Path) -> None:
    """The rows beside it are judged, and keep their own figures."""
    rows = [{"id": "bad", "base": "x", "limit": 1, "expect": {"C": 1}}, ROW, {"id": "none", "expect": {"C": 1}}, ROW]
    judged = judge_file(written(tmp_path, rows))
    assert (judged.reproduced, judged.counted) == (2, 4)
    assert [missed.row for missed in judged.missed] == ["bad", "none"]


def test_rows_without_expectation_or_that_do_not_agree_are_not_counted(tmp_path: Path) -> None:
    """`expect` has to be there, and `agrees` not false; `agrees: true` and null count."""
    wrong = ROW | {"expect": {"C": 9}}
    bare = {"id": "B", "base": 1, "limit": 2}
    rows = [wrong | {"agrees": False}, bare, ROW | {"agrees": True}, ROW | {"agrees": None}]
    judged = judge_file(written(tmp_path, rows))
    assert (judged.reproduced, judged.counted, judged.missed) == (2, 2, ())


@pytest.mark.parametrize("form", ["reference", "evm", "earned_schedule"])
def test_some_forms_are_not_judged(form: str, tmp_path: Path) -> None:
    """It is said why, and nothing counts."""
    judged = judge_file(written(tmp_path, [ROW], form))
    assert judged.not_judged
    assert judged.counted == 0


def test_an_unknown_form_is_wrong_use(tmp_path: Path) -> None:
    """The message names the forms that there are."""
    with pytest.raises(UsageError, match="statcan_series"):
        judge_file(written(tmp_path, [ROW], "tea_leaves"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no JSON"),
        (b'{"meta": {}, "vectors": [', "line 1"),
        (b"[]", "a list"),
        (b'{"meta": {"form": "reference"}}', "vectors"),
        (b'{"vectors": []}', "meta"),
        (b'{"meta": {"form": "reference"}, "vectors": [3]}', r"vectors\[0\]"),
        (b'{"meta": {}, "vectors": [{"base": NaN}]}', "NaN"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b'{"meta": {}, "vectors": [' + b"9" * 6000 + b"]}", "no JSON that can be used"),
        (b"[" * 100_000, "no JSON that can be used"),
    ],
)
def test_a_damaged_file_is_unreadable_and_it_is_told_where(content: bytes, told: str, tmp_path: Path) -> None:
    """Exit code 3, with the file and the place in it."""
    path = tmp_path / "damaged.json"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=told) as caught:
        judge_file(path)
    assert "damaged.json" in str(caught.value)


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    """So is a folder."""
    for path in (tmp_path / "nothing.json", tmp_path):
        with pytest.raises(ReadError):
            read_worked(path)


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False, allow_infinity=False) | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = (
    "id", "base", "limit", "current", "target", "base_year", "current_year", "years", "direction", "base_value",
    "current_value", "target_year", "progress_thresholds", "expect", "agrees", "s0", "s1", "y0", "y1", "goal_score",
    "value", "best", "worst", "green", "red", "last_value", "last_year",
)  # fmt: skip
FORMS_HERE = (
    "eurostat_thresholds_computed", "eustat_eurostat5", "sdgindex2019_score_colour", "sdgindex2019_trend",
    "statcan_limit_coefficient_computed", "statcan_series", "unsd_computed", "unsd_progress_eustat",
)  # fmt: skip
VALUES = some.floats(allow_nan=False, allow_infinity=False) | some.integers(-10, 3000) | JSON


@settings(max_examples=60, deadline=None)
@given(
    form=some.sampled_from(FORMS_HERE),
    rows=some.lists(some.dictionaries(some.sampled_from(KEYS), VALUES, max_size=20), max_size=3),
)
def test_whatever_stands_in_a_row_there_is_a_verdict(
    form: str, rows: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Rows of anything are reproduced or missed, never a crash."""
    rows = [row | {"expect": {"score": 1.0, "C": 1.0, "label": "x", "status": "x"}} for row in rows]
    judged = judge_file(written(tmp_path_factory.mktemp("fuzz"), rows, form))
    assert judged.counted == len(rows)
    assert {missed.row for missed in judged.missed} or not rows


@settings(max_examples=60, deadline=None)
@given(content=some.binary(max_size=200))
def test_whatever_bytes_a_file_has_it_is_told(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Random bytes are one of our errors."""
    path = tmp_path_factory.mktemp("fuzz") / "bytes.json"
    path.write_bytes(content)
    with pytest.raises(MilepostError):
        judge_file(path)


def test_a_form_is_known_by_its_other_name() -> None:
    """Scores of forecasts come as `scoring` and as `scoring_computed`."""
    assert form_named("scoring") == form_named("scoring_computed")
