"""Two sources give different values for the same thing.

## 查什么
同一地区、同一指标、同一口径、同一时期，不同来源的数值之差超出各自末位数字的四舍五入范围；一方为“以上”“以内”等界限而另一方越过这一界限的，也列出。
同一来源先后两版属于修订，不在此列。两个数值都保留，并说明按已声明的来源次序采用哪一个。

## 为什么要紧
用哪个数值，结论可能不同。不说明就取其一，别人无法复核；多半是口径、时点或是否修订不同。

## What it checks
Different sources give values of one indicator for the same region, basis and period that are further apart than the
rounding of their last digits, or one passes the bound that another states. Two vintages of one source are a revision
and no finding. Both values are kept; the message says which one the declared order of sources takes.

## Why it matters
Which value is used may change the answer. To take one without a word cannot be checked by anybody; mostly coverage,
date or revision differ.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Parameter, Rule, Words
from milepost.observations.comparing import apart
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import period_of, series_of, source_of, value_of

RULE = Rule(
    code="OB05",
    name="sources-disagree",
    severity="warning",
    title=Words("两个来源的数值不一致", "two sources disagree"),
    advice=Words(
        "核对各来源的口径和发布时间，声明来源次序，在备注中写明采用理由。",
        "Compare coverage and dates of the sources, declare their order, and note why one is taken.",
    ),
    parameters=(Parameter("tolerance", 0.0005, 0.0, 0.2, Words("允许相差的比例", "share by which they may differ")),),
)
KEY = ("series", "period_kind", "period")


def find(dataset: Dataset) -> Iterator[DataFault]:
    """All values of the period, the one that is taken first."""
    several = dataset.current.filter(polars.len().over(*KEY) > 1)
    if several.is_empty():
        return
    other = several.select(*KEY, "row", "number", "half", bound=polars.col("bound").fill_null("exact"))
    pairs = (
        several.with_columns(bound=polars.col("bound").fill_null("exact"))
        .join(other, on=list(KEY), suffix="_b")
        .filter(polars.col("row") != polars.col("row_b"))
    )
    is_exact = (polars.col("bound") == "exact") & (polars.col("bound_b") == "exact")
    is_below = (polars.col("bound") == "at_least") & (polars.col("bound_b") != "at_least")
    is_above = (polars.col("bound") == "at_most") & (polars.col("bound_b") != "at_most")
    differ = apart("number", "number_b", dataset.parameter(RULE, "tolerance"))
    wrong = pairs.filter(
        (is_exact & differ)
        | (is_below & differ & (polars.col("number_b") < polars.col("number")))
        | (is_above & differ & (polars.col("number_b") > polars.col("number")))
    )
    taken = dataset.chosen.filter(polars.col("series").is_in(wrong["series"].unique().to_list()))
    first = {tuple(row[:-1]): row[-1] for row in taken.select(*KEY, "row").iter_rows()}
    for key, group in wrong.group_by(*KEY, maintain_order=True):
        rows = sorted(set(group["row"]) | set(group["row_b"]))
        chosen = first.get(key, rows[0])
        # The value that is taken is told first, though it may itself be the one that agrees with some.
        rows = [chosen, *(row for row in rows if row != chosen)]
        yield _fault(rows, dataset)


def _fault(rows: list[int], dataset: Dataset) -> DataFault:
    chosen = dataset.row(rows[0])
    told, period = series_of(chosen), period_of(chosen)
    values = [(value_of(row), source_of(row)) for row in (dataset.row(number) for number in rows)]
    chinese = "；".join(f"{source.zh}为{value.zh}" for value, source in values)
    english = "; ".join(f"{value.en} from {source.en}" for value, source in values)
    message = Words(
        f"{told.zh}{period.zh}的数值不一致：{chinese}；按来源次序采用{values[0][1].zh}的{values[0][0].zh}",
        f"the values of {told.en} for {period.en} differ: {english}; the order of sources takes {values[0][0].en}",
    )
    return DataFault(message, tuple(rows))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,source,source_kind,x
地区生产总值,654200,year,2024,998.72,亿元,工作报告,official,x
地区生产总值,654200,year,2024,983,亿元,人口网,secondary,x
地区生产总值,654200,year,2023,930,亿元,工作报告,official,
""",
    """\
indicator,region,period_kind,period,value,unit,source,bound,x
Population,D1,year,2024,1000,persons,census office,at_least,x
Population,D1,year,2024,980,persons,register,,x
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit,source
常住人口,654200,year,2024,110.9,万人,公报
常住人口,654200,year,2024,1108747,人,普查
""",
    """\
indicator,region,period_kind,period,value,unit,source,vintage
GDP,D1,year,2023,100,million EUR,office,2024-03-01
GDP,D1,year,2023,102,million EUR,office,2024-09-01
""",
]
