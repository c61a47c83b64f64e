"""What an assessment holds: its columns, its words, and where the real plan stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars
import pytest

from assessing_support import assessed, statistics, yearly
from milepost import compile_plan
from milepost.assessments.disagreement import TRAITS, WHY
from milepost.assessments.doubts import DOUBTS
from milepost.assessments.model import STATUSES
from milepost.assessments.policy import COMPARISON, NATIONAL
from milepost.assessments.reasons import REASONS, why
from milepost.assessments.result import ASSESSED, DISAGREEMENTS, EVIDENCE, GATE, VERDICTS
from milepost.assessments.run import assess
from milepost.assessments.table import METHODS
from milepost.kernel.errors import UsageError
from milepost.observations.matching import MATCHES
from milepost.pathways.obstacles import OBSTACLES

TEXT = "到2025年，森林覆盖率达到15%。到2025年，城镇新增就业累计10万人。到2025年，单位GDP能耗控制在自治区约束指标内。"


def test_every_table_has_the_columns_that_are_documented() -> None:
    """Names, order and types."""
    rows = [
        statistics("森林覆盖率", yearly(12, 13, 14, first=2020), "%"),
        statistics("城镇新增就业", yearly(2, 2), "万人"),
    ]
    found = assessed(TEXT, *rows)
    assert found.targets.schema == polars.Schema(ASSESSED)
    assert found.gate.schema == polars.Schema(GATE)
    assert found.evidence.schema == polars.Schema(EVIDENCE)
    assert found.disagreements.schema == polars.Schema(DISAGREEMENTS)
    assert found.methods.schema == polars.Schema(VERDICTS)
    assert found.matches.schema == polars.Schema(MATCHES)
    assert found.methods.height == found.targets.height * len(METHODS)
    assert set(found.targets["status"]) <= set(STATUSES)


def test_the_evidence_is_what_the_figures_rest_on() -> None:
    """From the base's year on, as printed, with source and period; the sum of a flow is the sum of its evidence."""
    rows = statistics("城镇新增就业", yearly(9, 2.1, 2.2, first=2020), "万人", source="公报")
    found = assessed(TEXT, rows)
    jobs = found.targets.row(1, named=True)
    used = found.evidence.filter(polars.col("target") == jobs["target"], polars.col("year") > 2020)
    assert used.select("period", "value", "unit", "source").rows() == [
        ("2021", 2.1, "万人", "公报"), ("2022", 2.2, "万人", "公报"),
    ]  # fmt: skip
    assert jobs["current"] == pytest.approx(used["value"].sum() * 10_000)


def test_figures_of_a_method_stand_beside_the_targets() -> None:
    """And a method that was not asked has none."""
    found = assessed(TEXT, statistics("森林覆盖率", yearly(12, 13, first=2020), "%"), methods=["istat"])
    assert found.figures("time_progress")["time_share"].to_list()[0] == pytest.approx(0.2)
    with pytest.raises(UsageError, match="no such method"):
        found.figures("destatis")


def test_every_code_has_words_in_both_languages() -> None:
    """Of doubts, reasons, obstacles, national words and causes of disagreement."""
    words = [each.words for each in DOUBTS.values()]
    words += [*REASONS.values(), *OBSTACLES.values(), *NATIONAL.values(), *WHY.values()]
    assert all(each.zh and each.en for each in words)
    assert [why(code) for code in (*OBSTACLES, *REASONS)]


def test_codes_are_unique_and_reasons_sorted() -> None:
    """A code names one thing, be it an obstacle of the target or a reason in the data."""
    assert not set(REASONS) & set(OBSTACLES)
    assert list(REASONS) == sorted(REASONS)
    assert COMPARISON not in METHODS


def test_of_every_method_it_is_known_how_it_looks_at_a_case() -> None:
    """Else nobody could say why it disagrees with another."""
    assert set(TRAITS) == set(METHODS)


def test_where_the_real_plan_stands(real_plans: Path) -> None:
    """Urbanisation is reached early, but from a baseline that the statistics contradict; growth waits for decisions."""
    plan = compile_plan(real_plans / "seed" / "tacheng-14th-fyp.txt")
    texts = dict.fromkeys(("region", "period", "vintage", "status", "basis", "note"), polars.String)
    path = real_plans / "data" / "tacheng" / "observations.csv"
    rows = polars.read_csv(path, schema_overrides=texts | {"growth_percent": polars.Float64})
    found = assess(plan, rows, as_of=date(2026, 3, 1)).targets
    by_name = {row["name"]: row for row in found.filter(polars.col("item_kind") == "indicator").iter_rows(named=True)}
    town = by_name["常住人口城镇化率"]
    assert (town["status"], town["early"], town["base"], town["base_observed"]) == ("reached", True, 0.5, 0.5909)
    assert town["doubts"][:2] == ["baseline_contradicted", "met_before"]
    growth = by_name["地区生产总值增长"]
    assert (growth["status"], growth["reason"], growth["latest"]) == ("not_assessable", "deferred", 0.066)
    moved = found.filter(polars.col("name").str.contains("转移农村富余劳动力"))
    assert moved["reason"].to_list() == ["safeguard"]
    # Grain harvested is no capacity, and income of towns no income of all.
    assert by_name["粮食综合生产能力"]["reason"] == "no_series"
    assert by_name["居民人均可支配收入增长"]["reason"] == "no_series"
