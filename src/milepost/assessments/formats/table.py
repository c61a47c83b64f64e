"""A table for a terminal: first what can be assessed at all, then where each target stands, then what is waited for."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from milepost.assessments.gate import NEEDS
from milepost.assessments.model import STATUSES
from milepost.assessments.report import MARKS, Report
from milepost.assessments.showing import (
    HEADINGS,
    Unrated,
    binding,
    cells,
    counted,
    dated,
    doubts_told,
    title,
    together,
    unrated,
)
from milepost.checks.excerpts import visible

MOST_NAMES: Final = 4
_COLOURS: Final = dict(zip(STATUSES, ("green", "green", "yellow", "red", "red", "default", "default"), strict=True))
_BY_MARK: Final = {MARKS[status]: colour for status, colour in _COLOURS.items()}
_WHOLE: Final = ("status", "attribute", "way", "chance", "doubts")
_LEAST: Final = {"name": 12, "goal": 10, "doubts": 6, "way": 8}


def write(report: Report) -> bytes:
    """The table as UTF-8 text, `report.width` columns wide, coloured where `report.colour` says so."""
    stream = io.StringIO()
    console = Console(
        file=stream, width=report.width, force_terminal=report.colour, no_color=not report.colour, highlight=False,
        legacy_windows=False,
    )  # fmt: skip
    console.print(Group(*_parts(report)), markup=False)
    lines = (line.rstrip() for line in stream.getvalue().splitlines())
    return ("\n".join(lines) + "\n").encode(errors="replace")


def _parts(report: Report) -> Iterator[RenderableType]:
    yield Text(f"{visible(title(report))}\n{dated(report)}", style="bold")
    yield Text()
    yield Text(_gate(report))
    yield Text()
    yield Text(counted(report))
    if told := binding(report):
        yield Text(told)
    yield from (Text(line) for line in together(report))
    yield from _table(report)
    yield from _waiting(report)
    yield from _uncertain(report)


def _gate(report: Report) -> str:
    """What the targets have of what an assessment needs, on one line."""
    total = sum(report.counts.values())
    colon, comma = report.say("：", ": "), report.say("，", ", ")
    words = {name: each.of(report.tongue) for name, each in NEEDS.items()}
    words["assessable"] = report.say("可评估", "assessable")
    blank = report.say("", " ")
    told = (f"{words[need]}{blank}{have}" for need, have in report.needs.select("need", "have").iter_rows())
    return report.say(f"目标共{total}项", f"{total} targets") + colon + comma.join(told)


def _table(report: Report) -> Iterator[RenderableType]:
    rows = list(cells(report))
    if not rows:
        return
    used = [name for name in HEADINGS if name in ("status", "name") or any(row[name] for row in rows)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in used:
        heading = HEADINGS[name].of(report.tongue)
        table.add_column(heading, no_wrap=name in _WHOLE, overflow="fold", min_width=_LEAST.get(name))
    for row in rows:
        first = Text(visible(row["status"]), style=_BY_MARK[row["status"][0]])
        table.add_row(first, *(Text(visible(row[name])) for name in used[1:]))
    yield table
    yield from (Text(f"{mark} {told}") for mark, told in doubts_told(report))


def _waiting(report: Report) -> Iterator[RenderableType]:
    found = unrated(report)
    if not found:
        return
    yield Text()
    yield Text(report.say("未能评估的目标", "Without a rating"), style="bold")
    # A grid, or a long Chinese line would begin below its mark.
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for each in found:
        told = report.say(f"{each.reason}（{each.number}项）：", f"{each.reason} ({each.number}): ")
        grid.add_row(Text("○"), Text(f"{told}{_whose(each, report)}"))
    yield grid


def _whose(each: Unrated, report: Report) -> str:
    """By department how many wait for it; where nobody's number is waited for, the first names."""
    if any(waiter.department for waiter in each.waiters):
        blank = report.say("", " ")
        counts = (f"{waiter.department or '–'}{blank}{len(waiter.names)}" for waiter in each.waiters)
        return report.say("、", ", ").join(counts)
    names = [visible(name) for waiter in each.waiters for name in waiter.names]
    some = report.say("、", ", ").join(names[:MOST_NAMES])
    return some + (report.say("等", " …") if len(names) > MOST_NAMES else "")


def _uncertain(report: Report) -> Iterator[RenderableType]:
    names = report.uncertain["indicator"].unique(maintain_order=True).to_list()
    if names:
        told = report.say("、", ", ").join(visible(name) for name in names)
        yield Text()
        yield Text(report.say(f"未采用的数据（名称不能确定对应哪个目标）：{told}",
                              f"Not used, since it is not certain what they measure: {told}"))  # fmt: skip
