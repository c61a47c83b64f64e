"""Many documents on this machine: a worker process for each core, results in the order of the input.

`concurrent.futures` gives up the whole pool when one worker dies, and does not say on which file. Here every worker
holds one file at a time, so a crash costs that file only and is reported for it.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Generic, TypeVar

from milepost.kernel.errors import MilepostError

Item = TypeVar("Item")
Result = TypeVar("Result")

# A fork would copy the threads of a progress bar half-way: workers start fresh.
_CONTEXT = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item, Result]):
    """What became of one item: a result, or an error and whose fault it is.

    `ours` is True when the error is a fault of Milepost (an unexpected exception, a worker that died), False when
    the input could not be read.
    """

    item: Item
    result: Result | None = None
    error: str | None = None
    ours: bool = False


@dataclass
class _Worker(Generic[Item]):
    process: SpawnProcess
    connection: Connection
    position: int | None = None


def cores() -> int:
    """Number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def attempt(function: Callable[[Item], Result], item: Item) -> Outcome[Item, Result]:
    """Call the function and turn an exception into an outcome.

    >>> attempt(int, "7").result, attempt(int, "seven").ours
    (7, True)
    """
    try:
        return Outcome(item, result=function(item))
    except MilepostError as error:
        return Outcome(item, error=str(error))
    except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
        return Outcome(item, error=describe(error), ours=True)


def describe(error: BaseException) -> str:
    """One line for an unexpected exception: its type, message and the place where it was raised.

    >>> try:
    ...     int("seven")
    ... except ValueError as error:
    ...     describe(error).startswith("ValueError: invalid literal")
    True
    """
    place = ""
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f" (in {code.co_name}, {os.path.basename(code.co_filename)}:{trace.tb_lineno})"  # noqa: PTH119
        trace = trace.tb_next
    message = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {message}{place}"


def run_many(
    function: Callable[[Item], Result], items: Sequence[Item], *, workers: int | None = None
) -> Iterator[Outcome[Item, Result]]:
    """Apply `function` to every item in worker processes; yield an outcome for each, in the order of `items`.

    `function` must be importable by name (it is sent to other processes), and items and results picklable. Keep
    results small: those that are ready before their turn wait in memory.
    """
    size = max(1, min(workers or cores(), len(items)))
    if not items:
        return
    pool = [_start(function) for _ in range(size)]
    try:
        yield from _in_order(function, items, pool)
    finally:
        for worker in pool:
            _stop(worker)


def _in_order(
    function: Callable[[Item], Result], items: Sequence[Item], pool: list[_Worker[Item]]
) -> Iterator[Outcome[Item, Result]]:
    ready: dict[int, Outcome[Item, Result]] = {}
    sent = given = 0
    while given < len(items):
        for place, worker in enumerate(pool):
            if worker.position is None and sent < len(items):
                pool[place] = _hand_over(function, worker, sent, items[sent])
                sent += 1
        busy = {worker.connection: place for place, worker in enumerate(pool) if worker.position is not None}
        for connection in wait(list(busy)):
            place = busy[connection]  # type: ignore[index]  # wait() returns what it was given
            worker = pool[place]
            assert worker.position is not None
            ready[worker.position] = _collect(worker, items[worker.position])
            worker.position = None
            if not worker.process.is_alive():
                _stop(worker)
                pool[place] = _start(function)
        while given in ready:
            yield ready.pop(given)
            given += 1


def _start(function: Callable[[Item], Result]) -> _Worker[Item]:
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_serve, args=(function, theirs), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _hand_over(
    function: Callable[[Item], Result], worker: _Worker[Item], position: int, item: Item
) -> _Worker[Item]:
    try:
        worker.connection.send(item)
    except OSError:
        # It died between two items: nobody's fault but its own, so a fresh one takes the item.
        _stop(worker)
        worker = _start(function)
        worker.connection.send(item)
    worker.position = position
    return worker


def _collect(worker: _Worker[Item], item: Item) -> Outcome[Item, Result]:
    try:
        outcome: Outcome[Item, Result] = worker.connection.recv()
    except (EOFError, OSError):
        worker.process.join()
        return Outcome(item, error=f"the worker process ended ({_ending(worker.process.exitcode)})", ours=True)
    return outcome


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        return f"signal {-code}" + (", perhaps out of memory" if code == -9 else "")
    return f"exit code {code}"


def _stop(worker: _Worker[Item]) -> None:
    with suppress(OSError):
        worker.connection.close()
    if worker.process.is_alive():
        worker.process.terminate()
    worker.process.join()


def _serve(function: Callable[[Item], Result], connection: Connection) -> None:
    """The life of a worker: an item in, an outcome out, until the pipe closes."""
    # Ctrl-C goes to the whole group; the parent decides what happens.
    with suppress(KeyboardInterrupt, EOFError, BrokenPipeError):
        while True:
            connection.send(attempt(function, connection.recv()))
