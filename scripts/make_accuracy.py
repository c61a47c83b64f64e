"""Write docs/benchmarks/accuracy.md: what `milepost score` says of the real plans that were annotated.

`MILEPOST_REAL_PLANS=… python scripts/make_accuracy.py` compiles each plan with the command and scores it with the
command, so that every figure on the page is one that a reader can print.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "golden"
PAGE = ROOT / "docs" / "benchmarks" / "accuracy.md"
SEED = ("tacheng", "seed/tacheng-14th-fyp.txt", ("sections", "indicators", "commitments", "facts", "projects"))
PLANS = (
    SEED,
    ("zhejiang-report-2025", "data/plans/zhejiang-report-2025.docx", ("commitments",)),
    ("gansu-report-2025", "data/plans/gansu-report-2025.docx", ("commitments",)),
    ("jiangxi-report-2025", "data/plans/jiangxi-report-2025.docx", ("commitments",)),
    ("national-11th", "data/plans/national-11th.txt", ("commitments",)),
    ("national-12th", "data/plans/national-12th.txt", ("commitments",)),
)
HEAD = """# How well a plan is read

Measured {day} by `MILEPOST_REAL_PLANS=… python scripts/make_accuracy.py`, which runs for each plan

    milepost compile PLAN -o plan.plan.json
    milepost score plan.plan.json tests/golden/NAME.json

The golden files were annotated by reading the documents; a row marked optional may be read and need not be.
The rules of reading were improved on these documents: the figures say that nothing was lost, and are
an upper bound for a document that the rules have not met. For such a document, draw a sample and judge it by hand
([Score a reading](../how-to/score-a-reading.md)).

| plan | kind | rows in the gold | recall | precision | F1 | right fields of matched rows |
|---|---|---|---|---|---|---|
"""


def milepost(*arguments: str) -> str:
    """What a command prints."""
    command = [sys.executable, "-m", "milepost.cli", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def line(name: str, kind: str, plan: Path) -> str:
    """One row of the page."""
    score = json.loads(milepost("score", str(plan), str(GOLD / f"{name}.{kind}.json"), "--format", "json"))
    fields = ", ".join(f"{field} {share:.3f}" for field, share in score["fields"].items() if share < 1)
    whole = "all" if not fields else f"{fields}; all others 1"
    measures = " | ".join(f"{score[measure]:.3f}" for measure in ("recall", "precision", "f1"))
    return f"| {name} | {kind} | {score['gold']} | {measures} | {whole} |\n"


def main() -> None:
    """Compile, score and write."""
    real = Path(os.environ["MILEPOST_REAL_PLANS"])
    page = HEAD.format(day=datetime.now(UTC).date())
    with TemporaryDirectory() as folder:
        for name, document, kinds in PLANS:
            plan = Path(folder) / f"{name}.plan.json"
            milepost("compile", str(real / document), "-o", str(plan))
            page += "".join(line(name, kind, plan) for kind in kinds)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
