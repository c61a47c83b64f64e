"""Corrections taken from an edited workbook, by comparing it with the plan that it was made from."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import msgspec
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from milepost.documents.archive import Archive
from milepost.kernel.errors import ReadError, UsageError
from milepost.plans.corrections.anchors import Finder, Found, anchor_of, positions
from milepost.plans.corrections.building import Incomplete, Setting, added, edited
from milepost.plans.corrections.columns import (
    AFTER,
    BEFORE,
    DELETE,
    FIGURE,
    KEY,
    LONGEST_CELL,
    OCCURRENCE,
    QUOTE,
    REQUIRED,
    Column,
    NotTaken,
    columns,
    from_cell,
    is_marked,
    row_keys,
    safe,
    unsafe,
)  # fmt: skip
from milepost.plans.corrections.fields import Field, check_value, kinds, label, label_field, settable_of
from milepost.plans.corrections.model import FORMAT, Anchor, Correction, Corrections, DocumentMark
from milepost.plans.corrections.workbook import ABOUT, CAPTION_ROW, KEY_ROW, item_cells
from milepost.plans.corrections.workbook import FORMAT as WORKBOOK
from milepost.plans.model import Plan

_DAMAGE = (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, TypeError, IndexError, EOFError)
"""What openpyxl raises on files that are no whole workbook."""

_MOST_ADDED = 20_000
"""Rows looked at behind those of the plan; a format set for whole columns makes a million empty ones."""

_LOCKED = (QUOTE, FIGURE)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the workbook that was not taken: its place (`commitments!D7`), and why."""

    place: str
    what: str


@dataclass
class Taken:
    """What a workbook gave: the corrections, what was not taken, and what a reader may want to know besides."""

    corrections: Corrections
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def take(content: bytes, plan: Plan, where: str = "") -> Taken:
    """Compare an edited workbook with its plan.

    A changed cell gives an edit, a row marked in the column `delete` a reject, a filled row without key an add. Rows
    that are gone are reported as problems and never rejected. Columns are known by the key in the first row, wherever
    they stand; sheets that are none of the plan's kinds are noted and passed over. A row with a problem is left as it
    was, the others are taken.

    Raises
    ------
    ReadError
        If the file is no workbook.
    UsageError
        If it was made from another text, is no editable workbook, or a sheet lacks a column that it cannot do without.
    """
    text = plan.document.text
    if text is None:
        accepted = "a plan compiled without --facts-only"
        raise UsageError("corrections need the plan's text", where=plan.document.source, accepted=accepted)
    book = _opened(content, where)
    expected = _about(book, plan, where)
    taken = Taken(Corrections(FORMAT, DocumentMark(plan.document.title, plan.document.text_sha256)))
    setting = Setting(plan, text)
    found: list[Correction] = []
    for sheet in book.worksheets:
        if sheet.title == ABOUT:
            continue
        if sheet.title not in kinds():
            taken.notes.append(f"the sheet {sheet.title!r} is none of the plan's and was passed over")
            continue
        found += _Sheet(sheet, setting, taken, where).corrections()
    titles = {sheet.title for sheet in book.worksheets}
    taken.problems += [
        Problem(name, "the sheet is gone; nothing was taken from it") for name in expected if name not in titles
    ]
    taken.corrections = Corrections(FORMAT, taken.corrections.document, tuple(found))
    return taken


def _opened(content: bytes, where: str) -> Any:
    accepted = "a workbook (XLSX) that `milepost show --format xlsx` wrote"
    Archive(content, where)
    try:
        return load_workbook(BytesIO(content))
    except _DAMAGE as error:
        raise ReadError("this is no workbook", where=where, found=str(error)[:120], accepted=accepted) from error


