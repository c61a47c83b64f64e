"""Sentences on targets: every kind, status, obstacle, reason and doubt has its words in both languages."""

from __future__ import annotations

import re
import time
from itertools import product
from typing import Any, get_args

import polars
import pytest

from assessed_support import PLAIN, qinghe, teller
from milepost.assessments.doubts import DOUBTS
from milepost.assessments.model import STATUSES
from milepost.assessments.policy import NATIONAL
from milepost.assessments.reasons import REASONS
from milepost.assessments.result import ASSESSED, Assessment
from milepost.assessments.sentences import sentence, sentences
from milepost.assessments.table import METHODS, method_named
from milepost.checks.model import Tongue
from milepost.pathways.model import Measure
from milepost.pathways.obstacles import OBSTACLES
from milepost.plans.model import Comparator, TargetKind

CHINESE = re.compile("[\u2e80-\u9fff\uff00-\uffef，。；：（）、]")
QUOTED = re.compile("“[^”]*”")
BROKEN = re.compile(r"None|\bnan\b|\binf\b|[{}]|\(\)|（）|，，|，。|；。|, ,|,\.|: ;|  ")

BY_MEASURE: dict[str, dict[str, Any]] = {
    "value": {},
    "change": {"kind": "cumulative", "value": 0.05, "goal": 0.05, "current": 0.03, "expected": 0.02},
    "sum": {
        "kind": "cumulative", "unit": "万人次", "unit_code": "person", "unit_factor": 1e4, "value": 105000.0,
        "goal": 105000.0, "current": 63000.0, "latest": 21000.0, "latest_unit": "person", "expected": 60000.0,
        "baseline": 20000.0, "base": 0.0, "pace": 21000.0, "pace_needed": 21000.0, "still_needed": 42000.0,
    },
    "index": {
        "kind": "annual_growth", "value": 0.07, "goal": 1.4026, "current": 1.19, "latest": 0.064, "scale": "log",
        "base": 1.0, "baseline": None, "expected": 1.225, "pace": 0.06, "pace_needed": 0.084, "still_needed": 0.18,
    },
    "reduction": {
        "kind": "cumulative", "value": 0.135, "goal": 0.865, "current": 0.927, "latest": 0.03, "scale": "log",
        "base": 1.0, "baseline": None, "expected": 0.917, "pace": -0.025, "pace_needed": -0.034, "wanted": -1,
        "still_needed": -0.067,
    },
    "worst": {"kind": "every_year", "form": "hold", "comparator": "ge", "held_worst": 0.51, "held_worst_time": 2021.0},
    "margin": {"kind": "deferred", "form": "hold", "value": None, "goal": 0.0, "current": -0.004, "way": None},
    "ratio": {
        "kind": "relative", "form": "relation", "value": None, "goal": 1.0, "current": 1.012, "lead": 0.004,
        "relative_to": "gdp_growth", "relative_comparator": "gt", "base": 1.0, "way": None,
    },
}  # fmt: skip
"""What a row of each measure has in place of the plain one's."""


def told(tongue: Tongue, **changed: Any) -> str:
    """The sentence on the plain row with some columns changed."""
    return sentence(teller(tongue, **changed))


def assert_sound(zh: str, en: str) -> None:
    """Both are whole sentences, and the English one in English."""
    assert zh.endswith("。"), zh
    assert en.endswith("."), en
    assert not BROKEN.search(zh), zh
    assert not BROKEN.search(QUOTED.sub("“”", en)), en
    assert not CHINESE.search(QUOTED.sub("", en)), en
    for text in (zh, en):
        assert not re.search(r"\d\.\d{7}", text), text


def test_the_tables_of_the_test_are_whole() -> None:
    """Every measure of targets is among those that are tried."""
    assert set(BY_MEASURE) == set(get_args(Measure))


