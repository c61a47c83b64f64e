"""JSON for programs: the format `milepost.assessment/1`."""

from __future__ import annotations

import json

import msgspec

from milepost.assessments.filing import assessment_file
from milepost.assessments.report import Report


def write(report: Report) -> bytes:
    """The assessment as UTF-8 JSON; the same assessment gives the same bytes."""
    file = assessment_file(report)
    try:
        return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"
    except UnicodeEncodeError:
        # Half a surrogate pair, which a name may hold, is written as its escape.
        text = json.dumps(msgspec.to_builtins(file), ensure_ascii=False, indent=1, allow_nan=False)
        return f"{text}\n".encode(errors="backslashreplace")
