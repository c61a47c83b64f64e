"""Which rows of an indicator table state figures, and under which name, group, unit and category each stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from milepost.documents.model import Cell
from milepost.kernel.span import Span
from milepost.languages.indicator_words import Attribute, IndicatorWords
from milepost.plans.indicator_columns import Column, Layout

_BRACKETS = re.compile(r"[（(]([^（()）]{1,20})[)）]")
_LIST = re.compile(r"[，,、；;]")
_OWN_VALUES = frozenset({"target", "rate", "milestones", "baseline"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name cell taken apart: the printed number, the name by itself, its units (several for sub-rows)."""

    printed_number: str | None
    name: str
    units: tuple[str, ...]
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row that states figures. `values` are its value cells with their columns, every merged cell once."""

    number: int
    printed_number: str | None
    name: str
    group: str | None
    unit: str | None
    category: str | None
    attribute: Attribute | None
    values: tuple[tuple[Column, Cell], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class _Parent:
    """The row or merged cell that the rows under it are parts of."""

    name: Name
    cell: Cell | None
    members: int = 0


def name_of(text: str, words: IndicatorWords) -> Name:
    """Take a name cell apart.

    >>> from milepost.languages.table import language_named
    >>> words = language_named("zh").indicators
    >>> name_of("7.城镇就业（万人次，%）", words)
    Name(printed_number='7', name='城镇就业', units=('万人次', '%'), is_part=False)
    >>> name_of("11.每千人口拥有执业（助理）医师数（人）", words).name
    '每千人口拥有执业（助理）医师数'
    """
    rest = text.strip().strip("*").strip()
    number = words.name.number.match(rest)
    printed = None
    is_part = False
    if number and number.end() < len(rest):
        printed = unicodedata.normalize("NFKC", number["plain"] or number["bracketed"] or number["ring"])
        is_part = number["plain"] is None
        rest = rest[number.end() :]
    part = words.name.part.match(rest)
    if part and part.end() < len(rest):
        rest, is_part = rest[part.end() :], True
    for found in reversed(list(_BRACKETS.finditer(rest))):
        units = _units(found[1], words)
        if units:
            return Name(printed, (rest[: found.start()] + rest[found.end() :]).strip(), units, is_part)
    for unit, pattern in words.name.unit_of:
        own = pattern.search(rest)
        if own:
            name = rest[: own.start()] if own.end() == len(rest) and own.start() else rest
            return Name(printed, name.strip(), (unit,), is_part)
    return Name(printed, rest.strip(), (), is_part)


def _units(words_in_bracket: str, words: IndicatorWords) -> tuple[str, ...]:
    """The units in a bracket of a name: all of them, or the first with a remark behind it; () if it is none."""
    parts = tuple(part.strip() for part in _LIST.split(words_in_bracket) if part.strip())
    known = [_is_unit(part, words) for part in parts]
    if all(known):
        return parts
    return parts[:1] if known and known[0] else ()


def _is_unit(word: str, words: IndicatorWords) -> bool:
    if not word or word.isdigit():
        return False
    narrow = unicodedata.normalize("NFKC", word)
    if words.normalize_unit(word) is not None or words.normalize_unit(narrow) is not None:
        return True
    top, slash, bottom = narrow.partition("/")
    return bool(slash) and bool(top) and bool(bottom) and len(narrow) <= 12


def figure_rows(
    grid: Sequence[Sequence[Cell | None]], layout: Layout, words: IndicatorWords, before: RowReader | None = None
) -> RowReader:
    """The figure rows of a table in order; a row of notes, of a category or of a group's name is none.

    `before` is the reader of the table that this one carries on behind a page break: numbers run on, and the last
    category holds for rows without one.
    """
    reader = RowReader(layout, words, numbered=_is_numbered(grid, layout, words))
    if before is not None:
        reader.number, reader.category = before.number, before.category
    for index, row in enumerate(grid):
        if index not in layout.header_rows:
            reader.take(index, row)
    return reader


def _is_numbered(grid: Sequence[Sequence[Cell | None]], layout: Layout, words: IndicatorWords) -> bool:
    """Whether half of the names or more are numbered, so that a name without number is part of the one before."""
    numbered = total = 0
    for index, row in enumerate(grid):
        cells = [] if index in layout.header_rows else _placed(row, layout)
        own = [cell for column, cell in cells if column.role in ("number", "name") and cell.row == index and cell.text]
        total += bool(own)
        numbered += any(cell.text.strip().isdigit() or words.name.number.match(cell.text) for cell in own)
    return numbered > 0 and numbered * 2 >= total


def _placed(row: Sequence[Cell | None], layout: Layout) -> list[tuple[Column, Cell]]:
    """The row's cells with their columns, every merged cell once, under its first column that holds values."""
    filled = max((index + 1 for index, cell in enumerate(row) if cell is not None and cell.text), default=0)
    columns = layout.fitted(filled)
    placed: list[tuple[Column, Cell]] = []
    seen: set[int] = set()
    for column, cell in zip(columns, row, strict=False):
        if cell is None or id(cell) in seen:
            continue
        seen.add(id(cell))
        placed.append((column, cell))
    return placed


