"""How tests of corrections make a plan, name its items, and edit its workbook."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from milepost.kernel.span import Span
from milepost.plans.corrections import Anchor, Correction, Corrections, DocumentMark
from milepost.plans.corrections.anchors import anchor_of
from milepost.plans.corrections.fields import kinds, label
from milepost.plans.corrections.workbook import KEY_ROW, editable
from milepost.plans.model import Plan
from milepost.plans.run import read_text

TEXT = """青川地区国民经济和社会发展第十四个五年规划纲要

第一篇 发展目标

第一章 主要目标

到2025年，森林覆盖率达到22%以上，新建学校5所。城镇居民和农村居民收入年均分别增长7%和8%。2020年，粮食产量为30万吨。

第二篇 重点任务

第一章 水利建设

加强流域综合治理。推进灌区节水改造。到2025年，新增高效节水灌溉面积12万亩。
专栏1 重大水利项目
甲河水库工程、乙河100万吨供水工程、丙镇污水处理厂。

第二章 生态保护

加强草原生态修复。到2025年，治理沙化土地30万亩。
"""


def plan_of_text(text: str = TEXT) -> Plan:
    """A small plan."""
    return read_text(text, "zh")


def row(plan: Plan, kind: str, name: str) -> Any:
    """The one item of a kind whose name holds these words."""
    (found,) = [item for item in getattr(plan, kind) if name in label(item)]
    return found


def anchor(plan: Plan, kind: str, item: Any) -> Anchor:
    """The anchor of an item."""
    assert plan.document.text is not None
    figure = getattr(item, "value_span", None)
    same = [one for one in getattr(plan, kind) if (one.span, getattr(one, "value_span", None)) == (item.span, figure)]
    return anchor_of(plan.document.text, item.span, figure, len(same))


def edit(plan: Plan, kind: str, item: Any, /, **fields: Any) -> Correction:
    """An edit; `target__value` stands for the path `target.value`."""
    values = {path.replace("__", "."): value for path, value in fields.items()}
    return Correction("edit", kind, anchor(plan, kind, item), getattr(item, "id", None), label(item), values)


def reject(plan: Plan, kind: str, item: Any) -> Correction:
    """A reject."""
    return Correction("reject", kind, anchor(plan, kind, item), getattr(item, "id", None), label(item))


def add(plan: Plan, kind: str, quote: str, figure: str | None = None, /, **fields: Any) -> Correction:
    """An add, at words that stand once in the text."""
    text = plan.document.text
    assert text is not None
    assert text.count(quote) == 1
    place = anchor_of(text, _span(text, quote))
    place = Anchor(place.quote, place.before, place.after, figure=figure)
    values = {path.replace("__", "."): value for path, value in fields.items()}
    return Correction("add", kind, place, fields=values)


def _span(text: str, quote: str) -> Span:
    at = text.index(quote)
    return Span(at, at + len(quote))


def file_of(plan: Plan, *corrections: Correction) -> Corrections:
    """Corrections of a plan."""
    mark = DocumentMark(plan.document.title, plan.document.text_sha256)
    return Corrections("milepost.corrections/1", mark, corrections)


def workbook(plan: Plan, change: Callable[[Any], None] | None = None) -> bytes:
    """The plan's workbook, after `change` had its way with it."""
    content = _content(plan)
    if change is None:
        return content
    book = load_workbook(BytesIO(content))
    change(book)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


@lru_cache(maxsize=4)
def _content(plan: Plan) -> bytes:
    return editable(plan)


def cell(sheet: Any, key: str, **where: str) -> Any:
    """The cell under a column's key, in the row in which another column holds a value: `cell(s, "unit", name="x")`."""
    at = {one.value: one.column for one in sheet[KEY_ROW]}
    ((column, value),) = where.items()
    column = column.replace("__", ".")
    (number,) = [line for line in range(3, sheet.max_row + 1) if sheet.cell(line, at[column]).value == value]
    return sheet.cell(number, at[key])


def empty_row(sheet: Any) -> int:
    """The first row for an item to be added."""
    at = {one.value: one.column for one in sheet[KEY_ROW]}
    return next(line for line in range(3, sheet.max_row + 1) if sheet.cell(line, at["key"]).value is None)


def put(sheet: Any, line: int, **values: Any) -> None:
    """Write cells of a row by the keys of their columns."""
    at = {one.value: one.column for one in sheet[KEY_ROW]}
    for key, value in values.items():
        sheet.cell(line, at[key.replace("__", ".")]).value = value


def whole(plan: Plan) -> None:
    """Assert what holds for every plan: a quote is what its span covers, ids stand once, sections exist."""
    text = plan.document.text
    assert text is not None
    sections = {section.id for section in plan.sections}
    for kind in kinds():
        items = getattr(plan, kind)
        for item in items:
            assert 0 <= item.span.start <= item.span.end <= len(text)
            assert not hasattr(item, "quote") or item.quote == item.span.of(text)
            assert getattr(item, "section", None) is None or item.section in sections
            assert getattr(item, "parent", None) is None or item.parent in sections
        ids = [item.id for item in items if hasattr(item, "id")]
        assert len(ids) == len(set(ids))
