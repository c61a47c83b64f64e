"""Comments in a Word file: each on its exact characters, with the text and everything else as it was."""

from __future__ import annotations

import io
import random
import re
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from lxml import etree

from milepost.documents.commenting import Comment, with_comments
from milepost.documents.content import Content
from milepost.documents.locating import locate
from milepost.documents.readers.docx import characters
from milepost.documents.run import read_bytes
from milepost.documents.wordstyles import local_name, value
from milepost.kernel.span import Span

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def raw(body: str, **parts: str) -> bytes:
    """A Word file of a body, and other parts by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", LINKS)
        root = f'<w:document xmlns:w="{W}" xmlns:m="{M}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", root)
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def text_of(data: bytes) -> str:
    """What the reader reads."""
    return read_bytes(data, "plan.docx").text


def commented(data: bytes, spans: Sequence[Span]) -> tuple[bytes, list[bool]]:
    """The file with a comment on each span, and which of them are exact."""
    exact: list[bool] = []

    def said(is_exact: bool) -> list[str]:
        exact.append(is_exact)
        return [f"comment {len(exact)}", "more"]

    return with_comments(Content(data, "plan.docx"), [Comment(span, said) for span in spans]), exact


def covered(data: bytes) -> dict[int, str]:
    """Number of a comment → the characters between its marks, as the reader reads them, without line breaks."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    said = {}
    for paragraph in root.iter(f"{{{W}}}p"):
        said.update(dict(characters(paragraph, [])))
    found: dict[int, str] = {}
    open_now: set[int] = set()
    for element in root.iter():
        name = local_name(element)
        if name == "commentRangeStart":
            open_now.add(int(value(element, "id") or ""))
        elif name == "commentRangeEnd":
            open_now.remove(int(value(element, "id") or ""))
        elif element in said:
            for identity in open_now:
                found[identity] = found.get(identity, "") + said[element]
    return found


def bare(text: str) -> str:
    """Text without what stands between paragraphs."""
    return re.sub(r"[\n\t]", "", text)


def check(data: bytes, quotes: Sequence[str]) -> tuple[bytes, list[bool]]:
    """Comment on these words; the text must stay, and what is said to be exact must be."""
    text = text_of(data)
    spans = [Span(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    written, exact = commented(data, spans)
    assert text_of(written) == text
    marked = covered(written)
    for place, (quote, is_exact) in enumerate(zip(quotes, exact, strict=True)):
        if is_exact:
            assert bare(marked[place]) == bare(quote)
    return written, exact


RICH = (
    f"<w:p><w:pPr><w:jc/></w:pPr>{run('到2025年，森林', '<w:b/>')}{run('覆盖率达到22%以上')}</w:p>"
    f"<w:p>{run('见')}<w:hyperlink>{run('附件一和附件二')}</w:hyperlink><w:ins>{run('新增内容')}</w:ins>"
    "<w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"
    f"<w:sdt><w:sdtContent>{run('控件里的字')}</w:sdtContent></w:sdt></w:p>"
    f"<w:tbl><w:tr><w:tc><w:p>{run('指标')}</w:p></w:tc><w:tc><w:p>{run('目标')}</w:p><w:p>{run('第二段')}</w:p></w:tc></w:tr>"
    f"<w:tr><w:tc><w:p>{run('绿化')}</w:p></w:tc><w:tc><w:p>{run('35%')}</w:p></w:tc></w:tr></w:tbl>"
    f"<w:p><w:r><w:pict><w:txbxContent><w:p>{run('文本框里的项目')}</w:p></w:txbxContent></w:pict></w:r>{run('末段')}</w:p>"
)


@pytest.mark.parametrize(
    "quotes",
    [
        ["森林覆盖率"],
        ["22%"],
        ["到2025年", "2025年，森林覆盖", "盖率", "覆盖率达到22%以上"],
        ["件一和附", "新增", "增内容甲"],
        ["甲\t乙", "\t", "乙\n丙"],
        ["控件"],
        ["指标", "目标", "标\n第二"],
        ["绿化\n\t35%"],
        ["框里的"],
        ["22%以上\n见附件"],
    ],
)
def test_a_comment_covers_exactly_its_characters(quotes: list[str]) -> None:
    """Across runs, links, insertions, controls, tabs, cells, boxes and paragraphs, one by one and overlapping."""
    _, exact = check(raw(RICH), quotes)
    assert all(exact)


def test_a_split_run_keeps_its_formatting() -> None:
    """Both halves of a run have its properties, and a run that needs no split is left alone."""
    written, _ = check(raw(RICH), ["2025年"])
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        body = archive.read("word/document.xml").decode()
    bold = re.findall(r"<w:r><w:rPr><w:b/></w:rPr><w:t[^>]*>([^<]*)</w:t></w:r>", body)
    assert bold == ["到", "2025年", "，森林"]
    assert run("覆盖率达到22%以上").replace("<w:rPr></w:rPr>", "<w:rPr/>") in body


@pytest.mark.parametrize(
    ("body", "quote", "paragraph"),
    [
        (f"<w:p>{run('式')}<m:oMath><m:r><m:t>x=12</m:t></m:r></m:oMath></w:p>", "12", "式x=12"),
        (
            f"<w:p><w:r><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('拼音')}</w:rubyBase></w:ruby></w:r>{run('后')}</w:p>",
            "拼",
            "拼音后",
        ),
        (
            f"<w:p><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('2025年')}</w:sdtContent></w:sdt></w:p>",
            "2025",
            "2025年",
        ),
    ],
)
def test_what_cannot_be_marked_alone_is_marked_with_its_paragraph(body: str, quote: str, paragraph: str) -> None:
    """In formulas, ruby text and plain content controls a comment covers the paragraph, and is told so."""
    written, exact = check(raw(body), [quote])
    assert exact == [False]
    assert covered(written)[0] == paragraph


def test_a_place_in_a_note_is_commented_where_the_note_is_referred_to() -> None:
    """A comment on a footnote covers the paragraph with its reference, since notes hold no comments."""
    body = f'<w:p>{run("前")}</w:p><w:p>{run("正文")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p>{run("注文数据")}</w:p></w:footnote></w:footnotes>'
    written, exact = check(raw(body, footnotes=notes), ["注文"])
    assert (exact, covered(written)) == ([False], {0: "正文"})


def test_a_place_between_paragraphs_is_commented_on_the_paragraph_before() -> None:
    """A line break belongs to no run."""
    data = raw(f"<w:p>{run('一')}</w:p><w:p>{run('二')}</w:p>")
    written, exact = commented(data, [Span(1, 2)])
    assert (exact, covered(written)) == ([False], {0: "一"})


def test_comments_that_are_there_stay() -> None:
    """A file with comments gets more of them, under numbers of their own."""
    source = docx.Document()
    first = source.add_paragraph("到2025年，绿化率达到35%。")
    source.add_comment(first.runs, text="请核对", author="审稿人")
    out = io.BytesIO()
    source.save(out)
    written, exact = commented(out.getvalue(), [Span(12, 15), Span(1, 6)])
    assert exact == [True, True]
    comments = list(docx.Document(io.BytesIO(written)).comments)
    assert [(each.comment_id, each.author) for each in comments] == [(0, "审稿人"), (1, "Milepost"), (2, "Milepost")]
    assert [each.text.splitlines()[0] for each in comments] == ["请核对", "comment 1", "comment 2"]
    assert covered(written) == {0: "到2025年，绿化率达到35%。", 1: "35%", 2: "2025年"}


def test_a_file_of_the_strict_kind_keeps_its_namespace() -> None:
    """In strict Office Open XML the comments and their link are of the strict kind too."""
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw(RICH))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(W.encode(), strict.encode()))
    written, exact = commented(out.getvalue(), [Span(0, 3)])
    assert exact == [True]
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert etree.fromstring(archive.read("word/comments.xml")).tag == f"{{{strict}}}comments"
        links = archive.read("word/_rels/document.xml.rels").decode()
        assert "http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in links


