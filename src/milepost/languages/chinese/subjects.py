"""What a Chinese figure is about: the subject, cleaned of time, comparators, and verbs of striving."""

from __future__ import annotations

import re

from milepost.languages.chinese.verbs import MEASURED_END

_LEAD = re.compile(
    r"^(?:[ 　、，。；：:—\-·”,（]|其中[：:，]?|以及|和(?!田|平|谐|布|硕|静|县|美)|与(?!会)|及|并(?!网)|且|"
    r"同时|另外|此外|则|即|"
    r"(?:一|二|三|四|五|六|七|八|九|十)是|力争|争取(?!到?(?:国家|中央|自治区|上级))|努力|力求|务求|确保|"
    r"保证|实现(?!利润|税|营)|预计|预期|计划|拟(?!上)|要(?!素)|将(?!军)|使(?!用)|把|让|促使|"
    r"推动(?=.{2,}(?:增|降|提|达))|促进(?=.{2,}(?:增|降|提|达))|推进(?=.{2,}(?:增|降|提|达))|"
    r"到(?=(?:19|20)\d\d|“?十|期|本|规划|[年末底])|至(?=(?:19|20)\d\d)|(?:19|20)\d\d ?[-—~至] ?(?:19|"
    r"20)\d\d ?年|(?:19|20)\d\d ?年(?:底|末|前)?(?:实现)?|“?十[一二三四五六七八九]?五”?(?:规划)?(?:时期末|"
    r"时期|期间|期末|末|收官)?|"
    r"(?:今后|未来|过去|近)?[五一三两5]年(?:来|间|内)?(?=累计|年均|$|[^\W\x00-\xff]{2})|全年|上半年|下半年|今年|年内|"
    r"年末|年底前?|本年|期末|届时|每年(?!生产)|年均|累计|共|总计|合计|平均(?!降水|气温|工资|日照|无霜)|基本(?!养|医|公|农|药|生|建|面|"
    r"单|社|工)|大体|逐步|进一步|全地区|地区(?=[^生外级]{2})|我[国省市区县州]|各地|"
    r"全面(?=实现)|主要预期目标(?:为|是)|主要目标(?:为|是)|经济社会发展(?:的)?(?:主要)?(?:预期)?目标(?:为|"
    r"是)|应当|必须|应(?!急|用)|按照?|以上|以下|以内|左右|分别|均|都|也|还|又|再(?!生|就业|贷款|保险|制造|教育)|由此|在此基础上|重点(?=抓好)|动态)+"
)
_TRAIL = re.compile(
    r"(?:[ ，、：:]|分别|均|都|各|要|将|力争|争取|确保|基本|稳定|持续|始终|连续[三五十\d]年|保持|动态|及时|"
    r"实现|也|年均|累计|同比|平均|较(?:上年|去年|20\d\d年)|比(?:上年|去年|20\d\d ?年(?:底)?)|每年|按(?:可比|不变)价|"
    r"年平均|(?<![第每前])五年|全部|的|为|是|以内|逐步|明显|再|大幅|总体|按期|如期|按时|预计|推广|达到?)+$"
)
# Blanks belong to a Chinese text only between Latin words.
_BLANK = re.compile(r"(?<![A-Za-z])[ 　\n]+|[ 　\n]+(?![A-Za-z])")
# A date inside a subject (产值到2025年) is said of the figure, not of the thing.
_DATED = re.compile(r"(?<=.)(?:到|至)?(?:19|20)\d\d ?年(?:底|末|年底)?(?:前)?(?!以来|度)")
_AGAINST = re.compile(
    r"(?:比|较|与|同)(?:上年|去年|上一个?五年|“?十[一二三四五六七八九]?五”?(?:时期|末)?|(?:19|20)\d\d ?年(?:底|末)?)"
    r"(?:相比|比)?(?:名义|实际)?$"
)
_MODIFIER = re.compile(r"^.*[^一]的(?=[^的]{2,}$)")


def clean_subject(words: str) -> str:
    """The subject without time, striving, joints and what hangs behind it.

    >>> clean_subject("力争到“十四五”末粮食种植面积"), clean_subject("其中高速公路里程将")
    ('粮食种植面积', '高速公路里程')
    """
    words = _BLANK.sub("", words)
    if words.count("“") > words.count("”"):
        before, _, behind = words.rpartition("“")
        words = behind or before
    previous = None
    while words != previous:
        previous = words
        words = _LEAD.sub("", words)
        words = _AGAINST.sub("", words)
        words = _TRAIL.sub("", words)
    words = _DATED.sub("", words)
    return words if words.count("“") == words.count("”") else words.strip("“”")


def clean_object(words: str) -> str:
    """The thing counted, without a long description before it.

    >>> clean_object("技术水平先进、辐射范围较广、示范效果明显的农业企业")
    '农业企业'
    """
    words = words.strip(" 　\n，、").removeprefix("的")
    if "、" in words or len(words) > 12:
        words = _MODIFIER.sub("", words)
    return words.strip("，、。；：").rstrip("和与及")


