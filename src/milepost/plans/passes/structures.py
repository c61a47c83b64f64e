"""Named spatial structures and their members: “一核两翼” with what the core and the wings are.

A structure is a slogan of groups, each a numeral and a noun (两群三带; 一个核心、两个重点), of which the text says the
members. It says so in one of these forms:

- in brackets behind each group: 一核（甲市）、两廊（东廊和西廊）;
- in brackets behind the slogan, by group: “两主多点”（两主：甲市和乙市；多点：…）;
- in the sentences that follow, by group: 两群：一是打造…。二是打造…; “一核”即甲市。

A group of N must have N members, 多 any number: lists are split at 、 and, where that gives too few, at 和. A group
whose list gives another number yields nothing, and a slogan without any member (“四个意识”) is no structure.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from milepost.kernel.span import Span
from milepost.languages.structure_words import StructureWords
from milepost.plans.model import Structure, StructureMember
from milepost.plans.reading import Reading
from milepost.plans.regions import parts_in

FIRST_WITHIN = 300
"""Characters behind a slogan within which its first group must be taken up."""
NEXT_WITHIN = 3000
"""Characters between one group's or member's beginning and the next one's."""
LONGEST_NAME = 32
LONGEST_BRACKET = 1500

_OPENING = {"（": "）", "(": ")", "“": "”", "《": "》"}
_SOON_OPENED = re.compile(r"[^，。；\n“”（(]{0,12}[（(]")
_STOP = re.compile(r"[，。；\n]")
_STOP_OF_ONE = re.compile(r"[，；：]")
_COLON = re.compile(r"[：:]")
_BRACKETS = re.compile(r"[（）()\n]")
_BETWEEN_GROUPS = ("", "、", "，", "；", ",", "和")


@dataclass(frozen=True, slots=True)
class _Group:
    """A numeral and what it counts; `number` is None for any number (多), `noun` is without a measure word.

    `spatial` says that what is counted is a thing of space.
    """

    words: str
    span: Span
    number: int | None
    noun: str
    spatial: bool


@dataclass(frozen=True, slots=True)
class _TakenUp:
    """A group's words with what introduces its members behind them; `end` is where the members begin."""

    start: int
    label: str
    end: int


def find(reading: Reading) -> tuple[Structure, ...]:
    """The structures of a text that state their members, in order; the mention next to the members is given."""
    words = reading.language.structures
    if words is None:
        return ()
    slogans = _Slogans(reading, words)
    found: dict[Span, Structure] = {}
    for structure in (*slogans.with_inner_brackets(), *slogans.with_definitions()):
        # A slogan said twice before its members is one structure, at the later place.
        found[structure.members[0].span] = structure
    return tuple(sorted(found.values(), key=lambda structure: structure.span))


