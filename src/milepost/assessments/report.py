"""What a format is given: the assessment, the plan that it is about, and for whom it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import polars
from polars import col, when

from milepost.assessments.gate import gate_counts
from milepost.assessments.model import STATUSES, Status
from milepost.assessments.result import Assessment
from milepost.assessments.rollup import ATTRIBUTE_WORDS, ITEM_WORDS, parts_of, rollups
from milepost.assessments.sentences import department_of, sentences
from milepost.checks.model import Tongue, Words
from milepost.pathways.shaping import is_one_of_several_years
from milepost.plans.model import Plan

MARKS: Final[dict[Status, str]] = {
    "reached": "●",
    "on_track": "▲",
    "at_risk": "◆",
    "off_track": "■",
    "moving_away": "▼",
    "no_data": "○",
    "not_assessable": "–",
}
"""The shape of each status: it is told by shape and word, never by colour alone."""

WAITS_FOR_DATA: Final = ("no_series", "no_value_since_base", "no_current")
"""Reasons that end as soon as somebody supplies a number."""


@dataclass(frozen=True)
class Report:
    """The assessment of a plan, ready to be written in any format.

    Attributes
    ----------
    assessment : Assessment
        What `milepost.assess` gave.
    plan : Plan
        The plan that it is about.
    tongue : "zh" or "en"
        Language of what people read.
    labels : mapping of str to (str, str)
        Own words for statuses and national words (`AssessSettings.labels`).
    colour, width : bool, int
        For a terminal.
    notes : tuple of Words
        What is to be said beside the result: how the inputs were read.
    """

    assessment: Assessment
    plan: Plan
    tongue: Tongue
    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    colour: bool = False
    width: int = 120
    notes: tuple[Words, ...] = ()

    def say(self, chinese: str, english: str) -> str:
        """Words in the report's language."""
        return chinese if self.tongue == "zh" else english

    @property
    def home(self) -> str | None:
        """The region that need not be named."""
        table = self.assessment.targets
        region = self.plan.region
        if region is not None and region.code:
            return region.code
        bearing = table.filter(table["region_name"] == region.name) if region is not None else table
        own: str | None = next(iter(bearing["region"].drop_nulls().head(1)), None)
        return own

    def sentences_in(self, tongue: Tongue) -> list[str]:
        """The sentence on each target in one language."""
        return sentences(self.assessment, tongue, labels=self.labels, home=self.home)

    @cached_property
    def sentences(self) -> list[str]:
        """The sentence on each target in the report's language."""
        return self.sentences_in(self.tongue)

    @cached_property
    def counts(self) -> dict[Status, int]:
        """How many targets have each status."""
        counted = self.assessment.targets.filter(~is_one_of_several_years())
        found = dict(counted["status"].value_counts().iter_rows())
        return {status: found.get(status, 0) for status in STATUSES}

    @cached_property
    def needs(self) -> polars.DataFrame:
        """How many targets have what an assessment needs (`milepost.assessments.gate.COUNTS`)."""
        counted = self.assessment.targets.select(~is_one_of_several_years()).to_series()
        return gate_counts(self.assessment.gate.filter(counted))

    @cached_property
    def rollups(self) -> polars.DataFrame:
        """Counts by everything that targets can be grouped by (`milepost.assessments.rollup.ROLLUP`)."""
        return rollups(self.assessment, self._parts)

    @cached_property
    def _parts(self) -> dict[str, str]:
        return parts_of(self.plan.sections)

    def part_of(self, section: str | None) -> str | None:
        """The part of the plan that a section belongs to."""
        return self._parts.get(section or "", section)

    def group_words(self, grouping: str, group: str | None) -> Words:
        """The name of a group of a roll-up."""
        if grouping == "all":
            return Words("全部目标", "all targets")
        if grouping == "attribute":
            return ATTRIBUTE_WORDS[group]
        if grouping == "item_kind":
            return ITEM_WORDS[group]
        named = self._sections.get(group or "") if grouping == "section" else self._regions.get(group or "")
        own = named or group
        return Words(own, own) if own else ATTRIBUTE_WORDS[None]

    @cached_property
    def _sections(self) -> dict[str, str]:
        text = self.plan.document.text
        if text is None:
            return {section.id: section.title for section in self.plan.sections}
        return {section.id: " ".join(section.span.of(text).split()) for section in self.plan.sections}

    @cached_property
    def _regions(self) -> dict[str, str]:
        named = self.assessment.targets.select("region", "region_name").drop_nulls().unique(maintain_order=True)
        return dict(named.iter_rows())

    @cached_property
    def uncertain(self) -> polars.DataFrame:
        """Observed names that were used for nothing, since what they measure is not certain (`MATCHES`)."""
        matches = self.assessment.matches
        used = matches.filter("certain").select("indicator", "unit").unique()
        items = self.assessment.targets["item"].unique().implode()
        return matches.filter(~col("certain") & col("item").is_in(items)).join(
            used, on=["indicator", "unit"], how="anti", nulls_equal=True, maintain_order="left"
        )

    @cached_property
    def waiting(self) -> polars.DataFrame:
        """What has no rating, by reason and by the department whose number it waits for, the largest groups first.

        Columns `reason`, `department` (null where it is not known, or no number is waited for), `targets` (their ids).
        """
        table = self.assessment.targets.filter(col("status").is_in(STATUSES[5:]))
        departments = {name: department_of(name) for name in table["concept"].unique() if name}
        publisher = col("concept").replace_strict(departments, default=None, return_dtype=polars.String)
        waits = col("reason").is_in(WAITS_FOR_DATA)
        grouped = table.with_columns(
            department=when(waits).then(publisher), reason=col("reason").fill_null("no_current")
        ).group_by("reason", "department", maintain_order=True).agg(targets=col("target"))  # fmt: skip
        return grouped.with_columns(_size=col("targets").list.len()).sort(
            "_size", descending=True, maintain_order=True
        ).drop("_size")  # fmt: skip
