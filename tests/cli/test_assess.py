"""`milepost assess`: a plan and its statistics from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from running import Milepost

PLAN = """青川地区国民经济和社会发展第十四个五年规划纲要（2021—2025年）

第一篇 目标

第一章 主要目标

到2025年，森林覆盖率达到22%以上，粮食综合生产能力达到35万吨。2020年，森林覆盖率为20%。
"""
HEADING = "indicator,region,period_kind,period,value,unit,source,vintage\n"
ROWS = HEADING + (
    "森林覆盖率,青川地区,year,2020,20,%,林草局,2021-03-01\n森林覆盖率,青川地区,year,2023,20.4,%,林草局,2024-03-01\n"
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with two targets, in a file."""
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Observations for one of them."""
    path = tmp_path / "observations.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_a_table_for_a_reader(milepost: Milepost, plan: Path, rows: Path) -> None:
    """The gate, the rating and what is waited for; exit code 0 though a target lags."""
    finished = milepost("assess", plan, rows, "--as-of", "2024-05-01")
    assert finished.code == 0, finished.err
    assert "数据截至2024-05-01" in finished.out
    assert "■ 明显滞后" in finished.out
    assert "20.4%（2023）" in finished.out


def test_only_what_was_known_is_used(milepost: Milepost, plan: Path, rows: Path) -> None:
    """A day earlier the value of 2023 is not known, and the target has no data since its base."""
    finished = milepost("assess", plan, rows, "--as-of", "2024-02-29", "--format", "json")
    statuses = {each["name"]: each["status"] for each in json.loads(finished.out)["targets"]}
    assert statuses["森林覆盖率"] == "no_data"
    assert "20.4" not in finished.out


def test_json_is_as_the_schema_says(milepost: Milepost, plan: Path, rows: Path) -> None:
    """`milepost schema assessment` prints the schema that it fits."""
    schema = json.loads(milepost("schema", "assessment").out)
    content = json.loads(milepost("assess", plan, rows, "--as-of", "2024-05-01", "--format", "json").out)
    jsonschema.validate(content, schema)
    assert content["as_of"] == "2024-05-01"


def test_a_file_instead_of_the_screen(milepost: Milepost, plan: Path, rows: Path, tmp_path: Path) -> None:
    """Written whole, and never over an input."""
    out = tmp_path / "report.md"
    assert milepost("assess", plan, rows, "--format", "markdown", "-o", out).code == 0
    assert out.read_text("utf-8").startswith("# 规划实施情况评估：")
    refused = milepost("assess", plan, rows, "-o", rows)
    assert refused.code == 2
    assert "this would overwrite an input" in refused.err
    assert rows.read_text("utf-8") == ROWS


def test_without_observations_it_says_what_is_missing(milepost: Milepost, plan: Path) -> None:
    """Everything is without data, and that is no error."""
    finished = milepost("assess", plan, "--language", "en")
    assert finished.code == 0, finished.err
    assert "assessable 0" in finished.out
    assert "Without a rating" in finished.out


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("moving_away", 0), ("off_track", 1), ("at_risk", 1)])
def test_it_fails_where_asked(milepost: Milepost, plan: Path, rows: Path, fail_on: str, code: int) -> None:
    """Exit code 1 when a target stands there or worse; the output is the same."""
    finished = milepost("assess", plan, rows, "--as-of", "2024-05-01", "--fail-on", fail_on)
    assert finished.code == code
    assert "■ 明显滞后" in finished.out


def test_methods_are_chosen(milepost: Milepost, plan: Path, rows: Path) -> None:
    """With the leading ones; a name that is none is told with those that are."""
    arguments = ("assess", plan, rows, "--as-of", "2024-05-01", "--format", "json")
    content = json.loads(milepost(*arguments, "--method", "open_sdg,unescap").out)
    assert content["policy"]["methods"] == ["time_progress", "holding", "relation", "open_sdg", "unescap"]
    refused = milepost(*arguments, "--method", "magic")
    assert refused.code == 2
    assert "no such method" in refused.err


def test_settings_lead_and_label(milepost: Milepost, plan: Path, rows: Path, tmp_path: Path) -> None:
    """`milepost.toml` beside the plan says which method leads, why, and which words are used."""
    settings = tmp_path / "milepost.toml"
    settings.write_text(
        '[assess]\nleading = ["required_pace"]\nreason = "省里规定"\n\n[assess.labels]\noff_track = ["红灯", "red"]\n',
        encoding="utf-8",
    )
    content = json.loads(milepost("assess", plan, rows, "--as-of", "2024-05-01", "--format", "json").out)
    assert content["policy"]["leading"] == ["required_pace"]
    assert content["policy"]["reason"] == "省里规定"
    assert "红灯" in milepost("assess", plan, rows, "--as-of", "2024-05-01").out


def test_a_name_that_is_not_certain_is_told(milepost: Milepost, plan: Path, tmp_path: Path) -> None:
    """On standard error, once, with what it may measure; it is not used."""
    rows = tmp_path / "grain.csv"
    rows.write_text(HEADING + "粮食总产,青川地区,year,2023,34,万吨,统计局,2024-03-01\n", encoding="utf-8")
    finished = milepost("assess", plan, rows, "--as-of", "2024-05-01")
    assert finished.code == 0
    assert finished.err.count("'粮食总产' was not used: it may measure '粮食综合生产能力'") == 1
    assert "34万吨（2023）" not in finished.out


def test_the_public_sees_public_data_only(milepost: Milepost, plan: Path, tmp_path: Path) -> None:
    """Not the value, and not that there is one."""
    rows = tmp_path / "internal.csv"
    rows.write_text(
        HEADING.replace("vintage", "vintage,access")
        + "森林覆盖率,青川地区,year,2023,21.37,%,林草局内部,2024-03-01,internal\n",
        encoding="utf-8",
    )
    arguments = ("assess", plan, rows, "--as-of", "2024-05-01")
    assert "21.37" in milepost(*arguments).out
    for name in ("table", "json", "csv", "markdown"):
        finished = milepost(*arguments, "--audience", "public", "--format", name)
        assert "21.37" not in finished.out + finished.err
        assert "林草局内部" not in finished.out + finished.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEADING + "森林覆盖率,青川地区,year,2023,many,%,林草局,2024-03-01\n", "many"),
        ("", "the file is empty"),
    ],
)
def test_observations_that_cannot_be_read_stop_everything(
    milepost: Milepost, plan: Path, tmp_path: Path, text: str, told: str
) -> None:
    """Exit code 3, the row and the cell named, nothing written."""
    rows, out = tmp_path / "bad.csv", tmp_path / "out.md"
    rows.write_text(text, encoding="utf-8")
    finished = milepost("assess", plan, rows, "--format", "markdown", "-o", out)
    assert finished.code == 3
    assert told in finished.err
    assert not out.exists()


def test_two_files_may_not_contradict_each_other(milepost: Milepost, plan: Path, rows: Path, tmp_path: Path) -> None:
    """The same row twice is one; another value for the same key is refused, with both places."""
    again = tmp_path / "again.csv"
    again.write_text(ROWS, encoding="utf-8")
    assert milepost("assess", plan, rows, again, "--as-of", "2024-05-01").code == 0
    again.write_text(ROWS.replace("20.4", "21.4"), encoding="utf-8")
    refused = milepost("assess", plan, rows, again, "--as-of", "2024-05-01")
    assert refused.code == 3
    assert "observations.csv: row 3" in refused.err
    assert "again.csv: row 3" in refused.err


def test_a_date_that_is_none_is_wrong_use(milepost: Milepost, plan: Path) -> None:
    """Told before anything is read."""
    finished = milepost("assess", plan, "--as-of", "yesterday")
    assert finished.code == 2
    assert "this is no date" in finished.err


def test_pathways_decide_what_was_due(milepost: Milepost, plan: Path, rows: Path, tmp_path: Path) -> None:
    """With a way that asks for little by now, the value is on it."""
    ways = tmp_path / "ways.csv"
    ways.write_text("target,year,value,unit\n森林覆盖率,2023,20.4,%\n森林覆盖率,2025,22,%\n", encoding="utf-8")
    arguments = ("assess", plan, rows, "--as-of", "2024-05-01", "--format", "json")
    (own,) = [each for each in json.loads(milepost(*arguments, "--pathways", ways).out)["targets"] if each["latest"]]
    assert own["progress"]["expected"] == pytest.approx(0.204)
    (linear,) = [each for each in json.loads(milepost(*arguments).out)["targets"] if each["latest"]]
    assert linear["progress"]["expected"] == pytest.approx(0.212)
