"""The plan as flat tables: for each kind of item its columns, their type and meaning, and its rows.

Data frames (`milepost.plans.frames`) and `milepost show --format csv` both come from here. Every table has the same
columns whether it has rows or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from milepost.kernel.errors import UsageError
from milepost.plans.model import (
    Commitment,
    Indicator,
    Plan,
    Project,
    ProjectQuantity,
    Structure,
    StructureMember,
    TableCell,
    Target,
)

ColumnKind = Literal["text", "integer", "number", "boolean", "texts"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its type, where the value stands in an item, and what it means.

    `path` is a chain of field names (`target.value`); a `None` on the way gives `None`. A number in the path is a
    place in a pair (`span.0`).
    """

    name: str
    kind: ColumnKind
    path: str
    meaning: str

    def value(self, item: object) -> object:
        """The item's value in this column; None where the plan does not say."""
        value: Any = item
        for step in self.path.split("."):
            if value is None:
                return None
            value = value[int(step)] if step.isdigit() else getattr(value, step)
        return list(value) if self.kind == "texts" else value


@dataclass(frozen=True, slots=True)
class ItemTable:
    """A kind of item: what a row is, the columns, and how its items are found in a plan."""

    row: str
    columns: tuple[Column, ...]
    items: Callable[[Plan], Iterable[object]]

    def rows(self, plan: Plan) -> list[tuple[object, ...]]:
        """A tuple for each item, in the order of the columns."""
        return [tuple(column.value(item) for column in self.columns) for item in self.items(plan)]


class _Milestone(NamedTuple):
    of: Indicator | Commitment
    target: Target


class _Quantity(NamedTuple):
    project: Project
    quantity: ProjectQuantity


class _Cell(NamedTuple):
    table: int
    row: int
    place: int
    cell: TableCell


class _Member(NamedTuple):
    structure: Structure
    member: StructureMember | None


def _milestones(plan: Plan) -> Iterable[_Milestone]:
    owners: tuple[Indicator | Commitment, ...] = (*plan.indicators, *plan.commitments)
    return (_Milestone(owner, target) for owner in owners for target in owner.milestones)


def _quantities(plan: Plan) -> Iterable[_Quantity]:
    return (_Quantity(project, quantity) for project in plan.projects for quantity in project.quantities)


def _cells(plan: Plan) -> Iterable[_Cell]:
    for number, table in enumerate(plan.tables, start=1):
        for row, cells in enumerate(table.rows, start=1):
            yield from (_Cell(number, row, place, cell) for place, cell in enumerate(cells, start=1))


def _members(plan: Plan) -> Iterable[_Member]:
    for structure in plan.structures:
        members: tuple[StructureMember | None, ...] = structure.members or (None,)
        yield from (_Member(structure, member) for member in members)


def _span(path: str = "span", prefix: str = "") -> tuple[Column, Column]:
    return (
        Column(f"{prefix}start", "integer", f"{path}.0", "first character, counted from 0"),
        Column(f"{prefix}end", "integer", f"{path}.1", "the character behind the last"),
    )


def _target(path: str, prefix: str = "") -> tuple[Column, ...]:
    return (
        Column(f"{prefix}kind", "text", f"{path}.kind", "level, share, cumulative …: see the plan file"),
        Column(f"{prefix}comparator", "text", f"{path}.comparator", "ge, gt, le, lt, eq, approx, range or none"),
        Column(f"{prefix}value", "number", f"{path}.value", "as printed, in `unit`; the lower end of a range"),
        Column(f"{prefix}value_high", "number", f"{path}.value_high", "the upper end of a range"),
        Column(f"{prefix}unit", "text", f"{path}.unit", "as printed, magnitude included (万亩)"),
        *_normalized(f"{path}.normalized", prefix),
        Column(f"{prefix}by", "text", f"{path}.by", "deadline, as far as the text says one"),
        *_period(f"{path}.period", prefix),
        Column(f"{prefix}certainty", "text", f"{path}.certainty", "firm, or strive (力争)"),
        Column(f"{prefix}relative_to", "text", f"{path}.relative_to.indicator", "what a relative target hangs on"),
        Column(f"{prefix}relation", "text", f"{path}.relative_to.comparator", "how it is compared with that"),
        Column(f"{prefix}raw", "text", f"{path}.raw", "the figure's own characters"),
    )


def _normalized(path: str, prefix: str = "") -> tuple[Column, ...]:
    return (
        Column(f"{prefix}normalized_value", "number", f"{path}.value", "in base units"),
        Column(f"{prefix}normalized_value_high", "number", f"{path}.value_high", "upper end of a range in base units"),
        Column(f"{prefix}normalized_unit", "text", f"{path}.unit", "base unit, a language-free code"),
    )


