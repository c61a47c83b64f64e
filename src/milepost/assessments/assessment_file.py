"""What the JSON of `milepost assess` holds, field for field: the format `milepost.assessment/1`.

Values are in base units (55 % is 0.55 of the unit `1`), times in years (2025.0 is the end of 2025); what is not known
is null. A printed value is the value divided by `unit_factor`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import msgspec

from milepost.assessments.model import Status
from milepost.checks.findings_file import DIALECT

ASSESSMENT_FORMAT: Final = "milepost.assessment/1"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same said in Chinese and in English."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Coded:
    """A code and the words for it."""

    code: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class AssessedPlan:
    """The plan that was assessed: its document by title and digests, its region, first and last year."""

    title: str
    language: str
    source: str
    sha256: str
    text_sha256: str
    region: str | None
    region_name: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Policy:
    """Which methods decide, the first that applies before the others, and why; and which were asked."""

    leading: tuple[str, ...]
    reason: str
    methods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that an assessment needs: how many targets have it and lack it, and the ids of those that lack it.

    The last one, `assessable`, counts the targets for which a status could be given.
    """

    need: str
    words: Bilingual
    have: int
    lack: int
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Targets without a rating for one reason, waiting for the number of one department where it is known."""

    reason: Coded
    department: Coded | None
    count: int
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """What can be assessed at all: `targets` in all, what they have of each need, and what the others wait for."""

    targets: int
    needs: tuple[Need, ...]
    waiting: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class GoalFigures:
    """What a target asks for: its own value, and the same for what is followed (`measure`), with start and date.

    `value` and `value_high` are as the plan means them (average growth of 0.07); `goal` is that of what is followed
    (an index of 1.403), and `start` is where that begins.
    """

    kind: str
    comparator: str | None
    value: float | None
    value_high: float | None
    unit: str | None
    unit_code: str | None
    unit_factor: float | None
    raw: str | None
    by: str | None
    certainty: str | None
    relative_to: str | None
    measure: str
    form: str
    scale: str
    start: float | None
    start_time: float | None
    goal: float | None
    goal_high: float | None
    goal_time: float | None


@dataclass(frozen=True, slots=True)
class BaselineFigures:
    """The baseline that the plan states, and what the statistics say of the same year."""

    value: float | None
    comparator: str | None
    year: int | None
    observed: float | None


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest observation, in base units of its own; `rivals` counts other values for it, with their range."""

    indicator: str | None
    value: float
    unit_code: str | None
    bound: str | None
    period_kind: str | None
    period: str | None
    status: str | None
    source: str | None
    url: str | None
    vintage: str | None
    basis: tuple[str, ...]
    basis_compared: str | None
    access: str
    match: str | None
    rivals: int
    rival_low: float | None
    rival_high: float | None


@dataclass(frozen=True, slots=True)
class Progress:
    """The case: base and latest value of what is followed, what was expected, shares of way and time, paces.

    `way` and `time` are shares (0.4 is 40 %); `pace`, `pace_needed` and `still_needed` are amounts a year, rates where
    changes compound. `base_source` is plan, statistics, derived or definition.
    """

    base: float | None
    base_time: float | None
    base_source: str | None
    current: float | None
    current_time: float | None
    current_bound: str | None
    expected: float | None
    met: bool | None
    due: bool | None
    way: float | None
    time: float | None
    pace: float | None
    pace_needed: float | None
    still_needed: float | None


