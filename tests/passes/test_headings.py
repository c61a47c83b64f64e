"""Sections: which lines are headings, where their titles end, and how they nest."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from milepost.documents.model import Block
from milepost.kernel.span import Span
from milepost.plans.model import Section
from milepost.plans.reading import Reading
from passes_support import file_reading, text_reading

GOLDEN = Path(__file__).parents[1] / "golden"
EXAMPLES = Path(__file__).parents[2] / "examples" / "qinghe"


def outline(reading: Reading) -> list[tuple[str, int | None, str]]:
    """Level, number and title of each section."""
    return [(section.level, section.number, section.title) for section in reading.sections]


def parent(reading: Reading, section: Section) -> str | None:
    """Title of the section that another lies in."""
    return next((other.title for other in reading.sections if other.id == section.parent), None)


def test_every_heading_of_the_real_plan_is_found(real_plans: Path) -> None:
    """All headings of the real plan are found with level, number, title and span, and no other line is one."""
    golden = json.loads((GOLDEN / "tacheng.sections.json").read_text("utf-8"))["rows"]
    reading = file_reading(real_plans / "seed" / "tacheng-14th-fyp.txt")
    found = [
        {"level": s.level, "number": s.number, "title": s.title, "span": list(s.span)} for s in reading.sections
    ]  # fmt: skip
    assert found == golden


@pytest.mark.parametrize(("name", "parts", "count"), [("national-11th", 14, 204), ("national-12th", 16, 245)])
def test_headings_inside_lines_of_national_plans(real_plans: Path, name: str, parts: int, count: int) -> None:
    """Plans that print headings and text in one line yield all parts, chapters and sections, numbered without gap."""
    reading = file_reading(real_plans / "data" / "plans" / f"{name}.txt")
    assert len(reading.sections) == count
    assert [s.number for s in reading.sections if s.level == "part"] == list(range(1, parts + 1))
    chapters = [s.number for s in reading.sections if s.level == "chapter"]
    assert chapters == list(range(1, len(chapters) + 1))


@pytest.mark.parametrize("ending", ["txt", "md", "html", "docx", "pdf"])
def test_five_formats_have_the_same_outline(ending: str) -> None:
    """One plan in five formats has the same sections, blanks inside titles aside."""
    plain, other = (
        [(level, number, "".join(title.split())) for level, number, title in outline(file_reading(EXAMPLES / file))]
        for file in ("qinghe.txt", f"qinghe.{ending}")
    )
    assert other == plain


def test_bookmarks_and_blanks_stand_outside_the_span() -> None:
    """Bookmark residue and blanks before and behind a heading do not belong to it; blanks inside a title do."""
    text = "[bookmark: _Toc1]  第二篇  凝聚合力 共谋发展 \n各项工作有序推进。\n"
    section = text_reading(text).sections[0]
    assert section.title == "凝聚合力 共谋发展"
    assert section.span.of(text) == "第二篇  凝聚合力 共谋发展"


def test_several_headings_and_text_in_one_line() -> None:
    """Headings and running text in one line are told apart by wide blanks; single blanks stand inside titles."""
    text = (
        "　　第一篇　夯实根基　开创新局　　第一章　迈向现代化　　今后五年，要抓住机遇，全面推进各项事业。\n"
        "　　第二章　主要任务　　办好民生实事，改善公共服务，促进共同富裕。\n"
    )
    assert outline(text_reading(text)) == [
        ("part", 1, "夯实根基　开创新局"),
        ("chapter", 1, "迈向现代化"),
        ("chapter", 2, "主要任务"),
    ]


def test_short_text_behind_a_heading_in_a_document_that_runs_on() -> None:
    """Where most headings run into text, a short line behind wide blanks is text too, not part of the title."""
    line = "     第{}节  {}     要加强统筹协调，完善政策措施，健全体制机制，形成工作合力，确保各项任务落到实处。\n"
    text = line.format("一", "发展农业") + line.format("二", "发展工业") + "     第三节  发展商贸     优化网点布局\n"
    assert outline(text_reading(text))[2] == ("section", 3, "发展商贸")


@pytest.mark.parametrize("heading", ["第一章　总　　则", "第一章总则", "第 一 章  总则", "第一章：总则", "第1章 总则"])
def test_ways_to_print_a_heading(heading: str) -> None:
    """A title may follow without a blank, behind a colon, or be spaced out."""
    level, number, title = outline(text_reading(f"{heading}\n为了规范管理。\n"))[0]
    assert (level, number, "".join(title.split())) == ("chapter", 1, "总则")


def test_a_number_alone_takes_the_next_line_as_title() -> None:
    """A heading broken in two lines is one."""
    text = "第一篇\n奋力开创新局面\n综述部分，内容从略。\n"
    section = text_reading(text).sections[0]
    assert (section.title, section.span.of(text)) == ("奋力开创新局面", "第一篇\n奋力开创新局面")


@pytest.mark.parametrize(
    "line", ["第三章提出的任务要抓紧落实。", "第三章和第四章由办公室解释", "第一节课从八点开始", "见第二章。"]
)
def test_references_are_no_headings(line: str) -> None:
    """A sentence that refers to a chapter is none."""
    assert outline(text_reading(f"第一章 总则\n正文。\n{line}\n")) == [("chapter", 1, "总则")]


@pytest.mark.parametrize("leader", ["……3", "\t3", " ........ 3", " 3"])
def test_a_contents_list_is_no_section(leader: str) -> None:
    """Lines of a contents list are left out, by leaders or page numbers."""
    titles = ["第一章 基础", "第二章 目标", "第三章 保障"]
    listed = "\n".join(title + leader for title in titles)
    text = "目　录\n" + listed + "\n" + "".join(f"{title}\n内容说明。\n" for title in titles)
    reading = text_reading(text)
    assert [section.span.start > len(listed) for section in reading.sections] == [True] * 3


def test_a_contents_list_without_page_numbers() -> None:
    """A run of headings without text between that come again further on is a contents list."""
    titles = "第一章 基础\n第二章 目标\n第三章 保障\n"
    text = titles + titles.replace("\n", "\n内容说明。\n")
    assert [section.span.start >= len(titles) for section in text_reading(text).sections] == [True] * 3


@pytest.mark.parametrize("between", ["", "本规划据此编制，阐明今后五年的安排。\n"])
def test_a_contents_list_of_which_only_the_beginning_comes_again(between: str) -> None:
    """Headings under the title of a contents list are dropped when the first comes again, right behind or later."""
    listed = "目 录\n第一篇 基础\n第一章 现状\n第二章 挑战\n第二篇 产业\n第三章 农业\n"
    text = listed + between + "第一篇 基础\n第一章 现状\n内容说明。\n"
    assert [section.span.start >= len(listed) for section in text_reading(text).sections] == [True] * 2


def test_headings_under_a_lone_title_of_contents_stay() -> None:
    """Where no heading comes again, the headings under the title of a contents list are the text's own."""
    text = "目录\n第一章 现状\n第二章 挑战\n第三章 目标\n内容说明。\n"
    assert len(text_reading(text).sections) == 3


