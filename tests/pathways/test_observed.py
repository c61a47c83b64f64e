"""Where parts stand and what they weigh, as statistics say."""

from __future__ import annotations

import polars
import pytest

from milepost.kernel.errors import ReadError, UsageError
from milepost.observations.model import SCHEMA
from milepost.observations.vintages import chosen, known
from milepost.pathways.observed import bases_of, parts_of, weights_of, with_codes
from milepost.plans.model import Region, RegionPart
from pathways_support import growth, jobs, targets, urban

REGION = Region("某地区", "1", (RegionPart("甲县", "11", ("甲",)), RegionPart("乙县", "12", ())))
ROWS = [
    ("常住人口", "11", "2019", 10.0, "万人"),
    ("常住人口", "12", "2019", 20.0, "万人"),
    ("常住人口", "11", "2020", 12.0, "万人"),
    ("常住人口城镇化率", "11", "2020", 40.0, "%"),
    ("常住人口城镇化率", "12", "2020", 50.0, "%"),
    ("常住人口城镇化率", "11", "2022", 44.0, "%"),
    ("常住人口城镇化率", "12", "2022", 55.0, "%"),
    ("城镇新增就业", "11", "2022", 0.5, "万人次"),
    ("城镇新增就业", "12", "2022", 0.7, "万人次"),
]


@pytest.fixture(scope="module")
def rows() -> polars.DataFrame:
    """Statistics of two counties."""
    names = ("indicator", "region", "period", "value", "unit")
    table = polars.DataFrame(ROWS, schema=list(names), orient="row").with_columns(period_kind=polars.lit("year"))
    absent = [polars.lit(None, dtype=kind).alias(name) for name, kind in SCHEMA.items() if name not in table.columns]
    columns = [polars.col(name).cast(kind) for name, kind in SCHEMA.items()]
    return chosen(known(table.with_columns(absent).select(columns)))


def test_bases_are_of_the_year_in_which_the_way_begins(rows: polars.DataFrame) -> None:
    """Bases are taken in one year for all parts, the last one up to the start, in the plan's unit."""
    target = targets(urban(name="常住人口城镇化率", concept="urbanisation_rate")).row(0, named=True)
    found = bases_of(target, rows, parts_of(REGION), "zh").sort("region")
    assert found["year"].to_list() == [2020, 2020]
    assert found["base"].round(9).to_list() == [40, 50]


def test_bases_of_a_sum_are_those_of_as_many_years(rows: polars.DataFrame) -> None:
    """Five years of jobs are held against five times a year's jobs."""
    target = targets(jobs(name="城镇新增就业", concept="urban_jobs_created")).row(0, named=True)
    found = bases_of(target, rows, parts_of(REGION), "zh").sort("region")
    assert found["base"].round(6).to_list() == [25000, 35000]


def test_growth_has_no_bases(rows: polars.DataFrame) -> None:
    """A rate of growth begins at nothing: what the statistics have of it is no base."""
    assert bases_of(targets(growth()).row(0, named=True), rows, parts_of(REGION), "zh").is_empty()


def test_weights_are_of_a_year_that_all_parts_have(rows: polars.DataFrame) -> None:
    """The population of 2019 is taken, since one county has no figure of 2020; what none has is told."""
    found = weights_of("常住人口", rows, parts_of(REGION), 2020.0).sort("region")
    assert found.rows() == [("11", 2019, 100000), ("12", 2019, 200000)]
    with pytest.raises(UsageError, match=r"of parts there are: .*常住人口"):
        weights_of("汽车保有量", rows, parts_of(REGION), 2020.0)


def test_regions_may_be_called_by_name_or_alias() -> None:
    """Codes, names and short names are all taken; strangers and doubles are told."""
    given = polars.DataFrame({"region": ["甲", "12"], "weight": [1.0, 2.0]})
    assert with_codes(given, REGION, "w.csv")["region"].to_list() == ["11", "12"]
    faults = {"丙": "no part of the plan's region; found '丙'", "甲县": "two rows for one region"}
    for second, told in faults.items():
        with pytest.raises(ReadError, match=told):
            with_codes(given.with_columns(region=polars.Series(["甲", second])), REGION, "w.csv")


def test_a_plan_without_parts_says_so() -> None:
    """Nothing can be shared out where nobody says among whom."""
    with pytest.raises(UsageError, match="names no parts"):
        parts_of(None)
