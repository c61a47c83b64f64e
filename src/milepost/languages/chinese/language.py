"""Chinese as a `Language`."""

from __future__ import annotations

import re

from milepost.languages.chinese import (
    bodies,
    boxes,
    capacities,
    headings,
    indicator_table,
    measures,
    places,
    procedures,
    projects,
    promises,
    references,
    regions,
    structures,
    titles,
)
from milepost.languages.chinese.figures import figures
from milepost.languages.chinese.numerals import fold
from milepost.languages.chinese.statements import sentence_statements
from milepost.languages.chinese.times import moments
from milepost.languages.chinese.units import normalize_unit
from milepost.languages.model import Language

CHINESE = Language(
    code="zh",
    fold=fold,
    sentence_end=re.compile(r"[。！？\n]"),
    figures=figures,
    statements=sentence_statements,
    moments=moments,
    unit=normalize_unit,
    past_title=re.compile(
        r"(?:发展|现实|工作|良好|坚实)基础(?!性|设施)|基础条件|(?:发展|外部|国内外?|国际|宏观|战略|"
        r"面临的?)环境|形势|回顾|成就|(?:发展|工作|主要|实施)成效|成绩|现状|"
        r"历程|背景|总结|机遇|挑战|关键时期|过去|(?:实施|完成|执行|发展|基本)情况|来的工作"
    ),
    goal_title=re.compile(r"目标(?!纲要|责任|考核|管理|完成|体系)|愿景"),
    goal_lead=re.compile(
        r"(?:“?十[一二三四五六七八九]?五”(?:时期|期间)?|(?:今后|未来)[五十三]年|到(?:19|20)\d\d年(?:底|"
        r"末)?|“?十[一二三四五六七八九]?五”末)"
        r"[^。\n]{0,80}?目标(?:主要)?(?:是|为|如下|[：。]|$|\n)"
        r"|(?:今后|未来)[五三]年，?(?:我们)?(?:要|将|必须|需要)"
    ),
    era=re.compile(
        r"(?<![^。；\n 　])(?:过去(?:的)?[五一三]年|(?:近|这)?[五一三]年(?:来|间)|这[五三]年(?=，)|"
        r"今后[五三]年|未来[五三]年|今年|"
        r"“?十[一二三四五六七八九]?五”(?:时期|期间|以来))"
    ),
    divisions=re.compile(
        r"^(?:的)?(?:民族|边境|贫困|沿边|国家级|自治)?(?:县|市(?![场民政])|区(?!域)|旗|乡|镇|村|街道|社区|州|省|国家|乡镇|"
        r"行政村|地级市|师|团场)"
    ),
    titles=titles.WORDS,
    headings=headings.WORDS,
    regions=regions.WORDS,
    places=places.WORDS,
    boxes=boxes.WORDS,
    indicators=indicator_table.WORDS,
    structures=structures.WORDS,
    projects=projects.WORDS,
    capacities=capacities.WORDS,
    measures=measures.WORDS,
    promises=promises.WORDS,
    bodies=bodies.WORDS,
    procedures=procedures.WORDS,
    references=references.WORDS,
)
