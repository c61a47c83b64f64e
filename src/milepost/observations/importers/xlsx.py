"""XLSX (and old XLS): the template that `milepost observe template` writes, and tables as offices send them.

Values are taken as they are stored, and nothing is executed: a formula counts by its stored value, with a note, and is
a fault without one. Hidden sheets are passed over with a note. Merged labels hold for each of their lines; a merged
value is a fault. Numbers in a per cent format count as they are shown.
"""

from __future__ import annotations

from dataclasses import replace

import polars

from milepost.checks.model import Words
from milepost.observations.importing import Imported, Importer, ImportOptions
from milepost.observations.layouts import may_be_table
from milepost.observations.model import FORMAT
from milepost.observations.sheets import read_grid
from milepost.observations.telling import names_words
from milepost.observations.workbooks import OLD, workbook_of

IMPORTER = Importer(
    name="xlsx",
    title=Words("Excel工作簿", "Excel workbook"),
    describes=Words(
        "填好的模板，或以年份为列、以指标为列的统计表（XLSX、XLS）",
        "a filled-in template, or tables with years or indicators as columns (XLSX, XLS)",
    ),
)


def recognises(content: bytes, name: str) -> bool:
    """Whether the file is a packed one with sheets in it, or an old workbook."""
    if content.startswith(OLD):
        # Old Word files begin alike: only the name, or the name of the part inside, tells.
        return name.casefold().endswith(".xls") or any(
            part.encode("utf-16-le") in content for part in ("Workbook", "EncryptedPackage")
        )
    return content.startswith(b"PK\x03\x04") and (
        any(part in content for part in (b"xl/workbook", b"xl/worksheets", b"spreadsheet"))
        or name.casefold().endswith((".xlsx", ".xlsm", ".xlsb", ".ods"))
    )


def read(content: bytes, name: str, options: ImportOptions) -> Imported:
    """The observations of a workbook: of the sheet that the options name, else of every visible sheet that is a table.

    Raises
    ------
    ReadError
        If it is no whole workbook, too large, locked, or no sheet is a table of observations.
    UsageError
        If there is no sheet of the name given.
    """
    book = workbook_of(content, name, options.sheet)
    are_tables = [may_be_table(grid) for grid in book.grids]
    tables = [grid for grid, is_table in zip(book.grids, are_tables, strict=True) if is_table]
    if not tables:
        # One sheet alone says best what it lacks.
        return read_grid(book.grids[0], name, options)
    read_sheets = [read_grid(grid, name, options) for grid in tables]
    others = [
        repr(grid.sheet)
        for grid, is_table in zip(book.grids, are_tables, strict=True)
        if not is_table and grid.cells.height and grid.cells.row(0)[:1] != (FORMAT,)
    ]
    notes = list(book.notes)
    if others:
        said = names_words(others, 12)
        notes.append(Words(f"以下工作表不是数据表，未读入：{said.zh}", f"sheets that are no tables of data: {said.en}"))
    if len(read_sheets) == 1:
        return replace(read_sheets[0], notes=(*notes, *read_sheets[0].notes))
    return Imported(
        polars.concat([each.rows for each in read_sheets]),
        tuple(place for each in read_sheets for place in each.places),
        tuple(fault for each in read_sheets for fault in each.faults),
        (*notes, *(note for each in read_sheets for note in each.notes)),
        # Sheets whose columns stand alike keep their letters.
        read_sheets[0].columns if len({tuple(each.columns.items()) for each in read_sheets}) == 1 else {},
    )


