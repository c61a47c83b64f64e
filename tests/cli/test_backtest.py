"""`milepost backtest` and `milepost calibrate` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from forecasts_support import walks
from milepost.cli.main import run


@pytest.fixture
def panel(tmp_path: Path) -> Path:
    """A file of forty series."""
    path = tmp_path / "panel.csv"
    rows = [
        f"s{place},{2000 + year},{value}"
        for place, values in enumerate(walks(40, 16))
        for year, value in enumerate(values)
    ]
    path.write_text("series,year,value\n" + "\n".join(rows), encoding="utf-8")
    return path


def test_a_table_to_read(panel: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for Milepost, one for each peer, and what the chances were worth."""
    assert run(["backtest", str(panel), "--horizon", "4"]) == 0
    shown = capsys.readouterr().out
    assert "40 series, the last 4 points held out" in shown
    assert "| combination |" in shown
    assert "| naive |" in shown
    assert "reliability" in shown


def test_json_for_programs(panel: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same as JSON; peers can be left unmeasured."""
    assert run(["backtest", str(panel), "--json", "--no-peers", "--method", "theta"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["method"] == "theta"
    assert found["peers"] == {"naive": None, "autoets": None, "theta": None}


def test_own_series_teach_a_calibration(panel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written to a file, and taken from it again; the test says what it was learnt from."""
    own = tmp_path / "own.json"
    assert run(["calibrate", str(panel), "-o", str(own), "--method", "combination", "--horizon", "4"]) == 0
    assert "4 years ahead" in capsys.readouterr().err
    assert run(["backtest", str(panel), "--json", "--no-peers", "--calibration", str(own)]) == 0
    assert json.loads(capsys.readouterr().out)["calibration"] == "panel.csv (40 series)"


def test_too_few_series_teach_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said how many errors were found, and no file is written."""
    path, own = tmp_path / "few.csv", tmp_path / "own.json"
    path.write_text("series,year,value\n" + "\n".join(f"a,{year},{year % 7}" for year in range(2000, 2010)))
    assert run(["calibrate", str(path), "-o", str(own)]) == 2
    assert "too little to learn from" in capsys.readouterr().err
    assert not own.exists()


def test_a_file_that_is_none_ends_with_three(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unreadable input has its own exit code."""
    assert run(["backtest", str(tmp_path / "none.csv")]) == 3
    assert "cannot open the file" in capsys.readouterr().err


def test_the_reliability_of_chances_as_a_picture(panel: Path, tmp_path: Path) -> None:
    """SVG and PNG files are written; another kind is refused, and so is the input itself."""
    for name, start in (("chances.svg", b"<svg"), ("chances.png", b"\x89PNG"), ("chances.json", b"{")):
        assert run(["backtest", str(panel), "--no-peers", "--chart", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_bytes().startswith(start)
    assert run(["backtest", str(panel), "--chart", str(tmp_path / "chances.bmp")]) == 2
    assert run(["backtest", str(panel), "--chart", str(panel)]) == 2
