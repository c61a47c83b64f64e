"""Where figures stand in a Chinese text: numbers with unit and comparator, and words that stand for a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from milepost.kernel.span import Span
from milepost.languages.chinese.implied import implied_mentions
from milepost.languages.chinese.labels import is_label, quoted_spans
from milepost.languages.chinese.numerals import parse_numeral
from milepost.languages.chinese.units import UNIT, classifier
from milepost.languages.mention import Comparator, Mention, Number
from milepost.languages.numbers import parse_number, scaled
from milepost.languages.words import words

# Begins with a class of characters, which lets the engine run to the next digit at once.
_NUMBER = r"[0-9](?:(?: \d)+(?!\d)|\d{0,2}(?:,\d{3})+|\d*)(?:\.\d+)?"
_SCALE = r"(?:[十百千](?!分点|瓦|米|克|伏|卡|帕|赫))?(?:万亿|亿|万)?"
_CLASSIFIER = "|".join(
    classifier(word)
    for word in words("个百分点 个 家 座 条 所 项 名 处 种 支 类 对 场 户 件 套 间 台 辆 艘 架 张 只 口 倍 亩 公里")
)
# Units that are printed at the lower end of a range or behind a numeral in characters.
_SHORT_UNIT = (
    rf"(?:%|‰|个百分点|美元|元|吨标准煤|吨|斤|亩|公顷|人次|人|平方公里|平方米|立方米|公里|米|千瓦时|千瓦|{_CLASSIFIER})"
)
_FIGURE = re.compile(
    rf"(?P<low>{_NUMBER}) ?(?P<few>[多余来])?(?P<low_scale>{_SCALE})(?P<odd>[多余])?"
    rf"(?:(?P<low_unit>{_SHORT_UNIT})?(?P<dash> ?[-–—~至到]{{1,2}} ?)(?P<high>{_NUMBER}) ?(?P<high_scale>{_SCALE}))?"
    rf" ?(?P<unit>/ ?10 ?万|{UNIT})?"
)
_NUMERAL_RUN = re.compile(r"[一二两三四五六七八九十百千]+")
_WORDED = re.compile(
    rf"(?<![第“一二两三四五六七八九十百千万亿数几每])"
    rf"(?:(?P<low>[一二两三四五六七八九十百千]{{1,8}})(?P<dash>到|至|-|—)(?P<high>[一二两三四五六七八九十百千]{{1,8}})"
    rf"|(?P<one>(?:一(?=[十百千])|[二两三四五六七八九十百千])[一二三四五六七八九十百千]{{0,8}}))"
    rf"(?:(?P<scale>万亿|亿|万)(?P<odd_big>[多余])?(?P<big_unit>{_SHORT_UNIT})?+|"
    rf"(?P<odd>[多余])?(?P<unit>{_CLASSIFIER}))(?![体级]|大(?!关))"
)
_ROUGH = re.compile(r"(?P<scale>万亿|亿|万)级")
_ROUGH_HEAD = re.compile(r"(?:(?<![\d.])\d{1,6}|(?<![一二两三四五六七八九十百千万亿])[十百千]?)$")
_RATIO = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d+)?(?:[：:∶]\d{1,3}(?:\.\d+)?)+(?![\d.：:])")
_COLON = re.compile(r"[：:∶]\d")
_RATIO_PART = re.compile(r"\d+(?:\.\d+)?")
_FRACTION = re.compile(r"(?P<bottom>百|[二三四五六七八九十])分之(?P<top>[一二两三四五六七八九十百]+)")
_TENTHS = re.compile(
    r"(?P<digit>[一二两三四五六七八九])成(?=以上|左右|以内|的|[，。；、])|一半(?=以上|左右|[，。；、])"
)

_AFTER = re.compile(r" ?(?:（含）)?(?P<word>及以上|或以上|以上|及以内|以内|之内|以下|左右|上下|之间)")
_AFTER_MEANING: dict[str, Comparator] = {
    "及以上": "ge", "或以上": "ge", "以上": "ge", "及以内": "le", "以内": "le", "之内": "le", "以下": "le",
    "左右": "approx", "上下": "approx", "之间": "range",
}  # fmt: skip
_BEFORE = re.compile(
    r"(?P<ge>达到或(?:超过|高于)|不得?低于|不得少于|不低于|不少于|不小于|至少|≥|大于等于|高于或等于|最少)|(?P<le>不得(?:超过|高于|突破)|不超过|不高于|不多于|不大于|≤|"
    r"至多|最多|最高|控制在|低于或等于)"
    r"|(?P<gt>超过|突破|高于|大于|多于|超出|跨越|迈上|站上|超|逾|>)|(?P<lt>低于|小于|少于|不足|不到|<)|"
    r"(?P<approx>大约|约为|约|接近|近|将近|(?<!以)上)"
)
_BEFORE_END = re.compile(
    rf"(?:{_BEFORE.pattern})(?P<to>达到|达|至|到|了|为|有)?"
    r"(?:每(?:人|月|年|户|亩|吨|次|天|度|千瓦时|平方米|立方米|公里)+)? ?$"
)
_NEXT_TO = 6
_STATED_BEFORE: tuple[Comparator, ...] = ("ge", "le", "gt", "lt", "approx")


def figures(text: str) -> list[Mention]:
    """Every figure of a folded text (see `fold`), in order; labels such as 5G, G219 or 10+5 are left out.

    >>> [(m.value, m.unit, m.comparator) for m in figures("产量达到10.5万吨以上，建成3-5家示范点，占比不低于四成。")]
    [(10.5, '万吨', 'ge'), (3, '家', 'range'), (40, '%', 'ge')]
    """
    quotes = quoted_spans(text)
    found = [*_ratios(text), *_digit_figures(text, quotes), *_worded_figures(text, quotes), *implied_mentions(text)]
    found.sort(key=lambda mention: mention.span.start)
    kept: list[Mention] = []
    for mention in found:
        if kept and mention.span.start < kept[-1].span.end:
            continue
        if kept and _belongs_to(text, kept[-1], mention):
            kept.pop()
        kept.append(mention)
    return kept


def _belongs_to(text: str, word: Mention, figure: Mention) -> bool:
    """Whether 全部 only says of whom the figure behind it is said (全部达到9人以下)."""
    between = text[word.span.start : figure.extent.start]
    return word.implied == "completion" and between.startswith("全部") and len(between) <= _NEXT_TO


def _goes_on_a_code(text: str, start: int) -> bool:
    """Whether a number is the end of a code or of a number (G219, v1.2.3)."""
    before = text[start - 1 : start] if start else ""
    return before == "." or (before.isascii() and before.isalnum())


def _digit_figures(text: str, quotes: list[Span]) -> Iterator[Mention]:
    for match in _FIGURE.finditer(text):
        if _goes_on_a_code(text, match.start()) or is_label(text, match, quotes):
            continue
        value, high = _values(match)
        unit = (
            _scale_word(match["high_scale"] if match["high"] else match["low_scale"]) + (match["unit"] or "")
        ) or None
        unit = unit.replace(" ", "") if unit else None
        end = match.end() if match["unit"] else match.end("high_scale" if match["high"] else "low_scale")
        if match["odd"] and not match["unit"]:
            end = match.end("odd")
        odd = bool(match["few"] or match["odd"])
        yield _with_comparators(text, Span(match.start(), end), value, high, unit, odd)


def _values(match: re.Match[str]) -> tuple[Number, Number | None]:
    """Value and upper value of a matched figure; 百 and 千 go into the value, 万 and 亿 stay in the unit."""
    low = scaled(parse_number(match["low"]), _thousands(match["low_scale"]))
    if not match["high"]:
        return low, None
    high = scaled(parse_number(match["high"]), _thousands(match["high_scale"]))
    return low, high


def _thousands(scale: str | None) -> int:
    return {"十": 10, "百": 100, "千": 1000}.get((scale or "")[:1], 1)


def _scale_word(scale: str | None) -> str:
    return (scale or "").lstrip("十百千")


def _worded_figures(text: str, quotes: list[Span]) -> Iterator[Mention]:
    for run in _NUMERAL_RUN.finditer(text):
        match = _WORDED.match(text, run.start())
        if match is None:
            continue
        if _inside(match.start(), quotes):
            continue
        low, high = _ends(match)
        if low is None or (match["high"] and high is None) or (high is not None and high <= low):
            continue
        unit = (match["scale"] or "") + (match["unit"] or match["big_unit"] or "")
        mention = _with_comparators(text, Span(*match.span()), low, high, unit, bool(match["odd"] or match["odd_big"]))
        yield replace(mention, worded=True)
    yield from _rough_figures(text)
    for match in _FRACTION.finditer(text):
        top, bottom = parse_numeral(match["top"]), 100 if match["bottom"] == "百" else parse_numeral(match["bottom"])
        if top and bottom and top <= bottom:
            yield _worded_share(text, match, round(100 * top / bottom, 2))
    for match in _TENTHS.finditer(text):
        yield _worded_share(text, match, 10 * (parse_numeral(match["digit"]) or 0) if match["digit"] else 50)


def _ratios(text: str) -> Iterator[Mention]:
    """The parts of ratios: 8：45：47 is three figures."""
    if _COLON.search(text) is None:
        return
    for match in _RATIO.finditer(text):
        for part in _RATIO_PART.finditer(text, *match.span()):
            span = Span(*part.span())
            yield Mention(span, span, parse_number(part[0]), None, None, "eq", implied="ratio")


def _ends(match: re.Match[str]) -> tuple[int | None, int | None]:
    """Both ends of a numeral in words: 一到两家, and 两三个 by two neighbouring digits."""
    if match["high"]:
        return parse_numeral(match["low"]), parse_numeral(match["high"])
    one = match["one"]
    if (
        len(one) == 2
        and (ends := (parse_numeral(one[0]), parse_numeral(one[1])))[0] in range(1, 9)
        and ends[1] == (ends[0] or 0) + 1
    ):
        return ends
    return parse_numeral(one), None


def _rough_figures(text: str) -> Iterator[Mention]:
    """Classes of size: 千亿级 is about 1000 亿元."""
    for match in _ROUGH.finditer(text):
        head = _ROUGH_HEAD.search(text, max(0, match.start() - 7), match.start())
        if head is None:
            continue
        value = int(head[0]) if head[0].isdigit() else _thousands(head[0])
        unit = match["scale"] + ("元" if "亿" in match["scale"] else "")
        span = Span(head.start(), match.end())
        yield Mention(span, span, value, None, unit, "approx", implied="magnitude", worded=True)


def _worded_share(text: str, match: re.Match[str], percent: Number) -> Mention:
    mention = _with_comparators(text, Span(*match.span()), percent, None, "%", False)
    return replace(mention, implied="fraction", worded=True)


def _with_comparators(
    text: str, span: Span, value: Number, high: Number | None, unit: str | None, odd: bool
) -> Mention:
    """The mention with the words before and behind it that say how the value is meant."""
    start, end = span
    comparator: Comparator | None = None
    after = _AFTER.match(text, end)
    if after:
        comparator, end = _AFTER_MEANING[after["word"]], after.end()
    before = _BEFORE_END.search(text, max(0, start - 8), start)
    if before:
        start = before.start()
        comparator = comparator or next(name for name in _STATED_BEFORE if before[name])
    if high is not None:
        comparator = "range"
    elif odd and comparator is None:
        comparator = "gt"
    return Mention(span, Span(start, end), value, high, unit, comparator, trailing=bool(after))


def _inside(position: int, spans: list[Span]) -> bool:
    """Whether a position lies inside one of the sorted spans."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle].end <= position:
            low = middle + 1
        else:
            high = middle
    return low < len(spans) and spans[low].start <= position
