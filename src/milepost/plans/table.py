"""The passes over a document, in the order in which they run; each sees what those before it found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from milepost.plans.passes import (
    bodies,
    boxes,
    commitments,
    facts,
    headings,
    indicator_table,
    measures,
    period,
    places,
    procedures,
    projects,
    references,
    region,
    statements,
    structures,
    title,
    unread,
)
from milepost.plans.reading import Reading


class Pass(NamedTuple):
    """A pass: its name, the function that does it, and the field of `Reading` that it fills."""

    name: str
    find: Callable[[Reading], Any]
    fills: str


PASSES: tuple[Pass, ...] = (
    Pass("title", title.find, "title"),
    Pass("headings", headings.find, "sections"),
    Pass("period", period.find, "period"),
    Pass("region", region.find, "region"),
    Pass("boxes", boxes.find, "boxes"),
    Pass("bodies", bodies.find, "duties"),
    Pass("places", places.find, "places"),
    Pass("indicator_table", indicator_table.find, "indicators"),
    Pass("structures", structures.find, "structures"),
    Pass("projects", projects.find, "projects"),
    Pass("statements", statements.find, "statements"),
    Pass("commitments", commitments.find, "commitments"),
    Pass("facts", facts.find, "facts"),
    Pass("measures", measures.find, "measures"),
    Pass("procedures", procedures.find, "procedures"),
    Pass("references", references.find, "references"),
    Pass("unread", unread.find, "unread"),
)
