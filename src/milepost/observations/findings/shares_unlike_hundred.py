"""Shares of one whole do not add up to a hundred, or its parts not to the whole.

## 查什么
同一地区同一时期三次产业占比齐全，而合计不等于100%；三次产业增加值齐全，而合计不等于地区生产总值。按各数末位的四舍五入放宽。

## 为什么要紧
构成数应当闭合。不闭合说明有一个数填错，或几个数出自不同版本。

## What it checks
The shares of the three sectors are all there for a region and period and do not add up to 100 %; or their value added
does not add up to gross product. Rounding of each last digit is allowed for.

## Why it matters
A composition closes. If it does not, one figure is wrong or the figures are of different vintages.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Parameter, Rule, Words
from milepost.observations.components import HUNDREDS, WHOLES
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import in_unit_of, period_of, place_of, plain, series_of, value_of

RULE = Rule(
    code="OB13",
    name="shares-unlike-hundred",
    severity="warning",
    title=Words("构成合计不闭合", "a composition does not close"),
    advice=Words("核对各组成部分，用同一版本的数据。", "Check each part and take all from one vintage."),
    parameters=(
        Parameter("tolerance", 0.001, 0.0, 0.1, Words("允许相差的比例", "share by which they may differ")),
    ),
)  # fmt: skip
KEY = ("region", "period_kind", "period")


def find(dataset: Dataset) -> Iterator[DataFault]:
    """All parts, and the whole where it is given."""
    exact = dataset.chosen.filter(
        polars.col("bound").fill_null("exact") == "exact", polars.col("concept").is_not_null()
    )
    tolerance = dataset.parameter(RULE, "tolerance")
    for parts in HUNDREDS:
        sums = _sums(exact.filter("is_part"), parts)
        wrong = sums.filter((polars.col("sum") - 1).abs() > polars.col("half_sum") + tolerance)
        for row in wrong.iter_rows(named=True):
            yield _open(row, dataset)
    for whole, members in WHOLES.items():
        sums = _sums(exact.filter(~polars.col("is_part")), members)
        pairs = exact.filter(polars.col("name") == whole).join(sums, on=[*KEY, "measure"])
        allowed = polars.col("half_sum") + polars.col("half") + tolerance * polars.col("number").abs()
        for row in pairs.filter((polars.col("sum") - polars.col("number")).abs() > allowed).iter_rows(named=True):
            yield _unlike(row)


def _sums(rows: polars.DataFrame, parts: tuple[str, ...]) -> polars.DataFrame:
    """The sum of all parts where each has just one value."""
    these = rows.filter(polars.col("name").is_in(list(parts)))
    sums = these.group_by(*KEY, "measure", maintain_order=True).agg(
        parts="row",
        sum=polars.col("number").sum(),
        half_sum=polars.col("half").sum(),
        count=polars.len(),
        different=polars.col("name").n_unique(),
    )
    return sums.filter(polars.col("count") == len(parts), polars.col("different") == len(parts))


def _open(row: dict[str, object], dataset: Dataset) -> DataFault:
    rows = tuple(int(number) for number in row["parts"])  # type: ignore[attr-defined]
    first = dataset.row(rows[0])
    total = plain(round(float(str(row["sum"])) * 100, 4))
    shares = [value_of(dataset.row(number)) for number in rows]
    message = Words(
        f"{place_of(first)}{period_of(first).zh}的构成（{'、'.join(share.zh for share in shares)}）"
        f"合计为{total}%，不等于100%",
        f"the shares of {place_of(first)} in {period_of(first).en} ({', '.join(share.en for share in shares)}) "
        f"add up to {total}%, not 100%",
    )
    return DataFault(message, rows)


def _unlike(row: dict[str, object]) -> DataFault:
    told, value, total = series_of(row), value_of(row), in_unit_of(row, float(str(row["sum"])))
    message = Words(
        f"{told.zh}{period_of(row).zh}为{value.zh}，而各组成部分之和为{total.zh}",
        f"{told.en} is {value.en} in {period_of(row).en}; its parts add up to {total.en}",
    )
    return DataFault(message, (int(str(row["row"])), *row["parts"]))  # type: ignore[misc]


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
第一产业占比,654200,year,2020,40.2,%,x
第二产业占比,654200,year,2020,19.6,%,x
第三产业占比,654200,year,2020,44.2,%,x
第一产业占比,654200,year,2021,40.2,%,
""",
    """\
indicator,region,period_kind,period,value,unit,x
地区生产总值,654200,year,2022,877.5,亿元,x
第一产业增加值,654200,year,2022,330,亿元,x
第二产业增加值,654200,year,2022,205.1,亿元,x
第三产业增加值,654200,year,2022,372.4,亿元,x
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
第一产业占比,654200,year,2020,40.2,%
第二产业占比,654200,year,2020,19.6,%
第三产业占比,654200,year,2020,40.3,%
""",
    """\
indicator,region,period_kind,period,value,unit
第一产业占比,654200,year,2020,40.2,%
第二产业占比,654200,year,2020,19.6,%
第三产业占比,654200,year,2021,48.3,%
""",
]
