"""The same figures come out of a Chinese sentence and its English translation."""

from __future__ import annotations

from pathlib import Path

from parallel import compare


def test_both_languages_give_the_same_figures(real_plans: Path) -> None:
    """At least nine in ten aligned pairs that hold figures give the same figures in base units."""
    holding, same, shifted = compare(real_plans / "data" / "plans" / "parallel-2024.csv")
    assert holding >= 30
    assert same / (holding - shifted) >= 0.9
