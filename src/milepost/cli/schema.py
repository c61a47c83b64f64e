"""`milepost schema`: the JSON Schema of the plan file."""

from __future__ import annotations

import json

import typer

from milepost.plans.schema import plan_schema


def schema_command() -> None:
    """Print the JSON Schema of the plan file milepost.plan/1."""
    typer.echo(json.dumps(plan_schema(), ensure_ascii=False, indent=2))
