"""`milepost compile --corrections`, `show --format xlsx` and `corrections`: the way of a correction."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from corrections_support import cell
from milepost.plans.files import load_plan
from running import Milepost


@pytest.fixture
def corrected(milepost: Milepost, plan_file: Path, tmp_path: Path) -> Path:
    """Corrections of the small plan: one edit, taken from its workbook."""
    book_file, corrections = tmp_path / "plan.xlsx", tmp_path / "corrections.json"
    assert milepost("show", plan_file, "--format", "xlsx", "-o", book_file).code == 0
    book = load_workbook(book_file)
    cell(book["commitments"], "target.value", subject="森林覆盖率").value = 23
    book.save(book_file)
    finished = milepost("corrections", "take", book_file, plan_file, "-o", corrections)
    assert (finished.code, finished.out) == (0, "")
    assert "1 corrections taken" in finished.err
    return corrections


def test_what_was_changed_in_the_workbook_is_in_the_plan(
    milepost: Milepost, small_plan: Path, corrected: Path, tmp_path: Path
) -> None:
    """Compile, show, edit, take, compile again: the new plan has the correction."""
    target = tmp_path / "new.plan.json"
    finished = milepost("compile", small_plan, "--corrections", corrected, "-o", target)
    assert finished.code == 0
    assert "1 of 1 corrections applied" in finished.err
    assert load_plan(target).commitments[0].target.value == 23
    assert json.loads(milepost("compile", small_plan, "--corrections", corrected).out)["format"] == "milepost.plan/1"


def test_what_does_not_fit_is_told_and_the_plan_written(milepost: Milepost, small_plan: Path, corrected: Path) -> None:
    """A correction without its place is told in a table on standard error; the exit code is 1."""
    built = json.loads(corrected.read_text(encoding="utf-8"))
    lost = json.loads(json.dumps(built["corrections"][0]))
    lost["anchor"] = {"quote": "不在文中的词句"}
    built["corrections"].append(lost)
    corrected.write_text(json.dumps(built), encoding="utf-8")
    finished = milepost("compile", small_plan, "--corrections", corrected)
    assert finished.code == 1
    assert "the words are no longer in the text" in finished.err
    assert json.loads(finished.out)["commitments"][0]["target"]["value"] == 23


def test_check_says_whether_corrections_fit(
    milepost: Milepost, plan_file: Path, corrected: Path, tmp_path: Path
) -> None:
    """`corrections check` exits with 0 when all fit, and with 2 for another document."""
    finished = milepost("corrections", "check", corrected, plan_file)
    assert (finished.code, finished.err) == (0, "")
    assert "1 of 1 corrections fit" in finished.out
    other = tmp_path / "other.txt"
    other.write_text("白水县发展规划\n\n到2025年，粮食产量稳定在50万吨。\n", encoding="utf-8")
    finished = milepost("compile", other, "--corrections", corrected)
    assert finished.code == 2
    assert "another document" in finished.err


def test_a_second_round_goes_onto_the_first(
    milepost: Milepost, small_plan: Path, corrected: Path, tmp_path: Path
) -> None:
    """`take --onto` keeps the earlier corrections, and the later one wins where both speak of one field."""
    plan_file, book_file, both = tmp_path / "second.plan.json", tmp_path / "second.xlsx", tmp_path / "both.json"
    milepost("compile", small_plan, "--corrections", corrected, "-o", plan_file)
    milepost("show", plan_file, "commitments", "--format", "xlsx", "-o", book_file)
    book = load_workbook(book_file)
    cell(book["commitments"], "target.value", subject="森林覆盖率").value = 24
    cell(book["commitments"], "subject", subject="新建学校").value = "建成学校"
    book.save(book_file)
    assert milepost("corrections", "take", book_file, plan_file, "--onto", corrected, "-o", both).code == 0
    finished = milepost("compile", small_plan, "--corrections", both)
    rows = json.loads(finished.out)["commitments"]
    assert (finished.code, rows[0]["target"]["value"], rows[1]["subject"]) == (0, 24, "建成学校")


def test_problems_of_a_workbook_are_told_and_the_rest_written(
    milepost: Milepost, plan_file: Path, tmp_path: Path
) -> None:
    """A formula is told with its cell and exit code 1; the other rows are taken."""
    book_file = tmp_path / "plan.xlsx"
    milepost("show", plan_file, "commitments", "--format", "xlsx", "-o", book_file)
    book = load_workbook(book_file)
    cell(book["commitments"], "target.value", subject="森林覆盖率").value = "=20+3"
    cell(book["commitments"], "target.value", subject="新建学校").value = 6
    book.save(book_file)
    finished = milepost("corrections", "take", book_file, plan_file)
    assert finished.code == 1
    assert "a formula" in finished.err
    assert [one["label"] for one in json.loads(finished.out)["corrections"]] == ["新建学校"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "PLAN", "--format", "xlsx"), 2),
        (("show", "PLAN", "--format", "csv", "-o", "x.csv"), 2),
        (("show", "PLAN", "milestones", "--format", "xlsx", "-o", "x.xlsx"), 2),
        (("compile", "TEXT", "TEXT2", "--corrections", "PLAN"), 2),
        (("compile", "TEXT", "--corrections", "PLAN"), 3),
        (("compile", "TEXT", "--corrections", "nowhere.json"), 3),
        (("corrections", "take", "PLAN", "PLAN"), 3),
        (("corrections", "take", "nowhere.xlsx", "PLAN"), 3),
        (("corrections", "check", "PLAN", "PLAN"), 3),
    ],
)
def test_wrong_use_is_told(
    milepost: Milepost, plan_file: Path, small_plan: Path, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    """Each wrong call ends in one line and the code of its kind."""
    second = tmp_path / "second.txt"
    second.write_text("无。", encoding="utf-8")
    named = {"PLAN": plan_file, "TEXT": small_plan, "TEXT2": second}
    finished = milepost(*(named.get(one, one) for one in arguments))
    assert finished.code == code
    assert finished.err.startswith("milepost: ")
