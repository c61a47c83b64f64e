"""Which region a stretch of the text is about: the one part that it names, the whole, several, or none."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from milepost.kernel.span import Span
from milepost.languages.chinese.places import SELF, kind_of
from milepost.plans.model import Place, Region
from milepost.plans.reading import Reading

Named = tuple[str | None, str | None, tuple[str, ...]]
"""Code and official name of the one region meant, and the codes of all regions named."""

_HAN = "一-鿿"
_DASH = "—–－―‐‑-"
# A line goes on behind a place with 至 or a dash and another name; a station or town may stand between.
_GOES_ON = re.compile(rf"(?:站|镇|口岸|机场|县城|市区)?(?:[至～~]|[{_DASH}](?![{_DASH}]))(?P<other>[{_HAN}]{{2,8}})")
_COMES_FROM = re.compile(rf"(?P<other>[{_HAN}]{{2,8}})(?:至|(?<![{_DASH}])[～~{_DASH}])$")
# 扩大至, 甚至 and the like join no places.
_NO_LINE = re.compile(r"(?:大|高|伸|展|加|少|低|升|甚|直|乃|以|截|达)至$")
_NOT_THE_REGION = ("生产总值", "差距", "间", "性", "分异")
"""What follows 地区 at the front of words where it is part of another term."""


def places_in(span: Span, reading: Reading) -> tuple[Place, ...]:
    """The mentions of places that lie wholly in a span, in order."""
    places = reading.places
    first = bisect_left(places, span.start, key=lambda place: place.span.start)
    last = bisect_left(places, span.end, lo=first, key=lambda place: place.span.start)
    return tuple(place for place in places[first:last] if place.span.end <= span.end)


def parts_in(span: Span, reading: Reading) -> tuple[str, ...]:
    """Codes of the region's parts named in a span, each once, in the order of first mention."""
    whole = None if reading.region is None else reading.region.code
    return tuple(dict.fromkeys(place.region for place in places_in(span, reading) if place.region != whole))


def region_of(words: Span, reading: Reading) -> Named:
    """The region that a stretch of text names: (code, official name, codes of all that are named).

    One part gives that part, though the whole be named too. Two parts, or a line from a part to a place elsewhere,
    give (None, None, parts). Only the whole region, by name or by a word for it (全地区; 地区 at the front), gives
    the region. No place gives (None, None, ()).
    """
    region = reading.region
    if region is None:
        return None, None, ()
    parts = parts_in(words, reading)
    if len(parts) > 1 or (parts and _is_line(words, reading)):
        return None, None, parts
    if parts:
        return parts[0], name_of(parts[0], region), parts
    if _names_the_whole(words, reading, region):
        return region.code, region.name, () if region.code is None else (region.code,)
    return None, None, ()


def name_of(code: str, region: Region) -> str | None:
    """The official name of the region or one of its parts.

    >>> name_of("1", Region("清河地区", "1"))
    '清河地区'
    """
    if code == region.code:
        return region.name
    return next((part.name for part in region.parts if part.code == code), None)


def _is_line(words: Span, reading: Reading) -> bool:
    """Whether a part is one end of a line whose other end is elsewhere.

    The other end lies in the same part when the text names the two together somewhere (和布克赛尔县和什托洛盖镇).
    """
    text = reading.text
    for place in places_in(words, reading):
        ahead = _GOES_ON.match(text, place.span.end, words.end)
        behind = _COMES_FROM.search(text, max(words.start, place.span.start - 10), place.span.start)
        if ahead is not None and not _lies_in(ahead["other"], place, reading):
            return True
        if behind is not None and not _NO_LINE.search(text[place.span.start - 2 : place.span.start]):
            return True
    return False


def _lies_in(other: str, place: Place, reading: Reading) -> bool:
    """Whether the text names a town right behind a name of the part."""
    region = reading.region
    name = None if region is None else name_of(place.region, region)
    if region is None or name is None:
        return False
    part = next((part for part in region.parts if part.code == place.region), None)
    names = (name, *(() if part is None else part.aliases))
    return any(other.startswith(town) for each in names for town in _towns(reading.text, each))


@lru_cache(maxsize=64)
def _towns(text: str, name: str) -> frozenset[str]:
    """Towns and townships that `text` names directly behind `name`."""
    return frozenset(re.findall(rf"{re.escape(name)}([{_HAN}]{{2,7}}?)(?=[镇乡])", text))


def _names_the_whole(words: Span, reading: Reading, region: Region) -> bool:
    """Whether a stretch of text without parts speaks of the whole region."""
    if places_in(words, reading):
        return True
    text = words.of(reading.text)
    if region.name in text:
        return True
    kind = "共和国" if region.name.endswith("共和国") else kind_of(region.name)
    if any(word in text for word in SELF.get(kind, ())):
        return True
    # Only 地区 stands alone for the region; 市 and 县 alone are the first half of 市级, 县级.
    return kind == "地区" and text.startswith(kind) and not text[len(kind) :].startswith(_NOT_THE_REGION)
