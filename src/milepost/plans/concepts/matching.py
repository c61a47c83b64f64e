"""Which concept a figure is, judged by its name and its unit."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from importlib.resources import files
from typing import NamedTuple, cast

from milepost.languages.table import language_named
from milepost.plans.concepts.model import Change, Concept
from milepost.plans.concepts.naming import Naming
from milepost.plans.concepts.table import concept, concepts

# Code → module and name. A language's patterns take a while to build, so each is imported on first use.
NAMINGS: dict[str, tuple[str, str]] = {
    "zh": ("milepost.plans.concepts.chinese", "CHINESE_NAMING"),
    "en": ("milepost.plans.concepts.english", "ENGLISH_NAMING"),
}
_LONGEST_NAME = 160  # characters: what is longer is a sentence and names nothing
_SAID_BY_THE_CONCEPT = frozenset(("person", "household", "year", "day", "month"))  # 元/人, 亿元/年


@lru_cache(maxsize=4096)
def concept_of(subject: str, unit: str | None, language_code: str) -> str | None:
    """The id of the concept that a figure measures, None if the table has none that surely fits.

    The name must end in a synonym, and whatever stands before it must add no meaning: 生产总值能耗 is no 生产总值, and
    重点企业研发投入 no 研发投入. The longest synonym wins. The unit must belong to the concept: a percentage of what is
    measured in yuan is its growth.

    Parameters
    ----------
    subject : str
        What is measured, as `Indicator.name` and `Commitment.subject` hold it.
    unit : str or None
        As printed, magnitude included; None is no evidence either way.
    language_code : str
        `zh` or `en`; for another language there are no names, and the answer is None.

    >>> concept_of("全省森林覆盖率", "%", "zh"), concept_of("单位地区生产总值能耗降低", "%", "zh")
    ('forest_cover', 'energy_intensity_fall')
    >>> concept_of("地区生产总值", "亿元", "zh"), concept_of("地区生产总值", "%", "zh")
    ('gdp', 'gdp_growth')
    >>> concept_of("Unemployment rate", "%", "en"), concept_of("生产总值能耗系统", "个", "zh")
    ('surveyed_unemployment', None)
    """
    if language_code not in NAMINGS or not subject or len(subject) > _LONGEST_NAME:
        return None
    units = _units(unit, language_code)
    if units is None:
        return None
    naming = _naming(language_code)
    for words, change in naming.stems(naming.plain(subject)):
        named = _named(words, language_code, naming)
        fitting = _fitting(*named, change, units) if named else None
        if fitting is not None:
            return fitting.id
    return None


def naming_of(language_code: str) -> Naming | None:
    """How names are compared in a language; None for one that has no names of concepts.

    >>> naming_of("zh").plain("全社会研发（R&D）经费投入"), naming_of("xx")
    ('全社会研发投入', None)
    """
    return _naming(language_code) if language_code in NAMINGS else None


@cache
def _naming(language_code: str) -> Naming:
    module, name = NAMINGS[language_code]
    return cast(Naming, getattr(import_module(module), name))


class _Units(NamedTuple):
    """A printed unit: its base code ("" for none), whether it is a part of one (%), whether a multiple (倍)."""

    code: str
    is_part: bool
    is_fold: bool

    def fit(self, figure: Concept) -> bool:
        """Whether this can be the unit of a figure."""
        if not self.code or self.is_fold:
            return True
        return self.code in figure.units and not (self.is_part and figure.nature != "rate")


@lru_cache(maxsize=512)
def _units(unit: str | None, language_code: str) -> _Units | None:
    """The unit as it is compared; None for one that is not known."""
    if not unit:
        return _Units("", is_part=False, is_fold=False)
    base = language_named(language_code).unit(unit)
    if base is None:
        return None
    code, factor = base
    top, _, bottom = code.partition("/")
    return _Units(
        code=top if bottom in _SAID_BY_THE_CONCEPT else code,
        is_part=code == "1" and factor < 1,
        is_fold=unit in _naming(language_code).fold_units,
    )


def _named(words: str, language_code: str, naming: Naming) -> tuple[Concept, bool] | None:
    """The concept with the longest synonym that a plain name ends in, and whether new ones of it are meant."""
    names = _names(language_code)
    for start in naming.starts(words):
        identity = names.get(words[start:])
        if identity is None:
            continue
        before = words[:start]
        added = before.startswith(naming.added)
        if naming.is_neutral(before.removeprefix(naming.added)):
            found = concept(identity)
            assert found is not None, f"names.{language_code}.tsv names {identity}, which the table does not have"
            return found, added
    return None


def _fitting(named: Concept, added: bool, change: Change | None, units: _Units) -> Concept | None:
    """The concept itself, or its growth, reduction or addition, as words and unit ask; None if none fits."""
    if added:
        made = _variant(named, "added") or (named if named.nature == "flow" and named.base is None else None)
        return made if made and change is None and not units.is_part and units.fit(made) else None
    itself = named if units.fit(named) else None
    if named.base is not None:
        return itself
    if change is None:
        changed = _variant(named, "growth") or _variant(named, "fall")
        return itself or (changed if units.is_part else None)
    changed = _variant(named, change)
    return changed if changed and (not units.code or units.is_part or units.is_fold) else itself


def _variant(base: Concept, change: Change) -> Concept | None:
    # The id of a change is made of both; the tests hold the table to it.
    return concept(f"{base.id}_{change}")


@cache
def _names(language_code: str) -> dict[str, str]:
    """The id of the concept for every plain name of a language, from the list made beforehand."""
    lines = files("milepost.plans.concepts").joinpath(f"names.{language_code}.tsv").read_text("utf-8").splitlines()
    return dict(cast(tuple[str, str], line.split("\t")) for line in lines)


def plain_names(language_code: str) -> dict[str, str]:
    """Every name of every concept in a language, in its plain spelling, with the concept's id.

    Spelling four thousand names takes longer than compiling a plan may: `scripts/make_concept_names.py` writes them
    beside this module.

    Raises
    ------
    ValueError
        If two concepts bear one name.
    """
    plain = _naming(language_code).plain
    found: dict[str, str] = {}
    for each in concepts().values():
        # The names of changes are made from those of the base: only the synonyms are names of their own.
        names = each.names(language_code)
        for name in names[1:] if each.base else names:
            other = found.setdefault(plain(name), each.id)
            if other != each.id:
                raise ValueError(f"{name!r} names two concepts: {other} and {each.id}")
    return found
