"""What was known on a date, and which of several values of one series and period is taken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, Literal

import polars

from milepost.observations.model import CONFIDENCES, SOURCE_KINDS, STATUSES
from milepost.observations.normalizing import normalized
from milepost.observations.series import SERIES_KEY, with_basis

Audience = Literal["public", "internal"]

IDENTITY: Final = (*SERIES_KEY, "period_kind", "period")
"""`chosen` leaves one row for each combination of these."""

RIVALS: Final[dict[str, polars.DataType]] = {
    "rivals": polars.UInt32(),  # how many other values, of other sources, differ from the one taken
    "rival_low": polars.Float64(),  # lowest and highest of them, in the base unit; null when there are none
    "rival_high": polars.Float64(),
}
"""Columns that `chosen` adds."""

# What settles a tie of equal values: any order does, if it is not that of the rows.
_LAST: Final = ("value", "unit", "bound", "basis", "url", "note")
_COMPARED: Final = ("source", "known", "base_value", *_LAST)
_SAME = 1e-9  # relative: what the conversion of units may leave behind


def known(
    observations: polars.DataFrame,
    as_of: date | None = None,
    audience: Audience = "internal",
    *,
    today: date | None = None,
) -> polars.DataFrame:
    """The observed values that were known on a date, in the order of the table.

    A value is known when its period has ended and its vintage has come; planned values are no observations. For the
    public it must have been public on that date *and* be public today, so that a date ahead opens nothing.

    Parameters
    ----------
    observations : polars.DataFrame
        With the columns of `milepost.observations.model.SCHEMA`.
    as_of : date, optional
        The date; today when it is not given.
    audience : {"internal", "public"}
        Who will read the result.
    today : date, optional
        The day that counts as today, by the clock when it is not given.

    Returns
    -------
    polars.DataFrame
        Normalised rows (`milepost.observations.normalizing.normalized`).
    """
    today = today or datetime.now().astimezone().date()
    until = as_of or today
    rows = normalized(observations)
    seen = (polars.col("end") <= until) & (polars.col("known") <= until)
    observed = polars.col("status").ne_missing("plan")
    if audience == "public":
        seen &= polars.col("public_from") <= min(until, today)
    return rows.filter(seen & observed)


def chosen(observations: polars.DataFrame, order: Sequence[str] = SOURCE_KINDS) -> polars.DataFrame:
    """One value for each series and period, and how far the others lie from it.

    Within a source a later vintage replaces the earlier ones. Between sources certified values (上级核定) come first,
    then the declared order, then the status from certified down to estimate, then the confidence; what is still equal
    is settled by the later vintage, the name of the source and the value, so that the order of rows never matters.

    Units are part of the identity: a level and a percentage of one name are two rows. Give it what `known` left.

    Parameters
    ----------
    observations : polars.DataFrame
        With the columns of `milepost.observations.model.SCHEMA`; rows without a readable value are passed over.
    order : sequence of str
        Names of sources and kinds of sources, the most trusted first. Sources named stand before all kinds, kinds that
        are not named after those that are.

    Returns
    -------
    polars.DataFrame
        Normalised rows with a basis (`milepost.observations.series.with_basis`) and the columns of `RIVALS`, by
        identity, ascending.
    """
    rows = with_basis(normalized(observations)).filter(polars.col("base_value").is_finite())
    rows = rows.sort(IDENTITY, nulls_last=True)
    alone = _stand_alone(rows)
    if alone.all():
        return _alone(rows)
    single = _alone(rows.filter(alone))
    settled = rows.filter(~alone).pipe(_best, order).select(single.columns)
    return polars.concat([single, settled]).sort(IDENTITY, nulls_last=True)


def _stand_alone(rows: polars.DataFrame) -> polars.Series:
    """Whether each of the rows, by identity, is the only one of its identity."""
    after = rows.select(
        polars.all_horizontal(polars.col(name).eq_missing(polars.col(name).shift()) for name in reversed(IDENTITY))
    ).to_series()
    if rows.height:
        # The first row comes after none, whatever it lacks.
        after[0] = False
    return ~(after | after.shift(-1, fill_value=False))


def _alone(rows: polars.DataFrame) -> polars.DataFrame:
    return rows.with_columns(
        polars.lit(None if kind == polars.Float64() else 0, dtype=kind).alias(name) for name, kind in RIVALS.items()
    )


def _best(rows: polars.DataFrame, order: Sequence[str]) -> polars.DataFrame:
    """One row for each identity that several rows have."""
    numbers = rows.select(IDENTITY).unique().with_row_index("_series")
    numbered = rows.join(numbers, on=list(IDENTITY), how="left", nulls_equal=True, maintain_order="left")
    # Only what is compared is sorted; the rows themselves are fetched at the end.
    compared = numbered.with_row_index("_row").select("_row", "_series", *_ranks(order), *_COMPARED)
    within = ["_certified", "known", "_status", "_confidence", "base_value", *_LAST]
    dated = compared.sort(within, descending=[name == "known" for name in within], nulls_last=True)
    # The first of a source: its certified value if it has one, else its latest vintage.
    voices = dated.unique(["_series", "source"], keep="first", maintain_order=True)
    between = ["_certified", "_named", "_kind", "_status", "_confidence", "known", "source", "base_value", *_LAST]
    ordered = voices.sort(between, descending=[name == "known" for name in between], nulls_last=True)
    taken = ordered.unique("_series", keep="first", maintain_order=True)
    others = ordered.select("_series", "base_value").join(taken.select("_series", _taken="base_value"), on="_series")
    differing = (polars.col("base_value") - polars.col("_taken")).abs() > _SAME * polars.col("_taken").abs()
    rivals = others.filter(differing).group_by("_series").agg(
        rivals=polars.len().cast(polars.UInt32),
        rival_low=polars.col("base_value").min(),
        rival_high=polars.col("base_value").max(),
    )
    told = taken.select("_row", "_series").join(rivals, on="_series", how="left", maintain_order="left")
    figures = told.with_columns(polars.col("rivals").fill_null(0)).select(*RIVALS)
    return rows[taken["_row"]].hstack(figures)


def _ranks(order: Sequence[str]) -> list[polars.Expr]:
    """Ranks of a row, the best first."""
    named = [name for name in order if name not in SOURCE_KINDS]
    kinds = [name for name in order if name in SOURCE_KINDS]
    kinds += [name for name in SOURCE_KINDS if name not in kinds]
    status, kind = polars.col("status"), polars.col("source_kind")
    certified = (status == "certified") | (kind == "certified")
    return [
        (~certified.fill_null(False)).alias("_certified"),
        _place("source", named).alias("_named"),
        _place("source_kind", kinds).alias("_kind"),
        # A status that is not given ranks as a final value does: most tables print final values without saying so.
        _place("status", STATUSES[::-1], unknown=STATUSES[::-1].index("final")).alias("_status"),
        _place("confidence", CONFIDENCES).alias("_confidence"),
    ]


def _place(column: str, words: Sequence[str], unknown: int | None = None) -> polars.Expr:
    """The place of a word in an order; behind all of them for one that is not in it."""
    places = {word: place for place, word in enumerate(words)}
    after = len(words) if unknown is None else unknown
    return polars.col(column).replace_strict(places, default=after, return_dtype=polars.Int32)
