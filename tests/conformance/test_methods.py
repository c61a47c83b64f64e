"""What holds for every assessment method of the table: what it says of itself, what it gives, and how it behaves."""

from __future__ import annotations

from importlib import import_module

import polars
import pytest

from assessments_support import improved, random_cases, scaled
from milepost.assessments.model import CASES, OUTCOME, STATUSES, cases
from milepost.assessments.reasons import REASONS
from milepost.assessments.table import METHODS, judged_by, method_named
from milepost.kernel.errors import UsageError

BEST_FIRST = ["reached", "on_track", "at_risk", "off_track", "moving_away"]
MANY = random_cases(6000)

every_method = pytest.mark.parametrize("name", METHODS)


@every_method
def test_a_method_says_what_it_is(name: str) -> None:
    """Name, title, source, formula, and words in both languages for each class and figure; its module tells more."""
    method = method_named(name)
    assert method.name == name
    assert method.source
    assert method.formula
    assert method.labels
    for words in (method.title, *(words for words, _ in method.labels.values()), *method.figures.values()):
        assert words.zh
        assert words.en
    assert {status for _, status in method.labels.values()} <= set(STATUSES)
    told = import_module(f"milepost.assessments.methods.{name}").__doc__ or ""
    assert "Source" in told
    assert all(f"`{status}`" in told for _, status in method.labels.values()), "how classes map to statuses"


@every_method
def test_a_method_gives_a_row_for_each_case(name: str) -> None:
    """The columns of an outcome, then the method's own figures, in the cases' number and order; none for none."""
    for table in (MANY, MANY.head(1), MANY.clear()):
        outcome = judged_by(name, table)
        assert outcome.height == table.height
        assert outcome.columns == [*OUTCOME, *method_named(name).figures]
        assert {column: outcome.schema[column] for column in OUTCOME} == OUTCOME
    backwards = judged_by(name, MANY.head(300).reverse())
    assert backwards.reverse().equals(judged_by(name, MANY.head(300)))


@every_method
def test_a_method_gives_a_status_or_the_reason_why_not(name: str) -> None:
    """Exactly one of them; labels and reasons are of the tables, and values are finite."""
    outcome = judged_by(name, MANY)
    assert (outcome["status"].is_null() != outcome["reason"].is_null()).all()
    assert set(outcome["status"].drop_nulls()) <= set(STATUSES)
    assert set(outcome["label"].drop_nulls()) <= set(method_named(name).labels)
    assert set(outcome["reason"].drop_nulls()) <= set(REASONS)
    assert outcome["value"].is_finite().drop_nulls().all()


@every_method
def test_a_status_is_that_of_its_class(name: str) -> None:
    """Except where the goal is met, where its date has passed unmet, or where one class covers two statuses."""
    method = method_named(name)
    own = {label: status for label, (_, status) in method.labels.items()}
    judged = polars.concat([MANY.select("met", "due"), judged_by(name, MANY)], how="horizontal").filter(
        polars.col("label").is_not_null(), ~polars.col("met").fill_null(value=False)
    )
    early = judged.filter(~polars.col("due").fill_null(value=False))
    expected = early["label"].replace_strict(own, return_dtype=polars.String)
    other = early.filter(early["status"] != expected)
    assert set(other["status"]) <= {"moving_away"}


@every_method
def test_a_method_bears_cases_with_nothing_in_them(name: str) -> None:
    """Each column alone without a value, and all of them: no error, and a reason when all are."""
    some = MANY.head(50)
    for column, kind in CASES.items():
        assert judged_by(name, some.with_columns(polars.lit(None, dtype=kind).alias(column))).height == some.height
    empty = judged_by(name, cases([{}]))
    assert empty["status"].to_list() == [None]
    assert empty["reason"].item() in REASONS


@every_method
@pytest.mark.parametrize("extreme", [0.0, -0.0, -5.0, 1e-300, 1e300, float("inf"), float("-inf"), float("nan")])
def test_a_method_bears_any_number(name: str, extreme: float) -> None:
    """Whatever number stands in a column, there is a status or a reason, and no value that is not finite."""
    some = MANY.head(60)
    for column in ("base", "current", "goal", "base_time", "goal_time", "limit", "expected", "peers_spread"):
        outcome = judged_by(name, some.with_columns(polars.lit(extreme).alias(column)))
        assert outcome.height == some.height
        assert (outcome["status"].is_null() != outcome["reason"].is_null()).all(), column
        assert outcome["value"].is_finite().drop_nulls().all(), column


@every_method
@pytest.mark.parametrize("factor", [2.0**10, 2.0**-7, -1.0])
def test_change_of_unit_changes_no_status(name: str, factor: float) -> None:
    """All amounts times one factor: labels, statuses and reasons stay (for −1 with the directions turned as well)."""
    table = scaled(MANY, factor)
    if factor < 0:
        turned = polars.col("comparator").replace_strict({"ge": "le", "le": "ge"})
        spread = polars.col("peers_spread").abs()
        table = table.with_columns(turned, -polars.col("direction"), spread)
    columns = ["label", "status", "reason"]
    before, after = judged_by(name, MANY).select(columns), judged_by(name, table).select(columns)
    assert before.equals(after)


@every_method
@pytest.mark.parametrize("share", [1e-6, 0.01, 0.2])
def test_a_better_value_gets_no_worse_status(name: str, share: float) -> None:
    """Where the method promises it."""
    if not method_named(name).monotone:
        return
    ranks = {status: rank for rank, status in enumerate(BEST_FIRST)}
    before, after = (
        judged_by(name, table)["status"].replace_strict(ranks, default=None, return_dtype=polars.Int32)
        for table in (MANY, improved(MANY, share))
    )
    assert (after <= before).drop_nulls().all()


@every_method
def test_every_class_is_reached(name: str) -> None:
    """Each label comes up among many cases: none is there for show."""
    found = set(judged_by(name, MANY)["label"].drop_nulls())
    assert found == set(method_named(name).labels)


def test_an_unknown_method_is_wrong_use() -> None:
    """The message names those that there are."""
    with pytest.raises(UsageError, match="open_sdg"):
        method_named("oracle")


def test_reasons_are_in_order_and_in_both_languages() -> None:
    """The table of reasons is kept by the codes' order."""
    assert list(REASONS) == sorted(REASONS)
    assert all(words.zh and words.en for words in REASONS.values())
