"""`milepost cite`: a reference for one item of a plan."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from milepost.plans.citing import cite
from milepost.plans.files import load_plan


def cite_command(
    identity: Annotated[str, typer.Argument(metavar="ID", help="Id of the item: of a commitment, a project …")],
    plan_file: Annotated[Path, typer.Argument(metavar="PLAN.JSON", help="A plan file that `compile` wrote.")],
    style: Annotated[Literal["gbt7714", "bibtex"], typer.Option("--style", help="GB/T 7714-2015, or BibTeX.")] = (
        "gbt7714"
    ),
) -> None:
    """Print a reference for an item of a plan: title, page (where the document has pages), section and words."""
    sys.stdout.buffer.write(f"{cite(load_plan(plan_file), identity, style)}\n".encode())
    sys.stdout.buffer.flush()
