"""`milepost score` and `milepost cite`: a plan against its gold, and a reference for one of its items."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from milepost.plans.files import load_plan
from running import Milepost


def gold_of(plan_file: Path, path: Path, **changes: object) -> Path:
    """A golden file of the plan's two commitments; `changes` are made to the first row."""
    plan = load_plan(plan_file)
    rows = [
        {
            "value_span": list(row.value_span), "span": list(row.span), "value": row.target.value,
            "unit": row.target.unit, "comparator": row.target.comparator, "kind": row.target.kind,
            "subject": row.subject, "by": row.target.by, "certainty": row.target.certainty,
        }
        for row in plan.commitments
    ]  # fmt: skip
    rows[0] |= changes
    path.write_text(json.dumps({"text_sha256": plan.document.text_sha256, "rows": rows}), encoding="utf-8")
    return path


def test_a_right_reading_scores_one(milepost: Milepost, plan_file: Path, tmp_path: Path) -> None:
    """Where reading and gold agree every measure is 1; the kind is told by the file's name."""
    finished = milepost("score", plan_file, gold_of(plan_file, tmp_path / "small.commitments.json"), "--format", "json")
    assert finished.code == 0
    told = json.loads(finished.out)
    assert (told["kind"], told["recall"], told["precision"], told["f1"]) == ("commitments", 1, 1, 1)
    assert set(told["fields"].values()) == {1}


def test_a_difference_is_counted_and_listed(milepost: Milepost, plan_file: Path, tmp_path: Path) -> None:
    """A field that disagrees lowers its own measure, a value that disagrees is missed and extra."""
    path = gold_of(plan_file, tmp_path / "gold.json", comparator="le")
    told = json.loads(milepost("score", plan_file, path, "--kind", "commitments", "--format", "json", "--rows").out)
    assert (told["recall"], told["fields"]["comparator"], told["fields"]["unit"]) == (1, 0.5, 1)
    assert told["differs"][0]["field"] == "comparator"
    path = gold_of(plan_file, tmp_path / "gold.json", value=99)
    told = json.loads(milepost("score", plan_file, path, "--kind", "commitments", "--format", "json", "--rows").out)
    assert (told["recall"], told["precision"], len(told["missed"]), len(told["extra"])) == (0.5, 0.5, 1, 1)


def test_fields_that_the_gold_leaves_out_are_not_measured(milepost: Milepost, plan_file: Path, tmp_path: Path) -> None:
    """A gold with nothing but places, values and subjects is enough."""
    plan = load_plan(plan_file)
    rows = [
        {"value_span": list(row.value_span), "value": row.target.value, "subject": row.subject}
        for row in plan.commitments
    ]
    path = tmp_path / "gold.json"
    path.write_text(json.dumps({"kind": "commitments", "rows": rows}), encoding="utf-8")
    told = json.loads(milepost("score", plan_file, path, "--format", "json").out)
    assert told["fields"] == {"subject": 1}


def test_the_measures_are_shown_as_a_table(milepost: Milepost, plan_file: Path, tmp_path: Path) -> None:
    """Without a format the measures stand in a table, each with the rows behind it."""
    out = milepost("score", plan_file, gold_of(plan_file, tmp_path / "a.commitments.json"), "--rows").out
    assert "recall" in out
    assert "2 of 2" in out
    assert "certainty right" in out


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        ("", 3, "this is no golden file"),
        ("[1]", 3, "this is no golden file"),
        ('{"rows": [1]}', 3, "row 1: this is no row"),
        ('{"rows": [{"value": 1, "subject": "a"}]}', 3, "'value_span'"),
        ('{"rows": [{"value": 1, "subject": "a", "value_span": [5, 2]}]}', 3, "no place in the text; found [5, 2]"),
        ('{"rows": [{"value": 1, "subject": "a", "value_span": [0, 99999]}]}', 3, "no place in the text"),
        ('{"rows": [], "text_sha256": "00"}', 2, "about another text"),
        ('{"rows": [], "kind": "wishes"}', 2, "of which kind are the rows?; found 'wishes'"),
    ],
)
def test_a_gold_that_does_not_fit_is_named(
    milepost: Milepost, plan_file: Path, tmp_path: Path, content: str, code: int, said: str
) -> None:
    """A file that is no gold, a row that is not whole, another text: each is told with its place."""
    path = tmp_path / "gold.commitments.json"
    path.write_text(content)
    finished = milepost("score", plan_file, path)
    assert (finished.code, said in finished.err) == (code, True), finished


def test_an_item_is_cited(milepost: Milepost, plan_file: Path) -> None:
    """A reference has the plan's title, its first year as an estimate, the section path and the words."""
    identity = load_plan(plan_file).commitments[0].id
    assert milepost("cite", identity, plan_file).out == (
        "青川地区国民经济和社会发展第十四个五年规划纲要[R]. [2021]. 目标 › 主要目标. “森林覆盖率达到22%以上”.\n"
    )
    bibtex = milepost("cite", identity, plan_file, "--style", "bibtex").out
    assert bibtex.startswith("@misc{plan-")
    assert "“森林覆盖率达到22\\%以上”" in bibtex


def test_a_page_is_cited_where_there_are_pages(milepost: Milepost, project: Path, tmp_path: Path) -> None:
    """An item of a PDF is cited with the number of its page."""
    milepost("compile", project / "examples" / "qinghe" / "qinghe.pdf", "-o", tmp_path / "plan.json")
    plan = load_plan(tmp_path / "plan.json")
    row = plan.commitments[-1]
    (page,) = [page.number for page in plan.document.pages if page.span.start <= row.span.start < page.span.end]
    assert f"[2021]:{page}. " in milepost("cite", row.id, tmp_path / "plan.json").out


def test_an_unknown_item_is_wrong_use(milepost: Milepost, plan_file: Path) -> None:
    """An id that the plan does not have is told."""
    finished = milepost("cite", "c000", plan_file)
    assert (finished.code, "no item of that id; found 'c000'" in finished.err) == (2, True)
