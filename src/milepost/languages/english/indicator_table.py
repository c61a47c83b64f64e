"""Which words head, fill and qualify the indicator table of an English plan."""

from __future__ import annotations

import re

from milepost.kernel.span import Span
from milepost.languages.english.titles import no_numbered_plan
from milepost.languages.indicator_words import CellWords, HeaderWords, IndicatorWords, NameWords

# Base unit, factor, words (lower case). 1 ha = 15 mu, the base unit of area that the plan file uses.
_ROWS: tuple[tuple[str, float, str], ...] = (
    ("1", 0.01, "% percent pct"),
    ("1", 1, "number times units"),
    ("mu", 15, "ha hectare hectares"),
    ("m2", 1e6, "km2 sq.km"),
    ("m2", 1, "m2 sqm"),
    ("m", 1000, "km kms kilometres kilometers"),
    ("m", 1, "m metres meters"),
    ("m3", 1, "m3"),
    ("t", 1, "mt ton tons tonne tonnes t"),
    ("t", 0.001, "kg kgs"),
    ("W", 1e6, "mw"),
    ("W", 1000, "kw"),
    ("Wh", 1000, "kwh"),
    ("Wh", 1e6, "mwh"),
    ("Wh", 1e9, "gwh"),
    ("USD", 1, "usd us$ $"),
    ("EUR", 1, "eur €"),
    ("RWF", 1, "frw rwf"),
    ("PHP", 1, "php pesos"),
    ("CNY", 1, "cny rmb yuan"),
    ("person", 1, "persons people"),
    ("household", 1, "households hhs"),
    ("year", 1, "years year"),
    ("day", 1, "days day"),
    ("hour", 1, "hours hour"),
)
_UNITS = {word: (code, factor) for code, factor, words in _ROWS for word in words.split(" ")}
_UNITS |= {"percentage point": ("1", 0.01), "percentage points": ("1", 0.01)}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_WORDS = "|".join(sorted((re.escape(word) for word in _UNITS), key=len, reverse=True))


def normalize_unit(unit: str | None) -> tuple[str, float] | None:
    """Base unit and factor of a printed unit, None for a word that is none.

    >>> normalize_unit("Ha"), normalize_unit("percent"), normalize_unit("million USD"), normalize_unit("BQ")
    (('mu', 15.0), ('1', 0.01), ('USD', 1000000.0), None)
    """
    if not unit:
        return "1", 1.0
    words = unit.strip().lower()
    scale = 1.0
    for word, size in _SCALES.items():
        if words == word:
            return "1", size
        if words.startswith(word + " "):
            scale, words = size, words[len(word) :].strip()
    if words not in _UNITS:
        return None
    code, factor = _UNITS[words]
    return code, scale * factor


_UNIT = re.compile(
    rf"\s*((?:(?:thousand|million|billion|trillion)\b\s*)?(?:{_WORDS})(?![A-Za-z])|thousand\b|million\b|billion\b)",
    re.IGNORECASE,
)


def unit_at(text: str, start: int) -> Span | None:
    """Where the unit stands that begins at `start`, blanks left aside; None for other words.

    >>> unit_at("12 million USD", 2)
    Span(start=3, end=14)
    """
    found = _UNIT.match(text, start)
    return Span(*found.span(1)) if found else None


_HEADER = HeaderWords(
    roles=(
        ("number", re.compile(r"^(?:no\.?|#|s/?n|code|ref\.?)$", re.IGNORECASE)),
        ("attribute", re.compile(r"attribute|nature of target", re.IGNORECASE)),
        ("unit", re.compile(r"^units?\b", re.IGNORECASE)),
        ("other", re.compile(r"source|verification|responsib|agency|remark|comment|assumption|note", re.IGNORECASE)),
        ("milestones", re.compile(r"milestone|quarter|\bq[1-4]\b", re.IGNORECASE)),
        ("rate", re.compile(r"(?:average annual|annual average|cumulative|growth)", re.IGNORECASE)),
        ("baseline", re.compile(r"base ?line|base year|actual|current|status", re.IGNORECASE)),
        ("target", re.compile(r"target|goal|end[- ]of[- ]plan|planned|projection", re.IGNORECASE)),
        ("name", re.compile(r"indicator|indices|index|measure|description|^item$", re.IGNORECASE)),
        ("category", re.compile(r"pillar|sector|category|theme|objective|outcome|priority", re.IGNORECASE)),
    ),
    strong_name=re.compile(r"indicator|indices|index|target", re.IGNORECASE),
    ordinal_plan=re.compile(r"(?!)(?P<number>)(?P<short>)"),
    plan_years=no_numbered_plan,
    note=re.compile(r"(?:notes?|sources?|remarks?)\s*[:.]|\*", re.IGNORECASE),
    category_row=re.compile(r"(?:[A-Z]|[IVX]{1,5})\.\s+"),
)

