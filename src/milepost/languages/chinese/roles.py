"""Whether a Chinese figure states something, or only describes: a threshold, a part of a subject, a duration."""

from __future__ import annotations

import re

from milepost.languages.chinese.context import Context, Saying
from milepost.languages.chinese.units import normalize_unit
from milepost.languages.chinese.verbs import (
    FALL_END,
    GROW_END,
    HAPPENING_END,
    INTENTION,
    MADE_START,
    MEASURED_END,
    REACH_END,
)
from milepost.languages.statement import Role

Verdict = tuple[Role, str]
_ROW: Verdict = ("row", "")
_CIRCLE = re.compile(r"^(?:左右|以内)?(?:的)?(?:便民|综合|立体|快速|高铁|公路)?[^\W\x00-\xff]{0,4}圈")
_TIME_UNITS = frozenset(("year", "month", "day", "hour", "minute"))
_SERVED = re.compile(r"(?:为|对|在|向|给|支持|帮助|组织|保持|惠及|覆盖|资助|实现|使|让|有)$")
_PER = re.compile(r"(?:每|平均每) ?$")
_MARK = re.compile(r"^大?(?:关口?|台阶)|^行列")
_NOUN_AHEAD = re.compile(r"^(?:的)?[\w“（]")
_INDUSTRY = re.compile(r"^(?:的)?[^，。；、]{0,12}?[“]?[^，。；、]{0,12}(?:产业|集群|产业链|市场|园区|产业带)")
_DIVISION = re.compile(r"^(?:县|市(?![场民政])|区(?!域)|旗|乡|镇|村|街道|州|省|地级市|团场)")
_PROJECT = re.compile(r"^[^，。；、]{0,24}?(?:项目|工程|装置|生产线|机组|电站|电厂|煤矿)")
_LISTED = frozenset(("项", "条", "件", "个", "方面", "类", "大"))
# Units in which the size of a thing is told (30户以上自然村), other than those that count it.
_SIZES = frozenset(("户", "亩", "万亩", "元", "万元", "亿元", "吨", "万吨", "千瓦", "万千瓦", "平方米", "公里", "米"))
_PERCENT = frozenset(("%", "‰", "个百分点", "百分点"))
_COUNTED = frozenset(("1", "person", "household"))
# As far from its verb as a few words of place or kind (建设南北两个示范区); farther numerals belong to names.
_NEAR = 8


def role_of(context: Context, saying: Saying) -> Verdict:
    """Role of a figure in its clause, and why it is no row where it is none."""
    mention = context.mention
    if mention.implied == "magnitude":
        return _magnitude_role(context)
    if not mention.has_numeral:
        return _ROW
    if mention.implied == "ratio":
        return _ROW if saying.subject else ("label", "a ratio of nothing named")
    if context.inside_description:
        return "modifier", "part of the words for what the figure before it counts"
    if _PER.search(context.left):
        return "modifier", "the size of the group that a rate is counted on"
    if saying.relation not in ("do", "growth", "fall") and _names_subject(context):
        return "modifier", "part of the subject of the figure behind it"
    base = normalize_unit(mention.unit)
    if base is not None and base[0] in _TIME_UNITS:
        return _time_role(context, saying)
    if mention.unit in _PERCENT:
        return _percent_role(context, saying)
    if mention.unit is None:
        return _bare_role(context, saying)
    if mention.worded and mention.implied is None and _noun_ahead(context, saying):
        return _worded_role(context, saying, base[0] if base else "")
    return _amount_role(context, saying, counted=base is not None and base[0] in _COUNTED)


def _magnitude_role(context: Context) -> Verdict:
    """千亿级产业集群 is a goal of size; 千亿级产业集群3个 and 千万级泊位 are classes."""
    following = context.following
    inner = (
        following is not None and following.span.start < context.clause.end and not re.search(r"[、，]", context.right)
    )
    return _ROW if not inner and _INDUSTRY.match(context.right) else ("label", "a class of size")


