"""How Chinese names of figures are compared: spellings made one, words of change, words that add no meaning."""

from __future__ import annotations

import re
import unicodedata

from milepost.languages.words import alternation
from milepost.plans.concepts.model import Change
from milepost.plans.concepts.naming import Naming, Stem
from milepost.plans.divisions import named

_BRACKETS = re.compile(r"\([^()]*\)")
_NOISE = str.maketrans("", "", "“”\"'‘’「」《》的，,。;:*· \t\n　")
# Spellings made one: what it becomes, and the spellings.
_SPELLINGS: tuple[tuple[str, str], ...] = (
    ("gdp", "国内生产总值 地区生产总值 生产总值 gdp总量"),
    ("比重", "占比重 占比 比例 比率 份额 百分比"),
    ("能耗", "能源消耗"),
    ("规上", "规模以上"),
    ("产量", "总产量"),
    ("医师", "医生"),
    ("产业规模", "饲养规模 养殖规模"),
    ("参保人", "参保总人 参保人员"),
    ("、", "以及 或者 和 与 及 /"),
)
_BECOMES = {spelling: one for one, spellings in _SPELLINGS for spelling in spellings.split()}
_SPELLING = re.compile(
    r"(?P<research>研发|研究[与和]?(?:试验|实验)?(?:发展|开发)|r&d)(?P<money>(?:经费|投入|支出|费用){1,2})?|"
    + alternation(tuple(_BECOMES))
)
_CLASS = re.compile(r"(?:(?:iii|[i1ⅰ一])?[-—–~至到、])?(?:iii|三|3)类")
_PER = re.compile(r"每?(?:(?P<k>1000|一?千)|(?P<w>10000|一?万)|(?:100000|10万|十万))名?(?:常住)?(?:人口|居民|人)(?!次)")
_TOTAL_OUTPUT = re.compile(r"总产(?![值出量])")
_NUMBER_OF = re.compile(r"(?:总?(?:数量|个数|户数|家数)|(?<![指系倍基分函参级])总?数)$")
_HAVING = re.compile(r"(?:拥有|享有|配备|配置|占有)[量率]?(?!康复)")
_COVERING = re.compile(r"全?覆盖[率面]?$")
# Where the words before it are animals, the size of an industry is their number.
_ANIMALS = re.compile(r"(?<=[牛羊猪鸡鸭鹅禽畜])产业(?:规模|$)")
_MAKING = re.compile(
    r"^(?:推动|推进|加快|支持|完成|力争|争取|累计|全年|年内|实施|规划|计划|启动|遴选|开工)*"
    r"(?:新建、改造提升|新建、改造|新建、改扩建|新建改建|新建成?|新改扩建|新改建|改建新建|建成投用|建成投运|建成|建设改造|改造建设|"
    r"建设|新增|新培育|新认定|培育|新创建|创建|新打造|打造|新获批|获批|新设立|新(?!能源|材料|型|兴|区|农|疆|生|就业|城|一|高))"
)  # fmt: skip
_CHANGES: tuple[tuple[str, Change], ...] = (
    (r"增长速度|增长幅度|增长率|增长|增速|增幅|涨幅|提高|提升|增加|上升|扩大", "growth"),
    (r"降低率|下降率|减少率|降低幅度|下降幅度|降低|下降|减少|降幅|减排|缩减|削减|压减", "fall"),
)
_TAIL = re.compile(
    "(?:" + "|".join(f"(?P<{change}>{words})" for words, change in _CHANGES)
    + r"|年均|平均|累计|逐年|总体|持续|进一步|稳步|实际|目标|任务|指标|总量|总规模|规模|水平|总额|达到|实现|"
    r"保持|稳定|控制|动态|比重|人次?|等|建设|[较比同]+(?:上年|去年|上一年)|同比|以[^\W\d_]{1,6}为单位)$"
)  # fmt: skip
_BEGINS_MAKING = frozenset("推加支完力争累全年实规计启遴开新建培创打获设改")
_ENDS_IN_TAIL = frozenset("位度率长速幅高升加大低降少排减均计年体续步际标务量模平额到现持定制态重人次等设比")
# 全 alone is what is left of 全地区生产总值, which is 全gdp by the time that it is looked at.
_NEUTRAL = re.compile(
    r"全国|全省|全市|全区|全县|全州|全盟|全旗|全地区|全社会|全域|全体|全部|全自治区|全疆|全口径|我[国省市区县州]|本[省市区县州级]|省级|市级|"
    r"县级|国家级|自治区级|各[级地]|城乡|县域|区域|地方|其中|年末|年度|年均|全年|累计|当年|实现|完成|达到|确保|力争|争取|推动|推进|加快|"
    r"加强|支持|实施|稳步|持续|进一步|全面|逐步|保持|稳定|行署所在地城市|[市州]?府所在地城市|政府所在地城市|省会城市|地级[及、]?以上城市|"
    r"设区城?市|县级(?:、|以)?以上城市|中心城区|主城区|县市区?|市县|县区|城市新建|每年|年|地区|具备条件|有条件|[东中西]+部|东北|、|全$"
)  # fmt: skip
_PLACE = re.compile(
    r"(?!脱贫|贫困|重点|示范|民族|边境|山区)[^\W\d_、]{1,8}?(?:省|自治区|(?<![城上超都门])市|县|州|盟|旗|地区|兵团|港|机场|口岸)"
)


