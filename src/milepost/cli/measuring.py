"""How long something takes and how much memory it needs, in this process or as a command of its own."""

from __future__ import annotations

import json
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from milepost.engines.local import cores

# Runs a command and prints its wall time, its peak memory and its exit code. A process of its own, and a small one: a
# child starts out with the peak memory of its parent, which must not be counted.
_WATCH = """
import json, os, subprocess, sys, time
begin = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
print(json.dumps([time.perf_counter() - begin, usage.ru_maxrss, os.waitstatus_to_exitcode(status)]))
"""


class CommandCost(NamedTuple):
    """What a command cost: wall time in seconds, peak memory of its main process in MB (10⁶ bytes)."""

    seconds: float
    megabytes: float


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def median_seconds(work: Callable[[], object], repeats: int) -> float:
    """Median wall time of `repeats` calls, after one that is not counted (imports, caches)."""
    work()
    return statistics.median(seconds(work) for _ in range(repeats))


def command_cost(arguments: Sequence[str], repeats: int = 1) -> CommandCost:
    """Run `milepost` with these arguments as a fresh process; median time and highest memory of `repeats` runs.

    Raises
    ------
    AssertionError
        If the command fails: a failed run is no measurement.
    """
    command = [sys.executable, "-m", "milepost.cli", *arguments]
    costs = [process_cost(command) for _ in range(repeats)]
    return CommandCost(statistics.median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs))


def process_cost(command: list[str]) -> CommandCost:
    """Run a command as a fresh process; its time and memory.

    Raises
    ------
    AssertionError
        If the command fails.
    """
    watcher = [sys.executable, "-I", "-S", "-c", _WATCH, *command]
    finished = subprocess.run(watcher, capture_output=True, check=True, text=True)  # noqa: S603 - our own command
    wall, peak, code = json.loads(finished.stdout)
    assert code == 0, f"{command[2:]} ended with exit code {code}"
    # Linux counts in KiB, macOS in bytes.
    return CommandCost(wall, peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6)


def machine() -> str:
    """The processor, its cores that may be used, the system and the Python version."""
    return f"{_processor()}, {cores()} cores; {platform.system()}; Python {platform.python_version()}"


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text(errors="replace").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()
