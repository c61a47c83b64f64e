"""Targets of running text for which the plan states no start.

## 查什么
正文中“达到、提高到、稳定在”某一水平的定量目标，在规划中既不在主要指标表内，也找不到基期值或现状值。全文合并为一条；年度计划不查，
既没有指标表也没有专栏的文本（表格多半在转换中丢失）不查。

## 为什么要紧
不知道现状，就不知道目标是进是退、任务有多重；评估时也无从计算进展。

## What it checks
Quantified targets of running text ("reach", "raise to", "keep at") that are not in the headline table and for which
the plan gives no baseline or present value: one finding for the document. Yearly plans are left alone, and so are texts
with neither a table of indicators nor a box, which have mostly lost their tables.

## Why it matters
Without today's value nobody knows whether a target is a step forward or back, or how much work it asks for.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.achievements import LEVELS, is_change
from milepost.checks.goals import Goal, by_topic, goals, row_of
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.starts import known_starts
from milepost.plans.model import Commitment

RULE = Rule(
    code="TA07",
    name="text-target-without-baseline",
    severity="info",
    title=Words("正文目标没有现状值", "targets of the text have no present value"),
    advice=Words("在目标后注明基期年份和数值。", "Give the base year and its value beside the target."),
    remedy="note",
)
_TIMES = frozenset(("day", "hour", "minute"))
_BEHIND = 16  # characters behind a target within which it is compared with its start
_NAMED = 4  # names in a message: more are counted only


def check(inspection: Inspection) -> Iterator[Fault]:
    """The clauses of all of them."""
    plan = inspection.plan
    if plan.period.start is not None and plan.period.start == plan.period.end:
        return  # a yearly plan follows on the report of the year before
    if not plan.indicators and not plan.boxes:
        return
    bare = [
        goal for goal in inspection.derived(goals) if isinstance(goal.item, Commitment) and _is_bare(goal, inspection)
    ]
    if not bare:
        return
    names = list(dict.fromkeys(_shown(goal, inspection) for goal in bare))
    more = len(names) - _NAMED
    yield Fault(
        Words(
            f"没有给出现状值：{'、'.join(map(inner, names[:_NAMED]))}" + (f"等{len(names)}项" if more > 0 else ""),
            f"no present value is given for {', '.join(map(quoted, names[:_NAMED]))}"
            + (f" and {more} more" if more > 0 else ""),
        ),
        tuple(dict.fromkeys(place for goal in bare for place in goal.places)),
    )


def _shown(goal: Goal, inspection: Inspection) -> str:
    """The name of a target, whole where the text has only the beginning of it (高速公路 for 高速公路里程)."""
    name = inspection.words.targets.needless.sub("", goal.name)
    if goal.concept is not None and inspection.language.code == "zh" and goal.concept.zh.startswith(name):
        return goal.concept.zh
    return name


def _is_bare(goal: Goal, inspection: Inspection) -> bool:
    """Whether a level is aimed at in the text, with a number, and nothing says where it stands today."""
    target = goal.target
    if goal.in_table or goal.baseline or target.kind not in LEVELS - {"completion"} or target.value is None:
        return False
    if target.relative_to or is_change(goal.name, target.unit, inspection) or getattr(goal.item, "implied", False):
        return False
    if _start_follows(goal, inspection) or inspection.words.targets.no_quantity.search(goal.name):
        return False
    if goal.concept is not None and (goal.concept.direction, goal.concept.nature) == ("none", "flow"):
        return False  # money from one source (special bonds) is no state of things that could be better
    # What the table of concepts knows is a measured quantity; so is a time that something takes.
    is_known = goal.concept is not None or (target.normalized is not None and target.normalized.unit in _TIMES)
    if not is_known or goal.topic in inspection.derived(known_starts) or row_of(goal, inspection):
        return False
    # A goal for a later year than the table's has its start in the same row.
    same_name = (other for other in inspection.derived(by_topic)[goal.topic] if other.name == goal.name)
    return not any(other.in_table and other.baseline for other in same_name)


def _start_follows(goal: Goal, inspection: Inspection) -> bool:
    """Whether the words around a target tell its start: …是2020年的2.5倍, 保持100%, extend by 1,500 hectares."""
    words, folded = inspection.words.targets, inspection.folded
    clause, end = goal.item.span.start, goal.places[-1].end
    if words.compared.search(folded, clause, end + _BEHIND):
        return True
    if words.compared_together.search(folded, clause, inspection.sentence_at(clause).end):
        return True
    figure = goal.places[-1].end - len(goal.target.raw)
    before, target = folded[clause : max(clause, figure)], goal.target.normalized
    whole = target is not None and target.unit == "1" and target.value == 1.0
    if whole and goal.target.kind in ("level", "share") and words.kept.search(before):
        return True
    return inspection.words.consistency.changed_by.search(before) is not None


_TABLE = """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |

"""

FINDS = [
    _TABLE
    + """\
# 农业

到2025年，⟦肉类产量达到15万吨⟧，⟦果品产量达到4万吨以上⟧。

# 教育

到2025年，⟦高中阶段毛入学率达到96%⟧。
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| Life expectancy (years) | 74.2 | 76 |

# Education

By 2025, the ⟦literacy rate will reach 84%⟧.
""",
]
PASSES = [
    _TABLE
    + """\
# 交通

到2025年，构建青河至东山2小时交通圈，新建居住建筑节能标准达到75%。
""",
    """\
第一章  农业
到2025年，肉类产量达到15万吨，果品产量达到4万吨以上。
""",
    """\
# 青禾市“十四五”规划纲要（2021—2025年）
## 远景目标
到2035年，居民人均可支配收入达到7万元。
## 主要指标
| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 居民人均可支配收入（元） | 24340 | 36250 | 预期性 |
""",
    _TABLE
    + """\
第一章  发展基础
高新技术企业只有26家。
第二章  主要目标
到2025年，高新技术企业达到60家，危险废物安全处置率保持100%。
""",
    _TABLE
    + """\
第一章  主要目标
到2025年，年接待游客达到800万人次，旅游综合收入达到52亿元，分别比2020年增加390万人次和27亿元。
第二章  资金保障
资金来源为市县财政42亿元、地方政府专项债券65亿元。
""",
    """\
Chapter 1 Targets
The Agriculture Office will extend the irrigated area by 1,500 hectares, from 3,200 hectares in 2025 to 4,700 by 2030.
""",
    _TABLE
    + """\
第一章  发展基础
2020年，肉类产量达到12万吨。
第二章  主要目标
到2025年，肉类产量达到15万吨。
""",
    _TABLE
    + """\
第一章  主要目标
到2025年，森林覆盖率由21.3%提高到22.5%，技术合同成交额达到5亿元，是2020年的2.5倍。
""",
]
