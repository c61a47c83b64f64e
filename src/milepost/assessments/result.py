"""What assessing yields: for every target where it stands, by which method, and the figures and rows that prove it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

import polars

from milepost.assessments.model import CHANCES, OUTCOME
from milepost.kernel.errors import UsageError
from milepost.pathways.model import TARGETS

STANDING: Final[dict[str, polars.DataType]] = {
    # which statistics are held against the target
    "indicator": polars.String(),  # name in the observations; null when nothing was matched
    "match": polars.String(),  # how it was matched (`milepost.observations.matching`)
    "role": polars.String(),  # value | rate | level: a figure itself, yearly growth, or a level growth is computed from
    "series_basis": polars.List(polars.String()),  # codes stated with the observations
    "basis_compared": polars.String(),  # same | unknown | differs
    # the latest observation, as it was observed, in base units
    "latest": polars.Float64(),
    "latest_unit": polars.String(),  # its base unit
    "latest_bound": polars.String(),
    "latest_period_kind": polars.String(),
    "latest_period": polars.String(),
    "latest_source": polars.String(),
    "latest_vintage": polars.String(),
    "latest_status": polars.String(),
    "latest_url": polars.String(),
    "rivals": polars.UInt32(),  # how many other values there are for it, and their range
    "rival_low": polars.Float64(),
    "rival_high": polars.Float64(),
    "base_observed": polars.Float64(),  # what the statistics say of the baseline's year
    # the case: what is followed (`measure`), in its own unit
    "base": polars.Float64(),
    "base_time": polars.Float64(),
    "base_source": polars.String(),  # plan | statistics | derived | definition (0 of a sum, 1 of an index)
    "current": polars.Float64(),
    "current_time": polars.Float64(),
    "current_bound": polars.String(),  # exact | at_least | at_most
    "reference_growth": polars.Float64(),  # yearly growth of what a relative target is held against; else null
    "expected": polars.Float64(),  # what the pathway asks for at `current_time`
    "met": polars.Boolean(),  # `current` satisfies the comparator
    "due": polars.Boolean(),  # `current_time` is the goal's time or later
    "way": polars.Float64(),  # share of the way gone, 0.4 is 40 %
    "time": polars.Float64(),  # share of the time gone
    "pace": polars.Float64(),  # change a year so far: an amount, on the log scale a rate
    "pace_needed": polars.Float64(),  # change a year from here
    "still_needed": polars.Float64(),
    # the verdict
    "status": polars.String(),  # one of `milepost.assessments.model.STATUSES`
    "method": polars.String(),  # which method it is by; `comparison`: value against target, no method applies
    "label": polars.String(),  # that method's own class
    "national": polars.String(),  # code of `milepost.assessments.policy.NATIONAL`; null when there is no such word
    "early": polars.Boolean(),  # reached before its date (提前实现)
    "reason": polars.String(),  # code of why there is no rating (`milepost.assessments.reasons.why`)
    "doubts": polars.List(polars.String()),  # codes of `milepost.assessments.doubts.DOUBTS`, the gravest first
    "confidence": polars.Float64(),  # 0 to 1; null without a rating
    "disagree": polars.Boolean(),  # whether methods give different statuses
    "chance": polars.Float64(),  # that it is reached by its date; null when `probability` was not asked or tells none
}
"""Columns of `Assessment.targets` behind those of `milepost.pathways.model.TARGETS`."""

VERDICTS: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),
    "region": polars.String(),
    "method": polars.String(),
    **OUTCOME,
}
"""Columns of `Assessment.methods`: a row for each target and method, by target, then in the order of the methods."""

EVIDENCE: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),
    "target_region": polars.String(),
    "use": polars.String(),  # value | reference (the series that a relative target is held against)
    "year": polars.Int32(),
    "indicator": polars.String(),
    "region": polars.String(),
    "period_kind": polars.String(),
    "period": polars.String(),
    "value": polars.Float64(),  # as printed
    "unit": polars.String(),
    "bound": polars.String(),
    "status": polars.String(),
    "source": polars.String(),
    "source_kind": polars.String(),
    "url": polars.String(),
    "vintage": polars.String(),
    "basis": polars.String(),
    "access": polars.String(),  # public (also when null), internal, or embargoed:YYYY-MM-DD
    "confidence": polars.String(),
    "note": polars.String(),
    "rivals": polars.UInt32(),
    "rival_low": polars.Float64(),
    "rival_high": polars.Float64(),
}
"""Columns of `Assessment.evidence`: the observations that were used, by target and year."""

GATE: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),
    "region": polars.String(),
    "number": polars.Boolean(),  # a number to be reached
    "baseline": polars.Boolean(),  # stated, or given by the statistics, or by definition
    "date": polars.Boolean(),  # the plan says by when
    "unit": polars.Boolean(),  # a known one
    "series": polars.Boolean(),  # observations are matched
    "recent": polars.Boolean(),  # the latest is not older than the settings allow
    "assessable": polars.Boolean(),  # a status could be given
    "missing": polars.List(polars.String()),  # names of the columns above that are not so, in their order
}
"""Columns of `Assessment.gate`: what each target has of what an assessment needs."""

DISAGREEMENTS: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),
    "region": polars.String(),
    "best": polars.String(),  # the best and the worst status given
    "best_methods": polars.List(polars.String()),
    "worst": polars.String(),
    "worst_methods": polars.List(polars.String()),
    "why": polars.List(polars.String()),  # codes of `milepost.assessments.disagreement.WHY`
}
"""Columns of `Assessment.disagreements`: a row for each target on which methods give different statuses."""


@dataclass(frozen=True)
class Assessment:
    """Where the targets of a plan stand, as known on a date.

    Attributes
    ----------
    as_of : date
        Only what was known on that day has been used.
    audience : str
        `internal`, or `public`: then only public observations have been used.
    targets : polars.DataFrame
        A row for each target (with `by_parts` also for each part of the region): columns of `TARGETS`, then of
        `STANDING`. `target` and `region` together are unique.
    gate : polars.DataFrame
        What each target has of what an assessment needs, in the same order (`GATE`).
    disagreements : polars.DataFrame
        On which targets methods disagree, and why (`DISAGREEMENTS`).
    matches : polars.DataFrame
        Which observed names were taken for which items, the uncertain ones, which were not used, too
        (`milepost.observations.matching.MATCHES`).
    outcomes : mapping of str to polars.DataFrame
        By method what it says, in the order of `targets`: columns of `OUTCOME` and its own figures.
    prove : callable
        Looks up the observations used; ask for `evidence`.
    foretell : callable, optional
        Draws all targets together; ask for `chances`.
    leading : tuple of str
        The methods that decide, the first that applies before the others.
    leading_reason : str
        Why these lead, as the settings say.
    """

    as_of: date
    audience: str
    targets: polars.DataFrame
    gate: polars.DataFrame
    disagreements: polars.DataFrame
    matches: polars.DataFrame
    outcomes: Mapping[str, polars.DataFrame] = field(repr=False)
    prove: Callable[[], polars.DataFrame] = field(repr=False)
    foretell: Callable[[], polars.DataFrame] | None = field(default=None, repr=False)
    leading: tuple[str, ...] = ()
    leading_reason: str = ""

    @cached_property
    def evidence(self) -> polars.DataFrame:
        """The observations used (`EVIDENCE`), looked up when first asked for: a million targets rest on many."""
        return self.prove()

    @cached_property
    def chances(self) -> polars.DataFrame:
        """How many targets will be reached, and the chance that all are (`CHANCES`), drawn when first asked for.

        Empty where the method `probability` was not asked.
        """
        return self.foretell() if self.foretell is not None else polars.DataFrame(schema=CHANCES)

    @property
    def methods(self) -> polars.DataFrame:
        """What every method says of every target, one below the other (`VERDICTS`)."""
        names = self.targets.select("target", "region").with_row_index("_place")
        each = [
            polars.concat([names, outcome.select(*OUTCOME)], how="horizontal").with_columns(
                method=polars.lit(name), _order=polars.lit(order, dtype=polars.UInt32)
            )
            for order, (name, outcome) in enumerate(self.outcomes.items())
        ]
        if not each:
            return polars.DataFrame(schema=VERDICTS)
        return polars.concat(each).sort("_place", "_order").select(*VERDICTS)

    def figures(self, method: str) -> polars.DataFrame:
        """What one method says of every target, with all of its figures.

        Raises
        ------
        UsageError
            If the method was not asked.
        """
        if method not in self.outcomes:
            accepted = ", ".join(self.outcomes)
            raise UsageError("no such method was asked", where="method", found=repr(method), accepted=accepted)
        return polars.concat([self.targets.select("target", "region"), self.outcomes[method]], how="horizontal")


ASSESSED: Final[dict[str, polars.DataType]] = {**TARGETS, **STANDING}
"""All columns of `Assessment.targets`."""