@pytest.mark.parametrize("measure", sorted(BY_MEASURE))
@pytest.mark.parametrize("status", STATUSES)
def test_every_measure_with_every_status_is_said(measure: str, status: str) -> None:
    """With and without a value, a baseline, time left: there are words in both languages."""
    national = {"reached": "early", "on_track": "faster"}.get(status, "behind" if status in STATUSES[:5] else None)
    for due, has_base, has_value in product((False, True), repeat=3):
        row = BY_MEASURE[measure] | {"measure": measure, "status": status, "national": national, "due": due}
        row |= {"met": status == "reached", "label": None, "reason": None if national else "no_series"}
        if not has_base:
            row |= dict.fromkeys(("baseline", "base", "base_time", "way", "time", "pace", "pace_needed", "lead"))
        if not has_value:
            row |= dict.fromkeys(("latest", "current", "current_time", "way", "pace", "pace_needed", "still_needed"))
            row["lead"] = None
        if (has_value and has_base) or status not in STATUSES[:5]:
            assert_sound(told("zh", **row), told("en", **row))


@pytest.mark.parametrize("kind", get_args(TargetKind))
@pytest.mark.parametrize("comparator", get_args(Comparator))
def test_every_kind_with_every_comparator_is_said(kind: str, comparator: str) -> None:
    """A range names both ends, a bound says so."""
    for measure, of_measure in BY_MEASURE.items():
        row = of_measure | {"measure": measure, "kind": kind, "comparator": comparator}
        if comparator == "range" and row.get("value", 0.55) is not None:
            row["value_high"] = row.get("value", 0.55) * 1.1
        assert_sound(told("zh", **row), told("en", **row))


@pytest.mark.parametrize("code", [*OBSTACLES, *REASONS])
def test_every_obstacle_and_reason_is_said(code: str) -> None:
    """A target without a rating says why, in the words of its code."""
    obstacle = code if code in OBSTACLES else None
    for status in ("no_data", "not_assessable"):
        row: dict[str, Any] = {"status": status, "reason": code, "obstacle": obstacle, "method": None, "label": None}
        row |= {"national": None, "value": None if obstacle else 0.55}
        zh, en = told("zh", **row), told("en", **row)
        assert_sound(zh, en)
        words = OBSTACLES.get(code) or REASONS[code]
        assert words.zh in zh
        assert words.en in en


def test_a_basis_that_differs_is_shown_on_both_sides() -> None:
    """Whose basis is which."""
    row = {"status": "not_assessable", "reason": "basis_differs", "national": None}
    row |= {"basis": ["resident_population"], "series_basis": ["registered_population"]}
    assert "统计口径（户籍人口）与规划口径（常住人口）不同，不可评估" in told("zh", **row)
    assert_sound(told("zh", **row), told("en", **row))


@pytest.mark.parametrize("code", DOUBTS)
def test_every_doubt_is_said(code: str) -> None:
    """Behind the verdict, with its figures where there are any."""
    figures = {"base_observed": 0.5909, "rival_low": 0.52, "rival_high": 0.53, "latest_status": "preliminary"}
    bare = told("zh"), told("en")
    for extra in (figures, {"latest_status": "preliminary"}):
        zh, en = told("zh", doubts=[code], **extra), told("en", doubts=[code], **extra)
        assert_sound(zh, en)
        assert (zh, en) != bare


@pytest.mark.parametrize("method", METHODS)
def test_every_method_can_lead(method: str) -> None:
    """Whatever its class is called, and in whichever form of target."""
    for (label, (_, status)), form in product(method_named(method).labels.items(), ("path", "hold", "relation")):
        row = {"method": method, "label": label, "status": status, "form": form, "national": None}
        assert_sound(told("zh", **row), told("en", **row))


def test_every_national_word_is_said() -> None:
    """What lags is said by its status, which says how far; own words of the settings come before both."""
    for code in NATIONAL:
        assert_sound(told("zh", national=code), told("en", national=code))
    assert "明显滞后" in told("zh", status="off_track", national="behind")
    assert "红灯" in sentence(teller("zh", status="off_track", national="behind"), {"off_track": ("红灯", "red")})


