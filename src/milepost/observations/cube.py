"""A cube of JSON-stat: its dimensions with their members, its values and flags, each by its place."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars

from milepost.kernel.errors import ReadError

TIME_NAMES: Final = frozenset(
    "TIME TIME_PERIOD YEAR TID ANO ANNEE JAHR PERIOD QUARTER MONTH AIKA VUOSI 时间 年份 年".split()
)
GEO_NAMES: Final = frozenset("GEO REF_AREA AREA REGION COUNTRY GEOGRAPHY MUNICIPALITY COUNTY 地区 区域".split())
METRIC_NAMES: Final = frozenset(
    "METRIC INDICATOR INDIC MEASURE VARIABLE CONTENTSCODE CONCEPT NA_ITEM STATISTIC SERIES 指标".split()
)
MOST_CELLS: Final = 2**62


@dataclass(frozen=True, slots=True)
class Cube:
    """One dataset. Places count cells in row-major order, the last dimension fastest.

    `units` are of members of the metric: the unit's words, and the power of ten that values are to be multiplied with.
    `places`, `values` (as they stand in the file) and `flags` (text or null) have one entry for each value given.
    """

    path: str
    label: str
    source: str
    updated: str | None
    ids: tuple[str, ...]
    sizes: tuple[int, ...]
    members: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, Mapping[str, str]]
    units: Mapping[str, tuple[str, int]]
    time: str | None
    geo: str | None
    metric: str | None
    places: polars.Series
    values: list[Any]
    flags: polars.Series


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in which file something stands, so that what is wrong with it can be said."""

    name: str
    path: str

    def refusal(self, at: str, what: str, found: object, accepted: str = "") -> ReadError:
        """The error for what stands at a JSON path below this one."""
        return ReadError(what, where=f"{self.name}, {self.path}{at}", found=repr(found)[:120], accepted=accepted)


def cube_of(tree: dict[str, Any], path: str, name: str) -> Cube:
    """The cube of a dataset.

    Raises
    ------
    ReadError
        If sizes, members and values do not fit each other; names the JSON path.
    """
    place = _Place(name, path)
    dimension = tree["dimension"]
    if not isinstance(dimension, dict):
        raise place.refusal(".dimension", "the dimensions are no object", dimension)
    ids, sizes = _shape(tree, dimension, place)
    cells = math.prod(sizes)
    members: dict[str, tuple[str, ...]] = {}
    labels: dict[str, dict[str, str]] = {}
    units: dict[str, tuple[str, int]] = {}
    for each, size in zip(ids, sizes, strict=True):
        category = _category(dimension, each, place)
        read = _members(category, size)
        if read is None:
            found = category.get("index", category.get("label"))
            at = f".dimension.{each}.category.index"
            raise place.refusal(at, "the members do not go with the size", found, f"{size} different members")
        members[each], labels[each] = read, _labels(category)
        units |= _units(category)
    places, values = _values(tree["value"], cells, place)
    role = tree.get("role", dimension.get("role"))
    roles = role if isinstance(role, dict) else {}
    label = _text(tree.get("label"))
    return Cube(
        path=path, label=label or path.rsplit(".", 1)[-1].strip("$") or name,
        source=_text(tree.get("source")) or label or name, updated=_text(tree.get("updated")),
        ids=tuple(ids), sizes=tuple(sizes), members=members, labels=labels, units=units,
        time=_role(roles, "time", ids, TIME_NAMES), geo=_role(roles, "geo", ids, GEO_NAMES),
        metric=_role(roles, "metric", ids, METRIC_NAMES), places=places, values=values,
        flags=_flags(tree.get("status"), places),
    )  # fmt: skip


def _shape(tree: dict[str, Any], dimension: dict[str, Any], place: _Place) -> tuple[list[str], list[int]]:
    """Names and sizes of the dimensions; version 1 keeps both inside the dimensions."""
    ids, sizes = (tree.get(key, dimension.get(key)) for key in ("id", "size"))
    if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids) or len(set(ids)) != len(ids):
        raise place.refusal(".id", "the list of dimensions is missing or damaged", ids, "a list of different names")
    is_whole = isinstance(sizes, list) and all(type(each) is int and each >= 0 for each in sizes)
    if not isinstance(sizes, list) or not is_whole or len(sizes) != len(ids):
        raise place.refusal(".size", "the sizes do not go with the dimensions", sizes, f"{len(ids)} whole numbers")
    if any(each.startswith("_") for each in ids):
        raise place.refusal(".id", "a dimension whose name begins with a low line", ids)
    if math.prod(sizes) > MOST_CELLS:
        raise place.refusal(".size", "the cube is too large", sizes, f"at most {MOST_CELLS} cells")
    return ids, sizes


