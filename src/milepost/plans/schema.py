"""The JSON Schema of the plan file `milepost.plan/1`, made from the model."""

from __future__ import annotations

from typing import Any

import msgspec

from milepost.plans.model import FORMAT, Plan

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def plan_schema() -> dict[str, Any]:
    """The schema as a dictionary ready for JSON.

    Fields that it does not name are allowed: the format may grow. `--facts-only` files, which lack the text and the
    quotes, fit it too.

    >>> plan_schema()["properties"]["format"]
    {'enum': ['milepost.plan/1']}
    """
    (_,), definitions = msgspec.json.schema_components([Plan], ref_template="#/$defs/{name}")
    for definition in definitions.values():
        _tidy(definition)
    plan = definitions.pop("Plan")
    return {"$schema": DIALECT, "$id": f"urn:{FORMAT.replace('/', ':')}", **plan, "$defs": definitions}


def _tidy(definition: dict[str, Any]) -> None:
    # The docstring is written for Python readers: its first paragraph says what the thing is, the rest how to call it.
    if "description" in definition:
        paragraph = definition["description"].split("\n\n")[0]
        definition["description"] = " ".join(paragraph.split())
