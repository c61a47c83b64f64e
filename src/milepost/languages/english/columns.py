"""English words in tables of statistics."""

from __future__ import annotations

import re

from milepost.languages.column_words import ColumnWords, PeriodForm

_YEAR = r"(?P<y>(?:19|20)\d\d)"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LONG = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<n>" + "|".join(sorted({*_LONG, *_MONTHS, "sept"}, key=len, reverse=True)) + r")\.?"
_TO = r"\s*(?:-|–|—|to)\s*"

WORDS = ColumnWords(
    captions={
        "indicator": "indicator", "region": "region", "region_name": "region name", "period_kind": "kind of period",
        "period": "period", "value": "value", "unit": "unit", "bound": "bound", "status": "status",
        "source": "source", "source_kind": "kind of source", "url": "address", "vintage": "published on",
        "basis": "basis", "access": "access", "confidence": "confidence", "growth_percent": "growth on year before %",
        "note": "note",
    },
    headings={
        "indicator name": "indicator", "series": "indicator", "measure": "indicator", "variable": "indicator",
        "item": "indicator", "indicators": "indicator",
        "region code": "region", "area": "region", "area code": "region", "geo": "region", "country": "region_name",
        "district": "region_name", "province": "region_name", "county": "region_name", "area name": "region_name",
        "municipality": "region_name", "location": "region_name", "city": "region_name", "council": "region_name",
        "frequency": "period_kind", "period type": "period_kind", "time": "period", "date": "period",
        "reporting period": "period", "year": "year", "years": "year",
        "values": "value", "figure": "value", "actual": "value", "result": "value", "amount": "value", "data": "value",
        "units": "unit", "unit of measure": "unit", "measurement unit": "unit", "unit of measurement": "unit",
        "data source": "source", "sources": "source", "source type": "source_kind", "link": "url",
        "publication date": "vintage", "released": "vintage", "release date": "vintage", "published": "vintage",
        "coverage": "basis", "price basis": "basis", "growth": "growth_percent", "growth (%)": "growth_percent",
        "growth %": "growth_percent", "growth rate": "growth_percent", "annual growth (%)": "growth_percent",
        "change on previous year (%)": "growth_percent", "year-on-year (%)": "growth_percent",
        "notes": "note", "comment": "note", "comments": "note", "remark": "note", "remarks": "note",
        "no.": "number", "no": "number", "#": "number", "s/n": "number", "number": "number",
        "target (for orientation)": "number", "baseline (for orientation)": "number",
    },
    codes={
        "period_kind": {
            "year": "year", "annual": "year", "yearly": "year", "a": "year", "half-year": "half_year",
            "half year": "half_year", "semester": "half_year", "quarter": "quarter", "quarterly": "quarter",
            "q": "quarter", "month": "month", "monthly": "month", "m": "month", "year to date": "year_to_date",
            "ytd": "year_to_date", "cumulative": "year_to_date",
        },
        "bound": {
            "exact": "exact", "equal": "exact", "at least": "at_least", "more than": "at_least", "over": "at_least",
            "minimum": "at_least", "at most": "at_most", "less than": "at_most", "under": "at_most",
            "maximum": "at_most",
        },
        "status": {
            "plan": "plan", "planned": "plan", "target": "plan", "estimate": "estimate", "estimated": "estimate",
            "preliminary": "preliminary", "provisional": "preliminary", "final": "final", "revised": "revised",
            "certified": "certified",
        },
        "source_kind": {
            "certified": "certified", "census": "census", "yearbook": "yearbook", "official": "official",
            "media": "media", "press": "media", "secondary": "secondary", "derived": "derived", "computed": "derived",
        },
        "access": {"public": "public", "internal": "internal", "not public": "internal"},
        "confidence": {"high": "high", "medium": "medium", "low": "low"},
    },
    periods=(
        PeriodForm(re.compile(_YEAR), "year"),
        PeriodForm(re.compile(r"(?:end of|year) " + _YEAR), "year"),
        PeriodForm(re.compile(rf"(?:h1|first half(?: of)?),? {_YEAR}"), "half_year", 1),
        PeriodForm(re.compile(rf"(?:h2|second half(?: of)?),? {_YEAR}"), "half_year", 2),
        PeriodForm(re.compile(rf"{_YEAR},? h(?P<n>[12])"), "half_year"),
        PeriodForm(
            re.compile(rf"(?:first three|q1{_TO}q3|first 3) ?(?:quarters)?(?: of)?,? {_YEAR}"), "year_to_date", 9
        ),
        PeriodForm(re.compile(rf"q(?P<n>[1-4]),? ?{_YEAR}"), "quarter"),
        PeriodForm(re.compile(rf"{_YEAR},? q(?P<n>[1-4])"), "quarter"),
        PeriodForm(re.compile(rf"(?P<n>first|second|third|fourth) quarter(?: of)?,? {_YEAR}"), "quarter"),
        PeriodForm(re.compile(rf"jan(?:uary)?\.?{_TO}{_MONTH},? {_YEAR}"), "year_to_date"),
        PeriodForm(re.compile(rf"{_YEAR},? jan(?:uary)?\.?{_TO}{_MONTH}"), "year_to_date"),
        PeriodForm(re.compile(rf"{_MONTH},? {_YEAR}"), "month"),
        PeriodForm(re.compile(rf"{_YEAR},? {_MONTH}"), "month"),
    ),
    numbers={
        **{word: place for place, word in enumerate("first second third fourth".split(), start=1)},
        **{word: place for place, word in enumerate(_MONTHS, start=1)},
        **{word: place for place, word in enumerate(_LONG, start=1)},
        "sept": 9,
    },
    absent=re.compile(
        r"[-—–−―_/\\.…·:*]+|n\.?/?a\.?|n/?d|n\.d\.|null|none|nil data|no data|not available|not applicable|missing|"
        r"pending|tb[dc]|not reported|unknown"
    ),
    bounds=(
        (re.compile(r"≥|>=|>|(?:at least|more than|over|above|not less than|exceeding)(?= )"), "at_least"),
        (re.compile(r"≤|<=|<|(?:at most|less than|under|below|not more than|up to|nearly)(?= )"), "at_most"),
        (re.compile(r"≈|~|(?:about|around|approx\.?|approximately|ca\.?|circa|c\.)(?= )"), "about"),
    ),
    bounds_behind=(
        (re.compile(r"\+|or more|or above"), "at_least"),
        (re.compile(r"or less|or below"), "at_most"),
    ),
    header_status=(
        (re.compile(r"planned|plan|targets?|forecast|projected|projection"), "plan"),
        (re.compile(r"estimated?|est\.?"), "estimate"),
        (re.compile(r"provisional|preliminary|prelim\.?|\(p\)"), "preliminary"),
        (re.compile(r"final"), "final"),
        (re.compile(r"revised|\(r\)"), "revised"),
        (re.compile(r"actuals?|results?|value|values|observed|baseline|achieved"), ""),
    ),
    unit_line=re.compile(r".*?\bunits?\s*:\s*(?P<text>[^;()]+?)\s*\)?", re.IGNORECASE),
    source_line=re.compile(r"(?:data )?sources?\s*:\s*(?P<text>.+)", re.IGNORECASE),
    remark_line=re.compile(
        r"(?:notes?|remarks?)\s*\d*\s*:(?P<text>.*)|[①-⑳*†‡].*|\[\d+\].*|\(\d+\) .*", re.IGNORECASE
    ),
    part=re.compile(r"of which\s*[:：,，]?\s*", re.IGNORECASE),
    total=re.compile(r"(?:grand )?totals?|all regions"),
)  # fmt: skip
