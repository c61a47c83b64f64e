"""How Chinese names of places are built: suffixes, nationalities, short names, and words that look like places."""

from __future__ import annotations

import re
from functools import cache

from milepost.languages.place_words import PlaceWords
from milepost.languages.words import HAN

PLACE_KINDS = (
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区",
    "省", "市", "州", "盟", "县", "旗", "区",
)  # fmt: skip
"""Generic words that end an official name, longest first."""

_NATIONALITIES = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 "
    "景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 "
    "裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺"
)

# A nationality of one character always carries 族; of two or more it may stand bare (和布克赛尔蒙古自治县).
_NATIONALITY = "|".join(
    sorted((f"{name}族?" if len(name) > 1 else f"{name}族" for name in _NATIONALITIES.split()), key=len, reverse=True)
)
_NATIONALITIES_AT_END = re.compile(rf"(?:{_NATIONALITY}|各族)+$")
_AUTONOMOUS = re.compile(r"自治([区州县旗])$")
_DISTRICT_OF_NATIONALITY = re.compile(r"族区$")

# 鄂托克前旗, 井陉矿区, 城东区: what is left without the last character is no name.
_KEEPS_SUFFIX = re.compile(r"(?:[前中后左右]旗|矿区|[城市路桥][东西南北中]区)$")

_ORDINARY = (
    "和平 合作 资源 新建 东方 南部 通道 中方 共和 平安 安定 同心 互助 长寿 解放 友好 友谊 新华 大方 前进 前锋 向阳 "
    "红旗 新城 老城 水城 双城 名山 平原 中原 东风 振兴 复兴 安居 公安 大同 大通 安全 民乐 富民 民丰 惠民 爱民 富裕 "
    "富源 新星 新兴 无为 无极 文成 成武 永安 长安 永和 乐业 光明 明光 进贤 集美 会同 民和 西部 开放 兴业 正定 安宁 "
    "大化 开化 改则 当阳 天河 天心 天山 南山 西山 东山 香山 青山 千山 江北 江东 河东 河西 河南 河北 江南 江西 海南 "
    "海西 海北 海东 东海 南海 西湖 东湖 港口 河口 江口 运河 中站 工农 临港 灯塔 牡丹 凤凰 莲花 温泉 花山 雨花 白云 "
    "和政 和谐 龙头 大足 普定 安图 思明 北关 南关 点军 连云 路桥 通化 通海 新民 新乡 新和 信都 大安 广安 定安 长治 "
    "太平 安康 宁静 青年 高明 大田 大英 大名 安乡"
)
_LONGER_NAMES = (
    "乌苏里", "上海合作组织", "北京时间", "长治久安", "大同社会", "经济南", "重大连", "扩大连", "加大连",
)  # fmt: skip


def kind_of(name: str) -> str:
    """The generic word that ends a name, "" when there is none.

    >>> kind_of("清河地区"), kind_of("清河")
    ('地区', '')
    """
    return next((kind for kind in PLACE_KINDS if name.endswith(kind) and len(name) > len(kind)), "")


def stem_of(name: str) -> str:
    """The name without its generic word and without nationalities; the name itself where nothing would be left.

    >>> stem_of("和布克赛尔蒙古自治县"), stem_of("东乡族自治县"), stem_of("鄂托克前旗"), stem_of("新疆维吾尔自治区")
    ('和布克赛尔', '东乡', '鄂托克前旗', '新疆')
    """
    kind = kind_of(name)
    if not kind or _KEEPS_SUFFIX.search(name):
        return name
    stem = name[: -len(kind)]
    if kind == "区" and stem.endswith("新") and len(stem) > 2:
        return stem[:-1]  # 浦东新区
    if kind.startswith("自治") or _DISTRICT_OF_NATIONALITY.search(name):
        bare = _NATIONALITIES_AT_END.sub("", stem)
        stem = bare if len(bare) > 1 else stem.removesuffix("族")
    return stem


def short_names(name: str) -> tuple[str, ...]:
    """Names that texts use for an official name, longest first; never one of a single character.

    >>> short_names("和布克赛尔蒙古自治县")
    ('和布克赛尔县', '和布克赛尔')
    >>> short_names("塔城地区"), short_names("滦县"), short_names("巴音郭楞蒙古自治州")
    (('塔城',), (), ('巴音郭楞州', '巴音郭楞', '巴州'))
    """
    stem = stem_of(name)
    if stem == name:
        return ()
    autonomous = _AUTONOMOUS.search(name)
    names = []
    if autonomous and autonomous[1] != "区":
        names.append(stem + autonomous[1])
    elif _DISTRICT_OF_NATIONALITY.search(name):
        names.append(stem + "区")
    names.append(stem)
    if autonomous and autonomous[1] == "州" and len(stem) > 3:
        names.append(stem[0] + "州")
    return tuple(short for short in dict.fromkeys(names) if len(short) > 1 and short != name)


