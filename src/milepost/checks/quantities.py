"""What the document says of one quantity: its levels, rates of growth, multiples and sums, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from milepost.checks.inspection import Inspection
from milepost.checks.printed import Interval, printed
from milepost.kernel.span import Span
from milepost.languages.mention import Comparator
from milepost.plans.concepts.matching import concept_of
from milepost.plans.concepts.table import concept
from milepost.plans.model import Baseline, Commitment, Fact, Indicator, Normalized, Target

SayingKind = Literal["level", "growth", "multiple", "points", "cumulative", "average"]

_LOWEST_CONFIDENCE = 0.55
_MOST_SAYINGS = 60
_CLAUSE = 30
"""Characters before a figure in which the words stand that say how it is meant."""
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Saying:
    """One figure of a quantity.

    `value` and `interval` are in base units; those of a growth are parts of one a year (0.06), of a multiple times,
    of points parts of one (0.013). `first` and `last` are the years that it runs over; those of a level are the same,
    a multiple and points count from the end of the year before `first`. `planned` is what is to come, `tabled` what
    stands in the headline table, `scale` how many base units one of the printed number is.
    """

    kind: SayingKind
    subject: str
    value: float
    interval: Interval
    comparator: Comparator
    unit: str
    first: int | None
    last: int | None
    span: Span
    planned: bool
    tabled: bool = False
    scale: float = 1.0

    @property
    def years(self) -> int | None:
        """How many years it runs over."""
        return None if self.first is None or self.last is None else self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Quantity:
    """All that is said of one thing measured, in one region; `concept` is None for what the table has not."""

    name: str
    concept: str | None
    region: str | None
    sayings: list[Saying] = field(default_factory=list)

    def of(self, *kinds: SayingKind) -> list[Saying]:
        """The figures of some kinds, in the order of the text."""
        return [each for each in self.sayings if each.kind in kinds]


def quantities(inspection: Inspection) -> dict[tuple[str, str | None], Quantity]:
    """Every quantity by concept (or name, where the table has none) and region. Ask through `inspection.derived`."""
    gathered = _Gathering(inspection)
    for indicator in inspection.plan.indicators:
        gathered.add_indicator(indicator)
    for commitment in inspection.plan.commitments:
        gathered.add_commitment(commitment)
    for fact in inspection.plan.facts:
        gathered.add_fact(fact)
    for quantity in gathered.found.values():
        quantity.sayings.sort(key=lambda saying: saying.span)
    return gathered.found


class _Gathering:
    """Puts the figures of a plan together by what they measure."""

    def __init__(self, inspection: Inspection) -> None:
        self.inspection = inspection
        self.words = inspection.words.arithmetic
        self.found: dict[tuple[str, str | None], Quantity] = {}
        period = inspection.plan.period
        self.start, self.end = period.start, period.end
        region = inspection.plan.region
        self.home = region.code if region else None

    def add_indicator(self, row: Indicator) -> None:
        """The baseline, the target, the sum and the yearly targets of a row of the table."""
        if row.confidence < _LOWEST_CONFIDENCE:
            return
        quantity, growth = self._quantity(row.name, row.concept, self.home)
        for target in (row.target, row.cumulative, *row.milestones):
            if target is not None:
                place = self._inside(row.span, target.raw)
                if place is not None:
                    self._add_target(quantity, row.name, target, place, growth, tabled=True)
        if row.baseline is not None:
            self._add_baseline(quantity, row.name, row.baseline, row.target, growth)

    def add_commitment(self, item: Commitment) -> None:
        """The target of a sentence, and the starting value that the sentence states."""
        if item.confidence < _LOWEST_CONFIDENCE or item.implied:
            return
        quantity, growth = self._quantity(item.subject, item.concept, self._region(item.region))
        for target in (item.target, *item.milestones):
            self._add_target(quantity, item.subject, target, item.value_span, growth, tabled=False)

    def add_fact(self, fact: Fact) -> None:
        """A figure about the past."""
        normalized, period = fact.normalized, fact.period
        if fact.confidence < _LOWEST_CONFIDENCE or fact.value is None or fact.value_high is not None:
            return
        identity = concept_of(fact.subject, fact.unit, self.inspection.language.code)
        quantity, growth = self._quantity(fact.subject, identity, self._region(fact.region))
        first, last = (_year(period[0]), _year(period[1])) if period else (None, None)
        past = fact.section in self.inspection.past
        kind = self._fact_kind(fact, growth)
        if kind is None:
            return
        if (fact.kind == "cumulative" or kind == "average") and not past and first != last:
            first, last = self.start, self.end
        if kind == "level":
            first = last
        if kind == "growth" and last is None:
            # A rate that is promised without years is one for the plan's own.
            first, last = self.start, self.end
        if kind in ("multiple", "points"):
            first = self._from_year(fact.value_span.start) or None
        self._add(
            quantity, fact.subject, kind, fact.value, normalized, fact.comparator, fact.unit, (first, last),
            fact.value_span, planned=False, tabled=False,
        )  # fmt: skip

    def _fact_kind(self, fact: Fact, growth: bool) -> SayingKind | None:
        before = self._before(fact.value_span.start)
        if fact.kind == "ratio":
            return "multiple"
        if fact.kind == "cumulative" and not self.words.yearly.search(before):
            return "cumulative"
        if self._is_points(fact.unit):
            return None if self.words.each_year.search(before) else "points"
        if fact.kind == "growth" or growth:
            yearly = self.words.yearly.search(before) is not None
            single = fact.period is not None and fact.period[0] == fact.period[1]
            based = self.words.base_year.search(before) is not None
            return "growth" if yearly or (single and not based) else "multiple" if based else None
        if fact.period is not None and fact.period[0] != fact.period[1] and self.words.yearly.search(before):
            return "average"
        return "level" if fact.kind in ("level", "share", "count") else None

    def _add_target(
        self, quantity: Quantity, subject: str, target: Target, place: Span, growth: bool, *, tabled: bool
    ) -> None:  # fmt: skip
        if target.value is None or target.value_high is not None:
            return
        first, last = self._target_years(target)
        kind = self._target_kind(target, growth, place)
        if kind is None:
            return
        if kind == "level":
            first = last
        if kind == "growth" and last is None:
            # A rate that is promised without years is one for the plan's own.
            first, last = self.start, self.end
        if kind in ("multiple", "points"):
            first = self._from_year(place.start) or self.start
        self._add(
            quantity, subject, kind, target.value, target.normalized, target.comparator, target.unit, (first, last),
            place, planned=True, tabled=tabled,
        )  # fmt: skip

    def _target_kind(self, target: Target, growth: bool, place: Span) -> SayingKind | None:
        if target.unit and self.words.fold_units.fullmatch(target.unit):
            return "multiple"
        if self._is_points(target.unit):
            changes = target.kind in ("level", "share", "annual_growth") and target.relative_to is None
            return "points" if changes and not self.words.each_year.search(self._before(place.start)) else None
        if target.kind == "annual_growth":
            return "growth"
        if target.kind == "cumulative":
            return "cumulative"
        if target.kind == "annual_average":
            return "average"
        if target.kind == "count":
            return "average" if self.words.each_year.search(self._before(place.start)) else "cumulative"
        if growth and target.kind == "level" and self.words.base_year.search(self._before(place.start)):
            return "multiple"
        if growth or target.kind not in ("level", "share"):
            return None
        # A change in per cent (能耗降低13.5%) is no level; the concept tells.
        identity = concept(quantity_id) if (quantity_id := self._last_concept) else None
        return "level" if identity is None or identity.change is None else None

    def _add_baseline(
        self, quantity: Quantity, subject: str, baseline: Baseline, target: Target | None, growth: bool
    ) -> None:
        year = _year(baseline.period if isinstance(baseline.period, str) else None)
        if baseline.value is None or baseline.span is None or growth or target is None:
            return
        if target.normalized and baseline.normalized and target.normalized.unit != baseline.normalized.unit:
            return
        self._add(
            quantity, subject, "level", baseline.value, baseline.normalized, baseline.comparator, baseline.unit,
            (year, year), baseline.span, planned=False, tabled=True,
        )  # fmt: skip

    def _add(
        self, quantity: Quantity, subject: str, kind: SayingKind, value: float, normalized: Normalized | None,
        comparator: Comparator, unit: str | None, years: tuple[int | None, int | None], span: Span, *,
        planned: bool, tabled: bool,
    ) -> None:  # fmt: skip
        raw = span.of(self.inspection.folded)
        scale = normalized.value / value if normalized is not None and value else 1.0
        counted = scale == 1 and "%" not in (unit or "") and kind in ("level", "cumulative", "average")
        interval = printed(raw, value, comparator, counted=counted)
        base_unit = normalized.unit if normalized is not None else unit or ""
        if kind in ("growth", "points"):
            scale, base_unit = (0.001 if "‰" in raw else 0.01), "1"
        if kind == "multiple":
            grown = "%" in raw
            value, scale, base_unit = (value / 100, 1.0, "1") if grown else (value, 1.0, "1")
            interval = Interval(interval.low / 100, interval.high / 100) if grown else interval
            if not grown and comparator == "eq" and float(value).is_integer():
                # Multiples are told to a tenth: twice is not "between one and a half and two and a half times".
                interval = Interval(value - 0.1, value + 0.1)
            if grown or self.words.grown_by.search(self._before(span.start)):
                value, interval = value + 1, interval.plus(Interval(1, 1))
        scaled = Interval(interval.low * scale, interval.high * scale)
        quantity.sayings.append(
            Saying(
                kind,
                subject,
                value * scale,
                scaled,
                comparator,
                base_unit,
                years[0],
                years[1],
                span,
                planned,
                tabled,
                scale,
            )
        )

    def _quantity(self, name: str, identity: str | None, region: str | None) -> tuple[Quantity, bool]:
        """The quantity, and whether the name is that of its growth."""
        known = concept(identity) if identity else None
        growth = known is not None and known.change == "growth"
        if known is not None and known.base is not None and growth:
            identity = known.base
        self._last_concept = identity
        key = (identity or self.words.told.sub("", name), region)
        found = self.found.get(key)
        if found is None:
            found = self.found[key] = Quantity(name, identity, region)
        return found, growth

    def _target_years(self, target: Target) -> tuple[int | None, int | None]:
        if target.period is not None:
            return _year(target.period[0]), _year(target.period[1])
        last = _year(target.by)
        return (self.start if last == self.end else None), last

    def _region(self, code: str | None) -> str | None:
        return code or self.home

    def _before(self, offset: int) -> str:
        """What stands before a figure in its clause."""
        return re.split(r"[，。；\n]", self.inspection.folded[max(0, offset - _CLAUSE) : offset])[-1]

    def _from_year(self, offset: int) -> int | None:
        """The year after the one that the words before a figure compare with."""
        named = list(self.words.base_year.finditer(self._before(offset)))
        return int(named[-1]["year"]) + 1 if named else None

    def _is_points(self, unit: str | None) -> bool:
        return unit is not None and self.words.points.fullmatch(unit) is not None

    def _inside(self, row: Span, raw: str) -> Span | None:
        """Where a cell's words stand in its row: the last place, for the target stands behind the baseline."""
        at = self.inspection.text.rfind(raw, row.start, row.end) if raw else -1
        return Span(at, at + len(raw)) if at >= 0 else None


def _year(said: str | None) -> int | None:
    return int(said[:4]) if said and _YEAR.match(said) else None


def known_quantities(inspection: Inspection) -> Iterator[Quantity]:
    """The quantities with two figures or more; with very many they are of as many things under one name."""
    for quantity in inspection.derived(quantities).values():
        if 1 < len(quantity.sayings) <= _MOST_SAYINGS:
            yield quantity
