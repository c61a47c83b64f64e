"""`milepost observe check`: what is doubtful about observations, each finding with its rows, values and sources."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import polars
import typer

from milepost.checks.model import SEVERITIES, Tongue
from milepost.cli.check import read_subject
from milepost.kernel.errors import UsageError
from milepost.languages.table import language_of
from milepost.observations.files import loaded
from milepost.observations.importing import Imported, ImportOptions
from milepost.observations.model import SOURCE_KINDS
from milepost.observations.places import regions
from milepost.observations.reporting import as_json, as_text
from milepost.observations.run import DataChecked, checked_observations

FOUND = 1
FINDING_FAILED = 4


Files = Annotated[list[Path], typer.Argument(metavar="FILE…", help="Files of observations, in any format read.")]
PlanFile = Annotated[
    Path | None,
    typer.Option("--plan", metavar="PLAN", help="Hold them against this plan as well.", show_default=False),
]
Format = Annotated[Literal["text", "json"], typer.Option("--format", help="Text to read, or JSON for programs.")]
Language = Annotated[
    Literal["zh", "en"] | None,
    typer.Option("--language", help="Language of the report; left out, that of the data.", show_default=False),
]
FailOn = Annotated[
    Literal["error", "warning", "info", "never"],
    typer.Option("--fail-on", help="Exit with 1 if a finding is this grave or graver."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="The day that counts as today [default: the latest in the data].",
        show_default=False,
    ),
]
Order = Annotated[
    list[str] | None,
    typer.Option(
        "--order",
        metavar="SOURCE",
        help="Source believed first, a name or a kind; may be given again.",
        show_default=False,
    ),
]
RegionCode = Annotated[
    str | None,
    typer.Option("--region", metavar="CODE", help="Region of files that name none.", show_default=False),
]


def observing_check_command(
    files: Files,
    plan: PlanFile = None,
    output_format: Format = "text",
    language: Language = None,
    fail_on: FailOn = "error",
    as_of: AsOf = None,
    order: Order = None,
    region: RegionCode = None,
) -> None:
    """Check observations: gaps, jumps, slipped units, disagreement, a plan's baselines. Exit code 1 for faults."""
    day = _day(as_of)
    held = read_subject(plan).plan if plan is not None else None
    read = [loaded(path, ImportOptions(region=region)) for path in files]
    rows = polars.concat([each.rows for each in read])
    if held is not None:
        rows = regions(rows, held).rows.select(rows.columns)
    checked = checked_observations(
        rows, held, as_of=day, places=_places(read, files), order=(*(order or ()), *SOURCE_KINDS)
    )
    if output_format == "json":
        title = held.document.title if held else None
        shown = as_json(checked.findings, rows.height, [str(path) for path in files], title)
    else:
        shown = as_text(checked.findings, rows.height, language or _tongue(rows))
    sys.stdout.buffer.write(shown.encode(errors="replace"))
    sys.stdout.buffer.flush()
    _finish(checked, fail_on)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError("this is no date", where="--as-of", found=repr(text), accepted="YYYY-MM-DD") from None


def _places(read: Sequence[Imported], files: Sequence[Path]) -> list[str]:
    """Where each row stood, with its file's name where there are several."""
    several = len(files) > 1
    return [
        f"{path.name} {place}" if several else place
        for path, each in zip(files, read, strict=True)
        for place in each.places
    ]


def _tongue(rows: polars.DataFrame) -> Tongue:
    """The language of the indicators' names."""
    return "zh" if language_of("".join(map(str, rows["indicator"].unique().sort()[:200]))) == "zh" else "en"


def _finish(checked: DataChecked, fail_on: str) -> None:
    """Say what failed inside, and end with the exit code that the findings ask for."""
    for failure in checked.failures:
        typer.echo(
            f"milepost: finding {failure.code} ({failure.name}) failed inside. This is a fault of Milepost, not of "
            f"your data, and we are sorry: {failure.error}. What the others found is complete.",
            err=True,
        )
    if checked.failures:
        raise typer.Exit(FINDING_FAILED)
    grave = () if fail_on == "never" else SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    if any(finding.severity in grave for finding in checked.findings):
        raise typer.Exit(FOUND)
