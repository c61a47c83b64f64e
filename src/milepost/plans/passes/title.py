"""What a document is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from milepost.languages.heading_words import HeadingWords
from milepost.languages.title_words import TitleWords
from milepost.plans.paragraphs import Paragraph, without_tags
from milepost.plans.reading import Reading

_TOP = 12  # paragraphs in which a printed title is looked for
_LONGEST = 120
_HEAD = 6000  # characters in which the plan names itself in quotation marks
_BLANKS = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])|\s+(?=\s)")


def find(reading: Reading) -> str:
    """The document's title, in this order of trust; "" only for a text without words and a file without a name.

    A line above the first heading that ends in a word for a plan; a title that opens the first sentence; the first
    title in quotation marks that is not another document's; the first heading, short line or the file's name.
    """
    words, headings = reading.language.titles, reading.language.headings
    text = reading.text
    top = _top(reading, headings)
    top = [line for line in top if not _is_numbered(text, line, headings)]
    printed = _printed(text, top, words)
    if printed:
        return printed
    for line in top:
        opening = words.opening.match(text, line.start, line.end)
        if opening:
            return _clean(opening[1])
    quoted = _quoted(text, words)
    if quoted:
        return quoted
    first = next((line for line in top if line.level is not None), None) or next(
        (
            line for line in top
            if line.end - line.start <= _LONGEST // 2 and not headings.stops.search(text, line.start, line.end)
        ), None,
    )  # fmt: skip
    if first and not headings.preface.fullmatch(text, first.start, first.end):
        return _clean(text[first.start : first.end])
    return PurePath(reading.document.source).stem


def _top(reading: Reading, headings: HeadingWords) -> list[Paragraph]:
    """The first paragraphs, up to the first part, chapter or section."""
    top: list[Paragraph] = []
    for line in reading.paragraphs[: _TOP + 1]:
        if headings.division.match(reading.text, line.start, line.end) or len(top) == _TOP:
            break
        if not headings.contents.fullmatch(reading.text, line.start, line.end):
            top.append(line)
    return top


def _is_numbered(text: str, line: Paragraph, headings: HeadingWords) -> bool:
    """Whether a line is a numbered heading of the text, whatever words it ends in."""
    return any(pattern.match(text, line.start, line.end) for _, pattern in headings.numbered)


def _printed(text: str, top: Sequence[Paragraph], words: TitleWords) -> str:
    """The title printed above the text, its broken lines joined; "" if there is none."""
    lines = [text[line.start : line.end] if line.end - line.start <= _LONGEST else "" for line in top]
    stated = [index for index, line in enumerate(top) if line.level == 1]
    for index in [*stated, *range(len(lines))]:
        line = _clean(lines[index])
        if not line or words.not_title.match(line) or not words.plan.search(line):
            continue
        start = index
        while start > 0 and lines[start - 1] and words.half.search(_clean(lines[start - 1])):
            start -= 1
        return _clean("".join(lines[start : index + 1]))
    return ""


def _quoted(text: str, words: TitleWords) -> str:
    for found in words.quoted.finditer(text, 0, min(len(text), _HEAD)):
        if not words.others.search(text[max(0, found.start() - 12) : found.start()]):
            return _clean(found[1])
    return ""


def _clean(words: str) -> str:
    """Without tags, outer quotation marks, line breaks, and blanks between ideographs."""
    return _BLANKS.sub("", without_tags(words).replace("\n", " ")).strip().strip("《》")
