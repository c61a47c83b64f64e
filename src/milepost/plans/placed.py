"""A statement in its place in the plan: its section, whether it is past or promised, and by when."""

from __future__ import annotations

from dataclasses import dataclass

from milepost.languages.statement import Statement, Tense


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """A statement with what its surroundings say.

    `by` is the year by which a promise falls due, `period` the years that a sum, rate or past figure runs over.
    `tense` is `future` for what the plan promises and `past` for what was or is.
    """

    statement: Statement
    section: str | None
    tense: Tense
    by: str | None
    period: tuple[str, str] | None

    @property
    def is_commitment(self) -> bool:
        """Whether this is a promise with a figure."""
        return self.tense == "future" and self.statement.role == "row" and bool(self.statement.subject)
