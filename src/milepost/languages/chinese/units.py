"""Chinese units: which words are units, and what each is in base units."""

from __future__ import annotations

import re

from milepost.languages.words import words

MAGNITUDES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}

# code of the base unit, factor to it, the words. Sources: GB 3100 for units of measurement,
# 1 亩 = 1/15 公顷, 1 斤 = 0.5 kg; counted things (个, 家, 座 …) have the code "1".
_ROWS: tuple[tuple[str, float, str], ...] = (
    ("1", 0.01, "% ％ 个百分点 百分点 成"),
    ("1", 0.001, "‰"),
    ("1", 1, "倍"),
    ("1", 0.00001, "/10万"),
    ("CNY", 1, "元 元人民币 块"),
    ("CNY", 0.01, "分"),
    ("USD", 1, "美元"),
    ("EUR", 1, "欧元"),
    ("HKD", 1, "港元 港币"),
    ("t", 1, "吨 t"),
    ("t", 0.001, "公斤 千克 kg"),
    ("t", 0.0005, "斤"),
    ("tce", 1, "吨标准煤 吨标煤 标准煤 吨标煤当量"),
    ("toe", 1, "吨油当量 吨标油"),
    ("mu", 1, "亩 亩次"),
    ("mu", 15, "公顷"),
    ("m2", 1, "平方米 平米 ㎡ m2"),
    ("m2", 1e6, "平方公里 平方千米 km2"),
    ("m3", 1, "立方米 方 立方 m3"),
    ("m", 1, "米"),
    ("t*m", 1000, "吨公里"),
    ("person*m", 1000, "人公里"),
    ("m", 1000, "公里 千米 km 车道公里"),
    ("m", 500, "里"),
    ("nmi", 1, "海里"),
    ("m", 0.01, "厘米"),
    ("m", 0.001, "毫米"),
    ("W", 1, "瓦"),
    ("W", 1000, "千瓦 kW KW"),
    ("W", 1e6, "兆瓦 MW"),
    ("W", 1e9, "吉瓦 GW"),
    ("Wh", 1000, "千瓦时 度 度电 kWh"),
    ("J", 1, "焦耳"),
    ("VA", 1000, "千伏安"),
    ("VA", 1e6, "兆伏安"),
    ("bit/s", 1e6, "兆 兆比特/秒 Mbps M"),
    ("bit/s", 1e9, "Gbps 吉比特/秒 千兆比特/秒"),
    ("bit/s", 1e12, "Tbps 太比特/秒"),
    ("flop/s", 1e15, "P PFLOPS P算力"),
    ("flop/s", 1e18, "EFLOPS"),
    ("byte", 1e15, "PB"),
    ("byte", 1e12, "TB"),
    ("byte", 1e18, "EB"),
    ("L", 1, "升"),
    ("g", 1, "克"),
    ("g", 1e-6, "微克"),
    ("g", 1e-3, "毫克"),
    ("person", 1, "人 名 位 人口 人次 人员 人年"),
    ("household", 1, "户 户次"),
    ("year", 1, "年 岁 周岁 学年"),
    ("month", 1, "个月"),
    ("day", 1, "天 日 个工作日 工作日"),
    ("hour", 1, "小时 个小时 学时 课时"),
    ("minute", 1, "分钟"),
    ("degree_celsius", 1, "摄氏度 ℃"),
    ("decibel", 1, "分贝"),
    ("teu", 1, "标箱 标准箱 TEU 个标准箱 个标箱"),
)

_COUNTED = words(
    """
    起 发 个 家 所 座 处 条 项 件 套 间 台 辆 艘 架 头 只 羽 匹 峰 张 床 种 类 场 场次 次 届 门 批 批次
    对 组 支 片 块 册 部 本 篇
    株 棵 口 眼 盏 盘 列 例 宗 笔 款 幅 枚 副 股 团 队 期 席 幢 栋 点 站 孔 根 份 集 首 班 车次
    架次 航次 标段 亩 村 镇 乡 县
    乡镇 行政村 县（市） 县(市) 县（区） 县（市、区） 街道 社区 国家 台（套） 台(套) 套（间）
    套(间) 个（套） 人（次） 台套 剂
    箱 桶 袋 包 瓶 平台 层 道 圈 环 通道 方面 尾 粒 穴 万株 令 重量箱 标准台 标台 车位 泊位 床位
    学位 辆次 家次 户（次）
    """
)

