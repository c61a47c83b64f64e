"""What the columns of a sheet are: one value a line (long), years as columns (wide), or indicators as columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from milepost.kernel.errors import ReadError
from milepost.languages.table import LANGUAGES, column_words_of
from milepost.observations.exchange import listed
from milepost.observations.grids import Grid
from milepost.observations.importing import ImportOptions
from milepost.observations.model import REQUIRED
from milepost.observations.regional import by_region, period_said
from milepost.observations.wording import (
    NUMBER,
    YEAR,
    HeadingPeriod,
    ReadPeriod,
    column_called,
    is_own,
    period_heading,
)

Shape = Literal["long", "wide", "across"]

LOOKED_AT: Final = 40
"""Lines among which the heading is looked for."""

ACCEPTED: Final = (
    f"a heading with {', '.join(REQUIRED)} (指标, 地区, 时期类型, 时期, 数值, 单位), or years as columns"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is laid out. Lines and columns count from 0 here.

    `columns` has the place of each column of ours (or `year`), `periods` those of columns headed by a period, `growth`
    columns that hold the growth of another one's values, `indicators` the names in columns of a sheet laid across,
    `unknown` headings that no language knows. `unit` and `source` are said above the table for all of it, and
    so is the `period` of a sheet that has regions as lines.
    """

    shape: Shape
    header: int
    first: int
    columns: dict[str, int]
    periods: dict[int, HeadingPeriod] = field(default_factory=dict)
    growth: dict[int, int] = field(default_factory=dict)
    indicators: dict[int, str] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)
    unit: str | None = None
    source: str | None = None
    period: HeadingPeriod | None = None


def layout_of(grid: Grid, name: str, options: ImportOptions) -> Layout:
    """How a sheet is laid out.

    Raises
    ------
    ReadError
        If no line is a heading, a column stands twice, or a column is missing without which no row can be read.
    """
    lines = grid.head(LOOKED_AT)
    found = _found(grid, lines, options)
    if found is None:
        raise _no_heading(lines, name, grid)
    heads = _carried(lines[found.header], grid, found.header)
    _refuse_twice(heads, found, name, grid)
    return _with_lines_around(found, grid)


def _found(grid: Grid, lines: Sequence[Sequence[str]], options: ImportOptions) -> Layout | None:
    for place in range(len(lines)):
        heads = _carried(lines[place], grid, place)
        found = _long(heads, place, options) or _wide(heads, lines, place) or _across(heads, lines, place)
        found = found or _by_region(heads, lines, place, grid, options)
        if found is not None:
            return found
    return None


def _by_region(
    heads: Sequence[str], lines: Sequence[Sequence[str]], place: int, grid: Grid, options: ImportOptions
) -> Layout | None:
    found = by_region(heads, lines[place + 1 :], place)
    if found is None:
        return None
    above = [text for line in lines[:place] for text in dict.fromkeys(line) if text]
    if options.year is not None:
        period: HeadingPeriod | None = HeadingPeriod(ReadPeriod("year", str(options.year)))
    elif grid.sheet and not _YEARS.search("".join(above)):
        period = period_said([grid.sheet])
    else:
        period = period_said(above)
    if period is None:
        return None
    names, growth = found.indicators, found.growth
    columns = {column: at for column, at in _known(heads).items() if at not in names and at not in growth}
    return Layout("across", place, found.first, columns, growth=growth, indicators=names, period=period)


_YEARS = re.compile(r"(?:19|20|21)\d\d")
_FEW = 3


def may_be_table(grid: Grid) -> bool:
    """Whether some line among the first is a heading, or would be one if it did not lack a column."""
    lines = grid.head(LOOKED_AT)
    # A year that the user gives may stand in for a column.
    if _found(grid, lines, ImportOptions(year=2000)) is not None:
        return True
    known = [_known(line) for line in lines]
    return any(len(each) > _FEW or (len(each) == _FEW and "indicator" in each) for each in known)


_SAMPLE = 400
_PROSE = 0.3


def is_mostly_table(grid: Grid) -> bool:
    """Whether a text is a table, and not prose that has one in it (a report, a page in Markdown)."""
    if not may_be_table(grid):
        return False
    lines = [[text for text in line if text] for line in grid.head(_SAMPLE)]
    filled = [line for line in lines if line]
    alone = [line for line in filled if len(line) == 1 and remark_of(line[0]) is None]
    # A single column is one cell a line, and so is a table whose values are still to be filled in.
    is_prose = grid.cells.width > 1 and len(alone) > _PROSE * len(filled)
    first, *_ = grid.head(1) or [[]]
    is_markdown = any(set("".join(line)) <= set("-: ") and len(line) > 1 for line in lines) and not any(first[:1])
    return not is_prose and not is_markdown


