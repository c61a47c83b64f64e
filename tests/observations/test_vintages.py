"""What was known on a date, for whom, and which of several values is taken."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars
from hypothesis import given, settings
from hypothesis import strategies as some

from milepost.observations.model import CONFIDENCES, SCHEMA, SOURCE_KINDS, STATUSES
from milepost.observations.vintages import RIVALS, chosen, known

ROW: dict[str, Any] = {
    "indicator": "地区生产总值", "region": "654200", "period_kind": "year", "period": "2022", "value": 100.0,
    "unit": "亿元", "status": "final", "source": "年鉴", "source_kind": "yearbook", "vintage": "2023-06-30",
    "basis": "当年价",
}  # fmt: skip
TODAY = date(2026, 1, 1)

VALUES = some.fixed_dictionaries(
    {
        "period": some.sampled_from(["2021", "2022"]),
        "value": some.sampled_from([90.0, 100.0, 110.0]),
        "unit": some.sampled_from(["亿元", "万元", "%"]),
        "status": some.sampled_from([None, *STATUSES]),
        "source": some.sampled_from([None, "年鉴", "公报", "新闻"]),
        "source_kind": some.sampled_from([None, *SOURCE_KINDS]),
        "vintage": some.sampled_from([None, "2022-03-01", "2023-03-01", "2024-03-01"]),
        "basis": some.sampled_from([None, "当年价", "2020年可比价"]),
        "confidence": some.sampled_from([None, *CONFIDENCES]),
    }
)


def rows(*changes: dict[str, Any]) -> polars.DataFrame:
    """Observations like ROW, each with its changes."""
    return polars.DataFrame([{**ROW, **each} for each in changes], schema=SCHEMA)


def taken(*changes: dict[str, Any], **options: Any) -> list[float]:
    """The values chosen from such observations."""
    return chosen(rows(*changes), **options)["value"].to_list()


def test_a_value_is_known_from_its_vintage_on() -> None:
    """Before its vintage, or its period's end where there is none, a value is not known; a planned one never is."""
    table = rows({}, {"vintage": None}, {"status": "plan"}, {"vintage": "2023-01-01", "status": None})
    assert known(table, date(2022, 12, 30)).height == 0
    assert known(table, date(2022, 12, 31)).height == 1
    assert known(table, date(2023, 1, 1)).height == 2
    assert known(table, date(2023, 6, 30)).height == 3


def test_a_period_that_has_not_ended_is_not_known() -> None:
    """A vintage ahead of the period's end does not make a value known before that end."""
    assert known(rows({"vintage": "2022-02-01"}), date(2022, 12, 30)).height == 0


def test_the_public_sees_only_what_is_public_then_and_now() -> None:
    """Internal values never reach the public, embargoed ones from their day on, and a date ahead opens nothing."""
    table = rows(
        {"access": None}, {"access": "public"}, {"access": "internal"}, {"access": "embargoed:2024-05-01"},
        {"access": "embargoed:2027-05-01"},
    )  # fmt: skip
    assert known(table, TODAY, today=TODAY).height == 5
    assert known(table, date(2024, 4, 30), "public", today=TODAY).height == 2
    assert known(table, None, "public", today=TODAY).height == 3
    assert known(table, date(2030, 1, 1), "public", today=TODAY).height == 3


@given(some.lists(VALUES, max_size=8), some.lists(VALUES, max_size=4))
@settings(max_examples=60, deadline=None)
def test_later_vintages_leave_the_past_alone(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> None:
    """Rows that become known after a date change nothing of what is chosen as known on it."""
    day = date(2024, 6, 30)
    later = [{**each, "vintage": "2024-07-01"} for each in after]
    assert chosen(known(rows(*before), day)).equals(chosen(known(rows(*later, *before), day)))


@given(some.lists(VALUES, min_size=1, max_size=8), some.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_rows_never_matters(values: list[dict[str, Any]], chance: Any) -> None:
    """Shuffled rows give the same choice."""
    shuffled = list(values)
    chance.shuffle(shuffled)
    assert chosen(rows(*values)).equals(chosen(rows(*shuffled)))


@given(some.lists(VALUES, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_the_choice_does_not_depend_on_units(values: list[dict[str, Any]]) -> None:
    """The same values in another unit of the same dimension give the same choice in base units."""
    level = [{**each, "unit": "亿元"} for each in values]
    other = [{**each, "unit": "万元", "value": each["value"] * 10_000} for each in values]
    columns = ["period", "base_value", "source", *RIVALS]
    assert chosen(rows(*level)).select(columns).equals(chosen(rows(*other)).select(columns))


def test_a_later_vintage_of_a_source_replaces_its_former() -> None:
    """Within a source the latest vintage counts, be its status lower; the former is no rival."""
    later = {"value": 95.0, "vintage": "2024-06-30", "status": "preliminary"}
    found = chosen(rows({"vintage": "2023-06-30"}, later))
    assert found.select("value", "rivals", "rival_low").rows() == [(95.0, 0, None)]


def test_certified_values_overrule_all() -> None:
    """A value certified by the upper level stands before any other, also before a later vintage of its own source."""
    certified = {"value": 80.0, "status": "certified", "source": "新闻", "source_kind": "media"}
    later = {"value": 85.0, "source": "新闻", "source_kind": "media", "vintage": "2025-01-01"}
    assert taken({}, certified, later) == [80.0]
    assert taken({}, certified, later, order=["年鉴"]) == [80.0]


def test_the_declared_order_of_sources_decides() -> None:
    """Kinds of sources count in their usual order; a source that is named comes first, a kind that is named next."""
    news = {"value": 90.0, "source": "新闻", "source_kind": "media", "status": "revised"}
    assert taken({}, news) == [100.0]
    assert taken({}, news, order=["新闻"]) == [90.0]
    assert taken({}, news, order=["media", "yearbook"]) == [90.0]
    official = {"value": 70.0, "source": "公报", "source_kind": "official"}
    assert taken({}, news, official, order=["media", "公报"]) == [70.0]


def test_status_then_confidence_decide_between_equal_sources() -> None:
    """Of two sources of one kind the higher status counts, then the higher confidence."""
    other = {"value": 90.0, "source": "另一本年鉴", "confidence": "high"}
    assert taken({"confidence": "low", "status": "preliminary"}, {**other, "status": "final"}) == [90.0]
    assert taken({"confidence": "low"}, other) == [90.0]


def test_other_values_are_told() -> None:
    """How many other sources differ, and how far they reach, stands beside the value; who agrees is no rival."""
    others = [
        {"value": 98.3, "source": "公报", "source_kind": "official"},
        {"value": 1_010_000.0, "unit": "万元", "source": "新闻", "source_kind": "media"},
        {"value": 1_000_000.0, "unit": "万元", "source": "网站", "source_kind": "secondary"},
    ]
    found = chosen(rows({}, *others))
    assert found.select("base_value", "rivals", "rival_low", "rival_high").rows() == [(1e10, 2, 9.83e9, 1.01e10)]


def test_a_level_and_a_percentage_are_two_series() -> None:
    """One name with two dimensions, two bases or two kinds of period gives a row for each."""
    found = chosen(
        rows({}, {"unit": "%", "value": 5.0}, {"basis": "可比价"}, {"period_kind": "year_to_date", "period": "2022-12"})
    )
    assert found.height == 4


def test_no_rows_give_no_rows() -> None:
    """An empty table yields an empty one with all columns."""
    found = chosen(known(rows()))
    assert found.height == 0
    assert set(RIVALS) <= set(found.columns)
