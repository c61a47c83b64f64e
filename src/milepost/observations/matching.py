"""Which observed names belong to which items of a plan: by id, declaration, name or concept, never by guess.

An uncertain match is reported and never used, unless the settings declare it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

import polars

from milepost.checks.model import Words
from milepost.kernel.errors import UsageError
from milepost.languages.table import series_words_of
from milepost.observations.fitting import Thing, unit_note
from milepost.observations.growth import with_growth
from milepost.observations.naming import conflicting, difference, plain, qualifiers, spellings
from milepost.observations.places import Regions, regions
from milepost.observations.series import measured
from milepost.plans.concepts.table import concept

__all__ = ["MATCHES", "NOTES", "Regions", "levels", "match", "regions", "with_growth"]

How = Literal["id", "declared", "name", "concept", "growth", "level", "spelling"]

MATCHES: Final[dict[str, polars.DataType]] = {
    "indicator": polars.String(),
    "unit": polars.String(),
    "item": polars.String(),
    "how": polars.String(),  # `growth`: by concept, where that is a change; `level` only from `levels`
    "score": polars.Float64(),  # 0 to 1; likeness, for reading, not a probability
    "certain": polars.Boolean(),  # only such matches may be used
    "note": polars.String(),  # a code of NOTES, null when there is nothing to say
}
"""Columns of a table of matches: a row for each pair of an observed name with its unit and an item."""

NOTES: Final[dict[str, Words]] = {
    "unit_differs": Words("计量单位不属同一量纲", "the unit measures something else"),
    "unit_unknown": Words("计量单位无法识别", "the unit is not known"),
    "unit_missing": Words("未注明计量单位，无法判断是否为百分数", "no unit is given: it may be a percentage or not"),
    "qualifier_differs": Words("名称所限定的对象不同", "the names are about different parts"),
    "part_of": Words("统计数只是计划指标的一部分", "the statistics cover a part of what the plan asks for"),
    "wider": Words("统计数的范围比计划指标宽", "the statistics cover more than the plan asks for"),
    "bracket": Words("名称括号中的说明不同", "what stands in brackets differs"),
    "ambiguous": Words("计划中有多个相近指标，不能判断是哪一个", "the plan has several such items"),
    "related_concept": Words("概念相关但不相同", "a related concept, not the same"),
    "close_spelling": Words("仅名称写法相近", "only the spelling is close"),
}
"""Why a match is not certain, in words."""

_CLOSE, _CLOSE_RELATED, _MOST_SUGGESTED = 0.62, 0.3, 3


_ASKED: Final = ("concept", "unit_code", "unit", "unit_factor")


class _Pair(NamedTuple):
    """A thing that a name may measure."""

    thing: int
    how: How
    score: float
    note: str | None = None
    certain: bool = True


@dataclass(frozen=True)
class _Asked:
    """The things that a plan asks for, by what they are looked up by."""

    things: list[Thing]
    plain: list[str]
    by_plain: dict[str, list[int]]
    by_concept: dict[str, list[int]]
    by_base: dict[str, list[int]]
    by_gram: dict[str, list[int]]
    heads: list[str]


def match(
    names: polars.DataFrame, targets: polars.DataFrame, language: str, declared: Mapping[str, str] | None = None
) -> polars.DataFrame:
    """Which observed names measure which items.

    Parameters
    ----------
    names : polars.DataFrame
        With `indicator` and `unit`; each different pair is looked at once.
    targets : polars.DataFrame
        With at least `item`, `name`, `concept` and `unit_code`, better with `unit` and `unit_factor`
        (`milepost.pathways.model.TARGETS`).
    language : str
        Code of the plan's language. Names in the statistics may be in any.
    declared : mapping of str to str, optional
        Names of the statistics, each with the id, the name or the concept of the item that it measures; "" for one
        that measures none. What is declared of a name takes the place of everything found for it.

    Returns
    -------
    polars.DataFrame
        With the columns of `MATCHES`, names in their order; a pair stands once. A name may serve several items, and
        an item have several names. What is not certain has a note.

    Raises
    ------
    UsageError
        If a declaration names no item.

    >>> targets = polars.DataFrame({"item": ["i1", "i2"], "name": ["城镇化率", "粮食综合生产能力"], "concept":
    ...     ["urbanisation_rate", "grain_capacity"], "unit_code": ["1", "t"], "unit": ["%", "万吨"]})
    >>> names = polars.DataFrame({"indicator": ["常住人口城镇化率", "粮食总产"], "unit": ["%", "亿斤"]})
    >>> match(names, targets, "zh").select("indicator", "item", "how", "certain", "note").rows()
    [('常住人口城镇化率', 'i1', 'concept', True, None), ('粮食总产', 'i2', 'spelling', False, 'related_concept')]
    """
    pairs = names.select(polars.col("indicator", "unit").cast(polars.String)).unique(maintain_order=True)
    by_id = _by_id(pairs, targets)
    others = pairs.join(by_id, on="indicator", how="anti", maintain_order="left") if not declared else pairs
    if others.height == 0:
        return by_id
    things, members = _things(targets)
    asked = _asked(things, language)
    said = _declared(declared or {}, asked, members, language)
    found: list[tuple[str, str | None, str | None, _Pair]] = []
    for indicator, unit in others.iter_rows():
        stated = said.get(plain(indicator, language)) if said else None
        if stated is None:
            found += [(indicator, unit, None, each) for each in _pairs(indicator, unit, asked)]
        else:
            found += [(indicator, unit, item, _declared_pair(thing, asked, unit)) for thing, item in stated]
    rest = _table(found, members)
    if said:
        declared_names = {indicator for indicator in pairs["indicator"] if plain(indicator, language) in said}
        by_id = by_id.filter(~polars.col("indicator").is_in(declared_names))
        rest = rest.join(by_id, on="indicator", how="anti", maintain_order="left")
    together = polars.concat([by_id, rest]).with_row_index("found")
    placed = together.join(pairs.with_row_index("place"), on=["indicator", "unit"], how="left", nulls_equal=True)
    return placed.sort("place", "found").select(*MATCHES)


def levels(names: polars.DataFrame, targets: polars.DataFrame, language: str) -> polars.DataFrame:
    """Which observed names are levels of what a target wants to grow or fall.

    They do not serve the target themselves: its growth may be computed from them where
    `milepost.observations.series.may_grow` allows it.

    Parameters
    ----------
    names, targets, language
        As of `match`.

    Returns
    -------
    polars.DataFrame
        With the columns of `MATCHES`; `how` is `level`.

    >>> targets = polars.DataFrame({"item": ["i1"], "name": ["研发经费投入增长"], "concept": ["rd_expenditure_growth"],
    ...     "unit_code": ["1"], "unit": ["%"]})
    >>> levels(polars.DataFrame({"indicator": ["研发经费投入"], "unit": ["亿元"]}), targets, "zh").row(0)
    ('研发经费投入', '亿元', 'i1', 'level', 0.9, True, None)
    """
    things, members = _things(targets)
    asked = _asked(things, language)
    found: list[tuple[str, str | None, str | None, _Pair]] = []
    for indicator, unit in names.select("indicator", "unit").unique(maintain_order=True).iter_rows():
        identity = measured(indicator, unit)
        for place in asked.by_base.get(identity, ()) if identity else ():
            note = difference(indicator, asked.things[place].name, identity)
            found.append((indicator, unit, None, _Pair(place, "level", 0.6 if note else 0.9, note, note is None)))
    return _table(found, members)


def _by_id(pairs: polars.DataFrame, targets: polars.DataFrame) -> polars.DataFrame:
    """The matches of names that are ids of items, in their order; vectorised, for there may be a million."""
    absent = [polars.lit(None, dtype=polars.String).alias(name) for name in _ASKED if name not in targets.columns]
    wanted = targets.with_columns(absent).select(polars.col("item").cast(polars.String), *_ASKED).unique()
    wanted = wanted.rename({"unit": "printed", "item": "indicator"})
    renamed = pairs.join(wanted, on="indicator", how="inner", maintain_order="left")
    asked = ["unit", "printed", "unit_code", "unit_factor", "concept"]
    different = renamed.select(asked).unique()
    notes = [
        unit_note(unit, Thing("", known, code, printed, factor))
        for unit, printed, code, factor, known in different.iter_rows()
    ]
    noted = different.with_columns(polars.Series("note", notes, dtype=polars.String))
    told = renamed.join(noted, on=asked, how="left", nulls_equal=True, maintain_order="left")
    certain = polars.col("note").is_null()
    return (
        told.sort(certain, descending=True, maintain_order=True)
        .unique(["indicator", "unit"], keep="first", maintain_order=True)
        .with_columns(item="indicator", how=polars.lit("id"), score=1.0, certain=certain)
        .select(*(polars.col(name).cast(kind) for name, kind in MATCHES.items()))
    )


def _things(targets: polars.DataFrame) -> tuple[list[Thing], polars.DataFrame]:
    """The different things asked for, and which item asks for which (columns `thing`, `item`)."""
    absent = [polars.lit(None).alias(name) for name in Thing._fields if name not in targets.columns]
    rows = targets.with_columns(absent).select("item", *Thing._fields).unique(maintain_order=True)
    different = rows.select(Thing._fields).unique(maintain_order=True).with_row_index("thing")
    rows = rows.with_columns(polars.col("item").cast(polars.String))
    members = rows.join(different, on=list(Thing._fields), how="left", nulls_equal=True, maintain_order="left")
    return [Thing(*row) for row in different.drop("thing").iter_rows()], members.select("thing", "item")


def _asked(things: list[Thing], language: str) -> _Asked:
    spelt = [plain(thing.name, language) for thing in things]
    asked = _Asked(
        things, spelt, defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list),
        [_head(words, language) for words in spelt],
    )  # fmt: skip
    for place, (thing, words) in enumerate(zip(things, spelt, strict=True)):
        asked.by_plain[words].append(place)
        for gram in _grams(words):
            asked.by_gram[gram].append(place)
        known = concept(thing.concept) if thing.concept else None
        if known is not None:
            asked.by_concept[known.id].append(place)
            if known.base is not None and known.change != "added":
                asked.by_base[known.base].append(place)
    return asked


def _declared(
    declared: Mapping[str, str], asked: _Asked, members: polars.DataFrame, language: str
) -> dict[str, list[tuple[int, str]]]:
    """For the plain spelling of each declared name, the things and items that it measures."""
    if not declared:
        return {}
    items: dict[int, list[str]] = defaultdict(list)
    for thing, item in members.iter_rows():
        items[thing].append(item)
    by_item = {item: [(thing, item)] for thing, found in items.items() for item in found}
    said = {}
    for name, meant in declared.items():
        places = asked.by_plain.get(plain(meant, language)) or asked.by_concept.get(meant) or []
        found = by_item.get(meant) or [(place, item) for place in places for item in items[place]]
        if meant and not found:
            accepted = "the id, name or concept of an item of the plan, or an empty text"
            raise UsageError("names no item", where=f"names: {name}", found=repr(meant), accepted=accepted)
        said[plain(name, language)] = found
    return said


def _declared_pair(place: int, asked: _Asked, unit: str | None) -> _Pair:
    note = unit_note(unit, asked.things[place])
    return _Pair(place, "declared", 1.0, note, note is None)


def _pairs(indicator: str, unit: str | None, asked: _Asked) -> list[_Pair]:
    """Everything that an observed name may measure: what is certain, else what is close."""
    identity = measured(indicator, unit)
    found: dict[int, _Pair] = {}
    for _, words in spellings(indicator):
        for place in asked.by_plain.get(words, ()):
            found.setdefault(place, _judged(indicator, unit, place, "name", asked))
    for place in asked.by_concept.get(identity, ()) if identity else ():
        known = concept(identity or "")
        how: How = "growth" if known and known.change in ("growth", "fall") else "concept"
        judged = _judged(indicator, unit, place, how, asked)
        if place not in found or (judged.certain and not found[place].certain):
            found[place] = judged
    if not any(pair.certain for pair in found.values()):
        for pair in _suggested(indicator, unit, identity, asked):
            found.setdefault(pair.thing, pair)
    return list(found.values())


def _judged(indicator: str, unit: str | None, place: int, how: How, asked: _Asked) -> _Pair:
    """A match by name or concept, certain unless units, qualifiers or a second such item speak against it."""
    thing = asked.things[place]
    note = unit_note(unit, thing)
    if note is not None:
        return _Pair(place, how, 0.3, note, certain=False)
    note = difference(indicator, thing.name, thing.concept)
    if note is None and how != "name" and _is_ambiguous(indicator, place, asked):
        note = "ambiguous"
    if note is not None:
        return _Pair(place, how, 0.6, note, certain=False)
    return _Pair(place, how, 1.0 if how == "name" else 0.95)


def _is_ambiguous(indicator: str, place: int, asked: _Asked) -> bool:
    """Whether the plan asks of several parts and the observed name does not say which it is about."""
    own = qualifiers(asked.things[place].name)
    axes = {axis for axis, _ in own} - {axis for axis, _ in qualifiers(indicator)}
    if not axes:
        return False
    others = asked.by_concept.get(asked.things[place].concept or "", ())
    kept = frozenset(each for each in own if each[0] in axes)
    return any(conflicting(kept, qualifiers(asked.things[other].name)) for other in others)


def _suggested(indicator: str, unit: str | None, identity: str | None, asked: _Asked) -> Iterator[_Pair]:
    """Things whose names come close, the closest first."""
    best: dict[int, tuple[float, str]] = {}
    for code, words in spellings(indicator):
        grams, head = _grams(words), _head(words, code)
        shared: dict[int, int] = defaultdict(int)
        for gram in grams:
            for place in asked.by_gram.get(gram, ()):
                shared[place] += 1
        for place, common in shared.items():
            score = 2 * common / (len(grams) + len(_grams(asked.plain[place])))
            named = asked.things[place].concept
            is_related = bool(identity and named and head and head == asked.heads[place])
            if score >= _CLOSE or (is_related and (score >= _CLOSE_RELATED or _same_kind(identity, named))):
                note = "related_concept" if identity and named else "close_spelling"
                best[place] = max(best.get(place, (0.0, "")), (round(min(score, 0.99), 2), note))
    fitting = ((place, *said) for place, said in best.items() if unit_note(unit, asked.things[place]) is None)
    ranked = sorted(fitting, key=lambda each: (-each[1], each[0]))
    for place, score, note in ranked[:_MOST_SUGGESTED]:
        yield _Pair(place, "spelling", score, note, certain=False)


def _same_kind(one: str | None, other: str | None) -> bool:
    """Whether two concepts are measured in one unit that is no plain number or percentage, and none is a change."""
    first, second = concept(one or ""), concept(other or "")
    if first is None or second is None or first.change or second.change:
        return False
    return bool(set(first.units) & set(second.units) - {"1"})


def _grams(words: str) -> frozenset[str]:
    flat = words.replace(" ", "")
    return frozenset(flat[place : place + 2] for place in range(max(1, len(flat) - 1)))


def _head(words: str, language: str) -> str:
    found = series_words_of(language).head.match(words)
    return found["head"] if found else ""


def _table(found: Iterable[tuple[str, str | None, str | None, _Pair]], members: polars.DataFrame) -> polars.DataFrame:
    rows = [
        (indicator, unit, item, pair.thing, pair.how, pair.score, pair.certain, pair.note)
        for indicator, unit, item, pair in found
    ]
    schema = {name: MATCHES[name] for name in ("indicator", "unit", "item")} | {"thing": members.schema["thing"]}
    schema |= {name: MATCHES[name] for name in ("how", "score", "certain", "note")}
    pairs = polars.DataFrame(rows, schema=schema, orient="row").with_row_index("order")
    named = pairs.filter(polars.col("item").is_not_null())
    others = pairs.filter(polars.col("item").is_null()).drop("item").join(members, on="thing", how="inner")
    together = polars.concat([named, others.select(named.columns)])
    # An item with several targets in different units is matched when one of them is.
    best = together.sort(["certain", "score", "order"], descending=[True, True, False], maintain_order=True)
    once = best.unique(["indicator", "unit", "item"], keep="first")
    place = members.select("item").unique(maintain_order=True).with_row_index("place")
    placed = once.join(place, on="item", how="left")
    first = polars.col("order").min().over("indicator", "unit")
    return placed.sort(first, "place").select(*MATCHES)