def _category(dimension: dict[str, Any], each: str, place: _Place) -> dict[str, Any]:
    inner = dimension.get(each)
    category = inner.get("category") if isinstance(inner, dict) else None
    if not isinstance(category, dict):
        raise place.refusal(f".dimension.{each}.category", "the members of a dimension are missing", category)
    return category


def _labels(category: dict[str, Any]) -> dict[str, str]:
    shown = category.get("label")
    return {code: text for code, text in shown.items() if isinstance(text, str)} if isinstance(shown, dict) else {}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _members(category: dict[str, Any], size: int) -> tuple[str, ...] | None:
    """The members in their order: a list, or an object of places; a dimension of one member may have a label only."""
    index = category.get("index")
    if (
        isinstance(index, list)
        and len(index) == size
        and len(set(map(str, index))) == size
        and all(isinstance(code, str) for code in index)
    ):
        return tuple(index)
    if isinstance(index, dict) and len(index) == size and all(type(place) is int for place in index.values()):
        ordered = sorted(index, key=lambda code: index[code])
        return tuple(ordered) if [index[code] for code in ordered] == list(range(size)) else None
    label = category.get("label")
    if index is None and size == 1 and isinstance(label, dict) and len(label) == 1:
        return tuple(label)
    return None


def _units(category: dict[str, Any]) -> dict[str, tuple[str, int]]:
    found = {}
    unit = category.get("unit")
    for code, each in unit.items() if isinstance(unit, dict) else ():
        if not isinstance(each, dict):
            continue
        text = next((each[key] for key in ("base", "label", "symbol") if _text(each.get(key))), "")
        power = each.get("multiplier")
        found[code] = (text, power if type(power) is int and abs(power) <= 18 else 0)
    return found


def _values(value: Any, cells: int, place: _Place) -> tuple[polars.Series, list[Any]]:
    """The places of the values, and the values as they stand."""
    accepted = f"{cells} values, or an object of places below {cells}"
    if isinstance(value, list) and len(value) == cells:
        return polars.Series(range(cells), dtype=polars.Int64), value
    if isinstance(value, dict):
        places = polars.Series(list(value), dtype=polars.String)
        read = places.str.extract(r"^(\d{1,18})$", 1).cast(polars.Int64)
        if not read.null_count() and not (read >= cells).any() and read.n_unique() == len(read):
            return read, list(value.values())
    raise place.refusal(".value", "the values do not fill the cube", _shown(value), accepted)


def _shown(value: Any) -> str:
    return f"{type(value).__name__} of {len(value)}" if isinstance(value, list | dict) else type(value).__name__


def _flags(given: Any, places: polars.Series) -> polars.Series:
    """The flag of each place: one for all, by list, or by place; null where there is none."""
    name = "_flag"
    if isinstance(given, str):
        return polars.Series(name, [given], dtype=polars.String).new_from_index(0, len(places))
    if isinstance(given, list):
        known = polars.DataFrame({"_place": range(len(given)), name: _texts(given)}, schema_overrides=_FLAGS)
    elif isinstance(given, dict):
        keys = polars.Series(list(given), dtype=polars.String).str.extract(r"^(\d{1,18})$", 1).cast(polars.Int64)
        known = polars.DataFrame({"_place": keys, name: _texts(list(given.values()))}, schema_overrides=_FLAGS)
    else:
        return polars.Series(name, [None], dtype=polars.String).new_from_index(0, len(places))
    found = polars.DataFrame({"_place": places}).join(
        known.drop_nulls().unique("_place", keep="first"), on="_place", how="left", maintain_order="left"
    )
    return found[name]


_FLAGS: Final = {"_place": polars.Int64, "_flag": polars.String}


def _texts(values: list[Any]) -> list[str | None]:
    return [value if isinstance(value, str) else None for value in values]


def _role(roles: dict[str, Any], role: str, ids: list[str], names: frozenset[str]) -> str | None:
    """The dimension with a role: as declared, else by its usual name."""
    given = roles.get(role)
    declared = [each for each in given if each in ids] if isinstance(given, list) else []
    if declared:
        return str(declared[0])
    taken = {each for other in roles.values() if isinstance(other, list) for each in other if isinstance(each, str)}
    return next((each for each in ids if each.upper() in names and each not in taken), None)
