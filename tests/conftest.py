"""Fixtures shared by all tests: what a test wants from the machine, and what is said when it is not there."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Generator
from pathlib import Path

import pytest

REQUIRE_ALL = os.environ.get("MILEPOST_REQUIRE") == "all"


def wanted(name: str, present: bool) -> None:
    """Skip by name when something is missing, or fail where everything is required."""
    if present:
        return
    message = f"needs {name}"
    if REQUIRE_ALL:
        pytest.fail(f"{message}, and MILEPOST_REQUIRE=all allows no skip")
    pytest.skip(message)


def _skip_reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return reason.removeprefix("Skipped: ")


def _fail_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    # An expected failure counts as skipped too, but it did run.
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.longrepr = f"skipped ({_skip_reason(report)}), and MILEPOST_REQUIRE=all allows no skip"
        report.outcome = "failed"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test, whatever skipped it, into a failed one where everything is required."""
    report = yield
    _fail_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole module that skips itself."""
    report = yield
    _fail_skipped(report)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was not tested on this machine, and how many tests wanted it."""
    reasons = Counter(_skip_reason(report) for report in terminalreporter.stats.get("skipped", []))
    if reasons:
        terminalreporter.section("not tested here")
        for reason, count in sorted(reasons.items()):
            terminalreporter.write_line(f"{count:4} skipped: {reason}")


@pytest.fixture(scope="session")
def real_plans() -> Path:
    """The folder of real plans, from the environment variable MILEPOST_REAL_PLANS."""
    folder = os.environ.get("MILEPOST_REAL_PLANS", "")
    wanted("real plans (MILEPOST_REAL_PLANS)", bool(folder) and Path(folder).is_dir())
    return Path(folder)


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """The LibreOffice program, for old Word and WPS files."""
    program = shutil.which("soffice") or shutil.which("libreoffice") or ""
    wanted("LibreOffice", bool(program))
    return program


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's own folder."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def example(project: Path) -> Path:
    """The plan that ships with the project, as text."""
    return project / "examples" / "qinghe" / "qinghe.txt"
