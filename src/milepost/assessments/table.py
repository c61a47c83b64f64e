"""Which methods there are, in the order in which they are shown; a method's module is imported on first use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

import polars

from milepost.assessments.model import Method
from milepost.kernel.errors import UsageError

if TYPE_CHECKING:
    from milepost.assessments.report import Report

METHODS: Final[tuple[str, ...]] = (
    "time_progress",
    "required_pace",
    "pathway",
    "holding",
    "relation",
    "eurostat_target",
    "eurostat_trend",
    "open_sdg",
    "unsd_projection",
    "unsd_chart",
    "sdg_index",
    "unescap",
    "istat",
    "destatis",
    "oecd_distance",
    "probability",
)
"""Names of the methods, each a module of `milepost.assessments.methods`."""

FORMS: Final[tuple[str, ...]] = (
    "china_intensity_arithmetic",
    "china_progress_schedule",
    "denton",
    "destatis_weather_computed",
    "escap_computed",
    "eurostat_thresholds_computed",
    "eustat_eurostat5",
    "istat_astat_thresholds",
    "reconciliation_computed",
    "scoring_computed",
    "sdgindex2019_score_colour",
    "sdgindex2019_trend",
    "statcan_limit_coefficient_computed",
    "statcan_series",
    "unsd_computed",
    "unsd_progress_eustat",
)
"""Forms of published worked figures, each a module of `milepost.assessments.forms`."""

FORMATS: Final[tuple[str, ...]] = ("table", "json", "csv", "markdown")
"""Formats that an assessment is written in, each a module of `milepost.assessments.formats` with `write`."""


def method_named(name: str) -> Method:
    """What a method says of itself.

    Raises
    ------
    UsageError
        If there is no method of that name (names those that there are).
    """
    if name not in METHODS:
        raise UsageError("there is no such method", where="method", found=repr(name), accepted=", ".join(METHODS))
    return cast(Method, import_module(f"milepost.assessments.methods.{name}").METHOD)


def written(report: Report, name: str) -> bytes:
    """An assessment in the format of that name: the same assessment, the same bytes."""
    content: bytes = import_module(f"milepost.assessments.formats.{name}").write(report)
    return content


def judged_by(name: str, cases: polars.DataFrame) -> polars.DataFrame:
    """What a method says of each case: the columns of `milepost.assessments.model.OUTCOME`, then its own figures."""
    method_named(name)
    outcome: polars.DataFrame = import_module(f"milepost.assessments.methods.{name}").judge(cases)
    return outcome
