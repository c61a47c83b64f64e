"""Text for a terminal, as a good compiler writes: where, what, the line with a mark under the exact characters."""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.excerpts import cells, excerpt, visible
from milepost.checks.model import SEVERITY_WORDS, Evidence, Finding, Severity
from milepost.checks.report import Report

MOST_PLACES = 5
COLOURS: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "info": "1;36"}


def write(report: Report) -> bytes:
    """The findings in the order of the text, and a line that counts them."""
    blocks = ["\n".join(_finding(finding, report)) for finding in report.checked.findings]
    return ("\n\n".join([*blocks, report.summary]) + "\n").encode(errors="replace")


def _finding(finding: Finding, report: Report) -> Iterator[str]:
    line, column = report.positions.of(finding.evidence[0].span.start)
    severity = SEVERITY_WORDS[finding.severity].of(report.tongue)
    colour = COLOURS[finding.severity]
    where = _painted(f"{visible(report.name)}:{line}:{column}:", "1", report)
    called = f"{_painted(f'{severity} {finding.code}', colour, report)} {finding.name} [{finding.id}]"
    page = report.page_of(finding.evidence[0].span.start)
    yield f"{where} {called}" + ("" if page is None else report.say(f" 第{page}页", f" page {page}"))
    yield f"  {visible(finding.message.of(report.tongue))}"
    shown = finding.evidence[:MOST_PLACES]
    gutter = max(len(str(report.positions.of(each.span.start).line)) for each in shown)
    for evidence in shown:
        yield from _place(evidence, gutter, colour, report)
    more = len(finding.evidence) - len(shown)
    if more:
        yield f"  {' ' * gutter} " + report.say(f"……另有{more}处", f"… and {more} more place{'s' * (more != 1)}")
    yield f"  {report.say('建议：', 'help: ')}{visible(finding.help.of(report.tongue))}"


def _place(evidence: Evidence, gutter: int, colour: str, report: Report) -> Iterator[str]:
    """The line that a place stands on, and under it a mark as wide as the place."""
    start = evidence.span.start
    shown = excerpt(report.text, evidence.span, report.positions.line_at(start))
    number = report.positions.of(start).line
    yield f"  {number:>{gutter}} | {shown.before}{shown.place}{shown.behind}"
    carets = _painted("^" * max(1, cells(shown.place)), colour, report)
    yield f"  {'':>{gutter}} | {' ' * cells(shown.before)}{carets}"


def _painted(text: str, colour: str, report: Report) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if report.colour else text
