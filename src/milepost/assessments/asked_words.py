"""What a target asks for, in words: 2025年目标为55%以上, 目标累计下降13.5%, 与GDP增长同步."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from milepost.assessments.amounts import unit_of
from milepost.assessments.telling import Teller


def goal(teller: Teller) -> str:
    """What the target asks for.

    >>> row = {"measure": "value", "value": 0.55, "value_high": None, "comparator": "ge", "unit": "%", "unit_code": "1",
    ...     "unit_factor": 0.01, "goal_time": 2025.0, "baseline": 0.5, "latest": None, "base_observed": None}
    >>> goal(Teller(row, "zh")), goal(Teller(row, "en"))
    ('2025年目标为55%以上', 'the target for 2025 is at least 55%')
    """
    what = wanted(teller)
    return teller.say(f"{_when(teller)}目标为{what}", f"the target{_by(teller)} is {what}")


def asked(teller: Teller) -> str:
    """The same as a noun: 2025年55%以上的目标."""
    what = wanted(teller)
    to = "达到" if teller.is_fold else ""
    return teller.say(f"{_when(teller)}{to}{what}的目标", f"the target{_by(teller)} ({what})")


def wanted(teller: Teller) -> str:
    """What is asked for, without the date."""
    return _ASKED.get(teller.row["measure"], _value_asked)(teller)


def _by(teller: Teller) -> str:
    when = _when(teller)
    return f" for {when}" if when else ""


def _when(teller: Teller) -> str:
    """The date of a value, the years of what is added up or compounded; nothing where every year counts."""
    row = teller.row
    if row["measure"] in ("worst", "margin", "ratio"):
        return ""
    if row["measure"] == "value" or teller.is_fold or row["period_start"] is None or row["goal_time"] is None:
        return teller.deadline
    return teller.span(row["period_start"] - 1.0, row["goal_time"])


def _value_asked(teller: Teller) -> str:
    row = teller.row
    if row["value"] is None:
        return teller.raw
    return teller.bounded(teller.unit, row["value"], row["value_high"])


def _worst_asked(teller: Teller) -> str:
    value = _value_asked(teller)
    return teller.say(f"每年{value}", f"{value} in every year")


def _change_asked(teller: Teller) -> str:
    row, falls = teller.row, (teller.row["goal"] or 0) < 0
    if row["value"] is None:
        return teller.raw
    value = teller.bounded(replace(teller.unit, word=teller.unit.step), row["value"], row["value_high"])
    zh, en = teller.verbs[falls], "fall" if falls else "gain"
    if teller.row["kind"] == "annual_average":
        return teller.say(f"年均{zh}{value}", f"a {en} of {value} a year")
    return teller.say(f"累计{zh}{value}", f"a {en} of {value} in all")


def _sum_asked(teller: Teller) -> str:
    row, value = teller.row, _value_asked(teller)
    if row["kind"] == "annual_average" and row["goal"] is not None:
        whole = teller.unit.worked_out(row["goal"])
        return teller.say(f"年均{value}（共{whole}）", f"{value} a year on average, {whole} in all")
    return teller.say(f"累计{value}", f"{value} in all")


def _index_asked(teller: Teller) -> str:
    row = teller.row
    if row["value"] is None:
        return teller.raw
    if row["kind"] == "annual_growth":
        value = teller.bounded(teller.rate, row["value"], row["value_high"])
        return teller.say(f"年均增长{value}", f"growth of {value} a year on average")
    if row["kind"] == "cumulative":
        value = teller.bounded(teller.rate, row["value"], row["value_high"])
        return teller.say(f"累计增长{value}", f"growth of {value} in all")
    times = unit_of(row["unit"], "1", 1.0, teller.tongue, (row["value"], row["value_high"]))
    value = teller.bounded(times, row["value"], row["value_high"])
    base = teller.moment(row["start_time"])
    number = value.replace("times", "").replace("fold", "").strip()
    fold = value if "倍" in value else f"{value}倍"
    return teller.say(f"{base or '基期'}的{fold}", f"{number} times {f'that of {base}' if base else 'the base'}")


def _reduction_asked(teller: Teller) -> str:
    row = teller.row
    if row["value"] is None:
        return teller.raw
    value = teller.bounded(teller.rate, row["value"], row["value_high"])
    if row["kind"] == "annual_growth":
        return teller.say(f"年均下降{value}", f"a reduction of {value} a year on average")
    return teller.say(f"累计下降{value}", f"a reduction of {value} in all")


def _ratio_asked(teller: Teller) -> str:
    row = teller.row
    sign = row["relative_comparator"] or row["comparator"]
    words = {
        "gt": teller.say("高于", "faster than"), "ge": teller.say("不低于", "no slower than"),
        "lt": teller.say("低于", "slower than"), "le": teller.say("不高于", "no faster than"),
    }  # fmt: skip
    if sign in words:
        return teller.say(f"增速{words[sign]}{teller.reference}", f"to grow {words[sign]} {teller.reference}")
    return teller.say(f"与{teller.reference}同步", f"to grow in step with {teller.reference}")


def _margin_asked(teller: Teller) -> str:
    return teller.say("各年不低于当年确定的数值" if (teller.row["wanted"] or 0) >= 0 else "各年不高于当年确定的数值",
                      "what was decided for each year")  # fmt: skip


_ASKED: Final[dict[str, Callable[[Teller], str]]] = {
    "change": _change_asked,
    "sum": _sum_asked,
    "index": _index_asked,
    "reduction": _reduction_asked,
    "worst": _worst_asked,
    "ratio": _ratio_asked,
    "margin": _margin_asked,
}
