"""The text refers to a box, table, annex or chapter that is not there.

## 查什么
正文写“见专栏×”“详见附表”“见第×章”等，而文中没有这一专栏、表、附件或章节。

## 为什么要紧
引用落空，读者找不到依据；所指内容可能已经丢失或改了编号。

## What it checks
References within the document (see Box 3, Annex A, Table 2, Chapter 5) to something that it does not have.

## Why it matters
Who follows the reference finds nothing: what it points at was lost or given another number.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.text_lines import text_lines
from milepost.kernel.span import Span

RULE = Rule(
    code="LA34",
    name="reference-to-nothing",
    severity="error",
    title=Words("引用的专栏、附表或章节不存在", "a reference points at nothing"),
    advice=Words("补上所指内容，或改正引用的编号。", "Supply what is referred to, or correct its number."),
    remedy="correct",
)
_Target = tuple[str, str]


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each reference to something that stands nowhere at the head of a line."""
    groups: dict[str, list[Span]] = {}
    for kind, place in _lost(inspection):
        groups.setdefault(kind, []).append(place)
    for kind, places in groups.items():
        # Where a kind is not there at all, one thing was left out with all its places.
        absent = kind not in {each for each, _ in _there(inspection)}
        for together in [places] if absent else [[place] for place in places]:
            yield _fault(inspection, together)
    for place in _lost_divisions(inspection):
        yield _fault(inspection, [place])


def _fault(inspection: Inspection, places: list[Span]) -> Fault:
    words = list(dict.fromkeys(place.of(inspection.text) for place in places))
    message = Words(
        f"文中引用{'、'.join(f'“{inner(each)}”' for each in words)}，但没有这一内容",
        f"the text refers to {', '.join(map(quoted, words))}, which is not there",
    )
    return Fault(message, tuple(places))


def _lost(inspection: Inspection) -> Iterator[tuple[str, Span]]:
    """References to boxes, tables, figures and annexes: the kind, and where it stands."""
    found = [each for pointer in inspection.words.layout.pointers for each in pointer.finditer(inspection.folded)]
    if not found:
        return
    there = _there(inspection)
    kinds = {kind for kind, _ in there}
    starts = {line.span.start for line in text_lines(inspection)}
    for mention in found:
        start = mention.start("what")
        kind, number = _target(inspection, mention["what"], mention["number"] or "")
        known = (kind, number) in there if number else kind in kinds or bool(inspection.plan.tables)
        if not known and start not in starts:
            yield kind, Span(start, mention.end())


def _lost_divisions(inspection: Inspection) -> Iterator[Span]:
    """References to parts, chapters and sections of this document."""
    words = inspection.language.headings
    there = {(section.level, section.number) for section in inspection.plan.sections}
    levels = {level for level, _ in there}
    for lead in inspection.words.layout.division_lead.finditer(inspection.folded):
        mark = words.division.match(inspection.folded, lead.end())
        if mark is None:
            continue
        level, number = words.levels[mark["unit"].lower()], words.number(mark["number"])
        # A level that this document does not have is another document's.
        if level in levels and (level, number) not in there:
            yield Span(mark.start(), mark.end())


def _target(inspection: Inspection, what: str, number: str) -> _Target:
    """What is meant, as it is compared: 专栏三 is 专栏3."""
    bare = number.strip()
    value = None if "." in bare or "-" in bare else inspection.language.headings.number(bare)
    return "".join(what.lower().split()), str(value) if value is not None else bare.lower()


def _there(inspection: Inspection) -> frozenset[_Target]:
    """All that stands at the head of a line or cell, and all boxes, tables and sections."""
    return inspection.derived(_all_there)


def _all_there(inspection: Inspection) -> frozenset[_Target]:
    plan, label = inspection.plan, inspection.words.layout.label
    heads = [span for line in inspection.lines if (span := _trimmed(inspection, line)) is not None]
    heads += [section.span for section in plan.sections] + [box.span for box in plan.boxes]
    found: set[_Target] = set()
    for span in heads:
        mark = label.match(inspection.folded, span.start, span.end)
        if mark:
            found.add(_target(inspection, mark["what"], mark["number"] or ""))
    for table in plan.tables:
        mark = label.match(inspection.language.fold(table.caption or ""))
        if mark:
            found.add(_target(inspection, mark["what"], mark["number"] or ""))
    return frozenset(found)


def _trimmed(inspection: Inspection, line: Span) -> Span | None:
    """A line from its first letter, digit or bracket on."""
    text = inspection.text
    start = line.start
    while start < line.end and not text[start].isalnum():
        if text[start] == "[":
            start = text.find("]", start, line.end)
            if start < 0:
                return None
        start += 1
    return Span(start, line.end) if start < line.end else None


FINDS = [
    (
        "第一章  农业\n稳粮优菜，项目见⟦专栏3⟧。\n专栏1  农业重点项目\n"
        "青禾市水库、青禾市灌区、青禾市粮仓、青禾市冷库。\n"
    ),
    "第一章  农业\n稳粮优菜，具体指标详见⟦附表2⟧，措施见⟦第五章⟧。\n第二章  工业\n提质增效。\n附表1  主要指标\n",
    (
        "Chapter 1 Farms\nThe works are listed in ⟦Annex B⟧ and mapped in Figure 1.\nFigure 1: Works\n"
        "Annex A: Budget\nMoney.\n"
    ),
]
PASSES = [
    (
        "第一章  农业\n稳粮优菜，项目见专栏一，措施见第二章，依据宪法第九章。\n专栏1  农业重点项目\n"
        "青禾市水库、青禾市灌区、青禾市粮仓、青禾市冷库。\n第二章  工业\n提质增效。\n"
    ),
    (
        "Chapter 1 Farms\nThe works are listed in Annex A; see Chapter 1, and Section 12 of the Land Act.\n"
        "Annex A: Budget\nMoney.\n"
    ),
]
