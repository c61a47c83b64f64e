"""How Chinese names of projects state a capacity or a size (年产100万吨镁系产品, 20万锭纺纱, 万头生猪养殖)."""

from __future__ import annotations

import re

from milepost.languages.capacity_words import CapacityWords

_MEASURES = (
    "立方米 平方米 平方公里 平方千米 标方 吨标准煤 吨标煤 万吨 吨 公斤 千克 公里 千米 车道公里 米 ㎡ m² "
    "m2 m³ m3 km 公顷 亩 "
    "千瓦时 千瓦 兆瓦时 兆瓦 吉瓦时 吉瓦 千伏安 兆伏安 kWh MWh GWh KW kW MW GW kVA MVA 标准箱 标箱 TEU "
    "锭 件 套 头 只 羽 尾 匹 峰 张 床 座 "
    "所 处 台 辆 艘 架 条 根 支 片 块 粒 瓶 盒 箱 袋 桶 双 株 棵 眼 口 孔 户 间 栋 幢 个 枚 卷 平方 立方 "
    "方 升 克拉 克 亿元 元 万 "
    "学位 床位 车位 泊位 机架 标准机架 人次 人 枝 盆 只鸡 千升 毫升 t T kg L PFLOPS P Mbps 平米 头份 剂 "
    "重量箱 标台 班 P算力"
)
_MEASURE = "|".join(sorted(map(re.escape, _MEASURES.split()), key=len, reverse=True))
_TIME = r"(?:/(?:年|天|日|小时|时|月|a|d|h|班)|·?(?:a|d)⁻¹)"
_ROUND = "吨|亩|头|只|羽|尾|锭|株|套|平方米|立方米|千瓦|兆瓦|标箱|件|台|张|公顷"

WORDS = CapacityWords(
    figure=re.compile(
        rf"(?<![A-Za-z0-9.．第№])(?P<low>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?)"
        rf"(?:\s?(?:-|~|—|–|至|到)\s?(?P<high>[0-9]+(?:\.[0-9]+)?))?(?:余|多)?\s?"
        rf"(?P<scale>[十百千]?)(?P<unit>[万亿]?(?:{_MEASURE}){_TIME}?)(?<![A-Za-z](?=[A-Za-z]))"
        rf"|(?<![一二三四五六七八九十百千万亿0-9两几数])(?P<word>[百千万])(?P<round>[万亿]?(?:{_ROUND}){_TIME}?)"
    ),
    follows_no=re.compile(r"级|以上|以下|号|期|电压|伏|长制"),
    thing=re.compile(r"(?:的)?(?P<thing>[^，,、；;。（）()“”《》/\s0-9]+)"),
    stop=re.compile(
        r"(?:(?:绿色|生态|标准化|规模化|智能化?|综合|精深?|深|清洁|高效|循环|配套|一体化|全|产业化|现代化|"
        r"无害化|资源化|资源)?"
        r"(?:建设|项目|工程|生产线?|加工|开发|改造|续建|扩建|新建|技改|扩能|养殖|种植|屠宰|处理|处置|利用|"
        r"提升|提档|提质|拓宽|硬化|加固|疏浚|绿化|扩容|升级|治理|整治|基地|"
        r"产业链|产业园|园区|示范|繁育|回收|制造|组装|储备|仓储|交易|仓库|搬迁|迁建)|及|和|与)"
    ),
    magnitudes={"十": 10, "百": 100, "千": 1000, "万": 1},
    keeps={"万": "万"},
)
