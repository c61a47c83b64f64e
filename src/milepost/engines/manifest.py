"""What stands in a folder of stacked tables: which files, read by which compiler, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final, Literal

import msgspec

from milepost.kernel.errors import ReadError
from milepost.kernel.files import write_whole
from milepost.plans.fingerprint import Compiler
from milepost.plans.stacked import Settings

FORMAT: Final = "milepost.tables/1"
FAMILY = "milepost.tables/"
NAME = "manifest.json"


class FileRecord(msgspec.Struct, frozen=True):
    """A file that was read: its path, the hash and size of its bytes, and how many rows it gave in each table."""

    source: str
    sha256: str
    size: int
    rows: dict[str, int]


class Failure(msgspec.Struct, frozen=True):
    """A file that could not be read; `ours` is True when that is a fault of Milepost."""

    source: str
    sha256: str | None
    message: str
    ours: bool


class TableRecord(msgspec.Struct, frozen=True):
    """A table that was written: its rows, the hash and size of its Parquet file, and its columns."""

    rows: int
    sha256: str
    size: int
    columns: list[str]


class Manifest(msgspec.Struct, frozen=True):
    """The whole record. It holds no time and no machine: the same files give the same manifest."""

    format: Literal["milepost.tables/1"]
    compiler: Compiler
    settings: Settings
    counts: dict[str, int]
    tables: dict[str, TableRecord]
    files: list[FileRecord]
    failures: dict[str, list[Failure]]
    passed_over: list[str]


class _Head(msgspec.Struct):
    format: str = ""


def manifest(
    compiler: Compiler,
    settings: Settings,
    tables: dict[str, TableRecord],
    files: Iterable[FileRecord],
    failures: Iterable[tuple[str, Failure]],
    passed_over: Iterable[str],
) -> Manifest:
    """Put a manifest together: files by path, failures (reason, failure) grouped by reason."""
    read = sorted(files, key=lambda file: file.source)
    grouped: dict[str, list[Failure]] = {}
    for reason, failure in sorted(failures, key=lambda pair: (pair[0], pair[1].source)):
        grouped.setdefault(reason, []).append(failure)
    others = sorted(passed_over)
    failed = sum(len(group) for group in grouped.values())
    counts = {"files": len(read) + failed, "read": len(read), "failed": failed, "passed_over": len(others)}
    return Manifest(FORMAT, compiler, settings, counts, tables, read, grouped, others)


def write_manifest(folder: Path, value: Manifest) -> None:
    """Write the manifest, whole or not at all.

    Raises
    ------
    UsageError
        If it cannot be written.
    """
    write_whole(folder / NAME, msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n")


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder of tables; None if there is none.

    Raises
    ------
    ReadError
        If what stands there cannot be read, or is of another version, or is no manifest of ours: `found` says which.
    """
    path = folder / NAME
    if not path.exists():
        return None
    try:
        content = path.read_bytes()
        found = msgspec.json.decode(content, type=_Head).format
        if found == FORMAT:
            return msgspec.json.decode(content, type=Manifest)
    except OSError as error:
        raise ReadError("the manifest cannot be read", where=str(path), found=error.strerror or "") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReadError("this is no manifest of tables", where=str(path), found=str(error), accepted=FORMAT) from error
    if not found.startswith(FAMILY):
        raise ReadError(
            "this is no manifest of tables", where=str(path), found=repr(found) if found else "", accepted=FORMAT
        )
    raise OtherVersion("the manifest is of another version", where=str(path), found=repr(found), accepted=FORMAT)


class OtherVersion(ReadError):
    """A manifest of ours that another version of Milepost wrote."""
