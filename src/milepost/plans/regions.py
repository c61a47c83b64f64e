"""Which region a stretch of the text is about: the one part that it names, the whole, several, or none."""

from __future__ import annotations

from bisect import bisect_left

from milepost.kernel.span import Span
from milepost.plans.model import Place, Region
from milepost.plans.reading import Reading

Named = tuple[str | None, str | None, tuple[str, ...]]
"""Code and official name of the one region meant, and the codes of all regions named."""


def places_in(span: Span, reading: Reading) -> tuple[Place, ...]:
    """The mentions of places that lie wholly in a span, in order."""
    starts = reading.place_starts
    first = bisect_left(starts, span.start)
    last = bisect_left(starts, span.end, lo=first)
    if first == last:
        return ()
    return tuple(place for place in reading.places[first:last] if place.span.end <= span.end)


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
    text, signs = reading.text, reading.language.places
    for place in places_in(words, reading):
        ahead = signs.goes_on.match(text, place.span.end, words.end)
        behind = signs.comes_from.search(text, max(words.start, place.span.start - 10), place.span.start)
        if ahead is not None and not _lies_in(ahead["other"], place, reading):
            return True
        if behind is not None and not signs.no_line.search(text[place.span.start - 2 : place.span.start]):
            return True
    return False


def _lies_in(other: str, place: Place, reading: Reading) -> bool:
    """Whether the text names a town right behind a name of the part."""
    return any(other.startswith(town) for town in reading.towns.get(place.region, ()))


def _names_the_whole(words: Span, reading: Reading, region: Region) -> bool:
    """Whether a stretch of text without parts speaks of the whole region."""
    if places_in(words, reading):
        return True
    return reading.language.places.names_whole(region.name, words.of(reading.text))
