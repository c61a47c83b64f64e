"""Numbers that are names and not figures: routes, dates, versions, slogans, list numbers."""

from __future__ import annotations

import re
from bisect import bisect_right

from milepost.kernel.span import Span

# A quotation is searched within one line and up to a length at which it is a name and not reported speech.
_QUOTED = re.compile(r"“[^”“\n]{0,40}”|《[^》\n]{0,80}》|「[^」\n]{0,40}」|‘[^’\n]{0,40}’")
_LABEL_AFTER = re.compile(
    r" ?(?:[A-Za-z]+(?![a-z])|千伏|伏特?(?!地)|kV|[+]|号|版|期(?!末)|代(?!码)|强|维|级(?!以上)|型|式|线(?!城市)|楼|路|弄|寸|款?车型|月(?!均)|日|时(?!间)|届|"
    r"次会议|次全会|全会|中全会|大以来|周年|[.]\d+[.]|世纪|年代|周岁|岁|比例尺|：\d)"
)
_UNIT_LETTERS = re.compile(r" ?(?:km|kW|KW|MW|GW|kWh|kg|t|m2|m3|TEU|PB|TB|EB|P|EFLOPS|PFLOPS|M|Mbps|Gbps)(?![A-Za-z])")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_AFTER_YEAR = re.compile(r" ?(?:年|[-–—~至到/.])")
_ITEM = re.compile(r"\d{1,2} ?[.、）](?!\d)")
_REACHED = re.compile(r"(?:[到至达为过超]|控制在|提高|增加|延长|缩短|降低)(?:约|近|了)? ?$")


def quoted_spans(text: str) -> list[Span]:
    """Quoted names and titles, in order: what is numbered inside them is a label."""
    return [Span(*match.span()) for match in _QUOTED.finditer(text)]


def is_label(text: str, match: re.Match[str], quotes: list[Span]) -> bool:
    """Whether a matched number is part of a name, a date or a list number rather than a figure.

    `match` is a match of the figure pattern with the groups `low`, `high` and `unit`.
    """
    start, end = match.start(), match.end()
    before = text[max(0, start - 2) : start]
    if before[-1:] in ("第", "+", "#", "№", "/") or before == "PM" or _in_quotes(start, quotes):
        return True
    if before[-1:] in ("-", "—", "–") and text[max(0, start - 3) : start - 1].isascii() and text[start - 2 : start - 1].isalnum():
        return True
    number_end = match.end("high") if match["high"] else match.end("low")
    low, high, unit = match["low"], match["high"], match["unit"]
    if _YEAR.match(low) and unit in (None, "年") and not match["low_scale"] and (unit == "年" or _AFTER_YEAR.match(text, match.end("low"))):
        return True
    if high and _YEAR.match(high) and unit in (None, "年"):
        return True
    if unit in ("岁", "周岁"):
        return not _REACHED.search(text, max(0, start - 6), start)
    if unit in ("M", "P", "t", "度", "成", "方", "里", "点", "道", "层", "级", "日", "期", "站", "班", "块", "门", "篇") and _part_of_word(text, end, unit):
        return True
    after = _LABEL_AFTER.match(text, number_end)
    if after and not _UNIT_LETTERS.match(text, number_end) and (unit is None or unit in ("级", "期", "日", "届")):
        return True
    if unit is None and not match["low_scale"] and _starts_line(text, start) and _ITEM.match(text, start):
        return True
    # 60万千瓦级 is a class of size; 千亿级 is read elsewhere.
    return end < len(text) and text[end] in "+级"


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
