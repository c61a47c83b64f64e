"""Markdown: a report that a reviewer can send, the gravest findings first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from milepost.checks.excerpts import excerpt
from milepost.checks.markup import in_markdown
from milepost.checks.model import SEVERITIES, SEVERITY_WORDS, Evidence, Finding
from milepost.checks.report import Report
from milepost.checks.table import RULES

MOST_PLACES = 10
WIDTH = 100


def write(report: Report) -> bytes:
    """The report as UTF-8 Markdown."""
    parts = [*_head(report), *_overview(report)]
    for severity in SEVERITIES:
        found = [finding for finding in report.checked.findings if finding.severity == severity]
        if found:
            parts.append("## " + _counted(SEVERITY_WORDS[severity].of(report.tongue).capitalize(), len(found), report))
            parts += ["\n\n".join(_finding(number, each, report)) for number, each in enumerate(found, start=1)]
    parts += _set_aside(report)
    return ("\n\n".join(parts) + "\n").encode(errors="replace")


def _head(report: Report) -> Iterator[str]:
    document = report.plan.document
    title = in_markdown(document.title or document.source or report.name)
    yield f"# {report.say('规划检查报告：', 'Plan check: ')}{title}"
    colon = report.say("：", ": ")
    lines = (
        (report.say("文件", "document"), in_markdown(report.name)),
        (report.say("阶段", "stage"), report.stage_words),
        (report.say("结果", "result"), report.summary),
    )
    yield "\n".join(f"- {label}{colon}{value}" for label, value in lines)


def _overview(report: Report) -> Iterator[str]:
    """How often each rule found something, the gravest first."""
    findings = report.checked.findings
    if not findings:
        return
    counts = Counter((finding.severity, finding.code, finding.name) for finding in findings)
    titles = {rule.code: rule.title.of(report.tongue) for rule in RULES}
    lines = [report.say("| 级别 | 规则 | 问题 | 数量 |", "| severity | rule | fault | number |"), "|---|---|---|---:|"]
    for severity in SEVERITIES:
        for (grave, code, name), count in sorted(counts.items()):
            if grave == severity:
                fault = in_markdown(titles.get(code, name))
                lines.append(f"| {SEVERITY_WORDS[severity].of(report.tongue)} | {code} {name} | {fault} | {count} |")
    yield "\n".join(lines)


def _finding(number: int, finding: Finding, report: Report) -> Iterator[str]:
    title = next((rule.title.of(report.tongue) for rule in RULES if rule.code == finding.code), finding.name)
    yield f"### {number}. {in_markdown(title)}"
    yield in_markdown(finding.message.of(report.tongue))
    shown = finding.evidence[:MOST_PLACES]
    lines = [_place(evidence, report) for evidence in shown]
    more = len(finding.evidence) - len(shown)
    if more:
        lines.append("- " + report.say(f"另有{more}处", f"and {more} more place{'s' * (more != 1)}"))
    yield "\n".join(lines)
    yield f"{report.say('建议：', 'What to do: ')}{in_markdown(finding.help.of(report.tongue))}"
    yield f"`{finding.code}` {finding.name} · `{finding.id}`"


def _place(evidence: Evidence, report: Report) -> str:
    """A place with the words around it, its own characters bold."""
    heading = in_markdown(report.heading_of(evidence.span.start))
    where = report.where(evidence.span.start)
    if heading:
        where += report.say(f"（{heading}）", f" ({heading})")
    shown = excerpt(report.text, evidence.span, report.positions.line_at(evidence.span.start), WIDTH)
    before, place, behind = (in_markdown(part) for part in (shown.before, shown.place, shown.behind))
    # Tags, since ** does not close between a sign and a Chinese character.
    return f"- {where}{report.say('：', ': ')}{before.lstrip()}<b>{place}</b>{behind.rstrip()}"


def _set_aside(report: Report) -> Iterator[str]:
    """What is not among the findings: those set aside with their reasons, and rules that failed."""
    checked = report.checked
    if checked.suppressed:
        yield "## " + _counted(report.say("按设置搁置", "Suppressed"), len(checked.suppressed), report)
        yield "\n".join(
            f"- `{finding.id}` {in_markdown(finding.message.of(report.tongue))} "
            f"{report.say('理由：', 'Reason: ')}{in_markdown(reason)}"
            for finding, reason in checked.suppressed
        )
    if checked.failures:
        yield "## " + _counted(report.say("内部出错的规则", "Rules that failed inside"), len(checked.failures), report)
        yield report.say(
            "这是本程序的问题，与规划无关；其他规则的结果完整。",
            "This is a fault of Milepost, not of the plan; what the other rules found is complete.",
        )
        yield "\n".join(f"- `{each.code}` {each.name}: {in_markdown(each.error)}" for each in checked.failures)


def _counted(heading: str, count: int, report: Report) -> str:
    return heading + report.say(f"（{count}）", f" ({count})")
