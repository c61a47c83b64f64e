"""How two names of figures are held against each other: their plain spelling, the part they are about, their brackets.

A word such as 区外, 限额以上 or 农村 makes a name one part of something; so may what stands in brackets. `difference`
says whether such words keep two names, though they sound alike, from naming one thing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from milepost.languages.table import LANGUAGES, language_of, series_words_of
from milepost.observations.basis import STATED, basis_codes, plain_text
from milepost.observations.units import base_unit
from milepost.plans.concepts.matching import naming_of
from milepost.plans.concepts.table import concept
from milepost.plans.divisions import official_names

QUALIFIER_DIFFERS: Final = "qualifier_differs"
PART_OF: Final = "part_of"
WIDER: Final = "wider"
BRACKET: Final = "bracket"

Qualifiers = frozenset[tuple[str, str]]

_BRACKET = re.compile(r"\(([^()]*)\)")
_SHORTEST_PLACE, _LONGEST_PLACE = 3, 15
_YEARS = re.compile(r"[\d\s年月日\-–—~至到.、,至]*")


@lru_cache(maxsize=65536)
def plain(name: str, language: str) -> str:
    """The one spelling that names are compared in, without words at the front that add no meaning.

    >>> plain("全地区粮食综合生产能力", "zh"), plain("Total GDP per person", "en")
    ('粮食综合生产能力', 'gdp per capita')
    """
    naming = naming_of(language)
    words = unicodedata.normalize("NFKC", name).casefold()
    if naming is None:
        return " ".join(words.split())
    words = naming.plain(name)
    if words.startswith(naming.added):
        return words
    # The longest front that is neutral goes, as long as something telling is left.
    for start in sorted(naming.starts(words), reverse=True):
        front = words[:start]
        if 0 < start < len(words) - 1 and naming.is_neutral(front) and not qualifiers(front):
            return words[start:]
    return words


def spellings(name: str) -> tuple[tuple[str, str], ...]:
    """The plain spellings of an observed name, each with its language, the likelier language first.

    >>> spellings("森林覆盖率")
    (('zh', '森林覆盖'), ('en', '森林覆盖率'))
    """
    first = language_of(name)
    return tuple((code, plain(name, code)) for code in (first, *(code for code in LANGUAGES if code != first)))


@lru_cache(maxsize=65536)
def qualifiers(name: str) -> Qualifiers:
    """The parts that a name is about, as axis and value.

    >>> sorted(qualifiers("限额以上社会消费品零售总额")), sorted(qualifiers("城乡居民收入"))
    ([('size', 'above_quota')], [])
    """
    words = _without_place(plain_text(name))
    found = set()
    for code in LANGUAGES:
        series = series_words_of(code)
        rest = series.unqualified.sub(" ", words)
        for axis, value, pattern in series.qualifiers:
            left = pattern.sub(" ", rest)
            if left != rest:
                found.add((axis, value))
                rest = left
    return frozenset(found)


def _without_place(words: str) -> str:
    """A name without the division that it begins with: 塔城市 is no 城市, 城区 by itself is one."""
    names = official_names()
    most = min(_LONGEST_PLACE, len(words) - 1)
    return next((words[end:] for end in range(most, _SHORTEST_PLACE - 1, -1) if words[:end] in names), words)


@lru_cache(maxsize=1)
def restricting() -> frozenset[str]:
    """The axes, and the single values, with which a name is a part of one that has no value on that axis."""
    return frozenset(axis for code in LANGUAGES for axis in series_words_of(code).restricting)


def difference(observed: str, asked: str, identity: str | None = None) -> str | None:
    """Why two names that sound alike may not name one thing; None when nothing says so.

    Parameters
    ----------
    observed, asked : str
        The name in the statistics and the name in the plan.
    identity : str or None
        Their concept, if it is known: what stands in brackets in one of its names is no difference.

    >>> difference("招商引资区外到位资金", "招商引资到位资金"), difference("农村自来水普及率", "城市自来水普及率")
    ('part_of', 'qualifier_differs')
    >>> difference("居民人均可支配收入（农村）", "居民人均可支配收入"), difference("森林覆盖率（%）", "森林覆盖率")
    ('bracket', None)
    """
    ours, theirs = qualifiers(observed), qualifiers(asked)
    if conflicting(ours, theirs):
        return QUALIFIER_DIFFERS
    if in_brackets(observed, identity) != in_brackets(asked, identity):
        return BRACKET
    if _axes(_restricted(ours)) - _axes(theirs):
        return PART_OF
    return WIDER if _axes(_restricted(theirs)) - _axes(ours) else None


def conflicting(ours: Qualifiers, theirs: Qualifiers) -> bool:
    """Whether two sets have an axis on which both have values and share none.

    >>> conflicting(qualifiers("县城污水处理率"), qualifiers("城市污水处理率"))
    True
    """
    return any(_values(ours, axis).isdisjoint(_values(theirs, axis)) for axis in _axes(ours) & _axes(theirs))


@lru_cache(maxsize=65536)
def in_brackets(name: str, identity: str | None = None) -> frozenset[str]:
    """What stands in brackets in a name and may change its meaning: no unit, no year, no basis, no spelling.

    >>> in_brackets("执业（助理）医师数（人）", "doctors_per_thousand"), sorted(in_brackets("失业率（青年）"))
    (frozenset(), ['青年'])
    """
    found = _BRACKET.findall(unicodedata.normalize("NFKC", name).casefold())
    if not found:
        return frozenset()
    known = concept(identity) if identity else None
    names = [_flat(each) for code in LANGUAGES for each in known.names(code)] if known else []
    return frozenset(
        _flat(each)
        for each in found
        if not (_is_unit(each.strip()) or _YEARS.fullmatch(each) or _is_basis(each) or _is_abbreviation(each))
        and not any(_flat(each) in one for one in names)
    )


def _is_unit(words: str) -> bool:
    """Whether words are a unit; of nouns that may be counted, like youth, only those that say no more than a number."""
    known = base_unit(words)
    if known is None or known.code not in ("1", "person", "household") or known.factor != 1:
        return known is not None
    return any(series_words_of(code).counts.fullmatch(words) for code in LANGUAGES)


def _is_basis(words: str) -> bool:
    return not any(code.startswith(STATED) for code in basis_codes(words))


def _is_abbreviation(words: str) -> bool:
    """Whether brackets hold letters that only spell the name again: (R&D), (PM2.5), (GDP)."""
    return re.fullmatch(r"[a-z&.\d ]{1,8}", words) is not None and not re.search(r"[a-z]{5,}", words)


def _flat(name: str) -> str:
    return "".join(plain_text(name).split())


def _restricted(found: Qualifiers) -> Qualifiers:
    return frozenset(each for each in found if each[0] in restricting() or "/".join(each) in restricting())


def _axes(found: Qualifiers) -> set[str]:
    return {axis for axis, _ in found}


def _values(found: Qualifiers, axis: str) -> set[str]:
    return {value for name, value in found if name == axis}
