"""Files of pathways and tables of parts: what is written is read back, and faults are named with row and cell."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from openpyxl import Workbook, load_workbook

from milepost.kernel.errors import MilepostError, ReadError
from milepost.pathways.allocation import allocated
from milepost.pathways.files import (
    PATHWAYS,
    csv_of,
    pathway_rows,
    read_parts,
    read_pathways,
    workbook_of,
)  # fmt: skip
from milepost.pathways.years import yearly
from pathways_support import fall, growth, jobs, targets, urban

TABLE = targets(urban(), jobs(), fall(), growth())


def written(folder: Path, text: str, name: str = "ways.csv") -> Path:
    """A file with that text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    """Ways over years, as CSV and as a workbook, come back with the values that they had."""
    way = yearly(TABLE)
    rows = pathway_rows(way, TABLE)
    expected = way.select("target", "year", "value").sort("target", "year")
    for path in (written(tmp_path, csv_of(rows)), tmp_path / "ways.xlsx"):
        if path.suffix == ".xlsx":
            path.write_bytes(workbook_of(rows, {name: name for name in PATHWAYS}))
        read = read_pathways(path, TABLE)
        assert read["region"].null_count() == read.height
        assert read.select("target", "year").equals(expected.select("target", "year"))
        assert read["value"].to_list() == pytest.approx(expected["value"].to_list(), rel=1e-12)


def test_parts_that_are_written_still_tie(tmp_path: Path) -> None:
    """The values of a rate's parts, as the file has them, average to the whole."""
    parts = polars.DataFrame({"region": ["a", "b", "c"], "weight": [3.0, 7, 11], "base": [40.0, 50, 60]})
    shared = allocated(TABLE.row(0, named=True), parts, "closing_gap")
    rows = pathway_rows(shared, TABLE)
    read = read_pathways(written(tmp_path, csv_of(rows)), TABLE)
    assert float((read["value"] * parts["weight"]).sum()) / 21 == pytest.approx(0.55, rel=1e-12)


def test_steps_are_added_up_or_compounded(tmp_path: Path) -> None:
    """A file that gives what each year brings says as much as one that gives where each year ends."""
    lines = "\n".join(f"fall,{2021 + place},{step}" for place, step in enumerate([4, 4.1, 4.2, 4.5, 5.0]))
    jobs_lines = "\n".join(f"jobs,{2021 + place},20000" for place in range(5))
    read = read_pathways(written(tmp_path, f"target,year,step\n{lines}\n{jobs_lines}\n"), TABLE)
    last = read.filter(polars.col("year") == 2025)
    assert round(100 * (1 - last.filter(polars.col("target") == "fall")["value"][0]), 2) == 19.98
    assert last.filter(polars.col("target") == "jobs")["value"][0] == 100000


def test_names_and_other_units_are_understood(tmp_path: Path) -> None:
    """A target may be called by its name, headings may be Chinese, and 万人 are people."""
    read = read_pathways(written(tmp_path, "目标,年份,数值,单位\n新增就业,2021,2.1,万人\n"), TABLE)
    assert read.rows() == [("jobs", None, 2021, 21000)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("target,year,value\nurban,2021,x\n", r"row 2, value \(C2\): not valid; found 'x'; accepted: a number"),
        ("target,year,value\nurban,21,51\n", r"row 2, year \(B2\): not valid"),
        ("target,year,value\nurban,,51\n", r"row 2, year \(B2\): the cell is empty"),
        ("target,year,value\nnothing,2021,51\n", r"row 2, target: the plan has no such target; found 'nothing'"),
        ("target,year,value,unit\nurban,2021,51,人\n", r"row 2, unit: another unit than the target's"),
        ("target,year,value\nurban,2021,51\nurban,2021,52\n", "row 3: two rows for one target, region and year"),
        ("target,year\nurban,2021\n", "row 2, value: there is no value"),
        ("target,jahr,value\nurban,2021,51\n", "row 1: unknown columns; found 'jahr'"),
        ("target,value\nurban,51\n", "row 1: columns are missing; found 'year'"),
        ("target,year,value\nurban,2021,51,9\n", "row 2: more cells than headings; found '9'"),
        ("target,year,value\n", "there are no rows"),
        ("", "the file holds no text"),
    ],
)
def test_faults_name_row_and_cell(tmp_path: Path, text: str, told: str) -> None:
    """A faulty file is refused whole, and says where the fault stands and what would do."""
    with pytest.raises(ReadError, match=told):
        read_pathways(written(tmp_path, text), TABLE)


def test_an_ambiguous_name_is_not_guessed(tmp_path: Path) -> None:
    """Where two targets bear one name, the ids are asked for."""
    twins = targets(urban(), urban(target="second"))
    with pytest.raises(ReadError, match="several such targets; found '城镇化率'; accepted: urban, second"):
        read_pathways(written(tmp_path, "target,year,value\n城镇化率,2021,51\n"), twins)


def test_parts_are_read_with_their_figures(tmp_path: Path) -> None:
    """A table of parts has regions and figures; one that has a region twice is refused."""
    read = read_parts(written(tmp_path, '地区,权重,下限\n甲,"1,000",\n乙,2,3\n'))
    assert read.select("region", "weight", "low").rows() == [("甲", 1000, None), ("乙", 2, 3)]
    with pytest.raises(ReadError, match="row 3, region: two rows for one region"):
        read_parts(written(tmp_path, "region,weight\na,1\na,2\n"))


def test_text_stays_text_in_spreadsheets() -> None:
    """A name that begins like a formula is no formula, in CSV and in a workbook."""
    rows = pathway_rows(yearly(targets(urban(name="=1+1"))), targets(urban(name="=1+1")))
    assert "'=1+1" in csv_of(rows)
    sheet = load_workbook(io.BytesIO(workbook_of(rows, {"indicator": "指标", "value": "数值"}))).worksheets[0]
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["B2"].data_type) == ("=1+1", "s", "n")


def test_a_damaged_workbook_is_no_crash(tmp_path: Path) -> None:
    """Half a workbook is told as one that cannot be read."""
    book = io.BytesIO()
    Workbook().save(book)
    path = tmp_path / "half.xlsx"
    path.write_bytes(book.getvalue()[:2000])
    with pytest.raises(ReadError, match="this workbook cannot be read"):
        read_parts(path)


@given(content=some.one_of(some.binary(max_size=200), some.text(max_size=200).map(str.encode)))
@settings(max_examples=60, deadline=None)
def test_no_bytes_make_it_stumble(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever stands in a file, it is read or refused with a reason."""
    path = tmp_path_factory.mktemp("any") / "any.csv"
    path.write_bytes(content)
    for read in (read_parts, lambda each: read_pathways(each, TABLE)):
        with suppress(MilepostError):
            read(path)
