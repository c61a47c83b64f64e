"""Form `china_intensity_arithmetic`: the official arithmetic of reduction targets (energy and CO2 intensity).

Rows vary in what they give (`inputs`) and ask for (`expect`). Everything is reduced to a few facts: the target fall T,
the fall so far D, the years that took, the plan's years. From them the method `time_progress` itself gives progress,
over-fulfilment, what remains and the yearly paces. What a key of `expect` asks for is told by its words (`_ASKED`).

Yearly falls d compound: D = 1 − Π (1 − d). A list of yearly *changes* has falls negative; where two or more are given
and none is negative, they are falls given by their size. Energy growing by e and output by g change the intensity by
(1 + e) / (1 + g) − 1. Parts of a period (a fall over three years, then one in the fourth) are chained alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any, Final

from milepost.assessments.methods import time_progress
from milepost.assessments.model import cases
from milepost.assessments.worked import Form, Row, is_number

PLAN_YEARS: Final = 5.0

# What a key of `expect` asks for, by its words: the first that fits.
_ASKED: Final = tuple(
    (re.compile(pattern), figure)
    for pattern, figure in (
        (r"judg", "judgement"),
        (r"over_?ful|exceed|surplus", "over_fulfilment"),
        (r"points", "points_above"),
        (r"years?_equivalent|plan_years|equivalent_years", "plan_years_equivalent"),
        (r"(target|plan(ned)?)_(annual|yearly|pace)", "target_annual"),
        (r"linear|plain_ratio", "linear_progress"),
        (r"progress|complet", "progress"),
        (r"(remain|need|requir).*(annual|year|avg|average)|(annual|year|avg|average).*(remain|need|requir)",
         "remaining_annual"),
        (r"remain|need|requir", "remaining_total"),
        (r"plain_sum|sum_of|_sum$|^sum", "plain_sum"),
        (r"from_levels?", "from_levels"),
        (r"from_rates?", "from_rates"),
        (r"schedule|time_share", "time_share"),
        (r"^(target|level|value|base|intensity)_\d{4}|target_(level|value)|^level|end_level", "level"),
        (r"energy_growth", "energy_growth"),
        (r"gdp_growth|output_growth", "output_growth"),
        (r"change", "change"),
        (r"annual|per_year|yearly|pace|avg|average", "annual"),
        (r"chain|cumul|compound|fall|total|reduc|declin", "cumulative"),
    )
)  # fmt: skip

FORM = Form(
    name="china_intensity_arithmetic",
    figures=tuple(dict.fromkeys(figure for _, figure in _ASKED)),
    inputs={"inputs": "any"},
    options={"what": "text"},
)

_FALL: Final = re.compile(r"fall|reduc|declin|drop|cut|降")
_ENERGY: Final = r"energy.*growth"
_OUTPUT: Final = r"(gdp|output).*growth"
_JUDGEMENTS: Final = {
    "early": "ahead", "achieved": "as expected", "faster": "ahead", "as_expected": "as expected", "behind": "behind",
    "far_behind": "behind", "missed": "behind", "moving_away": "behind",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a row's inputs come to; falls as parts of one, times in years."""

    target: float | None
    falls: tuple[float, ...]  # one after the other, each of a year or of a part of the period
    so_far: float | None
    levels: Mapping[float, float]  # by year or position
    years: float | None  # that the fall so far took
    plan_years: float
    remaining_years: float | None
    points_above: float | None
    energy: float | None
    output: float | None


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """What each row asks for, under its own keys."""
    facts = [_facts(row["inputs"], row.get("what") or "") for row in rows]
    outcomes = time_progress.judge(cases(_case(each) for each in facts)).iter_rows(named=True)
    results = []
    for row, each, outcome in zip(rows, facts, outcomes, strict=True):
        figures = _figures(each, outcome)
        asked = {key: _asked(key) for key in row["expect"]}
        results.append({key: figures.get(figure) for key, figure in asked.items() if figure})
    return results


def _asked(key: str) -> str | None:
    return next((figure for pattern, figure in _ASKED if pattern.search(key.lower())), None)


def _facts(inputs: Mapping[str, Any], what: str) -> _Facts:
    if not isinstance(inputs, Mapping):
        raise TypeError("`inputs` is no object")
    levels, falls = _levels(inputs), _falls(inputs)
    so_far = _number(inputs, r"^(cumulative|actual|total)(_\w+)?_(fall|reduction)_pct|^fall_pct|^(fall|reduction)_so")
    years = _number(inputs, r"^(?!.*(plan|period|target|remain|left|pct|fall)).*years|^n$", part=False)
    target = _number(inputs, r"^target.*pct$|^target$|target_fall")
    single = _number(inputs, r"^(annual|yearly)(_avg|_average)?_(fall|reduction)_pct$")
    if so_far is None and single is not None and years:
        so_far = 1 - (1 - single) ** years
    if so_far is None and falls:
        so_far = 1 - prod(1 - fall for fall in falls)
        years = years or float(len(falls))
    if so_far is None and len(levels) > 1:
        times = sorted(levels)
        so_far, years = 1 - levels[times[-1]] / levels[times[0]], years or times[-1] - times[0]
    if so_far is not None and years is None and (told := re.search(r"after (?:year )?(\d+)(?: years?)?\b", what)):
        years = float(told[1])
    plan_years = _number(inputs, r"^(plan_years|period_years|target_years)$", part=False)
    if plan_years is None and so_far is None and years:
        plan_years = years
    remaining = _number(inputs, r"^(remaining_years|years_left|years_remaining)$", part=False)
    plan_years = plan_years or PLAN_YEARS
    if years is None and remaining is not None:
        years = max(plan_years - remaining, 0.0)
    points = _number(inputs, r"points_above|points_over")
    energy, output = _number(inputs, _ENERGY), _number(inputs, _OUTPUT)
    return _Facts(target, falls, so_far, levels, years, plan_years, remaining, points, energy, output)


