"""How many targets of a group stand where: by category, attribute, part of the plan, region and kind of item.

Statuses are counted, never averaged. Binding targets are counted apart, and the worst status among them stands beside
the counts of its group, so that no number of expected ones hides it. Shares are of the targets with a rating; both
numbers are given with them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import polars
from polars import col, lit, when

from milepost.assessments.model import STATUSES
from milepost.assessments.result import Assessment
from milepost.checks.model import Words
from milepost.kernel.errors import UsageError
from milepost.pathways.shaping import is_one_of_several_years
from milepost.plans.model import Section

GROUPINGS: Final[dict[str, Words]] = {
    "all": Words("全部", "all"),
    "attribute": Words("指标属性", "attribute"),
    "category": Words("类别", "category"),
    "section": Words("规划篇章", "part of the plan"),
    "region": Words("地区", "region"),
    "item_kind": Words("目标类型", "kind of item"),
}
"""What targets can be grouped by."""

ATTRIBUTE_WORDS: Final[dict[str | None, Words]] = {
    "binding": Words("约束性", "binding"),
    "expected": Words("预期性", "expected"),
    None: Words("未注明", "not stated"),
}
ITEM_WORDS: Final[dict[str | None, Words]] = {
    "indicator": Words("主要指标", "headline indicators"),
    "commitment": Words("正文目标", "targets in the text"),
    None: Words("其他", "others"),
}

RATED: Final = STATUSES[:5]
"""Statuses that are a rating, from the best to the worst."""

ROLLUP: Final[dict[str, polars.DataType]] = {
    "grouping": polars.String(),  # one of GROUPINGS
    "group": polars.String(),  # code or name of the group; null: what is in none
    "targets": polars.UInt32(),
    "rated": polars.UInt32(),  # with a status that is a rating
    **{status: polars.UInt32() for status in STATUSES},
    "early": polars.UInt32(),
    "met_share": polars.Float64(),  # (reached + on_track) / rated; null without a rating
    "worst": polars.String(),  # the worst status with a rating
    "binding": polars.UInt32(),
    "binding_rated": polars.UInt32(),
    "binding_met": polars.UInt32(),  # binding ones reached or on track
    "binding_worst": polars.String(),
}
"""Columns of a roll-up, a row for each group."""


def rollup(assessment: Assessment, by: str = "all", parts: Mapping[str, str] | None = None) -> polars.DataFrame:
    """Counts of statuses by group (columns of `ROLLUP`), groups in the order in which they first appear.

    A target that is decided year by year counts once, by its worst year, and not once more for each of them.

    Parameters
    ----------
    assessment : Assessment
        What `milepost.assess` gave.
    by : str
        One of `GROUPINGS`.
    parts : mapping of str to str, optional
        For `section`: to which part of the plan each section belongs (`parts_of`); each for itself when left out.

    Raises
    ------
    UsageError
        If nothing is grouped by that.
    """
    if by not in GROUPINGS:
        raise UsageError("nothing is grouped by that", where="by", found=repr(by), accepted=", ".join(GROUPINGS))
    frame = assessment.targets.filter(~is_one_of_several_years()).select(
        "status", "attribute", "early", group=lit(None, dtype=polars.String) if by == "all" else col(by)
    )
    if by == "section" and parts is not None:
        frame = frame.with_columns(group=col("group").replace(dict(parts)))
    counted = frame.group_by("group", maintain_order=True).agg(_counts()).with_columns(grouping=lit(by))
    ranks = dict(enumerate(RATED))
    return counted.with_columns(
        met_share=when(col("rated") > 0).then((col("reached") + col("on_track")) / col("rated")),
        worst=col("worst").replace_strict(ranks, default=None, return_dtype=polars.String),
        binding_worst=col("binding_worst").replace_strict(ranks, default=None, return_dtype=polars.String),
    ).select(col(name).cast(kind) for name, kind in ROLLUP.items())


def rollups(assessment: Assessment, parts: Mapping[str, str] | None = None) -> polars.DataFrame:
    """The roll-ups by everything that targets can be grouped by, one below the other.

    By region only where there are several; by category, attribute and section only of what has one.
    """
    several = assessment.targets["region"].drop_nulls().n_unique() > 1
    found = [rollup(assessment, by, parts) for by in GROUPINGS if by != "region" or several]
    whole = polars.concat(found)
    return whole.filter(~col("grouping").is_in(["category", "attribute", "section"]) | col("group").is_not_null())


def _counts() -> list[polars.Expr]:
    status, binding = col("status"), col("attribute") == "binding"
    rated = status.is_in(RATED)
    rank = status.replace_strict({each: place for place, each in enumerate(RATED)}, default=None)
    met = status.is_in(["reached", "on_track"])
    return [
        polars.len().alias("targets"),
        rated.sum().alias("rated"),
        *((status == each).sum().alias(each) for each in STATUSES),
        col("early").fill_null(value=False).sum().alias("early"),
        rank.max().alias("worst"),
        binding.sum().alias("binding"),
        (binding & rated).sum().alias("binding_rated"),
        (binding & met).sum().alias("binding_met"),
        rank.filter(binding).max().alias("binding_worst"),
    ]


def parts_of(sections: Sequence[Section]) -> dict[str, str]:
    """For each section of a plan the highest one above it: the part or chapter that it belongs to."""
    parents = {section.id: section.parent for section in sections}

    def top(section: str) -> str:
        seen = {section}
        while (parent := parents.get(section)) is not None and parent not in seen:
            section = parent
            seen.add(section)
        return section

    return {section: top(section) for section in parents}
