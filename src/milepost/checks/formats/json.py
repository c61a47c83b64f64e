"""JSON for programs: the format `milepost.findings/1`."""

from __future__ import annotations

import json
import re

import msgspec

from milepost.checks.findings_file import findings_file
from milepost.checks.report import Report

# A span on one line, as in the plan file. A JSON string holds no raw line break, so this never matches inside one.
_SPLIT_PAIR = re.compile(r"\[\n *(\d+),\n *(\d+)\n *\]")


def write(report: Report) -> bytes:
    """The findings as UTF-8 JSON; the same findings give the same bytes."""
    built = msgspec.to_builtins(findings_file(report))
    text = _SPLIT_PAIR.sub(r"[\1, \2]", json.dumps(built, ensure_ascii=False, indent=2))
    # Half a surrogate pair becomes the escape that JSON has for it.
    return f"{text}\n".encode(errors="backslashreplace")
