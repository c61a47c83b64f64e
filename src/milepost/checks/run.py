"""The one function that checks a plan: plan in, findings out."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Sequence

from milepost.checks.fingerprint import fingerprint
from milepost.checks.inspection import Inspection
from milepost.checks.model import Checked, Evidence, Failure, Fault, Finding, Rule
from milepost.checks.settings import Settings
from milepost.checks.table import CHECKS
from milepost.plans.model import Plan


class RuleFailed(RuntimeWarning):
    """A rule failed inside, so that its findings are missing; the other rules' are there."""


def check_plan(plan: Plan, settings: Settings | None = None) -> list[Finding]:
    r"""What is wrong with a plan, in the order of the text.

    A rule that fails inside gives a `RuleFailed` warning that names it; the other rules' findings are returned.

    Parameters
    ----------
    plan : Plan
        A plan with its text, from `compile_plan`, `read_text` or `load_plan`.
    settings : Settings, optional
        Which rules, how grave, with which tolerances; all rules as they are when left out.

    Returns
    -------
    list of Finding
        Each with `code`, `name`, `severity`, `message` and `help` (`.zh`, `.en`), and `evidence`: one or more
        (`span`, `quote`), spans in characters of the plan's text.

    Raises
    ------
    UsageError
        If the plan was written without its text, or the settings name rules that do not exist.

    >>> import milepost
    >>> plan = milepost.read_text("第一章  总则\n第三章  附则\n", "zh")
    >>> [finding.code for finding in milepost.check_plan(plan, Settings(select=("LA01",)))]
    ['LA01']
    """
    checked = checked_plan(plan, settings)
    for failure in checked.failures:
        warnings.warn(f"rule {failure.code} ({failure.name}) failed: {failure.error}", RuleFailed, stacklevel=2)
    return list(checked.findings)


def checked_plan(plan: Plan, settings: Settings | None = None) -> Checked:
    """The same, with the findings that were set aside and the rules that failed."""
    settings = settings or Settings()
    inspection = Inspection.of(plan, settings.parameter)
    found: list[tuple[Rule, Fault]] = []
    failures: list[Failure] = []
    for rule in settings.rules():
        if inspection.language.code not in rule.languages:
            continue
        try:
            found += [(rule, fault) for fault in CHECKS[rule.code](inspection)]
        except Exception as error:  # noqa: BLE001 - whatever a rule does, the others are heard
            failures.append(Failure(rule.code, rule.name, f"{type(error).__name__}: {error}"))
    findings = _findings(found, inspection, settings)
    return _set_aside(findings, failures, settings)


def _findings(found: Iterable[tuple[Rule, Fault]], inspection: Inspection, settings: Settings) -> list[Finding]:
    """The findings in the order of the text; one that rests on the same places as another of its rule is dropped."""
    once = {(rule.code, fault.places): (rule, fault) for rule, fault in found}
    ordered = sorted(once.values(), key=lambda pair: (pair[1].places, pair[0].code))
    seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
    findings = []
    for rule, fault in ordered:
        quotes = tuple(place.of(inspection.text) for place in fault.places)
        evidence = tuple(Evidence(place, quote) for place, quote in zip(fault.places, quotes, strict=True))
        identity = fingerprint(rule.code, quotes, seen[rule.code, quotes])
        seen[rule.code, quotes] += 1
        findings.append(
            Finding(
                identity, rule.code, rule.name, settings.severity(rule), fault.message, evidence,
                rule.help(settings.stage),
            )
        )  # fmt: skip
    return findings


def _set_aside(findings: Sequence[Finding], failures: Sequence[Failure], settings: Settings) -> Checked:
    reasons = {each.finding: each.reason for each in settings.suppressions}
    kept = tuple(each for each in findings if each.id not in reasons)
    aside = tuple((each, reasons[each.id]) for each in findings if each.id in reasons)
    answered = {each.id for each in findings}
    stale = tuple(identity for identity in reasons if identity not in answered)
    return Checked(kept, tuple(failures), aside, stale)
