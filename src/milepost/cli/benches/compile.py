"""What `milepost bench compile` measures: one plan read, in process, as a command, and as a folder of many."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from milepost.cli.bench_pages import REPEATS, Asked, Row, shown, written
from milepost.cli.compile import Job, compile_to_file
from milepost.cli.measuring import command_cost, median_seconds, seconds
from milepost.cli.peers import peers
from milepost.engines.local import cores, run_many
from milepost.plans.run import compile_plan

# The folder of copies is about this long, so that starting the workers does not decide the figure.
FOLDER_BYTES = 8_000_000
LONG_TEXTS = (1_000_000, 2_000_000, 5_000_000, 10_000_000)


def page(asked: Asked) -> str:
    """How fast a plan is read, as a page."""
    plan = asked.plan()
    return written(
        "How fast `milepost compile` is",
        f"milepost bench compile {shown(plan)}{' --peers' if asked.with_peers else ''}",
        list(_compile_rows(plan, asked.with_peers)),
        [
            f"Times in process are medians of {REPEATS} runs after one that is not counted; those of the whole command",
            "are medians too, start of the interpreter included, and its memory is the highest of them. The folder's",
            "figures include the start of the worker processes and the writing of the plan files. MB are 10⁶ bytes.",
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
