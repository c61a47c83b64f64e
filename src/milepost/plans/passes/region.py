"""Which region the plan is for, and which divisions it has one level below.

The name is looked for where documents put it, in this order: the title that the reading has; the first lines
(a national plan has its title inside the first sentence); a title in 《》 near the front, of which the one whose
places the text speaks of most wins, as a plan also names the higher plans that it follows. A document without any
title is for the division that its text names most, if one stands out.

A name that the table of divisions does not know (an invented region, or one of another country) gives a region
without code and without parts, since a part needs a code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from milepost.languages.place_words import RegionWords
from milepost.plans.divisions import Division, division, named, official_names, parts_of, within
from milepost.plans.model import Region, RegionPart
from milepost.plans.reading import Reading

FIRST_LINES = 600
FRONT = 6000
SEARCHED = 200_000
AT_LEAST = 3
"""How often a division must be named to be taken for the region of a document without a title."""


def find(reading: Reading) -> Region | None:
    """The region of a reading, None when neither a title nor the text shows one."""
    words = reading.language.regions
    if words.form is not None:
        found = words.form.search(reading.title) or words.form.search(reading.text, 0, FRONT)
        return None if found is None else Region(found["name"], None)
    return _from_table(reading.title, reading.text, words)


def _from_table(title: str, text: str, words: RegionWords) -> Region | None:
    """The region among those of the table of divisions, or a name of their form that it does not hold."""
    for stated in (title, text[:FIRST_LINES]):
        found = _from_title(stated, text, words)
        if found is not None:
            return found
    quoted = [_from_title(each[1], text, words) for each in words.quoted.finditer(text, 0, FRONT)]
    candidates = list(dict.fromkeys(region for region in quoted if region is not None))
    if candidates:
        return max(candidates, key=lambda region: _weight(region, text))
    most = _most_named(text, words)
    return None if most is None else region_of(most)


def region_of(found: Division) -> Region:
    """The region that a division makes, with the divisions one level below as its parts.

    >>> from milepost.plans.divisions import division
    >>> region_of(division("654200")).parts[2]
    RegionPart(name='沙湾市', code='654203', aliases=('沙湾', '沙湾县'))
    """
    parts = parts_of(found.code)
    named_parts = (RegionPart(each.name, each.code, _aliases(each, parts)) for each in parts)
    return Region(found.name, found.code, tuple(named_parts))


def _aliases(part: Division, siblings: tuple[Division, ...]) -> tuple[str, ...]:
    """Other names of a part that mean no sibling and no province.

    和田 between 和田市 and 和田县 is the city; 河南 is never 河南蒙古族自治县.
    """
    taken = {name for each in siblings if each is not part for name in (each.name, *each.former)}
    if not part.name.endswith("市"):
        taken |= {name for each in siblings if each is not part and not each.name.endswith("县") for name in each.short}
    return tuple(
        name
        for name in part.aliases
        if name not in taken and (part.level == "province" or all(one.level != "province" for one in named(name)))
    )


def _from_title(stated: str, text: str, words: RegionWords) -> Region | None:
    """The region whose plan a title or a document's first lines say it is."""
    for found in chain.from_iterable(pattern.finditer(stated) for pattern in words.titles):
        region = _from_name(found["name"], text, words)
        if region is not None:
            return region
    return None


def _from_name(name: str, text: str, words: RegionWords) -> Region | None:
    """The region at the end of a path of names (新疆维吾尔自治区塔城地区), None when the words are no place."""
    above: Division | None = None
    rest = name
    for prefix in words.prefixes:
        rest = rest.removeprefix(prefix)
    while rest:
        step = _longest_name(rest, above, text, words.kinds)
        if step is None:
            break
        above, rest = step
    if words.zone.search(rest) and above is not None:
        return Region(name, None)
    if rest and above is None:
        return Region(rest, None) if words.official.fullmatch(rest) else None
    return None if above is None else region_of(above)


def _longest_name(words: str, above: Division | None, text: str, kinds: tuple[str, ...]) -> tuple[Division, str] | None:
    """The longest name at the front of `words`, below `above` where that is given, and the words behind it."""
    for length in range(min(len(words), 20), 1, -1):
        found = [each for each in named(words[:length]) if above is None or (each != above and within(each, above))]
        # 清河地区 is not 清河县: a short name may be followed by a further name, not by a generic word.
        official = any(each.name == words[:length] or words[:length] in each.former for each in found)
        if not found or (not official and words[length:] in kinds):
            continue
        likeliest = _likeliest(found, text)
        return None if likeliest is None else (likeliest, words[length:])
    return None


def _likeliest(found: list[Division], text: str) -> Division | None:
    """Of divisions of one name the higher one, else the one whose surroundings the text names most; None for a tie."""
    if len(found) == 1 or found[0].level != found[1].level:
        return found[0]

    def surroundings(each: Division) -> int:
        above = division(each.parent)
        return 0 if above is None else text.count(above.name) + sum(text.count(one) for one in above.short)

    ranked = sorted(((surroundings(each), each) for each in found), reverse=True)
    return None if ranked[0][0] == ranked[1][0] else ranked[0][1]


def _weight(region: Region, text: str) -> int:
    """How often the text names the region and its parts."""
    names = {region.name, *(part.name for part in region.parts)}
    names.update(alias for part in region.parts for alias in part.aliases)
    return sum(text.count(name) for name in names)


def _most_named(text: str, words: RegionWords) -> Division | None:
    """The division whose official name, with those of its parts, stands most often in the text."""
    counts: Counter[str] = Counter(_official_names(text, words))
    scores: Counter[Division] = Counter()
    for name, count in counts.items():
        for each in (one for one in named(name) if one.name == name):
            scores[each] += count
            above = division(each.parent)
            if above is not None and counts[above.name]:
                scores[above] += count
    ranked = scores.most_common(2)
    if not ranked or counts[ranked[0][0].name] < AT_LEAST:
        return None
    return None if len(ranked) > 1 and ranked[0][1] == ranked[1][1] else ranked[0][0]


def _official_names(text: str, words: RegionWords) -> Iterator[str]:
    """Official names in the text: ends of runs of characters that end in a generic word."""
    known = official_names()
    for found in words.official_run.finditer(text, 0, SEARCHED):
        run = found[0]
        name = next((run[start:] for start in range(len(run) - 1) if run[start:] in known), None)
        if name is not None:
            yield name
