"""`milepost pathway`: what a target asks for each year, and of each part of the region."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from milepost.checks.settings import settings_beside
from milepost.cli.check import read_subject
from milepost.cli.options import AsOf, Decisions, Language, SettingsFile
from milepost.kernel.errors import UsageError
from milepost.kernel.files import write_whole

if TYPE_CHECKING:
    import polars

    from milepost.cli.words import Tongue
    from milepost.pathways.run import Laid
    from milepost.pathways.settings import PathwaySettings

Indicator = Annotated[
    str | None,
    typer.Option(
        "--indicator",
        "-i",
        metavar="NAME",
        help="Name (or a part of it), id, or number in the headline table; left out, all indicators by year.",
        show_default=False,
    ),
]
ByOption = Annotated[
    Literal["year", "region", "both"], typer.Option("--by", help="Over years, over the parts of the region, or both.")
]
RuleName = Annotated[
    str | None,
    typer.Option(
        "--rule",
        metavar="RULE",
        help="By year linear, constant_growth, front_loaded, back_loaded, s_shaped (the last three with a power behind "
        "a colon, front_loaded:3), given, denton. By region equal, proportional, closing_gap, weighted.",
        show_default=False,
    ),
]
OfBinding = Annotated[
    str | None,
    typer.Option("--binding", metavar="RULE", help="Rule over years of binding targets.", show_default=False),
]
OfExpected = Annotated[
    str | None,
    typer.Option("--expected", metavar="RULE", help="Rule over years of expected targets.", show_default=False),
]
Observations = Annotated[
    list[Path] | None,
    typer.Option(
        "--observations",
        metavar="FILE",
        help="Statistics, for bases, weights and latest values; may be given again.",
        show_default=False,
    ),
]
Weights = Annotated[
    str | None,
    typer.Option(
        "--weights",
        metavar="FILE|NAME",
        help="What parts weigh: CSV or XLSX with region and weight (and base, capacity), or an indicator of the "
        "statistics. By year the series that `denton` follows: target, year, value.",
        show_default=False,
    ),
]
Bounds = Annotated[
    Path | None,
    typer.Option(
        "--bounds", metavar="FILE", help="Bounds of parts: CSV or XLSX with region, low, high.", show_default=False
    ),
]
Bases = Annotated[
    Path | None,
    typer.Option(
        "--base", metavar="FILE", help="Where parts stand: CSV or XLSX with region and base.", show_default=False
    ),
]
Given = Annotated[
    Path | None,
    typer.Option(
        "--given",
        metavar="FILE",
        help="Values by year that targets follow: CSV or XLSX with target, year, and value or step.",
        show_default=False,
    ),
]
Best = Annotated[
    float | None,
    typer.Option("--best", help="What closing_gap measures to; left out, the best part.", show_default=False),
]
Digits = Annotated[
    int | None, typer.Option("--digits", min=0, max=9, help="Decimals of the parts' figures.", show_default=False)
]
TieOption = Annotated[
    Literal["sum", "mean"] | None,
    typer.Option("--tie", help="Whether parts add up to the whole or average to it.", show_default=False),
]
Rebase = Annotated[
    bool, typer.Option("--rebase", help="Begin at the latest values: what must happen each year from here.")
]
FormatOption = Annotated[
    Literal["table", "csv", "json"], typer.Option("--format", help="A table to read, CSV or JSON for programs.")
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="A file: .csv, .xlsx or .json by its name.", show_default=False
    ),
]


def pathway_command(
    plan: Annotated[Path, typer.Argument(metavar="PLAN", help="A document, or a plan file that `compile` wrote.")],
    indicator: Indicator = None,
    by: ByOption = "year",
    rule: RuleName = None,
    binding: OfBinding = None,
    expected: OfExpected = None,
    observations: Observations = None,
    weights: Weights = None,
    bounds: Bounds = None,
    base: Bases = None,
    given: Given = None,
    best: Best = None,
    digits: Digits = None,
    tie: TieOption = None,
    rebase: Rebase = False,
    as_of: AsOf = None,
    decisions: Decisions = None,
    output_format: FormatOption = "table",
    output: Output = None,
    language: Language = None,
    settings: SettingsFile = None,
) -> None:
    """Lay targets out: what is asked for each year, and of each part of the region, so that parts tie exactly.

    Exit code 1 when bounds and the whole cannot be kept together.
    """
    _refuse(plan, indicator, by, output, rebase, observations)
    from milepost.cli.pathway_inputs import Inputs

    day = _day(as_of)
    rules = _rules(plan, settings, by, rule, binding, expected)
    held = read_subject(plan).plan
    inputs = Inputs.read(held, observations or [], decisions, day)
    targets = inputs.named(indicator)
    if by == "year":
        laid = inputs.over_years(targets, rules, given, weights, rebase=rebase)
    else:
        parts = inputs.parts(targets, weights, bounds, base)
        laid = inputs.over_parts(targets, parts, rules, by == "both", {"tie": tie, "best": best, "places": digits})
    tongue: Tongue = language or ("zh" if held.document.language == "zh" else "en")
    _write(laid, targets, output_format, output, tongue)


def _refuse(
    plan: Path, indicator: str | None, by: str, output: Path | None, rebase: bool, observations: list[Path] | None
) -> None:
    """Raise for options that do not go together, before anything is read."""
    if by != "year" and indicator is None:
        raise UsageError("which target is to be shared out?", where=f"--by {by}", accepted="--indicator NAME as well")
    if rebase and not observations:
        raise UsageError("from which values?", where="--rebase", accepted="--observations FILE as well")
    if rebase and by != "year":
        raise UsageError("only ways over years begin at the latest values", where="--rebase", accepted="--by year")
    if output is not None and output.suffix.lower() not in (".csv", ".xlsx", ".json"):
        accepted = "a name that ends in .csv, .xlsx or .json"
        raise UsageError("what kind of file?", where="--output", found=str(output), accepted=accepted)
    if output is not None and os.path.realpath(output) == os.path.realpath(plan):
        raise UsageError("this would overwrite the plan", where="--output", found=str(output), accepted="another file")


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError("this is no date", where="--as-of", found=repr(text), accepted="YYYY-MM-DD") from None


def _rules(
    plan: Path, named: Path | None, by: str, rule: str | None, binding: str | None, expected: str | None
) -> PathwaySettings:
    from milepost.pathways.ruling import rule_called
    from milepost.pathways.settings import PathwaySettings, load_pathway_settings

    path = named or settings_beside(plan)
    rules = load_pathway_settings(path) if path is not None else PathwaySettings()
    options: Mapping[str, Any] = {
        "rule": rule if by == "year" else None,
        "region": rule if by != "year" else None,
        "binding": binding,
        "expected": expected,
    }
    given = {name: value for name, value in options.items() if value is not None}
    for name, value in given.items():
        rule_called(value, "region" if name == "region" else "year")
    if by == "year" and rule is not None:
        # A rule on the command line is for all targets, whatever the settings say of some.
        rules = replace(rules, binding=None, expected=None)
    return replace(rules, **given)


def _write(
    laid: Laid, targets: polars.DataFrame, output_format: str, output: Path | None, tongue: Tongue
) -> None:
    from milepost.cli.pathway_views import as_json, headings, print_pathways
    from milepost.pathways.files import csv_of, workbook_of

    if output is not None:
        kind = output.suffix.lower()
        if kind == ".xlsx":
            write_whole(output, workbook_of(laid.rows, headings(tongue)))
        else:
            write_whole(output, (csv_of(laid.rows) if kind == ".csv" else as_json(laid, tongue)).encode())
        typer.echo(f"{output}: {laid.rows.height} rows", err=True)
        return
    if output_format == "table":
        print_pathways(laid, targets, tongue)
        return
    text = csv_of(laid.rows) if output_format == "csv" else as_json(laid, tongue)
    # Bytes, so that the output is UTF-8 with plain line ends whatever the terminal is set to.
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
