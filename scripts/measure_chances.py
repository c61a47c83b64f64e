"""Measure whether chances of reaching targets are kept, on series that took no part in learning.

`python scripts/measure_chances.py` writes `docs/benchmarks/chances.md`. Targets of every kind are put, at random, on
the yearly series of three competitions, in the five folds of `scripts/measure_forecasts.py`: what is known when a
target is put is the past alone. Then it is seen whether they were reached. With the variable MILEPOST_REAL_PLANS the
numbers reached together on the regional panels in its `data/panels` are measured too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy
import polars
from make_calibration import Series, collections
from measure_forecasts import FOLDS, PANELS, SEED, folds_of, without
from numpy.random import Generator

from milepost.assessments.chances import chances
from milepost.assessments.joint import joint
from milepost.assessments.model import cases
from milepost.forecasts.backtest import series_of
from milepost.forecasts.calibration import Calibrations
from milepost.forecasts.model import Numbers
from milepost.forecasts.origins import held_out
from milepost.forecasts.scoring import Brier, brier
from milepost.forecasts.yearly import read_yearly

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks" / "chances.md"
KINDS: Final = {
    "level": "a value at the date, at least or at most",
    "every_year": "no year until the date breaks a bound",
    "sum": "two years' flows known, three to come: a sum of five",
    "growth": "average growth until the date, by yearly rates",
}
LENGTHS: Final = (None, 8, 5)
YEARS: Final = 4  # years ahead of every target
NOW: Final = 2000
DRAWS: Final = 2  # targets of each kind on a series
Event = tuple[dict[str, Any], bool]


def level(past: Numbers, future: Numbers, dice: Generator) -> Event:
    """A target that lies up to twice the usual steps away, on either side."""
    step = numpy.abs(numpy.diff(past)).mean()
    goal = past[-1] + step * YEARS * dice.uniform(-1, 2) * dice.choice([1, -1])
    side = int(dice.choice([1, -1]))
    return _case(past, side, goal), side * (future[YEARS - 1] - goal) >= 0


def every_year(past: Numbers, future: Numbers, dice: Generator) -> Event:
    """A bound on the bad side of the last value."""
    step = numpy.abs(numpy.diff(past)).mean()
    side = int(dice.choice([1, -1]))
    goal = past[-1] - side * step * dice.uniform(0, 4)
    case = _case(past, side, goal) | {"form": "hold", "measure": "worst", "base_time": NOW - 1}
    return case, bool((side * (future[:YEARS] - goal) >= 0).all())


def total(past: Numbers, future: Numbers, dice: Generator) -> Event:
    """A sum over two years known and three to come, near what the last years' flows would give."""
    known, ahead = past[-2:].sum(), 3
    step = numpy.abs(numpy.diff(past)).mean()
    goal = known + ahead * (past[-1] + step * dice.uniform(-3, 4))
    times = [float(NOW - 2), float(NOW - 1), float(NOW)]
    case = _case(past, 1, goal) | {
        "measure": "sum", "current": known, "base": 0.0, "base_time": NOW - 2, "goal_time": NOW + ahead,
        "times": times, "values": [0.0, past[-2], known], "yearly": past.tolist(), "yearly_times": _times(past),
    }  # fmt: skip
    return case, known + future[:ahead].sum() >= goal


def growth(past: Numbers, future: Numbers, dice: Generator) -> Event:
    """Average yearly growth from now on, near the growth of the past."""
    rates = past[1:] / past[:-1] - 1
    mean = (past[-1] / past[0]) ** (1 / (len(past) - 1)) - 1
    goal = (1 + max(mean + rates.std() * dice.uniform(-1.5, 1.5), -0.9)) ** YEARS
    case = _case(past, 1, goal) | {
        "measure": "index", "scale": "log", "current": 1.0, "base": 1.0, "base_time": NOW, "times": [float(NOW)],
        "values": [1.0], "yearly": rates.tolist(), "yearly_times": _times(past)[1:],
    }  # fmt: skip
    return case, future[YEARS - 1] / past[-1] >= goal


def _times(past: Numbers) -> list[float]:
    return [float(NOW - len(past) + 1 + place) for place in range(len(past))]


