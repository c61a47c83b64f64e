"""Files of pathways, `milepost.pathways/1`, and the tables of parts that allocation takes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Final

import polars

from milepost.checks.model import Words
from milepost.kernel.errors import ReadError
from milepost.observations.importing import RowFault
from milepost.observations.units import base_unit
from milepost.pathways.printing import followed_value, printed_value
from milepost.pathways.sheets import Reader, Row, number, read_sheet, refuse_faults, unit, year

FORMAT: Final = "milepost.pathways/1"

PATHWAYS: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),  # the target's id, or its name where only one bears it
    "indicator": polars.String(),  # its name
    "region": polars.String(),  # code of the part; empty for the whole
    "region_name": polars.String(),
    "year": polars.Int32(),
    "value": polars.Float64(),  # at the end of the year, in `unit`: of a sum the sum so far, of growth and falls those
    # since the start; exact, so that parts tie
    "printed": polars.Float64(),  # the same rounded; parts of an amount add up to the whole's
    "step": polars.Float64(),  # what the year itself has to bring: its amount, its growth, its fall
    "unit": polars.String(),
    "share_pct": polars.Float64(),  # of the way, by year; of the whole's amount, by part
    "rule": polars.String(),
}
"""Columns of the file, in its order. Read are `target`, `region`, `year`, `value` or, without one, `step`, and `unit`;
the others are for readers. Empty cells are null."""

FOLLOWED: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),
    "region": polars.String(),  # null: the whole
    "year": polars.Int32(),
    "value": polars.Float64(),  # of what is followed, in base units
}
"""Columns of pathways as assessments use them."""

_HEADINGS: Final = {
    "目标": "target", "指标": "indicator", "地区": "region", "地区代码": "region", "地区名称": "region_name",
    "年份": "year", "数值": "value", "目标值": "value", "取整": "printed", "当年": "step", "单位": "unit",
    "占比": "share_pct", "规则": "rule", "基数": "base", "权重": "weight", "能力": "capacity", "下限": "low",
    "上限": "high",
}  # fmt: skip
_READERS: Final[dict[str, Reader]] = {
    "target": str, "indicator": str, "region": str, "region_name": str, "year": year, "value": number,
    "printed": number, "step": number, "unit": unit, "share_pct": number, "rule": str,
}  # fmt: skip
_OF_PARTS: Final[dict[str, Reader]] = {
    "region": str, "region_name": str, "base": number, "weight": number, "capacity": number, "low": number,
    "high": number,
}  # fmt: skip


def read_pathways(path: Path, targets: polars.DataFrame) -> polars.DataFrame:
    """The pathways in a file, as assessments use them.

    A row without `value` has a `step`: amounts are added up from where the target starts, growth and falls compounded.

    Parameters
    ----------
    path : Path
        CSV or XLSX (`PATHWAYS`).
    targets : polars.DataFrame
        With the columns of `milepost.pathways.model.TARGETS`.

    Returns
    -------
    polars.DataFrame
        With the columns of `FOLLOWED`, by target, region and year.

    Raises
    ------
    ReadError
        If the file cannot be read, names no target or several, has another unit, or two values for one year. Row and
        cell are named; nothing is read then.
    """
    rows = read_sheet(path, _READERS, ("year",), _HEADINGS)
    known = _by_name(targets)
    faults = [fault for row in rows for fault in _faults(row, known)]
    said: dict[tuple[object, ...], int] = {}
    for row in rows:
        key = (row.get("_target"), row["region"], row["year"])
        first = said.setdefault(key, row["row"])
        if first != row["row"] and row.get("_target"):
            what = Words("同一目标、地区和年份有两行", "two rows for one target, region and year")
            faults.append(RowFault(f"row {row['row']}", what, f"also row {first}"))
    refuse_faults(faults, str(path))
    if not rows:
        raise ReadError("there are no rows", where=str(path), accepted=FORMAT)
    followed = _followed(rows, targets)
    lost = followed.filter(polars.col("value").is_null())
    if lost.height:
        found = f"{lost['target'][0]}, {lost['year'][0]}"
        accepted = "`value` in the first row of each way"
        raise ReadError("steps from a start that is not known", where=str(path), found=found, accepted=accepted)
    return followed.select(*FOLLOWED)


def read_parts(path: Path) -> polars.DataFrame:
    """A table of parts: region (code or name), with any of base, weight, capacity, low and high.

    Raises
    ------
    ReadError
        If the file cannot be read, or a row or cell is faulty (named).
    """
    rows = read_sheet(path, _OF_PARTS, ("region",), _HEADINGS)
    faults: list[RowFault] = []
    said: dict[str, int] = {}
    for row in rows:
        first = said.setdefault(row["region"], row["row"])
        if first != row["row"]:
            what = Words("同一地区有两行", "two rows for one region")
            faults.append(RowFault(f"row {row['row']}, region", what, repr(row["region"]), f"once (row {first})"))
    refuse_faults(faults, str(path))
    schema = {name: polars.String() if read is str else polars.Float64() for name, read in _OF_PARTS.items()}
    given = {name: [row[name] for row in rows] for name in schema}
    return polars.DataFrame(given, schema=schema)


def _by_name(targets: polars.DataFrame) -> dict[str, list[Row]]:
    """Targets by id; by name and concept those of indicators before those of the text."""
    found: dict[str, list[Row]] = {}
    ordered = targets.sort(polars.col("item_kind") == "commitment", maintain_order=True)
    columns = ["target", "name", "concept", "item", "item_kind", "unit", "unit_code", "unit_factor"]
    for row in ordered.select(columns).iter_rows(named=True):
        found.setdefault(row["target"], []).append(row)
        for key in {row["name"], row["concept"]} - {None, row["target"]}:
            others = found.setdefault(key, [])
            if not others or others[0]["item_kind"] == row["item_kind"]:
                others.append(row)
    return found


def _faults(row: Row, known: dict[str, list[Row]]) -> list[RowFault]:
    """What is wrong with a row; what it is about is put into it."""
    faults = []
    place = f"row {row['row']}"
    named = row["target"] or row["indicator"]
    found = known.get(named or "", [])
    if len(found) != 1:
        what = Words("计划中没有这个目标", "the plan has no such target")
        if found:
            what = Words("计划中有几个这样的目标", "the plan has several such targets")
        accepted = ", ".join(one["target"] for one in found[:5]) or "a target's id, or a name that only one bears"
        faults.append(RowFault(f"{place}, target", what, repr(named or ""), accepted))
    else:
        row["_target"] = found[0]["target"]
        row["_scale"] = _scale(row["unit"], found[0])
        if row["_scale"] is None:
            what = Words("计量单位与目标不一致", "another unit than the target's")
            faults.append(RowFault(f"{place}, unit", what, repr(row["unit"]), repr(found[0]["unit"] or "")))
    if row["value"] is None and row["step"] is None:
        what = Words("没有数值", "there is no value")
        faults.append(RowFault(f"{place}, value", what, "", "a number in value, or in step"))
    return faults


def _scale(given: str | None, target: Row) -> float | None:
    """What a figure in the row's unit is multiplied by to be in the target's; None where they measure other things."""
    if given is None or given == target["unit"]:
        return 1.0
    ours = base_unit(given)
    if ours is None or ours.code != (target["unit_code"] or "1"):
        return None
    is_part, of_part = ours.factor < 1, (target["unit_factor"] or 1.0) < 1
    return ours.factor / (target["unit_factor"] or 1.0) if ours.code != "1" or is_part == of_part else None


def _followed(rows: list[Row], targets: polars.DataFrame) -> polars.DataFrame:
    table = polars.DataFrame(
        {
            "target": [row["_target"] for row in rows],
            "region": [row["region"] for row in rows],
            "year": [row["year"] for row in rows],
            "value": [None if row["value"] is None else row["value"] * row["_scale"] for row in rows],
            "step": [None if row["step"] is None else row["step"] * row["_scale"] for row in rows],
        },
        schema={**FOLLOWED, "step": polars.Float64()},
    )
    of_target = targets.select("target", "measure", "unit_factor", "start")
    joined = table.join(of_target, on="target", how="left").sort("target", "region", "year", nulls_last=False)
    way = ["target", "region"]
    factor = polars.col("unit_factor").fill_null(1.0)
    # Steps are followed from the start, or from the last year that has a value.
    told = joined.with_columns(followed_value("value")).with_columns(
        _part=polars.col("value").is_not_null().cum_sum().over(way)
    )
    run = [*way, "_part"]
    # Where a part starts the plan does not say, unless everything starts from nothing.
    known = polars.col("region").is_null() | ~polars.col("measure").is_in(["value", "worst"])
    begin = polars.coalesce(polars.col("value").first().over(run), polars.when(known).then("start"))
    step = polars.when(polars.col("value").is_null()).then("step")
    sign = polars.when(polars.col("measure") == "reduction").then(-1.0).otherwise(1.0)
    compounded = begin * (1 + sign * step * factor).fill_null(1.0).cum_prod().over(run)
    added = begin + (step * factor).fill_null(0.0).cum_sum().over(run)
    compounds = polars.col("measure").is_in(["index", "reduction"])
    worked = polars.when(compounds).then(compounded).otherwise(added)
    return told.with_columns(value=polars.coalesce("value", worked.round_sig_figs(15)))


def pathway_rows(laid: polars.DataFrame, targets: polars.DataFrame) -> polars.DataFrame:
    """Pathways as they stand in a file.

    Parameters
    ----------
    laid : polars.DataFrame
        Over years (`milepost.pathways.years.YEARLY`), over parts (`milepost.pathways.allocation.ALLOCATED`) or over
        both (`milepost.pathways.spreading.SPREAD`).
    targets : polars.DataFrame
        With the columns of `milepost.pathways.model.TARGETS`.

    Returns
    -------
    polars.DataFrame
        With the columns of `PATHWAYS`.
    """
    about = targets.select(
        "target", "measure", "unit_factor", "kind", indicator="name", _year=polars.col("goal_time").ceil()
    )
    absent = [
        polars.lit(None, dtype=kind).alias(name)
        for name, kind in PATHWAYS.items()
        if name not in laid.columns and name not in ("indicator", "year")
    ]
    joined = laid.with_columns(absent).join(about, on="target", how="left", maintain_order="left")
    dated = joined if "year" in joined.columns else joined.with_columns(year=polars.col("_year"))
    yearly_rates = (polars.col("kind") == "annual_growth") & polars.col("measure").is_in(["index", "reduction"])
    if "tie" in laid.columns:
        # Shared out, a yearly rate is printed as the plan prints it: that is the step of a year.
        dated = dated.with_columns(
            step=polars.when(yearly_rates).then("printed").otherwise("step"),
            printed=polars.when(yearly_rates).then(printed_value("value").round(2)).otherwise("printed"),
        )
    exact = printed_value("value").round_sig_figs(13)
    return dated.with_columns(exact).select(polars.col(name).cast(kind) for name, kind in PATHWAYS.items())


def csv_of(rows: polars.DataFrame) -> str:
    """Pathways as CSV, with a heading; text that a spreadsheet would take for a formula has an apostrophe before it."""
    texts = [polars.col(name) for name, kind in PATHWAYS.items() if kind == polars.String()]
    escaped = [
        polars.when(text.str.contains(r"^[=+\-@\t\r]")).then("'" + text).otherwise(text).name.keep() for text in texts
    ]
    return rows.with_columns(escaped).write_csv()


def workbook_of(rows: polars.DataFrame, heading: dict[str, str]) -> bytes:
    """Pathways as a workbook (XLSX): text is text, whatever it begins with; numbers are numbers.

    Parameters
    ----------
    heading : dict of str to str
        The columns that are wanted, each with the words over it.
    """
    # Imported here: it takes a quarter of a second.
    from openpyxl import Workbook

    from milepost.plans.corrections.columns import safe

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "pathways"
    sheet.append(list(heading.values()))
    for row in rows.select(list(heading)).iter_rows():
        sheet.append([safe(cell) if isinstance(cell, str) else cell for cell in row])
        for cell, value in zip(sheet[sheet.max_row], row, strict=True):
            if isinstance(value, str):
                cell.data_type = "s"
    sheet.freeze_panes = "A2"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
