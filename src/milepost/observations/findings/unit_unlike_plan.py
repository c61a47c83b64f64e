"""An indicator is reported in a unit that cannot be converted to the plan's.

## 查什么
与规划指标同名的数据，单位的量纲与规划不同（亿美元与亿元、吨与公顷等），无法换算。规划用百分数（多为增速）而数据用总量的，以及反过来的，不查。
规划单位或数据单位不认识的，也不查。需要规划文件。

## 为什么要紧
单位不能换算的数据不能用来评估，指标会显示“暂无数据”，而数据其实报了。

## What it checks
Data named like an indicator of the plan are in a unit of another dimension (dollars for yuan, tonnes for hectares), so
that nothing converts one to the other. Percentages in the plan (mostly growth) against totals in the data are left
alone, and so are units that nobody knows. It needs the plan.

## Why it matters
What cannot be converted cannot be assessed: the indicator would show no data though data were reported.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.planned import planned_units
from milepost.observations.telling import series_of

RULE = Rule(
    code="OB17",
    name="unit-unlike-plan",
    severity="warning",
    title=Words("单位与规划不能换算", "a unit that does not convert to the plan's"),
    advice=Words("按规划的单位补报，或说明折算办法。", "Report in the plan's unit, or say how it is converted."),
)
PARTS = ("1", "point")


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The rows of each indicator and unit."""
    wanted = dataset.derived(planned_units)
    if wanted.is_empty():
        return
    known = dataset.observed.filter(polars.col("base_unit").is_not_null(), ~polars.col("base_unit").is_in(PARTS))
    plain = known.with_columns(called=polars.col("indicator").str.strip_chars())
    joined = plain.join(wanted.filter(~polars.col("unit_code").is_in(PARTS)), on="called")
    fits = (polars.col("base_unit") == polars.col("unit_code")).any().over("row")
    # 元 and 元/人 are the same for what is named per head.
    same_top = (
        polars.col("base_unit").str.split("/").list.first() == polars.col("unit_code").str.split("/").list.first()
    )
    unlike = joined.filter(~fits, ~same_top.any().over("row")).unique("row", keep="first", maintain_order=True)
    for _, rows in unlike.group_by("called", "region", "base_unit", maintain_order=True):
        first = rows.row(0, named=True)
        told, unit, planned = series_of(first), str(first["unit"]), str(first["planned_unit"])
        message = Words(
            f"{told.zh}的单位是“{inner(unit)}”，规划同名指标的单位是“{inner(planned)}”，不能换算",
            f"{told.en} is in {quoted(unit)}; the plan has {quoted(planned)}, and neither converts to the other",
        )
        yield DataFault(message, tuple(rows["row"]), about=("unit", str(first["called"]), str(first["region"]), unit))


PLAN = """\
# 塔城地区国民经济和社会发展第十四个五年规划

# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 外贸进出口总额（亿元） | 50 | 80 | 预期性 |
| 粮食产量（万吨） | 240 | 250 | 预期性 |
"""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
外贸进出口总额,654200,year,2022,10.6,亿美元,x
粮食产量,654200,year,2022,48.08,亿斤,
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
外贸进出口总额,654200,year,2022,10.6,%
粮食产量,654200,year,2022,2480000,吨
""",
    """\
indicator,region,period_kind,period,value,unit
外贸进出口总额,654200,year,2022,510000,万元
粮食播种面积,654200,year,2022,403,万亩
""",
]
