"""The doubts about a result, in words with their figures: what contradicts the baseline, which sources differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from milepost.assessments.amounts import grouped
from milepost.assessments.doubts import DOUBTS
from milepost.assessments.telling import Teller
from milepost.observations.basis import basis_words

_UNRATED: Final = ("no_data", "not_assessable")


def doubts(teller: Teller) -> str:
    """All doubts about a result, behind what is said of it; empty when there are none."""
    codes = list(teller.row["doubts"] or [])
    if teller.row["status"] in _UNRATED and teller.row["current"] is None:
        # What cannot be rated for lack of figures is not made more doubtful by how the figures would be.
        codes = [code for code in codes if code in ("baseline_contradicted", "sources_differ", "date_assumed")]
    # That a value is preliminary stands behind it already.
    told = [_TOLD.get(code, _plainly(code))(teller) for code in codes if code != "not_final"]
    if not told:
        return ""
    return teller.say("；但", "; but ") + teller.say("；", "; ").join(told)


def _plainly(code: str) -> Callable[[Teller], str]:
    return lambda teller: DOUBTS[code].words.of(teller.tongue)


def _contradicted(teller: Teller) -> str:
    row = teller.row
    if row["baseline"] is None or row["base_observed"] is None:
        return DOUBTS["baseline_contradicted"].words.of(teller.tongue)
    plan, observed = teller.unit.exact(row["baseline"]), teller.unit.exact(row["base_observed"])
    year = row["baseline_year"] or ""
    return teller.say(
        f"规划基期{plan}与统计{year}年{observed}不符，须先核对口径",
        f"the plan's baseline of {plan} is contradicted by the statistics for {year} ({observed}): "
        "whether both are on one basis must be settled first",
    )


def _sources(teller: Teller) -> str:
    row = teller.row
    low, high, latest = row["rival_low"], row["rival_high"], row["latest"]
    if low is None or high is None or not latest:
        return DOUBTS["sources_differ"].words.of(teller.tongue)
    unit = teller.latest_unit
    apart = max(abs(low - latest), abs(high - latest)) / abs(latest)
    share = f"{grouped(apart * 100, 1, teller.tongue)}%"
    values = unit.exact(low) if low == high else f"{unit.exact(low)}{teller.say('至', ' to ')}{unit.exact(high)}"
    return teller.say(
        f"另有来源同期为{values}，相差{share}", f"another source gives {values} for the same period, {share} apart"
    )


def _basis(teller: Teller) -> str:
    row = teller.row
    stated = row["series_basis"]
    if not stated:
        return teller.say("统计数未注明口径", "the statistics do not state their basis")
    theirs = basis_words(stated).of(teller.tongue)
    asked = basis_words(row["basis"] or []).of(teller.tongue)
    if not asked:
        return teller.say(
            f"统计口径为{theirs}，规划未注明口径", f"the statistics are on the basis {theirs}, the plan states none"
        )
    return teller.say(
        f"统计口径（{theirs}）与规划口径（{asked}）是否一致尚不明确",
        f"it is not known whether the basis of the statistics ({theirs}) is that of the plan ({asked})",
    )


_TOLD: Final[dict[str, Callable[[Teller], str]]] = {
    "baseline_contradicted": _contradicted,
    "sources_differ": _sources,
    "basis_unknown": _basis,
}
"""Doubts that are said with their figures; the others are said in the words of `DOUBTS`."""
