"""Lists of figures: shared units, starting values, and figures given out with "respectively"."""

from __future__ import annotations

import re
from dataclasses import replace

from milepost.kernel.span import Span
from milepost.languages.english.subjects import distribute
from milepost.languages.mention import Mention
from milepost.languages.statement import Statement

_BETWEEN = re.compile(r"^(?:,|and|or|, and|, or|&|/)$")
_RESPECTIVELY = re.compile(r"^[^.;:\n\d]{0,60}\brespectively\b", re.IGNORECASE)
_FROM = re.compile(
    r"(?:\bfrom|\bup from|\bdown from|\bcompared (?:with|to)|\bagainst|\bbaseline(?: value)?(?: of|:)?"
    r"|\bas against|\bversus|\((?:in )?(?:19|20)\d\d(?:/\d\d)?:)(?:\s(?:an?|the|just|only|its|current"
    r"|a\sbaseline\sof|about|around|baseline|estimated|level|of|in|19\d\d|20\d\d|some))*\s?$",
    re.IGNORECASE,
)
_TO = re.compile(r"^[^,.;:\n]{0,60}?\bto\b", re.IGNORECASE)
_BACK = re.compile(
    r"(?:up from|down from|compared|against|baseline|versus|\(from|from|\((?:in )?(?:19|20)\d\d)", re.IGNORECASE
)
# How far behind a figure "respectively" may stand, and how far before one a word of starting.
_REACH = 72


def share_units(text: str, mentions: list[Mention]) -> list[Mention]:
    """Figures that take their unit from the next one: 5, 8 and 10 percent."""
    result = list(mentions)
    for index in range(len(result) - 2, -1, -1):
        this, following = result[index], result[index + 1]
        if this.unit is not None or this.implied is not None or following.unit is None:
            continue
        if _BETWEEN.match(text[this.extent.end : min(following.extent.start, this.extent.end + 8)].strip()):
            result[index] = replace(this, unit=following.unit)
    return result


def baselines(text: str, mentions: list[Mention]) -> dict[int, tuple[int, bool]]:
    """Figures that are starting values: their index, to the index they belong to and whether they stand before it."""
    found: dict[int, tuple[int, bool]] = {}
    for index, mention in enumerate(mentions):
        head = text[max(0, mention.extent.start - 40) : mention.extent.start]
        if mention.implied is not None or mention.value is None or not _FROM.search(head):
            continue
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        between = (
            text[mention.extent.end : min(following.extent.start, mention.extent.end + _REACH)] if following else ""
        )
        if (
            following is not None
            and _TO.match(between)
            and between.count("\n\n") == 0
            and re.search(r"\bfrom\b", head[-40:], re.IGNORECASE)
        ):
            found[index] = (index + 1, True)
        elif index and index - 1 not in found and _behind(text, mentions[index - 1], mention):
            found[index] = (index - 1, False)
    return found


def _behind(text: str, goal: Mention, start: Mention) -> bool:
    """Whether a starting value stands close behind the figure that it leads to."""
    if start.extent.start - goal.extent.end > _REACH:
        return False
    between = text[goal.extent.end : start.extent.start]
    same = (goal.unit or "") == (start.unit or "") or start.unit is None
    return same and bool(_BACK.search(between)) and ";" not in between


def spread(text: str, statements: list[Statement]) -> list[Statement]:
    """Give "respectively" its effect: the members of the subject list get a row each."""
    result: list[Statement] = []
    index = 0
    while index < len(statements):
        group = _group(text, statements, index)
        result.extend(_deal(text, group))
        index += len(group)
    return result


def _group(text: str, statements: list[Statement], index: int) -> list[Statement]:
    """The statement at `index` with those whose figures are joined directly to it."""
    group = [statements[index]]
    while index + len(group) < len(statements):
        this, following = group[-1].mention, statements[index + len(group)].mention
        gap = text[this.extent.end : min(following.extent.start, this.extent.end + 12)].strip()
        if (
            not (_BETWEEN.match(gap) or re.fullmatch(r",?\s?(?:and\s)?(?:by|to)", gap))
            or following.implied
            or this.implied
        ):
            break
        group.append(statements[index + len(group)])
    return group


def _deal(text: str, group: list[Statement]) -> list[Statement]:
    first = group[0]
    if len(group) == 1:
        if first.subject.startswith("both ") and " and " in first.subject:
            return [replace(first, subject=part) for part in distribute(first.subject)]
        return group
    last: Span = group[-1].mention.extent
    each = _RESPECTIVELY.match(text[last.end : last.end + _REACH]) or re.search(
        r"\brespectively\b", text[max(first.clause.start, first.mention.extent.start - 40) : first.mention.extent.start]
    )
    parts = distribute(first.subject)
    if each and len(parts) < len(group):
        parts = distribute(_listed(text, first))[-len(group) :]
    if not each or len(parts) != len(group):
        return group
    return [
        replace(statement, subject=part, relation=first.relation, kind=first.kind, role=first.role, why=first.why)
        for statement, part in zip(group, parts, strict=True)
    ]


def _listed(text: str, statement: Statement) -> str:
    """The subject with the members of its list that stand before the comma of its clause."""
    head = text[max(0, statement.clause.start - _REACH) : statement.clause.start]
    head = re.split(r"[.;:\n]\s", head)[-1]
    return f"{head.strip()} {statement.subject}"
