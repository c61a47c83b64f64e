"""Words of change in a Chinese communiqué: what a figure is compared with, and whether it is a growth."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from milepost.languages.mention import Mention

Against = Literal["year", "many_years", "not_on_year", "comparison"]

_RISE = "增长|增加|上升|上涨|提高|提升|扩大|加快|增|升|涨|快|高"
_DROP = "下降|减少|降低|回落|下跌|下滑|收窄|缩小|放缓|缩减|减慢|负增长|降|减|跌|低|慢"
_CHANGE = re.compile(
    rf"(?:(?P<noun>增长速度|(?<!自然)增长率|增速|增幅|涨幅|升幅|降幅|跌幅)(?:分别)?(?:达到?|为|是)?|"
    rf"(?P<rise>(?:净|多)?(?:{_RISE})(?!率))(?:了|达)?(?:分别)?|(?P<drop>(?:净|少)?(?:{_DROP}))(?:了|"
    rf"达)?(?:分别)?)(?:达到?|约|近)? ?$"
)
_MANNER = re.compile(r"(?:较快|明显|平稳|稳定|迅速|显著|有所|均有|较大|加快)+$")
_NEW = re.compile(r"(?:新增|净增|新增加)$")
_UNTIL = re.compile(r"(?:至|到|为)$")
_YEAR_ON_YEAR = (
    r"上年度?(?:同期|同月|末|底|同口径)?|去年(?:同期|同月|末|底)?|年初|上年末|(?:19|20)\d\d ?年(?:末|底|同期)?|"
    r"同期|上年全年"
)
_AGAINST = re.compile(rf"(?:比|较|与|同|和)(?:{_YEAR_ON_YEAR})(?:的?(?:数|水平|比重))?(?:相比|比)?(?:，)?")
_SPOKEN_YEAR = re.compile(r"(?:比|较|与|同|和)(?P<year>(?:19|20)\d\d) ?年")
_OTHER = re.compile(
    r"(?:比|较|与|同|高于|低于|快于|慢于|高出)(?:“?十[一二三四]|(?:上|前|一|二|三)个?季度|上半年|上月|"
    r"全[国省市区州]|前[一二三四五六七八九\d]|"
    r"[^，]{0,6}(?:平均|计划|目标|预算)|\d+ ?[-—]|规模以上|固定资产投资)"
)
_AVERAGE = re.compile(
    r"年均|年平均|[两二三四五六七八九十\d]年平均|[两二三四五六七八九十\d]年累计|平均(?:增长|增速)|五年|"
    r"(?:是|为|相当于)(?:19|20)\d\d ?年的|复合"
)
_CHAIN = re.compile(r"环比|比上(?:月|季)|较上(?:月|季)|比(?:上|前)?[一二三四1-4]季度|比上半年")
REAL = re.compile(r"实际(?:增长|下降|增|降|上升|回落)|(?:扣除|剔除)(?:价格|物价)(?:上涨)?因素|按可比口径|同口径")
NOMINAL = re.compile(r"名义")
_PHRASES = re.compile(
    rf"{_AGAINST.pattern}|同比|环比|按(?:可比|不变|现行|当年)价格?(?:计算)?(?:的)?|扣除价格(?:上涨)?因素(?:后|"
    rf"影响)?|名义|实际|同口径(?:比)?|"
    r"按可比口径(?:计算)?|可比价?|(?:由于|受)[^，]{2,20}影响"
)


class Change(NamedTuple):
    """How a figure changes: up or down, what stands before the verb, and whether its noun (增速) names it."""

    sign: int
    before: str
    is_noun: bool


def change_of(words: str, mention: Mention) -> Change | None:
    """The change that the words before a figure speak of; None for a level (增长到, 新增).

    >>> from milepost.languages.chinese.figures import figures
    >>> change_of("粮食产量比上年下降", figures("下降3.2%")[0])
    Change(sign=-1, before='粮食产量比上年', is_noun=False)
    >>> change_of("粮食产量增长到", figures("到5万吨")[0]) is None
    True
    >>> change_of("新增", figures("新增9家")[0]), change_of("比上年净增", figures("净增9家")[0])
    (None, Change(sign=1, before='比上年', is_noun=False))
    """
    stripped = words.rstrip(" ，")
    found = _CHANGE.search(stripped)
    is_new = _NEW.search(stripped) is not None
    # 新增9家 says how many there are; 比上年净增9家 how many more.
    if found is None or (is_new and _AGAINST.search(stripped) is None):
        return None
    # 高, 低, 快, 慢 change something only in points (比全省快2.1个百分点).
    if (found["rise"] or found["drop"]) in ("快", "高", "低", "慢") and not is_points(mention):
        return None
    sign = -1 if found["drop"] or (found["noun"] or "")[:1] in ("降", "跌") else 1
    before = stripped[: found.start()]
    return Change(sign, before.removesuffix("新") if is_new else before, bool(found["noun"]))


def is_points(mention: Mention) -> bool:
    """Whether a figure is a difference between percentages."""
    return (mention.unit or "").endswith("分点") or (mention.unit or "").endswith("千分点")


def against(words: str, year: int | None) -> Against:
    """What a growth is on: the year before, unless the words say something else.

    >>> against("比上年", 2024), against("比2020年", 2024), against("两年平均", 2024), against("环比", 2024)
    ('year', 'many_years', 'many_years', 'not_on_year')
    """
    if _CHAIN.search(words):
        return "not_on_year"
    if _AVERAGE.search(words):
        return "many_years"
    named = _SPOKEN_YEAR.search(words)
    if named and year is not None and int(named["year"]) != year - 1:
        return "many_years"
    return "comparison" if _OTHER.search(words) else "year"


def without_phrases(words: str) -> str:
    """The words before a verb of change without what the growth is on and at which prices.

    >>> without_phrases("粮食产量比上年")
    '粮食产量'
    """
    return _PHRASES.sub("", words)


def bare(words: str) -> str:
    """A subject without the verb of change that stands behind it.

    >>> bare("城乡收入比持续缩小")
    '城乡收入比持续'
    """
    return _CHANGE.sub("", _MANNER.sub("", words.rstrip(" ，")))
