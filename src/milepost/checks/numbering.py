"""Where a count breaks: which of the numbers that should run 1, 2, 3 … is missing, printed twice or out of order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from milepost.plans.model import Plan, Section

BreakKind = Literal["missing", "repeated", "disorder", "again"]


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a count breaks, by indices into the numbers.

    `at` is the number that does not follow, `other` the one that it disagrees with: the number before (None at the
    start), or for `repeated` the one that is the same. `missing` are the numbers left out, `due` is the number that
    should stand at `at`, where the numbers around say so. `again` says that the count begins anew at 1.
    """

    kind: BreakKind
    at: int
    other: int | None
    missing: tuple[int, ...] = ()
    due: int | None = None


def breaks(numbers: Sequence[int], start: int | None = 1) -> list[Break]:
    """The places where numbers do not run on by one from `start`; from the first of them where `start` is None.

    A single number that its neighbours contradict (18, 29, 20) is one break, not a gap and a fall back.

    >>> [(each.kind, each.at, each.missing) for each in breaks([1, 2, 4])]
    [('missing', 2, (3,))]
    >>> [(each.kind, each.at, each.due) for each in breaks([17, 18, 29, 20], start=None)]
    [('disorder', 2, 19)]
    >>> [(each.kind, each.at, each.other) for each in breaks([1, 2, 2, 3])]
    [('repeated', 2, 1)]
    >>> [each.kind for each in breaks([1, 2, 3, 1, 2])], breaks([])
    (['again'], [])
    """
    found: list[Break] = []
    for offset, run in _runs(numbers):
        if offset:
            found.append(Break("again", offset, offset - 1))
        first = run[0] if start is None else start
        found.extend(
            Break(each.kind, each.at + offset, None if each.other is None else each.other + offset, each.missing,
                  each.due)
            for each in _breaks(run, first)
        )  # fmt: skip
    return found


def _runs(numbers: Sequence[int]) -> list[tuple[int, Sequence[int]]]:
    """The numbers cut where they begin anew at 1, unless the number behind shows that the 1 is a misprint."""
    if not numbers:
        return []
    starts = [0]
    for at in range(1, len(numbers)):
        misprint = at + 1 < len(numbers) and numbers[at + 1] == numbers[at - 1] + 2
        if numbers[at] == 1 and not misprint and numbers[at - 1] != 1:
            starts.append(at)
    return [(begin, numbers[begin:end]) for begin, end in zip(starts, [*starts[1:], len(numbers)], strict=True)]


def _breaks(numbers: Sequence[int], expected: int) -> list[Break]:
    found: list[Break] = []
    where: dict[int, list[int]] = {}
    for at, number in enumerate(numbers):
        where.setdefault(number, []).append(at)
    excused: set[int] = set()
    for at, number in enumerate(numbers):
        if number == expected:
            expected += 1
            continue
        before = at - 1 if at else None
        same = next((other for other in where[number] if other != at), None)
        if at + 1 < len(numbers) and numbers[at + 1] == expected + 1 and expected not in where:
            kind: BreakKind = "disorder" if same is None else "repeated"
            found.append(Break(kind, at, before if same is None else same, due=expected))
            expected += 1
        elif number > expected:
            found.extend(_gap(at, before, range(expected, number), where, excused))
            expected = number + 1
        elif number in excused:
            excused.discard(number)
        elif same is not None and same < at:
            found.append(Break("repeated", at, same))
        else:
            found.append(Break("disorder", at, before))
    return found


def _gap(at: int, before: int | None, left_out: range, where: dict[int, list[int]], excused: set[int]) -> list[Break]:
    """What a jump forward is: numbers missing, or numbers that come too late."""
    late = [number for number in left_out if number in where]
    excused.update(late)
    missing = tuple(number for number in left_out if number not in where)
    if missing:
        return [Break("missing", at, before, missing)]
    return [Break("disorder", at, where[late[0]][0])] if late else []


def siblings(plan: Plan) -> list[tuple[Section, ...]]:
    """The numbered headings of each level under each parent, in the order of the text."""
    groups: dict[tuple[str | None, str], list[Section]] = {}
    for section in plan.sections:
        if section.number is not None:
            groups.setdefault((section.parent, section.level), []).append(section)
    return [tuple(group) for group in groups.values()]
