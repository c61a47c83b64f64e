"""The words of the plan's codes (kinds, comparators, levels) for a reader, in Chinese and English."""

from __future__ import annotations

from typing import Literal

from milepost.plans.model import Number

Tongue = Literal["zh", "en"]

# Code → (Chinese, English).
KINDS = {
    "level": ("水平", "level"),
    "share": ("占比", "share"),
    "every_year": ("逐年", "every year"),
    "annual_growth": ("年均增长", "annual growth"),
    "annual_average": ("年均", "annual average"),
    "cumulative": ("累计", "cumulative"),
    "count": ("数量", "count"),
    "completion": ("全部完成", "completion"),
    "relative": ("相对", "relative"),
    "deferred": ("另行确定", "deferred"),
    "discretionary": ("不定量", "discretionary"),
    "growth": ("增长", "growth"),
    "ratio": ("比率", "ratio"),
}
LEVELS = {
    "preface": ("前言", "preface"),
    "part": ("篇", "part"),
    "chapter": ("章", "chapter"),
    "section": ("节", "section"),
    "heading": ("标题", "heading"),
}
ATTRIBUTES = {"expected": ("预期性", "expected"), "binding": ("约束性", "binding")}
STAGES = {
    "complete": ("建成", "complete"),
    "start": ("开工", "start"),
    "advance": ("推进", "advance"),
    "prepare": ("前期", "prepare"),
    "study": ("研究", "study"),
    "seek": ("争取", "seek"),
    "explore": ("探索", "explore"),
}
PROCEDURES = {
    "plan_system": ("规划体系", "plan system"),
    "annual_plan": ("年度计划", "yearly plan"),
    "annual_split": ("年度分解", "split over years"),
    "duty_system": ("责任分工", "duties"),
    "monitoring": ("监测", "monitoring"),
    "midterm": ("中期评估", "mid-term evaluation"),
    "final": ("总结评估", "final evaluation"),
    "revision": ("修订", "revision"),
    "publication": ("公布", "publication"),
}
ROLES = {
    "upper": ("上级", "from above"),
    "special": ("专项", "sector"),
    "annual": ("年度", "yearly"),
    "deferring": ("待定", "left to it"),
    "past": ("往期", "past"),
}
CERTAINTIES = {"firm": ("", ""), "strive": ("力争", "strive")}
COMPARATORS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈"}
RELATIONS = {"eq": "=", **COMPARATORS}


def word(words: dict[str, tuple[str, str]], code: str | None, tongue: Tongue) -> str:
    """The word of a code; the code itself if it is new.

    >>> word(LEVELS, "part", "zh"), word(LEVELS, "annex", "en"), word(LEVELS, None, "en")
    ('篇', 'annex', '')
    """
    if code is None:
        return ""
    chinese, english = words.get(code, (code, code))
    return chinese if tongue == "zh" else english


def number(value: Number) -> str:
    """A number without a needless decimal point.

    >>> number(55.0), number(737.57), number(18000)
    ('55', '737.57', '18000')
    """
    return str(int(value)) if float(value).is_integer() else str(value)


def figure(comparator: str, value: Number | None, value_high: Number | None, unit: str | None) -> str:
    """A figure with its sign and unit.

    >>> figure("ge", 55, None, "%"), figure("range", 3, 5, "家"), figure("none", None, None, None)
    ('≥55%', '3–5家', '')
    """
    if value is None:
        return ""
    end = f"–{number(value_high)}" if value_high is not None else ""
    gap = " " if unit and unit[:1].isascii() and unit[:1].isalpha() else ""
    return f"{COMPARATORS.get(comparator, '')}{number(value)}{end}{gap}{unit or ''}"


def years(period: tuple[str, str] | None) -> str:
    """A period in words: `2020`, or `2021–2025`.

    >>> years(("2020", "2020")), years(("2021", "2025")), years(None)
    ('2020', '2021–2025', '')
    """
    if period is None:
        return ""
    return period[0] if period[0] == period[1] else f"{period[0]}–{period[1]}"
