"""`milepost sample`: a sample drawn, judged by hand, and read back."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from milepost.plans.sample_sheet import COLUMNS, SampleRow, sample_workbook
from running import Milepost

KEYS = list(COLUMNS)


@pytest.fixture
def sample(milepost: Milepost, example: Path, tmp_path: Path) -> Path:
    """A hundred rows of the plan that ships with the project."""
    path = tmp_path / "sample.xlsx"
    assert milepost("sample", "draw", example, "-n", "100", "-o", path).code == 0
    return path


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of the sheet, by the keys of its columns."""
    keys, _, *rows = load_workbook(path)["sample"].iter_rows(values_only=True)
    return [dict(zip(keys, row, strict=True)) for row in rows]


def judge(path: Path, judgements: list[object]) -> None:
    """Fill in the column of the judgement, from the first row on."""
    book = load_workbook(path)
    for number, judgement in enumerate(judgements):
        book["sample"].cell(3 + number, KEYS.index("judgement") + 1).value = judgement
    book.save(path)


def test_a_sample_is_drawn_from_all_kinds(sample: Path, example: Path) -> None:
    """Rows of every kind are drawn, as many as asked for; words and surroundings stand together in the text."""
    rows = rows_of(sample)
    assert len(rows) == 100
    assert set(Counter(row["kind"] for row in rows)) >= {"commitments", "facts", "projects", "indicators", "sections"}
    text = example.read_text(encoding="utf-8")
    for row in rows:
        assert f"{row['before'] or ''}{row['quote']}{row['after'] or ''}" in text
        assert row["read"]
        assert row["judgement"] is None


def test_the_same_seed_draws_the_same_rows(milepost: Milepost, sample: Path, example: Path, tmp_path: Path) -> None:
    """A sample can be drawn again; another seed draws another."""
    for seed in ("1", "2"):
        milepost("sample", "draw", example, "-n", "100", "-o", tmp_path / f"{seed}.xlsx", "--seed", seed)
    assert rows_of(tmp_path / "1.xlsx") == rows_of(sample)
    assert rows_of(tmp_path / "2.xlsx") != rows_of(sample)


def test_a_folder_of_plan_files_is_drawn_from(milepost: Milepost, plan_file: Path, tmp_path: Path) -> None:
    """Of a folder the plan files are taken, where there are any; fewer rows than asked for are all drawn."""
    out = tmp_path / "sample.xlsx"
    finished = milepost("sample", "draw", plan_file.parent, "-o", out)
    assert finished.code == 0
    assert "of 1 plans" in finished.err
    assert {row["plan"] for row in rows_of(out)} == {plan_file.name}


def test_a_broken_plan_does_not_stop_the_draw(milepost: Milepost, plan_file: Path, tmp_path: Path) -> None:
    """A plan that cannot be read, or whose text was left out, is named; the others are drawn from; exit code 3."""
    (plan_file.parent / "broken.plan.json").write_text("{")
    milepost("compile", plan_file.with_name("small.txt"), "-o", plan_file.parent / "bare.plan.json", "--facts-only")
    finished = milepost("sample", "draw", plan_file.parent, "-o", tmp_path / "out.xlsx")
    assert finished.code == 3
    assert "broken.plan.json" in finished.err
    assert "text was left out" in finished.err
    assert len(rows_of(tmp_path / "out.xlsx")) > 0


def test_judgements_are_never_written_over(milepost: Milepost, sample: Path, example: Path) -> None:
    """A workbook that is there already is left alone."""
    before = sample.read_bytes()
    assert milepost("sample", "draw", example, "-o", sample).code == 2
    assert sample.read_bytes() == before


def test_a_text_never_becomes_a_formula() -> None:
    """What begins like a formula, or holds what XML cannot, stands in its cell as text."""
    row = SampleRow("facts", "=1+1", "=cmd|' /C calc'!A0", "+2", "@x\x07", "-3", "\ud800.txt", "=id")
    book = load_workbook(BytesIO(sample_workbook([row], {"facts": 1}, 1, "0.1.0", "en")))
    cells = next(book["sample"].iter_rows(min_row=3))
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert cells[KEYS.index("quote")].value == "=cmd|' /C calc'!A0"


def test_precision_is_told_by_kind(milepost: Milepost, sample: Path) -> None:
    """Right, wrong and unjudged rows are counted by kind, and the interval is Wilson's."""
    kinds = [row["kind"] for row in rows_of(sample)]
    first = kinds.count(kinds[0])
    judge(sample, ["对"] * (first - 1) + ["错"])
    finished = milepost("sample", "read", sample)
    assert finished.code == 0
    (line,) = [line.split() for line in finished.out.splitlines() if line.strip().startswith(kinds[0])]
    assert line[2:6] == [str(first), str(first - 1), "1", f"{(first - 1) / first:.3f}"]
    assert f"{first} rows judged, {100 - first} not" in finished.out


def test_any_plain_judgement_is_understood(milepost: Milepost, sample: Path) -> None:
    """Both languages, ticks, numbers and truth values count; anything else is named with its row, and exit code 3."""
    judge(sample, ["Right", "对", 1, 1.0, True, "✓", " wrong ", "错", 0, False, "perhaps"])
    finished = milepost("sample", "read", sample)
    assert finished.code == 3
    assert "row 13: found 'perhaps'" in finished.err
    assert "10 rows judged, 90 not" in finished.out


def test_moved_columns_and_deleted_rows_are_understood(milepost: Milepost, sample: Path) -> None:
    """Columns are known by their keys wherever they stand; rows that are gone are counted as such."""
    judge(sample, ["对"] * 100)
    book = load_workbook(sample)
    sheet = book["sample"]
    sheet.move_range(f"D1:D{sheet.max_row}", cols=20)
    sheet.delete_rows(3, 2)
    book.save(sample)
    finished = milepost("sample", "read", sample)
    assert finished.code == 0
    assert "98 rows judged, 0 not" in finished.out
    assert finished.out.splitlines()[3].split()[-1] == "2"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no workbook"])
def test_what_is_no_workbook_is_named(milepost: Milepost, tmp_path: Path, content: bytes) -> None:
    """A file that is no workbook is told as such."""
    path = tmp_path / "sample.xlsx"
    path.write_bytes(content)
    finished = milepost("sample", "read", path)
    assert (finished.code, "milepost sample draw" in finished.err) == (3, True), finished


def test_a_foreign_workbook_is_named(milepost: Milepost, tmp_path: Path) -> None:
    """A workbook without the sheet or the columns is told as such, and so is a missing file."""
    book = Workbook()
    book.save(tmp_path / "foreign.xlsx")
    assert "this is no sample" in milepost("sample", "read", tmp_path / "foreign.xlsx").err
    sheet: Any = book.active
    sheet.title = "sample"
    book.save(tmp_path / "foreign.xlsx")
    assert "a column is missing" in milepost("sample", "read", tmp_path / "foreign.xlsx").err
    assert milepost("sample", "read", tmp_path / "none.xlsx").code == 3
    assert milepost("sample", "read", tmp_path / "a.xlsx", tmp_path / "b.xlsx").code == 2
