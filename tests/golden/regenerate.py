"""Write anew the golden plans of the documents that ship with the project: `python tests/golden/regenerate.py`.

What changed is seen with `git diff` and stands in the review like any other change.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import milepost
from milepost.assessments.report import Report
from milepost.assessments.table import written
from milepost.checks.run import check_plan
from milepost.observations.decisions import read_decisions

FOLDER = Path(__file__).parent
EXAMPLES = FOLDER.parents[1] / "examples"
WHOLE = {"qinghe.plan.json": EXAMPLES / "qinghe" / "qinghe.txt"}
FINDINGS = {"qinghe.findings.json": EXAMPLES / "qinghe" / "qinghe.txt"}
ASSESSMENTS = {"qinghe.assessment.json": EXAMPLES / "qinghe"}
AS_OF = date(2024, 5, 31)


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


def whole_assessment(folder: Path) -> dict[str, Any]:
    """The assessment of a folder's plan by its observations and decisions as JSON, without the version that made it.

    Of each method only the class and the status stand, of the evidence how many rows there are; of a target without a
    value its status, reason and sentence.
    """
    plan = milepost.compile_plan(folder / f"{folder.name}.txt")
    rows = milepost.read_observations(folder / "observations.csv")
    decisions = read_decisions(folder / "decisions.csv")
    report = Report(milepost.assess(plan, rows, as_of=AS_OF, decisions=decisions), plan, "zh")
    content: dict[str, Any] = json.loads(written(report, "json"))
    del content["milepost"]
    for target in content["targets"]:
        judged = {each["method"]: each for each in target["methods"]}
        target["methods"] = {
            name: [(each["label"] or {}).get("code"), each["status"] or each["reason"]["code"]]
            for name, each in judged.items()
        }
        target["evidence"] = len(target["evidence"])
    short = ("target", "name", "status", "reason", "missing", "sentence")
    content["targets"] = [
        target if target["latest"] else {name: target[name] for name in short} for target in content["targets"]
    ]
    return content


def lines_of(content: dict[str, Any]) -> str:
    """JSON with an item of each list on a line, so that a change of one is seen."""
    lines = []
    for key, value in content.items():
        if isinstance(value, list) and value:
            items = ",\n".join("  " + json.dumps(item, ensure_ascii=False) for item in value)
            lines.append(f"{json.dumps(key)}: [\n{items}\n]")
        else:
            lines.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> None:
    """Write every golden plan, assessment and list of findings, an item on a line so that a change of one is seen."""
    for name, document in WHOLE.items():
        (FOLDER / name).write_text(lines_of(whole_plan(document)), encoding="utf-8")
    for name, folder in ASSESSMENTS.items():
        (FOLDER / name).write_text(lines_of(whole_assessment(folder)), encoding="utf-8")
    for name, document in FINDINGS.items():
        rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in whole_findings(document))
        (FOLDER / name).write_text(f"[\n{rows}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
