"""`milepost.forecast`: where yearly series are heading, with what is doubtful about each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from numbers import Integral
from pathlib import Path
from typing import Any, Final

import numpy
import polars

from milepost.checks.model import Tongue, Words
from milepost.forecasts import doubting
from milepost.forecasts.adapting import factors, widened
from milepost.forecasts.breaks import Mended, mended
from milepost.forecasts.calibration import Calibrations, load, shipped
from milepost.forecasts.framing import Frame, framed
from milepost.forecasts.model import Distributions, Numbers, Panel
from milepost.forecasts.nowcast import HOW, Nowcasts, first_year, nowcasts
from milepost.forecasts.packing import packed
from milepost.forecasts.reconciling import Whole, families, parts_by_code, reconciled, starts
from milepost.forecasts.run import LONGEST_HORIZON, distributions, quantile_at
from milepost.forecasts.table import METHODS, method_named
from milepost.forecasts.yearly import limits
from milepost.kernel.errors import UsageError

USUAL_HORIZON: Final = 5
INTERVALS: Final = (0.5, 0.8, 0.95)
NAMED: Final = ("series", "indicator", "region", "region_name", "basis", "unit")


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Forecasts of many series.

    `table` is what `forecast` returns; `history` has `series`, `year`, `value` and `used`: the value that the forecast
    rests on, which differs where a series was mended.
    """

    table: polars.DataFrame
    history: polars.DataFrame
    distributions: Distributions


def forecast(
    frame: polars.DataFrame,
    horizon: int | None = None,
    *,
    to: int | None = None,
    intervals: Sequence[float] = INTERVALS,
    method: str = METHODS[0],
    calibration: Calibrations | Path | str | None = None,
    breaks: Mapping[str, int | Sequence[int]] | None = None,
    find_breaks: bool = True,
    as_of: date | None = None,
    parts: Whole | None = None,
    language: Tongue = "en",
) -> polars.DataFrame:
    """Where yearly series are heading, as intervals that hold what they say.

    Parameters
    ----------
    frame : polars.DataFrame
        Observations (`milepost.observations/1`), or yearly values with the columns `series`, `year`, `value`, and if
        wanted `indicator`, `region`, `unit`, `basis`, `low` and `high` (the limits of what can be true).
    horizon : int, optional
        How many years behind each series' own last value; five, when `to` is not given either.
    to : int, optional
        The last year to forecast, instead.
    intervals : sequence of float
        Shares of probability that the intervals hold, above 0 and at most 0.99.
    method : str, default "combination"
        A name of `milepost.forecasts.table.METHODS`.
    calibration : Calibrations or path, optional
        What `milepost calibrate` wrote; left out, the one that comes with Milepost.
    breaks : mapping of series or indicator to years, optional
        First years on another basis (a census, a change of base).
    find_breaks : bool, default True
        Whether breaks, and years off and back, are looked for as well.
    as_of : date, optional
        Only observations that were known then are used; today when it is not given.
    parts : mapping of a region to its parts, optional
        Which regions make up which; left out, as the official codes of Chinese divisions say.
    language : {"en", "zh"}
        Of the doubts.

    Returns
    -------
    polars.DataFrame
        A row for each series and year ahead: `series`, `indicator`, `region`, `region_name`, `basis`, `unit` (as
        printed; all figures are in it), `year`, `point`, for each interval `low80` and `high80` (with its share),
        `method`, `points` (values used), `status` and `doubt`. A series that cannot be forecast has one row with the
        status `not_assessable`, no year and no figures, and the reason as its doubt. There is never a NaN.

    Raises
    ------
    UsageError
        If columns are missing, or a method, horizon, interval or declared break is none.

    >>> rows = polars.DataFrame({"series": ["a"] * 4, "year": [2020, 2021, 2022, 2023], "value": [1.0, 2.0, 3.0, 4.0]})
    >>> forecast(rows, 1).select("series", "year", "points", "status").rows()
    [('a', 2024, 4, 'forecast')]
    """
    return forecasts(
        frame, horizon, to=to, intervals=intervals, method=method, calibration=calibration, breaks=breaks,
        find_breaks=find_breaks, as_of=as_of, parts=parts, language=language,
    ).table  # fmt: skip


