"""SDMX-CSV, versions 1.0 and 2.0: what statistical offices give out as a flat file, a line for each observation.

The columns before `OBS_VALUE` are dimensions, those behind it attributes. `REF_AREA` (or a kin) is the region; a
dimension that names the indicator gives the name, every other one that is no total is put behind it in brackets; price
and adjustment go into the basis. Nothing is dropped in silence: what is a total everywhere is said in a note.

References
----------
SDMX-CSV data message, field guide, versions 1.0 and 2.0 (github.com/sdmx-twg/sdmx-csv).
"""

from __future__ import annotations

from collections.abc import Sequence

import polars

from milepost.checks.model import Words
from milepost.documents.decoding import decoded
from milepost.kernel.errors import ReadError
from milepost.observations.exchange import (
    BASIS_DIMENSIONS,
    FREE,
    PERIOD_FORMS,
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
from milepost.observations.sdmx_columns import REGIONS, SdmxTable, cells_of, code_of, is_total, separator_of

IMPORTER = Importer(
    name="sdmx_csv",
    title=Words("SDMX-CSV", "SDMX-CSV"),
    describes=Words(
        "国际统计数据交换格式SDMX的CSV文件（1.0、2.0版）", "flat files of the SDMX standard, versions 1.0 and 2.0"
    ),
)


_FLOW_WITH_TITLE = r"^\S+\([\d.]+\):\s*(\S.*)$"


def recognises(content: bytes, name: str) -> bool:  # noqa: ARG001 - the content tells
    """Whether the first line has the columns `TIME_PERIOD` and `OBS_VALUE` and those that name the structure."""
    try:
        line = decoded(content[:8192], "head").text.split("\n", 1)[0]
    except ReadError:
        return False
    heads = {code_of(head) for head in cells_of(line, separator_of(line))}
    return {"TIME_PERIOD", "OBS_VALUE"} <= heads and bool(
        heads & {"DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "FREQ", *REGIONS}
    )


def read(content: bytes, name: str, options: ImportOptions) -> Imported:
    """The observations of an SDMX-CSV file.

    Raises
    ------
    ReadError
        If the file is no SDMX-CSV, or says of no region and `options.region` does not either.
    """
    table = SdmxTable.of(content, name, options)
    rows = table.rows.with_row_index("_row", offset=2)
    rows = rows.with_columns(
        _value=polars.col("OBS_VALUE").str.strip_chars(), _time=polars.col("TIME_PERIOD").str.strip_chars()
    )
    rows = _with_periods(_with_flags(rows, table), table)
    absent = rows["_is_missing"] | rows["_value"].fill_null("").is_in(["", "NaN", ":", "-", ".", ".."])
    faults = [*_deleted(rows, table), *_unreadable(rows.filter(~absent), table)]
    bad = {fault_row for fault_row, _ in faults}
    good = rows.filter(~absent, ~polars.col("_row").is_in(list(bad)))
    made = _observations(good, table, options)
    notes = [*table.notes()]
    if count := int(absent.sum()):
        notes.append(Words(f"{count}行没有数值", f"{count} row{'s' * (count != 1)} without a value"))
    places = tuple(f"row {number}" for number in good["_row"])
    return Imported(made, places, tuple(fault for _, fault in faults), tuple(notes))


def _with_flags(rows: polars.DataFrame, table: SdmxTable) -> polars.DataFrame:
    """The columns `_status`, `_trust`, `_is_missing`, `_flag_note`, `_access`."""
    column, conf = table.has("OBS_STATUS", "OBS_FLAG"), table.has("CONF_STATUS", "OBS_CONF")
    flags = polars.col(column).fill_null("").str.strip_chars() if column else polars.lit("")
    read_flags = {text: exchange_flags(text) for text in rows.select(flags.alias("f"))["f"].unique()}
    kept = polars.col(conf).fill_null("").str.strip_chars().str.to_uppercase() if conf else polars.lit("")
    missing = {text: flag.is_missing for text, flag in read_flags.items()}
    secret = {text: flag.is_confidential for text, flag in read_flags.items()}
    is_inside = ~kept.is_in(list(FREE)) | mapped(flags, secret, polars.Boolean())
    return rows.with_columns(
        _status=mapped(flags, {text: flag.status for text, flag in read_flags.items()}, polars.String()),
        _trust=mapped(flags, {text: flag.confidence for text, flag in read_flags.items()}, polars.String()),
        _flag_note=mapped(flags, {text: flag.note for text, flag in read_flags.items()}, polars.String()),
        _is_missing=mapped(flags, missing, polars.Boolean()).fill_null(value=False),
        _access=polars.when(is_inside).then(polars.lit("internal")),
    )


def _with_periods(rows: polars.DataFrame, table: SdmxTable) -> polars.DataFrame:
    """The columns `_kind` and `_period`; each different pair of text and frequency is read once."""
    frequency = polars.col(table.frequency) if table.frequency else polars.lit("")
    keyed = rows.with_columns(
        _frequency=frequency.fill_null("").str.strip_chars(), _time=polars.col("_time").fill_null("")
    )
    different = keyed.select("_time", "_frequency").unique()
    read_periods = [exchange_period(time, code) for time, code in different.iter_rows()]
    known = different.with_columns(
        polars.Series("_kind", [each and each.kind for each in read_periods], dtype=polars.String),
        polars.Series("_period", [each and each.period for each in read_periods], dtype=polars.String),
    )
    return keyed.join(known, on=["_time", "_frequency"], how="left", maintain_order="left")


def _deleted(rows: polars.DataFrame, table: SdmxTable) -> list[tuple[int, RowFault]]:
    """Rows that ask for a deletion, which observations do not know."""
    action = table.has("ACTION")
    if action is None:
        return []
    wanted = rows.filter(polars.col(action).fill_null("").str.strip_chars().str.to_uppercase().is_in(["D", "DELETE"]))
    what = Words("观测值只增不删", "observations are only ever added, never deleted")
    accepted = "I, A, M or R; a correction is a new vintage"
    return [(row, RowFault(table.where(row, action), what, found="'D'", accepted=accepted)) for row in wanted["_row"]]


def _unreadable(rows: polars.DataFrame, table: SdmxTable) -> list[tuple[int, RowFault]]:
    """Rows whose value, period, multiplier or region cannot be read."""
    number = polars.col("_value").cast(polars.Float64, strict=False)
    faults = []
    for row, found in rows.filter(number.is_null() | ~number.is_finite()).select("_row", "_value").iter_rows():
        what = Words("数值不是数字", "the value is no number")
        faults.append(
            (row, RowFault(table.where(row, "OBS_VALUE"), what, found=repr(found), accepted="a plain number"))
        )
    for row, found in rows.filter(polars.col("_period").is_null()).select("_row", "_time").iter_rows():
        what = Words("时期无法识别", "the period cannot be read")
        faults.append((row, RowFault(table.where(row, "TIME_PERIOD"), what, found=repr(found), accepted=PERIOD_FORMS)))
    if (power := table.has("UNIT_MULT")) is not None:
        text = polars.col(power).fill_null("").str.strip_chars()
        wrong = rows.filter(text != "", ~text.str.contains(r"^-?\d{1,2}$"))
        for row, found in wrong.select("_row", power).iter_rows():
            what = Words("单位乘数不是整数", "the unit multiplier is no whole number")
            faults.append((row, RowFault(table.where(row, power), what, found=repr(found), accepted="0, 3, 6, 9 …")))
    if table.region is not None:
        for row in rows.filter(polars.col(table.region).fill_null("").str.strip_chars() == "")["_row"]:
            what = Words("没有地区", "no region")
            faults.append((row, RowFault(table.where(row, table.region), what, accepted="the code of a region")))
    return sorted(faults, key=lambda pair: pair[0])


def _units(rows: polars.DataFrame, table: SdmxTable) -> polars.DataFrame:
    """The columns `_unit`, `_unit_basis` and `_times` (what the value is multiplied with)."""
    column, power = table.has("UNIT_MEASURE", "UNIT"), table.has("UNIT_MULT")
    keyed = rows.with_columns(
        _unit_code=polars.col(column).fill_null("") if column else polars.lit(""),
        _unit_label=table.label(column).fill_null("") if column else polars.lit(""),
        _power=(polars.col(power).cast(polars.Int32, strict=False) if power else polars.lit(None)).fill_null(0),
    )
    different = keyed.select("_unit_code", "_unit_label", "_power").unique()
    read_units = []
    for code, label, exponent in different.iter_rows():
        unit = exchange_unit(code, "" if label == code else label)
        read_units.append((*multiplied(unit.unit, exponent), unit.basis))
    known = different.with_columns(
        polars.Series("_unit", [each[0] for each in read_units], dtype=polars.String),
        polars.Series("_times", [each[1] for each in read_units], dtype=polars.Float64),
        polars.Series("_unit_basis", [each[2] for each in read_units], dtype=polars.String),
    )
    return keyed.join(known, on=["_unit_code", "_unit_label", "_power"], how="left", maintain_order="left")


def _told(code: str, table: SdmxTable) -> polars.Expr:
    return polars.format("{}: {}", polars.lit(code), table.label(code))


def _joined(parts: Sequence[polars.Expr]) -> polars.Expr:
    """Texts with semicolons between; null where there is none."""
    text = polars.concat_list(*parts).list.drop_nulls().list.join("; ")
    return polars.when(text != "").then(text)


def _indicator(table: SdmxTable, source: polars.Expr) -> polars.Expr:
    """The indicator's name: its dimension's, else the dataflow's; and the dimensions that narrow it."""
    narrowing = {
        code: polars.when(~is_total(code)).then(table.label(code))
        for code in table.dimensions
        if code.upper() not in BASIS_DIMENSIONS
    }
    title = table.has("STRUCTURE_NAME")
    flow = polars.col(title) if title else source.str.extract(_FLOW_WITH_TITLE, 1).fill_null(source)
    name = table.label(table.indicator) if table.indicator else flow
    return qualified(name.fill_null(""), narrowing)


def _basis(table: SdmxTable) -> polars.Expr:
    codes = [code for code in table.dimensions if code.upper() in BASIS_DIMENSIONS]
    return _joined(
        [polars.col("_unit_basis"), *(polars.when(~is_total(code)).then(_told(code, table)) for code in codes)]
    )


def _note(table: SdmxTable) -> polars.Expr:
    kept = [polars.when(polars.col(code).fill_null("") != "").then(_told(code, table)) for code in table.attributes]
    return _joined([polars.col("_flag_note"), *kept])


def _vintage(rows: polars.DataFrame, table: SdmxTable) -> polars.Expr:
    updated = table.has("LAST UPDATE", "VALID_FROM")
    if updated is None:
        return polars.lit(None, dtype=polars.String)
    dates = {text: exchange_date(text) for text in rows[updated].drop_nulls().unique()}
    return mapped(polars.col(updated), dates, polars.String())


def _observations(rows: polars.DataFrame, table: SdmxTable, options: ImportOptions) -> polars.DataFrame:
    if rows.is_empty():
        return completed({}, rows.clear())
    rows = _units(rows, table)
    flow = table.has("DATAFLOW", "STRUCTURE_ID")
    source = polars.col(flow).str.strip_chars() if flow else polars.lit(table.name)
    region = polars.col(table.region).str.strip_chars() if table.region else polars.lit(options.region)
    known = table.labels.get(table.region) if table.region else None
    value = polars.col("_value").cast(polars.Float64)
    times = polars.col("_times")
    columns: dict[str, polars.Expr | str | None] = {
        "indicator": _indicator(table, source),
        "region": region.replace(dict(options.parts)) if options.parts else region,
        "region_name": polars.col(known).str.strip_chars() if known else options.region_name,
        "period_kind": polars.col("_kind"),
        "period": polars.col("_period"),
        "value": polars.when(times == 1).then(value).otherwise((value * times).round_sig_figs(15)),
        "unit": _or(polars.col("_unit"), options.unit),
        "status": polars.col("_status"),
        "source": options.source or source,
        "source_kind": options.source_kind or "official",
        "vintage": _or(_vintage(rows, table), options.vintage),
        "basis": _or(_basis(table), options.basis),
        "access": _or(polars.col("_access"), options.access),
        "confidence": polars.col("_trust"),
        "note": _note(table),
    }
    return completed(columns, rows)


def _or(column: polars.Expr, text: str | None) -> polars.Expr:
    """The column, and where it is null what the options say."""
    return column.fill_null(polars.lit(text, dtype=polars.String)) if text else column
