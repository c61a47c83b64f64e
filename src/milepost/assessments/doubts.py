"""What makes a result less sure without making it impossible: a code for each doubt, in words, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from milepost.checks.model import Words
from milepost.observations.model import Trust


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt in words; `factor` is what is left of the confidence. The factors are ours: an order, no probability."""

    words: Words
    factor: float


DOUBTS: Final[dict[str, Doubt]] = {
    "baseline_contradicted": Doubt(
        Words("规划基期值与同年统计数不符", "statistics of the same year contradict the plan's baseline"), 0.6
    ),
    "met_before": Doubt(
        Words("按统计数，目标在基期已经达到", "by the statistics the target was met before the plan began"), 1.0
    ),
    "sources_differ": Doubt(Words("不同来源的数据不一致", "sources give different values"), 0.8),
    "basis_unknown": Doubt(
        Words("统计口径与规划口径是否一致尚不明确", "it is not known whether both are on the same basis"), 0.8
    ),
    "nominal_against_real": Doubt(
        Words("名义增速与实际增速相比", "growth at current prices is held against growth at constant prices"), 0.7
    ),
    "years_missing": Doubt(Words("部分年份缺少数据", "some years have no data"), 0.8),
    "bound": Doubt(Words("最新数据只是界限值，并非准确数", "the latest figure is a bound, not an exact value"), 0.9),
    "part_year": Doubt(Words("含年内累计数", "it includes a part of a year"), 0.9),
    "parts_added": Doubt(Words("年度数由分期数加总得出", "yearly values are added up from parts of the year"), 0.95),
    "taken_as_total": Doubt(
        Words("逐年数按截至当年的累计数理解", "yearly figures are taken for totals up to each year"), 0.8
    ),
    "stale": Doubt(Words("最新数据距评估时点较久", "the latest value is old"), 0.8),
    "not_final": Doubt(Words("最新数据为初步数或估计数", "the latest value is preliminary or an estimate"), 0.9),
    "baseline_from_statistics": Doubt(
        Words("规划未列基期值，取基期年统计数", "the plan states no baseline: that of the statistics is used"), 0.9
    ),
    "baseline_derived": Doubt(
        Words("基期值由目标值和累计值推算", "the baseline is worked out from the target and the gain"), 0.9
    ),
    "baseline_bound": Doubt(Words("规划基期值只是界限值", "the plan's baseline is a bound"), 0.95),
    "date_assumed": Doubt(
        Words("规划未写明完成期限，按规划期末计", "the plan names no date: the end of the plan is taken"), 0.9
    ),
}
"""Code → words and factor, the gravest first."""

TRUST: Final[dict[Trust, float]] = {"high": 1.0, "medium": 0.85, "low": 0.65}
"""Where confidence starts, by that of the observation; what does not say starts like `high`."""
