"""Numbers that are names and not figures: routes, dates, versions, slogans, list numbers."""

from __future__ import annotations

import re
from bisect import bisect_right

from milepost.kernel.span import Span

# A quotation is searched within one line and up to a length at which it is a name and not reported speech.
_QUOTED = re.compile(r"“[^”“\n]{0,40}”|《[^》\n]{0,80}》|「[^」\n]{0,40}」|‘[^’\n]{0,40}’")
_LABEL_AFTER = re.compile(
    r" ?(?:[A-Za-z]+(?![a-z])|千伏|伏特?(?!地)|kV|[+]|号|版|期(?=工程|项目|建设|规划|改造)|代(?!码)|强|"
    r"维|级(?!以上)|型|式|"
    r"线(?!城市)|楼|路|弄|寸|款?车型|月(?!均)|日|时(?!间)|届|"
    r"次会议|次全会|全会|中全会|大以来|周年|[.]\d+[.]|世纪|年代|周岁|岁|比例尺|：\d)"
)
_UNIT_LETTERS = re.compile(
    r" ?(?:km|kW|KW|MW|GW|kWh|kg|t|m2|m3|TEU|PB|TB|EB|P|EFLOPS|PFLOPS|M|Mbps|"
    r"Gbps)(?![A-Za-z])"
)
# No plan prints a figure of more characters than this; account numbers and damage do.
_LONGEST_FIGURE = 48
_YEAR = re.compile(r"(?:19|20)\d\d$")
_AFTER_YEAR = re.compile(r" ?(?:年|[-–—~至到/.])")
_ITEM = re.compile(r"\d{1,2} ?[.、）](?!\d)")
# Units that are also the first character of everyday words.
_FIRST_CHARACTERS = frozenset(("M", "P", "t", *"度成方里点道层日站班块门篇发"))
_REACHED = re.compile(r"(?:[到至达为过超]|控制在|提高|增加|延长|缩短|降低)(?:约|近|了)? ?$")


def quoted_spans(text: str) -> list[Span]:
    """Quoted names and titles, in order: what is numbered inside them is a label."""
    return [Span(*match.span()) for match in _QUOTED.finditer(text)]


def is_label(text: str, match: re.Match[str], quotes: list[Span]) -> bool:
    """Whether a matched number is part of a name, a date or a list number rather than a figure.

    `match` is a match of the figure pattern with the groups `low`, `high` and `unit`.
    """
    start, end = match.span()
    # 60万千瓦级 is a class of size; 千亿级 is read elsewhere.
    if text[end : end + 1] in ("+", "级") or end - start > _LONGEST_FIGURE or _in_quotes(start, quotes):
        return True
    return _behind_a_name(text, start) or _is_year(text, match) or _before_a_name(text, match) or _is_item(text, match)


def _behind_a_name(text: str, start: int) -> bool:
    """第3, PM2.5, +3, and the second half of a code such as CR-400."""
    last, two = text[max(0, start - 1) : start], text[max(0, start - 2) : start]
    code = text[max(0, start - 3) : start - 1]
    ranked = last == "前" and two not in ("目前", "提前", "此前", "以前", "之前", "当前")
    return (
        ranked
        or last in ("第", "+", "#", "№", "/")
        or two == "PM"
        or (last in ("-", "—", "–") and code.isascii() and code[-1:].isalnum())
    )


def _is_year(text: str, match: re.Match[str]) -> bool:
    low, high, unit = match["low"], match["high"], match["unit"]
    if unit not in (None, "年"):
        return False
    if high and _YEAR.match(high):
        return True
    dated = unit == "年" or _AFTER_YEAR.match(text, match.end("low"))
    return bool(_YEAR.match(low) and not match["low_scale"] and dated)


def _before_a_name(text: str, match: re.Match[str]) -> bool:
    """5G, 220kV, 2.0行动, 3岁以下, 5层次: what stands behind makes a name of the number."""
    unit, end = match["unit"], match.end()
    if unit in ("℃", "摄氏度") and text[max(0, match.start() - 1) : match.start()] in ("-", "−", "零"):
        return True
    if unit is None and match["low"].endswith(".0") and "\u4e00" <= text[end : end + 1] <= "\u9fff":
        return True
    if unit in ("岁", "周岁"):
        return not _REACHED.search(text, max(0, match.start() - 6), match.start())
    if unit in _FIRST_CHARACTERS and _part_of_word(text, end, unit):
        return True
    number_end = match.end("high") if match["high"] else match.end("low")
    named = _LABEL_AFTER.match(text, number_end) and not _UNIT_LETTERS.match(text, number_end)
    return bool(named) and unit in (None, "期", "日", "届")


def _is_item(text: str, match: re.Match[str]) -> bool:
    """The number of a list item at the start of a line or sentence."""
    bare = match["unit"] is None and not match["low_scale"]
    return bare and _starts_line(text, match.start()) and bool(_ITEM.match(text, match.start()))


def _part_of_word(text: str, end: int, unit: str) -> bool:
    """Whether a short classifier is really the first character of another word (5层次, 3点建议)."""
    return end < len(text) and text[end] not in "，。；、）)以左”\n的和及与或至到~-—/ " and unit not in ("P", "门")


def _starts_line(text: str, position: int) -> bool:
    while position > 0 and text[position - 1] in " （":
        position -= 1
    return position == 0 or text[position - 1] in "\n。；"


def _in_quotes(position: int, quotes: list[Span]) -> bool:
    index = bisect_right(quotes, (position, position)) - 1
    return index >= 0 and quotes[index].start < position < quotes[index].end
