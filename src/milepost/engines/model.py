"""What becomes of a file that is worked on elsewhere, and what an engine does with many of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from milepost.kernel.errors import MilepostError

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item, Result]):
    """What became of one item: a result, or an error and whose fault it is.

    `error` is the whole message, `reason` the part of it that other items may share ("the file is empty"). `ours` is
    True when the error is a fault of Milepost (an unexpected exception, a worker that died), False when the input
    could not be read.
    """

    item: Item
    result: Result | None = None
    error: str | None = None
    reason: str | None = None
    ours: bool = False


class Run(Protocol):
    """How an engine works: it applies a function to every item and yields the outcomes in the order of the items.

    The function must be importable by name, items and results picklable. Items are taken from the iterable a few at a
    time, so that a folder of any size is never in memory as a whole.
    """

    def __call__(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Outcome[Item, Result]]:
        """Apply `function` to every item."""
        ...


class OpenEngine(Protocol):
    """What the module of an engine offers: `open_engine`, a context that gives a `Run` and ends what it began."""

    def __call__(self, place: str, workers: int | None, /) -> AbstractContextManager[Run]:
        """Make the engine ready; `place` is what stands behind `://`."""
        ...


def attempt(function: Callable[[Item], Result], item: Item) -> Outcome[Item, Result]:
    """Call the function and turn an exception into an outcome.

    >>> attempt(int, "7").result, attempt(int, "seven").ours
    (7, True)
    """
    try:
        return Outcome(item, result=function(item))
    except MilepostError as error:
        return Outcome(item, error=str(error), reason=error.what)
    except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
        return Outcome(item, error=describe(error), reason=type(error).__name__, ours=True)


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