def test_on_the_way() -> None:
    """Latest value with period and source, change, both shares, target, what was due, verdict, paces."""
    assert told("zh") == (
        "常住人口城镇化率：2023年为53.2%（来源：2023年统计公报），较2020年的50%提高3.2个百分点，完成目标任务的64%"
        "（时间已过60%），2025年目标为55%，按进度应为53%，基本符合预期，余下2年年均须提高0.9个百分点"
        "（此前年均提高1.07个百分点）。"
    )
    assert told("en").startswith(
        "Urbanization rate (“常住人口城镇化率”): 53.2% in 2023 (source: “2023年统计公报”), up 3.2 percentage points "
    )


def test_reached_early_though_the_baseline_is_contradicted() -> None:
    """The status, and at once what makes it doubtful, with both figures."""
    row = {"status": "reached", "national": "early", "met": True, "latest": 0.6218, "current": 0.6218, "early": True}
    assert told("zh", **row, doubts=["baseline_contradicted"], base_observed=0.5909) == (
        "常住人口城镇化率：2023年为62.18%（来源：2023年统计公报），已超过2025年55%的目标，提前实现；"
        "但规划基期50%与统计2020年59.09%不符，须先核对口径。"
    )


def test_a_share_is_said_in_percent() -> None:
    """Never as it is stored."""
    for tongue, status in product(get_args(Tongue), STATUSES):
        assert not re.search(r"\b0\.[0-9]", QUOTED.sub("", told(tongue, status=status, pace=0.02)).replace("0.9", ""))


def test_figures_stand_in_the_plans_unit_with_the_digits_of_the_source() -> None:
    """10.5万 stays 10.5万; in English it becomes 105,000; no figure has more digits than it can bear."""
    row = BY_MEASURE["sum"] | {"measure": "sum"}
    assert "2021—2023年累计6.3万人次，其中2023年为2.1万人次" in told("zh", **row)
    assert "目标为累计10.5万人次" in told("zh", **row)
    assert "63,000 people in all from 2021 to 2023" in told("en", **row)


def test_growth_and_reduction_are_said_as_what_they_are() -> None:
    """Average growth against average growth; a cumulative fall against a cumulative fall, never an index."""
    growth = told("zh", **BY_MEASURE["index"], measure="index")
    assert "2021—2023年年均增长6%，其中2023年为6.4%" in growth
    assert "2021—2025年目标为年均增长7%" in growth
    assert "余下2年年均须增长8.4%" in growth
    fall = told("zh", **BY_MEASURE["reduction"], measure="reduction")
    assert "2021—2023年累计下降7.3%" in fall
    assert "年均须下降3.4%" in fall


def test_who_owes_the_number_is_named() -> None:
    """By the department that publishes the concept; of what no concept is known for, whoever is responsible."""
    row = {"status": "no_data", "reason": "no_series", "latest": None, "current": None, "national": None}
    assert "须由统计部门提供" in told("zh", **row)
    assert "须由责任单位提供" in told("zh", **row, concept=None)


def test_a_part_of_the_year_is_no_year() -> None:
    """A running total says how far it runs."""
    assert "2024年1—9月为53.2%" in told("zh", latest_period_kind="year_to_date", latest_period="2024-09")


def test_a_region_is_named_where_it_is_not_the_plans_own() -> None:
    """And not twice where the name begins with it."""
    away = teller("zh", region="654201", region_name="塔城市")
    assert sentence(away).startswith("常住人口城镇化率")
    parts = type(away)(away.row, "zh", away.names, "654200")
    assert sentence(parts).startswith("塔城市常住人口城镇化率：")


def test_every_sentence_of_the_example_is_sound() -> None:
    """All targets of the example plan, whatever became of them."""
    report = qinghe()
    pairs = zip(report.sentences_in("zh"), report.sentences_in("en"), strict=True)
    for zh, en in pairs:
        assert_sound(zh, en)


def test_five_thousand_sentences_take_a_second() -> None:
    """In one language, of the processor's time."""
    rows = polars.DataFrame([dict.fromkeys(ASSESSED) | PLAIN] * 5000, schema=ASSESSED, orient="row", strict=False)
    whole = qinghe().assessment
    many = Assessment(
        whole.as_of, "internal", rows, whole.gate, whole.disagreements, whole.matches, {}, lambda: whole.evidence
    )
    start = time.process_time()
    assert len(set(sentences(many, "zh"))) == 1
    assert time.process_time() - start < 1
