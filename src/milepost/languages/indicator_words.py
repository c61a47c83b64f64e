"""How a language writes the headline table of indicators: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from milepost.kernel.span import Span

Attribute = Literal["expected", "binding"]
Comparator = Literal["ge", "gt", "le", "lt", "eq", "approx", "range", "none"]
Vague = Literal["deferred", "discretionary"]
Role = Literal["number", "attribute", "unit", "other", "milestones", "rate", "baseline", "target", "category", "name"]


@dataclass(frozen=True)
class HeaderWords:
    """What a column holds, by the words of its header.

    `roles` are tried in order. `strong_name` matches a header or a table's title that says indicators;
    `plan_years` turns the number of a plan named in a header (`ordinal_plan`) into its years. `note` matches a
    note under the table, `category_row` a row that heads a category (一、经济发展), its number before the name.
    """

    roles: tuple[tuple[Role, re.Pattern[str]], ...]
    strong_name: re.Pattern[str]
    ordinal_plan: re.Pattern[str]
    plan_years: Callable[[str], tuple[int, int] | None]
    note: re.Pattern[str]
    category_row: re.Pattern[str]


@dataclass(frozen=True)
class NameWords:
    """What an indicator's name says: its number, its unit and the kind of figure.

    `number` has a group for the printed number; `part` matches the mark of a sub-row (其中：). `unit_of` yields the
    unit that a name has by itself (Percentage of …), `synonyms` map ways to name one thing onto one word, and
    `tails` are taken off before names are compared (增长).
    """

    number: re.Pattern[str]
    part: re.Pattern[str]
    unit_of: tuple[tuple[str, re.Pattern[str]], ...]
    growth: re.Pattern[str]
    average_growth: re.Pattern[str]
    reduction: re.Pattern[str]
    cumulative: re.Pattern[str]
    count: re.Pattern[str]
    synonyms: tuple[tuple[re.Pattern[str], str], ...]
    tails: re.Pattern[str]


@dataclass(frozen=True)
class CellWords:
    """What stands in a cell that says a value or a target.

    Patterns see the cell's characters in their narrow forms (NFKC). `before` and `after` name the comparators around
    a figure; `relation` has the groups `what` and those of `relations`; `implied` gives value, unit and kind of words
    without a numeral. `unit` gives the place of the unit that stands at a position, None without one; `through`
    matches what joins the ends of a range.
    """

    nothing: re.Pattern[str]
    year: re.Pattern[str]
    milestone: re.Pattern[str]
    part: re.Pattern[str]
    before: tuple[tuple[Comparator, re.Pattern[str]], ...]
    after: tuple[tuple[Comparator, re.Pattern[str]], ...]
    unit: Callable[[str, int], Span | None]
    through: re.Pattern[str]
    strive: re.Pattern[str]
    relation: re.Pattern[str]
    relations: Mapping[str, Comparator]
    deferred: re.Pattern[str]
    implied: tuple[tuple[re.Pattern[str], float, str, Literal["completion", "level"]], ...]


@dataclass(frozen=True)
class IndicatorWords:
    """One language's indicator table. `normalize_unit` yields base unit and factor, None for what is no unit."""

    header: HeaderWords
    name: NameWords
    cell: CellWords
    attributes: tuple[tuple[Attribute, re.Pattern[str]], ...]
    normalize_unit: Callable[[str | None], tuple[str, float] | None]
    percent: str
