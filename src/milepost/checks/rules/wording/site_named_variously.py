"""A site has several names that differ by a part often left out.

## 查什么
同一地方的中心、园区、场站等，名称只差“国际”“国家级”“省”“市”等字样，或引号内名称相同、后缀只差一字，如“某市物流中心”与“某市国际物流中心”。
每处报一次。

## 为什么要紧
名称不一，读者分不清是一处还是两处，项目归集会重复或遗漏。

## What it checks
A centre, park or other site of one place bears names that differ only by words such as international or provincial.

## Why it matters
Is it one site or two? Lists of projects count it twice or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

LEAST_CONFIDENCE = 0.6
LEAST_LENGTH = 5

RULE = Rule(
    code="WO26",
    name="site-named-variously",
    severity="info",
    title=Words("同一设施名称不一", "a site has several names"),
    advice=Words("统一名称，或说明是不同设施。", "Give it one name, or say that there are two."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Names of sites at one place, or of quoted ones, that are one when the loose parts are left out."""
    for named in (*_at_places(inspection), *_quoted(inspection)):
        if len(named) > 1:
            zh = "、".join(f"“{inner(name)}”" for name in named)
            en = ", ".join(map(quoted, named))
            message = Words(f"可能是同一设施而名称不一：{zh}", f"perhaps one site by several names: {en}")
            yield Fault(message, tuple(sorted(named.values())))


def _at_places(inspection: Inspection) -> Iterable[dict[str, Span]]:
    """Names that begin with the same place, and go on alike but for the loose parts."""
    words, text = inspection.words.naming, inspection.folded
    sites: dict[str, dict[str, Span]] = {}
    for start, end in sorted({place.span for place in inspection.plan.places if place.confidence >= LEAST_CONFIDENCE}):
        rest = words.premises.match(text, end)
        if rest is not None:
            name = text[start : rest.end()]
            key = words.loose_part.sub("", name)
            if len(key) >= LEAST_LENGTH:
                plain = words.loose_rank.sub("", name)
                sites.setdefault(key, {}).setdefault(plain, Span(start, rest.end()))
    return [{place.of(text): place for place in named.values()} for named in sites.values()]


def _quoted(inspection: Inspection) -> Iterable[dict[str, Span]]:
    """Names in quotation marks followed by two words for what they are that differ by one character."""
    sites: dict[str, dict[str, Span]] = {}
    for found in inspection.words.naming.quoted_site.finditer(inspection.folded):
        named = sites.setdefault(found["name"], {})
        if all(abs(len(each) - len(found[0])) == 1 for each in named if each != found[0]):
            named.setdefault(found[0], Span(*found.span()))
    return sites.values()


FINDS = [
    "# 合作\n建设⟦“云上青禾”示范区⟧、⟦“云上青禾”示范园区⟧。\n",
    (
        "塔城地区国民经济和社会发展第十四个五年规划纲要\n第一章  物流\n"
        "打造⟦乌苏商贸物流中心⟧，建成⟦乌苏国际商贸物流中心⟧。\n"
    ),
]
PASSES = [
    "# 合作\n与河东农科院签约，成立河东省农科院青禾分院。\n",
    "塔城地区国民经济和社会发展第十四个五年规划纲要\n第一章  物流\n打造乌苏商贸物流中心，建成额敏国际商贸物流中心。\n",
    "塔城地区国民经济和社会发展第十四个五年规划纲要\n第一章  物流\n打造乌苏物流中心，建成乌苏国际机场。\n",
]
