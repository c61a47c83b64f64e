"""`milepost check`: what is shown, where it goes, and which exit code it has."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import NoReturn

import docx
import pytest

from milepost.checks.inspection import Inspection
from milepost.checks.table import CHECKS
from running import Milepost

FAULTY = "第一章  总体要求\n坚持稳中求进。\n第三章  主要任务\n抓好落实。\n"
ONLY = ("--select", "number-missing")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A plan in which a heading is missing."""
    path = tmp_path / "faulty.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path


@pytest.fixture
def broken_rule(monkeypatch: pytest.MonkeyPatch) -> str:
    """The code of a rule that fails inside."""

    def fail(_: Inspection) -> NoReturn:
        raise KeyError("inside")

    monkeypatch.setitem(CHECKS, "LA02", fail)
    return "LA02"


def test_faults_of_the_plan_are_shown_and_the_exit_code_says_so(milepost: Milepost, faulty: Path) -> None:
    """A document is compiled and checked in one go; an error ends with 1."""
    finished = milepost("check", faulty, *ONLY)
    assert finished.code == 1
    assert finished.out.startswith(f"{faulty}:1:1: 错误 LA01 number-missing")
    assert finished.err == ""


def test_a_clean_plan_is_told_clean(milepost: Milepost, tmp_path: Path) -> None:
    """No finding, exit code 0."""
    path = tmp_path / "clean.txt"
    path.write_text("第一章  总体要求\n坚持稳中求进。\n", encoding="utf-8")
    finished = milepost("check", path, *ONLY)
    assert (finished.code, finished.out) == (0, "没有发现问题。\n")


def test_a_plan_file_gives_what_its_document_gives(milepost: Milepost, faulty: Path) -> None:
    """What the file is, is told by its content, whatever it is called."""
    plan_file = faulty.with_name("compiled.data")
    assert milepost("compile", faulty, "-o", plan_file).code == 0
    direct, from_file = (milepost("check", path, *ONLY, "--format", "json") for path in (faulty, plan_file))
    assert from_file.code == 1
    assert json.loads(from_file.out) == json.loads(direct.out)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ('{"format": "milepost.plan/9"}', "milepost.plan/9"),
        ('{"format": "milepost.plan/1", "compi', "no whole plan file"),
        ("{}", "no field 'format'"),
        ("", "empty"),
    ],
)
def test_a_damaged_plan_file_is_told(milepost: Milepost, tmp_path: Path, content: str, what: str) -> None:
    """Another version, a file cut short, one without its format: exit code 3, and the message says what it is."""
    path = tmp_path / "plan.json"
    path.write_text(content)
    finished = milepost("check", path)
    assert finished.code == 3
    assert what in finished.err
    assert str(path) in finished.err or path.name in finished.err


def test_a_plan_file_with_another_text_is_damaged(milepost: Milepost, plan_file: Path) -> None:
    """Spans of one text on another would show wrong places."""
    content = json.loads(plan_file.read_bytes())
    content["document"]["text"] = "换过的文字" + content["document"]["text"]
    plan_file.write_text(json.dumps(content), encoding="utf-8")
    finished = milepost("check", plan_file)
    assert finished.code == 3
    assert "digest" in finished.err


def test_a_plan_file_without_its_text_cannot_be_checked(milepost: Milepost, small_plan: Path) -> None:
    """Rules read the text: a file written with --facts-only is wrong use."""
    path = small_plan.with_name("facts.json")
    assert milepost("compile", small_plan, "--facts-only", "-o", path).code == 0
    finished = milepost("check", path)
    assert finished.code == 2
    assert "--facts-only" in finished.err


def test_a_missing_file_is_unreadable(milepost: Milepost, tmp_path: Path) -> None:
    """Exit code 3."""
    assert milepost("check", tmp_path / "none.txt").code == 3


@pytest.mark.parametrize("select", [["LA01"], ["number-missing"], ["targets, layout"], ["targets", "LA01"]])
def test_rules_are_chosen_by_code_name_or_family(milepost: Milepost, faulty: Path, select: list[str]) -> None:
    """With commas or given again."""
    options = [part for one in select for part in ("--select", one)]
    content = json.loads(milepost("check", faulty, *options, "--format", "json").out)
    assert "LA01" in {found["code"] for found in content["findings"]}


