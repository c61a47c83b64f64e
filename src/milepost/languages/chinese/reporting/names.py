"""Names of what a Chinese communiqué reports: cleaned of times and verbs, parts named by what they are part of."""

from __future__ import annotations

import re

from milepost.languages.chinese.subjects import clean_subject, distribute, qualified, split_list
from milepost.languages.chinese.verbs import MEASURED_END

WHOLE = re.compile(
    r"(?P<whole>(?:全|我)(?:国|省|市|县|区|州|盟|旗|地区|自治区|自治州|"
    r"自治县))(?![一-鿿]{0,1}性|外(?![贸商资汇来出向籍币])|际|域|产)"
)
_LEAD = re.compile(
    r"^(?:(?:初步|快报)(?:核算|统计|测算|预计|数)|(?:经|据|根据)[^，]{0,24}?(?:统一)?(?:核算|统计|测算|推算|"
    r"调查|监测|反馈)(?!失业|人口)|"
    r"最终(?:核算|核实|计算)|"
    r"截至|截止|当年(?=[^价])|本年|累计|完成(?!率)|实现(?!利税|利润|税)|其中|全部(?=[^工])|按[^，]{2,12}?计算的?|"
    r"(?:19|20)\d\d年|经济总量|共有?|计有|拥有|现有|已有|设有|建有|下?辖(?:有|区)?|有(?![效限色机线关])|"
    r"末(?=[^端梢])|各地|用于|设(?=病?床)|上报(?=完成|实现)|特别是|尤其是|同时|此外|另外|另|而|且|这|该|新增就业情况|为|达(?!到?[^，]{0,24}标准)|的|、|，|[:：；;]|"
    r"当月|全县域|全社会(?=用电量)|到(?![位期货港])|在(?![校园建岗职册营读训编役田逃库]))+"
)
_TRAIL = re.compile(
    r"(?:达到?了?|为|是|完成|实现|连跨|连续跨越|迈上|站上|跃上|共有?|合计|总计|累计|仅|只有|约|已?突破|首次|"
    r"超过|超|已|"
    r"增加?至|增加到|缩小[至到]|收窄[至到]|增长[至到]|升至|上升[至到为]|提高[至到]|提升[至到为]|扩大[至到]|"
    r"降[至到为]|下降[至到为]|"
    r"降低[至到]|"
    r"减少[至到]|回落[至到]|调整为|优化为|变为|发展到|稳定在|保持在|维持在|控制在|位于|"
    r"分别|均|都|各|则|也|还|同比|按年|环比|名义|实际|较|有所|继续|持续|平均|进一步|现价总量|"
    r"(?<![所占具享])有|计(?<![会统])|[:：，、的])+$"
)
_ABBREVIATION = re.compile(r"（ ?[A-Za-z][A-Za-z&. ]*）|“|”")
_PRICE = re.compile(r"^(?:现价|当年价格?|按?现行价格(?:计算的?)?|按?当年价格(?:计算的?)?)")
_RESPECT = re.compile(r"方面的?(?=[一-鿿]{2,4}$)")
_ACHIEVED = re.compile(
    r"(?<=[企行事产]业|经济|部门|单位)(?:实现|完成|创造)(?=[一-鿿]{0,4}(?:利润|收入|产值|增加值|税|额))"
)
_POSSESSIVE = re.compile(r"的(?=(?:支出|投资|收入|投入|贷款|产值|增加值)$)")
# 县医院有床位, 卫生系统共核定编制: what an institution has is named without the verb.
_HAVING = re.compile(
    r"(?:(?<=[院校园所站馆])|(?<=系统|单位|机构|中心|部门))(?:现有|共有|拥有|设有|实有|配有|有(?![效限色机线关])|"
    r"共(?=[一-鿿]{2}))(?=[一-鿿]{2,})"
)
_BRACKETS = re.compile(r"（[^（）]*）")
_OPENING = re.compile(r"^(?:按|分|从)[^，：]{1,16}?(?:分组|分类|分|看|讲)(?=[^\w]|$)")

