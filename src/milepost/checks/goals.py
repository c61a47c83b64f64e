"""Every target of a plan in one form, wherever it stands: in a row of the headline table or in running text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from milepost.checks.inspection import Inspection
from milepost.kernel.span import Span
from milepost.plans.concepts.model import Concept
from milepost.plans.concepts.table import concept
from milepost.plans.model import Attribute, Baseline, Commitment, Indicator, TableCell, Target

Way = Literal["up", "down"]

SURE: Final = 0.7
"""Below this confidence nothing is said about a reading."""

_WIDEST: Final = 80  # columns that a reader takes in at a glance; of a longer clause the figure is shown


@dataclass(frozen=True, slots=True)
class Goal:
    """One target with what it is about.

    `places` are the name and the target's cell of a row, or the clause of running text; `start` is the place of the
    baseline, `nature` that of the word binding or expected. `concept` is None where the table of concepts has none,
    `attribute` None outside the headline table.
    """

    name: str
    concept: Concept | None
    region: str | None
    target: Target
    baseline: Baseline | None
    attribute: Attribute | None
    item: Indicator | Commitment
    places: tuple[Span, ...]
    start: Span | None
    nature: Span | None = None

    @property
    def in_table(self) -> bool:
        """Whether the target stands in the headline table."""
        return isinstance(self.item, Indicator)

    @property
    def topic(self) -> str:
        """What targets and facts on one matter have in common: the concept's id, else the bare name."""
        return topic_of(self.concept.id if self.concept else None, self.name)

    @property
    def way(self) -> Way | None:
        """Which way is better: the concept knows, else the comparator says so; None where neither does."""
        if self.concept and self.concept.direction in ("up", "down"):
            return "up" if self.concept.direction == "up" else "down"
        if self.target.comparator in ("ge", "gt"):
            return "up"
        return "down" if self.target.comparator in ("le", "lt") else None


def topic_of(concept_id: str | None, name: str) -> str:
    """The key that one matter goes by: its concept, else its name without blanks and case.

    >>> topic_of("forest_cover", "森林覆盖率"), topic_of(None, "Tree  cover")
    ('forest_cover', '=treecover')
    """
    return concept_id or "=" + "".join(name.split()).casefold()


def goals(inspection: Inspection) -> tuple[Goal, ...]:
    """The targets of the headline table, then those of the text, each with its places; doubtful readings left out.

    Asked for by `inspection.derived(goals)`.
    """
    region = inspection.plan.region.code if inspection.plan.region else None
    cells = _Cells(cell for table in inspection.plan.tables for row in table.rows for cell in row)
    found = []
    for indicator in inspection.plan.indicators:
        if indicator.confidence < SURE:
            continue
        targets = (indicator.target, indicator.cumulative)
        found += [_of_row(indicator, target, region, cells) for target in targets if target is not None]
    found += [_of_text(each, inspection.text) for each in inspection.plan.commitments if each.confidence >= SURE]
    return tuple(found)


def by_topic(inspection: Inspection) -> dict[str, tuple[Goal, ...]]:
    """The targets on each matter, in the order of `goals`. Asked for by `inspection.derived(by_topic)`."""
    found: dict[str, list[Goal]] = {}
    for goal in inspection.derived(goals):
        found.setdefault(goal.topic, []).append(goal)
    return {topic: tuple(members) for topic, members in found.items()}


def said_again(goal: Goal, inspection: Inspection) -> tuple[Goal, ...]:
    """Where the text says a target of the headline table once more: same matter, same deadline, same region or value.

    Two figures of one concept need not be one target (the sewage of cities, of county towns): one name must be part
    of the other, or the values be the same.
    """
    if not goal.in_table:
        return ()
    others = inspection.derived(by_topic)[goal.topic]
    return tuple(other for other in others if not other.in_table and _is_same(goal, other))


def row_of(goal: Goal, inspection: Inspection) -> Goal | None:
    """The row of the headline table that a target of the text says again, None if there is none."""
    if goal.in_table:
        return None
    rows = inspection.derived(_rows_by_topic).get(goal.topic, ())
    return next((row for row in rows if _is_same(row, goal)), None)