def test_rules_are_left_out(milepost: Milepost, faulty: Path) -> None:
    """--ignore takes away what --select chose."""
    assert milepost("check", faulty, "--select", "LA01", "--ignore", "layout").code == 0


@pytest.mark.parametrize(
    "options",
    [
        ("--select", "nonsense"),
        ("--format", "xml"),
        ("--format", "docx"),
        ("--update-known",),
        ("--stage", "dreamt"),
        ("--settings", "{folder}/wrong.toml"),
    ],
)
def test_wrong_use(milepost: Milepost, faulty: Path, options: tuple[str, ...]) -> None:
    """Rules and formats that do not exist, options that lack another, settings with an unknown key: exit code 2."""
    (faulty.parent / "wrong.toml").write_text("[check]\nignroe = []\n")
    finished = milepost("check", faulty, *(option.format(folder=faulty.parent) for option in options))
    assert (finished.code, finished.out) == (2, "")
    assert finished.err


@pytest.mark.parametrize(
    ("fail_on", "severity", "code"),
    [("error", "error", 1), ("error", "warning", 0), ("warning", "warning", 1), ("info", "info", 1),
     ("warning", "info", 0), ("never", "error", 0)],
)  # fmt: skip
def test_the_exit_code_follows_fail_on(
    milepost: Milepost, faulty: Path, fail_on: str, severity: str, code: int
) -> None:
    """1 for a finding at or above the severity; severities can be set."""
    faulty.with_name("milepost.toml").write_text(f'[check]\nseverity = {{ LA01 = "{severity}" }}\n')
    assert milepost("check", faulty, *ONLY, "--fail-on", fail_on).code == code


def test_settings_beside_the_plan_hold_and_options_go_before_them(milepost: Milepost, faulty: Path) -> None:
    """milepost.toml of the plan's folder is found; an option takes the place of what it says."""
    faulty.with_name("milepost.toml").write_text('[check]\nignore = ["layout"]\nstage = "adopted"\nfail-on = "never"\n')
    assert json.loads(milepost("check", faulty, *ONLY, "--format", "json").out)["findings"] == []
    finished = milepost("check", faulty, *ONLY, "--ignore", "targets", "--format", "json")
    assert finished.code == 0
    assert "勘误" in json.loads(finished.out)["findings"][0]["help"]
    drafted = milepost("check", faulty, *ONLY, "--ignore", "targets", "--stage", "draft", "--fail-on", "error")
    assert drafted.code == 1
    assert "找回丢失的标题" in drafted.out


def test_a_suppressed_finding_is_counted_and_a_stale_one_told(milepost: Milepost, faulty: Path) -> None:
    """What is set aside is in the summary; a suppression that nothing answers to is told on standard error."""
    identity = json.loads(milepost("check", faulty, *ONLY, "--format", "json").out)["findings"][0]["id"]
    faulty.with_name("milepost.toml").write_text(
        f'[[check.suppress]]\nfinding = "{identity}"\nreason = "原文如此"\n'
        '[[check.suppress]]\nfinding = "LA01-00000000"\nreason = "旧"\n',
        encoding="utf-8",
    )
    finished = milepost("check", faulty, *ONLY)
    assert (finished.code, finished.out) == (0, "没有发现问题；按设置搁置1个。\n")
    assert "LA01-00000000" in finished.err
    assert identity not in finished.err


def test_a_failing_rule_hides_no_other(milepost: Milepost, faulty: Path, broken_rule: str) -> None:
    """Its code and our apology are on standard error, the other findings are printed, and the exit code is 4."""
    finished = milepost("check", faulty, "--select", f"LA01,{broken_rule}", "--format", "json")
    assert finished.code == 4
    content = json.loads(finished.out)
    assert [found["code"] for found in content["findings"]] == ["LA01"]
    assert [failure["code"] for failure in content["failures"]] == [broken_rule]
    assert broken_rule in finished.err
    assert "fault of Milepost" in finished.err


