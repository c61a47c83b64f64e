"""Damaged files at the command line: whatever holds them, they are refused in plain words, and nothing is written."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from milepost.observations.files import read_observations
from milepost.observations.writing import as_csv
from running import Milepost

ROWS = """indicator,region,period_kind,period,value,unit,source,vintage
森林覆盖率,青川地区,year,2020,20.1,%,年鉴,2021-03-01
森林覆盖率,青川地区,year,2022,20.9,%,年鉴,2023-03-01
粮食产量,青川地区,year,2022,31.2,万吨,年鉴,2023-03-01
"""
COMMANDS = {
    "assess a plan": ("assess", "{damaged}", "{rows}"),
    "assess statistics": ("assess", "{plan}", "{damaged}"),
    "assess with decisions": ("assess", "{plan}", "{rows}", "--decisions", "{damaged}"),
    "assess with pathways": ("assess", "{plan}", "{rows}", "--pathways", "{damaged}"),
    "check statistics": ("observe", "check", "{damaged}"),
    "check against a plan": ("observe", "check", "{rows}", "--plan", "{damaged}"),
    "lay out a plan": ("pathway", "{damaged}"),
    "lay out from statistics": ("pathway", "{plan}", "--observations", "{damaged}", "--rebase"),
    "judge": ("judge", "{damaged}"),
}
REFUSED = (2, 3)


@pytest.fixture
def files(plan_file: Path, tmp_path: Path) -> dict[str, Path]:
    """A plan and its statistics, both whole, and where the damaged file goes."""
    rows = tmp_path / "rows.csv"
    rows.write_text(ROWS, encoding="utf-8")
    return {"plan": plan_file, "rows": rows, "damaged": tmp_path / "damaged"}


def refused(milepost: Milepost, command: str, files: dict[str, Path]) -> str:
    """What a command says of the damaged file, which it must refuse."""
    finished = milepost(*(part.format(**files) for part in COMMANDS[command]))
    assert finished.code in REFUSED, finished.err
    assert "fault of Milepost" not in finished.err
    assert "Traceback" not in finished.err
    assert finished.out == ""
    return finished.err


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_nothing_of_the_kind_is_refused(milepost: Milepost, files: dict[str, Path], command: str) -> None:
    """An empty file, a folder, random bytes, no file, JSON of another kind: refused, naming the file."""
    damaged = files["damaged"]
    assert damaged.name in refused(milepost, command, files)
    for content in (random.Random(1).randbytes(300), b'{"format": "milepost.other/1"}', b"PK\x03\x04", b""):
        damaged.write_bytes(content)
        assert damaged.name in refused(milepost, command, files), content
    damaged.unlink()
    damaged.mkdir()
    assert damaged.name in refused(milepost, command, files)


@pytest.mark.parametrize("command", ["assess a plan", "check against a plan", "lay out a plan"])
def test_a_plan_file_that_was_cut_off_or_changed_is_refused(
    milepost: Milepost, files: dict[str, Path], command: str
) -> None:
    """A plan file that ends anywhere, or holds what no plan holds, is no plan."""
    whole = files["plan"].read_bytes()
    for share in (0.1, 0.5, 0.99):
        files["damaged"].write_bytes(whole[: int(len(whole) * share)])
        refused(milepost, command, files)
    for number in ("1e400", "NaN", '"x"', "[]", "{}"):
        changed = whole.decode().replace('"value": 22', f'"value": {number}')
        assert changed != whole.decode()
        files["damaged"].write_text(changed, encoding="utf-8")
        refused(milepost, command, files)


@pytest.mark.parametrize("command", ["assess statistics", "check statistics", "lay out from statistics"])
@pytest.mark.parametrize("cell", ["NaN", "1e400", "inf", "abc", "=1+1", "1;2", "2022"])
def test_a_cell_that_is_no_number_is_refused_by_row_and_column(
    milepost: Milepost, files: dict[str, Path], command: str, cell: str
) -> None:
    """What stands where a number belongs is named with its row; a number in the place of a period is, too."""
    column = "20.9," if cell != "2022" else "year,2022,20.9"
    changed = ROWS.replace(column, f"{cell}," if cell != "2022" else "year,20.9,2022", 1)
    files["damaged"].write_text(changed, encoding="utf-8")
    assert "row 3" in refused(milepost, command, files)


@pytest.mark.parametrize("command", ["assess statistics", "check statistics"])
def test_bytes_changed_at_random_never_end_in_a_fault(milepost: Milepost, files: dict[str, Path], command: str) -> None:
    """A file of statistics with some bytes changed is read, or refused in plain words."""
    dice = random.Random(7)
    for _ in range(8):
        content = bytearray(ROWS.encode())
        for _ in range(dice.choice([1, 4, 40])):
            content[dice.randrange(len(content))] = dice.randrange(256)
        files["damaged"].write_bytes(bytes(content))
        finished = milepost(*(part.format(**files) for part in COMMANDS[command]))
        assert finished.code in (0, 1, *REFUSED), finished.err


def test_a_file_of_worked_figures_with_values_of_other_types_is_refused_or_judged(
    milepost: Milepost, files: dict[str, Path]
) -> None:
    """Whatever stands in a row, judging says what is wrong with it and goes on, or refuses the file."""
    for value in (None, [], {}, "x", True, -1, 10**40):
        rows = [{"id": "a", "expect": value}, value, {"base": value, "expect": {"progress": 0.5}}]
        text = json.dumps({"meta": {"form": "china_progress_schedule"}, "rows": rows})
        files["damaged"].write_text(text, encoding="utf-8")
        finished = milepost("judge", files["damaged"])
        assert finished.code in (0, 1, *REFUSED), finished.err
        assert "Traceback" not in finished.err


def test_the_whole_files_are_taken(milepost: Milepost, files: dict[str, Path]) -> None:
    """What the other tests damage is good: the plan and its statistics are assessed, and written back alike."""
    assert milepost("assess", files["plan"], files["rows"], "--as-of", "2024-06-01").code == 0
    assert as_csv(read_observations(files["rows"])).count(b"\n") == ROWS.count("\n")
