"""Whole plans: the documents that ship with the project are read as agreed, and by every process alike."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parent
WRITE = "import sys, milepost; sys.stdout.buffer.write(milepost.dump_plan(milepost.compile_plan(sys.argv[1])))"


def regenerate() -> ModuleType:
    """The script that writes the golden plans, as a module."""
    spec = importlib.util.spec_from_file_location("regenerate", FOLDER / "regenerate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", regenerate().WHOLE)
def test_a_whole_plan_is_read_as_agreed(name: str) -> None:
    """Every item of the plan is the golden one; where the change is meant, `python tests/golden/regenerate.py`."""
    script = regenerate()
    golden = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    found = script.whole_plan(script.WHOLE[name])
    assert list(found) == list(golden)
    for kind, items in found.items():
        assert items == golden[kind], f"{kind} changed"


@pytest.mark.parametrize("name", regenerate().FINDINGS)
def test_a_whole_plan_is_checked_as_agreed(name: str) -> None:
    """Every finding is the golden one; where the change is meant, `python tests/golden/regenerate.py`."""
    script = regenerate()
    golden = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    assert script.whole_findings(script.FINDINGS[name]) == golden


@pytest.mark.parametrize("name", regenerate().ASSESSMENTS)
def test_a_whole_plan_is_assessed_as_agreed(name: str) -> None:
    """Every target stands where it did; where the change is meant, `python tests/golden/regenerate.py`."""
    script = regenerate()
    golden = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    found = script.whole_assessment(script.ASSESSMENTS[name])
    assert list(found) == list(golden)
    for kind, items in found.items():
        assert items == golden[kind], f"{kind} changed"


def written(document: Path, project: Path, seed: str) -> bytes:
    """The plan file that a process of its own writes under a seed of hashing."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(project / "src")}
    command = [sys.executable, "-c", WRITE, str(document)]
    return subprocess.run(command, capture_output=True, env=environment, check=True).stdout


def test_two_processes_write_the_same_bytes(example: Path, project: Path) -> None:
    """The order in which a process hashes words leaves no trace in the plan file."""
    assert written(example, project, "1") == written(example, project, "2") != b""


def test_two_processes_read_a_real_plan_alike(real_plans: Path, project: Path) -> None:
    """The same for a real plan, whose region has divisions and short names."""
    document = real_plans / "seed" / "tacheng-14th-fyp.txt"
    assert written(document, project, "0") == written(document, project, "4242") != b""
