"""Where the text names the plan's region and its parts, short names resolved.

Only the region and the divisions one level below are looked for. Rules, in this order:

- The longest name wins; a longer name of another division (沙湾区) or thing (乌苏里江) hides the short name in it,
  and a generic word that begins another word is none (沙湾区域, 塔城市场).
- A place's name before 河, 湖, 盆地 and the like belongs to a natural thing and is no mention.
- A short name that is an ordinary word too (和平, 资源) counts only in a list with another place.
- A short name that the region shares with a part (塔城: 塔城地区, 塔城市) is the part where it stands in a list with
  other parts (塔城、乌苏) or is the end of a line (塔城至…铁路), for a line ends in a town; else it is the region.
  Directly before a part's name (塔城裕民) it is the region too: that is a path.
- First characters joined by dashes (“乌—沙—托”), or put together before a word for a grouping (乌沙板块), are parts
  when each of them begins the name of just one part; if one does not, none counts, as the list is of other places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import ahocorasick

from milepost.kernel.span import Span
from milepost.languages.place_words import PlaceWords
from milepost.plans.divisions import longer_names
from milepost.plans.model import Place, Region
from milepost.plans.reading import Reading


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name found: the code that it means by itself, and the part that it may mean instead (`shared`)."""

    start: int
    end: int
    code: str
    ordinary: bool = False
    shared: str | None = None


@dataclass(frozen=True, slots=True)
class _Name:
    """What a word of the automaton means; `code` is "" for a longer name that only hides shorter ones."""

    word: str
    code: str
    short: bool = False
    ordinary: bool = False
    shared: str | None = None
    province: bool = False


def find(reading: Reading) -> tuple[Place, ...]:
    """Every mention of the region and its parts, in the order of the text; () for a region without code."""
    region = reading.region
    if region is None or region.code is None:
        return ()
    text = reading.text
    words = reading.language.places
    mentions = list(_mentions(text, _names(region, words), words))
    places = [Place(code, Span(each.start, each.end)) for each, code in _resolved(text, mentions, words)]
    taken = {place.span.start for place in places}
    places += [place for place in _abbreviations(text, region, words) if place.span.start not in taken]
    return tuple(sorted(places, key=lambda place: place.span))


def _names(region: Region, words: PlaceWords) -> dict[str, _Name]:
    """Every word to look for, by itself."""
    assert region.code is not None
    shorts = words.short_names(region.name)
    names = {}
    for part in region.parts:
        province = part.code.endswith("0000")
        for word in (part.name, *part.aliases):
            short = word == words.stem_of(part.name)
            ordinary = short and not province and word in words.ordinary
            names[word] = _Name(word, part.code, short, ordinary, None, province)
    for word in (region.name, *shorts):
        shared = names[word].code if word in names else None
        names[word] = _Name(word, region.code, word != region.name, False, shared, region.code.endswith("0000"))
    for word in [each for each in names if names[each].short]:
        longer = longer_names(word) | {each for each in words.longer if word in each}
        for each in longer - names.keys():
            names[each] = _Name(each, "")
    return names


def _mentions(text: str, names: dict[str, _Name], words: PlaceWords) -> Iterator[_Mention]:
    """Names in the text, longest first and without overlap, guarded against longer words."""
    automaton = ahocorasick.Automaton()
    for word, name in names.items():
        automaton.add_word(word, name)
    automaton.make_automaton()
    for last, found in automaton.iter_long(text):
        end = last + 1
        name, end = _without_suffix(text, end, found, names, words)
        if name.code and not (name.short and _is_feature(text, end, name, words)):
            yield _Mention(end - len(name.word), end, name.code, name.ordinary, name.shared)


def _without_suffix(text: str, end: int, found: _Name, names: dict[str, _Name], words: PlaceWords) -> tuple[_Name, int]:
    """The name that stands there once a generic word that begins another word (区域, 市场) is left out."""
    word = found.word
    following = text[end : end + 1]
    if following and following in words.suffix_starts_a_word.get(word[-1], "") and word[:-1] in names:
        return names[word[:-1]], end - 1
    return found, end


def _is_feature(text: str, end: int, name: _Name, words: PlaceWords) -> bool:
    """Whether the name is the first half of a natural thing's name (额敏河)."""
    following = text[end : end + 3]
    for feature in words.features:
        if following.startswith(feature):
            # A province gives its name to no river or hill.
            if len(feature) == 1 and name.province:
                return False
            behind = following[len(feature) : len(feature) + 1]
            return not (behind and behind in words.feature_starts_a_word.get(feature, ""))
    return False


def _resolved(text: str, mentions: list[_Mention], words: PlaceWords) -> Iterator[tuple[_Mention, str]]:
    """Mentions that count, each with its code."""
    for index, each in enumerate(mentions):
        if not each.ordinary and each.shared is None:
            yield each, each.code
            continue
        before = mentions[index - 1] if index else None
        after = mentions[index + 1] if index + 1 < len(mentions) else None
        listed = _joined(text, before, each, words) or _joined(text, each, after, words)
        if each.shared is None:
            if listed:
                yield each, each.code
        elif listed or _ends_a_line(text, each, words):
            yield each, each.shared
        else:
            yield each, each.code


def _joined(text: str, left: _Mention | None, right: _Mention | None, words: PlaceWords) -> bool:
    """Whether two mentions stand in one list, at least one of them being a part by itself."""
    if left is None or right is None or not 1 <= right.start - left.end <= 4:
        return False
    if all(each.ordinary or each.shared is not None for each in (left, right)):
        return False
    return words.joins.fullmatch(text, left.end, right.start) is not None


def _ends_a_line(text: str, each: _Mention, words: PlaceWords) -> bool:
    """Whether a mention is joined to another word by 至 or a single dash, as the ends of a road are."""
    if words.line_behind.match(text, each.end):
        return True
    return words.line_before.search(text, max(0, each.start - 2), each.start) is not None


def _abbreviations(text: str, region: Region, words: PlaceWords) -> Iterator[Place]:
    """Parts named by their first characters: “乌—沙—托”, 乌沙板块."""
    counts = Counter(part.name[0] for part in region.parts)
    codes = {part.name[0]: part.code for part in region.parts if counts[part.name[0]] == 1}
    if len(codes) < 2:
        return
    for pattern in words.initials("".join(codes)):
        for found in pattern.finditer(text):
            places = [(found.start() + index, char) for index, char in enumerate(found[0]) if char not in words.dashes]
            characters = [char for _, char in places]
            if len(set(characters)) == len(characters) and all(char in codes for char in characters):
                yield from (Place(codes[char], Span(start, start + 1)) for start, char in places)
