"""A file of observations, whatever its format: the first importer that recognises it reads it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from milepost.documents.run import file_bytes
from milepost.kernel.errors import ReadError, UsageError
from milepost.observations.importing import Imported, Importer, ImportOptions, RowFault
from milepost.observations.table import IMPORTERS

MOST_TOLD = 20


class ImporterModule(Protocol):
    """What the file of an importer holds."""

    IMPORTER: Importer

    @staticmethod
    def recognises(content: bytes, name: str) -> bool:
        """Whether it reads this content."""

    @staticmethod
    def read(content: bytes, name: str, options: ImportOptions) -> Imported:
        """The observations of a file."""


def importer_named(name: str) -> ImporterModule:
    """The file of an importer.

    Raises
    ------
    UsageError
        If there is none of that name.
    """
    if name not in IMPORTERS:
        raise UsageError("there is no such format", found=repr(name), accepted=", ".join(IMPORTERS))
    return cast(ImporterModule, import_module(f"milepost.observations.importers.{name}"))


def imported(path: Path, options: ImportOptions | None = None, importer: str | None = None) -> Imported:
    """What an importer makes of a file, rows that cannot be taken among its faults.

    Raises
    ------
    ReadError
        If the file cannot be opened, or no importer knows it.
    """
    content, known = file_bytes(path), options or ImportOptions()
    if importer is not None:
        return importer_named(importer).read(content, path.name, known)
    for name in IMPORTERS:
        module = importer_named(name)
        if module.recognises(content, path.name):
            return module.read(content, path.name, known)
    raise ReadError("no importer knows this file", where=str(path), accepted=", ".join(IMPORTERS))


def loaded(path: Path, options: ImportOptions | None = None, importer: str | None = None) -> Imported:
    """The same, for a file that must be whole.

    Raises
    ------
    ReadError
        If there are rows that cannot be taken, too: the first of them are named.
    """
    found = imported(path, options, importer)
    if found.faults:
        raise ReadError(f"{len(found.faults)} rows cannot be read", where=str(path), found=told(found.faults))
    return found


def told(faults: Sequence[RowFault], most: int = MOST_TOLD) -> str:
    """The first faults, each on a line, and how many more there are."""
    lines = [fault.told() for fault in faults[:most]]
    more = len(faults) - len(lines)
    return "\n  " + "\n  ".join([*lines, *([f"… and {more} more"] if more else [])])
