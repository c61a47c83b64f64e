"""A value is off by a power of ten: the unit slipped.

## 查什么
数值与本序列其他年份相差约10倍、100倍、1000倍、10000倍（亿元写成万元、万人写成人等），扣除这一倍数后序列平稳；
同一时期两个来源相差整倍数；有规划时，还与规划同一指标的基期值比较。

## 为什么要紧
单位写错使结果差出成千上万倍，是数据填报中最常见也最容易放过的差错；整列写错时，只有和规划对照才看得出来。

## What it checks
A value is about 10, 100, 1000 or 10,000 times what the other years of its series say (persons for thousands of
persons, yuan for millions), and the series is smooth once that is taken out; two sources differ by such a factor; with
a plan, the values are held against the baseline of the same indicator too.

## Why it matters
A wrong unit is the most common slip in reporting and the easiest to overlook; when a whole column has it, only the plan
shows it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import polars

from milepost.checks.model import Rule, Words
from milepost.observations.changes import factor_slips
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.planned import baselines
from milepost.observations.telling import amount, period_of, series_of, value_of

RULE = Rule(
    code="OB04",
    name="unit-slips",
    severity="error",
    title=Words("单位可能写错", "the unit may have slipped"),
    advice=Words(
        "核对单位和小数点，以更正后的数值另报一版。", "Check unit and decimal point; report it again as a new vintage."
    ),
)
CLOSE_TO_BASELINE = 0.12  # in powers of ten, for a value of the baseline's own year
AROUND_BASELINE = 0.2  # for a value of the years next to it
YEARS_AROUND = 2


def find(dataset: Dataset) -> Iterator[DataFault]:
    """Each value that is off, with one of its series that is not."""
    slips = dataset.derived(factor_slips)
    for row, power, reference in slips.iter_rows():
        yield _against_series(row, power, reference, dataset)
    yield from _against_plan(dataset, set(slips["row"]))


def _against_series(number: int, power: int, reference: int, dataset: Dataset) -> DataFault:
    row, other = dataset.row(number), dataset.row(reference)
    told, value = series_of(row), value_of(row)
    times = 10 ** abs(power)
    message = Words(
        f"{told.zh}{period_of(row).zh}为{value.zh}，比本序列其他年份（如{period_of(other).zh}的{value_of(other).zh}）"
        f"{'大' if power > 0 else '小'}约{times}倍，单位可能写错",
        f"{told.en} is {value.en} in {period_of(row).en}, about {times:,} times {'more' if power > 0 else 'less'} than "
        f"other years say (as {value_of(other).en} in {period_of(other).en}): the unit may be wrong",
    )
    return DataFault(message, (number, reference))


def _against_plan(dataset: Dataset, told: set[int]) -> Iterator[DataFault]:
    known = dataset.derived(baselines)
    if known.is_empty():
        return
    values = dataset.yearly.join(known, on=["name", "measure", "region"], how="inner")
    near = values.filter(
        (polars.col("year") - polars.col("baseline_year")).abs() <= YEARS_AROUND,
        polars.col("number") * polars.col("baseline") > 0,
        ~polars.col("row").is_in(list(told)),
    ).sort((polars.col("year") - polars.col("baseline_year")).abs(), "row")
    for _, rows in near.group_by("series", "item", maintain_order=True):
        row = rows.row(0, named=True)
        excess = math.log10(row["number"] / row["baseline"])
        power = round(excess)
        allowed = CLOSE_TO_BASELINE if row["year"] == row["baseline_year"] else AROUND_BASELINE
        if not power or abs(excess - power) > allowed:
            continue
        stated, message = amount(row["baseline_value"], row["baseline_unit"]), series_of(row)
        yield DataFault(
            Words(
                f"{message.zh}{period_of(row).zh}为{value_of(row).zh}，约为规划所列{row['baseline_year']}年基期值"
                f"{stated.zh}的{'' if power > 0 else '1/'}{10 ** abs(power)}{'倍' if power > 0 else ''}，单位可能写错",
                f"{message.en} is {value_of(row).en} in {period_of(row).en}, about {10.0**power:,g} times the plan's "
                f"baseline for {row['baseline_year']}, {stated.en}: the unit may be wrong",
            ),
            tuple(sorted(rows["row"])),
        )


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
常住人口,654200,year,2020,110.9,万人,
常住人口,654200,year,2021,111.0,万人,x
常住人口,654200,year,2022,110.2,人,x
常住人口,654200,year,2023,109.7,万人,
""",
    """\
indicator,region,period_kind,period,value,unit,x
Forest area,D1,year,2019,4.12,thousand ha,
Forest area,D1,year,2020,4.15,thousand ha,x
Forest area,D1,year,2021,42.1,thousand ha,x
Forest area,D1,year,2022,4.22,thousand ha,
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
固定资产投资,654200,year,2020,12.1,亿元
固定资产投资,654200,year,2021,31.0,亿元
固定资产投资,654200,year,2022,118.2,亿元
固定资产投资,654200,year,2023,60.7,亿元
""",
    """\
indicator,region,period_kind,period,value,unit
Visitors,D1,year,2019,4.12,million persons
Visitors,D1,year,2020,0.35,million persons
Visitors,D1,year,2021,1.9,million persons
Visitors,D1,year,2022,4.3,million persons
""",
]
