"""How a language marks its headings, boxes and contents: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

DivisionLevel = Literal["part", "chapter", "section"]


@dataclass(frozen=True)
class HeadingWords:
    """One language's marks, as patterns that are matched where a paragraph begins.

    `division` has the groups `number` and `unit`, and `levels` says which level a unit (lower case) is.
    `reference` matches behind a number that only refers to a division (第三章的…). `numbered` are the outline
    styles of documents without divisions, highest first, each with a group `number`. `box` has an optional group
    `number`. `caption` matches the title of a table, figure or box. `stops` are the marks that end a sentence,
    `breaks` those among them that are none inside a title.
    """

    division: re.Pattern[str]
    levels: Mapping[str, DivisionLevel]
    reference: re.Pattern[str]
    preface: re.Pattern[str]
    contents: re.Pattern[str]
    numbered: tuple[tuple[str, re.Pattern[str]], ...]
    box: re.Pattern[str]
    caption: re.Pattern[str]
    separators: str
    stops: re.Pattern[str]
    longest_title: int
    number: Callable[[str], int | None]
