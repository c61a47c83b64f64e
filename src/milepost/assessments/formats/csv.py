"""CSV for spreadsheets: a row for each target, figures in the unit that the plan prints, with the sentence."""

from __future__ import annotations

from typing import Final

import polars
from polars import Expr, col, when

from milepost.assessments.report import Report
from milepost.assessments.sentences import status_word, verdict
from milepost.pathways.printing import printed_value

_DIGITS: Final = 12
_FACTOR: Final = col("unit_factor").fill_null(1.0)

COLUMNS: Final[dict[str, Expr]] = {
    **{
        name: col(name)
        for name in (
            "target", "item", "item_kind", "name", "concept", "category", "attribute", "section", "region",
            "region_name", "status", "status_words", "national_words", "early", "method", "label", "reason",
            "kind", "comparator",
        )
    },
    "value": col("value") / _FACTOR,
    "value_high": col("value_high") / _FACTOR,
    "unit": col("unit"),
    "by": col("by"),
    "baseline": col("baseline") / _FACTOR,
    "baseline_year": col("baseline_year"),
    "latest": when(col("latest_unit") == col("unit_code")).then(col("latest") / _FACTOR).otherwise("latest"),
    "latest_unit": when(col("latest_unit") == col("unit_code")).then("unit").otherwise("latest_unit"),
    **{
        f"latest_{name}": col(f"latest_{name}")
        for name in ("bound", "period_kind", "period", "source", "vintage", "status")
    },
    "measure": col("measure"),
    "base_followed": printed_value("base"),
    "base_time": col("base_time"),
    "current_followed": printed_value("current"),
    "current_time": col("current_time"),
    "goal_followed": printed_value("goal"),
    "goal_time": col("goal_time"),
    "expected_followed": printed_value("expected"),
    "way_percent": col("way") * 100,
    "time_percent": col("time") * 100,
    "chance_percent": col("chance") * 100,
    "doubts": col("doubts").list.join("; "),
    "confidence": col("confidence"),
    "methods_disagree": col("disagree"),
    "missing": col("missing").list.join("; "),
    "sentence": col("sentence"),
}  # fmt: skip
"""Columns of the file. What is `followed` is in the printed unit as `measure` says: growth or fall since the base in
percent, a sum, a change, the value itself."""


def write(report: Report) -> bytes:
    """The targets as UTF-8 CSV; text that a spreadsheet would take for a formula has an apostrophe before it."""
    table = report.assessment.targets
    rows = table.select("status", "national").iter_rows(named=True)
    told = [verdict(row, report.tongue, report.labels) for row in rows]
    status = [status_word(each, report.tongue, report.labels) for each in table["status"]]
    frame = table.with_columns(
        report.assessment.gate["missing"],
        polars.Series("status_words", status, dtype=polars.String),
        polars.Series("national_words", told, dtype=polars.String),
        polars.Series("sentence", report.sentences, dtype=polars.String),
    ).select(expression.alias(name) for name, expression in COLUMNS.items())
    figures = [col(name).round_sig_figs(_DIGITS) for name, kind in frame.schema.items() if kind == polars.Float64]
    texts = [col(name) for name, kind in frame.schema.items() if kind == polars.String]
    escaped = [when(text.str.contains(r"^[=+\-@\t\r]")).then("'" + text).otherwise(text).name.keep() for text in texts]
    return frame.with_columns(*figures, *escaped).write_csv().encode(errors="replace")
