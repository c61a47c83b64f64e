"""What checking yields: findings, each with the places that it rests on; and what a rule says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from milepost.kernel.span import Span

Severity = Literal["error", "warning", "info"]
Stage = Literal["draft", "adopted"]
Remedy = Literal["correct", "note", "revise", "none"]
Tongue = Literal["zh", "en"]

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
"""From the gravest down: the document contradicts itself or is broken; a reviewer would ask for a change; worth
knowing."""


class Words(NamedTuple):
    """The same said in Chinese and in English."""

    zh: str
    en: str

    def of(self, tongue: Tongue) -> str:
        """The words in one of the two languages.

        >>> Words("错误", "error").of("en")
        'error'
        """
        return self.zh if tongue == "zh" else self.en


SEVERITY_WORDS: Final[dict[Severity, Words]] = {
    "error": Words("错误", "error"),
    "warning": Words("警告", "warning"),
    "info": Words("提示", "info"),
}

# An adopted plan is not rewritten: what to do instead, by what the fault asks for.
ADOPTED: Final[dict[Remedy, Words]] = {
    "correct": Words(
        "规划已批准：以勘误形式更正并公布，正文不改。", "The plan is adopted: publish an erratum; the text stays."
    ),
    "note": Words(
        "规划已批准：在指标说明中注明口径、基期和取值依据，评估时以此为准。",
        "The plan is adopted: put down in a note which basis, year and value hold, and evaluate by that.",
    ),
    "revise": Words(
        "规划已批准：按规定程序提出修订，经批准后生效；修订前评估时说明。",
        "The plan is adopted: propose a revision by its own procedure, and say so in evaluations until then.",
    ),
    "none": Words("规划已批准：了解即可，实施和评估时留意。", "The plan is adopted: bear it in mind in evaluations."),
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of a rule that settings may change: its name, its usual value, the lowest and highest allowed."""

    name: str
    default: float
    low: float
    high: float
    meaning: Words


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule says of itself.

    `name` is the fault in words (it reads well after "allow"), `title` the same for a reader; `advice` is what to do
    on a draft, `remedy` what kind of step an adopted plan asks for. `languages` are those that it can judge.
    """

    code: str
    name: str
    severity: Severity
    title: Words
    advice: Words
    remedy: Remedy = "note"
    parameters: tuple[Parameter, ...] = ()
    languages: tuple[Tongue, ...] = ("zh", "en")

    def help(self, stage: Stage) -> Words:
        """What to do about a finding of this rule, on a draft or on an adopted plan."""
        return self.advice if stage == "draft" else ADOPTED[self.remedy]


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found: the message, and every place that it rests on (never none), the first one first."""

    message: Words
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that a finding rests on: `text[span] == quote`."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a plan. `id` stays the same when other parts of the document change."""

    id: str
    code: str
    name: str
    severity: Severity
    message: Words
    evidence: tuple[Evidence, ...]
    help: Words


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that failed inside: our fault, never the document's."""

    code: str
    name: str
    error: str


@dataclass(frozen=True, slots=True)
class Checked:
    """All that checking a plan gave.

    `suppressed` are findings that settings set aside, each with the reason; `stale` are the ids of suppressions that
    no finding answers to any more.
    """

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...] = ()
    suppressed: tuple[tuple[Finding, str], ...] = ()
    stale: tuple[str, ...] = field(default=())
