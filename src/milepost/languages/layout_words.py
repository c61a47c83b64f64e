"""What a language must say for the checks on numbers, headings and signs; `chinese/` and `english/` fill it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Enumerator:
    """A mark that counts the members of an enumeration inside a text, with a group `number`.

    `opened` says that a first member is always marked too, so that a series which begins with the second has lost it.
    """

    style: str
    pattern: re.Pattern[str]
    number: Callable[[str], int | None]
    opened: bool = False


@dataclass(frozen=True)
class LayoutWords:
    """One language's words and patterns, matched on folded text.

    `outline` are the styles of lines that begin with a number (group `number`), `heading_styles` those among them
    that head sections. `enumerators` are the marks of enumerations inside a text.
    """

    outline: tuple[tuple[str, re.Pattern[str]], ...]
    heading_styles: frozenset[str]
    enumerators: tuple[Enumerator, ...]
