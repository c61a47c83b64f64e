"""Cells without a value are marked in different ways in one table.

## 查什么
同一表格中，无数据的单元格有的用“—”，有的用“－”“-”“/”，有的留空。

## 为什么要紧
读者分不清是“不适用”“暂无数据”还是漏填，机器读取时也会误判。

## What it checks
Cells without a value in one table are marked with different dashes or signs, or left blank.

## Why it matters
Nobody can tell "does not apply" from "not known" or from a value that was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.grids import Grid, grid_of
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="LA11",
    name="empty-cells-mixed",
    severity="info",
    title=Words("空格标记不一", "empty cells are marked in different ways"),
    advice=Words(
        "全表统一用一种符号，并在表注中说明含义。", "Use one sign throughout, and say in a note what it means."
    ),
    remedy="none",
)
_NOTHING = frozenset("—–－-―─/／—")
_BLANK = "空白"


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding for each table: the cells that are marked otherwise than most, and one marked as most are."""
    for table in inspection.plan.tables:
        marked = _marked(grid_of(table), inspection)
        if len(marked) < 2:
            continue
        forms = sorted(marked, key=lambda form: -len(marked[form]))
        places = [marked[forms[0]][0], *(place for form in forms[1:] for place in marked[form])]
        counts = "、".join(f"“{inner(form or _BLANK)}”{len(marked[form])}处" for form in forms)
        plain = ", ".join(f"{quoted(form or 'blank')} ({len(marked[form])})" for form in forms)
        message = Words(f"表中无数据的单元格写法不一：{counts}", f"cells without a value are marked as {plain}")
        yield Fault(message, tuple(sorted(set(places))))


def _marked(grid: Grid, inspection: Inspection) -> dict[str, list[Span]]:
    """The ways to mark a cell without a value, each with its places; for a blank cell the cell before it."""
    values = [each for each in grid.headers if inspection.words.layout.value_header.search(each.cell.text)]
    found: dict[str, list[Span]] = {}
    for row in grid.body:
        for before, placed in zip((None, *row), row, strict=False):
            if not any(placed.column < each.end and each.column < placed.end for each in values):
                continue
            text = placed.cell.text.strip()
            if text and set(text) <= _NOTHING and placed.cell.span.length:
                found.setdefault(text, []).append(placed.cell.span)
            elif not text and before is not None and before.cell.span.length and len(row) > 2:
                found.setdefault("", []).append(before.cell.span)
    return found


FINDS = [
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 | 累计 |\n|---|---|---|---|\n"
        "| 粮食产量（万吨） | 40 | 42 | ⟦—⟧ |\n| 城镇化率（%） | 50 | 55 | — |\n"
        "| 森林覆盖率（%） | 20 | 22 | ⟦-⟧ |\n"
    ),
    (
        "# Indicators\n\n| Indicator | 2020 | 2025 | Total |\n|---|---|---|---|\n"
        "| Literacy (%) | 80 | 90 | ⟦-⟧ |\n| Roads (km) | 50 | 55 | - |\n| Forest (%) | 20 | ⟦22⟧ |  |\n"
    ),
]
PASSES = [
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 | 累计 |\n|---|---|---|---|\n| 粮食产量（万吨） | 40 | 42 | — |\n"
        "| 森林覆盖率（%） | 20 | 22 | — |\n"
    ),
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 | 备注 |\n|---|---|---|---|\n| 粮食产量（万吨） | 40 | 42 |  |\n"
        "| 森林覆盖率（%） | — | 22 |  |\n"
    ),
]
