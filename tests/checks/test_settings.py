"""`milepost.toml`: which rules are on, how grave, with which tolerances, and what is set aside."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from milepost.checks import table
from milepost.checks.model import Parameter, Rule, Words
from milepost.checks.settings import READERS, Settings, load_settings, settings_beside, settings_of
from milepost.checks.table import RULES, family_of
from milepost.kernel.errors import ReadError, UsageError


@pytest.fixture
def tolerant(monkeypatch: pytest.MonkeyPatch) -> Rule:
    """A rule with a number that settings may change."""
    parameter = Parameter("tolerance", 0.5, 0, 10, Words("容差", "how far apart"))
    rule = replace(RULES[0], parameters=(parameter,))
    monkeypatch.setattr(table, "RULES", (rule, *RULES[1:]))
    monkeypatch.setattr("milepost.checks.settings.RULES", (rule, *RULES[1:]))
    return rule


def test_all_rules_are_on_unless_told() -> None:
    """Without settings every rule of the table is on, as it is."""
    assert Settings().rules() == RULES
    assert {Settings().severity(rule) for rule in RULES[:1]} == {RULES[0].severity}


def test_rules_are_on_and_off_by_code_name_family_and_letters() -> None:
    """`select` chooses, `ignore` takes away; both name rules in four ways."""
    layout = tuple(rule for rule in RULES if family_of(rule).name == "layout")
    assert Settings(select=("layout",)).rules() == layout
    assert Settings(select=("LA",)).rules() == layout
    assert Settings(select=("number-missing",)).rules() == Settings(select=("LA01",)).rules() == layout[:1]
    assert Settings(select=("layout",), ignore=("LA01",)).rules() == layout[1:]
    assert Settings(select=("all",), ignore=("all",)).rules() == ()


def test_a_file_is_read_whole(tmp_path: Path, tolerant: Rule) -> None:
    """Every key that there is, each in its place."""
    path = tmp_path / "milepost.toml"
    path.write_text(
        f"""
        [check]
        select = ["layout"]
        ignore = ["LA02"]
        stage = "adopted"
        fail-on = "warning"
        severity = {{ number-missing = "info" }}
        parameters = {{ {tolerant.code} = {{ tolerance = 2 }} }}
        [[check.suppress]]
        finding = "LA01-12345678"
        reason = "原文如此"
        """,
        encoding="utf-8",
    )
    settings = load_settings(path)
    assert (settings.select, settings.ignore) == (("layout",), ("LA02",))
    assert (settings.stage, settings.fail_on) == ("adopted", "warning")
    assert settings.severity(RULES[0]) == "info"
    assert settings.parameter(tolerant, "tolerance") == 2
    assert [(each.finding, each.reason) for each in settings.suppressions] == [("LA01-12345678", "原文如此")]


@pytest.mark.parametrize(
    ("built", "said"),
    [
        ([], "a table"),
        ({"selct": []}, "unknown key"),
        ({"select": "layout"}, "a list"),
        ({"select": ["LA99"]}, "no such rule"),
        ({"severity": {"LA01": "fatal"}}, "error, warning, info"),
        ({"severity": {"layout": "info"}}, "not one rule"),
        ({"stage": "final"}, "draft, adopted"),
        ({"fail-on": True}, "never"),
        ({"parameters": {"LA01": {"nothing": 1}}}, "unknown key"),
        ({"suppress": [{"finding": "LA01-1"}]}, "needs both"),
        ({"suppress": [{"finding": "LA01-1", "reason": " "}]}, "needs both"),
        ({"suppress": {"finding": "LA01-1"}}, "tables"),
    ],
)
def test_what_is_wrong_is_told_with_what_would_be_right(built: object, said: str) -> None:
    """An unknown key, rule or value names those that are known; a suppression must have a reason."""
    with pytest.raises(UsageError, match=said):
        settings_of(built)


@pytest.mark.parametrize("value", [-1, 11, "2", True])
def test_a_tolerance_stays_within_its_bounds(tolerant: Rule, value: object) -> None:
    """A number outside the rule's bounds is refused, and the bounds are named."""
    with pytest.raises(UsageError, match="from 0 to 10"):
        settings_of({"parameters": {tolerant.code: {"tolerance": value}}})


@pytest.mark.parametrize("content", ["[check", "\ufeff= 1"])
def test_a_file_that_is_no_toml_cannot_be_read(tmp_path: Path, content: str) -> None:
    """The file and what is wrong in it are named."""
    path = tmp_path / "milepost.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=r"milepost\.toml"):
        load_settings(path)
    with pytest.raises(ReadError):
        load_settings(tmp_path / "none.toml")


def test_the_nearest_settings_hold(tmp_path: Path) -> None:
    """Those of the plan's folder go before those of a folder above it."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    plan = inner / "plan.txt"
    (tmp_path / "milepost.toml").write_text("")
    assert settings_beside(plan) == tmp_path / "milepost.toml"
    (inner / "milepost.toml").write_text("")
    assert settings_beside(plan) == inner / "milepost.toml"


def test_options_take_the_place_of_settings() -> None:
    """Those that were given; the rest stays."""
    settings = Settings(ignore=("LA02",), fail_on="info").with_options(select=("LA01",), ignore=None, fail_on="never")
    assert settings == Settings(select=("LA01",), ignore=("LA02",), fail_on="never")


def test_the_documented_settings_are_read_and_every_key_is_documented(project: Path) -> None:
    """The example of the reference page is accepted as it stands, and the page names every key."""
    page = (project / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    settings = settings_of(tomllib.loads(example)["check"])
    assert settings.suppressions
    assert settings.parameters
    assert all(f"| `{key}` |" in page for key in READERS)
