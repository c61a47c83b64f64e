"""The Word file with findings as comments: what the comments say; where they stand is tested with the documents."""

from __future__ import annotations

import io

import docx
import pytest

from milepost.checks.formats.table import written
from milepost.documents.run import read_bytes
from milepost.kernel.errors import UsageError
from reports_support import TEXT, finding, report_on, two_differ


def word_file(*paragraphs: str) -> bytes:
    """A Word file of these paragraphs; those that begin with # are headings."""
    document = docx.Document()
    for text in paragraphs:
        if text.startswith("#"):
            document.add_heading(text[1:], 1)
        else:
            document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


PLAN = word_file(
    "#第一章 总体目标", "到2025年，森林覆盖率达到22%以上。", "#第二章 主要任务", "森林覆盖率达到23%，建校5所。"
)
PLAN_TEXT = read_bytes(PLAN, "plan.docx").text


def comments(content: bytes) -> list[str]:
    """The comments of a Word file."""
    return [comment.text for comment in docx.Document(io.BytesIO(content)).comments]


def test_both_places_name_each_other() -> None:
    """Each comment says the finding and what to do, and where the other place is, with its words."""
    report = report_on(PLAN, finding(PLAN_TEXT, ["22%", "23%"]), name="plan.docx")
    content = written(report, "docx")
    first, second = comments(content)
    assert first.splitlines() == [
        "【错误】标题缺号",
        "两处不一",
        "第2处：“第二章 主要任务”中，森林覆盖率达到【23%】，建校5所。",
        "建议：统一为一个数值。",
        f"LA01 number-missing · {report.checked.findings[0].id} · 第1处，共2处",
    ]
    assert "第1处：“第一章 总体目标”中，到2025年，森林覆盖率达到【22%】以上。" in second
    assert read_bytes(content, "plan.docx").text == PLAN_TEXT


def test_comments_in_english() -> None:
    """Comments follow the language asked for."""
    report = report_on(PLAN, finding(PLAN_TEXT, ["22%"], "warning"), name="plan.docx", tongue="en")
    (said,) = comments(written(report, "docx"))
    assert said.startswith("Warning: ")
    assert "What to do: Give one figure." in said


def test_a_finding_of_many_places_is_not_said_everywhere() -> None:
    """Ten places have a comment; each names four others and how many more there are."""
    text = [f"第{number}项工作" for number in range(100, 130)]
    content = word_file(*text)
    whole = read_bytes(content, "plan.docx").text
    report = report_on(content, finding(whole, text), name="plan.docx")
    said = comments(written(report, "docx"))
    assert len(said) == 10
    assert all("另有25处。" in one for one in said)


def test_no_findings_leave_the_text() -> None:
    """A clean plan comes back without comments."""
    content = written(report_on(PLAN, name="plan.docx"), "docx")
    assert comments(content) == []


@pytest.mark.parametrize("kind", ["text", "plan file"])
def test_only_a_word_file_can_have_comments(kind: str) -> None:
    """A text, or a plan file without its document, is wrong use, and the message says what is needed."""
    report = two_differ() if kind == "text" else report_on(TEXT)
    with pytest.raises(UsageError, match=r"\.docx"):
        written(report, "docx")
