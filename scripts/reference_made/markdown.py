"""How the reference pages are written: tables, docstrings, the objects of a schema."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any


def cell(text: str) -> str:
    """Text that stands in a cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|")


def table(*headers: str, rows: Iterator[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(headers) + " |", "|" + "---|" * len(headers)]
    lines += ["| " + " | ".join(cell(one) for one in row) + " |" for row in rows]
    return "\n".join(lines)


def docstring(thing: object) -> str:
    """The whole docstring, cleaned."""
    return inspect.getdoc(thing) or ""


def first_paragraph(thing: object) -> str:
    """The first paragraph of the docstring, on one line."""
    return " ".join(docstring(thing).split("\n\n")[0].split())


def objects(root: str, schema: dict[str, Any]) -> Iterator[str]:
    """The objects of a schema with their fields, the whole file first."""
    for name, definition in [(root, schema), *sorted(schema["$defs"].items())]:
        yield f"## {name}"
        yield definition.get("description", "")
        if "properties" in definition:
            rows = ((f"`{field}`", kind_of(value)) for field, value in definition["properties"].items())
            yield table("field", "type", rows=rows)


def kind_of(value: dict[str, Any]) -> str:
    """The type of a field in words, with a link to its object."""
    if "$ref" in value:
        name = value["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in value:
        return " or ".join(kind_of(one) for one in value["anyOf"])
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    if "prefixItems" in value:
        return "pair of " + kind_of(value["prefixItems"][0])
    if value.get("type") == "array":
        return "list of " + kind_of(value["items"])
    return str(value.get("type", "anything"))