def test_other_parts_are_byte_for_byte_the_same(project: Path) -> None:
    """Styles, settings, pictures and the rest are copied, and the same comments give the same file."""
    data = (project / "examples" / "qinghe" / "qinghe.docx").read_bytes()
    written, _ = commented(data, [Span(10, 20)])
    assert written == commented(data, [Span(10, 20)])[0]
    changed = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(written)) as new:
        assert set(new.namelist()) == set(old.namelist()) | changed
        assert {name for name in old.namelist() if old.read(name) != new.read(name)} <= changed


@pytest.mark.parametrize("seed", range(5))
def test_any_spans_of_the_example_can_be_commented(project: Path, seed: int) -> None:
    """Two hundred spans of any length, overlapping as they fall, are each covered exactly or with their paragraph."""
    data = (project / "examples" / "qinghe" / "qinghe.docx").read_bytes()
    text = text_of(data)
    dice = random.Random(seed)
    spans = []
    for _ in range(200):
        start = dice.randrange(len(text) - 1)
        spans.append(Span(start, min(len(text), start + 1 + int(dice.expovariate(0.1)))))
    written, exact = commented(data, spans)
    assert text_of(written) == text
    marked = covered(written)
    for place, (span, is_exact) in enumerate(zip(spans, exact, strict=True)):
        assert bare(span.of(text)) in bare(marked[place]) if is_exact else place in marked
        if is_exact:
            assert bare(marked[place]) == bare(span.of(text))
        else:
            assert not bare(span.of(text))


def test_every_character_is_located(project: Path) -> None:
    """The pieces of a Word file are in order and say what the text says; only blanks between them have none."""
    data = (project / "examples" / "qinghe" / "qinghe.docx").read_bytes()
    located = locate(Content(data, "plan.docx"))
    assert located.text == text_of(data)
    end = 0
    for piece in located.pieces:
        assert not located.text[end : piece.span.start].strip()
        assert piece.span.of(located.text) == (piece.element.text or piece.span.of(located.text))
        end = piece.span.end
    assert not located.text[end:].strip()


def test_libreoffice_opens_it(libreoffice: str, project: Path, tmp_path: Path) -> None:
    """LibreOffice reads the comments, and the text of what it writes again is the same."""
    data = (project / "examples" / "qinghe" / "qinghe.docx").read_bytes()
    text = text_of(data)
    places = [found.span() for found in re.finditer(r"\d+%", text)][:30]
    written, exact = commented(data, [Span(*place) for place in places])
    assert all(exact)
    source = tmp_path / "checked.docx"
    source.write_bytes(written)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [libreoffice, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]
    subprocess.run([*command, tmp_path / "out", source], check=True, capture_output=True, timeout=180)
    again = docx.Document(tmp_path / "out" / "checked.docx")
    assert [each.author for each in again.comments] == ["Milepost"] * len(places)
    assert len(re.findall(r"\d+%", text_of((tmp_path / "out" / "checked.docx").read_bytes()))) == len(
        re.findall(r"\d+%", text)
    )
