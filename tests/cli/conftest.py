"""What the tests of the commands share: running one in this process, and a small plan to run it on."""

from __future__ import annotations

from pathlib import Path

import pytest

from milepost.cli.main import run
from running import Finished, Milepost

PLAN = """青川地区国民经济和社会发展第十四个五年规划纲要

第一篇 目标

第一章 主要目标

到2025年，森林覆盖率达到22%以上，新建学校5所。2020年，粮食产量为30万吨。加强流域治理。
"""


@pytest.fixture
def milepost(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Milepost:
    """Runs the command line in this process: `milepost("show", path)`."""
    # A wide screen, so that no table breaks a word.
    monkeypatch.setenv("COLUMNS", "250")
    monkeypatch.delenv("MILEPOST_DEBUG", raising=False)

    def call(*arguments: object) -> Finished:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        return Finished(code, *capfd.readouterr())

    return call


@pytest.fixture
def small_plan(tmp_path: Path) -> Path:
    """A plan of a few lines, in a file."""
    path = tmp_path / "small.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def plan_file(milepost: Milepost, small_plan: Path) -> Path:
    """The small plan, compiled."""
    path = small_plan.with_name("small.plan.json")
    assert milepost("compile", small_plan, "-o", path).code == 0
    return path
