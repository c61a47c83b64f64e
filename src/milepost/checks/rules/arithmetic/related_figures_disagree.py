"""Figures that define each other do not tie: a ratio, its two terms; a total, its value per head.

## 查什么
按定义应当相等的三个数：人均地区生产总值与地区生产总值、常住人口；城乡居民收入比与城镇、农村居民人均可支配收入；
城镇化率与城镇人口、常住人口；各类占比与其分子、分母。只比较同一年份的数。

## 为什么要紧
三个数中至少一个有误，或口径（年末数、平均数、户籍、常住）不同而未注明。

## What it checks
Three figures of one year of which one is defined by the other two: GDP, its value per head and the population; the
urban-rural income ratio and both incomes; the urbanisation rate and both populations; shares, their parts and wholes.

## Why it matters
One of the three is wrong at least, or they are counted on different bases and the document does not say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.printed import shown
from milepost.checks.quantities import Quantity, Saying, quantities

RULE = Rule(
    code="AR20",
    name="related-figures-disagree",
    severity="warning",
    title=Words("互为定义的数据对不上", "figures that define each other do not tie"),
    advice=Words("核对三个数据；口径不同的应注明。", "Check all three; where they differ in what they cover, say so."),
    parameters=(
        Parameter(
            "tolerance", 0.03, 0.0, 0.5,
            Words("允许的相对差", "difference allowed, as a part, for averages against year-end figures"),
        ),
    ),
)  # fmt: skip

# Ratio, the term above, the term below.
_RATIOS: tuple[tuple[str, str, str], ...] = (
    ("gdp_per_capita", "gdp", "resident_population"),
    ("income_gap", "urban_disposable_income", "rural_disposable_income"),
    ("urbanisation_rate", "urban_population", "resident_population"),
    ("primary_share", "primary_value_added", "gdp"),
    ("secondary_share", "secondary_value_added", "gdp"),
    ("services_share", "services_value_added", "gdp"),
    ("manufacturing_share", "manufacturing_value_added", "gdp"),
    ("digital_core_share", "digital_core_value_added", "gdp"),
    ("livestock_share", "livestock_output_value", "agricultural_output_value"),
    ("tax_share_of_revenue", "tax_revenue", "public_budget_revenue"),
    ("rd_intensity", "rd_expenditure", "gdp"),
)
_MOST = 3
"""Of more values for one year none is compared: they are of different places or things."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Ratios that no pair of their terms for the same year gives."""
    tolerance = inspection.parameter(RULE, "tolerance")
    found = inspection.derived(quantities)
    for (identity, region), quantity in found.items():
        for ratio, above, below in _RATIOS:
            if identity != ratio:
                continue
            over, under = found.get((above, region)), found.get((below, region))
            if over is None or under is None:
                continue
            for year in sorted({each.last for each in quantity.of("level") if each.last is not None}):
                terms = [_in_year(each, year) for each in (quantity, over, under)]
                if all(terms) and not any(
                    _ties(one, two, three, tolerance) for one, two, three in product(terms[0], terms[1], terms[2])
                ):
                    yield _fault(inspection, terms[0][0], terms[1][0], terms[2][0])


def _in_year(quantity: Quantity, year: int) -> list[Saying]:
    """The exact values of a year, none if there are too many to tell which is the region's."""
    values = [each for each in quantity.of("level") if each.last == year and each.comparator in ("eq", "approx")]
    return values if len({each.value for each in values}) <= _MOST else []


def _ties(ratio: Saying, above: Saying, below: Saying, tolerance: float) -> bool:
    return below.value <= 0 or above.interval.over(below.interval).widened(tolerance).meets(ratio.interval)


def _fault(inspection: Inspection, ratio: Saying, above: Saying, below: Saying) -> Fault:
    said, top, bottom = (each.span.of(inspection.folded).strip() for each in (ratio, above, below))
    raw = "".join(sign for sign in said if sign.isdigit() or sign == ".")
    scale = float(raw) / ratio.value if raw and ratio.value else 1.0
    made = shown(above.value / below.value * scale)
    message = Words(
        f"{above.subject}{top}与{below.subject}{bottom}相除为{made}（同一单位），与{ratio.subject}{said}不符",
        f"{above.subject} {top} over {below.subject} {bottom} is {made} (same unit), not the {said} of {ratio.subject}",
    )
    return Fault(message, tuple(sorted({ratio.span, above.span, below.span})))


_TITLE = "青禾市国民经济和社会发展第十四个五年规划纲要\n第一章 发展基础\n"
FINDS = [
    _TITLE + "2020年，城镇、农村居民人均可支配收入分别达到⟦34260元⟧和⟦17840元⟧，城乡居民收入比为⟦2.92⟧。\n",
]
PASSES = [
    _TITLE + "2020年，城镇、农村居民人均可支配收入分别达到34260元和17840元，城乡居民收入比为1.92。\n",
    _TITLE + "2020年，城镇、农村居民人均可支配收入分别达到34260元和17840元。2015年城乡居民收入比为2.1。\n",
]
