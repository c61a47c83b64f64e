"""Chinese words for the checks on names, words and sentences."""

from __future__ import annotations

import re

from milepost.languages.chinese.checking.naming_bodies import FORMER, TRUNCATED
from milepost.languages.chinese.checking.naming_units import SPELLINGS, UNITS
from milepost.languages.naming_words import Formula, NamingWords, Pairing, Successor
from milepost.languages.words import HAN

_END = r"(?=[，。；、\n]|$)"
_CLAUSE = r"[^，。；、：\n]"
_VERBS = (
    "建设|推进|发展|提升|提高|加强|完善|实施|促进|推动|开展|落实|强化|健全|构建|打造|优化|培育|"
    "建立|创建|改善|扩大|深化|巩固"
)
_MANNER = "全力|大力|着力|积极|全面|深入|扎实|持续|进一步|继续|加快|稳步|切实|不断|统筹|有序|努力|奋力|高质量|高标准"


def _term(year: int, name: str, pattern: str) -> tuple[re.Pattern[str], Successor]:
    return re.compile(pattern), Successor(year, name)


_FORMER_TERMS = (
    *(
        _term(
            2021,
            now,
            rf"(?P<term>{kind}扶贫)(?!项目?资产|资产|成果|成效|领域)(?![^。；\n]{{0,30}}?(?:累计|完成|取得|脱贫))",
        )
        for kind, now in (
            ("产业", "产业帮扶"), ("就业", "就业帮扶"), ("教育", "教育帮扶"), ("健康", "健康帮扶"),
            ("消费", "消费帮扶"), ("精准", "防止返贫监测和帮扶"),
        )
    ),
    _term(2021, "巩固拓展脱贫攻坚成果",
          r"(?:打好|打赢|决战|决胜|推进|聚焦)(?:精准)?(?P<term>脱贫攻坚)(?!成果|成效|精神|任务.{0,4}完成|[同与和])"),
    _term(2021, "脱贫人口和防止返贫监测对象",
          r"(?P<term>建档立卡)(?<![原已]建档立卡)(?=贫困|户|人口|家庭|学生|对象|劳动力|群众)"),
    _term(2021, "脱贫村、脱贫户、脱贫人口",
          r"(?P<term>贫困(?:户|村|县(?![域级])|人口))(?<![原非对]贫困.)(?<![原非对]贫困人口)(?![^。；\n]{0,40}?(?:脱贫|摘帽|退出|清零|消除))"),
    _term(2017, "特困人员", r"(?P<term>五保(?:户|对象|老人|供养|人员|家庭))"),
    _term(2020, "城乡居民基本医疗保险", r"(?P<term>新农合|新型农村合作医疗)"),
    _term(2015, "城乡居民基本养老保险", r"(?P<term>新农保|新型农村社会养老保险)"),
    _term(2016, "农村居民人均可支配收入", r"(?P<term>农(?:民|村居民|牧民|村)人均纯收入)"),
    _term(2017, "增值税", r"(?P<term>营业税)(?![改金])"),
    _term(2016, "居住证", r"(?P<term>暂住证)"),
    _term(2018, "环境保护税", r"(?P<term>排污费)(?!改)"),
    _term(2014, "社区矫正等制度（劳动教养已废止）", r"(?P<term>劳动教养)"),
    _term(2016, "可持续发展目标", r"(?P<term>千年发展目标)"),
    _term(2020, "国土空间规划", rf"(?:编制|修编|修订){_CLAUSE}{{0,10}}?(?P<term>土地利用总体规划)"),
)  # fmt: skip

