"""English sentences are read into the rows that `sentences.md` lists under them."""

from __future__ import annotations

from pathlib import Path

import pytest

from milepost.plans.model import Plan
from milepost.plans.run import read_text

Row = tuple[str, ...]


def _cases() -> list[tuple[str, list[Row]]]:
    """Each quoted sentence of the file with the rows of the table under it."""
    cases: list[tuple[str, list[Row]]] = []
    for line in Path(__file__).with_name("sentences.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            cases.append((line[2:], []))
        elif line.startswith(("| target |", "| fact |")):
            cases[-1][1].append(tuple(cell.strip() for cell in line[1:-1].split("|")))
    return cases


def _number(value: float | None, high: float | None = None) -> str:
    if value is None:
        return ""
    return f"{value:g}" + (f" to {high:g}" if high is not None else "")


def _plain(printed: str) -> str:
    return " to ".join(f"{float(part):g}" for part in printed.split(" to ")) if printed else ""


def _rows(plan: Plan) -> list[Row]:
    """The rows of a plan as the file writes them, in order of the text."""
    found: list[tuple[int, Row]] = []
    for row in plan.commitments:
        target = row.target
        start = f"from {row.baseline.value:g}" if row.baseline and row.baseline.value is not None else ""
        cells = (
            _number(target.value, target.value_high),
            target.unit or "",
            target.comparator,
            target.kind,
            target.by or "",
        )
        found.append((row.value_span.start, ("target", row.subject, *cells, start)))
    for fact in plan.facts:
        year = fact.period[1] if fact.period else ""
        cells = (_number(fact.value, fact.value_high), fact.unit or "", fact.comparator, fact.kind, year)
        found.append((fact.value_span.start, ("fact", fact.subject, *cells, "")))
    return [row for _, row in sorted(found)]


@pytest.mark.parametrize(
    ("sentence", "expected"), _cases(), ids=lambda value: value[:40] if isinstance(value, str) else ""
)
def test_a_sentence_says_the_rows_under_it(sentence: str, expected: list[Row]) -> None:
    """Every figure becomes the row that a person reads in it, and nothing else does."""
    wanted = [(*row[:2], _plain(row[2]), *row[3:]) for row in expected]
    assert sorted(_rows(read_text(sentence, "en"))) == sorted(wanted)


def test_a_long_text_takes_time_in_proportion_to_its_length() -> None:
    """A sentence of a hundred thousand characters is read, and every figure in it is found."""
    clause = "the literacy rate of district will reach 95 percent, "
    plan = read_text(clause * 2000 + "and so on.", "en")
    assert len(plan.commitments) == 2000
