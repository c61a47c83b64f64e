"""How an item stands in a row of the editable workbook: its columns, and cells that read back as what was written."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import NoneType
from typing import Any, get_args, get_origin

import msgspec

from milepost.plans.corrections.fields import DERIVED, Field, hints, kinds, label, leaves
from milepost.plans.identity import identify

Cell = str | int | float | bool | None

# What a cell of a workbook holds at most.
LONGEST_CELL = 32_767
_CUT = "…"

# Characters that a workbook's XML cannot hold, or would change, and what already looks like one so written.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_WRITTEN = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PAIR = re.compile(r"^\s*(.+?)\s*[–—至]\s*(.+?)\s*$|^\s*(\d{4})\s*[-/~～]\s*(\d{4})\s*$", re.DOTALL)
_LIST_SIGNS = re.compile(r"\s*[;；\n]\s*")
_YES = frozenset({"x", "yes", "y", "true", "1", "是", "删", "删除", "√", "✓"})
_TRUE = frozenset({"true", "yes", "y", "1", "是"})
_FALSE = frozenset({"false", "no", "n", "0", "否"})


class NotTaken(ValueError):
    """A cell holds what its column does not take; the message says what it holds and what it takes."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, which stays when the column moves, and the field that it edits, None for a locked one."""

    key: str
    field: Field | None = None
    hidden: bool = False


KEY, DELETE, QUOTE, FIGURE, OCCURRENCE = "key", "delete", "quote", "figure", "occurrence"
BEFORE, AFTER = "before", "after"
REQUIRED = (KEY, DELETE, QUOTE)


def columns(kind: str) -> tuple[Column, ...]:
    """The columns of a sheet: the mark for deleting, the fields, where the item stands, and the hidden anchor."""
    known = hints(kinds()[kind])
    fields = tuple(Column(each.path, each) for each in leaves(kinds()[kind]))
    shown = tuple(Column(name) for name in ("confidence", "doubt") if name in known)
    figure = (Column(FIGURE),) if "value_span" in known else ()
    anchor = (Column(OCCURRENCE), Column(BEFORE, hidden=True), Column(AFTER, hidden=True), Column(KEY, hidden=True))
    return (Column(DELETE), *fields, *shown, Column(QUOTE), *figure, *anchor)


def row_keys(items: Sequence[Any]) -> list[str]:
    """What tells the row of each item from the others: its id, else a mark made from its place and name."""
    seen: Counter[str] = Counter()
    return [
        item.id if hasattr(item, "id") else identify("k", item.span.start, item.span.end, label(item), seen=seen)
        for item in items
    ]


def value_at(item: Any, path: str) -> Any:
    """The value of a dotted path; None where an object on the way is null."""
    for step in path.split("."):
        item = None if item is None else getattr(item, step)
    return item


