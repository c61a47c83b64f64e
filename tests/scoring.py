"""How well a reading agrees with a golden annotation: rows matched, precision, recall, fields that agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

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
