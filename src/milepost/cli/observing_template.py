"""`milepost observe template`: a form in which an office fills in the values that a plan asks for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

import typer

from milepost.checks.model import Tongue
from milepost.cli.check import read_subject
from milepost.kernel.errors import UsageError
from milepost.kernel.files import write_whole
from milepost.observations.template import template_rows

PlanFile = Annotated[Path, typer.Argument(metavar="PLAN", help="A plan file that `compile` wrote, or a document.")]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="A workbook (.xlsx) or CSV (.csv) [default: NAME.observations.xlsx].",
        show_default=False,
    ),
]  # fmt: skip
Regions = Annotated[
    Literal["whole", "parts", "all"],
    typer.Option("--regions", help="For the plan's region as a whole, for each of its parts, or for both."),
]
Years = Annotated[
    str | None,
    typer.Option("--years", metavar="YEARS", help="2021-2025 or 2021,2023 [default: the plan's].", show_default=False),
]
Commitments = Annotated[
    bool, typer.Option("--commitments", help="Ask for the numbers of commitments in running text as well.")
]
Language = Annotated[
    Literal["zh", "en"] | None,
    typer.Option("--language", help="Language of the form; left out, the plan's.", show_default=False),
]

_SPAN = re.compile(r"(\d{4})\s*[-–—]\s*(\d{4})")
_LONGEST_SPAN = 200


def observing_template_command(
    plan: PlanFile,
    output: Output = None,
    regions: Regions = "whole",
    years: Years = None,
    commitments: Commitments = False,
    language: Language = None,
) -> None:
    """Write a form with the plan's indicators, units and regions filled in, and checks in its cells."""
    target = output or Path(f"{plan.name.split('.')[0]}.observations.xlsx")
    if target.suffix.lower() not in (".xlsx", ".csv"):
        found, accepted = repr(target.name), "a name that ends with .xlsx or .csv"
        raise UsageError("which kind of form?", where="--output", found=found, accepted=accepted)
    asked = years_named(years) if years is not None else None
    subject = read_subject(plan).plan
    rows = template_rows(subject, regions, asked, commitments=commitments)
    tongue: Tongue = language or ("zh" if subject.document.language == "zh" else "en")
    # Imported here: a wrong option is told before a library for workbooks is loaded.
    from milepost.observations.template_book import template_book, template_csv

    is_book = target.suffix.lower() == ".xlsx"
    write_whole(target, template_book(rows, tongue, subject.document.title) if is_book else template_csv(rows, tongue))
    typer.echo(f"{target}: {rows.height} rows, {rows['indicator'].n_unique()} names", err=True)


def years_named(text: str) -> list[int]:
    """The years of an option.

    Raises
    ------
    UsageError
        If it names none.

    >>> years_named("2021-2023"), years_named("2021, 2025")
    ([2021, 2022, 2023], [2021, 2025])
    """
    found: list[int] = []
    for part in text.split(","):
        span = _SPAN.fullmatch(part.strip())
        if span and 0 <= int(span[2]) - int(span[1]) <= _LONGEST_SPAN:
            found += range(int(span[1]), int(span[2]) + 1)
        elif re.fullmatch(r"\d{4}", part.strip()):
            found.append(int(part))
        else:
            raise UsageError("these are no years", where="--years", found=repr(text), accepted="2021-2025 or 2021,2023")
    return found
