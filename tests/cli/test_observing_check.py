"""`milepost observe check`: its exit codes, its two forms, and how files that cannot be read are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from milepost.cli.observing_check import observing_check_command
from milepost.kernel.errors import MilepostError
from milepost.observations.reporting import FORMAT

HEAD = "DATAFLOW,FREQ,INDICATOR,UNIT_MEASURE,REF_AREA,TIME_PERIOD,OBS_VALUE\n"
PEOPLE = "".join(
    f"X:Y(1.0),A,Population,PS,D1,{year},{value}\n" for year, value in enumerate((100, 101, 102, 104), 2018)
)


def checked(*arguments: object) -> tuple[int, str]:
    """Exit code and output of the command."""
    app = typer.Typer()
    app.command()(observing_check_command)
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if isinstance(result.exception, MilepostError):
        raise result.exception
    return result.exit_code, result.stdout


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A file without faults."""
    path = tmp_path / "sound.csv"
    path.write_text(HEAD + PEOPLE)
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A file in which a unit slipped."""
    path = tmp_path / "faulty.csv"
    path.write_text(HEAD + PEOPLE + "X:Y(1.0),A,Population,PS,D1,2022,105000\n")
    return path


def test_a_sound_file_gives_no_findings_and_no_fault(sound: Path) -> None:
    """Where nothing is found the exit code is 0 and the summary says how many values were looked at."""
    assert checked(sound) == (0, "4 values checked: no findings.\n")


def test_a_finding_is_told_with_its_rows_values_and_source(faulty: Path) -> None:
    """The text has code, message, each row with its place, value and source, and what to do; the exit code is 1."""
    code, text = checked(faulty)
    assert code == 1
    assert "error OB04 unit-slips [OB04-" in text
    assert "row 6  D1  Population  2022  105000 persons (X:Y(1.0))" in text
    assert "  help: Check unit and decimal point" in text
    assert checked(faulty, "--fail-on", "never")[0] == 0


def test_the_report_can_be_had_in_chinese(faulty: Path) -> None:
    """With --language zh everything is said in Chinese, though the data are English."""
    _, text = checked(faulty, "--language", "zh")
    assert "错误 OB04 unit-slips" in text
    assert text.endswith("检查5个数值，发现1个问题：错误1个，警告0个，提示0个。\n")


def test_json_has_the_same_findings_and_stays_the_same(faulty: Path) -> None:
    """The JSON form names its format, counts by severity, and gives each finding's rows; twice the same bytes."""
    code, text = checked(faulty, "--format", "json")
    assert (code, text) == checked(faulty, "--format", "json")
    report = json.loads(text)
    assert report["format"] == FORMAT
    assert report["counts"] == {"error": 1, "warning": 0, "info": 0}
    assert [row["where"] for row in report["findings"][0]["rows"]] == ["row 6", "row 5"]
    assert set(report["findings"][0]["message"]) == {"zh", "en"}


def test_several_files_are_checked_together(sound: Path, faulty: Path) -> None:
    """Rows of several files are named with their file, and the same series is held together."""
    _, text = checked(sound, faulty)
    assert "faulty.csv row 6" in text


def test_a_plan_is_held_against_the_data(tmp_path: Path, sound: Path) -> None:
    """With a plan its baselines are held against the statistics."""
    plan = tmp_path / "plan.txt"
    plan.write_text("塔城地区国民经济和社会发展第十四个五年规划\n第一章  发展基础\n2020年，常住人口城镇化率达到50%。\n")
    data = tmp_path / "data.csv"
    data.write_text(HEAD + "X:Y(1.0),A,常住人口城镇化率,PC,654200,2020,59.09\n")
    _, text = checked(data, sound, "--plan", plan)
    assert "OB16 fact-contradicted" in text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("nonsense", "no line is the heading of a table"),
        (HEAD + "X:Y(1.0),A,Population,PS,D1,2022,many\n", r"row 2, OBS_VALUE \(G2\)"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, content: str, said: str) -> None:
    """A file in no known format, or with rows that cannot be taken, is an error (exit code 3) that says where."""
    path = tmp_path / "bad.csv"
    path.write_text(content)
    with pytest.raises(MilepostError, match=said) as raised:
        checked(path)
    assert raised.value.exit_code == 3


def test_a_date_that_is_none_is_refused(sound: Path) -> None:
    """--as-of takes a date and nothing else (exit code 2)."""
    with pytest.raises(MilepostError, match="--as-of"):
        checked(sound, "--as-of", "yesterday")
