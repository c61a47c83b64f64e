"""A ratio is not what its parts give.

## 查什么
同一地区同一时期既有比率又有分子、分母，而比率与二者之比相差超出四舍五入和容许的误差：城镇化率与城镇人口、常住人口，
产业占比与该产业增加值、地区生产总值，城乡居民收入比与城乡居民人均可支配收入。

## 为什么要紧
三个数里至少有一个错了，或口径不同。合计和分解时以分子分母为准，比率就会前后不一。

## What it checks
For a region and period there is a ratio and what it is made of, and the ratio differs from their quotient by more than
rounding and the tolerance: urban share and urban and resident population, a sector's share and its value added and
gross product, the income gap and urban and rural incomes.

## Why it matters
One of the three is wrong or on another basis. Totals are made from numerators and denominators; a ratio that does not
fit them will contradict them.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Parameter, Rule, Words
from milepost.observations.components import RATIOS, Ratio
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import in_unit_of, period_of, series_of, value_of

RULE = Rule(
    code="OB14",
    name="ratio-unlike-parts",
    severity="warning",
    title=Words("比率与分子分母不符", "a ratio is unlike its parts"),
    advice=Words("核对三个数值的口径和时点。", "Check basis and date of all three."),
    parameters=(
        Parameter("tolerance", 0.005, 0.0, 0.2, Words("允许相差的比例", "share of the ratio by which it may differ")),
    ),
)
KEY = ("region", "period_kind", "period")


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The ratio, its numerator and its denominator."""
    exact = dataset.chosen.filter(
        polars.col("bound").fill_null("exact") == "exact", polars.col("concept").is_not_null()
    )
    for ratio in RATIOS:
        yield from _unlike(exact, ratio, dataset)


def _unlike(rows: polars.DataFrame, ratio: Ratio, dataset: Dataset) -> Iterator[DataFault]:
    stated = rows.filter(polars.col("name") == ratio.ratio, polars.col("base_unit") == "1")
    part = rows.filter(polars.col("name") == ratio.part).select(
        *KEY, "measure", row_p="row", number_p="number", half_p="half"
    )
    whole = rows.filter(polars.col("name") == ratio.whole, polars.col("number") > 0)
    whole = whole.select(*KEY, "measure", row_w="row", number_w="number", half_w="half")
    pairs = part.join(whole, on=[*KEY, "measure"]).drop("measure")
    joined = stated.join(pairs, on=list(KEY))
    quotient = polars.col("number_p") / polars.col("number_w")
    open_left = quotient * (
        polars.col("half_p") / polars.col("number_p") + polars.col("half_w") / polars.col("number_w")
    )
    miss = (polars.col("number") - quotient).abs() - polars.col("half") - open_left
    tested = joined.with_columns(_quotient=quotient, _miss=miss - dataset.parameter(RULE, "tolerance") * quotient.abs())
    # With values on several bases a ratio need fit only one pair of them.
    wrong = tested.filter(polars.col("_miss").min().over("row") > 0).sort("row", "_miss").unique("row", keep="first")
    for row in wrong.sort("row").iter_rows(named=True):
        told, value, found = series_of(row), value_of(row), in_unit_of(row, row["_quotient"])
        parts = [value_of(dataset.row(row[name])) for name in ("row_p", "row_w")]
        message = Words(
            f"{told.zh}{period_of(row).zh}为{value.zh}，而{parts[0].zh}÷{parts[1].zh}＝{found.zh}",
            f"{told.en} is {value.en} in {period_of(row).en}, but {parts[0].en} / {parts[1].en} = {found.en}",
        )
        yield DataFault(message, (row["row"], row["row_p"], row["row_w"]))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
常住人口城镇化率,654200,year,2023,66.18,%,x
城镇人口,654200,year,2023,68.18,万人,x
常住人口,654200,year,2023,109.65,万人,x
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
常住人口城镇化率,654200,year,2023,62.18,%
城镇人口,654200,year,2023,68.18,万人
常住人口,654200,year,2023,109.65,万人
""",
    """\
indicator,region,period_kind,period,value,unit,basis
常住人口城镇化率,654200,year,2020,59.09,%,
城镇人口,654200,year,2020,655126,人,
常住人口,654200,year,2020,1108747,人,不含兵团
常住人口,654200,year,2020,1138638,人,含兵团
""",
]
