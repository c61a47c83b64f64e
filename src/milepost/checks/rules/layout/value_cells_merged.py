"""A value of a table stands in a cell merged over several columns of values.

## 查什么
指标表中，某些行把两个数值列（如“2025年”与“年均/累计”）合并成一格，而其他行分开填写。

## 为什么要紧
合并后无法判断该值是期末值还是年均、累计值，数据读取时会错列，考核口径随之不明。

## What it checks
Rows of a table of figures in which one cell covers two columns of values that other rows keep apart.

## Why it matters
Nobody can tell which of the columns the value belongs to: the value at the end, or the yearly or cumulative one.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.grids import Grid, Placed, grid_of
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA09",
    name="value-cells-merged",
    severity="warning",
    title=Words("数值列被合并", "a value stands in merged columns"),
    advice=Words("拆开合并的单元格，把数值填入所属的列。", "Split the cell and put the value into its own column."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding for each table: the first cell of each such row, and the merged cell."""
    for table in inspection.plan.tables:
        grid = grid_of(table)
        values = [placed for placed in grid.headers if inspection.words.layout.value_header.search(placed.cell.text)]
        rows = [(row, cell) for row in grid.body if (cell := _merged(row, values, grid))]
        kept = sum(_apart(row, values) for row in grid.body)
        figures = any(any(sign.isdigit() for sign in cell.cell.text) for _, cell in rows)
        # Words such as "set by the province" may well hold for both columns; a figure cannot.
        if not figures or len(values) < 2 or kept <= len(rows):
            continue
        headers = [each.cell.text.strip() for each in values if each.column < rows[0][1].end <= grid.width and
                   rows[0][1].column < each.end]  # fmt: skip
        names = "、".join(_name(row) for row, _ in rows)
        plain = ", ".join(_name(row) for row, _ in rows)
        message = Words(
            f"{len(rows)}行把{'与'.join(f'“{inner(header)}”' for header in headers)}合并成一格，看不出是哪一列的值："
            f"{names}",
            f"{len(rows)} {'row merges' if len(rows) == 1 else 'rows merge'} {' and '.join(map(quoted, headers))} "
            f"into one cell, so that the column of the value is unknown: {plain}",
        )
        yield Fault(message, tuple(sorted(cell.cell.span for _, cell in rows)))


def _merged(row: tuple[Placed, ...], values: list[Placed], grid: Grid) -> Placed | None:
    """The cell of a row that covers two or more, but not all columns of the table."""
    return next(
        (
            placed
            for placed in row
            if placed.cell.span.length
            and len(row) > 2
            and placed.cell.columns < grid.width
            and sum(placed.column < each.end and each.column < placed.end for each in values) > 1
        ),
        None,
    )


def _apart(row: tuple[Placed, ...], values: list[Placed]) -> bool:
    """Whether a row has a cell of its own for each of the value columns."""
    own = {(placed.column, placed.end) for placed in row}
    return all((each.column, each.end) in own for each in values)


def _name(row: tuple[Placed, ...]) -> str:
    """The words that name a row: the last cell before the values that is no category."""
    texts = [placed.cell.text.strip() for placed in row[:2] if placed.cell.text.strip()]
    return max(texts, key=len) if texts else ""


FINDS = [
    (
        "<h1>主要指标</h1><table><tr><th>指标</th><th>2020年</th><th>2025年</th><th>累计</th></tr><tr><td"
        ">粮食产量（万吨）</td><td>40</td><td>42</td><td>—</td></tr><tr><td>新增就业（万人）</td><td>3</t"
        'd><td>3</td><td>15</td></tr><tr><td>森林覆盖率（%）</td><td>20</td><td colspan="2">⟦22⟧</td></tr'
        "></table>"
    ),
]
PASSES = [
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 | 累计 |\n|---|---|---|---|\n| 粮食产量（万吨） | 40 | 42 | — |\n"
        "| 森林覆盖率（%） | 20 | 22 | — |\n"
    ),
    (
        "<h1>主要指标</h1><table><tr><th>指标</th><th>2020年</th><th>2025年</th><th>累计</th></tr><tr><td"
        '>粮食产量（万吨）</td><td>40</td><td>42</td><td>—</td></tr><tr><td colspan="4">二、生态环境</td>'
        "</tr><tr><td>森林覆盖率（%）</td><td>20</td><td>22</td><td>—</td></tr></table>"
    ),
]
