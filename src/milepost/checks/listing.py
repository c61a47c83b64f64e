"""How many members a list in running text has, and where it begins."""

from __future__ import annotations

from milepost.languages.counting_words import CountingWords

_OPENING = {"（": "）", "“": "”", "《": "》", "‘": "’", "(": ")"}
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}


def list_start(text: str, end: int, words: CountingWords, farthest: int = 160) -> int:
    """Where the clause begins that ends at `end`: behind the last sign that bounds one, outside of brackets.

    An opening bracket or quotation mark that is not closed before `end` bounds it too.
    """
    depth = 0
    for at in range(end - 1, max(-1, end - 1 - farthest), -1):
        sign = text[at]
        if sign in _CLOSING:
            depth += 1
        elif sign in _OPENING:
            if depth == 0:
                return at + 1
            depth -= 1
        elif sign == "\n" or (depth == 0 and sign in words.bounds):
            return at + 1
    return max(0, end - farthest)


def pieces(text: str, start: int, end: int, separators: str) -> list[tuple[int, int]]:
    """Spans of the pieces between separators, those inside brackets and quotation marks left whole.

    Quoted pieces that stand side by side are parted too (“甲”“乙”).

    >>> text = "一核（甲、乙）、两翼和“丙、丁”“戊”"
    >>> [text[a:b] for a, b in pieces(text, 0, len(text), "、")]
    ['一核（甲、乙）', '两翼和“丙、丁”', '“戊”']
    """
    found, depth, begin = [], 0, start
    for at in range(start, end):
        sign = text[at]
        if depth == 0 and (sign in separators or (sign == "“" and at > begin and text[at - 1] == "”")):
            found.append((begin, at))
            begin = at if sign == "“" else at + 1
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth = max(0, depth - 1)
    found.append((begin, end))
    return [piece for piece in found if text[piece[0] : piece[1]].strip()]


def members(text: str, start: int, end: int, words: CountingWords) -> tuple[int, int]:
    """The lowest and the highest number of members that a list may have.

    Separators part members surely, 和 and the like perhaps; a piece that is only a verb (新建、改建) is none.
    """
    parts = [text[begin:stop].strip() for begin, stop in pieces(text, start, end, words.separators)]
    sure = [part for part in parts if not words.verbs.fullmatch(part)]
    joins = sum(len(words.conjunctions.findall(part)) for part in parts)
    return max(1, len(sure)) if parts else 0, len(parts) + joins


def closed_at(text: str, opening: int, farthest: int = 600) -> int:
    """Where the bracket that opens at `opening` is closed, -1 if it is not before the line ends."""
    depth = 0
    for at in range(opening, min(len(text), opening + farthest)):
        sign = text[at]
        if sign == "\n":
            return -1
        if sign in "（(":
            depth += 1
        elif sign in "）)":
            depth -= 1
            if depth == 0:
                return at
    return -1
