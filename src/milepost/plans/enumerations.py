"""Where an enumeration is parted: never inside brackets or quotation marks, nor inside a number."""

from __future__ import annotations

import re
from functools import lru_cache

from milepost.kernel.span import Span

_CLOSING = {
    "（": "）", "(": "）", "“": "”", "‘": "’", "《": "》", "〈": "〉",
    "【": "】", "[": "]", "「": "」", "『": "』", "〔": "〕", "{": "}",
}  # fmt: skip
_OPENING = frozenset(_CLOSING)
# （ is often closed by the half-width sign, and the other way round.
_SAME = {")": "）"}
_CLOSERS = frozenset(_CLOSING.values()) | frozenset(_SAME)
_BLANKS = " \t\n\r\u3000\u00a0"


@lru_cache(maxsize=32)
def _signs(separators: str) -> re.Pattern[str]:
    """Every sign that matters while parting at the given separators."""
    return re.compile(f"[{re.escape(''.join(sorted(_OPENING | _CLOSERS | set(separators))))}]")


def part(text: str, start: int, end: int, separators: str) -> list[Span]:
    """Pieces of `text[start:end]` between top-level separators, without outer blanks; empty pieces are left out.

    A bracket that is never closed protects nothing. Linear in the length of the range.

    >>> [span.of("甲（乙、丙）、丁") for span in part("甲（乙、丙）、丁", 0, 8, "、")]
    ['甲（乙、丙）', '丁']
    >>> [span.of("1,200户,3户") for span in part("1,200户,3户", 0, 9, ",")]
    ['1,200户', '3户']
    """
    opened: list[tuple[str, int]] = []
    found: list[int] = []
    for match in _signs(separators).finditer(text, start, end):
        sign, at = match[0], match.start()
        if sign in separators:
            if not (sign in ",，.:：" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()):
                found.append(at)
        elif sign in _OPENING:
            opened.append((_CLOSING[sign], len(found)))
        else:
            _close(_SAME.get(sign, sign), opened, found)
    return _pieces(text, start, end, found)


def _close(sign: str, opened: list[tuple[str, int]], found: list[int]) -> None:
    """Forget the separators since the bracket that `sign` closes; a closer without its opener is a plain sign."""
    for depth in range(len(opened) - 1, max(len(opened) - 4, -1), -1):
        if opened[depth][0] == sign:
            del found[opened[depth][1] :]
            del opened[depth:]
            return


def _pieces(text: str, start: int, end: int, cuts: list[int]) -> list[Span]:
    """The ranges between the cuts, trimmed."""
    pieces = []
    for left, right in zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True):
        trimmed = trim(text, left, right)
        if trimmed.length:
            pieces.append(trimmed)
    return pieces


def trim(text: str, start: int, end: int, signs: str = _BLANKS) -> Span:
    """The range without the given signs at its edges.

    >>> trim(" 水库 ", 0, 4)
    Span(start=1, end=3)
    """
    while start < end and text[start] in signs:
        start += 1
    while end > start and text[end - 1] in signs:
        end -= 1
    return Span(start, end)
