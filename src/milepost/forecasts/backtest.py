"""Forecasts held against what came: the last points of every series held out, at the last origin and earlier ones."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import numpy
import numpy.typing
import polars

from milepost.forecasts.adapting import factors, widened
from milepost.forecasts.breaks import mended
from milepost.forecasts.calibration import Calibrations, shipped
from milepost.forecasts.model import Distributions, Numbers, Panel
from milepost.forecasts.origins import Held, held_out
from milepost.forecasts.packing import REASONS, packed
from milepost.forecasts.peers import PEERS, SHARES, Intervals
from milepost.forecasts.run import distributions, quantile_at
from milepost.forecasts.scoring import (
    Brier,
    brier,
    chance_above,
    covered,
    interval_score,
    mase,
    mean_by_series,
    quantile_crps,
    smape,
    step_scale,
)
from milepost.forecasts.table import METHODS
from milepost.forecasts.yearly import limits, read_yearly

TOO_SHORT: Final = "too few points to hold any out"
Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Series:
    """Series of a file, and of each its unit and its indicator; series left out, with the reason."""

    panel: Panel
    units: numpy.typing.NDArray[numpy.str_]
    kinds: numpy.typing.NDArray[numpy.str_]
    refused: dict[str, str]

    def held(self, points: int, dropped: int = 0) -> Held:
        """The last points held out, with the limits that the past alone tells."""
        held = held_out(self.panel, points, dropped=dropped)
        low, high = limits(self.units[held.rows], self.kinds[held.rows], held.panel.values)
        return Held(Panel(held.panel.names, held.panel.values, held.panel.last, low, high), *_rest(held))


def _rest(held: Held) -> tuple[Numbers, numpy.typing.NDArray[numpy.int64], numpy.typing.NDArray[numpy.int64]]:
    return held.actual, held.years, held.rows


def series_of(rows: polars.DataFrame) -> Series:
    """The series of rows as `milepost.forecasts.yearly.read_yearly` gives them."""
    found = packed(rows)
    told = rows.unique("series", maintain_order=True).select("series", "indicator", "unit")
    places = polars.DataFrame({"series": found.panel.names}, schema={"series": polars.String})
    known = places.join(told, on="series", how="left", maintain_order="left")
    refused = {name: REASONS[code] for name, code in found.refused}
    return Series(found.panel, known["unit"].to_numpy(), known["indicator"].to_numpy(), refused)


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores of forecasts at the points held out, in arrays (series, points) or (series,)."""

    inside: dict[int, Numbers]
    smape: Numbers
    mase: Numbers
    msis: dict[int, Numbers]
    extra: Figures = field(default_factory=dict)

    def figures(self) -> Figures:
        """Means over series, and over points for what intervals hold; null where nothing is known."""
        return {
            "coverage": {str(share): mean(self.inside[share]) for share in SHARES},
            "coverage_by_horizon": {
                str(share): [mean(self.inside[share][:, point]) for point in range(self.inside[share].shape[1])]
                for share in SHARES
            },
            "smape": mean(self.smape),
            "mase": mean(self.mase),
            "msis": {str(share): mean(self.msis[share]) for share in SHARES},
            **self.extra,
        }


def mean(amounts: Numbers) -> float | None:
    """The mean of what is known, rounded to six digits; None if nothing is, or it is beyond all numbers."""
    known = amounts[numpy.isfinite(amounts)]
    with numpy.errstate(over="ignore"):
        figure = float(known.mean()) if known.size else numpy.nan
    return float(f"{figure:.6g}") if numpy.isfinite(figure) else None


def scored(held: Held, found: Intervals) -> Scored:
    """Scores of forecasts for the years ahead of a panel, at the points held out behind it."""
    actual, scale = held.actual, step_scale(held.panel.values)
    point = held.at(found.point)
    inside, msis = {}, {}
    for share in SHARES:
        low, high = held.at(found.low[share]), held.at(found.high[share])
        inside[share] = covered(actual, low, high)
        msis[share] = mean_by_series(interval_score(actual, low, high, 1 - share / 100)) / scale
    return Scored(inside, smape(actual, point), mase(actual, point, scale), msis)


def intervals_of(found: Distributions) -> Intervals:
    """A distribution's middle and the intervals that are compared."""
    low = {share: quantile_at(found, 0.5 - share / 200) for share in SHARES}
    high = {share: quantile_at(found, 0.5 + share / 200) for share in SHARES}
    return Intervals(found.point, low, high)


