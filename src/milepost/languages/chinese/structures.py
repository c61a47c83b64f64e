"""Words of slogans that name a spatial structure: numerals, what is counted, and how members are introduced."""

from __future__ import annotations

import re

from milepost.languages.structure_words import StructureWords
from milepost.languages.words import HAN

_NUMERALS = {sign: value for value, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "双": 2}
# 多 stands for any number.
_SIGNS = "".join(_NUMERALS) + "多"
_NUMBER = f"[{_SIGNS}]"

# What the groups of a spatial slogan end in (两主, 一核引领, 三大板块).
_SPATIAL = (
    "核 心 主 副 轴 带 圈 区 廊 极 翼 群 片 点 屏 线 纵 横 环 链 园 团 港 城 汇 山 河 块 湖 谷 脉 核心 中心 重点 "
    "节点 组团 板块 基地 走廊 通道 枢纽 平台 支点 门户 屏障 高地 集群 片区 园区 支撑 引领 带动 协同 联动 集聚 驱动 "
    "辐射"
)
_SPATIAL_NOUN = "|".join(sorted(_SPATIAL.split(), key=len, reverse=True))
_COUNTED_SIGN = rf"[^{_SIGNS}\W\da-zA-Z_]"
_GROUP = rf"{_NUMBER}{_COUNTED_SIGN}{{1,6}}"
_COUNTED = rf"{_NUMBER}(?:个|大|条)?(?:{_SPATIAL_NOUN})"

# What joins a group's name to its members, longest forms of a kind first.
_INTRODUCED = "：|:|是指|指的是|，即|即|——|，指|指|，为|为|，是|是|，包括|包括"

WORDS = StructureWords(
    numerals=_NUMERALS,
    ordinals=("一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"),
    measures="个大条座",
    others="等",
    groups=re.compile(_GROUP),
    quoted=re.compile(rf"[“\"‘]({_GROUP}(?:[、，,—－·\-]?{_GROUP}){{0,7}})[”\"’]"),
    # The numeral comes before what is looked at behind it, so that the search runs from numeral to numeral.
    bare=re.compile(rf"{_NUMBER}(?<![第“\"‘].)(?:个|大|条)?(?:{_SPATIAL_NOUN})(?:[、，]?{_COUNTED}){{1,7}}"),
    before_bracket=re.compile(rf"(?P<group>{_GROUP})(?P<quote>[”\"’]?)[（(]"),
    spatial_end=re.compile(rf"(?:{_SPATIAL_NOUN})$"),
    taken_up=re.compile(
        rf"(?P<label>{_NUMBER}(?<=[。；;：:\n，,、（(“\"‘—－ \u3000].){_COUNTED_SIGN}{{1,6}}?)[”’\"]?(?:{_INTRODUCED})"
    ),
    # Verbs and adverbs at the front of a member's words (重点打造).
    verbs=re.compile(
        r"(?:(?:着力|重点|全力|加快|大力|积极|努力|即|以|是|主要|包括|共同|统筹|协同|整体|高标准|高水平|深入|"
        r"全面|继续|进一步)|"
        r"(?:打造|建设|构建|形成|培育|发展|建成|推进|推动|做强|做大|做优|提升|依托|构筑|打响|布局|发挥|实施|支持))+"
    ),
    conjunction=re.compile(r"以及|[和与及]"),
    shared_tail=re.compile(rf"{_NUMBER}(?:大|个|条|座|处)(?P<noun>{HAN}{{2,12}})$"),
    # 以甲市为核心: the member is 甲市.
    centre=re.compile(
        rf"^以?(?P<name>.{{2,24}}?)(?:为|作为){HAN}{{0,6}}(?:核心|中心|龙头|支点|轴线|主轴|节点|引领|主体)"
    ),
)
