"""Checking a plan: every rule is heard, findings are in order and keep their ids, and settings hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

import milepost
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Words
from milepost.checks.run import RuleFailed, check_plan, checked_plan
from milepost.checks.settings import Settings, Suppression
from milepost.checks.table import CHECKS
from milepost.kernel.errors import UsageError
from milepost.kernel.span import Span
from milepost.plans.files import decode, encode
from milepost.plans.model import Plan

TEXT = "第一章  总体要求\n坚持稳中求进。\n第三章  主要任务\n抓好落实。\n"
ONE = Settings(select=("LA01",))

Check = Callable[[Inspection], Iterator[Fault]]


@pytest.fixture
def plan() -> Plan:
    """A plan in which a heading is missing."""
    return milepost.read_text(TEXT, "zh")


def fails(_: Inspection) -> Iterator[Fault]:
    """A rule that finds something and then fails."""
    yield Fault(Words("一", "one"), (Span(0, 1),))
    raise ValueError("inside")


def test_findings_rest_on_the_text(plan: Plan) -> None:
    """Code, name, severity, messages, advice, and places whose quotes are the characters of the text."""
    (found,) = check_plan(plan, ONE)
    assert (found.code, found.name, found.severity) == ("LA01", "number-missing", "error")
    assert [each.quote for each in found.evidence] == ["第一章  总体要求", "第三章  主要任务"]
    assert all(each.span.of(TEXT) == each.quote for each in found.evidence)
    assert found.id.startswith("LA01-")


def test_a_rule_that_fails_hides_no_other(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its failure is told with its code, its half-made findings are dropped, the others are there."""
    monkeypatch.setitem(CHECKS, "LA02", fails)
    checked = checked_plan(plan, Settings(select=("LA01", "LA02")))
    assert [found.code for found in checked.findings] == ["LA01"]
    assert [(failure.code, failure.error) for failure in checked.failures] == [("LA02", "ValueError: inside")]
    with pytest.warns(RuleFailed, match="LA02"):
        assert len(check_plan(plan, Settings(select=("LA01", "LA02")))) == 1


def test_suppressed_findings_are_set_aside_with_their_reasons(plan: Plan) -> None:
    """And a suppression that no finding answers to is stale."""
    (found,) = check_plan(plan, ONE)
    suppressions = (Suppression(found.id, "原文如此"), Suppression("LA01-00000000", "旧"))
    checked = checked_plan(plan, Settings(select=("LA01",), suppressions=suppressions))
    assert checked.findings == ()
    assert checked.suppressed == ((found, "原文如此"),)
    assert checked.stale == ("LA01-00000000",)


def test_the_stage_decides_what_to_do(plan: Plan) -> None:
    """A draft is mended, an adopted plan gets an erratum; the finding is the same."""
    (draft,) = check_plan(plan, ONE)
    (adopted,) = check_plan(plan, Settings(select=("LA01",), stage="adopted"))
    assert draft.id == adopted.id
    assert "找回丢失的标题" in draft.help.zh
    assert "勘误" in adopted.help.zh


def test_severities_can_be_set(plan: Plan) -> None:
    """By the code of the rule."""
    (found,) = check_plan(plan, Settings(select=("LA01",), severities={"LA01": "info"}))
    assert found.severity == "info"


def test_an_id_stays_when_the_document_changes_elsewhere(plan: Plan) -> None:
    """Text before and blanks inside do not matter; of two alike each has its own."""
    (found,) = check_plan(plan, ONE)
    moved = milepost.read_text("某某规划\n\n" + TEXT.replace("一章  总", "一章 总"), "zh")
    assert [each.id for each in check_plan(moved, ONE)] == [found.id]
    twice = milepost.read_text(f"第一篇  上\n{TEXT}第二篇  下\n{TEXT}", "zh")
    ids = [each.id for each in check_plan(twice, ONE)]
    assert len(set(ids)) == len(ids) == 2


def test_faults_on_the_same_places_are_one_finding(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings are in the order of the text, and none is told twice."""

    def twice(_: Inspection) -> Iterator[Fault]:
        for at in (5, 0, 5):
            yield Fault(Words("甲", "a"), (Span(at, at + 2),))

    monkeypatch.setitem(CHECKS, "LA01", twice)
    assert [found.evidence[0].span.start for found in check_plan(plan, ONE)] == [0, 5]


def test_a_plan_without_its_text_cannot_be_checked(plan: Plan) -> None:
    """The message names how such a file comes about."""
    bare = decode(encode(plan, facts_only=True))
    with pytest.raises(UsageError, match="--facts-only"):
        check_plan(bare)
