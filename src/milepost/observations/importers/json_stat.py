"""JSON-stat 2.0: a cube of values with its dimensions, as statistical offices' interfaces answer.

Datasets, collections with datasets inside, and the bundles of version 1 are read. The values come as a list or, where
most are missing, as an object of places; so do the flags. The roles `time`, `geo` and `metric` say what a dimension is.

References
----------
JSON-stat, full specification 2.0 (json-stat.org/full).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import msgspec
import numpy
import polars

from milepost.checks.model import Words
from milepost.kernel.errors import ReadError
from milepost.observations.cube import Cube, cube_of
from milepost.observations.exchange import (
    BASIS_DIMENSIONS,
    PERIOD_FORMS,
    TOTALS,
    completed,
    exchange_date,
    exchange_flags,
    exchange_period,
    exchange_unit,
    mapped,
    multiplied,
    qualified,
)
from milepost.observations.importing import Imported, Importer, ImportOptions, RowFault

IMPORTER = Importer(
    name="json_stat",
    title=Words("JSON-stat", "JSON-stat"),
    describes=Words("统计数据接口常用的JSON-stat 2.0格式", "JSON-stat 2.0, as many offices' interfaces answer"),
)
UNIT_DIMENSIONS: Final = frozenset(("UNIT", "UNIT_MEASURE", "UNITS"))
QUIET_DIMENSIONS: Final = frozenset(("FREQ", "FREQUENCY"))


def recognises(content: bytes, name: str) -> bool:  # noqa: ARG001 - the content tells
    """Whether this is JSON that says what JSON-stat says: a class, or dimensions with values."""
    head = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"{"):
        return False
    try:
        return bool(list(_datasets(_decoded(content, ""), "$")))
    except ReadError:
        return False


def read(content: bytes, name: str, options: ImportOptions) -> Imported:
    """The observations of all datasets in a JSON-stat file.

    Raises
    ------
    ReadError
        If the file is no JSON-stat, names the JSON path of what is wrong in it, or says of no region and
        `options.region` does not either.
    """
    tree = _decoded(content, name)
    found = list(_datasets(tree, "$"))
    if not found:
        accepted = "a dataset, a collection of datasets, or a bundle of version 1"
        raise ReadError("this is no JSON-stat with values", where=f"{name}, $", found=_shown(tree), accepted=accepted)
    parts = [_imported(cube_of(tree, path, name), name, options) for path, tree in found]
    return Imported(
        polars.concat([part.rows for part in parts]),
        tuple(place for part in parts for place in part.places),
        tuple(fault for part in parts for fault in part.faults),
        tuple(note for part in parts for note in part.notes) + tuple(_not_followed(tree)),
    )


def _decoded(content: bytes, name: str) -> Any:
    try:
        return msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ReadError("this is no JSON", where=name, found=str(error)[:200], accepted="JSON in UTF-8") from None


def _shown(tree: Any) -> str:
    return f"an object with {', '.join(list(tree)[:8])}" if isinstance(tree, dict) else type(tree).__name__


def _datasets(tree: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every dataset with values, and its JSON path: the tree itself, items of a collection, members of a bundle."""
    if not isinstance(tree, dict):
        return
    if "value" in tree and "dimension" in tree:
        yield path, tree
        return
    link = tree.get("link")
    items = link.get("item") if isinstance(link, dict) else None
    if tree.get("class") == "collection" and isinstance(items, list):
        for place, item in enumerate(items):
            if isinstance(item, dict) and "value" in item and "dimension" in item:
                yield f"{path}.link.item[{place}]", item
        return
    for key, inner in tree.items():
        if isinstance(inner, dict) and "value" in inner and "dimension" in inner:
            yield f"{path}.{key}", inner


def _not_followed(tree: Any) -> Iterator[Words]:
    """Items of a collection that only say where they are: nothing is fetched."""
    link = tree.get("link") if isinstance(tree, dict) else None
    items = link.get("item") if isinstance(link, dict) else None
    away = [item for item in items or [] if isinstance(item, dict) and "value" not in item]
    if tree.get("class") == "collection" and away:
        count = len(away)
        yield Words(
            f"{count}个数据集只有链接，未读取", f"{count} dataset{'s' * (count != 1)} given by address only, not read"
        )


@dataclass(frozen=True, slots=True)
class _Texts:
    """What each different member of the dimensions comes to, so that rows are made by looking up."""

    periods: dict[str, str | None]
    kinds: dict[str, str | None]
    labels: Mapping[str, Mapping[str, str]]


