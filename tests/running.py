"""What a command left behind, and work for worker processes: shared by the tests of commands and engines."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import NamedTuple

from milepost.kernel.errors import ReadError


class Finished(NamedTuple):
    """What a command left: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Milepost = Callable[..., Finished]


def work(item: str) -> str:
    """What a worker does with a word: some words are bad luck."""
    if item == "unreadable":
        raise ReadError("cannot be read", where=item)
    if item == "fault":
        raise ValueError("a fault of ours")
    if item == "crash":
        os.kill(os.getpid(), signal.SIGKILL)
    return item.upper()
