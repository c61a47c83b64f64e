"""How the table `assess` of `milepost.toml` is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from milepost.assessments.settings import AssessSettings, assess_settings_of, load_assess_settings
from milepost.kernel.errors import ReadError, UsageError


def test_a_policy_is_read_with_its_reason(tmp_path: Path) -> None:
    """Every key of the table, and none of other tables."""
    path = tmp_path / "milepost.toml"
    path.write_text(
        '[check]\nignore = ["layout"]\n\n[assess]\nleading = ["pathway", "time_progress"]\nreason = "年度路径已批准"\n'
        'sources = ["统计年鉴", "official"]\nstale-years = 3\nabout = 0.03\nbaseline-tolerance = 0.02\n'
        '[assess.thresholds.time_progress]\nfaster = 1.2\n[assess.labels]\nreached = ["完成", "done"]\n'
        '[assess.names]\n"粮食总产" = "粮食综合生产能力"\n[assess.scales]\nforest_cover = [0, 60]\n',
        "utf-8",
    )
    found = load_assess_settings(path)
    assert found.leading == ("pathway", "time_progress")
    assert (found.sources, found.stale_years, found.about) == (("统计年鉴", "official"), 3.0, 0.03)
    assert found.thresholds == {"time_progress": {"faster": 1.2}}
    assert (found.labels["reached"], found.scales["forest_cover"]) == (("完成", "done"), (0.0, 60.0))
    assert found.names == {"粮食总产": "粮食综合生产能力"}


def test_a_file_without_the_table_means_the_usual_settings(tmp_path: Path) -> None:
    """Nothing has to be set."""
    path = tmp_path / "milepost.toml"
    path.write_text('[check]\nignore = ["layout"]\n', "utf-8")
    assert load_assess_settings(path) == AssessSettings()


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"leeding": []}, "unknown key"),
        ({"leading": ["pathway"]}, "a policy needs a reason"),
        ({"leading": ["magic"], "reason": "x"}, "no such method"),
        ({"leading": "pathway"}, "a list of texts"),
        ({"stale-years": -1}, "a number from 0"),
        ({"stale-years": True}, "a number from 0"),
        ({"thresholds": {"time_progress": {"slower": 1}}}, "no such cut point"),
        ({"thresholds": {"istat": {"slower": 1}}}, "cut point"),
        ({"labels": {"reached": "完成"}}, "a list of two"),
        ({"scales": {"forest_cover": [1, 1]}}, "both ends are one"),
        ({"names": {"a": 1}}, "an id, name or concept"),
        ([], "a table"),
    ],
)
def test_what_is_wrong_is_named(table: Any, told: str) -> None:
    """The key, what stands there, and what would be accepted."""
    with pytest.raises(UsageError, match=told):
        assess_settings_of(table)


def test_a_file_that_is_no_toml_cannot_be_read(tmp_path: Path) -> None:
    """Exit code 3, for it is the file that is at fault."""
    path = tmp_path / "milepost.toml"
    path.write_bytes(b"[assess\n")
    with pytest.raises(ReadError, match="no TOML"):
        load_assess_settings(path)
    with pytest.raises(ReadError, match="cannot open"):
        load_assess_settings(tmp_path / "none.toml")