@dataclass(frozen=True)
class _Slogans:
    """Reads the slogans of one text."""

    reading: Reading
    words: StructureWords

    @property
    def text(self) -> str:
        """The document's text."""
        return self.reading.text

    def with_inner_brackets(self) -> Iterator[Structure]:
        """一核（甲市）、两廊（…）: every group has its bracket."""
        chain: list[tuple[_Group, Span]] = []
        for found in self.words.before_bracket.finditer(self.text):
            content = _bracket(self.text, found.end() - 1)
            if content is None:
                continue
            if chain and self.text[chain[-1][1].end + 1 : found.start()].strip('“”"‘’') not in _BETWEEN_GROUPS:
                yield from self._chained(chain)
                chain = []
            chain.append((self._group(found["group"], found.start()), content))
        yield from self._chained(chain)

    def _chained(self, chain: list[tuple[_Group, Span]]) -> Iterator[Structure]:
        """The structure of groups with a bracket each; a single group must count two or more."""
        groups = [group for group, _ in chain]
        if not any(group.spatial for group in groups) or (len(groups) == 1 and (groups[0].number or 0) < 2):
            return
        members = [member for group, content in chain for member in self._listed(group, content)]
        span = Span(groups[0].span.start, groups[-1].span.end)
        if members and (len(groups) > 1 or self.text[max(0, span.start - 1)] in '“"‘'):
            yield Structure("、".join(group.words for group in groups), span, tuple(members))

    def with_definitions(self) -> Iterator[Structure]:
        """A slogan whose groups are taken up one by one, in a bracket behind it or in the sentences that follow."""
        text, words = self.text, self.words
        quoted = [(Span(*found.span(1)), found.end()) for found in words.quoted.finditer(text)]
        insides = {span.end for span, _ in quoted}
        bare = [(Span(*found.span()), found.end()) for found in words.bare.finditer(text) if found.end() not in insides]
        taken_up = [_TakenUp(found.start(), found["label"], found.end()) for found in words.taken_up.finditer(text)]
        for span, end in quoted + bare:
            groups = [self._group(each[0], each.start()) for each in words.groups.finditer(text, *span)]
            if not any(group.spatial for group in groups):
                continue
            members = tuple(self._defined(groups, end, taken_up))
            if members:
                yield Structure(span.of(text), span, members)

    def _defined(self, groups: list[_Group], end: int, taken_up: list[_TakenUp]) -> Iterator[StructureMember]:
        """Members of groups that are taken up behind `end`, in the order of the slogan."""
        opened = _SOON_OPENED.match(self.text, end)
        bracket = None if opened is None else _bracket(self.text, opened.end() - 1)
        if bracket is not None and bracket.start == end + 1 and len(groups) == 1:
            # “三区”（甲、乙、丙） is read with the brackets behind groups.
            return
        limit = len(self.text) if bracket is None else bracket.end
        starts: list[tuple[_Group, _TakenUp]] = []
        position, within = end, FIRST_WITHIN
        for group in groups:
            found = self._first(group, taken_up, position, min(limit, position + within))
            if found is not None:
                starts.append((group, found))
                position, within = found.end, NEXT_WITHIN
        # One group of several taken up may be chance; half of them is a definition.
        if len(starts) * 2 < len(groups):
            return
        for index, (group, found) in enumerate(starts):
            stop = starts[index + 1][1].start if index + 1 < len(starts) else min(limit, found.end + NEXT_WITHIN)
            yield from self._members(group, Span(found.end, stop))

    def _first(self, group: _Group, taken_up: list[_TakenUp], start: int, stop: int) -> _TakenUp | None:
        """The first place in `text[start:stop]` where a group is taken up, in full or by its noun (一核引领: 一核)."""
        for index in range(bisect_left(taken_up, start, key=lambda each: each.start), len(taken_up)):
            each = taken_up[index]
            if each.start >= stop:
                return None
            begins = group.words.startswith(each.label) and self.words.spatial_end.search(each.label)
            if each.label == group.words or begins:
                return each
        return None

    def _members(self, group: _Group, segment: Span) -> Iterator[StructureMember]:
        """Members of a group in the text behind its introduction: a list 一是…二是…, or an enumeration."""
        if self.text.startswith(self.words.ordinals[0], segment.start):
            starts = self._ordinals(segment)
            if group.number in (None, len(starts)):
                for start in starts:
                    yield from self._member(self._named_behind(start))
            return
        end = next((index for index in range(segment.start, segment.end) if self.text[index] in "。\n"), segment.end)
        yield from self._listed(group, Span(segment.start, end))

    def _ordinals(self, segment: Span) -> list[int]:
        """Ends of 一是, 二是, … in turn."""
        starts: list[int] = []
        position = segment.start
        for ordinal in self.words.ordinals:
            found = self.text.find(ordinal, position, min(segment.end, position + NEXT_WITHIN))
            if found < 0:
                break
            position = found + len(ordinal)
            starts.append(position)
        return starts

    def _named_behind(self, start: int) -> Span:
        """The thing that a clause speaks of first: without its verb, up to the first stop."""
        found = self.words.verbs.match(self.text, start)
        begin = start if found is None else found.end()
        stop = _STOP.search(self.text, begin)
        return Span(begin, len(self.text) if stop is None else stop.start())

    def _listed(self, group: _Group, content: Span) -> list[StructureMember]:
        """Members enumerated in a stretch of text, none if their number is not the group's."""
        spans = self._items(group, content)
        if spans is None:
            return []
        tail = self.words.shared_tail.search(self.text, spans[-1].start, spans[-1].end) if len(spans) > 1 else None
        nouns = [_cut_at_noun(self.text, span, group, spans) for span in spans]
        if tail is None or nouns[-1] != spans[-1]:
            return [member for span in nouns for member in self._member(span)]
        # 东廊和西廊两大经济走廊: each bears the noun behind the numeral; the last one's span holds it.
        members = []
        for span in spans:
            own = self.text[span.start : min(span.end, tail.start())]
            members += [StructureMember(own + tail["noun"], parts_in(span, self.reading), span)]
        return members

    def _items(self, group: _Group, content: Span) -> list[Span] | None:
        """The stretches between separators that give the group's number of members, None when none does."""
        if group.number == 1:
            centre = self.words.centre.match(self.text[content.start : content.end])
            if centre is not None:
                return [self._trimmed(content.start + centre.start("name"), content.start + centre.end("name"))]
            stop = _STOP_OF_ONE.search(self.text, content.start, content.end)
            return [self._trimmed(content.start, content.end if stop is None else stop.start())]
        named = [self._trimmed(span.start, _colon(self.text, span)) for span in _split(self.text, content, "；;")]
        if len(named) > 1 and len(named) == group.number:
            return named
        first = _split(self.text, content, "；;")[0]
        by_comma = [self._trimmed(*span) for span in _split(self.text, first, "、" if group.number is None else "、，")]
        if group.number is None or len(by_comma) == group.number:
            return by_comma
        starts = {place.span.start for place in self.reading.places}
        finer = [self._trimmed(*part) for span in by_comma for part in self._at_conjunctions(span, starts)]
        return finer if len(finer) == group.number else None

    def _member(self, span: Span) -> Iterator[StructureMember]:
        """The member whose name stands in `span`, if that can be a name."""
        name = span.of(self.text)
        if 0 < len(name) <= LONGEST_NAME and not re.search(r"[。；！？\n]", name):
            yield StructureMember(name, parts_in(span, self.reading), span)

    def _at_conjunctions(self, span: Span, names: set[int]) -> list[tuple[int, int]]:
        """Stretches of an item between 和, 与 and 及; a place's name that begins with 和 is left whole."""
        pieces, start = [], span.start
        for found in self.words.conjunction.finditer(self.text, span.start + 1, span.end - 1):
            if found.start() not in names:
                pieces.append((start, found.start()))
                start = found.end()
        return [*pieces, (start, span.end)]

    def _trimmed(self, start: int, end: int) -> Span:
        """The words without a verb in front, blanks, and 等 behind."""
        found = self.words.verbs.match(self.text, start, end)
        start = start if found is None or found.end() >= end else found.end()
        while start < end and self.text[start] in " \u3000":
            start += 1
        while start < end and self.text[end - 1] in " \u3000" + self.words.others:
            end -= 1
        return Span(start, end)

    def _group(self, words: str, start: int) -> _Group:
        """The group that stands at `start`."""
        noun = words[1:].lstrip(self.words.measures) or words[1:]
        spatial = self.words.spatial_end.search(words[1:]) is not None
        return _Group(words, Span(start, start + len(words)), self.words.numerals.get(words[0]), noun, spatial)