# The last clause of a sentence that lists things and what is done to them, with nobody to do it.
_ACTS = (
    "建设|推进|推动|促进|加强|加快|加大|实现|实施|开展|提高|提升|完善|健全|构建|打造|优化|强化|深化|发展|支持|鼓励|引导|坚持|"
    "落实|做好|抓好|注重|完成|确保|保持|统筹|启动|组织|参与|争取|探索|扩大|改善|维护|防止|防范|减少|解决|培育|创新|创建|形成|"
    "建立|重点|主要|包括|涵盖|涉及|特别|尤其|根据|用于|[让把将在为以使对与由等是有达按从向给的能应可和及加到抓]|(?<![重主])要|(?<![植棉])被"
)
_LISTED = rf"(?:(?!{_ACTS})[^，。；：、\n]){{2,20}}"
_NO_PREDICATE = re.compile(
    rf"(?<=，){_LISTED}(?:、{_LISTED}){{2,}}(?:(?<=保护)|(?<=治理)|(?<=修复)|(?<=防治)|(?<=管理)|"
    r"(?<=改造)|(?<=培训)|(?<=监管))(?=。)"
)
# The last character of a thing that is not said to its end, unless it ends one of the words before it.
_UNENDED = (
    r"[深很更最较把将被并且而但若](?:(?<=[^水资精纵加高幽艰博走抓学挖拓做到渐日入由延掘井孔埋湖情根海夜更]深)|(?<=[^变最]更)|(?<=[^之]最)|"
    r"(?<=[^比计]较)|(?<=[^名干大主健小部武即战上中少老麻]将)|(?<=[^火拖车把门刀一]把)|(?<=[^棉植覆地]被)|"
    r"(?<=[^合兼归吞]并)|(?<=[^并而姑尚]且)|(?<=[^然反从因进时幸]而)|(?<=[^不非岂]但)|(?<=[^假倘般]若))"
)
_BREAKS_OFF = (
    re.compile(rf"{_UNENDED}(?=[、。；])"),
    re.compile(r"[和与及](?:(?<=[^总之饱缓共温平柔谐陶中忠]和)|(?<=[^参给赋]与)|(?<=[^普涉触顾波危惠企埃累推]及))(?=[。；])"),
    re.compile(r"(?:以及|或者|对于|关于)(?=[。；、])|、(?=[。；])"),
    re.compile(
        r"(?:加强|推进|完善|建设|实施|提高|打造|开展|建立|构建|推动|健全|发展)"
        rf"(?:(?!是|的){_CLAUSE}){{1,30}}(?<![目有标])的(?=。)"
    ),
    re.compile(
        r"(?:打造成为?|打造为|建设成为?|培育成为?|发展成为?|发展为|转变为|提高到|提高至|提升到|提升至|增加到|增至|下降到|降至|"
        r"降低到|控制在|稳定在|保持在|列为|致力于|位于|基于)(?=[，。；])"
    ),
)  # fmt: skip
_HALF_FRAMES = (
    Formula(
        re.compile(
            r"(?:建设|打造|构造|构建|形成|建成|成为|发展|建立|一批|一个|一座)(?P<begins>集(?![聚群中团体合约散成装贸市资权训结镇])"
            rf"{_CLAUSE}{{1,20}}、)"
        ),
        re.compile("[一为]体|一身|于一"),
        "于一体",
    ),
    Formula(
        re.compile("(?P<begins>抢抓)"),
        re.compile("机|红利|政策|项目|订单|市场|先手|时间|窗口|风口|农时|进度|工期|制高点|黄金|赛道|时节"),
        "机遇",
    ),
)
_FORMULAS = (
    Formula(re.compile("国内国际双循环相互促进"), re.compile("格局"), "的新发展格局"),
    Formula(re.compile("以国内大循环为主体"), re.compile("双循环"), "、国内国际双循环相互促进的新发展格局"),
    Formula(
        re.compile("党委领导、政府负责、"),
        re.compile("体系|体制|格局|机制|合力|局面|氛围|模式|网络|原则|方式|作用"),
        "的社会治理体系",
    ),
    Formula(re.compile("不敢腐、不能腐"), re.compile("不想腐"), "、不想腐"),
    Formula(re.compile("归属清晰、权责明确、保护严格"), re.compile("制度"), "、流转顺畅的现代产权制度"),
    Formula(re.compile("产权清晰、权责明确、政企分开"), re.compile("制度|企业"), "、管理科学的现代企业制度"),
    Formula(re.compile("日益增长的美好生活需要和"), re.compile("矛盾"), "不平衡不充分的发展之间的矛盾"),
    Formula(re.compile("富强民主文明和谐美丽的"), re.compile("强国|国家"), "社会主义现代化强国"),
)

