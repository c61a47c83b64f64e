"""All targets together: how many will be reached, and the chance that all are.

Chances of single targets can be added up to an expected number, but not multiplied: what moves together is missed
together. Whole paths of all series are therefore drawn at once (`milepost.forecasts.paths`), sharing each calendar year
what their past steps shared, and on every path the targets reached are counted. Targets that are followed by one and
the same series share all of it. Targets whose date has come count as reached or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import numpy
import polars
from numpy.typing import NDArray

from milepost.assessments.chances import Chances, along, asked, chances
from milepost.assessments.model import CHANCES
from milepost.assessments.outlooks import Outlooks
from milepost.assessments.series import Flags
from milepost.checks.model import Words
from milepost.forecasts.calibration import shipped
from milepost.forecasts.model import Distributions, Panel
from milepost.forecasts.paths import drawn, shared_scores
from milepost.pathways.shaping import is_one_of_several_years

GROUPS: Final[dict[str, Words]] = {
    "all": Words("全部目标", "all targets"),
    "headline": Words("主要指标", "headline indicators"),
    "binding": Words("约束性指标", "binding targets"),
}
"""Groups of targets, each with its words."""

SAMPLES: Final = 2048
_FEWEST: Final = 512
_MOST: Final = 4_000_000  # paths times series
_DIGITS: Final = 4
_LOW, _HIGH = 0.1, 0.9


def joint(targets: polars.DataFrame, cases: polars.DataFrame) -> polars.DataFrame:
    """The joint chances of targets (`CHANCES`).

    Parameters
    ----------
    targets : polars.DataFrame
        `region`, `item_kind` and `attribute` of each target, and `certainty` where years were decided singly.
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`, in the same order.
    """
    found = chances(cases)
    told = numpy.isfinite(found.chance)
    samples = int(numpy.clip(_MOST // max(1, int(told.sum())), _FEWEST, SAMPLES))
    reached = reached_together(cases, found, samples)
    singly = targets.select(is_one_of_several_years()).to_series() if "certainty" in targets.columns else None
    counted = numpy.ones(targets.height, bool) if singly is None else ~singly.to_numpy()
    groups = {
        "all": counted,
        "headline": counted & targets["item_kind"].eq("indicator").fill_null(value=False).to_numpy(),
        "binding": counted & targets["attribute"].eq("binding").fill_null(value=False).to_numpy(),
    }
    regions = targets["region"].unique(maintain_order=True).to_list()
    rows = (
        _row(region, group, targets["region"].eq_missing(region).to_numpy() & holds, told, reached)
        for region in regions
        for group, holds in groups.items()
    )
    return polars.DataFrame([row for row in rows if row["targets"]], schema=CHANCES, orient="row")


def reached_together(cases: polars.DataFrame, found: Chances, samples: int = SAMPLES) -> Flags:
    """Whether each case reaches its goal on each of many paths drawn of all at once; shape (cases, samples).

    Cases without a chance never do; those whose date has come do always or never.
    """
    reached = numpy.zeros((cases.height, samples), bool)
    reached[numpy.isfinite(found.chance) & (found.chance > 0.5)] = True
    if not found.ahead:
        return reached
    rows = numpy.concatenate([ahead.rows for ahead in found.ahead])
    years = numpy.concatenate([numpy.full(len(ahead.rows), ahead.middle.shape[1] - 1) for ahead in found.ahead])
    series, wanted = found.series.rows(rows), asked(cases).rows(rows)
    first, place = _different(series)
    horizon = int(years.max())
    forecast = series.rows(first).forecast(horizon)
    start = 0
    for normal in shared_scores(forecast.panel, horizon, samples, shipped().dependence):
        block = slice(start, start + normal.shape[1])
        for ahead in numpy.unique(years):
            for some in _slices(numpy.flatnonzero(years == ahead), normal.shape[1] * int(ahead)):
                paths = drawn(_of(forecast, place[some], int(ahead)), normal[place[some], :, :ahead])
                reached[rows[some], block] = along(paths, wanted.rows(some), series.rows(some))[1]
        start = block.stop
    return reached


def _different(series: Outlooks) -> tuple[NDArray[numpy.int64], NDArray[numpy.int64]]:
    """The first row of each different series, and for every row which of these it is."""
    seen: dict[bytes, int] = {}
    first: list[int] = []
    place: list[int] = []
    table = numpy.column_stack([series.values, series.last, series.low, series.high, series.sign])
    for row, content in enumerate(table):
        key = content.tobytes()
        if key not in seen:
            seen[key] = len(first)
            first.append(row)
        place.append(seen[key])
    return numpy.array(first, dtype=numpy.int64), numpy.array(place, dtype=numpy.int64)


def _of(found: Distributions, rows: NDArray[numpy.int64], horizon: int) -> Distributions:
    panel = found.panel
    names = tuple(panel.names[row] for row in rows)
    own = Panel(names, panel.values[rows], panel.last[rows], panel.low[rows], panel.high[rows])
    return Distributions(own, found.method, found.point[rows, :horizon], found.quantiles[rows, :horizon])


def _slices(rows: NDArray[numpy.int64], width: int, most: int = 4_000_000) -> Iterator[NDArray[numpy.int64]]:
    size = max(1, most // max(width, 1))
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _row(region: str | None, group: str, of: Flags, told: Flags, reached: Flags) -> Mapping[str, object]:
    known = of & told
    number = reached[known].sum(axis=0)
    count = int(known.sum())
    empty = count == 0
    chances_of = numpy.bincount(number, minlength=count + 1) / len(number)
    return {
        "region": region,
        "group": group,
        "targets": int(of.sum()),
        "told": count,
        "expected": None if empty else round(float(number.mean()), _DIGITS),
        "all": None if empty else round(float(chances_of[-1]), _DIGITS),
        "low80": None if empty else int(numpy.quantile(number, _LOW, method="inverted_cdf")),
        "high80": None if empty else int(numpy.quantile(number, _HIGH, method="inverted_cdf")),
        "numbers": [] if empty else [round(float(chance), _DIGITS) for chance in chances_of],
    }