def forecasts(
    frame: polars.DataFrame,
    horizon: int | None = None,
    *,
    to: int | None = None,
    intervals: Sequence[float] = INTERVALS,
    method: str = METHODS[0],
    calibration: Calibrations | Path | str | None = None,
    breaks: Mapping[str, int | Sequence[int]] | None = None,
    find_breaks: bool = True,
    as_of: date | None = None,
    parts: Whole | None = None,
    language: Tongue = "en",
) -> Forecasts:
    """The same as `forecast`, with the series themselves and the whole distributions."""
    method_named(method)
    _sound(horizon, to, intervals)
    learnt = calibration if isinstance(calibration, Calibrations) else load(Path(calibration)) if calibration else None
    given = framed(frame, as_of)
    ready = _ready(given, horizon, to)
    mend = mended(ready.panel, _by_series(breaks or {}, given), finding=find_breaks)
    now = nowcasts(ready.panel, given.to_date)
    longest = int(ready.ahead.max(initial=1))
    found = _distributions(mend, now, longest, method, learnt or shipped())
    # Series of one indicator live through the same years: their own past tells whether the widths held.
    kinds = _facts_of(ready.panel, given)["indicator"].fill_null("").to_numpy()
    factor = factors(mend.panel, kinds, method=method, calibrations=learnt)
    factor[now.rows] = 1.0  # what the running year tells is known of itself
    found = widened(found, factor)
    notes = _doubts(ready, given, mend, now, learnt or shipped(), method)
    found = _added_up(found, ready, given, parts, notes)
    return Forecasts(
        _table(found, ready, given, intervals, notes, language), _history(ready.panel, mend.panel), found
    )


@dataclass(frozen=True, slots=True)
class _Ready:
    """What can be forecast: the series, how many years of each, and why others cannot."""

    panel: Panel
    ahead: numpy.ndarray
    refused: dict[str, str]


def _sound(horizon: int | None, to: int | None, intervals: Sequence[float]) -> None:
    if horizon is not None and to is not None:
        raise UsageError("both a horizon and a last year", where="horizon, to", accepted="one of them")
    for where, number in (("horizon", horizon), ("to", to)):
        if number is not None and not _is_whole(number):
            raise UsageError("this is no whole number", where=where, found=repr(number), accepted="a whole number")
    if horizon is not None and not 1 <= horizon <= LONGEST_HORIZON:
        raise UsageError("how many years?", where="horizon", found=str(horizon), accepted=f"1 to {LONGEST_HORIZON}")
    if to is not None and not 1 <= to <= 9999:
        raise UsageError("this is no year", where="to", found=str(to), accepted="a year, as 2030")
    for share in intervals:
        if not 0 < share <= 0.99:
            raise UsageError("this is no interval", where="intervals", found=str(share), accepted="above 0, up to 0.99")


def _is_whole(number: object) -> bool:
    return isinstance(number, Integral) and not isinstance(number, bool)


def _ready(given: Frame, horizon: int | None, to: int | None) -> _Ready:
    found = packed(given.values)
    refused = dict(found.refused)
    silent = given.facts.join(given.values.select("series").unique(), on="series", how="anti")
    refused |= dict.fromkeys(silent["series"], "no_yearly")
    panel = found.panel
    ahead = to - panel.last if to is not None else numpy.full(len(panel.names), horizon or USUAL_HORIZON)
    for wrong, reason in ((ahead < 1, "nothing_ahead"), (ahead > LONGEST_HORIZON, "too_far")):
        refused |= {panel.names[row]: reason for row in numpy.flatnonzero(wrong)}
    good = (ahead >= 1) & (ahead <= LONGEST_HORIZON)
    panel = panel.rows(good)
    if not given.limited and panel.names:
        facts = _facts_of(panel, given)
        low, high = limits(facts["unit"].to_numpy(), facts["indicator"].fill_null("").to_numpy(), panel.values)
        panel = replace(panel, low=low, high=high)
    return _Ready(panel, ahead[good], refused)


def _facts_of(panel: Panel, given: Frame) -> polars.DataFrame:
    """What is known of the series of a panel, in its order."""
    names = polars.DataFrame({"series": panel.names}, schema={"series": polars.String})
    return names.join(given.facts, on="series", how="left", maintain_order="left")


def _by_series(breaks: Mapping[str, int | Sequence[int]], given: Frame) -> dict[str, list[int]]:
    """Declared breaks by series: a name may be that of a series, an indicator or a concept."""
    found: dict[str, list[int]] = {}
    for name, years in breaks.items():
        fits = polars.any_horizontal(polars.col("series", "indicator", "concept") == name)
        series = given.facts.filter(fits)["series"].to_list()
        if not series:
            accepted = "the name of a series or an indicator"
            raise UsageError("there is no such series", where="breaks", found=repr(name), accepted=accepted)
        told = [years] if isinstance(years, int | str) else list(years)
        if not all(_is_whole(year) for year in told):
            raise UsageError("this is no year", where="breaks", found=repr(years), accepted="a year, or several")
        for each in series:
            found.setdefault(each, []).extend(int(year) for year in told)
    return found


