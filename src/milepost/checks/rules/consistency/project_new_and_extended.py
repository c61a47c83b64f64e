"""A project is newly built in one place and an extension in the other.

## 查什么
同一项目，正文称“新建”，专栏称“改扩建”“扩建”“改造”，或者相反。

## 为什么要紧
新建与改扩建的审批、用地、产能核增和安全要求完全不同，必有一处写错。

## What it checks
The text calls projects new ones and the box calls them extensions or reconstructions, or the other way round.

## Why it matters
Approval, land, capacity and safety are judged differently for the two. One of the places is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.project_mentions import text_lists
from milepost.checks.project_names import NamedProject
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="CO15",
    name="project-new-and-extended",
    severity="error",
    title=Words("项目建设性质前后不一", "a project is new here and an extension there"),
    advice=Words(
        "核实建设性质（新建、改扩建），两处改为一致。", "Find out which it is and say the same in both places."
    ),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each list of the text whose projects the box has with works of the other kind."""
    words = inspection.words.consistency
    for listed in inspection.derived(text_lists):
        told = list(words.works.finditer(inspection.folded, listed.tail.start, listed.tail.end))
        if len(told) != 1:
            continue
        found: dict[Span, Span] = {}
        for member in listed.known():
            for each in member.projects:
                works = _works_of(each, inspection)
                if works is not None and bool(words.new_works.match(told[0][0])) != _is_new(works, inspection):
                    found[each.project.span] = works
        if found:
            names = "、".join(span.of(inspection.text) for span in found)
            works = next(iter(found.values()))
            message = Words(
                f"“{inner(names)}”正文为“{inner(told[0][0])}”，专栏为“{inner(works.of(inspection.text))}”",
                f"{quoted(names)}: {quoted(told[0][0])} in the text, {quoted(works.of(inspection.text))} in the box",
            )
            members = (
                member.span for member in listed.known() if any(p.project.span in found for p in member.projects)
            )
            yield Fault(message, (*members, Span(*told[0].span()), *found, *dict.fromkeys(found.values())))


def _works_of(named: NamedProject, inspection: Inspection) -> Span | None:
    """Where the box says what is done: behind the list that the project stands in. Words of its own name go first."""
    words, span = inspection.words.consistency, named.project.span
    own = words.works.search(inspection.folded, span.start, span.end)
    behind = words.works_behind.match(inspection.folded, span.end)
    if own is not None:
        return None
    return Span(*behind.span("works")) if behind is not None else None


def _is_new(works: Span, inspection: Inspection) -> bool:
    return inspection.words.consistency.new_works.match(works.of(inspection.folded)) is not None


FINDS = [
    (
        "第一章  能源\n加快推进⟦红石⟧、⟦青冈⟧等一批⟦新建⟧煤矿项目建设。\n专栏1：能源重点项目\n"
        "重点实施⟦红石煤矿⟧、⟦青冈煤矿⟧、白杨煤矿等一批⟦改扩建⟧项目。\n"
    ),
]
PASSES = [
    (
        "第一章  能源\n加快推进红石、青冈等一批新建煤矿项目建设。\n专栏1：能源重点项目\n重点实施红石煤矿、青冈煤矿、"
        "白杨煤矿等一批新建项目。\n"
    ),
    (
        "第一章  能源\n加快推进红石、青冈等煤矿项目建设。\n专栏1：能源重点项目\n重点实施红石煤矿、青冈煤矿、"
        "白杨煤矿等一批改扩建项目。\n"
    ),
]
