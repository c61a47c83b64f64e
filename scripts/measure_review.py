"""How much of two reviews of the real plan, made by reading, `milepost check` finds.

`MILEPOST_REAL_PLANS=… python scripts/measure_review.py [--show]` prints a Markdown table, and with `--show` what of the
reviews is not found and which findings are in neither.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import msgspec

from milepost.checks.agreement import Reviewed, agreement
from milepost.checks.model import SEVERITIES
from milepost.checks.run import check_plan
from milepost.plans.run import compile_plan

REVIEWS = Path(__file__).parents[1] / "tests" / "golden" / "tacheng.review.json"


def main(arguments: list[str]) -> int:
    """Check the plan and compare the findings with each review."""
    plan = compile_plan(Path(os.environ["MILEPOST_REAL_PLANS"]) / "seed" / "tacheng-14th-fyp.txt")
    findings = check_plan(plan)
    reviews = {
        each["reviewer"]: msgspec.convert(each["findings"], list[Reviewed])
        for each in json.loads(REVIEWS.read_text(encoding="utf-8"))["reviews"]
    }
    compared = {name: agreement(findings, review) for name, review in reviews.items()}
    print("| reader | " + " | ".join(SEVERITIES) + " |")
    print("|---" * (len(SEVERITIES) + 1) + "|")
    for name, result in compared.items():
        cells = (f"{found} of {number}" for found, number in map(result.recall, SEVERITIES))
        print(f"| {name} | " + " | ".join(cells) + " |")
    in_neither = set.intersection(*({one.id for one in result.beyond} for result in compared.values()))
    print(f"\n{len(findings)} findings, {len(in_neither)} of them in neither review.")
    if "--show" in arguments:
        for name, result in compared.items():
            for missed in result.missed:
                print(f"not found, {name}: {missed.severity} {missed.family}: {missed.what}")
        for finding in findings:
            if finding.id in in_neither:
                print(f"in neither: {finding.code} {finding.severity} {finding.message.en}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
