"""How Chinese counts what it lists: 三大板块（…、…和…）, …、…、…等5个中心, 分别, “四个有利于”, “2+3+4”."""

from __future__ import annotations

import re

from milepost.languages.chinese.numerals import parse_numeral
from milepost.languages.counting_words import CountingWords
from milepost.languages.words import HAN, words

_NUMERAL = r"(?:[二两三四五六七八九]|十[一二三四五六]?)"
# Begins with a class of characters, which lets the engine run from numeral to numeral; what must not stand before it is
# looked at behind its first sign. A lone 1 is none.
_NUMBER = (
    r"[二两三四五六七八九十1-9](?<![第\d.+一二两三四五六七八九十百千万亿数几多余每].)(?<![\-—–][1-9])"
    r"(?:(?<=十)[一二三四五六]|(?<=1)\d|(?<!1))"
)
# What the numeral counts; 个 before a unit of time or 百分点 counts nothing that is listed.
_MEASURE = (
    r"(?:大(?!数据|于|中型|型|道|气|众|学|队|厅|户|会|关|专)|个(?!百分点|月|工作日|小时|学时|标准|以上|左右)|"
    r"项(?!目)|类|条(?!例|件)|种|座|家|所|处|支|方面|县|市(?!场)|区(?!域|间))"
)

# Slogans of the whole country: a plan takes them over without saying what they stand for.
_COMMON = words(
    "五位一体 四个全面 四个意识 四个自信 两个维护 两个确立 三个代表 三农 三严三实 两学一做 四风 八项规定 "
    "十三五 十四五 十五五 十二五 十一五 十五 八五 七五 九五 一五 二五 六稳 六保 六稳六保 三去一降一补 放管服 "
    "双随机一公开 双随机、一公开 双随机 一带一路 四个最严 三品一标 四好农村路 四好公路 三权分置 三变 "
    "三变改革 三个离不开 五个认同 四个与共 四个伟大 四个特别 四史 两个毫不动摇 两个健康 两新 两重 "
    "两不愁三保障 两不愁、三保障 四个不摘 三保 五个一工程 一老一小 三支一扶 双创 双碳 双减 双一流 双高 "
    "双高计划 三会一课 三重一大 四议两公开 三公 三公经费 一岗双责 三同时 三线一单 三区三线 三个区分开来 "
    "四下基层 三北 三北防护林 三江 两山 两山理论 两代表一委员 一府一委两院 一府两院 三股势力 三期叠加 "
    "三个第一 两个市场 两种资源 两个大局 两个一百年 三大攻坚战 三大战略 四个革命 四个革命、一个合作 "
    "四个革命一个合作 三个务必 三大差距 三大工程 两非 三资 三违 三无 两会 两院 两高 两高一资 三废 四旧 "
    "三同步 三去 三包 三旧 二十大 十九大 十八大 四大 五四 七一 八一 十一 五好 五保 五险一金 三品 三馆一站 "
    "一站式 一窗通办 一网通办 一卡通 最多跑一次 高效办成一件事 三级三类 五级三类 三医 三医联动 四个面向 "
    "三个面向 两个结合 六个必须坚持 四个服务 六个坚持 七个着力 八个明确 十四个坚持 十个明确 十大产业 双循环 "
    "三驾马车 三新 三新一高 四新 四新经济 四上 四上企业 四板 新三板 三高 两客一危 三产 一二三产业 二品一标 "
    "两减一增 三调 七五普法 八五普法 六五普法 三项制度 三条红线 四水四定 四个优先 两类机构 四基 五观 四德 "
    "三馆 四千 十年禁渔 五大发展理念 新四化 四化 五化 四化同步 五保户 三网融合 三河三湖 五纵七横 五个统筹 "
    "七区二十三带 三项补贴 五个一工程奖 两横三纵 四纵四横 八纵八横 两屏三带 五个结合 三会一层 六个一 "
    "五个坚持 三孩 二孩 两孩 双拥 两岸 三通 三好 三下乡 四早 四方责任 双百 双招双引 双城 双千 三北工程 两癌 "
    "两病 两纲 十条 气十条 水十条 土十条 两法衔接"
)


