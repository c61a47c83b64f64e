"""`milepost forecast`: where indicators are heading, as intervals that hold what they say."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from milepost.cli.check import read_subject
from milepost.cli.forecast_inputs import Asked, Inputs, breaks_of
from milepost.cli.forecast_views import as_csv, as_json, as_text, fans_of
from milepost.cli.options import Output, write_out
from milepost.forecasts.api import forecasts
from milepost.forecasts.table import METHODS, method_named
from milepost.kernel.errors import UsageError
from milepost.kernel.files import write_whole

_CHARTS = ("svg", "png", "json")

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="OBSERVATIONS…", show_default=False,
        help="Files of observations, in any format read; or CSV with the columns series, year, value.",
    ),
]  # fmt: skip
Indicator = Annotated[
    list[str] | None,
    typer.Option(
        "--indicator", metavar="NAME", show_default=False,
        help="Only this one: its name, its concept or that of the series; may be given again.",
    ),
]  # fmt: skip
RegionCode = Annotated[
    list[str] | None,
    typer.Option("--region", metavar="CODE", help="Only this region; may be given again.", show_default=False),
]
To = Annotated[
    int | None,
    typer.Option(
        "--to", metavar="YEAR", help="The last year [default: the plan's end, else 5 years on].", show_default=False
    ),
]
Horizon = Annotated[
    int | None,
    typer.Option("--horizon", metavar="N", help="How many years behind each last value.", show_default=False),
]
Interval = Annotated[
    list[float] | None,
    typer.Option(
        "--interval", metavar="PERCENT", help="What an interval is to hold [default: 80 and 95].", show_default=False
    ),
]
MethodName = Annotated[str, typer.Option("--method", metavar="NAME", help="A method of forecasting.")]
PlanFile = Annotated[
    Path | None,
    typer.Option(
        "--plan", metavar="PLAN", show_default=False,
        help="Its regions, its last year, and on charts its period, pathways and targets.",
    ),
]  # fmt: skip
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Use only what was known on that day.", show_default=False),
]
CalibrationFile = Annotated[
    Path | None,
    typer.Option("--calibration", metavar="FILE", help="One that `milepost calibrate` wrote.", show_default=False),
]
Break = Annotated[
    list[str] | None,
    typer.Option(
        "--break", metavar="INDICATOR:YEAR", show_default=False,
        help="From this year on it is on another basis: a census, a change of base; may be given again.",
    ),
]  # fmt: skip
FindBreaks = Annotated[
    bool, typer.Option("--find-breaks/--no-find-breaks", help="Look for breaks, and years off and back.")
]
Format = Annotated[
    Literal["table", "json", "csv"], typer.Option("--format", help="A table to read, JSON for programs, or CSV.")
]
Chart = Annotated[
    Path | None,
    typer.Option("--chart", metavar="FILE", help="A fan chart as well: .svg, .png or .json.", show_default=False),
]
Language = Annotated[
    Literal["zh", "en"] | None,
    typer.Option("--language", help="Of the words; left out, that of the data.", show_default=False),
]


def forecast_command(
    files: Files,
    indicator: Indicator = None,
    region: RegionCode = None,
    to: To = None,
    horizon: Horizon = None,
    interval: Interval = None,
    method: MethodName = METHODS[0],
    plan: PlanFile = None,
    as_of: AsOf = None,
    calibration: CalibrationFile = None,
    declared: Break = None,
    find_breaks: FindBreaks = True,
    output_format: Format = "table",
    chart: Chart = None,
    output: Output = None,
    language: Language = None,
) -> None:
    """Say where indicators are heading, how sure that is, and what is doubtful; what cannot be forecast, and why."""
    method_named(method)
    _refuse([*files, *(each for each in (plan, calibration) if each)], output, chart)
    shares = [_share(each) for each in interval or (80, 95)]
    subject = read_subject(plan).plan if plan is not None else None
    inputs = Inputs.read(files, Asked(tuple(indicator or ()), tuple(region or ())), subject, _day(as_of))
    tongue = language or inputs.tongue
    breaks = breaks_of(declared or ())
    if to is None and horizon is None:
        to = inputs.last_year
    made = forecasts(
        inputs.rows, horizon, to=to, intervals=tuple(dict.fromkeys((*shares, *((0.5, 0.8) if chart else ())))),
        method=method, calibration=calibration, breaks=breaks, find_breaks=find_breaks, as_of=inputs.day,
        parts=inputs.parts, language=tongue,
    )  # fmt: skip
    if chart is not None:
        from milepost.forecasts.chart import fan_chart, rendered  # Altair takes its time to import

        picture = rendered(fan_chart(fans_of(made, inputs, tongue), tongue), _chart_format(chart))
        write_whole(chart, picture)
    writers = {"table": as_text, "json": as_json, "csv": as_csv}
    write_out(writers[output_format](made.table, shares, tongue).encode("utf-8", errors="replace"), output)


def _share(percent: float) -> float:
    if not 1 <= percent <= 99:
        raise UsageError("this is no interval", where="--interval", found=f"{percent:g}", accepted="1 to 99 percent")
    return round(percent / 100, 6)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError("this is no date", where="--as-of", found=repr(text), accepted="YYYY-MM-DD") from None


def _chart_format(path: Path) -> Literal["svg", "png", "json"]:
    for each in _CHARTS:
        if path.suffix.lower() == f".{each}":
            return each  # type: ignore[return-value]
    raise UsageError("no such kind of chart", where="--chart", found=path.name, accepted=", ".join(_CHARTS))


def _refuse(inputs: list[Path], output: Path | None, chart: Path | None) -> None:
    """Refuse to overwrite what is read, and kinds of charts that there are none of, before any work is done."""
    if chart is not None:
        _chart_format(chart)
    read = {os.path.realpath(each) for each in inputs}
    for option, path in (("--output", output), ("--chart", chart)):
        if path is not None and os.path.realpath(path) in read:
            raise UsageError("this would overwrite an input", where=option, found=str(path), accepted="another file")
    if output is not None and chart is not None and os.path.realpath(output) == os.path.realpath(chart):
        raise UsageError("one file for two things", where="--output, --chart", found=str(chart), accepted="two files")


