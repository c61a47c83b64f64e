"""What a language must say for tables of statistics: headings, words in cells, periods and bounds, as printed.

`chinese/` and `english/` fill it. Everything is matched on text in NFKC and lower case, with single blanks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class PeriodForm:
    """How a period is printed: a pattern with the groups `y` (year) and perhaps `n`, and what kind it is.

    `number` is the half-year, quarter or month; without it, `n` says it, in digits or in a word of `numbers`.
    """

    pattern: Pattern[str]
    kind: str
    number: int | None = None


@dataclass(frozen=True)
class ColumnWords:
    """One language's words in tables of statistics.

    `captions` is the heading of each column as we print it; `headings` are further spellings, each with the column
    that it stands for: a column of `milepost.observations.model.COLUMNS`, `year` (a year alone) or `number` (for
    the reader only: a counting of rows, the target beside the value). `codes` has, by column, the words that stand for
    its codes; the first word for a code is the one that we print.

    `absent` matches a cell that says there is no value. `bounds` pairs patterns in front of a number (ending in `$`
    is not needed) with a bound or with `about`; `bounds_behind` those behind it. `header_status` are words in a
    heading of a year that say what its values are. `unit_line`, `source_line` and `remark_line` are lines above or
    below a table, with the group `text`; `part` is in front of a name that is a part of the one above it; `total`
    stands in place of a region for all regions of a table together.
    """

    captions: Mapping[str, str]
    headings: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]]
    periods: tuple[PeriodForm, ...]
    numbers: Mapping[str, int]
    absent: Pattern[str]
    bounds: tuple[tuple[Pattern[str], str], ...]
    bounds_behind: tuple[tuple[Pattern[str], str], ...]
    header_status: tuple[tuple[Pattern[str], str], ...]
    unit_line: Pattern[str]
    source_line: Pattern[str]
    remark_line: Pattern[str]
    part: Pattern[str]
    total: Pattern[str]
