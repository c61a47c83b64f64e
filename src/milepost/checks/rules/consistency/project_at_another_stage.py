"""The text only prepares or seeks a project that a box lists among those to be carried out.

## 查什么
正文对某项目只提“前期研究”“前期工作”“争取”“核准”等，专栏却把它列入重点实施的项目。

## 为什么要紧
处在前期的项目能否在规划期内开工还不确定。列入实施清单，年度分解和考核就会要求一个不可能的进度。

## What it checks
The text says of a project that it is to be studied, prepared, applied for or approved, and a box lists it among the
projects to be carried out.

## Why it matters
Nobody knows whether a project under study will start in the period. Once it stands in the list, progress is demanded
that cannot be made.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.project_mentions import ProjectIndex, running_clauses, text_lists
from milepost.checks.project_names import NamedProject
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="CO14",
    name="project-at-another-stage",
    severity="warning",
    title=Words("项目阶段前后不一", "a project is under study in the text and to be built in the box"),
    advice=Words(
        "按项目真实阶段统一表述；处在前期的，在专栏中单列或注明“前期”。",
        "Say the same stage in both places; list projects under preparation apart, or mark them so.",
    ),
    remedy="note",
    languages=("zh",),
)

_EARLY = frozenset(("study", "prepare", "seek"))


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each clause that promises no more than preparation, with the projects of boxes that it names."""
    clauses = inspection.derived(running_clauses)
    starts = [clause.start for clause in clauses]
    for measure in inspection.plan.measures:
        for promise in measure.promises:
            at = bisect_right(starts, promise.span.start) - 1
            if promise.stage not in _EARLY or at < 0 or promise.span.end > clauses[at].end:
                continue
            if inspection.words.consistency.not_early.search(inspection.folded, *clauses[at]):
                continue
            named = [pair for pair in _named_in(clauses[at], inspection) if _is_meant(*pair, inspection)]
            if named and not (promise.stage == "seek" and _is_built_then(clauses, at, inspection)):
                names = "、".join(dict.fromkeys(each.project.name for _, each in named))
                start = min(promise.span.start, *(span.start for span, _ in named))
                last = max(span.end for span, _ in named)
                end = promise.span.end if promise.span.end > last else clauses[at].end
                place = Span(start, end)
                said = place.of(inspection.text)
                message = Words(
                    f"正文为“{inner(said)}”，专栏则列为重点项目“{inner(names)}”",
                    f"the text has {quoted(said)}, a box lists {quoted(names)} among the projects to be carried out",
                )
                yield Fault(message, (place, *dict.fromkeys(each.project.span for _, each in named)))


def _named_in(clause: Span, inspection: Inspection) -> list[tuple[Span, NamedProject]]:
    """The projects that a clause names, alone or in a list."""
    for listed in inspection.derived(text_lists):
        if listed.clause == clause:
            members = [member for member in listed.known() if not member.bare and member.span.length > 2]
            return [(member.span, each) for member in members for each in member.projects]
    return inspection.derived(ProjectIndex).mentioned(clause)


def _is_meant(place: Span, named: NamedProject, inspection: Inspection) -> bool:
    """Whether a project is named by more than the area that it lies in, and its box says nothing of an early stage."""
    promise, said = named.project.promise, place.of(inspection.text)
    only_the_area = len(said) < len(named.project.name) and inspection.words.consistency.area.search(said)
    return not only_the_area and (promise is None or promise.stage not in {*_EARLY, "explore"})


def _is_built_then(clauses: tuple[Span, ...], at: int, inspection: Inspection) -> bool:
    """Whether the next clause of the sentence has what is sought built as well."""
    following = clauses[at + 1] if at + 1 < len(clauses) else None
    if following is None or following.start >= inspection.sentence_at(clauses[at].start).end:
        return False
    return inspection.words.consistency.built_then.search(inspection.folded, *following) is not None


FINDS = [
    (
        "第一章  交通\n积极推动⟦石桥至北山口铁路前期研究⟧。\n专栏1：交通重点项目\n重点实施⟦石桥至北山口铁路⟧、"
        "清河大桥等项目。\n"
    ),
]
PASSES = [
    (
        "第一章  能源\n确保青崖煤矿在规划期内获得核准批复，合法合规建设。\n专栏1：能源重点项目\n重点实施青崖煤矿、"
        "清河电站等项目。\n"
    ),
    (
        "第一章  能源\n研究启动青崖矿区重点项目前期工作。\n专栏1：能源重点项目\n重点实施青崖矿区北沟一号井、"
        "清河电站等项目。\n"
    ),
    "第一章  交通\n加快建设石桥至北山口铁路。\n专栏1：交通重点项目\n重点实施石桥至北山口铁路、清河大桥等项目。\n",
    "第一章  交通\n积极推动石桥至北山口铁路前期研究。\n专栏1：交通重点项目\n重点实施清河大桥、石桥县客运站等项目。\n",
]
