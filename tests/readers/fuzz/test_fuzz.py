"""Readers under random and mutated bytes: a document with sound spans, or an error of ours."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from milepost.documents.flattened import flattened_tables
from milepost.documents.model import Document
from milepost.documents.run import read_bytes
from milepost.documents.table import READERS
from milepost.kernel.errors import MilepostError

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "qinghe"
ENDINGS = ("txt", "md", "html", "docx", "pdf")
relaxed = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def sound(document: Document) -> None:
    """Check what holds for every document: spans in order and inside the text, cells on the grid."""
    length = len(document.text)
    document.text.encode("utf-8")
    for block in document.blocks:
        assert 0 <= block.span.start <= block.span.end <= length
    for table in document.tables:
        assert 0 <= table.span.start <= table.span.end <= length
        taken: set[tuple[int, int]] = set()
        for cell in table.cells:
            assert 0 <= cell.span.start <= cell.span.end <= length
            assert cell.rows >= 1
            assert cell.columns >= 1
            assert cell.row + cell.rows <= table.height
            assert cell.column + cell.columns <= table.width
            assert (cell.row, cell.column) not in taken
            taken.add((cell.row, cell.column))
            assert "\n" not in cell.text
    pages = document.pages
    assert all(one.span.end == other.span.start for one, other in pairwise(pages))


def tried(data: bytes, media_type: str | None = None) -> None:
    """Read bytes; only errors of ours may come."""
    try:
        document = read_bytes(data, "plan", media_type=media_type)
    except MilepostError:
        return
    sound(document)


@relaxed
@given(data=st.binary(max_size=400))
def test_random_bytes_told_by_content(data: bytes) -> None:
    """Whatever the bytes, the reader found takes them or refuses."""
    tried(data)


@relaxed
@given(data=st.binary(min_size=1, max_size=300), reader=st.sampled_from(READERS))
def test_random_bytes_given_to_each_reader(data: bytes, reader: object) -> None:
    """A reader named by the caller may be given anything."""
    tried(data, getattr(reader, "media_type", None))


@relaxed
@given(text=st.text(alphabet="\t\n 名a1—。|#<>-*`%（", max_size=300))
@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown", "text/html"])
def test_texts_made_of_the_marks_that_matter(media_type: str, text: str) -> None:
    """Tabs, pipes, tags and breaks in any order."""
    tried(text.encode(), media_type)


@relaxed
@given(
    rows=st.lists(
        st.lists(st.sampled_from(["", "名称", "5", "—", "1.甲（%）", "2020年"]), min_size=1, max_size=9), max_size=12
    )
)
def test_flattened_rows_of_any_lengths(rows: list[list[str]]) -> None:
    """Rows of any number of cells are placed without overlap."""
    text = "".join("\n" + "".join(f"\t{cell}\n" for cell in row) for row in rows)
    tables, _ = flattened_tables(text)
    sound(Document(text, tables=tables))
    for table in tables:
        covered = [
            (row, column)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        ]
        assert len(covered) == len(set(covered))


tags = st.sampled_from(
    ["<table>", "</table>", "<tr>", "<td rowspan=3>", "<td colspan=2>", "<th>", "</td>", "x", "<p>", "<h1>", "<li>"]
)


@relaxed
@given(pieces=st.lists(tags, max_size=40))
@pytest.mark.parametrize("media_type", ["text/markdown", "text/html"])
def test_tags_in_any_order(media_type: str, pieces: list[str]) -> None:
    """Unclosed and misplaced tags are read as far as they go."""
    tried(("x" + "".join(pieces)).encode(), media_type)


parts = st.sampled_from(
    [
        "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>',
        "<w:tcPr><w:vMerge/></w:tcPr>",
        '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>',
        '<w:trPr><w:gridBefore w:val="2"/></w:trPr>',
        "<w:sdt><w:sdtContent>",
        "</w:sdtContent></w:sdt>",
    ]
)


@relaxed
@given(
    rows=st.lists(
        st.lists(
            st.tuples(st.integers(-1, 4), st.sampled_from(["", "<w:vMerge/>", '<w:vMerge w:val="restart"/>'])),
            max_size=5,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_word_tables_with_any_merges(rows: list[list[tuple[int, str]]]) -> None:
    """Merges that contradict each other still give a grid."""
    cell = "<w:tc><w:tcPr><w:gridSpan w:val='{}'/>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    body = "".join(
        "<w:tr>"
        + "".join(cell.format(size, merge, "" if merge == "<w:vMerge/>" else "x") for size, merge in row)
        + "</w:tr>"
        for row in rows
    )
    tried(packed(f"<w:tbl>{body}</w:tbl><w:p><w:r><w:t>end</w:t></w:r></w:p>"))


@relaxed
@given(pieces=st.lists(parts, max_size=12))
def test_word_parts_in_any_order(pieces: list[str]) -> None:
    """A body that is no sound XML is refused; one that is, is read."""
    tried(packed("".join(pieces)))


def packed(body: str) -> bytes:
    """A Word file with this body."""
    out = io.BytesIO()
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(out, "w") as archive:
        xml = f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", xml)
    return out.getvalue()


@pytest.mark.parametrize("ending", ENDINGS)
@settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
def test_example_plans_with_bytes_changed(ending: str, data: st.DataObject) -> None:
    """A whole file with some bytes changed, cut out or put in."""
    whole = bytearray((EXAMPLES / f"qinghe.{ending}").read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place : place + data.draw(st.integers(0, 200))] = data.draw(st.binary(max_size=8))
    tried(bytes(whole))