def to_cell(value: Any, annotation: Any = None) -> Cell:
    """The cell in which a value is shown.

    >>> to_cell(("2021", "2025"), tuple[str, str]), to_cell(("654201", "654202"), tuple[str, ...]), to_cell(55)
    ('2021–2025', '654201; 654202', 55)
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return value or None
    if _is_pair(annotation) and len(value) == 2 and all(isinstance(one, str) for one in value):
        words = "–".join(value)
        plain = _parted(words) == tuple(value) and not words.startswith("[")
        return words if plain else _json(value)
    if all(isinstance(one, str) for one in value):
        words = "; ".join(value)
        plain = _listed(words) == tuple(value) and not words.startswith("[")
        return (words or None) if plain else _json(value)
    return _json([_without_derived(msgspec.to_builtins(one)) for one in value]) if value else None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _without_derived(built: Any) -> Any:
    """An object of a list as it is shown: what follows from other fields, and what is null, left out."""
    if isinstance(built, dict):
        return {
            name: _without_derived(value) for name, value in built.items() if name not in DERIVED and value is not None
        }
    return [_without_derived(one) for one in built] if isinstance(built, list) else built


def _is_pair(annotation: Any) -> bool:
    """Whether a field takes a pair of texts."""
    members = (annotation, *get_args(annotation))
    return any(get_origin(one) is tuple and get_args(one) == (str, str) for one in members)


def _parted(words: str) -> tuple[str, str] | None:
    match = _PAIR.match(words)
    return None if match is None else (match[1] or match[3], match[2] or match[4])


def _listed(words: str) -> tuple[str, ...]:
    return tuple(one for one in _LIST_SIGNS.split(words.strip()) if one)


def from_cell(cell: Any, each: Field) -> Any:
    """The value that an edited cell stands for.

    Raises
    ------
    NotTaken
        If the field does not take it.

    >>> from_cell("ge", Field("comparator", str, "value", nullable=False))
    'ge'
    """
    if isinstance(cell, date | datetime | time | timedelta):
        raise NotTaken(f"found a date ({cell}); accepted: {each.accepted}, in a cell formatted as text")
    words = "" if cell is None else str(cell).strip() if not isinstance(cell, float) else f"{cell:.15g}"
    members = [one for one in (get_args(each.annotation) or (each.annotation,)) if one is not NoneType]
    if each.shape == "objects":
        return _objects(words, each)
    if any(get_origin(one) is tuple for one in (each.annotation, *members)):
        return _texts(words, each)
    if not words:
        if each.nullable:
            return None
        if str in members:
            return ""
        raise NotTaken(f"found nothing; accepted: {each.accepted}")
    if bool in members:
        return _boolean(words, each)
    if int in members or float in members:
        return _number(cell, words, each, whole=float not in members)
    return cell if isinstance(cell, str) and not each.choices else words


def _boolean(words: str, each: Field) -> bool:
    if words.lower() in _TRUE | _FALSE:
        return words.lower() in _TRUE
    raise NotTaken(f"found {words!r}; accepted: {each.accepted}")


def _number(cell: Any, words: str, each: Field, *, whole: bool) -> int | float:
    try:
        number = cell if isinstance(cell, int | float) and not isinstance(cell, bool) else float(words.replace(",", ""))
        if isinstance(number, float) and number.is_integer() and abs(number) < 1e15:
            number = int(number)
    except ValueError:
        raise NotTaken(f"found {words!r}; accepted: {each.accepted}") from None
    if whole and not isinstance(number, int):
        raise NotTaken(f"found {words!r}; accepted: {each.accepted}")
    return number


def _texts(words: str, each: Field) -> Any:
    """A list or a pair of texts; where the field takes a plain text too (a period), that."""
    if words.startswith("["):
        return _loaded(words, each)
    if not _is_pair(each.annotation):
        return list(_listed(words))
    if not words:
        return None
    pair = _parted(words)
    if pair is not None:
        return list(pair)
    if str in get_args(each.annotation):
        return words
    raise NotTaken(f"found {words!r}; accepted: two years with a dash between them (2021–2025)")


def _objects(words: str, each: Field) -> Any:
    return _loaded(words, each) if words else []


def _loaded(words: str, each: Field) -> Any:
    try:
        return json.loads(words)
    except (ValueError, RecursionError):
        raise NotTaken(f"found no JSON ({words[:40]!r}); accepted: {each.accepted}") from None


def is_marked(cell: Any) -> bool:
    """Whether a cell of the column `delete` is marked.

    Raises
    ------
    NotTaken
        If it holds something that is no mark.

    >>> is_marked("X"), is_marked(None)
    (True, False)
    """
    words = "" if cell is None else str(cell).strip().lower()
    if words and words not in _YES:
        raise NotTaken(f"found {words!r}; accepted: x, or nothing")
    return bool(words)


def safe(words: str) -> str:
    r"""A text as it is written to a workbook: characters that XML cannot hold are written as `_xHHHH_`.

    >>> safe("a\x07b_x0041_")
    'a_x0007_b_x005F_x0041_'
    """
    words = _UNSAFE.sub(lambda match: f"_x{ord(match[0]):04X}_", words)
    return words if len(words) <= LONGEST_CELL else words[: LONGEST_CELL - 1] + _CUT


def unsafe(words: str) -> str:
    r"""The text that `safe` wrote.

    >>> unsafe(safe("a\x07b_x0041_"))
    'a\x07b_x0041_'
    """
    return _WRITTEN.sub(lambda match: chr(int(match[1], 16)), words)
