"""`milepost pathway`: targets over years and over the parts of a region, as tables and files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from running import Milepost

PLAN = """青川地区国民经济和社会发展第十四个五年规划纲要

第一篇 目标

到2025年，森林覆盖率由20%提高到22%，城镇新增就业累计10.5万人次，单位GDP能耗累计降低17%。

第二篇 布局

转移农村富余劳动力5万人次。
"""

WEIGHTS = "region,weight\na,158098\nb,262906\nc,301046\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan of a few targets, in a file."""
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """Three parts and their people."""
    path = tmp_path / "weights.csv"
    path.write_text(WEIGHTS, encoding="utf-8")
    return path


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a CSV."""
    return list(csv.DictReader(io.StringIO(text)))


def test_a_target_is_laid_out_year_by_year(milepost: Milepost, plan: Path) -> None:
    """One target gets a line a year, in the language of the plan unless asked otherwise."""
    shown = milepost("pathway", plan, "--indicator", "城镇新增就业")
    assert (shown.code, shown.err) == (0, "")
    assert all(word in shown.out for word in ("累计", "2021", "2.1", "8.4", "10.5", "均衡推进"))
    assert "equal steps" in milepost("pathway", plan, "-i", "城镇新增就业", "--language", "en").out


def test_without_a_name_all_targets_are_laid_out(milepost: Milepost, plan: Path) -> None:
    """All targets at once, a line each, and those that have no pathway with why."""
    shown = milepost("pathway", plan)
    assert shown.code == 0
    assert "森林覆盖率" in shown.out
    assert "21.6" in shown.out
    assert "安置或转移" in shown.out


def test_csv_and_json_have_the_same_rows(milepost: Milepost, plan: Path) -> None:
    """CSV and JSON hold the rows of `milepost.pathways/1`."""
    rows = rows_of(milepost("pathway", plan, "-i", "能耗", "--format", "csv").out)
    built = json.loads(milepost("pathway", plan, "-i", "能耗", "--format", "json").out)
    assert built["format"] == "milepost.pathways/1"
    assert [float(row["value"]) for row in rows] == [row["value"] for row in built["pathways"]]
    assert [round(float(row["step"]), 2) for row in rows] == [3.66] * 5


def test_files_go_by_their_names(milepost: Milepost, plan: Path, tmp_path: Path) -> None:
    """A name that ends in .xlsx makes a workbook, .csv a CSV; another ending is asked about."""
    book, table = tmp_path / "ways.xlsx", tmp_path / "ways.csv"
    assert milepost("pathway", plan, "-o", book).code == 0
    assert milepost("pathway", plan, "-o", table).code == 0
    sheet = load_workbook(book).worksheets[0]
    assert sheet["A1"].value == "目标"
    assert sheet.max_row - 1 == len(rows_of(table.read_text(encoding="utf-8")))
    assert milepost("pathway", plan, "-o", tmp_path / "ways.doc").code == 2


def test_what_is_written_can_be_given_back(milepost: Milepost, plan: Path, tmp_path: Path) -> None:
    """A file of pathways, edited or not, is a way that targets can follow."""
    for name in ("ways.csv", "ways.xlsx"):
        path = tmp_path / name
        assert milepost("pathway", plan, "-i", "森林覆盖率", "--rule", "s_shaped", "-o", path).code == 0
        again = rows_of(milepost("pathway", plan, "-i", "森林覆盖率", "--given", path, "--format", "csv").out)
        assert {row["rule"] for row in again} == {"given"}
        assert again[0]["printed"] == "20.12"


def test_parts_tie_to_the_whole(milepost: Milepost, plan: Path, weights: Path) -> None:
    """Jobs over three parts and five years are whole jobs that add up in each year."""
    shown = milepost("pathway", plan, "-i", "城镇新增就业", "--by", "both", "--weights", weights, "--format", "csv")
    rows = rows_of(shown.out)
    for place, year in enumerate(("2021", "2022", "2023", "2024", "2025"), start=1):
        assert round(sum(float(row["value"]) for row in rows if row["year"] == year), 9) == round(2.1 * place, 9)
    table = milepost("pathway", plan, "-i", "城镇新增就业", "--by", "region", "--weights", weights)
    assert "各地合计 10.5 万人次，与全区目标一致" in table.out


def test_bounds_that_cannot_be_kept_end_with_one(milepost: Milepost, plan: Path, weights: Path, tmp_path: Path) -> None:
    """The answer is no: the parts whose bounds conflict are named, with what would be possible."""
    bounds = tmp_path / "bounds.csv"
    bounds.write_text("region,low\na,6\nb,5\n", encoding="utf-8")
    shown = milepost(
        "pathway", plan, "-i", "城镇新增就业", "--by", "region", "--weights", weights, "--bounds", bounds
    )
    assert (shown.code, shown.out) == (1, "")
    assert "a ≥ 6, b ≥ 5; the whole is 10.5" in shown.err


def test_rules_of_binding_and_expected_come_from_the_settings(milepost: Milepost, plan: Path, tmp_path: Path) -> None:
    """The table `pathway` of milepost.toml names rules; a wrong one is told before the plan is read."""
    (tmp_path / "milepost.toml").write_text('[pathway]\nrule = "front_loaded:3"\n', encoding="utf-8")
    rows = rows_of(milepost("pathway", plan, "-i", "森林覆盖率", "--format", "csv").out)
    assert {row["rule"] for row in rows} == {"front_loaded"}
    assert round(float(rows[0]["value"]), 6) == round(20 + 2 * (1 - 0.8**3), 6)
    (tmp_path / "milepost.toml").write_text('[pathway]\nrule = "sideways"\n', encoding="utf-8")
    wrong = milepost("pathway", plan)
    assert wrong.code == 2
    assert "milepost.toml: pathway" in wrong.err or "sideways" in wrong.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--by", "region"], "which target is to be shared out"),
        (["--rebase"], "from which values"),
        (["-i", "没有的指标"], "no such target"),
        (["-i", "森林覆盖率", "--rule", "closing_gap"], "no such rule over years"),
        (["-i", "森林覆盖率", "--by", "region", "--rule", "linear"], "no such rule over parts"),
        (["-i", "森林覆盖率", "--rule", "front_loaded:0.5"], "from 1 to 20"),
        (["--as-of", "gestern"], "this is no date"),
        (["-i", "森林覆盖率", "--by", "region"], "names no parts"),
    ],
)
def test_wrong_use_is_told(milepost: Milepost, plan: Path, options: list[str], told: str) -> None:
    """Options that do not go together, or name nothing, end with 2 and say what would do."""
    shown = milepost("pathway", plan, *options)
    assert (shown.code, shown.out) == (2, "")
    assert told in shown.err


def test_people_being_moved_are_not_shared_out(milepost: Milepost, plan: Path, weights: Path) -> None:
    """A target under safeguard review is refused by region, whatever the weights."""
    shown = milepost("pathway", plan, "-i", "转移农村富余劳动力", "--by", "region", "--weights", weights)
    assert shown.code == 2
    assert "safeguard review" in shown.err


def test_ways_begin_at_the_latest_values(milepost: Milepost, plan: Path, tmp_path: Path) -> None:
    """With statistics the rest of the way is laid out from the latest value known on the day."""
    path = tmp_path / "observations.csv"
    lines = ["indicator,region,period_kind,period,value,unit,vintage"]
    lines += ["森林覆盖率,青川地区,year,2022,20.4,%,2023-03-01", "森林覆盖率,青川地区,year,2023,21.5,%,2024-03-01"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    common = ("pathway", plan, "-i", "森林覆盖率", "--observations", path, "--rebase", "--format", "csv")
    early = rows_of(milepost(*common, "--as-of", "2023-12-31").out)
    late = rows_of(milepost(*common, "--as-of", "2024-12-31").out)
    assert [(row["year"], row["printed"]) for row in late] == [("2024", "21.75"), ("2025", "22.0")]
    assert [row["year"] for row in early] == ["2023", "2024", "2025"]