def _part(value: int) -> str:
    """A pattern for a numeral that counts the part of a formula (3 or 三 before what it counts)."""
    signs = {1: "一", 2: "二两", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九", 10: "十"}
    numeral = f"[{signs[value]}]|" if value in signs else ""
    return rf"(?<![\d+.一二三四五六七八九十第])(?:{numeral}{value})(?:大|个|项|类|条|种|座|家|所|处|支)"


_DIVISION_NUMBER = r"(?:[一二两三四五六七八九十]{1,3}|\d{1,2})"
_FIRST_NUMBER = r"[一二两三四五六七八九十\d](?<![\d第一二两三四五六七八九十].)[一二三四五六七八九十\d]{0,2}"

WORDS = CountingWords(
    number=lambda word: int(word) if word.isdigit() else parse_numeral(word),
    counted=re.compile(rf"(?P<number>{_NUMBER})(?P<noun>{_MEASURE}{HAN}{{0,10}})"),
    label=re.compile(
        rf"(?P<number>{_NUMBER})(?P<noun>(?P<measure>{_MEASURE})?{HAN}{{1,12}}?)[”’]?"
        rf"(?P<opens>[：（]|，?(?:即|分别是|分别为|分别指|是指))"
    ),
    opens="等这",
    slogan=re.compile(rf"“(?P<name>{_NUMERAL}{HAN}{{1,11}})”"),
    group=re.compile(rf"{_NUMERAL}(?:(?!{_NUMERAL}){HAN}){{1,8}}"),
    separators="、",
    conjunctions=re.compile(r"以及|[和与及]"),
    verbs=re.compile(
        r"(?:建立|建成|成立|设立|构建|形成|培养|新建|改建|扩建|改造|续建|迁建|在建|新增|引进|培育|建设|实施|完成|推进|新|改|扩|提升|打造|发展|做优|做强|做大|做实|"
        r"加快|推动|加强|完善|健全|优化|规范|支持|鼓励|引导|保护|修复|治理|巩固|深化|拓展)"
    ),
    unlisted=re.compile(r"等|其中|不含|不包括|总计|合计|详见|下同|以下简称|简称|试行|一期|二期|\d{4}年|月"),
    each=re.compile(r"分别"),
    bounds="，。；：\n！？",
    joined=re.compile(
        r"[ ]?(?:以上|左右|以内|以下)?[ ]?(?:、|，|和|与|及|以及)?(?:约|超过|超|近|不低于|不少于|不超过|第)?[ ]?"
    ),
    ordinals=re.compile(r"(?<=[。；：，\n])\s*([一二三四五六七八九十]{1,2})(?:是|要)(?!否)"),
    common=frozenset(_COMMON),
    explains=re.compile(rf"[”’]?{HAN}{{0,6}}(?:[（：]|，?(?:即|是指|就是|包括|分别是|指))"),
    owner=re.compile(r"(?:国家|中央|全国|自治区|省委|省政府|全省|省|国务院)(?:确定的|提出的|的)?$"),
    # 三五…十五 are five-year plans or programmes of legal education; 四县三市 counts divisions.
    not_listed=re.compile(
        r"^.(?:五(?=普法|规划|时期|$)|[县市区旗](?=.[县市区旗]$)|年|月|日|天|星|小时|周|级|维|甲|产|次|元|度|公里|分|倍|十|百|千|万|期|号|段|时|楼|环|路|院|等|二|三|四|五|六|七|八|九)"
    ),
    formula=re.compile(r"\d(?<![\d+.].)\d?(?:[ ]?\+[ ]?(?:\d{1,2}|[NnXx])){1,5}(?![\d+.])"),
    part=_part,
    divisions=re.compile(
        rf"(?:(?P<first>{_FIRST_NUMBER})个?(?P<one>[县市区旗])[、和]?"
        rf"(?P<second>{_DIVISION_NUMBER})个?(?P<other>[县市区旗])(?:[、和]?(?P<third>{_DIVISION_NUMBER})个?(?P<last>[县市区旗]))?)"
    ),
    all_divisions=re.compile(
        rf"(?:全(?:地区|市|州|盟|区|域)|所?辖|下辖)(?:的|有)?(?P<number>{_DIVISION_NUMBER})个?"
        r"(?P<noun>县（市、区）|县（市）|县市区|县市|市县|县区|旗县（?市?区?）?|县)(?![级域城])"
    ),
    announced=re.compile(
        rf"(?P<number>{_NUMBER})(?:大|项|个|类)(?:重大|重点|主要|专项|标志性)?(?:工程|行动|计划|任务|举措|专项|项目|战略|体系)"
    ),
    entry=re.compile(r"^[ ]*(?:（?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?:[.、）]|．)(?!\d))", re.MULTILINE),
    places=re.compile(
        r"等(?P<number>\d{1,3}|[二三四五六七八九十百]{1,4})个(?P<noun>[^\W\x00-\xff]{0,6}?"
        r"(?:镇|乡|村|县|社区|街道|园区|景区|片区|市|区|场|口岸|集聚区|开发区))(?![、级民容区镇村])"
    ),
    turned_into=re.compile(r"(?:打造|建设|培育|发展|创建|列|作|建|打)(?:成为|成|为)[^、，,。；;]*"),
    kinds={"县": "县", "旗": "县", "市": "市", "区": "区"},
)
