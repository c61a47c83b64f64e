"""The form that a plan asks to be filled in: its rows, its checks, and the way back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from milepost.checks.model import Tongue
from milepost.documents.run import read_bytes
from milepost.kernel.errors import UsageError
from milepost.observations.importers import csv, xlsx
from milepost.observations.importing import ImportOptions
from milepost.observations.template import template_rows
from milepost.observations.template_book import SHEETS, caption, template_book, template_csv
from milepost.observations.validating import validated
from milepost.plans.model import Plan
from milepost.plans.run import plan_of

TEXT = """# 塔城地区国民经济和社会发展第十四个五年规划纲要

## 第一章 主要目标

专栏1 “十四五”时期经济社会发展主要指标
| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 森林覆盖率 | % | 20 | 22 | 约束性 |
| 2 | 粮食综合生产能力 | 万吨 | 200 | 240 | 约束性 |

到2025年，新建学校5所，乌苏市建成公园3个。
"""


def compiled(text: str) -> Plan:
    """The plan that a text in Markdown is."""
    return plan_of(read_bytes(text.encode(), "plan.md"))


TONGUES: tuple[Tongue, ...] = ("zh", "en")


@pytest.fixture(scope="module")
def plan() -> Plan:
    """A plan with two indicators and two commitments, for a region with parts."""
    return compiled(TEXT)


def test_a_row_for_each_indicator_region_and_year(plan: Plan) -> None:
    """The form asks for each indicator of the plan, in each year of its period, and shows target and baseline."""
    assert [item.name for item in plan.indicators] == ["森林覆盖率", "粮食综合生产能力"]
    rows = template_rows(plan, years=[2021, 2022])
    assert rows.select("indicator", "region", "period", "unit").rows() == [
        ("森林覆盖率", "654200", "2021", "%"),
        ("森林覆盖率", "654200", "2022", "%"),
        ("粮食综合生产能力", "654200", "2021", "万吨"),
        ("粮食综合生产能力", "654200", "2022", "万吨"),
    ]
    assert rows["target"].to_list()[0].startswith("22")
    assert rows["baseline"].to_list()[0] == "20 (2020)"
    assert rows["value"].null_count() == rows.height


def test_parts_and_commitments_are_asked_for_when_wanted(plan: Plan) -> None:
    """Each part gets its rows; a commitment about one part is asked for there alone."""
    assert plan.region is not None
    parts = {part.code for part in plan.region.parts}
    assert set(template_rows(plan, "parts", [2021])["region"]) == parts
    assert set(template_rows(plan, "all", [2021])["region"]) == parts | {"654200"}
    asked = template_rows(plan, "parts", [2025], commitments=True)
    park = asked.filter(asked["indicator"].str.contains("公园"))
    assert park["region_name"].to_list() == ["乌苏市"]


def test_a_plan_that_asks_for_nothing_has_no_form() -> None:
    """Without indicators, and for years out of range, there is an error that says what would do."""
    empty = compiled("# 塔城地区国民经济和社会发展第十四个五年规划纲要\n\n加强流域治理。\n")
    with pytest.raises(UsageError, match="asks for nothing"):
        template_rows(empty, years=[2021])


def test_too_long_a_form_is_refused(plan: Plan) -> None:
    """Years beyond any calendar are refused."""
    with pytest.raises(UsageError, match="no such years"):
        template_rows(plan, years=[3000])


@pytest.mark.parametrize("tongue", TONGUES)
def test_the_form_filled_in_comes_back_as_observations(plan: Plan, tongue: Tongue) -> None:
    """What is filled into the form, in the words of its lists, is read to the rows that were asked for."""
    asked = template_rows(plan, years=[2021, 2022])
    made = openpyxl.load_workbook(BytesIO(template_book(asked, tongue, "规划")))
    sheet: Any = made[SHEETS["data"].of(tongue)]
    places = {cell.value: cell.column for cell in sheet[1]}
    filled = {"value": (20.5, "1,234.5"), "status": ("初步", "final"), "bound": (None, "至少"), "source": ("局", "s")}
    for column, values in filled.items():
        for row, value in enumerate(values, start=2):
            sheet.cell(row, places[caption(column, tongue)]).value = value
    written = BytesIO()
    made.save(written)
    read = validated(xlsx.read(written.getvalue(), "f.xlsx", ImportOptions()))
    assert not read.faults
    columns = ("indicator", "region", "region_name", "period_kind", "period", "value", "unit", "status", "bound")
    assert read.rows.select(columns).rows() == [
        ("森林覆盖率", "654200", "塔城地区", "year", "2021", 20.5, "%", "preliminary", None),
        ("森林覆盖率", "654200", "塔城地区", "year", "2022", 1234.5, "%", "final", "at_least"),
    ]


@pytest.mark.parametrize("tongue", TONGUES)
def test_an_empty_form_gives_no_rows_and_no_faults(plan: Plan, tongue: Tongue) -> None:
    """Rows that nobody filled in are no observations, and no faults either."""
    asked = template_rows(plan, years=[2021])
    for module, content in ((xlsx, template_book(asked, tongue, "规划")), (csv, template_csv(asked, tongue))):
        read = validated(module.read(content, "f", ImportOptions()))
        assert read.rows.is_empty()
        assert not read.faults


def test_cells_say_and_check_what_may_stand_in_them(plan: Plan) -> None:
    """Numbers, dates and lists are checked in the cells, and the heading stays in sight."""
    made = openpyxl.load_workbook(BytesIO(template_book(template_rows(plan, years=[2021]), "zh", "规划")))
    sheet: Any = made["数据"]
    kinds = sorted(rule.type for rule in sheet.data_validations.dataValidation)
    assert kinds == ["date", "decimal", "decimal", *["list"] * 6]
    assert sheet.freeze_panes == "B2"
    assert made.sheetnames == ["数据", "填写说明"]


def test_a_name_that_begins_like_a_formula_stays_text() -> None:
    """An indicator named like a formula is written as text into the workbook and guarded in CSV."""
    plan = compiled(TEXT.replace("森林覆盖率", "=森林覆盖率"))
    asked = template_rows(plan, years=[2021])
    name = plan.indicators[0].name
    assert name.startswith("=")
    sheet: Any = openpyxl.load_workbook(BytesIO(template_book(asked, "zh", "规划"))).worksheets[0]
    assert (sheet["A2"].data_type, sheet["A2"].value) == ("s", name)
    assert f"\n'{name},".encode() in template_csv(asked, "zh")
