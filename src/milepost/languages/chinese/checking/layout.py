"""Chinese words for the checks on numbers, headings and signs."""

from __future__ import annotations

import re

from milepost.languages.chinese.headings import ordinal
from milepost.languages.layout_words import Enumerator, LayoutWords
from milepost.languages.words import HAN

_WORDS = r"[一二三四五六七八九十]{1,3}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FIGURE = "年|月|万|亿|个|元|倍|公|千|平|米|吨|度|小时|分|%"

_ORDER = r"(?P<number>[0-9]{1,3}(?:[-.．][0-9]{1,2})?|[一二三四五六七八九十]{1,3})"


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
    placeholder_hints=(
        "XX",
        "xx",
        "××",
        "╳╳",
        "??",
        "？？",
        "___",
        "＿＿",
        "待定",
        "待补",
        "待填",
        "待核",
        "TBD",
        "TBC",
    ),
    doubled=re.compile(
        r"(?:[，、；：,][，。、；：！？,;]|[。；][，、；：,;]|。(?<!。。)。(?!。)|[？！][，。、；])+[，。、；]*"
    ),
    widths=(
        (
            ("夹用半角标点", "half-width marks"),
            re.compile(
                rf"[,;:!?](?:(?<={HAN}[,;:!?])(?=[“”‘’（《0-9]|{HAN})|(?<=[0-9%％）”][,;:!?])(?={HAN}))"
                rf"|\.(?<={HAN}\.)(?=\n|\Z)"
            ),
            re.compile("[，；：！？]"),
        ),
        (
            ("夹用半角括号", "half-width brackets"),
            re.compile(rf"\((?:(?=[^()（）\n]{{0,30}}{HAN})|(?<={HAN}\())[^()（）\n]{{1,30}}\)"),
            re.compile("（"),
        ),
        (
            ("夹用半角引号", "straight quotation marks"),
            re.compile(rf"\"[^\"\n]{{0,30}}{HAN}[^\"\n]{{0,30}}\""),
            re.compile("“"),
        ),
    ),
    clause_opening=re.compile(
        "(?:重点)?(?:实施|建设|新建|改造|改建|扩建|续建|推进|加快|开工|完成|建成|支持|开展|推动|打造|配合|保护|启动|争取|做好|"
        "加强|完善|提升|提高|促进|鼓励|引导|组织|落实|力争|继续|稳步|积极|大力|深入|全面|逐步)"
    ),
    pointers=(
        re.compile(
            rf"(?:详?见|参见|参阅|列入|依据|按照)[“《（( ]{{0,2}}(?P<what>附表|附件|附图|附录|表|图)"
            rf"[ ]{{0,2}}{_ORDER}?(?!\w)"
        ),
        re.compile(r"(?P<what>专栏)[ ]{0,2}(?P<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3})"),
    ),
    division_lead=re.compile("(?:详?见|参见|参阅)(?:本规划|本纲要|本方案|本计划)?"),
    label=re.compile(rf"(?P<what>专栏|附表|附件|附图|附录|表|图)[ \t]{{0,3}}{_ORDER}?"),
    opposites=(
        (re.compile("机遇"), re.compile("挑战")),
        (re.compile("优势|有利条件|有利因素"), re.compile("短板|不足|劣势|制约|不利因素|薄弱")),
        (re.compile("成绩|成就|成效"), re.compile("问题|不足|短板|困难")),
    ),
    goal_title=re.compile("(?:远景|发展|主要|总体|奋斗|战略|预期)目标|指导思想|基本原则|总体要求|远景展望"),
    goal_word=re.compile("目标|要求|思路|思想|原则|战略|展望|任务|方向"),
)
