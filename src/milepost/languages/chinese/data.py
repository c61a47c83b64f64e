"""Chinese words in names of indicators, for the checks on observations."""

from __future__ import annotations

import re

from milepost.languages.data_words import DataWords

WORDS = DataWords(
    balance=re.compile(r"净|增减|变化|变动|差额|结余|盈亏|顺差|逆差|新增|增量|增加数|自然增长"),
    per_head=re.compile(r"人均|户均|亩均|地均|平均|每[百千万]|单位|单产|密度|指数|[率比]$|比重|占比|增[长速]"),
)
