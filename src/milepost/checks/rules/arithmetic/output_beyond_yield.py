"""Area and output of a crop imply a yield that is hardly possible.

## 查什么
同一作物的面积与产量相除，亩产超出一般范围（见下表的上下限，按公开统计的各地单产放宽）。

## 为什么要紧
面积、产量或口径（如是否含复种、皮棉还是籽棉、是否已进入盛果期）至少有一项需要核对或注明。

## What it checks
Output divided by area of one crop, where the yield lies outside of what regions reach (the bounds below, drawn wide
around published yields).

## Why it matters
Area, output or what they cover (double cropping, lint or seed cotton, orchards not yet bearing) should be checked or
stated.

## References
National Bureau of Statistics of China, China Statistical Yearbook, chapter on agriculture: output of major farm
products per hectare, by region.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.printed import shown
from milepost.checks.quantities import Quantity, Saying, quantities

RULE = Rule(
    code="AR19",
    name="output-beyond-yield",
    severity="info",
    title=Words("面积与产量推算的单产异常", "area and output imply an unusual yield"),
    advice=Words("核对面积、产量及其口径。", "Check area and output, and what they cover."),
    parameters=(
        Parameter(
            "margin", 0.15, 0.0, 2.0,
            Words("超出一般范围多少才报告", "by what part a yield must lie beyond what is usual"),
        ),
    ),
)  # fmt: skip

_LOOSELY = 2  # a figure said with "about" or "and more" has so many times the margin
_AHEAD = 1.5  # times the plan's own yield at the start that is beyond what a few years bring

# Area, outputs, lowest and highest kilograms per mu of a region's average: from a third of the national average
# to what irrigated maize brings; of orchards a part does not bear yet.
_CROPS: tuple[tuple[str, tuple[str, ...], float, float], ...] = (
    ("grain_area", ("grain_output", "grain_capacity"), 130, 1000),
    ("cotton_area", ("cotton_output", "cotton_capacity"), 50, 450),
    ("oil_crop_area", ("oil_crop_output",), 60, 400),
    ("sugar_crop_area", ("sugar_crop_output",), 2000, 8000),
    ("vegetable_area", ("vegetable_output",), 700, 8000),
    ("orchard_area", ("fruit_output",), 100, 4000),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Crops whose area and output for one year do not fit."""
    found = inspection.derived(quantities)
    for area_concept, output_concepts, low, high in _CROPS:
        for (concept, region), area in [item for item in found.items() if item[0][0] == area_concept]:
            assert concept == area_concept
            for output_concept in output_concepts:
                output = found.get((output_concept, region))
                fault = output and _beyond(inspection, area, output, low, high)
                if fault:
                    yield fault
                    break


def _beyond(inspection: Inspection, area: Quantity, output: Quantity, low: float, high: float) -> Fault | None:
    pairs = [pair for pair in product(area.of("level"), output.of("level")) if _comparable(*pair)]
    before = [1000 * grown.value / sown.value for sown, grown in pairs if not sown.planned and not grown.planned]
    high = min(high, max((_AHEAD * each for each in before if each > low), default=high))
    for sown, grown in pairs:
        loosely = "eq" not in (sown.comparator, grown.comparator) or sown.comparator != grown.comparator
        room = inspection.parameter(RULE, "margin") * (_LOOSELY if loosely else 1)
        implied = grown.interval.over(sown.interval)
        # “4万吨以上” allows for more than 4, but it is 4 that the plan asks for.
        asked = 1000 * grown.value / sown.value
        if 1000 * implied.low > high * (1 + room) or asked < low * (1 - room):
            return _fault(inspection, sown, grown, (low, high))
    return None


def _comparable(sown: Saying, grown: Saying) -> bool:
    """Whether both are of one year and one whole: the table's, or stated close to each other."""
    one_year = sown.last is not None and sown.last == grown.last and (sown.unit, grown.unit) == ("mu", "t")
    return one_year and sown.value > 0 and grown.value > 0 and abs(sown.span.start - grown.span.start) < 200


def _fault(inspection: Inspection, sown: Saying, grown: Saying, bounds: tuple[float, float]) -> Fault:
    asked = 1000 * grown.value / sown.value
    implied, above = shown(asked, 3), asked > bounds[0]
    area, output = sown.span.of(inspection.folded), grown.span.of(inspection.folded)
    message = Words(
        f"{grown.subject}{output}、面积{area}，折合亩产{implied}公斤，{'高' if above else '低'}于一般范围"
        f"（{bounds[0]:g}—{bounds[1]:g}公斤）",
        f"{grown.subject}: {output} on {area} is {implied} kg per mu, {'above' if above else 'below'} the usual "
        f"{bounds[0]:g} to {bounds[1]:g}",
    )
    return Fault(message, (sown.span, grown.span))


_TITLE = "# 青禾市国民经济和社会发展第十四个五年规划纲要\n\n# 第一章 农业\n\n"
FINDS = [
    _TITLE + "到2025年，粮食种植面积稳定在⟦100万亩⟧，粮食产量达到⟦120万吨⟧。\n",
    _TITLE + "到2025年，粮食种植面积稳定在⟦100万亩⟧，粮食产量达到⟦8万吨⟧。\n",
]
PASSES = [
    _TITLE + "到2025年，粮食种植面积稳定在100万亩，粮食综合生产能力达到80万吨。\n",
    _TITLE + "到2025年，林果种植面积稳定在20万亩左右，果品产量达到4万吨以上。\n",
    _TITLE + "到2025年，粮食种植面积稳定在100万亩，粮食产量达到45万吨。\n",
    _TITLE + "到2025年，棉花种植面积稳定在30万亩，棉花产量达到4.2万吨。\n",
]
