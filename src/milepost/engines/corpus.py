"""Many documents, one set of tables: the whole run, from a list of files to Parquet tables and their manifest.

What an earlier run finished and is unchanged (hash of the file, compiler, settings) is not done again. The tables do
not tell which engine made them, with how many workers, or whether the run was interrupted.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from milepost.documents.run import file_bytes
from milepost.engines import manifest as manifests
from milepost.engines import parts
from milepost.engines.manifest import Failure, FileRecord, Manifest, TableRecord
from milepost.engines.model import Outcome, Run
from milepost.engines.parts import Key, Parts
from milepost.engines.stacking import file_hash, stack
from milepost.kernel.errors import MilepostError, ReadError, UsageError
from milepost.plans.fingerprint import compiler
from milepost.plans.stacked import NAMES, File, PlanTables, Settings, schema, tables_of

WORKSPACE = "workspace.unfinished"


@dataclass(frozen=True, slots=True)
class Source:
    """A document to read: the name under which its rows stand, and where the file is."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Step:
    """What is told while the run goes on: a document is done, a failure if there was one, or a remark."""

    source: str | None = None
    failure: Failure | None = None
    remark: str | None = None


Tell = Callable[[Step], None]


@dataclass
class _Corpus:
    """A run in progress."""

    parts: Parts
    tell: Tell
    done: set[Key] = field(default_factory=set)
    failures: list[tuple[str, Failure]] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)
    batch: list[PlanTables] = field(default_factory=list)

    def fail(self, reason: str, failure: Failure) -> None:
        self.failures.append((reason, failure))
        self.tell(Step(failure.source, failure))


def build_tables(
    sources: Sequence[Source],
    out: Path,
    run: Run,
    settings: Settings | None = None,
    passed_over: Sequence[str] = (),
    tell: Tell = lambda _: None,
) -> Manifest:
    """Read the documents and write `out`: a Parquet file for each table of `stacked.NAMES`, and `manifest.json`.

    Parameters
    ----------
    sources : sequence of Source
        The documents, no two of one name.
    out : Path
        Folder of the tables; it is made. Finished work is kept below it, in `.parts`.
    run : Run
        An engine.
    settings : Settings, optional
        How the documents are read.
    passed_over : sequence of str
        Files that are no documents, for the manifest.
    tell : callable
        Called with a `Step` for every document, for every failure and for remarks.

    Raises
    ------
    UsageError
        If `out` cannot be written, holds a manifest that is none of ours, or another run is writing there.
    """
    settings = settings or Settings()
    _refuse_foreign(out, tell)
    with parts.opened(out, compiler(), settings) as store:
        if store.stale:
            tell(Step(remark=f"{out}: finished work of another version or other settings is done again"))
        corpus = _Corpus(store, tell)
        ordered = sorted(sources, key=lambda source: source.name)
        waiting = list(_not_done(corpus, ordered))
        for outcome in run(tables_of, _read_in(corpus, waiting, settings)):
            _take(corpus, outcome)
        _write_part(corpus)
        return _finish(corpus, out, settings, passed_over)


def _refuse_foreign(out: Path, tell: Tell) -> None:
    try:
        manifests.read_manifest(out)
    except manifests.OtherVersion as error:
        tell(Step(remark=f"{error}; everything is done again"))
    except ReadError as error:
        # It may be somebody else's file of that name: it is not for us to write over it.
        raise UsageError(error.what, where=error.where, found=error.found, accepted="another folder") from error


def _not_done(corpus: _Corpus, sources: Sequence[Source]) -> Iterator[Source]:
    for source in sources:
        content = _content(corpus, source)
        if content is None:
            continue
        key = (source.name, hashlib.sha256(content).hexdigest())
        if corpus.parts.file(key) is None:
            yield source
        else:
            corpus.done.add(key)
            corpus.tell(Step(source.name))


def _read_in(corpus: _Corpus, sources: Sequence[Source], settings: Settings) -> Iterator[File]:
    """The documents with their bytes, one after the other as the engine asks for them."""
    for source in sources:
        content = _content(corpus, source)
        if content is not None:
            corpus.sizes[source.name] = len(content)
            yield File(source.name, content, settings)


def _content(corpus: _Corpus, source: Source) -> bytes | None:
    try:
        return file_bytes(source.path)
    except MilepostError as error:
        # Named as it stands in the tables, so that the manifest is the same wherever the folder is.
        message = str(type(error)(error.what, where=source.name, found=error.found, accepted=error.accepted))
        corpus.fail(error.what, Failure(source.name, None, message, ours=False))
        return None


def _take(corpus: _Corpus, outcome: Outcome[File, PlanTables]) -> None:
    source = outcome.item.source
    if outcome.result is None:
        digest = hashlib.sha256(outcome.item.content).hexdigest()
        failure = Failure(source, digest, outcome.error or "", outcome.ours)
        corpus.fail(outcome.reason or "unknown", failure)
        return
    corpus.batch.append(outcome.result)
    size = sum(len(content) for one in corpus.batch for content in one.tables.values())
    if len(corpus.batch) >= parts.MOST_FILES or size >= parts.MOST_BYTES:
        _write_part(corpus)
    corpus.tell(Step(source))


def _write_part(corpus: _Corpus) -> None:
    if corpus.batch:
        with parts.writing(corpus.parts.folder):
            corpus.parts.add(corpus.batch, [corpus.sizes.pop(one.source) for one in corpus.batch])
        corpus.done |= {(one.source, one.sha256) for one in corpus.batch}
        corpus.batch.clear()


def _finish(corpus: _Corpus, out: Path, settings: Settings, passed_over: Sequence[str]) -> Manifest:
    keys = sorted(corpus.done)
    files = [file for key in keys if (file := corpus.parts.file(key)) is not None]
    with parts.writing(out):
        corpus.parts.sweep(keys)
        tables = _still_right(out, files, settings) or _stacked(corpus.parts, keys, out)
    made = manifests.manifest(compiler(), settings, tables, files, corpus.failures, passed_over)
    manifests.write_manifest(out, made)
    return made


def _still_right(out: Path, files: list[FileRecord], settings: Settings) -> dict[str, TableRecord] | None:
    """The tables that stand there, if they are of just these files and nobody touched them."""
    try:
        old = manifests.read_manifest(out)
        if old is None or (old.compiler, old.settings, old.files) != (compiler(), settings, files):
            return None
        right = all(file_hash(out / f"{name}.parquet") == old.tables[name].sha256 for name in NAMES)
    except (OSError, KeyError, ReadError):
        return None
    return old.tables if right else None


def _stacked(store: Parts, keys: Sequence[Key], out: Path) -> dict[str, TableRecord]:
    workspace = store.folder / WORKSPACE
    shutil.rmtree(workspace, ignore_errors=True)
    workspace.mkdir()
    records = {}
    for name in NAMES:
        made = workspace / f"{name}.parquet"
        columns = schema(name)
        rows = stack(store.slices(name, keys), columns, made, workspace)
        records[name] = TableRecord(rows, file_hash(made), made.stat().st_size, list(columns))
    for name in NAMES:
        (workspace / f"{name}.parquet").replace(out / f"{name}.parquet")
    shutil.rmtree(workspace)
    return records
