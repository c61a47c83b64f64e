"""The text format: where a finding is, what it says, and a mark under the exact characters."""

from __future__ import annotations

import re
import unicodedata

import pytest

from milepost.checks.formats.table import written
from milepost.checks.model import Failure
from milepost.checks.report import Report
from reports_support import TEXT, finding, report_on, two_differ


def text_of(report: Report) -> str:
    """The report as text."""
    return written(report, "text").decode()


def test_a_finding_is_shown_as_a_compiler_shows_it() -> None:
    """Place, severity, code, name and id; the message; both lines with carets two wide under Chinese; what to do."""
    found = finding(TEXT, ["22%", "森林覆盖率达到23%"])
    assert text_of(report_on(TEXT, found)) == (
        f"plan.txt:2:15: 错误 LA01 number-missing [{found.id}]\n"
        "  两处不一\n"
        "  2 | 到2025年，森林覆盖率达到22%以上。\n"
        "    |                         ^^^\n"
        "  4 | 到2025年，森林覆盖率达到23%以上，新建学校5所。\n"
        "    |           ^^^^^^^^^^^^^^^^^\n"
        "  建议：统一为一个数值。\n"
        "\n"
        "共发现1个问题：错误1个，警告0个，提示0个。\n"
    )


def test_english_says_it_in_english() -> None:
    """Severity, message, advice and summary follow the language that was asked for."""
    shown = text_of(report_on(TEXT, finding(TEXT, ["22%"], "info"), tongue="en", known=2))
    assert ": info LA01" in shown
    assert "two places differ" in shown
    assert "help: Give one figure." in shown
    assert shown.endswith("1 finding: 0 errors, 0 warnings, 1 info; 2 known before.\n")


@pytest.mark.parametrize("at", ["开头", "中间", "末尾"])
def test_a_long_line_is_cut_around_the_place(at: str) -> None:
    """Of a paragraph of thousands of characters a window is shown, with the mark where it belongs."""
    text = f"开头{'甲' * 2000}中间{'乙' * 2000}末尾"
    lines = text_of(report_on(text, finding(text, [at]))).splitlines()
    source, carets = lines[2].split("| ", 1)[1], lines[3].split("| ", 1)[1]
    assert at in source
    width = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in source)
    assert width <= 76
    before = source[: source.index(at)]
    assert len(carets) - 4 == sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in before)
    assert carets.endswith("^^^^")


def test_many_places_are_cut_after_five() -> None:
    """Five places are shown, then how many more there are."""
    text = "\n".join(f"第{number}项" for number in range(100, 223)) + "\n"
    found = finding(text, [f"第{number}项" for number in range(100, 223)])
    shown = text_of(report_on(text, found))
    assert shown.count("^") == 5 * len("第100项") + 5 * 2
    assert "……另有118处" in shown


def test_nothing_of_the_document_reaches_the_terminal_as_a_command() -> None:
    """Escapes, control and direction characters stand as blanks, in the text, the message and the file's name."""
    text = "第一章\x1b[31m红\x07\u202e反\t尾\n"
    report = report_on(text, finding(text, ["[31m红"], message="见\x1b[2J此"), name="a\x1b]0;x\x07.txt")
    shown = text_of(report)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", shown)


def test_colours_are_for_terminals_only() -> None:
    """Without colour there is no escape at all; with it the marks are painted, and nothing else changes."""
    report = two_differ()
    plain = text_of(report)
    assert "\x1b" not in plain
    painted = text_of(report_on(TEXT, *report.checked.findings, colour=True))
    assert "\x1b[1;31m^^^\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


def test_a_place_over_lines_is_shown_as_far_as_its_first() -> None:
    """The mark ends with the line, and … says that the place goes on."""
    shown = text_of(report_on(TEXT, finding(TEXT, ["22%以上。\n第二章"])))
    assert "22%以上。…\n" in shown


def test_the_summary_counts_what_is_not_shown() -> None:
    """Suppressed and known findings are counted; a clean plan is told clean."""
    found = finding(TEXT, ["22%"])
    report = report_on(TEXT, suppressed=((found, "见说明"),), failures=(Failure("LA01", "number-missing", "x"),))
    assert text_of(report) == "没有发现问题；按设置搁置1个。\n"
    assert text_of(report_on(TEXT, known=3)) == "没有发现新问题；已记录的3个未列。\n"
