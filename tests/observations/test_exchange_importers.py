"""SDMX-CSV, JSON-stat and Open SDG: what is read, what is refused and where, and that nothing breaks the readers."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.kernel.errors import ReadError
from milepost.observations.importing import Imported, ImportOptions
from milepost.observations.model import SCHEMA

NAMES = ("sdmx_csv", "json_stat", "open_sdg")

EUROSTAT = """\
DATAFLOW,LAST UPDATE,freq,unit,s_adj,na_item,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS
ESTAT:GDP(1.0),28/08/26 23:00:00,Q,CLV20_MEUR,SCA,B1GQ,AT,2026-Q1,105150.1,p,
ESTAT:GDP(1.0),28/08/26 23:00:00,Q,CLV20_MEUR,SCA,B1GQ,AT,2026-Q2,,,C
ESTAT:GDP(1.0),28/08/26 23:00:00,Q,CLV20_MEUR,SCA,B1GQ,AT,2026-Q3,5.5,bp,C
"""
BOTH = """\
STRUCTURE,STRUCTURE_ID,ACTION,FREQ:Frequency,REF_AREA:Reference area,UNIT_MEASURE:Unit,TIME_PERIOD:Time,\
OBS_VALUE:Value,UNIT_MULT:Multiplier,OBS_STATUS:Status,OBS_CONF:Confidentiality
dataflow,"BIS:S(1.0): Property prices",I,A: Annual,US: USA,"628: Index, 2010 = 100",2020,208.2,0: Units,A: N,F: Free
dataflow,"BIS:S(1.0): Property prices",D,A: Annual,US: USA,"628: Index, 2010 = 100",2021,209.2,0: Units,A: N,F: Free
"""
NAMED = """\
STRUCTURE;STRUCTURE_ID;ACTION;REF_AREA;Reference area;MEASURE;Measure;SEX;Sex;UNIT_MEASURE;Unit;TIME_PERIOD;OBS_VALUE;\
OBS_STATUS;Observation status;UNIT_MULT;Unit multiplier
dataflow;OECD:DF(1.0);I;AUS;Australia;EMP;Employed persons;F;Female;PS;Persons;2022;5.5;E;Estimated;3;Thousands
dataflow;OECD:DF(1.0);I;AUS;Australia;EMP;Employed persons;_T;Total;PS;Persons;2023;abc;A;Normal;3;Thousands
dataflow;OECD:DF(1.0);I;AUS;Australia;EMP;Employed persons;_T;Total;PS;Persons;2024;7;F;Forecast;2;Hundreds
dataflow;OECD:DF(1.0);I;AUS;Australia;EMP;Employed persons;_T;Total;PS;Persons;2024-W3;7;A;Normal;3;Thousands
"""
CUBE: dict[str, Any] = {
    "version": "2.0",
    "class": "dataset",
    "label": "GDP",
    "source": "ESTAT",
    "updated": "2025-11-17T23:00:00+0100",
    "id": ["unit", "sex", "geo", "time"],
    "size": [2, 1, 2, 2],
    "dimension": {
        "unit": {"category": {"index": {"CP_MEUR": 0, "PC_GDP": 1}, "label": {"PC_GDP": "Percentage of GDP"}}},
        "sex": {"category": {"label": {"T": "Total"}}},
        "geo": {"category": {"index": {"DE": 1, "AT": 0}, "label": {"AT": "Austria"}}},
        "time": {"category": {"index": ["2022", "2023"]}},
    },
    "role": {"geo": ["geo"], "time": ["time"]},
    "value": {"0": 1.5, "3": 7, "6": 2.5},
    "status": {"3": "p", "6": "c"},
}
OPEN_SDG = """\
Year,Sex,Region,Units,Series,GeoCode,Value
2019,,,Percentage (%),Poverty,,12.5
2019.5,,,Percentage (%),Poverty,,12.5
2015-2017,,,Percentage (%),Poverty,,12.5
2020,Female,,Percentage (%),Poverty,,13.5
2020,,North East,Percentage (%),Poverty,E12,14.5
2020,,South,Percentage (%),Poverty,E13,<5
2021,,South,Percentage (%),Poverty,E13,
"""


def imported(importer: str, content: str, name: str = "file", **options: str) -> Imported:
    """What an importer makes of a text."""
    module = import_module(f"milepost.observations.importers.{importer}")
    read = module.read(content.encode(), name, ImportOptions(**options))
    assert isinstance(read, Imported)
    assert dict(read.rows.schema) == {column: kind() for column, kind in SCHEMA.items()}
    assert len(read.places) == read.rows.height
    return read


def told(read: Imported) -> list[str]:
    """The faults, each in a line."""
    return [fault.told() for fault in read.faults]


def test_eurostat_rows_keep_unit_basis_flags_and_date() -> None:
    """Unit codes become units and bases, flags become status and note, and what is confidential stays inside."""
    read = imported("sdmx_csv", EUROSTAT)
    columns = ["indicator", "region", "period_kind", "period", "value", "unit", "status", "vintage", "basis", "access"]
    first, second = read.rows.select(columns).rows()
    basis = "chain-linked volumes of 2020; s_adj: SCA"
    assert first == (
        "B1GQ", "AT", "quarter", "2026-Q1", 105150.1, "million EUR", "preliminary", "2026-08-28", basis, None,
    )  # fmt: skip
    assert second[-1] == "internal"
    assert read.rows["note"].to_list() == ["provisional", "break in series; provisional"]
    assert [note.en for note in read.notes] == ["1 row without a value"]


def test_codes_with_labels_are_taken_apart_and_deletions_refused() -> None:
    """With labels=both codes identify and labels name; a row that asks for a deletion is a fault with its cell."""
    read = imported("sdmx_csv", BOTH)
    columns = ["indicator", "region", "region_name", "period", "unit", "basis"]
    assert read.rows.select(columns).rows() == [("Property prices", "US", "USA", "2020", "index", "2010 = 100")]
    assert len(read.faults) == 1
    assert told(read)[0].startswith("row 3, ACTION (C3): observations are only ever added")


def test_names_beside_codes_totals_multipliers_and_forecasts() -> None:
    """Dimensions narrow the name unless they are totals, multipliers go into the unit, a forecast is no observation."""
    read = imported("sdmx_csv", NAMED)
    columns = ["indicator", "period", "value", "unit", "status"]
    assert read.rows.select(columns).rows() == [
        ("Employed persons (SEX: Female)", "2022", 5.5, "thousand persons", "estimate"),
        ("Employed persons", "2024", 700.0, "persons", "plan"),
    ]
    assert [fault.where for fault in read.faults] == ["row 3, OBS_VALUE (M3)", "row 5, TIME_PERIOD (L5)"]


def test_a_file_without_a_region_asks_for_one() -> None:
    """Where no column says the region the error names the option, and with the option it is read."""
    text = "DATAFLOW,FREQ,INDICATOR,TIME_PERIOD,OBS_VALUE\nX:Y(1.0),A,POP,2020,5\n"
    with pytest.raises(ReadError, match="--region"):
        imported("sdmx_csv", text)
    assert imported("sdmx_csv", text, region="D1").rows["region"].to_list() == ["D1"]


def test_a_sparse_cube_is_read_by_its_places() -> None:
    """Values and flags by place, members by list or object, and units from a dimension of units."""
    read = imported("json_stat", json.dumps(CUBE))
    columns = ["indicator", "region", "region_name", "period", "value", "unit", "basis", "status", "access"]
    assert read.rows.select(columns).rows() == [
        ("GDP", "AT", "Austria", "2022", 1.5, "million EUR", "current prices", None, None),
        ("GDP", "DE", None, "2023", 7.0, "million EUR", "current prices", "preliminary", None),
        ("GDP", "DE", None, "2022", 2.5, "%", "Percentage of GDP", None, "internal"),
    ]
    assert read.places == ("$.value[0]", "$.value[3]", "$.value[6]")
    assert read.rows["vintage"].unique().to_list() == ["2025-11-17"]
    assert [note.en for note in read.notes] == ["dimensions that are totals throughout, not in the names: sex"]


def test_a_dense_cube_and_a_collection_give_the_same() -> None:
    """The same values as a list, and inside a collection, are the same rows; what is linked only is said."""
    dense = CUBE | {
        "value": [1.5, None, None, 7, None, None, 2.5, None],
        "status": [None] * 3 + ["p", None, None, "c", None],
    }
    collection = {"class": "collection", "link": {"item": [{"class": "dataset", "href": "elsewhere"}, CUBE]}}
    sparse = imported("json_stat", json.dumps(CUBE)).rows
    assert imported("json_stat", json.dumps(dense)).rows.equals(sparse)
    inside = imported("json_stat", json.dumps(collection))
    assert inside.rows.equals(sparse)
    assert inside.places[0] == "$.link.item[1].value[0]"
    assert "1 dataset given by address only, not read" in [note.en for note in inside.notes]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"size": [2, 1, 2]}, r"\$\.size"),
        ({"value": [1, 2]}, r"\$\.value"),
        ({"value": {"8": 1}}, r"\$\.value"),
        ({"id": ["unit", "unit", "geo", "time"]}, r"\$\.id"),
        ({"size": [2, 1, 3, 2]}, r"\$\.dimension\.geo\.category\.index"),
    ],
)
def test_a_damaged_cube_is_refused_by_its_path(change: dict[str, Any], path: str) -> None:
    """Sizes, members and values that do not go together are an error that names the JSON path."""
    with pytest.raises(ReadError, match=path):
        imported("json_stat", json.dumps(CUBE | change))


def test_values_that_are_no_numbers_are_faults_with_their_place() -> None:
    """Text, truth values and infinities among the values are faults; the others are read."""
    values = [1.5, "x", True, 10**400, None, None, 2.5, None]
    read = imported("json_stat", json.dumps(CUBE | {"value": values}))
    assert read.rows["value"].to_list() == [1.5, 2.5]
    assert [fault.where for fault in read.faults] == ["$.value[1]", "$.value[2]", "$.value[3]"]


def test_open_sdg_headline_disaggregation_and_regions() -> None:
    """Blank columns are the headline, others narrow the name, a column that names the region's code is its name."""
    read = imported("open_sdg", OPEN_SDG, "data/indicator_1-2-1.csv", region="UK")
    columns = ["indicator", "region", "region_name", "period", "value", "unit"]
    assert read.rows.select(columns).rows() == [
        ("1.2.1 Poverty", "UK", None, "2019", 12.5, "%"),
        ("1.2.1 Poverty (Sex: Female)", "UK", None, "2020", 13.5, "%"),
        ("1.2.1 Poverty", "E12", "North East", "2020", 14.5, "%"),
    ]
    assert [fault.where for fault in read.faults] == ["row 3, Year (A3)", "row 4, Year (A4)", "row 7, Value (G7)"]


