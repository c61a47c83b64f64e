"""The Markdown report."""

from __future__ import annotations

from markdown_it import MarkdownIt

from milepost.checks.formats.table import written
from milepost.checks.model import Failure
from milepost.checks.report import Report
from reports_support import TEXT, finding, report_on, two_differ


def page(report: Report) -> str:
    """The report as Markdown."""
    return written(report, "markdown").decode()


def test_the_gravest_findings_come_first() -> None:
    """Title, summary, a table of counts, then a part for each severity with places, message, advice and id."""
    report = report_on(TEXT, finding(TEXT, ["22%"], "info"), finding(TEXT, ["23%", "5所"], "error", "LA02"))
    shown = page(report)
    assert shown.index("## 错误（1）") < shown.index("## 提示（1）")
    assert "| 错误 | LA02 number-missing |" in shown
    assert "- 第4行（第二章 主要任务）：到2025年，森林覆盖率达到<b>23%</b>以上，新建学校5所。" in shown
    assert "建议：统一为一个数值。" in shown
    assert report.checked.findings[0].id in shown


def test_nothing_of_the_document_is_markup() -> None:
    """Tags, links, emphasis, tables and code of the text stand as they are."""
    text = "# 青禾市规划\n<script>x</script> **粗** [链](javascript:x) `码` | 格 $x$ @name\n"
    shown = page(report_on(text, finding(text, ["[链](javascript:x)"], message="<img src=x>`a`|b")))
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(shown)
    assert "<script>" not in rendered
    assert "<img" not in rendered
    assert "href" not in rendered
    assert "<code>码" not in rendered
    assert "<b>[链](javascript:x)</b>" in rendered
    assert "&lt;script&gt;x&lt;/script&gt; **粗**" in rendered


def test_english() -> None:
    """Headings, labels and advice are English when asked for."""
    shown = page(report_on(TEXT, *two_differ().checked.findings, tongue="en"))
    assert "## Error (1)" in shown
    assert "What to do: Give one figure." in shown
    assert "line 2 (第一章 总体目标): " in shown


def test_what_was_set_aside_and_what_failed_is_told() -> None:
    """Suppressed findings stand with their reasons, failed rules with an apology; a clean plan is told clean."""
    failure = Failure("LA01", "number-missing", "KeyError: 1")
    shown = page(report_on(TEXT, suppressed=((finding(TEXT, ["22%"]), "口径不同"),), failures=(failure,)))
    assert "理由：口径不同" in shown
    assert "KeyError: 1" in shown
    assert "没有发现问题" in shown
