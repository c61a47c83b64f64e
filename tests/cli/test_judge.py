"""`milepost judge`: worked figures, reproduced or not."""

from __future__ import annotations

import json
from pathlib import Path

from running import Milepost

RIGHT = {"id": "C:50", "base": 50, "limit": 100, "expect": {"C": 0.95392909}}
WRONG = {"id": "C:80", "base": 80, "limit": 100, "expect": {"C": 0.7}}
FORM = "statcan_limit_coefficient_computed"


def write(folder: Path, name: str, *rows: object, form: str = FORM) -> Path:
    """A file of worked figures."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps({"meta": {"form": form}, "vectors": rows}), encoding="utf-8")
    return path


def test_one_line_a_file(milepost: Milepost, tmp_path: Path) -> None:
    """`NAME: N of M reproduced`, and exit code 0 when nothing is missed."""
    finished = milepost("judge", write(tmp_path, "good", RIGHT))
    assert (finished.code, finished.out, finished.err) == (0, "good: 1 of 1 reproduced\n", "")


def test_every_row_missed_is_told(milepost: Milepost, tmp_path: Path) -> None:
    """With row, key, expected and computed; exit code 1."""
    finished = milepost("judge", write(tmp_path, "mixed", RIGHT, WRONG, {"id": "C:none", "expect": {"C": 1}}))
    assert finished.code == 1
    first, second, third = finished.out.splitlines()
    assert first == "mixed: 1 of 3 reproduced"
    assert second.startswith("  C:80 C: expected 0.7, computed 0.6287")
    assert third == "  C:none: it lacks base"


def test_a_folder_is_judged_file_by_file(milepost: Milepost, tmp_path: Path) -> None:
    """In the order of their names; forms that are not judged are named with the reason."""
    write(tmp_path, "b", RIGHT)
    write(tmp_path, "a", RIGHT, form="reference")
    finished = milepost("judge", tmp_path)
    assert finished.code == 0
    assert finished.out.splitlines()[0].startswith("a: not judged")
    assert finished.out.splitlines()[1] == "b: 1 of 1 reproduced"


def test_a_bad_file_keeps_no_other_from_being_judged(milepost: Milepost, tmp_path: Path) -> None:
    """Exit code 3 for a damaged file, 2 for an unknown form, the gravest of all counts; the rest is judged."""
    good, missed = write(tmp_path, "good", RIGHT), write(tmp_path, "missed", WRONG)
    unknown = write(tmp_path, "unknown", RIGHT, form="tea_leaves")
    damaged = tmp_path / "damaged.json"
    damaged.write_text('{"meta"', encoding="utf-8")
    finished = milepost("judge", unknown, missed, good)
    assert finished.code == 2
    assert "good: 1 of 1 reproduced" in finished.out
    assert "tea_leaves" in finished.err
    assert FORM in finished.err
    finished = milepost("judge", damaged, unknown, missed, good)
    assert finished.code == 3
    assert "good: 1 of 1 reproduced" in finished.out
    assert "damaged.json, line 1" in finished.err


def test_the_same_as_json(milepost: Milepost, tmp_path: Path) -> None:
    """Name, form, counts and what is missed, of every file; exit codes as without."""
    finished = milepost("judge", "--json", write(tmp_path, "good", RIGHT), write(tmp_path, "missed", WRONG))
    assert finished.code == 1
    content = json.loads(finished.out)
    assert content["format"] == "milepost.judged/1"
    good, missed = content["files"]
    assert (good["name"], good["form"], good["reproduced"], good["counted"]) == ("good", FORM, 1, 1)
    (row,) = missed["missed"]
    assert (row["row"], row["key"], row["expected"]) == ("C:80", "C", 0.7)
    assert round(row["computed"], 4) == 0.6287


def test_an_empty_folder_is_wrong_use(milepost: Milepost, tmp_path: Path) -> None:
    """There is nothing to judge in it."""
    assert milepost("judge", tmp_path).code == 2
