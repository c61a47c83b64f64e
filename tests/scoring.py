"""How well a reading agrees with a golden annotation: rows matched, precision, recall, fields that agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from milepost.plans.model import Box, Commitment, Fact, Indicator, Project, Section, Target

Row = dict[str, Any]

_NOISE = re.compile(r"[\s的“”‘’、，（）()]|力争|全地区|全省|全市|地区(?!生产)")


@dataclass
class Score:
    """Counts of one comparison; `wrong` lists disagreements for a person to look at."""

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

    def right(self, name: str) -> float:
        """Share of matched rows whose field agrees."""
        return 1 - len(self.fields.get(name, [])) / max(1, len(self.pairs))


def overlap(a: list[int], b: list[int]) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def same_subject(one: str, other: str) -> bool:
    """Whether two subjects name the same thing: equal, one within the other, or mostly the same character pairs."""
    a, b = _NOISE.sub("", one), _NOISE.sub("", other)
    if a == b or (min(len(a), len(b)) >= 2 and (a in b or b in a)):
        return True
    pairs_a, pairs_b = ({s[i : i + 2] for i in range(len(s) - 1)} for s in (a, b))
    return bool(pairs_a and pairs_b) and 2 * len(pairs_a & pairs_b) / (len(pairs_a) + len(pairs_b)) >= 0.5


def compare(rows: list[Row], gold: list[Row], same: dict[str, Any]) -> Score:
    """Match rows to golden rows by overlapping value spans and equal values, best subject first.

    `same` maps the names of fields to compare to functions of (row, golden row).
    """
    score = Score()
    left = list(rows)
    # Required rows choose first, so that an optional one does not take a required one's match.
    for golden in sorted(gold, key=lambda row: bool(row.get("optional"))):
        candidates = [
            row for row in left if overlap(row["value_span"], golden["value_span"]) and row["value"] == golden["value"]
        ]
        if not candidates:
            if not golden.get("optional"):
                score.missed.append(golden)
            continue
        best = max(
            candidates, key=lambda row: (same_subject(row["subject"], golden["subject"]), row["unit"] == golden["unit"])
        )
        left.remove(best)
        score.pairs.append((best, golden))
        score.found += not golden.get("optional")
        for name, agrees in same.items():
            if not agrees(best, golden):
                score.fields.setdefault(name, []).append((best, golden))
    score.extra = left
    return score


def _among(name: str) -> Any:
    """Whether a field agrees with the gold or with a reading that the annotator calls as good."""
    return lambda row, golden: row[name] == golden[name] or row[name] in golden.get(f"{name}_alt", [])


COMMITMENT_FIELDS: dict[str, Any] = {
    "unit": _among("unit"),
    "comparator": _among("comparator"),
    "kind": _among("kind"),
    "subject": lambda row, golden: same_subject(row["subject"], golden["subject"]),
    "by": _among("by"),
    "certainty": _among("certainty"),
}
FACT_FIELDS = {name: COMMITMENT_FIELDS[name] for name in ("unit", "comparator", "kind", "subject")}


def commitment_row(commitment: Commitment) -> Row:
    """A commitment in the form of the golden files."""
    target = commitment.target
    names = ("value", "value_high", "unit", "comparator", "kind", "by", "certainty")
    places = {"value_span": list(commitment.value_span), "span": list(commitment.span)}
    return places | {name: getattr(target, name) for name in names} | {"subject": commitment.subject}


def fact_row(fact: Fact) -> Row:
    """A fact in the form of the golden files."""
    names = ("subject", "value", "value_high", "unit", "comparator", "kind")
    places = {"value_span": list(fact.value_span), "span": list(fact.span)}
    return places | {name: getattr(fact, name) for name in names}


def section_row(section: Section) -> Row:
    """A heading in the form of the golden files."""
    return {
        "level": section.level, "number": section.number, "title": section.title, "span": list(section.span),
    }  # fmt: skip


def box_row(box: Box) -> Row:
    """A box in the form of the golden files."""
    return {"number": box.number, "title": box.title, "span": list(box.span)}


def project_row(project: Project) -> Row:
    """A project in the form of the golden files."""
    names = ("name", "box", "group", "region")
    sizes = [{"value": size.value, "unit": size.unit, "of": size.of} for size in project.quantities]
    return {name: getattr(project, name) for name in names} | {
        "regions": list(project.regions), "quantities": sizes, "span": list(project.span),
    }  # fmt: skip


def indicator_rows(indicators: tuple[Indicator, ...]) -> list[Row]:
    """The headline table in the form of the golden files: a relation points at the number and name of a row."""
    by_id = {indicator.id: indicator for indicator in indicators}

    def of(target: Target | None) -> Row | None:
        if target is None:
            return None
        relation = target.relative_to
        other = by_id.get(relation.indicator) if relation else None
        pointed = other and relation and {
            "indicator": other.number, "name": other.name, "comparator": relation.comparator,
        }  # fmt: skip
        return {name: getattr(target, name) for name in ("kind", "comparator", "value", "unit", "raw")} | {
            "relative_to": pointed
        }

    names = ("number", "printed_number", "group", "name", "unit", "category", "attribute")
    base = ("period", "value", "comparator", "raw")
    return [
        {name: getattr(row, name) for name in names}
        | {"baseline": row.baseline and {name: getattr(row.baseline, name) for name in base}}
        | {"target": of(row.target), "cumulative": of(row.cumulative), "span": list(row.span)}
        for row in indicators
    ]


def compare_projects(rows: list[Row], gold: list[Row]) -> Score:
    """Match projects to golden projects by the same name at the same place."""
    score = Score()
    left = {(row["name"], *row["span"]): row for row in rows}
    for golden in gold:
        found = left.pop((golden["name"], *golden["span"]), None)
        if found is None:
            score.missed += [] if golden.get("optional") else [golden]
            continue
        score.found += not golden.get("optional")
        score.pairs.append((found, golden))
        for name in ("box", "group", "region", "regions", "quantities"):
            if found[name] != golden[name]:
                score.fields.setdefault(name, []).append((found, golden))
    score.extra = list(left.values())
    return score
