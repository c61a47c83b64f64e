"""Heads and rows of the tables in a Chinese communiqué."""

from __future__ import annotations

import re

from milepost.languages.chinese.reporting import names

SUBJECT_HEAD = re.compile(
    r"^(?:指标|项目|名称|指标名称|产品名称|产品|行业|地区|类别|分类|分组|单位名称|"
    r"国家(?:（地区）|或地区)?)*$"
)
UNIT_HEAD = re.compile(r"^(?:计量)?单位$")
VALUE_HEAD = re.compile(
    r"绝对[数额量值]|总量|年末数|年底数|期末数|数值|产量|数量|金额|面积|实绩|完成[数额]|(?:19|20)\d\d ?年|全年|"
    r"累计|本年|人数|总额|余额|收入|投资额|增加值|销售额|进出口额"
)
GROWTH_HEAD = re.compile(
    r"(?:比|较|同比)?(?:上年|去年|同期)?(?:同期|末)?(?:±|增[长减]|涨[跌幅]|增速|增幅|"
    r"升降)|同比|比上年|增长速度|增长率"
)
SHARE_HEAD = re.compile(r"比重|占比|构成|所占")
HEAD_UNIT = re.compile(
    r"[（(](?:单位[:：])?(?P<unit>[^（）()]{1,12})[）)]|(?P<percent>[%％])$|单位[:：] "
    r"?(?P<line>[^\s，。；）)]{1,12})"
)
ROW_LEAD = re.compile(
    r"^(?:[ 　\-—·#*＃]|其中[:：]?|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|"
    r"\d{1,2}[.．、](?!\d)|[①-⑳])+"
)
PART_ROW = re.compile(r"^[ 　]*(?:其中|#|＃)")
INDEX = re.compile(r"指数$")
_CAPTION = re.compile(
    r"^(?:表 ?[\d一二三四五六七八九十\-—.]*[:：]?|附[表:：])? *(?:(?:19|20)\d\d "
    r"?年)?(?:[^，]{0,4}(?=年))?(?:末|全[省市县区州国])*|(?:及其|与|和|及)?(?:构成|增长速度|增速|增幅|"
    r"增长情况|情况|完成情况|主要指标|一览表|统计表|表)+$"
)
_INDEX_CAPTION = re.compile(r"价格(?:总?指数|涨跌)")


def table_name(row: str, about: tuple[str, ...], whole: str | None) -> tuple[str, str | None, bool]:
    """The name of a row, the basis that it takes over, and whether it says itself what is measured.

    A row that does not is made whole by the row that it is a part of, or else by the head of its column or the title
    of the table (`about`).

    >>> table_name("第一产业", ("2023年全区生产总值",), "生产总值")
    ('第一产业增加值', None, False)
    >>> table_name("工业", ("绝对数", "2024年地区生产总值及其增长速度"), None)
    ('工业增加值', None, False)
    """
    name = names.clean(row)
    if names.has_head(name):
        return name, names.inherited_basis(whole, name) if whole else None, True
    if whole and names.head_of(whole):
        full = names.of_whole(name, whole)
        return full, names.inherited_basis(whole, full), False
    for words in about:
        said = names.clean(_CAPTION.sub("", _CAPTION.sub("", words.strip())))
        if names.head_of(said):
            return names.of_whole(name, said), None, False
    return name, None, False


def speaks_of(whole: str, region: str) -> bool:
    """Whether a word for the whole (全县) speaks of the region of that name, and not of one above it.

    >>> speaks_of("全县", "云和县"), speaks_of("全省", "云和县"), speaks_of("全区", "新疆维吾尔自治区")
    (True, False, True)
    """
    if whole.startswith("我"):
        whole = "全" + whole[1:]
    kind = whole.removeprefix("全")
    if kind == "国":
        return region in ("中国", "全国", "中华人民共和国", "")
    return not region or region.endswith(kind) or not region.endswith(tuple("省市县区州盟旗"))
