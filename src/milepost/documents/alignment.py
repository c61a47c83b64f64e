"""Which columns the cells of a short row cover, where a format has lost the widths of merged cells.

A row of fewer cells than the table has columns has cells that cover several columns. Which ones is judged by
likeness: a cell belongs over the columns whose other cells look like it (a figure, a dash, a numbered name, the
same word again), and long text is likelier to be spread out than a figure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from milepost.documents.grid import is_dash, is_figure

WIDEST = 40
"""Columns up to which likeness is weighed; a wider table's short rows are left as they stand."""

_ROWS_WEIGHED = 200  # a layout is clear from far fewer rows; the bound keeps long tables linear
_LIKE_KIND, _SAME_TEXT, _SPREAD, _UNLIKE = 2.0, 2.0, 0.5, 0.15
_PERIOD = re.compile(r"(?:19|20|21)\d\d")
_NUMBERED = re.compile(
    r"^(?:[(（]?\d{1,3}[)）]?[.．、)）\s]|[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*\D"
)
_LABELLED = re.compile(r"^[A-Za-z]{1,4}\d{0,4}\s*[:：]")

_HEADER_UNLIKE = 4.0
_CLEARLY = 1.0  # half of what a cell gains that stands among its like

_Value = Callable[[int, int, int], float]
"""How well a cell stands over the columns from one to another."""

Layout = tuple[int, ...]
"""How many columns each cell of a row covers."""


def kind(text: str) -> str:
    """The look of a cell: empty, dash, numbered, figure, labelled, united (a name with its unit) or words.

    >>> [kind(cell) for cell in ("", "—", "3.城镇化率（%）", "50", "Q1: 5", "城镇化率（%）", "预期性")]
    ['empty', 'dash', 'numbered', 'figure', 'labelled', 'united', 'words']
    """
    if not text:
        return "empty"
    if is_dash(text):
        return "dash"
    if _NUMBERED.match(text):
        return "numbered"
    if is_figure(text):
        return "figure"
    if _LABELLED.match(text):
        return "labelled"
    return "united" if text[-1] in ")）" else "words"


class Column:
    """What has been seen in one column so far."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.texts: Counter[str] = Counter()
        self.seen = 0

    def add(self, text: str, times: int = 1) -> None:
        """Count one more cell of the column; `times` -1 takes it back."""
        self.kinds[kind(text)] += times
        self.texts[text] += times
        self.seen += times

    def likeness(self, text: str) -> float:
        """How much a cell looks like the column's cells, 0 (not at all) to 4 (as all of them)."""
        look = kind(text)
        score = _LIKE_KIND * self.kinds[look] / (self.seen or 1)
        if look in {"words", "united"}:
            score += _SAME_TEXT * min(1.0, 2 * self.texts[text] / (self.seen or 1))
        return score

    def distance(self, other: Column) -> float:
        """How unlike two columns are, 0 (the same kinds of cells) to 1 (none in common)."""
        shared = sum(min(self.kinds[k] / (self.seen or 1), other.kinds[k] / (other.seen or 1)) for k in self.kinds)
        return 1.0 - shared


def layouts(rows: Sequence[Sequence[str]]) -> list[Layout]:
    """For each row of a table, given as the texts of its cells, how many columns each cell covers.

    The table's width is that of its longest row. Rows of one cell cover it whole.

    >>> layouts([["指标", "2020年", "2025年"], ["就业", "新增", "3", "5"], ["1.收入（元）", "5", "7"]])
    [(2, 1, 1), (1, 1, 1, 1), (2, 1, 1)]
    """
    width = max((len(row) for row in rows), default=0)
    result: list[Layout] = [_plain(len(row), width) for row in rows]
    short = [index for index, layout in enumerate(result) if not layout]
    if width > WIDEST:
        return [layout or _left(len(row), width) for row, layout in zip(rows, result, strict=True)]
    columns = [Column() for _ in range(width)]
    merges: set[tuple[int, int]] = set()
    for index, layout in enumerate(result):
        if len(rows[index]) == width and rows[index] != rows[0]:
            _learn(columns, rows[index], layout)
    for group in _groups(rows, short):
        layout = _best(rows, group, columns, merges)
        for index in group:
            result[index] = layout
        told = [index for index in group[:_ROWS_WEIGHED] if rows[index] != rows[0]]
        for index in told:
            _learn(columns, rows[index], layout)
        merges.update(_merges(layout))
        for index in told if len(told) > 1 else ():
            _learn(columns, rows[index], layout, -1)  # a row is judged by the others
            if _misfits(columns, rows[index], layout):
                result[index] = _best(rows, [index], columns, merges, layout)
                merges.update(_merges(result[index]))
            _learn(columns, rows[index], result[index])
    return result


def _merges(layout: Layout) -> list[tuple[int, int]]:
    """From which column to which the cells of several columns reach."""
    ends = list(accumulate(layout))
    return [(end - reach, end) for end, reach in zip(ends, layout, strict=True) if reach > 1]


