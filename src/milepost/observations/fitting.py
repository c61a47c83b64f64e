"""Whether the unit of an observed value can measure what a target asks for."""

from __future__ import annotations

from typing import NamedTuple

from milepost.observations.units import MONEY, POINT, BaseUnit, base_unit
from milepost.plans.concepts.table import concept

_COUNTS = frozenset(("1", "person", "household"))
# What a unit says beside the concept: 元/人, 亿元/年.
_SAID_BY_THE_NAME = frozenset(("person", "household", "year", "day", "month"))


class Thing(NamedTuple):
    """What one or several items ask for: name, concept, code of the base unit, unit as printed, its factor."""

    name: str
    concept: str | None
    unit_code: str | None
    unit: str | None
    unit_factor: float | None


def unit_note(unit: str | None, thing: Thing) -> str | None:
    """Why a printed unit cannot measure a thing; None when it can.

    Percentage points are no percent, a percentage is no count, and a plain number is no percentage: 0.55 and 55 are
    both written without a sign.

    >>> percent = Thing("城镇化率", "urbanisation_rate", "1", "%", 0.01)
    >>> [unit_note(unit, percent) for unit in ("%", "‰", "百分点", "亿元", "", "颗星")]
    [None, None, 'unit_differs', 'unit_differs', 'unit_missing', 'unit_unknown']
    >>> unit_note("元", Thing("居民收入", "disposable_income", "CNY/person", "元/人", 1.0))
    """
    observed = base_unit(unit)
    if observed is None:
        return "unit_unknown"
    asked = base_unit(thing.unit) if thing.unit else None
    if observed.code == POINT or (asked is not None and asked.code == POINT):
        return None if asked is not None and asked.code == observed.code else "unit_differs"
    code = thing.unit_code or (asked.code if asked else None)
    factor = thing.unit_factor if thing.unit_factor is not None else asked.factor if asked else None
    known = concept(thing.concept) if thing.concept else None
    if not thing.unit and code == "1" and (factor is None or factor == 1):
        # 零就业家庭动态清零 names no unit: any that such things are counted in will do.
        units = known.units if known is not None else _COUNTS
        return None if _top(observed.code) in units and observed.factor >= 1 else "unit_differs"
    if code is None:
        top = "CNY" if _top(observed.code) in MONEY else _top(observed.code)
        return None if known is None or top in known.units else "unit_differs"
    is_rate = known is not None and known.nature == "rate" and "1" in known.units and known.units[0] == "1"
    is_part = factor < 1 if factor is not None else is_rate
    return _fit(observed, is_blank=not (unit or "").strip(), code=_top(code), is_part=is_part and code == "1")


def _fit(observed: BaseUnit, *, is_blank: bool, code: str, is_part: bool) -> str | None:
    top = _top(observed.code)
    observed_part = top == "1" and observed.factor < 1
    if is_part:
        return None if observed_part else "unit_missing" if is_blank else "unit_differs"
    if observed_part:
        return "unit_differs"
    # 200,000 arrivals are as many people; people and households are no plain number of each other.
    counted = {top, code} <= _COUNTS and "1" in (top, code)
    return None if top == code or counted or (is_blank and code in _COUNTS) else "unit_differs"


def _top(code: str) -> str:
    top, _, bottom = code.partition("/")
    return top if bottom in _SAID_BY_THE_NAME else code