def distribute(words: str) -> list[str]:
    """The members of a list that shares its end: 城市、县城污水处理率 are two rates.

    >>> distribute("城市、县城污水处理率")
    ['城市污水处理率', '县城污水处理率']
    >>> distribute("化学需氧量、二氧化硫排放")
    ['化学需氧量排放', '二氧化硫排放']
    >>> distribute("城乡居民人均可支配收入")
    ['城镇居民人均可支配收入', '农村居民人均可支配收入']
    """
    parts = [part for part in split_list(words) if part]
    if not parts:
        return [words]
    if len(parts) == 1:
        if parts[0].startswith("城乡"):
            return ["城镇" + parts[0][2:], "农村" + parts[0][2:]]
        return parts
    last = parts[-1]
    shortest = min(len(part) for part in parts[:-1])
    return [part if _complete(part, last) else part + _tail(part, last, shortest) for part in parts[:-1]] + [last]


_NOT_JOINT = "平田谐布硕静县美以"


def split_list(words: str) -> list[str]:
    """The members of a list joined by 、 和 与 及, brackets and quotes kept whole.

    >>> split_list("65岁及以上老年人"), split_list("和田县、墨玉县和皮山县")
    (['65岁及以上老年人'], ['和田县', '墨玉县', '皮山县'])
    """
    parts, depth, start = [], 0, 0
    for index, char in enumerate(words):
        depth += char in "（“"
        depth -= char in "）”"
        joint = char == "、" or (
            char in "和与及"
            and words[index + 1 : index + 2] not in _NOT_JOINT
            and index - start > 1
            and index + 2 < len(words)
        )
        if joint and depth <= 0:
            parts.append(words[start:index].removesuffix("以"))
            start = index + 1
    parts.append(words[start:])
    return [part.strip() for part in parts]


def _complete(part: str, last: str) -> bool:
    """Whether a list member names a quantity by itself and needs nothing of the last member."""
    return (
        bool(MEASURED_END.search(part))
        and (len(part) > 4 or len(part) >= len(last))
        and not last.endswith(("排放", "排放量", "排放总量"))
    )


_TAILS = re.compile(
    r"(?:年均浓度|平均浓度|浓度|产值占比|增加值占比|占比|排放总量|排放量|排放|出口|进出口总额|"
    r"人均可支配收入|覆盖率|处理率|入园率|入学率|参保率|普及率|"
    r"达标率|利用率|标准化率|死亡率|增加值|产量|面积|收入|里程|装机|总额|总量|比重|比例|率)$"
)


_DIVISION = re.compile(
    r"(?:重点|中心|建制)?(?:城市|主城区|城区|建成区|县城|乡镇|农村|村庄|行政村|社区|城镇|市区|市|县|区|镇|乡|村)"
)


# Ends of words for institutions and places: 社区卫生服务中心达标率 lends 达标率, not a cut through its name.
_WHOLE_PHRASE = 4
_KIND_OF_PLACE = re.compile(r"(?:院|室|心|校|站|所|园|县|村|镇|市|厂|馆|库|企业|学校|机构|中心|场)$")


def _tail(part: str, last: str, shortest: int) -> str:
    """What the last member of a list lends to an earlier one: all behind as many characters, or a known end.

    `shortest` is the length of the shortest earlier member.
    """
    level, other = _DIVISION.match(last), _DIVISION.fullmatch(part)
    if level and other:
        return last[level.end() :]
    found = _TAILS.search(last)
    known = found[0] if found else ""
    behind = last[shortest:]
    if not known and (len(behind) <= 1 or behind.startswith(tuple("率量值额"))):
        return ""
    places = known and _KIND_OF_PLACE.search(part) and _KIND_OF_PLACE.search(last[: -len(known)])
    if len(behind) <= len(known) or len(known) >= _WHOLE_PHRASE or places:
        return known
    return behind


_HEAD_NOUN = re.compile(
    r"(?:综合|年|种植|养殖|播种|加工|经营)?(?:总产量|产量|总产|单产|产值|总产值|面积|播种面积|种植面积|规模|增加值|收入|总额|总量|数量|销售额|"
    r"出口额|比重|占比|覆盖率|处理率|里程|总里程|投资|人数|产能|综合生产能力|生产能力)$"
)


def qualified(bare: str, previous: str) -> str:
    """A bare noun with what the subject before it was about: 产量 behind 蔬菜种植面积 is 蔬菜产量.

    >>> qualified("产量", "蔬菜种植面积"), qualified("婴儿死亡率", "孕产妇死亡率")
    ('蔬菜产量', '婴儿死亡率')
    """
    if bare in ("增速", "增幅", "涨幅") and previous:
        return previous + bare
    if len(bare) > 4 or not _HEAD_NOUN.fullmatch(bare):
        return bare
    stem = _HEAD_NOUN.sub("", previous)
    if stem == previous:
        # The object of a sentence of action (农民合作社) is qualified as it stands.
        return previous.removesuffix("产业") + bare if previous and not MEASURED_END.search(previous) else bare
    for head in ("播种", "种植", "养殖", "综合生产"):
        stem = stem.removesuffix(head)
    return stem + bare if stem else bare
