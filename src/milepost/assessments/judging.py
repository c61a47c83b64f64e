"""Whether the methods reproduce published worked figures: a file in, the rows that they miss out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final, cast

import polars

from milepost.assessments.table import FORMS
from milepost.assessments.worked import Compute, Form, Row, agrees, is_number, is_of, read_worked
from milepost.kernel.errors import UsageError

WAITING: Final[dict[str, str]] = {
    "earned_schedule": "it waits for the portfolio of projects",
    "evm": "it waits for the portfolio of projects",
    "reference": "it is for comparison only",
}
"""Forms that are not judged, and why."""

ALSO_CALLED: Final[dict[str, str]] = {"scoring": "scoring_computed"}
"""Other names of forms."""

# What a form may raise for a row that it cannot make a case of. Anything else is our own fault and must be seen.
_ROW_FAULTS = (
    ArithmeticError, AttributeError, IndexError, LookupError, TypeError, ValueError, polars.exceptions.PolarsError
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Missed:
    """A figure that is not reproduced: of which row, under which key, printed and computed; or why there is none."""

    row: str
    key: str
    expected: Any
    computed: Any
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What judging a file gave. `counted` rows have something to reproduce, `reproduced` of them were.

    `not_judged` says why a file was not judged; it is empty for one that was.
    """

    name: str
    form: str
    reproduced: int = 0
    counted: int = 0
    missed: tuple[Missed, ...] = ()
    not_judged: str = ""


def form_named(name: str) -> tuple[Form, Compute]:
    """A form and what computes its figures.

    Raises
    ------
    UsageError
        If there is no form of that name (names those that there are).
    """
    name = ALSO_CALLED.get(name, name)
    if name not in FORMS:
        accepted = ", ".join(sorted((*FORMS, *WAITING, *ALSO_CALLED)))
        raise UsageError("there is no such form", where="meta.form", found=repr(name), accepted=accepted)
    module = import_module(f"milepost.assessments.forms.{name}")
    return cast(Form, module.FORM), cast(Compute, module.compute)


def judge_file(path: Path | str) -> Judged:
    """Run every row of a file of worked figures by its method, and compare with what the file prints.

    Rows without `expect`, and those marked `agrees: false`, are not counted.

    Raises
    ------
    ReadError
        If the file cannot be read or is no file of worked figures.
    UsageError
        If its form is not known.
    """
    path = Path(path)
    name = path.name.removesuffix(".json")
    file = read_worked(path)
    if file.form in WAITING:
        return Judged(name, file.form, not_judged=WAITING[file.form])
    try:
        form, compute = form_named(file.form)
    except UsageError as error:
        raise UsageError(error.what, where=f"{path}, meta.form", found=error.found, accepted=error.accepted) from error
    named = [(_name(row, number), row) for number, row in enumerate(file.rows) if _counts(row)]
    faults = [_fault(form, row) for _, row in named]
    sound = [row for (_, row), fault in zip(named, faults, strict=True) if not fault]
    results = iter(_computed(compute, sound, file.meta))
    missed: list[Missed] = []
    reproduced = 0
    for (identity, row), fault in zip(named, faults, strict=True):
        misses = [Missed(identity, "", None, None, fault)] if fault else _compared(identity, row, next(results))
        reproduced += not misses
        missed += misses
    return Judged(name, file.form, reproduced, len(named), tuple(missed))


def _counts(row: Row) -> bool:
    return row.get("expect") is not None and row.get("agrees") is not False


def _name(row: Row, number: int) -> str:
    identity = row.get("id")
    return identity if isinstance(identity, str) and identity else f"vectors[{number}]"


def _fault(form: Form, row: Row) -> str:
    """What a row lacks or has wrong; empty when nothing."""
    if not isinstance(row["expect"], dict):
        return "its `expect` is no object"
    for key, kind in form.inputs.items():
        if row.get(key) is None:
            return f"it lacks {key}"
        if not is_of(kind, row[key]):
            return f"{key} is not of the kind {kind}: {row[key]!r:.80}"
    for key, kind in form.options.items():
        if row.get(key) is not None and not is_of(kind, row[key]):
            return f"{key} is not of the kind {kind}: {row[key]!r:.80}"
    return ""


def _computed(compute: Compute, rows: Sequence[Row], meta: Row) -> list[dict[str, Any] | str]:
    """The figures of each row; for a row that cannot be computed, why."""
    if not rows:
        return []
    try:
        return list(compute(rows, meta))
    except _ROW_FAULTS:
        # One of them is at fault: find it.
        return [_computed_alone(compute, row, meta) for row in rows]


def _computed_alone(compute: Compute, row: Row, meta: Row) -> dict[str, Any] | str:
    try:
        return compute([row], meta)[0]
    except _ROW_FAULTS as error:
        return f"it cannot be computed: {type(error).__name__}: {error}"[:200]


def _compared(identity: str, row: Row, computed: dict[str, Any] | str) -> list[Missed]:
    if isinstance(computed, str):
        return [Missed(identity, "", None, None, computed)]
    expect: Row = row["expect"]
    missed = []
    for key, printed in expect.items():
        if key.startswith("tolerance") or printed is None:
            continue
        if key not in computed:
            missed.append(Missed(identity, key, printed, None, "the form does not compute this"))
        elif not agrees(printed, computed[key], _tolerance(row, key, printed)):
            missed.append(Missed(identity, key, printed, computed[key]))
    return missed


def _tolerance(row: Row, key: str, printed: object) -> float | None:
    """The widest tolerance that a row gives itself, also within `expect`.

    `tolerance` is an amount; `tolerance_pct` is in percentage points for a figure that is a percentage by its name,
    and in percent of the printed figure otherwise.
    """
    of = [each.get("tolerance") for each in (row, row["expect"])]
    of_pct = [each.get("tolerance_pct") for each in (row, row["expect"])]
    is_percentage = "pct" in key or "percent" in key
    part = 1.0 if is_percentage or not is_number(printed) else abs(float(cast(float, printed))) / 100
    amounts = [float(cast(float, one)) for one in of if is_number(one)]
    amounts += [float(cast(float, one)) * part for one in of_pct if is_number(one)]
    return max(amounts, default=None)
