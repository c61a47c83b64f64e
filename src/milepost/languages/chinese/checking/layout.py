"""Chinese words for the checks on numbers, headings and signs."""

from __future__ import annotations

import re

from milepost.languages.chinese.headings import ordinal
from milepost.languages.layout_words import Enumerator, LayoutWords
from milepost.languages.words import HAN

_WORDS = r"[一二三四五六七八九十]{1,3}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FIGURE = "年|月|万|亿|个|元|倍|公|千|平|米|吨|度|小时|分|%"


def _circled(sign: str) -> int:
    return _CIRCLED.index(sign) + 1


WORDS = LayoutWords(
    outline=(
        ("一、", re.compile(rf"(?P<number>{_WORDS})[ \t]{{0,2}}、")),
        ("（一）", re.compile(rf"[（(][ \t]?(?P<number>{_WORDS})[ \t]?[）)]")),
        (
            "1.1",
            re.compile(rf"(?P<number>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}})\.?[ \t\u3000]*(?={HAN})(?!{_FIGURE})"),
        ),
        ("1.", re.compile(r"(?P<number>[0-9]{1,2})[.．、](?!(?!(?:19|20)[0-9]{2}年)[0-9])")),
    ),
    heading_styles=frozenset({"一、", "（一）", "1.1"}),
    enumerators=(
        Enumerator(
            "一是", re.compile(rf"(?<=[。；：，、;:,\n\t —…”’])(?P<number>{_WORDS})是(?={HAN}|“)"), ordinal, opened=True
        ),
        Enumerator("第一，", re.compile(rf"(?<=[。；：;:\n\t ])第(?P<number>{_WORDS})[,，、]"), ordinal, opened=True),
        Enumerator("（1）", re.compile(r"(?<![A-Za-z0-9表图式])[（(](?P<number>[0-9]{1,2})[）)](?![0-9])"), ordinal),
        Enumerator("（一）", re.compile(rf"(?<=[。；：，、;:,])[（(](?P<number>{_WORDS})[）)]"), ordinal),
        Enumerator("①", re.compile(rf"(?P<number>[{_CIRCLED}])"), _circled, opened=True),
    ),
    value_header=re.compile(r"(?:19|20)\d\d|基期|现状值|目标值|年均|累计|期末"),
    sum_header=re.compile("累计"),
    year_header=re.compile(r"(?:19|20)\d\d ?年?(?:目标|实绩|基期|现状|完成)?值?"),
    cumulative_figure=re.compile(r"[〔\[【［]\s*[0-9０-９][^〕\]】］]{0,12}[〕\]】］]\S{0,4}"),
    placeholder=re.compile(
        r"(?<![A-Za-z0-9])(?:X{2,4}|x{2,4}|[×╳]{2,4})(?![A-Za-z0-9型系])|[?？]{2,}|_{3,}|＿{2,}"
        r"|(?<![等期对接招有亟尚])待(?:定|补充|填写|核填)(?=[。，；、）)\s]|\Z)|\b(?:TBD|TBC)\b"
    ),
    doubled=re.compile(
        r"(?:[，、；：,][，。、；：！？,;]|[。；][，、；：,;]|。(?<!。。)。(?!。)|[？！][，。、；])+[，。、；]*"
    ),
)