def _carried(heads: Sequence[str], grid: Grid, place: int) -> list[str]:
    """A line with what its merged cells say in each of their columns."""
    carried = list(heads)
    for area in grid.merged:
        if area.top - 1 <= place <= area.bottom - 1 and area.top <= LOOKED_AT and area.left < len(carried):
            text = (grid.cells[str(area.left)][area.top - 1] or "").strip()
            for column in range(area.left, min(area.right + 1, len(carried))):
                carried[column] = carried[column] or text
    return carried


def _known(heads: Sequence[str]) -> dict[str, int]:
    """Columns of ours by their headings, the first of each."""
    found: dict[str, int] = {}
    for place, column in enumerate(_columns(heads)):
        if column is not None:
            found.setdefault(column, place)
    return found


def _columns(heads: Sequence[str]) -> list[str | None]:
    """The column that each heading stands for. Beside its own name, no other word stands for a column."""
    own = {column_called(head) for head in heads if head and is_own(head)}
    called = [column_called(head) if head else None for head in heads]
    return [
        column if column not in own or is_own(head) else None for head, column in zip(heads, called, strict=True)
    ]


def _long(heads: Sequence[str], place: int, options: ImportOptions) -> Layout | None:
    known = _known(heads)
    timed = known.keys() & {"period", YEAR} or options.year is not None
    if not {"indicator", "value"} <= known.keys() or not timed:
        return None
    if any(period_heading(head) for head in heads if head):
        return None
    columns = _columns(heads)
    unknown = {at: head for at, head in enumerate(heads) if head and columns[at] is None}
    return Layout("long", place, place + 1, known, unknown=unknown)


def _wide(heads: Sequence[str], lines: Sequence[Sequence[str]], place: int) -> Layout | None:
    known = _known(heads)
    periods = {at: found for at, head in enumerate(heads) if head and (found := period_heading(head))}
    if len(periods) < (1 if "indicator" in known else 2) or known.keys() & {"value", "period", YEAR}:
        return None
    labels = [at for at in range(len(heads)) if at not in periods]
    if "indicator" not in known:
        # The first column that is none of ours holds the names.
        unnamed = [at for at in labels if column_called(heads[at]) is None]
        if not unnamed or unnamed[0] > min(periods):
            return None
        known["indicator"] = unnamed[0]
    below = list(lines[place + 1]) if place + 1 < len(lines) else []
    two_lines = _second_line(heads, below, periods)
    values, growth, first = (periods, {}, place + 1) if two_lines is None else (*two_lines, place + 2)
    unknown = {
        at: heads[at]
        for at in labels
        if heads[at] and column_called(heads[at]) is None and at != known["indicator"] and at not in growth
    }
    return Layout("wide", place, first, known, periods=values, growth=growth, unknown=unknown)


def _second_line(
    heads: Sequence[str], below: Sequence[str], periods: dict[int, HeadingPeriod]
) -> tuple[dict[int, HeadingPeriod], dict[int, int]] | None:
    """Periods and columns of growth where a second line of heading divides the columns of each period."""
    said = {at: column_called(text) for at, text in enumerate(below) if text}
    first = min(periods)
    if not said or any(at < first or what not in ("value", "growth_percent") for at, what in said.items()):
        return None
    values: dict[int, HeadingPeriod] = {}
    growth: dict[int, int] = {}
    period, column = periods[first], first
    for at in range(first, len(heads)):
        if at in periods:
            is_new = periods[at] != period
            period = periods[at]
            column = at if is_new else column
        elif heads[at]:
            continue
        if said.get(at) == "growth_percent":
            growth[at] = column
        elif at in said or at in periods:
            values[at] = period
            column = at
    return values, growth


def _across(heads: Sequence[str], lines: Sequence[Sequence[str]], place: int) -> Layout | None:
    known = _known(heads)
    time = next((known[name] for name in (YEAR, "period") if name in known), None)
    if time is None and heads and not heads[0]:
        time = 0
    if time is None or known.keys() & {"indicator", "value"}:
        return None
    if any(period_heading(head) for head in heads if head):
        return None
    unknown = {at: head for at, head in enumerate(heads) if head and column_called(head) is None and at != time}
    below = [line[time] for line in lines[place + 1 :] if len(line) > time and line[time] and not _is_remark(line)]
    if not unknown or not below or not all(period_heading(text) for text in below):
        return None
    known.setdefault(YEAR, time)
    return Layout("across", place, place + 1, known, indicators=unknown)


