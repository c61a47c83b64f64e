"""What holds for every pass of the table, on the example plan and on texts that hold nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from milepost.documents.model import Document
from milepost.documents.run import read_document
from milepost.kernel.span import Span
from milepost.languages.table import LANGUAGES, language_named
from milepost.plans.reading import Reading
from milepost.plans.table import PASSES, Pass

EXAMPLE = Path(__file__).parents[2] / "examples" / "qinghe" / "qinghe.txt"


def reading_before(each: Pass, document: Document, code: str = "zh") -> Reading:
    """A reading with the products of all passes before one."""
    reading = Reading(document, language_named(code))
    for other in PASSES[: PASSES.index(each)]:
        setattr(reading, other.fills, other.find(reading))
    return reading


@cache
def example_before(name: str) -> Reading:
    """The same for the example plan."""
    return reading_before(next(each for each in PASSES if each.name == name), read_document(EXAMPLE))


def values(value: Any) -> Iterator[Any]:
    """A value and everything in it."""
    yield value
    if isinstance(value, Span):
        return
    if is_dataclass(value):
        for one in fields(value):
            yield from values(getattr(value, one.name))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from values(one)


every_pass = pytest.mark.parametrize("each", PASSES, ids=lambda each: each.name)


@every_pass
def test_a_pass_fills_a_field_of_its_own(each: Pass) -> None:
    """A pass fills a field of the reading that no other fills."""
    assert each.fills in {one.name for one in fields(Reading)}
    assert [other.name for other in PASSES if other.fills == each.fills] == [each.name]


@every_pass
def test_the_example_has_something_for_a_pass(each: Pass) -> None:
    """The example plan holds something of each kind; only mentions of places need a region that exists."""
    empty = getattr(Reading(Document(text=""), language_named("zh")), each.fills)
    assert (each.find(example_before(each.name)) != empty) is (each.name != "places")


@every_pass
def test_a_pass_writes_nothing(each: Pass) -> None:
    """A pass yields its product and changes no field of the reading."""
    reading = example_before(each.name)
    before = {one.name: getattr(reading, one.name) for one in fields(Reading)}
    each.find(reading)
    assert {one.name: getattr(reading, one.name) for one in fields(Reading)} == before


@every_pass
def test_a_pass_is_deterministic(each: Pass) -> None:
    """The same reading gives the same product."""
    assert each.find(example_before(each.name)) == each.find(reading_before(each, read_document(EXAMPLE)))


@every_pass
def test_spans_of_a_pass_lie_in_the_text_and_quotes_are_its_words(each: Pass) -> None:
    """Every span of a product lies in the text, and every quote is the characters of its item's span."""
    reading = example_before(each.name)
    for value in values(each.find(reading)):
        if isinstance(value, Span):
            assert 0 <= value.start <= value.end <= len(reading.text)
        if hasattr(value, "quote"):
            assert value.quote == value.span.of(reading.text)


@every_pass
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("text", ["", "\n", "a", "。", "1", "第"])
def test_a_pass_copes_with_next_to_nothing(each: Pass, code: str, text: str) -> None:
    """A text without anything in it is read in every language without a fault."""
    each.find(reading_before(each, Document(text=text), code))
