"""Projects of one sector that lenders screen, box by box; and what a message says of several of them."""

from __future__ import annotations

from collections.abc import Iterator
from re import Pattern

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Words
from milepost.checks.quoting import inner, quoted
from milepost.plans.model import Project

_SHOWN = 3  # names that a message gives before it counts the rest


def screened(inspection: Inspection, sector: Pattern[str]) -> Iterator[tuple[Project, ...]]:
    """The projects of a sector, by their own name or by that of their group; those of one box together."""
    boxes: dict[int | None, list[Project]] = {}
    for project in inspection.plan.projects:
        if _belongs(project, sector, inspection):
            boxes.setdefault(project.box, []).append(project)
    yield from (tuple(group) for group in boxes.values())


def _belongs(project: Project, sector: Pattern[str], inspection: Inspection) -> bool:
    words = inspection.words.safeguards
    name = inspection.language.fold(project.name)
    if words.not_screened.search(name):
        return False
    # A mine in a group of coal mines is a coal mine, whatever its own name says.
    group = inspection.language.fold(project.group or "")
    if sector is words.mining and words.coal.search(name + group):
        return False
    return sector.search(name) is not None or (sector is words.coal and sector.search(group) is not None)


def asked(inspection: Inspection, sector: Pattern[str], kind: Words, standards: Words) -> Iterator[Fault]:
    """A fault for each box with projects of a sector: which they are, and what a lender would ask about.

    `kind` names one project of the sector; in English it takes an s when there are more.
    """
    for group in screened(inspection, sector):
        names = _listed([inner(project.name) for project in group], "、", "等", "个")
        listed = _listed([quoted(project.name) for project in group], ", ", " and others, ", " in all")
        message = Words(
            f"{names}属{kind.zh}，如利用国际金融机构贷款，贷款方会要求对照{standards.zh}",
            f"{kind.en}{'s' if len(group) > 1 else ''}: {listed}; with a loan from a development bank, the lender "
            f"would look at {standards.en}",
        )
        yield Fault(message, tuple(project.span for project in group))


def _listed(names: list[str], comma: str, more: str, count: str) -> str:
    """The first names, and how many there are when there are more.

    >>> _listed(["甲", "乙", "丙", "丁"], "、", "等", "个")
    '甲、乙、丙等4个'
    """
    shown = comma.join(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else f"{shown}{more}{len(names)}{count}"
