"""What holds for every finding on data: its cases, its explanation, its words, and that it copes with anything."""

from __future__ import annotations

import re
from collections import Counter

import polars
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from milepost.checks.model import SEVERITIES
from milepost.observations.inspection import Dataset, FindingModule
from milepost.observations.model import BOUNDS, SCHEMA, SOURCE_KINDS, STATUSES, empty
from milepost.observations.run import check_observations, checked_observations, finding_modules
from observations_support import faults_rows, marked_rows, plan_of, table_of

MODULES = finding_modules()
HEADINGS = ["查什么", "为什么要紧", "What it checks", "Why it matters"]
HAN = re.compile("[\u4e00-\u9fff]")

every_finding = pytest.mark.parametrize("module", MODULES, ids=lambda module: f"{module.RULE.code}-{module.RULE.name}")


def cases(kind: str) -> list[object]:
    """Every table of one kind of all findings, as parameters."""
    return [
        pytest.param(module, text, id=f"{module.RULE.code}-{number}")
        for module in MODULES
        for number, text in enumerate(getattr(module, kind), start=1)
    ]


@pytest.mark.parametrize(("module", "text"), cases("FINDS"))
def test_a_finding_rests_on_the_rows_that_its_cases_mark(module: FindingModule, text: str) -> None:
    """In each table of FINDS the faults rest on the marked rows and on no others."""
    assert marked_rows(text)
    assert faults_rows(module, text) == marked_rows(text)


@pytest.mark.parametrize(("module", "text"), cases("PASSES"))
def test_a_finding_leaves_alone_what_is_right(module: FindingModule, text: str) -> None:
    """In each table of PASSES nothing is found."""
    assert faults_rows(module, text) == set()


@every_finding
def test_a_finding_has_cases_of_both_kinds(module: FindingModule) -> None:
    """A finding has a table that it finds a fault in, and two or more that it must leave alone."""
    assert module.FINDS
    assert len(module.PASSES) >= 2


@every_finding
def test_a_finding_explains_itself_under_the_fixed_headings(module: FindingModule) -> None:
    """The docstring of a finding has the four headings in their order, with a text under each."""
    parts = re.split(r"^## (.+)$", module.__doc__ or "", flags=re.MULTILINE)
    headings = parts[1::2]
    assert headings[:4] == HEADINGS
    assert set(headings[4:]) <= {"References"}
    assert all(part.strip() for part in parts)


@every_finding
def test_a_finding_says_everything_in_both_languages(module: FindingModule) -> None:
    """Title and advice are there in Chinese and in English, the English without Chinese."""
    rule = module.RULE
    assert rule.severity in SEVERITIES
    for words in (rule.title, rule.advice, *(each.meaning for each in rule.parameters)):
        assert HAN.search(words.zh)
        assert words.en
        assert not HAN.search(words.en)


@pytest.mark.parametrize(("module", "text"), cases("FINDS"))
def test_a_message_is_whole_in_both_languages(module: FindingModule, text: str) -> None:
    """No message shows a null, a nan or a column's name, and the English one has Chinese only in what it quotes."""
    plan = plan_of(module.PLAN) if module.PLAN else None
    for fault in module.find(Dataset.of(table_of(text), plan)):
        assert not re.search(r"None|nan|null|\[|\{|_", fault.message.zh + fault.message.en)
        units = "亿元|万元|万人|人|亿斤|万吨|元|亿美元|吨"
        bare = re.sub(rf"'[^']*'|\([^)]*\)|(?:{units})\b", "", fault.message.en)
        if "names" not in module.RULE.name and not HAN.search(bare):
            continue
        assert HAN.search(fault.message.zh)


def test_codes_names_and_files_go_together() -> None:
    """Codes are OB01, OB02 … in the order of the table, and a finding's name is its file's."""
    codes = [module.RULE.code for module in MODULES]
    assert codes == [f"OB{number:02}" for number in range(1, len(codes) + 1)]
    for module in MODULES:
        assert module.RULE.name.replace("-", "_") == getattr(module, "__name__", "").rpartition(".")[2]


WORD = st.sampled_from(
    ["地区生产总值", "常住人口", "城镇人口", "第一产业占比", "forest cover", "x", "", "常住人口城镇化率"]
)
NUMBER = st.one_of(st.none(), st.floats(allow_nan=True, allow_infinity=True), st.integers(-10, 1000).map(float))
ROW = st.fixed_dictionaries(
    {
        "indicator": WORD,
        "region": st.sampled_from(["654200", "654201", "", "D1"]),
        "region_name": st.sampled_from([None, "塔城市", ""]),
        "period_kind": st.sampled_from(["year", "year_to_date", "quarter", "half_year", "month", "bad", ""]),
        "period": st.sampled_from(["2019", "2020", "2021", "2022", "2023", "2023-09", "2023-Q2", "2023-H1", "bad", ""]),
        "value": NUMBER,
        "unit": st.sampled_from([None, "", "%", "亿元", "人", "万人", "nonsense"]),
        "bound": st.sampled_from([None, *BOUNDS]),
        "status": st.sampled_from([None, *STATUSES]),
        "source": st.sampled_from([None, "甲", "b"]),
        "source_kind": st.sampled_from([None, *SOURCE_KINDS]),
        "url": st.none(),
        "vintage": st.sampled_from([None, "2021-05-01", "bad"]),
        "basis": st.sampled_from([None, "当年价", "含兵团"]),
        "access": st.none(),
        "confidence": st.none(),
        "growth_percent": NUMBER,
        "note": st.none(),
    }
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ROW, max_size=25))
def test_no_finding_fails_on_any_rows(rows: list[dict[str, object]]) -> None:
    """Whatever stands in the rows, no finding fails inside, and each of its findings has rows, words and its own id."""
    plans = [module.PLAN for module in MODULES if module.PLAN]
    checked = checked_observations(polars.DataFrame(rows, schema=SCHEMA), plan_of(plans[0]))
    assert checked.failures == ()
    assert all(finding.rows and finding.message.zh and finding.message.en for finding in checked.findings)
    assert max(Counter(finding.id for finding in checked.findings).values(), default=1) == 1


def test_an_empty_table_has_no_findings() -> None:
    """Without rows nothing is found."""
    assert check_observations(empty()) == ()


def test_ids_stay_when_other_rows_are_added() -> None:
    """The id of a finding is the same when rows of another series are put before and behind."""
    text = next(module for module in MODULES if module.RULE.code == "OB05").FINDS[0]
    rows = table_of(text)
    other = table_of("indicator,region,period_kind,period,value,unit,source\n粮食产量,654299,year,2020,1.5,万吨,甲\n")
    before = {finding.id for finding in check_observations(rows)}
    after = {finding.id for finding in check_observations(polars.concat([other, rows, other.clear()]))}
    assert before
    assert before <= after
