"""How the tests on golden files score a reading: as `milepost score` does."""

from milepost.plans.golden import (
    Row,
    box_row,
    commitment_row,
    fact_row,
    indicator_rows,
    project_row,
    section_row,
)
from milepost.plans.scoring import COMMITMENT_FIELDS, FACT_FIELDS, Score, compare, compare_projects

__all__ = [
    "COMMITMENT_FIELDS", "FACT_FIELDS", "Row", "Score", "box_row", "commitment_row", "compare", "compare_projects",
    "fact_row", "indicator_rows", "project_row", "section_row",
]  # fmt: skip
