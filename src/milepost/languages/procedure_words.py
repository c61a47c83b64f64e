"""What a language must say about procedures of carrying a plan out: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class ProcedureWords:
    """One language's patterns, matched on folded text.

    `section` finds, in a title, the chapter on implementation. `about`, anywhere in a sentence there, shows that it
    speaks of the plan; `anywhere` is what a procedure is known by outside of such a chapter too. `clause` matches one
    clause. `kinds` finds, in a clause, what kind of procedure it lays down, by kind in the order in which they are
    tried. `when` finds the time of a procedure, by kind, in its group of that name, `dated` a date
    at the head of its sentence. `organises`, `leads` and
    `approves` are matched behind a body's name; whoever is named otherwise receives a report. `general` are general
    words for those who act (规划主管部门), named where the text names no body.
    """

    section: Pattern[str]
    about: Pattern[str]
    anywhere: Pattern[str]
    clause: Pattern[str]
    kinds: Mapping[str, Pattern[str]]
    when: Mapping[str, Pattern[str]]
    dated: Pattern[str]
    leads: Pattern[str]
    approves: Pattern[str]
    general: Pattern[str]
