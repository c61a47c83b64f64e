"""Which kind of target a Chinese figure is: a level, a sum, a growth, a count …"""

from __future__ import annotations

import re

from milepost.languages.chinese.context import Context, Saying
from milepost.languages.chinese.units import normalize_unit
from milepost.languages.chinese.verbs import MEASURED_END

_PERCENT = frozenset(("%", "‰", "个百分点", "百分点", "成"))
_POINTS = ("个百分点", "百分点")
_ABOVE = ("高于", "快于", "低于", "优于", "高出")
_YEARLY = re.compile(r"年均(?!浓度|值|气温)|每年|年平均|逐年")
# 比2020年增长50% is the change over the whole time.
_SINCE = re.compile(r"(?:比|较)(?:19|20)\d\d ?年")
_GROWTH_NOUN = re.compile(r"(?:增长率|增速|增幅|涨幅|增长速度|增长|(?:增长|提高|提升|下降|降低)幅度)$")
_GROWTH_VERB = ("增长", "增速", "上涨", "涨幅", "增幅", "递增", "年增")
_SHARE = re.compile(r"占[^，。；]*?(?:比重|比例|比|的|份额|率)?$|(?:比重|比例)中|中[^，。；]*占比$")
_SHARE_AFTER = re.compile(r"^的[^，。；]|^(?:用于|投向|服务于|投入|按照|提供给)")
_COUNTED = frozenset(("1", "person", "household"))
_TIME = frozenset(("year", "month", "day", "hour", "minute"))
_SUM = re.compile(r"累计|(?<!连续)五年(?:共|内)?|总计|合计")
_FLOW = re.compile(r"新增|就业|转移|造林|投资|减排|培训|搬迁|供地|营造林")
_STEP = frozenset(("提高", "提升", "延长", "上升"))
_KEPT = ("保持", "始终保持", "维持")
_BOUNDS = ("ge", "le", "gt", "lt")


def kind_of(context: Context, saying: Saying) -> str:
    """Kind of target by the plan format's table, from unit, verb and subject."""
    mention = context.mention
    if mention.implied == "ratio":
        return "share"
    if mention.implied == "magnitude":
        return "level"
    if not mention.has_numeral:
        kinds = ("completion", "relative", "deferred", "discretionary")
        return mention.implied if mention.implied in kinds else "level"
    if saying.subject.startswith("保持"):
        return "level"
    return _percent_kind(context, saying) if mention.unit in _PERCENT else _amount_kind(context, saying)


def _percent_kind(context: Context, saying: Saying) -> str:
    mention, subject, verb = context.mention, saying.subject, saying.verb
    if mention.unit in _POINTS and verb.startswith(_ABOVE):
        return "relative"
    named = bool(_GROWTH_NOUN.search(subject))
    if mention.unit == "%" and (named or saying.relation in ("growth", "fall")):
        yearly = context.calendar.yearly or _YEARLY.search(context.left)
        if _SINCE.search(context.left) and not context.calendar.yearly:
            return "level"
        if named or yearly or verb.startswith(_GROWTH_VERB):
            return "annual_growth"
    part = verb in ("占", "占到", "占比达") or saying.relation == "share"
    if part or _SHARE.search(subject) or _SHARE_AFTER.match(context.right):
        return "share"
    return "every_year" if _is_kept(context, saying) else "level"


def _is_kept(context: Context, saying: Saying) -> bool:
    """Whether a bound is to hold in each year (保持在…以上)."""
    bound = saying.comparator or context.mention.comparator
    return saying.verb.startswith(_KEPT) and bound in _BOUNDS


def _amount_kind(context: Context, saying: Saying) -> str:
    base = normalize_unit(context.mention.unit)
    code = base[0] if base else "1"
    if code in _TIME or context.mention.unit == "倍":
        return "level"
    if _SUM.search(context.left):
        return "count" if code == "1" else "cumulative"
    yearly = bool(_YEARLY.search(context.left))
    if saying.relation in ("do", "none"):
        return _done_kind(context, saying, code, yearly)
    if _is_kept(context, saying):
        return "every_year"
    if saying.relation == "level" and not saying.verb and code in ("CNY", "USD") and saying.subject.endswith("投资"):
        return "cumulative"
    if saying.relation == "level" and code in _COUNTED and context.right and context.right[0] not in "，。；、":
        return "count"
    if yearly:
        return "annual_average"
    if saying.relation == "growth" and saying.verb not in _STEP:
        return "count" if code == "1" and context.mention.unit else "cumulative"
    if saying.relation == "fall" and context.calendar.yearly:
        return "annual_growth"
    things = code == "1" and not saying.verb and not saying.carried and context.mention.extent == context.mention.span
    return "count" if things and not MEASURED_END.search(saying.subject) else "level"


def _done_kind(context: Context, saying: Saying, code: str, yearly: bool) -> str:
    """A thing to set up or do is a count; money, areas, lengths and capacities are sums over the period."""
    large = (context.mention.unit or "")[:1] in ("万", "亿")
    if yearly and (large or code not in _COUNTED):
        return "annual_average"
    flow = (
        code == "person"
        and (large or (context.mention.unit or "").endswith("人次"))
        and not context.calendar.yearly
        and _FLOW.search(saying.subject)
    )
    return "count" if code in _COUNTED and not flow else "cumulative"
