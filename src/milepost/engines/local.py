"""Many documents on this machine: a worker process for each core, results in the order of the input.

`concurrent.futures` gives up the whole pool when one worker dies, and does not say on which file. Here every worker
holds one file at a time, so a crash costs that file only and is reported for it.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, cast

from milepost.engines.model import Item, Outcome, Result, Run, attempt

# A fork would copy the threads of a progress bar half-way: workers start fresh.
_CONTEXT = multiprocessing.get_context("spawn")

# So many items for each worker may be ahead of the oldest that is not finished. Results wait in memory for their turn:
# without a bound one slow plan would let those of all others pile up.
_AHEAD = 32


@dataclass
class _Worker(Generic[Item]):
    process: SpawnProcess
    connection: Connection
    position: int | None = None
    item: Item | None = None


def cores() -> int:
    """Number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def open_engine(place: str, workers: int | None) -> AbstractContextManager[Run]:  # noqa: ARG001 - it has no address
    """The engine of worker processes; nothing is begun before it runs."""
    return nullcontext(partial(run_many, workers=workers))


def run_many(
    function: Callable[[Item], Result], items: Iterable[Item], *, workers: int | None = None
) -> Iterator[Outcome[Item, Result]]:
    """Apply `function` to every item in worker processes; yield an outcome for each, in the order of `items`.

    `function` must be importable by name (it is sent to other processes), and items and results picklable. Items are
    taken when a worker is free for them. Keep results small: those that are ready before their turn wait in memory.
    """
    crew = _Crew(function, max(1, workers or cores()))
    try:
        yield from crew.work(iter(items))
    finally:
        for worker in crew.pool:
            _stop(worker)


@dataclass
class _Crew(Generic[Item, Result]):
    """The workers, and what they have in hand; `given` outcomes of the `sent` items went to the caller."""

    function: Callable[[Item], Result]
    size: int
    pool: list[_Worker[Item]] = field(default_factory=list)
    ready: dict[int, Outcome[Item, Result]] = field(default_factory=dict)
    sent: int = 0
    given: int = 0

    def work(self, waiting: Iterator[Item]) -> Iterator[Outcome[Item, Result]]:
        while True:
            self._hand_out(waiting)
            if self.sent == self.given:
                return
            self._gather()
            while self.given in self.ready:
                yield self.ready.pop(self.given)
                self.given += 1

    def _hand_out(self, waiting: Iterator[Item]) -> None:
        while self.sent - self.given < self.size * _AHEAD:
            idle = next((place for place, worker in enumerate(self.pool) if worker.position is None), len(self.pool))
            if idle == self.size:
                return
            for item in waiting:
                self._hand_over(idle, item)
                break
            else:
                return

    def _hand_over(self, place: int, item: Item) -> None:
        if place == len(self.pool):
            self.pool.append(_start(self.function))
        worker = self.pool[place]
        try:
            worker.connection.send(item)
        except OSError:
            # It died between two items: nobody's fault but its own, so a fresh one takes the item.
            _stop(worker)
            worker = self.pool[place] = _start(self.function)
            worker.connection.send(item)
        worker.position, worker.item = self.sent, item
        self.sent += 1

    def _gather(self) -> None:
        busy = {worker.connection: place for place, worker in enumerate(self.pool) if worker.position is not None}
        for connection in wait(list(busy)):
            place = busy[cast(Connection, connection)]  # wait() returns what it was given
            worker = self.pool[place]
            assert worker.position is not None
            self.ready[worker.position] = _collect(worker)
            worker.position = worker.item = None
            if not worker.process.is_alive():
                _stop(worker)
                self.pool[place] = _start(self.function)


def _start(function: Callable[[Any], Any]) -> _Worker[Any]:
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_serve, args=(function, theirs), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _collect(worker: _Worker[Item]) -> Outcome[Item, Any]:
    item = cast(Item, worker.item)
    try:
        outcome: Outcome[Any, Any] = worker.connection.recv()
    except (EOFError, OSError):
        worker.process.join()
        ended = "the worker process ended"
        return Outcome(item, error=f"{ended} ({_ending(worker.process.exitcode)})", reason=ended, ours=True)
    return cast(Outcome[Item, Any], replace(outcome, item=item))


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        return f"signal {-code}" + (", perhaps out of memory" if code == -9 else "")
    return f"exit code {code}"


def _stop(worker: _Worker[Any]) -> None:
    with suppress(OSError):
        worker.connection.close()
    if worker.process.is_alive():
        worker.process.terminate()
    worker.process.join()


def _serve(function: Callable[[Any], Any], connection: Connection) -> None:
    """The life of a worker: an item in, an outcome out, until the pipe closes."""
    # Ctrl-C goes to the whole group; the parent decides what happens.
    with suppress(KeyboardInterrupt, EOFError, BrokenPipeError):
        while True:
            outcome: Outcome[Any, Any] = attempt(function, connection.recv())
            # The item stays behind: it may be a whole file, and the parent has it.
            connection.send(replace(outcome, item=None))
