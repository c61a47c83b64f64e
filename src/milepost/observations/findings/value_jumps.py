"""A value jumps out of its own series, or several series jump in one year.

## 查什么
年度数据中某年的变化远离本序列历年变化的中位数（以绝对离差中位数衡量，不少于5个年份，短序列从严）。某年跳出、次年跳回的，按单个数值可疑报告；不跳回的，按水平变化报告。
同一地区多个指标、或同一指标多个地区在同一年一起跳的，合并为一条，多半是换了口径、基期或发生了共同的大事。

## 为什么要紧
跳变常常是录入差错或口径改变的痕迹。口径变了而不说明，前后数值就不可比，进度和增速都会失真。

## What it checks
A yearly change lies far from the median of the series' own changes, in median absolute deviations (five years or more;
short series are judged with caution). A value that stands out and is gone the next year is told as a doubtful value,
one that stays as a change of level. Where many indicators of a region or many regions of an indicator jump in the same
year, that is one finding: mostly another coverage or base, or an event that they share.

## Why it matters
A jump is often the trace of a slip or of a changed coverage. When the coverage changes and nobody says so, values
before and after cannot be compared, and progress and growth are wrong.

## References
Median absolute deviation: Rousseeuw and Croux, Alternatives to the Median Absolute Deviation, JASA 88 (1993).
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Parameter, Rule, Words
from milepost.observations.changes import factor_slips, yearly_changes
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.limits import impossible
from milepost.observations.telling import names_words, place_of, plain, series_of, value_of

RULE = Rule(
    code="OB03",
    name="value-jumps",
    severity="warning",
    title=Words("数值突变", "a value jumps"),
    advice=Words(
        "核对该年数值；口径、基期或区划有变的，注明口径并衔接前后数据。",
        "Check the value of that year; where coverage, base or borders changed, state the basis and join the series.",
    ),
    parameters=(
        Parameter(
            "deviations", 8.0, 3.0, 50.0,
            Words("偏离中位数的倍数（以绝对离差中位数计）", "deviations from the median, in median absolute ones"),
        ),
        Parameter(
            "least-change", 0.3, 0.05, 5.0, Words("变化至少多大才报告（对数）", "least change told, in logarithms")
        ),
        Parameter(
            "least-points", 0.08, 0.01, 1.0,
            Words("百分数变化至少多大才报告（占100%）", "least change of a percentage told, as a share"),
        ),
    ),
)  # fmt: skip
FEWEST_CHANGES = 4
SHORT = 7  # changes; fewer than these tell less about what is usual
COMMON_SERIES = 3
COMMON_SHARE = 0.15
RAMP = 0.2
RAMP_YEARS = 3
RETURN = 0.4  # a jump that goes back by more than 1 - this share of itself was a single value


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The value that jumps, with its neighbours."""
    jumps = _jumps(dataset)
    if jumps.is_empty():
        return
    by_indicator = _common(jumps, ["name", "measure", "year"], "of_indicator")
    by_region = _common(jumps, ["region", "year"], "of_region")
    told: set[int] = set()
    for group, kind in ((by_indicator, "indicator"), (by_region, "region")):
        for _, alike in group.filter(~polars.col("row").is_in(list(told))).group_by(
            *(["name", "measure", "year"] if kind == "indicator" else ["region", "year"]), maintain_order=True
        ):
            if alike.height >= COMMON_SERIES:
                told |= set(alike["row"])
                yield _common_fault(alike, kind, dataset)
    alone = jumps.filter(~polars.col("row").is_in(list(told)))
    # The way back of a single value that stands out is no second finding.
    is_return = alone["row"].is_in(jumps.filter("is_spike")["next_row"].drop_nulls().to_list())
    for row in alone.filter(~is_return).iter_rows(named=True):
        yield _fault(row, dataset)


def _jumps(dataset: Dataset) -> polars.DataFrame:
    """The changes that are out of the ordinary, with how many series could have jumped with them."""
    changes = dataset.derived(yearly_changes)
    # A slipped unit is told as that, and so is the way back from it.
    told = [*dataset.derived(factor_slips)["row"], *dataset.derived(impossible)["row"]]
    deviation = (polars.col("change") - polars.col("median")).abs()
    needed = polars.when(polars.col("changes") < SHORT).then(1.75).otherwise(1.0) * dataset.parameter(
        RULE, "deviations"
    )
    floor = (
        polars.when(polars.col("is_part"))
        .then(dataset.parameter(RULE, "least-points"))
        .otherwise(dataset.parameter(RULE, "least-change"))
    )
    following = polars.col("change").shift(-1).over("series")
    excess = polars.col("change") - polars.col("median")
    return (
        changes.with_columns(
            next_row=polars.col("row").shift(-1).over("series"),
            of_indicator=polars.len().over("name", "measure", "year"),
            of_region=polars.len().over("region", "year"),
            _place=polars.col("year").rank("ordinal").over("series"),
            # What has just begun grows by leaps: the first changes are no jumps while the next one is large as well.
            _rises_on=((following - polars.col("median")) > RAMP * excess).fill_null(value=False) & (excess > 0),
            is_spike=((excess + following - polars.col("median")).abs() <= RETURN * excess.abs()).fill_null(
                value=False
            ),
        )
        .filter(~(polars.col("_rises_on") & (polars.col("_place") <= RAMP_YEARS)))
        .filter(polars.col("changes") >= FEWEST_CHANGES, deviation > floor, deviation > needed * polars.col("scale"))
        .filter(~polars.col("row").is_in(told), ~polars.col("before").is_in(told))
        .sort("row")
    )


