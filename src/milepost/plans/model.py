"""The plan: what compiling a document yields, field for field the plan file `milepost.plan/1`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from milepost.kernel.span import Span
from milepost.plans.undertakings import Body, Procedure, Promise, Reference

if TYPE_CHECKING:
    import polars

FORMAT: Final = "milepost.plan/1"

SectionLevel = Literal["preface", "part", "chapter", "section", "heading"]
TargetKind = Literal[
    "level", "share", "every_year", "annual_growth", "annual_average", "cumulative", "count",
    "completion", "relative", "deferred", "discretionary",
]  # fmt: skip
FactKind = Literal["level", "growth", "ratio", "cumulative", "count", "share"]
Comparator = Literal["ge", "gt", "le", "lt", "eq", "approx", "range", "none"]
Certainty = Literal["firm", "strive"]
Attribute = Literal["expected", "binding"]
Number = int | float


@dataclass(frozen=True, slots=True)
class Normalized:
    """A value in base units: 420 万亩 is 4 200 000 `mu`, 55 % is 0.55 `1`."""

    value: Number
    unit: str
    value_high: Number | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What a relative target hangs on: `indicator` is an id, or the words of the text when there is none."""

    indicator: str
    comparator: Comparator


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached. `value` is as printed (420 with 万亩), `normalized` the same in base units."""

    kind: TargetKind
    comparator: Comparator
    value: Number | None
    value_high: Number | None
    unit: str | None
    normalized: Normalized | None
    by: str | None
    period: tuple[str, str] | None
    certainty: Certainty
    relative_to: Relation | None
    raw: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The starting value that the document states, and where it states it."""

    period: str | tuple[str, str] | None
    value: Number | None
    comparator: Comparator
    raw: str
    unit: str | None = None
    normalized: Normalized | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text under it, up to the next heading of the same or a higher level."""

    id: str
    level: SectionLevel
    number: int | None
    title: str
    span: Span
    body: Span
    parent: str | None
    confidence: float = 1.0
    doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure row of the headline table. `number` is the true order, `printed_number` what is printed."""

    id: str
    number: int
    printed_number: str | None
    name: str
    group: str | None
    unit: str | None
    category: str | None
    attribute: Attribute | None
    baseline: Baseline | None
    target: Target | None
    cumulative: Target | None
    milestones: tuple[Target, ...]
    span: Span
    confidence: float = 1.0
    doubt: tuple[str, ...] = ()
    concept: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A target in running text or a box: one row for each number and thing measured."""

    id: str
    subject: str
    region: str | None
    region_name: str | None
    target: Target
    baseline: Baseline | None
    milestones: tuple[Target, ...]
    implied: bool
    section: str | None
    span: Span
    value_span: Span
    quote: str = ""
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    confidence: float = 1.0
    doubt: tuple[str, ...] = ()
    concept: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure about the past or the present."""

    id: str
    subject: str
    region: str | None
    value: Number | None
    value_high: Number | None
    unit: str | None
    normalized: Normalized | None
    comparator: Comparator
    kind: FactKind
    period: tuple[str, str] | None
    section: str | None
    span: Span
    value_span: Span
    quote: str = ""
    confidence: float = 1.0
    doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectQuantity:
    """A capacity or size inside a project's own name."""

    value: Number
    unit: str
    of: str | None
    normalized: Normalized | None = None
    value_high: Number | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """A project named in a box. `region` is None unless the project's own words name one place."""

    id: str
    name: str
    box: int | None
    box_title: str | None
    group: str | None
    region: str | None
    region_name: str | None
    regions: tuple[str, ...]
    quantities: tuple[ProjectQuantity, ...]
    span: Span
    quote: str = ""
    promise: Promise | None = None
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    confidence: float = 1.0
    doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A 专栏: its title line (`span`), what stands in it (`body`), the section that it lies in."""

    id: str
    number: int | None
    printed_number: str | None
    title: str
    span: Span
    body: Span
    section: str | None
    confidence: float = 1.0
    doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as written in the plan file: `rows` and `columns` say how far a merged cell reaches."""

    text: str
    span: Span
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class PlanTable:
    """A table of the document, row by row; a merged cell stands once, at its upper left corner."""

    span: Span
    caption: str | None
    rows: tuple[tuple[TableCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One mention of a place, resolved to the code of the present division."""

    region: str
    span: Span
    confidence: float = 1.0
    doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """An action sentence without a figure: what is to be done, and by whom where the text says so.

    `promise` is the first of `promises`, which has one for each clause that brings the matter further or less far.
    `bodies` are all organisations named as responsible, `lead` and `support` those whose duty it is.
    """

    id: str
    section: str | None
    title: str
    by: str | None
    region: str | None
    bodies: tuple[str, ...]
    span: Span
    quote: str = ""
    promise: Promise | None = None
    promises: tuple[Promise, ...] = ()
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    confidence: float = 1.0
    doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StructureMember:
    """A member of a named structure, with the regions that its words name."""

    name: str
    regions: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Structure:
    """A named spatial structure or grouping (两群三带) and its members."""

    name: str
    span: Span
    members: tuple[StructureMember, ...]
    confidence: float = 1.0
    doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A place that no pass could read, and why: nothing is dropped in silence."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class RegionPart:
    """A division one level below the plan's region."""

    name: str
    code: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """The region that the plan is for."""

    name: str
    code: str | None
    parts: tuple[RegionPart, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """First and last year of the plan, and the horizon year of its long-range goals."""

    start: int | None
    end: int | None
    horizon: int | None


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A page of the document (PDF): number counted from 1, and its characters."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """Which document the plan was read from."""

    title: str
    language: str
    sha256: str
    text_sha256: str
    length: int
    source: str
    media_type: str
    text: str | None = None
    pages: tuple[PlanPage, ...] = ()
    notes: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as data. Every span counts code points of `document.text`; `text[a:b] == quote` where both stand."""

    format: Literal["milepost.plan/1"]
    compiler: str
    document: DocumentFacts
    period: PlanPeriod
    region: Region | None
    sections: tuple[Section, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    facts: tuple[Fact, ...] = ()
    projects: tuple[Project, ...] = ()
    boxes: tuple[Box, ...] = ()
    tables: tuple[PlanTable, ...] = ()
    places: tuple[Place, ...] = ()
    measures: tuple[Measure, ...] = ()
    structures: tuple[Structure, ...] = ()
    bodies: tuple[Body, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    references: tuple[Reference, ...] = ()
    unread: tuple[Unread, ...] = ()

    def frame(self, name: str) -> polars.DataFrame:
        """One kind of item as a data frame, a row for each item; `milepost.plans.rows` names the columns.

        Parameters
        ----------
        name : str
            A name of `milepost.plans.rows.TABLES`: sections, indicators, commitments, milestones, facts, projects,
            quantities, boxes, tables, places, measures, structures, bodies, procedures, references or unread.

        Raises
        ------
        UsageError
            If there is no frame of that name.
        """
        # Polars takes half a second to import: who only compiles a plan does not pay for it.
        from milepost.plans.frames import frame

        return frame(self, name)

    def _repr_html_(self) -> str:
        # A notebook asks for it; who runs no notebook does not pay for it.
        from milepost.plans.notebook import plan_html

        return plan_html(self)
