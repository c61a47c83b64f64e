"""Words of slogans that name a spatial structure: numerals, what is counted, and how members are introduced."""

from __future__ import annotations

import re

NUMERALS = {"一": 1, "二": 2, "两": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
"""Numerals of slogans by value; 多 stands for any number."""

ORDINALS = ("一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是")

_SPATIAL = (
    "核 心 主 副 轴 带 圈 区 廊 极 翼 群 片 点 屏 线 纵 横 环 链 园 团 港 城 汇 山 河 块 湖 谷 脉 核心 中心 重点 "
    "节点 组团 板块 基地 走廊 通道 枢纽 平台 支点 门户 屏障 高地 集群 片区 园区 支撑 引领 带动 协同 联动 集聚 驱动 "
    "辐射"
)
SPATIAL = tuple(_SPATIAL.split())
"""Words that a group of a spatial slogan ends in (两主, 一核引领, 三大板块)."""

INTRODUCTIONS = (
    "：", ":", "是指", "指的是", "，即", "即", "——", "，指", "指", "，为", "为", "，是", "是", "，包括", "包括",
)  # fmt: skip
"""What joins a group's name to its members, longest forms of a kind first."""

VERBS = re.compile(
    r"(?:(?:着力|重点|全力|加快|大力|积极|努力|即|以|是|主要|包括|共同|统筹|协同|整体|高标准|高水平|深入|"
    r"全面|继续|进一步)|"
    r"(?:打造|建设|构建|形成|培育|发展|建成|推进|推动|做强|做大|做优|提升|依托|构筑|打响|布局|发挥|实施|支持))+"
)
"""Verbs and adverbs at the front of a member's words (重点打造)."""

AS_CENTRE = re.compile(r"^以?(?P<name>.{2,24}?)(?:为|作为)[一-鿿]{0,6}(?:核心|中心|龙头|支点|轴线|主轴|节点|引领|主体)")
"""以甲市为核心: the member is 甲市."""
