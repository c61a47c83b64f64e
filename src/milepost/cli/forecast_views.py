"""Forecasts for a reader: a table, CSV, JSON, and what charts show."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import polars
from rich.console import Console

from milepost.checks.excerpts import visible
from milepost.checks.model import Tongue, Words
from milepost.cli.forecast_inputs import Drawn, Inputs
from milepost.cli.screen import PIPE_WIDTH, plain_table, screen
from milepost.forecasts.api import NAMED, Forecasts
from milepost.forecasts.ticks import printed
from milepost.kernel.errors import UsageError
from milepost.observations.basis import basis_words

if TYPE_CHECKING:
    from milepost.forecasts.chart import Fan

FORMAT: Final = "milepost.forecasts/1"
MOST_CHARTS: Final = 12
_DIGITS: Final = 8  # significant ones, in files: more than any forecast is worth

_YEAR, _EXPECTED = Words("年份", "year"), Words("预计", "expected")
_NONE: Final = Words("以下序列不能预测：", "Not forecast:")
_NOTHING: Final = Words("没有可预测的序列。", "There is nothing to forecast.")


def _figures(shares: Sequence[float]) -> list[str]:
    return ["point", *(f"{side}{share * 100:g}" for share in shares for side in ("low", "high"))]


def _chosen(table: polars.DataFrame, shares: Sequence[float]) -> polars.DataFrame:
    """The table with the intervals asked for, its figures rounded to what they are worth."""
    figures = _figures(shares)
    rounded = table.with_columns(polars.col(name).round_sig_figs(_DIGITS) for name in figures)
    return rounded.select(*NAMED, "year", *figures, "method", "points", "status", "doubt")


def as_csv(table: polars.DataFrame, shares: Sequence[float], tongue: Tongue) -> str:  # noqa: ARG001 - as the others
    """A row for each series and year; series that cannot be forecast have one with the reason."""
    return _chosen(table, shares).write_csv()


def as_json(table: polars.DataFrame, shares: Sequence[float], tongue: Tongue) -> str:  # noqa: ARG001 - as the others
    """`format`, `method`, `intervals`, and `series`, each with what is known of it and its years."""
    chosen = _chosen(table, shares)
    figures = _figures(shares)
    series: list[dict[str, Any]] = []
    for _, rows in chosen.group_by("series", maintain_order=True):
        first = rows.row(0, named=True)
        told = {name: first[name] for name in (*NAMED, "points", "status", "doubt")}
        years = rows.filter(polars.col("year").is_not_null()).select("year", *figures).rows(named=True)
        series.append(told | {"years": years})
    content = {
        "format": FORMAT,
        "method": chosen["method"][0] if chosen.height else None,
        "intervals": [round(share * 100, 6) for share in shares],
        "series": series,
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def as_text(table: polars.DataFrame, shares: Sequence[float], tongue: Tongue) -> str:
    """A table for each series, what is doubtful under it, and at the end what cannot be forecast."""
    stream = io.StringIO()
    console = Console(file=stream, width=max(screen().width, 60) if screen().is_terminal else PIPE_WIDTH)
    made = table.filter(polars.col("status") == "forecast")
    for _, rows in made.group_by("series", maintain_order=True):
        _print_series(rows, shares, tongue, console)
    others = table.filter(polars.col("status") != "forecast")
    if not made.height:
        console.print(_NOTHING.of(tongue))
    if others.height:
        console.print(_NONE.of(tongue), markup=False)
    for row in others.iter_rows(named=True):
        mark = "：" if tongue == "zh" else ": "
        told = f"  {visible(_heading(row, tongue))}{mark}{row['doubt']}"
        console.print(told, markup=False, highlight=False, soft_wrap=True)
    return stream.getvalue()


def _print_series(rows: polars.DataFrame, shares: Sequence[float], tongue: Tongue, console: Console) -> None:
    first = rows.row(0, named=True)
    unit, name = visible(first["unit"] or ""), visible(_heading(first, tongue))
    brackets = f"（{unit}）" if tongue == "zh" else f" ({unit})"
    console.print(f"{name}{brackets if unit else ''}", markup=False, highlight=False, style="bold")
    heads = [f"{share * 100:g}%" for share in shares]
    headers = (_YEAR.of(tongue), _EXPECTED.of(tongue), *heads)
    shown = plain_table(*headers, numbers=frozenset(headers[1:]))
    # All years with as many digits as the surest one is worth.
    reach = first[f"high{shares[0] * 100:g}"] - first[f"low{shares[0] * 100:g}"]
    for row in rows.iter_rows(named=True):
        ends = [(row[f"low{share * 100:g}"], row[f"high{share * 100:g}"]) for share in shares]
        cells = [f"{printed(low, reach)} – {printed(high, reach)}" for low, high in ends]
        shown.add_row(str(row["year"]), printed(row["point"], reach), *cells)
    console.print(shown)
    if first["doubt"]:
        console.print(f"  {first['doubt']}", markup=False, highlight=False, soft_wrap=True)
        console.print()


def fans_of(made: Forecasts, inputs: Inputs, tongue: Tongue) -> list[Fan]:
    """What the charts of the forecasts show.

    Raises
    ------
    UsageError
        If there are none, or too many for one picture.
    """
    from milepost.forecasts.chart import Fan  # Altair takes its time to import

    table = made.table.filter(polars.col("status") == "forecast")
    number = table["series"].n_unique()
    if not 1 <= number <= MOST_CHARTS:
        accepted = f"1 to {MOST_CHARTS}; narrow them down by --indicator and --region"
        raise UsageError("series for one picture", where="--chart", found=str(number), accepted=accepted)
    firsts = table.unique("series", keep="first", maintain_order=True)
    named = {row["series"]: row for row in firsts.iter_rows(named=True)}
    asked = {
        series: (row["indicator"] or series, row["unit"] or "", row["region"] or "") for series, row in named.items()
    }
    drawn = inputs.drawn(asked)
    one_region = firsts["region"].n_unique() == 1
    fans = []
    for series, row in named.items():
        own = table.filter(polars.col("series") == series)
        ahead = own.select("year", "point", "low80", "low50", "high50", "high80").rows()
        history = made.history.filter(polars.col("series") == series).select("year", "value").rows()
        plan = drawn.get(series, Drawn())
        title = _title(row, one_region and number > 1, tongue)
        unit = _joined([row["unit"] or "", _basis(row["basis"], tongue)], tongue)
        fans.append(Fan(title, unit, history, ahead, plan.pathway, plan.target, plan.period, row["doubt"]))
    return fans


def _title(row: dict[str, Any], short: bool, tongue: Tongue) -> str:
    """The region and the indicator; of charts of one region the indicator alone, else the name of the series."""
    if not row["indicator"]:
        return str(row["series"])
    region = row["region_name"] or row["region"]
    if short or not region:
        return str(row["indicator"])
    return f"{region} · {row['indicator']}" if tongue == "zh" else f"{row['indicator']}, {region}"


def _heading(row: dict[str, Any], tongue: Tongue) -> str:
    """The indicator, its region and its basis; of plain series their name."""
    if not row["indicator"] or not row["region"]:
        return str(row["series"])
    parts = [row["indicator"], row["region_name"] or row["region"], _basis(row["basis"], tongue)]
    return " · ".join(part for part in parts if part)


def _basis(codes: str | None, tongue: Tongue) -> str:
    return basis_words(codes.split("|")).of(tongue) if codes else ""


def _joined(parts: Sequence[str], tongue: Tongue) -> str:
    return ("，" if tongue == "zh" else ", ").join(part for part in parts if part)
