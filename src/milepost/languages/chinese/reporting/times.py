"""Times in a Chinese communiqué: 全年, 上半年, 前三季度, 1—9月, 12月末, 2021年末, 上年."""

from __future__ import annotations

import re

from milepost.languages.reported import When, WhenKind

_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:(?P<{0}>(?:19|20)\d\d) ?年)?"
TIME = re.compile(
    r"(?P<to_date>" + _YEAR.format("y1") + r"(?:1 ?[-—–~～至到]{1,2} ?(?P<to>1[0-2]|[2-9]) ?月份?(?!\d|日)|"
    r"前(?P<first>[二三两23])个?季度|前(?P<months>1[0-1]|[2-9]|十一?|[二三四五六七八九两])个月))"
    r"|(?P<half>" + _YEAR.format("y2") + r"(?P<which>[上下])半年(?:末)?)"
    r"|(?P<quarter>" + _YEAR.format("y3") + r"第?(?P<q>[一二三四1-4]) ?季度(?:末|底)?)"
    r"|(?P<month>" + _YEAR.format("y4") + r"(?P<m>1[0-2]|0?[1-9]) ?月(?:份|末|底)(?!日))"
    r"|(?P<year>(?<!\d)(?P<y5>(?:19|20)\d\d) ?年(?:末|底|全年|年末|度)?(?![\d])(?!代|以来|起))"
    r"|(?P<last>(?<![比较同与和])(?:上年|去年)(?:末|底|同期|度)?)"
    r"|(?P<this>全年度?|(?<![上去])年末|(?<![上去])年底|(?<!上)年未(?=全|[^\W\d]{2,8}\d)|本年度?|当年|期末|今年)"
)
"""A time word. Who reads it first looks whether it is what something is compared with."""

_MONTHS = {"十": 10, "十一": 11, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
COMPARED = re.compile(r"(?:比|较|与|同|和|自|从|由|于|跟|以|按|是|超过|相当于)$")
PERIODS = re.compile(
    r"“?十[一二三四五六七八九]?五”?(?:时期|期间|以来|五年)|[五三四两近]年(?:来|间|累计|平均)|(?:19|20)\d\d "
    r"?年?[-—–~至]{1,2} ?(?:19|20)\d\d ?年|"
    r"(?:19|20)\d\d ?年以来|“?十[一二三四五六七八九]?五”"
)
"""Words for several years together."""


def when_of(found: re.Match[str]) -> When:
    """The time that a match of `TIME` states.

    >>> [when_of(found) for found in TIME.finditer("2024年前三季度，12月末，全年")]
    [When(kind='year_to_date', number=9, year=2024, back=0), When(kind='month', number=12, year=None, back=0), \
When(kind='year', number=0, year=None, back=0)]
    """
    year = next((int(found[name]) for name in ("y1", "y2", "y3", "y4", "y5") if found[name]), None)
    kind: WhenKind = "year"
    number = 0
    if found["to_date"]:
        kind, number = "year_to_date", _last_month(found)
        # January to December is the year itself, to June the half, to March the quarter.
        if number == 12:
            kind, number = "year", 0
    elif found["half"]:
        kind, number = "half_year", 1 if found["which"] == "上" else 2
    elif found["quarter"]:
        kind, number = "quarter", _NUMBERS[found["q"]]
    elif found["month"]:
        kind, number = "month", int(found["m"])
    return When(kind, number, year, 1 if found["last"] else 0)


def _last_month(found: re.Match[str]) -> int:
    if found["to"]:
        return int(found["to"])
    if found["first"]:
        return 3 * {"二": 2, "两": 2, "三": 3, "2": 2, "3": 3}[found["first"]]
    months = found["months"]
    return int(months) if months.isdigit() else _MONTHS[months]


def title_when(title: str) -> When | None:
    """The time that a title names.

    >>> title_when("2023年云山县国民经济和社会发展统计公报"), title_when("2025年上半年全市经济运行情况")
    (When(kind='year', number=0, year=2023, back=0), When(kind='half_year', number=1, year=2025, back=0))
    """
    times = [when_of(found) for found in TIME.finditer(title) if not found["last"]]
    # Of two years the later is that of the edition.
    year = min((each.year for each in times if each.year), default=None)
    part = next((each for each in times if each.kind != "year"), None)
    if part is not None:
        return When(part.kind, part.number, part.year or year)
    return When("year", 0, year) if year else None
