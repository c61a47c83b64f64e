"""What holds for every reader of the table: one plan in its formats is one plan."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from milepost.documents.model import Document
from milepost.documents.run import read_document
from milepost.documents.table import READERS
from milepost.plans.run import plan_of

EXAMPLES = Path(__file__).parents[2] / "examples" / "qinghe"
FORMATS = ("txt", "md", "html", "docx", "pdf")


@cache
def document(ending: str) -> Document:
    """The example plan, read from one of its formats."""
    return read_document(EXAMPLES / f"qinghe.{ending}")


def squeezed(words: str) -> str:
    """The words without blanks, which formats set differently."""
    return "".join(words.split())


def tables(ending: str) -> list[list[tuple[int, int, str]]]:
    """Row, column and words of every cell of each table."""
    return [[(cell.row, cell.column, squeezed(cell.text)) for cell in one.cells] for one in document(ending).tables]


def test_the_example_reaches_every_reader_but_the_one_for_old_word_files() -> None:
    """The formats that ship are read by all readers of the table; old Word files need a program to be made."""
    reached = {document(ending).media_type for ending in FORMATS}
    assert {reader.module for reader in READERS if reader.media_type not in reached} == {
        "milepost.documents.readers.legacy"
    }


@pytest.mark.parametrize("ending", FORMATS)
def test_every_span_lies_in_the_text(ending: str) -> None:
    """Blocks, tables, cells and pages of every format point into the document's text."""
    read = document(ending)
    spans = [block.span for block in read.blocks] + [page.span for page in read.pages]
    spans += [table.span for table in read.tables] + [cell.span for table in read.tables for cell in table.cells]
    assert all(0 <= span.start <= span.end <= len(read.text) for span in spans)


@pytest.mark.parametrize("ending", FORMATS)
def test_reading_twice_gives_the_same_document(ending: str) -> None:
    """A reader is a function of the bytes alone."""
    assert read_document(EXAMPLES / f"qinghe.{ending}") == document(ending)


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_has_the_same_headings(ending: str) -> None:
    """The sections of the plan have the same levels, numbers and titles in every format."""
    read, plain = (
        [(section.level, section.number, squeezed(section.title)) for section in plan_of(document(one)).sections]
        for one in (ending, "txt")
    )
    assert read == plain


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_has_the_same_indicator_table(ending: str) -> None:
    """The rows of the indicator table are the same in every format."""
    read, plain = (
        [
            (row.number, squeezed(row.name), row.unit, row.attribute, row.target and squeezed(row.target.raw))
            for row in plan_of(document(one)).indicators
        ]
        for one in (ending, "md")
    )
    assert read == plain
    assert len(read) > 10
