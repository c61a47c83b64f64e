"""`milepost observe import`: files of statistics read, checked row by row, and added to a file of observations."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import polars
import typer

from milepost.checks.excerpts import visible
from milepost.checks.model import Tongue, Words
from milepost.cli.check import read_subject
from milepost.kernel.errors import ReadError, UsageError
from milepost.observations.exchange import listed
from milepost.observations.files import imported, importer_named, told
from milepost.observations.importing import Imported, ImportOptions, RowFault
from milepost.observations.matching import NOTES, match
from milepost.observations.places import regions
from milepost.observations.table import IMPORTERS
from milepost.observations.telling import names_words
from milepost.observations.validating import cell_at, validated
from milepost.observations.writing import as_csv
from milepost.pathways.targets import targets_of
from milepost.plans.model import Plan

Files = Annotated[list[Path], typer.Argument(metavar="FILE…", help="Files of statistics, in any format read.")]
To = Annotated[
    Path | None,
    typer.Option(
        "--to", metavar="FILE", help="The file of observations that rows are added to; left out, standard output.",
        show_default=False,
    ),
]  # fmt: skip
PlanFile = Annotated[
    Path | None,
    typer.Option("--plan", metavar="PLAN", help="Hold names and regions against this plan.", show_default=False),
]
RegionCode = Annotated[
    str | None, typer.Option("--region", metavar="CODE", help="Region of rows that name none.", show_default=False)
]
Source = Annotated[
    str | None, typer.Option("--source", metavar="TEXT", help="Source of rows that name none.", show_default=False)
]
Vintage = Annotated[
    str | None,
    typer.Option("--vintage", metavar="DATE", help="When rows that do not say became known.", show_default=False),
]
Unit = Annotated[
    str | None, typer.Option("--unit", metavar="UNIT", help="Unit of rows that have none.", show_default=False)
]
Sheet = Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="Sheet of a workbook.", show_default=False)]
Year = Annotated[
    int | None, typer.Option("--year", help="The year that a file without years is about.", show_default=False)
]
Partial = Annotated[bool, typer.Option("--partial", help="Take the good rows although others are faulty.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say row by row what would happen, and write nothing.")]
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="NAME", help=f"The importer: {', '.join(IMPORTERS)}.", show_default=False),
]
Language = Annotated[
    Literal["zh", "en"] | None,
    typer.Option("--language", help="Language of what is said; left out, the plan's.", show_default=False),
]


def observing_import_command(
    files: Files,
    to: To = None,
    plan: PlanFile = None,
    region: RegionCode = None,
    source: Source = None,
    vintage: Vintage = None,
    unit: Unit = None,
    sheet: Sheet = None,
    year: Year = None,
    partial: Partial = False,
    dry_run: DryRun = False,
    importer: Format = None,
    language: Language = None,
) -> None:
    """Import statistics; rows that cannot be taken are named with row and cell. Exit code 3 when there are any."""
    options = ImportOptions(region=region, source=source, vintage=_day(vintage), unit=unit, sheet=sheet, year=year)
    importer_named(importer or IMPORTERS[0])  # a wrong name is told before anything is read
    held = read_subject(plan).plan if plan is not None else None
    tongue: Tongue = language or ("zh" if held is not None and held.document.language == "zh" else "en")
    read = [_placed(imported(path, options, importer), held) for path in files]
    for path, each in zip(files, read, strict=True):
        _tell(path, each, tongue)
    # Two files may say the same, or contradict each other, like two rows of one.
    together = _together(files, read, tongue)
    if held is not None:
        _tell_names(together.rows, held, tongue)
    faulty = sum(len(each.faults) for each in read) + len(together.faults)
    if faulty and not partial:
        accepted = "files without faults, or --partial to take the good rows"
        raise ReadError("nothing was taken", where=listed([path.name for path in files], 3),
                        found=f"{faulty} fault{'s' * (faulty != 1)}", accepted=accepted)  # fmt: skip
    if to is None and not dry_run:
        sys.stdout.buffer.write(as_csv(together.rows))
        sys.stdout.buffer.flush()
    else:
        faulty += _add(to, together, tongue, partial=partial, dry_run=dry_run)
    if faulty:
        raise typer.Exit(ReadError.exit_code)


def _day(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise UsageError("this is no date", where="--vintage", found=repr(text), accepted="YYYY-MM-DD")


def _placed(read: Imported, plan: Plan | None) -> Imported:
    """The rows with the plan's codes of regions; a region that nobody knows is a fault."""
    if plan is None or read.rows.is_empty():
        return read
    found = regions(read.rows, plan)
    unknown = found.unknown.select("region", "region_name").with_columns(polars.lit(value=True).alias("_unknown"))
    marked = read.rows.join(
        unknown, on=["region", "region_name"], how="left", nulls_equal=True, maintain_order="left"
    )["_unknown"].fill_null(value=False)
    rows = found.rows.select(read.rows.columns)
    if not marked.any() or plan.region is None:
        return replace(read, rows=rows)
    accepted = listed([plan.region.name, *(part.name for part in plan.region.parts)])
    what = Words("没有这个地区", "no such region")
    faults = [
        RowFault(cell_at(read.places[at], "region", read.columns), what, repr(read.rows["region"][at]), accepted)
        for at in marked.arg_true().to_list()
    ]
    places = tuple(place for place, wrong in zip(read.places, marked.to_list(), strict=True) if not wrong)
    return replace(read, rows=rows.filter(~marked), places=places, faults=(*read.faults, *faults))


