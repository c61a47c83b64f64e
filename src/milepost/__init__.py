"""Milepost reads a development plan and turns it into data, each item with the characters it came from.

>>> import milepost
>>> plan = milepost.read_text("到2025年，森林覆盖率达到22%。", "zh")
>>> [(row.subject, row.target.value, row.target.unit, row.target.by) for row in plan.commitments]
[('森林覆盖率', 22, '%', '2025')]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from milepost.assessments.run import assess, assess_targets
    from milepost.checks.run import check_plan
    from milepost.forecasts.api import forecast
    from milepost.observations.files import read_observations
    from milepost.plans.files import dump_plan, load_plan
    from milepost.plans.model import Plan
    from milepost.plans.run import compile_plan, read_text

__version__ = "0.1.0"
__all__ = [
    "Plan", "__version__", "assess", "assess_targets", "check_plan", "compile_plan", "dump_plan", "forecast",
    "load_plan", "read_observations", "read_text",
]  # fmt: skip

# Public name → module. Each is imported on first use, so that `import milepost` costs next to nothing.
_HOMES = {
    "Plan": "milepost.plans.model",
    "assess": "milepost.assessments.run",
    "assess_targets": "milepost.assessments.run",
    "check_plan": "milepost.checks.run",
    "compile_plan": "milepost.plans.run",
    "dump_plan": "milepost.plans.files",
    "forecast": "milepost.forecasts.api",
    "load_plan": "milepost.plans.files",
    "read_observations": "milepost.observations.files",
    "read_text": "milepost.plans.run",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'milepost' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
