"""`milepost score`: how well a plan was read, by the measures of a golden annotation."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from milepost.plans.files import load_plan
from milepost.plans.golden import read_gold
from milepost.plans.scoring import FIELDS, Score, score_plan

Kind = Literal["commitments", "facts", "projects", "sections", "indicators"]


def score_command(
    plan_file: Annotated[Path, typer.Argument(metavar="PLAN.JSON", help="A plan file that `compile` wrote.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A golden file: how a person reads the document.")],
    kind: Annotated[
        Kind | None,
        typer.Option("--kind", help="What the gold holds; left out, the file tells.", show_default=False),
    ] = None,
    output_format: Annotated[
        Literal["table", "json"], typer.Option("--format", help="A table to read, or JSON.")
    ] = "table",
    with_rows: Annotated[
        bool, typer.Option("--rows", help="List the rows that were missed, are not in the gold, or disagree.")
    ] = False,
) -> None:
    """Compare a plan with a golden file and print recall, precision, F1 and the share of right fields."""
    plan = load_plan(plan_file)
    named, rows = read_gold(gold, plan, kind)
    score = score_plan(plan, named, rows)
    if output_format == "json":
        content = {"kind": named, **_measures(score, named), **(_rows(score) if with_rows else {})}
        sys.stdout.buffer.write((json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())
        sys.stdout.buffer.flush()
        return
    _print_table(score, named)
    if with_rows:
        for name, found in _rows(score).items():
            for row in found:
                typer.echo(f"{name}: {json.dumps(row, ensure_ascii=False)}")


def _measures(score: Score, kind: str) -> dict[str, object]:
    return {
        "gold": score.found + len(score.missed),
        "read": len(score.pairs) + len(score.extra),
        "matched": len(score.pairs),
        "recall": round(score.recall, 4),
        "precision": round(score.precision, 4),
        "f1": round(score.f1, 4),
        "fields": {name: round(score.right(name), 4) for name in FIELDS[kind] if score.judged(name)},
    }


def _rows(score: Score) -> dict[str, list[object]]:
    differing: list[object] = [
        {"field": name, "read": row[name], "gold": golden[name], "span": golden.get("value_span", golden["span"])}
        for name, pairs in score.fields.items()
        for row, golden in pairs
    ]
    return {"missed": [*score.missed], "extra": [*score.extra], "differs": differing}


def _print_table(score: Score, kind: str) -> None:
    # Rich is imported only here: JSON does not pay for it.
    from milepost.cli.screen import plain_table, screen

    table = plain_table("measure", "value", "rows", numbers=frozenset({"value", "rows"}))
    required = score.found + len(score.missed)
    table.add_row("recall", f"{score.recall:.3f}", f"{score.found} of {required}")
    read = len(score.pairs) + len(score.extra)
    table.add_row("precision", f"{score.precision:.3f}", f"{len(score.pairs)} of {read}")
    table.add_row("F1", f"{score.f1:.3f}", "")
    table.add_section()
    for name in FIELDS[kind]:
        judged = score.judged(name)
        if judged:
            right = judged - len(score.fields.get(name, []))
            table.add_row(f"{name} right", f"{score.right(name):.3f}", f"{right} of {judged}")
    console = screen()
    console.print(f"{kind}", highlight=False)
    console.print(table)
