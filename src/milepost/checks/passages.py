"""Which passages of the running text stand in it twice, word for word."""

from __future__ import annotations

from milepost.checks.inspection import Inspection
from milepost.checks.project_mentions import running_clauses
from milepost.kernel.span import Span

_GRAM = 12  # characters in a row that two places must share to be looked at
_WORDY = 0.8  # part of a passage that must be letters: rows of figures are repeated with good reason
_NEAR = 80  # characters before a passage in which a bracket around it opens
_SEVERAL = 4  # members that make a list
_SHORT = 9  # characters of a member, with its sign, that is no more than the name of a field
_OFTEN = 3  # what stands in more places than these is a name or a phrase that all the document uses


def repeated_passages(inspection: Inspection, length: int) -> list[tuple[Span, ...]]:
    """The places of each passage of at least `length` characters, in the order of the text.

    Characters of set phrases do not count towards the length. No passage reaches over the end of a line.
    """
    found: dict[str, dict[Span, None]] = {}
    reached = -1
    for places in _shared(inspection).values():
        if not 1 < len(places) <= _OFTEN:
            continue
        first = places[0]
        if first < reached:
            continue
        for other in places[1:]:
            one, two = _extended(first, other, inspection.text)
            if one.length < length or one.overlaps(two) or not _counts(one, length, inspection):
                continue
            if _is_frame(one, two, inspection.text) or _is_of_fields(one, inspection):
                continue
            aside = _is_bracketed(one, inspection.folded) or _is_bracketed(two, inspection.folded)
            if not (aside or _is_of_sentences(one, inspection)):
                found.setdefault(one.of(inspection.text), {}).update({one: None, two: None})
                reached = max(reached, one.end)
    return _without_shorter([tuple(sorted(places)) for places in found.values()])


def _shared(inspection: Inspection) -> dict[str, list[int]]:
    """Where stretches of the clauses begin, by the stretch.

    One in three is taken, by its first character: the same ones wherever the passage stands.
    """
    text, grams = inspection.text, dict[str, list[int]]()
    for clause in inspection.derived(running_clauses):
        for at in range(clause.start, clause.end - _GRAM + 1):
            if ord(text[at]) % 3 == 0:
                grams.setdefault(text[at : at + _GRAM], []).append(at)
    return grams


def _extended(one: int, other: int, text: str) -> tuple[Span, Span]:
    """Two equal places made as long as they agree, without blanks and signs at their ends."""
    back = 0
    while one - back > 0 and text[one - back - 1] == text[other - back - 1] != "\n":
        back += 1
    on = 0
    while other + on < len(text) and one + on < other - back and text[one + on] == text[other + on] != "\n":
        on += 1
    start, end = one - back, one + on
    while start < end and _in_a_word(text, start):
        start += 1
    while end > start and _in_a_word(text, end):
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end), Span(other + start - one, other + end - one)


def _is_bracketed(place: Span, folded: str) -> bool:
    """Whether a place stands in brackets: an explanation repeats what it explains."""
    before = folded[max(0, place.start - _NEAR) : place.start]
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))


def _is_frame(one: Span, two: Span, text: str) -> bool:
    """Whether each of two places goes on in its clause with words of its own: the same said of another object."""
    return all(text[place.end : place.end + 1].isalpha() for place in (one, two))


def _is_of_fields(place: Span, inspection: Inspection) -> bool:
    """Whether a place is a list of short members, such as the fields of public service: each list must be complete."""
    words = inspection.words.consistency
    members = words.part_sign.split(place.of(inspection.folded))
    return len(members) >= _SEVERAL and place.length <= len(members) * _SHORT * words.letters_for_a_word


def _is_of_sentences(place: Span, inspection: Inspection) -> bool:
    """Whether a place is a whole sentence or several: that is a fault of layout."""
    first, last = inspection.sentence_at(place.start), inspection.sentence_at(place.end - 1)
    around = inspection.text[first.start : place.start] + inspection.text[place.end : last.end]
    return not any(sign.isalnum() for sign in around)


def _in_a_word(text: str, at: int) -> bool:
    """Whether a word of letters goes on over a place."""
    around = text[max(0, at - 1) : at + 1]
    return len(around) == 2 and around.isascii() and around.isalnum()


def _counts(place: Span, length: int, inspection: Inspection) -> bool:
    """Whether enough is left of a passage when set phrases are taken out."""
    words = inspection.words.consistency
    left = words.set_phrase.sub("", place.of(inspection.folded))
    letters = sum(sign.isalpha() for sign in left)
    latin = sum(sign.isalpha() and sign.isascii() for sign in left) if words.letters_for_a_word == 1 else 0
    return letters - latin * 2 / 3 >= min(length, place.length - left.count(" ")) * _WORDY


def _without_shorter(passages: list[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """The passages without those that lie within another."""
    kept: list[tuple[Span, ...]] = []
    reached: list[Span] = []
    for places in sorted(passages, key=lambda each: -each[0].length):
        if not any(longer.contains(places[0]) for longer in reached):
            kept.append(places)
            reached += places
    return sorted(kept)
