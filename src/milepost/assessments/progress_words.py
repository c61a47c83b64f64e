"""How far a target has come and what it still needs, in words.

Each function gives a clause in the language of its `Teller`, "" when there is nothing to say.
"""

from __future__ import annotations

from typing import Final

from milepost.assessments.amounts import percent
from milepost.assessments.asked_words import asked
from milepost.assessments.followed_words import changed
from milepost.assessments.telling import Teller

_NEAR: Final = 1e-9


def way(teller: Teller) -> str:
    """The change since the base, and the share of the way against the share of the time."""
    row = teller.row
    parts = []
    if row["measure"] == "value" and row["base"] is not None and row["current"] is not None:
        parts.append(_from_base(teller))
    if row["way"] is not None and row["time"] is not None:
        done, gone = percent(row["way"], teller.tongue), percent(min(row["time"], 1.0), teller.tongue)
        if row["way"] < -_NEAR:
            parts.append(
                teller.say(f"与目标方向相反（时间已过{gone}）", f"away from the target with {gone} of the time gone")
            )
        else:
            parts.append(
                teller.say(f"完成目标任务的{done}（时间已过{gone}）", f"{done} of the way with {gone} of the time gone")
            )
    return teller.say("，", ", ").join(parts)


def _from_base(teller: Teller) -> str:
    row = teller.row
    change = row["current"] - row["base"]
    value, year = teller.unit.exact(row["base"]), teller.moment(row["base_time"])
    if abs(change) <= _NEAR * max(abs(row["base"]), abs(row["current"])):
        return teller.say(f"与{year}的{value}持平", f"unchanged on {year}")
    return teller.say(f"较{year}的{value}{teller.moved(change)}", f"{changed(teller, change)} on the {value} of {year}")


def expected(teller: Teller) -> str:
    """What the pathway asks for by now; empty where it is nothing beyond what the share of the time says."""
    row = teller.row
    if row["expected"] is None or row["measure"] in ("worst", "margin", "ratio"):
        return ""
    if row["measure"] == "index" and row["kind"] == "annual_growth":
        return ""
    if row["measure"] in ("index", "reduction"):
        fall = row["measure"] == "reduction"
        size = teller.rate.worked_out(abs(row["expected"] - 1), 1)
        return teller.say(
            f"按进度应累计{'下降' if fall else '增长'}{size}",
            f"due by now: {'a fall' if fall else 'growth'} of {size} in all",
        )
    if row["measure"] == "change":
        size = teller.unit.difference(row["expected"], 1)
        gain = "a fall" if row["expected"] < 0 else "a gain"
        return teller.say(f"按进度应{teller.moved(row['expected'], 1)}", f"due by now: {gain} of {size}")
    value = teller.unit.worked_out(row["expected"], 1)
    total = teller.say("累计", "") if row["measure"] == "sum" else teller.say("为", "")
    return teller.say(f"按进度应{total}{value}", f"due by now: {value}")


def needed(teller: Teller) -> str:
    """What each year from here must bring, beside what each has brought so far; after the date what was missed."""
    row = teller.row
    if row["met"] or row["still_needed"] is None or row["measure"] in ("worst", "margin", "ratio"):
        return ""
    if row["due"] or row["pace_needed"] is None:
        return missed(teller)
    left = row["goal_time"] - row["current_time"]
    so_far = _so_far(teller)
    step = to_do(teller, row["pace_needed"])
    if left <= 1 + _NEAR:
        return teller.say(f"最后一年须{step}{so_far}", f"the last year must see it {step}{so_far}")
    time = _time(teller, left)
    return teller.say(f"余下{time}年均须{step}{so_far}", f"the {time} left must see it {step} a year{so_far}")


def needed_step(teller: Teller) -> str:
    """What each year from here must bring, with its sign; empty when nothing, or nobody knows."""
    row = teller.row
    if row["met"] or row["due"] or row["pace_needed"] is None or row["measure"] in ("worst", "margin", "ratio"):
        return ""
    change, measure = row["pace_needed"], row["measure"]
    if measure == "sum":
        return teller.unit.worked_out(change)
    rate = measure in ("index", "reduction")
    size = teller.rate.worked_out(abs(change), 1) if rate else teller.unit.difference(change, 1)
    return f"{'−' if change < 0 else '+'}{size}"


def _time(teller: Teller, years: float) -> str:
    """How long, in years and months.

    >>> _time(Teller({}, "zh"), 1.6667), _time(Teller({}, "en"), 1.6667), _time(Teller({}, "zh"), 2.0)
    ('1年8个月', '20 months', '2年')
    """
    months = round(years * 12)
    if months % 12 == 0:
        return teller.say(f"{months // 12}年", f"{months // 12} years")
    return teller.say(f"{months // 12}年{months % 12}个月", f"{months} months")


def _so_far(teller: Teller) -> str:
    pace = teller.row["pace"]
    if pace is None:
        return ""
    if teller.row["measure"] == "sum":
        so_far = teller.unit.worked_out(pace)
        return teller.say(f"（此前年均{so_far}）", f" ({so_far} a year so far)")
    if teller.row["measure"] == "index" and teller.row["kind"] == "annual_growth":
        return ""
    step = _moved(teller, pace)
    return teller.say(f"（此前年均{step}）", f" (so far it {step} a year)")


def to_do(teller: Teller, change: float) -> str:
    """What is to happen: 提高0.9个百分点, 增长7.2%, 下降3.1%, 完成2万人."""
    measure = teller.row["measure"]
    if measure == "sum":
        return teller.say(f"完成{teller.unit.worked_out(change)}", f"add {teller.unit.worked_out(change)}")
    if measure in ("index", "reduction"):
        size = teller.rate.worked_out(abs(change), 1)
        return teller.say(f"{'下降' if change < 0 else '增长'}{size}", f"{'fall' if change < 0 else 'grow'} by {size}")
    return teller.to_move(change, 1)


def _moved(teller: Teller, change: float) -> str:
    if teller.row["measure"] in ("index", "reduction"):
        size = teller.rate.worked_out(abs(change), 1)
        return teller.say(f"{'下降' if change < 0 else '增长'}{size}", f"{'fell' if change < 0 else 'grew'} by {size}")
    return teller.moved(change, 1)


def missed(teller: Teller) -> str:
    """What lacks, whatever the time."""
    row = teller.row
    if row["measure"] in ("index", "reduction"):
        size = teller.rate.worked_out(abs(row["still_needed"]), 1)
        return teller.say(f"距目标还差{size}", f"{size} short of the target")
    size = teller.unit.difference(row["still_needed"] or 0.0)
    return teller.say(f"距目标还差{size}", f"{size} short of the target")


def reached(teller: Teller) -> str:
    """That the target is met: 已超过2025年55%的目标."""
    row = teller.row
    beyond = _beyond(row["current"], row["goal"])
    falls = (row["wanted"] or 0) < 0 and row["measure"] in ("value", "worst")
    if row["comparator"] in ("approx", "range") or row["goal_high"] is not None:
        verb = teller.say("已达到", "within")
    elif row["comparator"] != "eq":
        verb = teller.say("已达到", "meeting")
    elif falls:
        verb = teller.say("已低于" if beyond else "已降至", "below" if beyond else "down to")
    else:
        verb = teller.say("已超过" if beyond else "已达到", "beyond" if beyond else "meeting")
    return f"{verb}{teller.say('', ' ')}{asked(teller)}"


def _beyond(current: float | None, goal_value: float | None) -> bool:
    if current is None or goal_value is None:
        return False
    return abs(current - goal_value) > _NEAR * max(abs(current), abs(goal_value))
