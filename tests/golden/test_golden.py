"""Real plans are read as people read them: measures of every kind of item against the golden annotations."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from milepost.plans.model import Plan
from milepost.plans.run import compile_plan
from scoring import (
    COMMITMENT_FIELDS,
    FACT_FIELDS,
    Row,
    Score,
    box_row,
    commitment_row,
    compare,
    compare_projects,
    fact_row,
    indicator_rows,
    project_row,
    section_row,
)

FOLDER = Path(__file__).parent
SEED = "seed/tacheng-14th-fyp.txt"
OTHERS = {
    "zhejiang-report-2025": "data/plans/zhejiang-report-2025.docx",
    "gansu-report-2025": "data/plans/gansu-report-2025.docx",
    "jiangxi-report-2025": "data/plans/jiangxi-report-2025.docx",
    "national-11th": "data/plans/national-11th.txt",
    "national-12th": "data/plans/national-12th.txt",
}


@cache
def plan_of(path: Path) -> Plan:
    """The plan that a real document holds."""
    return compile_plan(path)


def gold(name: str, plan: Plan) -> list[Row]:
    """The golden rows of that name, after checking that they were written for the same characters."""
    content = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert content["text_sha256"] == plan.document.text_sha256, f"{name}: annotated on another text"
    rows: list[Row] = content["rows"]
    return rows


def commitments(path: Path, name: str) -> Score:
    """How the commitments of a document agree with the gold."""
    plan = plan_of(path)
    return compare([commitment_row(row) for row in plan.commitments], gold(name, plan), COMMITMENT_FIELDS)


def told(score: Score, name: str = "") -> str:
    """What a person must look at when a measure falls short."""
    wrong = score.fields.get(name, [])
    if name:
        return "\n".join(f"{row[name]!r}, gold {golden[name]!r}: {golden}" for row, golden in wrong)
    missed = [f"missed: {row}" for row in score.missed]
    return "\n".join(missed + [f"not in the gold: {row}" for row in score.extra])


@pytest.fixture
def seed(real_plans: Path) -> Path:
    """The real plan that is annotated in full."""
    return real_plans / SEED


def test_recall_of_commitments(seed: Path) -> None:
    """At least 98 of 100 promised figures are found."""
    score = commitments(seed, "tacheng.commitments")
    assert score.recall >= 0.98, told(score)


def test_precision_of_commitments(seed: Path) -> None:
    """At least 97 of 100 rows read as promises are promises."""
    score = commitments(seed, "tacheng.commitments")
    assert score.precision >= 0.97, told(score)


@pytest.mark.parametrize(
    ("name", "least"),
    [("unit", 0.98), ("comparator", 0.97), ("kind", 0.95), ("subject", 0.95), ("by", 0.95), ("certainty", 0.95)],
)
def test_fields_of_commitments(seed: Path, name: str, least: float) -> None:
    """What a promise measures, how, by when and how firmly is read as a person reads it."""
    score = commitments(seed, "tacheng.commitments")
    assert score.right(name) >= least, told(score, name)


def test_facts(seed: Path) -> None:
    """Figures about the past and present are found, and no others: F1 of at least 0.95."""
    plan = plan_of(seed)
    score = compare([fact_row(row) for row in plan.facts], gold("tacheng.facts", plan), FACT_FIELDS)
    assert score.f1 >= 0.95, told(score)


def test_headings(seed: Path) -> None:
    """Every heading is found with level, number, title and place, and no other line is one."""
    plan = plan_of(seed)
    assert [section_row(row) for row in plan.sections] == gold("tacheng.sections", plan)


def test_boxes(seed: Path) -> None:
    """Every box is found with number, title and place, and no mention of one."""
    plan = plan_of(seed)
    assert [box_row(row) for row in plan.boxes] == gold("tacheng.boxes", plan)


@pytest.mark.parametrize(
    "cell",
    ["number", "printed_number", "group", "name", "unit", "category", "attribute", "baseline", "target", "cumulative",
     "span"],
)  # fmt: skip
def test_indicator_table(seed: Path, cell: str) -> None:
    """Every cell of the headline table is read as it is printed."""
    plan = plan_of(seed)
    rows, golden = indicator_rows(plan.indicators), gold("tacheng.indicators", plan)
    assert [(row["name"], row[cell]) for row in rows] == [(row["name"], row[cell]) for row in golden]


def test_no_cell_of_the_table_is_read_as_running_text(seed: Path) -> None:
    """The headline table gives indicators only: no commitment and no fact stands inside it."""
    plan = plan_of(seed)
    rows = gold("tacheng.indicators", plan)
    first, last = rows[0]["span"][0], rows[-1]["span"][1]
    places = [row.value_span for row in plan.commitments] + [row.value_span for row in plan.facts]
    assert [place for place in places if first <= place.start < last] == []


def test_projects(seed: Path) -> None:
    """Projects in boxes are found under their own names, and nothing else is one: F1 of at least 0.98."""
    plan = plan_of(seed)
    score = compare_projects([project_row(row) for row in plan.projects], gold("tacheng.projects", plan))
    assert score.f1 >= 0.98, told(score)


@pytest.mark.parametrize(
    ("name", "least"), [("box", 1.0), ("group", 0.97), ("region", 0.97), ("regions", 0.97), ("quantities", 0.97)]
)
def test_fields_of_projects(seed: Path, name: str, least: float) -> None:
    """A project's box, group, place and size are read from its own words."""
    plan = plan_of(seed)
    score = compare_projects([project_row(row) for row in plan.projects], gold("tacheng.projects", plan))
    assert score.right(name) >= least, told(score, name)


@pytest.mark.parametrize("name", OTHERS)
def test_commitments_of_other_plans(real_plans: Path, name: str) -> None:
    """Promises of national plans and of yearly reports of provinces are found: F1 of at least 0.93 in each."""
    score = commitments(real_plans / OTHERS[name], f"{name}.commitments")
    assert score.f1 >= 0.93, told(score)


@pytest.mark.parametrize("field", ["unit", "comparator", "kind", "subject", "by", "certainty"])
@pytest.mark.parametrize("name", OTHERS)
def test_fields_of_commitments_of_other_plans(real_plans: Path, name: str, field: str) -> None:
    """What those promises measure, how, by when and how firmly is read right in nine rows of ten."""
    score = commitments(real_plans / OTHERS[name], f"{name}.commitments")
    assert score.right(field) >= 0.9, told(score, field)
