"""The sheets of a workbook as text, with what their values alone would not tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import fastexcel
import polars

from milepost.checks.model import Words
from milepost.documents.limits import MEBIBYTE
from milepost.kernel.errors import ReadError, UsageError
from milepost.observations.exchange import column_letter, listed
from milepost.observations.grids import Grid
from milepost.observations.telling import names_words
from milepost.observations.workbook_parts import ACCEPTED, SheetPart, opened, parts_of
from milepost.observations.workbook_scan import Scan, scan_sheet

OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of an old workbook (XLS), and of a locked one."""

LARGEST_OLD: Final = 64 * MEBIBYTE
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_NO_VALUE = Words("公式没有保存结果", "a formula without a stored value")
_ERROR = Words("单元格是错误值", "the cell holds an error")
_ROUNDED, _ROUNDED_OR_ZERO = r"^-?\d*\.\d{9}$", r"^-?(?:0|\d*\.\d{9})$"


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets that were read, and what is to be said of the others."""

    grids: tuple[Grid, ...]
    notes: tuple[Words, ...]


def workbook_of(content: bytes, name: str, sheet: str | None = None) -> Workbook:
    """The sheets of a workbook; hidden ones are passed over with a note, unless `sheet` names one.

    Raises
    ------
    ReadError
        If the file is damaged, locked, of another kind or too large.
    UsageError
        If there is no sheet of that name.
    """
    if content.startswith(OLD):
        return _old_workbook(content, name, sheet)
    archive = opened(content, name)
    parts = parts_of(archive)
    wanted, notes = _wanted(parts.sheets, sheet, name)
    # The sheets are looked through before anything is unpacked whole.
    scans = [scan_sheet(archive, each.path, parts.percent_styles, parts.strings) for each in wanted]
    book = _opened(content, name)
    grids = [
        _grid(_cells(book, each.name, name, has_tiny=scan.has_tiny), each.name, scan)
        for each, scan in zip(wanted, scans, strict=True)
    ]
    return Workbook(tuple(grids), tuple(notes))


def _wanted(sheets: tuple[SheetPart, ...], sheet: str | None, name: str) -> tuple[list[SheetPart], list[Words]]:
    if sheet is not None:
        found = [each for each in sheets if each.name == sheet]
        if not found:
            accepted = listed([repr(each.name) for each in sheets])
            raise UsageError("the workbook has no such sheet", where=name, found=repr(sheet), accepted=accepted)
        return found, []
    hidden = [repr(each.name) for each in sheets if each.is_hidden]
    notes = [hidden_note(hidden)] if hidden else []
    wanted = [each for each in sheets if not each.is_hidden]
    if not wanted:
        found_sheets = f"hidden sheets only: {listed(hidden)}" if hidden else "no sheet of cells"
        raise ReadError("the workbook shows no sheet", where=name, found=found_sheets, accepted="a visible sheet")
    return wanted, notes


def hidden_note(names: list[str]) -> Words:
    """What is said of hidden sheets."""
    said = names_words(names, 12)
    return Words(f"隐藏的工作表未读入：{said.zh}", f"hidden sheets were passed over: {said.en}")


def _opened(content: bytes, name: str) -> Any:
    try:
        return fastexcel.read_excel(content)
    except BaseException as error:  # noqa: BLE001 - a panic of the reader is no Exception
        raise _damaged(error, name) from None


def _damaged(error: BaseException, name: str) -> BaseException:
    """What is said of a file that the reader cannot take; a panic of its is no exception of ours."""
    if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
        return error
    found = str(error).splitlines()[0][:160] if str(error) else type(error).__name__
    return ReadError("this is no whole workbook", where=name, found=found, accepted=ACCEPTED)


def _cells(book: Any, sheet: str, name: str, *, has_tiny: bool = True) -> polars.DataFrame:
    """The cells of a sheet as text, columns named by their places in the sheet."""
    try:
        read = book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string")
        places = [each.absolute_index for each in read.selected_columns]
        cells: polars.DataFrame = read.to_polars()
        if cells.width:
            cells = cells.rename({column: str(at) for column, at in zip(cells.columns, places, strict=True)})
            cells = _exact(cells, book, sheet, _ROUNDED_OR_ZERO if has_tiny else _ROUNDED)
    except BaseException as error:  # noqa: BLE001 - a panic of the reader is no Exception
        raise _damaged(error, name) from None
    last = max(places, default=-1)
    every = [polars.col(str(at)) if at in places else polars.lit(None, dtype=polars.String).alias(str(at))
             for at in range(last + 1)]  # fmt: skip
    return cells.select(every)


def _exact(cells: polars.DataFrame, book: Any, sheet: str, rounded: str) -> polars.DataFrame:
    """The cells with numbers in full: as text they come with nine decimals, so that 1e-10 would be zero."""
    odd = cells.select(polars.all().str.contains(rounded).any()).row(0)
    doubtful = [name for name, is_odd in zip(cells.columns, odd, strict=True) if is_odd]
    if not doubtful:
        return cells
    places = {name: at for at, name in enumerate(cells.columns)}
    read = book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="float").to_polars()
    changed = []
    for name in doubtful:
        text = cells[name]
        number = read[read.columns[places[name]]]
        is_rounded = text.str.contains(rounded).fill_null(value=False) & number.is_not_null()
        is_rounded &= (number != text.cast(polars.Float64, strict=False)).fill_null(value=False)
        if is_rounded.any():
            changed.append(number.cast(polars.String).zip_with(is_rounded, text).alias(name))
    return cells.with_columns(changed)


def _grid(cells: polars.DataFrame, sheet: str, scan: Scan) -> Grid:
    broken = dict.fromkeys(scan.without_value, _NO_VALUE) | dict.fromkeys(scan.errors, _ERROR)
    notes = []
    if scan.formulas:
        first = ", ".join([f"{sheet}!{column_letter(column)}{line}" for line, column in scan.first_formulas[:6]])
        count = scan.formulas
        notes.append(
            Words(
                f"{count}个公式单元格按其保存的结果读入：{first}{'等' if count > 6 else ''}",
                f"{count} formula{'s' * (count != 1)} taken by the stored value: {first}{' …' if count > 6 else ''}",
            )
        )
    if scan.hidden_lines:
        lines = names_words([str(line) for line in scan.hidden_lines], 6)
        notes.append(
            Words(f"{sheet}：隐藏的行也已读入：第{lines.zh}行", f"{sheet}: hidden rows were read too: {lines.en}")
        )
    cells, shown = _with_percents(cells, scan.percents)
    if shown:
        notes.append(
            Words(
                f"{sheet}：{shown}个单元格为百分比格式，按显示的百分数读入",
                f"{sheet}: {shown} cells in a per cent format are taken as they are shown",
            )
        )
    cells = _reaching(cells, scan)
    return Grid(cells, sheet, broken, tuple(scan.merged), notes=tuple(notes))


def _with_percents(cells: polars.DataFrame, percents: list[tuple[int, int]]) -> tuple[polars.DataFrame, int]:
    """The cells with a sign of per cent, and a hundred times the number, where the format shows them so."""
    by_column: dict[int, list[int]] = {}
    for line, column in percents:
        if str(column) in cells.columns and line <= cells.height:
            by_column.setdefault(column, []).append(line - 1)
    changed, shown = [], 0
    for column, lines in by_column.items():
        text = cells[str(column)]
        is_percent = polars.Series([False], dtype=polars.Boolean).new_from_index(0, len(text)).scatter(lines, True)
        number = text.cast(polars.Float64, strict=False)
        is_percent &= number.is_finite().fill_null(value=False)
        as_shown = (number * 100).round_sig_figs(14).cast(polars.String) + "%"
        changed.append(as_shown.zip_with(is_percent, text).alias(str(column)))
        shown += int(is_percent.sum())
    return cells.with_columns(changed), shown


def _reaching(cells: polars.DataFrame, scan: Scan) -> polars.DataFrame:
    """The cells, as far as broken ones reach: a column of formulas without values has no value at all."""
    far = [*scan.without_value, *scan.errors]
    columns = [polars.lit(None, dtype=polars.String).alias(str(at))
               for at in range(cells.width, max((column for _, column in far), default=-1) + 1)]  # fmt: skip
    wide = cells.with_columns(columns) if cells.height else cells
    missing = max((line for line, _ in far), default=0) - wide.height
    if missing <= 0 or not wide.width:
        return wide
    empty = {name: polars.Series([None] * missing, dtype=polars.String) for name in wide.columns}
    return polars.concat([wide, polars.DataFrame(empty)])


def _old_workbook(content: bytes, name: str, sheet: str | None) -> Workbook:
    """The sheets of an XLS file, in which formulas and merged cells cannot be told from values."""
    if _LOCKED in content:
        raise ReadError("the file is locked", where=name, found="a password", accepted="an unlocked copy")
    if len(content) > LARGEST_OLD:
        found, accepted = f"{len(content)} bytes", f"at most {LARGEST_OLD} bytes of XLS"
        raise ReadError("the file is too large", where=name, found=found, accepted=accepted)
    book = _opened(content, name)
    sheets = []
    for each in book.sheet_names:
        try:
            is_hidden = book.load_sheet(each, header_row=None, n_rows=1, dtypes="string").visible != "visible"
        except BaseException as error:  # noqa: BLE001 - a panic of the reader is no Exception
            raise _damaged(error, name) from None
        sheets.append(SheetPart(each, "", is_hidden))
    wanted, notes = _wanted(tuple(sheets), sheet, name)
    notes.append(
        Words(
            "旧版工作簿（XLS）中的公式和合并单元格无法识别，已按保存的数值读入",
            "in an old workbook (XLS) formulas and merged cells cannot be told: values were taken as stored",
        )
    )
    return Workbook(tuple(Grid(_cells(book, each.name, name), each.name) for each in wanted), tuple(notes))


