"""Where an anchor is found again."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from milepost.kernel.span import Span
from milepost.plans.corrections import Anchor
from milepost.plans.corrections.anchors import Finder, Found, Missing, anchor_of


@given(some.text("甲乙丙 \n", max_size=80), some.integers(0, 80), some.integers(1, 20))
def test_every_anchor_is_found_in_its_own_text(text: str, start: int, length: int) -> None:
    """In the text that it was taken from an anchor is where it was taken, however often its words stand there."""
    span = Span(min(start, len(text)), min(start + length, len(text)))
    if span.length:
        assert Finder(text, same=True).find(anchor_of(text, span)) == Found(span, None)


def test_the_surroundings_choose_among_equal_words() -> None:
    """Of several equal quotes the one in the old surroundings is meant, though it is another occurrence now."""
    anchor = anchor_of("造林10万亩。种草10万亩。", Span(9, 13))
    changed = "退耕10万亩。造林10万亩。种草10万亩。"
    assert Finder(changed, same=False).find(anchor) == Found(Span(16, 20), None)


def test_equal_words_in_equal_surroundings_are_not_guessed() -> None:
    """Where two places are as good, neither is taken."""
    anchor = anchor_of("中甲乙丙丁中", Span(1, 5))
    found = Finder("中甲乙丙丁中，中甲乙丙丁中", same=False).find(Anchor(anchor.quote, "中", "中"))
    assert found == Missing("the words stand 2 times in like surroundings")


def test_line_breaks_inside_the_words_do_not_matter() -> None:
    """The same words broken otherwise, as another file format does it, are found without regard to blanks."""
    anchor = anchor_of("到2025年，森林覆盖率达到22%以上。", Span(8, 18), Span(14, 17))
    found = Finder("到2025年，\n森林覆\n盖率达到2 2%以上。", same=False).find(anchor)
    assert isinstance(found, Found)
    assert found.figure is not None


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        (
            "开头。今后五年要加快建设甲河大型水库工程和灌区，保障供水安全。结尾。",
            "加快建设甲河大型水库工程和灌区，保障供水安全",
        ),
        ("开头。今后五年要加强教育。结尾。", None),
        (
            "开头。今后五年要加快建设甲河水库工程与灌区，保障供水安全。结尾。今后五年要加快建设甲河水库工程及灌区，保障供水安全。结尾。",
            None,
        ),
    ],
)
def test_changed_words_are_found_where_they_are_unique(changed: str, found: str | None) -> None:
    """Words with a small change are found if nothing else is as like; else they are missing."""
    text = "开头。今后五年要加快建设甲河水库工程和灌区，保障供水安全。结尾。"
    anchor = anchor_of(text, Span(8, 28))
    result = Finder(changed, same=False).find(anchor)
    assert (result.span.of(changed) if isinstance(result, Found) else None) == found


def test_words_of_another_document_in_other_surroundings_are_not_taken() -> None:
    """Short words that plans share do not carry a correction from one plan to another."""
    anchor = anchor_of("到2025年，全州森林覆盖率达到22%以上，湿地保护率提高。", Span(9, 18))
    assert isinstance(Finder("本县林业发展较快，森林覆盖率达到22%，比上年有所提高。", same=False).find(anchor), Missing)


def test_a_long_text_is_searched_in_linear_time() -> None:
    """Millions of characters, with a quote that stands nowhere and one that stands very often, take seconds."""
    text = "建设水库工程。" * 400_000
    finder = Finder(text, same=False)
    begun = time.perf_counter()
    assert isinstance(finder.find(Anchor("水库")), Missing)
    assert isinstance(finder.find(Anchor("建设水库工程。建设公路工程。建设铁路", "前", "后")), Missing)
    assert time.perf_counter() - begun < 20
