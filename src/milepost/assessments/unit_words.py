"""Words for units in Chinese and English, so that a figure of a Chinese plan can be said in English and back."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from milepost.checks.model import Words


class Scaled(NamedTuple):
    """A unit of a dimension: so many base units, and the words for it."""

    factor: float
    words: Words


UNIT_WORDS: Final[dict[str, tuple[Scaled, ...]]] = {
    "1": (Scaled(1, Words("", "")),),
    "CNY": (Scaled(1, Words("元", "yuan")),),
    "USD": (Scaled(1, Words("美元", "US dollars")),),
    "EUR": (Scaled(1, Words("欧元", "euros")),),
    "HKD": (Scaled(1, Words("港元", "Hong Kong dollars")),),
    "GBP": (Scaled(1, Words("英镑", "pounds sterling")),),
    "PHP": (Scaled(1, Words("菲律宾比索", "pesos")),),
    "KES": (Scaled(1, Words("肯尼亚先令", "Kenya shillings")),),
    "RWF": (Scaled(1, Words("卢旺达法郎", "Rwandan francs")),),
    "INR": (Scaled(1, Words("卢比", "rupees")),),
    "NGN": (Scaled(1, Words("奈拉", "naira")),),
    "t": (Scaled(0.0005, Words("斤", "jin")), Scaled(0.001, Words("公斤", "kg")), Scaled(1, Words("吨", "tonnes"))),
    "tce": (Scaled(1, Words("吨标准煤", "tonnes of coal equivalent")),),
    "toe": (Scaled(1, Words("吨油当量", "tonnes of oil equivalent")),),
    "mu": (Scaled(1, Words("亩", "mu")), Scaled(15, Words("公顷", "hectares"))),
    "m2": (Scaled(1, Words("平方米", "square metres")), Scaled(1e6, Words("平方公里", "square kilometres"))),
    "m3": (Scaled(1, Words("立方米", "cubic metres")),),
    "m": (
        Scaled(0.001, Words("毫米", "mm")), Scaled(0.01, Words("厘米", "cm")), Scaled(1, Words("米", "metres")),
        Scaled(1000, Words("公里", "km")),
    ),
    "t*m": (Scaled(1000, Words("吨公里", "tonne-kilometres")),),
    "person*m": (Scaled(1000, Words("人公里", "passenger-kilometres")),),
    "nmi": (Scaled(1, Words("海里", "nautical miles")),),
    "W": (
        Scaled(1, Words("瓦", "W")), Scaled(1000, Words("千瓦", "kW")), Scaled(1e6, Words("兆瓦", "MW")),
        Scaled(1e9, Words("吉瓦", "GW")),
    ),
    "Wh": (Scaled(1, Words("瓦时", "Wh")), Scaled(1000, Words("千瓦时", "kWh"))),
    "J": (Scaled(1, Words("焦耳", "joules")),),
    "VA": (Scaled(1000, Words("千伏安", "kVA")), Scaled(1e6, Words("兆伏安", "MVA"))),
    "bit/s": (
        Scaled(1e6, Words("兆比特/秒", "Mbit/s")), Scaled(1e9, Words("吉比特/秒", "Gbit/s")),
        Scaled(1e12, Words("太比特/秒", "Tbit/s")),
    ),
    "flop/s": (Scaled(1e15, Words("PFLOPS", "PFLOPS")), Scaled(1e18, Words("EFLOPS", "EFLOPS"))),
    "byte": (Scaled(1e12, Words("TB", "TB")), Scaled(1e15, Words("PB", "PB")), Scaled(1e18, Words("EB", "EB"))),
    "L": (Scaled(1, Words("升", "litres")),),
    "g": (Scaled(1e-6, Words("微克", "µg")), Scaled(1e-3, Words("毫克", "mg")), Scaled(1, Words("克", "g"))),
    "person": (Scaled(1, Words("人", "people")),),
    "household": (Scaled(1, Words("户", "households")),),
    "year": (Scaled(1, Words("年", "years")),),
    "month": (Scaled(1, Words("个月", "months")),),
    "day": (Scaled(1, Words("天", "days")),),
    "hour": (Scaled(1, Words("小时", "hours")),),
    "minute": (Scaled(1, Words("分钟", "minutes")),),
    "degree_celsius": (Scaled(1, Words("摄氏度", "°C")),),
    "decibel": (Scaled(1, Words("分贝", "dB")),),
    "teu": (Scaled(1, Words("标箱", "TEU")),),
}  # fmt: skip
"""Code of a base unit → the units of its dimension that are written, from the smallest up."""

ONE_OF: Final[dict[str, Words]] = {
    "t": Words("吨", "tonne"), "mu": Words("亩", "mu"), "m2": Words("平方米", "square metre"),
    "m3": Words("立方米", "cubic metre"),
    "m": Words("米", "metre"), "Wh": Words("瓦时", "Wh"), "L": Words("升", "litre"),
    "person": Words("人", "person"), "household": Words("户", "household"), "year": Words("年", "year"),
    "month": Words("月", "month"), "day": Words("天", "day"), "hour": Words("小时", "hour"),
    "minute": Words("分钟", "minute"),
}  # fmt: skip
"""What stands behind "per", where it differs from the word for several."""


def scaled(code: str, factor: float) -> Scaled | None:
    """The unit that figures of a dimension are written in where the printed one is `factor` base units.

    The largest of which the printed unit is ten, a hundred … ; else the largest that is no larger, else the smallest.
    None for a dimension without words.

    >>> scaled("W", 1e7).words.en, scaled("m", 1000).words.zh, scaled("mu", 1e4).words.en
    ('MW', '公里', 'mu')
    """
    units = UNIT_WORDS.get(code)
    if units is None:
        return None
    smaller = [each for each in reversed(units) if each.factor <= factor * (1 + 1e-9)]
    decimal = (each for each in smaller if abs(math.log10(factor / each.factor) % 1 - 0.5) > 0.5 - 1e-9)
    return next(decimal, smaller[0] if smaller else units[0])
