"""Where a Chinese document says which region it is for."""

from __future__ import annotations

import re

from milepost.languages.chinese.places import PLACE_KINDS
from milepost.languages.place_words import RegionWords
from milepost.languages.words import HAN

_KIND = "|".join(PLACE_KINDS)
_PLAN = (
    r"(?:国民经济和社会发展|经济社会发展|国民经济与社会发展|(?:人民)?政府工作报告|"
    r"(?:第?十[一二三四五六七八九]?个?五年|“十[一二三四五六七八九]五”|\d{4})[^\n《》。]{0,30}?(?:规划|计划|纲要|报告))"
)

WORDS = RegionWords(
    form=None,
    titles=(
        re.compile(rf"(?<!{HAN})(?:关于)?(?:\d{{4}}\s*年)?\s*(?P<name>{HAN}{{2,24}}?)(?:20\d\d\s*年)?{_PLAN}"),
        re.compile(rf"在(?P<name>{HAN}{{2,24}}?)第[一二三四五六七八九十百\d]{{1,4}}届人民代表大会"),
    ),
    prefixes=("中共", "关于"),
    quoted=re.compile(r"《([^《》\n]{4,60})》"),
    kinds=PLACE_KINDS,
    official=re.compile(rf"{HAN}{{2,10}}(?:{_KIND})"),
    official_run=re.compile(rf"{HAN}{{1,12}}?(?:{_KIND})"),
    # A zone or corps inside a division (新疆生产建设兵团) is a region of its own, and in no table.
    zone=re.compile(r".(?:兵团|园区|开发区|示范区|试验区|新区|合作区)$"),
)
