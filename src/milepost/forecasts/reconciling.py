"""Forecasts of parts and of the whole, made to add up.

The whole and its parts are moved to the nearest figures that add up, each by how unsure it is: weighted least squares
with the variances of the forecasts' errors (MinT with a diagonal W: Wickramasuriya, Athanasopoulos and Hyndman 2019,
Journal of the American Statistical Association 114). With one whole and its parts that is simple: the gap between the
whole and the sum is shared out in proportion to the variances. A part that would fall below its limit stays at it, and
the others take the rest. Quantiles move along with the middle, in proportion.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy
import numpy.typing

from milepost.forecasts.model import LEVELS, Numbers, Panel

_TOLERANCE: Final = 0.01  # of the whole, that the sum of the parts may have missed it by in the past
_COMPARED: Final = 3  # years
_LOW, _HIGH = LEVELS.index(0.1), LEVELS.index(0.9)
_BETWEEN: Final = 2.563  # standard deviations between the 10 % and 90 % quantiles of a normal distribution
_LEAST: Final = 1e-6  # of a forecast, as its standard deviation
_CODE_LENGTH: Final = 6

Whole = Mapping[str, Sequence[str]]
"""The parts of each whole region, by code."""


@dataclass(frozen=True, slots=True)
class Family:
    """Rows of a panel that add up: the whole, and its parts; `sum_share` is what the parts made up in the past."""

    whole: int
    parts: tuple[int, ...]
    sum_share: float | None

    @property
    def adds_up(self) -> bool:
        """Whether the parts made up the whole."""
        return self.sum_share is not None and abs(self.sum_share - 1) <= _TOLERANCE


def parts_by_code(regions: Sequence[str]) -> dict[str, list[str]]:
    """Which regions make up which, by the official codes of Chinese divisions.

    >>> parts_by_code(["654200", "654201", "654202", "650000", "TJ"])
    {'654200': ['654201', '654202'], '650000': ['654200']}
    """
    codes = [code for code in dict.fromkeys(regions) if len(code) == _CODE_LENGTH and code.isascii() and code.isdigit()]
    found: dict[str, list[str]] = {}
    for code in codes:
        if code.endswith("0000"):
            parts = [each for each in codes if each[:2] == code[:2] and each.endswith("00") and each != code]
        elif code.endswith("00"):
            parts = [each for each in codes if each[:4] == code[:4] and each != code]
        else:
            continue
        if parts:
            found[code] = parts
    return found


def families(panel: Panel, groups: Sequence[object], regions: Sequence[str], wholes: Whole) -> list[Family]:
    """The wholes of a panel whose parts stand beside them.

    Parameters
    ----------
    groups, regions : sequence
        Of each series: what is the same for a whole and its parts (indicator, basis and unit; None for what adds up to
        nothing), and the region.
    """
    by_group: dict[object, dict[str, int]] = {}
    for row, (group, region) in enumerate(zip(groups, regions, strict=True)):
        if group is not None:
            by_group.setdefault(group, {})[region] = row
    found = []
    for rows in by_group.values():
        for whole, parts in wholes.items():
            places = tuple(rows[part] for part in parts if part in rows)
            if whole in rows and len(places) > 1:
                found.append(Family(rows[whole], places, _sum_share(panel, rows[whole], places)))
    # From the top down: a part that is a whole itself has been moved when its own parts follow it.
    return sorted(found, key=lambda family: sum(family.whole in each.parts for each in found))


def _sum_share(panel: Panel, whole: int, parts: Sequence[int]) -> float | None:
    """What the parts made up of the whole in the last years for which all are known; None without any."""
    rows = [whole, *parts]
    width = panel.values.shape[1]
    latest = int(panel.last[rows].max())
    # Each series ends in its own last column: the columns of one year are brought together.
    aligned = numpy.full((len(rows), width), numpy.nan)
    for place, row in enumerate(rows):
        late = latest - int(panel.last[row])
        if late < width:
            aligned[place, : width - late] = panel.values[row, late:]
    common = numpy.flatnonzero(numpy.isfinite(aligned).all(axis=0))[-_COMPARED:]
    total = float(aligned[0, common].sum()) if len(common) else 0.0
    return float(aligned[1:, common].sum()) / total if total else None


def reconciled(
    panel: Panel, point: Numbers, quantiles: Numbers, family: Family, *, fixed: bool = False
) -> tuple[Numbers, Numbers]:
    """Middles that add up, of the whole and its parts, and quantiles moved along with them.

    Parameters
    ----------
    point : array (1 + parts, years)
        Of the whole first, all for the same years.
    quantiles : array (1 + parts, years, levels)
        At LEVELS.
    fixed : bool, default False
        Whether the whole stays as it is.
    """
    rows = [family.whole, *family.parts]
    low, high = panel.low[rows, None], panel.high[rows, None]
    variance = ((quantiles[:, :, _HIGH] - quantiles[:, :, _LOW]) / _BETWEEN) ** 2
    variance = numpy.maximum(variance, (_LEAST * numpy.abs(point)) ** 2)
    free = numpy.ones(point.shape, dtype=bool)
    free[0] = not fixed
    sign = numpy.where(numpy.arange(len(rows)) == 0, -1.0, 1.0)[:, None]
    moved = point.copy()
    # Whoever meets a limit stays there, and the others share what is left: at most one round for each.
    for _ in rows:
        gap = moved[0] - moved[1:].sum(axis=0)
        loose = numpy.where(free, variance, 0.0)
        total = loose.sum(axis=0)
        moved = moved + sign * numpy.divide(loose, total, out=numpy.zeros_like(loose), where=total > 0) * gap
        beyond = (moved < low) | (moved > high)
        if not beyond.any():
            break
        moved, free = numpy.clip(moved, low, high), free & ~beyond
    factor = numpy.divide(moved, point, out=numpy.ones_like(moved), where=(point > 0) & (moved > 0))
    along = moved[:, :, None] + (quantiles - point[:, :, None]) * factor[:, :, None]
    return moved, numpy.clip(along, low[:, :, None], high[:, :, None])


def starts(panel: Panel, family: Family) -> numpy.typing.NDArray[numpy.int64]:
    """Years ahead of each of a family's series at which their first common year stands, counted from 0.

    >>> values, none = numpy.array([[1.0, 2.0]] * 3), numpy.full(3, numpy.inf)
    >>> panel = Panel(("w", "a", "b"), values, numpy.array([2023, 2022, 2023]), -none, none)
    >>> starts(panel, Family(0, (1, 2), 1.0)).tolist()
    [0, 1, 0]
    """
    last = panel.last[[family.whole, *family.parts]]
    ahead: numpy.typing.NDArray[numpy.int64] = last.max() - last
    return ahead