def _number(inputs: Mapping[str, Any], pattern: str, *, part: bool = True) -> float | None:
    """The first number under a key that fits; percentages as parts of one."""
    for key, value in inputs.items():
        if is_number(value) and re.search(pattern, key.lower()):
            return float(value) / 100 if part else float(value)
    return None


def _numbers(value: object) -> list[float]:
    listed: Iterable[object] = value if isinstance(value, list) else ()
    if isinstance(value, Mapping):
        listed = value.values()
    return [float(one) for one in listed if isinstance(one, int | float) and is_number(one)]


def _growth(inputs: Mapping[str, Any], pattern: str) -> list[float]:
    """Yearly growth in percent under the first key that fits, of one year or of several."""
    found = next((value for key, value in inputs.items() if re.search(pattern, key.lower())), None)
    return _numbers([found] if is_number(found) else found)


def _falls(inputs: Mapping[str, Any]) -> tuple[float, ...]:
    energy, output = _growth(inputs, _ENERGY), _growth(inputs, _OUTPUT)
    if energy and len(energy) == len(output):
        return tuple(1 - (100 + more) / (100 + made) for more, made in zip(energy, output, strict=True))
    for key, value in inputs.items():
        listed = _numbers(value)
        if listed and "level" not in key:
            by_size = _FALL.search(key) is not None or (len(listed) > 1 and min(listed) >= 0)
            return tuple((one if by_size else -one) / 100 for one in listed)
    # Falls over parts of the period, each under its own key.
    parts = [
        float(value) / 100
        for key, value in inputs.items()
        if is_number(value) and re.search(r"year.*(fall|reduction)_pct|(fall|reduction)_pct_(year|\d)", key)
        and not re.search(r"target|cumul|^(annual|yearly)(_avg|_average)?_", key)
    ]  # fmt: skip
    return tuple(parts)


def _levels(inputs: Mapping[str, Any]) -> dict[float, float]:
    for key, value in inputs.items():
        if "level" in key and isinstance(value, Mapping):
            return {float(year): float(one) for year, one in value.items() if is_number(one)}
        if "level" in key and isinstance(value, list):
            return {float(place): one for place, one in enumerate(_numbers(value))}
    found = {key: re.search(r"^(?:base|value|level|intensity|actual)_(\d{4})$", key) for key in inputs}
    named = {float(match[1]): float(inputs[key]) for key, match in found.items() if match and is_number(inputs[key])}
    if not named and is_number(inputs.get("base")):
        named = {0.0: float(inputs["base"])}
    return named


def _case(facts: _Facts) -> dict[str, Any]:
    # Without a fall so far the plan has only begun: the pace that is needed is that of the whole plan.
    years = facts.years if facts.so_far is not None else 0.0
    end = (years or 0.0) + facts.remaining_years if facts.remaining_years is not None else facts.plan_years
    return {
        "scale": "log",
        "direction": -1,
        "base": 1.0,
        "base_time": 0.0,
        "current": 1 - (facts.so_far or 0.0),
        "current_time": years,
        "goal": None if facts.target is None else 1 - facts.target,
        "goal_time": end,
    }


def _figures(facts: _Facts, outcome: Mapping[str, Any]) -> dict[str, Any]:
    """Every figure that the facts allow; in percent, apart from levels, years and judgements."""
    so_far, target, output = facts.so_far, facts.target, facts.output
    known = so_far is not None
    figures: dict[str, Any] = {
        "progress": _percent(outcome["value"] if known else None),
        "over_fulfilment": _percent(outcome["over_fulfilment"] if known else None),
        "remaining_total": _percent(outcome["still_needed"], -1),
        "remaining_annual": _percent(outcome["pace_needed"], -1),
        "annual": _percent(outcome["pace"] if known else outcome["pace_needed"], -1),
        "cumulative": _percent(so_far),
        "change": _percent(so_far, -1),
        "from_rates": _percent(1 - prod(1 - fall for fall in facts.falls)) if facts.falls else None,
        "plain_sum": _percent(sum(facts.falls)) if facts.falls else None,
        "time_share": _percent(outcome["time_share"]),
        "judgement": _JUDGEMENTS.get(outcome["label"]) if known and facts.years else None,
    }
    if known:
        figures["plan_years_equivalent"] = outcome["value"] and outcome["value"] * facts.plan_years
    if so_far is not None and target:
        figures |= {"linear_progress": _percent(so_far / target), "points_above": _percent(so_far - target)}
    if target is not None:
        figures["target_annual"] = _percent(1 - (1 - target) ** (1 / facts.plan_years))
    if target and facts.points_above is not None:
        figures["over_fulfilment"] = _percent(facts.points_above / target)
    if so_far is not None and output is not None:
        figures["energy_growth"] = _percent((1 - so_far) * (1 + output) - 1)
    if so_far is not None and facts.energy is not None:
        figures["output_growth"] = _percent((1 + facts.energy) / (1 - so_far) - 1)
    return figures | _of_levels(facts)


def _of_levels(facts: _Facts) -> dict[str, Any]:
    if not facts.levels:
        return {}
    times = sorted(facts.levels)
    first, last = facts.levels[times[0]], facts.levels[times[-1]]
    fall = facts.target if facts.target is not None else facts.so_far
    return {
        "from_levels": _percent(1 - last / first) if len(times) > 1 else None,
        "level": None if fall is None else first * (1 - fall),
    }


def _percent(part: float | None, sign: int = 1) -> float | None:
    return None if part is None else 100 * sign * part
