"""`milepost compile --tables`: a folder of documents, broken and foreign ones among them, as one set of tables."""

from __future__ import annotations

import json
from pathlib import Path

import polars
import pytest

from engines_support import hashes
from running import Milepost


@pytest.fixture
def folder(tmp_path: Path, small_plan: Path) -> Path:
    """A folder with two plans of one name, an empty file, a picture, an archive and a picture that says it is text."""
    place = tmp_path / "plans"
    for part in ("north", "south"):
        (place / part).mkdir(parents=True)
        (place / part / "plan.txt").write_bytes(small_plan.read_bytes())
    (place / "north" / "empty.txt").touch()
    (place / "south" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (place / "south" / "old.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    (place / "south" / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    return place


def test_a_folder_becomes_tables(milepost: Milepost, folder: Path, tmp_path: Path) -> None:
    """Every plan's rows stand under its path; bad files are named and counted, and the exit code is 3."""
    finished = milepost("compile", folder, "--tables", tmp_path / "out")
    assert finished.code == 3
    assert "2 of 4 plans read; 2 files of the folders are no documents" in finished.out
    assert "1 not read: the file is empty" in finished.out
    assert "north/empty.txt: the file is empty" in finished.err
    assert "photo.txt" in finished.err
    rows = polars.read_parquet(tmp_path / "out" / "commitments.parquet")
    assert rows["source"].unique(maintain_order=True).to_list() == ["north/plan.txt", "south/plan.txt"]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["passed_over"] == ["south/old.zip", "south/photo.jpg"]
    assert manifest["counts"] == {"files": 4, "read": 2, "failed": 2, "passed_over": 2}


def test_the_bytes_do_not_depend_on_place_or_workers(milepost: Milepost, folder: Path, tmp_path: Path) -> None:
    """A folder that lies elsewhere, read with another number of processes, gives the same bytes."""
    milepost("compile", folder, "--tables", tmp_path / "one", "--workers", "1")
    moved = folder.rename(tmp_path / "moved")
    milepost("compile", moved, "--tables", tmp_path / "two", "--workers", "2")
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


def test_tables_inside_the_folder_are_no_input(milepost: Milepost, folder: Path) -> None:
    """Tables may be written into the folder that is read: the next run does not take them for foreign files."""
    milepost("compile", folder, "--tables", folder / "tables")
    before = hashes(folder / "tables")
    assert "2 files of the folders" in milepost("compile", folder, "--tables", folder / "tables").out
    assert hashes(folder / "tables") == before


def test_quotes_can_be_left_out(milepost: Milepost, small_plan: Path, tmp_path: Path) -> None:
    """With --facts-only no quote stands in a table; all other columns are the same."""
    milepost("compile", small_plan, "--tables", tmp_path / "whole")
    milepost("compile", small_plan, "--tables", tmp_path / "bare", "--facts-only")
    whole, bare = (polars.read_parquet(tmp_path / name / "commitments.parquet") for name in ("whole", "bare"))
    assert whole["quote"].null_count() == 0
    assert bare["quote"].null_count() == bare.height > 0
    assert whole.drop("quote").equals(bare.drop("quote"))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--tables", "{plan}"], 2, "cannot write the tables"),
        (["--tables", "{plan}/below"], 2, "cannot write the tables"),
        (["--tables", "{out}", "-o", "{out}"], 2, "tables and plan files are two runs"),
        (["--tables", "{out}", "--engine", "cloud"], 2, "there is no such engine"),
        (["--tables", "{out}", "--workers", "0"], 2, "--workers"),
        (["--engine", "dask://127.0.0.1:9"], 2, "for tables only"),
        (["--workers", "2"], 2, "for tables only"),
    ],
)
def test_wrong_use(
    milepost: Milepost, small_plan: Path, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    """A place that cannot be written, or options that do not go together, are told in one line."""
    filled = [part.format(plan=small_plan, out=tmp_path / "out") for part in arguments]
    finished = milepost("compile", small_plan, *filled)
    assert (finished.code, said in finished.err) == (code, True), finished
    assert "Traceback" not in finished.err