def _period(path: str = "period", prefix: str = "") -> tuple[Column, ...]:
    return (
        Column(f"{prefix}period_start", "text", f"{path}.0", "first year of what the figure runs over"),
        Column(f"{prefix}period_end", "text", f"{path}.1", "last year of what the figure runs over"),
    )


_ID = Column("id", "text", "id", "derived from the item's content")
_SECTION = Column("section", "text", "section", "id of the section that it stands in")
_REGION = Column("region", "text", "region", "code of the division that it is about")
_REGION_NAME = Column("region_name", "text", "region_name", "official name of that division")
_QUOTE = Column("quote", "text", "quote", "the characters themselves")
_CONCEPT = Column("concept", "text", "concept", "what the figure is: an id in the table of concepts")
_DUTIES = (
    Column("lead", "texts", "lead", "bodies that lead, as the text says"),
    Column("support", "texts", "support", "bodies that support them"),
)
_PROMISE = (
    Column("stage", "text", "promise.stage", "complete, start, advance, prepare, study, seek or explore"),
    Column("stage_by", "text", "promise.by", "deadline of that stage"),
)
_BASELINE = (
    Column("baseline_value", "number", "baseline.value", "starting value that the document states"),
    Column("baseline_unit", "text", "baseline.unit", "its unit, as printed"),
    Column("baseline_raw", "text", "baseline.raw", "its own characters"),
)

