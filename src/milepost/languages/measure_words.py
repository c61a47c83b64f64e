"""What a language must say about sentences of action: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class MeasureWords:
    """One language's patterns, matched on folded text.

    `sentence_end` finds where sentences close (semicolons too), and `clause` finds their clauses. `mark` is the
    number, bullet or dash before a sentence. `action` says where in `text[start:end]`, a clause, its verb of
    doing stands, after adverbs and helping verbs that it passes over; None without one. `actor` is what may
    stand before: who is to act, and the word that binds (各县市要). `no_action`, matched at that verb, says that it
    is none (发展水平). `manner` begins a clause that only says how or why, and counts when there is no
    other. `past`, anywhere, shows a sentence about what was or is; `not_tasks`, anywhere in a section's title, a
    section of principles or goals. `dated`, anywhere, is a cheap sign of a time word; `deadline`, right before a
    year, makes it one by which things are due. `tail` is cut off a title.
    """

    sentence_end: Pattern[str]
    clause: Pattern[str]
    mark: Pattern[str]
    action: Callable[[str, int, int], int | None]
    actor: Pattern[str]
    no_action: Pattern[str]
    manner: Pattern[str]
    past: Pattern[str]
    not_tasks: Pattern[str]
    dated: Pattern[str]
    deadline: Pattern[str]
    tail: Pattern[str]
    longest_title: int
    shortest_title: int
