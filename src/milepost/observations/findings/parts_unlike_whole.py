"""The divisions of a region do not add up to the region.

## 查什么
全部下级行政区都有数值时，各区之和与全地区数值之差超出四舍五入和容许的误差；只查可相加的总量（流量、存量），口径、时期相同。
缺一个下级行政区就不比较。需要规划文件提供区划。

## 为什么要紧
合计对不上，分解到县的任务和全地区的目标就无法衔接；常见原因是漏报、含不含兵团、市县重复计算。

## What it checks
Where every division of the plan's region has a value, their sum differs from the region's own value by more than
rounding and the tolerance. Only totals that add up are held to this, on one basis and for one period; with one division
missing nothing is compared. The divisions are those of the plan.

## Why it matters
If the parts do not add up, targets split to counties cannot tie to the whole. Usual reasons: a county left out,
enclaves in or out, double counting.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Parameter, Rule, Words
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import in_unit_of, period_of, series_of, value_of
from milepost.observations.territory import additive, territory

RULE = Rule(
    code="OB11",
    name="parts-unlike-whole",
    severity="warning",
    title=Words("分区之和与合计不符", "parts do not add up to the whole"),
    advice=Words(
        "核对是否漏报、重复，口径是否一致；差额有因的在备注中说明。",
        "Look for what is left out or counted twice; note it where the difference has a reason.",
    ),
    parameters=(
        Parameter("tolerance", 0.005, 0.0, 0.2, Words("允许相差的比例", "share by which they may differ")),
    ),
)  # fmt: skip
KEY = ("name", "measure", "basis_key", "period_kind", "period")


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The region's value and those of its parts."""
    land = territory(dataset)
    if land is None:
        return
    rows = additive(dataset, land)
    is_whole = polars.col("place") == land.whole
    parts = rows.filter(~is_whole).unique([*KEY, "place"], keep="first", maintain_order=True)
    sums = parts.group_by(*KEY, maintain_order=True).agg(
        parts="row", sum=polars.col("number").sum(), half_sum=polars.col("half").sum(), count=polars.len()
    )
    whole = rows.filter(is_whole).join(sums.filter(polars.col("count") == len(land.parts)), on=list(KEY))
    allowed = (
        polars.col("half_sum") + polars.col("half") + dataset.parameter(RULE, "tolerance") * polars.col("number").abs()
    )
    for row in (
        whole.filter((polars.col("sum") - polars.col("number")).abs() > allowed).sort("row").iter_rows(named=True)
    ):
        told, value, total = series_of(row), value_of(row), in_unit_of(row, row["sum"])
        message = Words(
            f"{told.zh}{period_of(row).zh}为{value.zh}，而{row['count']}个下级行政区之和为{total.zh}",
            f"{told.en} is {value.en} in {period_of(row).en}; its {row['count']} divisions add up to {total.en}",
        )
        yield DataFault(message, (row["row"], *row["parts"]))


PLAN = """\
塔城地区国民经济和社会发展第十四个五年规划
塔城地区辖塔城市、乌苏市、沙湾市、额敏县、托里县、裕民县、和布克赛尔蒙古自治县。
"""
_COUNTIES = "".join(
    f"粮食产量,6542{code},year,2022,{value},万吨,x\n"
    for code, value in [("01", 40), ("02", 70), ("03", 60), ("21", 50), ("24", 10), ("25", 20), ("26", 11)]
)
FINDS = [
    f"""\
indicator,region,period_kind,period,value,unit,x
粮食产量,654200,year,2022,301,万吨,x
{_COUNTIES}""",
]
PASSES = [
    f"""\
indicator,region,period_kind,period,value,unit,x
粮食产量,654200,year,2022,261,万吨,
{_COUNTIES}""",
    """\
indicator,region,period_kind,period,value,unit
粮食产量,654200,year,2022,261,万吨
粮食产量,654201,year,2022,40,万吨
粮食产量,654202,year,2022,70,万吨
""",
]
