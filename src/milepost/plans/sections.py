"""In which section a place of the text lies, and which sections speak of the past."""

from __future__ import annotations

from bisect import bisect_right

from milepost.languages.model import Language
from milepost.languages.statement import Calendar
from milepost.plans.model import PlanPeriod, Section


class SectionIndex:
    """Sections by position. `at(position)` is the innermost section around a character, or None before the first."""

    def __init__(self, sections: tuple[Section, ...]) -> None:
        self._sections = sorted(sections, key=lambda section: section.span.start)
        self._starts = [section.span.start for section in self._sections]
        self._by_id = {section.id: section for section in sections}

    def at(self, position: int) -> Section | None:
        """The section whose heading is the last one before `position`."""
        index = bisect_right(self._starts, position) - 1
        return self._sections[index] if index >= 0 else None

    def with_parents(self, section: Section | None) -> list[Section]:
        """A section and those around it, innermost first."""
        chain = []
        while section is not None:
            chain.append(section)
            section = self._by_id.get(section.parent) if section.parent else None
        return chain


def past_sections(sections: tuple[Section, ...], period: PlanPeriod, language: Language) -> frozenset[str]:
    """Ids of the sections that tell of the past by their own title or that of a section around them."""
    found: set[str] = set()
    for section in sections:
        title = section.title
        if (
            section.level == "preface"
            or section.parent in found
            or language.past_title.search(title)
            or _dated_before(title, period, language)
        ):
            found.add(section.id)
    return frozenset(found)


def _dated_before(title: str, period: PlanPeriod, language: Language) -> bool:
    """Whether a title names times before the plan begins, and none after."""
    start = period.start
    if start is None:
        return False
    title = language.fold(title)
    times = language.moments(title, 0, len(title), Calendar(start, period.end))
    return bool(times) and all(time.last < start for time in times)
