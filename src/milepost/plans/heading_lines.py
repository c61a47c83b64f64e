"""Where the title ends that follows a heading's number, be it alone on its line or running into text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from milepost.languages.heading_words import HeadingWords
from milepost.plans.paragraphs import BLANKS, TAG

_RUN = re.compile(rf"(?:[{BLANKS}]|{TAG})+")
_LEADERS = ".．·•…_－-"
_PAGE_NUMBER = re.compile(
    rf"(?:[{_LEADERS}][{BLANKS}]?){{3,}}[{BLANKS}]*\d{{0,4}}$|…+[{BLANKS}]*\d{{0,4}}$|\t+[{BLANKS}]*\d{{1,4}}$"
)
_LONGEST_CONTENTS_LINE = 300
_LOOSE_PAGE_NUMBER = re.compile(rf"[{BLANKS}]+\d{{1,3}}$")
_TEXT_LENGTH = 40
_LOOKAHEAD = 400
_LOOKBEHIND = 60


@dataclass(frozen=True, slots=True)
class TitleEnd:
    """Where a title ends, and whether running text (or another heading) stands behind it on the line."""

    end: int
    runs_on: bool


def separated(text: str, start: int, end: int, words: HeadingWords) -> int:
    """Where the title starts behind a number that ends at `start`: blanks, tags and one separator are passed."""
    position = _after_blanks(text, start, end)
    if position < end and text[position] in words.separators:
        position += 1
        while position < end and text[position] in words.separators:
            position += 1
    return _after_blanks(text, position, end)


def title_end(text: str, start: int, end: int, words: HeadingWords, *, run_in: bool) -> TitleEnd | None:
    """Where the title that starts at `start` ends on a line that ends at `end`; None if no title stands there.

    Blanks end a title where another division's number follows them, or where two or more of them are followed by
    running text; with `run_in`, for documents that print headings and text in one line, by anything. Single blanks,
    and blanks between single characters (总  则), stand inside a title. A lone blank ends the title of a line that
    would be too long without, so that a heading whose wide blanks were lost is still read.
    """
    if end - start <= _LONGEST_CONTENTS_LINE and without_page_number(text[start:end], loose=False) is not None:
        return TitleEnd(end, runs_on=False)
    window_end = min(end, start + words.longest_title + _TEXT_LENGTH)
    lone: int | None = None
    piece_start = start
    for run in _RUN.finditer(text, start, window_end):
        if run.end() >= end:
            break
        if words.division.match(text, run.end(), end):
            return _bounded(start, run.start(), words, runs_on=True)
        spaced = run.start() - piece_start <= 1 or _next_piece(text, run.end(), end) <= 1
        piece_start = run.end()
        if _is_wide(run.group()) and not spaced and (run_in or _is_text(text, run.end(), end, words)):
            return _bounded(start, run.start(), words, runs_on=True)
        if lone is None and not spaced:
            lone = run.start()
    if end - start <= words.longest_title and not words.stops.search(text, start, end):
        return _bounded(start, end, words, runs_on=False)
    if lone is not None and _is_text(text, lone, end, words):
        return _bounded(start, lone, words, runs_on=True)
    return None


def without_page_number(words: str, *, loose: bool) -> str | None:
    """The line of a contents list without its page number, None if it has none; `loose` allows a bare blank.

    >>> without_page_number("发展基础……12", loose=False), without_page_number("展望 12", loose=True)
    ('发展基础', '展望')
    >>> without_page_number("2035年远景目标", loose=True) is None
    True
    """
    tail = words[-_LOOKBEHIND:]
    led = _PAGE_NUMBER.search(tail)
    found = led or (_LOOSE_PAGE_NUMBER.search(tail) if loose else None)
    if not found:
        return None
    return words[: len(words) - len(found.group())].rstrip(BLANKS + _LEADERS if led else BLANKS)


def _bounded(start: int, end: int, words: HeadingWords, *, runs_on: bool) -> TitleEnd | None:
    return TitleEnd(end, runs_on) if end - start <= words.longest_title else None


def _after_blanks(text: str, start: int, end: int) -> int:
    found = _RUN.match(text, start, end)
    return found.end() if found else start


def _is_wide(run: str) -> bool:
    return len(run) >= 2 or run in "\t\x0c"


def _next_piece(text: str, start: int, end: int) -> int:
    """Length of what stands up to the next blank."""
    found = _RUN.search(text, start, min(end, start + 3))
    return (found.start() if found else min(end, start + 3)) - start


def _is_text(text: str, start: int, end: int, words: HeadingWords) -> bool:
    """Whether running text stands there: long, or with a mark that ends a sentence."""
    return end - start > _TEXT_LENGTH or words.stops.search(text, start, min(end, start + _LOOKAHEAD)) is not None