UNITS: dict[str, tuple[str, float]] = {}
for _code, _factor, _words in _ROWS:
    for _word in _words.split():
        UNITS.setdefault(_word, (_code, _factor))
for _word in _COUNTED:
    UNITS.setdefault(_word, ("1", 1))

# Classifiers that are also the first character of other words (100万家庭 counts households, not 家).
_OTHER_WORDS = {
    "个": "别体人性案税", "家": "庭禽畜居园长", "所": "有在需", "名": "优特新牌录", "种": "植养子业",
    "支": "柱持部线付撑出", "对": "口外内接象标", "户": "外籍均用型", "部": "门分署委队级省",
    "处": "理置于方罚", "门": "诊类店", "场": "地馆所景镇站", "列": "车入", "组": "织合建团", "台": "阶",
    "类": "型别", "张": "力", "点": "位多", "口": "岸径", "集": "群团中聚体约", "层": "次级面", "道": "路",
    "发": "展生电放", "起": "步", "套": "餐",
}  # fmt: skip


def classifier(word: str) -> str:
    """Pattern of a unit, guarded where it is the first character of other words.

    >>> classifier("家"), classifier("公里")
    ('家(?![庭禽畜居园长])', '公里')
    """
    others = _OTHER_WORDS.get(word)
    return f"{word}(?![{others}])" if others else re.escape(word)


def _any_of(units: list[str]) -> str:
    return "|".join(classifier(word) for word in sorted(units, key=lambda word: (-len(word), word)))


_BASE = _any_of([word for word in UNITS if not word.startswith("/")])
_PER_BASE = _any_of([word for word in UNITS if len(word) <= 4 and not word.startswith("/")])
UNIT = rf"(?:(?:{_BASE})(?:（(?:{_PER_BASE})）)?(?:/(?:10 ?万|(?:{_PER_BASE})))?)"


def normalize_unit(unit: str | None) -> tuple[str, float] | None:
    """Base unit and factor of a printed unit, magnitude included, or None for an unknown one.

    >>> normalize_unit("万亩")
    ('mu', 10000.0)
    >>> normalize_unit("亿元"), normalize_unit("%")
    (('CNY', 100000000.0), ('1', 0.01))
    >>> normalize_unit("元/吨")
    ('CNY/t', 1.0)
    """
    if not unit:
        return "1", 1.0
    if unit in UNITS:
        code, factor = UNITS[unit]
        return code, float(factor)
    scale = 1.0
    rest = unit.partition("（")[0]
    for word, size in MAGNITUDES.items():
        if rest.startswith(word):
            scale, rest = float(size), rest[len(word) :]
            break
    if not rest:
        return "1", scale
    if "/" in rest and rest not in UNITS:
        top, _, bottom = rest.partition("/")
        upper, lower = normalize_unit(top), normalize_unit(bottom)
        if upper is None or lower is None:
            return None
        return f"{upper[0]}/{lower[0]}", scale * upper[1] / lower[1]
    if rest not in UNITS:
        return None
    code, factor = UNITS[rest]
    return code, scale * factor


BARE = ("万", "亿", "万亿")
_PERSONS = re.compile(
    r"(?:人口|人数|就业|学生|毕业生|儿童|青年|妇女|老人|老年人|劳动力|劳动者|农民|农民工|职工|工人|居民|群众|患者|教师|医生|护士|人才|"
    r"党员|残疾人|纳税人|人员|学员|参保人|志愿者|旅客|游客|用户)(?!.*(?:率|额|值|收入)$)"
)
_HOUSEHOLDS = re.compile(r"(?:家庭|农户|住户)")


def counted_in(subject: str) -> str | None:
    """Base unit of what a figure without a classifier counts, by the words around it.

    >>> counted_in("惠及学生"), counted_in("惠及家庭"), counted_in("粮食产能")
    ('person', 'household', None)
    """
    if _HOUSEHOLDS.search(subject):
        return "household"
    return "person" if _PERSONS.search(subject) else None