def _case(past: Numbers, side: int, goal: float) -> dict[str, Any]:
    return {
        "form": "path", "measure": "value", "comparator": "ge" if side > 0 else "le", "direction": side,
        "base": past[0], "base_time": NOW - len(past) + 1, "current": past[-1], "current_time": NOW, "goal": goal,
        "goal_time": NOW + YEARS, "due": False, "times": _times(past), "values": past.tolist(),
    }  # fmt: skip


MAKERS: Final = {"level": level, "every_year": every_year, "sum": total, "growth": growth}


def events(kind: str, series: Sequence[Series], cut: int | None, dice: Generator) -> list[Event]:
    """Targets of a kind on series, and whether they were reached; sums and growth only of what is above 0."""
    found = []
    for past, future in series:
        short = past[-cut:] if cut else past
        positive = (past > 0).all() and (future > 0).all()
        if len(future) < YEARS or (kind in ("sum", "growth") and not positive):
            continue
        found += [MAKERS[kind](short, future, dice) for _ in range(DRAWS)]
    return found


def measured(found: dict[str, list[Series]]) -> dict[tuple[str, int | None], tuple[Numbers, Numbers]]:
    """By kind and length the chances given, and whether the targets were reached (1) or not."""
    folds = folds_of(found)
    dice = numpy.random.default_rng(SEED)
    learnt: list[Calibrations] = [without(found, folds, fold) for fold in range(FOLDS)]
    result = {}
    for kind in KINDS:
        for cut in LENGTHS:
            given, came = [], []
            for fold, calibrations in enumerate(learnt):
                tested = [
                    one
                    for name, series in found.items()
                    for one, place in zip(series, folds[name], strict=True)
                    if place == fold
                ]
                put = events(kind, tested, cut, dice)
                given.append(chances(cases(case for case, _ in put), calibrations).chance)
                came.append(numpy.array([float(reached) for _, reached in put]))
            result[kind, cut] = numpy.concatenate(given), numpy.concatenate(came)
    return result


def brier_lines(found: dict[tuple[str, int | None], tuple[Numbers, Numbers]]) -> Iterator[str]:
    """The Brier score and its parts, by kind and length."""
    yield "| kind | points known | targets | reached | mean chance | Brier | reliability | resolution | uncertainty |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for (kind, cut), (given, came) in found.items():
        score = _brier(given, came)
        yield (
            f"| {kind} | {cut or 'all'} | {numpy.isfinite(given).sum():,} | {came.mean():.1%} | "
            f"{numpy.nanmean(given):.1%} | {score.score:.3f} | {score.reliability:.4f} | {score.resolution:.3f} | "
            f"{score.uncertainty:.3f} |"
        )


def _brier(given: Numbers, came: Numbers) -> Brier:
    score = brier(given, came)
    assert score is not None, "there are targets of every kind"
    return score


def reliability_lines(found: dict[tuple[str, int | None], tuple[Numbers, Numbers]]) -> Iterator[str]:
    """How many targets were reached, by the chance given, for each kind; all lengths together."""
    yield "| chance given | " + " | ".join(f"{kind}: mean chance → reached (targets)" for kind in KINDS) + " |"
    yield "|---|" + "---|" * len(KINDS)
    for low, high in ((0.0, 0.1), (0.1, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 1.01)):
        cells = []
        for kind in KINDS:
            given = numpy.concatenate([found[kind, cut][0] for cut in LENGTHS])
            came = numpy.concatenate([found[kind, cut][1] for cut in LENGTHS])
            of = (given >= low) & (given < high)
            cells.append(f"{given[of].mean():.0%} → {came[of].mean():.0%} ({of.sum():,})" if of.any() else "–")
        yield f"| {low:.0%} to {min(high, 1):.0%} | {' | '.join(cells)} |"


def together_lines(folder: Path) -> Iterator[str]:
    """The number of targets reached together, on the regional panels."""
    yield "| panel | indicators and origins | reached, of all | expected, of all | inside 80 %: shared paths | alone |"
    yield "|---|---|---|---|---|---|"
    for name in PANELS:
        rows = list(_together(folder / f"{name}.csv", numpy.random.default_rng(SEED)))
        came, count, expected, shared, alone = (numpy.array(column, float) for column in zip(*rows, strict=True))
        yield (
            f"| {name} | {len(rows)} | {came.sum() / count.sum():.1%} | {expected.sum() / count.sum():.1%} | "
            f"{shared.mean():.1%} | {alone.mean():.1%} |"
        )


