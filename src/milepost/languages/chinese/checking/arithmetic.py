"""Chinese words for the checks on figures that must tie."""

from __future__ import annotations

import re

from milepost.languages.arithmetic_words import ArithmeticWords
from milepost.languages.chinese.checking import counting, movement

WORDS = ArithmeticWords(
    yearly=re.compile(r"年均|年平均|平均每年|每年平均|年复合|逐年"),
    each_year=re.compile(r"每年|年均|逐年"),
    base_year=re.compile(r"(?P<year>(?:19|20)\d\d)年"),
    grown_by=re.compile(r"(?:增长|增加|提高|提升|扩大|上升)(?:了|近|约|到?超过)?$"),
    told=re.compile(r"(?:[五四三两]年)?(?:累计|合计|总计)?(?:完成|实现)?$|^(?:累计|完成|实现)"),
    points=re.compile(r"个?百分点"),
    fold_units=re.compile(r"倍"),
    price_bases=re.compile(r"可比价|不变价|当年价|现价"),
    counting=counting.WORDS,
    movement=movement.WORDS,
)
