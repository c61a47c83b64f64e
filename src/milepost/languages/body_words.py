"""What a language must say about organisations and their duties: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class BodyWords:
    """One language's patterns, matched on folded text.

    `cue`, anywhere, is a cheap sign of a duty: a sentence or bracket without one is not looked at.
    `name` finds the names of bodies; `joint` is all that may stand between two names of one list.
    `before` ends where a list of names begins and `after` begins where one ends; their group (`lead`,
    `support`, or `other` for whom something is reported to) says what the list is named for. `after`
    may match without a group: the words of a duty that say nothing on their own.

    A bracket or line that puts a duty on what stands before it is a list of names under labels (牵头单位：),
    or names with what they do. `label` is a label with its colon and `column` the whole header cell of
    such a column, with the groups `lead`, `support` or `responsible` (lead, unless another is named as
    leading). `mark_cue`, anywhere in a paragraph, is a cheap sign that it holds one. `opening` and
    `closing` are the brackets; `listing` the signs that part names. `opener` and `tail` are cut off a
    name at the front and at the end, `does` is what the names before it do, and `nobody`, matched
    whole, is no body: a general word, or a post. `first_leads`, anywhere in a document, says that of
    several responsible bodies the first one leads. `tasks` is the header of the column that holds what
    is to be done.
    """

    cue: Pattern[str]
    mark_cue: Pattern[str]
    name: Pattern[str]
    joint: Pattern[str]
    before: Pattern[str]
    after: Pattern[str]
    label: Pattern[str]
    column: Pattern[str]
    opening: str
    closing: str
    listing: str
    opener: Pattern[str]
    does: Pattern[str]
    tail: Pattern[str]
    nobody: Pattern[str]
    first_leads: Pattern[str]
    tasks: Pattern[str]
