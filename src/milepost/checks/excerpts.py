"""How a place of a text is shown on one short line: what stands around it, and how wide everything is on a screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from milepost.kernel.span import Span

WIDTH = 76
CUT = "…"

# Control and format characters, halves of pairs, and line separators: what a terminal would obey or not show.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_UPON_OTHERS = frozenset({"Mn", "Me"})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A place on a line: what stands before it, its characters and what follows, cut with … to a width.

    Every part is safe to print: characters that do not show stand as blanks.
    """

    before: str
    place: str
    behind: str


def visible(text: str) -> str:
    r"""The text with a blank for each character that a terminal would obey or not show.

    >>> visible("a\tb\x1b[31m\u202e\u200bc")
    'a b [31m  c'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if unicodedata.category(sign) in _UNSEEN else sign for sign in text)


def cells(text: str) -> int:
    """How many columns a text takes on a terminal: Chinese characters two, accents none.

    >>> cells("到2025年"), cells("é"), cells("e\u0301")
    (8, 1, 1)
    """
    return sum(map(_cells_of, text))


def _cells_of(sign: str) -> int:
    if sign.isascii():
        return 1
    if unicodedata.category(sign) in _UPON_OTHERS:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def excerpt(text: str, span: Span, line: Span, width: int = WIDTH) -> Excerpt:
    """A place and what stands around it on its line; a place over several lines is shown as far as its first.

    >>> excerpt("到2025年，森林覆盖率达到22%以上。", Span(14, 17), Span(0, 20), 16)
    Excerpt(before='…达到', place='22%', behind='以上。')
    """
    room = width - 2 * len(CUT)
    end = min(span.end, line.end)
    place = _fitting(text[span.start : min(end, span.start + width)], room)
    shown_to = span.start + len(place)
    room -= cells(place)
    behind_whole = text[shown_to : min(line.end, shown_to + width)] if shown_to == end else ""
    before_whole = text[max(line.start, span.start - width) : span.start]
    # What one side does not need, the other gets.
    before_room = max(room // 2, room - cells(visible(behind_whole)))
    before = _fitting(before_whole[::-1], before_room)[::-1]
    behind = _fitting(behind_whole, room - cells(before))
    if span.start - len(before) > line.start:
        before = CUT + before
    if shown_to + len(behind) < line.end or span.end > line.end:
        behind += CUT
    return Excerpt(before, place, behind)


def _fitting(signs: str, room: int) -> str:
    """The beginning of a text that fits into so many columns, ready to be printed."""
    return "".join(_while_room(visible(signs), room))


def _while_room(signs: str, room: int) -> Iterable[str]:
    for sign in signs:
        room -= _cells_of(sign)
        if room < 0:
            return
        yield sign
