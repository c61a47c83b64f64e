"""The cells of a CSV file as text, whatever its encoding and separator."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO
from itertools import zip_longest
from typing import Final

import polars

from milepost.checks.model import Words
from milepost.documents.decoding import decoded
from milepost.kernel.errors import ReadError
from milepost.observations.grids import Grid

LONGEST_CELL: Final = 1_000_000
MOST_COLUMNS: Final = 2_000
SLOW_LIMIT: Final = 64 * 1024 * 1024
"""Bytes of a CSV file whose lines have unequal numbers of cells; such files are read line by line."""

_SAMPLE = 64 * 1024
_TWO = 2
_MARK = b"\xef\xbb\xbf"
_SEPARATORS = (",", "\t", ";", "|")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_ACCEPTED = "CSV in which every cell that holds a separator or a line break stands in quotation marks"


def grid_of(content: bytes, name: str) -> Grid:
    """The cells of a CSV file.

    Raises
    ------
    ReadError
        If it is no text, a quotation mark is never closed, or there is nothing in it.
    """
    plain = _as_utf8(content, name)
    separator = separator_of(plain[:65536].decode(errors="replace"))
    _refuse_width(plain, separator, name)
    cells = _fast(plain, separator)
    if cells is None:
        cells = _slow(plain, separator, name)
    cells = cells.rename({column: str(place) for place, column in enumerate(cells.columns)})
    if cells.width > MOST_COLUMNS:
        raise ReadError(
            "the table is too wide", where=name, found=f"{cells.width} columns", accepted=f"at most {MOST_COLUMNS}"
        )
    return Grid(cells, broken=_cut_short(plain, separator, cells), is_comma_decimal=separator == ";")


def _refuse_width(content: bytes, separator: str, name: str) -> None:
    """Raise for lines of very many cells before they are read: each column takes its memory.

    Raises
    ------
    ReadError
        If one of the first lines has too many cells.
    """
    head = content[:_SAMPLE].decode(errors="replace")
    if head.count(separator) <= MOST_COLUMNS:
        return
    try:
        width = max((len(line) for line in csv.reader(StringIO(head, newline=""), delimiter=separator)), default=0)
    except csv.Error:
        return
    if width > MOST_COLUMNS:
        raise ReadError(
            "the table is too wide", where=name, found=f"{width} columns or more", accepted=f"at most {MOST_COLUMNS}"
        )


def _cut_short(content: bytes, separator: str, cells: polars.DataFrame) -> dict[tuple[int, int], Words]:
    """The cell in which a file ends in the middle of a line: with fewer cells than the line before, and no line end.

    Half of a number is a number too: nothing else would tell that 12 was to be 1234.
    """
    if content.endswith((b"\n", b"\r")) or cells.height < _TWO:
        return {}
    tail = content[-_SAMPLE:].decode(errors="replace").splitlines()[-2:]
    if len(tail) < _TWO or any('"' in line for line in tail):
        return {}
    before, last = (line.count(separator) for line in tail)
    if not 0 < last < before:
        return {}
    what = Words("文件在此行中断，此格可能不完整", "the file ends within this line: the cell may be cut short")
    return {(cells.height, last): what}


def separator_of(text: str) -> str:
    r"""The sign between cells: the one that stands most often, and about as often in each of the first lines.

    >>> separator_of("a;b;c\n1,5;2,5;x\n"), separator_of("title\na,b\n1,2\n"), separator_of("one")
    (';', ',', ',')
    """
    lines = [line for line in text.split("\n")[:20] if line.strip()]
    best, most = ",", 0.0
    for sign in _SEPARATORS:
        counts = sorted(line.count(sign) for line in lines)
        score = float(counts[(len(counts) - 1) // 2]) if counts else 0.0
        if score > most:
            best, most = sign, score
    if most:
        return best
    return max(_SEPARATORS, key=text.count)


def _as_utf8(content: bytes, name: str) -> bytes:
    """The text in UTF-8 with line feeds; only what is not so already is rewritten."""
    head = content[:4096]
    is_plain = b"\0" not in head and head[:2] not in (b"\xff\xfe", b"\xfe\xff")
    is_plain = is_plain and (b"\n" in content or b"\r" not in content)
    if is_plain and _CONTROL.search(head) is None and content.strip():
        try:
            # Checking costs less than a copy of the text would.
            content.decode()
        except UnicodeDecodeError:
            pass
        else:
            return content.removeprefix(_MARK)
    read = decoded(content, name)
    if read.notes:
        raise ReadError(
            "the text cannot be decoded without loss",
            where=name,
            found=f"characters broken in {read.encoding}",
            accepted="UTF-8, UTF-16 or GB18030, whole",
        )
    return read.text.encode(errors="replace")


def _fast(content: bytes, separator: str) -> polars.DataFrame | None:
    """The cells where no line has more than the longest of the first ones; None for any other file."""
    head = content[: _SAMPLE + 1]
    if len(content) > _SAMPLE:
        head = head[: head.rfind(b"\n") + 1]
    try:
        lines = csv.reader(StringIO(head.decode(errors="replace"), newline=""), delimiter=separator)
        width = max((len(line) for line in lines), default=0)
        # A first line of our own, since its length decides how many cells any other may have.
        whole = separator.join(map(str, range(width))).encode() + b"\n" + content
        return polars.read_csv(BytesIO(whole), infer_schema=False, separator=separator)
    except (polars.exceptions.PolarsError, ValueError, csv.Error):
        return None


def _slow(content: bytes, separator: str, name: str) -> polars.DataFrame:
    if len(content) > SLOW_LIMIT:
        found = f"{len(content)} bytes with lines of unequal numbers of cells, or quotation marks inside cells"
        raise ReadError("this is no even CSV file", where=name, found=found, accepted=_ACCEPTED)
    text = content.decode(errors="replace")
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error as error:
        where = f"{name}: row {len(rows) + 1}"
        raise ReadError("this is no whole CSV file", where=where, found=str(error), accepted=_ACCEPTED) from None
    columns = list(zip_longest(*rows))
    if not columns:
        raise ReadError("the file holds no table", where=name, found="no cell", accepted=_ACCEPTED)
    if len(columns) > MOST_COLUMNS:
        raise ReadError(
            "the table is too wide", where=name, found=f"{len(columns)} columns", accepted=f"at most {MOST_COLUMNS}"
        )
    made = {str(place): polars.Series(column, dtype=polars.String) for place, column in enumerate(columns)}
    frame = polars.DataFrame(made)
    return frame.with_columns(polars.when(polars.all() != "").then(polars.all()))
