"""The file `milepost.assessment/1` and the other formats: whole, valid, stable; nothing in them that is not public."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
from datetime import date
from typing import Any

import jsonschema
import polars
import pytest

import milepost
from assessed_support import QINGHE, named, qinghe
from milepost.assessments.assessment_file import assessment_schema
from milepost.assessments.model import STATUSES
from milepost.assessments.report import MARKS, Report
from milepost.assessments.run import assess
from milepost.assessments.table import FORMATS, written
from milepost.observations.model import empty


def filed(report: Report) -> dict[str, Any]:
    """The JSON of a report, read back."""
    content: dict[str, Any] = json.loads(written(report, "json"))
    return content


def test_the_file_is_as_its_schema_says() -> None:
    """With observations and without any, with parts of the region and without."""
    jsonschema.validate(filed(qinghe()), assessment_schema())
    plan = qinghe().plan
    for by_parts in (False, True):
        bare = Report(assess(plan, empty(), as_of=date(2024, 5, 31), by_parts=by_parts), plan, "en")
        jsonschema.validate(filed(bare), assessment_schema())


def test_the_same_assessment_gives_the_same_bytes() -> None:
    """In every format; a second assessment of the same inputs, too."""
    report = qinghe()
    rows = milepost.read_observations(QINGHE / "observations.csv")
    again = assess(report.plan, rows.sample(fraction=1.0, shuffle=True, seed=3), as_of=date(2024, 5, 31))
    once = assess(report.plan, rows, as_of=date(2024, 5, 31))
    for name in FORMATS:
        assert written(report, name) == written(report, name)
        assert written(Report(again, report.plan, "zh"), name) == written(Report(once, report.plan, "zh"), name)


def test_every_target_stands_in_the_file_with_its_proofs() -> None:
    """The verdict, the sentence in both languages, the methods, and the rows that it rests on."""
    content = filed(qinghe())
    assert len(content["targets"]) == qinghe().assessment.targets.height
    own = next(each for each in content["targets"] if each["name"] == "常住人口城镇化率")
    assert (own["status"], own["national"]["zh"], own["latest"]["value"]) == ("on_track", "快于预期", 0.561)
    assert own["sentence"]["zh"].startswith("常住人口城镇化率：2023年为56.1%")
    assert [row["period"] for row in own["evidence"]] == ["2020", "2021", "2022", "2023"]
    progress = next(each for each in own["methods"] if each["method"] == "time_progress")
    assert progress["status"] == "on_track"
    assert progress["figures"]["time_share"] == 0.6


def test_counts_in_the_file_agree() -> None:
    """Gate, roll-up and targets say the same numbers."""
    content = filed(qinghe())
    statuses = [each["status"] for each in content["targets"]]
    whole = content["rollups"][0]
    assert whole["statuses"] == {status: statuses.count(status) for status in STATUSES}
    assessable = content["gate"]["needs"][-1]
    assert (assessable["need"], assessable["have"]) == ("assessable", whole["rated"])
    waiting = sum(each["count"] for each in content["gate"]["waiting"])
    assert waiting == len(statuses) - whole["rated"]


def test_every_status_is_in_the_example() -> None:
    """The example shows all seven."""
    assert all(qinghe().counts[status] for status in STATUSES)


SECRET = 90.6
"""A value of the example that is not public, and the source of nothing else."""


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_that_is_not_public_is_published(name: str) -> None:
    """No value, no sentence, no count of rows that only an internal observation gives."""
    internal, public = qinghe(), qinghe("public")
    assert str(SECRET) in written(internal, name).decode()
    assert str(SECRET) not in written(public, name).decode()
    assert named(public, "地表水达到或好于Ⅲ类水体比例")["latest_period"][0] == "2022"
    rows = milepost.read_observations(QINGHE / "observations.csv")
    stripped = rows.filter(polars.col("access").fill_null("public") == "public")
    day = internal.assessment.as_of
    without = Report(assess(public.plan, stripped, as_of=day, audience="public"), public.plan, "zh")
    hidden = Report(assess(public.plan, rows, as_of=day, audience="public"), public.plan, "zh")
    assert written(hidden, name) == written(without, name)


def test_the_audience_stands_in_the_file() -> None:
    """And what is internal is marked so where it is shown."""
    assert filed(qinghe("public"))["audience"] == "public"
    water = next(each for each in filed(qinghe())["targets"] if each["name"] == "地表水达到或好于Ⅲ类水体比例")
    assert water["latest"]["access"] == "internal"
    assert [row["access"] for row in water["evidence"]] == ["public", "public", "public", "internal"]


def test_state_is_shape_and_word() -> None:
    """In the table each status has its mark and its word, and without colour nothing is lost."""
    text = written(dataclasses.replace(qinghe(), width=200), "table").decode()
    assert "\x1b" not in text
    for status, mark in MARKS.items():
        assert mark in text, status
    coloured = written(dataclasses.replace(qinghe(), width=200, colour=True), "table").decode()
    assert "\x1b[" in coloured


def test_the_table_opens_with_what_can_be_assessed() -> None:
    """Gate before rating, and whose numbers are waited for at the end."""
    text = written(dataclasses.replace(qinghe(), width=200), "table").decode()
    assert text.index("有基期值") < text.index("提前实现") < text.index("未能评估的目标")
    assert "统计部门" in text[text.index("未能评估的目标") :]


def test_the_report_opens_with_what_can_be_assessed() -> None:
    """Gate, counts, sentences, what is waited for, methods: in this order, in both languages."""
    zh = written(qinghe(), "markdown").decode()
    order = ["## 一、能否评估", "## 二、总体情况", "## 三、逐项情况", "## 四、未能评估的目标", "## 五、方法与数据来源"]
    places = [zh.index(heading) for heading in order]
    assert places == sorted(places)
    en = written(qinghe("internal", "en"), "markdown").decode()
    assert "## 1. What can be assessed" in en
    assert "Methods disagree: " in en


def test_a_plan_without_data_is_still_told() -> None:
    """What is asked, what is missing, and who has it."""
    plan = qinghe().plan
    bare = Report(assess(plan, empty(), as_of=date(2024, 5, 31)), plan, "zh")
    text = written(bare, "markdown").decode()
    assert "其中0项现有条件下可以评估" in text
    assert "卫生健康部门" in text
    assert "## 三、逐项情况" not in text


def test_csv_has_a_row_for_each_target_in_printed_units() -> None:
    """Percentages as percentages; sums, falls and growth as the plan prints them."""
    rows = list(csv.DictReader(io.StringIO(written(qinghe(), "csv").decode())))
    assert len(rows) == qinghe().assessment.targets.height
    own = next(row for row in rows if row["name"] == "常住人口城镇化率")
    assert [own[name] for name in ("value", "baseline", "latest", "latest_unit", "expected_followed")] == [
        "58.0", "52.4", "56.1", "%", "55.76",
    ]  # fmt: skip
    energy = next(row for row in rows if row["name"] == "单位地区生产总值能耗降低")
    assert float(energy["current_followed"]) == pytest.approx(4.146, abs=0.001)
    assert float(energy["goal_followed"]) == pytest.approx(13)


def test_csv_holds_no_formula() -> None:
    """Text that a spreadsheet would compute has an apostrophe before it."""
    report = qinghe()
    evil = report.assessment.targets.with_columns(name=polars.lit("=HYPERLINK(0)"))
    changed = Report(dataclasses.replace(report.assessment, targets=evil), report.plan, "zh")
    cells = [cell for row in csv.reader(io.StringIO(written(changed, "csv").decode())) for cell in row]
    assert "'=HYPERLINK(0)" in cells
    assert not any(cell.startswith("=") for cell in cells)


def test_names_in_a_report_are_no_markup() -> None:
    """A source or a name of the plan cannot bring a link, a tag or a table cell into the report."""
    report = qinghe()
    evil = report.assessment.targets.with_columns(
        latest_source=polars.lit("[x](http://a.b) <img src=1> | `c`"), name=polars.lit("# *n* |")
    )
    changed = Report(dataclasses.replace(report.assessment, targets=evil), report.plan, "zh")
    text = written(changed, "markdown").decode()
    assert not re.search(r"(?<!\\)\]\(|(?<!\\)<img|(?<!\\)`c", text)
    assert "\\*n\\*" in text
