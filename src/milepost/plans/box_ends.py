"""Where a box ends in a document whose format draws no frame: by the likeness of its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from milepost.languages.box_words import BoxWords
from milepost.plans.paragraphs import Paragraph

Shape = Literal["item", "label", "list", "short", "prose"]
_SHORT = 30
_LONGEST_LOOK = 2000
_MEMBERS = 3


def shape(text: str, line: Paragraph, words: BoxWords) -> Shape:
    """What a paragraph looks like: a numbered item, a labelled group, a list of names, a short title, or prose.

    A label that ends in a full stop (…设施。) counts only before a list, or when it names works: a run-in lead of
    running text (加快基地建设。…) looks the same and is followed by sentences.
    """
    content = text[line.start : min(line.end, line.start + _LONGEST_LOOK)]
    if words.item.match(content):
        return "item"
    if words.label.match(content) or words.name_label.match(content):
        return "label"
    stop = next((index for index, sign in enumerate(content[:_SHORT]) if sign in words.stops), None)
    if stop is not None and _is_list(content[stop + 1 :], words):
        return "label"
    if _is_list(content, words):
        return "list"
    if len(content) <= _SHORT and content[-1] not in words.stops:
        return "short"
    return "prose"


def last_of_box(
    text: str, following: Sequence[Paragraph], words: BoxWords, *, blank_lines_separate: bool
) -> Paragraph | None:
    """The last paragraph of a box, of those that follow its title up to the next heading or box; None without any.

    The first paragraph is the box's. Each next one belongs to it while no blank line stands between and it carries
    on in the same way: another item, group or list, or text under a short title. Blank lines mean nothing where
    they separate all paragraphs (`blank_lines_separate`); there it takes two.
    """
    last: Paragraph | None = None
    first_shape: Shape | None = None
    before: Shape | None = None
    for line in following:
        here = shape(text, line, words)
        if last is None:
            first_shape = here
        elif line.blank_lines > (1 if blank_lines_separate else 0) or not _carries_on(first_shape, before, here):
            break
        # A numbered title, like any short one, has its text in the paragraph below.
        titled = here == "item" and line.end - line.start <= _SHORT and text[line.end - 1] not in words.stops
        last, before = line, "short" if titled else here
    return last


def _carries_on(first: Shape | None, before: Shape | None, here: Shape) -> bool:
    if here in ("item", "label"):
        return first != "prose" or here == "item"
    if here == "list":
        return first in ("list", "label", "item", "short")
    if here == "short":
        return first in ("short", "item")
    return before == "short"


def _is_list(content: str, words: BoxWords) -> bool:
    """Whether a paragraph is one enumeration: mostly list commas, and a full stop at its end at most."""
    members = content.count(words.comma)
    inner_stops = sum(content.count(sign) for sign in words.stops) - (content[-1:] in words.stops and content != "")
    return members >= _MEMBERS and content.count(words.clause) * 2 <= members and inner_stops <= 0
