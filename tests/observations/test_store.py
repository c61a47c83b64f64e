"""A file of observations that only grows: what is added, what stands there already, what contradicts it."""

from __future__ import annotations

from pathlib import Path

import pytest

from milepost.kernel.errors import ReadError, UsageError
from milepost.observations.files import read_observations
from milepost.observations.importers import csv
from milepost.observations.importing import Imported, ImportOptions
from milepost.observations.store import appending, write
from milepost.observations.validating import validated

HEAD = "indicator,region,period_kind,period,value,unit,source,vintage,note"
FIRST = "a,654200,year,2020,5.50,%,s,2021-01-01,\n"


def rows(*lines: str) -> Imported:
    """Rows as an importer gives them."""
    text = HEAD + "\n" + "".join(lines)
    return validated(csv.read(text.encode(), "new.csv", ImportOptions()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one row."""
    file = tmp_path / "o.csv"
    file.write_text(f"{HEAD}\n{FIRST}", encoding="utf-8")
    return file


def test_a_file_that_is_not_there_is_made_with_all_columns(tmp_path: Path) -> None:
    """Rows added to no file make one in the columns of the format."""
    target = tmp_path / "new.csv"
    write(appending(target, rows(FIRST)))
    assert target.read_text(encoding="utf-8").startswith("indicator,region,region_name,period_kind,period,value,unit")
    assert read_observations(target)["value"].to_list() == [5.5]


def test_what_stands_there_stays_to_the_byte(path: Path) -> None:
    """New rows are put behind the file, in the columns that it has; not a byte before them changes."""
    before = path.read_bytes()
    appended = appending(path, rows("b,654200,year,2020,7,%,s,2021-01-01,=x\n"))
    write(appended)
    assert path.read_bytes() == before + b"b,654200,year,2020,7,%,s,2021-01-01,'=x\n"
    assert read_observations(path)["note"].to_list() == [None, "=x"]


def test_the_same_row_is_not_added_twice(path: Path) -> None:
    """A row that stands there already, though written otherwise, is the same and adds nothing."""
    before = path.read_bytes()
    appended = appending(path, rows("a,654200,year,2020,5.5,%,s,2021-01-01,other note\n"))
    assert (appended.count("new"), appended.count("same"), appended.count("conflict")) == (0, 1, 0)
    write(appended)
    assert path.read_bytes() == before


def test_another_value_for_a_key_is_refused_and_a_later_vintage_is_not(path: Path) -> None:
    """A different value needs a vintage of its own; without one nothing is written, not even the good rows."""
    before = path.read_bytes()
    appended = appending(path, rows("a,654200,year,2020,6,%,s,2021-01-01,\n", "b,1,year,2020,7,%,s,,\n"))
    assert appended.states.to_list() == ["conflict", "new"]
    with pytest.raises(ReadError, match="another value already") as caught:
        write(appended)
    assert "--vintage" in str(caught.value)
    assert path.read_bytes() == before
    write(appending(path, rows("a,654200,year,2020,6,%,s,2022-01-01,\n")))
    assert read_observations(path)["value"].to_list() == [5.5, 6.0]


def test_a_column_that_the_file_lacks_is_added(path: Path) -> None:
    """Where new rows say more than the file has columns for, it gets them, and its rows stay the same."""
    old = read_observations(path)
    new = validated(
        csv.read(b"indicator,region,period_kind,period,value,unit,access\nb,1,year,2020,7,%,internal\n", "n",
                 ImportOptions())
    )  # fmt: skip
    write(appending(path, new))
    now = read_observations(path)
    assert now.head(1).equals(old)
    assert now["access"].to_list() == [None, "internal"]


def test_a_file_changed_meanwhile_is_not_overwritten(path: Path) -> None:
    """What somebody else added between looking and writing is never lost."""
    appended = appending(path, rows("b,654200,year,2020,7,%,s,2021-01-01,\n"))
    with path.open("a", encoding="utf-8") as file:
        file.write("c,654200,year,2020,7,%,s,2021-01-01,\n")
    with pytest.raises(ReadError, match="changed meanwhile"):
        write(appended)
    assert read_observations(path)["indicator"].to_list() == ["a", "c"]


def test_rows_are_added_to_long_files_only(tmp_path: Path) -> None:
    """A table with years as columns is no file that rows can be added to."""
    wide = tmp_path / "wide.csv"
    wide.write_text("指标,地区,2020年,2021年\na,1,5,6\n", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be added"):
        appending(wide, rows(FIRST))


def test_a_faulty_file_is_not_added_to(path: Path) -> None:
    """A file with a faulty row is mended first: nothing is put behind it."""
    with path.open("a", encoding="utf-8") as file:
        file.write("c,654200,year,2020,many,%,s,,\n")
    with pytest.raises(ReadError, match=r"row 3, value \(E3\)"):
        appending(path, rows(FIRST))
