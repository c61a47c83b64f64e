"""`milepost compile`: where results go, what becomes of bad files, which exit code there is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from milepost.plans.files import load_plan
from running import Milepost


@pytest.fixture
def folder(tmp_path: Path, small_plan: Path) -> Path:
    """A folder with two plans of one name, an empty file and something that is no document."""
    place = tmp_path / "plans"
    (place / "north").mkdir(parents=True)
    (place / "south").mkdir()
    for part in ("north", "south"):
        (place / part / "plan.txt").write_bytes(small_plan.read_bytes())
    (place / "north" / "empty.txt").touch()
    (place / "south" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return place


def test_one_plan_goes_to_standard_output(milepost: Milepost, small_plan: Path) -> None:
    """Without -o, and with -o -, one plan is written to standard output and nothing else is."""
    finished = milepost("compile", small_plan)
    assert finished.code == 0
    assert json.loads(finished.out)["format"] == "milepost.plan/1"
    assert finished.err == ""
    assert milepost("compile", small_plan, "-o", "-").out == finished.out


def test_one_plan_goes_to_the_file_named(milepost: Milepost, small_plan: Path, tmp_path: Path) -> None:
    """With -o FILE the plan is in the file, and standard error says how much was found."""
    finished = milepost("compile", small_plan, "-o", tmp_path / "out.json")
    assert (finished.code, finished.out) == (0, "")
    assert "2 sections" in finished.err
    assert load_plan(tmp_path / "out.json").document.length == len(small_plan.read_text(encoding="utf-8"))


def test_one_plan_goes_into_the_folder_named(milepost: Milepost, small_plan: Path, tmp_path: Path) -> None:
    """With -o DIR/ the folder is made, and the file is named for the plan."""
    assert milepost("compile", small_plan, "-o", f"{tmp_path}/new/").code == 0
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["small.plan.json"]


def test_many_plans_go_to_a_file_each(milepost: Milepost, folder: Path, tmp_path: Path) -> None:
    """One bad file does not stop the rest, plans of one name do not overwrite each other, and the exit code is 3."""
    finished = milepost("compile", folder, "-o", tmp_path / "out")
    assert finished.code == 3
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == ["north-plan.txt.plan.json", "south-plan.txt.plan.json"]
    assert "empty.txt" in finished.err
    assert "2 of 3 plans compiled; 1 files of the folders are no documents" in finished.out


def test_many_plans_go_to_the_working_directory(
    milepost: Milepost, small_plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without -o many plans are written beside each other where the command was called."""
    other = tmp_path / "other.txt"
    other.write_bytes(small_plan.read_bytes())
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert milepost("compile", small_plan, other).code == 0
    assert sorted(path.name for path in Path().iterdir()) == ["other.plan.json", "small.plan.json"]


def test_a_plan_named_twice_is_compiled_once(milepost: Milepost, small_plan: Path, tmp_path: Path) -> None:
    """The same file, named twice, is one plan."""
    assert json.loads(milepost("compile", small_plan, tmp_path / "." / "small.txt").out)["format"]


def test_a_folder_is_not_left_by_a_link(milepost: Milepost, folder: Path, tmp_path: Path) -> None:
    """A link that leads out of the folder is passed over: nothing outside the input is read."""
    (tmp_path / "secret.txt").write_text("机密")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    finished = milepost("compile", folder, "-o", tmp_path / "out")
    assert "2 of 3 plans compiled; 2 files" in finished.out


def test_the_same_plan_gives_the_same_bytes(milepost: Milepost, small_plan: Path, tmp_path: Path) -> None:
    """A result is the same whether it was made alone, or by a worker process, or again."""
    milepost("compile", small_plan, "-o", tmp_path / "one.json")
    milepost("compile", small_plan.parent, "-o", tmp_path / "out")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "out" / "small.plan.json").read_bytes()


def test_facts_only_leaves_out_text_and_quotes(milepost: Milepost, small_plan: Path) -> None:
    """With --facts-only there is neither the text nor a quote, and the spans are the same."""
    whole = json.loads(milepost("compile", small_plan).out)
    bare = json.loads(milepost("compile", small_plan, "--facts-only").out)
    assert whole["document"].pop("text")
    assert [row.pop("quote") for row in whole["commitments"]]
    for name in ("facts", "projects", "measures"):
        for row in whole[name]:
            row.pop("quote")
    assert bare == whole


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["compile"], 2, "Missing argument"),
        (["compile", "{plan}", "--language", "fr"], 2, "zh"),
        (["compile", "{plan}", "-o", "{plan}"], 2, "overwrite an input"),
        (["compile", "{plan}", "-o", "{folder}/missing/out.json"], 2, "cannot write the file"),
        (["compile", "{folder}", "-o", "-"], 2, "standard output"),
        (["compile", "{folder}", "-o", "{plan}"], 2, "many plans need a folder"),
        (["compile", "{folder}/missing.txt"], 3, "missing.txt"),
        (["compile", "{folder}/empty"], 3, "no documents in the folder"),
        (["kompile"], 2, "No such command"),
        (["show", "{plan}"], 3, "no whole plan file"),
        (["show", "{folder}/missing.json"], 3, "No such file"),
    ],
)
def test_exit_codes(
    milepost: Milepost, small_plan: Path, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    """Wrong use ends with 2 and unreadable input with 3, each with a message that says what it was."""
    (tmp_path / "empty").mkdir()
    finished = milepost(*(part.format(plan=small_plan, folder=tmp_path) for part in arguments))
    assert (finished.code, said in finished.err) == (code, True), finished
    assert "Traceback" not in finished.err


def test_our_own_fault_ends_with_four(milepost: Milepost, small_plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unexpected exception is one line that says whose fault it is; the traceback only comes when asked for."""

    def fail(*_: object) -> None:
        raise AssertionError("impossible")

    monkeypatch.setattr("milepost.cli.compile.compile_plan", fail)
    finished = milepost("compile", small_plan)
    assert finished.code == 4
    assert "fault of Milepost, not yours: AssertionError: impossible (in fail, test_compile.py:" in finished.err
    assert "Traceback" not in finished.err
    monkeypatch.setenv("MILEPOST_DEBUG", "1")
    assert "Traceback" in milepost("compile", small_plan).err


def test_a_command_that_is_killed_leaves_no_half_file(small_plan: Path, tmp_path: Path) -> None:
    """A kill in the middle of the work leaves no file of the name asked for, or a whole one."""
    target = tmp_path / "out.json"
    command = [sys.executable, "-m", "milepost.cli", "compile", str(small_plan), "-o", str(target)]
    process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(0.02)
    process.kill()
    process.wait()
    if target.exists():
        load_plan(target)


def test_one_plan_needs_no_table_library(small_plan: Path) -> None:
    """Compiling one plan loads neither Polars nor Rich: it would wait for them longer than for the work."""
    program = (
        "import sys; from milepost.cli.main import run; "
        f"run(['compile', {str(small_plan)!r}, '-o', {str(small_plan.with_suffix('.json'))!r}]); "
        "print(sorted({'polars', 'rich.console', 'openpyxl', 'docx', 'pdfplumber'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", program]
    assert subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout == "[]\n"
