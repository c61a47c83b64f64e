"""What the commands around corrections share: compiling with them, and telling which do not fit."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

from milepost.cli.batch import Inputs, result_paths
from milepost.kernel.errors import UsageError
from milepost.kernel.files import write_whole
from milepost.plans.corrections import Leftover, apply, load_corrections
from milepost.plans.files import encode
from milepost.plans.run import compile_plan

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

SOME_DO_NOT_FIT = 1
"""Exit code where corrections or rows were left over."""

_LONGEST = 60  # characters of a label or quote in the table


def compile_corrected(
    inputs: Inputs, output: str | None, corrections: Path, language: Literal["zh", "en"] | None, facts_only: bool
) -> None:
    """Compile one plan, correct it, write it, and tell on standard error what does not fit.

    Raises
    ------
    UsageError
        If there are several plans, or the corrections are wrong or another document's.
    ReadError
        If a file cannot be read.
    typer.Exit
        With code 1, after the plan is written, if corrections are left over.
    """
    if inputs.many:
        found = f"{len(inputs.files)} plans"
        raise UsageError("corrections are for one plan", where="--corrections", found=found, accepted="one document")
    wanted = load_corrections(corrections)
    plan, leftovers = apply(compile_plan(inputs.files[0], language), wanted)
    content = encode(plan, facts_only=facts_only)
    if output in (None, "-"):
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        write_whole(result_paths(inputs, output)[0], content)
    total = len(wanted.corrections)
    typer.echo(f"{corrections}: {total - len(leftovers)} of {total} corrections applied", err=True)
    if leftovers:
        tell_leftovers(leftovers)
        raise typer.Exit(SOME_DO_NOT_FIT)


def tell_leftovers(leftovers: Sequence[Leftover]) -> None:
    """A table on standard error of the corrections that were not applied."""
    from milepost.cli.screen import plain_table

    table = plain_table("no.", "what", "kind", "item", "why it was left over", numbers=frozenset({"no."}))
    for leftover in leftovers:
        correction = leftover.correction
        item = correction.label or correction.anchor.quote
        table.add_row(
            str(leftover.number), correction.action, correction.kind, *_plain(item[:_LONGEST], leftover.reason)
        )
    _errors().print(table)


def tell_problems(problems: Sequence[tuple[str, str]]) -> None:
    """A table on standard error of the places of a workbook that were not taken."""
    from milepost.cli.screen import plain_table

    table = plain_table("place", "what was not taken, and why", numbers=frozenset())
    for place, what in problems:
        table.add_row(*_plain(place, what))
    _errors().print(table)


def _plain(*words: str) -> list[Text]:
    """Texts of the plan as they are: a bracket in them is no markup."""
    from rich.text import Text

    return [Text(one) for one in words]


def _errors() -> Console:
    """Standard error, as wide as standard output would be."""
    from rich.console import Console

    from milepost.cli.screen import screen

    return Console(stderr=True, width=screen().width)
