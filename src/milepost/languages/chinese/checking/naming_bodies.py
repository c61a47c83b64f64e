"""Chinese names of departments: pieces that are no name, and names that reforms did away with.

The reform of 2018 was carried out in the provinces and counties by March 2019; the offices for poverty relief became
those for rural revitalisation from February 2021, and these went to the departments of agriculture in 2023.
"""

from __future__ import annotations

from milepost.languages.naming_words import Successor

TRUNCATED: dict[str, str] = {
    "发展委": "发展改革委",
    "改革委": "发展改革委",
    "发展委员会": "发展和改革委员会",
    "改革委员会": "发展和改革委员会",
    "信息化局": "工业和信息化局",
    "信息化厅": "工业和信息化厅",
    "城乡建设局": "住房和城乡建设局",
    "城乡建设厅": "住房和城乡建设厅",
    "自然局": "自然资源局",
    "资源局": "自然资源局",
    "环境局": "生态环境局",
    "环境厅": "生态环境厅",
    "生态局": "生态环境局",
    "农村局": "农业农村局",
    "农村厅": "农业农村厅",
    "社会保障局": "人力资源和社会保障局",
    "卫生委": "卫生健康委",
    "健康委": "卫生健康委",
    "应急管局": "应急管理局",
    "市场管理局": "市场监督管理局",
    "市场监督局": "市场监督管理局",
    "运输局": "交通运输局",
    "运输厅": "交通运输厅",
    "草原局": "林业和草原局",
    "乡村局": "乡村振兴局",
    "振兴局": "乡村振兴局",
    "医疗局": "医疗保障局",
    "退役局": "退役军人事务局",
    "退役军人局": "退役军人事务局",
}

_REFORM = 2019
_BY_SUCCESSOR: tuple[tuple[int, str, str], ...] = (
    (_REFORM, "生态环境局", "环保局 环境保护局"),
    (_REFORM, "生态环境厅", "环保厅 环境保护厅"),
    (_REFORM, "生态环境部", "环境保护部"),
    (_REFORM, "自然资源局", "国土局 国土资源局"),
    (_REFORM, "自然资源厅", "国土厅 国土资源厅"),
    (_REFORM, "自然资源部", "国土资源部"),
    (_REFORM, "卫生健康委", "卫计委 卫生计生委 卫生和计划生育委员会 卫生计生局 卫计局"),
    (_REFORM, "农业农村局", "农业局 农业委员会"),
    (_REFORM, "农业农村厅", "农业厅"),
    (
        _REFORM,
        "市场监督管理局",
        "工商局 工商行政管理局 质监局 质量技术监督局 食药监局 食品药品监督管理局 食品药品监管局",
    ),
    (_REFORM, "文化和旅游局", "旅游局 旅发委 旅游发展委员会 文广新局"),
    (_REFORM, "应急管理局", "安监局 安全生产监督管理局 安全监管局"),
    (_REFORM, "税务局", "国税局 地税局 国家税务局 地方税务局"),
    (_REFORM, "粮食和物资储备局", "粮食局"),
    (_REFORM, "司法局", "法制办 政府法制办公室"),
    (_REFORM, "国家市场监督管理总局", "工商总局 质检总局 食药监总局"),
    (2021, "乡村振兴局", "扶贫办 扶贫开发办公室 扶贫开发局"),
    (2024, "农业农村局", "乡村振兴局"),
    (2024, "国家金融监督管理总局", "银保监局 银保监会"),
)
FORMER: dict[str, Successor] = {
    name: Successor(year, successor) for year, successor, names in _BY_SUCCESSOR for name in names.split()
}
