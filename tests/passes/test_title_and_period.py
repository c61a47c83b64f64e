"""What a document is called, and which years it is for."""

from __future__ import annotations

from pathlib import Path

import pytest

from milepost.plans.model import PlanPeriod
from passes_support import file_reading, text_reading


@pytest.mark.parametrize(
    ("file", "title", "years"),
    [
        ("seed/tacheng-14th-fyp.txt", "国民经济和社会发展第十四个五年规划和2035年远景目标纲要", (2021, 2025, 2035)),
        ("data/plans/national-11th.txt", "第十一个五年（2006—2010 年）规划纲要", (2006, 2010, None)),
        ("data/plans/national-12th.txt", "第十二个五年（２０１１—２０１５年）规划纲要", (2011, 2015, None)),
        ("data/plans/gansu-report-2025.docx", "政府工作报告", (2025, 2025, None)),
    ],
)
def test_real_documents(real_plans: Path, file: str, title: str, years: tuple[int, int, int | None]) -> None:
    """Titles and years of real plans and reports are read."""
    reading = file_reading(real_plans / file)
    assert reading.title.endswith(title)
    assert reading.period == PlanPeriod(*years)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "乙县国民经济和社会发展\n第十五个五年规划纲要\n（2026年2月）\n第一章 总则\n文。\n",
            "乙县国民经济和社会发展第十五个五年规划纲要",
        ),
        ("乙县综合交通规划，根据《丙省综合交通规划》编制，是工作依据。\n", "乙县综合交通规划"),
        (
            "前言\n根据《丙省发展规划纲要》，制定《乙县发展规划纲要》。《乙县发展规划纲要》主要阐明方向。\n",
            "乙县发展规划纲要",
        ),
    ],
)
def test_where_a_title_stands(text: str, title: str) -> None:
    """A title stands above the text, at its beginning or in quotation marks; another document's title is not taken."""
    assert text_reading(text).title == title


def test_without_a_title_the_file_lends_its_name() -> None:
    """A text that names itself nowhere is called by its file."""
    assert text_reading("第一章 总则\n文。\n", source="yixian-plan.txt").title == "yixian-plan"


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("乙市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", (2021, 2025, None)),
        ("乙市“十五五”规划纲要", (2026, 2030, None)),
        ("乙市国土空间总体规划（2021-2035年）", (2021, 2035, None)),
        ("乙市教育发展规划（２０２３—２０２７年）", (2023, 2027, None)),
        ("2026年乙市政府工作报告", (2026, 2026, None)),
        ("乙市第十四个五年规划和2035年远景目标纲要", (2021, 2025, 2035)),
        ("乙市发展纲要", (None, None, None)),
    ],
)
def test_years_of_a_title(title: str, period: tuple[int | None, int | None, int | None]) -> None:
    """Years come from the plan's number or from the years that the title states."""
    assert text_reading(f"{title}\n第一章 总则\n文。\n").period == PlanPeriod(*period)


def test_years_from_the_text() -> None:
    """A plan without years in its title is for the numbered plan that its first pages speak of."""
    text = "乙县发展纲要\n“十五五”时期很关键。“十四五”规划收官，“十五五”规划开局。展望2035年，前景光明。\n"
    assert text_reading(text).period == PlanPeriod(2026, 2030, 2035)


def test_english_years() -> None:
    """A span of years in an English title is the plan's period."""
    reading = text_reading("Riverside Development Plan 2023-2028\nThe plan sets goals.\n", "en")
    assert (reading.title, reading.period) == ("Riverside Development Plan 2023-2028", PlanPeriod(2023, 2028, None))
