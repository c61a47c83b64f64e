"""`milepost bench`: how fast Milepost is on this machine."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from milepost import __version__
from milepost.cli.compile import Job, compile_to_file
from milepost.cli.corpus import corpus_rows
from milepost.cli.measuring import command_cost, machine, median_seconds, seconds
from milepost.cli.peers import peers
from milepost.engines.local import cores, run_many
from milepost.kernel.errors import ReadError, UsageError
from milepost.kernel.files import write_whole
from milepost.plans.run import compile_plan

EXAMPLE = Path("examples/qinghe/qinghe.txt")
RECORDS = {name: Path(f"docs/benchmarks/{name}.md") for name in ("compile", "corpus", "check")}
REAL_PLANS = "MILEPOST_REAL_PLANS"
REPEATS = 5
CORPUS_PLANS = 1_000
# The folder of copies is about this long, so that starting the workers does not decide the figure.
FOLDER_BYTES = 8_000_000
LONG_TEXTS = (1_000_000, 2_000_000, 5_000_000, 10_000_000)


class Row(NamedTuple):
    """One measurement: what was measured, and the figure with its unit."""

    what: str
    figure: str


def bench_command(
    what: Annotated[
        Literal["compile", "corpus", "check"],
        typer.Argument(help="One plan read, many plans into tables, or one plan checked."),
    ],
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="[PLAN|N]",
            help=f"compile, check: the plan, by default {EXAMPLE}. corpus: how many plans, by default {CORPUS_PLANS}.",
            show_default=False,
        ),
    ] = None,
    varied_plan: Annotated[
        Path, typer.Option("--plan", metavar="PLAN", help="corpus: the plan that is varied into many.")
    ] = EXAMPLE,
    with_peers: Annotated[
        bool, typer.Option("--peers", help="compile: measure the tools of the extra `peers` in the same run.")
    ] = False,
    record: Annotated[bool, typer.Option("--record", help="Write the result to docs/benchmarks as well.")] = False,
) -> None:
    """Measure time and memory, and print them as a Markdown table."""
    plan = varied_plan if what == "corpus" else Path(subject or EXAMPLE)
    if not plan.is_file():
        raise ReadError("there is no such plan to measure with", where=str(plan), accepted="a plan")
    if record and not RECORDS[what].parent.is_dir():
        accepted = "a run from the project's own folder"
        raise UsageError("nowhere to record", where=str(RECORDS[what].parent), accepted=accepted)
    if what == "corpus":
        page = _corpus_page(plan, _number(subject))
    else:
        page = _check_page(plan) if what == "check" else _compile_page(plan, with_peers)
    typer.echo(page)
    if record:
        write_whole(RECORDS[what], page.encode())


def _number(subject: str | None) -> int:
    if subject is None:
        return CORPUS_PLANS
    if not (subject.isascii() and subject.isdigit() and int(subject)):
        raise UsageError("how many plans?", where="bench corpus", found=repr(subject), accepted="a number from 1 up")
    return int(subject)


def _compile_page(plan: Path, with_peers: bool) -> str:
    return _page(
        "How fast `milepost compile` is",
        f"milepost bench compile {_shown(plan)}{' --peers' if with_peers else ''}",
        list(_compile_rows(plan, with_peers)),
        [
            f"Times in process are medians of {REPEATS} runs after one that is not counted; those of the whole command",
            "are medians too, start of the interpreter included, and its memory is the highest of them. The folder's",
            "figures include the start of the worker processes and the writing of the plan files. MB are 10⁶ bytes.",
        ],
    )


def _corpus_page(plan: Path, number: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        rows = [Row(*row) for row in corpus_rows(plan, number, Path(folder))]
    return _page(
        "How fast `milepost compile --tables` is",
        f"milepost bench corpus {number} --plan {_shown(plan)}",
        rows,
        [
            "The corpus is one plan varied: figures changed by up to a fifth, names of divisions given to each",
            "other, a line left out; the tables of a real corpus are larger, since its plans resemble each other less.",
            "Each run is a command of its own. Memory is that of the command and its workers together, pages that they",
            "share counted once (Linux); it is flat when it does not grow from a tenth of the plans to all. MB are 10⁶",
            "bytes.",
        ],
    )


def _check_page(plan: Path) -> str:
    # Imported only here: the rules are many files.
    from milepost.cli.checking import checking_rows

    return _page(
        "How fast `milepost check` is",
        f"milepost bench check {_shown(plan)}",
        [Row(*row) for row in checking_rows(plan, REPEATS)],
        [
            f"Times in process are medians of {REPEATS} runs after one that is not counted; those of whole commands",
            "are medians too, start of the interpreter included, and memory is the highest of them. The long plans are",
            "made up, each commitment and project with a name of its own; their time is that of one check, without",
            "compiling. A rule alone includes what it shares with others. MB are 10⁶ bytes.",
        ],
    )


def _compile_rows(plan: Path, with_peers: bool) -> Iterator[Row]:
    compared = peers() if with_peers else {}
    document = compile_plan(plan).document
    text = document.text or ""
    size = len(text.encode(errors="replace"))
    yield Row("the plan", f"{len(text):,} characters, {size / 1e6:.3f} MB of UTF-8 ({document.media_type})")
    yield Row("compiled in process", f"{median_seconds(lambda: compile_plan(plan), REPEATS):.3f} s")
    with tempfile.TemporaryDirectory() as folder:
        yield from _command_rows(plan, Path(folder))
        yield from _folder_rows(text, Path(folder))
        yield from _long_rows(text, Path(folder))
    for name, work in compared.items():
        yield Row(name, f"{median_seconds(partial(work, text), 3):.3f} s")


def _command_rows(plan: Path, folder: Path) -> Iterator[Row]:
    cost = command_cost(["compile", str(plan), "-o", str(folder / "one.plan.json")], REPEATS)
    yield Row("whole command", f"{cost.seconds:.2f} s")
    yield Row("peak memory of the command", f"{cost.megabytes:.0f} MB")


def _folder_rows(text: str, folder: Path) -> Iterator[Row]:
    lines = text.splitlines(keepends=True)
    number = max(2, FOLDER_BYTES // max(1, len(text.encode(errors="replace"))))
    jobs = []
    for copy in range(number):
        source = folder / f"copy-{copy}.txt"
        # Each copy lacks one line and has one of its own, so that no two are the same.
        left_out = copy * 7 % max(1, len(lines))
        varied = "".join(lines[:left_out] + lines[left_out + 1 :]) + f"\n第{copy}份\n"
        source.write_text(varied, encoding="utf-8", errors="replace")
        jobs.append(Job(source, folder / f"copy-{copy}.plan.json", None, facts_only=False))
    total = sum(job.source.stat().st_size for job in jobs) / 1e6
    for workers in sorted({1, cores()}):
        wall = seconds(partial(_compile_all, jobs, workers))
        name = f"folder of {number} copies ({total:.1f} MB), {workers} core{'s' if workers > 1 else ''}"
        yield Row(name, f"{wall:.2f} s, {total / wall:.2f} MB/s, {total / wall / workers:.2f} MB/s a core")


def _compile_all(jobs: list[Job], workers: int) -> None:
    for outcome in run_many(compile_to_file, jobs, workers=workers):
        assert outcome.error is None, outcome.error


def _long_rows(text: str, folder: Path) -> Iterator[Row]:
    source = folder / "long.txt"
    size = max(1, len(text.encode(errors="replace")))
    for wanted in LONG_TEXTS:
        times = max(1, round(wanted / size))
        source.write_text(text * times, encoding="utf-8", errors="replace")
        wall = seconds(lambda: compile_plan(source))
        length = size * times / 1e6
        yield Row(f"one text of {length:.1f} MB", f"{wall:.2f} s, {wall / length:.2f} s a MB")


def _shown(plan: Path) -> str:
    """The plan's path as others can use it: with the variable that says where real plans are."""
    folder = os.environ.get(REAL_PLANS, "")
    if folder and plan.resolve().is_relative_to(Path(folder).resolve()):
        return f"${REAL_PLANS}/{plan.resolve().relative_to(Path(folder).resolve())}"
    return plan.name if plan.is_absolute() else str(plan)


def _page(title: str, command: str, rows: list[Row], notes: list[str]) -> str:
    lines = [
        f"# {title}",
        "",
        f"Measured {datetime.now(UTC):%Y-%m-%d} with Milepost {__version__} by",
        "",
        f"    {command}",
        "",
        f"on {machine()}.",
        "",
        "| what | measured |",
        "|---|---|",
        *(f"| {row.what} | {row.figure} |" for row in rows),
        "",
        *notes,
        "",
    ]
    return "\n".join(lines)
