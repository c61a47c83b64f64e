"""`milepost observe`: templates, imports, previews, and what is said when rows cannot be taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from milepost.observations.files import read_observations
from running import Milepost

HEAD = "indicator,region,period_kind,period,value,unit"
GOOD = f"{HEAD}\n森林覆盖率,654200,year,2021,21,%\n"
BAD = GOOD + "森林覆盖率,654200,year,2022,many,%\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A file that can be taken."""
    path = tmp_path / "good.csv"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A file with a faulty row."""
    path = tmp_path / "bad.csv"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_rows_go_to_standard_output_or_to_a_file(milepost: Milepost, good: Path, tmp_path: Path) -> None:
    """Without `--to` the rows are printed as CSV; with it they are added to the file, once."""
    printed = milepost("observe", "import", good)
    assert printed.code == 0
    assert "森林覆盖率,654200,,year,2021,21,%" in printed.out
    target = tmp_path / "o.csv"
    assert "1 new, 0 same, 0 conflict" in milepost("observe", "import", good, "--to", target).err
    assert "0 new, 1 same, 0 conflict" in milepost("observe", "import", good, "--to", target).err
    assert read_observations(target).height == 1


def test_a_faulty_row_keeps_everything_out(milepost: Milepost, bad: Path, good: Path, tmp_path: Path) -> None:
    """With a faulty row nothing is written, not even of the other files; row and cell are named; exit code 3."""
    target = tmp_path / "o.csv"
    finished = milepost("observe", "import", bad, good, "--to", target)
    assert finished.code == 3
    assert "bad.csv: row 3, value (E3): no number; found 'many'" in finished.err
    assert "--partial" in finished.err
    assert not target.exists()


def test_partial_takes_the_good_rows_and_still_says_so(milepost: Milepost, bad: Path, tmp_path: Path) -> None:
    """With `--partial` the good rows are taken, the faults told, and the exit code is 3 all the same."""
    target = tmp_path / "o.csv"
    finished = milepost("observe", "import", bad, "--to", target, "--partial", "--language", "zh")
    assert finished.code == 3
    assert "不是数字" in finished.err
    assert read_observations(target)["period"].to_list() == ["2021"]


def test_a_dry_run_says_row_by_row_what_would_happen(milepost: Milepost, good: Path, tmp_path: Path) -> None:
    """A dry run prints a line for each row and writes nothing."""
    target = tmp_path / "o.csv"
    finished = milepost("observe", "import", good, "--to", target, "--dry-run")
    assert finished.out == "new\trow 2\t森林覆盖率\t654200\tyear\t2021\t21\t%\n"
    assert not target.exists()


def test_a_correction_needs_a_vintage(milepost: Milepost, good: Path, tmp_path: Path) -> None:
    """Another value for a row that stands there is refused; with a vintage it is a new row."""
    target = tmp_path / "o.csv"
    milepost("observe", "import", good, "--to", target)
    good.write_text(GOOD.replace("21,%", "22,%"), encoding="utf-8")
    refused = milepost("observe", "import", good, "--to", target)
    assert refused.code == 3
    assert "--vintage" in refused.err
    assert milepost("observe", "import", good, "--to", target, "--vintage", "2023-01-01").code == 0
    assert read_observations(target)["value"].to_list() == [21.0, 22.0]


def test_two_files_that_contradict_each_other_are_refused(milepost: Milepost, good: Path, tmp_path: Path) -> None:
    """Two values for one key in two files are an error that names both files and rows."""
    other = tmp_path / "other.csv"
    other.write_text(GOOD.replace("21,%", "22,%"), encoding="utf-8")
    finished = milepost("observe", "import", good, other, "--to", tmp_path / "o.csv")
    assert finished.code == 3
    assert "other.csv row 2" in finished.err
    assert "good.csv row 2" in finished.err


def test_names_and_regions_are_held_against_the_plan(milepost: Milepost, plan_file: Path, tmp_path: Path) -> None:
    """With a plan, names that it does not ask for are told, and kept under their own names."""
    path = tmp_path / "a.csv"
    path.write_text(GOOD + "啤酒产量,654200,year,2021,3,万吨\n", encoding="utf-8")
    finished = milepost("observe", "import", path, "--plan", plan_file, "--partial")
    assert "啤酒产量" in finished.err
    assert "啤酒产量,654200" in finished.out


def test_what_the_file_does_not_say_is_given_by_options(milepost: Milepost, tmp_path: Path) -> None:
    """Region, unit, source and year fill what a file leaves open."""
    path = tmp_path / "a.csv"
    path.write_text("指标,数值\n森林覆盖率,21\n", encoding="utf-8")
    options = ("--region", "654200", "--unit", "%", "--source", "年鉴", "--year", "2021")
    finished = milepost("observe", "import", path, *options)
    assert finished.code == 0, finished.err
    assert "森林覆盖率,654200,,year,2021,21,%,,,年鉴" in finished.out


@pytest.mark.parametrize(
    "options", [("--vintage", "2023-02-30"), ("--vintage", "soon"), ("--format", "nothing"), ("--sheet", "x")]
)
def test_wrong_options_are_refused(milepost: Milepost, good: Path, options: tuple[str, str]) -> None:
    """A date that is none, an importer that there is none of: exit code 2; a sheet of a CSV file is no matter."""
    finished = milepost("observe", "import", good, *options)
    assert finished.code == (0 if options[0] == "--sheet" else 2)


def test_a_template_is_written_and_imported(milepost: Milepost, tmp_path: Path, example: Path) -> None:
    """The form for the plan that ships with the project is written, and comes back empty without faults."""
    for name in ("form.xlsx", "form.csv"):
        form = tmp_path / name
        finished = milepost("observe", "template", example, "-o", form, "--years", "2021-2022")
        assert finished.code == 0, finished.err
        assert milepost("observe", "import", form).code == 0
    assert milepost("observe", "template", example, "-o", tmp_path / "form.pdf").code == 2
    assert milepost("observe", "template", example, "-o", form, "--years", "soon").code == 2
