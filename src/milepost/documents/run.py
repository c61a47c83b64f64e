"""The one way to read a document: a file or bytes in, a Document out, whatever the format."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from milepost.documents.content import ACCEPTED, HEAD, Content, is_packed_or_paged, refuse_long_text, refuse_other
from milepost.documents.limits import LARGEST_FILE
from milepost.documents.model import Document
from milepost.documents.table import READERS, Reader
from milepost.kernel.errors import ReadError, UsageError


class _ReaderModule(Protocol):
    def read(self, content: Content) -> Document: ...


def read_document(path: Path, *, media_type: str | None = None) -> Document:
    """Read a file. Its format is told by its content, never by its ending; `media_type` overrides that.

    `source` is the file's name without its folder, `sha256` is of its bytes.

    Raises
    ------
    ReadError
        If the file is missing, not allowed, too large, damaged, locked, or holds no text.
    UsageError
        If `media_type` names no reader.
    MissingExtra
        If the format needs a program or package that is not installed.
    """
    reader = _named(media_type)
    data = file_bytes(path)
    return _read(data, path.name, reader)


def read_bytes(data: bytes, name: str, *, media_type: str | None = None) -> Document:
    r"""Read a file's bytes, as `read_document` does; `name` is what errors and `source` call it.

    >>> read_bytes("第一章  总则\r\n".encode(), "plan.txt").text
    '第一章  总则\n'
    """
    return _read(data, name, _named(media_type))


def _named(media_type: str | None) -> Reader | None:
    if media_type is None:
        return None
    for reader in READERS:
        if reader.media_type == media_type:
            return reader
    accepted = ", ".join(reader.media_type for reader in READERS)
    raise UsageError("no reader for this media type", where="media_type", found=repr(media_type), accepted=accepted)


def file_bytes(path: Path) -> bytes:
    """The bytes of a file that `read_bytes` may be given.

    Raises
    ------
    ReadError
        If the file is missing, not allowed or too large.
    """
    where = str(path)
    try:
        if path.is_dir():
            raise ReadError("a folder cannot be read as a document", where=where, found="a folder", accepted="a file")
        if not path.exists():
            raise ReadError("there is no such file", where=where, found="nothing", accepted="an existing file")
        if not path.is_file():
            raise ReadError("only regular files can be read", where=where, found="a device or pipe", accepted="a file")
        with path.open("rb") as file:
            head = file.read(HEAD)
            size = path.stat().st_size
            if size > LARGEST_FILE:
                accepted = f"at most {LARGEST_FILE} bytes"
                raise ReadError("the file is too large", where=where, found=f"{size} bytes", accepted=accepted)
            if not is_packed_or_paged(head):
                refuse_long_text(size, where)
            return head + file.read(LARGEST_FILE)
    except (OSError, ValueError) as error:
        # ValueError: a path with a zero character
        found = getattr(error, "strerror", None) or str(error)
        raise ReadError(
            "the file cannot be opened", where=where, found=found, accepted="a file you may read"
        ) from error


def _read(data: bytes, name: str, reader: Reader | None) -> Document:
    content = Content(data, name)
    refuse_other(content)
    if reader is None:
        reader = next((reader for reader in READERS if reader.recognises(content)), None)
    if reader is None:
        raise ReadError("the file is of a kind that cannot be read", where=name, accepted=ACCEPTED)
    module = cast(_ReaderModule, import_module(reader.module))
    document = module.read(content)
    return replace(document, source=name, media_type=reader.media_type, sha256=hashlib.sha256(data).hexdigest())
