"""What a Word file becomes: its paragraphs, headings and tables, without what was deleted."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from milepost.documents.model import Document
from milepost.documents.run import read_bytes, read_document
from milepost.kernel.errors import ReadError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a Word file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def raw(body: str, **parts: str) -> bytes:
    """A Word file of just a body, and other parts by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return out.getvalue()


def read(body: str, **parts: str) -> Document:
    """Read a body."""
    return read_bytes(raw(body, **parts), "plan.docx")


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph in Word's XML."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_paragraphs_and_headings() -> None:
    """Styles Heading 1 to 9 are headings with their level, Title one without."""
    source = docx.Document()
    source.add_heading("规划纲要", 0)
    source.add_heading("第一篇 总则", 1)
    source.add_paragraph("正文。")
    source.add_heading("第一章 目标", 2)
    document = read_bytes(saved(source), "plan.docx")
    assert document.text == "规划纲要\n第一篇 总则\n正文。\n第一章 目标"
    headings = [(block.span.of(document.text), block.level) for block in document.blocks if block.kind == "heading"]
    assert headings == [("规划纲要", None), ("第一篇 总则", 1), ("第一章 目标", 2)]


def test_headings_by_chinese_style_names_based_styles_and_outline_levels() -> None:
    """A style named 标题 2, one based on it, and a paragraph's own outline level are headings."""
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:styleId="a"><w:name w:val="标题 2"/></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:styleId="c"><w:basedOn w:val="c"/></w:style></w:styles>'
    )
    body = "".join(
        paragraph(f"{number}", properties)
        for number, properties in enumerate(
            ('<w:pStyle w:val="a"/>', '<w:pStyle w:val="b"/>', '<w:pStyle w:val="c"/>', '<w:outlineLvl w:val="3"/>')
        )
    )
    document = read(body, styles=styles)
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("heading", 2),
        ("heading", 2),
        ("paragraph", None),
        ("heading", 4),
    ]


def test_deletions_are_left_out_and_insertions_kept() -> None:
    """The text is as if all tracked changes were accepted."""
    body = (
        "<w:p><w:r><w:t>达到</w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>6</w:t></w:r></w:ins><w:r><w:t>%</w:t></w:r></w:p>"
    )
    assert read(body).text == "达到6%"


def test_tabs_breaks_fields_and_text_boxes() -> None:
    """A field shows its result, not its code; a text box follows its paragraph, once."""
    box = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:instrText>TOC</w:instrText></w:r>"
        f'<mc:AlternateContent xmlns:mc="urn:x"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
        "</mc:AlternateContent></w:p>"
    )
    assert read(body).text == "a\tb\nc\n框"


def test_tables_with_merged_cells() -> None:
    """Cells stand one a line behind a tab; merges are placed on the grid."""
    source = docx.Document()
    source.add_paragraph("表1 目标")
    table = source.add_table(3, 3)
    for index, text in enumerate("类别 名称 值 经济 产值 5 . 税收 6".split()):
        table.cell(index // 3, index % 3).text = text if text != "." else ""
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    source.add_paragraph("后文")
    document = read_bytes(saved(source), "plan.docx")
    (found,) = document.tables
    grid = [[cell.text if cell else "" for cell in row] for row in found.grid()]
    assert grid[0][1] == grid[0][2] == "名称值"
    assert [row[0] for row in grid] == ["类别", "经济", "经济"]
    assert found.caption is not None
    assert found.caption.of(document.text) == "表1 目标"
    assert "\n\n\t经济\n\t产值\n\t5\n" in document.text
    assert document.text.endswith("\n\n后文")


def test_a_box_of_one_cell_is_text_behind_a_tab() -> None:
    """A frame around text is no table."""
    document = read(f"<w:tbl><w:tr><w:tc>{paragraph('专栏1 项目')}{paragraph('甲、乙。')}</w:tc></w:tr></w:tbl>")
    assert document.text == "\n\t专栏1 项目\n甲、乙。\n"
    assert document.tables == ()


def test_a_title_in_the_first_row_is_the_caption() -> None:
    """A row of one cell over the whole width that holds a table's title leaves the grid."""
    first = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("专栏2 指标")}</w:tc></w:tr>'
    rows = "".join(f"<w:tr><w:tc>{paragraph(a)}</w:tc><w:tc>{paragraph(b)}</w:tc></w:tr>" for a, b in ("名值", "甲1"))
    document = read(f"<w:tbl>{first}{rows}</w:tbl>")
    (table,) = document.tables
    assert table.height == 2
    assert table.caption is not None
    assert table.caption.of(document.text) == "专栏2 指标"


@pytest.mark.parametrize("name", ["gansu", "jiangxi", "zhejiang"])
def test_a_real_report_reads_as_its_paragraphs(real_plans: Path, name: str) -> None:
    """Without tables the text is the paragraphs joined by line breaks."""
    path = real_plans / "data" / "plans" / f"{name}-report-2025.docx"
    assert read_document(path).text == "\n".join(each.text for each in docx.Document(str(path)).paragraphs)


def test_entities_are_refused() -> None:
    """A document type in a part is the mark of an attack; nothing of it is resolved."""
    whole = raw(paragraph("x")).replace(b"<w:document", b"<w:document")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(out, "w") as target:
        xml = source.read("word/document.xml").decode()
        target.writestr("word/document.xml", '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + xml)
    with pytest.raises(ReadError, match="document type"):
        read_bytes(out.getvalue(), "plan.docx")


def test_what_unpacks_to_too_much_is_refused() -> None:
    """The ratio is looked at before anything is unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    with pytest.raises(ReadError, match="bomb"):
        read_bytes(out.getvalue(), "plan.docx")
