"""How English plans are titled and how they state their years."""

from __future__ import annotations

import re

from milepost.languages.title_words import TitleWords

_PLAN = r"(?:plan|strategy|programme|program|framework|agenda|contract|imihigo|report|targets|dataset)s?"


def no_numbered_plan(number: str) -> tuple[int, int] | None:
    """English plans give no years by their number alone (a Twelfth Plan's years differ by country): always None."""
    del number
    return None


WORDS = TitleWords(
    plan=re.compile(rf"\b{_PLAN}\b[^.;!?\n]{{0,60}}$", re.IGNORECASE),
    half=re.compile(r"(?:\b(?:of|for|and|the)|:)$", re.IGNORECASE),
    quoted=re.compile(rf"[“\"]([^“”\"\n]{{8,120}}\b{_PLAN}\b[^“”\"\n]{{0,40}})[”\"]", re.IGNORECASE),
    others=re.compile(r"(?:under|in line with|based on|according to|following)\s+(?:the\s+)?$", re.IGNORECASE),
    opening=re.compile(
        rf"((?:The\s+)?[A-Z][^.;:!?\n]{{6,100}}?\b[A-Z]?{_PLAN}\b)(?=\s+(?:sets|is|was|describes|for)\b)"
    ),
    not_title=re.compile(
        r"(?:source|published|date|contents|table of contents|chapter|part|preface|foreword)\b", re.IGNORECASE
    ),
    ordinal_plan=re.compile(r"(?!)(?P<number>)(?P<short>)"),
    plan_years=no_numbered_plan,
    span=re.compile(
        r"(?P<start>(?:19|20)\d\d)(?:/\d{2,4})?\s*(?:[-—–~]|to|through)\s*(?P<end>(?:19|20)\d\d)(?:/\d{2,4})?"
    ),
    year=re.compile(r"\b(?P<year>(?:19|20)\d\d)\b"),
    report=re.compile(r"report on the work|work report|annual report", re.IGNORECASE),
    report_year=re.compile(
        r"(?:tasks|targets|work|priorities|plan)\b[^.\n]{0,40}\b(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
    ),
    delivered=re.compile(r"\b(?:on )?[A-Z][a-z]+ \d{1,2}, (?P<year>(?:19|20)\d\d)\b"),
    horizon=re.compile(
        r"(?:[Vv]ision|[Aa]genda)\s+(?P<year>20\d\d)\b|\b(?P<outlook>20\d\d)\s+(?:[Vv]ision|long-term goals)"
    ),
)
