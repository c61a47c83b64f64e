"""Chances in words: every chance with every measure and status, and why chance and status disagree."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest

from assessed_support import qinghe, teller
from milepost.assessments.chance_words import APART, apart, chance_percent, chance_word, outlook
from milepost.assessments.sentences import sentence
from milepost.assessments.showing import together

CHINESE = re.compile("[\u2e80-\u9fff，。；：（）、]")
BROKEN = re.compile(r"None|nan|inf|\(\)|（）|，，|, ,|  ")
MEASURES: dict[str, dict[str, Any]] = {
    "value": {"pace_likely": 0.012, "fastest": 0.013, "last_turn": 2024.0},
    "sum": {"unit": "万人", "unit_code": "person", "unit_factor": 1e4, "pace_likely": 25000.0, "fastest": 30000.0,
            "pace_needed": 21000.0, "still_needed": 42000.0, "latest": 21000.0, "last_turn": None},
    "index": {"kind": "annual_growth", "pace_likely": 0.09, "fastest": 0.08, "last_turn": 2023.0, "scale": "log",
              "pace_needed": 0.08, "still_needed": 0.17, "value": 0.07, "goal": 1.4},
    "reduction": {"pace_likely": -0.05, "fastest": -0.04, "last_turn": 2024.0, "pace_needed": -0.034, "wanted": -1,
                  "still_needed": -0.067, "value": 0.135, "goal": 0.865},
    "worst": {"kind": "every_year", "form": "hold", "comparator": "ge"},
    "ratio": {"kind": "relative", "form": "relation", "relative_to": "gdp_growth", "relative_comparator": "gt",
              "value": None, "goal": 1.0, "current": 1.01, "lead": 0.004, "way": None},
}  # fmt: skip


@pytest.mark.parametrize("measure", sorted(MEASURES))
def test_every_chance_is_said_with_every_status(measure: str) -> None:
    """Whole clauses in both languages, the English one in English, a word before the percentage."""
    statuses = ("reached", "on_track", "at_risk", "off_track", "moving_away")
    for chance, status, met in itertools.product((0.0, 0.15, 0.3, 0.5, 0.7, 0.9, 1.0), statuses, (True, False)):
        told = {"measure": measure, "chance": chance, "status": status, "met": met} | MEASURES[measure]
        zh, en = (outlook(teller(tongue, **told)) for tongue in ("zh", "en"))
        assert bool(zh) == bool(en)
        assert not BROKEN.search(zh), zh
        assert not BROKEN.search(en), en
        assert not CHINESE.search(en), en
        if zh:
            assert zh.index(chance_word(chance, "zh")) < zh.index(chance_percent(chance))


def test_words_are_those_of_the_scale() -> None:
    """把握较大 from 80 %, 五五开 from 40 to 60 %, 把握不大 at 20 % and below."""
    words = {share: chance_word(share, "zh") for share in (0.0, 0.2, 0.21, 0.39, 0.4, 0.59, 0.6, 0.79, 0.8, 1.0)}
    assert list(words.values()) == [
        "把握不大", "把握不大", "可能性较小", "可能性较小", "五五开", "五五开", "可能性较大", "可能性较大", "把握较大",
        "把握较大",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"chance": 0.3, "status": "on_track"}, "slowing"),
        ({"chance": 0.3, "status": "reached", "met": True}, "falling_back"),
        ({"chance": 0.3, "status": "on_track", "form": "hold"}, "nearing"),
        ({"chance": 0.7, "status": "off_track"}, "speeding"),
        ({"chance": 0.85, "status": "at_risk"}, "speeding"),
        ({"chance": 0.1, "status": "at_risk"}, "widening"),
        ({"chance": 0.5, "status": "on_track"}, None),
        ({"chance": 0.3, "status": "off_track"}, None),
        ({"chance": 0.1, "status": "on_track", "due": True}, None),
        ({"chance": None, "status": "on_track"}, None),
    ],
)
def test_where_chance_and_status_disagree_the_reason_is_told(told: dict[str, Any], code: str | None) -> None:
    """And only there; every reason has its words and stands in the sentence."""
    row = {"form": "path", "met": False, "due": False, "status": "on_track"} | told
    assert apart(row) == code
    if code is not None:
        assert APART[code].zh in sentence(teller("zh", **row))
        assert APART[code].en in sentence(teller("en", **row))


def test_nothing_is_said_where_it_would_say_nothing_new() -> None:
    """The date has come, a bound is broken for good, what is met will stay so, or there is no chance."""
    for told in (
        {"chance": None},
        {"chance": 0.4, "due": True},
        {"chance": 0.0, "measure": "worst", "form": "hold", "status": "off_track"},
        {"chance": 0.9, "met": True, "status": "reached"},
    ):
        assert outlook(teller("zh", **told)) == ""


def test_a_report_tells_the_numbers_reached_together() -> None:
    """A line for all, the headline indicators and the binding ones of the plan's own region."""
    lines = together(qinghe())
    assert [line.split("项")[0].rstrip("0123456789") for line in lines] == ["全部目标", "主要指标", "约束性指标"]
    assert all("其中预计到期实现" in line and "项全部实现的可能性" in line for line in lines)
