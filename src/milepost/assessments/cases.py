"""From targets and observations to the cases that methods judge: which series, its base, its latest value, its bounds.

Only what `rows` holds is used; `milepost.observations.vintages` has left out what was not known on the date.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import polars
from polars import Expr, col, lit, when

from milepost.assessments.flows import with_yearly
from milepost.assessments.following import followed, values_of
from milepost.assessments.linking import HOWS, linked
from milepost.assessments.model import CASES
from milepost.assessments.peers import limits, scale_ends, spreads
from milepost.assessments.reference import ratios, with_references
from milepost.assessments.settings import AssessSettings
from milepost.assessments.yearly import yearly
from milepost.observations.model import SOURCE_KINDS
from milepost.observations.series import SERIES_KEY
from milepost.pathways.meeting import meets
from milepost.pathways.shaping import followed_comparator

COMPARISONS: Final = ("same", "unknown", "differs")
_DIFFERS: Final = COMPARISONS.index("differs")
_TINY: Final = 1e-6  # years: a day is more
_SEEN: Final = ("current", "current_time", "times", "values", "yearly_times", "yearly")
_AS_STATED: Final = ("value", "sum", "worst", "change")


class Cases(NamedTuple):
    """`cases`: columns of `CASES`, a row for each target in its order; `context`: what is known beside, likewise.

    `rows` are the observations with their number `row`, `values` the yearly values that candidates have of them,
    `matches` is what was matched to what. `used_rows` says which a target rests on.
    """

    cases: polars.DataFrame
    context: polars.DataFrame
    values: polars.DataFrame
    rows: polars.DataFrame
    matches: polars.DataFrame


def cases_of(
    targets: polars.DataFrame,
    rows: polars.DataFrame,
    *,
    language: str = "zh",
    settings: AssessSettings | None = None,
    pathways: polars.DataFrame | None = None,
) -> Cases:
    """The cases of all targets.

    Parameters
    ----------
    targets : polars.DataFrame
        With the columns of `milepost.pathways.model.TARGETS`.
    rows : polars.DataFrame
        What `milepost.observations.vintages.chosen` left: what was known, one row for each series and period.
    language : str
        Code of the plan's language.
    settings : AssessSettings, optional
        The default ones when not given.
    pathways : polars.DataFrame, optional
        What each year asks for: `target`, `year`, `value` (of what is followed, in base units), and `region` where
        parts have their own.

    Returns
    -------
    Cases
    """
    settings = settings or AssessSettings()
    numbered = _numbered(rows, settings.sources)
    asked = targets.with_row_index("place")
    everything = with_references(asked)
    candidates, members, matches = linked(everything, numbered, language, settings.names)
    made = yearly(numbered)
    about = everything.select(
        "place", "kind", "measure", "wanted", "nature", "change", "start", "start_time", "period_start", "goal_time",
        "baseline", "goal", "goal_high", "certainty",
    )  # fmt: skip
    candidates = candidates.join(about, on="place", how="left", maintain_order="left")
    values = values_of(candidates, members, made.whole, numbered.select("row", "trust"))
    decided = _decided(candidates, asked)
    if decided.height:
        values = _margins(values, decided)
    series = followed(candidates, members, values, made)
    if decided.height:
        series = _with_gaps(series, values, decided)
    series = series.join(
        candidates.select("place", "candidate", "role", "how", "compared", "series_basis", "basis_key"),
        on="candidate", how="left", maintain_order="left",
    )  # fmt: skip
    best = ratios(_best(series), asked)
    context = asked.join(best, on="place", how="left", maintain_order="left")
    context = _placed(context, numbered)
    cases = _cases(with_yearly(context, values), numbered, settings, pathways)
    return Cases(cases, context, values, numbered, matches)


def _numbered(rows: polars.DataFrame, order: Sequence[str]) -> polars.DataFrame:
    """The rows with `row`, `series` and `trust` (the place of the source in the declared order)."""
    named = [name for name in order if name not in SOURCE_KINDS]
    kinds = [*(name for name in order if name in SOURCE_KINDS), *(name for name in SOURCE_KINDS if name not in order)]
    by_name: dict[str, int] = {name: place for place, name in enumerate(named)}
    by_kind: dict[str, int] = {name: len(named) + place for place, name in enumerate(kinds)}
    last = len(named) + len(kinds)
    trust = polars.coalesce(
        col("source").replace_strict(by_name, default=None, return_dtype=polars.Int32),
        col("source_kind").replace_strict(by_kind, default=last, return_dtype=polars.Int32),
    )
    return rows.with_row_index("row").with_columns(
        series=polars.struct(SERIES_KEY).rle_id(), trust=trust.fill_null(last)
    )


def _decided(candidates: polars.DataFrame, asked: polars.DataFrame) -> polars.DataFrame:
    """What was decided for each year of targets that are followed by their margin: `candidate`, `year`, `decided`."""
    margins = asked.filter(col("measure") == "margin").select("place", "target")
    single = asked.select(_single="target", decided="value", year="period_start").unique("_single", keep="first")
    item = col("_single").str.replace(r":\d{4}$", "")
    return (
        single.filter(col("_single").str.contains(r":\d{4}$"))
        .join(margins, left_on=item, right_on="target", how="inner")
        .join(candidates.select("place", "candidate"), on="place", how="inner")
        .select("candidate", "year", "decided")
    )


def _margins(values: polars.DataFrame, decided: polars.DataFrame) -> polars.DataFrame:
    """Yearly values less what was decided for their years, where a target is followed by its margin."""
    rest = values.join(decided.select("candidate").unique(), on="candidate", how="anti")
    less = values.join(decided, on=["candidate", "year"], how="inner")
    less = less.with_columns(value=(col("value") - col("decided")).round_sig_figs(12)).select(values.columns)
    return polars.concat([rest, less]).sort("candidate", "year")


def _with_gaps(series: polars.DataFrame, values: polars.DataFrame, decided: polars.DataFrame) -> polars.DataFrame:
    """The followed series, with whether a decided year before the latest has no value."""
    last = values.group_by("candidate").agg(_last=col("year").max())
    lacking = decided.join(values, on=["candidate", "year"], how="anti").join(last, on="candidate", how="inner")
    gaps = lacking.filter(col("year") < col("_last"))["candidate"].unique()
    of_margin = col("candidate").is_in(decided["candidate"].unique().implode())
    return series.with_columns(
        missing=when(of_margin).then(col("candidate").is_in(gaps.implode())).otherwise("missing")
    )


def _best(series: polars.DataFrame) -> polars.DataFrame:
    """One candidate for each target: on the same basis, without a problem, the closest match, the latest value."""
    ordered = series.with_columns(_differs=col("compared") == _DIFFERS, _fails=col("problem").is_not_null()).sort(
        "place", "_differs", "_fails", "compared", "how", "current_time", "candidate",
        descending=[False, False, False, False, False, True, False], nulls_last=True,
    )  # fmt: skip
    return ordered.unique("place", keep="first", maintain_order=True).drop("_differs", "_fails")


def _placed(context: polars.DataFrame, rows: polars.DataFrame) -> polars.DataFrame:
    """What was worked out for each target, together with its latest observation and why it may not be judged."""
    latest = rows.select(
        "indicator", latest="base_value", latest_unit="base_unit", latest_bound="bound",
        latest_period_kind="period_kind", latest_period="period", latest_source="source", latest_vintage="vintage",
        latest_status="status", latest_url="url", latest_confidence="confidence", rivals="rivals",
        rival_low="rival_low", rival_high="rival_high", latest_end="end",
    )  # fmt: skip
    # The number of a row is its place.
    joined = context.hstack(latest.select(polars.all().gather(context["row"])))
    problem = when(col("candidate").is_null()).then(lit("no_series")).otherwise("problem")
    differs = (col("compared") == _DIFFERS).fill_null(value=False)
    return joined.with_columns(
        problem=when(differs).then(lit("basis_differs")).otherwise(problem),
        rivals=(col("rivals").fill_null(0) + col("clashes").fill_null(0)).cast(polars.UInt32),
        match=col("how").replace_strict(dict(enumerate(HOWS)), default=None, return_dtype=polars.String),
        basis_compared=col("compared").replace_strict(
            dict(enumerate(COMPARISONS)), default=None, return_dtype=polars.String
        ),
        base=polars.coalesce("base", "start"),
        base_time="start_time",
        base_source=_base_source(),
    ).with_columns(wanted=_side())


def _side() -> Expr:
    """The side that is wanted; of what no concept is known for, that on which the goal lies from the statistics' base.

    A plan that states the base has said so itself (`milepost.pathways.shaping`).
    """
    moved = (col("goal") - col("base")).sign()
    beyond_high = (col("goal_high") - col("base")).sign()
    # Within a range neither end is the wanted one.
    moved = when(col("goal_high").is_not_null() & (moved != beyond_high)).then(0).otherwise(moved)
    told = (col("base_source") == "statistics") & (col("measure") == "value") & col("concept").is_null()
    return when(told & (col("wanted") == 0) & moved.is_finite()).then(moved).otherwise("wanted").cast(polars.Int8)


def _base_source() -> Expr:
    by_definition = col("measure").is_in(["sum", "index", "reduction", "ratio", "change"])
    derived = col("start").is_not_null() & col("baseline").is_null()
    counted = (col("kind") == "count") & derived
    return (
        when(by_definition & polars.coalesce("base", "start").is_not_null() | counted).then(lit("definition"))
        .when(derived).then(lit("derived"))
        .when(col("start").is_not_null()).then(lit("plan"))
        .when(col("base").is_not_null()).then(lit("statistics"))
    )  # fmt: skip


def _cases(
    context: polars.DataFrame, rows: polars.DataFrame, settings: AssessSettings, pathways: polars.DataFrame | None
) -> polars.DataFrame:
    """The table of cases. What has a problem has no latest value; what cannot be assessed has no form."""
    usable = col("problem").is_null() & col("obstacle").is_null()
    sign = followed_comparator()
    frame = context.with_columns(
        comparator=sign,
        direction=col("wanted"),
        **{name: when(usable).then(name) for name in _SEEN},
        current_bound=when(usable).then(polars.coalesce("bound", lit("exact"))),
        # Without a date a goal is met when its value is; when it is to be met nobody knows.
        due=(col("current_time") >= col("goal_time") - _TINY).fill_null(value=False),
    )
    goal = col("goal")
    satisfied = meets(col("current"), goal, about=settings.about)
    started = meets(col("base"), goal, about=settings.about)
    held = (col("measure").is_in(_AS_STATED)) & (col("form") == "path") & (col("base_source") == "statistics") & started
    frame = frame.with_columns(
        met=when(col("form") != "relation").then(satisfied),
        base_meets=started,
        # What the statistics of the base year satisfy already is to be held, as if the plan had said so.
        form=when(held.fill_null(value=False)).then(lit("hold")).otherwise("form"),
    )
    frame = frame.with_columns(expected=expected(), limit=limits(context), peers_spread=spreads(context, rows))
    frame = _with_pathways(frame, pathways)
    ends = scale_ends(settings.scales)
    return frame.with_columns(ends).select(
        col(name).cast(kind)
        if name in frame.columns or name in ("worst", "best")
        else lit(None, dtype=kind).alias(name)
        for name, kind in CASES.items()
    )


def expected() -> Expr:
    """What an even way asks for at the time of the latest value: equal steps, or equal rates on the log scale."""
    aim = when((col("direction") < 0) & col("goal_high").is_not_null()).then("goal_high").otherwise("goal")
    span, whole = col("current_time") - col("base_time"), col("goal_time") - col("base_time")
    share = (span / whole).clip(0.0, 1.0)
    linear = col("base") + (aim - col("base")) * share
    compound = col("base") * (aim / col("base")).pow(share)
    way = when(col("scale") == "log").then(compound).otherwise(linear)
    asked = when(col("form") == "hold").then(aim).when(col("form") == "relation").then(aim).otherwise(way)
    return when(col("current").is_not_null() & asked.is_finite()).then(asked)


def _with_pathways(frame: polars.DataFrame, pathways: polars.DataFrame | None) -> polars.DataFrame:
    """What a given pathway asks for takes the place of the even way, for whole years.

    Rows of pathways that name no region are about the whole: the first row of their target.
    """
    if pathways is None or not pathways.height:
        return frame
    region = col("region") if "region" in pathways.columns else lit(None, dtype=polars.String)
    key = ["target", "_region", "current_time"]
    given = pathways.select(
        "target",
        _region=region.cast(polars.String),
        current_time=col("year").cast(polars.Float64),
        _given=col("value").cast(polars.Float64),
    ).unique(key, keep="last", maintain_order=True)
    whole = given.filter(col("_region").is_null()).select("target", "current_time", _whole="_given")
    frame = frame.with_columns(_region=col("region"), _first=col("target").is_first_distinct())
    joined = frame.join(given, on=key, how="left", maintain_order="left").join(
        whole, on=["target", "current_time"], how="left", maintain_order="left"
    )
    asked = polars.coalesce("_given", when("_first").then("_whole"), "expected")
    return joined.with_columns(expected=asked).drop("_region", "_first", "_given", "_whole")


def used_rows(made: Cases) -> polars.DataFrame:
    """Which observations each target rests on (`place`, `use`, `row`): those of the base's year and later."""
    values = made.values
    first = polars.coalesce(col("start_time").floor().cast(polars.Int32), col("period_start") - 1, lit(0))
    found = made.context.filter(col("candidate").is_not_null())
    chosen = found.select("place", "candidate", "reference", "row", _first=first)
    own = chosen.join(values.select("candidate", "year", _row="row"), on="candidate", how="inner")
    other = chosen.filter(col("reference").is_not_null()).join(
        values.select(reference="candidate", year="year", _row="row"), on="reference", how="inner"
    )
    # The part of a year that was added to a sum is no yearly value.
    latest = chosen.filter(col("row").is_not_null()).select("place", use=lit("value"), row="row")
    since = col("year") >= col("_first")
    return polars.concat(
        [
            own.filter(since).select("place", use=lit("value"), row="_row"),
            latest,
            other.filter(since).select("place", use=lit("reference"), row="_row"),
        ]
    ).unique(maintain_order=True)
