"""The Word file itself with the findings as comments, each on its exact characters; the text stays as it is.

Where a finding rests on several places each has a comment, which says where the others are and quotes them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from milepost.checks.excerpts import excerpt, visible
from milepost.checks.model import SEVERITY_WORDS, Evidence, Finding
from milepost.checks.report import Report
from milepost.checks.table import RULES
from milepost.documents.commenting import Comment, with_comments
from milepost.documents.content import Content
from milepost.documents.table import DOCX
from milepost.kernel.errors import UsageError

MOST_PLACES = 10
MOST_NAMED = 4
WIDTH = 60


def write(report: Report) -> bytes:
    """The bytes of the Word file with comments.

    Raises
    ------
    UsageError
        If the plan was not read from a Word file, or only its plan file is there.
    """
    if report.content is None or report.plan.document.media_type != DOCX:
        found = f"a plan file of {report.plan.document.source!r}" if report.content is None else (
            f"a document of the kind {report.plan.document.media_type}"
        )  # fmt: skip
        raise UsageError("comments need a Word file", where=report.name, found=found, accepted="the .docx itself")
    comments = [
        Comment(evidence.span, _paragraphs(finding, number, report))
        for finding in report.checked.findings
        for number, evidence in enumerate(finding.evidence[:MOST_PLACES])
    ]
    return with_comments(Content(report.content, report.name), comments)


def _paragraphs(finding: Finding, number: int, report: Report) -> Callable[[bool], Sequence[str]]:
    """What the comment on place `number` of a finding says, told whether it stands on exactly its characters."""

    def said(is_exact: bool) -> Sequence[str]:
        severity = SEVERITY_WORDS[finding.severity].of(report.tongue)
        title = next((rule.title.of(report.tongue) for rule in RULES if rule.code == finding.code), finding.name)
        lines = [report.say(f"【{severity}】{title}", f"{severity.capitalize()}: {title}")]
        lines.append(finding.message.of(report.tongue))
        if not is_exact:
            quote = visible(finding.evidence[number].quote)[:WIDTH]
            lines.append(
                report.say(
                    f"此处无法精确定位，批注加在整段上；所指文字：“{quote}”。",
                    f"This covers the paragraph, since its words cannot be marked alone: {quote!r}.",
                )
            )
        lines += _others(finding, number, report)
        lines.append(report.say("建议：", "What to do: ") + finding.help.of(report.tongue))
        lines.append(f"{finding.code} {finding.name} · {finding.id}{_which(finding, number, report)}")
        return [visible(line) for line in lines]

    return said


def _others(finding: Finding, number: int, report: Report) -> list[str]:
    """Where the other places of the finding are, and what they say."""
    others = [place for place in range(len(finding.evidence)) if place != number]
    named = others[:MOST_NAMED]
    lines = [
        report.say(f"第{place + 1}处：", f"Place {place + 1}: ") + _where(finding.evidence[place], report)
        for place in named
    ]
    more = len(others) - len(named)
    if more:
        lines.append(report.say(f"另有{more}处。", f"And {more} more place{'s' * (more != 1)}."))
    return lines


def _where(evidence: Evidence, report: Report) -> str:
    start = evidence.span.start
    heading = report.heading_of(start)
    shown = excerpt(report.text, evidence.span, report.positions.line_at(start), WIDTH)
    words = f"{shown.before.lstrip()}【{shown.place}】{shown.behind.rstrip()}"
    if not heading:
        return words
    return report.say(f"“{heading}”中，{words}", f"under {heading!r}, {words}")


def _which(finding: Finding, number: int, report: Report) -> str:
    total = len(finding.evidence)
    if total == 1:
        return ""
    return report.say(f" · 第{number + 1}处，共{total}处", f" · place {number + 1} of {total}")
