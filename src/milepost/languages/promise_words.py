"""What a language must say about how far a thing is promised to be brought: the shape that the languages fill."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class PromiseWords:
    """One language's patterns, matched on folded text; groups are named for the stages.

    `telling`, anywhere, is a cheap sign of a stage other than advance: a sentence without one is
    read no further. `other` matches any other verb of doing, where one begins.

    A clause is read from its head: `skipped` are manner, pace, times and other words before the
    verb that say nothing of a stage, `certain` those of them that only say how sure it is. `verb`
    matches one verb with its stage as the group; verbs that stand side by side, with `joint`
    between them, are read one after the other. Besides the stages its groups are `writing` (drawing
    up papers: prepare), `making` (advance, but complete with a deadline), `helping` (advance,
    whatever the others do) and `aiming` (what an act is good for: advance, where nothing else is
    promised). `joined` matches two verbs that are both promised, so that the further one holds
    (编制实施). `tail` matches, at the end of a clause, the activity that its verb governs (…前期工作),
    `governed`, anywhere in it, a verb whose subject stands between the two (推进某市申报).

    Where no verb stands at the head but a word of how sure it is (group `word` of `certain`),
    `consent` behind it says that others decide (力争…落地), and `later` finds a verb behind the
    subject; without such a word, `ending` finds one at the end. `seen`, anywhere behind a verb of
    the group `reach`, makes it complete: what one can see to be there or not (全覆盖). `parting`
    matches between clauses; a clause that `circumstance` matches promises nothing.

    In lists of projects `lead` finds verbs before members, and `state` a stage at the end of a
    name; a member's verb holds until `breaks`, and no further than a full stop at the end of a
    line.
    """

    parting: Pattern[str]
    telling: Pattern[str]
    other: Pattern[str]
    circumstance: Pattern[str]
    skipped: Pattern[str]
    certain: Pattern[str]
    verb: Pattern[str]
    joint: Pattern[str]
    joined: Pattern[str]
    tail: Pattern[str]
    governed: Pattern[str]
    consent: Pattern[str]
    later: Pattern[str]
    ending: Pattern[str]
    seen: Pattern[str]
    lead: Pattern[str]
    state: Pattern[str]
    breaks: Pattern[str]