@pytest.mark.parametrize(
    ("importer", "content"), [("sdmx_csv", EUROSTAT), ("json_stat", json.dumps(CUBE)), ("open_sdg", OPEN_SDG)]
)
def test_a_format_is_recognised_by_its_own_importer_only(importer: str, content: str) -> None:
    """Whatever the file is called, one importer recognises it and the other two do not."""
    said = {
        name: import_module(f"milepost.observations.importers.{name}").recognises(content.encode(), "file.txt")
        for name in NAMES
    }
    assert said == {name: name == importer for name in NAMES}


KEYS = st.sampled_from("value dimension id size role link item class category index a".split())
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
).map(lambda tree: json.dumps(tree).encode())
CELL = st.text(alphabet='AZ09,;:"\n\r \x00年-.', max_size=6)


@pytest.mark.parametrize("importer", NAMES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_damaged_files_give_rows_faults_or_one_error(importer: str, data: st.DataObject) -> None:
    """A file that was cut, mixed up or filled with anything is read, or refused with a ReadError; nothing else."""
    whole = {"sdmx_csv": EUROSTAT + NAMED, "json_stat": json.dumps(CUBE), "open_sdg": OPEN_SDG}[importer]
    content = data.draw(st.sampled_from([whole, EUROSTAT, BOTH, NAMED])) if importer == "sdmx_csv" else whole
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    broken = content[:start] + data.draw(CELL) + content[end:]
    module = import_module(f"milepost.observations.importers.{importer}")
    module.recognises(broken.encode(), "f")
    try:
        read = module.read(broken.encode(), "f", ImportOptions(region="D1"))
    except ReadError:
        return
    assert read.rows.columns == list(SCHEMA)
    assert len(read.places) == read.rows.height


@pytest.mark.parametrize("importer", NAMES)
@settings(max_examples=40, deadline=None)
@given(content=st.one_of(st.binary(max_size=60), TREES))
def test_any_bytes_are_refused_in_one_way(importer: str, content: bytes) -> None:
    """Any bytes, and any JSON, are read or refused with a ReadError."""
    module = import_module(f"milepost.observations.importers.{importer}")
    module.recognises(content, "f")
    try:
        module.read(content, "f", ImportOptions(region="D1"))
    except ReadError:
        return
