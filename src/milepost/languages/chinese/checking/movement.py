"""How Chinese says that a figure moves: 由52.4%提高到58%，提高5.6个百分点; 其中; “十四五”（2021—2025年）."""

from __future__ import annotations

import re

from milepost.languages.chinese.numerals import parse_numeral
from milepost.languages.movement_words import MovementWords
from milepost.languages.words import HAN

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UP = "提高|提升|增加|增长|增至|增|上升|升|扩大|扩展|扩|壮大|上调|延长|拓展|攀升|跃升"
_DOWN = "下降|降低|降|减少|减|缩小|缩减|缩短|压缩|压减|下调|回落|收窄|缩"
_UNIT = r"[^\d，。；、：（）\s]{0,8}?"
_FIRST_OF_NUMBERED, _FIRST_NUMBER = 1966, 3


def _plan_start(number: str) -> int | None:
    """First year of a numbered five-year plan; those from the third on follow each other without a gap.

    >>> _plan_start("十四"), _plan_start("十一")
    (2021, 2006)
    """
    value = parse_numeral(number)
    return None if value is None or value < _FIRST_NUMBER else _FIRST_OF_NUMBERED + 5 * (value - _FIRST_NUMBER)


WORDS = MovementWords(
    moved=re.compile(
        rf"[由从](?:(?P<low_year>(?:19|20)\d\d)年?[末底]?的?)?(?P<low>{_NUMBER})(?P<low_unit>{_UNIT})"
        rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:到|至|为|成)?了?"
        rf"(?:(?P<high_year>(?:19|20)\d\d)年?[末底]?的?)?(?:约|近|超过|不低于)?"
        rf"(?P<high>{_NUMBER})(?P<high_unit>个百分点|/10万|{HAN}{{0,2}}?/{HAN}{{1,4}}|[%‰]|{HAN}{{0,4}})"
    ),
    by=re.compile(
        rf"(?:(?P<yearly>年均|年平均|平均每年|每年)[^，。；\d]{{0,4}}?)?"
        rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<is_multiple>是(?:\d{{4}}年)?的?|为(?:\d{{4}}年)?的))"
        rf"(?:了|约|近|超过|幅度?达?)?(?P<amount>{_NUMBER})(?P<unit>个?百分点|%|倍|{HAN}{{0,4}})"
    ),
    another=re.compile(
        rf"[，,](?:(?:[一二三四五六七八九十\d]+年|期间|累计|合计|年均|平均|同比|净|共|将|约|实际|总体|分别|力争|预计|实现|相当于|"
        rf"[比较](?:{HAN}|\d)*?(?:年|末|五”?(?:时期|期间)?)))*(?!其中|五年|年均|累计){HAN}{{4,}}$"
    ),
    ranked=re.compile(r"第$|位|名"),
    structure=re.compile(r"结构|构成|比例|比重|占比|比"),
    including=re.compile(r"其中[：，]?"),
    apart=re.compile(r"累计|总|历年|全国|全省|全区|增长|提高|下降|占|人均|同比|平均|达"),
    averaged=re.compile(r"均|每|率|比"),
    lasting=re.compile(
        rf"(?:“?(?P<plan>十[一二三四五六七八九]?)五”?(?:时期|期间|规划)?|"
        rf"(?P<years>[二两三四五六七八九十]{{1,2}}|(?<!\d)\d{{1,2}})年(?:来|间|期)?(?:(?!年){HAN}){{0,10}})》?$"
    ),
    number=lambda word: int(word) if word.isdigit() else parse_numeral(word),
    plan_start=_plan_start,
    based=re.compile(r"(?:比|较|以|相比)(?P<year>(?:19|20)\d\d)年(?!代)"),
    total=re.compile(r"(?:共计|合计|总计|一共|共)(?:为|达到|达|有|完成|实施|建设)?$"),
    dated=re.compile(r"(?P<year>[2-9](?<![\d.].)\d{3})[ ]?年(?!的?历史|前|以前|文明|代|产|来|间)"),
    deadline=re.compile(r"(?:^|[，。；、：\n ])(?:力争|确保|争取|努力)?到[ ]?(?P<year>\d{4})[ ]?年(?:[末底]|，|前)?"),
)