def _tell(path: Path, read: Imported, tongue: Tongue) -> None:
    """Faults and notes of a file, on standard error."""
    for line in told(read.faults, tongue):
        typer.echo(f"{path.name}: {visible(line)}", err=True)
    for note in read.notes:
        typer.echo(f"{path.name}: {visible(note.of(tongue))}", err=True)


def _together(files: Sequence[Path], read: Sequence[Imported], tongue: Tongue) -> Imported:
    """The rows of all files as one table, validated against each other."""
    if len(read) == 1:
        return replace(read[0], faults=(), notes=())
    places = tuple(
        f"{path.name} {place}" for path, each in zip(files, read, strict=True) for place in each.places
    )
    both = validated(Imported(polars.concat([each.rows for each in read]), places))
    for line in [*told(both.faults, tongue), *(note.of(tongue) for note in both.notes)]:
        typer.echo(visible(line), err=True)
    return both


_MOST_NAMES = 30


def _tell_names(rows: polars.DataFrame, plan: Plan, tongue: Tongue) -> None:
    """Which names the plan does not surely ask for: kept under their own names, never matched in silence."""
    names = rows.select("indicator", "unit").unique(maintain_order=True)
    found = match(names, targets_of(plan), plan.document.language)
    sure = found.filter("certain").select("indicator", "unit").unique()
    doubtful = found.filter(~polars.col("certain")).join(sure, on=["indicator", "unit"], how="anti", nulls_equal=True)
    items = {item.id: item.name for item in plan.indicators} | {item.id: item.subject for item in plan.commitments}
    for name, unit, item, note in doubtful.select("indicator", "unit", "item", "note").head(_MOST_NAMES).iter_rows():
        why = NOTES[note].of(tongue) if note in NOTES else ""
        said = Words(
            f"“{name}”（{unit or '无单位'}）可能是“{items.get(item, item)}”（{item}），未予认定：{why}",
            f"{name!r} ({unit or 'no unit'}) may be {items.get(item, item)!r} ({item}), not taken for it: {why}",
        )
        typer.echo(visible(said.of(tongue)), err=True)
    known = found.select("indicator", "unit").unique()
    rest = names.join(known, on=["indicator", "unit"], how="anti", nulls_equal=True)
    others = rest["indicator"].unique(maintain_order=True).to_list()
    if others:
        listing = names_words(others, 12)
        said = Words(
            f"规划中没有的指标，按原名保存：{listing.zh}",
            f"names that the plan does not ask for, kept as they are: {listing.en}",
        )
        typer.echo(visible(said.of(tongue)), err=True)


_STATES = {
    "new": Words("新增", "new"), "same": Words("已有", "same"), "conflict": Words("冲突", "conflict"),
}  # fmt: skip


def _add(to: Path | None, read: Imported, tongue: Tongue, *, partial: bool, dry_run: bool) -> int:
    """Add rows to the file, or say what adding them comes to; how many rows are in conflict with it."""
    # Imported here: who writes to standard output needs no store.
    from milepost.observations.store import appending, write

    appended = appending(to, read) if to is not None else None
    states = appended.states if appended is not None else polars.Series(["new"] * read.rows.height, dtype=polars.String)
    conflicts = appended.conflicts if appended is not None else ()
    if dry_run:
        _preview(read, states, tongue)
    for line in told(conflicts, tongue):
        typer.echo(visible(line), err=True)
    if conflicts and not partial:
        found = f"{len(conflicts)} conflict{'s' * (len(conflicts) != 1)} with rows that stand there"
        raise ReadError("nothing was taken", where=str(to), found=found, accepted="a vintage for each correction")
    if appended is not None and not dry_run:
        write(replace(appended, conflicts=()))
    counts = {state: int((states == state).sum()) for state in _STATES}
    if tongue == "zh":
        said = "，".join(f"{_STATES[state].zh}{count}行" for state, count in counts.items())
    else:
        said = ", ".join(f"{count} {_STATES[state].en}" for state, count in counts.items())
    typer.echo(f"{to or '-'}: {said}", err=True)
    return len(conflicts)


def _preview(read: Imported, states: polars.Series, tongue: Tongue) -> None:
    """A line for each row on standard output: what would become of it, where it stood, what it says."""
    columns = ("indicator", "region", "period_kind", "period", "value", "unit")
    for state, place, row in zip(states, read.places, read.rows.select(columns).iter_rows(), strict=True):
        words = "\t".join("" if each is None else f"{each:g}" if isinstance(each, float) else each for each in row)
        typer.echo("\t".join((_STATES[state].of(tongue), visible(place), *map(visible, words.split("\t")))))
