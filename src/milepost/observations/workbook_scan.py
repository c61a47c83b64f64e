"""What the values of a sheet do not tell: formulas, errors, merged cells, per cent formats, how far it reaches.

The sheet's XML is looked through in blocks, never held whole and never built up as a tree, so that a sheet of a million
lines costs a few seconds and a bomb costs nothing. Parts: ECMA-376, part 1, 18.3 (worksheets).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy

from milepost.documents.archive import Archive
from milepost.documents.limits import MEBIBYTE
from milepost.kernel.errors import ReadError
from milepost.observations.grids import Area

LARGEST_SHEET: Final = 2048 * MEBIBYTE
LARGEST_STRINGS: Final = 512 * MEBIBYTE
MOST_CELLS: Final = 30_000_000
"""Cells of the rectangle around all that is in a sheet: a million lines of thirty columns."""
MOST_TEXT: Final = 1024 * MEBIBYTE
"""Bytes of all texts of a sheet, one that stands in many cells counted for each."""
MOST_AREAS: Final = 100_000
MOST_ODD: Final = 2_000_000
_LAST_LINE = 1_048_576
_LONGEST_LINE = 64 * MEBIBYTE
_SURELY_FEW = MOST_CELLS // _LAST_LINE

_COLUMN = re.compile(rb'<c r="([A-Z]+)\d{1,6}"[^>]*(?<!/)>(?!</)')
"""Cells as nearly all programs write them, in lines that no limit concerns."""
_ANY_COLUMN = re.compile(rb"""<c\b[^>]*?\br=["']([A-Z]+)\d+["'](?:[^>]*[^/>])?>(?!</)""")
_LINE = re.compile(rb"""\br=["'][A-Z]+(\d+)["']""")
_BEYOND = re.compile(rb"""\br=["'][A-Z]+(?:[2-9]\d{6}|\d{8,}|1[1-9]\d{5}|10[5-9]\d{4})["']""")
_BARE = re.compile(rb"<c(?:\s+(?!r=)\w+=\"[^\"]*\")*\s*>")
_REFERENCE = re.compile(rb"""\br=["']([A-Z]+)(\d+)["']""")
_FORMULA = re.compile(rb"<c\b([^>]*[^/>])>\s*<f\b[^>]*?(?:/>|>[^<]*</f>)\s*(<v\b[^>/]*>[^<]+</v>)?")
_ERROR = re.compile(rb"""<c\b([^>]*\bt=["']e["'](?:[^>]*[^/>])?)>""")
_MERGED = re.compile(rb"""<mergeCell\b[^>]*\bref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']""")
_HIDDEN = re.compile(rb"""<row\b([^>]*\bhidden=["'](?:1|true)["'][^>]*)>""")
_NUMBER = re.compile(rb"""\br=["'](\d+)["']""")
_PREFIX = re.compile(rb"<(\w+):worksheet\b")
_TINY = re.compile(rb"<v>-?(?:[\d.]+[eE]-\d|0?\.0{8})")
_SHARED = re.compile(rb"""\bt=["']s["'][^>]*>\s*<v>(\d+)</v>""")


@dataclass
class Scan:
    """What was seen of a sheet. Cells are pairs: line (from 1) and column (from 0).

    `has_tiny` says that some number may be so small that nine decimals do not show it.
    """

    columns: set[bytes] = field(default_factory=set)
    without_value: list[tuple[int, int]] = field(default_factory=list)
    formulas: int = 0
    first_formulas: list[tuple[int, int]] = field(default_factory=list)
    errors: list[tuple[int, int]] = field(default_factory=list)
    percents: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    hidden_lines: list[int] = field(default_factory=list)
    shared: int = 0
    last_line: int = 0
    is_unreferenced: bool = False
    has_tiny: bool = False


def scan_sheet(archive: Archive, path: str, percent_styles: frozenset[int], strings: str | None) -> Scan:
    """Look a sheet through.

    Parameters
    ----------
    archive : Archive
        The workbook.
    path, strings : str
        Names of the sheet's part, and of the part with the texts that cells share.
    percent_styles : frozenset of int
        Numbers of the styles that show per cent.

    Raises
    ------
    ReadError
        If the sheet reaches too far, holds too much text, or is written in a way that cannot be looked through.
    """
    scan = Scan()
    percent = _with_style(percent_styles)
    for block in _lines(archive, path):
        _look(block, scan, percent, archive.name, path, has_strings=strings is not None)
    _refuse_width(scan, archive, path)
    if scan.shared and strings:
        _refuse_text(scan, archive, path, strings)
    return scan


def _lines(archive: Archive, path: str) -> Iterator[bytes]:
    """The sheet in blocks of whole lines, names of elements without their prefix."""
    left, prefix = b"", b""
    for block in archive.blocks(path, LARGEST_SHEET):
        if not left and not prefix:
            if block[:2] in (b"\xfe\xff", b"\xff\xfe"):
                raise ReadError("the sheet is written in UTF-16", where=archive.name, found=path, accepted="UTF-8")
            if b"<!DOCTYPE" in block[:65536]:
                # No office program writes one; what its entities stand for would be lost in silence.
                raise ReadError(
                    "the sheet declares entities", where=archive.name, found=path, accepted="a sheet without DOCTYPE"
                )
            found = _PREFIX.search(block[:65536])
            prefix = found[1] + b":" if found else b""
        whole = left + (block.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</") if prefix else block)
        cut = whole.rfind(b"<row")
        if cut <= 0:
            cut = 0 if len(whole) < _LONGEST_LINE else len(whole)
        if len(whole) - cut > _LONGEST_LINE:
            found_bytes = f"{len(whole) - cut} bytes"
            raise ReadError(f"a line of {path} is too long", where=archive.name, found=found_bytes, accepted="64 MiB")
        left = whole[cut:]
        if cut:
            yield whole[:cut]
    if left:
        yield left


def _with_style(styles: frozenset[int]) -> re.Pattern[bytes] | None:
    if not styles:
        return None
    numbers = "|".join(map(str, sorted(styles))).encode()
    return re.compile(rb"""<c\b([^>]*\bs=["'](?:""" + numbers + rb""")["'](?:[^>]*[^/>])?)>(?!</)""")


def _look(
    block: bytes, scan: Scan, percent: re.Pattern[bytes] | None, name: str, path: str, *, has_strings: bool
) -> None:
    found = _COLUMN.findall(block)
    scan.columns.update(found)
    if len(found) < _count(block, b"<c "):
        # Other orders of attributes, or empty cells, or lines far down.
        scan.columns.update(_ANY_COLUMN.findall(block))
        scan.is_unreferenced |= _BARE.search(block) is not None
        if _BEYOND.search(block):
            accepted = f"at most {_LAST_LINE} lines"
            raise ReadError("a cell lies beyond the last line of a sheet", where=f"{name}: {path}", accepted=accepted)
    scan.is_unreferenced |= _holds(block, b"c>", b"<c>")
    if len(scan.columns) > _SURELY_FEW:
        scan.last_line = max(scan.last_line, max(map(int, set(_LINE.findall(block))), default=0))
    if has_strings:
        scan.shared += sum(block.count(word) for word in (b't="s"', b"t='s'") if _holds(block, word[2:4], word))
    if not scan.has_tiny and (_holds(block, b"E-") or _holds(block, b"e-") or b".00000000" in block):
        scan.has_tiny = _TINY.search(block) is not None
    if _holds(block, b"<f"):
        _formulas(block, scan)
    if _holds(block, b'"e', b't="e"') or _holds(block, b"'e", b"t='e'"):
        scan.errors += [cell for found in _ERROR.finditer(block) if (cell := _cell(found[1]))]
    if percent is not None:
        scan.percents += [cell for found in percent.finditer(block) if (cell := _cell(found[1]))]
    if _holds(block, b"n=", b"hidden="):
        scan.hidden_lines += [int(at[1]) for found in _HIDDEN.finditer(block) if (at := _NUMBER.search(found[1]))]
    if _holds(block, b"eC", b"<mergeCell "):
        scan.merged += [
            Area(int(found[2]), column_of(found[1]), int(found[4]), column_of(found[3]))
            for found in _MERGED.finditer(block)
        ]
    if len(scan.merged) > MOST_AREAS or len(scan.errors) + len(scan.without_value) + len(scan.percents) > MOST_ODD:
        raise ReadError(
            "the sheet has too many merged cells, errors or formats",
            where=f"{name}: {path}",
            accepted=f"at most {MOST_AREAS} merged areas, {MOST_ODD} cells out of the ordinary",
        )


def _holds(block: bytes, pair: bytes, word: bytes = b"") -> bool:
    """Whether a block holds a word; two letters of it are looked for first, which is many times as fast."""
    letters = numpy.frombuffer(block, dtype=numpy.uint8)
    found = bool(((letters[:-1] == pair[0]) & (letters[1:] == pair[1])).any())
    return found and (not word or word in block)


def _count(block: bytes, word: bytes) -> int:
    """How often a word of three letters stands in a block, as `block.count` says it, and as fast as may be."""
    letters = numpy.frombuffer(block, dtype=numpy.uint8)
    found = (letters[:-2] == word[0]) & (letters[1:-1] == word[1]) & (letters[2:] == word[2])
    return int(numpy.count_nonzero(found))


def _formulas(block: bytes, scan: Scan) -> None:
    for found in _FORMULA.finditer(block):
        cell = _cell(found[1])
        if cell is None:
            continue
        if found[2] is None:
            scan.without_value.append(cell)
            continue
        scan.formulas += 1
        if len(scan.first_formulas) < 10:
            scan.first_formulas.append(cell)


def _cell(attributes: bytes) -> tuple[int, int] | None:
    found = _REFERENCE.search(attributes)
    return (int(found[2]), column_of(found[1])) if found else None


def column_of(letters: bytes) -> int:
    """The place of a column, counted from 0, by its letters.

    >>> column_of(b"A"), column_of(b"AB")
    (0, 27)
    """
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1


def _refuse_width(scan: Scan, archive: Archive, path: str) -> None:
    if scan.is_unreferenced:
        accepted = "a workbook that says where each cell stands: open it and save it again"
        raise ReadError("cells of the sheet do not say where they stand", where=f"{archive.name}: {path}",
                        accepted=accepted)  # fmt: skip
    places = [column_of(letters) for letters in scan.columns]
    width = max(places, default=0) - min(places, default=0) + 1
    lines = scan.last_line if width > _SURELY_FEW and len(scan.columns) > _SURELY_FEW else _LAST_LINE
    if width > _SURELY_FEW and lines == _LAST_LINE:
        lines = max((int(line) for block in _lines(archive, path) for line in set(_LINE.findall(block))), default=0)
    if width * lines > MOST_CELLS:
        raise ReadError(
            "the sheet reaches too far",
            where=f"{archive.name}: {path}",
            found=f"{lines} lines of {width} columns between the first and the last cell",
            accepted=f"at most {MOST_CELLS} cells",
        )


def _refuse_text(scan: Scan, archive: Archive, path: str, strings: str) -> None:
    """Raise where a few long texts stand in so many cells that they would fill the memory."""
    size = archive.size(strings)
    if size > LARGEST_STRINGS:
        raise ReadError(
            "the texts of the workbook are too large",
            where=f"{archive.name}: {strings}",
            found=f"{size} bytes",
            accepted=f"at most {LARGEST_STRINGS} bytes",
        )
    if scan.shared * size <= MOST_TEXT:
        return
    text = b"".join(archive.blocks(strings, LARGEST_STRINGS))
    lengths = [len(piece) for piece in re.split(rb"<(?:\w+:)?si\b", text)[1:]]
    if scan.shared * max(lengths, default=0) <= MOST_TEXT:
        return
    total = 0
    for block in _lines(archive, path):
        for number in _SHARED.findall(block):
            at = int(number)
            total += lengths[at] if at < len(lengths) else 0
    if total > MOST_TEXT:
        raise ReadError(
            "the sheet holds too much text",
            where=f"{archive.name}: {path}",
            found=f"{total} bytes, texts that many cells share counted for each",
            accepted=f"at most {MOST_TEXT} bytes",
        )