_NAME = NameWords(
    number=re.compile(
        r"\s*(?:\(\s*(?P<bracketed>[0-9]{1,3})\s*\)"
        r"|(?P<plain>[0-9]{1,3}(?:\.[0-9]{1,3}){0,3})(?:[.)]\s*(?![0-9])|\s+(?=[A-Z]))|(?P<ring>[①-⑳]))\s*"
    ),
    part=re.compile(r"\s*(?:of which\s*:?|[–—-]+)\s*", re.IGNORECASE),
    unit_of=(
        ("%", re.compile(r"\((?:%|percent)\)|^\s*(?:percentage|percent|proportion)\b", re.IGNORECASE)),
        ("ha", re.compile(r"^\s*(?:ha|hectares) of\b", re.IGNORECASE)),
        ("km", re.compile(r"^\s*(?:km|kilomet(?:re|er)s) of\b", re.IGNORECASE)),
    ),
    growth=re.compile(r"growth", re.IGNORECASE),
    average_growth=re.compile(r"growth rate|average growth|annual growth|real growth", re.IGNORECASE),
    reduction=re.compile(r"reduction|decrease", re.IGNORECASE),
    cumulative=re.compile(
        r"^\s*(?:area|quantity|amount|length|volume|ha|km|hectares|kilometres|kilometers|total)\b|cumulative",
        re.IGNORECASE,
    ),
    count=re.compile(r"^\s*(?:number|no\.)\s+(?:of\s+)?", re.IGNORECASE),
    synonyms=((re.compile(r"gross (?:regional )?domestic product|\bg(?:r)?dp\b", re.IGNORECASE), "gdp"),),
    tails=re.compile(r"(?:\s*(?:annual|average|real|growth|rate|the))+$", re.IGNORECASE),
)

_CELL = CellWords(
    nothing=re.compile(r"[-–—/\\.…·*\s]*|n/?a\.?|nil|none|tbc", re.IGNORECASE),
    year=re.compile(r"\(?\s*(?:FY\s*)?(?:19|20)\d\d(?:\s*[-–—/]\s*(?:19|20)?\d\d)?\s*\)?(?=$|[,;)\s])"),
    milestone=re.compile(r"(?P<key>Q[1-4]|(?:19|20)\d\d(?:/\d{2,4})?|Y(?:ear ?)?\d)\s*:\s*", re.IGNORECASE),
    part=re.compile(r"\s*(?P<name>[A-Za-z][A-Za-z &/'-]{1,40}?)\s*(?:\s[-–—]|:)\s*(?=[<>≥≤]?\s*\d)"),
    before=(
        ("ge", re.compile(r"(?:≥|>=|at least|not less than|no less than|minimum(?: of)?)\s*$", re.IGNORECASE)),
        ("le", re.compile(r"(?:≤|<=|at most|not more than|no more than|up to|maximum(?: of)?)\s*$", re.IGNORECASE)),
        ("gt", re.compile(r"(?:>|more than|above|over|exceed(?:s|ing)?)\s*$", re.IGNORECASE)),
        ("lt", re.compile(r"(?:<|less than|below|under)\s*$", re.IGNORECASE)),
        ("approx", re.compile(r"(?:about|around|approximately|nearly|~|≈)\s*$", re.IGNORECASE)),
    ),
    after=(
        ("ge", re.compile(r"\s*(?:or (?:more|above|higher)|and above|\+)", re.IGNORECASE)),
        ("le", re.compile(r"\s*(?:or (?:less|below|lower|fewer)|and below)", re.IGNORECASE)),
    ),
    unit=unit_at,
    through=re.compile(r"\s*(?:-|–|—|~|to)\s*"),
    strive=re.compile(r"strive|aim(?:s|ing)? (?:to|for)|endeavou?r", re.IGNORECASE),
    relation=re.compile(
        r"(?:(?P<ge>at least as high as|not lower than)|(?P<le>not higher than)"
        r"|(?P<gt>higher than|faster than|above)|(?P<lt>lower than|slower than|below))"
        r"\s+(?:the\s+)?(?P<what>[^,;.\d]{3,60})"
        r"|(?P<approx>broadly |roughly )?(?:in line|in step|on par|keep pace) with"
        r"\s+(?:the\s+)?(?P<alongside>[^,;.\d]{3,60})",
        re.IGNORECASE,
    ),
    relations={"ge": "ge", "le": "le", "gt": "gt", "lt": "lt"},
    deferred=re.compile(
        r"to be (?:determined|decided|set|confirmed)|\btb[dc]\b|as (?:set|allocated|assigned) by", re.IGNORECASE
    ),
    implied=(
        (re.compile(r"full coverage|universal|\ball\b", re.IGNORECASE), 100, "%", "completion"),
        (re.compile(r"\bdoubl(?:e|ed|ing)\b", re.IGNORECASE), 2, "times", "level"),
        (re.compile(r"\bzero\b", re.IGNORECASE), 0, "", "level"),
    ),
)

WORDS = IndicatorWords(
    header=_HEADER,
    name=_NAME,
    cell=_CELL,
    attributes=(
        ("binding", re.compile(r"\b(?:binding|mandatory)", re.IGNORECASE)),
        ("expected", re.compile("expected|indicative|anticipat|non-binding", re.IGNORECASE)),
    ),
    normalize_unit=normalize_unit,
    percent="%",
)
