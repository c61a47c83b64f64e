"""Whether aligned sentences in two languages give the same figures in base units."""

from __future__ import annotations

import csv
from pathlib import Path

from milepost.plans.model import Normalized
from milepost.plans.run import read_text

Figure = tuple[float, str]
_TOLERANCE = 0.01


def figures(text: str, language: str) -> list[Figure]:
    """Value and base unit of every commitment and fact in a sentence, both ends of a range."""
    plan = read_text(text, language)
    found: list[Normalized | None] = [row.target.normalized for row in plan.commitments]
    found += [row.normalized for row in plan.facts]
    values: list[Figure] = []
    for each in found:
        if each is not None:
            values.append((each.value, each.unit))
            if each.value_high is not None:
                values.append((each.value_high, each.unit))
    return values


def without(figures_here: list[Figure], figures_there: list[Figure]) -> list[Figure]:
    """The figures of the first list that the second does not hold."""
    left = list(figures_there)
    missing = []
    for value, unit in figures_here:
        same = next((other for other in left if _equal(value, other[0]) and unit == other[1]), None)
        if same is None:
            missing.append((value, unit))
        else:
            left.remove(same)
    return missing


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= _TOLERANCE * max(abs(one), abs(other), 1e-9)


def compare(path: Path) -> tuple[int, int, int]:
    """Pairs that hold figures, those with the same figures, and those whose figures stand in the next sentence.

    A figure that one side lacks and a neighbouring pair has on that side is a fault of the alignment, not of reading.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    chinese = [figures(row["zh"], "zh") for row in rows]
    english = [figures(row["en"], "en") for row in rows]
    holding = same = shifted = 0
    for index, (here, there) in enumerate(zip(chinese, english, strict=True)):
        if not here and not there:
            continue
        holding += 1
        lacking_english, lacking_chinese = without(here, there), without(there, here)
        if not lacking_english and not lacking_chinese:
            same += 1
            continue
        elsewhere = not without(lacking_english, _beside(english, index))
        shifted += elsewhere and not without(lacking_chinese, _beside(chinese, index))
    return holding, same, shifted


def _beside(all_figures: list[list[Figure]], index: int) -> list[Figure]:
    return [figure for near in (index - 1, index + 1) if 0 <= near < len(all_figures) for figure in all_figures[near]]
