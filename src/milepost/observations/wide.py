"""Sheets with years as columns, and sheets with years as lines and indicators as columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import polars

from milepost.checks.model import Words
from milepost.languages.table import LANGUAGES, column_words_of
from milepost.observations.exchange import completed
from milepost.observations.figures import numbers
from milepost.observations.grids import Grid
from milepost.observations.importing import Imported, RowFault
from milepost.observations.layouts import Layout, remark_of, without_number
from milepost.observations.model import COLUMNS, SCHEMA
from milepost.observations.tabular import (
    NO_NUMBER,
    NUMBER_FORMS,
    PERCENT,
    absent_note,
    remarks_note,
    unknown_headings,
    with_codes,
    with_surroundings,
)
from milepost.observations.telling import names_words
from milepost.observations.units import base_unit
from milepost.observations.wording import YEAR, period_heading


class Named(NamedTuple):
    """What the name of a line or column says besides: its unit, its basis, a remark."""

    name: str
    unit: str | None = None
    basis: str | None = None
    note: str | None = None


_MARK = re.compile(r"[\s*†‡]+$|[①-⑳⑴-⒇¹²³⁴-⁹]+$|\s*[\[［]\s*\d{1,2}\s*[\]］]$")
_BRACKET = re.compile(r"^(?P<name>.+?)\s*[(（]\s*(?P<inside>[^()（）]+(?:[(（][^()（）]*[)）])?[^()（）]*)\s*[)）]$")
_TAIL = re.compile(r"^(?P<name>.+?)\s*[,，/／]\s*(?P<inside>[^,，]+)$")
_BETWEEN = re.compile(r"\s*[,，、;；]\s*")
_PART_NOTE: Final = Words("其中项", "part of the line above")


@lru_cache(maxsize=65536)
def named(text: str) -> Named:
    """A printed name without the unit in its brackets, a mark of a footnote, or the number of its line.

    >>> named("1.地区生产总值（亿元，当年价）①")
    Named(name='地区生产总值', unit='亿元', basis='当年价', note=None)
    >>> named("Population (persons)"), named("工业（规模以上）").name, named("其中：第一产业").note
    (Named(name='Population', unit='persons', basis=None, note=None), '工业（规模以上）', '其中项')
    """
    bare = text.strip()
    while (shorter := _MARK.sub("", bare)) != bare:
        bare = shorter
    bare = without_number(bare)
    note = None
    for code in LANGUAGES:
        found = column_words_of(code).part.match(bare.casefold())
        if found and found.end() < len(bare):
            bare, note = bare[found.end() :].strip(), _PART_NOTE.zh if code == "zh" else _PART_NOTE.en
            break
    for form in (_BRACKET, _TAIL):
        found = form.match(bare)
        if found is None:
            continue
        first, *rest = _BETWEEN.split(found["inside"])
        if first and base_unit(first) is not None:
            return Named(found["name"], first, "，".join(rest) or None, note)
    return Named(bare, None, None, note)


def wide_rows(grid: Grid, layout: Layout) -> Imported:
    """The observations of a sheet with years as columns."""
    labels = {name: at for name, at in layout.columns.items() if name in COLUMNS and name != "growth_percent"}
    grid = grid.with_labels_carried(frozenset(labels.values()))
    values = [*layout.periods, *layout.growth]
    lines = grid.cells.with_row_index("_line", offset=1).slice(layout.first)
    body = lines.select(
        "_line", *(polars.col(str(at)).str.strip_chars().alias(name) for name, at in labels.items()),
        *(polars.col(str(at)).alias(f"_{at}") for at in values),
    )  # fmt: skip
    is_given = polars.any_horizontal(polars.col(f"_{at}").str.strip_chars().fill_null("") != "" for at in values)
    empty = body.filter(~is_given, polars.col("indicator").fill_null("") != "")
    notes = _lines_without_values(empty)
    body = _with_names(body.filter(is_given), layout)
    index = [name for name in body.columns if name == "_line" or name in COLUMNS]
    on = {str(at): f"_{at}" for at in layout.periods}
    melted = body.select(*index, *(polars.col(column).alias(at) for at, column in on.items())).unpivot(
        on=list(on), index=index, variable_name="_column", value_name="value"
    )
    melted = melted.with_columns(polars.col("_column").cast(polars.Int32)).sort("_line", "_column", maintain_order=True)
    heads = polars.DataFrame(
        [(at, each.period.kind, each.period.period, each.status) for at, each in layout.periods.items()],
        schema={"_column": polars.Int32, "period_kind": polars.String, "period": polars.String, "_head": polars.String},
        orient="row",
    )
    placed = melted.join(heads, on="_column", how="left", maintain_order="left")
    placed, growth_faults = _with_growth(placed, body, layout, grid)
    return _finished(grid, layout, placed, notes, growth_faults)


def across_rows(grid: Grid, layout: Layout) -> Imported:
    """The observations of a sheet with years, or regions of one year, as lines and indicators as columns."""
    labels = {name: at for name, at in layout.columns.items() if name in COLUMNS and name not in ("period", "note")}
    time = layout.columns.get(YEAR, layout.columns.get("period", 0))
    carried = (*labels.values(),) if layout.period else (*labels.values(), time)
    grid = grid.with_labels_carried(frozenset(carried))
    lines = grid.cells.with_row_index("_line", offset=1).slice(layout.first)
    picked = [polars.col(str(at)).str.strip_chars().alias(name) for name, at in labels.items()]
    said = polars.lit("") if layout.period else polars.col(str(time)).str.strip_chars()
    body = lines.select("_line", said.alias("_time"), *picked, *(polars.col(str(at)) for at in layout.indicators),
                        *(polars.col(str(at)).alias(f"_{at}") for at in layout.growth))  # fmt: skip
    body = body.filter(polars.any_horizontal(polars.col(str(at)).is_not_null() for at in layout.indicators))
    periods = {text: layout.period or period_heading(text) for text in body["_time"].unique()}
    known = polars.DataFrame(
        [(text, each.period.kind, each.period.period, each.status) for text, each in periods.items() if each],
        schema={"_time": polars.String, "period_kind": polars.String, "period": polars.String, "_head": polars.String},
        orient="row",
    )
    index = ["_line", "_time", *labels]
    on = [str(at) for at in layout.indicators]
    melted = body.unpivot(on=on, index=index, variable_name="_column", value_name="value")
    melted = melted.with_columns(polars.col("_column").cast(polars.Int32)).sort("_line", "_column", maintain_order=True)
    placed = melted.join(known, on="_time", how="left", maintain_order="left").drop("_time")
    read = [(at, *named(head)) for at, head in layout.indicators.items()]
    schema = {"_column": polars.Int32, "indicator": polars.String, "_own_unit": polars.String,
              "_own_basis": polars.String, "_own_note": polars.String}  # fmt: skip
    placed = placed.join(
        polars.DataFrame(read, schema=schema, orient="row"), on="_column", how="left", maintain_order="left"
    )
    grown, growth_faults = _with_growth(_with_own(placed), body, layout, grid)
    return _finished(grid, layout, grown, [], growth_faults)


def _lines_without_values(empty: polars.DataFrame) -> list[Words]:
    remarks = [line for line, text in empty.select("_line", "indicator").iter_rows() if remark_of(text) is not None]
    others = [line for line in empty["_line"] if line not in set(remarks)]
    notes = [remarks_note(remarks)] if remarks else []
    if others:
        rows = names_words([str(line) for line in others], 6)
        notes.append(Words(f"没有任何数值的行未读入：第{rows.zh}行", f"lines without any value: rows {rows.en}"))
    return notes


def _with_names(body: polars.DataFrame, layout: Layout) -> polars.DataFrame:
    """The lines with their names as they are known, and with the unit, basis and remark that the name holds."""
    different = body["indicator"].drop_nulls().unique()
    read = [(text, *named(text)) for text in different]
    schema = dict.fromkeys(("indicator", "_name", "_own_unit", "_own_basis", "_own_note"), polars.String)
    known = polars.DataFrame(read, schema=schema, orient="row")
    joined = body.join(known, on="indicator", how="left", maintain_order="left")
    if "unit" in layout.columns:
        said = polars.col("unit").fill_null("") != ""
        joined = joined.with_columns(_own_unit=polars.when(~said).then("_own_unit"))
    return _with_own(joined.with_columns(indicator=polars.coalesce("_name", "indicator")).drop("_name"))


def _with_own(rows: polars.DataFrame) -> polars.DataFrame:
    """The rows with unit, basis and note from the name where no column says them."""
    for name in ("unit", "basis", "note"):
        own = polars.col(f"_own_{name}")
        if name in rows.columns:
            stated = polars.when(polars.col(name).fill_null("") != "").then(polars.col(name))
            rows = rows.with_columns(polars.coalesce(stated, own).alias(name))
        else:
            rows = rows.with_columns(own.alias(name))
    return rows.drop("_own_unit", "_own_basis", "_own_note")


def _with_growth(
    placed: polars.DataFrame, body: polars.DataFrame, layout: Layout, grid: Grid
) -> tuple[polars.DataFrame, list[tuple[int, RowFault]]]:
    """The rows with the growth that stands in a column beside the value."""
    faults: list[tuple[int, RowFault]] = []
    found = []
    for at, of in layout.growth.items():
        read = numbers(body[f"_{at}"], is_comma_decimal=grid.is_comma_decimal)
        for line, text in body.filter(read["is_bad"]).select("_line", f"_{at}").iter_rows():
            faults.append((line, RowFault(grid.cell_place(line, at), NO_NUMBER, repr(text), PERCENT)))
        column = polars.lit(of, dtype=polars.Int32).alias("_column")
        found.append(body.select("_line", column, growth_percent=read["number"]))
    if not found:
        return placed, faults
    return placed.join(polars.concat(found), on=["_line", "_column"], how="left", maintain_order="left"), faults


def _finished(
    grid: Grid,
    layout: Layout,
    placed: polars.DataFrame,
    notes: list[Words],
    faults: list[tuple[int, RowFault]],
) -> Imported:
    """Rows from cells that stand at `_line` and `_column`."""
    placed, refused = _without_broken(placed, grid, layout)
    faults = [*faults, *refused]
    read = numbers(placed["value"], is_comma_decimal=grid.is_comma_decimal)
    rows = placed.with_columns(read.select(polars.all().name.prefix("_")))
    for line, column, text in rows.filter("_is_bad").select("_line", "_column", "value").iter_rows():
        faults.append((line, RowFault(grid.cell_place(line, column), NO_NUMBER, repr(text), NUMBER_FORMS)))
    if count := int(rows["_is_absent"].sum()):
        notes.append(absent_note(count))
    rows = rows.filter(~polars.col("_is_bad") & ~polars.col("_is_absent"))
    rows = rows.with_columns(status=polars.coalesce(*_statuses(rows)))
    rows, more, said = with_surroundings(rows, grid)
    rows = with_codes(rows.with_columns(value="_number"))
    if layout.unit is not None:
        rows = rows.with_columns(unit=polars.col("unit").fill_null(layout.unit))
    if layout.source is not None and "source" not in rows.columns:
        rows = rows.with_columns(source=polars.lit(layout.source))
    places = tuple(grid.cell_place(line, column) for line, column in rows.select("_line", "_column").iter_rows())
    told = [fault for _, fault in sorted([*faults, *more], key=lambda pair: pair[0])]
    made = completed({name: polars.col(name) for name in rows.columns if name in SCHEMA}, rows)
    return Imported(made, places, (*unknown_headings(grid, layout), *told), (*grid.notes, *notes, *said), {})


def _statuses(rows: polars.DataFrame) -> Iterator[polars.Expr]:
    if "status" in rows.columns:
        yield polars.when(polars.col("status").fill_null("") != "").then(polars.col("status"))
    yield polars.col("_head")


def _value_columns(layout: Layout) -> frozenset[int]:
    return frozenset((*layout.periods, *layout.growth, *layout.indicators))


def _without_broken(
    placed: polars.DataFrame, grid: Grid, layout: Layout
) -> tuple[polars.DataFrame, list[tuple[int, RowFault]]]:
    """The cells that can be relied on, with labels that can be; a fault for each that cannot."""
    values = _value_columns(layout)
    labels = set(layout.columns.values()) - values
    lines = set(placed["_line"].to_list())
    spoilt = {cell: why for cell, why in grid.broken_in(values).items() if cell[0] > layout.first}
    unnamed = {cell: why for cell, why in grid.broken.items() if cell[1] in labels and cell[0] in lines}
    faults = [
        (line, RowFault(grid.cell_place(line, column), why))
        for (line, column), why in sorted((spoilt | unnamed).items())
    ]
    if spoilt:
        schema = {"_line": polars.UInt32, "_column": polars.Int32}
        cells = polars.DataFrame(list(spoilt), schema=schema, orient="row")
        placed = placed.join(cells, on=["_line", "_column"], how="anti", maintain_order="left")
    if unnamed:
        placed = placed.filter(~polars.col("_line").is_in([line for line, _ in unnamed]))
    return placed, faults
