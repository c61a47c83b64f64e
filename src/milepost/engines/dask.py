"""Many documents on a Dask cluster: the same function of one file, mapped by the cluster's workers.

The workers need Milepost installed, in the very version that calls them; they need not see the files, which are sent
to them.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, cast

from milepost.engines.model import Item, Outcome, Result, Run, attempt
from milepost.kernel.errors import MissingExtra, UsageError
from milepost.plans.fingerprint import Compiler, compiler

CONNECT_SECONDS = 15

# So many tasks for each thread of the cluster are under way: enough to hide the sending, few enough for memory.
_AHEAD = 4

# The PDF library may be called by one thread at a time; a worker with several threads takes turns.
_TURN = threading.Lock()


@contextmanager
def open_engine(place: str, workers: int | None) -> Iterator[Run]:
    """The cluster whose scheduler answers at `place` (HOST:PORT).

    Raises
    ------
    MissingExtra
        If Dask is not installed.
    UsageError
        If no scheduler answers, it has no workers, or they run another Milepost; or if a number of workers is asked
        for, which the cluster itself decides.
    """
    if workers is not None:
        raise UsageError("a Dask cluster decides itself how many workers it has", where="--workers", found=str(workers))
    client = _connected(place)
    try:
        refuse_versions(client.run(compiler, on_error="return"), compiler(), place)
        yield _Cluster(client)
    finally:
        client.close()


def _connected(place: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise MissingExtra(
            "this engine needs the extra `dask`",
            where=f"--engine dask://{place}",
            found=f"no module {error.name!r}",
            accepted="pip install 'milepost[dask]'",
        ) from error
    try:
        client: Any = Client(f"tcp://{place}", timeout=CONNECT_SECONDS)  # type: ignore[no-untyped-call]
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except (OSError, ValueError, TimeoutError) as error:
        raise UsageError(
            "no Dask scheduler with workers answers",
            where=f"--engine dask://{place}",
            found=" ".join(str(error).split())[:200] or type(error).__name__,
            accepted="HOST:PORT of a running scheduler",
        ) from error
    return client


def refuse_versions(workers: Mapping[str, object], ours: Compiler, place: str) -> None:
    """Refuse a cluster if one of its workers (address → compiler, or the error that asking gave) is not `ours`.

    Raises
    ------
    UsageError
        Names the first such worker.
    """
    where = f"--engine dask://{place}"
    accepted = f"Milepost {ours.version} ({ours.code}) on every worker"
    for worker, theirs in workers.items():
        if not isinstance(theirs, Compiler):
            found = f"{type(theirs).__name__} on {worker}"
            raise UsageError("a worker cannot use Milepost", where=where, found=found, accepted=accepted)
        if theirs != ours:
            found = f"{theirs.version} ({theirs.code}) on {worker}"
            raise UsageError("a worker runs another Milepost", where=where, found=found, accepted=accepted)


@dataclass(frozen=True, slots=True)
class _Cluster:
    client: Any

    def __call__(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Outcome[Item, Result]]:
        waiting = iter(items)
        under_way: deque[tuple[Item, Any]] = deque()
        try:
            while True:
                for item in self._next(waiting, len(under_way)):
                    # Not pure: two files of the same content are two tasks, and nothing is kept for later.
                    under_way.append((item, self.client.submit(partial(_in_turn, function), item, pure=False)))
                if not under_way:
                    return
                item, future = under_way.popleft()
                yield _collected(item, future)
        finally:
            self.client.cancel([future for _, future in under_way])

    def _next(self, waiting: Iterator[Item], under_way: int) -> Iterator[Item]:
        threads = sum(self.client.nthreads().values())
        for _ in range(max(8, threads * _AHEAD) - under_way):
            for item in waiting:
                yield item
                break
            else:
                return


def _in_turn(function: Callable[[Any], Any], item: Any) -> Outcome[Any, Any]:
    with _TURN:
        outcome: Outcome[Any, Any] = attempt(function, item)
    # The item stays behind: it may be a whole file, and the caller has it.
    return replace(outcome, item=None)


def _collected(item: Item, future: Any) -> Outcome[Item, Any]:
    try:
        outcome: Outcome[Any, Any] = future.result()
    except Exception as error:  # noqa: BLE001 - a worker that died must not stop the other files
        ended = "the cluster lost the work on it"
        return Outcome(item, error=f"{ended} ({type(error).__name__})", reason=ended, ours=True)
    finally:
        future.release()
    return cast(Outcome[Item, Any], replace(outcome, item=item))
