"""A cumulative figure stands in a year's column though the table has a column for such figures.

## 查什么
带〔〕的累计数填在了某一年份的列里，而表中另有“年均/累计”列。

## 为什么要紧
基期值与累计数并列，读者会把五年累计误作当年值，比较和测算全部失真。

## What it checks
A figure in the brackets of cumulative figures stands in the column of a year, while the table has a column for yearly
averages or sums.

## Why it matters
Beside the value of one year, a sum over five reads as that year's value; every comparison made with it is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.grids import grid_of
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA10",
    name="cumulative-under-year",
    severity="warning",
    title=Words("累计数填在年份列", "a cumulative figure stands in a year's column"),
    advice=Words(
        "把累计数移到“年均/累计”列，年份列填当年值。",
        "Move the figure to the column for sums, and give the year's own value.",
    ),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The cell of the figure and the header of the column that it belongs to."""
    words = inspection.words.layout
    for table in inspection.plan.tables:
        grid = grid_of(table)
        sums = next((each for each in grid.headers if words.sum_header.search(each.cell.text)), None)
        if sums is None:
            continue
        column = sums.cell.text.strip()
        for row in grid.body:
            summed = [each for each in row if words.cumulative_figure.fullmatch(each.cell.text.strip())]
            headers = [grid.header_over(each).strip() for each in summed]
            if column in headers:
                continue  # the sum stands where it should; that of the years before it has no column of its own
            for placed, header in zip(summed, headers, strict=True):
                if words.year_header.fullmatch(header):
                    figure = placed.cell.text.strip()
                    message = Words(
                        f"累计数“{inner(figure)}”填在“{inner(header)}”列，应在“{inner(column)}”列",
                        f"the cumulative figure {quoted(figure)} stands under {quoted(header)}, "
                        f"not under {quoted(column)}",
                    )
                    yield Fault(message, tuple(sorted((sums.cell.span, placed.cell.span))))


FINDS = [
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 | ⟦年均/累计⟧ | 属性 |\n|---|---|---|---|---|\n"
        "| 新增就业（万人） | 3 | ⟦〔15〕⟧ | — | 预期性 |\n| 受教育年限（年） | 10 | 11 | 〔1〕 | 约束性 |\n"
    ),
    (
        "# Indicators\n\n| Indicator | 2020 | 2025 | ⟦Cumulative⟧ |\n|---|---|---|---|\n"
        "| New jobs (thousand) | 3 | ⟦[15]⟧ | - |\n| Schooling (years) | 10 | 11 | [1] |\n"
    ),
]
PASSES = [
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 | 年均/累计 | 属性 |\n|---|---|---|---|---|\n"
        "| 单位地区生产总值能耗降低（%） | 〔13〕 | — | 〔14〕 | 约束性 |\n"
    ),
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 | 年均/累计 | 属性 |\n|---|---|---|---|---|\n"
        "| 新增就业（万人） | 3 | — | 〔15〕 | 预期性 |\n"
    ),
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 | 属性 |\n|---|---|---|---|\n"
        "| 新增就业（万人） | 3 | 〔15〕 | 预期性 |\n| 城镇化率（%） | 50 | 55 | 预期性 |\n"
    ),
]
