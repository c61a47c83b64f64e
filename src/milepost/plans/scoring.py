"""How well a reading agrees with a golden annotation: rows matched, precision, recall, fields that agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from milepost.plans.golden import KINDS, Row
from milepost.plans.model import Plan

_NOISE = re.compile(r"[\s的“”‘’、，（）()]|力争|全地区|全省|全市|地区(?!生产)")

Agrees = Callable[[Row, Row], bool]


@dataclass
class Score:
    """Counts of one comparison.

    `pairs` are matched rows (read, golden), `missed` golden rows that were not found, `extra` rows that are not in the
    gold, `fields` the pairs that disagree, by field.
    """

    found: int = 0
    missed: list[Row] = field(default_factory=list)
    extra: list[Row] = field(default_factory=list)
    pairs: list[tuple[Row, Row]] = field(default_factory=list)
    fields: dict[str, list[tuple[Row, Row]]] = field(default_factory=dict)

    @property
    def recall(self) -> float:
        """Share of the required golden rows that were found."""
        total = self.found + len(self.missed)
        return self.found / total if total else 1.0

    @property
    def precision(self) -> float:
        """Share of the rows read that are in the gold, optional ones included."""
        total = len(self.pairs) + len(self.extra)
        return len(self.pairs) / total if total else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def judged(self, name: str) -> int:
        """Number of matched rows whose gold says something about the field."""
        return sum(name in golden for _, golden in self.pairs)

    def right(self, name: str) -> float:
        """Share of those rows whose field agrees."""
        return 1 - len(self.fields.get(name, [])) / max(1, self.judged(name))

    def add(self, row: Row, golden: Row, same: dict[str, Agrees]) -> None:
        """Take in a pair of rows that are about the same thing."""
        self.pairs.append((row, golden))
        self.found += not golden.get("optional")
        for name, agrees in same.items():
            if name in golden and not agrees(row, golden):
                self.fields.setdefault(name, []).append((row, golden))

    def miss(self, golden: Row) -> None:
        """Take in a golden row that was not found; an optional one is no loss."""
        if not golden.get("optional"):
            self.missed.append(golden)


def overlap(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether two spans share a character.

    >>> overlap([0, 3], [2, 5]), overlap([0, 3], [3, 5])
    (True, False)
    """
    return a[0] < b[1] and b[0] < a[1]


def same_subject(one: str, other: str) -> bool:
    """Whether two subjects name the same thing: equal, one within the other, or mostly the same character pairs.

    >>> same_subject("全市森林覆盖率", "森林的覆盖率"), same_subject("森林覆盖率", "失业率")
    (True, False)
    """
    a, b = _NOISE.sub("", one), _NOISE.sub("", other)
    if a == b or (min(len(a), len(b)) >= 2 and (a in b or b in a)):
        return True
    pairs_a, pairs_b = ({s[i : i + 2] for i in range(len(s) - 1)} for s in (a, b))
    return bool(pairs_a and pairs_b) and 2 * len(pairs_a & pairs_b) / (len(pairs_a) + len(pairs_b)) >= 0.5


def compare(rows: list[Row], gold: list[Row], same: dict[str, Agrees]) -> Score:
    """Match rows to golden rows by overlapping value spans and equal values, best subject first.

    `same` maps the names of fields to compare to functions of (row, golden row).
    """
    score = Score()
    left = list(rows)
    for golden in _required_first(gold):
        candidates = [
            row for row in left if overlap(row["value_span"], golden["value_span"]) and row["value"] == golden["value"]
        ]
        if not candidates:
            score.miss(golden)
            continue
        best = max(
            candidates,
            key=lambda row: (same_subject(row["subject"], golden["subject"]), row["unit"] == golden.get("unit")),
        )
        left.remove(best)
        score.add(best, golden, same)
    score.extra = left
    return score


def compare_projects(rows: list[Row], gold: list[Row]) -> Score:
    """Match projects to golden projects by the same name at the same place."""
    score = Score()
    left = {(row["name"], *row["span"]): row for row in rows}
    for golden in gold:
        found = left.pop((golden["name"], *golden["span"]), None)
        if found is None:
            score.miss(golden)
        else:
            score.add(found, golden, PROJECT_FIELDS)
    score.extra = list(left.values())
    return score


def compare_places(rows: list[Row], gold: list[Row], same: dict[str, Agrees], name: str) -> Score:
    """Match headings or rows of the headline table that share characters; those alike in the field `name` first."""
    score = Score()
    left = list(rows)
    for golden in _required_first(gold):
        candidates = [row for row in left if overlap(row["span"], golden["span"])]
        if not candidates:
            score.miss(golden)
            continue
        best = max(candidates, key=lambda row: same_subject(row[name], golden[name]))
        left.remove(best)
        score.add(best, golden, same)
    score.extra = left
    return score


def _required_first(gold: list[Row]) -> list[Row]:
    # So that an optional row does not take a required one's match.
    return sorted(gold, key=lambda row: bool(row.get("optional")))


def _among(name: str) -> Agrees:
    """Whether a field agrees with the gold or with a reading that the annotator calls as good."""
    return lambda row, golden: row[name] == golden[name] or row[name] in golden.get(f"{name}_alt", [])


def _all_among(*names: str) -> dict[str, Agrees]:
    return {name: _among(name) for name in names}


COMMITMENT_FIELDS: dict[str, Agrees] = {
    **_all_among("unit", "comparator", "kind"),
    "subject": lambda row, golden: same_subject(row["subject"], golden["subject"]),
    **_all_among("by", "certainty"),
}
FACT_FIELDS = {name: COMMITMENT_FIELDS[name] for name in ("unit", "comparator", "kind", "subject")}
PROJECT_FIELDS = _all_among("box", "group", "region", "regions", "quantities")
SECTION_FIELDS = _all_among("level", "number", "title", "span")
INDICATOR_FIELDS = _all_among(
    "number", "printed_number", "group", "name", "unit", "category", "attribute", "baseline", "target", "cumulative",
    "span",
)  # fmt: skip

COMPARED: dict[str, Callable[[list[Row], list[Row]], Score]] = {
    "commitments": lambda rows, gold: compare(rows, gold, COMMITMENT_FIELDS),
    "facts": lambda rows, gold: compare(rows, gold, FACT_FIELDS),
    "projects": compare_projects,
    "sections": lambda rows, gold: compare_places(rows, gold, SECTION_FIELDS, "title"),
    "indicators": lambda rows, gold: compare_places(rows, gold, INDICATOR_FIELDS, "name"),
}
FIELDS: dict[str, dict[str, Agrees]] = {
    "commitments": COMMITMENT_FIELDS,
    "facts": FACT_FIELDS,
    "projects": PROJECT_FIELDS,
    "sections": SECTION_FIELDS,
    "indicators": INDICATOR_FIELDS,
}


def score_plan(plan: Plan, kind: str, gold: list[Row]) -> Score:
    """Compare the items of one kind with golden rows; `kind` is one of `milepost.plans.golden.KINDS`."""
    return COMPARED[kind](KINDS[kind].rows(plan), gold)