WORDS = NamingWords(
    units=UNITS,
    spellings=SPELLINGS,
    truncated_bodies=TRUNCATED,
    former_bodies=FORMER,
    body_before=re.compile(rf"(?:地区|行署|兵团|国家|自治区|[省市县州区盟旗]|(?<!{HAN})[由、和与及向请]?|[由、]|会同)$"),
    body_behind=re.compile(r"(?![员内托会面部势长]|门)"),
    former_terms=_FORMER_TERMS,
    loose_terms={
        "非盈利": "非营利", "医疗废弃物": "医疗废物", "保税物流中心（A）": "保税物流中心（A型）",
        "保税物流中心（B）": "保税物流中心（B型）", "人均寿命": "人均预期寿命",
    },
    breaks_off=_BREAKS_OFF,
    no_predicate=_NO_PREDICATE,
    half_frames=_HALF_FRAMES,
    formulas=_FORMULAS,
    clause_end=re.compile(rf"(?:{_VERBS}){_END}"),
    clause_with_verb=re.compile(
        rf"(?:第{HAN}{{1,4}}[篇章节]\s+|\s)*(?:{_MANNER})*(?P<verb>{_VERBS})(?:(?!的|和|与|及|是|{_VERBS}){_CLAUSE}){{2,14}}?"
        rf"(?:(?!的|和|与|及|是){_CLAUSE}){{0,6}}?(?P=verb){_END}"
    ),
    clause_signs="，。；：、\n]",
    acting=re.compile(rf"(?:{_MANNER})*(?:{_VERBS}|举办|组织|做好|抓好|加大|加快|支持|鼓励|培养|引导|探索|启动|创新)"),
    doubled_joint=re.compile(
        r"(?<![普涉触顾波提推危累遍埃惠])及(?:和(?![平谐睦解美田布硕静])|以及)|"
        r"(?<![总之饱缓共温平柔谐陶中忠])和(?:及(?![时其早格第])|以及)|"
        r"(?<![参给赋])与(?:和(?![平谐睦解美田布硕静])|及(?![时其早格第])|以及)|以及和(?![平谐睦解美田布硕静])"
    ),
    doubled_word=re.compile(r"(?!)"),
    pairings=(
        Pairing(
            re.compile(rf"(?P<verb>加强)(?:(?!加大|提高|增强|强化|扩大|提升)[^，。；：\n]){{0,40}}?(?P<object>力度){_END}"),
            "加大",
        ),
        Pairing(
            re.compile(rf"(?P<verb>加快|提高|扩大)(?:(?!加大|增强|强化|提升){_CLAUSE}){{0,15}}?(?P<object>力度){_END}"),
            "加大",
        ),
        Pairing(
            re.compile(rf"(?P<verb>加大|提高|提升|扩大|加强)(?:(?!加快|迈出){_CLAUSE}){{0,20}}?(?P<object>步伐|进程){_END}"),
            "加快",
        ),
        Pairing(
            re.compile(
                r"(?P<verb>促进|推动|推进|加强|提高)(?:(?!形成|构建|打造|建立|完善|优化|塑造|重塑|构筑|调整|建设|变革|改善|开创|开辟|迈向|走向|融入|服务|适应|[与同和]|"
                rf"重构|拓展|布局){_CLAUSE}){{0,20}}?(?P<object>新格局){_END}"
            ),
            "推动形成",
        ),
        Pairing(
            re.compile(rf"(?P<verb>扩大|加大|改善)(?:(?!力度|提高|提升|的){_CLAUSE}){{0,12}}?(?P<object>水平){_END}"),
            "提高",
        ),
        Pairing(
            re.compile(rf"(?P<verb>做好)(?:(?!提高|提升|达到|增强|的)[^，。；：\n]){{0,60}}?(?P<object>水平){_END}"),
            "提高",
        ),
        Pairing(
            re.compile(
                rf"(?P<verb>推进)(?:(?!建设|打造|培育|发展|[向与和进入到]){_CLAUSE}){{2,20}}?(?P<object>基地|园区)(?=[，。；])"
            ),
            "推进……建设",
        ),
        Pairing(re.compile(rf"(?P<verb>依托|利用)(?:(?!的){_CLAUSE}){{2,40}}?(?P<object>途径){_END}"), "通过"),
        Pairing(re.compile(r"(?P<verb>坚持|贯彻|构建|践行)(?P<object>新发展阶段)"), "立足"),
        Pairing(re.compile(r"(?P<verb>坚持|贯彻|立足|践行)(?P<object>新发展格局)"), "构建"),
        Pairing(re.compile(r"(?P<verb>构建|立足|进入)(?P<object>新发展理念)"), "贯彻"),
    ),
    bound_twice=re.compile(
        r"(?:不低于|不少于|不小于|超过|高于|至少|突破|大于|达到或超过)\s?\d[\d.,]*[^，。；、\n\d()]{1,6}?(?:以上|及以上|左右|上下)|"
        r"(?:不超过|不高于|不大于|低于|小于|至多)\s?\d[\d.,]*[^，。；、\n\d()]{1,6}?(?:以内|以下|之内|左右|上下)|"
        r"(?:大约|约|近|将近|接近)\s?\d[\d.,]*[^，。；、\n\d()]{0,6}?(?:左右|上下|[余多](?=[万亿个人家座公亩]))"
    ),
    acronym_twice=re.compile(
        r"LNG液化天然气|液化天然气LNG(?!\))|CNG压缩天然气|LPG液化石油气|GDP(?:国内|地区)生产总值|WTO世界贸易组织|CPI居民消费价格指数|"
        r"PPI工业生产者出厂价格|R&D研究|ICT信息通信|VOCs挥发性有机物|AI人工智能|IP地址地址|GIS地理信息系统|CT断层"
    ),
    rate_by_percent=re.compile(
        r"(?:率(?<=[^效产汇频利税费功速出]率)|比重|比例)(?:年均|平均|累计|每年)?(?:提高|上升|增加|提升)了?"
        r"(?P<figure>\d[\d.]*%)(?!以上的|点)"
    ),
    slogan=re.compile(rf"[强兴立富活](?<=(?P<field>{HAN}{{2}}[强兴立富活]))(?P<place>(?![国省军市区县州旗]){HAN})(?=[”\"]?战略)"),
    line=re.compile(
        rf"(?P<one>{HAN}{{2}})(?:至|[—－–~-]+)(?P<other>{HAN}{{2}})"
        rf"(?P<form>(?:(?!至|和|与|等|及|高速|城际|客运|货运|重载|二线|复线){HAN}){{0,8}}?)"
        r"(?P<kind>铁路|高速公路|公路|高速(?=[、，。；]))(?P<more>通道)?"
    ),
    premises=re.compile(
        rf"(?:(?!的|和|与|在|等|将|把|建设|打造|推进|以|为|及){HAN}){{0,14}}?"
        r"(?:试验区|示范区|示范园区|产业园区|产业园|园区|开发区|保税区|中心|基地|机场|景区|水库|"
        rf"公园|博物馆)(?!{HAN}?(?:区|城|镇|村|院|园))"
    ),
    loose_rank=re.compile(r"省|市(?!场|民)|县|地区|自治区"),
    quoted_site=re.compile(
        rf"[“\"](?P<name>[^”“\"\n]{{3,20}})[”\"](?P<tail>{HAN}{{0,8}}?(?:示范区|试验区|园区|基地|平台|工程|行动|计划|中心))"
    ),
    title_of_county=re.compile(
        rf"市(?<=(?P<place>{HAN}{{2}}市)){HAN}{{0,4}}?(?:创建|建成|创成|争创|获评|荣获){_CLAUSE}{{0,8}}?"
        r"(?P<title>(?:园林|卫生|文明)县城)"
    ),
    loose_part=re.compile(r"国家级|自治区级|省级|国际|省|市(?!场|民)|地区|自治区"),
    ranks="市县",
    place_phrase=re.compile(rf"^{HAN}{{0,8}}?(?:所在地)?(?:城市|市|县城|县|城区|区|州|盟|旗)"),
    whole_ranks=("自治县", "自治州", "自治旗"),
    told_as_old=re.compile(r"(?:原|旧称|撤销|撤)$"),
    place_goes_on=re.compile(r"[场民政值面价级容域直际情城委志内外改撤]"),
    age_limit=re.compile(r"(?<=岁)(?:及?以[上下]|以内)"),
    range_before=re.compile(r"[-\d—–~～至到]\s?$"),
    persons="人",
    visits="人次",
    counts_people=re.compile("就业|人口|参保人数"),
    idle_in_names=re.compile(r"拥有|享有|配备|达到|所占|占|的|总|全[省市县区国州]|全地区|全社会|地区|[\s()（）、，和与及]"),
)  # fmt: skip