class RowReader:
    """Reads rows from the top down, remembering the category and the group that the next row stands under."""

    def __init__(self, layout: Layout, words: IndicatorWords, *, numbered: bool) -> None:
        self.layout, self.words, self.numbered = layout, words, numbered
        self.rows: list[FigureRow] = []
        self.category: str | None = None
        self.category_column = False  # whether categories stand under the header of the names
        self.parent: _Parent | None = None
        self.number = 0
        self.last_name: Name | None = None

    def take(self, index: int, row: Sequence[Cell | None]) -> None:
        """Read one row of the grid."""
        placed = _placed(row, self.layout)
        texts = [cell.text for _, cell in placed if cell.text]
        if not texts or self.words.header.note.match(texts[0]):
            return
        names = [cell for column, cell in placed if column.role == "name" and cell.text]
        values = tuple((column, cell) for column, cell in placed if column.role in _OWN_VALUES)
        attribute = self._attribute(placed)
        if len(texts) == 1 and not (attribute or any(cell.text for _, cell in values if cell.text != texts[0])):
            self._heading_row(texts[0])
            return
        category = next((cell.text for column, cell in placed if column.role == "category" and cell.text), None)
        if category is None and self.category_column and len(names) == 1 and names[0].columns > 1:
            self.category, self.category_column = None, False  # its name covers the column of categories, too
        names, category = self._category_among(names, category)
        if category:
            self._enter_category(category)
        if names:
            self._figure_row(index, names, placed, values, attribute)

    def _heading_row(self, text: str) -> None:
        """A row of one cell: a category, or the name of the group whose parts follow."""
        category = self.words.header.category_row.match(text)
        name = name_of(text, self.words)
        if category or (name.printed_number is None and not name.units):
            self._enter_category(text[category.end() :].strip() if category else text)
        else:
            self.number += 1
            self.parent = _Parent(name, None)

    def _enter_category(self, category: str) -> None:
        if category != self.category:
            self.category, self.parent = category, None

    def _category_among(self, names: list[Cell], category: str | None) -> tuple[list[Cell], str | None]:
        """Tell a category cell under the header of the names from a group: the number stands behind it."""
        if len(names) < 2 or name_of(names[0].text, self.words).printed_number:
            return names, category
        behind = name_of(names[1].text, self.words).printed_number is not None
        if behind or (category is None and not name_of(names[0].text, self.words).units and self.numbered):
            self.category_column = True
            return names[1:], names[0].text
        return names, category

    def _figure_row(
        self, index: int, names: list[Cell], placed: list[tuple[Column, Cell]],
        values: tuple[tuple[Column, Cell], ...], attribute: Attribute | None,
    ) -> None:  # fmt: skip
        own = names[-1]
        name = name_of(own.text, self.words)
        number_cell = next((cell for column, cell in placed if column.role == "number" and cell.text), None)
        if number_cell is not None:
            name = replace(name, printed_number=unicodedata.normalize("NFKC", number_cell.text.strip("*. 、")))
        # A part that has a number cell of its own counts as a row of the table's order.
        counted = (
            number_cell is not None
            and number_cell.row == index
            and (len(names) == 1 or number_cell.rows < names[0].rows)
        )
        is_sub = self._enter_parent(names, name, counted=counted)
        if counted or not is_sub:
            self.number += 1
        if not values_stated(values) and attribute is None and not is_sub:
            self.parent = _Parent(name, None)
            return
        if not is_sub:
            self.last_name = name
        parent = self.parent if is_sub else None
        printed = name.printed_number if counted or parent is None else parent.name.printed_number
        self.rows.append(
            FigureRow(
                self.number, printed, name.name, parent.name.name if parent else None,
                self._unit(index, name, placed, parent), self.category, attribute, values,
                _span(index, own, placed, with_number=counted or not is_sub),
            )
        )  # fmt: skip
        if parent:
            self.parent = replace(parent, members=parent.members + 1)

    def _enter_parent(self, names: list[Cell], name: Name, *, counted: bool) -> bool:
        """Whether the row is a part of a group, whose parent is then remembered."""
        if len(names) > 1:
            if self.parent is None or self.parent.cell is not names[0]:
                group = name_of(names[0].text, self.words)
                printed = group.printed_number or name.printed_number
                self.parent = _Parent(replace(group, printed_number=printed), names[0])
                self.number += not counted
            return True
        if self.parent is not None and self.parent.cell is None:
            if name.is_part or (self.numbered and name.printed_number is None):
                return True
        elif name.is_part and self.last_name is not None:
            self.parent = _Parent(self.last_name, None)
            return True
        self.parent = None
        return False

    def _attribute(self, placed: list[tuple[Column, Cell]]) -> Attribute | None:
        text = "".join(cell.text for column, cell in placed if column.role == "attribute")
        return next((name for name, pattern in self.words.attributes if pattern.search(text)), None)

    def _unit(self, index: int, name: Name, placed: list[tuple[Column, Cell]], parent: _Parent | None) -> str | None:
        """The row's unit: its name's own, the unit column's, or the group's, given out in order."""
        if name.units:
            return name.units[0]
        cell = next((cell for column, cell in placed if column.role == "unit" and cell.text.strip("-—－ ")), None)
        if cell is not None:
            parts = [part.strip() for part in _LIST.split(cell.text) if part.strip()]
            return parts[index - cell.row] if len(parts) > 1 and len(parts) == cell.rows else cell.text
        if parent and parent.name.units:
            units = parent.name.units
            return units[min(parent.members, len(units) - 1)]
        return None


def values_stated(values: Sequence[tuple[Column, Cell]]) -> bool:
    """Whether any value cell holds something, be it a dash."""
    return any(cell.text for _, cell in values)


def _span(index: int, name: Cell, placed: Sequence[tuple[Column, Cell]], *, with_number: bool) -> Span:
    """From the row's name, or its number's cell before it, to the end of its last own cell."""
    left_out = ("category", "name") if with_number else ("category", "name", "number")
    own = [
        cell.span
        for column, cell in placed
        if cell.row == index and cell.span.length and (cell is name or column.role not in left_out)
    ]
    spans = own or [name.span]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
