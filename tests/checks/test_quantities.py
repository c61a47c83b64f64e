"""Figures of one quantity are found together wherever they stand."""

from __future__ import annotations

import pytest

from checks_support import plan_of_case
from milepost.checks.inspection import Inspection
from milepost.checks.quantities import Quantity, known_quantities, quantities

TITLE = "青禾市国民经济和社会发展第十四个五年规划纲要\n第一章 发展基础\n"
TABLE = (
    "# 青禾市国民经济和社会发展第十四个五年规划纲要\n\n# 专栏1 主要指标\n\n"
    "| 类别 | 指标名称 | 2020年 | 2025年 | 年均/〔累计〕 | 属性 |\n| --- | --- | --- | --- | --- | --- |\n"
    "| 民生 | 1.人均预期寿命（岁） | 77 | 78 | — | 预期性 |\n"
    "| 民生 | 2.城镇新增就业人数（万人） | 1.9 | — | 〔9〕 | 预期性 |\n\n# 第一章 就业\n\n"
)


def only(text: str, concept: str) -> Quantity:
    """The quantity with a concept in a text."""
    found = quantities(Inspection.of(plan_of_case(text)))
    return next(quantity for (identity, _), quantity in found.items() if identity == concept)


def test_growth_and_multiple_belong_to_what_grows() -> None:
    """A rate of growth and a multiple stand beside the level, over the years that they run."""
    quantity = only(TITLE + "2020年地区生产总值512.6亿元，“十三五”时期年均增长6%，是2015年的1.5倍。\n", "gdp")
    assert [(each.kind, each.first, each.last) for each in quantity.sayings] == [
        ("level", 2020, 2020),
        ("growth", 2016, 2020),
        ("multiple", 2016, 2020),
    ]
    assert [each.value for each in quantity.sayings] == pytest.approx([51_260_000_000, 0.06, 1.5])


def test_growth_over_all_years_is_a_multiple() -> None:
    """“30 % more than in 2015” is 1.3 times as much."""
    quantity = only(TITLE + "2020年地区生产总值512.6亿元，比2015年增长30%。\n", "gdp")
    assert quantity.of("multiple")[0].value == pytest.approx(1.3)


def test_table_and_text_meet_in_one_quantity() -> None:
    """The sum of the table and the yearly average of the text are in one base unit."""
    quantity = only(TABLE + "“十四五”期间年均城镇新增就业1.5万人。\n", "urban_jobs_created")
    assert {(each.kind, each.value, each.unit, each.tabled) for each in quantity.of("cumulative", "average")} == {
        ("cumulative", 90_000, "person", True),
        ("average", 15_000, "person", False),
    }


def test_a_figure_in_the_table_points_at_its_own_cell() -> None:
    """The span of a table's figure is that of its characters, not of the row."""
    plan = plan_of_case(TABLE)
    quantity = only(TABLE, "urban_jobs_created")
    assert [each.span.of(plan.document.text or "") for each in quantity.sayings] == ["1.9", "〔9〕"]


def test_quantities_with_a_single_figure_cannot_disagree() -> None:
    """Only quantities with two figures or more are handed to the rules."""
    inspection = Inspection.of(plan_of_case(TITLE + "2020年地区生产总值512.6亿元。\n"))
    assert list(known_quantities(inspection)) == []
