"""What `milepost bench check` measures: a plan checked, and how the time grows with commitments and projects."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from milepost.checks.run import checked_plan
from milepost.checks.settings import Settings
from milepost.cli.measuring import command_cost, median_seconds, seconds
from milepost.plans.model import Plan
from milepost.plans.run import compile_plan, read_text

SIZES = (1_000, 2_000, 5_000, 10_000)
# Made-up names of ten thousand different things: a place, a stream, and what is grown or built there.
_PLACES = [f"{first}{second}" for first, second in product("青柳石松云沙桥白红金", "河塘岭湾坪滩沟台林原")]
_GOODS = [f"{first}{second}" for first, second in product("春秋高矮早晚鲜干优特", "稻麦薯豆茶枣梨桃菇棉")]
_WORKS = [f"{first}{second}" for first, second in product("东西南北上下新老大小", "厂桥路库站港园校院馆")]
_BOX = 20  # projects of one box


def checking_rows(plan: Path, repeats: int) -> Iterator[tuple[str, str]]:
    """Yield (what was measured, figure) for one plan and for made-up ones of growing size."""
    compiled = compile_plan(plan)
    text = compiled.document.text or ""
    yield "the plan", f"{len(text):,} characters, {len(compiled.commitments)} commitments, {_projects(compiled)}"
    reading = median_seconds(lambda: compile_plan(plan), repeats)
    checking = median_seconds(lambda: checked_plan(compiled), repeats)
    yield "compiled in process", f"{reading:.3f} s"
    yield "checked in process, beyond compiling", f"{checking:.3f} s"
    yield "findings", f"{len(checked_plan(compiled).findings)}"
    cost = command_cost(["check", str(plan), "--format", "json", "--fail-on", "never"], repeats)
    alone = command_cost(["compile", str(plan)], repeats)
    yield "whole command", f"{cost.seconds:.2f} s, of which compiling takes {alone.seconds:.2f} s"
    yield "peak memory of the command", f"{cost.megabytes:.0f} MB"
    yield from _slowest(compiled, repeats)
    for size in SIZES:
        long = read_text(long_plan(size), "zh")
        wall = seconds(lambda long=long: checked_plan(long))  # type: ignore[misc]
        counted = f"{len(long.commitments):,} commitments and {len(long.projects):,} projects"
        yield counted, f"{wall:.2f} s"


def _projects(plan: Plan) -> str:
    return f"{len(plan.projects)} projects"


def _slowest(plan: Plan, repeats: int) -> Iterator[tuple[str, str]]:
    """The three rules that take longest alone; what several rules share is counted in each."""
    costs = [
        (median_seconds(lambda code=rule.code: checked_plan(plan, Settings(select=(code,))), repeats), rule)  # type: ignore[misc]
        for rule in Settings().rules()
    ]
    for cost, rule in sorted(costs, key=lambda pair: -pair[0])[:3]:
        yield f"{rule.code} {rule.name} alone", f"{cost:.3f} s"


def long_plan(size: int) -> str:
    """A made-up plan with so many commitments in its text and so many projects in its boxes.

    >>> plan = read_text(long_plan(40), "zh")
    >>> len(plan.commitments), len(plan.projects)
    (40, 40)
    """
    goods = [f"{place}{good}" for place, good in product(_PLACES, _GOODS)][:size]
    works = [f"{place}镇{work}建设项目" for place, work in product(_PLACES, _WORKS)][:size]
    lines = ["青禾市国民经济和社会发展第十四个五年规划纲要（2021—2025年）"]
    for chapter, start in enumerate(range(0, size, _BOX), start=1):
        stop = min(start + _BOX, size)
        lines.append(f"第{chapter}章  第{chapter}批任务")
        lines += [f"到2025年，{goods[at]}产量达到{at % 97 + 3}万吨。" for at in range(start, stop)]
        lines += [f"专栏{chapter}：第{chapter}批重点项目", "、".join(works[start:stop]) + "。"]
    return "\n".join(lines) + "\n"