def _imported(cube: Cube, name: str, options: ImportOptions) -> Imported:
    if cube.geo is None and not options.region:
        accepted = "a dimension in role.geo, or --region"
        where = f"{name}, {cube.path}.role"
        raise ReadError("which region is this about?", where=where, found=", ".join(cube.ids), accepted=accepted)
    if cube.time is None:
        accepted = "a dimension in role.time"
        raise ReadError(
            "which dimension is time?", where=f"{name}, {cube.path}.role", found=", ".join(cube.ids), accepted=accepted
        )
    rows, faults = _rows(cube)
    texts = _texts(cube)
    rows = rows.with_columns(
        _period=mapped(polars.col(cube.time), texts.periods, polars.String()),
        _kind=mapped(polars.col(cube.time), texts.kinds, polars.String()),
    )
    for place, found in rows.filter(polars.col("_period").is_null()).select("_place", cube.time).iter_rows():
        what = Words("时期无法识别", "the period cannot be read")
        faults.append(RowFault(f"{cube.path}.value[{place}]", what, found=repr(found), accepted=PERIOD_FORMS))
    flags = {text: exchange_flags(text) for text in rows["_flag"].drop_nulls().unique()}
    missing = mapped(polars.col("_flag"), {text: flag.is_missing for text, flag in flags.items()}, polars.Boolean())
    good = rows.filter(polars.col("_period").is_not_null(), ~missing.fill_null(value=False))
    places = tuple(f"{cube.path}.value[{place}]" for place in good["_place"])
    return Imported(_observations(good, cube, texts, options), places, tuple(faults), tuple(_totals(cube)))


def _rows(cube: Cube) -> tuple[polars.DataFrame, list[RowFault]]:
    """A row for each value that there is: its place, its flag, and the member of each dimension."""
    numbers, odd = _numbers(cube.values)
    faults = []
    for at in odd:
        what = Words("数值不是数字", "the value is no number")
        where, found = f"{cube.path}.value[{cube.places[at]}]", repr(cube.values[at])[:80]
        faults.append(RowFault(where, what, found=found, accepted="a number or null"))
    given = polars.DataFrame({"_place": cube.places, "_value": numbers, "_flag": cube.flags}).drop_nulls("_value")
    indices = numpy.unravel_index(given["_place"].to_numpy(), cube.sizes) if cube.sizes else ()
    members = [
        polars.Series(dimension, cube.members[dimension], dtype=polars.String).gather(index)
        for dimension, index in zip(cube.ids, indices, strict=True)
    ]
    return given.with_columns(members), faults


def _numbers(values: list[Any]) -> tuple[polars.Series, list[int]]:
    """The values as numbers, null for what is none, and which are neither a number nor null."""
    if set(map(type, values)) <= {int, float, type(None)} and all(map(_is_short, values)):
        numbers = polars.Series(values, dtype=polars.Float64)
    else:
        # Something that is no number stands among them: each is looked at.
        sound = [value if type(value) in (int, float) and _is_short(value) else None for value in values]
        numbers = polars.Series(sound, dtype=polars.Float64)
    finite = numbers.set(~numbers.is_finite().fill_null(value=True), None)
    odd = finite.is_null().arg_true().to_list()
    return finite, [at for at in odd if values[at] is not None]


def _is_short(value: Any) -> bool:
    """Whether a number is within the range of floating point; whole numbers of any length come from JSON."""
    return type(value) is not int or -(10**300) < value < 10**300


def _texts(cube: Cube) -> _Texts:
    assert cube.time is not None, "a cube without time is refused before"
    read_periods = {}
    for code in cube.members[cube.time]:
        # Some offices number the members of time and say the period in the label only.
        read_periods[code] = exchange_period(code) or exchange_period(cube.labels[cube.time].get(code, ""))
    return _Texts(
        {code: each and each.period for code, each in read_periods.items()},
        {code: each and each.kind for code, each in read_periods.items()},
        cube.labels,
    )


def _role(cube: Cube, dimension: str) -> str:
    if dimension in (cube.time, cube.geo):
        return "taken"
    if dimension == cube.metric:
        return "metric"
    upper = dimension.upper()
    if upper in UNIT_DIMENSIONS:
        return "unit"
    if upper in QUIET_DIMENSIONS:
        return "taken"
    return "basis" if upper in BASIS_DIMENSIONS else "other"