# The word that says what is measured, which a part takes over from its whole: 粮食产量 … 其中：小麦.
_HEAD = re.compile(
    r"(?P<gdp>(?:地区|国内)?生产总值|GDP)$|(?P<price>(?:居民消费|商品零售|生产者?出厂|购进)?价格(?:总?指数)?)$"
    r"|(?P<income>居民人均(?:可支配收入|消费支出|纯收入)|人均可支配收入|人均消费支出)$"
    r"|(?P<retail>社会消费品零售总额|消费品零售总?额)$|(?P<investment>(?:固定资产|房地产开发|"
    r"项目)?投资(?:完成额|额)?)$"
    r"|(?P<head>增加值|(?<!生产)总产值|产值|总?播种面积|种植面积|养殖面积|造林面积|施工面积|竣工面积|销售面积|占地面积|(?:校舍)?建筑面积|"
    r"面积|总?产量|单产|"
    r"存栏量?|出栏量?|进出口总?额|出口总?额|进口总?额|总额|销售额|营业额|零售额|营业收入|主营业务收入|税收收入|"
    r"收入|支出|利润总额|利润|利税|"
    r"存款余额|贷款余额|余额|客运量|货运量|旅客周转量|货物周转量|周转量|吞吐量|发电量|用电量|保有量|消费量|排放量|"
    r"总?里程|总?人口|人口数|人数|用户数?|床位数?|在校学?生数?|招生数?|毕业生数?|专任教师数?|户数|参保人数|"
    r"申请量|授权量|成交额|保费收入|"
    r"装机容量|装机|业务量|业务总量|资产总计|资产|税|[一-鿿]量|额)$"
)
_HEADS_OF_GROUPS = {
    "gdp": "增加值", "income": "居民人均可支配收入", "retail": "零售额", "investment": "投资",
}  # fmt: skip
_INSTITUTION = re.compile(
    r"(?:学校|大学|高校|学院|中学|小学|高中|初中|幼儿园|教育|院校|医院|卫生院|机构|中心|企业|公司|体系)$"
)
_ALONE = re.compile(
    r"(?:在校学?生|在园幼儿|招生|毕业生|专任教师|教职工|床位|增加值|总?产量|单产|面积|产值|总产值|总收入|"
    r"营业收入|收入|利润|利润总额|"
    r"投资|完成投资|存栏|出栏|里程|人数|销售额|出口|进口)数?$"
)
_SETTLED = re.compile(r"(?:城镇|乡村|农村|城乡)$")
_QUALIFIER = re.compile(r"规模以上|规上|限额以上|限上|户籍|常住")
_SUM = re.compile(r"^总(?=播种|产量|人口|里程)")
_SECTORS = ("第一产业", "第二产业", "第三产业")
_THREE = re.compile(r"三次产业|(?:第)?一、?(?:第)?二、?(?:和|、)?(?:第)?三(?:次)?产业|一二三产业")
_ORDINAL_LIST = re.compile(r"第?一、第?二、?(?P<third>、第?三|和第?三)?产业|第?二、第?三产业|第?二和第?三产业")
_LISTED_HEAD = re.compile(rf"(?:{_QUALIFIER.pattern})?(?:居民)?(?:{_HEAD.pattern})")
# Signs between members, and the one word before the last: not each 和 joins two.
_LAST_JOINT = re.compile(r"、|(?:和|及|以及|与)(?=[^、和及与]*$)")
_GDP = re.compile(r"生产总值|GDP|^第[一二三]产业")
_EACH_OF = re.compile(r"人均(?:生活|现金)?(?:消费支出|可支配收入|纯收入|收入|住房(?:建筑)?面积)")
_OF_GOODS = ("产量", "面积", "存栏", "出栏", "单产")
_OWNER = re.compile(r"(?:企业|单位|部门|农户|农场)$")
_SECTOR_OF = re.compile(r"第[一二三]产业(?:增加值)?")
_STATISTIC = re.compile(
    r"增长$|上涨$|比重$|^新增|新增就业|占比|高标准农田|企业$|覆盖$|天数|存栏|出栏|利用外资|"
    r"发明专利|进出口"
)
_INTENSITY = re.compile(
    r"(?:单位|每?万元)(?:[一-鿿]{2,8}|GDP)(?:能耗|电耗|水耗|用水量|能源消耗|综合能耗|(?:二氧化碳|碳)排放(?:量|强度)?)"
)
_RISEN = re.compile(r"价格$|价格(?:总?水平)$")


