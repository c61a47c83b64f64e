"""The one function that reads a plan: document in, plan out."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import milepost
from milepost.documents.model import Document, Table
from milepost.documents.run import read_bytes, read_document
from milepost.kernel.span import Span
from milepost.languages.table import language_named, language_of
from milepost.plans.confidence import of_item
from milepost.plans.model import (
    FORMAT,
    Box,
    DocumentFacts,
    Indicator,
    Measure,
    Place,
    Plan,
    PlanPage,
    PlanTable,
    Project,
    Section,
    Structure,
    TableCell,
    Unread,
)
from milepost.plans.reading import Reading
from milepost.plans.table import PASSES

_Item = TypeVar("_Item", Section, Indicator, Project, Box, Place, Measure, Structure)


def compile_plan(path: str | Path, language: str | None = None) -> Plan:
    """Read a plan from a file of any format that `milepost.documents` reads.

    Parameters
    ----------
    path : str or Path
        The document. What it is, is told by its content.
    language : {"zh", "en"}, optional
        Language of the text; judged from the text when left out.

    Raises
    ------
    ReadError
        If the file cannot be read (says which file, what was found and what is accepted).
    UsageError
        If the language is none of those that Milepost reads.
    """
    return plan_of(read_document(Path(path)), language)


def read_text(text: str, language: str = "zh") -> Plan:
    """Read a passage of a plan, without a file.

    >>> plan = read_text("到2025年，森林覆盖率达到22%以上。", "zh")
    >>> [(row.subject, row.target.value, row.target.comparator, row.target.by) for row in plan.commitments]
    [('森林覆盖率', 22, 'ge', '2025')]
    """
    if not text.strip():
        return plan_of(Document(text), language)
    # Half a surrogate pair is no character: it becomes a question mark, and every offset stays.
    return plan_of(read_bytes(text.encode(errors="replace"), "", media_type="text/plain"), language)


def plan_of(document: Document, code: str | None = None) -> Plan:
    """The plan that a document holds: every pass in its order, then one frozen value."""
    reading = Reading(document, language_named(code or language_of(document.text)))
    for each in PASSES:
        setattr(reading, each.fills, each.find(reading))
    return _plan(reading)


def _plan(reading: Reading) -> Plan:
    return Plan(
        format=FORMAT,
        compiler=milepost.__version__,
        document=_document_facts(reading),
        period=reading.period,
        region=reading.region,
        sections=_trusted(reading.sections),
        indicators=_trusted(reading.indicators),
        commitments=reading.commitments,
        facts=reading.facts,
        projects=_trusted(reading.projects),
        boxes=_trusted(reading.boxes),
        tables=tuple(_table(table, reading.text) for table in reading.document.tables),
        places=_trusted(reading.places),
        measures=_trusted(reading.measures),
        structures=_trusted(reading.structures),
        bodies=reading.duties.bodies,
        procedures=reading.procedures,
        references=reading.references,
        unread=reading.unread,
    )


def _trusted(items: tuple[_Item, ...]) -> tuple[_Item, ...]:
    """Items with how far each can be trusted."""
    trusted = []
    for item in items:
        confidence, doubt = of_item(item)
        trusted.append(replace(item, confidence=confidence, doubt=doubt))
    return tuple(trusted)


def _document_facts(reading: Reading) -> DocumentFacts:
    document = reading.document
    return DocumentFacts(
        title=reading.title,
        language=reading.language.code,
        sha256=document.sha256,
        text_sha256=hashlib.sha256(document.text.encode(errors="surrogatepass")).hexdigest(),
        length=len(document.text),
        source=document.source,
        media_type=document.media_type,
        text=document.text,
        pages=tuple(PlanPage(page.number, page.span) for page in document.pages),
        notes=tuple(Unread(note.span or Span(0, 0), note.what) for note in document.notes),
    )


def _table(table: Table, text: str) -> PlanTable:
    rows: list[list[TableCell]] = [[] for _ in range(table.height)]
    for cell in sorted(table.cells, key=lambda each: (each.row, each.column)):
        rows[cell.row].append(TableCell(cell.text, cell.span, cell.rows, cell.columns))
    caption = table.caption.of(text) if table.caption is not None else None
    return PlanTable(table.span, caption, tuple(tuple(row) for row in rows))
