"""Corrections put into a plan: each is found again by its anchor, and what no longer fits is handed back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from milepost.kernel.errors import UsageError
from milepost.kernel.span import Span
from milepost.plans.corrections.anchors import Finder, Found, Missing
from milepost.plans.corrections.building import Incomplete, Setting, added, edited, with_id
from milepost.plans.corrections.fields import kinds
from milepost.plans.corrections.fights import fights
from milepost.plans.corrections.files import validate
from milepost.plans.corrections.matching import Gone, Match, Unmatched, match, standing
from milepost.plans.corrections.model import Correction, Corrections, Leftover
from milepost.plans.corrections.upkeep import kept_up
from milepost.plans.model import Plan


def apply(plan: Plan, corrections: Corrections) -> tuple[Plan, tuple[Leftover, ...]]:
    """The corrected plan, and the corrections that were not applied, each with the reason.

    Applying twice gives what applying once gives. Items that no correction names keep their ids; an edited item keeps
    its own; an added one gets an id from its content. Two corrections that fight (one field with two values, or edit
    and reject of one item) are both handed back.

    Parameters
    ----------
    plan : Plan
        With its text (no `--facts-only` plan): anchors are looked for in it.
    corrections : Corrections
        For this plan's document, or an earlier or later wording of it.

    Raises
    ------
    UsageError
        If the plan has no text, a correction names a field or value that the plan's model does not have, or the
        corrections are for another document: the text is another, and the words of none stand in it, or the title is
        another too and those of fewer than half do.

    >>> from milepost import read_text
    >>> from milepost.plans.corrections import Anchor, Correction, Corrections, DocumentMark
    >>> plan = read_text("到2025年，森林覆盖率达到22%以上。", "zh")
    >>> anchor = Anchor("到2025年，森林覆盖率达到22%以上", figure="22%")
    >>> edit = Correction("edit", "commitments", anchor, label="森林覆盖率", fields={"target.value": 23})
    >>> mark = DocumentMark(plan.document.title, plan.document.text_sha256)
    >>> corrected, leftovers = apply(plan, Corrections("milepost.corrections/1", mark, (edit,)))
    >>> corrected.commitments[0].target.normalized, leftovers
    (Normalized(value=0.23, unit='1', value_high=None), ())
    """
    validate(corrections)
    text = plan.document.text
    if text is None:
        accepted = "a plan compiled without --facts-only"
        raise UsageError("corrections need the plan's text", where=plan.document.source, accepted=accepted)
    work = _Work(Setting(plan, text), corrections.corrections)
    work.place(Finder(text, same=corrections.document.text_sha256 == plan.document.text_sha256))
    _refuse_foreign(plan, corrections, len(work.found))
    work.sort_out()
    return work.done(), tuple(sorted(work.leftovers, key=lambda leftover: leftover.number))


def _refuse_foreign(plan: Plan, corrections: Corrections, found: int) -> None:
    """Raise an error where corrections are for another document."""
    mark, total = corrections.document, len(corrections.corrections)
    if mark.text_sha256 == plan.document.text_sha256 or total == 0:
        return
    if found == 0 or (2 * found < total and mark.title != plan.document.title):
        raise UsageError(
            f"the corrections are for another document: the words of {found} of {total} stand in the plan",
            where=plan.document.source or plan.document.title,
            found=f"corrections of {mark.title!r} (text {mark.text_sha256[:12]})",
            accepted=f"corrections of {plan.document.title!r} (text {plan.document.text_sha256[:12]})",
        )


@dataclass
class _Work:
    """Corrections on their way into a plan. `items` are the plan's, added ones behind them.

    The other dictionaries say, for an item (kind, place in the list), which corrections are about it; `instead` holds
    the adds that stand in the place of an item that is rejected.
    """

    setting: Setting
    corrections: tuple[Correction, ...]
    found: dict[int, Found] = field(default_factory=dict)
    items: dict[str, list[Any]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    edits: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    rejects: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    adds: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    instead: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    leftovers: list[Leftover] = field(default_factory=list)

    def leave(self, numbers: Iterable[int], reason: str) -> None:
        """Hand corrections back."""
        known = {leftover.number for leftover in self.leftovers}
        self.leftovers += [
            Leftover(number + 1, self.corrections[number], reason) for number in numbers if number + 1 not in known
        ]

    def place(self, finder: Finder) -> None:
        """Find every anchor in the text."""
        for number, correction in enumerate(self.corrections):
            found = finder.find(correction.anchor)
            if isinstance(found, Missing):
                self.leave([number], found.reason)
            else:
                self.found[number] = found

    def sort_out(self) -> None:
        """Say which item each correction is about, and take out those that fight."""
        self.items = {name: list(getattr(self.setting.plan, name)) for name in kinds()}
        self.counts = {name: len(items) for name, items in self.items.items()}
        for action in ("reject", "add", "edit"):
            for number, found in self.found.items():
                if self.corrections[number].action == action:
                    self._aim(number, found)
        for numbers, reason in fights(self.corrections, self.edits, self.rejects, self.adds, self.instead):
            self.leave(numbers, reason)

    def _aim(self, number: int, found: Found) -> None:
        correction = self.corrections[number]
        if correction.action == "add":
            self._aim_add(number, found)
            return
        end = self.counts[correction.kind] if correction.action == "reject" else None
        result = match(correction, found, self.items[correction.kind][:end])
        if isinstance(result, Unmatched):
            self.leave([number], result.reason)
        elif isinstance(result, Match):
            aims = self.edits if correction.action == "edit" else self.rejects
            aims.setdefault((correction.kind, result.place), []).append(number)
        else:
            assert isinstance(result, Gone)

    def _aim_add(self, number: int, found: Found) -> None:
        """An item that stands there already is edited; any other is built."""
        correction = self.corrections[number]
        kind, items = correction.kind, self.items[correction.kind]
        try:
            item = added(kind, found, correction.fields, self.setting)
        except (Incomplete, msgspec.ValidationError) as error:
            self.leave([number], str(error))
            return
        for index in standing(item, items):
            if (kind, index) in self.rejects:
                self.instead.setdefault((kind, index), []).append(number)
                continue
            aims = self.edits if index < self.counts[kind] else self.adds
            aims.setdefault((kind, index), []).append(number)
            return
        taken = {one.id for at, one in enumerate(items) if hasattr(one, "id") and (kind, at) not in self.rejects}
        self.adds[kind, len(items)] = [number]
        items.append(with_id(kind, item, taken, correction.id))

    def done(self) -> Plan:
        """The corrected plan."""
        out = {leftover.number - 1 for leftover in self.leftovers}
        struck = {key for key, numbers in self.rejects.items() if not out.issuperset(numbers)}
        struck |= {key for key, numbers in self.adds.items() if out.issuperset(numbers)}
        for key, numbers in self.edits.items():
            if key in struck:
                self.leave(numbers, "the added item that it edits was not added")
            else:
                self._edit(key, [number for number in numbers if number not in out])
        plan = self.setting.plan
        lists = {name: self._list(name, struck) for name in kinds()}
        changed: dict[str, Any] = {name: items for name, items in lists.items() if items != getattr(plan, name)}
        return kept_up(plan, replace(plan, **changed), len(self.setting.text)) if changed else plan

    def _edit(self, key: tuple[str, int], numbers: list[int]) -> None:
        kind, index = key
        for number in numbers:
            try:
                self.items[kind][index] = edited(self.items[kind][index], self.corrections[number].fields, self.setting)
            except (Incomplete, msgspec.ValidationError) as error:
                self.leave([number], str(error))

    def _list(self, kind: str, struck: set[tuple[str, int]]) -> tuple[Any, ...]:
        """The items of a kind, without those struck out; an added one stands where the text has it."""
        items, count = self.items[kind], self.counts[kind]
        kept = [item for index, item in enumerate(items[:count]) if (kind, index) not in struck]
        for index, item in enumerate(items[count:], start=count):
            if (kind, index) not in struck:
                kept.insert(_place_in(kept, item.span), item)
        return tuple(kept)


def _place_in(items: list[Any], span: Span) -> int:
    """Behind the last item that begins no later."""
    return next((index + 1 for index in range(len(items) - 1, -1, -1) if items[index].span.start <= span.start), 0)