def _about(book: Any, plan: Plan, where: str) -> list[str]:
    """The sheets that the workbook had; raises an error if it belongs to another plan."""
    lines: dict[str, str] = {}
    if ABOUT in book.sheetnames:
        rows = book[ABOUT].iter_rows(max_col=2, max_row=20, values_only=True)
        lines = {str(row[0]): unsafe(str(row[1])) for row in rows if len(row) > 1 and row[0] and row[1] is not None}
    if lines.get("format") != WORKBOOK:
        found = repr(lines["format"]) if "format" in lines else f"no sheet {ABOUT!r} with a line 'format'"
        raise UsageError("this is no editable workbook of a plan", where=where, found=found, accepted=repr(WORKBOOK))
    if lines.get("text_sha256") != plan.document.text_sha256:
        raise UsageError(
            "the workbook was made from another plan",
            where=where,
            found=f"{lines.get('title', '')!r} (text {lines.get('text_sha256', '')[:12]})",
            accepted=f"{plan.document.title!r} (text {plan.document.text_sha256[:12]})",
        )
    return [name for name in lines.get("sheets", "").split(", ") if name in kinds()]


class _Sheet:
    """One sheet on its way to corrections."""

    def __init__(self, sheet: Worksheet, setting: Setting, taken: Taken, where: str) -> None:
        self.sheet, self.setting, self.taken = sheet, setting, taken
        self.kind = sheet.title
        self.columns = columns(self.kind)
        items = getattr(setting.plan, self.kind)
        self.items: dict[str, Any] = dict(zip(row_keys(items), items, strict=True))
        self.places = Counter((item.span, getattr(item, "value_span", None)) for item in items)
        self.at = self._columns_at(where)

    def _columns_at(self, where: str) -> dict[str, int]:
        """Where each column stands now, by its key in the first row."""
        found: dict[str, int] = {}
        known = {column.key for column in self.columns}
        for cell in self.sheet[KEY_ROW]:
            key = str(cell.value).strip() if cell.value is not None else ""
            if key in found:
                place = f"{where}: {self.kind}!{cell.coordinate}"
                raise UsageError("two columns have one key", where=place, found=repr(key), accepted="each key once")
            if key in known:
                found[key] = cell.column or 0
            elif key:
                self.taken.notes.append(f"{self.kind}!{cell.coordinate}: the column {key!r} is not known, passed over")
        missing = [key for key in REQUIRED if key not in found]
        if missing:
            raise UsageError(
                "the sheet lacks a column that tells which item a row is",
                where=f"{where}: {self.kind}",
                found="no " + ", ".join(missing) + f" in row {KEY_ROW}",
                accepted=", ".join(REQUIRED) + f" in row {KEY_ROW}, wherever they stand",
            )
        for column in self.columns:
            if column.key not in found and column.field is not None:
                self._problem(KEY_ROW, None, f"the column {column.key!r} is gone; nothing was taken from it")
        return found

    def _problem(self, row: int, key: str | None, what: str) -> None:
        place = f"{self.kind}!{row}" if key is None else f"{self.kind}!{self.sheet.cell(row, self.at[key]).coordinate}"
        self.taken.problems.append(Problem(place, what))

    def corrections(self) -> Iterator[Correction]:
        """The corrections of the sheet, in the order of its rows."""
        rows: dict[str, list[int]] = {}
        last = len(self.items) + _MOST_ADDED
        if self.sheet.max_row > last:
            self._problem(last, None, f"rows below {last} were not read; accepted: at most {_MOST_ADDED} added rows")
        for row in range(CAPTION_ROW + 1, min(self.sheet.max_row, last) + 1):
            key = self._read(row, KEY)
            if key is None or not str(key).strip():
                yield from self._added(row)
            else:
                rows.setdefault(str(key), []).append(row)
        for key, places in rows.items():
            if key not in self.items:
                self._problem(
                    places[0], None, "the plan has no item of this row's key; it was made from another reading"
                )
            elif len(places) > 1:
                listed = ", ".join(map(str, places))
                self._problem(places[0], None, f"rows {listed} have one key; to add a row, use an empty one")
            else:
                yield from self._changed(places[0], key, self.items[key])
        for key in self.items.keys() - rows.keys():
            said = f"the row of {label(self.items[key])!r} is gone; to strike an item out, mark it in the column delete"
            self.taken.problems.append(Problem(f"{self.kind} {key}", said))

    def _read(self, row: int, key: str) -> Any:
        """A cell's value, texts as they were before they were written; None where the column is gone."""
        if key not in self.at:
            return None
        value = self.sheet.cell(row, self.at[key]).value
        return unsafe(value) if isinstance(value, str) else value

    def _refused(self, row: int, key: str) -> bool:
        """Whether a cell cannot be taken as it is: a formula, an error, a per cent format. It is reported."""
        cell: SheetCell = self.sheet.cell(row, self.at[key])  # type: ignore[assignment]
        if cell.data_type == "f":
            self._problem(row, key, "a formula; accepted: its value (copy, paste as values)")
        elif cell.data_type == "e":
            self._problem(row, key, f"the error {cell.value}; accepted: a value")
        elif isinstance(cell.value, int | float) and "%" in str(cell.number_format):
            self._problem(row, key, f"{cell.value} shown as per cent; accepted: the number as printed, and % as unit")
        else:
            return False
        return True

    def _changed(self, row: int, key: str, item: Any) -> Iterator[Correction]:
        """The edit or the reject of a row."""
        before = len(self.taken.problems)
        marked = self._marked(row)
        written = item_cells(item, key, self.setting.text, self.columns)
        values = {} if marked else self._values(row, written, item)
        for locked in _LOCKED:
            if locked in self.at and locked in written and not self._same(row, locked, written[locked]):
                self._problem(
                    row, locked, f"{locked} is what the text says; to move an item, delete it and add another"
                )
        if len(self.taken.problems) > before or not (marked or values):
            return
        try:
            edited(item, values, self.setting)
        except (Incomplete, msgspec.ValidationError) as error:
            self._problem(row, None, str(error))
            return
        figure = getattr(item, "value_span", None)
        anchor = anchor_of(self.setting.text, item.span, figure, self.places[item.span, figure])
        if not anchor.quote.strip():
            self._problem(row, None, "the item stands at no words of the text and cannot be corrected here")
            return
        action = "reject" if marked else "edit"
        yield Correction(action, self.kind, anchor, getattr(item, "id", None), label(item), values)  # type: ignore[arg-type]

    def _marked(self, row: int) -> bool:
        if self._refused(row, DELETE):
            return False
        try:
            return is_marked(self._read(row, DELETE))
        except NotTaken as error:
            self._problem(row, DELETE, str(error))
            return False

    def _same(self, row: int, key: str, written: Any) -> bool:
        """Whether a cell holds what was written to it."""
        value = self.sheet.cell(row, self.at[key]).value
        expected = safe(written) if isinstance(written, str) else written
        if isinstance(value, float) and isinstance(expected, float):
            # A workbook keeps fifteen digits.
            return f"{value:.15g}" == f"{expected:.15g}"
        return bool(value == expected) and isinstance(value, bool) == isinstance(expected, bool)

    def _values(self, row: int, written: Mapping[str, Any], item: Any) -> dict[str, Any]:
        """The fields whose cells were changed, with their new values."""
        found: dict[str, Any] = {}
        for name, each in settable_of(kinds()[self.kind]).items():
            parts = [column for column in self._parts(name) if not self._same(row, column.key, written[column.key])]
            if not parts:
                continue
            if each.shape == "object" and each.nullable and self._blank(row, name):
                if getattr(item, name) is not None:
                    found[name] = None
                continue
            found |= self._inner(row, each, parts, item, name)
        return found

    def _inner(self, row: int, each: Field, parts: list[Column], item: Any, name: str) -> dict[str, Any]:
        """The changed cells of one field; an inner object all of whose cells are blank is null."""
        found: dict[str, Any] = {}
        inner = settable_of(each.inner) if each.shape == "object" else {}
        for column in parts:
            path = column.key.removeprefix(f"{name}.")
            step = path.partition(".")[0]
            if "." in path and inner[step].nullable and self._blank(row, f"{name}.{step}"):
                within = getattr(item, name)
                if within is not None and getattr(within, step) is not None:
                    found[f"{name}.{step}"] = None
                continue
            self._parse(row, column, found)
        return found

    def _parts(self, name: str) -> list[Column]:
        """The columns of a field that the sheet still has."""
        return [
            column
            for column in self.columns
            if column.key in self.at and column.field and (column.key == name or column.key.startswith(f"{name}."))
        ]

    def _blank(self, row: int, name: str) -> bool:
        """Whether all cells of an object are there and empty."""
        expected = [column for column in self.columns if column.key.startswith(f"{name}.")]
        parts = self._parts(name)
        return len(parts) == len(expected) and all(self._read(row, column.key) in (None, "") for column in parts)

    def _parse(self, row: int, column: Column, found: dict[str, Any]) -> None:
        """Put a cell's value under its path, or report why not."""
        if self._refused(row, column.key) or column.field is None:
            return
        raw = self._read(row, column.key)
        try:
            if isinstance(raw, str) and len(raw) >= LONGEST_CELL:
                raise NotTaken("more than a cell holds; correct it in the file of corrections")
            value = from_cell(raw, column.field)
            check_value(column.field, value)
        except (NotTaken, UsageError) as error:
            self._problem(row, column.key, str(error))
            return
        found[column.key] = value

    def _added(self, row: int) -> Iterator[Correction]:
        """The add of a row without key; an empty row gives none."""
        filled = [column for column in self.columns if self._read(row, column.key) not in (None, "")]
        if not filled:
            return
        before = len(self.taken.problems)
        values: dict[str, Any] = {}
        for column in filled:
            if column.field is not None:
                self._parse(row, column, values)
            else:
                self._refused(row, column.key)
        anchor = self._anchor(row) if len(self.taken.problems) == before else None
        if anchor is None:
            return
        place = Finder(self.setting.text, same=True).find(anchor)
        if not isinstance(place, Found):
            self._problem(row, QUOTE, place.reason)
            return
        try:
            item = added(self.kind, place, values, self.setting)
        except (Incomplete, msgspec.ValidationError) as error:
            self._problem(row, None, str(error))
            return
        named = label_field(kinds()[self.kind])
        full = anchor_of(self.setting.text, place.span, getattr(item, "value_span", None))
        yield Correction("add", self.kind, full, None, str(values.get(named or "", "")), values)

    def _anchor(self, row: int) -> Anchor | None:
        """Where an added row says that it stands, or a report of why that is not enough."""
        text = self.setting.text
        words, figure = self._read(row, QUOTE), self._read(row, FIGURE)
        quote = "" if words is None else str(words)
        if not quote.strip():
            self._problem(row, QUOTE, "an added row needs the words of the text that it stands for")
            return None
        count = len(positions(text, quote))
        if count == 0:
            self._problem(row, QUOTE, "these words are not in the text")
            return None
        occurrence = self._read(row, OCCURRENCE)
        if occurrence is None and count > 1 and not (self._read(row, BEFORE) or self._read(row, AFTER)):
            self._problem(row, QUOTE, f"these words stand {count} times in the text; fill in occurrence, or quote more")
            return None
        if occurrence is not None and not (str(occurrence).isdecimal() and 1 <= int(occurrence) <= count):
            self._problem(row, OCCURRENCE, f"found {occurrence!r}; accepted: 1 to {count}")
            return None
        within = None if figure in (None, "") else str(figure)
        if within is not None and within not in quote:
            self._problem(row, FIGURE, f"found {within!r}; accepted: words of the quote")
            return None
        before, after = (str(self._read(row, side) or "") for side in (BEFORE, AFTER))
        return Anchor(quote, before, after, int(occurrence or 1), within)
