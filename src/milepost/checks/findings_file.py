"""What the JSON of `milepost check` holds, field for field: the format `milepost.findings/1`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

import msgspec

from milepost.checks.model import Checked, Finding, Severity, Tongue
from milepost.checks.report import Report
from milepost.kernel.span import Span

FINDINGS_FORMAT: Final = "milepost.findings/1"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Said:
    """The same said in Chinese and in English."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that a finding rests on: the characters of the document's text that `span` covers are `quote`."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Found:
    """One finding. `help` is what to do about it, in the language that was asked for."""

    id: str
    code: str
    name: str
    severity: Severity
    message: Said
    evidence: tuple[FoundPlace, ...]
    help: str


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that the settings set aside, and why."""

    finding: Found
    reason: str


@dataclass(frozen=True, slots=True)
class FailedRule:
    """A rule that failed inside, so that its findings are missing: a fault of Milepost, not of the document."""

    code: str
    name: str
    error: str


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """The document that was checked: spans count the characters of the text with the digest `text_sha256`."""

    source: str
    sha256: str
    text_sha256: str


@dataclass(frozen=True, slots=True)
class FindingsFile:
    """What checking a plan found.

    `stale` are the ids of suppressions that no finding answers to; `known` is how many findings were left out since
    a known-file has them.
    """

    format: Literal["milepost.findings/1"]
    compiler: str
    document: CheckedDocument
    findings: tuple[Found, ...]
    failures: tuple[FailedRule, ...]
    suppressed: tuple[Suppressed, ...]
    stale: tuple[str, ...]
    known: int


def findings_file(report: Report) -> FindingsFile:
    """The findings of a report as they are written."""
    document, checked, tongue = report.plan.document, report.checked, report.tongue
    return FindingsFile(
        FINDINGS_FORMAT,
        report.plan.compiler,
        CheckedDocument(document.source, document.sha256, document.text_sha256),
        tuple(_found(each, tongue) for each in checked.findings),
        tuple(FailedRule(each.code, each.name, each.error) for each in checked.failures),
        _suppressed(checked, tongue),
        checked.stale,
        report.known,
    )


def _suppressed(checked: Checked, tongue: Tongue) -> tuple[Suppressed, ...]:
    return tuple(Suppressed(_found(finding, tongue), reason) for finding, reason in checked.suppressed)


def _found(finding: Finding, tongue: Tongue) -> Found:
    return Found(
        finding.id,
        finding.code,
        finding.name,
        finding.severity,
        Said(finding.message.zh, finding.message.en),
        tuple(FoundPlace(each.span, each.quote) for each in finding.evidence),
        finding.help.of(tongue),
    )


def findings_schema() -> dict[str, Any]:
    """The JSON Schema of the format. Fields that it does not name are allowed: the format may grow.

    >>> findings_schema()["properties"]["format"]
    {'enum': ['milepost.findings/1']}
    """
    (_,), definitions = msgspec.json.schema_components([FindingsFile], ref_template="#/$defs/{name}")
    for definition in definitions.values():
        if "description" in definition:
            definition["description"] = " ".join(definition["description"].split())
    whole = definitions.pop("FindingsFile")
    return {"$schema": DIALECT, "$id": "urn:milepost.findings:1", **whole, "$defs": definitions}
