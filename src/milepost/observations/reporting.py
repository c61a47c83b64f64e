"""Findings on data as text to read, and as JSON for programs: the format `milepost.data_findings/1`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from milepost.checks.excerpts import visible
from milepost.checks.model import SEVERITIES, SEVERITY_WORDS, Severity, Tongue
from milepost.checks.report import COUNTED
from milepost.observations.inspection import DataFinding, RowEvidence
from milepost.observations.telling import amount, period_words

FORMAT: Final = "milepost.data_findings/1"
MOST_ROWS = 8


def counts(findings: Sequence[DataFinding]) -> dict[Severity, int]:
    """How many findings of each severity there are, the gravest first."""
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in SEVERITIES}


def summary(findings: Sequence[DataFinding], rows: int, tongue: Tongue) -> str:
    """One line: how many rows were looked at, and how many findings of each severity there are."""
    total, by_severity = len(findings), counts(findings)
    if tongue == "zh":
        said = "，".join(f"{SEVERITY_WORDS[each].zh}{count}个" for each, count in by_severity.items())
        return f"检查{rows}个数值，" + (f"发现{total}个问题：{said}。" if total else "没有发现问题。")
    said = ", ".join(f"{count} {COUNTED[each][count != 1]}" for each, count in by_severity.items())
    looked = f"{rows} value{'s' * (rows != 1)} checked"
    return f"{looked}: {total} finding{'s' * (total != 1)} ({said})." if total else f"{looked}: no findings."


def as_text(findings: Sequence[DataFinding], rows: int, tongue: Tongue) -> str:
    """The findings to read, the gravest first, each with its rows, their values and sources; and the summary."""
    blocks = ["\n".join(_block(finding, tongue)) for finding in findings]
    return "\n\n".join([*blocks, summary(findings, rows, tongue)]) + "\n"


def _block(finding: DataFinding, tongue: Tongue) -> Iterator[str]:
    severity = SEVERITY_WORDS[finding.severity].of(tongue)
    yield f"{severity} {finding.code} {finding.name} [{finding.id}]"
    yield f"  {visible(finding.message.of(tongue))}"
    shown = finding.rows[:MOST_ROWS]
    for row in shown:
        yield f"    {visible(row.where)}  {visible(_row(row, tongue))}"
    more = len(finding.rows) - len(shown)
    if more:
        yield f"    ……另有{more}行" if tongue == "zh" else f"    … and {more} more row{'s' * (more != 1)}"
    yield ("  建议：" if tongue == "zh" else "  help: ") + visible(finding.help.of(tongue))


def _row(row: RowEvidence, tongue: Tongue) -> str:
    """What a row says, on one line."""
    value = "—" if row.value is None else amount(row.value, row.unit).of(tongue)
    period = period_words(row.period_kind, row.period).of(tongue)
    parts = [row.region_name or row.region, row.indicator, period, value]
    if row.basis:
        parts.append(row.basis)
    said = "  ".join(" ".join(part.split()) for part in parts)
    source = " ".join((row.source or "").split())
    dated = f"，{row.vintage}" if row.vintage and tongue == "zh" else f", {row.vintage}" if row.vintage else ""
    if not source:
        return said
    return f"{said}（{source}{dated}）" if tongue == "zh" else f"{said} ({source}{dated})"


def as_json(findings: Sequence[DataFinding], rows: int, files: Sequence[str], plan: str | None) -> str:
    """The findings for programs; the same findings give the same text.

    Fields: `format`, `files`, `plan` (its title or null), `rows` (how many were looked at), `counts` by severity, and
    `findings`: `id`, `code`, `name`, `severity`, `message` and `help` (each `zh`, `en`), `rows` (the fields of
    `milepost.observations.inspection.RowEvidence`).
    """
    built = {
        "format": FORMAT,
        "files": list(files),
        "plan": plan,
        "rows": rows,
        "counts": counts(findings),
        "findings": [_built(finding) for finding in findings],
    }
    return json.dumps(built, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _built(finding: DataFinding) -> dict[str, object]:
    fields = msgspec.to_builtins(finding)
    assert isinstance(fields, dict), "a finding is an object"
    # A pair of words becomes an object, as in the findings on plans.
    return fields | {"message": finding.message._asdict(), "help": finding.help._asdict()}