# Characters behind a generic word with which it makes another word: 沙湾区域 is 沙湾 and 区域, not 沙湾区.
_SUFFIX_STARTS_A_WORD = {
    "区": "域块位间划别段", "市": "场值况", "县": "域", "州": "际", "旗": "帜下舰", "省": "力略内际时级会",
}  # fmt: skip
# Words that make the name of a natural thing of a place's name in front (额敏河 is no mention of 额敏), and the
# characters behind them with which they make another word: 裕民山花 is 裕民 and 山花.
_FEATURES = ("盆地", "草原", "河谷", "水库", "流域", "海峡", "山脉", "河", "江", "湖", "岛", "湾", "山")
_FEATURE_STARTS_A_WORD = {
    "山": "花区地城货林村水茶珍洪", "河": "南北东西口", "江": "南北汉东西", "湖": "南北", "湾": "区",
}  # fmt: skip
# Words for groups of divisions, before which first characters may stand for names (乌沙板块).
_GROUPINGS = "板块|组团|片区|一体化|同城化|都市圈|城市群|经济圈|经济带|城镇组群|城镇群"

# How the text of a region of each kind speaks of the whole region, names apart.
_WHOLE = {
    "共和国": ("全国", "我国"), "省": ("全省", "我省"), "自治区": ("全区", "全自治区", "我区"), "市": ("全市", "我市"),
    "地区": ("全地区", "我地区"), "自治州": ("全州", "我州"), "州": ("全州", "我州"), "盟": ("全盟", "我盟"),
    "县": ("全县", "我县"), "自治县": ("全县", "我县"), "旗": ("全旗", "我旗"), "自治旗": ("全旗", "我旗"),
    "区": ("全区", "我区"),
}  # fmt: skip
# What follows 地区 at the front of words where it is part of another term.
_NOT_THE_REGION = ("生产总值", "差距", "间", "性", "分异")


@cache
def _whole(name: str) -> tuple[str, ...]:
    """Words for the whole region of a name: the name itself, and those that its kind has."""
    kind = "共和国" if name.endswith("共和国") else kind_of(name)
    return (name, *_WHOLE.get(kind, ()))


def names_whole(name: str, words: str) -> bool:
    """Whether words speak of the whole region of that name, by it or by a word for it.

    >>> [names_whole("清河地区", words) for words in ("全地区推广", "地区财政", "地区生产总值", "县级财政")]
    [True, True, False, False]
    """
    for word in _whole(name):
        if word in words:
            return True
    # Only 地区 stands alone for the region; 市 and 县 alone are the first half of 市级, 县级.
    return words.startswith("地区") and name.endswith("地区") and not words.startswith(_NOT_THE_REGION, 2)


_DASHES = "—–－―‐‑-"
# First characters of words that end in 至 and join no places (扩大至, 甚至).
_BEFORE_TO = "大高伸展加少低延扩提增降减升直甚乃以截达推送运"


def initials(characters: str) -> tuple[re.Pattern[str], ...]:
    """Patterns of first characters joined by dashes (乌—沙—托), or put together before a grouping (乌沙板块).

    >>> [[found[0] for found in pattern.finditer("“东—西”、东西板块")] for pattern in initials("东西")]
    [['东—西'], ['东西']]
    """
    first = f"[{re.escape(characters)}]"
    # A set of characters at the front lets the search jump from one of them to the next.
    return (
        re.compile(rf"{first}(?<!{HAN}.)(?<![{_DASHES}].)(?:[{_DASHES}]{{1,2}}{first})+(?!{HAN}|[{_DASHES}])"),
        re.compile(rf"{first}(?<!{HAN}.){first}{{1,5}}(?={_GROUPINGS})"),
    )


WORDS = PlaceWords(
    stem_of=stem_of,
    short_names=short_names,
    names_whole=names_whole,
    ordinary=frozenset(_ORDINARY.split()),
    longer=_LONGER_NAMES,
    suffix_starts_a_word=_SUFFIX_STARTS_A_WORD,
    features=_FEATURES,
    feature_starts_a_word=_FEATURE_STARTS_A_WORD,
    joins=re.compile(rf"[”’」』\"]?(?:[、和与及至到～~]|以及|[{_DASHES}]{{1,2}})?[“‘「『\"]?"),
    line_behind=re.compile(rf"[至～~{_DASHES}]{HAN}"),
    line_before=re.compile(rf"{HAN}[～~{_DASHES}]$|(?![{_BEFORE_TO}]){HAN}至$"),
    # A line goes on behind a place with 至 or a dash and another name; a station or town may stand between.
    goes_on=re.compile(rf"(?:站|镇|口岸|机场|县城|市区)?(?:[至～~]|[{_DASHES}](?![{_DASHES}]))(?P<other>{HAN}{{2,8}})"),
    comes_from=re.compile(rf"(?P<other>{HAN}{{2,8}})(?:至|(?<![{_DASHES}])[～~{_DASHES}])$"),
    no_line=re.compile(r"(?:大|高|伸|展|加|少|低|升|甚|直|乃|以|截|达)至$"),
    town=re.compile(rf"(?P<name>{HAN}{{2,7}}?)(?=[镇乡])"),
    initials=initials,
    dashes=_DASHES,
)
