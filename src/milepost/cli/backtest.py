"""`milepost backtest`: how good forecasts are on any file of yearly series, with the last points held out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, cast, get_args

import typer

from milepost.checks.excerpts import visible
from milepost.forecasts.backtest import Backtest, backtest
from milepost.forecasts.calibration import load
from milepost.forecasts.scoring import Bin
from milepost.forecasts.table import METHODS, method_named
from milepost.kernel.errors import UsageError
from milepost.kernel.files import write_whole

Kind = Literal["svg", "png", "json"]

CalibrationFile = Annotated[
    Path | None,
    typer.Option(
        "--calibration",
        metavar="FILE",
        help="One that `milepost calibrate` wrote, for the one that comes along.",
        show_default=False,
    ),
]


Chart = Annotated[
    Path | None,
    typer.Option(
        "--chart", metavar="FILE", help="How chances were kept, as .svg, .png or .json.", show_default=False
    ),
]


def backtest_command(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="CSV with the columns series, year, value; indicator and unit may follow.",
            show_default=False,
        ),
    ],
    horizon: Annotated[
        int, typer.Option("--horizon", metavar="N", min=1, max=50, help="Points held out at each series' end.")
    ] = 6,
    as_json: Annotated[bool, typer.Option("--json", help="All figures as JSON.")] = False,
    calibration: CalibrationFile = None,
    method: Annotated[str, typer.Option("--method", metavar="NAME", help="A method of forecasting.")] = METHODS[0],
    origins: Annotated[
        int,
        typer.Option("--origins", metavar="N", min=1, max=30, help="Rolling origin: how many, each a point earlier."),
    ] = 5,
    with_peers: Annotated[bool, typer.Option("--peers/--no-peers", help="Measure other methods as well.")] = True,
    chart: Chart = None,
) -> None:  # fmt: skip
    """Hold the last points of every series out, forecast them, and tell how far off the forecasts were."""
    method_named(method)
    kind = None if chart is None else _kind(chart, file)
    learnt = load(calibration) if calibration else None
    found = backtest(file, horizon, method=method, calibrations=learnt, origins=origins, with_peers=with_peers)
    if chart is not None and kind is not None:
        write_whole(chart, _picture(found.figures, kind))
    if as_json:
        typer.echo(json.dumps(found.figures, ensure_ascii=False, indent=2, allow_nan=False))
        return
    for line in _lines(found):
        typer.echo(line)


def _kind(chart: Path, file: Path) -> Kind:
    """The kind of picture that a file's name asks for."""
    if chart.resolve() == file.resolve():
        raise UsageError("this would overwrite an input", where="--chart", found=str(chart), accepted="another file")
    for kind in get_args(Kind):
        if chart.suffix.lower() == f".{kind}":
            return cast(Kind, kind)
    raise UsageError("no such kind of chart", where="--chart", found=chart.name, accepted=", ".join(get_args(Kind)))


def _picture(figures: dict[str, Any], kind: Kind) -> bytes:
    # Altair takes its time to import: only who wants a picture waits for it.
    from milepost.forecasts.chart import rendered
    from milepost.forecasts.reliability_chart import reliability_chart

    parts = figures["brier_parts"]
    bins = [Bin(**each) for each in parts["bins"]] if parts else []
    subject = f"{figures['file']}: {figures['series']} series, the last {figures['horizon']} points"
    return rendered(reliability_chart(bins, subject), kind)


def _lines(found: Backtest) -> Iterator[str]:
    figures = found.figures
    yield f"{visible(figures['file'])}: {figures['series']} series, the last {figures['horizon']} points held out"
    factor = "–" if figures["widened"] is None else f"{figures['widened']:.2f}"
    yield f"widths learnt from: {visible(figures['calibration'])}; times {factor}, from the file's own past"
    yield ""
    yield "| | inside 80 % | inside 95 % | sMAPE | MASE | MSIS 80 | MSIS 95 |"
    yield "|---|---|---|---|---|---|---|"
    yield _row(figures["method"], figures)
    for name, peer in figures["peers"].items():
        yield _row(name, peer) if peer else f"| {name} | not measured | | | | | |"
    yield ""
    for share, parts in figures["coverage_by_horizon"].items():
        yield f"inside {share} %, by horizon: {', '.join(_percent(part) for part in parts)}"
    rolled = ", ".join(_percent(each["coverage"]["80"]) for each in figures["rolling"])
    yield f"inside 80 %, by origin, each one point earlier: {rolled}"
    yield f"CRPS {_figure(figures['crps'])} mean steps; Brier score {_figure(figures['brier'])}"
    if figures["brier_parts"]:
        yield from _reliability(figures["brier_parts"])
    if found.skipped:
        reasons = Counter(found.skipped.values())
        told = "; ".join(f"{number} with {reason}" for reason, number in sorted(reasons.items()))
        yield f"{len(found.skipped)} series left out: {told}"
    if figures["without_scale"]:
        yield f"{figures['without_scale']} series that never moved have no MASE and no MSIS"


def _row(name: str, figures: dict[str, Any]) -> str:
    cells = [_percent(figures["coverage"][share]) for share in ("80", "95")]
    cells += [_figure(figures[key]) for key in ("smape", "mase")]
    cells += [_figure(figures["msis"][share]) for share in ("80", "95")]
    return f"| {name} | {' | '.join(cells)} |"


def _reliability(parts: dict[str, Any]) -> Iterator[str]:
    """The chances given that a value lies above the last one known, and how often it did."""
    told = ", ".join(f"{name} {_figure(parts[name])}" for name in ("reliability", "resolution", "uncertainty"))
    yield f"its parts: {told}"
    yield "chance given that a value exceeds the last one known → happened:"
    for each in parts["bins"]:
        if each["events"]:
            bar = "█" * round(20 * each["happened"])
            yield f"  {_percent(each['given']):>7} → {_percent(each['happened']):>7} {bar} ({each['events']} events)"


def _percent(part: float | None) -> str:
    return "–" if part is None else f"{100 * part:.1f} %"


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.4g}"
