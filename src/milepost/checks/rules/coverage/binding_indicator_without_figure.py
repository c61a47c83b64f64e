"""A binding indicator has a value neither in the table nor in the chapters.

## 查什么
约束性指标在表中没有确定数值（留待上级下达、按年度确定或空缺），正文相应的章虽然提到这方面工作，也没有给出数值。

## 为什么要紧
约束性指标没有数值就不能分解、考核；正文的任务做到什么程度才算完成，也无从判断。

## What it checks
A binding indicator whose target the table leaves to a later decision or leaves empty, while the chapters speak of the
matter and give no value either.

## Why it matters
Without a value it can be neither shared out nor assessed, and nobody knows how far the measures must go.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.uptake import Uptake, uptakes
from milepost.kernel.span import Span

RULE = Rule(
    code="CV06",
    name="binding-indicator-without-figure",
    severity="warning",
    title=Words("约束性指标全文没有数值", "a binding indicator without a value anywhere"),
    advice=Words(
        "写明目标值；确待上级下达的，注明下达时间、依据和过渡安排。",
        "State the value; where it is still to be set, say by whom, when, and what holds until then.",
    ),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Binding indicators without a value that the chapters mention without one."""
    for each in uptakes(inspection):
        indicator, target = each.indicator, each.indicator.target
        if indicator.attribute != "binding" or each.mention is None or each.has_figure:
            continue
        if target is not None and target.value is not None:
            continue
        # A chapter that promises what the authority above sets has taken the indicator up.
        if inspection.words.coverage.set_above.search(inspection.sentence_at(each.mention.start).of(inspection.folded)):
            continue
        said = each.mention.of(inspection.text)
        raw = target.raw if target is not None else ""
        message = Words(
            f"约束性指标“{indicator.name}”表中{'为“' + raw + '”' if raw else '空缺'}，正文提到“{said}”也没有目标值",
            f"the binding indicator {indicator.name!r} has no value: the table says {raw or 'nothing'!r}, and the "
            f"chapters speak of {said!r} without a target",
        )
        yield Fault(message, (*_row(each, inspection.text), each.mention))


def _row(uptake: Uptake, text: str) -> tuple[Span, ...]:
    """The name, and the words that stand in place of a value, where they are found in the row."""
    target, row = uptake.indicator.target, uptake.indicator.span
    at = text.find(target.raw, uptake.name_span.end, row.end) if target is not None and target.raw else -1
    return (uptake.name_span, Span(at, at + len(target.raw))) if target is not None and at >= 0 else (uptake.name_span,)


_HEAD = "# 青禾市“十四五”规划纲要（2021—2025年）\n\n## 第一章  主要目标\n\n"
_TABLE = "| 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n"

FINDS = [
    _HEAD + _TABLE + "| 1.⟦单位地区生产总值能耗降低⟧（%） | — | ⟦控制在省下达指标内⟧ | 约束性 |\n\n"
    "## 第二章  绿色发展\n\n加强⟦能耗双控⟧管理。发展循环经济。\n",
]
PASSES = [
    _HEAD + _TABLE + "| 1.单位地区生产总值能耗降低（%） | — | 控制在省下达指标内 | 约束性 |\n\n"
    "## 第二章  绿色发展\n\n单位地区生产总值能耗降低完成省下达任务。发展循环经济。\n",
    _HEAD + _TABLE + "| 1.单位地区生产总值能耗降低（%） | — | 控制在省下达指标内 | 约束性 |\n\n"
    "## 第二章  绿色发展\n\n单位地区生产总值能耗降低13.5%。发展循环经济。\n",
    _HEAD + _TABLE + "| 1.单位地区生产总值能耗降低（%） | — | 13.5 | 约束性 |\n\n"
    "## 第二章  绿色发展\n\n加强能耗双控管理。发展循环经济。\n",
]
