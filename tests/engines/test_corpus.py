"""Many plans as one set of tables: what is in them, what is done again, and what an interruption leaves."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars
import pytest

from engines_support import Build, hashes, in_process, parts
from milepost.engines import corpus, manifest
from milepost.engines.corpus import Step
from milepost.engines.manifest import Manifest
from milepost.engines.table import open_engine
from milepost.kernel.errors import UsageError
from milepost.plans.fingerprint import Compiler
from milepost.plans.stacked import KEYS, NAMES, Settings, schema


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_its_columns(build: Build, documents: Path, tmp_path: Path, name: str) -> None:
    """Every table is written with the columns and types of its schema, whether there are rows or not."""
    build(documents, tmp_path / "out", in_process)
    assert dict(polars.read_parquet_schema(tmp_path / "out" / f"{name}.parquet")) == schema(name)


def test_rows_say_which_plan_they_are_from(build: Build, documents: Path, tmp_path: Path) -> None:
    """A row stands with source, text hash, title, region and period of its plan; plans follow each other by source."""
    build(documents, tmp_path / "out", in_process)
    rows = polars.read_parquet(tmp_path / "out" / "commitments.parquet")
    assert rows.columns[: len(KEYS)] == [key.name for key in KEYS]
    assert rows["source"].unique(maintain_order=True).to_list() == [f"plan-{number:02}.txt" for number in range(40)]
    first = rows.filter(polars.col("value") == 10).row(0, named=True)
    assert first["plan_title"] == "甲地区国民经济和社会发展第十四个五年规划纲要"
    assert (first["plan_start"], first["plan_end"]) == (2021, 2025)


def test_every_plan_is_in_the_table_of_plans(build: Build, documents: Path, tmp_path: Path) -> None:
    """The table of plans has a row for each document, with the number of its rows in the other tables."""
    made = build(documents, tmp_path / "out", in_process)
    plans = polars.read_parquet(tmp_path / "out" / "plans.parquet")
    assert plans.height == 40
    for name in NAMES[1:]:
        assert plans[name].sum() == made.tables[name].rows


def test_the_number_of_workers_does_not_show(build: Build, documents: Path, tmp_path: Path) -> None:
    """One process, or three, or none of its own: the tables and the manifest are the same bytes."""
    build(documents, tmp_path / "none", in_process)
    for workers in (1, 3):
        with open_engine("local", workers) as run:
            build(documents, tmp_path / f"{workers}", run)
        assert hashes(tmp_path / f"{workers}") == hashes(tmp_path / "none")


def test_where_parts_end_does_not_show(
    build: Build, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes of the tables do not depend on how the rows lay in parts, nor on stacking in one step or several."""
    build(documents, tmp_path / "one", in_process)
    monkeypatch.setattr("milepost.engines.parts.MOST_FILES", 3)
    monkeypatch.setattr("milepost.engines.stacking.MOST_AT_ONCE", 2)
    build(documents, tmp_path / "two", in_process)
    assert len(parts(tmp_path / "two")) == 14
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


def test_what_is_done_is_not_done_again(build: Build, documents: Path, tmp_path: Path) -> None:
    """A second run over the same files reads none of them and leaves the tables alone."""
    build(documents, tmp_path / "out", in_process)
    before = hashes(tmp_path / "out")
    written = (tmp_path / "out" / "facts.parquet").stat().st_mtime_ns
    build(documents, tmp_path / "out", refuse_work)
    assert hashes(tmp_path / "out") == before
    assert (tmp_path / "out" / "facts.parquet").stat().st_mtime_ns == written


def refuse_work(_, items):  # noqa: ANN001, ANN201 - a run
    """A run that must not get anything to do."""
    assert list(items) == []
    return iter(())


def test_only_what_changed_is_done_again(build: Build, documents: Path, tmp_path: Path) -> None:
    """Files that changed, came or went are the only work; the tables are those of a run from the start."""
    build(documents, tmp_path / "out", in_process)
    (documents / "plan-03.txt").write_text("到2025年，新建医院7所。", encoding="utf-8")
    (documents / "plan-04.txt").unlink()
    (documents / "a-new.txt").write_text("到2025年，新建医院8所。", encoding="utf-8")
    done: list[str] = []

    def watched(function, items):  # noqa: ANN001, ANN202 - a run
        for outcome in in_process(function, items):
            done.append(outcome.item.source)
            yield outcome

    build(documents, tmp_path / "out", watched)
    assert done == ["a-new.txt", "plan-03.txt"]
    build(documents, tmp_path / "fresh", in_process)
    assert hashes(tmp_path / "out") == hashes(tmp_path / "fresh")


def test_a_table_that_was_touched_is_made_again(build: Build, documents: Path, tmp_path: Path) -> None:
    """A table that is missing or was changed by hand is written anew from what is done."""
    build(documents, tmp_path / "out", in_process)
    before = hashes(tmp_path / "out")
    (tmp_path / "out" / "facts.parquet").unlink()
    (tmp_path / "out" / "sections.parquet").write_bytes(b"")
    build(documents, tmp_path / "out", refuse_work)
    assert hashes(tmp_path / "out") == before


def test_a_damaged_part_is_done_again(build: Build, documents: Path, tmp_path: Path) -> None:
    """A part that lost a file, or was cut short, is not trusted: its documents are read again."""
    build(documents, tmp_path / "out", in_process)
    before = hashes(tmp_path / "out")
    first, second, *_ = parts(tmp_path / "out")
    (first / "facts.parquet").unlink()
    (second / "commitments.parquet").write_bytes(b"PAR1")
    (tmp_path / "out" / "facts.parquet").unlink()
    build(documents, tmp_path / "out", in_process)
    assert hashes(tmp_path / "out") == before


