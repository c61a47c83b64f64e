"""`milepost calibrate`: learn from your own series how wide intervals must be."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import numpy
import typer

from milepost.cli.options import Output
from milepost.forecasts.backtest import Series, series_of
from milepost.forecasts.calibration import encoded, shipped
from milepost.forecasts.learning import by_year, calibrated
from milepost.forecasts.model import Numbers, Panel
from milepost.forecasts.table import METHODS, method_named
from milepost.forecasts.yearly import read_yearly
from milepost.kernel.errors import UsageError
from milepost.kernel.files import write_whole

Methods = Annotated[
    list[str] | None,
    typer.Option("--method", metavar="NAME", help="Only this method; may be given again.", show_default=False),
]


def calibrate_command(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…", help="CSV with the columns series, year, value; indicator and unit may follow.",
            show_default=False,
        ),
    ],
    output: Output = None,
    horizon: Annotated[
        int, typer.Option("--horizon", metavar="N", min=1, max=50, help="Years ahead that are learnt.")
    ] = 6,
    origins: Annotated[
        int, typer.Option("--origins", metavar="N", min=1, max=30, help="How many origins, each a point earlier.")
    ] = 3,
    on_top: Annotated[
        bool,
        typer.Option("--on-top", help="For few series: correct the calibration that comes along."),
    ] = False,
    methods: Methods = None,
) -> None:  # fmt: skip
    """Learn how far forecasts err from series whose end is known: its last points are held out."""
    chosen = [method_named(name).name for name in methods or METHODS]
    series = {path: series_of(read_yearly(path)) for path in files}
    if not any(each.panel.names for each in series.values()):
        where = ", ".join(map(str, files))
        raise UsageError("no series to learn from", where=where, accepted="series of 4 points or more")
    held = [each for one in series.values() for each in _held(one, horizon, origins)]
    total = sum(len(each.panel.names) for each in series.values())
    told = ", ".join(f"{path.name} ({len(each.panel.names)} series)" for path, each in series.items())
    learnt = calibrated(held, told, total, methods=chosen, base=shipped() if on_top else None)
    if output is None:
        typer.echo(encoded(learnt).decode(), nl=False)
        return
    write_whole(output, encoded(learnt))
    years = len(next(iter(learnt.methods.values())).quantiles)
    typer.echo(f"{output}: learnt from {told}, {years} years ahead", err=True)


def _held(series: Series, horizon: int, origins: int) -> list[tuple[Panel, Numbers]]:
    found = []
    for dropped in range(origins):
        held = series.held(horizon, dropped)
        actual = by_year(held, horizon)
        if numpy.isfinite(actual).any():
            found.append((held.panel, actual))
    return found
