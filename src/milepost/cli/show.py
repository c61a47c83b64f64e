"""`milepost show`: what stands in a plan file, as a table, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
import typer

from milepost.kernel.errors import UsageError
from milepost.kernel.files import write_whole
from milepost.plans.files import load_plan
from milepost.plans.model import Plan
from milepost.plans.rows import TABLES, item_table

if TYPE_CHECKING:
    from milepost.cli.words import Tongue

SUMMARY = "summary"
WHATS = (SUMMARY, *TABLES)

# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def show_command(
    plan_file: Annotated[Path, typer.Argument(metavar="PLAN.JSON", help="A plan file that `compile` wrote.")],
    what: Annotated[
        str, typer.Argument(help=f"One of: {', '.join(WHATS)}.", autocompletion=lambda: list(WHATS))
    ] = SUMMARY,
    output_format: Annotated[
        Literal["table", "json", "csv", "xlsx"],
        typer.Option(
            "--format",
            help="A table to read, JSON as in the plan file, CSV for a spreadsheet, or a workbook to be edited and "
            "given to `corrections take` (summary: a sheet for each kind of item).",
        ),
    ] = "table",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where a workbook goes.", show_default=False),
    ] = None,
    language: Annotated[
        Literal["zh", "en"] | None,
        typer.Option("--language", help="Language of the headers; left out, the plan's.", show_default=False),
    ] = None,
) -> None:
    """Show what was read from a plan."""
    if what not in WHATS:
        raise UsageError("a plan has nothing of that name", where="WHAT", found=repr(what), accepted=", ".join(WHATS))
    plan = load_plan(plan_file)
    if output_format == "xlsx" or output is not None:
        _write_workbook(plan, what, output_format, output)
        return
    if output_format == "json":
        text = json.dumps(as_json(plan, what), ensure_ascii=False, indent=2) + "\n"
    elif output_format == "csv":
        text = as_csv(plan, what)
    else:
        _print_table(plan, what, language or ("zh" if plan.document.language == "zh" else "en"))
        return
    # Bytes, so that the output is UTF-8 with plain line ends whatever the terminal is set to.
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _write_workbook(plan: Plan, what: str, output_format: str, output: Path | None) -> None:
    if output is None or output_format != "xlsx":
        found = f"--format {output_format}" + ("" if output is None else f" -o {output}")
        accepted = "--format xlsx -o FILE"
        raise UsageError("a workbook goes to a file, the rest to standard output", found=found, accepted=accepted)
    # openpyxl is imported only here: it takes a quarter of a second.
    from milepost.plans.corrections.workbook import editable

    write_whole(output, editable(plan, None if what == SUMMARY else [what]))


def _print_table(plan: Plan, what: str, language: Tongue) -> None:
    # Rich is imported only here: JSON and CSV do not pay for it.
    from milepost.cli.screen import screen
    from milepost.cli.summary import print_summary
    from milepost.cli.views import print_items

    if what == SUMMARY:
        print_summary(plan, language, screen())
    else:
        print_items(plan, what, language, screen())


def summary_counts(plan: Plan) -> dict[str, int]:
    """How many rows each table of the plan has."""
    return {name: len(table.rows(plan)) for name, table in TABLES.items()}


def as_json(plan: Plan, what: str) -> Any:
    """The items as they stand in the plan file; for the summary the document, the period and the counts."""
    if what == SUMMARY:
        head = msgspec.to_builtins((plan.document, plan.period, plan.region))
        head[0].pop("text")
        return {"document": head[0], "period": head[1], "region": head[2], "counts": summary_counts(plan)}
    if hasattr(plan, what):
        return msgspec.to_builtins(getattr(plan, what))
    table = item_table(what)
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(plan)]


def as_csv(plan: Plan, what: str) -> str:
    """The items as CSV, with the columns of the data frame of that name; a header, then a line for each item.

    Lists are joined by `; `. Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers
    stay numbers.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    if what == SUMMARY:
        writer.writerow(["table", "rows"])
        writer.writerows(summary_counts(plan).items())
    else:
        table = item_table(what)
        writer.writerow([column.name for column in table.columns])
        writer.writerows([_cell(value) for value in row] for row in table.rows(plan))
    return written.getvalue()


def _cell(value: object) -> object:
    """One CSV cell.

    >>> [_cell(value) for value in (-5, "=1+1", None, True, ["654201", "654202"], "-3.5")]
    [-5, "'=1+1", '', 'true', '654201; 654202', '-3.5']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text.isascii() and text.lstrip("+-").replace(".", "", 1).isdigit() and text[1:2] not in ("+", "-")
