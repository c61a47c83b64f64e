"""`milepost schema`: the JSON Schema of the plan file, or of the JSON that `check` and `assess` write."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer


def schema_command(
    what: Annotated[
        Literal["plan", "findings", "assessment"],
        typer.Argument(help="The plan file, or what `check` or `assess` with `--format json` writes."),
    ] = "plan",
) -> None:
    """Print the JSON Schema of the plan file milepost.plan/1, of milepost.findings/1 or milepost.assessment/1."""
    # Each is imported when it is asked for: the plan's schema does not pay for the rules.
    if what == "findings":
        from milepost.checks.findings_file import findings_schema

        schema = findings_schema()
    elif what == "assessment":
        from milepost.assessments.assessment_file import assessment_schema

        schema = assessment_schema()
    else:
        from milepost.plans.schema import plan_schema

        schema = plan_schema()
    typer.echo(json.dumps(schema, ensure_ascii=False, indent=2))
