"""`milepost sample`: a random sample of what was read, to be judged by hand, and what the judgements say."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

import milepost
from milepost.cli.batch import RESULT_ENDING, expand
from milepost.cli.screen import plain_table, screen
from milepost.cli.views import VIEWS, Context
from milepost.engines.local import run_many
from milepost.engines.model import Outcome
from milepost.kernel.errors import ReadError, UsageError
from milepost.kernel.files import write_whole
from milepost.plans.files import load_plan
from milepost.plans.model import Plan
from milepost.plans.run import compile_plan
from milepost.plans.sample_sheet import Judged, SampleRow, read_sample, sample_workbook
from milepost.plans.sampling import draw, wilson
from milepost.plans.stacked import STACKED

# Kinds that can be judged by their words, in the order of the sheet.
KINDS = tuple(name for name in STACKED if name in VIEWS)
AROUND = 80
LONGEST_QUOTE = 1_000
DEFAULT_FILE = Path("sample.xlsx")


@dataclass(frozen=True, slots=True)
class Request:
    """Rows wanted of one plan: kind → positions among its rows; `name` is how the sheet calls the plan."""

    path: Path
    name: str
    positions: dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Size:
    """How many rows of each kind a plan has, and its language."""

    counts: dict[str, int]
    language: str


def sample_command(
    action: Annotated[Literal["draw", "read"], typer.Argument(help="Draw a sample, or read a judged one.")],
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="INPUT",
            help="To draw: plan files, documents, or folders of either. To read: the judged workbook.",
            show_default=False,
        ),
    ],
    number: Annotated[int, typer.Option("-n", "--number", min=1, help="Rows to draw.")] = 400,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The new workbook.")] = DEFAULT_FILE,
    seed: Annotated[int, typer.Option("--seed", help="Another seed draws another sample.")] = 1,
    language: Annotated[
        Literal["zh", "en"] | None,
        typer.Option("--language", help="Language of the sheet; left out, the plans'.", show_default=False),
    ] = None,
) -> None:
    """Draw a stratified random sample (XLSX) to be judged by hand; or print the precision that was judged."""
    if action == "draw":
        _draw(inputs, number, output, seed, language)
    elif len(inputs) == 1:
        _read(inputs[0])
    else:
        raise UsageError("one workbook is read at a time", where="INPUT", found=str(len(inputs)), accepted="a file")


def _draw(inputs: Sequence[Path], number: int, output: Path, seed: int, language: str | None) -> None:
    if output.exists():
        # It may hold somebody's judgements.
        raise UsageError("the file is there already", where=str(output), accepted="-o with a new name")
    paths = _plans_of(inputs)
    names = _names(paths)
    outcomes = list(_told(run_many(size_of, paths)))
    sizes = {outcome.item: outcome.result for outcome in outcomes if outcome.result}
    counts = {(kind, names[path]): count for path, size in sizes.items() for kind, count in size.counts.items()}
    drawn = draw(counts, number, seed)
    rows = list(_rows(_requests(sizes, names, drawn)))
    rows.sort(key=lambda row: KINDS.index(row.kind))
    population = {kind: sum(size.counts[kind] for size in sizes.values()) for kind in KINDS}
    tongue = language or ("zh" if any(size.language == "zh" for size in sizes.values()) else "en")
    write_whole(output, sample_workbook(rows, population, seed, milepost.__version__, tongue))
    typer.echo(f"{output}: {len(rows)} of {sum(population.values())} rows of {len(sizes)} plans", err=True)
    if len(sizes) < len(paths):
        raise typer.Exit(ReadError.exit_code)


def _plans_of(inputs: Sequence[Path]) -> list[Path]:
    """The plan files named or in the folders named; of a folder without any, its documents."""
    found: dict[str, Path] = {}
    for path in inputs:
        held = sorted(path.rglob(f"*{RESULT_ENDING}")) if path.is_dir() else [path]
        for one in held or expand([path]).files:
            found.setdefault(os.path.realpath(one), one)
    return list(found.values())


def _names(paths: Sequence[Path]) -> dict[Path, str]:
    """How the sheet calls each plan: its path below the folder that all have in common."""
    real = {path: os.path.realpath(path) for path in paths}
    common = os.path.commonpath([os.path.dirname(path) for path in real.values()]) if len(real) > 1 else ""  # noqa: PTH120
    return {
        path: os.fsencode(os.path.relpath(place, common) if common else path.name).decode("utf-8", "backslashreplace")
        for path, place in real.items()
    }


def _requests(sizes: Iterable[Path], names: dict[Path, str], drawn: dict[tuple[str, str], list[int]]) -> list[Request]:
    requests = []
    for path in sizes:
        wanted = {kind: drawn[kind, names[path]] for kind in KINDS if (kind, names[path]) in drawn}
        if wanted:
            requests.append(Request(path, names[path], wanted))
    return requests


def _rows(requests: Sequence[Request]) -> Iterator[SampleRow]:
    for outcome in _told(run_many(rows_of, requests)):
        yield from outcome.result or ()


def _told(outcomes: Iterable[Outcome[Any, Any]]) -> Iterator[Outcome[Any, Any]]:
    for outcome in outcomes:
        if outcome.error is not None:
            path = outcome.item.path if isinstance(outcome.item, Request) else outcome.item
            fault = f"{path}: this is a fault of Milepost: " if outcome.ours else ""
            typer.echo(f"milepost: {fault}{outcome.error}", err=True)
        yield outcome


def size_of(path: Path) -> Size:
    """How many rows a plan has to draw from; the plan is compiled if it is still a document.

    Raises
    ------
    ReadError
        If it cannot be read, or its text was left out: nobody could judge it.
    """
    plan = _plan(path)
    return Size({kind: len(getattr(plan, kind)) for kind in KINDS}, plan.document.language)


def rows_of(request: Request) -> list[SampleRow]:
    """The rows drawn of one plan, as they stand in the sheet."""
    plan = _plan(request.path)
    context = Context(plan, "zh" if plan.document.language == "zh" else "en")
    return [
        _row(kind, getattr(plan, kind)[position], context, request.name)
        for kind, positions in request.positions.items()
        for position in positions
    ]


# A plan drawn from is often the one counted just before.
@lru_cache(maxsize=1)
def _plan(path: Path) -> Plan:
    plan = load_plan(path) if path.suffix == ".json" else compile_plan(path)
    if plan.document.text is None:
        raise ReadError(
            "the plan's text was left out", where=str(path), accepted="a plan compiled without --facts-only"
        )
    return plan


def _row(kind: str, item: Any, context: Context, name: str) -> SampleRow:
    text, span = context.plan.document.text or "", item.span
    read = (f"{view.header(context.tongue)}: {view.text(item, context)}" for view in VIEWS[kind])
    return SampleRow(
        kind=kind,
        before=text[max(0, span.start - AROUND) : span.start],
        quote=span.of(text)[:LONGEST_QUOTE],
        after=text[span.end : span.end + AROUND],
        read="\n".join(line for line in read if not line.endswith(": ")),
        section=context.section(getattr(item, "section", None)),
        plan=name,
        id=getattr(item, "id", ""),
    )


def _read(path: Path) -> None:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReadError("cannot open the workbook", where=str(path), found=error.strerror or "") from error
    judged = read_sample(content, str(path))
    _print(judged)
    for line in judged.unclear:
        typer.echo(f"milepost: {path}, {line}; accepted: right, wrong, 对, 错, or nothing", err=True)
    if judged.unclear:
        raise typer.Exit(ReadError.exit_code)


def _print(judged: Judged) -> None:
    judged_by_kind = ("in all", "drawn", "right", "wrong", "precision", "95% interval")
    headers = ("kind", *judged_by_kind, "not judged", "unclear", "gone")
    table = plain_table(*headers, numbers=frozenset(headers[1:]))
    for kind, tally in judged.tallies.items():
        share, low, high = wilson(tally.right, tally.right + tally.wrong)
        interval = f"{low:.3f}–{high:.3f}" if low is not None else "–"
        counts = (tally.population, tally.drawn, tally.right, tally.wrong)
        left = (tally.unjudged, tally.unclear, tally.gone)
        precision = f"{share:.3f}" if share is not None else "–"
        table.add_row(kind, *map(str, counts), precision, interval, *map(str, left))
    console = screen()
    console.print(table)
    done = sum(tally.right + tally.wrong for tally in judged.tallies.values())
    left_over = sum(tally.unjudged + tally.unclear for tally in judged.tallies.values())
    console.print(f"{done} rows judged, {left_over} not; intervals after Wilson (1927)", highlight=False)