def plain(name: str) -> str:
    """The name in the one spelling that names are compared in.

    >>> plain("每千人口拥有执业（助理）医师数"), plain("研究与试验发展经费支出占国内生产总值的比重")
    ('每千人执业医师', '研发投入占gdp')
    """
    words = unicodedata.normalize("NFKC", name).lower()
    if "(" in words:
        words = _BRACKETS.sub("", words)
    words = words.translate(_NOISE)
    words = _SPELLING.sub(_one_spelling, words)
    if "类" in words:
        words = _CLASS.sub("iii类", words).replace("劣五类", "劣v类").replace("劣5类", "劣v类")
    if "人" in words or "居民" in words:
        words = _PER.sub(_population, words)
    if "产业" in words:
        words = _ANIMALS.sub("饲养量", words)
    if "总产" in words:
        words = _TOTAL_OUTPUT.sub("产量", words)
    if words.endswith(("数", "数量")):
        words = _NUMBER_OF.sub("", words)
    if "覆盖" in words:
        words = _COVERING.sub("覆盖", words)
    if words.startswith("每"):
        words = _HAVING.sub("", words)
    if "占" in words:
        words = words.removesuffix("比重")
    return _MAKING.sub("新增", words, count=1) if words[:1] in _BEGINS_MAKING else words


def _one_spelling(found: re.Match[str]) -> str:
    if found["research"]:
        return "研发投入" if found["money"] else "研发"
    return _BECOMES[found[0]]


def _population(found: re.Match[str]) -> str:
    return "每千人" if found["k"] else "每万人" if found["w"] else "每10万人"


def stems(words: str) -> list[Stem]:
    """The readings of a plain name: as it stands, then without the words behind it, one after another.

    >>> stems("能源自给率年均提高")[-1]
    Stem(words='能源自给率', change='growth')
    """
    found = [Stem(words, None)]
    change: Change | None = None
    while words[-1:] in _ENDS_IN_TAIL and (tail := _TAIL.search(words)) and tail.start():
        change = "growth" if tail["growth"] else "fall" if tail["fall"] else change
        words = words[: tail.start()]
        found.append(Stem(words, change))
    return found


def is_neutral(words: str) -> bool:
    """Whether words before a name leave its meaning as it is.

    >>> is_neutral("全省"), is_neutral("清河市"), is_neutral("重点企业")
    (True, True, False)
    """
    place = 0
    while place < len(words):
        found = _NEUTRAL.match(words, place) or _PLACE.match(words, place)
        if found is None:
            return bool(named(words[place:]))
        place = found.end()
    return True


CHINESE_NAMING = Naming(
    plain=plain,
    stems=stems,
    is_neutral=is_neutral,
    starts=lambda words: range(len(words)),
    added="新增",
    fold_units=frozenset(("倍", "番")),
)
