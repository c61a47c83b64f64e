"""What a language must say for the checks on what stands behind items; `chinese/` and `english/` fill it."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class CoverageWords:
    """One language's words and patterns, matched on folded text.

    Of titles: `framework_title` finds sections on ideas, principles and goals, `goal_title` those on goals alone,
    `implementation_title` those on how the plan is carried out, `unmeasured_title` subjects for which a figure is not
    asked (party work, faith, defence, policing).

    Of names of indicators: `measuring` finds what says how a thing is measured (per head, rate, growth); in the rest
    `gram` finds, in its first group, the pieces by which a sentence on the same matter is known, and `generic_gram`
    those pieces that may stand in any sentence. `kindred` pairs a pattern on names with patterns on the text,
    for words that speak of the same matter without naming it, the most telling one first. `set_above` finds, in a
    sentence, that the figure is the one that a higher authority sets.

    Of goals: `goal_lead` finds a goal set out as a point of a list, its words in group `lead`; `unscored_goal`
    those for which no figure is asked. Of projects: `place` finds a place in a name, `company` the name of a firm
    that a project's name begins with. `provisions` are what a chapter on carrying out should settle, by a name of
    ours. `to_write` finds a document that is still to be written, in group `document`; `dated` a date in its
    sentence and `own_outline` the order to write the outline, which `outline_title` finds the document itself to
    be. `topic` finds a line of business that a paragraph opens with, in group `topic`. `somebody` finds words for
    authorities in general, `yearly_plan` for the yearly plan, which has authors of its own. `dated_task` finds a year
    or the end of the plan by which something is to be there; `composed`, behind the name of an indicator, what it is
    the sum of (group `parts`).
    """

    framework_title: Pattern[str]
    goal_title: Pattern[str]
    implementation_title: Pattern[str]
    unmeasured_title: Pattern[str]
    measuring: Pattern[str]
    gram: Pattern[str]
    generic_gram: Pattern[str]
    kindred: tuple[tuple[Pattern[str], tuple[Pattern[str], ...]], ...]
    set_above: Pattern[str]
    goal_lead: Pattern[str]
    unscored_goal: Pattern[str]
    place: Pattern[str]
    company: Pattern[str]
    provisions: dict[str, Pattern[str]]
    to_write: Pattern[str]
    dated: Pattern[str]
    dated_task: Pattern[str]
    composed: Pattern[str]
    yearly_plan: Pattern[str]
    own_outline: Pattern[str]
    outline_title: Pattern[str]
    topic: Pattern[str]
    somebody: Pattern[str]
