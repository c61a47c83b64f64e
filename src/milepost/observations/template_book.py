"""The template as a workbook: what may stand in a cell is said, listed and checked in the cell itself."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

import polars
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from milepost.checks.model import Tongue, Words
from milepost.languages.table import column_words_of
from milepost.observations.model import FORMAT, REQUIRED
from milepost.observations.template import BASELINE, SHOWN, TARGET
from milepost.observations.wording import CODES
from milepost.observations.writing import as_csv

ORIENTATION: Final = {
    TARGET: Words("目标（参考）", "target (for orientation)"),
    BASELINE: Words("基期（参考）", "baseline (for orientation)"),
}
SHEETS: Final = {"data": Words("数据", "data"), "about": Words("填写说明", "explanations")}
SPARE_ROWS: Final = 200
"""Empty rows below those of the plan that are checked as well."""

_WIDE = {"indicator": 34, "region_name": 14, TARGET: 20, BASELINE: 18, "source": 30, "url": 30, "note": 30, "basis": 18}
_GIVEN = PatternFill("solid", fgColor="E8ECEC")
_OPEN = PatternFill("solid", fgColor="FFFBE6")
_BOLD, _TOP = Font(bold=True), Alignment(vertical="top", wrap_text=True)
_FILLED = frozenset(("indicator", "region", "region_name", TARGET, BASELINE, "period_kind", "period", "unit"))

MEANINGS: Final[dict[str, Words]] = {
    "indicator": Words("指标名称，已按规划填好；也可增加行", "name of the indicator, filled in from the plan"),
    "region": Words("行政区划代码", "code of the region"),
    "region_name": Words("地区名称", "name of the region"),
    "period_kind": Words("时期类型：年度、半年、季度、月度、年初至今（累计）", "what the period is"),
    "period": Words(
        "2023（年）、2023-H1（半年）、2023-Q2（季度）、2023-06（月度；或1—6月累计）",
        "2023 (year), 2023-H1 (half-year), 2023-Q2 (quarter), 2023-06 (month; or January to June)",
    ),
    "value": Words(
        "只填数字；没有数据的留空，切勿填0", "the number alone; leave it empty where there is none, never 0"
    ),
    "unit": Words("计量单位，与数值一致；百分数填40.2，单位填%", "unit of the value; 40.2 with % for per cent"),
    "bound": Words("数值是确切值还是上下限；不填为确切值", "whether the value is exact or a bound; empty: exact"),
    "status": Words("初步、最终、修订等；不填视为最终数", "how final the value is; empty: final"),
    "source": Words("来源文件或单位全称", "document or office that the value comes from"),
    "source_kind": Words("来源类型", "what kind of source that is"),
    "url": Words("网址", "its address"),
    "vintage": Words(
        "数据公布日期（2024-04-03）；更正已有数据须填新的日期", "date of publication; a correction needs a new one"
    ),
    "basis": Words(
        "口径：当年价或可比价、常住或户籍、含或不含兵团等", "prices, population, coverage: what the value is based on"
    ),
    "access": Words(
        "公开、内部，或 embargoed:2026-01-31（该日起公开）", "public, internal, or embargoed:2026-01-31 until that day"
    ),
    "confidence": Words("可信度", "how far the value is trusted"),
    "growth_percent": Words("来源同时公布的比上年增速（%）", "growth on the year before that the source states"),
    "note": Words("备注", "anything else"),
    TARGET: Words("规划目标，仅供参考，不读入", "the plan's target, for orientation; not read"),
    BASELINE: Words("规划基期值，仅供参考，不读入", "the plan's baseline, for orientation; not read"),
}

_GUIDE: Final = (
    Words("黄色单元格由填报人填写，灰色单元格已填好。", "Fill in the yellow cells; the grey ones are filled in."),
    Words("没有数值的行不读入，不必删除。", "Rows without a value are passed over; leave them where they are."),
    Words(
        "导入：milepost observe import 本文件 --to observations.csv",
        "Then: milepost observe import THIS_FILE --to observations.csv",
    ),
)


def caption(column: str, tongue: Tongue) -> str:
    """What stands above a column."""
    if column in ORIENTATION:
        return ORIENTATION[column].of(tongue)
    return column_words_of(tongue).captions[column]


def choices(column: str, tongue: Tongue) -> dict[str, str]:
    """The codes of a column, each with the word for it that is printed.

    >>> choices("bound", "zh")
    {'exact': '等于', 'at_least': '不低于', 'at_most': '不高于'}
    """
    words = column_words_of(tongue).codes[column]
    return {code: next((word for word, meant in words.items() if meant == code), code) for code in CODES[column]}


def template_csv(rows: polars.DataFrame, tongue: Tongue) -> bytes:
    """The template as CSV, with the mark by which spreadsheets know its encoding."""
    worded = _worded(rows, tongue).rename({name: caption(name, tongue) for name in SHOWN})
    return b"\xef\xbb\xbf" + as_csv(worded, worded.columns)


def template_book(rows: polars.DataFrame, tongue: Tongue, title: str) -> bytes:
    """The template as a workbook (XLSX), and a sheet that explains its columns.

    Parameters
    ----------
    rows : polars.DataFrame
        What `milepost.observations.template.template_rows` gives.
    tongue : {"zh", "en"}
        Language of headings, lists and explanations.
    title : str
        Title of the plan.
    """
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(SHEETS["data"].of(tongue))
    # In a sheet that is written line by line, all but the lines comes first.
    _furnish(sheet, rows.height, tongue)
    sheet.append([_cell(sheet, caption(name, tongue), bold=True) for name in SHOWN])
    for row in _worded(rows, tongue).iter_rows():
        sheet.append([_cell(sheet, text, name) for name, text in zip(SHOWN, row, strict=True)])
    for _ in range(SPARE_ROWS):
        sheet.append([_cell(sheet, None, name, spare=True) for name in SHOWN])
    _explain(book.create_sheet(SHEETS["about"].of(tongue)), tongue, title)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _worded(rows: polars.DataFrame, tongue: Tongue) -> polars.DataFrame:
    """The rows with the kinds of periods in words."""
    return rows.with_columns(polars.col("period_kind").replace(choices("period_kind", tongue)))


def _cell(sheet: Any, value: str | None, name: str | None = None, *, bold: bool = False, spare: bool = False) -> Any:
    """A cell; a text stays a text, whatever it begins with."""
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    if bold:
        cell.font, cell.fill, cell.alignment = _BOLD, _GIVEN, _TOP
    elif name is not None:
        cell.fill = _GIVEN if name in _FILLED and not spare else _OPEN
        if name in ("value", "growth_percent"):
            cell.number_format = "General"
        elif name == "vintage":
            cell.number_format = "yyyy-mm-dd"
        else:
            # Else a spreadsheet turns 2025-06 into a date.
            cell.number_format = "@"
    return cell


def _furnish(sheet: Worksheet, height: int, tongue: Tongue) -> None:
    """Widths, the frozen heading, and what may stand in each cell."""
    sheet.freeze_panes = "B2"
    last = height + 1 + SPARE_ROWS
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(SHOWN))}{last}"
    for at, name in enumerate(SHOWN, start=1):
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = _WIDE.get(name, 13)
        rule = _rule(name, tongue)
        if rule is not None:
            rule.add(f"{letter}2:{letter}{last}")
            sheet.data_validations.append(rule)


def _rule(name: str, tongue: Tongue) -> DataValidation | None:
    """What a spreadsheet lets into the cells of a column."""
    if name in ("value", "growth_percent"):
        rule = DataValidation("decimal", operator="between", formula1="-1E+15", formula2="1E+15", allow_blank=True)
    elif name == "vintage":
        rule = DataValidation("date", operator="between", allow_blank=True)
        rule.formula1, rule.formula2 = "DATE(1950,1,1)", "DATE(2100,12,31)"
    elif name in CODES:
        words = ",".join(choices(name, tongue).values())
        rule = DataValidation("list", formula1=f'"{words}"', allow_blank=True)
        # An embargo carries its date, which no list can hold.
        rule.errorStyle = "warning" if name == "access" else "stop"
    else:
        return None
    rule.showErrorMessage = rule.showInputMessage = True
    rule.error = MEANINGS[name].of(tongue)[:220]
    rule.errorTitle = rule.promptTitle = caption(name, tongue)[:30]
    rule.prompt = MEANINGS[name].of(tongue)[:220]
    return rule


def _explain(sheet: Any, tongue: Tongue, title: str) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 90
    lines = [(FORMAT, title), *(("", line.of(tongue)) for line in _GUIDE), ("", "")]
    for name in SHOWN:
        needed = {"zh": "（必填）", "en": " (required)"}[tongue] if name in REQUIRED else ""
        words = f": {', '.join(choices(name, tongue).values())}" if name in CODES else ""
        lines.append((caption(name, tongue) + needed, MEANINGS[name].of(tongue) + words))
    for left, right in lines:
        cells = [WriteOnlyCell(sheet, left), WriteOnlyCell(sheet, right)]
        for cell in cells:
            cell.data_type, cell.alignment = "s", _TOP
        cells[0].font = _BOLD
        sheet.append(cells)
