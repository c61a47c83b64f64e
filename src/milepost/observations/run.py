"""The one function that checks data: observations in, findings out."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import cast

import polars

from milepost.checks.fingerprint import fingerprint
from milepost.checks.model import SEVERITIES, Failure, Rule, Severity
from milepost.observations.inspection import DataFault, DataFinding, Dataset, FindingModule, RowEvidence, usual
from milepost.observations.model import SOURCE_KINDS
from milepost.observations.table import FINDINGS
from milepost.plans.model import Plan


class FindingFailed(RuntimeWarning):
    """A finding failed inside, so that what it would have found is missing; the others' is there."""


@dataclass(frozen=True, slots=True)
class DataChecked:
    """All that checking data gave: what was found, and what failed inside, our fault and never the data's."""

    findings: tuple[DataFinding, ...]
    failures: tuple[Failure, ...] = ()


def finding_modules() -> tuple[FindingModule, ...]:
    """The files of all findings, in the order of the table."""
    return tuple(cast(FindingModule, import_module(f"milepost.observations.findings.{name}")) for name in FINDINGS)


def check_observations(
    observations: polars.DataFrame,
    plan: Plan | None = None,
    *,
    as_of: date | None = None,
    order: Sequence[str] = SOURCE_KINDS,
    places: Sequence[str] = (),
) -> tuple[DataFinding, ...]:
    """What is doubtful about observations, the gravest first.

    Parameters
    ----------
    observations : polars.DataFrame
        With the columns of `milepost.observations.model.SCHEMA`; units as printed.
    plan : Plan, optional
        Its baselines and facts are held against the observations, and its divisions are what a region consists of.
    as_of : date, optional
        The day that counts as today; the last day that a value is about when left out.
    order : sequence of str
        The declared order of sources: names of sources or kinds of sources.
    places : sequence of str
        Where each row stood; `row 1`, `row 2` … when left out.

    Returns
    -------
    tuple of DataFinding

    >>> from milepost.observations.model import empty
    >>> check_observations(empty())
    ()
    """
    checked = checked_observations(observations, plan, as_of=as_of, order=order, places=places)
    for failure in checked.failures:
        warnings.warn(f"finding {failure.code} ({failure.name}) failed: {failure.error}", FindingFailed, stacklevel=2)
    return checked.findings


def checked_observations(
    observations: polars.DataFrame,
    plan: Plan | None = None,
    *,
    as_of: date | None = None,
    order: Sequence[str] = SOURCE_KINDS,
    places: Sequence[str] = (),
    parameters: Mapping[str, Mapping[str, float]] | None = None,
) -> DataChecked:
    """The same, with the findings that failed inside; `parameters` are by code and name."""

    def parameter(rule: Rule, name: str) -> float:
        given = (parameters or {}).get(rule.code, {})
        return given.get(name, usual(rule, name))

    dataset = Dataset.of(observations, plan, as_of=as_of, order=tuple(order), parameter=parameter)
    found: list[tuple[Rule, DataFault]] = []
    failures: list[Failure] = []
    if dataset.rows.height:
        for module in finding_modules():
            try:
                found += [(module.RULE, fault) for fault in module.find(dataset)]
            except Exception as error:  # noqa: BLE001 - whatever a finding does, the others are heard
                failures.append(Failure(module.RULE.code, module.RULE.name, f"{type(error).__name__}: {error}"))
    return DataChecked(_findings(found, dataset, places), tuple(failures))


def _findings(
    found: Sequence[tuple[Rule, DataFault]], dataset: Dataset, places: Sequence[str]
) -> tuple[DataFinding, ...]:
    rank = {severity: place for place, severity in enumerate(SEVERITIES)}
    ordered = sorted(found, key=lambda pair: (rank[pair[0].severity], pair[0].code, pair[1].rows, pair[1].message))
    seen: Counter[str] = Counter()
    findings = []
    for rule, fault in ordered:
        evidence = tuple(_evidence(number, dataset, places) for number in fault.rows)
        said = fault.about or tuple(_said(row) for row in evidence)
        plain = fingerprint(rule.code, said)
        identity = fingerprint(rule.code, said, seen[plain])
        seen[plain] += 1
        findings.append(
            DataFinding(identity, rule.code, rule.name, _severity(rule), fault.message, evidence, rule.advice)
        )
    return tuple(findings)


def _severity(rule: Rule) -> Severity:
    return rule.severity


def _evidence(number: int, dataset: Dataset, places: Sequence[str]) -> RowEvidence:
    row = dataset.row(number)
    where = places[number - 1] if number <= len(places) else f"row {number}"
    fields = {name: row[name] for name in RowEvidence.__dataclass_fields__ if name not in ("row", "where")}
    return RowEvidence(row=number, where=where, **fields)  # type: ignore[arg-type]


def _said(row: RowEvidence) -> str:
    parts = (row.indicator, row.region, row.period_kind, row.period, row.basis, row.source, row.vintage, row.value)
    return "\x1e".join("" if part is None else str(part) for part in parts)
