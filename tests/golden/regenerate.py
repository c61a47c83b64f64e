"""Write anew the golden plans of the documents that ship with the project: `python tests/golden/regenerate.py`.

What changed is seen with `git diff` and stands in the review like any other change.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import milepost
from milepost.checks.run import check_plan

FOLDER = Path(__file__).parent
EXAMPLES = FOLDER.parents[1] / "examples"
WHOLE = {"qinghe.plan.json": EXAMPLES / "qinghe" / "qinghe.txt"}
FINDINGS = {"qinghe.findings.json": EXAMPLES / "qinghe" / "qinghe.txt"}


def whole_plan(document: Path) -> dict[str, Any]:
    """A document's complete plan as JSON, without its text and without the version that read it."""
    content: dict[str, Any] = json.loads(milepost.dump_plan(milepost.compile_plan(document)) or b"")
    del content["document"]["text"], content["compiler"]
    return content


def whole_findings(document: Path) -> list[dict[str, Any]]:
    """All findings of a document, each with what it says and the characters that it rests on."""
    return [
        {
            "code": finding.code,
            "severity": finding.severity,
            "message": finding.message.zh,
            "quotes": [each.quote for each in finding.evidence],
        }
        for finding in check_plan(milepost.compile_plan(document))
    ]


def main() -> None:
    """Write every golden plan and list of findings, an item on a line so that a change of one is seen."""
    for name, document in WHOLE.items():
        lines = []
        for key, value in whole_plan(document).items():
            if isinstance(value, list) and value:
                items = ",\n".join("  " + json.dumps(item, ensure_ascii=False) for item in value)
                lines.append(f"{json.dumps(key)}: [\n{items}\n]")
            else:
                lines.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
        (FOLDER / name).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    for name, document in FINDINGS.items():
        rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in whole_findings(document))
        (FOLDER / name).write_text(f"[\n{rows}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
