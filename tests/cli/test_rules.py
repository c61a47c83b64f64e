"""`milepost rules`: the list of rules, and the explanation of one."""

from __future__ import annotations

import json

import pytest

from milepost.checks.table import MODULES, RULES
from running import Milepost


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_rules_are_listed(milepost: Milepost, language: str) -> None:
    """Every rule with its code, name and title, and how many there are."""
    finished = milepost("rules", "--language", language)
    assert (finished.code, finished.err) == (0, "")
    for rule in RULES:
        assert rule.code in finished.out
        assert rule.name in finished.out
        assert rule.title.of("zh" if language == "zh" else "en")[:20] in finished.out
    assert str(len(RULES)) in finished.out.splitlines()[-1]


@pytest.mark.parametrize("called", ["LA01", "number-missing"])
def test_one_rule_is_explained(milepost: Milepost, called: str) -> None:
    """By code or name: what it checks, why, what to do on a draft and on an adopted plan, and two examples."""
    shown = milepost("rules", called).out
    for part in ("查什么", "为什么要紧", "草案怎么改", "已批准的规划怎么办", "⟦第一章  总体要求⟧", "不报告"):
        assert part in shown
    english = milepost("rules", called, "--language", "en").out
    for part in ("What it checks", "Why it matters", "publish an erratum", "Not found in"):
        assert part in english
    assert "查什么" not in english


def test_a_family_is_listed(milepost: Milepost) -> None:
    """Only its rules."""
    shown = milepost("rules", "layout").out
    assert "LA01" in shown
    assert "TA01" not in shown


def test_rules_for_programs(milepost: Milepost) -> None:
    """JSON has everything in both languages, for every rule."""
    content = json.loads(milepost("rules", "--format", "json").out)
    assert [each["code"] for each in content] == [rule.code for rule in RULES]
    for each in content:
        for words in (each["title"], each["what"], each["why"], each["draft"], each["adopted"]):
            assert words["zh"]
            assert words["en"]


def test_rules_for_a_page(milepost: Milepost) -> None:
    """Markdown has a heading for each rule."""
    shown = milepost("rules", "--format", "markdown", "--language", "en").out
    assert shown.count("\n## ") + shown.startswith("## ") == len(MODULES)


def test_parameters_are_shown_with_their_bounds(milepost: Milepost) -> None:
    """A rule with numbers that settings may change says which, and from where to where."""
    rule = next((rule for rule in RULES if rule.parameters), None)
    if rule is None:
        return
    shown = milepost("rules", rule.code, "--language", "en").out
    assert rule.parameters[0].name in shown
    assert f"from {rule.parameters[0].low:g} to {rule.parameters[0].high:g}" in shown


def test_an_unknown_rule_is_wrong_use(milepost: Milepost) -> None:
    """Exit code 2, and the message names what there is."""
    finished = milepost("rules", "XX99")
    assert finished.code == 2
    assert "layout" in finished.err
