"""How tests of formats make a report: a small text, and findings whose places are named by their words."""

from __future__ import annotations

from collections.abc import Sequence

from milepost.checks.fingerprint import fingerprint
from milepost.checks.model import Checked, Evidence, Failure, Finding, Severity, Tongue, Words
from milepost.checks.report import Report
from milepost.documents.run import read_bytes
from milepost.kernel.span import Span
from milepost.plans.model import Plan
from milepost.plans.run import plan_of

TEXT = """第一章  总体目标
到2025年，森林覆盖率达到22%以上。
第二章  主要任务
到2025年，森林覆盖率达到23%以上，新建学校5所。
"""


def plan_from(text: str | bytes, name: str = "plan.txt") -> Plan:
    """The plan of a text, or of a file's bytes."""
    return plan_of(read_bytes(text if isinstance(text, bytes) else text.encode(), name))


def finding(
    text: str, quotes: Sequence[str], severity: Severity = "error", code: str = "LA01", message: str = "两处不一"
) -> Finding:
    """A finding that rests on the first place of each of these words."""
    spans = [Span(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    evidence = tuple(Evidence(span, span.of(text)) for span in spans)
    words = Words(message, f"two places differ: {message}")
    advice = Words("统一为一个数值。", "Give one figure.")
    return Finding(fingerprint(code, quotes), code, "number-missing", severity, words, evidence, advice)


def report_on(
    text: str | bytes,
    *findings: Finding,
    tongue: Tongue = "zh",
    name: str = "plan.txt",
    failures: tuple[Failure, ...] = (),
    suppressed: tuple[tuple[Finding, str], ...] = (),
    known: int = 0,
    colour: bool = False,
) -> Report:
    """A report with these findings on a text, or on a file's bytes."""
    content = text if isinstance(text, bytes) else text.encode(errors="replace")
    checked = Checked(tuple(findings), failures, suppressed)
    return Report(checked, plan_from(content, name), name, tongue, known=known, content=content, colour=colour)


def two_differ() -> Report:
    """A report with one finding that rests on two places."""
    return report_on(TEXT, finding(TEXT, ["22%", "23%"]))
