"""Words that state a figure without a numeral: 全覆盖, 清零, 翻一番, 同步, 高于上年, 控制在下达指标内."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from milepost.kernel.span import Span
from milepost.languages.chinese.numerals import parse_numeral
from milepost.languages.mention import Comparator, Implied, Mention, Number

# Everything is one alternation, so that the text is walked through once. The first assertion names the characters
# that any member begins with: it turns away most positions at once.
_IMPLIED = re.compile(
    r"(?=[全县乡镇村户人市校家应所清动零不杜减下翻控维保完达根按各基大同高快优低好多超])(?:"
    r"(?P<completion>(?<![个项类健安])全(?:面|域)?覆盖|(?P<each>[县乡镇村户人市校家])(?P=each)(?:通(?!过|"
    r"知)|能|有(?!责))|应(?P<ought>[^\W\x00-\xff])尽(?P=ought)"
    r"|(?<=实现)(?:全国|全省|全市|全区)?所有|(?<=[使让])所有|所有(?=具备条件|有条件)|"
    r"全部(?![的国内力精过责费资收用心身])(?=[^，。；、]{2}))"
    r"|(?P<zero>(?:动态)?清零|(?<=实现)零(?!的|售|星|距|碳|排|跑|工|就|信|部|件|组|接|下|上|时)|不发生|杜绝发生|零(?:增长|发生|事故|死亡|伤亡))"
    r"|(?P<half>减半|减少一半|下降一半)"
    r"|(?P<multiple>翻(?P<times>[一两二三]?)番)"
    r"|(?P<deferred>(?:不?(?:控制|维持|保持)在)[^，。；、\d]{0,14}(?:指标|目标|下达|红线|"
    r"任务)[^，。；、\d]{0,4}?(?:以?内|之内)"
    r"|(?:完成|达到)(?:国家|自治区|省|上级|市|区)(?:[^，。；、\d]{0,6})下达[^，。；、\d]{0,6}(?:目标|指标|任务)"
    r"|(?:根据|按照?)[^，。；、\d]{2,12}指标[^，。；、\d]{0,4}(?:落实|执行|确定)"
    r"|保持在合理区间、?[^，。；\d]{0,8}视情[^，。；]{0,6}提出|各年度视情[^，。；]{0,6}提出)"
    r"|(?P<discretionary>保持在合理(?:区间|水平|范围))"
    r"|(?P<together>(?:基本|保持|大体)*同步(?=[，。；、”）]|$|提高|增长))"
    r"|(?P<compared>(?:不低于|高于|快于|大于|优于|低于|好于|多于|超过)(?!等于|预期|正常|[\d ><≥≤]|约|"
    r"近)[^，。；、\d：\n]{2,22})"
    r")"
)
_COMPARED: tuple[tuple[str, Comparator], ...] = (
    ("不低于", "ge"), ("高于", "gt"), ("快于", "gt"), ("大于", "gt"), ("优于", "gt"), ("低于", "lt"), ("好于", "gt"),
    ("多于", "gt"), ("超过", "gt"),
)  # fmt: skip
# What a comparison may hang on: a growth, an average, an earlier or upper level.
_GROWS = re.compile(r"(?:增长|增速|增幅|增长率|速度|增势)$")
_AFTER = re.compile(r"以上|左右")
_YARDSTICK = re.compile(
    r"(?:增长|增速|增幅|速度|幅度|平均|均值|水平|上年|去年|同期|时期|实际|总体|目标|指标|下限|"
    r"标准)(?:水平|实际|值|数)?$"
)


def implied_mentions(text: str) -> Iterator[Mention]:
    """Mentions of implied figures in a folded text, in order.

    >>> found = implied_mentions("实现铁路网全覆盖，零就业家庭动态清零，收入与经济增长基本同步。")
    >>> [(mention.value, mention.unit, mention.implied) for mention in found]
    [(100, '%', 'completion'), (0, None, 'zero'), (None, None, 'relative')]
    """
    for match in _IMPLIED.finditer(text):
        name = next(name for name in _BUILDERS if match[name])
        mention = _BUILDERS[name](match)
        if mention is not None:
            yield mention


_Builder = Callable[[re.Match[str]], Mention | None]


def _plain(value: Number | None, unit: str | None, implied: Implied, comparator: Comparator = "eq") -> _Builder:
    def build(match: re.Match[str]) -> Mention:
        span = Span(*match.span())
        return Mention(span, span, value, None, unit, comparator, implied=implied)

    return build


def _zero(match: re.Match[str]) -> Mention:
    span = Span(*match.span())
    return Mention(span, span, 0, None, "%" if match[0] == "零增长" else None, "eq", implied="zero")


def _multiple(match: re.Match[str]) -> Mention:
    span = Span(*match.span())
    after = _AFTER.match(match.string, span.end)
    comparator: Comparator = "eq" if after is None else "ge" if after[0] == "以上" else "approx"
    extent = Span(span.start, after.end() if after else span.end)
    return Mention(span, extent, 2 ** (parse_numeral(match["times"]) or 1), None, "倍", comparator, implied="multiple")


def _together(match: re.Match[str]) -> Mention:
    span = Span(*match.span())
    return Mention(
        span, span, None, None, None, "approx" if "基本" in match[0] else "eq", implied="relative", against=""
    )


def _compared(match: re.Match[str]) -> Mention | None:
    words = match[0]
    grows = _GROWS.search(match.string, max(0, match.start() - 6), match.start())
    if (
        not (_YARDSTICK.search(words.rstrip("”“")) or grows)
        or match.string[match.end() : match.end() + 1].strip()[:1].isdigit()
    ):
        return None
    comparator = next(meaning for word, meaning in _COMPARED if words.startswith(word))
    word = next(word for word, _ in _COMPARED if words.startswith(word))
    span = Span(*match.span())
    return Mention(span, span, None, None, None, comparator, implied="relative", against=words[len(word) :])


_BUILDERS: dict[str, _Builder] = {
    "completion": _plain(100, "%", "completion"),
    "zero": _zero,
    "half": _plain(50, "%", "half"),
    "multiple": _multiple,
    "deferred": _plain(None, None, "deferred", "none"),
    "discretionary": _plain(None, None, "discretionary", "none"),
    "together": _together,
    "compared": _compared,
}
