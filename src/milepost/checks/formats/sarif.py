"""SARIF 2.1.0, which editors and code hosts show beside the text.

Lines, columns and offsets count characters (Unicode code points) of the text that was read. For a text file that is
the file itself. For any other document (Word, PDF, HTML) it is a second artifact inside the first, `NAME.txt`, whose
contents are written along, so that a viewer can show the places.

## References
OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 2020.
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

import milepost
from milepost.checks.catalogue import Entry, entries
from milepost.checks.model import Evidence, Finding, Severity
from milepost.checks.report import Report
from milepost.kernel.span import Span

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
# Formats whose text is the file itself.
TEXT_FILES: Final = frozenset({"text/plain", "text/markdown"})

Object = dict[str, Any]


def write(report: Report) -> bytes:
    """One run with its rules, its results and what went wrong inside."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return (json.dumps(log, ensure_ascii=False, indent=2) + "\n").encode(errors="backslashreplace")


def _run(report: Report) -> Object:
    checked = report.checked
    reported = {each.code for each in (*checked.findings, *(finding for finding, _ in checked.suppressed))}
    failed = {failure.code for failure in checked.failures}
    rules = [entry for entry in entries() if entry.rule.code in reported | failed]
    places = {entry.rule.code: place for place, entry in enumerate(rules)}
    artifacts = _artifacts(report)
    results = [_result(finding, report, places, artifacts) for finding in checked.findings]
    for finding, reason in checked.suppressed:
        suppression = {"kind": "external", "justification": reason}
        results.append(_result(finding, report, places, artifacts) | {"suppressions": [suppression]})
    driver = {
        "name": "Milepost",
        "version": milepost.__version__,
        "semanticVersion": milepost.__version__,
        "language": report.say("zh-CN", "en"),
        "rules": [_rule(entry, report) for entry in rules],
    }
    return {
        "tool": {"driver": driver},
        "language": report.say("zh-CN", "en"),
        "columnKind": "unicodeCodePoints",
        "artifacts": artifacts,
        "invocations": [_invocation(report, places)],
        "results": results,
    }


def _rule(entry: Entry, report: Report) -> Object:
    tongue, rule = report.tongue, entry.rule
    parts = entry.sections(tongue)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.title.of(tongue)},
        "fullDescription": {"text": entry.what.of(tongue) or rule.title.of(tongue)},
        "help": {
            "text": "\n\n".join(f"{heading}\n{text}" for heading, text in parts) or rule.title.of(tongue),
            "markdown": "\n\n".join(f"**{heading}**\n\n{text}" for heading, text in parts) or rule.title.of(tongue),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [entry.family.of(tongue)]},
    }


def _result(finding: Finding, report: Report, places: dict[str, int], artifacts: list[Object]) -> Object:
    first, *others = finding.evidence
    related = [
        _location(each, report, artifacts) | {"id": number, "message": {"text": _other_place(number, report)}}
        for number, each in enumerate(others, start=1)
    ]
    text = f"{finding.message.of(report.tongue)}\n{finding.help.of(report.tongue)}"
    result: Object = {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        # `[…](…)` would be a link.
        "message": {"text": text.replace("](", "\\](")},
        "locations": [_location(first, report, artifacts)],
        "partialFingerprints": {"milepost/v1": finding.id},
    }
    if finding.code in places:
        result["ruleIndex"] = places[finding.code]
    return result | ({"relatedLocations": related} if related else {})


def _other_place(number: int, report: Report) -> str:
    return report.say(f"另一处（{number}）", f"another place ({number})")


def _location(evidence: Evidence, report: Report, artifacts: list[Object]) -> Object:
    index = len(artifacts) - 1
    artifact = {"uri": artifacts[index]["location"]["uri"], "index": index}
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(evidence.span, report)}}


def _region(span: Span, report: Report) -> Object:
    start, end = report.positions.of(span.start), report.positions.of(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.length,
        "snippet": {"text": span.of(report.text)},
    }


def _artifacts(report: Report) -> list[Object]:
    """The document; behind it the text that was read from it, where the document is no text file."""
    document = report.plan.document
    uri = _uri(report.name)
    whole: Object = {"location": {"uri": uri}, "mimeType": document.media_type, "roles": ["analysisTarget"]}
    if report.content is not None:
        whole["length"] = len(report.content)
    if document.sha256:
        whole["hashes"] = {"sha-256": document.sha256}
    if report.content is not None and document.media_type in TEXT_FILES:
        return [whole | {"encoding": "UTF-8", "sourceLanguage": "plaintext"}]
    said = report.say("从文件读出的文本", "the text that was read from the document")
    inner = {
        "location": {"uri": f"{uri}.txt"},
        "parentIndex": 0,
        "mimeType": "text/plain",
        "encoding": "UTF-8",
        "description": {"text": said},
        "hashes": {"sha-256": document.text_sha256},
        "contents": {"text": report.text},
    }
    return [whole, inner]


def _uri(name: str) -> str:
    """A path as a URI: an absolute one with its scheme, a relative one as it is.

    >>> _uri("plans/青禾市 规划.txt"), _uri("/tmp/plan.txt"), _uri("a:b.txt")
    ('plans/%E9%9D%92%E7%A6%BE%E5%B8%82%20%E8%A7%84%E5%88%92.txt', 'file:///tmp/plan.txt', 'a%3Ab.txt')
    """
    path = PurePath(name)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix(), errors="replace") or "document"


def _invocation(report: Report, places: dict[str, int]) -> Object:
    failures = report.checked.failures
    notifications = []
    for failure in failures:
        rule: Object = {"id": failure.code}
        if failure.code in places:
            rule["index"] = places[failure.code]
        said = report.say("规则内部出错，是本程序的问题", "the rule failed inside: a fault of Milepost")
        text = f"{failure.code} {failure.name}: {said}: {failure.error}"
        notifications.append({"level": "error", "message": {"text": text}, "associatedRule": rule})
    # The document is at fault or not; the run itself went well if no rule failed.
    return {"executionSuccessful": not failures, "toolExecutionNotifications": notifications}
