"""What is doubtful about a forecast, and why a series has none, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from milepost.checks.model import Words
from milepost.forecasts.model import LEAST_POINTS
from milepost.forecasts.packing import LARGEST

FEW: Final = 6
"""Fewer points than that are worth a doubt."""

REFUSED: Final[dict[str, Words]] = {
    "no_values": Words("没有可用的数值", "no value that is a number"),
    "no_yearly": Words("没有年度数", "no yearly figure"),
    "too_few_points": Words(f"年度数不足{LEAST_POINTS}个", f"fewer than {LEAST_POINTS} yearly values"),
    "two_values": Words("同一年份有两个不同数值", "two different values for one year"),
    "too_large": Words(f"数值超过{LARGEST:g}", f"a value beyond {LARGEST:g}"),
    "nothing_ahead": Words("该年份已有数据", "there are figures up to that year already"),
    "too_far": Words("距最后一个年度数过远", "too many years from its last value"),
}
"""Why a series is not forecast: code → words."""


def years_told(years: Sequence[int]) -> Words:
    """Years in a row of words.

    >>> years_told([2020, 2022]).zh, years_told([2020]).en
    ('2020、2022年', '2020')
    """
    return Words("、".join(map(str, years)) + "年", ", ".join(map(str, years)))


def few(points: int) -> Words:
    """So few values that little is known."""
    return Words(f"仅{points}个年度数，不确定性大", f"only {points} yearly values: much is unknown")


def gaps(number: int) -> Words:
    """Years missing within the series."""
    return Words(f"序列中缺{number}年", f"{number} year{'s are' if number > 1 else ' is'} missing within the series")


def still() -> Words:
    """A series that never moved."""
    return Words("历年数值不变，区间只反映一般误差", "the series never moved: the interval is a general one")


def declared(years: Sequence[int]) -> Words:
    """Breaks that were declared."""
    told = years_told(years)
    return Words(
        f"{told.zh}起口径变化（已声明），此前数据已衔接到新口径",
        f"declared: another basis from {told.en}; what lies before is spliced to it",
    )


def found(years: Sequence[int]) -> Words:
    """Breaks that were found."""
    told = years_told(years)
    return Words(
        f"{told.zh}水平突变，疑为口径或基数调整，此前数据已衔接到新水平",
        f"the level breaks in {told.en}, perhaps by another basis; what lies before is spliced to it",
    )


def off(years: Sequence[int]) -> Words:
    """Years off and back."""
    told = years_told(years)
    return Words(
        f"{told.zh}偏离后回复，推算时以前后年份的连线代替",
        f"off and back in {told.en}: the line between the years beside it is used",
    )


def impossible(number: int) -> Words:
    """Values beyond what can be true."""
    return Words(f"{number}个数值超出可能范围，未采用", f"left out: {number} beyond what can be true")


def unlike_a_share() -> Words:
    """A percentage of which no limits are known, below 0 or above 100."""
    return Words(
        "有小于0%或大于100%的数值，按变动率处理，不设上下限",
        "values below 0 % or above 100 %: taken as a rate without limits, not as a share",
    )


def bounds(number: int) -> Words:
    """Values that are stated as bounds."""
    return Words(
        f"{number}个“以上”“以下”数值未采用",
        f'left out: {number} stated as "at least" or "at most"',
    )


def rivals() -> Words:
    """Sources that differ on the last value."""
    return Words("最后一年的数据各来源不一致", "sources differ on the last value")


def far(years: int) -> Words:
    """Years ahead beyond those that errors are known of."""
    return Words(
        f"第{years + 1}年起的误差无实测依据，为外推",
        f"beyond {years} years ahead the width is carried on, not measured",
    )


def nowcast(year: int, months: int, how: str, years: int) -> Words:
    """A first year that was told from a part of it."""
    zh, en = {
        "share": (f"近{years}年同期占全年的比重", f"the share of such figures in {years} past years"),
        "last_year": ("上年同期占全年的比重", "the share of one past year"),
        "months": ("月份数，无往年同期数，误差较大", "the months gone, for want of past years: a rough guide"),
    }[how]
    return Words(
        f"{year}年据1—{months}月累计数推算，依据{zh}",
        f"{year} is told from its first {months} months, by {en}",
    )


def apart(share: float) -> Words:
    """Parts that did not make up the whole."""
    return Words(
        f"各地合计为整体的{share:.1%}，未作衔接", f"the parts made up {share:.1%} of the whole: not reconciled"
    )


def together() -> Words:
    """Forecasts made to add up."""
    return Words("已与整体和各地的推算数衔接，合计一致", "reconciled: parts and whole add up")
