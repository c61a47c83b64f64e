"""JSON for programs: the format `milepost.assessment/1`."""

from __future__ import annotations

import json

import msgspec

from milepost.assessments.filing import assessment_file
from milepost.assessments.report import Report


def write(report: Report) -> bytes:
    """The assessment as UTF-8 JSON; the same assessment gives the same bytes."""
    built = msgspec.to_builtins(assessment_file(report))
    text = json.dumps(built, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode(errors="backslashreplace")
