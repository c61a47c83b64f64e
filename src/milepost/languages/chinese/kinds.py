"""Which kind of target a Chinese figure is: a level, a sum, a growth, a count …"""

from __future__ import annotations

import re

from milepost.languages.chinese.units import normalize_unit
from milepost.languages.mention import Mention
from milepost.languages.statement import Calendar, Relation

_PERCENT = frozenset(("%", "‰", "个百分点", "百分点", "成"))
_YEARLY = re.compile(r"年均|每年|年平均|逐年")
_GROWTH_NOUN = re.compile(r"(?:增长率|增速|增幅|涨幅|增长速度|增长)$")
_SHARE = re.compile(r"占[^，。；]*?(?:比重|比例|比|的|份额|率)?$|(?:比重|比例)中|中[^，。；]*占比$")
_SHARE_AFTER = re.compile(r"^的[^，。；]|^(?:用于|投向|服务于|投入|按照|提供给)")
_KEPT = re.compile(r"(?:保持在|保持|始终保持|稳定保持在|维持在)(?:不低于|不少于|高于)?$")
_COUNTED = frozenset(("1", "person", "household"))
_SUM = re.compile(r"累计|五年(?:共|内)?|总计|合计")
_FLOW = re.compile(r"(?:新增|就业|转移|造林|投资|减排|培训|搬迁|供地|营造林)")
_STEP = frozenset(("提高", "提升", "延长", "上升"))


def kind_of(mention: Mention, relation: Relation, subject: str, left: str, right: str, verb: str, calendar: Calendar) -> str:
    """Kind of target by the plan format's table, from unit, verb and subject."""
    if mention.implied is not None and mention.implied != "fraction":
        return _implied_kind(mention)
    if subject.startswith("保持"):
        return "level"
    head = left + subject
    if mention.unit in _PERCENT:
        return _percent_kind(mention, relation, subject, head, right, verb, calendar)
    return _amount_kind(mention, relation, subject, head, right, verb, calendar)


def _implied_kind(mention: Mention) -> str:
    named = {"completion": "completion", "relative": "relative", "deferred": "deferred", "discretionary": "discretionary"}
    return named.get(mention.implied or "", "level")


def _percent_kind(mention: Mention, relation: Relation, subject: str, head: str, right: str, verb: str, calendar: Calendar) -> str:
    if mention.unit in ("个百分点", "百分点") and verb.startswith(("高于", "快于", "低于", "优于", "高出")):
        return "relative"
    changing = relation in ("growth", "fall") or bool(_GROWTH_NOUN.search(subject))
    if changing and mention.unit == "%":
        if calendar.yearly or _YEARLY.search(head) or verb.startswith(("增长", "增速", "上涨", "涨幅", "增幅", "递增", "年增")):
            return "annual_growth"
        if _GROWTH_NOUN.search(subject):
            return "annual_growth"
    if _SHARE.search(subject) or relation == "share" or _SHARE_AFTER.match(right):
        return "share"
    if _KEPT.search(head.replace(subject, "", 1) if subject else head) or verb.startswith(("保持", "维持")):
        return "every_year" if mention.comparator in ("ge", "le", "gt", "lt") else "level"
    return "level"


def _amount_kind(
    mention: Mention, relation: Relation, subject: str, head: str, right: str, verb: str, calendar: Calendar
) -> str:
    base = normalize_unit(mention.unit)
    code = base[0] if base else "1"
    counted = code in _COUNTED
    yearly = bool(_YEARLY.search(head))
    if code in ("year", "month", "day", "hour", "minute"):
        return "level"
    if _SUM.search(head):
        return "count" if code == "1" else "cumulative"
    if relation == "level" and counted and right and right[0] not in "，。；、":
        return "count"
    if relation in ("do", "none"):
        if yearly and not (counted and (mention.unit or "")[:1] not in "万亿"):
            return "annual_average"
        if counted and not (code == "person" and not calendar.yearly and _FLOW.search(subject)):
            return "count"
        return "cumulative"
    if yearly:
        return "annual_average"
    if relation == "growth" and verb not in _STEP:
        return "count" if code == "1" and mention.unit else "cumulative"
    if relation == "fall" and calendar.yearly:
        return "annual_growth"
    return "level"
