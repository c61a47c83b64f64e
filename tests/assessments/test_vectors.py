"""Published worked figures that come with the real plans: each form is reproduced row by row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from milepost.assessments.judging import judge_file
from milepost.assessments.table import FORMS
from milepost.assessments.worked import read_worked


@pytest.fixture(scope="module")
def files(real_plans: Path) -> dict[str, list[Path]]:
    """Files of worked figures by their form."""
    found: dict[str, list[Path]] = {}
    for path in sorted((real_plans / "vectors").glob("*.json")):
        found.setdefault(read_worked(path).form, []).append(path)
    return found


@pytest.mark.parametrize("form", FORMS)
def test_every_worked_figure_is_reproduced(form: str, files: dict[str, list[Path]]) -> None:
    """Every counted row of every file of the form, and there are such rows."""
    assert files[form]
    for path in files[form]:
        judged = judge_file(path)
        assert judged.missed == ()
        assert judged.reproduced == judged.counted > 0


@pytest.mark.parametrize("form", FORMS)
def test_a_wrong_figure_is_noticed(form: str, files: dict[str, list[Path]], tmp_path: Path) -> None:
    """With every printed figure and word changed, no row at all is reproduced: judging can fail."""
    def changed(value: object) -> object:
        if isinstance(value, dict):
            return {key: one if "tolerance" in key else changed(one) for key, one in value.items()}
        if isinstance(value, list):
            return [changed(one) for one in value]
        if isinstance(value, bool) or value is None:
            return value
        return value * 1.5 + 7 if isinstance(value, int | float) else f"not {value}"

    content = json.loads(files[form][0].read_text(encoding="utf-8"))
    for row in content["vectors"]:
        if isinstance(row.get("expect"), dict):
            row["expect"] = changed(row["expect"])
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(content), encoding="utf-8")
    judged = judge_file(wrong)
    assert judged.counted > 0
    assert judged.reproduced == 0
