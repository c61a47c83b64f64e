"""The rows that a run has finished, kept in small files so that a killed run goes on and a changed folder is cheap.

A part holds the rows of a few documents: a folder with a Parquet file for each table and a record that says whose rows
they are. It is made under another name and takes its own in one step, so that it is there whole or not at all.
"""

from __future__ import annotations

import hashlib
import io
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import polars

from milepost.engines.manifest import FileRecord
from milepost.kernel.errors import UsageError
from milepost.kernel.files import write_whole
from milepost.plans.fingerprint import Compiler
from milepost.plans.stacked import NAMES, PlanTables, Settings

FOLDER = ".parts"
RECORD = "record.json"
UNFINISHED = ".unfinished"

# A part is written when so many documents or so many bytes of rows wait: a killed run loses no more than that.
MOST_FILES = 16
MOST_BYTES = 32_000_000

Key = tuple[str, str]


class Record(msgspec.Struct, frozen=True):
    """Whose rows a part holds, in their order, and the size of its files, by which a damaged part is known."""

    compiler: Compiler
    settings: Settings
    files: list[FileRecord]
    sizes: dict[str, int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the rows of a document stand: in which part, and as which of its documents."""

    part: str
    number: int


@dataclass
class Parts:
    """The parts of one folder of tables that fit a compiler and settings; `stale` counts those that did not."""

    folder: Path
    compiler: Compiler
    settings: Settings
    records: dict[str, Record] = field(default_factory=dict)
    places: dict[Key, Place] = field(default_factory=dict)
    stale: int = 0

    def load(self) -> None:
        """Take in what earlier runs left; what is unfinished, damaged or of another compiler is removed."""
        for path in sorted(self.folder.iterdir()):
            if not path.is_dir():
                continue
            record = None if path.suffix == UNFINISHED else _record(path)
            if record is None:
                shutil.rmtree(path)
            elif (record.compiler, record.settings) != (self.compiler, self.settings):
                self.stale += 1
                shutil.rmtree(path)
            else:
                self._take(path.name, record)

    def _take(self, name: str, record: Record) -> None:
        self.records[name] = record
        for number, file in enumerate(record.files):
            self.places[file.source, file.sha256] = Place(name, number)

    def file(self, key: Key) -> FileRecord | None:
        """The record of a document whose rows are there; None if it is to be read."""
        place = self.places.get(key)
        return self.records[place.part].files[place.number] if place else None

    def add(self, batch: Sequence[PlanTables], sizes: Sequence[int]) -> None:
        """Write the rows of a few documents as a part; `sizes` are those of the documents' files."""
        files = [FileRecord(one.source, one.sha256, size, one.rows) for one, size in zip(batch, sizes, strict=True)]
        name = hashlib.sha256(msgspec.json.encode(files)).hexdigest()[:32]
        unfinished = self.folder / f"{name}{UNFINISHED}"
        unfinished.mkdir(exist_ok=True)
        written = {}
        for table in NAMES:
            frames = [polars.read_ipc(io.BytesIO(one.tables[table])) for one in batch]
            path = unfinished / f"{table}.parquet"
            polars.concat(frames).write_parquet(path, compression="zstd", compression_level=1)
            written[table] = path.stat().st_size
        record = Record(self.compiler, self.settings, files, written)
        write_whole(unfinished / RECORD, msgspec.json.encode(record))
        unfinished.replace(self.folder / name)
        self._take(name, record)

    def sweep(self, wanted: Iterable[Key]) -> None:
        """Remove the parts that hold no document which is still wanted."""
        keep = {self.places[key].part for key in wanted}
        for name in [name for name in self.records if name not in keep]:
            shutil.rmtree(self.folder / name)
            del self.records[name]
        self.places = {key: place for key, place in self.places.items() if place.part in keep}

    def slices(self, table: str, keys: Iterable[Key]) -> Iterator[Slice]:
        """Where the rows of these documents stand, in their order; neighbours are taken together."""
        starts = {name: _starts(record, table) for name, record in self.records.items()}
        begun: Slice | None = None
        for key in keys:
            place = self.places[key]
            start, end = starts[place.part][place.number : place.number + 2]
            path = self.folder / place.part / f"{table}.parquet"
            if begun is not None and (begun.path, begun.end) == (path, start):
                begun = Slice(path, begun.start, end)
                continue
            if begun is not None:
                yield begun
            begun = Slice(path, start, end)
        if begun is not None:
            yield begun


@dataclass(frozen=True, slots=True)
class Slice:
    """Rows `[start, end)` of a Parquet file."""

    path: Path
    start: int
    end: int


def _starts(record: Record, table: str) -> list[int]:
    starts = [0]
    for file in record.files:
        starts.append(starts[-1] + file.rows[table])
    return starts


def _record(path: Path) -> Record | None:
    with suppress(OSError, msgspec.DecodeError):
        record = msgspec.json.decode((path / RECORD).read_bytes(), type=Record)
        if all((path / f"{name}.parquet").stat().st_size == size for name, size in record.sizes.items()):
            return record
    return None


@contextmanager
def opened(out: Path, compiler: Compiler, settings: Settings) -> Iterator[Parts]:
    """The parts in the folder of tables `out`, for one run at a time.

    Raises
    ------
    UsageError
        If the folder cannot be written, or another run is writing there.
    """
    folder = out / FOLDER
    parts = Parts(folder, compiler, settings)
    with writing(out):
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("a")
    with lock:
        _take_lock(lock.fileno(), out)
        with writing(out):
            parts.load()
        yield parts


@contextmanager
def writing(where: Path) -> Iterator[None]:
    """Say in our own words that something could not be written: a folder that is none, no right, a full disk."""
    try:
        yield
    except (OSError, polars.exceptions.ComputeError) as error:
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())[:200]
        raise UsageError(
            "cannot write the tables", where=str(where), found=reason, accepted="a writable place"
        ) from error


def _take_lock(handle: int, out: Path) -> None:
    try:
        import fcntl
    except ImportError:
        # Windows has no such lock: two runs at once are then the caller's to avoid.
        return
    try:
        # The system lets it go when the process ends, however it ends.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise UsageError(
            "another run is writing there", where=str(out), found="a lock that is held", accepted="one run at a time"
        ) from error