def _together(path: Path, dice: Generator) -> Iterator[tuple[float, float, float, bool, bool]]:
    """For each indicator and origin: number reached, of how many, expected, whether inside 80 %: shared, and alone."""
    series = series_of(read_yearly(path))
    for kind in numpy.unique(series.kinds):
        panel = series.panel.rows(series.kinds == kind)
        for dropped in range(6):
            held = held_out(panel, 3, dropped=dropped, least=6)
            whole = numpy.isfinite(held.actual).all(axis=1) & (held.years[:, -1] == 3)
            if whole.sum() < 10:
                continue
            # The same years, so that the regions meet in them.
            latest = held.panel.last == numpy.median(held.panel.last[whole])
            put = [_put(held.panel.values[row], held.actual[row], dice) for row in numpy.flatnonzero(whole & latest)]
            if len(put) >= 10:
                yield _counted(put)


def _put(values: Numbers, actual: Numbers, dice: Generator) -> Event:
    past = values[numpy.isfinite(values)]
    step = numpy.abs(numpy.diff(past)).mean()
    goal = past[-1] + 3 * step * dice.uniform(-0.5, 1.5)
    years = numpy.flatnonzero(numpy.isfinite(values)) - len(values) + 1.0 + NOW
    case = _case(past, 1, goal) | {"goal_time": NOW + 3, "times": years.tolist()}
    return case, bool(actual[-1] >= goal)


def _counted(put: Sequence[Event]) -> tuple[float, float, float, bool, bool]:
    table = cases(case for case, _ in put)
    came = sum(reached for _, reached in put)
    about = polars.DataFrame({"region": ["1"] * len(put), "item_kind": ["x"] * len(put), "attribute": ["x"] * len(put)})
    found = joint(about, table).row(0, named=True)
    # Were they independent, the number would have this spread about its mean.
    given = chances(table).chance
    dice = numpy.random.default_rng(SEED)
    numbers = (dice.random((2048, len(put))) < given).sum(axis=1)
    low, high = numpy.quantile(numbers, [0.1, 0.9], method="inverted_cdf")
    inside = found["low80"] <= came <= found["high80"]
    return float(came), float(len(put)), found["expected"], bool(inside), bool(low <= came <= high)


def page(found: dict[str, list[Series]]) -> Iterator[str]:
    """The page, line by line."""
    results = measured(found)
    yield from ("# Whether chances are kept", "", "Written by", "", "    python scripts/measure_chances.py", "")
    yield "Targets are put at random on the yearly series of M1, M3 and Tourism, from what the past alone"
    yield "tells: a level up to twice the usual steps away; a bound on the bad side of the last value; a sum;"
    yield f"growth near that of the past; {DRAWS} of each kind on each series, {YEARS} years ahead (sums three)."
    yield "Each series is forecast by a calibration learnt without its fold (see [accuracy of"
    yield "forecasts](forecast-accuracy.md)). The Brier score is the mean square of chance less event, 0 the"
    yield "best; it is reliability − resolution + uncertainty (and what varies within ten classes). Reliability"
    yield "0.0025 is 5 points between what is said and what comes, on average."
    yield ""
    yield from (f"- {kind}: {told}" for kind, told in KINDS.items())
    yield from ("", *brier_lines(results), "", "## By the chance given", "", *reliability_lines(results), "")
    folder = Path(os.environ.get("MILEPOST_REAL_PLANS", "")) / "data" / "panels"
    if os.environ.get("MILEPOST_REAL_PLANS") and folder.is_dir():
        yield from ("## Reached together", "")
        yield "On the regional panels, which took no part in learning: for each indicator and six origins, targets"
        yield "three years ahead on every region, and the number of them that was reached. Inside 80 %: how often it"
        yield "lay between the ends of its 80 % interval, drawn by shared paths, and as if regions moved each alone."
        yield "What all regions meet for the first time (2020, the prices of 2022) past steps do not foretell, so the"
        yield "number is less sure than is said; origins that follow each other share most of what comes."
        yield from ("", *together_lines(folder), "")


def main() -> None:
    """Measure, and write the page."""
    text = "\n".join(page(collections()))
    PAGE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
