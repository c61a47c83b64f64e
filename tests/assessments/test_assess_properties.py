"""What holds for every plan and all statistics: units, vintages, better values, the order of rows."""

from __future__ import annotations

from datetime import date

import polars
from hypothesis import given, settings
from hypothesis import strategies as st

from assessing_support import statistics
from milepost.assessments.run import assess_targets

DAY = date(2026, 1, 1)
YEARS = range(2021, 2026)

amounts = st.floats(min_value=1, max_value=1000, allow_nan=False).map(lambda value: round(value, 2))
series = st.lists(amounts, min_size=1, max_size=5)
comparators = st.sampled_from(["ge", "gt", "le", "lt", "eq", "approx"])
kinds = st.sampled_from(["level", "cumulative", "every_year", "annual_average"])


def table(kind: str, comparator: str, base: float, value: float, factor: float = 1.0) -> polars.DataFrame:
    """A target of a flow until 2030, its figures multiplied."""
    return polars.DataFrame(
        {
            "target": ["a"], "kind": [kind], "comparator": [comparator], "value": [value * factor],
            "baseline": [base * factor], "baseline_year": [2020], "period_start": [2021], "period_end": [2030],
            "nature": ["flow"], "unit_code": ["CNY"], "unit": ["元"],
        }
    )  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(kinds, comparators, amounts, amounts, series)
def test_a_change_of_unit_never_changes_a_status(
    kind: str, comparator: str, base: float, value: float, values: list[float]
) -> None:
    """The same figures in yuan and in ten thousand yuan stand where they stood, by every method."""
    observed = dict(zip(YEARS, values, strict=False))
    plain = assess_targets(table(kind, comparator, base, value, 1e4), _rows(observed, "万元"), as_of=DAY)
    in_yuan = {year: each * 1e4 for year, each in observed.items()}
    other = assess_targets(table(kind, comparator, base, value, 1e4), _rows(in_yuan, "元"), as_of=DAY)
    assert plain.methods.select("method", "status").rows() == other.methods.select("method", "status").rows()
    assert plain.targets["status"].to_list() == other.targets["status"].to_list()


@settings(max_examples=12, deadline=None)
@given(kinds, amounts, amounts, series, amounts)
def test_a_later_vintage_never_changes_an_earlier_assessment(
    kind: str, base: float, value: float, values: list[float], revised: float
) -> None:
    """What became known in 2027 says nothing of how things were seen in 2026."""
    rows = _rows(dict(zip(YEARS, values, strict=False)), "元")
    later = _rows({2021: revised, 2026: revised}, "元").with_columns(vintage=polars.lit("2027-01-15"))
    targets = table(kind, "ge", base, value)
    before = assess_targets(targets, rows, as_of=DAY)
    after = assess_targets(targets, polars.concat([rows, later], how="diagonal"), as_of=DAY)
    assert before.targets.equals(after.targets)
    assert before.methods.equals(after.methods)
    assert before.evidence.equals(after.evidence)


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(["level", "cumulative"]), amounts, amounts, series, st.floats(1.0, 1.5))
def test_a_better_latest_value_never_stands_worse(
    kind: str, base: float, value: float, values: list[float], better: float
) -> None:
    """More of what should rise keeps the leading status or lifts it."""
    order = ["reached", "on_track", "at_risk", "off_track", "moving_away"]
    observed = dict(zip(YEARS, values, strict=False))
    last = max(observed)
    improved = observed | {last: observed[last] * better}
    targets = table(kind, "ge", base, value)
    first = assess_targets(targets, _rows(observed, "元"), as_of=DAY).targets["status"][0]
    second = assess_targets(targets, _rows(improved, "元"), as_of=DAY).targets["status"][0]
    if first in order and second in order:
        assert order.index(second) <= order.index(first)
    else:
        assert first == second


@settings(max_examples=10, deadline=None)
@given(series, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(values: list[float], dice: object) -> None:
    """Whatever way the rows are shuffled, the assessment is the same."""
    sources = [_rows(dict(zip(YEARS, values, strict=False)), "元"), _rows({2023: 7.0, 2024: 9.0}, "元")]
    rows = polars.concat(
        [each.with_columns(source=polars.lit(name)) for each, name in zip(sources, ("年鉴", "公报"), strict=True)]
    )
    shuffled = rows.sample(fraction=1, shuffle=True, seed=dice.randint(0, 10**6))  # type: ignore[attr-defined]
    targets = table("level", "ge", 5.0, 10.0)
    one, other = (assess_targets(targets, each, as_of=DAY) for each in (rows, shuffled))
    assert one.targets.equals(other.targets)
    assert one.evidence.equals(other.evidence)


def _rows(values: dict[int, float], unit: str) -> polars.DataFrame:
    return statistics("a", dict(values), unit)
