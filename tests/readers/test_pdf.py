"""What a PDF becomes: paragraphs put together again, without what decorates the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from milepost.documents.model import Document
from milepost.documents.run import read_bytes
from milepost.kernel.errors import ReadError


def pdf(*pages: str) -> bytes:
    """A PDF with one content stream a page; F1 is Helvetica, F2 a Chinese font with two-byte characters."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>"
        % (b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(len(pages))), len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000%s>>"
        % b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>",
    ]
    for number, stream in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>" % (7 + 2 * number)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream.encode("latin-1")))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))


def latin(text: str, left: float, bottom: float, size: float = 12) -> str:
    """A line in Helvetica."""
    return f"BT /F1 {size} Tf {left} {bottom} Td ({text}) Tj ET\n"


def chinese(text: str, left: float, bottom: float, size: float = 12) -> str:
    """A line in the Chinese font."""
    return f"BT /F2 {size} Tf {left} {bottom} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"


def ruled(columns: list[int], rows: list[int]) -> str:
    """The lines of a grid."""
    across = "".join(f"{columns[0]} {y} m {columns[-1]} {y} l S\n" for y in rows)
    return across + "".join(f"{x} {rows[0]} m {x} {rows[-1]} l S\n" for x in columns)


def read(*pages: str) -> Document:
    """Read a PDF of these pages."""
    return read_bytes(pdf(*pages), "plan.bin")


def test_lines_of_a_chinese_paragraph_are_joined_without_a_blank() -> None:
    """A first line set in begins a paragraph."""
    lines = "到二〇三〇年粮食产量稳步提高" * 3
    document = read(
        chinese(lines[:34], 96, 700)
        + chinese(lines[:36], 72, 680)
        + chinese("结束。", 72, 660)
        + chinese(lines[:34], 96, 640)
    )
    assert document.text == f"{lines[:34]}{lines[:36]}结束。\n{lines[:34]}"


def test_latin_lines_are_joined_with_a_blank_and_hyphens_undone() -> None:
    """A hyphen at a line's end goes, unless the word is written with one elsewhere."""
    first = "The regional plan sets targets for employment and for the econo-"
    second = "mic growth of all districts until the year 2030, with a mid-term re-"
    third = "view after three years."
    document = read(latin(first, 72, 700) + latin(second, 72, 685) + latin(third, 72, 670))
    assert document.text == (
        "The regional plan sets targets for employment and for the economic growth of all districts until the year "
        "2030, with a mid-term review after three years."
    )


def test_headers_footers_and_page_numbers_are_left_out_and_pages_kept() -> None:
    """A paragraph goes on over the page's end; the pages' spans cover the text."""
    words = "发展目标完成情况良好各项工作有序推进" * 2
    pages = [
        latin(f"Running title {number}", 200, 810, 9)
        + chinese(words, 72, 700)
        + chinese(words, 72, 680)
        + latin(f"- {number} -", 290, 30, 9)
        for number in range(1, 5)
    ]
    document = read(*pages)
    assert document.text == words * 8
    assert [page.span.of(document.text) for page in document.pages] == [words * 2] * 4


def test_a_larger_font_is_a_heading() -> None:
    """Levels follow the sizes."""
    body = "".join(chinese("正文内容" * 8, 72, 600 - 20 * n) for n in range(5))
    document = read(chinese("第一篇 总则", 200, 700, 20) + chinese("第一章 目标", 72, 650, 16) + body)
    assert [(block.span.of(document.text), block.level) for block in document.blocks[:2]] == [
        ("第一篇 总则", 1),
        ("第一章 目标", 2),
    ]


def test_a_table_over_two_pages_is_one() -> None:
    """The repeated header is recorded, and the caption is the line above."""
    head = chinese("名称", 80, 705) + chinese("目标", 180, 705)
    first = chinese("表1 主要指标", 100, 730) + ruled([72, 172, 272], [720, 700, 680]) + head
    second = ruled([72, 172, 272], [720, 700, 680]) + head
    document = read(
        first + chinese("甲", 80, 685) + latin("5", 180, 685), second + chinese("乙", 80, 685) + latin("6", 180, 685)
    )
    (table,) = document.tables
    assert [[cell.text if cell else "" for cell in row] for row in table.grid()] == [
        ["名称", "目标"],
        ["甲", "5"],
        ["名称", "目标"],
        ["乙", "6"],
    ]
    assert table.repeated_headers == (2,)
    assert table.caption is not None
    assert table.caption.of(document.text) == "表1 主要指标"
    assert document.pages[1].span.of(document.text).split() == ["名称", "目标", "乙", "6"]


def test_a_scan_is_refused_with_the_way_out() -> None:
    """A PDF without text says that characters must be recognised first."""
    with pytest.raises(ReadError, match="OCR"):
        read("0 0 595 842 re f\n")


def test_a_page_without_text_is_noted() -> None:
    """The other pages are read."""
    document = read(latin("Some text on the first page", 72, 700), "0 0 595 842 re f\n")
    assert "1 of 2 pages" in document.notes[0].what
    assert [page.number for page in document.pages] == [1, 2]


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    """Whatever is missing, the error is ours."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf(latin("text", 72, 700))[:60])
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(path.read_bytes(), "plan.pdf")
