"""An indicator of the table has another name in the text.

## 查什么
指标表中的指标与正文中同一数值的目标名称不同，如表为“基本养老保险参保率”，正文为“养老保险参保率”。

## 为什么要紧
名称不一，读者会问是否为同一口径；按名称检索监测数据时对不上。

## What it checks
A target in the text is that of an indicator of the table, value and meaning alike, but its name is another.

## Why it matters
Readers ask whether the same is measured, and who follows the figure by its name loses it.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.model import Indicator

LEAST_CONFIDENCE = 0.7
LEAST_COMMON = 3

RULE = Rule(
    code="WO30",
    name="indicator-named-variously",
    severity="info",
    title=Words("指标在表与文中名称不一", "an indicator has another name in the text"),
    advice=Words("正文统一用指标表中的名称。", "Use the name of the table in the text."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Targets of the text with the concept, value and unit of an indicator, and another name."""
    table: dict[tuple[str, float, str | None], Indicator] = {}
    for row in inspection.plan.indicators:
        for target in (row.target, row.cumulative):
            if row.concept and target and target.value is not None and row.confidence >= LEAST_CONFIDENCE:
                table[row.concept, target.value, target.unit or row.unit] = row
    for said in inspection.plan.commitments:
        if said.concept is None or said.target.value is None or said.confidence < LEAST_CONFIDENCE:
            continue
        named = table.get((said.concept, said.target.value, said.target.unit))
        if named is None or _is_one(inspection, named.name, said.subject):
            continue
        in_table = _name_in(inspection, named.name, named.span)
        in_text = _name_in(inspection, said.subject, said.span)
        if in_table and in_text:
            zh = f"指标表为“{inner(named.name)}”，正文为“{inner(said.subject)}”"
            message = Words(zh, f"{quoted(named.name)} in the table is {quoted(said.subject)} in the text")
            yield Fault(message, (in_table, in_text))


def _is_one(inspection: Inspection, first: str, second: str) -> bool:
    """Whether two names are alike but for words without meaning or words behind, or too unlike to be of one thing."""
    idle, place = inspection.words.naming.idle_in_names, inspection.words.naming.place_phrase
    # "In the seat of the county" and the name of the seat are one place.
    if place.match(first) and place.match(second) and place.sub("", first) == place.sub("", second):
        return True
    short, long = sorted((idle.sub("", first), idle.sub("", second)), key=len)
    return short == long or (short in long and not long.endswith(short)) or len(set(short) & set(long)) < LEAST_COMMON


def _name_in(inspection: Inspection, name: str, span: Span) -> Span | None:
    start = inspection.text.find(name, span.start, span.end)
    return None if start < 0 else Span(start, start + len(name))


FINDS = [
    (
        "# 指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n"
        "| ⟦基本养老保险参保率⟧（%） | 90 | 95 |\n\n# 社保\n\n⟦养老保险参保率⟧达到95%。\n"
    ),
]
PASSES = [
    (
        "# 指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 县政府所在地城市空气质量优良天数比率（%） | 90 | 95 |\n"
        "\n# 环境\n\n青禾市空气质量优良天数比率达到95%。\n"
    ),
    (
        "# 指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 基本养老保险参保率（%） | 90 | 95 |\n"
        "\n# 社保\n\n基本养老保险参保率达到95%，医疗保险参保率达到95%。\n"
    ),
    "# 社保\n\n到2025年，养老保险参保率达到95%以上。\n",
]
