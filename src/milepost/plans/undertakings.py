"""What a plan says of its own carrying out: promised stages, bodies, procedures, and the documents it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from milepost.kernel.span import Span

PromisedStage = Literal["complete", "start", "advance", "prepare", "study", "seek", "explore"]
ProcedureKind = Literal[
    "plan_system", "annual_plan", "annual_split", "duty_system", "monitoring", "midterm", "final", "revision",
    "publication",
]  # fmt: skip
ReferenceRole = Literal["upper", "special", "annual", "deferring", "past"]


@dataclass(frozen=True, slots=True)
class Promise:
    """How far the text says that a thing will be brought, and by when; `span` is of the words that say it."""

    stage: PromisedStage
    by: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Body:
    """One mention of an organisation that is named as responsible, by the name as printed."""

    name: str
    span: Span
    confidence: float = 1.0
    doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure laid down for carrying out the plan: who does it, to whom it is reported, who approves, when."""

    kind: ProcedureKind
    organiser: str | None
    lead: str | None
    receiver: str | None
    approver: str | None
    when: str | None
    span: Span
    quote: str = ""
    confidence: float = 1.0
    doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Another plan, scheme, law or document that the plan names, and what it is to this plan."""

    title: str
    issuer: str | None
    period: tuple[str, str] | None
    role: ReferenceRole
    span: Span
    confidence: float = 1.0
    doubt: tuple[str, ...] = ()