def own_figures(held: Held, found: Distributions) -> tuple[Scored, Brier | None]:
    """Scores of Milepost's forecasts, the CRPS in units of the mean step, and how its chances were kept.

    The event is that a value lies above the last one known.
    """
    scores = scored(held, intervals_of(found))
    crps = quantile_crps(held.actual, held.at(found.quantiles))
    crps = numpy.where(numpy.isfinite(held.actual), crps, numpy.nan)
    last = held.panel.values[:, -1]
    chances = held.at(chance_above(found, last))
    happened = numpy.where(numpy.isfinite(held.actual), (held.actual > last[:, None]).astype(float), numpy.nan)
    told = brier(chances, happened)
    scores.extra["crps"] = mean(mean_by_series(crps) / step_scale(held.panel.values))
    scores.extra["brier"] = None if told is None else float(f"{told.score:.6g}")
    return scores, told


@dataclass(frozen=True, slots=True)
class Backtest:
    """What a test on held-out points found. `figures` is what `milepost backtest --json` prints."""

    figures: Figures
    skipped: dict[str, str]


def backtest(
    path: Path,
    horizon: int,
    *,
    method: str = METHODS[0],
    calibrations: Calibrations | None = None,
    origins: int = 5,
    with_peers: bool = True,
) -> Backtest:
    """Test forecasts on the series of a file.

    Parameters
    ----------
    horizon : int
        Points held out at the end of every series; of one too short, as many as leave it three.
    origins : int, default 5
        Rolling origin: how many origins, each one point earlier than the one before; the first is the last one.

    Raises
    ------
    ReadError
        If the file cannot be read.
    UsageError
        If the method or the horizon is none.
    """
    learnt = calibrations or shipped()
    series = series_of(read_yearly(path))
    held = series.held(horizon)
    tested = set(held.panel.names)
    skipped = series.refused | {name: TOO_SHORT for name in series.panel.names if name not in tested}
    found, factor = _forecast(series, held, method, learnt)
    scores, told = own_figures(held, found)
    figures = {
        "file": path.name,
        "series": len(held.rows),
        "horizon": horizon,
        **scores.figures(),
        "peers": {name: _peer(name, held) if with_peers else None for name in PEERS},
        "method": method,
        "calibration": learnt.learnt_from,
        "brier_parts": None if told is None else _parts(told),
        "rolling": [_rolled(series, horizon, dropped, method, learnt) for dropped in range(max(origins, 1))],
        "widened": mean(factor),
        "skipped": skipped,
        "without_scale": int(numpy.isnan(step_scale(held.panel.values)).sum()),
    }
    return Backtest(figures, skipped)


def _farthest(held: Held) -> int:
    return int(held.years.max(initial=1))


def behind(panel: Panel, horizon: int, method: str, learnt: Calibrations) -> Distributions:
    """Forecasts as `milepost forecast` makes them: breaks and years off and back are looked for first."""
    mend = mended(panel)
    found = distributions(mend.panel, horizon, method=method, calibrations=learnt, measured=mend.measured)
    return replace(found, panel=panel)


def _forecast(series: Series, held: Held, method: str, learnt: Calibrations) -> tuple[Distributions, Numbers]:
    """Forecasts behind the past, widened by what it tells of the file's own indicators."""
    found = behind(held.panel, _farthest(held), method, learnt)
    factor = factors(held.panel, series.kinds[held.rows], method=method, calibrations=learnt)
    return widened(found, factor), factor


def _rolled(series: Series, horizon: int, dropped: int, method: str, learnt: Calibrations) -> Figures:
    held = series.held(horizon, dropped)
    scores, _ = own_figures(held, _forecast(series, held, method, learnt)[0])
    return {"points_dropped": dropped, "series": len(held.rows), **scores.figures()}


def _peer(name: str, held: Held) -> Figures | None:
    found = PEERS[name](held.panel, _farthest(held))
    if found is None:
        return None
    return scored(held, found).figures() | {"fallbacks": found.fallbacks}


def _parts(told: Brier) -> Figures:
    figures = {name: float(f"{getattr(told, name):.6g}") for name in ("reliability", "resolution", "uncertainty")}
    bins = [{"events": each.events, "given": each.given, "happened": each.happened} for each in told.bins]
    return figures | {"bins": bins}
