"""Boxes: which lines are their titles, and where each ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from passes_support import file_reading, text_reading

GOLDEN = Path(__file__).parents[1] / "golden"
EXAMPLES = Path(__file__).parents[2] / "examples" / "qinghe"


def test_every_box_of_the_real_plan_is_found(real_plans: Path) -> None:
    """All boxes of the real plan are found, with their spans, and no mention of one."""
    golden = json.loads((GOLDEN / "tacheng.boxes.json").read_text("utf-8"))["rows"]
    reading = file_reading(real_plans / "seed" / "tacheng-14th-fyp.txt")
    assert [{"number": b.number, "title": b.title, "span": list(b.span)} for b in reading.boxes] == golden


def test_a_chapter_that_follows_a_box_without_heading_is_not_in_it(real_plans: Path) -> None:
    """Running text right behind a box, without blank line or heading, does not belong to it."""
    reading = file_reading(real_plans / "seed" / "tacheng-14th-fyp.txt")
    fourth = next(box for box in reading.boxes if box.number == 4)
    assert fourth.body.of(reading.text).strip().count("\n") == 1


@pytest.mark.parametrize("ending", ["txt", "md", "html", "docx", "pdf"])
def test_five_formats_have_the_same_boxes(ending: str) -> None:
    """One plan in five formats has the same boxes; a number printed twice is kept."""
    reading = file_reading(EXAMPLES / f"qinghe.{ending}")
    assert [box.number for box in reading.boxes] == [1, 2, 3, 4, 5, 5, 6, 7]
    for box in reading.boxes[1:]:
        assert box.body.of(reading.text).rstrip("*_ \n").endswith("。")
        assert "第" not in box.body.of(reading.text)[-12:]


@pytest.mark.parametrize(
    ("line", "number", "printed"),
    [
        ("专栏3：交通项目", 3, "3"),
        ("\t专栏 12  交通项目", 12, "12"),
        ("专栏五：交通项目", 5, "五"),
        ("[bookmark: OLE_LINK3][bookmark: OLE_LINK4]专栏４　交通项目", 4, "４"),
        ("专栏：交通项目", None, None),
    ],
)
def test_ways_to_print_a_title(line: str, number: int | None, printed: str | None) -> None:
    """Number and title are read from any of the usual forms; the span goes from 专栏 to the title's end."""
    box = text_reading(f"{line}\n建设甲、乙、丙。\n").boxes[0]
    assert (box.number, box.printed_number, box.title) == (number, printed, "交通项目")
    assert box.span.of(line).startswith("专栏")
    assert box.span.of(line).endswith("交通项目")


@pytest.mark.parametrize(
    "line", ["详见专栏3。", "专栏3所列项目要加快建设。", "专栏3列出的项目，由各县负责。", "专栏内容如下"]
)
def test_mentions_are_no_boxes(line: str) -> None:
    """A reference to a box in running text is none."""
    assert text_reading(f"{line}\n建设甲、乙、丙。\n").boxes == ()


def test_a_box_ends_before_running_text() -> None:
    """Groups with a label belong to the box; a paragraph of sentences that opens with a verb of policy does not."""
    text = "专栏1 项目\n铁路：甲线、乙线。\n公路设施。丙路、丁路、戊路、己路。\n推进路网建设。完善布局，提升服务。\n"
    assert text_reading(text).boxes[0].body.of(text) == "\n铁路：甲线、乙线。\n公路设施。丙路、丁路、戊路、己路。"


def test_a_box_ends_at_blank_lines_headings_and_boxes() -> None:
    """Blank lines, a heading and the next box each end a box; numbered items with their text stay together."""
    text = (
        "第一章 甲\n专栏1 项目\n1.培育工程\n支持企业。\n2.引进工程\n招商，扩大开放。\n专栏2 项目\n甲、乙、丙。\n"
        "第二章 乙\n专栏3 项目\n丁、戊、己。\n\n\n下一段。\n"
    )
    reading = text_reading(text)
    assert [box.body.of(text)[-5:] for box in reading.boxes] == ["扩大开放。", "、乙、丙。", "、戊、己。"]
    assert [box.section for box in reading.boxes] == [reading.sections[0].id] * 2 + [reading.sections[1].id]


def test_english_boxes() -> None:
    """An English box has its number and title."""
    box = text_reading("Box 2. Flagship projects\nRoads: A, B, C.\n", "en").boxes[0]
    assert (box.number, box.title) == (2, "Flagship projects")
