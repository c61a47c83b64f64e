"""Which bodies have which duty in which stretch of a plan."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from milepost.kernel.span import Span
from milepost.plans.undertakings import Body

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """Whose duty the things said in `span` are: the bodies that lead, and those that support them."""

    span: Span
    lead: Names
    support: Names


@dataclass(frozen=True)
class Duties:
    """All bodies named as responsible, in the order of the text, and the duties put on stretches of it.

    `marks` are the brackets and lines that do nothing but name bodies (（甲牵头，乙配合）): they are no sentences.
    """

    bodies: tuple[Body, ...] = ()
    duties: tuple[Duty, ...] = ()
    marks: tuple[Span, ...] = ()

    def at(self, span: Span) -> tuple[Names, Names, Names]:
        """Who leads and who supports what is said in a span, and all bodies that it names or that are responsible."""
        lead, support = self.of(span)
        first = bisect_left(self._body_starts, span.start)
        last = bisect_left(self._body_starts, span.end, first)
        if not lead and not support and first == last:
            return (), (), ()
        return lead, support, _unique([*(body.name for body in self.bodies[first:last]), *lead, *support])

    def of(self, span: Span) -> tuple[Names, Names]:
        """Who leads and who supports what is said in a span.

        >>> Duties(duties=(Duty(Span(0, 9), ("财政局",), ()),)).of(Span(3, 5))
        (('财政局',), ())
        """
        touching = [duty for duty in self._near(span) if duty.span.end > span.start]
        if not touching:
            return (), ()
        lead = _unique(name for duty in touching for name in duty.lead)
        return lead, tuple(name for name in _unique(n for duty in touching for n in duty.support) if name not in lead)

    def hidden(self, text: str) -> str:
        """The text with the marks blanked, one character for one."""
        if not self.marks:
            return text
        pieces, at = [], 0
        for mark in self.marks:
            pieces += [text[at : mark.start], " " * (mark.end - max(mark.start, at))]
            at = mark.end
        return "".join([*pieces, text[at:]])

    @cached_property
    def _sorted(self) -> list[Duty]:
        return sorted(self.duties, key=lambda duty: duty.span.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [duty.span.start for duty in self._sorted]

    @cached_property
    def _furthest(self) -> list[int]:
        """For each duty, in order of where they begin, how far it and those before it reach."""
        return list(accumulate((duty.span.end for duty in self._sorted), max))

    @cached_property
    def _body_starts(self) -> list[int]:
        return [body.span.start for body in self.bodies]

    def _near(self, span: Span) -> list[Duty]:
        """Duties that begin before the span's end, without the early ones that all end before it begins."""
        last = bisect_left(self._starts, span.end)
        return self._sorted[bisect_right(self._furthest, span.start, 0, last) : last]


def _unique(names: Iterable[str]) -> Names:
    return tuple(dict.fromkeys(names))
