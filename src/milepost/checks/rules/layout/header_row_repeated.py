"""The header row of a table is repeated inside it.

## 查什么
表格中间又出现一遍表头（多为跨页时复制的表头）。

## 为什么要紧
重复的表头会被当作一行数据，电子表读取和统计时容易出错；跨页表头应由软件自动重复。

## What it checks
A row inside a table that prints the header again, mostly left from a page break.

## Why it matters
A repeated header is read as a row of data; a word processor repeats headers by itself where a page breaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.grids import grid_of, row_span, words_of
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA08",
    name="header-row-repeated",
    severity="info",
    title=Words("表头在表中重复", "a header row is repeated inside its table"),
    advice=Words(
        "删去表中的重复表头，改用“重复标题行”设置。", "Delete the repeated row; set the header to repeat on each page."
    ),
    remedy="none",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The header of each table and the rows that repeat it."""
    if inspection.plan.document.media_type == "application/pdf":
        return  # there the program that set the pages repeats headers, as it should
    for table in inspection.plan.tables:
        grid = grid_of(table)
        header = words_of(grid.headers)
        if len(header) < 2 or not any(header):
            continue
        again = [row for row in grid.body if words_of(row) == header]
        if again:
            message = Words(
                f"表头“{inner(' / '.join(header))}”在表中又出现{len(again)}次",
                f"the header {quoted(' / '.join(header))} comes again inside the table ({len(again)} times)",
            )
            yield Fault(message, tuple(row_span(row) for row in (grid.headers, *again)))


FINDS = [
    (
        "# 主要指标\n\n| ⟦指标 | 2020年 | 2025年⟧ |\n|---|---|---|\n| 粮食产量（万吨） | 40 | 42 |\n"
        "| ⟦指标 | 2020年 | 2025年⟧ |\n| 城镇化率（%） | 50 | 55 |\n"
    ),
    (
        "# Indicators\n\n| ⟦Indicator | 2020 | 2025⟧ |\n|---|---|---|\n| Literacy (%) | 80 | 90 |\n"
        "| ⟦Indicator | 2020 | 2025⟧ |\n| Roads (km) | 50 | 55 |\n"
    ),
]
PASSES = [
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 粮食产量（万吨） | 40 | 42 |\n"
        "| 城镇化率（%） | 50 | 55 |\n"
    ),
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 粮食产量（万吨） | 40 | 42 |\n\n第二张表：\n"
        "\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 城镇化率（%） | 50 | 55 |\n"
    ),
]
