"""The first look at a plan: which document it is, what was found, and in which part."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.text import Text

from milepost.cli.screen import plain_table
from milepost.cli.words import Tongue
from milepost.plans.model import Plan, Section

# What is counted for each part: the plan's field, and its header in Chinese and English.
COUNTED = {
    "commitments": ("承诺", "commitments"),
    "facts": ("现状数据", "facts"),
    "measures": ("任务", "measures"),
    "projects": ("项目", "projects"),
}
OTHERS = {
    "indicators": ("主要指标", "headline indicators"),
    "boxes": ("专栏", "boxes"),
    "places": ("地名", "place mentions"),
    "structures": ("空间格局", "structures"),
    "tables": ("表格", "tables"),
    "bodies": ("机构", "bodies"),
    "procedures": ("程序", "procedures"),
    "references": ("引用", "references"),
    "unread": ("未读出", "unread"),
}


def print_summary(plan: Plan, tongue: Tongue, console: Console) -> None:
    """Print the document's facts, what was found in each part, and what else was found."""
    console.print(Text(plan.document.title, style="bold"))
    for label, value in _facts(plan, tongue):
        console.print(Text.assemble((f"{label} ", "dim"), value))
    _print_parts(plan, tongue, console)
    chinese = tongue == "zh"
    counts = (f"{words[not chinese]} {len(getattr(plan, name))}" for name, words in OTHERS.items())
    console.print(Text(" · ".join(counts)))


def _facts(plan: Plan, tongue: Tongue) -> list[tuple[str, str]]:
    chinese = tongue == "zh"
    facts = []
    if plan.region is not None:
        parts = len(plan.region.parts)
        name = f"{plan.region.name} {plan.region.code or ''}".rstrip()
        divided = f" ({parts} 个县市区)" if chinese else f" ({parts} divisions)"
        facts.append(("地区" if chinese else "region", name + (divided if parts else "")))
    period = plan.period
    if period.start or period.end:
        horizon = f" → {period.horizon}" if period.horizon else ""
        facts.append(("规划期" if chinese else "period", f"{period.start}–{period.end}{horizon}"))
    length = f"{plan.document.length:,}" + (" 字" if chinese else " characters")
    facts.append(("文件" if chinese else "document", f"{plan.document.source} ({plan.document.media_type}, {length})"))
    return facts


def _print_parts(plan: Plan, tongue: Tongue, console: Console) -> None:
    place = 0 if tongue == "zh" else 1
    tops = [section for section in plan.sections if section.parent is None]
    headers = [words[place] for words in COUNTED.values()]
    table = plain_table("部分" if tongue == "zh" else "part", *headers, numbers=frozenset(headers))
    counts = {name: Counter(_top(tops, item.span.start) for item in getattr(plan, name)) for name in COUNTED}
    for number, section in enumerate(tops):
        table.add_row(Text(section.title), *(_shown(counts[name][number]) for name in COUNTED))
    if any(counts[name][-1] for name in COUNTED):
        outside = "(标题之前)" if tongue == "zh" else "(before the first heading)"
        table.add_row(outside, *(_shown(counts[name][-1]) for name in COUNTED))
    table.add_section()
    total = "合计" if tongue == "zh" else "total"
    table.add_row(total, *(str(len(getattr(plan, name))) for name in COUNTED), style="bold")
    console.print(table)


def _top(tops: list[Section], position: int) -> int:
    """Number of the top section that a position lies in; -1 for none."""
    inside = (number for number, section in enumerate(tops) if section.span.start <= position < section.body.end)
    return next(inside, -1)


def _shown(count: int) -> str:
    return str(count) if count else "·"
