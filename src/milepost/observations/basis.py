"""口径: on which prices, coverage or population a figure is given, read from free text, and whether two bases differ.

A basis is a set of codes, each of one dimension (`BASIS_DIMENSIONS`). A code may carry a detail:
`constant_prices:2020`, `index:2015`, `threshold:5000000` (yuan). What no language knows is kept as `stated:…`, so that
two texts that nobody can compare still do not fall together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from milepost.checks.model import Words
from milepost.languages.table import LANGUAGES, series_words_of

Comparison = Literal["same", "differs", "unknown"]

STATED = "stated"
_TEN_THOUSAND = 10_000
_LOOSE_BLANK = re.compile(r"(?<=[\u4e00-\u9fff=])\s+|\s+(?=[\u4e00-\u9fff=])")
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class BasisDimension:
    """A way in which bases differ: its name, its codes with the words for them, and how they go together.

    Codes exclude each other unless the pair stands in `together`. `silent_doubt` says whether it is worth a doubt that
    one side does not state it: nobody writes that an annual figure is that of the calendar year.
    """

    words: Words
    codes: dict[str, Words]
    together: frozenset[frozenset[str]] = frozenset()
    silent_doubt: bool = True


def _pairs(*pairs: tuple[str, str]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in pairs)


BASIS_DIMENSIONS: Final[dict[str, BasisDimension]] = {
    "price": BasisDimension(
        Words("价格", "prices"),
        {
            "current_prices": Words("当年价格", "current prices"),
            "constant_prices": Words("可比价格", "constant prices"),
            "index_previous_year": Words("上年=100", "previous year = 100"),
            "index": Words("指数", "index"),
        },
        _pairs(("constant_prices", "index_previous_year"), ("constant_prices", "index")),
    ),
    "population": BasisDimension(
        Words("人口口径", "population counted"),
        {
            "resident_population": Words("常住人口", "resident population"),
            "registered_population": Words("户籍人口", "registered population"),
        },
    ),
    "enumeration": BasisDimension(
        Words("人口调查方式", "census or yearly"),
        {
            "census": Words("人口普查", "population census"),
            "yearly_estimate": Words("年度推算", "yearly estimate"),
        },
        silent_doubt=False,
    ),
    "collection": BasisDimension(
        Words("数据来源方式", "how it is collected"),
        {
            "survey": Words("抽样调查", "sample survey"),
            "registered": Words("行政登记", "administrative register"),
        },
        silent_doubt=False,
    ),
    "corps": BasisDimension(
        Words("兵团", "the corps"),
        {
            "with_corps": Words("含兵团", "including the corps"),
            "without_corps": Words("不含兵团", "excluding the corps"),
        },
    ),
    "scale": BasisDimension(
        Words("统计范围", "units covered"),
        {
            "whole_society": Words("全社会", "whole society"),
            "above_scale": Words("规模以上", "enterprises above designated size"),
            "below_scale": Words("规模以下", "enterprises below designated size"),
            "above_quota": Words("限额以上", "enterprises above quota"),
            "threshold": Words("起点以上", "above a threshold"),
            "without_rural_households": Words("不含农户", "excluding rural households"),
            "with_rural_households": Words("含农户", "including rural households"),
        },
        _pairs(
            ("threshold", "without_rural_households"), ("threshold", "above_scale"), ("threshold", "above_quota"),
            ("threshold", "with_rural_households"), ("whole_society", "with_rural_households"),
        ),
    ),
    "extent": BasisDimension(
        Words("地域范围", "extent"),
        {
            "whole_region": Words("全域", "whole region"),
            "city_proper": Words("市辖区", "city proper"),
            "own_level": Words("本级", "own level"),
        },
        silent_doubt=False,
    ),
    "comparison": BasisDimension(
        Words("同比口径", "what it is compared with"),
        {
            "same_coverage": Words("同口径", "same coverage as the year before"),
            "natural_coverage": Words("自然口径", "natural coverage"),
            "without_tax_refunds": Words("扣除留抵退税", "excluding tax refunds"),
        },
        _pairs(("same_coverage", "without_tax_refunds")),
    ),
    "date": BasisDimension(
        Words("时点", "date"),
        {
            "year_end": Words("年末", "end of year"),
            "year_average": Words("年平均", "annual average"),
            "calendar_year": Words("当年累计", "sum of the calendar year"),
            "financial_year": Words("财政年度", "financial year"),
        },
        silent_doubt=False,
    ),
    "season": BasisDimension(
        Words("季节调整", "seasonal adjustment"),
        {
            "seasonally_adjusted": Words("季节调整", "seasonally adjusted"),
            "unadjusted": Words("未经季节调整", "not seasonally adjusted"),
        },
        silent_doubt=False,
    ),
    "conversion": BasisDimension(
        Words("货币折算", "conversion of money"),
        {
            "purchasing_power": Words("购买力平价", "purchasing power parity"),
            "exchange_rate": Words("汇率", "exchange rate"),
        },
        silent_doubt=False,
    ),
    "estimate": BasisDimension(
        Words("估计方法", "who estimated it"),
        {
            "modelled": Words("模型估计", "modelled estimate"),
            "national_estimate": Words("各国估计", "national estimate"),
        },
        silent_doubt=False,
    ),
    STATED: BasisDimension(Words("其他口径", "stated otherwise"), {STATED: Words("其他口径", "stated otherwise")}),
}
"""All dimensions of a basis; concepts name their usual basis in the same codes."""


@cache
def dimension_of(code: str) -> str | None:
    """The dimension that a code belongs to, None for one that no dimension has.

    >>> dimension_of("constant_prices:2020"), dimension_of("threshold:5000000"), dimension_of("colour")
    ('price', 'scale', None)
    """
    bare = code.partition(":")[0]
    return next((name for name, dimension in BASIS_DIMENSIONS.items() if bare in dimension.codes), None)


@lru_cache(maxsize=65536)
def basis_codes(text: str | None) -> frozenset[str]:
    """The codes that a text on the basis states; whatever no language knows stays as `stated:…`.

    >>> sorted(basis_codes("2020年可比价，不含兵团")), sorted(basis_codes("七普县级资料口径"))
    (['constant_prices:2020', 'without_corps'], ['census', 'stated:县级'])
    >>> sorted(basis_codes("计划总投资500万元及以上，不含农户")), basis_codes("")
    (['threshold:5000000', 'without_rural_households'], frozenset())
    """
    rest = plain_text(text)
    if not rest:
        return _NOTHING
    found: set[str] = set()
    for code in LANGUAGES:
        words = series_words_of(code)
        for name, pattern in words.bases:
            rest = pattern.sub(lambda match, name=name: _taken(name, match, found), rest)  # type: ignore[misc]
    for code in LANGUAGES:
        rest = series_words_of(code).fillers.sub(" ", rest)
    left = " ".join(rest.split())
    return frozenset(found | {f"{STATED}:{left}"} if left else found)


@lru_cache(maxsize=65536)
def basis_of_name(indicator: str) -> frozenset[str]:
    """The codes that the name of an indicator states.

    >>> sorted(basis_of_name("规模以上工业增加值（可比价）")), sorted(basis_of_name("常住人口城镇化率"))
    (['above_scale', 'constant_prices'], ['resident_population'])
    """
    rest = plain_text(indicator)
    found: set[str] = set()
    for code in LANGUAGES:
        words = series_words_of(code)
        for name, pattern in words.bases:
            if name in words.name_bases:
                rest = pattern.sub(lambda match, name=name: _taken(name, match, found), rest)  # type: ignore[misc]
    return frozenset(found)


def plain_text(text: str | None) -> str:
    """A text as bases are looked for in it: NFKC, lower case, without blanks beside Chinese characters.

    >>> plain_text(" 上年 = 100 "), plain_text("Constant 2015  US$")
    ('上年=100', 'constant 2015 us$')
    """
    words = " ".join(unicodedata.normalize("NFKC", text or "").casefold().split())
    return _LOOSE_BLANK.sub("", words)


def _taken(code: str, match: re.Match[str], found: set[str]) -> str:
    detail = match.groupdict().get("detail")
    if detail and code == "threshold":
        detail = str(int(detail) * _TEN_THOUSAND)
    found.add(f"{code}:{detail}" if detail else code)
    return ";"


def basis_words(codes: Iterable[str]) -> Words:
    """A basis in words, in the order of the dimensions; such words give the same codes when they are read.

    >>> basis_words(["resident_population", "constant_prices:2020"])
    Words(zh='2020年可比价格、常住人口', en='constant 2020 prices, resident population')
    """
    order = list(BASIS_DIMENSIONS)
    known = sorted((order.index(name), code) for code in set(codes) if (name := dimension_of(code)))
    said = [_word(code) for _, code in known]
    return Words("、".join(each.zh for each in said), ", ".join(each.en for each in said))


def _word(code: str) -> Words:
    bare, _, detail = code.partition(":")
    if bare == "constant_prices" and detail:
        return Words(f"{detail}年可比价格", f"constant {detail} prices")
    if bare == "index":
        return Words(f"{detail}年=100", f"{detail} = 100") if detail else Words("指数", "index")
    if bare == "threshold" and detail:
        amount = f"{int(detail) // _TEN_THOUSAND}万元及以上"
        return Words(amount, amount)
    if bare == STATED:
        return Words(detail, detail)
    return BASIS_DIMENSIONS[dimension_of(bare) or STATED].codes[bare]


def compare(observed: frozenset[str], asked: frozenset[str]) -> Comparison:
    """Whether two bases are the same, known to differ, or not known to be the same.

    They differ only when both state a code of one dimension and the codes exclude each other. It is not known when
    one is silent where the other speaks, in a dimension where silence is a doubt, or when words that no language knows
    are not the same.

    >>> compare(frozenset({"current_prices"}), frozenset({"constant_prices"}))
    'differs'
    >>> compare(frozenset({"constant_prices:2020"}), frozenset({"constant_prices"}))
    'same'
    >>> compare(frozenset(), frozenset({"without_corps"}))
    'unknown'
    """
    if observed == asked:
        return "same"
    doubt = False
    for name, dimension in BASIS_DIMENSIONS.items():
        ours = [code for code in observed if dimension_of(code) == name]
        theirs = [code for code in asked if dimension_of(code) == name]
        if name == STATED:
            doubt |= set(ours) != set(theirs)
        elif ours and theirs:
            if not any(_agree(one, other, dimension) for one in ours for other in theirs):
                return "differs"
        else:
            doubt |= dimension.silent_doubt and bool(ours or theirs)
    return "unknown" if doubt else "same"


def _agree(one: str, other: str, dimension: BasisDimension) -> bool:
    bare, _, detail = one.partition(":")
    other_bare, _, other_detail = other.partition(":")
    if bare != other_bare:
        return frozenset((bare, other_bare)) in dimension.together
    return not detail or not other_detail or detail == other_detail