def _misfits(columns: Sequence[Column], row: Sequence[str], layout: Layout) -> bool:
    """Whether a cell stands, under the layout of its group, where next to no cell looks like it."""
    place = 0
    for text, reach in zip(row, layout, strict=True):
        if text and max(column.likeness(text) for column in columns[place : place + reach]) < _UNLIKE:
            return True
        place += reach
    return False


def _plain(cells: int, width: int) -> Layout:
    """The layout that needs no weighing, of a full row and of a row of one cell; empty for others."""
    if cells == width:
        return (1,) * width
    return (width,) if cells == 1 else ()


def _left(cells: int, width: int) -> Layout:
    return (*((1,) * (cells - 1)), width - cells + 1)


def _learn(columns: Sequence[Column], row: Sequence[str], layout: Layout, times: int = 1) -> None:
    place = 0
    for text, reach in zip(row, layout, strict=True):
        columns[place].add(text, times)
        place += reach


def _leading_empty(row: Sequence[str]) -> int:
    """Empty cells at the row's start; none and one count alike, since a category cell stands or is continued there."""
    count = next((index for index, text in enumerate(row) if text), len(row))
    return count if count >= 2 else 0


def _groups(rows: Sequence[Sequence[str]], short: Sequence[int]) -> list[list[int]]:
    """Short rows that are laid out alike: the commonest count of cells as one group, others by runs; longest first."""
    commonest = Counter((len(row), _leading_empty(row)) for row in (rows[index] for index in short)).most_common(1)
    groups: list[list[int]] = []
    main: list[int] = []
    last: tuple[int, int, int] | None = None
    for index in short:
        key = (len(rows[index]), _leading_empty(rows[index]))
        if commonest and key == commonest[0][0]:
            main.append(index)
        elif last is not None and (index - 1, *key) == last and index > 1:
            groups[-1].append(index)
        else:
            groups.append([index])
        last = (index, *key)
    ordered = sorted(groups, key=lambda group: (-len(rows[group[0]]), -len(group)))
    return [main, *ordered] if main else ordered


def _best(
    rows: Sequence[Sequence[str]],
    group: Sequence[int],
    columns: Sequence[Column],
    merges: set[tuple[int, int]],
    usual: Layout = (),
) -> Layout:
    """The layout of a group of rows with the greatest likeness in all.

    `merges` are those that other rows have; `usual` is a layout that only a clearly better one replaces.
    """
    weighed = [rows[index] for index in group[:_ROWS_WEIGHED]]
    cells = len(weighed[0])
    alike = [[sum(column.likeness(row[cell]) for row in weighed) for column in columns] for cell in range(cells)]
    costs = [_SPREAD * sum(1.0 / (1.0 + len(row[cell]) / 8.0) for row in weighed) for cell in range(cells)]

    def value(cell: int, start: int, end: int) -> float:
        covered = alike[cell][start:end]
        if len(covered) == 1:
            return covered[0]
        if (start, end) in merges:
            return max(covered)
        return 0.6 * max(covered) + 0.4 * min(covered) - costs[cell] * (end - start - 1)

    if list(group) == [0]:
        return _partition(cells, len(columns), _header_value(rows, columns, value))
    layout = _partition(cells, len(columns), value)
    return usual if usual and _worth(layout, value) < _worth(usual, value) + _CLEARLY else layout


def _worth(layout: Layout, value: _Value) -> float:
    ends = list(accumulate(layout))
    return sum(value(cell, end - layout[cell], end) for cell, end in enumerate(ends))


def _header_value(rows: Sequence[Sequence[str]], columns: Sequence[Column], value: _Value) -> _Value:
    """The value of a header's cell: the columns under it are alike, it names no year, and no gap stands under it."""
    header = rows[0]
    apart = [left.distance(right) for left, right in pairwise(columns)]
    has_lower_row = len(rows) > 1 and len(rows[1]) == len(columns) and not rows[1][0]
    gaps = [not text for text in rows[1]] if has_lower_row else [False] * len(columns)

    def header_value(cell: int, start: int, end: int) -> float:
        if end - start == 1:
            return value(cell, start, end)
        unlike = sum(apart[start : end - 1]) + bool(_PERIOD.search(header[cell])) + sum(gaps[start:end])
        return value(cell, start, end) - _HEADER_UNLIKE * unlike

    return header_value


def _partition(cells: int, width: int, value: _Value) -> Layout:
    """Cut `width` columns into `cells` pieces of the greatest value in all, by dynamic programming."""
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for cell in range(cells):
        before = best[-1].items()
        ends = range(cell + 1, width - (cells - cell - 1) + 1)
        step: dict[int, tuple[float, int]] = {}
        for end in ends:
            step[end] = max((so_far + value(cell, start, end), start) for start, (so_far, _) in before if start < end)
        best.append(step)
    reach: list[int] = []
    end = width
    for cell in range(cells, 0, -1):
        start = best[cell][end][1]
        reach.append(end - start)
        end = start
    return tuple(reversed(reach))
