"""Which fields of an item a reader may set, and which values each takes; all from the plan's model."""

from __future__ import annotations

import math
from dataclasses import dataclass, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from milepost.kernel.errors import UsageError
from milepost.kernel.span import Span
from milepost.plans.concepts.table import concept
from milepost.plans.model import Plan

# Follow from the text, from the position in it, or from other fields, and are never set by hand.
DERIVED = frozenset(
    {"id", "span", "value_span", "quote", "body", "normalized", "section", "parent", "confidence", "doubt"}
)
# The document's own tables are what the reader of the file yields, not what was understood of it.
_NOT_ITEMS = frozenset({"tables"})
# What an item is called; the first of these that it has.
_LABELS = ("subject", "name", "title", "kind", "region", "why")

Shape = Literal["value", "object", "objects"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field that may be set. `inner` is the class of an object, or of each object of a list."""

    path: str
    annotation: Any
    shape: Shape
    nullable: bool
    inner: Any = None

    @property
    def choices(self) -> tuple[str, ...]:
        """The legal values of a field that takes only some words; () for any other."""
        return tuple(
            choice for one in _members(self.annotation) if get_origin(one) is Literal for choice in get_args(one)
        )

    @property
    def accepted(self) -> str:
        """The legal values in words."""
        if self.choices:
            said = "one of " + ", ".join(self.choices)
        elif self.shape == "object":
            said = "an object with " + ", ".join(settable_of(self.inner))
        elif self.shape == "objects":
            said = "a list of objects with " + ", ".join(settable_of(self.inner))
        else:
            said = " or ".join(
                dict.fromkeys(_in_words(one) for one in _members(self.annotation) if one is not NoneType)
            )
        return f"{said} or null" if self.nullable else said


def _in_words(annotation: Any) -> str:
    """A plain type as a message names it."""
    named = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
    if get_origin(annotation) is tuple:
        return "a list of texts" if get_args(annotation)[-1] is Ellipsis else "a pair of texts"
    return named.get(annotation, "a value of the plan file")


def _members(annotation: Any) -> tuple[Any, ...]:
    """What a union is made of; the annotation itself if it is none."""
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


@cache
def hints(kind: Any) -> dict[str, Any]:
    """The fields of a class of the plan's model with their types, in order."""
    found = get_type_hints(kind)
    return {name: found[name] for name in kind.__dataclass_fields__}


@cache
def kinds() -> dict[str, Any]:
    """Kind of item → class of its items: every list of the plan whose items have a span.

    >>> kinds()["projects"].__name__
    'Project'
    """
    found = {}
    for name, annotation in hints(Plan).items():
        item = get_args(annotation)[0] if get_origin(annotation) is tuple else None
        if item is None or name in _NOT_ITEMS or not is_dataclass(item):
            continue
        kind: Any = item
        if hints(kind).get("span") is Span:
            found[name] = kind
    return found


def kind_named(name: str, where: str = "") -> Any:
    """The class of the items of a kind.

    Raises
    ------
    UsageError
        If there is no such kind; the message names those that there are.
    """
    if name not in kinds():
        raise UsageError("there is no such kind of item", where=where, found=repr(name), accepted=", ".join(kinds()))
    return kinds()[name]


@cache
def label_field(item: Any) -> str | None:
    """Which field says what an item is called."""
    return next((name for name in _LABELS if name in hints(item)), None)


def label(item: object) -> str:
    """What an item is called, as a reader would name it."""
    kind: Any = type(item)
    name = label_field(kind)
    return "" if name is None else str(getattr(item, name))


@cache
def settable_of(item: Any) -> dict[str, Field]:
    """The fields of a class that may be set, by name, those of objects inside not spread out."""
    return {
        name: field_of(name, annotation)
        for name, annotation in hints(item).items()
        if name not in DERIVED and not _is_span(annotation)
    }


def _is_span(annotation: Any) -> bool:
    return Span in _members(annotation)


def field_of(path: str, annotation: Any) -> Field:
    """The field of a type of the model."""
    members = _members(annotation)
    nullable = NoneType in members
    for one in members:
        if is_dataclass(one):
            return Field(path, annotation, "object", nullable, one)
        if get_origin(one) is tuple and is_dataclass(get_args(one)[0]):
            return Field(path, annotation, "objects", nullable, get_args(one)[0])
    return Field(path, annotation, "value", nullable)


@cache
def leaves(item: Any) -> tuple[Field, ...]:
    """Every field that may be set, those of objects inside spread out (`target.value`), in the model's order."""
    found: list[Field] = []
    for name, each in settable_of(item).items():
        if each.shape == "object":
            found += [
                Field(f"{name}.{one.path}", one.annotation, one.shape, one.nullable, one.inner)
                for one in leaves(each.inner)
            ]
        else:
            found.append(each)
    return tuple(found)


def resolve(kind: str, path: str, where: str = "") -> Field:
    """The field that a dotted path leads to; a number on the way is a place in a list, from 0.

    Raises
    ------
    UsageError
        If the path leads nowhere or to a field that follows from others.

    >>> resolve("commitments", "target.comparator").choices[:2]
    ('ge', 'gt')
    """
    item = kind_named(kind, where)
    found: Field | None = None
    for step in path.split("."):
        if found is not None and found.shape == "objects" and step.isdecimal() and step.isascii():
            found = Field(path, found.inner, "object", nullable=False, inner=found.inner)
            continue
        within = item if found is None else found.inner if found.shape == "object" else None
        legal = {} if within is None else settable_of(within)
        if step not in legal:
            raise UsageError(
                f"{kind} have no field of that path that can be set",
                where=where,
                found=repr(path),
                accepted=", ".join(legal) or "nothing below " + repr(path.rpartition(".")[0]),
            )
        found = legal[step]
    assert found is not None
    return Field(path, found.annotation, found.shape, found.nullable, found.inner)


def check_value(each: Field, value: object, where: str = "") -> None:
    """Raise a UsageError that names path, found and accepted unless the field takes the value."""
    if value is None and each.nullable:
        return
    if each.path.rpartition(".")[2] == "concept" and isinstance(value, str) and concept(value) is None:
        accepted = "an id of the table of concepts or null"
        raise UsageError(f"{each.path} does not take this", where=where, found=repr(value), accepted=accepted)
    if each.shape == "object" and isinstance(value, dict):
        _check_object(each, value, where)
    elif each.shape == "objects" and isinstance(value, list | tuple):
        for number, one in enumerate(value):
            place = Field(f"{each.path}.{number}", each.inner, "object", nullable=False, inner=each.inner)
            check_value(place, one, where)
    elif each.shape != "value" or not _fits(each, value):
        raise UsageError(f"{each.path} does not take this", where=where, found=repr(value), accepted=each.accepted)


def _fits(each: Field, value: object) -> bool:
    if isinstance(value, float) and not math.isfinite(value):
        return False
    try:
        msgspec.convert(value, each.annotation)
    except msgspec.ValidationError:
        return False
    return True


def _check_object(each: Field, value: dict[Any, Any], where: str) -> None:
    legal = settable_of(each.inner)
    for name, one in value.items():
        if name not in legal:
            raise UsageError(
                f"{each.path} has no field of that name that can be set",
                where=where,
                found=repr(name),
                accepted=", ".join(legal),
            )
        inner = legal[name]
        path = f"{each.path}.{name}"
        check_value(Field(path, inner.annotation, inner.shape, inner.nullable, inner.inner), one, where)
