"""Which columns a reader sees of each kind of item, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rich.console import Console
from rich.text import Text

from milepost.cli import words
from milepost.cli.screen import plain_table
from milepost.cli.words import Tongue, figure, word, years
from milepost.plans.model import (
    Baseline,
    Fact,
    Indicator,
    Measure,
    Plan,
    Project,
    ProjectQuantity,
    Section,
    Target,
)
from milepost.plans.rows import item_table


@dataclass
class Context:
    """What a cell may need besides its item: the plan's names, and the reader's language."""

    plan: Plan
    tongue: Tongue

    @cached_property
    def regions(self) -> dict[str, str]:
        """Code of a division → its name."""
        region = self.plan.region
        if region is None:
            return {}
        own = {region.code: region.name} if region.code else {}
        return own | {part.code: part.name for part in region.parts}

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Id of a section → the section."""
        return {section.id: section for section in self.plan.sections}

    def region(self, code: str | None) -> str:
        """The name of a division; its code if the plan does not name it."""
        return "" if code is None else self.regions.get(code, code)

    def section(self, identity: str | None) -> str:
        """The title of a section."""
        found = self.sections.get(identity or "")
        return found.title if found else ""

    def depth(self, section: Section) -> int:
        """How many sections stand above this one."""
        above, depth = section.parent, 0
        while above in self.sections and depth < len(self.sections):
            above, depth = self.sections[above].parent, depth + 1
        return depth


@dataclass(frozen=True)
class View:
    """One column for a reader: its header in Chinese and English, and its text for an item."""

    chinese: str
    english: str
    text: Callable[[Any, Context], str]
    right: bool = False

    def header(self, tongue: Tongue) -> str:
        """The header in the reader's language."""
        return self.chinese if tongue == "zh" else self.english


def target(value: Target | None, context: Context) -> str:
    """A target in a few characters: the figure, or the words where there is none."""
    if value is None:
        return ""
    if value.relative_to is not None and value.value is None:
        return f"{words.RELATIONS.get(value.relative_to.comparator, '')} {_named(value.relative_to.indicator, context)}"
    written = figure(value.comparator, value.value, value.value_high, value.unit) or value.raw
    return f"{word(words.CERTAINTIES, value.certainty, context.tongue)} {written}".strip()


def _named(identity: str, context: Context) -> str:
    names = {indicator.id: indicator.name for indicator in context.plan.indicators}
    return names.get(identity, identity)


def _baseline(value: Baseline | None) -> str:
    if value is None:
        return ""
    period = value.period if isinstance(value.period, str) else years(value.period)
    written = figure(value.comparator, value.value, None, value.unit) or value.raw
    return f"{written} ({period})" if period else written


def _both_targets(item: Indicator, context: Context) -> str:
    both = [target(item.target, context), target(item.cumulative, context)]
    return " 〔".join(part for part in both if part) + ("〕" if all(both) else "")


def _indented(item: Section, context: Context) -> str:
    return "  " * context.depth(item) + item.title


def _regions(codes: tuple[str, ...], context: Context) -> str:
    return "、".join(context.region(code) for code in codes)


def _quantity(item: ProjectQuantity) -> str:
    return f"{figure('eq', item.value, item.value_high, item.unit)} {item.of or ''}".strip()


def _fact(item: Fact) -> str:
    return figure(item.comparator, item.value, item.value_high, item.unit)


def _stage(item: Measure | Project, context: Context) -> str:
    return word(words.STAGES, item.promise.stage if item.promise else None, context.tongue)


def _plain(path: str) -> Callable[[Any, Context], str]:
    def text(item: object, _: Context) -> str:
        value: Any = item
        for step in path.split("."):
            value = None if value is None else getattr(value, step)
        return "" if value is None else str(value)

    return text


_WHERE = View("位置", "at", lambda item, _: f"{item.span.start}–{item.span.end}", right=True)
_SECTION = View("章节", "section", lambda item, context: context.section(item.section))
_REGION = View("地区", "region", lambda item, context: context.region(item.region))

