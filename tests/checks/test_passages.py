"""Which passages are said to be repeated."""

from __future__ import annotations

from checks_support import plan_of_case
from milepost.checks.inspection import Inspection
from milepost.checks.passages import repeated_passages

PASSAGE = "以石桥县为中心的竹编手艺传习片区、以柳湾县为中心的陶器烧制体验片区"


def repeated(text: str, length: int = 20) -> list[list[str]]:
    """The repeated passages of a small plan."""
    inspection = Inspection.of(plan_of_case(text))
    return [[place.of(inspection.text) for place in places] for places in repeated_passages(inspection, length)]


def test_a_passage_is_found_as_long_as_it_agrees() -> None:
    """Both places are given from the first to the last character that agrees."""
    text = f"第一章  工业\n加快建设{PASSAGE}，打造品牌。\n第二章  外贸\n积极推进{PASSAGE}建设。\n"
    assert repeated(text) == [[PASSAGE, PASSAGE]]
    assert repeated(text, len(PASSAGE) + 1) == []


def test_what_is_said_over_and_over_is_a_name() -> None:
    """A string in more than three places is no copy."""
    assert repeated("".join(f"第{n}章  事项\n第{n}项推进{PASSAGE}建设。\n" for n in "一二三四五")) == []


def test_whole_sentences_and_brackets_are_left_out() -> None:
    """Whole sentences are for the rules on layout, and an explanation in brackets repeats what it explains."""
    assert repeated(f"第一章  工业\n{PASSAGE}。\n第二章  外贸\n{PASSAGE}。\n") == []
    assert (
        repeated(f"第一章  工业\n两个基地（{PASSAGE}）抓紧建设。\n第二章  外贸\n大力建设{PASSAGE}，扩大出口。\n") == []
    )


def test_set_phrases_do_not_count() -> None:
    """What every document says in the same words is no copy."""
    phrase = "坚持以习近平新时代中国特色社会主义思想为指导"
    assert repeated(f"第一章  总则\n我们{phrase}，推进改革。\n第二章  保障\n各级{phrase}，抓好落实。\n") == []
