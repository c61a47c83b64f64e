"""What the bench of assessments runs in a process of its own, so that its peak memory is its own.

`python -m milepost.cli.bench_works WORK RESULT ARGUMENT…` writes what it measured to the file RESULT, as JSON.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

import polars

from milepost.assessments.run import assess, assess_targets
from milepost.cli.bench_pages import REPEATS
from milepost.cli.bench_statistics import made_up_plan, made_up_statistics, made_up_targets
from milepost.cli.measuring import process_cost, seconds
from milepost.observations.files import read_observations
from milepost.observations.run import checked_observations

AS_OF: Final = date(2025, 6, 1)
METHODS: Final = ("time_progress", "required_pace", "pathway", "open_sdg", "unsd_projection")
"""The five methods that a million targets are judged by; `holding` and `relation`, which lead too, come on top."""

Figures = dict[str, float]


def measured(work: str, *arguments: str | int) -> Figures:
    """What a work measured in a process of its own, and that process's peak memory (`megabytes`)."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder, "result.json")
        command = [sys.executable, "-m", __name__, work, str(result), *map(str, arguments)]
        cost = process_cost(command)
        figures: Figures = json.loads(result.read_bytes())
    return {**figures, "megabytes": cost.megabytes}


def whole(indicators: str, regions: str) -> Figures:
    """Statistics from a CSV file read and validated, checked, and held against a plan, its parts included."""
    plan = made_up_plan(int(indicators), int(regions) - 1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "observations.csv")
        made_up_statistics(int(indicators), int(regions)).write_csv(path)
        rows = read_observations(path)
        found = assess(plan, rows, as_of=AS_OF, by_parts=True)
        works: dict[str, Callable[[], object]] = {
            "read": lambda: read_observations(path),
            "check": lambda: checked_observations(rows, plan, as_of=AS_OF),
            "assess": lambda: assess(plan, rows, as_of=AS_OF, by_parts=True),
        }
        findings = len(checked_observations(rows, plan, as_of=AS_OF).findings)
        times = {name: [seconds(work) for _ in range(REPEATS)] for name, work in works.items()}
    rated = found.targets.filter(~polars.col("status").is_in(["no_data", "not_assessable"])).height
    counts = {"rows": rows.height, "targets": found.targets.height, "rated": rated, "methods": len(found.outcomes)}
    medians = {name: statistics.median(each) for name, each in times.items()}
    return medians | {f"{name}_least": min(each) for name, each in times.items()} | counts | {"findings": findings}


def many(targets: str, years: str) -> Figures:
    """So many targets held against so many yearly values each, by five methods; once, nothing run before."""
    asked, rows = made_up_targets(int(targets), int(years))
    begin, worked = time.perf_counter(), time.process_time()
    found = assess_targets(asked, rows, as_of=AS_OF, methods=METHODS)
    spent = {"assess": time.perf_counter() - begin, "processor": time.process_time() - worked}
    assert found.targets["status"].null_count() == 0, "every target has a status"
    return {**spent, "rows": rows.height, "methods": len(found.outcomes)}


def read(path: str) -> Figures:
    """A file of observations read and validated; once, nothing run before."""
    begin, worked = time.perf_counter(), time.process_time()
    rows = read_observations(path)
    spent = {"read": time.perf_counter() - begin, "processor": time.process_time() - worked}
    return {**spent, "rows": rows.height}


WORKS: Final[Mapping[str, Callable[..., Figures]]] = {"whole": whole, "many": many, "read": read}
"""The works, by the name that the command line knows them by."""


if __name__ == "__main__":
    _, name, place, *rest = sys.argv
    Path(place).write_text(json.dumps(WORKS[name](*rest)))