VIEWS: dict[str, tuple[View, ...]] = {
    "sections": (
        View("级别", "level", lambda item, context: word(words.LEVELS, item.level, context.tongue)),
        View("序号", "no.", _plain("number"), right=True),
        View("标题", "title", _indented),
        _WHERE,
    ),
    "indicators": (
        View("序号", "no.", _plain("number"), right=True),
        View("指标", "indicator", lambda item, _: f"{item.group}:{item.name}" if item.group else item.name),
        View("单位", "unit", _plain("unit")),
        View("基期", "baseline", lambda item, _: _baseline(item.baseline), right=True),
        View("目标", "target", _both_targets, right=True),
        View("类型", "kind", lambda item, context: word(words.KINDS, item.target and item.target.kind, context.tongue)),
        View("属性", "attribute", lambda item, context: word(words.ATTRIBUTES, item.attribute, context.tongue)),
        View("类别", "category", _plain("category")),
    ),
    "commitments": (
        View("内容", "subject", _plain("subject")),
        View("目标", "target", lambda item, context: target(item.target, context), right=True),
        View("类型", "kind", lambda item, context: word(words.KINDS, item.target.kind, context.tongue)),
        View("期限", "by", _plain("target.by")),
        View("基期", "baseline", lambda item, _: _baseline(item.baseline), right=True),
        _REGION,
        _SECTION,
        _WHERE,
    ),
    "milestones": (
        View("所属", "of", lambda item, _: getattr(item.of, "subject", None) or item.of.name),
        View("目标", "target", lambda item, context: target(item.target, context), right=True),
        View("期限", "by", _plain("target.by")),
    ),
    "facts": (
        View("内容", "subject", _plain("subject")),
        View("数值", "value", lambda item, _: _fact(item), right=True),
        View("类型", "kind", lambda item, context: word(words.KINDS, item.kind, context.tongue)),
        View("时期", "period", lambda item, _: years(item.period)),
        _REGION,
        _SECTION,
        _WHERE,
    ),
    "projects": (
        View("专栏", "box", _plain("box"), right=True),
        View("组别", "group", _plain("group")),
        View("项目", "project", _plain("name")),
        View("地区", "region", lambda item, context: context.region(item.region) or _regions(item.regions, context)),
        View("阶段", "stage", _stage),
        View("规模", "quantities", lambda item, _: "；".join(_quantity(one) for one in item.quantities)),
        _WHERE,
    ),
    "quantities": (
        View("项目", "project", _plain("project.name")),
        View("规模", "quantity", lambda item, _: _quantity(item.quantity), right=True),
    ),
    "boxes": (
        View("序号", "no.", _plain("number"), right=True),
        View("专栏", "box", _plain("title")),
        _SECTION,
        _WHERE,
    ),
    "tables": (
        View("表", "table", _plain("table"), right=True),
        View("行", "row", _plain("row"), right=True),
        View("格", "place", _plain("place"), right=True),
        View("内容", "text", _plain("cell.text")),
        View(
            "合并", "merged", lambda item, _: f"{item.cell.rows}×{item.cell.columns}" if _is_merged(item.cell) else ""
        ),
    ),
    "places": (
        View("地区", "place", lambda item, context: context.region(item.region)),
        View("代码", "code", _plain("region")),
        View("原文", "words", lambda item, context: item.span.of(context.plan.document.text or "")),
        _WHERE,
    ),
    "measures": (
        View("任务", "measure", _plain("title")),
        View("期限", "by", _plain("by")),
        View("阶段", "stage", _stage),
        View("责任单位", "bodies", lambda item, _: "、".join(item.bodies)),
        _REGION,
        _SECTION,
        _WHERE,
    ),
    "structures": (
        View("格局", "structure", _plain("structure.name")),
        View("组成", "member", _plain("member.name")),
        View("地区", "regions", lambda item, context: _regions(item.member.regions if item.member else (), context)),
    ),
    "bodies": (View("单位", "body", _plain("name")), _WHERE),
    "procedures": (
        View("程序", "procedure", lambda item, context: word(words.PROCEDURES, item.kind, context.tongue)),
        View("组织", "organiser", _plain("organiser")),
        View("牵头", "lead", _plain("lead")),
        View("提交", "receiver", _plain("receiver")),
        View("批准", "approver", _plain("approver")),
        View("时间", "when", _plain("when")),
        _WHERE,
    ),
    "references": (
        View("名称", "title", _plain("title")),
        View("印发", "issuer", _plain("issuer")),
        View("时期", "period", lambda item, _: years(item.period)),
        View("类型", "role", lambda item, context: word(words.ROLES, item.role, context.tongue)),
        _WHERE,
    ),
    "unread": (
        View("原因", "why", _plain("why")),
        View("原文", "words", lambda item, context: item.span.of(context.plan.document.text or "")[:60]),
        _WHERE,
    ),
}


def _is_merged(cell: Any) -> bool:
    return (cell.rows, cell.columns) != (1, 1)


def print_items(plan: Plan, what: str, tongue: Tongue, console: Console) -> None:
    """Print the items of one kind as a table; a line says so when there are none."""
    views = VIEWS[what]
    context = Context(plan, tongue)
    items = list(item_table(what).items(plan))
    if not items:
        console.print({"zh": "没有找到。", "en": "None found."}[tongue])
        return
    right = frozenset(view.header(tongue) for view in views if view.right)
    table = plain_table(*(view.header(tongue) for view in views), numbers=right)
    for item in items:
        # Text, not a string: a bracket in a plan is no markup.
        table.add_row(*(Text(view.text(item, context)) for view in views))
    console.print(table)
    console.print(f"{len(items)} 条" if tongue == "zh" else f"{len(items)} rows", highlight=False)
