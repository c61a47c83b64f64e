"""Which noun a number counts: the head of the words behind it, and where they end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from milepost.kernel.span import Span
from milepost.languages.english.units import is_plural

_WORD = re.compile(r"[\s-]([A-Za-z][A-Za-z'&]*(?:-[A-Za-z]+)*|\([A-Z]{2,6}s?\))")
# Words that no noun phrase goes on behind; longer phrases than this many words are none.
_STOP = frozenset(
    "of in on at to by for from with and or nor were was are is be been being will shall would should"
    " could can may must might "
    "have has had do does did that which who whose whom where when while as per than over under"
    " through during between each "
    "every annually yearly monthly daily this last next these those the a an its their our into onto"
    " up down but so including "
    "such out off above below within without across among since until after before against via not no"
    " if then also more less "
    "further only both either all any it they we he she there here compared respectively due plus versus".split()
)
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: `head` in lower case, the span of its phrase, and whether it stands right behind the number."""

    head: str
    span: Span
    adjacent: bool


def counted_noun(text: str, end: int, *, single: bool = False) -> Noun | None:
    """The plural noun counted by a number that ends at `end`, or None; behind a one also a `single` noun.

    >>> noun = counted_noun("12 million urban jobs were added", 10)
    >>> noun.head, noun.adjacent
    ('jobs', False)
    """
    found: Noun | None = None
    position = end
    passed: list[re.Match[str]] = []
    for index in range(_LONGEST):
        match = _WORD.match(text, position)
        if match is None:
            break
        word = match[1].lower()
        if (word in _STOP and not (index == 0 and word in ("more", "further"))) or (
            found is not None and not is_plural(word)
        ):
            break
        if found is not None and word in ("receives", "benefits", "graduates"):
            break
        if is_plural(word):
            found = Noun(word, Span(match.start(1), match.end(1)), index == 0)
        elif not word.startswith("(") and word.endswith("ed") and found is not None:
            break
        passed.append(match)
        position = match.end()
    if found is None and single and len(passed) > 0:
        head = passed[-1]
        return Noun(head[1].lower(), Span(*head.span(1)), len(passed) == 1)
    return found
