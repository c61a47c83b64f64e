"""`milepost corrections`: take them from an edited workbook, and check whether they fit a plan."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from milepost.cli.correcting import SOME_DO_NOT_FIT, tell_leftovers, tell_problems
from milepost.kernel.errors import ReadError
from milepost.plans.corrections import apply, dump_corrections, load_corrections
from milepost.plans.files import load_plan

corrections_command = typer.Typer(
    name="corrections",
    help="Corrections of a reading: take them from an edited workbook, check them against a plan.",
    add_completion=False,
    no_args_is_help=True,
)

PlanFile = Annotated[Path, typer.Argument(metavar="PLAN.JSON", help="A plan file that `compile` wrote.")]

Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where the corrections go; left out, standard output.",
        show_default=False,
    ),
]  # fmt: skip
Onto = Annotated[
    Path | None,
    typer.Option(
        "--onto",
        metavar="FILE",
        help="Earlier corrections that PLAN.JSON was compiled with; the new ones are added to them and replace them "
        "where both speak of one field.",
        show_default=False,
    ),
]


@corrections_command.command("take")
def take_command(
    workbook: Annotated[Path, typer.Argument(metavar="FILE.XLSX", help="The edited workbook of the plan.")],
    plan_file: PlanFile,
    output: Output = None,
    onto: Onto = None,
) -> None:
    """Read an edited workbook back and write what was changed as corrections.

    Exit code 1 when rows or cells were not taken: each is told with its place, the others are written.
    """
    # openpyxl is imported only here: it takes a quarter of a second.
    from milepost.plans.corrections.merging import merged
    from milepost.plans.corrections.taking import take

    try:
        content = workbook.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ReadError(
            "cannot open the workbook", where=str(workbook), found=reason, accepted="an XLSX file"
        ) from error
    taken = take(content, load_plan(plan_file), str(workbook))
    corrections = taken.corrections
    if onto is not None:
        corrections = merged(load_corrections(onto), corrections)
    written = dump_corrections(corrections, output)
    if written is not None:
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
    for note in taken.notes:
        typer.echo(f"milepost: {note}", err=True)
    typer.echo(f"{workbook}: {len(taken.corrections.corrections)} corrections taken", err=True)
    if taken.problems:
        tell_problems([(problem.place, problem.what) for problem in taken.problems])
        raise typer.Exit(SOME_DO_NOT_FIT)


@corrections_command.command("check")
def check_command(
    corrections: Annotated[Path, typer.Argument(metavar="FILE", help="A file of corrections.")],
    plan_file: PlanFile,
) -> None:
    """Say whether all corrections fit a plan; exit code 1 and a table of those that do not, if any."""
    wanted = load_corrections(corrections)
    _, leftovers = apply(load_plan(plan_file), wanted)
    total = len(wanted.corrections)
    typer.echo(f"{corrections}: {total - len(leftovers)} of {total} corrections fit")
    if leftovers:
        tell_leftovers(leftovers)
        raise typer.Exit(SOME_DO_NOT_FIT)
