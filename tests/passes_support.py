"""How tests of the passes over structure make a reading: from a text, or from rows of cells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from milepost.documents.grid import LooseCell, placed, table_of
from milepost.documents.model import Block, Document
from milepost.documents.run import read_document
from milepost.kernel.span import Span
from milepost.languages.table import language_named
from milepost.plans.model import PlanPeriod
from milepost.plans.passes import boxes, headings, indicator_table, period, title
from milepost.plans.reading import Reading

CellText = str | tuple[str, int, int]


def structured(document: Document, language: str = "zh") -> Reading:
    """A reading with title, sections, period, boxes and indicators."""
    reading = Reading(document, language_named(language))
    reading.title = title.find(reading)
    reading.sections = headings.find(reading)
    reading.period = period.find(reading)
    reading.boxes = boxes.find(reading)
    reading.indicators = indicator_table.find(reading)
    return reading


def text_reading(text: str, language: str = "zh", blocks: tuple[Block, ...] = (), source: str = "") -> Reading:
    """The same for a text without tables."""
    return structured(Document(text=text, blocks=blocks, source=source), language)


def file_reading(path: Path, language: str = "zh") -> Reading:
    """The same for a file."""
    return structured(read_document(path), language)


def tabled(
    *tables: Sequence[Sequence[CellText]],
    years: tuple[int | None, int | None] = (2021, 2025),
    language: str = "zh",
    between: str = "\n",
    behind: str = "",
) -> Reading:
    """A reading of tables given as rows of cells, each a text or (text, rows, columns)."""
    text, found = "", []
    for rows in tables:
        text += between
        start, loose = len(text), []
        for row in rows:
            cells = []
            for cell in row:
                words, height, width = cell if isinstance(cell, tuple) else (cell, 1, 1)
                cells.append(LooseCell(words, Span(len(text), len(text) + len(words)), height, width))
                text += words + "\t"
            loose.append(cells)
            text += "\n"
        table, _ = table_of(placed(loose), Span(start, len(text)))
        assert table is not None
        found.append(table)
    reading = Reading(Document(text=text + behind, tables=tuple(found)), language_named(language))
    reading.period = PlanPeriod(*years, None)
    reading.indicators = indicator_table.find(reading)
    return reading