def test_known_findings_are_recorded_and_then_kept_back(milepost: Milepost, faulty: Path) -> None:
    """The first run records, the next shows nothing, and a new fault is shown alone."""
    known = faulty.with_name("known.json")
    first = milepost("check", faulty, *ONLY, "--known", known)
    assert first.code == 0
    assert "1 findings recorded" in first.err
    assert json.loads(known.read_bytes())["format"] == "milepost.known/1"
    again = milepost("check", faulty, *ONLY, "--known", known)
    assert (again.code, again.out, again.err) == (0, "没有发现新问题；已记录的1个未列。\n", "")
    faulty.write_text(FAULTY + "第六章  保障措施\n落实责任。\n", encoding="utf-8")
    grown = milepost("check", faulty, *ONLY, "--known", known)
    assert grown.code == 1
    assert "第六章" in grown.out
    assert "总体要求" not in grown.out
    assert "已记录的1个未列" in grown.out
    assert milepost("check", faulty, *ONLY, "--known", known, "--update-known").code == 0
    assert milepost("check", faulty, *ONLY, "--known", known).code == 0


@pytest.mark.parametrize("update", [(), ("--update-known",)])
@pytest.mark.parametrize("content", ["", "{", '{"format": "milepost.known/2", "findings": []}', "[]"])
def test_a_damaged_known_file_is_told_and_left_alone(
    milepost: Milepost, faulty: Path, content: str, update: tuple[str, ...]
) -> None:
    """Exit code 3, and nothing is overwritten."""
    known = faulty.with_name("known.json")
    known.write_text(content)
    finished = milepost("check", faulty, "--known", known, *update)
    assert finished.code == 3
    assert str(known) in finished.err
    assert known.read_text() == content


@pytest.mark.parametrize(("output_format", "starts"), [
    ("text", "{path}"), ("json", "{{"), ("sarif", "{{"), ("markdown", "# "), ("html", "<!doctype html>"),
])  # fmt: skip
def test_every_format_goes_to_a_file(milepost: Milepost, faulty: Path, output_format: str, starts: str) -> None:
    """-o writes what standard output would get."""
    target = faulty.with_name("report")
    printed = milepost("check", faulty, *ONLY, "--format", output_format)
    finished = milepost("check", faulty, *ONLY, "--format", output_format, "-o", target)
    assert (finished.code, finished.out) == (1, "")
    assert target.read_text(encoding="utf-8") == printed.out
    assert printed.out.startswith(starts.format(path=faulty))


@pytest.mark.parametrize("option", ["--output", "--known"])
def test_the_plan_is_never_overwritten(milepost: Milepost, faulty: Path, option: str) -> None:
    """An output over the plan is wrong use."""
    finished = milepost("check", faulty, option, faulty)
    assert finished.code == 2
    assert faulty.read_text(encoding="utf-8") == FAULTY


def test_a_word_file_comes_back_with_comments(milepost: Milepost, tmp_path: Path) -> None:
    """--format docx -o writes the document itself with the findings as comments."""
    source, target = tmp_path / "plan.docx", tmp_path / "checked.docx"
    document = docx.Document()
    for line in FAULTY.splitlines():
        document.add_paragraph(line)
    document.save(str(source))
    assert milepost("check", source, *ONLY, "--format", "docx", "-o", target).code == 1
    checked = docx.Document(io.BytesIO(target.read_bytes()))
    assert len(list(checked.comments)) == 2
    assert [paragraph.text for paragraph in checked.paragraphs] == FAULTY.splitlines()


def test_the_language_is_the_plans_unless_asked(milepost: Milepost, faulty: Path) -> None:
    """A Chinese plan is told of in Chinese, in English on demand."""
    assert "1 finding" in milepost("check", faulty, *ONLY, "--language", "en").out


def test_output_for_a_pipe_has_no_colours(milepost: Milepost, faulty: Path) -> None:
    """Escapes are for terminals."""
    assert "\x1b" not in milepost("check", faulty, *ONLY).out