def test_other_settings_do_the_work_again(build: Build, documents: Path, tmp_path: Path, steps: list[Step]) -> None:
    """Another language or no quotes is another reading: nothing of the old one stays, and it is told."""
    build(documents, tmp_path / "out", in_process)
    build(documents, tmp_path / "out", in_process, settings=Settings(facts_only=True), tell=steps.append)
    assert "other settings is done again" in str(steps[0].remark)
    assert polars.read_parquet(tmp_path / "out" / "commitments.parquet")["quote"].null_count() == 80


def test_another_compiler_does_the_work_again(
    build: Build, documents: Path, tmp_path: Path, steps: list[Step], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version of Milepost read is read again, and it is told."""
    monkeypatch.setattr(corpus, "compiler", lambda: Compiler("0.0.1", "0" * 16))
    build(documents, tmp_path / "out", in_process)
    monkeypatch.undo()
    made: Manifest = build(documents, tmp_path / "out", in_process, tell=steps.append)
    assert "another version" in str(steps[0].remark)
    assert made.compiler.version != "0.0.1"


def test_a_manifest_of_another_format_is_named(
    build: Build, documents: Path, tmp_path: Path, steps: list[Step]
) -> None:
    """A manifest in a later format is told, and everything is done anew."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "manifest.json").write_text('{"format": "milepost.tables/9"}')
    build(documents, tmp_path / "out", in_process, tell=steps.append)
    assert "another version; found 'milepost.tables/9'" in str(steps[0].remark)
    assert manifest.read_manifest(tmp_path / "out") is not None


@pytest.mark.parametrize("content", ['{"name": "my website"}', "no JSON", "[]", ""])
def test_a_foreign_manifest_is_not_written_over(build: Build, documents: Path, tmp_path: Path, content: str) -> None:
    """A file of that name that is none of ours stays as it is: the run is refused."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "manifest.json").write_text(content)
    with pytest.raises(UsageError, match=r"manifest\.json: this is no manifest"):
        build(documents, tmp_path / "out", in_process)
    assert (tmp_path / "out" / "manifest.json").read_text() == content


def test_one_run_at_a_time(build: Build, documents: Path, tmp_path: Path) -> None:
    """While a run is writing to a folder, a second one is refused."""

    def meddling(function, items):  # noqa: ANN001, ANN202 - a run
        with pytest.raises(UsageError, match="another run is writing there"):
            build(documents, tmp_path / "out", in_process)
        return in_process(function, items)

    build(documents, tmp_path / "out", meddling)


def test_failures_stand_in_the_manifest_by_reason(
    build: Build, documents: Path, tmp_path: Path, steps: list[Step]
) -> None:
    """Broken and foreign files are told, grouped by reason, tried again in the next run, and stop nothing."""
    (documents / "empty.txt").touch()
    (documents / "void.txt").touch()
    (documents / "photo.txt").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8)
    (documents / "archive.docx").write_bytes(b"PK\x03\x04 cut short")
    (documents / "surrogate.txt").write_bytes("到2025年，新建学校5所。".encode() + b"\xed\xa0\x80")
    made: Manifest = build(documents, tmp_path / "out", in_process, tell=steps.append)
    assert made.counts["read"] >= 40
    empty = made.failures["the file is empty"]
    assert [failure.source for failure in empty] == ["empty.txt", "void.txt"]
    failed = {failure.source for group in made.failures.values() for failure in group}
    assert {"photo.txt", "archive.docx"} <= failed
    assert {step.source for step in steps if step.failure} == failed
    assert not any(failure.ours for group in made.failures.values() for failure in group)
    (documents / "empty.txt").write_text("到2025年，新建医院7所。", encoding="utf-8")
    assert build(documents, tmp_path / "out", in_process).counts["failed"] == made.counts["failed"] - 1


def test_a_file_that_vanishes_is_a_failure(build: Build, documents: Path, tmp_path: Path) -> None:
    """A document that is gone when its turn comes is told as such, and the others are read."""

    def late(function, items):  # noqa: ANN001, ANN202 - a run
        (documents / "plan-20.txt").unlink()
        return in_process(function, items)

    made: Manifest = build(documents, tmp_path / "out", late)
    assert [failure.source for failure in made.failures["there is no such file"]] == ["plan-20.txt"]
    assert made.counts["read"] == 39


def test_the_manifest_tells_no_time_and_no_machine(build: Build, documents: Path, tmp_path: Path) -> None:
    """The manifest holds hashes, counts, compiler and settings, and nothing that changes from run to run."""
    build(documents, tmp_path / "out", in_process)
    content = (tmp_path / "out" / "manifest.json").read_text(encoding="utf-8")
    assert str(tmp_path) not in content
    told = json.loads(content)
    assert set(told) == {
        "format", "compiler", "settings", "counts", "tables", "files", "failures", "passed_over",
    }  # fmt: skip
    assert told["counts"] == {"files": 40, "read": 40, "failed": 0, "passed_over": 0}


def test_a_killed_run_is_gone_on_with(documents: Path, tmp_path: Path) -> None:
    """A run that is killed in the middle leaves whole parts; the next one does the rest, to the same bytes."""
    for number in range(40, 200):
        text = (documents / "plan-00.txt").read_text(encoding="utf-8")
        (documents / f"plan-{number}.txt").write_text(text * (1 + number % 3), encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "milepost.cli", "compile", str(documents), "--tables", str(out)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while len(parts(out)) < 2 and time.monotonic() < end:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    finished = len(parts(out))
    assert finished >= 2
    assert not (out / "manifest.json").exists()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    command[-1] = str(tmp_path / "undisturbed")
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert hashes(out) == hashes(tmp_path / "undisturbed")