def _is_remark(line: Sequence[str]) -> bool:
    return sum(1 for text in line if text) == 1 and remark_of(next(text for text in line if text)) is not None


def remark_of(text: str) -> str | None:
    """What a line says that is a remark on the table; None for any other line.

    >>> remark_of("注：2024年为初步数"), remark_of("Notes: revised"), remark_of("总人口")
    ('注:2024年为初步数', 'Notes: revised', None)
    """
    said = unicodedata.normalize("NFKC", text).strip() if text[:1] not in "①②③④⑤⑥⑦⑧⑨⑩" else text.strip()
    for code in LANGUAGES:
        words = column_words_of(code)
        if words.remark_line.fullmatch(said) or words.source_line.fullmatch(said):
            return said
    return None


def _with_lines_around(found: Layout, grid: Grid) -> Layout:
    """The layout with the unit that a line above it states, and the source that one above or below does."""
    unit = source = None
    above = [text for line in grid.head(found.header) for text in line if text]
    last = grid.cells.tail(0 if "source" in found.columns else LOOKED_AT)
    below = [text for row in last.iter_rows() for text in row if text]
    words = [column_words_of(code) for code in LANGUAGES]
    for text in (*above, *below):
        said = unicodedata.normalize("NFKC", text).strip()
        stated = next(filter(None, (each.source_line.fullmatch(said) for each in words)), None)
        source = source or (stated["text"].strip() if stated else None)
    for text in above:
        said = unicodedata.normalize("NFKC", text).strip()
        stated = next(filter(None, (each.unit_line.fullmatch(said) for each in words)), None)
        unit = unit or (stated["text"].strip() if stated else None)
    return replace(found, unit=unit, source=source)


def _refuse_twice(heads: Sequence[str], found: Layout, name: str, grid: Grid) -> None:
    """Raise where two columns have one meaning: nobody can say which is right."""
    seen: dict[object, int] = {}
    for at, (head, column) in enumerate(zip(heads, _columns(heads), strict=True)):
        meaning: object = column
        if found.shape == "wide" and at in found.periods:
            meaning = found.periods[at]
        if found.shape == "across" and at in found.indicators:
            meaning = found.indicators[at]
        if meaning is None or meaning == NUMBER or at in found.growth:
            continue
        if meaning in seen:
            place = grid.cell_place(found.header + 1, at)
            other = grid.cell_place(found.header + 1, seen[meaning])
            raise ReadError(
                "two columns mean the same",
                where=f"{name}: {place}",
                found=f"{head!r}, as in {other}",
                accepted="each column once",
            )
        seen[meaning] = at


def _no_heading(lines: Sequence[Sequence[str]], name: str, grid: Grid) -> ReadError:
    """What is said where no line is a heading: the line that comes closest, and what it lacks."""
    undated = _found(grid, lines, ImportOptions(year=2000))
    if undated is not None and undated.period is not None:
        return ReadError(
            "it cannot be told which period the table is about",
            where=f"{name}: {grid.row_place(undated.header + 1)}",
            found=listed([repr(head) for head in lines[undated.header] if head], 6),
            accepted="one year in the title above the table or in the name of the sheet, or --year",
        )
    best: dict[str, int] = {}
    at = 0
    for place, line in enumerate(lines):
        known = _known(line)
        if len(known) > len(best):
            best, at = known, place
    if len(best) >= _FEW or "indicator" in best:
        missing = [column for column in REQUIRED if column not in best and not (column == "period" and YEAR in best)]
        return ReadError(
            f"the heading lacks {'a column' if len(missing) == 1 else 'columns'}: {listed(missing)}",
            where=f"{name}: {grid.row_place(at + 1)}",
            found=listed([repr(head) for head in lines[at] if head]),
            accepted=ACCEPTED,
        )
    first = next((line for line in lines if any(line)), [])
    found = listed([repr(text[:40]) for text in first if text], 6) or "no line with text"
    return ReadError("no line is the heading of a table", where=name, found=found, accepted=ACCEPTED)


_ENUMERATED = re.compile(r"^\s*\d{1,2}\s*[.、．)）]\s*(?=\D)")


def without_number(name: str) -> str:
    """A name without the number that counts the lines of a table.

    >>> without_number("1.地区生产总值"), without_number("2.5微米颗粒物"), without_number("3岁以下托位")
    ('地区生产总值', '2.5微米颗粒物', '3岁以下托位')
    """
    return _ENUMERATED.sub("", name)