def _distributions(mend: Mended, now: Nowcasts, horizon: int, method: str, learnt: Calibrations) -> Distributions:
    """Forecasts from past years, and for series whose running year is known in part from that year on."""
    found = distributions(mend.panel, horizon, method=method, calibrations=learnt, measured=mend.measured)
    rows = now.rows
    if not len(rows):
        return found
    point, quantiles = found.point.copy(), found.quantiles.copy()
    first = first_year(now, quantiles[rows, 0])
    middle = first[:, first.shape[1] // 2]
    point[rows, 0], quantiles[rows, 0] = middle, first
    if horizon > 1:
        later = _from(mend, rows, middle)
        after = distributions(
            later.panel, horizon - 1, method=method, calibrations=learnt, measured=later.measured
        )
        point[rows, 1:] = after.point
        away = first - middle[:, None]
        grown = after.point / numpy.where(middle > 0, middle, 1.0)[:, None]
        # Errors of the first year are carried on with the growth, and add to those behind it as independent ones do.
        carried = away[:, None, :] * numpy.clip(grown, 0.0, 10.0)[:, :, None]
        apart = after.quantiles - after.point[:, :, None]
        both = after.point[:, :, None] + numpy.sign(carried + apart) * numpy.hypot(carried, apart)
        limit = mend.panel.low[rows, None, None], mend.panel.high[rows, None, None]
        quantiles[rows, 1:] = numpy.sort(numpy.clip(both, *limit), axis=2)
    return Distributions(found.panel, method, point, quantiles)


def _from(mend: Mended, rows: numpy.ndarray, value: Numbers) -> Mended:
    """Some series with one year more."""

    def longer(panel: Panel) -> Panel:
        part = panel.rows(rows)
        return replace(part, values=numpy.column_stack([part.values, value]), last=part.last + 1)

    return replace(mend, panel=longer(mend.panel), measured=longer(mend.measured))


def _doubts(
    ready: _Ready, given: Frame, mend: Mended, now: Nowcasts, learnt: Calibrations, method: str
) -> list[list[Words]]:
    """What is doubtful about each series of the panel."""
    panel, known = ready.panel, len(learnt.of(method).quantiles)
    facts = _facts_of(panel, given)
    notes: list[list[Words]] = [[] for _ in panel.names]
    for row in numpy.flatnonzero(_is_doubtful(panel, facts)):
        notes[row] += _own_doubts(panel.values[row], facts.row(int(row), named=True))
    for row in numpy.flatnonzero(ready.ahead > known):
        notes[row].append(doubting.far(known))
    for flags, words in (
        (mend.declared, doubting.declared), (mend.found, doubting.found), (mend.off, doubting.off),
    ):  # fmt: skip
        for row in numpy.flatnonzero(flags.any(axis=1)):
            notes[row].append(words(mend.years(flags, int(row))))
    for place, row in enumerate(now.rows):
        how, months, years = HOW[now.how[place]], int(now.months[place]), int(now.years[place])
        notes[row].insert(0, doubting.nowcast(int(panel.last[row]) + 1, months, how, years))
    return notes


def _is_doubtful(panel: Panel, facts: polars.DataFrame) -> numpy.ndarray:
    """Which series have doubts of their own: of many, most have none."""
    observed = numpy.isfinite(panel.values)
    spans = panel.values.shape[1] - numpy.argmax(observed, axis=1)
    points = panel.lengths
    highest = numpy.where(observed, panel.values, -numpy.inf).max(axis=1, initial=-numpy.inf)
    lowest = numpy.where(observed, panel.values, numpy.inf).min(axis=1, initial=numpy.inf)
    some = (polars.col("impossible") > 0, polars.col("bounds") > 0, "rivals", "unlike")
    told = facts.select(polars.any_horizontal(*some))
    doubtful: numpy.ndarray = (points < doubting.FEW) | (points < spans) | (highest == lowest)
    doubtful |= told.to_series().to_numpy()
    return doubtful


def _own_doubts(values: Numbers, facts: dict[str, Any]) -> list[Words]:
    """What is doubtful about one series as it stands."""
    observed = numpy.flatnonzero(numpy.isfinite(values))
    missing = int(observed[-1] - observed[0] + 1 - len(observed))
    told = [doubting.few(len(observed))] if len(observed) < doubting.FEW else []
    told += [doubting.gaps(missing)] if missing else []
    told += [doubting.still()] if values[observed].max() == values[observed].min() else []
    told += [doubting.impossible(facts["impossible"])] if facts["impossible"] else []
    told += [doubting.bounds(facts["bounds"])] if facts["bounds"] else []
    told += [doubting.unlike_a_share()] if facts["unlike"] else []
    return told + ([doubting.rivals()] if facts["rivals"] else [])


def _added_up(
    found: Distributions, ready: _Ready, given: Frame, parts: Whole | None, notes: list[list[Words]]
) -> Distributions:
    """Forecasts of parts and wholes, made to add up where they did in the past."""
    panel = ready.panel
    facts = _facts_of(panel, given)
    regions = [region or "" for region in facts["region"]]
    wholes = parts_by_code(regions) if parts is None else parts
    point, quantiles = found.point.copy(), found.quantiles.copy()
    done: set[int] = set()
    for family in families(panel, facts["group"].to_list(), regions, wholes):
        rows = [family.whole, *family.parts]
        if not family.adds_up:
            if family.sum_share is not None:
                notes[family.whole].append(doubting.apart(family.sum_share))
            continue
        first = starts(panel, family)
        years = int((ready.ahead[rows] - first).min())
        if years < 1:
            continue
        columns = first[:, None] + numpy.arange(years)
        places = numpy.array(rows)[:, None]
        point[places, columns], quantiles[places, columns] = reconciled(
            panel, point[places, columns], quantiles[places, columns], family, fixed=family.whole in done
        )
        for row in set(rows) - done:
            notes[row].append(doubting.together())
        done |= set(rows)
    return Distributions(found.panel, found.method, point, quantiles)


def _table(
    found: Distributions, ready: _Ready, given: Frame, intervals: Sequence[float], notes: list[list[Words]],
    language: Tongue,
) -> polars.DataFrame:  # fmt: skip
    panel, horizon = ready.panel, found.point.shape[1]
    ahead = numpy.arange(1, horizon + 1) <= ready.ahead[:, None]
    row = numpy.repeat(numpy.arange(len(panel.names)), horizon).reshape(ahead.shape)[ahead]
    columns: dict[str, object] = {
        "series": numpy.array(panel.names, dtype=object)[row],
        "year": (panel.last[:, None] + numpy.arange(1, horizon + 1))[ahead],
        "point": found.point[ahead],
    }
    figures = ["point"]
    for share in intervals:
        for side, level in (("low", (1 - share) / 2), ("high", (1 + share) / 2)):
            figures.append(f"{side}{share * 100:g}")
            columns[figures[-1]] = quantile_at(found, level)[ahead]
    between = "；" if language == "zh" else "; "
    told = [between.join(_of(words, language) for words in each) for each in notes]
    columns |= {"points": panel.lengths[row], "doubt": numpy.array(told, dtype=object)[row]}
    schema = {"series": polars.String, "year": polars.Int64, "points": polars.Int64, "doubt": polars.String}
    made = polars.DataFrame(columns, schema_overrides=schema).with_columns(status=polars.lit("forecast"))
    without = polars.DataFrame(
        [(name, "not_assessable", _of(doubting.REFUSED[code], language)) for name, code in ready.refused.items()],
        schema={"series": polars.String, "status": polars.String, "doubt": polars.String},
        orient="row",
    )
    both = polars.concat([made, without], how="diagonal").with_columns(method=polars.lit(found.method))
    named = both.join(given.facts.select(NAMED), on="series", how="left", maintain_order="left")
    order = given.facts.select("series").with_row_index("_order")
    ordered = named.join(order, on="series", how="left", maintain_order="left").sort("_order", "year")
    return ordered.select(*NAMED, "year", *figures, "method", "points", "status", "doubt")


def _of(words: Words, language: Tongue) -> str:
    return words.zh if language == "zh" else words.en


def _history(panel: Panel, used: Panel) -> polars.DataFrame:
    row, column = numpy.nonzero(numpy.isfinite(panel.values))
    width = panel.values.shape[1]
    return polars.DataFrame(
        {
            "series": numpy.array(panel.names, dtype=object)[row],
            "year": panel.last[row] - (width - 1 - column),
            "value": panel.values[row, column],
            "used": used.values[row, column],
        },
        schema={
            "series": polars.String, "year": polars.Int64, "value": polars.Float64, "used": polars.Float64,
        },
    )  # fmt: skip
