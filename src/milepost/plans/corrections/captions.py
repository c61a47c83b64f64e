"""What stands above the columns of the editable workbook and on its first sheet, in Chinese and English."""

from __future__ import annotations

# Name of a field or column → what it is called in Chinese. English captions are the names themselves.
_CHINESE = {
    "after": "后文", "approver": "批准单位", "attribute": "属性", "baseline": "基期", "before": "前文",
    "bodies": "责任单位", "box": "专栏号", "box_title": "专栏标题", "by": "期限", "category": "类别",
    "certainty": "确定性", "comparator": "比较", "concept": "概念", "confidence": "可信度", "cumulative": "累计",
    "delete": "删除", "doubt": "存疑", "figure": "数字原文", "group": "分组", "implied": "无数字",
    "indicator": "指标", "issuer": "发布单位", "key": "标识", "kind": "类型", "lead": "牵头单位", "level": "级别",
    "members": "成员", "milestones": "阶段目标", "name": "名称", "number": "序号", "occurrence": "第几处",
    "organiser": "组织单位", "period": "时期", "printed_number": "印刷序号", "promise": "承诺",
    "promises": "各项承诺", "quantities": "规模", "quote": "原文", "raw": "数字", "receiver": "接受单位",
    "region": "区划代码", "region_name": "区划名称", "regions": "各区划代码", "relative_to": "相对于",
    "role": "作用", "stage": "阶段", "subject": "内容", "support": "配合单位", "target": "目标", "title": "标题",
    "unit": "单位", "value": "数值", "value_high": "上限", "when": "时间", "why": "原因",
}  # fmt: skip

_GUIDE = {
    "zh": (
        "黄色单元格可以修改。",
        "删除一行：在“删除”列填 x。直接删去的行只作报告，不算删除。",
        "新增一行：填在表末的空行里；“原文”照抄文中词句，出现多处的再填“第几处”。",
        "列可以移动，行可以排序；第一行（隐藏）是列的标识，请勿改动。",
        "改完后：milepost corrections take 本文件 PLAN.json -o corrections.json",
    ),
    "en": (
        "Yellow cells can be changed.",
        "To strike out a row, put x into its column delete. A row that is merely gone is reported, not struck out.",
        "To add a row, use the empty ones at the end; quote holds words of the text, occurrence which of the same.",
        "Columns may be moved and rows sorted. The first row, hidden, names the columns: leave it as it is.",
        "Then: milepost corrections take THIS_FILE PLAN.json -o corrections.json",
    ),
}


def caption(key: str, language: str) -> str:
    """What stands above a column.

    >>> caption("target.value", "zh"), caption("target.value_high", "en")
    ('目标·数值', 'target · value high')
    """
    steps = key.split(".")
    if language == "zh":
        return "·".join(_CHINESE.get(step, step) for step in steps)
    return " · ".join(step.replace("_", " ") for step in steps)


def guide(language: str) -> tuple[str, ...]:
    """How the workbook is used, a line each; English for a language that has no words here."""
    return _GUIDE.get(language, _GUIDE["en"])
