"""The parts of a packed file (Word, a workbook), unpacked within limits, parsed without following what is outside."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

from lxml import etree

from milepost.documents.limits import HIGHEST_RATIO, LARGEST_ARCHIVE, LARGEST_PART, MEBIBYTE
from milepost.kernel.errors import ReadError

_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)
"""What zipfile raises on damaged files; NotImplementedError is a RuntimeError."""
_MOST_PARTS = 20_000
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest date that an entry can carry


class Archive:
    """A ZIP file in memory. Sizes are checked before anything is unpacked, and again while unpacking.

    Raises
    ------
    ReadError
        From every method, if the file is damaged, locked or too large unpacked.
    """

    def __init__(self, data: bytes, name: str, *, kind: str = "Word file", largest: int = LARGEST_ARCHIVE) -> None:
        self.name, self._kind, self._data = name, kind, data
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._infos = {info.filename: info for info in self._zip.infolist()}
        except _DAMAGE as error:
            raise self._damaged(str(error)) from error
        total = sum(info.file_size for info in self._infos.values())
        if total > largest or len(self._infos) > _MOST_PARTS:
            found = f"{total} bytes in {len(self._infos)} parts"
            raise self._too_large("the file unpacks to too much", found, f"at most {largest} bytes")

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts."""
        return tuple(self._infos)

    def part(self, path: str) -> bytes | None:
        """A part's bytes, or None if there is no such part."""
        info = self._infos.get(path)
        if info is None:
            return None
        self._refuse(info, LARGEST_PART)
        try:
            with self._zip.open(info) as packed:
                data = packed.read(LARGEST_PART + 1)
        except _DAMAGE as error:
            raise self._damaged(f"{path}: {error}") from error
        if len(data) > LARGEST_PART:
            raise self._too_large(f"{path} is too large", "more than it declares", f"at most {LARGEST_PART} bytes")
        return data

    def size(self, path: str) -> int:
        """Unpacked bytes of a part as the file declares them; 0 if there is no such part."""
        info = self._infos.get(path)
        return info.file_size if info else 0

    def blocks(self, path: str, largest: int, size: int = 4 * MEBIBYTE) -> Iterator[bytes]:
        """A part's bytes in blocks, so that a part larger than memory allows is never held whole.

        Parameters
        ----------
        path : str
            Name of the part; nothing comes of one that is not there.
        largest : int
            How many bytes the part may have unpacked.
        size : int
            Bytes of a block.
        """
        info = self._infos.get(path)
        if info is None:
            return
        self._refuse(info, largest)
        read = 0
        try:
            with self._zip.open(info) as packed:
                while block := packed.read(size):
                    read += len(block)
                    if read > largest:
                        raise self._too_large(
                            f"{path} is too large", "more than it declares", f"at most {largest} bytes"
                        )
                    yield block
        except _DAMAGE as error:
            raise self._damaged(f"{path}: {error}") from error

    def verify(self) -> None:
        """Raise if a part holds more than it declares, or two have one name.

        What is read here stops at the size declared; a library that is given the whole file would not.
        """
        names = [info.filename.casefold() for info in self._zip.infolist()]
        twice = next((name for name in names if names.count(name) > 1), None) if len(set(names)) < len(names) else None
        if twice is not None:
            raise self._damaged(f"two parts named {twice!r}")
        for info in self._zip.infolist():
            try:
                if self._inflated(info) != info.file_size:
                    raise self._damaged(f"{info.filename}: not the size that it declares")
            except _DAMAGE as error:
                raise self._damaged(f"{info.filename}: {error}") from error

    def _inflated(self, info: zipfile.ZipInfo) -> int:
        """How many bytes a part truly unpacks to; counting stops behind the size declared."""
        names = struct.unpack_from("<HH", self._data, info.header_offset + 26)
        start = info.header_offset + 30 + sum(names)
        packed = memoryview(self._data)[start : start + info.compress_size]
        if info.compress_type == zipfile.ZIP_STORED:
            return len(packed)
        if info.compress_type != zipfile.ZIP_DEFLATED:
            raise self._damaged(f"{info.filename}: packed by a method that workbooks do not use")
        stream, size = zlib.decompressobj(-zlib.MAX_WBITS), 0
        for at in range(0, len(packed), MEBIBYTE):
            left: bytes = bytes(packed[at : at + MEBIBYTE])
            while left and size <= info.file_size and not stream.eof:
                size += len(stream.decompress(left, 4 * MEBIBYTE))
                left = stream.unconsumed_tail
        size += len(stream.flush()) if size <= info.file_size else 0
        return size

    def _refuse(self, info: zipfile.ZipInfo, largest: int) -> None:
        """Raise for a part that may not be unpacked."""
        path = info.filename
        if info.flag_bits & 1:
            raise ReadError("the file is locked", where=self.name, found="a password", accepted="an unlocked copy")
        if info.file_size > largest:
            raise self._too_large(f"{path} is too large", f"{info.file_size} bytes", f"at most {largest} bytes")
        if info.file_size > MEBIBYTE and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1):
            found = f"{info.file_size} bytes packed into {info.compress_size}"
            raise self._too_large(f"{path} is packed like a bomb", found, f"at most {HIGHEST_RATIO} to one")

    def copied(self, changed: Mapping[str, bytes]) -> bytes:
        """The file once more, with the parts in `changed` in place of those of their names, and new ones at the end."""
        written = BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as copy:
            for name, info in self._infos.items():
                copy.writestr(_entry(name, info.date_time), changed[name] if name in changed else self._whole(info))
            for name in changed:
                if name not in self._infos:
                    copy.writestr(_entry(name, _FIRST_DATE), changed[name])
        return written.getvalue()

    def _whole(self, info: zipfile.ZipInfo) -> bytes:
        """A part as it is, whatever its size: pictures are larger than texts."""
        try:
            return self._zip.read(info)
        except _DAMAGE as error:
            raise self._damaged(f"{info.filename}: {error}") from error

    def tree(self, path: str) -> etree._Element | None:
        """A part as an XML tree, or None if there is no such part. No entity is resolved and nothing is fetched."""
        data = self.part(path)
        if data is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged(f"{path}: {error}") from error
        if b"<!DOCTYPE" in data or str(root.getroottree().docinfo.doctype):  # type: ignore[union-attr]
            raise self._damaged(f"{path} declares a document type, which no {self._kind} does")
        return root

    def _damaged(self, found: str) -> ReadError:
        accepted = f"a whole {self._kind}"
        return ReadError("the file is damaged or cut short", where=self.name, found=found, accepted=accepted)

    def _too_large(self, what: str, found: str, accepted: str) -> ReadError:
        return ReadError(what, where=self.name, found=found, accepted=accepted)


def _entry(name: str, date: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    return entry
