"""The workbook in which a sample is judged by hand: written with the rows drawn, read back with the judgements."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation

from milepost.documents.archive import Archive
from milepost.kernel.errors import ReadError

FORMAT: Final = "milepost.sample/1"
SAMPLE, ABOUT = "sample", "about"
KEY_ROW, CAPTION_ROW, FIRST_ROW = 1, 2, 3

# Key of a column → (Chinese, English, width in characters). Columns are known by their key, wherever they stand.
COLUMNS: dict[str, tuple[str, str, int]] = {
    "number": ("序号", "no.", 7),
    "kind": ("类别", "kind", 13),
    "before": ("前文", "before", 32),
    "quote": ("原文", "quote", 52),
    "after": ("后文", "after", 32),
    "read": ("读作", "what was read", 52),
    "judgement": ("判断", "right or wrong", 10),
    "note": ("备注", "note", 30),
    "section": ("章节", "section", 24),
    "plan": ("文件", "plan", 24),
    "id": ("编号", "id", 14),
}
JUDGEMENTS = {"zh": ("对", "错"), "en": ("right", "wrong")}
RIGHT = frozenset({"对", "正确", "是", "right", "yes", "y", "true", "1", "✓", "√"})
WRONG = frozenset({"错", "错误", "否", "wrong", "no", "n", "false", "0", "✗", "×", "x"})

_LONGEST_CELL = 32_767
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DAMAGE = (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, TypeError, IndexError, EOFError)
_YELLOW, _GREY = PatternFill("solid", fgColor="FFFBE6"), PatternFill("solid", fgColor="E8ECEC")
_WRAPPED = Alignment(vertical="top", wrap_text=True)


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One row to be judged: the words of the text with what stands around them, and what was read there."""

    kind: str
    before: str
    quote: str
    after: str
    read: str
    section: str
    plan: str
    id: str


@dataclass
class Tally:
    """What was judged of one kind; `population` is the number of its rows in all plans, `drawn` in the sample."""

    population: int = 0
    drawn: int = 0
    right: int = 0
    wrong: int = 0
    unjudged: int = 0
    unclear: int = 0

    @property
    def gone(self) -> int:
        """Rows that were drawn and are no longer in the sheet."""
        return max(0, self.drawn - self.right - self.wrong - self.unjudged - self.unclear)


