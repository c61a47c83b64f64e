"""English words of statistical communiqués and of reports on a year's work."""

from __future__ import annotations

import re

from milepost.languages.english.reporting.names import growth_name, is_statistic, share_name, speaks_of, table_name
from milepost.languages.english.reporting.passages import passage
from milepost.languages.english.reporting.times import MONTHS, title_when
from milepost.languages.report_words import ReportWords

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"

WORDS = ReportWords(
    title=re.compile(
        r"statistical\s+(?:communiqu[eé]|bulletin|release|report)|(?:communiqu[eé]|report|bulletin|"
        r"review)\s+on\s+(?:the\s+)?(?:national\s+|economic|social)|"
        r"\beconom(?:y|ic)\b.{0,40}\b(?:stayed|maintained|stable|steady|enjoyed|sustained|in\s+the\s+first|"
        r"in\s+(?:19|20)\d\d)|"
        r"economic\s+(?:survey|review|performance)|national\s+econom(?:y|ic)|"
        r"report\s+on\s+the\s+work\s+of\s+the\s+government|annual\s+statistical",
        re.IGNORECASE,
    ),
    work_report=re.compile(r"work\s+of\s+the\s+government", re.IGNORECASE),
    when_of=title_when,
    passage=passage,
    date=re.compile(
        rf"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s+(?P<month>{_MONTH}),?\s+(?P<year>(?:19|"
        rf"20)\d\d)",
        re.IGNORECASE,
    ),
    dated=re.compile(r"\b(?:published|released|release\s+date|issued|date)\b", re.IGNORECASE),
    months=MONTHS,
    issuer=re.compile(
        r"(?:[A-Z][\w'’]*\s+(?:of\s+)?)*(?:Bureau|Office|Agency|Institute|Department)\s+(?:of|"
        r"for)\s+(?:National\s+)?Statistics(?:\s+of\s+[A-Z]\w+)?|"
        r"(?:[A-Z]\w+\s+){1,3}Statistics?\s+(?:Bureau|Office|Agency|Authority|Service)"
    ),
    note_mark=re.compile(r"\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+"),
    notes=re.compile(
        r"^\s*(?:notes?|explanatory\s+notes|data\s+sources?|sources?|annex(?:es)?)\s*(?::|$)", re.IGNORECASE
    ),
    caption=re.compile(r"^\s*(?:figure|table|chart|fig\.)\s*\d", re.IGNORECASE),
    preliminary=re.compile(
        r"(?:all|the)\s+(?:figures|data)[^.]{0,40}(?:are|is)\s+(?:preliminary|"
        r"provisional)",
        re.IGNORECASE,
    ),
    ahead=re.compile(
        r"^\s*(?:[IVX]+\.|\d+\.|Part)\s[^.]{0,80}(?:targets?|tasks|outlook|priorities|"
        r"plans?\s+for|work\s+for)",
        re.IGNORECASE,
    ),
    behind=re.compile(
        r"^\s*(?:[IVX]+\.|\d+\.|Part)\s[^.]{0,80}(?:review|results|achievements|"
        r"in\s+retrospect)",
        re.IGNORECASE,
    ),
    subject_head=re.compile(
        r"^(?:indicators?|items?|names?|products?|sectors?|industry|regions?|countr(?:y|"
        r"ies)|category|description)$",
        re.IGNORECASE,
    ),
    unit_head=re.compile(r"^units?$", re.IGNORECASE),
    value_head=re.compile(
        r"value|amount|total|number|output|volume|(?:19|20)\d\d|level|quantity|sales|area|"
        r"yield",
        re.IGNORECASE,
    ),
    growth_head=re.compile(
        r"growth|increase|change|y/y|yoy|year[- ]on[- ]year|over\s+(?:the\s+)?(?:previous|last|"
        r"preceding)\s+year|than\s+last\s+year|up\s+or\s+down",
        re.IGNORECASE,
    ),
    share_head=re.compile(r"share|proportion|percentage\s+of|composition", re.IGNORECASE),
    head_unit=re.compile(r"\((?P<unit>[^()]{1,30})\)|(?P<percent>%)$|unit:\s*(?P<line>[^,;()]{1,30})", re.IGNORECASE),
    row_lead=re.compile(r"^(?:[\s\-—·#*•]|of\s+which:?|including:?|[IVX]+\.|\d{1,2}\.(?!\d))+", re.IGNORECASE),
    part_row=re.compile(r"^\s*(?:of\s+which|including|#)", re.IGNORECASE),
    index=re.compile(r"\bindex\b", re.IGNORECASE),
    growth_name=growth_name,
    share_name=share_name,
    table_name=table_name,
    speaks_of=speaks_of,
    is_statistic=is_statistic,
)
