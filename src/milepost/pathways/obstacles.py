"""Why a target cannot be assessed, whatever the data say: a code for each reason, with the words for it."""

from __future__ import annotations

from typing import Final

from milepost.checks.model import Words

OBSTACLES: Final[dict[str, Words]] = {
    "safeguard": Words(
        "以人员搬迁、安置或转移数量为目标，须作保障审查，不按完成数量评分",
        "it counts people being moved, resettled or transferred: a matter of safeguard review, never scored by number",
    ),
    "discretionary": Words("目标没有可据以判断的数值", "no number can settle it"),
    "deferred": Words("目标值由上级或以后年度确定，尚未明确", "the figure is left to others or to later years"),
    "relation_unknown": Words("参照对象不是可对应的指标", "what it is held against is no indicator that can be found"),
    "relation_margin": Words(
        "高出参照指标的幅度未说明按年还是按全期计算", "it is not said whether the margin is a yearly one"
    ),
    "no_number": Words("没有目标值", "there is no figure to be reached"),
    "unit_unknown": Words("计量单位无法识别", "the unit is not known"),
    "no_period": Words("没有起止年份，无法累计或折算增速", "there is no first year from which to add up or compound"),
}
"""Code → words, in the order in which they are looked for: the first that holds is told."""
