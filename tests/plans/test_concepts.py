"""The table of concepts, and how figures are tied to it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

import milepost
from milepost.languages.chinese.units import UNITS
from milepost.plans.concepts.matching import NAMINGS, concept_of, plain_names
from milepost.plans.concepts.model import BASES, DEPARTMENTS
from milepost.plans.concepts.table import concept, concepts
from milepost.plans.run import compile_plan

GOLDEN = Path(__file__).parents[1] / "golden"
BASE_UNITS = {code for code, _ in UNITS.values()}


def test_ids_and_names_are_unique() -> None:
    """No id stands twice, and no name, however it is spelled, belongs to two concepts."""
    rows = Path(milepost.__file__).with_name("plans").joinpath("concepts/concepts.tsv").read_text("utf-8").splitlines()
    assert len(concepts()) == len(rows) - 1
    for code in NAMINGS:
        assert len(plain_names(code)) > 400


@pytest.mark.parametrize("code", NAMINGS)
def test_the_lists_of_names_are_up_to_date(code: str) -> None:
    """The list beside the table holds the plain names that the table gives."""
    listing = "".join(f"{name}\t{identity}\n" for name, identity in sorted(plain_names(code).items()))
    path = Path(milepost.__file__).with_name("plans") / "concepts" / f"names.{code}.tsv"
    assert path.read_text("utf-8") == listing, "run scripts/make_concept_names.py"


def test_every_field_is_legal() -> None:
    """Nature, direction, units, limits, basis, publisher and department are what the model knows."""
    for each in concepts().values():
        assert each.nature in ("stock", "flow", "rate"), each.id
        assert each.direction in ("up", "down", "hold", "none"), each.id
        assert each.units, each.id
        assert all(unit in BASE_UNITS or set(unit.split("/")) <= BASE_UNITS for unit in each.units), each.id
        assert each.low is None or each.high is None or each.low < each.high, each.id
        assert set(each.basis) <= set(BASES), each.id
        assert {each.publisher, each.department} <= set(DEPARTMENTS), each.id
        assert all(each.names(code) for code in NAMINGS), each.id


def test_a_share_has_limits() -> None:
    """A rate without a unit of measurement has an upper limit unless it counts things per person or per unit."""
    open_ended = [
        each.id for each in concepts().values()
        if each.nature == "rate" and each.units == ("1",) and each.high is None
    ]  # fmt: skip
    assert len(open_ended) <= 3, open_ended


def test_a_change_names_what_changes() -> None:
    """A growth, reduction or addition has the id of its base, and a base that is none itself."""
    for each in concepts().values():
        assert (each.base is None) == (each.change is None), each.id
        if each.base is not None:
            base = concept(each.base)
            assert base is not None, each.id
            assert base.base is None, each.id
            assert each.id == f"{each.base}_{each.change}"


def test_people_who_are_moved_are_never_scored() -> None:
    """Counts of people resettled or transferred have no wanted direction and are marked for review."""
    marked = {each.id for each in concepts().values() if each.safeguard}
    assert {"people_resettled", "rural_labour_transferred", "rural_migrants_settled"} <= marked
    assert all(each.direction == "none" for each in concepts().values() if each.safeguard)


@pytest.mark.parametrize(
    ("subject", "unit", "expected"),
    [
        ("地区生产总值", "亿元", "gdp"),
        ("国内生产总值年均增长", "%", "gdp_growth"),
        ("GDP", "%", "gdp_growth"),
        ("人均地区生产总值", "倍", "gdp_per_capita"),
        ("单位GDP能耗累计下降", "%", "energy_intensity_fall"),
        ("单位地区生产总值能源消耗", "吨标准煤/万元", "energy_intensity"),
        ("全社会R&D经费支出占GDP的比重", "%", "rd_intensity"),
        ("全省研究与试验发展经费投入强度", "%", "rd_intensity"),
        ("全社会研发经费投入", "亿元", "rd_expenditure"),
        ("清河市城市空气质量优良天数比例", "%", "air_quality_days"),
        ("地表水国控断面达到或好于Ⅲ类水体比例", "%", None),
        ("地表水达到或好于三类水体比例", "%", "surface_water_quality"),
        ("每千名常住人口拥有执业（助理）医师数", "人", "doctors_per_thousand"),
        ("每万人口发明专利拥有量", "件", "patents_per_ten_thousand"),
        ("城镇新增就业人数", "万人", "urban_jobs_created"),
        ("新建5G基站", "个", "base_stations_5g_added"),
        ("5G基站数量", "万个", "base_stations_5g"),
        ("新认定高新技术企业", "家", "high_tech_firms_added"),
        ("易地搬迁人口", "万人", "people_resettled"),
        ("宁清港集装箱吞吐量", "万标箱", "container_throughput"),
    ],
)
def test_chinese_names_are_tied(subject: str, unit: str, expected: str | None) -> None:
    """Spelling, places, words of change and the unit decide together."""
    assert concept_of(subject, unit, "zh") == expected


@pytest.mark.parametrize(
    ("subject", "unit", "expected"),
    [
        ("Unemployment rate", "percent", "surveyed_unemployment"),
        ("Annual growth of GDP", "%", "gdp_growth"),
        ("GRDP per capita", "pesos", None),
        ("Forest coverage", "%", "forest_cover"),
        ("Percentage of births attended in health facilities", "%", "hospital_delivery"),
        ("Number of new urban jobs", "million jobs", "urban_jobs_created"),
        ("China's gross domestic product", "trillion yuan", "gdp"),
        ("Women's life expectancy", "years", None),
    ],
)
def test_english_names_are_tied(subject: str, unit: str, expected: str | None) -> None:
    """English names are compared without number, articles and words of change."""
    assert concept_of(subject, unit, "en") == expected


@pytest.mark.parametrize(
    ("subject", "unit"),
    [
        ("生产总值能耗", "亿元"),  # the head is another
        ("重点企业研发经费投入", "亿元"),  # a part of the whole
        ("森林覆盖率", "万亩"),  # the unit does not belong
        ("粮食产量", "万头"),
        ("高新技术企业", "亿元"),
        ("森林覆盖率监测站", "个"),
        ("农民工子女人均可支配收入", "元"),
        ("", None),
        ("增长", "%"),
        ("覆盖率" * 200_000, "%"),
        ("森林覆盖率", "尺"),
    ],
)
def test_what_does_not_surely_fit_is_tied_to_nothing(subject: str, unit: str | None) -> None:
    """Another head, a part of the whole, a foreign unit, or no name at all give None."""
    assert concept_of(subject, unit, "zh") is None


def test_another_language_has_no_names() -> None:
    """A language without names gives None and no error."""
    assert concept_of("taux de chômage", "%", "fr") is None


def test_a_thousand_subjects_take_no_time() -> None:
    """A thousand names are tied in a fraction of what compiling a plan takes."""
    concept_of("森林覆盖率", "%", "zh")
    subjects = [f"清河市第{number}区城镇居民人均可支配收入年均增长" for number in range(1000)]
    start = time.process_time()
    for subject in subjects:
        concept_of(subject, "%", "zh")
    assert time.process_time() - start < 0.1


def test_commitments_and_frames_carry_the_concept() -> None:
    """What the table ties stands on the commitment and in its column."""
    plan = milepost.read_text("到2025年，森林覆盖率达到22%以上，建成文化长廊3条。", "zh")
    assert [row.concept for row in plan.commitments] == ["forest_cover", None]
    assert plan.frame("commitments")["concept"].to_list() == ["forest_cover", None]


def test_the_real_plan_is_tied(real_plans: Path) -> None:
    """Nineteen of twenty headline rows and seven of ten commitments have a concept, and rows of one thing the same."""
    plan = compile_plan(real_plans / "seed" / "tacheng-14th-fyp.txt")
    assert sum(row.concept is not None for row in plan.indicators) >= len(plan.indicators) - 1
    assert sum(row.concept is not None for row in plan.commitments) >= 0.7 * len(plan.commitments)


def test_golden_rows_of_one_meaning_have_one_concept() -> None:
    """On the annotated plan, rows tied by hand are tied, rows without a meaning are not, meanings stay apart."""
    rows = json.loads((GOLDEN / "tacheng.concepts.json").read_text("utf-8"))["rows"]
    units = {
        (tuple(row["value_span"]), row["subject"]): row.get("target", row)["unit"]
        for row in json.loads((GOLDEN / "tacheng.commitments.json").read_text("utf-8"))["rows"]
    }
    ours: dict[str, set[str]] = {}
    wrong, right = [], 0
    for row in rows:
        if "value_span" not in row:
            continue
        found = concept_of(row["subject"], units[tuple(row["value_span"]), row["subject"]], "zh")
        allowed = [row["concept"], *row.get("concept_alt", [])]
        if found is None:
            wrong += [row["subject"]] if None not in allowed else []
            continue
        if allowed == [None]:
            wrong.append(row["subject"])
        if row["concept"] is not None:
            # A growth and its base are one thing to the annotation.
            tied = concept(found)
            assert tied is not None
            ours.setdefault(row["concept"], set()).add(tied.base or tied.id)
        right += 1
    assert wrong == []
    assert {name: ids for name, ids in ours.items() if len(ids) > 1} == {}
    assert right >= 70
