"""Incomes grew less than the economy in the past, and the plan promises that they will keep step.

## 查什么
规划提出居民收入增长与经济增长同步（或快于经济增长），而按文中数据换算，上一时期居民收入年均增速低于地区生产总值增速。

## 为什么要紧
“同步”要求改变过去的走势，文中应当说明靠什么实现；否则目标从一开始就没有依据。

## What it checks
The plan has incomes grow in step with the economy, or faster; by its own figures they grew less in the period before.

## Why it matters
To keep step asks for a change of the past course. The text should say what brings it about.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.printed import shown
from milepost.checks.quantities import Saying, quantities
from milepost.kernel.span import Span

RULE = Rule(
    code="AR22",
    name="incomes-behind-economy",
    severity="info",
    title=Words("居民收入增速历来低于经济增速", "incomes lagged the economy before"),
    advice=Words(
        "说明实现同步的措施，或核对两个增速的口径。", "Say what is to bring it about, or check both rates' bases."
    ),
)

_INCOMES = ("disposable_income", "urban_disposable_income", "rural_disposable_income")
_GROWTH = tuple(f"{income}_growth" for income in _INCOMES)
_LEAST = 0.003
"""By how much a year incomes must have lagged."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Incomes of the past period that grew less than the economy, with the target that asks for step."""
    promise = _promise(inspection)
    found = inspection.derived(quantities)
    if promise is None:
        return
    for (identity, region), quantity in found.items():
        if identity != "gdp":
            continue
        economy = next((each for each in quantity.of("growth", "multiple") if _past(each)), None)
        if economy is None:
            continue
        slower = [
            said
            for income in _INCOMES
            if (of := found.get((income, region))) is not None
            for said in of.of("growth", "multiple")
            if _past(said) and (said.first, said.last) == (economy.first, economy.last)
            and _yearly(said) < _yearly(economy) - _LEAST
        ]  # fmt: skip
        if slower:
            rates = "、".join(f"{said.subject}{shown(100 * _yearly(said), 2)}%" for said in slower)
            whole = shown(100 * _yearly(economy), 2)
            message = Words(
                f"{economy.first}—{economy.last}年年均增速：{rates}，低于经济的{whole}%，而规划要求同步增长",
                f"yearly growth {economy.first}-{economy.last}: {rates}, below the economy's {whole} %, yet the plan "
                "says that incomes are to keep pace",
            )
            yield Fault(message, tuple(sorted({economy.span, promise, *(said.span for said in slower)})))


def _past(saying: Saying) -> bool:
    return not saying.planned and (saying.years or 0) > 1


def _yearly(saying: Saying) -> float:
    years = saying.years or 1
    return saying.value if saying.kind == "growth" else saying.value ** (1 / years) - 1


def _promise(inspection: Inspection) -> Span | None:
    """Where the plan first says that incomes grow as the economy does."""
    rows = [
        item.span
        for item in inspection.plan.commitments
        if item.concept in _GROWTH and item.target.kind == "relative" and item.target.relative_to is not None
    ]
    return min(rows, default=None)


_TITLE = "青禾市国民经济和社会发展第十四个五年规划纲要\n第一章 发展基础\n"
_GOAL = "第二章 “十四五”主要目标\n到2025年，⟦居民收入增长和经济增长基本同步⟧。\n"
FINDS = [
    _TITLE
    + "2020年地区生产总值512.6亿元，是2015年的⟦1.5倍⟧；城镇居民人均可支配收入30570元，是2015年的⟦1.2倍⟧。\n"
    + _GOAL,
]
PASSES = [
    _TITLE + "2020年地区生产总值512.6亿元，是2015年的1.3倍；城镇居民人均可支配收入30570元，是2015年的1.4倍。\n"
    "第二章 “十四五”主要目标\n到2025年，居民收入增长和经济增长基本同步。\n",
    _TITLE + "2020年地区生产总值512.6亿元，是2015年的1.5倍；城镇居民人均可支配收入30570元，是2015年的1.2倍。\n",
]
