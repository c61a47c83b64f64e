"""CSV: our own columns, one value a line, also under Chinese headings; and tables with years as columns.

Cells are text and never executed. Numbers may have thousands separators, units, marks of footnotes and bounds; a dash,
an ellipsis or 暂无 is no value. Text may be UTF-8 (with or without a mark), UTF-16 or GB18030.
"""

from __future__ import annotations

from milepost.checks.model import Words
from milepost.kernel.errors import ReadError
from milepost.observations.importing import Imported, Importer, ImportOptions
from milepost.observations.layouts import is_mostly_table
from milepost.observations.separated import grid_of
from milepost.observations.sheets import read_grid

IMPORTER = Importer(
    name="csv",
    title=Words("CSV表格", "CSV table"),
    describes=Words(
        "每行一个数值的CSV（中英文表头均可），或以年份为列、以指标为列的统计表",
        "CSV with one value a line (headings in Chinese or English), or with years or indicators as columns",
    ),
)

_HEAD = 64 * 1024


def recognises(content: bytes, name: str) -> bool:
    """Whether one of the first lines is the heading of a table of observations."""
    head = content[:_HEAD]
    if head[:4] == b"PK\x03\x04" or head.lstrip()[:1] in (b"{", b"[", b"<"):
        return False
    if len(content) > _HEAD:
        head = head[: head.rfind(b"\n") + 1] or head
    try:
        return is_mostly_table(grid_of(head, name))
    except ReadError:
        return False


def read(content: bytes, name: str, options: ImportOptions) -> Imported:
    """The observations of a CSV file.

    Raises
    ------
    ReadError
        If it is no whole CSV file, or no line is the heading of a table of observations.
    """
    return read_grid(grid_of(content, name), name, options)
