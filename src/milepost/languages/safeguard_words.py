"""What a language must say for the checks on what lenders screen; `chinese/` and `english/` fill it."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class SafeguardWords:
    """One language's patterns, matched on folded text.

    `moved` finds, in what a figure counts, that people are moved, resettled or transferred; `people` the units in
    which people are counted; `structural` names people who leave farming for other work, which is no movement unless
    `organised` is said of it; `doing` is a verb that stands before what a figure counts. `moving` finds that people
    are moved in a sentence without a figure, in whichever group matched (`villages` and `resettled` take homes);
    `condition`, near it, is a word on consent, compensation or consultation. `not_moving` finds, in its sentence, that
    those concerned have moved already or that disputes are settled, `defined` that its line explains a term.

    The others find, in the name of a project, that it belongs to a sector that development banks screen, and
    `not_screened` what only sounds like one (the clean-up of a mine, a museum of coal). `dams_settled` are the matters
    that a plan with a dam should settle, each found where a text speaks of it.
    """

    moved: Pattern[str]
    people: Pattern[str]
    structural: Pattern[str]
    organised: Pattern[str]
    doing: Pattern[str]
    moving: Pattern[str]
    condition: Pattern[str]
    not_moving: Pattern[str]
    defined: Pattern[str]
    coal: Pattern[str]
    mining: Pattern[str]
    dams: Pattern[str]
    dams_settled: tuple[Pattern[str], ...]
    hazardous_waste: Pattern[str]
    resettlement: Pattern[str]
    labour_intensive: Pattern[str]
    not_screened: Pattern[str]
