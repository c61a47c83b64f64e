"""Chinese words for the checks on the same thing said twice."""

from __future__ import annotations

import re

from milepost.languages.consistency_words import ConsistencyWords
from milepost.languages.words import HAN

_WORKS = "新建|新开工|改扩建|扩建|改建|改造|技改|续建|迁建"
_LINE_WORKS = (
    "(?:提速|电气化|扩能|增建二线|复线|升级|拓宽|大修|改线|路面|安全|提质|提级)*(?:改造|改建|扩建|改扩建|建设|升级)"
)
_TITLE = "“(?P<title>[^”]{4,30})”"


def _line_works(names: str) -> re.Pattern[str]:
    return re.compile(f"{names}(?P<works>{_LINE_WORKS})")


WORDS = ConsistencyWords(
    filler=re.compile(
        r"全(?:地区|省|市|县|区|州|盟|旗|国|社会)(?!性)|[我本](?:地区|省|市|县|区|州)|各级|累计|共计|合计|总计|年均|"
        r"平均每年|每年|五年|(?<=.)(?:达到|提高到|增加到|降低到|下降到|稳定在|保持在|控制在|达|为|约)$|"
        r"^(?:实现|完成|达到|累计|共|其中)|人数$|数量$|[\s,、“”\"'《》()]"
    ),
    scopes=re.compile(
        "城市|县城|城镇|农村|乡镇|乡村|建制村|行政村|自然村|城区|主城区|建成区|市级|县级|省级|国家级|市本级|"
        "高中|初中|小学|中职|高职|本科|学前|义务教育|幼儿园|新增|新建|新创建|改造|改建|续建|扩建|其中|规模以上|规上|"
        "限额以上|限上|网上|国有|民营|民间|公办|民办|普惠|男|女|职工|居民|户籍|常住|农民|贫困|脱贫|工业|农业|服务业|"
        "第一产业|第二产业|第三产业|一产|二产|三产|外贸|出口|进口|国内|入境|境外|国际|人均|户均|亩均|单位|规模|高技术|累计|"
        "重点|中型|大型|小型|公立|流域|国控|省控|危险|一般|医疗|生活|建筑|耕种收|小麦|玉米|水稻|棉花|油料"
    ),
    place=re.compile(
        rf"(?![全各本每我]){HAN}{{1,6}}?(?:(?<![全各本每跨县城超])市(?!场|政)|(?<![全各本每跨])县(?!级|城|域)|自治[州县]|(?<![省市县])地区(?!生产))"
    ),
    change=re.compile("(?:下降|降低|减少|压减|提高|提升|增加|增长|增幅|增速)(?:率|幅度)?$"),
    change_to=re.compile(
        "(?:提高|增加|上升|提升|扩大|增长|下降|降低|降|减少|缩小|缩短|压缩|压减|调整|优化)(?:到|至|为)"
    ),
    changed_by=re.compile("(?:提高|提升|增加|增长|下降|降低|减少|缩小|缩短|压缩|压减)(?:了|约|近|超过)?$"),
    aim=re.compile("目标(?:值|任务)?(?:仅|只)?(?:为|是|定为|确定为)?$"),
    price_basis=re.compile(
        "(?:按|以)?(?:照)?(?:19|20)\\d\\d年(?:的)?(?:不变|可比|固定)?价格?(?:水平)?(?:计算|测算|计)?"
    ),
    adverb=re.compile("(?:仅|只有|只|已|均|约|近|也)+$"),
    bare_period=re.compile("[三五]年(?:来|内|间)?"),
    yearly=re.compile("年均|每年|年度|逐年|年年"),
    clause_end=re.compile("[,，;；。]"),
    points=re.compile("个?百分点"),
    times=re.compile("[倍番]"),
    bare_name=re.compile("其中.*|总量|总数|合计|增速|占比|比重|数量"),
    bound_before=re.compile("(?:高于|超过|大于|低于|少于|不低于|不少于|不超过|不高于|突破|至少)$"),
    bound_behind=re.compile("以[上下内外]|左右"),
    spacing=re.compile(r"\s"),
    one_spelling=(
        (re.compile("[\\s“”‘’\"'《》()·]"), ""),
        (re.compile("[—－–~～-]+"), "至"),
        (re.compile("kv"), "千伏"),
        (re.compile("ⅰ"), "一"),
        (re.compile("ⅱ"), "二"),
        (re.compile("ⅲ"), "三"),
    ),
    project_tail=re.compile("(?:(?:建设|新建|等)?(?:重点|重大)?(?:工程|项目)|建设|等)+$"),
    whole_region=re.compile("(?:全?地区|全[省市县区州]|[省市县区州]级?|本[省市县区州])(?=本?级?)"),
    line_sign=re.compile("至|到|境内|[、,]"),
    number=re.compile(r"\d+(?:\.\d+)?"),
    apart=re.compile("[一二三四五六七八九十百两第东西南北上下新老旧甲乙丙丁]|[\\x00-\\x7f]"),
    clause=re.compile("[^,，。;；:：\\n()（）]+"),
    list_sign=re.compile("、|以及|(?<=[^、][^、])[和及与](?=[^、][^、])"),
    conjunctions=frozenset("和及与"),
    list_lead=re.compile(
        "推进|推动|建设|实施|建成投运|建成|投运|开工|启动|加快|支持|完善|做好|争取|抓好|新建|改造|谋划|开展|新增|改建|扩建|打造"
    ),
    list_close=re.compile("等"),
    list_open=re.compile("等(?!级)|一批|若干"),
    built_then=re.compile("建设|开工|动工|建成|投产|投运|投用|实施"),
    area=re.compile("(?:矿区|园区|灌区|片区|林区|景区|开发区|流域)$"),
    route=re.compile("[gsx]\\d{2,4}"),
    generic=re.compile(
        "(?:现代|特色|产业|工业|物流|农业|科技|创业|创新|示范|生产|加工|服务)*(?:园区?|基地|中心|集群|示范区|体系|平台|设施|网络|企业)"
    ),
    not_early=re.compile("资金|资本|政策|支持|规划建设|规划新建"),
    quantifier=re.compile(
        "^(?:[一二两三四五六七八九十百\\d]+[个座条批处]|若干|各类|各项|大中型|中小型|大型|中型|小型)+"
    ),
    dashes=re.compile("[—－–~～-]"),
    line_dash="至",
    key_list=re.compile("重点|着力"),
    works=re.compile(_WORKS),
    new_works=re.compile("新"),
    works_behind=re.compile(f"[^。;；:：\\n]{{0,90}}?等(?:一批)?[^。;；:：、\\n]{{0,6}}?(?P<works>{_WORKS})"),
    line=re.compile(
        rf"(?P<start>{HAN}{{2,8}}?)至(?P<end>{HAN}{{2,8}}?)(?P<kind>高速铁路|铁路|高速公路|公路|高速)(?P<works>{_LINE_WORKS})"
    ),
    dash_class="[至—－–~～-]+",
    line_works=_line_works,
    title_held=re.compile(
        f"(?:被(?:[^,，。;；“]{{0,12}})(?:命名|授予|评|认定|确定)为?|获评|荣获|荣膺|(?:成功)?创(?:建)?成(?:功)?为?){_TITLE}"
    ),
    title_sought=re.compile(
        f"(?:争创|创建|申创|申报|争取获评|力争创建){_TITLE}|“(?P<title_behind>[^”]{{4,30}})”(?:称号)?(?:争创|创建|申创|申报)"
    ),
    whole=re.compile(
        "占(?P<whole>[^占]{2,14}?)(?:的?(?:比重|比例|份额))?$|^(?P<whole_before>[^用]{2,12}?)(?:主要)?(?:用于|投入|投向)"
    ),
    set_phrase=re.compile(
        "(?:以|用|学习|贯彻|落实|深入|全面|坚决|认真|坚持)*习近平[^,，。;；]*|(?:党的)?[一二三四五六七八九十]+(?:大|届)[^,，。;；]*|"
        "[^,，。;；、]*(?:党中央|中央经济工作会议|自治区党委|省委|市委|地委)[^,，。;；]*|[^,，。;；]*“?(?:五位一体|四个全面|四个意识|四个自信|"
        "两个维护|两个确立|三个代表|不忘初心|六稳|六保|放管服|五个一|双碳)”?[^,，。;；]*|[^,，。;；、]*(?:总基调|供给侧结构性改革|"
        "新发展理念|新发展格局|高质量发展|社会主义现代化|中华民族共同体|总体国家安全观|绿水青山|人民为中心|治理体系和治理能力|"
        "国民经济和社会发展|五年规划|远景目标|获得感|国内大循环|双循环|谱写|新篇章|新局面|新征程|中国式现代化|科学发展观|马克思列宁主义|中国特色社会主义|和谐社会|全面建设小康)[^,，。;；、]*|《[^》]*》"
    ),
    part_sign=re.compile("、"),
    letters_for_a_word=1,
)
