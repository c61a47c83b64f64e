"""Chinese words that tell one series of statistics from another: 口径, and the parts that a name may be about.

Sources for the bases: the explanatory notes of the China Statistical Yearbook (price bases, designated size, 500万元
threshold of investment since 2011, resident and registered population) and the notes under 统计公报.
"""

from __future__ import annotations

import re

from milepost.languages.series_words import SeriesWords

_ORDINALS = "一二三四五六七八九"
_BASES: tuple[tuple[str, str], ...] = (
    ("without_corps", r"(?:不|未|不包|剔除|扣除)[含括]?(?:新疆)?(?:生产建设)?兵团|兵团除外|除兵团外"),
    ("with_corps", r"(?:[含加]|包括|包含)(?:新疆)?(?:生产建设)?兵团|兵地合计|兵地融合口径"),
    ("index_previous_year", r"以?上年(?:同期|同月)?(?:=|为)100"),
    ("index", r"以?(?P<detail>(?:19|20)\d\d)年?(?:=|为)100"),
    ("current_prices", r"(?:(?:19|20)\d\d年)?(?:当年|现行|当期)价格?|现价|名义(?=值|增|$|[,;、])"),
    ("constant_prices", r"以?(?P<detail>(?:19|20)\d\d)年(?:为基期的?)?(?:不变|可比|固定)?价格?"),
    ("constant_prices", r"可比价格?|不变价格?|固定价格?|(?:扣除|剔除)价格(?:因素|变动)|实际(?=增|值|$|[,;、])"),
    ("without_tax_refunds", r"(?:扣除|剔除|还原)(?:增值税)?留抵退税(?:因素|影响)?后?"),
    ("same_coverage", r"同口径|可比口径"),
    ("natural_coverage", r"自然口径"),
    ("census", rf"[{_ORDINALS}\d]普|(?:第[{_ORDINALS}]次)?(?:全国)?(?:人口普查|(?<!经济)(?<!农业)(?<!源)普查)"),
    ("yearly_estimate", r"人口(?:变动)?(?:情况)?抽样(?:调查)?(?:推算)?|年度推算|推算|年度估计"),
    ("survey", r"(?:城乡一体化)?住户(?:收支)?(?:抽样)?调查|抽样调查|调查(?=失业|数|$)"),
    ("registered", r"行政登记|行政记录|登记"),
    ("resident_population", r"常住(?:人口)?"),
    ("registered_population", r"户籍(?:人口)?|户口"),
    ("without_rural_households", r"(?:不含|不包括|不包含|扣除)农村?户|除农户外"),
    ("with_rural_households", r"(?:含|包括|包含)农村?户"),
    ("below_scale", r"规模以下|规下"),
    ("above_scale", r"规模以上|规上"),
    ("above_quota", r"限额以上|限上"),
    ("threshold", r"(?:计划)?(?:总?投资)?(?P<detail>\d+)万元(?:及|\(含\))?以上(?:项目|企业)?"),
    ("whole_society", r"全社会|全口径|全行业"),
    ("city_proper", r"市辖区|市区|城区"),
    ("own_level", r"[省市区州县地]?本级"),
    ("whole_region", r"全[省市区州县盟旗](?!外)|全地区|全域"),
    ("year_end", r"年末|年底|期末|12月31日|时点"),
    ("year_average", r"年平均|全年平均|年均"),
    ("financial_year", r"财政年度|财年"),
    ("calendar_year", r"当年累计|全年累计|自然年度?|日历年度?"),
    ("unadjusted", r"未经?季节?调整|未季调"),
    ("seasonally_adjusted", r"经?季节调整后?|季调后?"),
    ("purchasing_power", r"购买力平价|ppp"),
    ("exchange_rate", r"(?:年平均|官方|市场)?汇率(?:法|折算|换算|计算)?"),
    ("modelled", r"模型估计值?|模型推算"),
    ("national_estimate", r"各国估计值?|本国估计值?"),
)
_QUALIFIERS: tuple[tuple[str, str, str], ...] = (
    ("settlement", "county_town", "县城"),
    ("settlement", "town", "乡镇|镇区|集镇"),
    ("settlement", "rural", "农村|乡村|行政村|村级|自然村|农民|农牧[区民]|牧[区民]"),
    ("settlement", "urban", "城镇|城市|市区|城区"),
    ("population", "resident", "常住"),
    ("population", "registered", "户籍"),
    ("sex", "female", "女"),
    ("sex", "male", "男"),
    ("origin", "outside", "[区省市州县盟疆]外(?!资|贸)|地区外"),
    ("origin", "foreign", "外资|境外|国外|外商|海外|入境"),
    ("origin", "domestic", "内资|国内(?!生产)|[区省]内|境内"),
    ("size", "below", "规模以下|规下|限额以下|限下|小微"),
    ("size", "above_scale", "规模以上|规上"),
    ("size", "above_quota", "限额以上|限上"),
    ("trade", "exports", "(?<!进)出口(?!加工)"),
    ("trade", "imports", "进口"),
    ("owner", "private", "民营|民办|民间|(?<!非)私营|非公"),
    ("owner", "public", "国有|公办|公立|国企"),
    ("owner", "non_private", "非私营"),
    ("insured", "employees", "职工"),
    ("insured", "residents", "城乡居民基本|居民基本"),
    ("sector", "primary", "第一产业|一产|农林牧渔业"),
    ("sector", "secondary", "第二产业|二产"),
    ("sector", "industry", "工业"),
    ("sector", "services", "第三产业|三产|服务业"),
    ("level", "national", "国家级"),
    ("level", "province", "省级|自治区级|部级"),
    ("level", "prefecture", "市级|地级|州级"),
    ("level", "county", "县级(?!城?市|行政|综合)|区级"),
    ("government", "own", "本级"),
    ("use", "marketed", "商品[粮奶棉菜牛肉率]"),
    ("listed", "of_which", "其中"),
)

WORDS = SeriesWords(
    bases=tuple((code, re.compile(pattern)) for code, pattern in _BASES),
    name_bases=frozenset(
        "without_corps with_corps current_prices constant_prices same_coverage natural_coverage survey registered "
        "resident_population registered_population without_rural_households with_rural_households below_scale "
        "above_scale above_quota threshold city_proper own_level without_tax_refunds index_previous_year index".split()
    ),
    fillers=re.compile(r"口径|数据|统计|资料|计算|核算|价格|范围|人口|标准|指数|[按的为以和与及数\W_]"),
    qualifiers=tuple((axis, value, re.compile(pattern)) for axis, value, pattern in _QUALIFIERS),
    restricting=frozenset(
        "origin size sex owner insured sector trade government level use listed "
        "settlement/rural settlement/town settlement/county_town".split()
    ),
    unqualified=re.compile(r"城乡|[国境省]内外|县城?以上城市|地级[及、]?以上|县级[及、]?以上|农业科技|高新技术"),
    head=re.compile(
        r"(?:新增|每[千万]人|每10万人|人均|单位|全[省市区县州]|全社会|城[市镇乡]|县城|农村|乡镇|地区|年末|年均|累计|主要|规[上下]|限额以[上下]|"
        r"基本|[省市县]级|国家级)*(?P<head>[^\W\d_]{2})"
    ),
    share=re.compile(r"占比|比重|份额|占[^\W\d_]+之?比"),
    counts=re.compile(r"[^\Wa-z_]{1,3}(?:[(（][^\Wa-z_]{1,2}[)）])?"),
    growth_name="{}增长",
)
