"""Chinese units and words that are written in more than one way."""

from __future__ import annotations

import re

from milepost.languages.naming_words import Spelling, Spellings


def _behind_figure(unit: str, goes_on: str = "") -> re.Pattern[str]:
    """A unit behind a figure; `goes_on` is what shows that another unit is meant.

    The search leaps to the unit by its first character and looks back from there.
    """
    behind = f"(?!{goes_on})" if goes_on else ""
    return re.compile(rf"{unit}(?<=[\d万亿余多几百千]{unit}){behind}")


def _words(*ways: str) -> tuple[Spelling, ...]:
    return tuple(Spelling(way, re.compile(re.escape(way))) for way in ways)


UNITS: tuple[Spellings, ...] = (
    Spellings(
        "千伏", "kilovolts",
        (Spelling("千伏", _behind_figure("千伏")), Spelling("kV", re.compile(r"[kK][vV](?<=\d..)(?![A-Za-z])"))),
    ),
    Spellings(
        "吨", "tonnes",
        (Spelling("吨", _behind_figure("吨", "公里")), Spelling("t", _behind_figure("t", "[A-Za-z]"))),
    ),
    Spellings(
        "千米", "kilometres",
        (
            Spelling("公里", _behind_figure("公里")),
            Spelling("千米", _behind_figure("千米")),
            Spelling("km", _behind_figure("km", "[²2/]")),
        ),
    ),
    Spellings(
        "平方千米", "square kilometres",
        (*_words("平方公里", "平方千米"), Spelling("km²", _behind_figure("km[²2]"))),
    ),
    Spellings(
        "兆瓦", "megawatts",
        (Spelling("兆瓦", _behind_figure("兆瓦")), Spelling("MW", _behind_figure("MW", "h"))),
    ),
    Spellings(
        "千克", "kilograms",
        (
            Spelling("公斤", _behind_figure("公斤")),
            Spelling("千克", _behind_figure("千克")),
            Spelling("kg", _behind_figure("kg")),
        ),
    ),
    Spellings(
        "立方米", "cubic metres",
        (Spelling("立方米", _behind_figure("立方米")), Spelling("m³", _behind_figure("m[³3]"))),
    ),
    Spellings(
        "平方米", "square metres",
        (
            Spelling("平方米", _behind_figure("平方米")),
            Spelling("平米", _behind_figure("平米")),
            Spelling("㎡", re.compile("㎡|m²(?<=[^k]m²)")),
        ),
    ),
    Spellings(
        "回路序号", "numbers of circuits",
        (
            Spelling("Ⅱ回", re.compile(r"[ⅠⅡⅢⅣ]回|(?<![A-Z])II?I?回")),
            Spelling("二回", re.compile(r"[一二三四]回(?=\d|线|输|千伏|[kK][vV])")),
        ),
    ),
    Spellings("摄氏度", "degrees", (Spelling("℃", re.compile("℃")), Spelling("摄氏度", re.compile("摄氏度")))),
)  # fmt: skip

SPELLINGS: tuple[Spellings, ...] = (
    Spellings("“其他”", "the word for 'other'", _words("其他", "其它")),
    Spellings("天然林保护工程", "the programme for natural forests", _words("天然林保护工程", "天然林资源保护工程")),
    Spellings("网上零售额", "online retail sales", _words("网上零售额", "网络零售额")),
    Spellings("账户的“账”", "the word for 'account'", _words("账户", "帐户")),
    Spellings("订单", "the word for 'order'", _words("订单", "定单")),
    Spellings("渡假与度假", "the word for 'holiday'", _words("度假", "渡假")),
    Spellings("互联网＋", "the name 'Internet Plus'", _words("互联网+", "互联网加")),
    Spellings("残疾人", "the word for disabled persons", _words("残疾人", "残障人")),
)
