"""What becomes of a skipped test: counted by name here, a failure where everything is required."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

TESTS = """
import pytest

@pytest.mark.skip(reason="needs a printer")
def test_print(): pass

def test_wanted(libreoffice): pass

@pytest.mark.xfail(reason="known")
def test_known(): assert False
"""


def outcome(folder: Path, project: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run pytest on a few small tests beside a copy of the project's conftest, on a machine without LibreOffice."""
    shutil.copy(project / "tests" / "conftest.py", folder)
    (folder / "test_small.py").write_text(TESTS)
    environment = {**os.environ, "PATH": "", "MILEPOST_REQUIRE": "", **variables}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, check=False)


def test_skips_are_counted_by_name(tmp_path: Path, project: Path) -> None:
    """Where nothing is required, a run with skips passes and says how many tests wanted what."""
    finished = outcome(tmp_path, project)
    assert finished.returncode == 0, finished.stdout
    assert "1 skipped: needs LibreOffice" in finished.stdout
    assert "1 skipped: needs a printer" in finished.stdout


def test_no_skip_is_allowed_where_everything_is_required(tmp_path: Path, project: Path) -> None:
    """With MILEPOST_REQUIRE=all every skip fails, whatever skipped it; an expected failure does not."""
    finished = outcome(tmp_path, project, MILEPOST_REQUIRE="all")
    assert finished.returncode == 1
    assert "needs a printer" in finished.stdout
    assert "needs LibreOffice, and MILEPOST_REQUIRE=all allows no skip" in finished.stdout
    assert "1 xfailed" in finished.stdout


def test_a_module_that_skips_itself_fails_too(tmp_path: Path, project: Path) -> None:
    """A module that skips itself while it is collected is a failure as well."""
    (tmp_path / "test_moon.py").write_text('import pytest\npytest.skip("needs the moon", allow_module_level=True)\n')
    finished = outcome(tmp_path, project, MILEPOST_REQUIRE="all")
    assert "needs the moon" in finished.stdout
    assert finished.returncode != 0