def _rows_by_topic(inspection: Inspection) -> dict[str, tuple[Goal, ...]]:
    every = inspection.derived(by_topic).items()
    return {topic: rows for topic, members in every if (rows := tuple(goal for goal in members if goal.in_table))}


def telling(text: str, clause: Span, figure: Span, subject: str) -> Span:
    """The characters of a clause that tell one figure: its subject and itself, else the clause, a long one not whole.

    >>> text = "污水处理率94.1%、生活垃圾无害化处理率98.2%以上"
    >>> telling(text, Span(0, len(text)), Span(21, 28), "生活垃圾无害化处理率").of(text)
    '生活垃圾无害化处理率98.2%以上'
    """
    begins = text.rfind(subject, clause.start, figure.start) if subject else -1
    if begins >= 0 and _columns(text, begins, figure.end) <= _WIDEST:
        return Span(begins, figure.end)
    if clause.contains(figure) and _columns(text, *clause) <= _WIDEST:
        return clause
    return figure


def _columns(text: str, start: int, end: int) -> int:
    # A Chinese character is as wide as two letters.
    return sum(1 if sign.isascii() else 2 for sign in text[start : min(end, start + _WIDEST + 1)])


def _is_same(row: Goal, text: Goal) -> bool:
    if row.target.by and text.target.by and row.target.by != text.target.by:
        return False
    same_value = row.target.value is not None and row.target.value == text.target.value
    if row.region != text.region and not same_value:
        return False
    return same_value or row.name in text.name or text.name in row.name or row.target.value is None


def _of_row(indicator: Indicator, target: Target, region: str | None, cells: _Cells) -> Goal:
    name, start, place = cells.of_row(indicator, target)
    return Goal(
        name=indicator.name,
        concept=concept(indicator.concept) if indicator.concept else None,
        region=region,
        target=target,
        baseline=indicator.baseline,
        attribute=indicator.attribute,
        item=indicator,
        places=(name,) if place is None or place == name else (name, place),
        start=start,
        nature=cells.last(indicator.span) if indicator.attribute else None,
    )


def _of_text(commitment: Commitment, text: str) -> Goal:
    figure = commitment.value_span
    raw = text.find(commitment.target.raw, commitment.span.start, commitment.span.end)
    if 0 <= raw <= figure.start and figure.end <= raw + len(commitment.target.raw):
        figure = Span(raw, raw + len(commitment.target.raw))
    return Goal(
        name=commitment.subject,
        concept=concept(commitment.concept) if commitment.concept else None,
        region=commitment.region,
        target=commitment.target,
        baseline=commitment.baseline,
        attribute=None,
        item=commitment,
        places=(telling(text, commitment.span, figure, commitment.subject),),
        start=commitment.baseline.span if commitment.baseline else None,
    )


class _Cells:
    """The cells of all tables in the order of the text, to find those of a row."""

    def __init__(self, cells: Iterable[TableCell]) -> None:
        self._cells = sorted((cell for cell in cells if cell.span.length), key=lambda cell: cell.span)
        self._starts = [cell.span.start for cell in self._cells]

    def within(self, span: Span) -> list[TableCell]:
        """The cells with text that lie inside a span."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [cell for cell in self._cells[first:last] if cell.span.end <= span.end]

    def last(self, span: Span) -> Span | None:
        """The last cell of a row, which tells its nature."""
        cells = self.within(span)
        return cells[-1].span if cells else None

    def of_row(self, indicator: Indicator, target: Target) -> tuple[Span, Span | None, Span | None]:
        """Where a row has its name, its baseline and one of its targets; the whole row where there are no cells."""
        cells = self.within(indicator.span)
        if not cells:
            return indicator.span, indicator.baseline.span if indicator.baseline else None, None
        name = next((cell.span for cell in cells if _bare(indicator.name) in _bare(cell.text)), cells[0].span)
        start = indicator.baseline.span if indicator.baseline else None
        behind = [cell for cell in cells if cell.span.start >= max(name.end, start.end if start else 0)]
        wanted = _bare(target.raw)
        same = [cell.span for cell in behind if _bare(cell.text) == wanted]
        holding = [cell.span for cell in behind if wanted and wanted in _bare(cell.text)]
        return name, start, next(iter(same or holding), None)


def _bare(words: str) -> str:
    return "".join(words.split())
