"""Whether a Chinese figure states something, or only describes: a threshold, a part of a subject, a duration."""

from __future__ import annotations

import re

from milepost.kernel.span import Span
from milepost.languages.chinese.units import normalize_unit
from milepost.languages.chinese.verbs import FALL_END, GROW_END, INTENTION, MADE_START, MEASURED_END, REACH_END
from milepost.languages.mention import Mention
from milepost.languages.statement import Relation, Role

_CIRCLE = re.compile(r"^(?:左右|以内)?(?:的)?(?:便民|综合|立体|快速|高铁|公路)?[\u4e00-\u9fff]{0,4}圈")
_TIME_UNITS = frozenset(("year", "month", "day", "hour", "minute"))
_SERVED = re.compile(r"(?:为|对|在|向|给|支持|帮助|组织|保持|惠及|覆盖|资助|实现|使|让|有)$")
_PER = re.compile(r"(?:每|平均每) ?$")
_NOUN_AHEAD = re.compile(r"^(?:的)?[\u4e00-\u9fff“（A-Za-z]")
_INDUSTRY = re.compile(r"^(?:的)?[^，。；、]{0,12}?[“]?[^，。；、]{0,12}(?:产业|集群|产业链|市场|园区|产业带)")
_PROJECT = re.compile(r"^[^，。；、]{0,24}?(?:项目|工程|装置|生产线|机组|电站|电厂|煤矿)")


def role_of(
    mention: Mention, relation: Relation, subject: str, left: str, right: str, following: Mention | None, clause: Span, verb: str
) -> tuple[Role, str]:
    """Role of a figure in its clause, and why it is no row where it is none."""
    if mention.implied == "magnitude":
        return ("row", "") if _INDUSTRY.match(right) else ("label", "a class of size")
    if mention.implied is not None and mention.implied != "fraction":
        return "row", ""
    if _PER.search(left):
        return "modifier", "the size of the group that a rate is counted on"
    if _names_subject(right, following, clause) and relation not in ("do", "growth", "fall"):
        return "modifier", "part of the subject of the figure behind it"
    base = normalize_unit(mention.unit)
    code = base[0] if base else ""
    if code in _TIME_UNITS:
        return _time_role(relation, subject, verb, right)
    if mention.unit in ("%", "‰", "个百分点", "百分点"):
        return _percent_role(relation, right)
    if mention.unit is None:
        return ("row", "") if verb and subject and relation in ("level", "growth", "fall") and not right.strip() else ("label", "a number without a unit")
    return _amount_role(mention, relation, subject, left, right, code, verb)


def _names_subject(right: str, following: Mention | None, clause: Span) -> bool:
    """Whether the words up to the next figure of the clause end in a verb of reaching: 8个集群产值突破6100亿元."""
    if following is None or following.span.start >= clause.end or not right:
        return False
    if following.implied is not None or any(mark in right for mark in "、，"):
        return False
    tail = right[-16:]
    joined = bool(REACH_END.search(tail) or GROW_END.search(tail) or FALL_END.search(tail)) or following.extent.start < following.span.start
    return joined and len(right) > 3 and right[0] not in "和与及"


def _time_role(relation: Relation, subject: str, verb: str, right: str) -> tuple[Role, str]:
    if _CIRCLE.match(right):
        return "row", ""
    if relation in ("level", "growth", "fall") and verb and subject and not right.strip(" 左右以内上下"):
        return "row", ""
    return "duration", "a length of time that is no target"


def _percent_role(relation: Relation, right: str) -> tuple[Role, str]:
    if relation == "none" and right.startswith(("标准", "节能标准")):
        return "threshold", "part of a standard's name"
    return "row", ""


def _amount_role(mention: Mention, relation: Relation, subject: str, left: str, right: str, code: str, verb: str) -> tuple[Role, str]:
    noun = _NOUN_AHEAD.match(right)
    counted = code in ("1", "person", "household")
    bounded = mention.comparator in ("ge", "gt", "le", "lt") and mention.extent != mention.span
    if mention.worded and mention.implied is None and noun:
        made = relation == "do" and counted and mention.high is None and MADE_START.match(subject)
        return ("row", "") if made or mention.high is not None else ("label", "a numeral in a name")
    if relation == "do":
        if mention.unit in ("项", "条", "件", "个", "方面", "类", "大") and INTENTION.match(right):
            return "label", "a count of intentions"
        described = not verb and noun and not left.rstrip().endswith("等")
        if described and bounded and right[0] != "的" and (not counted or MEASURED_END.search(left.rstrip())):
            return "threshold", "a limit of eligibility or a class of size"
        if described and not counted and _PROJECT.match(right):
            return "threshold", "the size of a project in its own name"
        return "row", ""
    if relation in ("growth", "fall"):
        return "row", ""
    if noun and bounded and right[0] != "的":
        return "threshold", "a limit of eligibility or a class of size"
    if relation == "level" and not noun:
        return "row", ""
    if _SERVED.search(left.rstrip()) and noun:
        return "row", ""
    if relation in ("none", "level") and noun:
        return "present", "a count of what there is"
    return "row", ""
