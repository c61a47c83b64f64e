"""`scripts/new.py rule`: what it makes is a rule as it must be, but for what only a person can write."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TRIED = """
import sys
from milepost.checks.table import MODULES, RULES
(rule,) = [rule for rule in RULES if rule.name == "heading-too-merry"]
(module,) = [module for module in MODULES if module.RULE is rule]
assert rule.code.startswith("LA") and module.FINDS and len(module.PASSES) == 2
print(rule.code)
"""


@pytest.fixture
def copied(project: Path, tmp_path: Path) -> Path:
    """A copy of the tree, as far as a new rule concerns it."""
    for name in ("src", "scripts", "tests"):
        shutil.copytree(project / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "golden"))
    for name in ("pyproject.toml", "README.md", "examples"):
        source = project / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    return tmp_path


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A program in the copy, with the copy's own package."""
    return subprocess.run(
        [sys.executable, *command], cwd=folder, env={"PYTHONPATH": str(folder / "src"), "PATH": ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_file_that_is_made_is_a_rule(copied: Path) -> None:
    """It is listed, can be imported, pleases the linter, and passes what holds of every rule but its own case."""
    made = run(copied, "scripts/new.py", "rule", "layout", "heading-too-merry")
    path = copied / made.stdout.strip()
    assert path == copied / "src/milepost/checks/rules/layout/heading_too_merry.py"
    assert path.is_file()
    tried = run(copied, "-c", TRIED)
    assert tried.returncode == 0, tried.stderr
    code = tried.stdout.strip()
    assert run(copied, "-m", "ruff", "check", str(path), "src/milepost/checks/table.py").returncode == 0
    suite = run(
        copied, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/conformance/test_rules.py", "-k",
        f"({code} and not test_a_rule_finds_what_its_cases_mark) or in_the_table_and_on_disk",
    )  # fmt: skip
    assert suite.returncode == 0, suite.stdout
    # Its case is a promise: it fails until the rule is written.
    unwritten = run(
        copied, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/conformance/test_rules.py", "-k",
        f"{code} and test_a_rule_finds_what_its_cases_mark",
    )  # fmt: skip
    assert unwritten.returncode == 1, unwritten.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rule", "nonsense", "a-fault"), "accepted: layout"),
        (("rule", "layout", "Fault"), "words with hyphens"),
        (("rule", "layout", "number-missing"), "there already"),
        (("pass", "layout", "a-fault"), "Make an empty member"),
    ],
)
def test_wrong_use_changes_nothing(copied: Path, arguments: tuple[str, ...], said: str) -> None:
    """An unknown family, a name that is none, a rule that is there already: told, and the table stays."""
    table = copied / "src" / "milepost" / "checks" / "table.py"
    before = table.read_bytes()
    finished = run(copied, "scripts/new.py", *arguments)
    assert finished.returncode != 0
    assert said in finished.stderr
    assert table.read_bytes() == before
