"""The file of an assessment from the assessment itself: the same assessment gives the same file."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, Final, TypeVar

import polars

from milepost import __version__
from milepost.assessments.assessment_file import (
    ASSESSMENT_FORMAT,
    AssessedPlan,
    AssessedTarget,
    AssessmentFile,
    BaselineFigures,
    Bilingual,
    Coded,
    Disagreement,
    EvidenceRow,
    Gate,
    GoalFigures,
    Latest,
    MethodVerdict,
    Need,
    Policy,
    Progress,
    Rollup,
    TogetherReached,
    UncertainName,
    Waiting,
)
from milepost.assessments.chance_words import APART, apart, chance_word
from milepost.assessments.disagreement import WHY
from milepost.assessments.doubts import DOUBTS
from milepost.assessments.gate import NEEDS
from milepost.assessments.joint import GROUPS
from milepost.assessments.model import OUTCOME, STATUSES
from milepost.assessments.policy import COMPARISON, NATIONAL
from milepost.assessments.reasons import why
from milepost.assessments.report import Report
from milepost.assessments.sentences import status_word
from milepost.assessments.table import method_named
from milepost.checks.model import Tongue, Words
from milepost.observations.matching import NOTES
from milepost.plans.concepts.model import DEPARTMENTS

_DIGITS: Final = 12
"""Significant digits of a figure: more than any source prints, fewer than machines differ in."""
_TONGUES: Final[tuple[Tongue, ...]] = ("zh", "en")
_NOT_MADE_FOR_IT: Final = ("form_differs", "has_goal")
_ASSESSABLE: Final = Words("可评估", "a status can be given")

Row = Mapping[str, Any]
Thing = TypeVar("Thing")


def assessment_file(report: Report) -> AssessmentFile:
    """What the JSON of a report holds."""
    assessment, plan = report.assessment, report.plan
    document, region = plan.document, plan.region
    return AssessmentFile(
        ASSESSMENT_FORMAT,
        __version__,
        AssessedPlan(
            document.title,
            document.language,
            document.source,
            document.sha256,
            document.text_sha256,
            region.code if region else None,
            region.name if region else None,
            plan.period.start,
            plan.period.end,
        ),
        assessment.as_of.isoformat(),
        "public" if assessment.audience == "public" else "internal",
        Policy(assessment.leading, assessment.leading_reason, tuple(assessment.outcomes)),
        _gate(report),
        tuple(_rollup(row, report) for row in report.rollups.iter_rows(named=True)),
        tuple(_together(row) for row in assessment.chances.iter_rows(named=True)),
        tuple(_targets(report)),
        tuple(_filled(UncertainName, row, note=_note(row["note"])) for row in report.uncertain.iter_rows(named=True)),
        tuple(Bilingual(*each) for each in report.notes),
    )


def number(value: object) -> Any:
    """A value as it stands in the file: figures with twelve digits, what is no number null.

    >>> number(59999.99999999864), number(float("nan")), number("x")
    (60000.0, None, 'x')
    """
    if not isinstance(value, float):
        return value
    return float(f"{value:.{_DIGITS}g}") if math.isfinite(value) else None


def _filled(kind: type[Thing], row: Row, **given: Any) -> Thing:
    """An object of the file from the columns of a row that bear the names of its fields."""
    names = _names(kind)  # type: ignore[arg-type]
    return kind(**{name: given[name] if name in given else number(row[name]) for name in names})


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _coded(code: str | None, words: Words | None) -> Coded | None:
    return Coded(code, words.zh, words.en) if code and words else None


def _gate(report: Report) -> Gate:
    needs = tuple(
        Need(need, Bilingual(*NEEDS.get(need, _ASSESSABLE)), have, lack, tuple(lacking))
        for need, have, lack, lacking in report.needs.iter_rows()
    )
    waiting = tuple(
        Waiting(_required(reason, why(reason)), _department(department), len(targets), tuple(targets))
        for reason, department, targets in report.waiting.iter_rows()
    )
    return Gate(report.assessment.targets.height, needs, waiting)


def _required(code: str, words: Words) -> Coded:
    return Coded(code, words.zh, words.en)


def _department(code: str | None) -> Coded | None:
    return Coded(code, *DEPARTMENTS[code]) if code else None


def _rollup(row: Row, report: Report) -> Rollup:
    return _filled(
        Rollup,
        row,
        words=Bilingual(*report.group_words(row["grouping"], row["group"])),
        met=row["reached"] + row["on_track"],
        statuses={status: row[status] for status in STATUSES},
    )


def _together(row: Row) -> TogetherReached:
    return _filled(TogetherReached, row, words=Bilingual(*GROUPS[row["group"]]), numbers=tuple(row["numbers"]))


def _targets(report: Report) -> Iterator[AssessedTarget]:
    assessment = report.assessment
    spoken = zip(report.sentences_in("zh"), report.sentences_in("en"), strict=True)
    evidence = _by_target(assessment.evidence, "target_region")
    differing = _by_target(assessment.disagreements, "region")
    missing = assessment.gate["missing"].to_list()
    outcomes = {name: _rows(frame) for name, frame in assessment.outcomes.items()}
    rows = assessment.targets.iter_rows(named=True)
    for place, (row, said, lacks) in enumerate(zip(rows, spoken, missing, strict=True)):
        key = (row["target"], row["region"])
        proofs = evidence.get(key, [])
        judged = {name: found[place] for name, found in outcomes.items()} if row["current"] is not None else {}
        yield _filled(
            AssessedTarget,
            row,
            goal=_filled(GoalFigures, row),
            baseline=BaselineFigures(
                number(row["baseline"]),
                row["baseline_comparator"],
                row["baseline_year"],
                number(row["base_observed"]),
            ),
            latest=_latest(row, proofs),
            progress=_filled(Progress, row),
            status_words=Bilingual(*(status_word(row["status"], tongue, report.labels) for tongue in ("zh", "en"))),
            national=_national(row["national"], report),
            label=_label(row["method"], row["label"]),
            early=bool(row["early"]),
            reason=_coded(row["reason"], why(row["reason"]) if row["reason"] else None),
            **_chance(row),
            doubts=tuple(_required(code, DOUBTS[code].words) for code in row["doubts"] or ()),
            missing=tuple(lacks),
            sentence=Bilingual(*said),
            methods=tuple(_verdict(name, outcome) for name, outcome in judged.items() if _applies(outcome)),
            disagreement=_disagreement(differing.get(key)),
            evidence=tuple(_filled(EvidenceRow, proof, access=proof["access"] or "public") for proof in proofs),
        )


def _chance(row: Row) -> dict[str, Bilingual | Coded | None]:
    code = apart(row)
    words = None if row["chance"] is None else Bilingual(*(chance_word(row["chance"], each) for each in _TONGUES))
    return {"chance_words": words, "chance_apart": _coded(code, APART[code] if code else None)}


def _national(code: str | None, report: Report) -> Coded | None:
    if code is None:
        return None
    return Coded(code, *(report.labels[code] if code in report.labels else NATIONAL[code]))


def _label(method: str | None, label: str | None) -> Coded | None:
    if not method or not label or method == COMPARISON:
        return None
    return _coded(label, method_named(method).labels[label][0])


def _by_target(frame: polars.DataFrame, region: str) -> dict[tuple[str, str | None], list[dict[str, Any]]]:
    found: dict[tuple[str, str | None], list[dict[str, Any]]] = {}
    for row in frame.iter_rows(named=True):
        found.setdefault((row["target"], row[region]), []).append(row)
    return found


def _rows(frame: polars.DataFrame) -> list[dict[str, Any]]:
    return list(frame.iter_rows(named=True))


def _latest(row: Row, proofs: list[dict[str, Any]]) -> Latest | None:
    if row["latest"] is None:
        return None
    seen = ("period_kind", "period", "source", "vintage")
    own = next((each for each in proofs if all(each[name] == row[f"latest_{name}"] for name in seen)), None)
    told = {name: number(row[f"latest_{name}"]) for name in ("bound", "status", "url", *seen)}
    return _filled(
        Latest,
        row,
        value=number(row["latest"]),
        unit_code=row["latest_unit"],
        basis=tuple(row["series_basis"] or ()),
        access=(own["access"] if own else None) or "public",
        rivals=row["rivals"] or 0,
        **told,
    )


def _applies(outcome: Row) -> bool:
    """Whether a method was made for such a target at all; what it lacks otherwise is told."""
    return outcome["reason"] not in _NOT_MADE_FOR_IT


def _verdict(name: str, outcome: Row) -> MethodVerdict:
    figures = {figure: number(value) for figure, value in outcome.items() if figure not in OUTCOME}
    return MethodVerdict(
        name,
        number(outcome["value"]),
        _label(name, outcome["label"]),
        outcome["status"],
        _coded(outcome["reason"], why(outcome["reason"]) if outcome["reason"] else None),
        {figure: value for figure, value in figures.items() if value is not None},
    )


def _disagreement(rows: list[dict[str, Any]] | None) -> Disagreement | None:
    if not rows:
        return None
    row = rows[0]
    return Disagreement(
        row["best"],
        tuple(row["best_methods"]),
        row["worst"],
        tuple(row["worst_methods"]),
        tuple(_required(code, WHY[code]) for code in row["why"]),
    )


def _note(code: str | None) -> Coded | None:
    return _coded(code, NOTES[code]) if code else None
