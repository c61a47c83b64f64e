"""`milepost compile`: documents in, plan files out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from milepost.cli.batch import Inputs, expand, result_paths
from milepost.engines.local import run_many
from milepost.engines.model import Outcome
from milepost.kernel.errors import ReadError, UsageError
from milepost.kernel.files import write_whole
from milepost.plans.files import encode
from milepost.plans.model import Plan
from milepost.plans.run import compile_plan

if TYPE_CHECKING:
    from rich.console import Console

# What the summary counts, in this order.
COUNTED = ("sections", "indicators", "commitments", "facts", "projects", "measures", "unread")
LanguageCode = Literal["zh", "en"]

Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|DIR",
        help="Where the plan goes; - is standard output. For many plans a folder. Left out, one plan "
        "goes to standard output and many to NAME.plan.json in the working directory.",
        show_default=False,
    ),
]
Language = Annotated[
    LanguageCode | None,
    typer.Option("--language", help="The documents' language; left out, each text tells.", show_default=False),
]
Tables = Annotated[
    Path | None,
    typer.Option(
        "--tables",
        metavar="DIR",
        help="Stack all plans into Parquet tables in this folder instead; what is done there is not done again.",
        show_default=False,
    ),
]
EngineAddress = Annotated[
    str, typer.Option("--engine", metavar="local|dask://HOST:PORT", help="With --tables: where the plans are read.")
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", min=1, help="With --tables: local processes; left out, one a core.", show_default=False),
]

CorrectionsFile = Annotated[
    Path | None,
    typer.Option(
        "--corrections",
        metavar="FILE",
        help="For one plan: put these corrections into it. Exit code 1 when some do not fit; the plan is written.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How plans are stacked into tables: how they are read, and where."""

    language: LanguageCode | None
    facts_only: bool
    engine: str
    workers: int | None


@dataclass(frozen=True, slots=True)
class Job:
    """One document to compile, and where its plan file goes."""

    source: Path
    target: Path
    language: LanguageCode | None
    facts_only: bool


@dataclass(frozen=True, slots=True)
class Compiled:
    """What the summary says of a plan file that was written: how many items of each kind it holds."""

    counts: tuple[int, ...]


def compile_command(
    plans: Annotated[
        list[Path], typer.Argument(metavar="PLAN", help="Documents, or folders of documents.", show_default=False)
    ],
    output: Output = None,
    language: Language = None,
    facts_only: Annotated[
        bool, typer.Option("--facts-only", help="Leave out the text and every quote; spans stay.")
    ] = False,
    tables: Tables = None,
    engine: EngineAddress = "local",
    workers: Workers = None,
    corrections: CorrectionsFile = None,
) -> None:
    """Read plans (TXT, Markdown, HTML, DOCX, PDF) and write each as data, in the format milepost.plan/1."""
    inputs = expand(plans)
    if tables is not None:
        _refuse_beside_tables({"--output": output, "--corrections": corrections})
        # Polars is imported only here: who wants plan files does not pay for it.
        from milepost.cli.tables import compile_tables

        compile_tables(plans, inputs, tables, TableOptions(language, facts_only, engine, workers))
        return
    _refuse_engine_without_tables(engine, workers)
    if corrections is not None:
        from milepost.cli.correcting import compile_corrected

        compile_corrected(inputs, output, corrections, language, facts_only)
        return
    _compile_plans(inputs, output, language, facts_only)


def _compile_plans(inputs: Inputs, output: str | None, language: LanguageCode | None, facts_only: bool) -> None:
    to_standard_output = output == "-" or (output is None and not inputs.many)
    if to_standard_output and inputs.many:
        raise UsageError("many plans cannot go to standard output", where="--output", accepted="a folder")
    if to_standard_output:
        plan = compile_plan(inputs.files[0], language)
        sys.stdout.buffer.write(encode(plan, facts_only=facts_only))
        sys.stdout.buffer.flush()
        return
    targets = result_paths(inputs, output)
    jobs = [Job(*pair, language, facts_only) for pair in zip(inputs.files, targets, strict=True)]
    if inputs.many:
        _compile_many(jobs, inputs)
        return
    compiled = compile_to_file(jobs[0])
    counted = ", ".join(f"{count} {name}" for name, count in zip(COUNTED, compiled.counts, strict=True))
    typer.echo(f"{jobs[0].target}: {counted}", err=True)


def _refuse_beside_tables(options: dict[str, object]) -> None:
    for option, found in options.items():
        if found is not None:
            raise UsageError(
                "tables and plan files are two runs", where=option, found=str(found), accepted="--tables DIR"
            )


def _refuse_engine_without_tables(engine: str, workers: int | None) -> None:
    if engine != "local" or workers is not None:
        option, found = ("--engine", engine) if engine != "local" else ("--workers", str(workers))
        raise UsageError("this is for tables only", where=option, found=found, accepted="it together with --tables DIR")


def compile_to_file(job: Job) -> Compiled:
    """Compile one document and write its plan file, whole or not at all.

    Raises
    ------
    ReadError
        If the document cannot be read.
    UsageError
        If the plan file cannot be written.
    """
    plan = compile_plan(job.source, job.language)
    write_whole(job.target, encode(plan, facts_only=job.facts_only))
    return Compiled(_counts(plan))


def _counts(plan: Plan) -> tuple[int, ...]:
    return tuple(len(getattr(plan, name)) for name in COUNTED)


def _compile_many(jobs: list[Job], inputs: Inputs) -> None:
    # Rich is imported only here: one plan in, one plan out does not pay for it.
    from rich.console import Console

    outcomes = list(_with_progress(run_many(compile_to_file, jobs), len(jobs), Console(stderr=True)))
    _print_summary(outcomes, inputs)
    failed = sum(outcome.error is not None for outcome in outcomes)
    if failed:
        raise typer.Exit(ReadError.exit_code)


def _with_progress(
    outcomes: Iterable[Outcome[Job, Compiled]], total: int, console: Console
) -> Iterable[Outcome[Job, Compiled]]:
    """Pass the outcomes on while a bar on standard error counts them; an error is told when it comes."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("compiling"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("compiling", total=total)
        for outcome in outcomes:
            if outcome.error is not None:
                console.print(f"milepost: {_told(outcome)}", markup=False, highlight=False, soft_wrap=True)
            progress.advance(task)
            yield outcome


def _told(outcome: Outcome[Job, Compiled]) -> str:
    if outcome.ours:
        return f"{outcome.item.source}: this is a fault of Milepost: {outcome.error}"
    return str(outcome.error)


def _print_summary(outcomes: list[Outcome[Job, Compiled]], inputs: Inputs) -> None:
    from rich.text import Text

    from milepost.cli.screen import plain_table, screen

    table = plain_table("plan", *COUNTED, "result")
    for outcome in outcomes:
        counts: tuple[object, ...] = outcome.result.counts if outcome.result else ("–",) * len(COUNTED)
        result = str(outcome.item.target) if outcome.result else "failed"
        table.add_row(Text(str(outcome.item.source)), *(str(count) for count in counts), Text(result))
    console = screen()
    console.print(table)
    failed = sum(outcome.error is not None for outcome in outcomes)
    said = f"{len(outcomes) - failed} of {len(outcomes)} plans compiled"
    if inputs.passed_over:
        said += f"; {len(inputs.passed_over)} files of the folders are no documents and were passed over"
    console.print(said, highlight=False)
