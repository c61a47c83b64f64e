"""Roll-ups: counted and never averaged, binding targets apart."""

from __future__ import annotations

import dataclasses

import polars
import pytest

from assessed_support import qinghe
from milepost.assessments.model import STATUSES
from milepost.assessments.result import Assessment
from milepost.assessments.rollup import GROUPINGS, ROLLUP, parts_of, rollup, rollups
from milepost.kernel.errors import UsageError
from milepost.plans.model import Section


def standing(*rows: tuple[str, str | None, str]) -> Assessment:
    """An assessment of targets with these statuses, attributes and categories."""
    whole = qinghe().assessment
    frame = whole.targets.head(len(rows)).with_columns(
        polars.Series("status", [row[0] for row in rows]),
        polars.Series("attribute", [row[1] for row in rows], dtype=polars.String),
        polars.Series("category", [row[2] for row in rows]),
        early=False,
    )
    return dataclasses.replace(whole, targets=frame)


def test_statuses_are_counted_by_group() -> None:
    """A row for each group, in the order of the plan, with all seven statuses."""
    found = rollup(standing(("on_track", None, "b"), ("no_data", None, "a"), ("off_track", None, "b")), "category")
    assert found.columns == list(ROLLUP)
    assert found.select("group", "targets", "rated", "on_track", "off_track", "no_data").rows() == [
        ("b", 2, 2, 1, 1, 0),
        ("a", 1, 0, 0, 0, 1),
    ]


def test_binding_targets_are_never_averaged_away() -> None:
    """Nine expected ones on track do not hide the binding one that is not."""
    rows = [("on_track", "expected", "a")] * 9 + [("off_track", "binding", "a")]
    row = rollup(standing(*rows)).row(0, named=True)
    assert row["met_share"] == 0.9
    assert (row["binding"], row["binding_rated"], row["binding_met"], row["binding_worst"]) == (1, 1, 0, "off_track")


def test_shares_come_from_numerators_and_denominators() -> None:
    """What has no rating is in neither; without a rating there is no share."""
    row = rollup(standing(("reached", None, "a"), ("at_risk", None, "a"), ("no_data", None, "a"))).row(0, named=True)
    assert (row["rated"], row["met_share"]) == (2, 0.5)
    assert rollup(standing(("no_data", None, "a")))["met_share"].to_list() == [None]


def test_groups_add_up_to_the_whole() -> None:
    """Whatever the example is grouped by, every target is counted once."""
    assessment = qinghe().assessment
    for by in GROUPINGS:
        found = rollup(assessment, by)
        assert found["targets"].sum() == assessment.targets.height
        assert (found.select(polars.sum_horizontal(STATUSES)).to_series() == found["targets"]).all()


def test_sections_are_taken_to_their_part() -> None:
    """A section of a chapter of a part counts for the part; loops in a damaged plan end."""
    plan = qinghe().plan
    parts = parts_of(plan.sections)
    tops = {section.id for section in plan.sections if section.parent is None}
    assert set(parts.values()) <= tops
    one = plan.sections[0]
    loop = [dataclasses.replace(one, id="a", parent="b"), dataclasses.replace(one, id="b", parent="a")]
    assert isinstance(loop[0], Section)
    assert parts_of(loop)


def test_a_wrong_grouping_is_told() -> None:
    """With those that there are."""
    with pytest.raises(UsageError, match="accepted: all, attribute"):
        rollup(qinghe().assessment, "colour")


def test_all_rollups_stand_one_below_the_other() -> None:
    """By region only where there are several."""
    groupings = rollups(qinghe().assessment)["grouping"].unique(maintain_order=True).to_list()
    assert groupings == ["all", "attribute", "category", "section", "item_kind"]