def clean(words: str) -> str:
    """A name without the words before and behind it.

    >>> clean("初步核算，全县实现地区生产总值（GDP）"), clean("城乡居民人均可支配收入达到")
    ('地区生产总值', '城乡居民人均可支配收入')
    """
    words = _ABBREVIATION.sub("", words).strip(" ，")
    previous = None
    while words != previous:
        previous = words
        words = WHOLE.sub("", words, count=1) if WHOLE.match(words) else words
        words = _OPENING.sub("", words)
        words = _LEAD.sub("", words)
        words = _TRAIL.sub("", words)
        words = clean_subject(words)
        words = WHOLE.sub("", words, count=1) if WHOLE.match(words) else words
    words = _POSSESSIVE.sub("", _HAVING.sub("", _ACHIEVED.sub("", words)))
    return _PRICE.sub("", _RESPECT.sub("", words)).strip(" 、，")


def base_of(name: str) -> str:
    """The name without what stands in brackets."""
    return _BRACKETS.sub("", name)


def is_rate(name: str) -> bool:
    """Whether a name is that of a share or rate, which changes in points.

    >>> is_rate("电视综合覆盖率"), is_rate("粮食产量")
    (True, False)
    """
    return bool(re.search(r"率$|比重$|占比$|比例$", base_of(name)))


def has_head(name: str) -> bool:
    """Whether a name says what is measured.

    >>> has_head("小麦产量"), has_head("小麦"), has_head("能繁母猪存栏")
    (True, False, True)
    """
    plain = base_of(name)
    return bool(MEASURED_END.search(plain) or _HEAD.search(plain))


def head_of(name: str) -> str:
    """The word for what is measured at the end of a name, as a part of it bears it; "" without one.

    >>> head_of("地区生产总值"), head_of("农作物总播种面积"), head_of("固定资产投资（不含农户）")
    ('增加值', '播种面积', '投资')
    """
    found = _HEAD.search(base_of(name))
    if found is None:
        return ""
    if found["price"]:
        return "价格指数" if found["price"].endswith("指数") else "价格"
    group = found.lastgroup or ""
    if group == "income":
        return found[0] if found[0].startswith("居民") else "居民" + found[0]
    return _HEADS_OF_GROUPS.get(group) or _SUM.sub("", found[0])


def joined(part: str, head: str) -> str:
    """A part with the word for what is measured; letters that both share stand once.

    >>> joined("小麦", "产量"), joined("火力发电", "发电量"), joined("城镇", "零售额")
    ('小麦产量', '火力发电量', '城镇消费品零售额')
    """
    if head == "零售额" and _SETTLED.search(part):
        return part + "消费品零售额"
    if head == "进出口总额" and part.endswith(("出口", "进口")):
        return part + "总额"
    for length in range(min(len(part), len(head)), 0, -1):
        if part.endswith(head[:length]):
            return part + head[length:]
    return part + head


def of_whole(part: str, whole: str) -> str:
    """The name of a part of `whole`: as it stands where it says what is measured, else with the whole's word for it.

    >>> of_whole("小麦", "粮食产量"), of_whole("制造业增加值", "规模以上工业增加值"), of_whole("出口", "进出口总额")
    ('小麦产量', '制造业增加值', '出口总额')
    """
    head = head_of(whole)
    if head == "增加值" and not _GDP.search(whole) and _SECTOR_OF.fullmatch(part):
        # Without its whole it would bear the name of a part of GDP: 民营经济增加值 … 第一产业增加值.
        return base_of(whole).removesuffix(head) + joined(part.removesuffix(head), head)
    if head.endswith(_OF_GOODS) and _OWNER.search(part) and not has_head(part):
        return part + whole
    if head.startswith("用户") and part.endswith("户"):
        return part
    if not head or (has_head(part) and not (head == "进出口总额" and part in ("出口", "进口"))):
        return part
    if part.endswith("合计") or not part:
        return part
    return joined(part, head)


