"""Which region the plan is for, and which divisions it has one level below.

The name is looked for where documents put it, in this order: the title that the reading has; the first lines
(a national plan has its title inside the first sentence); a title in 《》 near the front, of which the one whose
places the text speaks of most wins, as a plan also names the higher plans that it follows. A document without any
title is for the division that its text names most, if one stands out.

A name that the table of divisions does not know (an invented region, or one of another country) gives a region
without code and without parts, since a part needs a code.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from milepost.languages.chinese.places import PLACE_KINDS
from milepost.plans.divisions import Division, division, named, official_names, parts_of, within
from milepost.plans.model import Region, RegionPart
from milepost.plans.reading import Reading

FIRST_LINES = 600
FRONT = 6000
SEARCHED = 200_000
AT_LEAST = 3
"""How often a division must be named to be taken for the region of a document without a title."""

_HAN = r"[一-鿿]"
_KIND = "|".join(PLACE_KINDS)
_PLAN = (
    r"(?:国民经济和社会发展|经济社会发展|国民经济与社会发展|(?:人民)?政府工作报告|"
    r"(?:第?十[一二三四五六七八九]?个?五年|“十[一二三四五六七八九]五”|[\d０-９]{4})[^\n《》。]{0,30}?(?:规划|计划|纲要|报告))"
)
_TITLE = re.compile(rf"(?<!{_HAN})(?:关于)?(?:[\d０-９]{{4}}\s*年)?\s*(?P<name>{_HAN}{{2,24}}?)(?:20\d\d\s*年)?{_PLAN}")
_CONGRESS = re.compile(rf"在(?P<name>{_HAN}{{2,24}}?)第[一二三四五六七八九十百\d]{{1,4}}届人民代表大会")
_QUOTED = re.compile(r"《([^《》\n]{4,60})》")
_OFFICIAL_RUN = re.compile(rf"{_HAN}{{1,12}}?(?:{_KIND})")
_OFFICIAL_NAME = re.compile(rf"{_HAN}{{2,10}}(?:{_KIND})")
# A zone or corps inside a division (新疆生产建设兵团) is a region of its own, and in no table.
_ZONE = re.compile(r".(?:兵团|园区|开发区|示范区|试验区|新区|合作区)$")
_ENGLISH = re.compile(
    r"\b((?:[A-Z][\w'’-]+ ){1,3}(?:District|Province|County|Region|Prefecture|Municipality|City|State|Council))\b"
)


def find(reading: Reading) -> Region | None:
    """The region of a reading, None when neither a title nor the text shows one."""
    if reading.language.code != "zh":
        return _english(reading)
    text = reading.text
    for stated in (reading.title, text[:FIRST_LINES]):
        found = _from_title(stated, text)
        if found is not None:
            return found
    quoted = [_from_title(each[1], text) for each in _QUOTED.finditer(text, 0, FRONT)]
    candidates = list(dict.fromkeys(region for region in quoted if region is not None))
    if candidates:
        return max(candidates, key=lambda region: _weight(region, text))
    most = _most_named(text)
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


def _from_title(stated: str, text: str) -> Region | None:
    """The region whose plan a title or a document's first lines say it is."""
    for found in chain(_TITLE.finditer(stated), _CONGRESS.finditer(stated)):
        region = _from_name(found["name"], text)
        if region is not None:
            return region
    return None


def _from_name(words: str, text: str) -> Region | None:
    """The region at the end of a path of names (新疆维吾尔自治区塔城地区), None when the words are no place."""
    above: Division | None = None
    rest = words.removeprefix("中共").removeprefix("关于")
    while rest:
        step = _longest_name(rest, above, text)
        if step is None:
            break
        above, rest = step
    if _ZONE.search(rest) and above is not None:
        return Region(words, None)
    if rest and above is None:
        return Region(rest, None) if _OFFICIAL_NAME.fullmatch(rest) else None
    return None if above is None else region_of(above)


def _longest_name(words: str, above: Division | None, text: str) -> tuple[Division, str] | None:
    """The longest name at the front of `words`, below `above` where that is given, and the words behind it."""
    for length in range(min(len(words), 20), 1, -1):
        found = [each for each in named(words[:length]) if above is None or (each != above and within(each, above))]
        # 清河地区 is not 清河县: a short name may be followed by a further name, not by a generic word.
        official = any(each.name == words[:length] or words[:length] in each.former for each in found)
        if not found or (not official and words[length:] in PLACE_KINDS):
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


def _most_named(text: str) -> Division | None:
    """The division whose official name, with those of its parts, stands most often in the text."""
    counts: Counter[str] = Counter(_official_names(text))
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


def _official_names(text: str) -> Iterator[str]:
    """Official names in the text: ends of runs of characters that end in a generic word."""
    known = official_names()
    for found in _OFFICIAL_RUN.finditer(text, 0, SEARCHED):
        words = found[0]
        name = next((words[start:] for start in range(len(words) - 1) if words[start:] in known), None)
        if name is not None:
            yield name


def _english(reading: Reading) -> Region | None:
    """The first name of the form "Ngoma District" in the title or at the front of an English document."""
    found = _ENGLISH.search(reading.title) or _ENGLISH.search(reading.text, 0, FRONT)
    return None if found is None else Region(found[1], None)
