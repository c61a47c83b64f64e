"""Chinese words of statistical communiqués (统计公报) and of reports on a year's work."""

from __future__ import annotations

import re

from milepost.languages.chinese.reporting.names import growth_name, is_statistic, share_name
from milepost.languages.chinese.reporting.passages import passage
from milepost.languages.chinese.reporting.tables import (
    GROWTH_HEAD,
    HEAD_UNIT,
    INDEX,
    PART_ROW,
    ROW_LEAD,
    SHARE_HEAD,
    SUBJECT_HEAD,
    UNIT_HEAD,
    VALUE_HEAD,
    speaks_of,
    table_name,
)
from milepost.languages.chinese.reporting.times import title_when
from milepost.languages.report_words import ReportWords

WORDS = ReportWords(
    title=re.compile(
        r"统计公报|经济(?:和社会发展)?(?:运行|形势)(?:情况|简况|总体|稳|开局|持续|呈|继续|逐步|恢复|良好|保持|"
        r"实现|延续|回升)|国民经济(?:和社会发展)?(?:运行|统计|延续|总体|稳)|"
        r"(?:统计|经济)(?:月报|快报|简报|监测)|(?:人民)?政府工作报告|计划执行情况"
    ),
    work_report=re.compile(r"政府工作报告|计划执行情况"),
    when_of=title_when,
    passage=passage,
    date=re.compile(
        r"(?P<year>(?:19|20)\d\d) ?[年\-/.] ?(?P<month>1[0-2]|0?[1-9]) ?[月\-/.] ?(?P<day>3[01]|"
        r"[12]\d|0?[1-9])(?!\d) ?日?"
    ),
    dated=re.compile(r"发布(?:时间|日期)|公开日期|成文日期|发文日期|印发"),
    months={},
    issuer=re.compile(r"(?:国家|[一-鿿]{2,24}?)统计局(?:[ 　、]*国家统计局[一-鿿]{2,16}调查[总支]?队)?"),
    note_mark=re.compile(r"[\[［〔【]\s*(?:注 ?)?\d{1,2}\s*[\]］〕】]|[①-⑳]|(?<=[一-鿿）])[¹²³⁴⁵⁶⁷⁸⁹⁰]+"),
    notes=re.compile(
        r"^[ 　]*(?:注释?|附注|名词解释|指标解释|资料来源|《?政府工作报告》?有关内容名词注?释|"
        r"附件)(?:[:：]|$| )"
    ),
    caption=re.compile(r"^[ 　]*(?:附?[图表] ?[\d一二三四五六七八九十]|单位[:：])"),
    preliminary=re.compile(r"(?:本公报|公报中|本文)[^。]{0,20}(?:为|均为|系)[^。]{0,6}(?:初步|快报)(?:统计|核算)?数"),
    ahead=re.compile(
        r"^[ 　]*(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]部分)[^。]{0,40}(?:目标|安排|任务|"
        r"总体要求|部署|打算|思路|建议|今后|今年|未来|重点工作)"
    ),
    behind=re.compile(
        r"^[ 　]*(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]部分)[^。]{0,40}(?:回顾|"
        r"完成情况|执行情况|成就|总结|过去)"
    ),
    subject_head=SUBJECT_HEAD,
    unit_head=UNIT_HEAD,
    value_head=VALUE_HEAD,
    growth_head=GROWTH_HEAD,
    share_head=SHARE_HEAD,
    head_unit=HEAD_UNIT,
    row_lead=ROW_LEAD,
    part_row=PART_ROW,
    index=INDEX,
    growth_name=growth_name,
    share_name=share_name,
    table_name=table_name,
    speaks_of=speaks_of,
    is_statistic=is_statistic,
)
