"""Files of observations: which importer reads one, and what is said when rows of it cannot be taken."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

import polars

from milepost.kernel.errors import ReadError, UsageError
from milepost.observations.importing import Imported, Importer, ImportOptions, RowFault
from milepost.observations.table import IMPORTERS
from milepost.observations.validating import validated

LARGEST: Final = 1024 * 1024 * 1024
"""Bytes of a file of observations: five million rows or more."""

MOST_TOLD: Final = 20


_BY_SUFFIX: Final = {".csv": "csv", ".tsv": "csv", ".xlsx": "xlsx", ".xlsm": "xlsx"}


class ImporterModule(Protocol):
    """A file of `milepost.observations.importers`."""

    IMPORTER: Importer

    def recognises(self, content: bytes, name: str) -> bool:
        """Whether the file is of this kind."""
        ...

    def read(self, content: bytes, name: str, options: ImportOptions) -> Imported:
        """The observations of a file."""
        ...


def importer_named(name: str) -> ImporterModule:
    """The importer of that name.

    Raises
    ------
    UsageError
        If there is none.
    """
    if name not in IMPORTERS:
        raise UsageError("no such importer", found=repr(name), accepted=", ".join(IMPORTERS))
    return cast(ImporterModule, import_module(f"milepost.observations.importers.{name}"))


def importer_of(content: bytes, name: str) -> ImporterModule:
    """The first importer of the table that recognises a file; where none does, the one that its name asks for.

    Raises
    ------
    ReadError
        If there is none either.
    """
    for each in IMPORTERS:
        module = importer_named(each)
        if module.recognises(content, name):
            return module
    likely = _BY_SUFFIX.get(Path(name).suffix.casefold())
    if likely is not None:
        # The importer of such files says best what keeps this one from being read.
        return importer_named(likely)
    titles = ", ".join(importer_named(each).IMPORTER.title.en for each in IMPORTERS)
    raise ReadError(
        "no importer recognises this file",
        where=name,
        found=repr(content[:40]),
        accepted=f"{titles}; or name the importer ({', '.join(IMPORTERS)})",
    )


def content_of(path: Path) -> bytes:
    """The bytes of a file of observations.

    Raises
    ------
    ReadError
        If it is missing, no ordinary file, not allowed, empty or too large.
    """
    where = str(path)
    try:
        if path.is_dir() or (path.exists() and not path.is_file()):
            raise ReadError("only regular files can be read", where=where, found="no file", accepted="a file")
        size = path.stat().st_size
        if size > LARGEST:
            raise ReadError(
                "the file is too large", where=where, found=f"{size} bytes", accepted=f"at most {LARGEST} bytes"
            )
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        found = getattr(error, "strerror", None) or str(error)
        raise ReadError(
            "the file cannot be opened", where=where, found=found, accepted="a file you may read"
        ) from error
    if not content:
        raise ReadError("the file is empty", where=where, found="0 bytes", accepted="a table of observations")
    return content


def imported(path: Path, options: ImportOptions | None = None, importer: str | None = None) -> Imported:
    """What a file of observations holds, validated; faults are not raised but stand in the result.

    Parameters
    ----------
    path : Path
        The file.
    options : ImportOptions, optional
        What the file itself does not say.
    importer : str, optional
        Name of the importer; the first that recognises the file when left out.

    Raises
    ------
    ReadError
        If the file cannot be read at all.
    UsageError
        If there is no such importer.
    """
    options = options or ImportOptions()
    # A wrong name is told before a large file is read.
    module = importer_named(importer) if importer else None
    content = content_of(path)
    module = module or importer_of(content, path.name)
    return validated(module.read(content, path.name, options), options)


def told(faults: Sequence[RowFault], tongue: str = "en", most: int = MOST_TOLD) -> list[str]:
    """Faults in lines, the first of many, and how many more there are."""
    lines = [fault.told(tongue) for fault in faults[:most]]
    if (more := len(faults) - most) > 0:
        lines.append(f"另有{more}处" if tongue == "zh" else f"and {more} more")
    return lines


def loaded(path: Path, options: ImportOptions | None = None, importer: str | None = None) -> Imported:
    """What a file of observations holds, if all of it can be taken.

    Raises
    ------
    ReadError
        If the file cannot be read, or rows cannot be taken: the first of them are named with row and cell.
    """
    read = imported(path, options, importer)
    refuse_faults(read, str(path))
    return read


def refuse_faults(read: Imported, where: str) -> None:
    """Raise for rows that cannot be taken.

    Raises
    ------
    ReadError
        If there are any; the first are named with row and cell.
    """
    if not read.faults:
        return
    count = len(read.faults)
    found = "\n  " + "\n  ".join(told(read.faults))
    raise ReadError(f"{count} fault{'s' * (count != 1)}, nothing was taken", where=where, found=found)


def read_observations(
    path: Path | str, options: ImportOptions | None = None, *, importer: str | None = None, partial: bool = False
) -> polars.DataFrame:
    r"""The observations of a file: CSV in the columns of `milepost.observations/1`, or whatever an importer reads.

    Parameters
    ----------
    path : Path or str
        The file.
    options : ImportOptions, optional
        What the file itself does not say: region, source, vintage, unit …
    importer : str, optional
        Name of the importer (`csv`, `xlsx` …); the first that recognises the file when left out.
    partial : bool
        Take the good rows although others are faulty.

    Returns
    -------
    polars.DataFrame
        A row for each observation, columns of `milepost.observations.model.SCHEMA`: texts, and the numbers `value` and
        `growth_percent`, in the units that stand in `unit`.

    Raises
    ------
    ReadError
        If the file cannot be read, or rows cannot be taken and `partial` is not set; the rows and cells are named.
    UsageError
        If there is no such importer.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "gdp.csv")
    ...     _ = file.write_text("指标,地区,单位,2020年,2021年\n地区生产总值,塔城地区,亿元,737.57,—", "utf-8")
    ...     read_observations(file).select("indicator", "region", "period", "value", "unit").rows()
    [('地区生产总值', '塔城地区', '2020', 737.57, '亿元')]
    """
    take = imported if partial else loaded
    return take(Path(path), options, importer).rows
