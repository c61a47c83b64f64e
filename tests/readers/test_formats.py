"""The example plan reads the same in all of its formats, and each reader stands in the table."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from milepost.documents.model import Document, Table
from milepost.documents.run import read_document
from milepost.documents.table import READERS

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "qinghe"


def example(ending: str) -> Document:
    """The example plan in one format."""
    return read_document(EXAMPLES / f"qinghe.{ending}")


def headings(document: Document) -> list[str]:
    """The headings without blanks."""
    return ["".join(block.span.of(document.text).split()) for block in document.blocks if block.kind == "heading"]


def figures(table: Table) -> list[list[str]]:
    """The rows without those that only repeat the header and without a note in the last row."""
    rows = [[cell.text if cell else "" for cell in row] for row in table.grid()]
    return [
        row for index, row in enumerate(rows) if index not in table.repeated_headers and not row[0].startswith("注")
    ]


def paragraphs(document: Document) -> set[str]:
    """Long lines without blanks and bookmarks, tables left out."""
    kept = re.sub(r"\[bookmark: [^\]]*\]", "", document.text)
    lines = ("".join(line.strip("#> ").replace("**", "").split()) for line in kept.split("\n"))
    return {line for line in lines if len(line) > 30 and "<t" not in line and "...." not in line}


@pytest.mark.parametrize("ending", ["html", "docx", "pdf", "txt"])
def test_every_format_gives_the_same_table(ending: str) -> None:
    """Twenty-two rows over seven columns, merged cells included."""
    (table,), (expected,) = example(ending).tables, example("md").tables
    assert figures(table) == figures(expected)
    assert table.width == 7
    assert table.header_rows == 1


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_every_format_that_has_headings_gives_the_same(ending: str) -> None:
    """Titles, in order."""
    assert headings(example(ending)) == headings(example("md"))


def test_a_pdf_gives_the_headings_that_are_set_larger() -> None:
    """In order; headings in the body's size are found by their numbers later."""
    expected = headings(example("md"))
    found = [title for title in headings(example("pdf")) if title != "目录"]
    assert len(found) > 50
    assert [title for title in expected if title in set(found)] == found


@pytest.mark.parametrize("ending", ["html", "docx", "pdf", "txt"])
def test_every_format_gives_the_same_paragraphs(ending: str) -> None:
    """Up to blanks, line by line."""
    assert not paragraphs(example("md")) - paragraphs(example(ending))


def test_each_reader_has_its_line_in_the_table() -> None:
    """Folder and table name the same readers."""
    folder = Path(sys.modules["milepost.documents"].__path__[0]) / "readers"
    files = {f"milepost.documents.readers.{file.stem}" for file in folder.glob("*.py") if file.stem != "__init__"}
    assert {reader.module for reader in READERS} == files
    assert len(READERS) == len(files)


def test_no_heavy_library_is_imported_before_it_is_needed() -> None:
    """Reading a text loads neither the XML nor the PDF libraries."""
    code = (
        "import sys; from milepost.documents.run import read_bytes; read_bytes(b'text', 'a.txt'); "
        "heavy = ('lxml', 'pypdfium2', 'pdfplumber', 'docx', 'charset_normalizer'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
