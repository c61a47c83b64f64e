"""What the projects of each box say of themselves: whether they name a place, and whether they are more than a name."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from milepost.checks.inspection import Inspection
from milepost.plans.model import Box, Project

_SURE = 0.7


@dataclass(frozen=True, slots=True)
class Boxed:
    """A box with its projects: `bare` have neither size nor money, date or body, `placeless` name no place."""

    box: Box
    projects: tuple[Project, ...]
    bare: tuple[Project, ...]
    placeless: tuple[Project, ...]


def boxed_projects(inspection: Inspection) -> tuple[Boxed, ...]:
    """The boxes that hold projects, in the order of the text. Asked for by `inspection.derived(boxed_projects)`."""
    projects = sorted(
        (each for each in inspection.plan.projects if each.confidence >= _SURE and each.span.length),
        key=lambda each: each.span,
    )
    starts = [each.span.start for each in projects]
    mentioned = sorted(place.span.start for place in inspection.plan.places)
    place = inspection.words.coverage.place

    def is_placed(project: Project) -> bool:
        if project.region or project.regions or place.search(inspection.language.fold(project.name)):
            return True
        return bisect_left(mentioned, project.span.start) < bisect_left(mentioned, project.span.end)

    found = []
    for box in inspection.plan.boxes:
        inside = tuple(projects[bisect_left(starts, box.body.start) : bisect_left(starts, box.body.end)])
        if inside and box.span.length:
            bare = tuple(each for each in inside if is_bare(each))
            found.append(Boxed(box, inside, bare, tuple(each for each in inside if not is_placed(each))))
    return tuple(found)


def is_bare(project: Project) -> bool:
    """Whether a project gives neither a size nor money, a date or a responsible body."""
    dated = project.promise is not None and project.promise.by is not None
    return not (project.quantities or dated or project.lead or project.support)