@dataclass
class Judged:
    """A judged sample: the tallies by kind, and the cells that say neither right nor wrong, each with its row."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)


def sample_workbook(
    rows: Sequence[SampleRow], population: Mapping[str, int], seed: int, compiler: str, tongue: str
) -> bytes:
    """The bytes of the workbook (XLSX): a sheet to be judged, and one that says how it was drawn.

    `population` is the number of rows of each kind in all plans; `tongue` ("zh" or "en") is the language of the
    captions. A text stays a text, whatever it begins with.
    """
    book = Workbook()
    sheet: Any = book.active
    sheet.title = SAMPLE
    for column, (key, captions) in enumerate(COLUMNS.items(), start=1):
        _put(sheet.cell(KEY_ROW, column), key)
        head = sheet.cell(CAPTION_ROW, column)
        _put(head, captions[0] if tongue == "zh" else captions[1])
        head.font, head.fill, head.alignment = Font(bold=True), _GREY, _WRAPPED
        sheet.column_dimensions[get_column_letter(column)].width = captions[2]
    for number, row in enumerate(rows, start=1):
        _write_row(sheet, FIRST_ROW + number - 1, number, row)
    sheet.row_dimensions[KEY_ROW].hidden = True
    sheet.freeze_panes = f"C{FIRST_ROW}"
    _offer_judgements(sheet, len(rows), JUDGEMENTS["zh" if tongue == "zh" else "en"])
    _write_about(book.create_sheet(ABOUT), rows, population, seed, compiler)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _write_row(sheet: Any, at: int, number: int, row: SampleRow) -> None:
    for column, key in enumerate(COLUMNS, start=1):
        cell = sheet.cell(at, column)
        if key == "number":
            cell.value = number
        elif key in ("judgement", "note"):
            cell.fill = _YELLOW
        else:
            _put(cell, getattr(row, key))
        cell.alignment = _WRAPPED


def _put(cell: Cell, words: str) -> None:
    cell.value = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", words)[:_LONGEST_CELL]
    # Said last: openpyxl takes a text that begins with = for a formula.
    cell.data_type = "s"
    cell.number_format = "@"


def _offer_judgements(sheet: Any, rows: int, choices: tuple[str, str]) -> None:
    rule = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=True)
    rule.error = " / ".join(choices)
    letter = get_column_letter(list(COLUMNS).index("judgement") + 1)
    rule.add(f"{letter}{FIRST_ROW}:{letter}{FIRST_ROW + max(rows, 1) - 1}")
    sheet.add_data_validation(rule)


def _write_about(
    sheet: Any, rows: Sequence[SampleRow], population: Mapping[str, int], seed: int, compiler: str
) -> None:
    lines: list[tuple[str | int, ...]] = [("format", FORMAT), ("compiler", compiler), ("seed", seed)]
    lines.append(("kind", "rows in all plans", "rows drawn"))
    drawn = [row.kind for row in rows]
    lines += [(kind, size, drawn.count(kind)) for kind, size in population.items()]
    for at, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=1):
            cell = sheet.cell(at, column)
            if isinstance(value, str):
                _put(cell, value)
            else:
                cell.value = value
    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = 20


def read_sample(content: bytes, where: str = "") -> Judged:
    """The judgements in a workbook that `sample_workbook` made; rows may be deleted and columns moved.

    Raises
    ------
    ReadError
        If the file is no workbook, none of ours, or lacks the column of the kind or of the judgement.
    """
    accepted = "a workbook (XLSX) that `milepost sample draw` wrote"
    try:
        # Refuses what unpacks to too much.
        Archive(content, where)
        book = load_workbook(BytesIO(content), data_only=True)
    except ReadError as error:
        raise ReadError(error.what, where=where, found=error.found, accepted=accepted) from error
    except _DAMAGE as error:
        raise ReadError("this is no workbook", where=where, found=str(error)[:120], accepted=accepted) from error
    if SAMPLE not in book.sheetnames:
        raise ReadError("this is no sample", where=where, found=", ".join(book.sheetnames), accepted=accepted)
    judged = Judged(_drawn(book[ABOUT]) if ABOUT in book.sheetnames else {})
    rows = iter(enumerate(book[SAMPLE].iter_rows(values_only=True), start=1))
    keys = [str(key) for key in next(rows, (1, ()))[1]]
    for needed in ("kind", "judgement"):
        if needed not in keys:
            found = ", ".join(keys[: len(COLUMNS)])
            raise ReadError("a column is missing", where=where, found=found, accepted=f"{needed!r} in the first row")
    kind, judgement = keys.index("kind"), keys.index("judgement")
    for number, row in rows:
        if number >= FIRST_ROW and row[kind] is not None:
            _count(judged, number, str(row[kind]), row[judgement])
    return judged


def _drawn(about: Any) -> dict[str, Tally]:
    """What the sheet `about` says of each kind: its lines with a name and two numbers."""
    rows: Iterable[tuple[Any, ...]] = about.iter_rows(max_col=3, values_only=True)
    return {
        str(row[0]): Tally(population=row[1], drawn=row[2])
        for row in rows
        if len(row) == 3 and row[0] is not None and type(row[1]) is int and type(row[2]) is int
    }


def _count(judged: Judged, number: int, kind: str, judgement: object) -> None:
    tally = judged.tallies.setdefault(kind, Tally())
    # A spreadsheet may give back 1 as 1.0.
    number_or_text = int(judgement) if isinstance(judgement, float) and judgement.is_integer() else judgement
    words = "" if judgement is None else str(number_or_text).strip().lower()
    if not words:
        tally.unjudged += 1
    elif words in RIGHT:
        tally.right += 1
    elif words in WRONG:
        tally.wrong += 1
    else:
        tally.unclear += 1
        judged.unclear.append(f"row {number}: found {words[:40]!r}")
