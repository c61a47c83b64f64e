"""How Chinese plans are titled and which years a numbered five-year plan is for."""

from __future__ import annotations

import re

from milepost.languages.chinese.headings import ordinal
from milepost.languages.title_words import TitleWords

_PLAN = r"(?:规划纲要|目标纲要|发展纲要|纲要|规划|计划|工作报告|行动方案|实施方案|方案|目标责任书)"
_FIRST_PLANS = {1: (1953, 1957), 2: (1958, 1962), 3: (1966, 1970), 4: (1971, 1975), 5: (1976, 1980)}
_NUMERAL = r"(?P<number>[一二三四五六七八九十]{1,3}|[0-9]{1,2})"
_SHORT = r"(?P<short>[一二三四五六七八九十]{1,3})"  # 十四五 is short for the fourteenth plan


def five_year_plan(number: str) -> tuple[int, int] | None:
    """First and last year of the N-th five-year plan; None for a number that no plan has.

    From the sixth on (1981) the plans follow each other without a gap.

    >>> five_year_plan("十四"), five_year_plan("十一"), five_year_plan("十五"), five_year_plan("一")
    ((2021, 2025), (2006, 2010), (2026, 2030), (1953, 1957))
    """
    count = ordinal(number)
    if count is None or not 1 <= count <= 40:
        return None
    return _FIRST_PLANS.get(count, (1951 + 5 * count, 1955 + 5 * count))


WORDS = TitleWords(
    plan=re.compile(rf"{_PLAN}(?:[（(][^）)\n]{{1,30}}[）)])*$"),
    half=re.compile(r"(?:发展|社会|经济|关于|人民政府|五年|规划和?|年)$"),
    quoted=re.compile(rf"《([^《》\n]{{4,60}}{_PLAN}(?:[（(][^）)《》\n]{{1,30}}[）)])?)》"),
    others=re.compile(
        r"(?:根据|依据|按照|落实|贯彻|遵照|对照|衔接|对接|执行|围绕|参照|结合|批准|印发|[和与、及，]|"
        r"》)(?:了|的|国家|中央|省委|市委)?$"
    ),
    opening=re.compile(
        rf"([^，。；：！？《》\n]{{4,60}}?{_PLAN}(?:[（(][^）)\n]{{1,30}}[）)])?)"
        r"(?=[，（(]|根据|依据|按照|以|是|由|为|主要|$)"
    ),
    not_title=re.compile(
        r"各位|来源|发布|日期|时间|目\s*录|[—–-]{2}|[（(]|\d{4}\s*年\s*\d{1,2}\s*月|"
        r"第.{1,4}[篇章节]|前\s*言|文号|索引"
    ),
    ordinal_plan=re.compile(
        rf"第{_NUMERAL}个五年|"
        rf"[“\"「]?{_NUMERAL.replace('number', 'short')}五[”\"」]?(?=规划|时期|期间|发展|计划|[”\"」])"
    ),
    plan_years=five_year_plan,
    span=re.compile(r"(?P<start>(?:19|20)\d\d)\s*年?\s*(?:[-—–－~～―至到]|——)\s*(?P<end>(?:19|20)\d\d)\s*年?"),
    year=re.compile(r"(?P<year>(?:19|20)\d\d)\s*年"),
    # \d takes full-width digits too: the horizon is looked for in the text as it is printed.
    report=re.compile(r"工作报告|年度计划|执行情况"),
    report_year=re.compile(
        r"(?P<year>(?:19|20)\d\d)\s*年[^，。\n]{0,16}(?:工作|任务|目标|安排)(?![^\n]*(?:回顾|总结|完成情况))"
    ),
    delivered=re.compile(r"(?P<year>(?:19|20)\d\d)\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"),
    horizon=re.compile(r"(?P<year>\d{4})\s*年\s*(?:远景|愿景|长远)|(?:展望|面向|迈向)\s*(?P<outlook>\d{4})\s*年"),
)