@dataclass(frozen=True, slots=True)
class MethodVerdict:
    """What one method says: its main figure, its own class with words, the status it stands for, or why it has none.

    `figures` are its further figures by name; the reference page of the methods says what they are.
    """

    method: str
    value: float | None
    label: Coded | None
    status: Status | None
    reason: Coded | None
    figures: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """That methods give different statuses: the best and the worst, which methods give them, by what they differ."""

    best: Status
    best_methods: tuple[str, ...]
    worst: Status
    worst_methods: tuple[str, ...]
    why: tuple[Coded, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """An observation that the result rests on, as printed; `use` is value, or reference (held against)."""

    use: str
    indicator: str
    region: str
    period_kind: str
    period: str
    value: float
    unit: str | None
    bound: str | None
    status: str | None
    source: str | None
    source_kind: str | None
    url: str | None
    vintage: str | None
    basis: str | None
    access: str
    confidence: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class AssessedTarget:
    """One target and where it stands. `target` and `region` together are unique; `item` is the id in the plan file.

    `status` is one of the seven; `national` the word of national evaluations, `label` that of the leading method.
    `chance` is that of being reached by its date (0 to 1), `chance_apart` why it says something else than the status.
    `missing` are the needs that it lacks, `doubts` the gravest first, `confidence` from 0 to 1.
    """

    target: str
    item: str | None
    item_kind: str | None
    name: str | None
    concept: str | None
    category: str | None
    attribute: str | None
    section: str | None
    region: str | None
    region_name: str | None
    goal: GoalFigures
    baseline: BaselineFigures
    latest: Latest | None
    progress: Progress
    status: Status
    status_words: Bilingual
    national: Coded | None
    method: str | None
    label: Coded | None
    early: bool
    reason: Coded | None
    chance: float | None
    chance_words: Bilingual | None
    chance_apart: Coded | None
    doubts: tuple[Coded, ...]
    confidence: float | None
    missing: tuple[str, ...]
    sentence: Bilingual
    methods: tuple[MethodVerdict, ...]
    disagreement: Disagreement | None
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class Rollup:
    """How many targets of a group stand where; `met` counts those reached or on track, out of those `rated`.

    Binding targets are counted apart, with the worst status among them.
    """

    grouping: str
    group: str | None
    words: Bilingual
    targets: int
    rated: int
    met: int
    met_share: float | None
    statuses: Mapping[Status, int]
    early: int
    worst: Status | None
    binding: int
    binding_rated: int
    binding_met: int
    binding_worst: Status | None


@dataclass(frozen=True, slots=True)
class TogetherReached:
    """How many targets of a group will be reached, drawn together: what moves together is missed together.

    `told` is of how many a chance can be told; of these `expected` are reached on average, `all` is the chance that all
    are, between `low80` and `high80` with a chance of 80 %, and `numbers` are the chances of just 0, 1, 2 ….
    """

    region: str | None
    group: str
    words: Bilingual
    targets: int
    told: int
    expected: float | None
    all: float | None
    low80: int | None
    high80: int | None
    numbers: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class UncertainName:
    """A name in the observations that was not used, since what it measures is not certain, and why."""

    indicator: str
    unit: str | None
    item: str
    how: str
    score: float
    note: Coded | None


@dataclass(frozen=True, slots=True)
class AssessmentFile:
    """Where the targets of a plan stand, as known on a date, with the figures and rows that prove it."""

    format: Literal["milepost.assessment/1"]
    milepost: str
    plan: AssessedPlan
    as_of: str
    audience: Literal["internal", "public"]
    policy: Policy
    gate: Gate
    rollups: tuple[Rollup, ...]
    chances: tuple[TogetherReached, ...]
    targets: tuple[AssessedTarget, ...]
    uncertain_names: tuple[UncertainName, ...]
    notes: tuple[Bilingual, ...]


def assessment_schema() -> dict[str, Any]:
    """The JSON Schema of the format. Fields that it does not name are allowed: the format may grow.

    >>> assessment_schema()["properties"]["format"]
    {'enum': ['milepost.assessment/1']}
    """
    (_,), definitions = msgspec.json.schema_components([AssessmentFile], ref_template="#/$defs/{name}")
    for definition in definitions.values():
        if "description" in definition:
            definition["description"] = " ".join(definition["description"].split())
    whole = definitions.pop("AssessmentFile")
    return {"$schema": DIALECT, "$id": "urn:milepost.assessment:1", **whole, "$defs": definitions}
