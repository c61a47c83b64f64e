"""A sheet of cells made observations: which of its rows and cells are values, of what, and where each stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars

from milepost.checks.model import Words
from milepost.observations.exchange import column_letter, completed
from milepost.observations.figures import numbers
from milepost.observations.grids import Grid
from milepost.observations.importing import Imported, ImportOptions, RowFault
from milepost.observations.layouts import Layout, remark_of
from milepost.observations.model import COLUMNS, SCHEMA
from milepost.observations.telling import names_words
from milepost.observations.units import base_unit
from milepost.observations.wording import CODES, YEAR, ReadPeriod, code_meant, period_meant
from milepost.observations.writing import unguarded

NO_NUMBER: Final = Words("不是数字", "no number")
PERCENT: Final = "a number in per cent"
NUMBER_FORMS: Final = "1234.5; 1,234.5; ≥1234.5; 1234.5①"


@dataclass(frozen=True, slots=True)
class Found:
    """What was read of a sheet before the rows are put together.

    `rows` has columns of ours, and `_line` (line in the file, from 1) and `_column` (of the value, from 0).
    """

    rows: polars.DataFrame
    faults: list[tuple[int, RowFault]]
    notes: list[Words]


def long_rows(grid: Grid, layout: Layout, options: ImportOptions) -> Imported:
    """The observations of a sheet with one value a line."""
    columns = layout.columns
    labels = frozenset(at for name, at in columns.items() if name not in ("value", "growth_percent"))
    grid = grid.with_labels_carried(labels)
    picked = [_text(grid, at).alias(name) for name, at in columns.items() if name in COLUMNS or name == YEAR]
    body = grid.cells.with_row_index("_line", offset=1).slice(layout.first).select("_line", *picked)
    body = body.filter(polars.any_horizontal(polars.all().exclude("_line").is_not_null()))
    body, remarks = _without_remarks(body)
    body = _with_periods(body, options)
    faults = [*_refused_cells(grid, layout, body), *_overlong(grid, layout)]
    bad = {line for line, _ in faults}
    kept = body.filter(~polars.col("_line").is_in(list(bad))) if bad else body
    read = _with_numbers(kept, grid, columns)
    faults += read.faults
    letters = {name: column_letter(at) for name, at in columns.items()}
    letters.setdefault("period", letters.get(YEAR, ""))
    made = _with_units(with_codes(read.rows), columns, layout)
    if "source" not in made.columns and layout.source:
        made = made.with_columns(source=polars.lit(layout.source))
    prefix = f"{grid.sheet}, row " if grid.sheet else "row "
    places = tuple(made.select(polars.format("{}{}", polars.lit(prefix), "_line"))["literal"].to_list())
    told = [fault for _, fault in sorted(faults, key=lambda pair: pair[0])]
    rows = completed({name: polars.col(name) for name in made.columns if name in SCHEMA}, made)
    unknown = unknown_headings(grid, layout)
    return Imported(rows, places, (*unknown, *told), (*grid.notes, *remarks, *read.notes), letters)


def _text(grid: Grid, at: int) -> polars.Expr:
    """The texts of a column; an expression on every cell takes its time, and few files have any guarded."""
    name = str(at)
    guarded = grid.cells[name].str.starts_with("'").any()
    return unguarded(name) if guarded else polars.col(name)


def _without_remarks(body: polars.DataFrame) -> tuple[polars.DataFrame, list[Words]]:
    """The lines without those that are remarks below the table: one cell only, and no value."""
    names = [name for name in body.columns if name != "_line"]
    alone = polars.sum_horizontal(polars.col(name).is_not_null().cast(polars.Int8) for name in names) == 1
    single = body.filter(alone, polars.col("indicator").is_not_null())
    lines = [line for line, text in single.select("_line", "indicator").iter_rows() if remark_of(text) is not None]
    if not lines:
        return body, []
    return body.filter(~polars.col("_line").is_in(lines)), [remarks_note(lines)]


def remarks_note(lines: Sequence[int]) -> Words:
    """What is said of lines that are remarks on the table."""
    rows = names_words([str(line) for line in lines], 6)
    return Words(f"表注未作为数据读入：第{rows.zh}行", f"remarks on the table are no data: rows {rows.en}")


def absent_note(count: int) -> Words:
    """What is said of cells without a value."""
    return Words(
        f"{count}个单元格没有数值，按无数据处理，不作零",
        f"{count} cell{'s' * (count != 1)} without a value: no data, not zero",
    )


def unknown_headings(grid: Grid, layout: Layout) -> list[RowFault]:
    """Faults of headings that no language knows: what stands below them cannot be placed."""
    accepted = ", ".join(COLUMNS)
    if layout.shape == "wide":
        accepted += "; or a period of the calendar: 2023, 2023-Q1, 2023年上半年"
    what = Words("没有这样的列", "no such column")
    return [
        RowFault(grid.cell_place(layout.header + 1, at), what, repr(head), accepted)
        for at, head in layout.unknown.items()
    ]


def _overlong(grid: Grid, layout: Layout) -> list[tuple[int, RowFault]]:
    """Lines that hold something behind the last column that has a heading."""
    heads = grid.cells.row(layout.header)
    width = max((at for at, head in enumerate(heads) if (head or "").strip()), default=0) + 1
    behind = [name for name in grid.cells.columns if int(name) >= width]
    if not behind:
        return []
    lines = grid.cells.with_row_index("_line", offset=1).slice(layout.first)
    wrong = lines.filter(polars.any_horizontal(polars.col(name).str.strip_chars() != "" for name in behind))
    what = Words("单元格多于表头", "more cells than the heading has")
    accepted = f"{width} cells"
    return [(line, RowFault(grid.row_place(line), what, accepted=accepted)) for line in wrong["_line"]]


def _with_periods(body: polars.DataFrame, options: ImportOptions) -> polars.DataFrame:
    """The columns `period_kind` and `period` in our forms where they can be told; each different pair is read once."""
    if YEAR in body.columns and "period" not in body.columns:
        body = body.rename({YEAR: "period"})
        if "period_kind" not in body.columns:
            body = body.with_columns(period_kind=polars.lit("year"))
    if "period" not in body.columns:
        body = body.with_columns(period=polars.lit(str(options.year) if options.year else None, dtype=polars.String))
    if "period_kind" not in body.columns:
        body = body.with_columns(period_kind=polars.lit(None, dtype=polars.String))
    different = body.select("period_kind", "period").unique()
    kinds, periods = [], []
    for kind, period in different.iter_rows():
        code = code_meant("period_kind", kind) if kind and kind.strip() else ""
        read = period_meant(period or "", code)
        is_read = isinstance(read, ReadPeriod)
        kinds.append(read.kind if isinstance(read, ReadPeriod) else code or None)
        periods.append(read.period if is_read and isinstance(read, ReadPeriod) else period)
    known = different.with_columns(
        polars.Series("_kind", kinds, dtype=polars.String), polars.Series("_period", periods, dtype=polars.String)
    )
    on = ["period_kind", "period"]
    joined = body.join(known, on=on, how="left", nulls_equal=True, maintain_order="left")
    return joined.with_columns(period_kind="_kind", period="_period").drop("_kind", "_period")


def _refused_cells(grid: Grid, layout: Layout, body: polars.DataFrame) -> list[tuple[int, RowFault]]:
    """Faults of cells whose content cannot be relied on."""
    values = frozenset(layout.columns[name] for name in ("value", "growth_percent") if name in layout.columns)
    used = frozenset(layout.columns.values())
    found = {cell: why for cell, why in grid.broken.items() if cell[1] in used} | grid.broken_in(values)
    if not found:
        return []
    lines = set(body["_line"].to_list())
    names = {at: name for name, at in layout.columns.items()}
    return [
        (line, RowFault(grid.cell_place(line, column, names.get(column)), why))
        for (line, column), why in sorted(found.items())
        if line in lines
    ]


def _with_numbers(body: polars.DataFrame, grid: Grid, columns: Mapping[str, int]) -> Found:
    """The rows with their numbers, and with what stood around them in the cells."""
    faults: list[tuple[int, RowFault]] = []
    notes: list[Words] = []
    read = numbers(body["value"], is_comma_decimal=grid.is_comma_decimal)
    rows = body.with_columns(read.select(polars.all().name.prefix("_")))
    faults += _bad_numbers(rows, grid, columns["value"])
    rows = rows.filter(~polars.col("_is_bad"))
    if count := int(rows["_is_absent"].sum()):
        notes.append(absent_note(count))
        rows = rows.filter(~polars.col("_is_absent"))
    if "growth_percent" in columns:
        growth = numbers(rows["growth_percent"], is_comma_decimal=grid.is_comma_decimal)
        odd = growth["unit"].is_not_null() & ~growth["unit"].is_in(["%"])
        wrong = growth["is_bad"] | odd.fill_null(value=False) | growth["bound"].is_not_null()
        place = columns["growth_percent"]
        for line, text in rows.filter(wrong).select("_line", "growth_percent").iter_rows():
            where = grid.cell_place(line, place, "growth_percent")
            faults.append((line, RowFault(where, NO_NUMBER, repr(text), PERCENT)))
        rows = rows.with_columns(growth_percent=growth["number"]).filter(~wrong)
    rows, more, said = with_surroundings(rows.with_columns(_column=polars.lit(columns["value"])), grid, "value")
    return Found(rows.with_columns(value="_number"), [*faults, *more], [*notes, *said])


def _bad_numbers(rows: polars.DataFrame, grid: Grid, column: int) -> Iterable[tuple[int, RowFault]]:
    for line, text in rows.filter("_is_bad").select("_line", "value").iter_rows():
        yield line, RowFault(grid.cell_place(line, column, "value"), NO_NUMBER, repr(text), NUMBER_FORMS)


def with_surroundings(
    rows: polars.DataFrame, grid: Grid, named: str | None = None
) -> tuple[polars.DataFrame, list[tuple[int, RowFault]], list[Words]]:
    """What cells say beside their number, taken into the columns for it; a fault where those say something else.

    `rows` has the columns of `milepost.observations.figures.READ` with `_` in front, `_line` and `_column`; `named` is
    the name of the column of values, where there is one.
    """
    for name in ("unit", "bound", "status", "confidence", "note"):
        if name not in rows.columns:
            rows = rows.with_columns(polars.lit(None, dtype=polars.String).alias(name))
    if rows["_is_plain"].all():
        return rows, [], []
    rows = rows.with_columns(
        polars.when(polars.col(name).str.strip_chars() != "").then(polars.col(name).str.strip_chars()).alias(name)
        for name in ("unit", "bound", "status", "confidence", "note")
    )
    wrong, faults = _contradicted(rows, grid, named)
    about = polars.col("_is_about")
    rows = rows.with_columns(
        unit=polars.coalesce("unit", "_unit"),
        bound=polars.coalesce("_bound", "bound"),
        status=polars.coalesce("status", "_status"),
        note=polars.concat_str("note", "_note", separator="; ", ignore_nulls=True).replace("", None),
        confidence=polars.when(about).then(polars.coalesce("confidence", polars.lit("medium"))).otherwise("confidence"),
    )
    told = [] if wrong.all() else _odd_note(rows.filter(~wrong & ~rows["_is_plain"]), grid)
    return rows.filter(~wrong), faults, told


def _contradicted(
    rows: polars.DataFrame, grid: Grid, named: str | None
) -> tuple[polars.Series, list[tuple[int, RowFault]]]:
    """Rows whose cell says another unit, bound or status than their own column, and a fault for each."""
    faults: list[tuple[int, RowFault]] = []
    wrong = polars.Series([False], dtype=polars.Boolean).new_from_index(0, rows.height)
    for name in ("unit", "bound", "status"):
        own = rows[name] if name == "unit" else _meant(rows[name], name)
        said = rows[f"_{name}"]
        differs = (own != said).fill_null(value=False)
        if name == "unit":
            differs &= ~_same_units(own, said)
        if name == "bound":
            differs &= own != "exact"
        what = Words("单元格与本行其他列不一致", f"the cell says another {name} than its row")
        for line, column, text, other in rows.filter(differs).select("_line", "_column", f"_{name}", name).iter_rows():
            faults.append((line, RowFault(grid.cell_place(line, column, named), what, repr(text), repr(other))))
        wrong |= differs
    return wrong, faults


def _meant(words: polars.Series, column: str) -> polars.Series:
    different = {word: code_meant(column, word) for word in words.drop_nulls().unique()}
    return words.replace(different) if different else words


def _same_units(own: polars.Series, said: polars.Series) -> polars.Series:
    pairs = polars.DataFrame({"own": own, "said": said})
    different = pairs.unique()
    same = [base_unit(one) == base_unit(other) for one, other in different.iter_rows()]
    known = different.with_columns(polars.Series("_same", same, dtype=polars.Boolean))
    return pairs.join(known, on=["own", "said"], how="left", nulls_equal=True, maintain_order="left")["_same"]


def _odd_note(rows: polars.DataFrame, grid: Grid) -> list[Words]:
    if rows.is_empty():
        return []
    first = [grid.cell_place(line, column) for line, column in rows.select("_line", "_column").head(6).iter_rows()]
    count = rows.height
    cells = ", ".join(first) + (f" and {count - len(first)} more" if count > len(first) else "")
    more = "等" if count > len(first) else ""
    return [
        Words(
            f"{count}个单元格的数字带有其他内容（单位、脚注、界限、百分号），已读出：{'、'.join(first)}{more}",
            f"numbers with something beside them (a unit, a mark, a bound), read: {cells}",
        )
    ]


def with_codes(rows: polars.DataFrame) -> polars.DataFrame:
    """The rows with codes in place of the words for them; what no language knows stays, and is refused later."""
    changed = {}
    for column in CODES:
        if column in rows.columns and column != "period_kind":
            changed[column] = _meant(rows[column].str.strip_chars(), column)
    if "vintage" in rows.columns:
        different = rows["vintage"].drop_nulls().unique()
        changed["vintage"] = rows["vintage"].replace(different, _dates(different))
    return rows.with_columns(**changed)


def _dates(words: polars.Series) -> polars.Series:
    """Dates with hyphens and two digits; a workbook gives them with the time of day."""
    plain = words.str.strip_chars().str.replace(r"[T ]00:00:00$", "").str.replace_all(r"[/年月.]", "-")
    whole = plain.str.replace(r"日$", "").str.replace(r"^(\d{4})-(\d)-", "$1-0$2-")
    return whole.str.replace(r"-(\d)$", "-0$1")


def _with_units(rows: polars.DataFrame, columns: Mapping[str, int], layout: Layout) -> polars.DataFrame:
    """The unit that a line above the table states, for rows that have none."""
    if layout.unit is None or "unit" in columns:
        return rows
    return rows.with_columns(unit=polars.col("unit").fill_null(layout.unit))