def _totals(cube: Cube) -> Iterator[Words]:
    others = [dimension for dimension in cube.ids if _role(cube, dimension) in ("other", "basis")]
    whole = [each for each in others if all(code.upper() in TOTALS for code in cube.members[each])]
    if whole:
        named = ", ".join(whole)
        yield Words(
            f"均为合计、未写入指标名的维度：{named}",
            f"dimensions that are totals throughout, not in the names: {named}",
        )


def _named(cube: Cube, dimension: str) -> polars.Expr:
    """The label of each member of a dimension, null for a total."""
    labels = {
        code: None if code.upper() in TOTALS else cube.labels[dimension].get(code) or code
        for code in cube.members[dimension]
    }
    return mapped(polars.col(dimension), labels, polars.String())


def _with_units(rows: polars.DataFrame, cube: Cube, options: ImportOptions) -> polars.DataFrame:
    """The columns `_unit`, `_times`, `_unit_basis`: by the metric's own unit, else by a dimension of units."""
    known: dict[str, tuple[str | None, float, str | None]] = {}
    by = next((each for each in cube.ids if _role(cube, each) == "unit"), None)
    if by is None and cube.metric is not None and cube.units:
        by = cube.metric
        for code, (text, power) in cube.units.items():
            unit = exchange_unit(text)
            known[code] = (*multiplied(unit.unit, power), unit.basis)
    elif by is not None:
        for code in cube.members[by]:
            unit = exchange_unit(code, cube.labels[by].get(code, ""))
            known[code] = (unit.unit, 1.0, unit.basis)
    if by is None:
        unit = exchange_unit(options.unit or "")
        return rows.with_columns(
            _unit=polars.lit(unit.unit, dtype=polars.String),
            _times=polars.lit(1.0),
            _unit_basis=polars.lit(None, dtype=polars.String),
        )
    column = polars.col(by)
    return rows.with_columns(
        _unit=mapped(column, {code: each[0] for code, each in known.items()}, polars.String()).fill_null(
            polars.lit(options.unit, dtype=polars.String)
        ),
        _times=mapped(column, {code: each[1] for code, each in known.items()}, polars.Float64()).fill_null(1.0),
        _unit_basis=mapped(column, {code: each[2] for code, each in known.items()}, polars.String()),
    )


def _observations(rows: polars.DataFrame, cube: Cube, texts: _Texts, options: ImportOptions) -> polars.DataFrame:
    rows = _with_units(rows, cube, options)
    others = [dimension for dimension in cube.ids if _role(cube, dimension) == "other"]
    bases = [_named(cube, dimension) for dimension in cube.ids if _role(cube, dimension) == "basis"]
    name = _named(cube, cube.metric) if cube.metric else polars.lit(cube.label)
    flags = {text: exchange_flags(text) for text in rows["_flag"].drop_nulls().unique()}
    basis = polars.concat_list(polars.col("_unit_basis"), *bases).list.drop_nulls().list.join("; ")
    region = polars.col(cube.geo) if cube.geo else polars.lit(options.region)
    is_secret = mapped(
        polars.col("_flag"), {text: flag.is_confidential for text, flag in flags.items()}, polars.Boolean()
    )
    access = (
        polars.when(is_secret).then(polars.lit("internal")).otherwise(polars.lit(options.access, dtype=polars.String))
    )
    value, times = polars.col("_value"), polars.col("_times")
    columns: dict[str, polars.Expr | str | None] = {
        "indicator": qualified(name.fill_null(polars.lit(cube.label)), {each: _named(cube, each) for each in others}),
        "region": region.replace(dict(options.parts)) if options.parts else region,
        "region_name": mapped(region, texts.labels[cube.geo], polars.String()) if cube.geo else options.region_name,
        "period_kind": polars.col("_kind"),
        "period": polars.col("_period"),
        "value": polars.when(times == 1).then(value).otherwise((value * times).round_sig_figs(15)),
        "unit": polars.col("_unit"),
        "status": mapped(polars.col("_flag"), {text: flag.status for text, flag in flags.items()}, polars.String()),
        "source": options.source or cube.source,
        "source_kind": options.source_kind or "official",
        "vintage": exchange_date(cube.updated) or options.vintage,
        "basis": polars.when(basis != "").then(basis).otherwise(polars.lit(options.basis, dtype=polars.String)),
        "access": access,
        "confidence": mapped(
            polars.col("_flag"), {text: flag.confidence for text, flag in flags.items()}, polars.String()
        ),
        "note": mapped(polars.col("_flag"), {text: flag.note for text, flag in flags.items()}, polars.String()),
    }
    return completed(columns, rows)
