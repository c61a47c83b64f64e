"""What `milepost bench check` measures: one plan checked."""

from __future__ import annotations

from milepost.cli.bench_pages import REPEATS, Asked, Row, shown, written
from milepost.cli.checking import checking_rows


def page(asked: Asked) -> str:
    """How fast a plan is checked, as a page."""
    plan = asked.plan()
    return written(
        "How fast `milepost check` is",
        f"milepost bench check {shown(plan)}",
        [Row(*row) for row in checking_rows(plan, REPEATS)],
        [
            f"Times in process are medians of {REPEATS} runs after one that is not counted; those of whole commands",
            "are medians too, start of the interpreter included, and memory is the highest of them. The long plans are",
            "made up, each commitment and project with a name of its own; their time is that of one check, without",
            "compiling. A rule alone includes what it shares with others. MB are 10⁶ bytes.",
        ],
    )
