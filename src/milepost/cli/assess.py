"""`milepost assess`: where each target of a plan stands, by published methods, with the figures that prove it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from milepost.checks.excerpts import visible
from milepost.checks.settings import settings_beside
from milepost.cli.check import read_subject
from milepost.cli.options import AsOf, Decisions, Language, Output, SettingsFile, write_out
from milepost.kernel.errors import UsageError

if TYPE_CHECKING:
    import polars

    from milepost.assessments.report import Report
    from milepost.assessments.result import Assessment
    from milepost.assessments.settings import AssessSettings
    from milepost.plans.model import Plan

IS_SO = 1
_GRAVE = ("at_risk", "off_track", "moving_away")
_WIDTH = 120

Observations = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[OBSERVATIONS]…",
        help="Files of statistics; without any it is said what is asked and what is missing.",
        show_default=False,
    ),
]
Pathways = Annotated[
    Path | None,
    typer.Option(
        "--pathways",
        metavar="FILE",
        help="What each year asks for, as `milepost pathway` writes it; left out, equal steps.",
        show_default=False,
    ),
]
MethodNames = Annotated[
    list[str] | None,
    typer.Option(
        "--method",
        metavar="NAME",
        help="Ask only these methods and the leading ones, with commas between; may be given again.",
        show_default=False,
    ),
]
Format = Annotated[
    Literal["table", "json", "csv", "markdown"],
    typer.Option("--format", help="A table to read, JSON for programs, CSV for spreadsheets, a report in Markdown."),
]
AudienceOption = Annotated[
    Literal["internal", "public"],
    typer.Option("--audience", help="For the public, only public observations are used and shown."),
]
Regions = Annotated[bool, typer.Option("--regions", help="Hold the parts of the region against the targets, too.")]
FailOn = Annotated[
    Literal["at_risk", "off_track", "moving_away", "never"],
    typer.Option("--fail-on", help="Exit with 1 if a target stands there or worse."),
]


def assess_command(
    plan: Annotated[Path, typer.Argument(metavar="PLAN", help="A document, or a plan file that `compile` wrote.")],
    observations: Observations = None,
    decisions: Decisions = None,
    pathways: Pathways = None,
    as_of: AsOf = None,
    method: MethodNames = None,
    output_format: Format = "table",
    output: Output = None,
    audience: AudienceOption = "internal",
    language: Language = None,
    settings: SettingsFile = None,
    regions: Regions = False,
    fail_on: FailOn = "never",
) -> None:
    """Say for every target of a plan where it stands: first what can be assessed at all, then the rating."""
    day = _day(as_of)
    files = observations or []
    _refuse([plan, *files, *(each for each in (decisions, pathways) if each is not None)], output)
    ruled = _settings(plan, settings)
    methods = _named(method)
    subject = read_subject(plan).plan
    assessed = _assessed(subject, files, day, decisions, pathways, methods, ruled, audience, regions)

    from milepost.assessments.report import Report
    from milepost.assessments.table import written

    tongue = language or ("zh" if subject.document.language == "zh" else "en")
    colour = output is None and output_format == "table" and _is_coloured()
    report = Report(assessed, subject, tongue, ruled.labels, colour, _width())
    write_out(written(report, output_format), output)
    _tell(report)
    if _is_grave(assessed, fail_on):
        raise typer.Exit(IS_SO)


def _refuse(inputs: list[Path], output: Path | None) -> None:
    if output is not None and os.path.realpath(output) in {os.path.realpath(each) for each in inputs}:
        raise UsageError("this would overwrite an input", where="--output", found=str(output), accepted="another file")


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError("this is no date", where="--as-of", found=repr(text), accepted="YYYY-MM-DD") from None


def _named(options: Sequence[str] | None) -> tuple[str, ...] | None:
    """The methods that an option names, which may be given several times, each with several.

    >>> _named(["time_progress,open_sdg", " unescap "])
    ('time_progress', 'open_sdg', 'unescap')
    """
    from milepost.assessments.table import method_named

    names = tuple(name.strip() for option in options or () for name in option.split(",") if name.strip())
    for name in names:
        method_named(name)
    return names or None


def _settings(plan: Path, named: Path | None) -> AssessSettings:
    from milepost.assessments.settings import AssessSettings, load_assess_settings

    path = named or settings_beside(plan)
    return load_assess_settings(path) if path is not None else AssessSettings()


def _assessed(
    plan: Plan,
    files: Sequence[Path],
    day: date | None,
    decisions: Path | None,
    pathways: Path | None,
    methods: tuple[str, ...] | None,
    settings: AssessSettings,
    audience: Literal["internal", "public"],
    regions: bool,
) -> Assessment:
    from milepost.assessments.run import assess
    from milepost.observations.decisions import read_decisions
    from milepost.pathways.files import read_pathways
    from milepost.pathways.targets import targets_of

    rows = _rows(files)
    decided = read_decisions(decisions) if decisions is not None else None
    ways = read_pathways(pathways, targets_of(plan, decided, day)) if pathways is not None else None
    return assess(
        plan,
        rows,
        as_of=day,
        decisions=decided,
        pathways=ways,
        methods=methods,
        settings=settings,
        audience=audience,
        by_parts=regions,
    )


def _rows(files: Sequence[Path]) -> polars.DataFrame:
    """The observations of all files; an empty table when there are none. Two files may not contradict each other."""
    import polars

    from milepost.observations.files import imported, refuse_faults
    from milepost.observations.importing import Imported
    from milepost.observations.model import empty
    from milepost.observations.validating import validated

    read = [imported(path) for path in files]
    for path, each in zip(files, read, strict=True):
        refuse_faults(each, str(path))
    if len(read) == 1:
        return read[0].rows
    places = tuple(f"{path}: {place}" for path, each in zip(files, read, strict=True) for place in each.places)
    together = validated(Imported(polars.concat([empty(), *(each.rows for each in read)]), places))
    refuse_faults(together, ", ".join(map(str, files)))
    return together.rows


def _tell(report: Report) -> None:
    """Say on standard error which names were not used, since what they measure is not certain."""
    from milepost.observations.matching import NOTES

    items = dict(report.assessment.targets.select("item", "name").unique("item", keep="first").iter_rows())
    for (name,), rows in report.uncertain.group_by(["indicator"], maintain_order=True):
        meant = dict.fromkeys(visible(items.get(item) or item) for item in rows["item"])
        notes = dict.fromkeys(NOTES[note].en for note in rows["note"] if note)
        why = f" ({', '.join(notes)})" if notes else ""
        typer.echo(
            f"milepost: {visible(str(name))!r} was not used: it may measure {', '.join(map(repr, meant))}{why}. "
            "Say which under [assess.names] in milepost.toml.",
            err=True,
        )


def _is_grave(assessed: Assessment, fail_on: str) -> bool:
    """Whether a target stands at the status that makes the command fail, or worse."""
    grave = () if fail_on == "never" else _GRAVE[_GRAVE.index(fail_on) :]
    return bool(assessed.targets["status"].is_in(grave).any())


def _width() -> int:
    """Columns of the screen: `COLUMNS`, else the terminal's, else 120."""
    if "COLUMNS" in os.environ or sys.stdout.isatty():
        from rich.console import Console

        return Console().width
    return _WIDTH


def _is_coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
