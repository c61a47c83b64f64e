"""Chinese words in tables of statistics."""

from __future__ import annotations

import re

from milepost.languages.column_words import ColumnWords, PeriodForm

_YEAR = r"(?P<y>(?:19|20)\d\d)\s*年?度?\s*"
_TO = r"\s*月?(?:份)?\s*(?:-|—|–|−|~|~|至|到)\s*"

WORDS = ColumnWords(
    captions={
        "indicator": "指标", "region": "地区代码", "region_name": "地区", "period_kind": "时期类型", "period": "时期",
        "value": "数值", "unit": "单位", "bound": "数值界限", "status": "数据状态", "source": "来源",
        "source_kind": "来源类型", "url": "网址", "vintage": "发布日期", "basis": "口径", "access": "公开范围",
        "confidence": "可信度", "growth_percent": "比上年增长%", "note": "备注",
    },
    headings={
        "指标名称": "indicator", "统计指标": "indicator", "指标项目": "indicator", "项目": "indicator",
        "名称": "indicator", "目标": "indicator",
        "区划代码": "region", "行政区划代码": "region", "行政区划": "region", "区域代码": "region", "区域": "region",
        "地区名称": "region_name", "地区名": "region_name", "区域名称": "region_name", "县市": "region_name",
        "县(市)": "region_name", "县市区": "region_name", "市县": "region_name", "地市": "region_name",
        "省份": "region_name", "城市": "region_name",
        "时期种类": "period_kind", "期别": "period_kind", "频度": "period_kind", "报告期类型": "period_kind",
        "期间": "period", "时间": "period", "报告期": "period", "统计时期": "period", "统计时间": "period",
        "年份": "year", "年度": "year", "年": "year", "统计年度": "year",
        "值": "value", "数据": "value", "指标值": "value", "实际值": "value", "完成值": "value", "实绩": "value",
        "绝对数": "value", "完成情况": "value", "总量": "value",
        "计量单位": "unit", "指标单位": "unit",
        "界限": "bound", "上下限": "bound", "数据性质": "status", "状态": "status", "数据来源": "source",
        "资料来源": "source", "来源类别": "source_kind", "数据来源类型": "source_kind", "链接": "url",
        "来源网址": "url", "发布时间": "vintage", "公布日期": "vintage", "数据日期": "vintage", "版本日期": "vintage",
        "统计口径": "basis", "价格口径": "basis", "公开属性": "access", "公开程度": "access", "公开": "access",
        "置信度": "confidence", "比上年增长": "growth_percent", "比上年增长(%)": "growth_percent",
        "增长率": "growth_percent", "增速": "growth_percent", "同比增长": "growth_percent",
        "同比增长%": "growth_percent", "同比增长(%)": "growth_percent", "增长(%)": "growth_percent",
        "增速(%)": "growth_percent", "增长率(%)": "growth_percent", "比上年±%": "growth_percent",
        "同比±%": "growth_percent", "说明": "note", "注释": "note",
        "序号": "number", "行号": "number", "编号": "number",
        "目标(参考)": "number", "基期(参考)": "number",
    },
    codes={
        "period_kind": {
            "年度": "year", "年": "year", "全年": "year", "半年": "half_year", "半年度": "half_year",
            "季度": "quarter", "季": "quarter", "月度": "month", "月": "month", "当月": "month",
            "年初至今": "year_to_date", "累计": "year_to_date", "年内累计": "year_to_date",
        },
        "bound": {
            "等于": "exact", "确切": "exact", "准确": "exact", "不低于": "at_least", "至少": "at_least",
            "超过": "at_least", "以上": "at_least", "不高于": "at_most", "至多": "at_most", "不超过": "at_most",
            "以下": "at_most", "以内": "at_most",
        },
        "status": {
            "规划值": "plan", "规划": "plan", "计划": "plan", "目标": "plan", "目标值": "plan", "预计": "estimate",
            "估计": "estimate", "预计值": "estimate", "估算": "estimate", "初步": "preliminary",
            "初步核算": "preliminary", "快报": "preliminary", "初步统计": "preliminary", "最终": "final",
            "正式": "final", "最终核实": "final", "修订": "revised", "调整": "revised", "核定": "certified",
            "上级核定": "certified",
        },
        "source_kind": {
            "上级核定": "certified", "核定": "certified", "普查": "census", "统计年鉴": "yearbook", "年鉴": "yearbook",
            "官方发布": "official", "官方": "official", "统计公报": "official", "公报": "official",
            "部门统计": "official", "媒体": "media", "新闻报道": "media", "转引": "secondary", "二手": "secondary",
            "推算": "derived", "计算": "derived",
        },
        "access": {"公开": "public", "内部": "internal", "不公开": "internal"},
        "confidence": {"高": "high", "中": "medium", "低": "low"},
    },
    periods=(
        PeriodForm(re.compile(_YEAR + r"(?:全年|年?末|年?底)?"), "year"),
        PeriodForm(re.compile(_YEAR + r"上半年"), "half_year", 1),
        PeriodForm(re.compile(_YEAR + r"下半年"), "half_year", 2),
        PeriodForm(re.compile(_YEAR + r"(?:前三季度?|1" + _TO + r"(?:3|三)季度|前3季度)"), "year_to_date", 9),
        PeriodForm(re.compile(_YEAR + r"(?:前两季度|前二季度|1" + _TO + r"(?:2|二)季度)"), "year_to_date", 6),
        PeriodForm(re.compile(_YEAR + r"第?(?P<n>[一二三四1-4])季度?"), "quarter"),
        PeriodForm(re.compile(_YEAR + r"0?1" + _TO + r"(?P<n>\d{1,2})月份?(?:累计)?"), "year_to_date"),
        PeriodForm(re.compile(_YEAR + r"前(?P<n>[一二三四五六七八九十]{1,2}|\d{1,2})个?月"), "year_to_date"),
        PeriodForm(re.compile(_YEAR + r"(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})月份?"), "month"),
    ),
    numbers={word: place for place, word in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), start=1)},
    absent=re.compile(
        r"[-—–−―_/\\.…·:*xX×]+|暂无(?:数据)?|无(?:数据)?|缺(?:失|数据)?|空|未(?:公布|统计|发布|反馈|填报)|不详|"
        r"尚未(?:公布|发布)|待(?:定|公布|核定)"
    ),
    bounds=(
        (re.compile(r"≥|>=|>|不(?:低|少|小)于|至少|超过?|突破|大于|高于|多于"), "at_least"),
        (re.compile(r"≤|<=|<|不(?:高|多|大)于|不超过|至多|小于|低于|少于|不足|不到|近|控制在"), "at_most"),
        (re.compile(r"约为?|大约|≈|~|左右"), "about"),
    ),
    bounds_behind=(
        (re.compile(r"(?:及|或)?以上|多|余|\+"), "at_least"),
        (re.compile(r"(?:及|或)?以[下内]"), "at_most"),
        (re.compile(r"左右"), "about"),
    ),
    header_status=(
        (re.compile(r"规划(?:值|目标)?|目标(?:值)?|计划(?:数|值)?"), "plan"),
        (re.compile(r"预计(?:数|值|完成)?|估计(?:数|值)?"), "estimate"),
        (re.compile(r"初步(?:数|核算数?|统计)?|快报(?:数)?"), "preliminary"),
        (re.compile(r"最终(?:核实)?(?:数)?"), "final"),
        (re.compile(r"修订(?:数|值)?|调整(?:数|值)?"), "revised"),
        (re.compile(r"实际(?:值|数|完成)?|完成(?:值|数|情况)?|实绩|基期|基数|绝对数|数值|值"), ""),
    ),
    unit_line=re.compile(r".*?(?:计量)?单位\s*[::]\s*(?P<text>[^\s,,;;)]+)\)?\s*"),
    source_line=re.compile(r"(?:资料|数据)?来源\s*[::]\s*(?P<text>.+)"),
    remark_line=re.compile(r"(?:注|备注|说明)\s*\d*\s*[::](?P<text>.*)|[①-⑳*].*|\[\d+\].*"),
    part=re.compile(r"(?:#|其中\s*[:：,，]?)\s*"),
    total=re.compile(r"(?:合|总|共)\s*计"),
)  # fmt: skip
