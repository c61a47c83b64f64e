"""`milepost show` and `milepost schema`: what a reader, a program and a spreadsheet get."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from milepost.cli.show import WHATS, as_csv, as_json
from milepost.cli.views import VIEWS
from milepost.plans.files import decode, encode, load_plan
from milepost.plans.rows import TABLES
from milepost.plans.run import compile_plan
from running import Milepost


def test_every_table_has_a_view() -> None:
    """What can be had as a data frame can be looked at too."""
    assert list(VIEWS) == list(TABLES)


@pytest.mark.parametrize("what", WHATS)
@pytest.mark.parametrize("kind", ["table", "json", "csv"])
def test_everything_can_be_shown_in_every_format(milepost: Milepost, plan_file: Path, what: str, kind: str) -> None:
    """Every kind of item is shown as a table, as JSON and as CSV, and empty ones say so."""
    finished = milepost("show", plan_file, what, "--format", kind)
    assert (finished.code, finished.err) == (0, "")
    assert finished.out.strip()
    if kind == "json":
        json.loads(finished.out)
    if kind == "csv":
        widths = {len(row) for row in csv.reader(io.StringIO(finished.out))}
        assert len(widths) == 1


def test_headers_are_in_the_plans_language(milepost: Milepost, plan_file: Path) -> None:
    """A Chinese plan has Chinese headers, unless English is asked for."""
    assert "内容" in milepost("show", plan_file, "commitments").out
    assert "subject" in milepost("show", plan_file, "commitments", "--language", "en").out


def test_the_summary_says_what_was_found_where(milepost: Milepost, plan_file: Path) -> None:
    """The first look names the document and counts what stands in each part."""
    shown = milepost("show", plan_file).out
    assert "青川地区国民经济和社会发展第十四个五年规划纲要" in shown
    assert "目标" in shown
    assert "合计" in shown


def test_a_table_shows_what_the_text_says(milepost: Milepost, plan_file: Path) -> None:
    """The row of a commitment has its subject, its figure with sign and unit, and its deadline."""
    rows = milepost("show", plan_file, "commitments").out.splitlines()
    assert any(all(part in row for part in ("森林覆盖率", "≥22%", "2025")) for row in rows)


def test_json_is_what_stands_in_the_plan_file(milepost: Milepost, plan_file: Path) -> None:
    """The JSON of one kind is the plan file's own list."""
    shown = json.loads(milepost("show", plan_file, "commitments", "--format", "json").out)
    assert shown == json.loads(plan_file.read_bytes())["commitments"]


def test_an_unknown_kind_is_wrong_use(milepost: Milepost, plan_file: Path) -> None:
    """A kind that does not exist ends with 2, and the message names those that do."""
    finished = milepost("show", plan_file, "promises")
    assert finished.code == 2
    assert "commitments" in finished.err


def test_csv_holds_no_formula(plan_file: Path) -> None:
    """Text that a spreadsheet would calculate is marked as text."""
    content = json.loads(plan_file.read_bytes())
    content["measures"] = [
        {
            "id": "m1", "section": None, "title": title, "by": None, "region": None, "bodies": [],
            "span": [0, 1], "quote": "",
        }
        for title in ('=HYPERLINK("x")', "+1+1", "-1+1", "@SUM(A1)", "\t=1", "普通")
    ]  # fmt: skip
    written = as_csv(decode(json.dumps(content).encode()), "measures")
    titles = [row["title"] for row in csv.DictReader(io.StringIO(written))]
    assert titles == ['\'=HYPERLINK("x")', "'+1+1", "'-1+1", "'@SUM(A1)", "'\t=1", "普通"]


def test_csv_and_frame_have_the_same_columns(plan_file: Path) -> None:
    """The header of the CSV of a kind is the schema of its data frame."""
    plan = load_plan(plan_file)
    for name in TABLES:
        assert as_csv(plan, name).splitlines()[0].split(",") == plan.frame(name).columns


def test_the_summary_as_json_counts_every_table(plan_file: Path) -> None:
    """A program gets the counts by the names of the tables."""
    assert list(as_json(load_plan(plan_file), "summary")["counts"]) == list(TABLES)


def test_the_schema_fits_the_plans(milepost: Milepost, example: Path) -> None:
    """The schema is a valid JSON Schema, and the example fits it, with its text and without."""
    schema = json.loads(milepost("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    plan = compile_plan(example)
    for facts_only in (False, True):
        jsonschema.validate(json.loads(encode(plan, facts_only=facts_only)), schema)


def test_the_schema_refuses_another_format(milepost: Milepost, plan_file: Path) -> None:
    """A file of another version does not fit the schema."""
    content = json.loads(plan_file.read_bytes()) | {"format": "milepost.plan/2"}
    with pytest.raises(jsonschema.ValidationError, match=r"milepost\.plan/2"):
        jsonschema.validate(content, json.loads(milepost("schema").out))
