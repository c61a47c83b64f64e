"""Which brackets and quotation marks of a plan have no partner."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from milepost.checks.inspection import Inspection
from milepost.kernel.span import Span

PairKind = Literal["bracket", "quote"]

_PARTNER = {
    "（": "）",
    "(": ")",
    "〔": "〕",
    "[": "]",
    "［": "］",
    "【": "】",
    "《": "》",
    "〈": "〉",
    "“": "”",
    "「": "」",
    "『": "』",
}
_OPENER = {closer: opener for opener, closer in _PARTNER.items()}
_QUOTES = frozenset("“”「」『』")
_SAME = {"（": "(", "）": ")", "［": "[", "］": "]"}
# A straight quotation mark behind a figure is a sign for inches or seconds.
_SIGN = re.compile("[" + re.escape("".join(_PARTNER) + "".join(_OPENER)) + ']|(?<![0-9])"')
# 1) or a) or 一） heads a member of a list; the sign has no partner and needs none.
_LIST_MARK = re.compile(r"(?:^|[\s；;。，,：:、])(?:[0-9]{1,2}|[a-zA-Z]|[ivx]{1,4}|[一二三四五六七八九十]{1,2})$")
_CONTEXT = 6
_BROKEN = 80


@dataclass(frozen=True, slots=True)
class Unpaired:
    """Signs that do not pair within one paragraph or cell: a lone one, or several that disagree.

    `mixed` says that the signs do pair but for their width: ( closed by ）.
    """

    kind: PairKind
    signs: str
    places: tuple[Span, ...]
    mixed: bool = False


def unpaired(inspection: Inspection) -> tuple[Unpaired, ...]:
    """All signs without a partner, in order; made once for all rules."""
    return inspection.derived(_all)


def _all(inspection: Inspection) -> tuple[Unpaired, ...]:
    text = inspection.text
    found: list[Unpaired] = []
    cells = _Cells(inspection)
    stretch: list[re.Match[str]] = []
    where: int | None = None
    for sign in _SIGN.finditer(text):
        here = cells.stretch_of(sign.start())
        # A title may be broken inside its brackets, a sentence ends with its paragraph.
        if where is not None and here != where and not _broken_inside(text, stretch, sign.start()):
            found.extend(_in_stretch(text, stretch))
            stretch = []
        where = here
        stretch.append(sign)
    found.extend(_in_stretch(text, stretch))
    return tuple(found)


def _broken_inside(text: str, stretch: list[re.Match[str]], behind: int) -> bool:
    """Whether a bracket stays open at the end of a line that is no sentence, and is closed on the line below."""
    left = _left_over(text, [sign for sign in stretch if sign.group() not in _QUOTES and sign.group() != '"'])
    if len(left) != 1 or left[0].group() not in _PARTNER:
        return False
    end = text.find("\n", stretch[-1].end())
    gap = text[end:behind]
    return (
        text[behind] == _PARTNER[left[0].group()]
        and gap.count("\n") == 1
        and text[end - 1] not in "。！？；.!?;"
        and behind - left[0].start() <= _BROKEN
    )


class _Cells:
    """Which paragraph or cell a character stands in; a cell may run over several lines."""

    def __init__(self, inspection: Inspection) -> None:
        cells = sorted(
            cell.span
            for table in inspection.plan.tables
            for row in table.rows
            for cell in row
            if cell.span.length and "\n" in inspection.text[cell.span.start : cell.span.end]
        )
        self._starts = [span.start for span in cells]
        self._ends = [span.end for span in cells]
        self._lines = [line.start for line in inspection.lines]

    def stretch_of(self, offset: int) -> int:
        """A number that the characters of one paragraph or cell share."""
        place = bisect_right(self._starts, offset) - 1
        if place >= 0 and offset < self._ends[place]:
            return -1 - place
        return bisect_right(self._lines, offset)


def _in_stretch(text: str, signs: list[re.Match[str]]) -> Iterator[Unpaired]:
    """The signs of one paragraph or cell that do not pair: brackets and quotes apart, so that one fault is one."""
    straight = [sign for sign in signs if sign.group() == '"']
    if len(straight) % 2:
        yield Unpaired("quote", '"', (_against(text, straight[-1]),))
    signs = [sign for sign in signs if sign.group() != '"']
    for kind in ("bracket", "quote"):
        chosen = [sign for sign in signs if (sign.group() in _QUOTES) == (kind == "quote")]
        left = _left_over(text, chosen)
        mixed = _of_mixed_width(left)
        for pair in mixed:
            yield Unpaired(kind, "".join(sign.group() for sign in pair), _places(text, pair), mixed=True)
        rest = [sign for sign in left if not any(sign in pair for pair in mixed)]
        # Two openers in a row, or two closers, are one slip of one pair.
        while rest:
            group = [sign for sign in rest if _SAME.get(sign.group(), sign.group()) in _like(rest[0].group())]
            taken = group[: 2 if kind == "quote" else 1]
            yield Unpaired(kind, "".join(sign.group() for sign in taken), _places(text, taken))
            rest = [sign for sign in rest if sign not in taken]


def _like(sign: str) -> tuple[str, ...]:
    """A sign and its partner in their narrow forms."""
    partner = _PARTNER.get(sign) or _OPENER[sign]
    return _SAME.get(sign, sign), _SAME.get(partner, partner)


def _left_over(text: str, signs: list[re.Match[str]]) -> list[re.Match[str]]:
    """The signs without a partner, each closer taking the nearest opener of its own kind."""
    waiting: list[re.Match[str]] = []
    left: list[re.Match[str]] = []
    for sign in signs:
        char = sign.group()
        if char in _PARTNER:
            waiting.append(sign)
            continue
        at = next((index for index in range(len(waiting) - 1, -1, -1) if waiting[index].group() == _OPENER[char]), None)
        if at is not None:
            waiting.pop(at)
        elif not (char in ")）" and _LIST_MARK.search(text, max(0, sign.start() - _CONTEXT), sign.start())):
            left.append(sign)
    return sorted([*left, *waiting], key=lambda sign: sign.start())


def _of_mixed_width(left: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Openers and closers next to each other among those left that differ in width only."""
    pairs: list[list[re.Match[str]]] = []
    for first, second in pairwise(left):
        opener, closer = first.group(), second.group()
        narrow = _SAME.get(opener, opener)
        if opener in _PARTNER and closer in _OPENER and _PARTNER.get(narrow) == _SAME.get(closer, closer):
            pairs.append([first, second])
    return pairs


def _against(text: str, sign: re.Match[str]) -> Span:
    """A straight quotation mark with the word that it stands against."""
    start, end = sign.span()
    while end < len(text) and end - sign.end() < _CONTEXT and text[end].isalnum():
        end += 1
    while end == sign.end() and start > 0 and sign.start() - start < _CONTEXT and text[start - 1].isalnum():
        start -= 1
    return Span(start, end)


def _places(text: str, signs: list[re.Match[str]]) -> tuple[Span, ...]:
    """Each sign with the words that it stands against: behind an opener, before a closer."""
    places = []
    for sign in signs:
        if sign.group() in _PARTNER:
            end = sign.end()
            while end < len(text) and end - sign.end() < _CONTEXT and text[end].isalnum():
                end += 1
            places.append(Span(sign.start(), end))
        else:
            start = sign.start()
            while start > 0 and sign.start() - start < _CONTEXT and text[start - 1].isalnum():
                start -= 1
            places.append(Span(start, sign.end()))
    return tuple(places)
