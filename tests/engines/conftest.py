"""A folder of plans, and a run over it, for the tests of engines and tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from engines_support import Build
from milepost.engines.corpus import Source, Step, build_tables
from milepost.engines.local import run_many
from milepost.engines.manifest import Manifest
from milepost.engines.model import Run

PLAN = """{name}地区国民经济和社会发展第十四个五年规划纲要

第一篇 目标

第一章 主要目标

到2025年，森林覆盖率达到{number}%以上，新建学校{number}所。2020年，粮食产量为{number}万吨。加强流域治理。
"""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder of forty small plans."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for number in range(40):
        name = chr(ord("甲") + number)
        (folder / f"plan-{number:02}.txt").write_text(PLAN.format(name=name, number=number + 10), encoding="utf-8")
    return folder


@pytest.fixture
def build() -> Build:
    """Compile a folder into tables in this process: `build(documents, out, tell=…, run=…)`."""

    def call(documents: Path, out: Path, run: Run | None = None, **settings: object) -> Manifest:
        sources = [Source(path.name, path) for path in sorted(documents.iterdir())]
        return build_tables(sources, out, run or run_many, **settings)  # type: ignore[arg-type]

    return call


@pytest.fixture
def steps() -> list[Step]:
    """What a run told, in order."""
    return []
