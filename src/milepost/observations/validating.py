"""Which rows of observations can be taken: every importer's rows go through here, whole tables at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import polars

from milepost.checks.model import Words
from milepost.observations.exchange import listed
from milepost.observations.importing import NOTHING, Imported, ImportOptions, RowFault
from milepost.observations.model import COLUMNS, KEY, SCHEMA
from milepost.observations.periods import EARLIEST, FORMS, LATEST, days_of
from milepost.observations.regional import is_total
from milepost.observations.telling import names_words
from milepost.observations.units import with_base_values
from milepost.observations.wording import CODES
from milepost.plans.divisions import named as divisions_named
from milepost.plans.divisions import official_names

SAYS: Final = ("value", "unit", "bound", "status", "access")
"""What two rows of one key must agree in, so that one of them is a repetition."""

_SAME = 1e-9
_DATE = r"^\d{4}-\d{2}-\d{2}$"
_EMBARGO = r"^embargoed:(\d{4}-\d{2}-\d{2})$"


def validated(imported: Imported, options: ImportOptions | None = None) -> Imported:
    """The rows that can be taken, and a fault for each that cannot, naming its row and cell.

    Blanks around texts are taken off, and empty texts made null. Refused are rows without indicator, region or value;
    values that are not finite; periods that do not fit their kind or lie out of range; words that no column knows;
    dates that are none; regions that `options.parts` does not know; and rows that contradict another of the same key.
    A row that repeats another is dropped, with a note.

    Parameters
    ----------
    imported : Imported
        With the columns of `milepost.observations.model.SCHEMA`.
    options : ImportOptions, optional
        What rows have that say nothing themselves.
    """
    options = options or ImportOptions()
    rows = _completed(_cleaned(imported.rows), options)
    checks = [*_missing(rows), *_misplaced(rows, options.parts), *_periods(rows)]
    checks += [*_words(rows), *_dates(rows), *_numbers(rows)]
    if options.parts:
        rows, unknown = _regions(rows, options.parts)
        checks += unknown
    bad = polars.Series([False], dtype=polars.Boolean).new_from_index(0, rows.height)
    faults: list[tuple[int, RowFault]] = []
    for mask, column, what, accepted in checks:
        wrong = mask & ~bad
        if wrong.any():
            faults += _told(rows, wrong, column, what, accepted, imported)
            bad |= wrong
    good = Imported(*_kept(rows, imported.places, ~bad)) if bad.any() else Imported(rows, imported.places)
    good = _without_repetitions(replace(good, columns=imported.columns))
    told = tuple(fault for _, fault in sorted(faults, key=lambda pair: pair[0]))
    return Imported(
        good.rows,
        good.places,
        (*imported.faults, *told, *good.faults),
        (*imported.notes, *good.notes),
        imported.columns,
    )


Check = tuple[polars.Series, str, Words, str]
"""A mask of wrong rows, the column that is wrong, what is wrong, and what would be accepted."""


def _cleaned(rows: polars.DataFrame) -> polars.DataFrame:
    """All columns in their order; texts without blanks around them, null where nothing is left."""
    texts = [name for name in COLUMNS if SCHEMA[name] == polars.String]
    missing = [polars.lit(None, dtype=SCHEMA[name]).alias(name) for name in COLUMNS if name not in rows.columns]
    typed = rows.with_columns(*missing).select(polars.col(name).cast(kind) for name, kind in SCHEMA.items())
    broken = [name for name in _ON_ONE_LINE if typed[name].str.contains(r"[\r\n]").any()]
    typed = typed.with_columns(_on_one_line(name) for name in broken)
    clean = typed.with_columns(polars.col(texts).str.strip_chars())
    return clean.with_columns(polars.when(polars.col(name) != "").then(polars.col(name)) for name in texts)


_ON_ONE_LINE = ("indicator", "region", "region_name", "unit", "source", "basis")


def _on_one_line(name: str) -> polars.Expr:
    """A text that was broken to fit its cell, in one line: Chinese is joined without a blank."""
    between = polars.col(name).str.replace_all(r"(\p{Han}|[（(])[ \t]*[\r\n]+[ \t]*", "$1")
    return between.str.replace_all(r"[ \t]*[\r\n]+[ \t]*(\p{Han}|[（(])", "$1").str.replace_all(r"\s*[\r\n]+\s*", " ")


_FILLED = ("region", "region_name", "source", "source_kind", "vintage", "unit", "basis", "access")


def _completed(rows: polars.DataFrame, options: ImportOptions) -> polars.DataFrame:
    rows = _without_totals(rows)
    given = {name: getattr(options, name) for name in _FILLED if getattr(options, name)}
    # The region given belongs to rows that name none, and the name given to the region given.
    unnamed = polars.col("region").is_null() & polars.col("region_name").is_null()
    own = [
        polars.when(unnamed).then(polars.lit(given.pop(name))).otherwise(polars.col(name)).alias(name)
        for name in ("region", "region_name")
        if name in given
    ]
    rest = [polars.col(name).fill_null(polars.lit(value)) for name, value in given.items()]
    # Where only a name is given, it is what the region is known by; a code is no name.
    by_name = rows.with_columns(*own, *rest).with_columns(region=polars.coalesce("region", "region_name"))
    is_code = (polars.col("region") == polars.col("region_name")) & polars.col("region").str.contains(r"^\d{2,}$")
    return by_name.with_columns(region_name=polars.when(~is_code.fill_null(value=False)).then("region_name"))


def _without_totals(rows: polars.DataFrame) -> polars.DataFrame:
    """The rows without names of regions that stand for all of them together: whose total it is, the file says not."""
    names = ("region", "region_name")
    totals = {name: [text for text in rows[name].drop_nulls().unique() if is_total(text)] for name in names}
    return rows.with_columns(
        polars.when(~polars.col(name).is_in(said).fill_null(value=False)).then(name).alias(name)
        for name, said in totals.items()
        if said
    )


def _missing(rows: polars.DataFrame) -> list[Check]:
    names = {
        "indicator": Words("没有指标名称", "no indicator"),
        "region": Words("没有地区", "no region"),
        "value": Words("没有数值", "no value"),
    }
    accepted = {"region": "a column of regions, or --region CODE for rows that name none"}
    return [(rows[name].is_null(), name, what, accepted.get(name, "")) for name, what in names.items()]


def _misplaced(rows: polars.DataFrame, parts: Mapping[str, str]) -> list[Check]:
    """Rows whose indicator is the name of a region: of a table whose lines or columns are regions."""
    names = rows["indicator"].drop_nulls().unique()
    known = official_names() | parts.keys()
    if not any(name in known for name in names):
        return []
    # Among official names, short and former ones are regions too.
    regions = [name for name in names if name in known or divisions_named(name)]
    what = Words("这是地区名，不是指标", "this is a region, no indicator")
    return [(rows["indicator"].is_in(regions).fill_null(value=False), "indicator", what, _REGION_ACCEPTED)]


_REGION_ACCEPTED: Final = "names of indicators; of a table by region, a line or column of them beside the regions"


def _periods(rows: polars.DataFrame) -> list[Check]:
    """Kinds that there are none of, and periods that do not fit their kind; each different pair is looked at once."""
    different = rows.select("period_kind", "period").unique()
    state = [_period_state(kind, period) for kind, period in different.iter_rows()]
    known = different.with_columns(polars.Series("_state", state, dtype=polars.String))
    joined = rows.select("period_kind", "period").join(
        known, on=["period_kind", "period"], how="left", nulls_equal=True, maintain_order="left"
    )
    found = joined["_state"]
    kinds = ", ".join(FORMS)
    forms = ", ".join(f"{kind}: {example}" for kind, (_, example) in FORMS.items())
    return [
        (found == "untold", "period", Words("不知是哪个时期", "it cannot be told which period is meant"),
         f"{forms}; or a column period_kind that says {kinds}"),
        (found == "kind", "period_kind", Words("没有这种时期类型", "no such kind of period"), kinds),
        (found == "form", "period", Words("时期的写法与类型不符", "the period does not fit its kind"), forms),
        (found == "range", "period", Words("时期超出范围", "the period is out of range"), f"{EARLIEST} to {LATEST}"),
    ]


def _period_state(kind: str | None, period: str | None) -> str | None:
    form = FORMS.get(kind or "")  # type: ignore[call-overload]
    if form is None:
        # Where a period is given without its kind, the period is what was not understood.
        return "untold" if period and not kind else "kind"
    if days_of(kind or "", period or "") is not None:
        return None
    return "range" if form[0].fullmatch(period or "") else "form"


def _words(rows: polars.DataFrame) -> list[Check]:
    checks = []
    for column, codes in CODES.items():
        if column in ("period_kind", "access"):
            continue
        what = Words("没有这个取值", "no such word")
        wrong = rows[column].is_in(list(codes)).fill_null(value=True)
        checks.append((~wrong, column, what, ", ".join(codes)))
    access = rows["access"]
    embargo = access.str.extract(_EMBARGO, 1).str.to_date("%Y-%m-%d", strict=False)
    wrong = access.is_not_null() & ~access.is_in(["public", "internal"]) & embargo.is_null()
    what = Words("没有这个取值", "no such word")
    return [*checks, (wrong.fill_null(value=False), "access", what, "public, internal, embargoed:YYYY-MM-DD")]


def _dates(rows: polars.DataFrame) -> list[Check]:
    vintage = rows["vintage"]
    if vintage.null_count() == rows.height:
        return []
    written = vintage.str.contains(_DATE).fill_null(value=True)
    read = vintage.str.to_date("%Y-%m-%d", strict=False)
    no_date = ~written | (read.is_null() & vintage.is_not_null())
    outside = ~read.dt.year().is_between(EARLIEST, LATEST).fill_null(value=True) & ~no_date
    return [
        (no_date, "vintage", Words("不是日期", "no date"), "YYYY-MM-DD"),
        (outside, "vintage", Words("日期超出范围", "the date is out of range"), f"{EARLIEST} to {LATEST}"),
    ]


def _numbers(rows: polars.DataFrame) -> list[Check]:
    what = Words("不是有限的数", "no finite number")
    return [
        (~rows[name].is_finite().fill_null(value=True), name, what, "a number")
        for name in ("value", "growth_percent")
    ]


def _regions(rows: polars.DataFrame, parts: Mapping[str, str]) -> tuple[polars.DataFrame, list[Check]]:
    """The rows with the codes of their regions, and those whose region is none of the parts."""
    known = dict(parts) | {code: code for code in parts.values()}
    code = polars.coalesce(
        polars.col("region").replace_strict(known, default=None, return_dtype=polars.String),
        polars.col("region_name").replace_strict(known, default=None, return_dtype=polars.String),
    )
    coded = rows.with_columns(_code=code)
    unknown = coded["_code"].is_null() & coded["region"].is_not_null()
    accepted = listed(sorted(set(parts.values())))
    made = coded.with_columns(region=polars.coalesce("_code", "region")).drop("_code")
    return made, [(unknown, "region", Words("没有这个地区", "no such region"), accepted)]


def cell_at(place: str, column: str, columns: Mapping[str, str]) -> str:
    """A cell as faults name it.

    >>> cell_at("row 12", "value", {"value": "F"}), cell_at("Sheet1!C12", "value", {})
    ('row 12, value (F12)', 'Sheet1!C12, value')
    """
    # What a region is known by may stand in the column of its name.
    letter = columns.get(column) or (columns.get("region_name") if column == "region" else None)
    row = place.rpartition(" ")[2] if "row " in place else ""
    return f"{place}, {column} ({letter}{row})" if letter and row.isdecimal() else f"{place}, {column}"


def _told(
    rows: polars.DataFrame, wrong: polars.Series, column: str, what: Words, accepted: str, imported: Imported
) -> list[tuple[int, RowFault]]:
    at = wrong.arg_true().to_list()
    found = rows[column].gather(at).to_list()
    return [
        (
            row,
            RowFault(
                cell_at(imported.places[row], column, imported.columns),
                what,
                NOTHING if text is None else repr(text),
                accepted,
            ),
        )
        for row, text in zip(at, found, strict=True)
    ]


def _kept(
    rows: polars.DataFrame, places: Sequence[str], mask: polars.Series
) -> tuple[polars.DataFrame, tuple[str, ...]]:
    at = mask.arg_true().to_list()
    return rows.filter(mask), tuple(places[row] for row in at)


def _without_repetitions(imported: Imported) -> Imported:
    """The rows without those that say again what another of their key says, or contradict it."""
    rows = imported.rows
    key = rows.select(KEY)
    repeated = key.is_duplicated()
    if not repeated.any():
        return imported
    suspected = with_base_values(rows.with_row_index("_row").filter(repeated))
    first = polars.all().first().over([polars.col(name) for name in KEY])
    compared = suspected.with_columns(
        suspected.select(first).rename({name: f"first_{name}" for name in suspected.columns})
    ).filter(polars.col("_row") != polars.col("first__row"))
    same = compared.select(agreeing("first_")).to_series()
    faults = [
        _contradiction(imported, row, other, value, before)
        for row, other, value, before in compared.filter(~same)
        .select("_row", "first__row", "value", "first_value")
        .iter_rows()
    ]
    drop = set(compared["_row"].to_list())
    # Of two rows that contradict each other neither is taken: nobody can say which is right.
    drop |= set(compared.filter(~same)["first__row"].to_list())
    mask = ~polars.Series(range(rows.height), dtype=polars.UInt32).is_in(list(drop))
    notes: tuple[Words, ...] = ()
    if same.any():
        places = [imported.places[row] for row in compared.filter(same)["_row"].to_list()]
        count, said = len(places), names_words(places, 6)
        notes = (
            Words(
                f"{count}行与前面的行完全相同，未重复读入：{said.zh}",
                f"{count} row{'s' * (count != 1)} repeated an earlier one and was left out: {said.en}",
            ),
        )
    kept, places_kept = _kept(rows, imported.places, mask)
    return Imported(kept, places_kept, tuple(faults), notes, imported.columns)


def agreeing(other: str) -> polars.Expr:
    """Whether two rows of one key say the same: of a frame with `base_value`, and the other's columns prefixed."""
    value, before = polars.col("value"), polars.col(f"{other}value")
    base, base_before = polars.col("base_value"), polars.col(f"{other}base_value")
    same_unit = polars.col("unit").eq_missing(polars.col(f"{other}unit"))
    same_base = polars.col("base_unit") == polars.col(f"{other}base_unit")
    number = (same_unit & (value == before)) | (
        same_base & ((base - base_before).abs() <= _SAME * base.abs())
    ).fill_null(value=False)
    usual = {"bound": "exact", "status": "final", "access": "public"}
    rest = [
        polars.col(name).fill_null(word) == polars.col(f"{other}{name}").fill_null(word) for name, word in usual.items()
    ]
    return polars.all_horizontal(number, *rest).fill_null(value=False).alias("same")


def _contradiction(imported: Imported, row: int, other: int, value: float, before: float) -> RowFault:
    place, earlier = imported.places[row], imported.places[other]
    return RowFault(
        cell_at(place, "value", imported.columns),
        Words(f"与{earlier}的键相同而内容不同", f"another value for the key of {earlier}"),
        f"{value!r} here, {before!r} there" if value != before else "another unit, bound, status or access",
        "one value for each " + ", ".join(KEY),
    )
