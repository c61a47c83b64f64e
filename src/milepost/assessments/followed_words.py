"""What has been observed, in words, as it is followed: a value, a sum so far, growth on average, the worst year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from milepost.assessments.telling import Teller

_NEAR: Final = 1e-9
_UNSEEN: Final = 5e-5
"""A lead in growth that is less than is printed."""


def now(teller: Teller) -> str:
    """What has been observed, as it is followed; empty when nothing has."""
    row = teller.row
    if row["latest"] is None:
        return ""
    return _NOW.get(row["measure"], _value_now)(teller)


def _unfollowed(row: Mapping[str, Any]) -> bool:
    """Whether there is only the latest value, and nothing has been worked out from it."""
    return any(row[name] is None for name in ("current", "base_time", "current_time"))


def _value_now(teller: Teller) -> str:
    return teller.observed


def _change_now(teller: Teller) -> str:
    return f"{teller.observed}{_since_base(teller)}"


def _sum_now(teller: Teller) -> str:
    row = teller.row
    if _unfollowed(row):
        return teller.observed
    years = teller.span(row["base_time"], row["current_time"])
    bound = _bound(teller)
    total = teller.unit.worked_out(row["current"])
    latest = teller.say(f"，其中{teller.observed}", f", of which {teller.observed}")
    if row["current_time"] - row["base_time"] <= 1 + _NEAR:
        return teller.observed
    return teller.say(f"{years}累计{bound}{total}{latest}", f"{bound}{total} in all from {years}{latest}")


def _latest(teller: Teller) -> str:
    """The latest observation behind what it is a part of."""
    return teller.say(f"，其中{teller.observed}", f", with {teller.observed}")


def _bound(teller: Teller) -> str:
    return {"at_least": teller.say("至少", "at least "), "at_most": teller.say("至多", "at most ")}.get(
        teller.row["current_bound"] or "", ""
    )


def _index_now(teller: Teller) -> str:
    row = teller.row
    if _unfollowed(row):
        return teller.observed
    years = teller.span(row["base_time"], row["current_time"])
    whole = teller.rate.worked_out(row["current"] - 1, 1)
    grew = teller.say("增长", "grew by ")
    latest = _latest(teller)
    if teller.row["kind"] != "annual_growth" or row["pace"] is None:
        return teller.say(f"{years}累计{grew}{whole}{latest}", f"{grew}{whole} in all from {years}{latest}")
    mean = teller.rate.worked_out(row["pace"], 1)
    if row["current_time"] - row["base_time"] <= 1 + _NEAR:
        return teller.say(f"{years}{grew}{mean}{teller.source}", f"{grew}{mean} in {years}{teller.source}")
    return teller.say(f"{years}年均{grew}{mean}{latest}", f"{grew}{mean} a year from {years}{latest}")


def _reduction_now(teller: Teller) -> str:
    row = teller.row
    if _unfollowed(row):
        return teller.observed
    years = teller.span(row["base_time"], row["current_time"])
    fell = row["current"] <= 1
    whole = teller.rate.worked_out(abs(1 - row["current"]), 1)
    bound = _turned_bound(teller)
    latest = _latest(teller)
    return teller.say(
        f"{years}累计{'下降' if fell else '上升'}{bound}{whole}{latest}",
        f"{'down' if fell else 'up'} {bound}{whole} in all, {years}{latest}",
    )


def _turned_bound(teller: Teller) -> str:
    """At most 0.97 left is a fall of at least 3 %."""
    return {"at_most": teller.say("至少", "at least "), "at_least": teller.say("至多", "at most ")}.get(
        teller.row["current_bound"] or "", ""
    )


def _worst_now(teller: Teller) -> str:
    row = teller.row
    worst, time = row.get("held_worst"), row.get("held_worst_time")
    if worst is None or time is None or row["current_time"] is None or time >= row["current_time"] - _NEAR:
        return teller.observed
    value = teller.unit.exact(worst)
    return teller.say(
        f"{teller.observed}，规划期内最差为{teller.moment(time)}的{value}",
        f"{teller.observed}, the worst year so far being {teller.moment(time)} with {value}",
    )


def _margin_now(teller: Teller) -> str:
    row = teller.row
    if _unfollowed(row):
        return teller.observed
    lead = row["current"] * (1 if (row["wanted"] or 0) >= 0 else -1)
    size = teller.unit.difference(row["current"])
    if lead >= -_NEAR:
        held = teller.say("各年均达到当年确定的数值", "every year so far kept what was decided for it")
    else:
        worst = teller.moment(row.get("held_worst_time"))
        held = teller.say(
            f"差距最大的{f'是{worst}，' if worst else '年份'}差{size}",
            f"the worst year{f', {worst},' if worst else ''} missed what was decided by {size}",
        )
    return teller.say(f"{teller.observed}，{held}", f"{teller.observed}; {held}")


def _ratio_now(teller: Teller) -> str:
    row = teller.row
    lead = row.get("lead")
    if lead is None or _unfollowed(row):
        return teller.observed
    years = teller.span(row["base_time"], row["current_time"])
    latest = _latest(teller)
    theirs = row.get("reference_growth")
    if theirs is not None:
        # The lead is that of the ratio of both; in percentage points it is the difference of the two averages.
        lead *= 1 + theirs
    size = teller.rate.difference(lead, 2)
    if theirs is not None and abs(lead) >= _UNSEEN:
        own, other = (teller.rate.worked_out(each, 2) for each in (theirs + lead, theirs))
        return teller.say(
            f"{years}年均增长{own}，比{teller.reference}年均增速{other}{'高' if lead > 0 else '低'}{size}{latest}",
            f"grew {own} a year, {size} {'faster' if lead > 0 else 'slower'} than {teller.reference} with {other}, "
            f"{years}{latest}",
        )
    if abs(lead) < _UNSEEN:
        return teller.say(
            f"{years}年均增速与{teller.reference}持平{latest}", f"grew just as {teller.reference} did, {years}{latest}"
        )
    return teller.say(
        f"{years}年均增速比{teller.reference}{'高' if lead > 0 else '低'}{size}{latest}",
        f"grew {size} a year {'faster' if lead > 0 else 'slower'} than {teller.reference}, {years}{latest}",
    )


_NOW: Final[dict[str, Callable[[Teller], str]]] = {
    "change": _change_now,
    "sum": _sum_now,
    "index": _index_now,
    "reduction": _reduction_now,
    "worst": _worst_now,
    "margin": _margin_now,
    "ratio": _ratio_now,
}


def _since_base(teller: Teller) -> str:
    row = teller.row
    if _unfollowed(row):
        return ""
    year = teller.moment(row["base_time"])
    return teller.say(f"，较{year}{teller.moved(row['current'])}", f", {changed(teller, row['current'])} since {year}")


def changed(teller: Teller, change: float) -> str:
    """A change in English: up 1.2 percentage points."""
    return f"{'down' if change < 0 else 'up'} {teller.unit.difference(change)}"
