"""What a language must say for the checks on names, words and sentences: what `chinese/` and `english/` fill."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern
from typing import NamedTuple


class Spelling(NamedTuple):
    """One way of writing a thing: how a message shows it, and where it stands in a text."""

    shown: str
    pattern: Pattern[str]


class Spellings(NamedTuple):
    """Ways of writing one thing, of which a document should keep to one; what it is, in Chinese and English."""

    zh: str
    en: str
    ways: tuple[Spelling, ...]


class Successor(NamedTuple):
    """What a name or term gave way to, and the first year of plans that should no longer use it."""

    year: int
    name: str


class Formula(NamedTuple):
    """A set phrase: its beginning, what must come after it in the sentence, and how a message says that."""

    begins: Pattern[str]
    needs: Pattern[str]
    rest: str


class Pairing(NamedTuple):
    """A verb and an object that do not go together (groups `verb` and `object`), and the verb that does."""

    pattern: Pattern[str]
    better: str


@dataclass(frozen=True)
class NamingWords:
    """One language's words and patterns, matched on folded text.

    `units` and `spellings` are ways of writing one unit or word that should not be mixed.

    `truncated_bodies` maps a piece of a department's name to the whole name, `former_bodies` an old name to what it
    became; `body_before`, searched up to a name, and `body_behind`, matched behind it, show that it stands alone.

    `former_terms` are policy terms with what took their place; a pattern has the group `term`. `loose_terms` maps
    words that everybody understands to the term that law and standards use.

    `breaks_off` finds the last words of sentences and list items that are not brought to an end, `no_predicate` a last
    clause that only lists nouns, `half_frames` openings (集…) whose closing words, `Formula.needs`, are missing.
    `formulas` are set phrases that are never said by half. `clause_end` finds a verb at the end of a clause,
    `clause_with_verb`, matched behind the last of `clause_signs`, a clause that begins and ends with one verb (group
    `verb`). `acting` is a verb at the beginning of a clause. `doubled_joint` finds two conjunctions in a row,
    `doubled_word` a word said twice. `pairings` are verbs and objects that do not go together.

    `bound_twice` finds a figure with a limit said before and behind it (不低于…以上), `acronym_twice` an acronym and
    the same in words, `rate_by_percent` a rate that rises "by 5 %".

    `slogan` has the groups `field` (人才强) and `place` of a strategy. `line` has the groups `one`, `other`, `form` and
    `kind` of a road or railway between two places. `premises`, matched behind a place, has the rest of the name of an
    institution or site, `loose_part` finds the parts of a name that are often left out, `loose_rank` those of them
    that anybody leaves out. `quoted_site` finds a name in quotation marks (`name`) with what it is (`tail`),
    `title_of_county` a `title` for counties, given to a city (`place`).

    `ranks` are the generic words of places in a prefecture, `place_phrase` the place at the beginning of an indicator,
    `place_goes_on`, matched behind a place's name, shows that it is a part of another word, `told_as_old`, searched
    before it, that an old name is meant. `whole_ranks` end official names that are shortened to a name with a plain
    generic word (自治县 to 县).

    `age_limit` finds the word of a limit behind an age in the name of an indicator, `range_before`, searched before
    the name, that the age ends a range. `persons` and `visits` are the words for people and for times that something
    is done, at the end of units; `counts_people` finds names that count people, `idle_in_names` the words that change
    nothing in the name of an indicator.
    """

    units: tuple[Spellings, ...]
    spellings: tuple[Spellings, ...]
    truncated_bodies: dict[str, str]
    former_bodies: dict[str, Successor]
    body_before: Pattern[str]
    body_behind: Pattern[str]
    former_terms: tuple[tuple[Pattern[str], Successor], ...]
    loose_terms: dict[str, str]
    breaks_off: tuple[Pattern[str], ...]
    no_predicate: Pattern[str]
    half_frames: tuple[Formula, ...]
    formulas: tuple[Formula, ...]
    clause_end: Pattern[str]
    clause_with_verb: Pattern[str]
    clause_signs: str
    acting: Pattern[str]
    doubled_joint: Pattern[str]
    doubled_word: Pattern[str]
    pairings: tuple[Pairing, ...]
    bound_twice: Pattern[str]
    acronym_twice: Pattern[str]
    rate_by_percent: Pattern[str]
    slogan: Pattern[str]
    line: Pattern[str]
    premises: Pattern[str]
    quoted_site: Pattern[str]
    title_of_county: Pattern[str]
    loose_part: Pattern[str]
    loose_rank: Pattern[str]
    ranks: str
    place_phrase: Pattern[str]
    whole_ranks: tuple[str, ...]
    told_as_old: Pattern[str]
    age_limit: Pattern[str]
    range_before: Pattern[str]
    place_goes_on: Pattern[str]
    persons: str
    visits: str
    counts_people: Pattern[str]
    idle_in_names: Pattern[str]
