"""What holds for every rule of the table: its cases, its explanation, its places, and that it copes with anything."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from checks_support import faults, marked, plan_of_case, quotes
from milepost.checks.inspection import Inspection
from milepost.checks.model import SEVERITIES
from milepost.checks.table import FAMILIES, MODULES, RuleModule, family_of
from milepost.languages.table import LANGUAGES
from milepost.plans.model import Plan
from milepost.plans.run import compile_plan, read_text

ROOT = Path(__file__).parents[2]
RULES_FOLDER = ROOT / "src" / "milepost" / "checks" / "rules"
HEADINGS = ["查什么", "为什么要紧", "What it checks", "Why it matters"]

every_rule = pytest.mark.parametrize("module", MODULES, ids=lambda module: f"{module.RULE.code}-{module.RULE.name}")


def cases(kind: str) -> list[object]:
    """Every text of one kind of all rules, as parameters."""
    return [
        pytest.param(module, text, id=f"{module.RULE.code}-{number}")
        for module in MODULES
        for number, text in enumerate(getattr(module, kind), start=1)
    ]


@pytest.fixture(scope="module")
def example_plan() -> Plan:
    """The plan that ships with the project."""
    return compile_plan(ROOT / "examples" / "qinghe" / "qinghe.txt")


@pytest.mark.parametrize(("module", "text"), cases("FINDS"))
def test_a_rule_finds_what_its_cases_mark(module: RuleModule, text: str) -> None:
    """In each text of FINDS the rule's findings rest on the marked characters and on no others."""
    plan = plan_of_case(text)
    found = faults(module, plan)
    assert found
    assert quotes(found, plan) == marked(text)


@pytest.mark.parametrize(("module", "text"), cases("PASSES"))
def test_a_rule_leaves_alone_what_is_right(module: RuleModule, text: str) -> None:
    """In each text of PASSES the rule finds nothing."""
    assert faults(module, plan_of_case(text)) == []


@every_rule
def test_a_rule_has_cases_of_both_kinds(module: RuleModule) -> None:
    """A rule has a text that it finds a fault in, with marks, and two or more that it must leave alone."""
    assert module.FINDS
    assert all(marked(text) for text in module.FINDS)
    assert len(module.PASSES) >= 2


@every_rule
def test_a_rule_explains_itself_under_the_fixed_headings(module: RuleModule) -> None:
    """The docstring of a rule has the four headings in their order, with a text under each."""
    explanation = module.__doc__ or ""
    parts = re.split(r"^## (.+)$", explanation, flags=re.MULTILINE)
    headings = parts[1::2]
    assert headings[:4] == HEADINGS
    assert set(headings[4:]) <= {"References"}
    assert all(part.strip() for part in parts)


@every_rule
def test_a_rule_says_everything_in_both_languages(module: RuleModule) -> None:
    """Title, advice and messages of a rule are there in Chinese and in English, the English without Chinese."""
    rule = module.RULE
    assert rule.severity in SEVERITIES
    for words in (rule.title, rule.advice, *(each.meaning for each in rule.parameters)):
        assert re.search(r"[\u4e00-\u9fff]", words.zh)
        assert words.en.strip()
        assert not re.search(r"[\u4e00-\u9fff]", words.en)
    for text in module.FINDS:
        for fault in faults(module, plan_of_case(text)):
            assert re.search(r"[\u4e00-\u9fff]", fault.message.zh)
            assert re.search(r"[a-z]", fault.message.en)


@every_rule
def test_a_rule_has_a_code_and_a_name_of_its_own(module: RuleModule) -> None:
    """Codes begin with the letters of the family, and name, file and folder say the same."""
    rule = module.RULE
    family = family_of(rule)
    assert re.fullmatch(rf"{family.letters}\d\d", rule.code)
    assert module.__name__.endswith(f"{family.name}.{rule.name.replace('-', '_')}")  # type: ignore[attr-defined]
    assert Counter(each.RULE.code for each in MODULES)[rule.code] == 1
    assert all(each.low <= each.default <= each.high for each in rule.parameters)


@every_rule
def test_a_rule_rests_on_places_in_the_text(module: RuleModule, example_plan: Plan) -> None:
    """Every finding has one place or more, each lying in the text and none empty, and the same run gives the same."""
    plans = [example_plan, *(plan_of_case(text) for text in module.FINDS)]
    for plan in plans:
        length = len(plan.document.text or "")
        found = faults(module, plan)
        assert found == faults(module, plan)
        for fault in found:
            assert fault.places
            assert all(0 <= place.start < place.end <= length for place in fault.places)


@every_rule
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("text", ["", "\n", "a", "。", "1", "第", "专栏1", "2025年%", "（", "第一章"])
def test_a_rule_copes_with_next_to_nothing(module: RuleModule, code: str, text: str) -> None:
    """A text without anything in it is checked in every language without a fault of ours."""
    for fault in module.check(Inspection.of(read_text(text, code))):
        assert all(place.length for place in fault.places)


def test_every_rule_is_in_the_table_and_on_disk() -> None:
    """Files of checks/rules/ and lines of the table are the same, both ways."""
    on_disk = {(path.parent.name, path.stem) for path in RULES_FOLDER.glob("*/*.py")}
    in_table = {(family.name, member) for family in FAMILIES for member in family.members}
    assert {pair for pair in on_disk if pair[1] != "__init__"} == in_table