def test_missing_and_doubled_numbers_are_kept() -> None:
    """A number that is missing or printed twice is not repaired."""
    text = "第一章 甲\n文。\n第三章 乙\n文。\n第三章 丙\n文。\n"
    assert [number for _, number, _ in outline(text_reading(text))] == [1, 3, 3]


def test_bodies_and_parents() -> None:
    """A section's body goes to the next heading of its level or a higher one; a preface holds no chapter."""
    text = "前  言\n说明。\n第一篇 甲\n第一章 乙\n文一。\n第二章 丙\n文二。\n第二篇 丁\n文三。\n"
    reading = text_reading(text)
    preface, part, chapter, _, last = reading.sections
    assert (preface.level, preface.body.of(text)) == ("preface", "\n说明。\n")
    assert part.body.of(text).endswith("文二。\n")
    assert chapter.body.of(text) == "\n文一。\n"
    assert (parent(reading, chapter), part.parent, last.body.of(text)) == ("甲", None, "\n文三。\n")


def test_report_without_chapters_has_its_outline_as_headings() -> None:
    """Without parts and chapters, numbered lines that stand alone are headings; lead sentences and lists are not."""
    text = (
        "2026年乙市政府工作报告\n各位代表：\n一、去年工作回顾\n（一）经济平稳运行。全年增长5%。\n"
        "二、今年重点任务\n（一）扩大内需\n促进消费。以下几项：\n1.建设学校\n2.建设医院\n（二）稳定外贸\n扩大出口。\n"
    )
    reading = text_reading(text)
    assert outline(reading) == [
        ("heading", 1, "去年工作回顾"),
        ("heading", 2, "今年重点任务"),
        ("heading", 1, "扩大内需"),
        ("heading", 2, "稳定外贸"),
    ]
    assert parent(reading, reading.sections[2]) == "今年重点任务"


def test_numbered_lines_are_no_sections_in_a_plan_with_chapters() -> None:
    """In a plan with chapters 一、 and （一） head no section."""
    assert len(text_reading("第一章 甲\n一、乙\n正文。\n（一）丙\n正文。\n").sections) == 1


def test_headings_that_the_format_states() -> None:
    """Headings of Word, HTML or Markdown nest by their level; the document's title and table titles are none."""
    lines = [("Riverside Strategy 2030", 1), ("Goals", 2), ("We aim high.", None), ("Jobs", 3), ("More work.", None),
             ("Table 1 Targets", 3), ("See above.", None)]  # fmt: skip
    text, blocks = "", []
    for line, level in lines:
        kind = "paragraph" if level is None else "heading"
        blocks.append(Block(kind, Span(len(text), len(text) + len(line)), level))
        text += line + "\n\n"
    reading = text_reading(text, "en", tuple(blocks))
    assert outline(reading) == [("heading", None, "Goals"), ("heading", None, "Jobs")]
    assert parent(reading, reading.sections[1]) == "Goals"


def test_english_chapters_and_outline_numbers() -> None:
    """English parts and chapters are sections; without them outline numbers are."""
    chapters = text_reading("Part I: Vision\nText.\nChapter Two - Goals\nText.\nChapter 2 describes them.\n", "en")
    assert outline(chapters) == [("part", 1, "Vision"), ("chapter", 2, "Goals")]
    numbers = text_reading("1. Introduction\nText here.\n1.2 Background\nMore text.\n", "en")
    assert outline(numbers) == [("heading", 1, "Introduction"), ("heading", 2, "Background")]


def test_ids_hang_on_content_alone() -> None:
    """Text added to one section changes no other section's id."""
    before = text_reading("第一章 甲\n文。\n第二章 乙\n文。\n")
    after = text_reading("第一章 甲\n文。\n又一段，内容较长。\n第二章 乙\n文。\n")
    assert [s.id for s in before.sections] == [s.id for s in after.sections]


@pytest.mark.parametrize(
    "text",
    ["第一章 " + "字" * 10**6, "第一章" + " " * 10**6 + "甲", "第一章 甲" + "." * 10**6, "[bookmark: x]" * 10**5],
)
def test_a_line_of_a_million_characters_is_read_in_no_time(text: str) -> None:
    """Lines without end cost time in proportion to their length."""
    started = time.perf_counter()
    text_reading(text)
    assert time.perf_counter() - started < 3
