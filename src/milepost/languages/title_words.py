"""How a language titles its plans and names their years: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class TitleWords:
    """Patterns for finding a document's title and the years that it is for.

    `plan` ends in a word for a plan or report. `quoted` finds a title in quotation marks (group 1); `others` matches
    what stands before the quoted title of another document (根据《). `opening` matches a title that begins the first
    sentence (group 1). `not_title` matches lines under or above a title that are none (dates, sources, addresses).
    `half` matches a line that is the first half of a title broken in two.

    `ordinal_plan` has the group `number` of a numbered plan, `plan_years` turns that number into first and last
    year; `report` matches the title of a yearly report, `report_year` a heading in it that names the year it plans,
    `delivered` the date of its delivery; `span` has the groups `start` and `end`, `year` one year;
    `horizon` the group `year` of long-range goals.
    """

    plan: re.Pattern[str]
    half: re.Pattern[str]
    quoted: re.Pattern[str]
    others: re.Pattern[str]
    opening: re.Pattern[str]
    not_title: re.Pattern[str]
    ordinal_plan: re.Pattern[str]
    plan_years: Callable[[str], tuple[int, int] | None]
    span: re.Pattern[str]
    year: re.Pattern[str]
    horizon: re.Pattern[str]
    report: re.Pattern[str]
    report_year: re.Pattern[str]
    delivered: re.Pattern[str]
