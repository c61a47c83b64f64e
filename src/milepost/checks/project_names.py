"""When two names of projects mean the same project: names without their places, tails and ways of writing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from re import Pattern

from milepost.checks.inspection import Inspection
from milepost.checks.model import Words
from milepost.kernel.span import Span
from milepost.languages.consistency_words import ConsistencyWords
from milepost.plans.model import Project, Region

_SURE = 0.7
_SHORTEST_NEAR = 6  # characters: in a shorter name one other character makes another project
_SHORTEST_INSERTED = 4  # characters of a name into which a few others may be put
_SHORTEST_PART = 5  # characters of a part of a name that is a project by itself
_MOST_INSERTED = 3
_FEW = 2  # more projects than these, shared by two boxes, are one matter
_MOST_ALIKE = 30  # names that begin and end alike: beyond so many it is a series, not one project


@dataclass(frozen=True, slots=True)
class NamedProject:
    """A project with its name taken apart.

    `place` is the code or the name of the place that the name begins with, "whole" for the plan's own region, None
    for none; `rest` is the name behind it, spelled alike, without tail; `shape` is the rest with "#" for its numbers.
    `span` is where the name stands.
    """

    project: Project
    place: str | None
    rest: str
    shape: str
    span: Span


def named_projects(inspection: Inspection) -> tuple[NamedProject, ...]:
    """The projects of a plan that are read with confidence, in the order of the text."""
    words = inspection.words.consistency
    places = inspection.derived(_known_places)
    found = []
    for project in inspection.plan.projects:
        name = spelled(inspection.language.fold(project.name), words)
        place, rest = _placed(name, places, words)
        if project.confidence >= _SURE and len(rest) > 1 and project.span.length:
            found.append(NamedProject(project, place, rest, words.number.sub("#", rest), project.span))
    return tuple(found)


def named_parts(inspection: Inspection) -> tuple[NamedProject, ...]:
    """The parts of names that have a list in them, for a project may have come into the name of another."""
    words, text = inspection.words.consistency, inspection.folded
    places = inspection.derived(_known_places)
    found = []
    for project in inspection.plan.projects:
        start = project.span.start
        for sign in (*words.part_sign.finditer(text, *project.span), None):
            end = project.span.end if sign is None else sign.start()
            span = Span(start, end)
            start = end if sign is None else sign.end()
            place, rest = _placed(spelled(span.of(text), words), places, words)
            if span != project.span and len(rest) >= _SHORTEST_PART:
                found.append(NamedProject(project, place, rest, rest, span))
    return tuple(found)


def spelled(name: str, words: ConsistencyWords) -> str:
    """A folded name in one spelling: no blanks, quotes, brackets and tails, one sign for every dash."""
    name = name.lower()
    for pattern, replacement in words.one_spelling:
        name = pattern.sub(replacement, name)
    shorter = words.project_tail.sub("", name)
    return shorter if len(shorter) > 1 else name


def _places(region: Region | None) -> tuple[tuple[str, str], ...]:
    """Names that may stand before a project with what they stand for, the longest first."""
    if region is None:
        return ()
    names = [(region.name, "whole")]
    names += [(name, part.code) for part in region.parts for name in (part.name, *part.aliases) if len(name) > 1]
    return tuple(sorted(names, key=lambda pair: -len(pair[0])))


def _placed(name: str, places: Iterable[tuple[str, str]], words: ConsistencyWords) -> tuple[str | None, str]:
    whole = words.whole_region.match(name)
    if whole is not None and len(name) > whole.end():
        return "whole", name[whole.end() :]
    for written, place in places:
        if name.startswith(written) and len(name) > len(written) and not words.line_sign.match(name, len(written)):
            return place, name[len(written) :].lstrip()
    named = words.place.match(name)
    if named is not None and named.end() < len(name) and not words.line_sign.match(name, named.end()):
        return named[0], name[named.end() :]
    return None, name


def place_named(name: str, inspection: Inspection) -> tuple[str, str] | None:
    """The place that a name in one spelling begins with, and what stands behind it; None for no place."""
    places = inspection.derived(_known_places)
    place, rest = _placed(f"{name}#", places, inspection.words.consistency)
    return None if place is None or place == "whole" else (place, rest[:-1])


def _known_places(inspection: Inspection) -> tuple[tuple[str, str], ...]:
    return _places(inspection.plan.region)


def near_pairs(named: Iterable[NamedProject], apart: Pattern[str]) -> Iterator[tuple[NamedProject, NamedProject]]:
    """Pairs whose names differ in little: one character, a few put in, or the order of words; never equal ones."""
    first: dict[tuple[str | None, str], NamedProject] = {}
    for each in named:
        first.setdefault((each.place, each.rest), each)
    groups: dict[tuple[object, ...], list[NamedProject]] = {}
    for each in first.values():
        for key in _keys(each.rest):
            groups.setdefault(key, []).append(each)
    seen = set()
    for members in groups.values():
        if not 1 < len(members) <= _MOST_ALIKE:
            continue
        for one, other in combinations(members, 2):
            pair = (one.project.span, other.project.span)
            if pair not in seen and one.rest != other.rest and is_near(one.rest, other.rest, apart):
                seen.add(pair)
                yield one, other


def _keys(rest: str) -> set[tuple[object, ...]]:
    """Keys of which two near names share one."""
    keys: set[tuple[object, ...]] = {("order", "".join(sorted(rest))), ("ends", rest[:2], rest[-2:])}
    if len(rest) >= _SHORTEST_NEAR - 1:
        keys.update(("but", rest[:at] + rest[at + 1 :]) for at in range(len(rest)))
        keys.add(("but", rest))
    return keys


def is_near(one: str, other: str, apart: Pattern[str]) -> bool:
    """Whether two names are the same but for one character, a few characters inside, or the order of their parts.

    Where `apart` is found in what differs (numbers, points of the compass), the names are of two projects.

    >>> import re
    >>> numerals = re.compile("[一二三四五六七八九十]")
    >>> is_near("天然林保护", "天然林资源保护", numerals), is_near("妇幼保健院迁建", "妇女保健院迁建", numerals)
    (True, True)
    >>> is_near("金沟河七级水电站", "金沟河十级水电站", numerals), is_near("人民医院", "人民医院康复楼", numerals)
    (False, False)
    """
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    end = 0
    while end < len(one) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    gone, come = one[start : len(one) - end], other[start : len(other) - end]
    if apart.search(gone) or apart.search(come):
        return False
    if len(gone) == len(come) == 1:
        return len(one) >= _SHORTEST_NEAR
    if not gone and len(come) == 1 and len(other) >= _SHORTEST_NEAR:
        return True
    if not gone:
        return start > 1 and end > 1 and len(come) <= _MOST_INSERTED and len(one) >= _SHORTEST_INSERTED
    return len(one) >= _SHORTEST_NEAR and sorted(gone) == sorted(come)


def shared_by_boxes(groups: Iterable[list[NamedProject]]) -> list[list[list[NamedProject]]]:
    """Groups of the same projects, those together that stand in the same boxes when they are three or more."""
    by_boxes: dict[tuple[str, ...], list[list[NamedProject]]] = {}
    for group in groups:
        boxes = tuple(sorted({str(each.project.box_title) for each in group}))
        by_boxes.setdefault(boxes, []).append(group)
    found: list[list[list[NamedProject]]] = []
    for boxes, members in by_boxes.items():
        if len(members) > _FEW and len(boxes) > 1:
            found.append(members)
        else:
            found += [[group] for group in members]
    return found


def boxes_of(group: Iterable[NamedProject]) -> Words:
    """The boxes that projects stand in, in words."""
    numbers: dict[str, None] = {}
    titles: dict[str, None] = {}
    for each in group:
        if each.project.box is None:
            titles.setdefault(each.project.box_title or "")
        else:
            numbers.setdefault(str(each.project.box))
    zh = [f"专栏{number}" for number in numbers] + [f"“{title}”" for title in titles if title]
    en = [f"box {number}" for number in numbers] + [repr(title) for title in titles if title]
    return Words("、".join(zh) or "项目清单", ", ".join(en) or "the list of projects")
