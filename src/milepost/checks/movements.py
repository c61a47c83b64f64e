"""From which value to which value the text says that something moves, and which change it states beside that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from milepost.checks.inspection import Inspection
from milepost.checks.printed import Interval, printed
from milepost.kernel.span import Span
from milepost.languages.movement_words import MovementWords
from milepost.languages.numbers import parse_number

Way = Literal["up", "down"]

_BESIDE = 14
"""Characters between the two values and the change that belongs to them."""
# What parts a change from its two values; a year between them does not.
_APART = re.compile(r"[；。;\n]|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d")


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed number with its unit: the value in its base unit, what it stands for, and where it is."""

    value: float
    interval: Interval
    unit: str
    year: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """A change stated beside two values: `yearly` if each year's; `is_multiple` if it says how many times as much."""

    amount: Amount
    way: Way | None
    yearly: bool
    is_multiple: bool


@dataclass(frozen=True, slots=True)
class Movement:
    """A start, an end, the way that the verb says, and the change stated beside them."""

    start: Amount
    end: Amount
    way: Way
    change: Change | None


def movements(inspection: Inspection) -> tuple[Movement, ...]:
    """Every pair of a start and an end in the text that can be compared. Ask through `inspection.derived`."""
    words = inspection.words.arithmetic.movement
    text = inspection.folded
    found = []
    for match in words.moved.finditer(text):
        around = text[max(0, match.start() - 3) : match.end()]
        if words.ranked.search(around):
            continue
        high_unit = _unit(match["high_unit"], inspection)
        low_unit = _unit(match["low_unit"], inspection) if match["low_unit"].strip() else high_unit
        if low_unit is None or high_unit is None or low_unit[0] != high_unit[0]:
            continue
        printed_unit = len(match["low_unit"].rstrip())
        start = _amount(match, "low", (*low_unit[:2], printed_unit), _year(match["low_year"]))
        end = _amount(match, "high", high_unit, _year(match["high_year"]))
        change = _change_beside(inspection, words, Span(*match.span()))
        found.append(Movement(start, end, "up" if match["up"] else "down", change))
    return tuple(found)


def _change_beside(inspection: Inspection, words: MovementWords, pair: Span) -> Change | None:
    """The change that stands directly behind the two values, else directly before them."""
    text = inspection.folded
    behind = words.by.search(text, pair.end, min(len(text), pair.end + _BESIDE + 20))
    if behind and behind.start() - pair.end <= _BESIDE and not _APART.search(text, pair.end, behind.start()):
        return None if words.another.search(text, pair.end, behind.start()) else _change(inspection, behind)
    before = list(words.by.finditer(text, max(0, pair.start - _BESIDE - 20), pair.start))
    if before and pair.start - before[-1].end() <= 2 and not _APART.search(text, before[-1].end(), pair.start):
        return _change(inspection, before[-1])
    return None


def _change(inspection: Inspection, match: re.Match[str]) -> Change | None:
    unit = _unit(match["unit"], inspection)
    if unit is None:
        return None
    amount = _amount(match, "amount", unit, None)
    way: Way | None = "up" if match["up"] else "down" if match["down"] else None
    return Change(amount, way, bool(match["yearly"]), bool(match["is_multiple"]))


def _amount(match: re.Match[str], group: str, unit: tuple[str, float, int], year: int | None) -> Amount:
    name, factor, length = unit
    raw = match[group]
    value = parse_number(raw)
    counted = factor == 1 and name not in ("%", "points", "times")
    interval = printed(raw, value, counted=counted)
    end = match.end(group) + length
    scaled = Interval(interval.low * factor, interval.high * factor)
    return Amount(value * factor, scaled, name, year, Span(match.start(group), end))


def _unit(raw: str, inspection: Inspection) -> tuple[str, float, int] | None:
    """What a unit comes to: its name, its size in base units, its length as printed; the longest that is known.

    A word that is no unit (家以上) is cut off from the end; what is left unknown is compared by its spelling.
    """
    said = raw.strip()
    lead = len(raw) - len(raw.lstrip())
    words = inspection.words.arithmetic
    if words.points.fullmatch(said):
        return "points", 1.0, len(raw)
    if words.fold_units.fullmatch(said):
        return "times", 1.0, len(raw)
    if said in ("%", "‰"):
        return "%", 1.0 if said == "%" else 0.1, lead + 1
    for length in range(len(said), 0, -1):
        known = inspection.language.unit(said[:length])
        if known is not None:
            name, factor = known
            if name == "1" and factor < 1:
                return "%", factor * 100, lead + length
            # Things counted are told apart by their measure words: 家 is no 个.
            return (said[:length] if name == "1" else name), factor, lead + length
    return "", 1.0, 0


def _year(raw: str | None) -> int | None:
    return int(raw) if raw else None