def _common(jumps: polars.DataFrame, key: list[str], of: str) -> polars.DataFrame:
    together = polars.len().over(key)
    return jumps.filter(together >= COMMON_SERIES, together >= COMMON_SHARE * polars.col(of))


def _common_fault(alike: polars.DataFrame, kind: str, dataset: Dataset) -> DataFault:
    first = dataset.row(alike["row"][0])
    year, count = alike["year"][0], alike.height
    if kind == "indicator":
        name = str(first["indicator"])
        places = names_words([place_of(dataset.row(row)) for row in alike["row"]])
        message = Words(
            f"“{name}”{year}年在{count}个地区同时突变（{places.zh}），可能改换了口径、基期，或有共同原因",
            f"'{name}' jumps in {year} in {count} regions at once ({places.en}): the coverage or base may have changed",
        )
        return DataFault(message, tuple(alike["row"]), about=("jump", name, str(year)))
    place = place_of(first)
    names = names_words([str(dataset.row(row)["indicator"]) for row in alike["row"]])
    message = Words(
        f"{place}{year}年有{count}个指标同时突变（{names.zh}），可能改换了口径、基期或区划",
        f"{count} indicators of {place} jump in {year} ({names.en}): coverage, base or borders may have changed",
    )
    return DataFault(message, tuple(alike["row"]), about=("jump", str(first["region"]), str(year)))


def _fault(jump: dict[str, object], dataset: Dataset) -> DataFault:
    numbers = [jump["before"], jump["row"]]
    row, before = dataset.row(int(str(jump["row"]))), dataset.row(int(str(jump["before"])))
    told, value, former = series_of(row), value_of(row), value_of(before)
    if jump["is_spike"]:
        after = dataset.row(int(str(jump["next_row"])))
        numbers.append(jump["next_row"])
        message = Words(
            f"{told.zh}{row['year']}年为{value.zh}，与前一年的{former.zh}和后一年的{value_of(after).zh}都相差很大",
            f"{told.en} is {value.en} in {row['year']}, far from {former.en} the year before and "
            f"{value_of(after).en} the year after",
        )
        return DataFault(message, tuple(int(str(number)) for number in numbers))
    usual = _change_words(float(str(jump["median"])), bool(jump["is_log"]), bool(row["is_part"]))
    message = Words(
        f"{told.zh}{row['year']}年由{former.zh}变为{value.zh}，而历年变化的中位数为{usual.zh}",
        f"{told.en} goes from {former.en} to {value.en} in {row['year']}; its median yearly change is {usual.en}",
    )
    return DataFault(message, tuple(int(str(number)) for number in numbers))


def _change_words(median: float, is_log: bool, is_part: bool) -> Words:
    if is_log:
        percent = plain(round((2.718281828459045**median - 1) * 100, 1))
        return Words(f"{percent}%", f"{percent}%")
    if is_part:
        points = plain(round(median * 100, 2))
        return Words(f"{points}个百分点", f"{points} points")
    return Words(plain(round(median, 4)), plain(round(median, 4)))


_STEADY = "".join(
    f"地区生产总值,654200,year,{year},{value},亿元,\n" for year, value in [(2015, 520), (2016, 548), (2017, 580)]
)
PLAN = ""
FINDS = [
    f"""\
indicator,region,period_kind,period,value,unit,x
{_STEADY}地区生产总值,654200,year,2018,612,亿元,x
地区生产总值,654200,year,2019,1645,亿元,x
地区生产总值,654200,year,2020,684,亿元,x
地区生产总值,654200,year,2021,720,亿元,
地区生产总值,654200,year,2022,760,亿元,
地区生产总值,654200,year,2023,801,亿元,
""",
]
PASSES = [
    f"""\
indicator,region,period_kind,period,value,unit,x
{_STEADY}地区生产总值,654200,year,2018,612,亿元,
地区生产总值,654200,year,2019,701,亿元,
地区生产总值,654200,year,2020,650,亿元,
""",
    """\
indicator,region,period_kind,period,value,unit
Retail sales,D1,year,2019,100,million EUR
Retail sales,D1,year,2020,300,million EUR
Retail sales,D1,year,2021,90,million EUR
""",
]