def _cut_at_noun(text: str, span: Span, group: _Group, spans: list[Span]) -> Span:
    """The last item without what follows the group's noun, when all before it end in that noun (…河、乙河两大水系)."""
    noun = group.noun
    if span != spans[-1] or len(spans) < 2 or not all(one.of(text).endswith(noun) for one in spans[:-1]):
        return span
    found = text.find(noun, span.start + 1, span.end)
    return span if found < 0 else Span(span.start, found + len(noun))


def _split(text: str, span: Span, separators: str) -> list[Span]:
    """Stretches of `span` between separators that stand in no bracket or quotation."""
    spans, start, closing = [], span.start, ""
    for index in range(span.start, span.end):
        char = text[index]
        if closing:
            closing = "" if char == closing else closing
        elif char in _OPENING:
            closing = _OPENING[char]
        elif char in separators:
            spans.append(Span(start, index))
            start = index + 1
    spans.append(Span(start, span.end))
    return [each for each in spans if each.length] or [span]


def _colon(text: str, span: Span) -> int:
    """Where the first colon in a span stands, the span's end if there is none."""
    found = _COLON.search(text, span.start, span.end)
    return span.end if found is None else found.start()


def _bracket(text: str, opening: int) -> Span | None:
    """What stands in the bracket that opens at `opening`, on one line; full- and half-width may close each other."""
    depth = 0
    for found in _BRACKETS.finditer(text, opening, opening + LONGEST_BRACKET):
        if found[0] in "（(":
            depth += 1
        elif found[0] in "）)":
            depth -= 1
        if depth == 0:
            return Span(opening + 1, found.start())
        if depth > 3 or found[0] == "\n":
            return None
    return None
