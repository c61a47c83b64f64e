"""`milepost compile --tables`: a folder of documents as one set of Parquet tables."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from milepost.cli.batch import Inputs
from milepost.cli.compile import TableOptions
from milepost.cli.screen import plain_table, screen
from milepost.engines.corpus import Source, Step, build_tables
from milepost.engines.manifest import Manifest
from milepost.engines.table import open_engine
from milepost.kernel.errors import ReadError
from milepost.plans.stacked import Settings


def compile_tables(named: Sequence[Path], inputs: Inputs, out: Path, options: TableOptions) -> None:
    """Read the documents, write the tables to `out`, and say what was done; exit code 3 if some could not be read."""
    root = common_root(named)
    sources = named_sources(inputs.files, root)
    own = out.resolve()
    others = (path for path in inputs.passed_over if not path.resolve().is_relative_to(own))
    passed_over = [source.name for source in named_sources(others, root)]
    console = Console(stderr=True)
    columns = (TextColumn("compiling"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with (
        open_engine(options.engine, options.workers) as run,
        Progress(*columns, console=console, disable=not console.is_terminal) as progress,
    ):
        task = progress.add_task("compiling", total=len(sources))

        def tell(step: Step) -> None:
            said = step.remark or (_told(step) if step.failure else None)
            if said is not None:
                console.print(f"milepost: {said}", markup=False, highlight=False, soft_wrap=True)
            progress.advance(task, step.source is not None)

        settings = Settings(options.language, options.facts_only)
        manifest = build_tables(sources, out, run, settings, passed_over, tell)
    _print_manifest(manifest, out)
    if manifest.counts["failed"]:
        raise typer.Exit(ReadError.exit_code)


def named_sources(paths: Iterable[Path], root: Path) -> list[Source]:
    """A name for every file: its path below `root`, with slashes, as valid text.

    >>> [source.name for source in named_sources([Path("plans/a/one.txt"), Path("plans/two.txt")], Path("plans"))]
    ['a/one.txt', 'two.txt']
    """
    top = os.path.realpath(root)
    return [Source(_text(os.path.relpath(Path(os.path.realpath(path.parent), path.name), top)), path) for path in paths]


def common_root(named: Sequence[Path]) -> Path:
    """The folder named, or the one that all that is named has in common: names of files count from there."""
    folders = [os.path.realpath(path if path.is_dir() else path.parent) for path in named]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:
        # Two drives have nothing in common.
        return Path()


def _text(path: str) -> str:
    # A file name may hold bytes that are no text: they are spelled out.
    return os.fsencode(path.replace(os.sep, "/")).decode("utf-8", "backslashreplace")


def _told(step: Step) -> str:
    assert step.failure is not None
    if step.failure.ours:
        return f"{step.source}: this is a fault of Milepost: {step.failure.message}"
    return step.failure.message


def _print_manifest(manifest: Manifest, out: Path) -> None:
    console = screen()
    table = plain_table("table", "rows", "MB", "file")
    for name, record in manifest.tables.items():
        table.add_row(name, f"{record.rows:,}", f"{record.size / 1e6:.2f}", Text(str(out / f"{name}.parquet")))
    console.print(table)
    for reason, failures in manifest.failures.items():
        console.print(f"{len(failures)} not read: {reason}", markup=False, highlight=False)
    counts = manifest.counts
    said = f"{counts['read']} of {counts['files']} plans read"
    if counts["passed_over"]:
        said += f"; {counts['passed_over']} files of the folders are no documents and were passed over"
    console.print(said, highlight=False)
