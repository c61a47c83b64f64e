"""What a language must say for the checks on targets: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class TargetWords:
    """One language's words and patterns, matched on folded text.

    Of a subject: `needless` are words that add no meaning to it, `change_end` ends one that tells a change, `bounded`
    one that cannot pass the whole, `loose_rate` one that may pass 100 % in the nature of things, `rate` one of a rate,
    `unitless` one without a unit, `share` one of a part of a whole; `no_quantity` is in one that is a piece of work or
    a rule and no quantity, `one_place` in one that looks at one place for the whole region, `industry` in one of an
    industry's size.

    Of a target: `change_unit` is in units of change, `cap` says that it is an upper bound, `vague` that no number can
    settle it, `past` that it is measured by the past, `second_demand` that another one follows in the same cell,
    `compared` that it is a multiple of, or so much more than, a past value, `compared_together` that this and those
    beside it are, `kept` that what is reached is to be kept, `size_class` that it is a class of size, `multiple` that
    it is a multiple of the start.

    Of a sentence: `ensured` stands before what is promised firmly, `striven` before what is only striven for;
    `unmeasured` finds a quantity that is only to grow or fall (the group that matched; before a `noun` the rest of its
    name is what `name_before` finds), `superlative` a place in a ranking that nobody measures, `leap` a great step
    without a figure. `far_title` is in the heading of a section on the goals beyond the plan's end.
    """

    needless: re.Pattern[str]
    change_end: re.Pattern[str]
    change_unit: re.Pattern[str]
    bounded: re.Pattern[str]
    rate: re.Pattern[str]
    loose_rate: re.Pattern[str]
    unitless: re.Pattern[str]
    one_place: re.Pattern[str]
    industry: re.Pattern[str]
    cap: re.Pattern[str]
    vague: re.Pattern[str]
    past: re.Pattern[str]
    second_demand: re.Pattern[str]
    compared: re.Pattern[str]
    compared_together: re.Pattern[str]
    kept: re.Pattern[str]
    size_class: re.Pattern[str]
    multiple: re.Pattern[str]
    ensured: re.Pattern[str]
    name_before: re.Pattern[str]
    striven: re.Pattern[str]
    unmeasured: re.Pattern[str]
    superlative: re.Pattern[str]
    share: re.Pattern[str]
    no_quantity: re.Pattern[str]
    leap: re.Pattern[str]
    far_title: re.Pattern[str]
