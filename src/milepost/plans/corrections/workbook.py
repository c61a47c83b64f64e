"""A plan as a workbook that can be edited: a sheet for each kind of item, what may be changed marked."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from milepost.kernel.errors import UsageError
from milepost.plans.corrections.anchors import CONTEXT
from milepost.plans.corrections.captions import caption, guide
from milepost.plans.corrections.columns import (
    AFTER,
    BEFORE,
    DELETE,
    FIGURE,
    KEY,
    OCCURRENCE,
    QUOTE,
    Cell,
    Column,
    columns,
    row_keys,
    safe,
    to_cell,
    value_at,
)  # fmt: skip
from milepost.plans.corrections.fields import kinds
from milepost.plans.model import Plan

FORMAT: Final = "milepost.workbook/1"
ABOUT = "about"
KEY_ROW, CAPTION_ROW, FIRST_ROW = 1, 2, 3

_EMPTY_ROWS = 30  # for rows to be added
_TEXT = "@"
_YELLOW = PatternFill("solid", fgColor="FFFBE6")
_GREY = PatternFill("solid", fgColor="E8ECEC")
_OPEN, _LOCKED = Protection(locked=False), Protection(locked=True)
_BOLD, _WRAPPED, _TOP = Font(bold=True), Alignment(vertical="top", wrap_text=True), Alignment(vertical="top")
_WIDE = frozenset({QUOTE, "title", "name", "subject", "why", "milestones", "quantities", "members"})
_ADDED = frozenset({QUOTE, FIGURE, OCCURRENCE})
"""Columns that are locked in the rows of the plan's items and open in those to be added."""


def editable(plan: Plan, names: Sequence[str] | None = None) -> bytes:
    """The workbook's bytes (XLSX); `names` are the kinds of items wanted, all by default.

    Raises
    ------
    UsageError
        If the plan has no text, or there is no such kind of item.
    """
    text = plan.document.text
    if text is None:
        accepted = "a plan compiled without --facts-only"
        raise UsageError("an editable workbook needs the plan's text", where=plan.document.source, accepted=accepted)
    unknown = [name for name in names or () if name not in kinds()]
    if unknown:
        accepted = ", ".join(kinds())
        raise UsageError("this cannot be edited in a workbook", found=repr(unknown[0]), accepted=accepted)
    wanted = list(names or kinds())
    book = Workbook()
    about: Any = book.active
    _write_about(about, plan, wanted)
    for name in wanted:
        _write_sheet(book.create_sheet(name), name, plan, text)
    if len(wanted) == 1:
        book.active = 1
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _write_about(sheet: Worksheet, plan: Plan, wanted: Sequence[str]) -> None:
    sheet.title = ABOUT
    document = plan.document
    lines = [
        ("format", FORMAT),
        ("title", document.title),
        ("text_sha256", document.text_sha256),
        ("sheets", ", ".join(wanted)),
        *(("", line) for line in guide(document.language)),
    ]
    for row, line in enumerate(lines, start=1):
        for column, words in enumerate(line, start=1):
            _put(sheet.cell(row, column), words)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 14, 100
    _protect(sheet)


def _put(cell: SheetCell | MergedCell, value: Cell) -> None:
    """Write a value; a text stays a text, whatever it begins with."""
    assert isinstance(cell, SheetCell), "a new sheet has no merged cells"
    if isinstance(value, str):
        cell.value = safe(value)
        cell.data_type = "s"
        cell.number_format = _TEXT
    elif value is not None:
        cell.value = value


def _write_sheet(sheet: Worksheet, kind: str, plan: Plan, text: str) -> None:
    items = getattr(plan, kind)
    shown = columns(kind)
    for at, column in enumerate(shown, start=1):
        _put(sheet.cell(KEY_ROW, at), column.key)
        head = sheet.cell(CAPTION_ROW, at)
        _put(head, caption(column.key, plan.document.language))
        head.font, head.fill, head.alignment = _BOLD, _GREY, _WRAPPED
        dimension = sheet.column_dimensions[get_column_letter(at)]
        dimension.width = 46 if column.key in _WIDE else 13
        dimension.hidden = column.hidden
    row = FIRST_ROW
    for key, item in zip(row_keys(items), items, strict=True):
        cells = item_cells(item, key, text, shown)
        for at, column in enumerate(shown, start=1):
            _dress(sheet.cell(row, at), column, cells[column.key], added=False)
        row += 1
    for empty in range(row, row + _EMPTY_ROWS):
        for at, column in enumerate(shown, start=1):
            _dress(sheet.cell(empty, at), column, None, added=True)
    _finish(sheet, shown, row + _EMPTY_ROWS - 1)


def item_cells(item: Any, key: str, text: str, shown: Sequence[Column]) -> dict[str, Cell]:
    """What stands in an item's row, by the keys of the columns."""
    span = item.span
    own: dict[str, Cell] = {
        KEY: key,
        DELETE: None,
        QUOTE: span.of(text),
        BEFORE: text[max(0, span.start - CONTEXT) : span.start],
        AFTER: text[span.end : span.end + CONTEXT],
        OCCURRENCE: None,
        FIGURE: item.value_span.of(text) if hasattr(item, "value_span") else None,
    }
    return {
        column.key: own[column.key]
        if column.key in own
        else to_cell(value_at(item, column.key), column.field and column.field.annotation)
        for column in shown
    }


def _dress(cell: SheetCell | MergedCell, column: Column, value: Cell, *, added: bool) -> None:
    """Write a cell, and mark it by what may be done with it."""
    _put(cell, value)
    may = column.key == DELETE or column.field is not None or (added and column.key in _ADDED)
    cell.protection = _OPEN if may else _LOCKED
    cell.alignment = _WRAPPED if column.key in _WIDE else _TOP
    if may:
        cell.fill = _YELLOW
    if column.field is not None and _is_text(column):
        # Else a spreadsheet turns 2025-06 into a date.
        cell.number_format = _TEXT


def _is_text(column: Column) -> bool:
    """Whether a column holds texts and no numbers."""
    assert column.field is not None
    accepted = column.field.accepted
    return "number" not in accepted and "true" not in accepted


def _finish(sheet: Worksheet, shown: Sequence[Column], last: int) -> None:
    """Lists of legal values, frozen headers, filters, and the lock on what is not to be changed."""
    sheet.row_dimensions[KEY_ROW].hidden = True
    sheet.freeze_panes = f"B{FIRST_ROW}"
    letters = [get_column_letter(at) for at in range(1, len(shown) + 1)]
    sheet.auto_filter.ref = f"A{CAPTION_ROW}:{letters[-1]}{last}"
    for letter, column in zip(letters, shown, strict=True):
        choices = _choices(column)
        if choices:
            rule = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=True)
            rule.error, rule.errorTitle = ", ".join(choices)[:220], column.key[:30]
            rule.add(f"{letter}{FIRST_ROW}:{letter}{last}")
            sheet.add_data_validation(rule)
    _protect(sheet)


def _choices(column: Column) -> tuple[str, ...]:
    if column.key == DELETE:
        return ("x",)
    if column.field is None:
        return ()
    return ("TRUE", "FALSE") if column.field.annotation is bool else column.field.choices


def _protect(sheet: Worksheet) -> None:
    """Lock what is not open, without a password: against slips, not against anyone."""
    sheet.protection.sheet = True
    # False here allows it.
    sheet.protection.sort = sheet.protection.autoFilter = False
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.insertRows = sheet.protection.deleteRows = False
