"""The items of a plan in the form of golden files, which people write to say how a document is to be read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from milepost.kernel.errors import ReadError, UsageError
from milepost.plans.model import Box, Commitment, Fact, Indicator, Plan, Project, Section, Target

Row = dict[str, Any]


def commitment_row(commitment: Commitment) -> Row:
    """A commitment in the form of the golden files."""
    target = commitment.target
    names = ("value", "value_high", "unit", "comparator", "kind", "by", "certainty")
    places = {"value_span": list(commitment.value_span), "span": list(commitment.span)}
    return places | {name: getattr(target, name) for name in names} | {"subject": commitment.subject}


def fact_row(fact: Fact) -> Row:
    """A fact in the form of the golden files."""
    names = ("subject", "value", "value_high", "unit", "comparator", "kind")
    places = {"value_span": list(fact.value_span), "span": list(fact.span)}
    return places | {name: getattr(fact, name) for name in names}


def section_row(section: Section) -> Row:
    """A heading in the form of the golden files."""
    return {
        "level": section.level, "number": section.number, "title": section.title, "span": list(section.span),
    }  # fmt: skip


def box_row(box: Box) -> Row:
    """A box in the form of the golden files."""
    return {"number": box.number, "title": box.title, "span": list(box.span)}


def project_row(project: Project) -> Row:
    """A project in the form of the golden files."""
    names = ("name", "box", "group", "region")
    sizes = [{"value": size.value, "unit": size.unit, "of": size.of} for size in project.quantities]
    return {name: getattr(project, name) for name in names} | {
        "regions": list(project.regions), "quantities": sizes, "span": list(project.span),
    }  # fmt: skip


def indicator_rows(indicators: Iterable[Indicator]) -> list[Row]:
    """The headline table in the form of the golden files: a relation points at the number and name of a row."""
    rows = tuple(indicators)
    by_id = {indicator.id: indicator for indicator in rows}

    def of(target: Target | None) -> Row | None:
        if target is None:
            return None
        relation = target.relative_to
        other = by_id.get(relation.indicator) if relation else None
        pointed = other and relation and {
            "indicator": other.number, "name": other.name, "comparator": relation.comparator,
        }  # fmt: skip
        return {name: getattr(target, name) for name in ("kind", "comparator", "value", "unit", "raw")} | {
            "relative_to": pointed
        }

    names = ("number", "printed_number", "group", "name", "unit", "category", "attribute")
    base = ("period", "value", "comparator", "raw")
    return [
        {name: getattr(row, name) for name in names}
        | {"baseline": row.baseline and {name: getattr(row.baseline, name) for name in base}}
        | {"target": of(row.target), "cumulative": of(row.cumulative), "span": list(row.span)}
        for row in rows
    ]


class GoldenKind(NamedTuple):
    """A kind of item that can be scored: its rows in a plan, and the fields that a golden row cannot lack."""

    rows: Callable[[Plan], list[Row]]
    needs: tuple[str, ...]


KINDS: dict[str, GoldenKind] = {
    "commitments": GoldenKind(
        lambda plan: [commitment_row(row) for row in plan.commitments], ("value_span", "value", "subject")
    ),
    "facts": GoldenKind(lambda plan: [fact_row(row) for row in plan.facts], ("value_span", "value", "subject")),
    "projects": GoldenKind(lambda plan: [project_row(row) for row in plan.projects], ("span", "name")),
    "sections": GoldenKind(lambda plan: [section_row(row) for row in plan.sections], ("span", "title")),
    "indicators": GoldenKind(lambda plan: indicator_rows(plan.indicators), ("span", "name")),
}


def read_gold(path: Path, plan: Plan, kind: str | None = None) -> tuple[str, list[Row]]:
    """The kind and the rows of a golden file, after checking that they are whole and about this plan's text.

    The kind is the one asked for, else the file's field `kind`, else the name's ending but one (`a.facts.json`).

    Raises
    ------
    ReadError
        If the file cannot be read, is no golden file, or a row lacks a field or points outside the text.
    UsageError
        If the kind is unknown, or the file is about another text.
    """
    content = _content(path)
    named = kind or content.get("kind") or path.stem.rpartition(".")[2]
    if named not in KINDS:
        raise UsageError("of which kind are the rows?", where=str(path), found=repr(named), accepted=", ".join(KINDS))
    theirs = content.get("text_sha256", plan.document.text_sha256)
    if theirs != plan.document.text_sha256:
        raise UsageError(
            "this gold is about another text",
            where=str(path),
            found=f"text_sha256 {str(theirs)[:12]}…",
            accepted=f"{plan.document.text_sha256[:12]}…, of {plan.document.source}",
        )
    for number, row in enumerate(content["rows"], start=1):
        _refuse_unfit(row, KINDS[named].needs, plan.document.length, f"{path}, row {number}")
    return named, content["rows"]


def _content(path: Path) -> dict[str, Any]:
    accepted = 'a JSON object with "rows", a list of objects'
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ReadError("cannot open the golden file", where=str(path), found=error.strerror or "") from error
    except (ValueError, RecursionError) as error:
        raise ReadError("this is no golden file", where=str(path), found=str(error), accepted=accepted) from error
    if not isinstance(content, dict) or not isinstance(content.get("rows"), list):
        raise ReadError("this is no golden file", where=str(path), found="other JSON", accepted=accepted)
    return content


def _refuse_unfit(row: object, needs: tuple[str, ...], length: int, where: str) -> None:
    if not isinstance(row, dict):
        raise ReadError("this is no row", where=where, found=type(row).__name__, accepted="an object")
    for name in needs:
        if name not in row:
            raise ReadError("a field is missing", where=where, found=", ".join(row), accepted=f"a row with {name!r}")
    for name in ("span", "value_span"):
        if name in row and not _is_span(row[name], length):
            accepted = f"[first, behind the last], at most {length}"
            raise ReadError("this is no place in the text", where=f"{where}, {name}", found=repr(row[name]),
                            accepted=accepted)  # fmt: skip


def _is_span(value: object, length: int) -> bool:
    if not isinstance(value, list) or len(value) != 2 or not all(type(end) is int for end in value):
        return False
    start, end = value
    return bool(0 <= start <= end <= length)
