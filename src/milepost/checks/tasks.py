"""Which sections lay down what is to be done, and in which of their chapters anything can be measured."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from milepost.checks.inspection import Inspection
from milepost.plans.model import Plan, Section

_UNMEASURABLE = frozenset(("deferred", "discretionary"))


@dataclass(frozen=True, slots=True)
class Division:
    """A part of the plan that lays down tasks: its chapters for which a figure can be asked, and those that have one.

    `section` is the part; None stands for a plan whose chapters lie under no part. `figure_ahead` says whether
    something measurable stands between the part's heading and its first chapter. `left_out` counts the chapters for
    which no figure is asked.
    """

    section: Section | None
    chapters: tuple[Section, ...]
    measured: frozenset[str]
    figure_ahead: bool
    left_out: int = 0

    @property
    def unmeasured(self) -> tuple[Section, ...]:
        """The chapters without anything that can be measured."""
        return tuple(each for each in self.chapters if each.id not in self.measured)


def spans_years(plan: Plan) -> bool:
    """Whether the plan runs over several years: a yearly report has another anatomy.

    >>> from milepost.plans.run import read_text
    >>> spans_years(read_text("青禾市发展规划（2021—2025年）", "zh")), spans_years(read_text("青禾市", "zh"))
    (True, False)
    """
    start, end = plan.period.start, plan.period.end
    return start is not None and end is not None and end > start


def task_sections(inspection: Inspection) -> frozenset[str]:
    """Ids of the sections that lay down tasks: not the past, not ideas and goals, not the carrying out."""
    return inspection.derived(_task_sections)


def divisions(inspection: Inspection) -> tuple[Division, ...]:
    """The parts that lay down tasks, in the order of the text; none in a report on one year."""
    return inspection.derived(_divisions)


def _task_sections(inspection: Inspection) -> frozenset[str]:
    words, fold = inspection.words.coverage, inspection.language.fold
    found: set[str] = set()
    for section in inspection.plan.sections:
        title = fold(section.title)
        if (
            section.id not in inspection.past
            and (section.parent is None or section.parent in found)
            and not words.framework_title.search(title)
            and not words.implementation_title.search(title)
        ):
            found.add(section.id)
    return frozenset(found)


def _divisions(inspection: Inspection) -> tuple[Division, ...]:
    plan = inspection.plan
    if not spans_years(plan):
        return ()
    tasks, places = task_sections(inspection), _measurable_places(inspection)
    below: dict[str, list[Section]] = {}
    for section in plan.sections:
        if section.parent is not None:
            below.setdefault(section.parent, []).append(section)
    tops = [section for section in plan.sections if section.parent is None and section.id in tasks]
    found = [_division(inspection, top, below[top.id], places) for top in tops if top.id in below]
    alone = [section for section in tops if section.id not in below]
    if alone:
        found.append(_division(inspection, None, alone, places))
    return tuple(each for each in found if each.chapters)


def _division(inspection: Inspection, top: Section | None, chapters: list[Section], places: list[int]) -> Division:
    words, tasks = inspection.words.coverage, task_sections(inspection)
    asked = tuple(
        each for each in chapters if each.id in tasks and not words.unmeasured_title.search(each.title)
        and each.body.length
    )  # fmt: skip
    measured = frozenset(
        each.id for each in asked
        if bisect_left(places, each.span.start) < bisect_left(places, each.body.end)
    )  # fmt: skip
    ahead = top is not None and bisect_left(places, top.span.start) < bisect_left(places, chapters[0].span.start)
    return Division(top, asked, measured, ahead, len(chapters) - len(asked))


def _measurable_places(inspection: Inspection) -> list[int]:
    """Where something stands that can be measured: a figure, or a date by which a thing is to be there."""
    plan = inspection.plan
    places = [each.span.start for each in plan.commitments if each.target.kind not in _UNMEASURABLE]
    places += [each.span.start for each in plan.indicators]
    places += [each.span.start for each in plan.measures if each.by is not None]
    places += [each.span.start for each in plan.projects if each.promise is not None and each.promise.by is not None]
    places += [found.start() for found in inspection.words.coverage.dated_task.finditer(inspection.folded)]
    return sorted(places)
