"""What a case allows, as two bounds: the same as `milepost.pathways.meeting.meets`, for values that are many."""

from __future__ import annotations

from dataclasses import dataclass

import numpy
import polars
from polars import Expr, col, lit, when

from milepost.assessments.series import Flags, Floats
from milepost.assessments.thresholds import HAIR
from milepost.checks.printed import APPROXIMATELY


@dataclass(frozen=True, slots=True)
class Bounds:
    """What each case allows: from `low` to `high` (infinite where open), an end itself excluded where `strict`."""

    low: Floats
    high: Floats
    strict: Flags

    def of(self, rows: numpy.ndarray) -> Bounds:
        """The bounds of the cases numbered."""
        return Bounds(self.low[rows], self.high[rows], self.strict[rows])

    def wide(self, axes: int = 1) -> Bounds:
        """The same with so many axes behind, for arrays that have several values for each case."""
        shape = (-1, *(1,) * axes)
        return Bounds(self.low.reshape(shape), self.high.reshape(shape), self.strict.reshape(shape))

    def slack(self, values: Floats) -> Floats:
        """How far each value lies within its bounds; negative outside."""
        return numpy.minimum(values - self.low, self.high - values)

    def ends(self) -> Floats:
        """The amount of the end that is not open."""
        return numpy.where(numpy.isfinite(self.low), numpy.abs(self.low), numpy.abs(self.high))

    def broken(self, values: Floats) -> Flags:
        """Whether each value lies outside its bounds; the dust of binary fractions does not break them."""
        dust = HAIR * numpy.fmax(self.ends(), numpy.abs(values))
        with numpy.errstate(invalid="ignore"):
            slack = self.slack(values)
            return numpy.where(self.strict, slack <= dust, slack < -dust)


def bounds_of(cases: polars.DataFrame, side: Expr | None = None, size: Expr | None = None) -> Bounds:
    """The bounds of each case, by its comparator: at least, more than, at most, less than the goal.

    A plain value or a range is bounded on the side that is wanted, both ways where none is; 左右 leaves 5 %.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`.
    side : polars.Expr, optional
        +1, −1 or 0; the column `direction` when left out.
    size : polars.Expr, optional
        What 左右 leaves a part of; the goal when left out or null.
    """
    comparator = col("comparator").fill_null("eq")
    wanted = (col("direction") if side is None else side).fill_null(0)
    stated = comparator.is_in(["ge", "gt", "le", "lt"])
    least = comparator.is_in(["ge", "gt"]) | (~stated & (wanted > 0))
    most = comparator.is_in(["le", "lt"]) | (~stated & (wanted < 0))
    whole = col("goal").abs() if size is None else polars.coalesce(size, col("goal").abs())
    about = when(comparator == "approx").then(APPROXIMATELY * whole).otherwise(lit(0.0))
    table = cases.select(
        low=when(most).then(lit(-numpy.inf)).otherwise(col("goal") - about),
        high=when(least).then(lit(numpy.inf)).otherwise(polars.coalesce("goal_high", "goal") + about),
        strict=comparator.is_in(["gt", "lt"]),
    )
    return Bounds(*(table.get_column(name).to_numpy() for name in ("low", "high", "strict")))
