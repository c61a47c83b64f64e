"""What `milepost bench corpus` measures: many plans read into tables."""

from __future__ import annotations

import tempfile
from pathlib import Path

from milepost.cli.bench_pages import Asked, Row, existing, shown, written
from milepost.cli.corpus import corpus_rows

PLANS = 1_000


def page(asked: Asked) -> str:
    """How fast many plans become tables, as a page."""
    plan, number = existing(asked.varied), asked.number(PLANS, "plans")
    with tempfile.TemporaryDirectory() as folder:
        rows = [Row(*row) for row in corpus_rows(plan, number, Path(folder))]
    return written(
        "How fast `milepost compile --tables` is",
        f"milepost bench corpus {number} --plan {shown(plan)}",
        rows,
        [
            "The corpus is one plan varied: figures changed by up to a fifth, names of divisions given to each",
            "other, a line left out; the tables of a real corpus are larger, since its plans resemble each other less.",
            "Each run is a command of its own. Memory is that of the command and its workers together, pages that they",
            "share counted once (Linux); it is flat when it does not grow from a tenth of the plans to all. MB are 10⁶",
            "bytes.",
        ],
    )
