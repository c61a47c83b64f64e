"""Pages of measurements: what a bench is asked, and how its figures are written down."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from milepost import __version__
from milepost.cli.measuring import machine
from milepost.kernel.errors import ReadError, UsageError

EXAMPLE: Final = Path("examples/qinghe/qinghe.txt")
REAL_PLANS: Final = "MILEPOST_REAL_PLANS"
REPEATS: Final = 5


class Row(NamedTuple):
    """One measurement: what was measured, and the figure with its unit."""

    what: str
    figure: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of a bench. Each is a module of `milepost.cli.benches` with `page(asked)`.

    `subject` is a plan or a number, as the bench takes it; `varied` the plan that is varied into many.
    """

    subject: str | None = None
    varied: Path = EXAMPLE
    with_peers: bool = False

    def plan(self) -> Path:
        """The plan to measure with.

        Raises
        ------
        ReadError
            If there is no such file.
        """
        return existing(Path(self.subject or EXAMPLE))

    def number(self, usual: int, what: str) -> int:
        """How many: the subject, or as many as usual.

        Raises
        ------
        UsageError
            If the subject is no number.
        """
        given = self.subject
        if given is None:
            return usual
        if not (given.isascii() and given.isdigit() and int(given)):
            raise UsageError(f"how many {what}?", where="bench", found=repr(given), accepted="a number from 1 up")
        return int(given)


def existing(plan: Path) -> Path:
    """The plan, if there is such a file.

    Raises
    ------
    ReadError
        If not.
    """
    if not plan.is_file():
        raise ReadError("there is no such plan to measure with", where=str(plan), accepted="a plan")
    return plan


def shown(plan: Path) -> str:
    """The plan's path as others can use it: with the variable that says where real plans are."""
    folder = os.environ.get(REAL_PLANS, "")
    if folder and plan.resolve().is_relative_to(Path(folder).resolve()):
        return f"${REAL_PLANS}/{plan.resolve().relative_to(Path(folder).resolve())}"
    return plan.name if plan.is_absolute() else str(plan)


def written(title: str, command: str, rows: Sequence[Row], notes: Sequence[str]) -> str:
    """The page: title, command, machine, a table of the figures, and what they mean."""
    lines = [
        f"# {title}",
        "",
        f"Measured {datetime.now(UTC):%Y-%m-%d} with Milepost {__version__} by",
        "",
        f"    {command}",
        "",
        f"on {machine()}.",
        "",
        "| what | measured |",
        "|---|---|",
        *(f"| {row.what} | {row.figure} |" for row in rows),
        "",
        *notes,
        "",
    ]
    return "\n".join(lines)
