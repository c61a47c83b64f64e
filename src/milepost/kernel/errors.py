"""Exceptions, each with the four parts that a reader of the message needs.

A fault in a *document* is no exception: it is noted with its place, and work goes on. These are for
input that cannot be read at all and for wrong use.
"""

from __future__ import annotations


class MilepostError(Exception):
    """Base of every error that Milepost raises on purpose.

    Parameters
    ----------
    what : str
        What went wrong, a sentence without a full stop.
    where : str, default ""
        File, page, line or option concerned.
    found : str, default ""
        What was found there.
    accepted : str, default ""
        What would be accepted instead.

    >>> print(MilepostError("the file is empty", where="plan.txt", found="0 bytes", accepted="a text"))
    plan.txt: the file is empty; found 0 bytes; accepted: a text
    """

    exit_code = 2

    def __init__(self, what: str, *, where: str = "", found: str = "", accepted: str = "") -> None:
        self.what, self.where, self.found, self.accepted = what, where, found, accepted
        parts = [f"{where}: {what}" if where else what]
        if found:
            parts.append(f"found {found}")
        if accepted:
            parts.append(f"accepted: {accepted}")
        super().__init__("; ".join(parts))


class ReadError(MilepostError):
    """An input file cannot be read (exit code 3)."""

    exit_code = 3


class UsageError(MilepostError):
    """A wrong argument, option or call (exit code 2)."""

    exit_code = 2


class MissingExtra(MilepostError):
    """An optional package or program is needed and not installed (exit code 2)."""

    exit_code = 2