def _names_subject(context: Context) -> bool:
    """Whether the words up to the next figure of the clause end in a verb of reaching: 8个集群产值突破6100亿元."""
    following, right = context.following, context.right
    if following is None or following.span.start >= context.clause.end or len(right) <= 3 or right[0] in "和与及":
        return False
    if not following.has_numeral or "、" in right or "，" in right:
        return False
    tail = right[-16:]
    reaching = REACH_END.search(tail) or GROW_END.search(tail) or FALL_END.search(tail)
    return bool(reaching) or following.extent.start < following.span.start


def _time_role(context: Context, saying: Saying) -> Verdict:
    """A circle of so many hours, or a measured length of time; other durations are no targets."""
    if _CIRCLE.match(context.right):
        return _ROW
    stated = saying.verb or saying.subject.endswith("天数") or context.mention.extent.start < context.mention.span.start
    measured = saying.relation in ("level", "growth", "fall") and stated and saying.subject
    if measured and not context.right.strip(" 左右以内上下"):
        return _ROW
    return "duration", "a length of time that is no target"


def _percent_role(context: Context, saying: Saying) -> Verdict:
    if saying.relation == "none" and context.right.startswith(("标准", "节能标准")):
        return "threshold", "part of a standard's name"
    return _ROW


def _bare_role(context: Context, saying: Saying) -> Verdict:
    """A number without a unit counts only where a verb says that something reaches it."""
    stated = saying.verb or context.mention.extent.start < context.mention.span.start
    reached = stated and saying.subject and saying.relation in ("level", "growth", "fall")
    return _ROW if reached and not context.right.strip() else ("label", "a number without a unit")


def _worded_role(context: Context, saying: Saying, code: str) -> Verdict:
    """A numeral in characters counts right behind a verb of bringing about; elsewhere it is mostly a name."""
    near = len(context.left.strip()) <= _NEAR or context.left.rstrip().endswith(("和", "及"))
    bounded = context.mention.extent.start < context.mention.span.start and saying.relation == "do"
    large = (context.mention.unit or "")[:1] in ("万", "亿")
    things = code in _COUNTED or large
    made = bounded or (saying.relation == "do" and things and near and MADE_START.match(saying.subject))
    if made or context.mention.high is not None:
        return _ROW
    if _DIVISION.match(context.right):
        return "present", "a count of what there is"
    return "label", "a numeral in a name"


def _noun_ahead(context: Context, saying: Saying) -> bool:
    """Whether a noun stands behind the figure, other than a mark that is passed (突破5000亿元大关)."""
    reached = saying.verb or context.mention.extent.start < context.mention.span.start
    return bool(_NOUN_AHEAD.match(context.right)) and not (reached and _MARK.match(context.right))


def _amount_role(context: Context, saying: Saying, counted: bool) -> Verdict:
    mention, left, right = context.mention, context.left.rstrip(), context.right
    noun = _noun_ahead(context, saying)
    bounded = mention.comparator in ("ge", "gt", "le", "lt") and mention.extent != mention.span
    people = (
        not left and not mention.trailing and mention.unit is not None and mention.unit.endswith(("人", "人次", "户"))
    )
    limits = noun and bounded and right[0] != "的" and not people
    if saying.relation == "do":
        if mention.unit in _LISTED and INTENTION.match(right):
            return "label", "a count of intentions"
        described = not saying.verb and noun and not left.endswith("等")
        if limits and mention.trailing and mention.unit in _SIZES and not MADE_START.match(saying.subject):
            return "threshold", "a limit of eligibility or a class of size"
        sized = MEASURED_END.search(left)
        if described and sized and not counted and right[0] == "的" and not REACH_END.search(left):
            return "threshold", "the size of a thing in the words for it"
        if described and ((limits and (not counted or sized)) or (bounded and sized)):
            return "threshold", "a limit of eligibility or a class of size"
        if described and not counted and _PROJECT.match(right):
            return "threshold", "the size of a project in its own name"
        return _ROW
    if saying.relation in ("growth", "fall"):
        return _ROW
    if limits:
        return "threshold", "a limit of eligibility or a class of size"
    made = saying.verb and right[:1] == "的" and MADE_START.match(saying.subject)
    if noun and not made and not _SERVED.search(left) and not HAPPENING_END.search(right.rstrip()):
        return "present", "a count of what there is"
    return _ROW
