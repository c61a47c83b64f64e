"""Time words in Chinese: years, five-year periods, and which of them belong to a plan's past or future."""

from __future__ import annotations

import re

from milepost.kernel.span import Span
from milepost.languages.chinese.numerals import parse_numeral
from milepost.languages.statement import Calendar, Moment, Tense

_ORDINALS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_LENGTHS = {"一": 1, "两": 2, "三": 3, "3": 3, "五": 5, "5": 5, "十": 10}
_TIME = re.compile(
    r"(?P<range>(?P<from>(?:19|20)\d\d) ?年? ?[-–—~至到] ?(?P<to>(?:19|20)\d\d) ?年)"
    r"|(?P<year>(?<!\d)(?:19|20)\d\d) ?年(?!底?(?:以?前)建[成设造]的|的?(?:不变|可比|固定)?价)"
    r"(?P<year_end>底前|底|末|前|年底)?"
    r"|(?P<year_words>[一二][〇零一二三四五六七八九]{3}) ?年(?:底|末)?"
    r"|“?(?P<plan>十[一二三四五六七八九]?|[六七八九])五[”\"](?:规划)?(?P<plan_end>末|期末|时期末|收官)?"
    r"|(?P<coming>(?:今后|未来|往后|接下来)(?:的?)(?:[五十三两]|5|10|3)年(?:内|左右)?)"
    r"|(?P<gone>(?:过去|近|这)(?:的?)(?:[五一十三两]|5|10|3)年(?:来|间|里)?|(?:[五十三]|5)年来|"
    r"(?P<spell>(?:[五十三]|5)年间?(?=累计|年均)))"
    r"|(?P<last_year>(?<![^，。；、\n ])(?:去年|上年度?(?!底|增|下)))"
    r"|(?P<this_year>今年|全年|年内|本年度?|年底前?|年末)"
)
# 比2020年, 是2015年的, 较上年: the year is what something is compared with, not when it holds.
_COMPARED = re.compile(r"(?:比|较|是|同比|相当于|相比|与|和|超过|高于|自|从|由|在)$")
_MULTIPLE = re.compile(r" ?的? ?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十])倍")
_BASE = re.compile(r"(?:比|较|是|同比|相当于|相比|与|和|超过|高于)$")
_ORIGIN = re.compile(r"(?:自|从|由)$")


def plan_years(word: str) -> tuple[int, int]:
    """First and last year of a five-year period by its short name: the first one began in 1953.

    >>> plan_years("十四"), plan_years("十"), plan_years("九")
    ((2021, 2025), (2001, 2005), (1996, 2000))
    """
    number = 10 + _ORDINALS[word[1]] if len(word) == 2 else _ORDINALS[word]
    return 1951 + 5 * number, 1955 + 5 * number


def moments(text: str, start: int, end: int, calendar: Calendar) -> list[Moment]:
    """The times stated in a stretch of folded text, in order; years of comparison are left out.

    >>> found = moments("到2025年达到5%，“十三五”时期年均增长6%", 0, 24, Calendar(2021, 2025))
    >>> [(moment.first, moment.last, moment.tense) for moment in found]
    [(2025, 2025, 'future'), (2016, 2020, 'past')]
    """
    found = []
    for match in _TIME.finditer(text, start, end):
        if _MULTIPLE.match(text, match.end()):
            continue
        before = text[max(start, match.start() - 3) : match.start()].rstrip("“ ")
        if _BASE.search(before) or (_ORIGIN.search(before) and not text.startswith(("起", "开始"), match.end())):
            continue
        moment = _moment(match, calendar)
        if moment is not None:
            found.append(moment)
    return found


def _moment(match: re.Match[str], calendar: Calendar) -> Moment | None:
    years = _years(match, calendar)
    if years is None:
        return None
    first, last = years
    return Moment(
        Span(*match.span()),
        first,
        last,
        _tense(match, last, calendar),
        ends=bool(match["year_end"] or match["plan_end"]),
        assumed=bool(match["spell"]),
    )


def _years(match: re.Match[str], calendar: Calendar) -> tuple[int, int] | None:
    if match["range"]:
        return int(match["from"]), int(match["to"])
    if match["year"]:
        return int(match["year"]), int(match["year"])
    if match["year_words"]:
        year = parse_numeral(match["year_words"]) or 0
        return (year, year) if 1900 < year < 2100 else None
    if match["plan"]:
        return plan_years(match["plan"])
    if calendar.start is None or calendar.end is None:
        return None
    if match["coming"]:
        return calendar.start, max(calendar.end, calendar.start + _years_named(match["coming"]) - 1)
    if match["this_year"]:
        return calendar.start, calendar.end
    if match["last_year"]:
        return calendar.start - 1, calendar.start - 1
    return calendar.start - _years_named(match["gone"]), calendar.start - 1


def _years_named(words: str) -> int:
    """How many years 今后五年 or 过去一年 speaks of."""
    return next((_LENGTHS[char] for char in words if char in _LENGTHS), 10 if "10" in words else 5)


def _tense(match: re.Match[str], last: int, calendar: Calendar) -> Tense | None:
    if match["gone"] or match["last_year"]:
        return "past"
    if match["coming"]:
        return "future"
    if match["this_year"] or calendar.start is None:
        return None
    return "past" if last < calendar.start else "future"
