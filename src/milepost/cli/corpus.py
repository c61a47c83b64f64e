"""What `milepost bench corpus` measures: many plans into tables, time, memory, and going on after a stop."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from milepost.engines.manifest import read_manifest
from milepost.engines.parts import FOLDER, MOST_FILES, RECORD
from milepost.engines.stacking import file_hash
from milepost.kernel.errors import UsageError
from milepost.plans.run import compile_plan
from milepost.plans.stacked import NAMES
from milepost.plans.varying import varied

# About the length of a prefecture's plan, to which a shorter one is repeated.
PLAN_CHARACTERS = 57_000
WORKERS = 2
POLL_SECONDS = 0.2
STAGES = (0.1, 0.5, 1.0)
CHANGED = 10


class Measured(NamedTuple):
    """What a run cost: wall time in seconds, and for each stage the highest memory until then, in MB (10⁶ bytes)."""

    seconds: float
    peaks: dict[float, float]


def corpus_rows(plan: Path, number: int, folder: Path) -> Iterator[tuple[str, str]]:
    """Make `number` plans in `folder`, compile them to tables, and yield (what was measured, figure)."""
    documents, out = folder / "plans", folder / "tables"
    size = write_corpus(plan, number, documents)
    yield "the corpus", f"{number:,} plans, {size / number:,.0f} characters each, {size / 1e6:.1f} million together"
    first = measured(documents, out, number)
    yield f"read into tables, {WORKERS} processes", f"{first.seconds:.1f} s, {first.seconds / number:.3f} s a plan"
    for stage, megabytes in first.peaks.items():
        yield f"peak memory until {stage:.0%} are read, all processes", f"{megabytes:,.0f} MB"
    yield "the tables", _told(out)
    undisturbed = hashes(out)
    again = measured(documents, out, number)
    yield "again, nothing changed", f"{again.seconds:.1f} s"
    changed = min(CHANGED, number)
    for copy in range(changed):
        path = documents / f"plan-{copy:05}.txt"
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    yield f"again, {changed} plans changed", f"{measured(documents, out, number).seconds:.1f} s"
    write_corpus(plan, number, documents)
    yield from _stopped_rows(documents, folder / "stopped", number, undisturbed)


def _stopped_rows(documents: Path, out: Path, number: int, undisturbed: dict[str, str]) -> Iterator[tuple[str, str]]:
    killed = measured(documents, out, number, stop_at=0.5)
    yield "a run that is killed after half of the plans", f"{killed.seconds:.1f} s"
    rest = measured(documents, out, number)
    same = "the same bytes" if hashes(out) == undisturbed else "OTHER BYTES"
    yield "the next run, to the end", f"{rest.seconds:.1f} s, {same} as undisturbed"


def write_corpus(plan: Path, number: int, folder: Path) -> int:
    """Write that many variations of the plan as text files; gives their characters in all."""
    compiled = compile_plan(plan)
    text = compiled.document.text or ""
    if not text.strip():
        raise UsageError("there is nothing to vary", where=str(plan), found="no text")
    if len(text) < PLAN_CHARACTERS // 2:
        text = "\n".join([text] * round(PLAN_CHARACTERS / len(text)))
    names = [part.name for part in compiled.region.parts] if compiled.region else []
    folder.mkdir(exist_ok=True)
    size = 0
    for copy in range(number):
        made = varied(text, copy, names)
        size += len(made)
        (folder / f"plan-{copy:05}.txt").write_text(made, encoding="utf-8", errors="replace")
    return size


def measured(documents: Path, out: Path, number: int, stop_at: float | None = None) -> Measured:
    """Run `milepost compile --tables` as a command of its own and watch it; `stop_at` kills it at that share."""
    arguments = ["compile", str(documents), "--tables", str(out), "--workers", str(WORKERS)]
    command = [sys.executable, "-m", "milepost.cli", *arguments]
    begin = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak, peaks = 0.0, dict.fromkeys(STAGES, 0.0)
    while process.poll() is None:
        done = min(1.0, _done(out) / number)
        peak = max(peak, tree_megabytes(process.pid))
        peaks.update({stage: peak for stage in STAGES if done <= stage or stage == STAGES[-1]})
        if stop_at is not None and done >= stop_at:
            process.send_signal(signal.SIGKILL)
        time.sleep(POLL_SECONDS)
    assert stop_at is not None or process.returncode == 0, f"{command[2:]} ended with {process.returncode}"
    return Measured(time.perf_counter() - begin, peaks)


def _done(out: Path) -> int:
    # Every part but the last holds so many plans.
    return MOST_FILES * sum(1 for _ in (out / FOLDER).glob(f"*[0-9a-f]/{RECORD}"))


def tree_megabytes(process: int) -> float:
    """Memory of a process and all below it, in MB: pages shared by several are counted once. 0 where unknown."""
    return sum(_proportional(each) for each in _tree(process)) * 1024 / 1e6


def _tree(process: int) -> Iterator[int]:
    yield process
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = listed.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _tree(int(child))


def _proportional(process: int) -> int:
    """KiB of a process by Linux's count, in which a page of n processes counts as a n-th for each."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def hashes(out: Path) -> dict[str, str]:
    """SHA-256 of each table and of the manifest."""
    return {path.name: file_hash(path) for path in sorted(out.iterdir()) if path.is_file()}


def _told(out: Path) -> str:
    manifest = read_manifest(out)
    assert manifest is not None
    rows = sum(manifest.tables[name].rows for name in NAMES)
    size = sum(os.path.getsize(out / f"{name}.parquet") for name in NAMES)  # noqa: PTH202
    return f"{rows:,} rows in {len(NAMES)} tables, {size / 1e6:.1f} MB"
