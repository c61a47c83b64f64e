"""Why a method says nothing of a case: a code for each reason, with the words for it. Kept in the codes' order."""

from __future__ import annotations

from typing import Final

from milepost.checks.model import Words
from milepost.pathways.obstacles import OBSTACLES

REASONS: Final[dict[str, Words]] = {
    "all_zero": Words("历年数值均为零，无从预测", "all values are zero, so nothing tells how far they may move"),
    "base_zero": Words(
        "基期值为零，年均增速无从计算", "the base is zero, so there is no yearly rate of change to speak of"
    ),
    "basis_differs": Words("统计口径与规划口径不同", "the statistics are on another basis than the plan"),
    "count_falls": Words(
        "逐年数时增时减，不能判断是当年数还是累计数",
        "the yearly figures fall, so they may be totals or amounts of each year",
    ),
    "form_differs": Words(
        "该方法不适用于这类目标（须全期保持，或以另一指标为参照）",
        "the method is not made for a target that is held all the time or held against another series",
    ),
    "goal_is_base": Words(
        "目标值与基期值相同，所需变化为零", "goal and base are equal, so no change is asked for that one could compare"
    ),
    "goal_not_after_base": Words("目标年份不晚于基期年份", "the goal's date is not later than the base's"),
    "goal_zero": Words("目标值为零，所需年均增速无从计算", "the goal is zero, which no yearly rate of change reaches"),
    "has_goal": Words("该方法只用于没有定量目标的指标", "the method is for series without a goal, and this has one"),
    "no_base": Words("缺少基期值", "there is no base"),
    "no_base_time": Words("缺少基期年份", "the year of the base is not known"),
    "no_current": Words("没有最新数据", "there is no latest value"),
    "no_current_time": Words("最新数据没有年份", "the year of the latest value is not known"),
    "no_direction": Words("无法判断该指标应升还是应降", "it is not known whether a rise or a fall is wanted"),
    "no_expected": Words("没有路径值可比", "the pathway asks for no value at this date"),
    "no_goal": Words("没有定量目标", "there is no goal in figures"),
    "no_goal_time": Words("目标没有完成期限", "the goal has no date"),
    "no_peers": Words("没有同类地区数据，离散程度无从计算", "there are no peers whose spread one could measure by"),
    "no_series": Words("没有可对应的统计数据", "no statistics are matched to it"),
    "no_share_for_part": Words(
        "规划目标未分解到该地区", "the target is one of the whole region and has not been shared out"
    ),
    "no_time_gone": Words("最新数据不晚于基期", "the latest value is not later than the base"),
    "no_value_since_base": Words("基期以后没有数据", "there is no value after the base"),
    "nominal_levels": Words(
        "水平值按当年价格或价格口径不明，不能据以推算实际增速",
        "levels at current prices, or at prices not stated, give no real growth",
    ),
    "not_finite": Words("计算结果超出可表示的范围", "the figures are out of the range that can be computed with"),
    "only_a_bound": Words("最新数据只是界限值，不足以判断", "the latest figure is only a bound, which decides nothing"),
    "reference_missing": Words("参照指标没有可用数据", "the series it is held against has no usable values"),
    "series_too_short": Words(
        "数据少于两个年份，无法外推", "there are fewer than two years of data, so no line to prolong"
    ),
    "sign_changes": Words(
        "基期值、最新值或目标值正负号不一致，年均增速无从计算",
        "the values change sign, so there is no yearly rate of change",
    ),
    "six_years_needed": Words("缺少最近连续六年的数据", "the method needs the last six years without a gap"),
    "span_too_short": Words("基期至今不足一年", "less than a year lies between base and latest value"),
    "too_far_ahead": Words("目标年份过远，无法预测", "the goal's date is too many years ahead to be forecast"),
    "too_few_values": Words(
        "数据少于三个年份，无法预测", "there are fewer than three years of data, too few for a forecast"
    ),
    "years_missing": Words("中间年份缺少数据，不能累计", "years in between have no data, so nothing can be added up"),
}
"""Code → words. A method gives the code in its column `reason`."""


def why(code: str) -> Words:
    """The words for why a target has no rating: for a reason of this table, or an obstacle of the target's own.

    >>> why("deferred").en
    'the figure is left to others or to later years'
    """
    return OBSTACLES[code] if code in OBSTACLES else REASONS[code]
