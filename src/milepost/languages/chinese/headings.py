"""Which marks head the divisions of a Chinese plan: 第三篇, 第二章, 第一节, 一、, （一）, 专栏3."""

from __future__ import annotations

import re
import unicodedata

from milepost.languages.chinese.numerals import parse_numeral
from milepost.languages.heading_words import HeadingWords

_NUMBER = r"(?P<number>[0-9０-９]{1,3}|[零〇○一二两三四五六七八九十百]{1,7})"
_WORDS = r"[一二三四五六七八九十百]{1,4}"
_OUTLINE = rf"(?P<number>{_WORDS})"
_B = r"[ \t\u3000\u00a0]{0,4}"


def ordinal(words: str) -> int | None:
    """The number in a heading, in numerals or digits of either width; None if it is none.

    >>> ordinal("二十一"), ordinal("十"), ordinal("１２"), ordinal("一百零三"), ordinal("百分")
    (21, 10, 12, 103, None)
    """
    digits = unicodedata.normalize("NFKC", words)
    if digits.isascii() and digits.isdigit():
        return int(digits)
    return parse_numeral(words.replace("○", "〇"))


WORDS = HeadingWords(
    division=re.compile(rf"第{_B}{_NUMBER}{_B}(?P<unit>篇|编|部分|章|节)(?!课|点|目)"),
    levels={"篇": "part", "编": "part", "部分": "part", "章": "chapter", "节": "section"},
    reference=re.compile(r"[的中所里内至到和与、，,；;。”’》）)〉]|提出|明确|规定|要求|指出|[—–-]{1,2}第"),
    preface=re.compile(rf"(?:前{_B}言|序{_B}言|引{_B}言|导{_B}言|绪{_B}言|序|绪{_B}论|引{_B}子|前{_B}记)"),
    contents=re.compile(rf"目{_B}[录次]"),
    numbered=(
        ("一、", re.compile(rf"{_OUTLINE}{_B}[、.．]")),
        ("一是", re.compile(rf"{_OUTLINE}是(?=\S)")),
        ("（一）", re.compile(rf"[（(]{_B}{_OUTLINE}{_B}[）)][、.．]?")),
        ("1.", re.compile(r"(?P<number>[0-9０-９]{1,2})[、.．](?![0-9０-９])")),
        ("（1）", re.compile(r"[（(](?P<number>[0-9０-９]{1,2})[）)][、.．]?")),
    ),
    box=re.compile(rf"专{_B}栏{_B}(?P<number>[0-9０-９]{{1,3}}(?:[-－—.．][0-9０-９]{{1,2}})?|{_WORDS})?"),
    caption=re.compile(r"专[ \u3000]{0,4}栏|(?:附?表|附?图|图表)[ \u3000]{0,4}[0-9０-９一二三四五六七八九十]|目标表"),
    separators="：:、.．—-",
    stops=re.compile(r"[。；！？;]"),
    longest_title=60,
    number=ordinal,
)
