"""Chinese words for the checks on targets."""

from __future__ import annotations

import re

from milepost.languages.target_words import TargetWords
from milepost.languages.words import HAN

_GROWING = "提高|提升|增长|增加|上升|扩大|壮大"
_FALLING = "下降|降低|减少|压减|缩小|回落"
_HOW = "大幅度?|明显|显著|稳步|持续|不断|逐步|有效|较大幅度|较快|快速|稳定"
# What statistics measure: who writes it down could have written its figure.
_MEASURED = (
    "利用率|使用率|转化率|覆盖率|普及率|贡献率|自给率|生产率|增加值率|回收率|入学率|参保率|产出率|城镇化率|"
    "比重|占比|总产值|增加值|进出口总额|总量|销售额|人均收入|居民收入|人均可支配收入|排放量|消耗量|用水量|人均预期寿命"
)
_MODIFIER = rf"{HAN}{{0,10}}?"

WORDS = TargetWords(
    needless=re.compile(
        r"以[^,，]{1,6}为单位$|境内|[一二三四五十]+年(?:累计)?$|累计$|累计(?:实现|完成)|(?:只|仅)(?:有|为)?$|^(?:全|本)(?:省|市|县|区|州|盟|旗|地区)"
    ),
    change_end=re.compile(rf"(?:{_GROWING}|{_FALLING}|削减|缩减|减排|压缩|降幅|增幅|增速|涨幅|新增)(?:率|幅度)?$"),
    change_unit=re.compile("百分点|倍|番"),
    bounded=re.compile(
        r"(?:覆盖|普及|参保|合格|处理|处置|达标|绿化|巩固|入户|接种|管理|检查|分娩|回收|收集|入网|硬化|通车|供养|"
        r"自来水|良种|城镇化|满意|识字|签约|登记|失业|死亡|贫困发生|污水处理|综合利用|优良)率$|"
        r"优良(?:天数)?(?:比[率例重])$|占.{1,30}(?:比重|比例)$"
    ),
    rate=re.compile("率$"),
    loose_rate=re.compile(
        "毛入[学园]率$|增[长幅]?率$|涨幅|增速|增幅|周转率$|拨备覆盖率$|流动性(?:覆盖|比)率?$|偿付能力|负债率$|"
        "保有率$|放大|完成率$|生产率$|产销率$|利润率$|回报率$|税率$|汇率$|费率$|利率$|速率$|频率$|效率$|分辨率$|死亡率$"
    ),
    unitless=re.compile("系数|指数|比$|比例$|倍数|得分|评分|排名|位次|功效|[Pp][Hh]值"),
    one_place=re.compile(
        "(?:行署|州府|盟府|政府)?所在地城市|中心城区|主城区|市本级|县本级|地区本级|州府所在地|城关镇|城市建成区"
    ),
    industry=re.compile("产业链|产业集群|产业园区?|产值|产业规模|集群|营业收入|营收|销售收入|产业$"),
    cap=re.compile(r"控制在.{0,20}?(?:以内|之内|以下|范围内|内)|不超过|不高于|不得超过|以内$"),
    vague=re.compile(
        "合理区间|合理水平|合理范围|适度区间|适当水平|视情|稳中有[进升]|持续(?:提高|提升|改善)|只[增升]不[减降]"
    ),
    past=re.compile(
        r"[“\"]?[一二三四五六七八九十]{1,3}五[”\"]?(?:时期|期间|末|规划)?|实际(?:水平|值|完成)?$|同期|基期|历史最?[高好]水平"
    ),
    second_demand=re.compile(
        r"[、,;](?P<other>[^、,;]*(?:力争|争取|确保|高于|低于|不低于|不超过|以上|以内|达到|突破|同步)[^、,;]*)"
    ),
    compared=re.compile(
        r"(?:是|为|比|较|相当于)[^,。;\n]{0,4}(?:\d{4}年|[“\"]?[一二三四五六七八九十]{1,3}五|基期|上年|现状)"
    ),
    compared_together=re.compile(
        r"[,，]分别(?:是|为|比|较|相当于)[^,。;\n]{0,4}(?:\d{4}年|[“\"]?[一二三四五六七八九十]{1,3}五|基期|上年|现状)"
    ),
    kept=re.compile("保持|维持|稳定|始终|继续"),
    size_class=re.compile("[十百千万亿]+级$"),
    multiple=re.compile("减半|翻[一二两三番]|折半|翻倍|成倍"),
    ensured=re.compile("确保|必须|务必|坚决完成"),
    name_before=re.compile(rf"{HAN}{{0,10}}$"),
    striven=re.compile("力争|争取"),
    unmeasured=re.compile(
        rf"(?P<noun>{_MEASURED})(?:得到|实现|水平)?(?:{_HOW})(?:{_GROWING}|{_FALLING})|"
        rf"(?:{_HOW})(?:{_GROWING}|{_FALLING})(?P<what2>{_MODIFIER}(?:{_MEASURED}))|"
        rf"保持(?P<what3>{HAN}{{2,6}}(?:投资|消费|出口|收入|产值))(?:合理|平稳|稳定|较快|适度|快速)(?:增长|增速)"
    ),
    superlative=re.compile(
        rf"(?:成为|打造成?为?|建设成?为|建成)(?P<what>{HAN}{{0,14}}?(?:最[佳优好强美大快]|(?:全[国球省区市疆]|世界|国内)第一|"
        rf"最具{HAN}{{1,6}}的){HAN}{{0,10}})"
    ),
    share=re.compile("比重|占比|比例"),
    no_quantity=re.compile(
        r"^(?:构建|建设|形成|打造|建立|建成|实现|实施|推进|培育|创建|引进)|标准$|\d*小时[^，]{0,6}圈|(?:交通|生活|经济|通勤|服务)圈$"
    ),
    leap=re.compile(rf"(?:{HAN}|、){{2,20}}(?:(?:迈|再|跃|登)上新?的?大?台阶|大幅跃升|大幅提升|显著提升)"),
    far_title=re.compile("远景目标|长远目标|远期目标|展望"),
)