def after(part: str, previous: str) -> str:
    """A bare word for what is measured with what the figure before it was about: 产量 behind 蔬菜种植面积."""
    if part in ("总数", "总量", "总数量") and previous:
        return re.sub(r"^(?:新增|新认定|净增|新培育)", "", previous)
    if _EACH_OF.fullmatch(part) and "居民人均" in previous:
        return previous[: previous.index("人均")] + part
    if not _ALONE.fullmatch(part) or not previous:
        return part
    if _INSTITUTION.search(previous):
        return previous + part
    found = _HEAD.search(base_of(previous))
    if found is None:
        return qualified(part, previous)
    stem = re.sub(r"(?:播种|种植|养殖)$", "", base_of(previous)[: found.start()])
    return stem + part if stem else part


def inherited_basis(whole: str, part: str) -> str | None:
    """What a part takes over from its whole: 规模以上, 户籍, 常住."""
    if _QUALIFIER.search(part):
        return None
    found = _QUALIFIER.search(whole)
    return found[0] if found and head_of(whole) and head_of(part) == head_of(whole) else None


def members(words: str, count: int | None = None) -> list[str]:
    """The members of a list of names; 三次产业 stands for three.

    `count` is how many there should be, for 与 stands in names as well as between them.

    >>> members("三次产业增加值"), members("猪肉、羊肉产量")
    (['第一产业增加值', '第二产业增加值', '第三产业增加值'], ['猪肉产量', '羊肉产量'])
    >>> members("文化体育与传媒、交通运输支出", 2)
    ['文化体育与传媒支出', '交通运输支出']
    """
    three = _THREE.search(words)
    if three:
        before, behind = words[: three.start()], words[three.end() :]
        return [before + sector + behind for sector in _SECTORS]
    ordinals = _ORDINAL_LIST.search(words)
    if ordinals:
        named = [sector for sector in _SECTORS if sector[1] in ordinals[0]]
        return [words[: ordinals.start()] + sector + words[ordinals.end() :] for sector in named]
    parts = split_list(words)
    if count is not None and len(parts) != count:
        ways = (words.split("、"), _LAST_JOINT.split(words))
        parts = next((way for way in ways if len(way) == count), parts)
    found = _LISTED_HEAD.search(words)
    if len(parts) < 2:
        return distribute(words) if count is None or count > 1 else [words]
    if found is None:
        return distribute(words)
    return [each if has_head(each) and not each.endswith("需氧量") else joined(each, found[0]) for each in parts]


def growth_name(name: str) -> str:
    """The name of the growth of something; prices rise.

    >>> growth_name("规模以上工业增加值"), growth_name("居民消费价格")
    ('规模以上工业增加值增长', '居民消费价格上涨')
    """
    if name.endswith(("增长", "上涨", "增速")):
        return name.removesuffix("增速").removesuffix("增长").removesuffix("上涨") + (
            "上涨" if name.endswith("上涨") else "增长"
        )
    return name + ("上涨" if _RISEN.search(base_of(name)) else "增长")


def falls(name: str) -> bool:
    """Whether what is named is to fall, so that plans and offices state its change as a fall.

    >>> falls("单位地区生产总值能耗"), falls("能源消费总量")
    (True, False)
    """
    return bool(_INTENSITY.fullmatch(base_of(name)))


def share_name(part: str, whole: str) -> str:
    """The name of the share of a part in a whole.

    >>> share_name("第一产业", "GDP"), share_name("工资性收入", "可支配收入")
    ('第一产业增加值占地区生产总值比重', '工资性收入占可支配收入比重')
    """
    whole = "地区生产总值" if whole in ("GDP", "生产总值", "全部生产总值") else whole
    part = of_whole(part, whole) if whole.endswith("生产总值") else part
    return f"{part}占{whole}比重"


def sector_shares() -> list[str]:
    """Names of the three shares that 三次产业结构 gives."""
    return [share_name(sector, "地区生产总值") for sector in _SECTORS]


def is_statistic(name: str) -> bool:
    """Whether a name says what is measured.

    >>> is_statistic("粮食产量"), is_statistic("城镇新增就业"), is_statistic("出台支持政策")
    (True, True, False)
    """
    return len(name) > 2 and (has_head(name) or bool(_STATISTIC.search(name)))