TABLES: dict[str, ItemTable] = {
    "sections": ItemTable(
        "a heading with the text under it",
        (
            _ID,
            Column("level", "text", "level", "preface, part, chapter, section or heading"),
            Column("number", "integer", "number", "as printed; a missing or doubled number is kept"),
            Column("title", "text", "title", "without its number"),
            Column("parent", "text", "parent", "id of the section above"),
            *_span(),
            *_span("body", "body_"),
        ),
        lambda plan: plan.sections,
    ),
    "indicators": ItemTable(
        "a figure row of the headline table",
        (
            _ID,
            Column("number", "integer", "number", "true order in the table"),
            Column("printed_number", "text", "printed_number", "the number that is printed"),
            Column("name", "text", "name", "without number and unit"),
            Column("group", "text", "group", "the row that it is a sub-row of"),
            Column("unit", "text", "unit", "unit of the row"),
            Column("category", "text", "category", "as the table's category cell says"),
            Column("attribute", "text", "attribute", "expected (预期性) or binding (约束性)"),
            *_BASELINE,
            *_target("target", "target_"),
            Column("cumulative_value", "number", "cumulative.value", "a second figure, summed over the period"),
            Column("cumulative_unit", "text", "cumulative.unit", "its unit"),
            _CONCEPT,
            *_span(),
        ),
        lambda plan: plan.indicators,
    ),
    "commitments": ItemTable(
        "a target in running text or a box",
        (
            _ID,
            Column("subject", "text", "subject", "what is measured, counted or done"),
            *_target("target"),
            *_BASELINE,
            Column("implied", "boolean", "implied", "said without a numeral (全覆盖)"),
            _REGION,
            _REGION_NAME,
            _SECTION,
            _CONCEPT,
            *_DUTIES,
            *_span(),
            *_span("value_span", "value_"),
            _QUOTE,
        ),
        lambda plan: plan.commitments,
    ),
    "milestones": ItemTable(
        "an interim or yearly target of an indicator or a commitment",
        (Column("of", "text", "of.id", "id of the indicator or commitment"), *_target("target")),
        _milestones,
    ),
    "facts": ItemTable(
        "a figure about the past or the present",
        (
            _ID,
            Column("subject", "text", "subject", "what is measured or counted"),
            Column("value", "number", "value", "as printed, in `unit`"),
            Column("value_high", "number", "value_high", "the upper end of a range"),
            Column("unit", "text", "unit", "as printed, magnitude included"),
            *_normalized("normalized"),
            Column("comparator", "text", "comparator", "ge, gt, le, lt, eq, approx or range"),
            Column("kind", "text", "kind", "level, growth, ratio, cumulative, count or share"),
            *_period(),
            _REGION,
            _SECTION,
            *_span(),
            *_span("value_span", "value_"),
            _QUOTE,
        ),
        lambda plan: plan.facts,
    ),
    "projects": ItemTable(
        "a project named in a box",
        (
            _ID,
            Column("name", "text", "name", "the project's own words"),
            Column("box", "integer", "box", "number of the box"),
            Column("box_title", "text", "box_title", "title of the box"),
            Column("group", "text", "group", "the group that it is listed under"),
            _REGION,
            _REGION_NAME,
            Column("regions", "texts", "regions", "codes of all places named"),
            *_PROMISE,
            *_DUTIES,
            *_span(),
            _QUOTE,
        ),
        lambda plan: plan.projects,
    ),
    "quantities": ItemTable(
        "a capacity or size inside a project's name",
        (
            Column("project", "text", "project.id", "id of the project"),
            Column("value", "number", "quantity.value", "as printed, in `unit`"),
            Column("value_high", "number", "quantity.value_high", "the upper end of a range"),
            Column("unit", "text", "quantity.unit", "as printed"),
            Column("of", "text", "quantity.of", "what it is a quantity of"),
            *_normalized("quantity.normalized"),
        ),
        _quantities,
    ),
    "boxes": ItemTable(
        "a box (专栏)",
        (
            _ID,
            Column("number", "integer", "number", "true order"),
            Column("printed_number", "text", "printed_number", "the number that is printed"),
            Column("title", "text", "title", "title of the box"),
            _SECTION,
            *_span(),
            *_span("body", "body_"),
        ),
        lambda plan: plan.boxes,
    ),
    "tables": ItemTable(
        "a cell of a table; a merged cell stands once",
        (
            Column("table", "integer", "table", "number of the table, from 1"),
            Column("row", "integer", "row", "number of the row, from 1"),
            Column("place", "integer", "place", "number of the cell among those that begin in the row, from 1"),
            Column("text", "text", "cell.text", "the cell's text"),
            Column("rows", "integer", "cell.rows", "how many rows it reaches over"),
            Column("columns", "integer", "cell.columns", "how many columns it reaches over"),
            *_span("cell.span"),
        ),
        _cells,
    ),
    "places": ItemTable(
        "one mention of a place",
        (_REGION, *_span()),
        lambda plan: plan.places,
    ),
    "measures": ItemTable(
        "an action sentence without a figure",
        (
            _ID,
            Column("title", "text", "title", "what is to be done"),
            Column("by", "text", "by", "deadline, as far as the text says one"),
            *_PROMISE,
            Column("bodies", "texts", "bodies", "organisations named as responsible"),
            *_DUTIES,
            _REGION,
            _SECTION,
            *_span(),
            _QUOTE,
        ),
        lambda plan: plan.measures,
    ),
    "structures": ItemTable(
        "a member of a named spatial structure",
        (
            Column("structure", "text", "structure.name", "name of the structure (一带一轴)"),
            Column("member", "text", "member.name", "name of the member; null if none is named"),
            Column("regions", "texts", "member.regions", "codes of the places in the member's words"),
            *_span("structure.span"),
            *_span("member.span", "member_"),
        ),
        _members,
    ),
    "bodies": ItemTable(
        "one mention of an organisation named as responsible",
        (Column("name", "text", "name", "as printed"), *_span()),
        lambda plan: plan.bodies,
    ),
    "procedures": ItemTable(
        "a procedure laid down for carrying out the plan",
        (
            Column("kind", "text", "kind", "plan_system, annual_plan, midterm …: see the plan file"),
            Column("organiser", "text", "organiser", "the body that does it"),
            Column("lead", "text", "lead", "the body that leads the others"),
            Column("receiver", "text", "receiver", "the body that a report goes to"),
            Column("approver", "text", "approver", "the body that approves"),
            Column("when", "text", "when", "the time, in the text's words"),
            *_span(),
            _QUOTE,
        ),
        lambda plan: plan.procedures,
    ),
    "references": ItemTable(
        "one mention of another plan, scheme, law or document",
        (
            Column("title", "text", "title", "as printed"),
            Column("issuer", "text", "issuer", "who issued it, as far as the text says so"),
            *_period(),
            Column("role", "text", "role", "upper, special, annual, deferring or past"),
            *_span(),
        ),
        lambda plan: plan.references,
    ),
    "unread": ItemTable(
        "a place that no pass could read",
        (Column("why", "text", "why", "what could not be placed"), *_span()),
        lambda plan: plan.unread,
    ),
}


def item_table(name: str) -> ItemTable:
    """The table of that name.

    Raises
    ------
    UsageError
        If there is none; the message names those that there are.
    """
    if name not in TABLES:
        raise UsageError("there is no such table of a plan", found=repr(name), accepted=", ".join(TABLES))
    return TABLES[name]
