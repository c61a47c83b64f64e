"""Chinese words for the checks on the same thing said twice."""

from __future__ import annotations

import re

from milepost.languages.consistency_words import ConsistencyWords
from milepost.languages.words import HAN

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
    adverb=re.compile("(?:仅|只有|只|已|均|约|近|也)+$"),
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
    apart=re.compile("[一二三四五六七八九十百两第东西南北中上下左右前后内外新老旧甲乙丙丁]|[\\x00-\\x7f]"),
)
