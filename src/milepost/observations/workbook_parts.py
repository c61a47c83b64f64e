"""The parts of a workbook: its sheets, which of them are hidden, and which styles show per cent."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Final

from milepost.documents.archive import Archive
from milepost.documents.limits import MEBIBYTE
from milepost.kernel.errors import ReadError

LARGEST: Final = 3072 * MEBIBYTE
"""Bytes of a workbook's parts together, unpacked."""

ACCEPTED: Final = "XLSX, XLS or CSV"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
_PERCENT = frozenset((9, 10))
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of cells: its name, the part that it is in, and whether it is hidden."""

    name: str
    path: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """What the package says of a workbook."""

    sheets: tuple[SheetPart, ...]
    percent_styles: frozenset[int]
    strings: str | None


def opened(content: bytes, name: str) -> Archive:
    """The package of an XLSX file.

    Raises
    ------
    ReadError
        If it is damaged, locked, too large unpacked, or another kind of file.
    """
    archive = Archive(content, name, kind="workbook", largest=LARGEST)
    parts = set(archive.parts)
    if "xl/workbook.bin" in parts:
        raise ReadError("this kind of workbook is not read", where=name, found="XLSB", accepted=ACCEPTED)
    if "content.xml" in parts or "mimetype" in parts:
        raise ReadError("this kind of workbook is not read", where=name, found="ODS", accepted=ACCEPTED)
    if not any(part.startswith("xl/") for part in parts):
        raise ReadError("this is no workbook", where=name, found="another packed file", accepted=ACCEPTED)
    archive.verify()
    return archive


def parts_of(archive: Archive) -> Parts:
    """The sheets and styles of a workbook.

    Raises
    ------
    ReadError
        If parts are missing or damaged.
    """
    path = _main_part(archive)
    book = archive.tree(path)
    if book is None:
        raise ReadError("this is no whole workbook", where=archive.name, found=f"no {path}", accepted=ACCEPTED)
    targets = _relations(archive, path)
    sheets = []
    for each in book.iter("{*}sheet"):
        number = each.get(f"{_RELATIONS}id") or each.get(f"{_STRICT}id") or ""
        kind, target = targets.get(number, ("", ""))
        if kind == "worksheet":
            is_hidden = each.get("state", "visible").casefold() != "visible"
            sheets.append(SheetPart(each.get("name", ""), target, is_hidden))
    by_kind = dict(targets.values())
    strings = by_kind.get("sharedStrings")
    return Parts(tuple(sheets), _percent_styles(archive, by_kind.get("styles")), strings)


def _main_part(archive: Archive) -> str:
    found = [target for kind, target in _relations(archive, "").values() if kind == "officeDocument"]
    return found[0] if found else "xl/workbook.xml"


def _relations(archive: Archive, path: str) -> dict[str, tuple[str, str]]:
    """What a part refers to: number → kind and part. Nothing outside the package is followed."""
    folder, name = posixpath.split(path)
    tree = archive.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, tuple[str, str]] = {}
    for each in () if tree is None else tree.iter("{*}Relationship"):
        if each.get("TargetMode", "").casefold() == "external":
            continue
        target = each.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], whole)
    return found


def _percent_styles(archive: Archive, path: str | None) -> frozenset[int]:
    """Numbers of the cell styles whose number format shows per cent."""
    tree = archive.tree(path) if path else None
    if tree is None:
        return frozenset()
    own = {
        each.get("numFmtId", ""): is_percent(each.get("formatCode", "")) for each in tree.iter("{*}numFmt")
    }
    found = set()
    formats = tree.find("{*}cellXfs")
    for place, each in enumerate(() if formats is None else formats.iterfind("{*}xf")):
        number = each.get("numFmtId", "0")
        if own.get(number, number.isdecimal() and int(number) in _PERCENT):
            found.add(place)
    return frozenset(found)


def is_percent(code: str) -> bool:
    """Whether a number format shows a hundred times the value, with a sign of per cent.

    >>> is_percent("0.0%"), is_percent('0.0"%"'), is_percent("0.00")
    (True, False, False)
    """
    return "%" in _QUOTED.sub("", code)
