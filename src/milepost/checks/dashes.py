"""Which names are joined by different dashes in different places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from milepost.checks.inspection import Inspection
from milepost.kernel.span import Span

_DASH = re.compile(r"(?<=\w)[-‐‑–—－―─](?=\w)")
_LONGEST = 6
"""Characters of a Chinese name at most; of a Latin word any number."""


_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Joint:
    """A dash with the words on both sides: `key` is what makes two joints the same."""

    key: _Key
    sign: str
    left: Span
    right: Span


def chains(inspection: Inspection) -> list[tuple[Span, ...]]:
    """For each group of names that are joined by different dashes: the places, each from first to last name."""
    text = inspection.text
    joints = _joints(text)
    alike: dict[_Key, list[_Joint]] = {}
    for joint in joints:
        alike.setdefault(joint.key, []).append(joint)
    mixed = {key: same for key, same in alike.items() if len({joint.sign for joint in same}) > 1}
    before = {key: _shared([joint.left.of(text)[::-1] for joint in same]) for key, same in mixed.items()}
    behind = {key: _shared([joint.right.of(text) for joint in same]) for key, same in mixed.items()}
    groups = _Groups()
    places: list[tuple[_Key, Span]] = []
    last: _Joint | None = None
    for joint in (joint for joint in joints if joint.key in mixed):
        end = joint.right.start + behind[joint.key]
        if last is not None and joint.left.start <= last.right.start:
            groups.join(places[-1][0], joint.key)
            places[-1] = (places[-1][0], Span(places[-1][1].start, end))
        else:
            places.append((joint.key, Span(joint.left.end - before[joint.key], end)))
        last = joint
    found: dict[_Key, list[Span]] = {}
    for key, span in places:
        found.setdefault(groups.head(key), []).append(span)
    return [tuple(spans) for spans in found.values()]


def _shared(names: list[str]) -> int:
    """Number of characters that all names begin with."""
    shortest = min(map(len, names))
    return next((at for at in range(shortest) if len({name[at] for name in names}) > 1), shortest)


def _joints(text: str) -> list[_Joint]:
    found = []
    for dash in _DASH.finditer(text):
        left, right = _left(text, dash.start()), _right(text, dash.end())
        first, second = left.of(text), right.of(text)
        if first.isdigit() != second.isdigit() or (first.isdigit() and not len(first) == len(second) == 4):
            continue
        found.append(_Joint((_near(first, last=True), _near(second, last=False)), dash.group(), left, right))
    return found


def _near(name: str, *, last: bool) -> str:
    """What of a name counts: a Latin word or a number whole, of Chinese, where words run on, the nearest sign."""
    if name.isascii():
        return name
    return name[-1] if last else name[0]


def _left(text: str, end: int) -> Span:
    start = end
    ascii_word = text[end - 1].isascii()
    while start > 0 and text[start - 1].isalnum() and text[start - 1].isascii() == ascii_word:
        if not ascii_word and end - start >= _LONGEST:
            break
        start -= 1
    return Span(start, end)


def _right(text: str, start: int) -> Span:
    end = start
    ascii_word = text[start].isascii()
    while end < len(text) and text[end].isalnum() and text[end].isascii() == ascii_word:
        if not ascii_word and end - start >= _LONGEST:
            break
        end += 1
    return Span(start, end)


class _Groups:
    """Keys that stand in one chain belong together."""

    def __init__(self) -> None:
        self._above: dict[_Key, _Key] = {}

    def head(self, key: _Key) -> _Key:
        """The key that stands for all of a group."""
        while key in self._above:
            key = self._above[key]
        return key

    def join(self, first: _Key, second: _Key) -> None:
        """Put two groups together."""
        one, other = self.head(first), self.head(second)
        if one != other:
            self._above[other] = one
