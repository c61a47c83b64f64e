"""Which observed names serve which items of a plan, which are only reported, and which regions rows are about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from milepost.kernel.errors import UsageError
from milepost.observations.growth import STATED_GROWTH
from milepost.observations.matching import MATCHES, NOTES, levels, match, regions, with_growth
from milepost.observations.model import SCHEMA
from milepost.observations.naming import difference
from milepost.observations.units import base_unit
from milepost.plans.concepts.model import Concept
from milepost.plans.concepts.table import concepts
from milepost.plans.model import DocumentFacts, Plan, PlanPeriod, Region, RegionPart

ITEMS = [
    ("i1", "常住人口城镇化率", "urbanisation_rate", "%"),
    ("i2", "粮食综合生产能力", "grain_capacity", "万吨"),
    ("i3", "地区生产总值增长", "gdp_growth", "%"),
    ("i4", "居民人均可支配收入增长", "disposable_income_growth", "%"),
    ("i5", "招商引资到位资金", "investment_attracted", "亿元"),
    ("c1", "常住人口城镇化率", "urbanisation_rate", "%"),
    ("c2", "城市污水处理率", "urban_sewage_treatment", "%"),
    ("c3", "县城污水处理率", "urban_sewage_treatment", "%"),
    ("c4", "馕产业园数量", None, "个"),
    ("c5", "单位地区生产总值能耗降低", "energy_intensity_fall", "%"),
]
# A printed unit for a code of the table of concepts; what is counted and no rate has none of its own.
PRINTED = {"1": "%", "CNY": "亿元", "t": "万吨", "mu": "万亩", "person": "万人", "m": "公里", "m3": "亿立方米"}
PRINTED_ENGLISH = {"1": "%", "CNY": "yuan", "t": "tons", "person": "persons", "m": "km"}


def printed(each: Concept, language: str) -> str | None:
    """A unit in which a concept may be printed."""
    code = each.units[0] if each.units else ""
    if code == "1" and each.nature != "rate":
        return "个" if language == "zh" else ""
    return (PRINTED if language == "zh" else PRINTED_ENGLISH).get(code)


def asked(*items: tuple[str, str, str | None, str]) -> polars.DataFrame:
    """Targets of such items: id, name, concept, unit."""
    bases = [base_unit(unit) for *_, unit in items]
    columns: dict[str, Any] = {
        "item": [each[0] for each in items],
        "name": [each[1] for each in items],
        "concept": [each[2] for each in items],
        "unit": [each[3] for each in items],
        "unit_code": [each and each.code for each in bases],
        "unit_factor": [each and each.factor for each in bases],
    }
    return polars.DataFrame(columns, schema_overrides={"concept": polars.String})


def found(*names: tuple[str, str | None], **options: Any) -> list[tuple[str, str, bool, str | None]]:
    """Item, how, whether it is certain and the note of each match with ITEMS."""
    table = polars.DataFrame(names, schema={"indicator": polars.String, "unit": polars.String}, orient="row")
    return match(table, asked(*ITEMS), "zh", **options).select("item", "how", "certain", "note").rows()


def test_one_name_serves_the_table_and_the_text() -> None:
    """A name that two items bear, or a synonym of their concept, serves both."""
    assert found(("常住人口城镇化率", "%")) == [("i1", "name", True, None), ("c1", "name", True, None)]
    assert found(("城镇化率", "%")) == [("i1", "concept", True, None), ("c1", "concept", True, None)]


def test_one_item_may_have_several_names() -> None:
    """Two names of one thing both serve it, each with its own row."""
    assert [each[0] for each in found(("GDP增速", "%"), ("经济增长率", "%"))] == ["i3", "i3"]


def test_an_id_stands_before_names() -> None:
    """Statistics that bear the id of an item serve it, whatever their unit is called."""
    assert found(("i2", "万吨")) == [("i2", "id", True, None)]


def test_a_related_concept_is_reported_and_not_taken() -> None:
    """Grain output is not grain capacity: the match is uncertain, and says why."""
    assert found(("粮食总产", "亿斤")) == [("i2", "spelling", False, "related_concept")]


def test_a_part_does_not_serve_the_whole() -> None:
    """Funds from outside the region are a part of all funds, and a county town's rate is no city's."""
    assert found(("招商引资区外到位资金", "亿元")) == [("i5", "concept", False, "part_of")]
    assert found(("招商引资到位资金", "亿元")) == [("i5", "name", True, None)]
    assert ("c3", "name", True, None) in found(("县城污水处理率", "%"))
    assert ("c2", "concept", False, "qualifier_differs") in found(("县城污水处理率", "%"))
    assert [each[2:] for each in found(("污水处理率", "%"))] == [(False, "ambiguous"), (False, "wider")]


@pytest.mark.parametrize(
    ("observed", "plan", "note"),
    [
        ("居民人均可支配收入（农村）", "居民人均可支配收入", "bracket"),
        ("失业率（青年）", "失业率", "bracket"),
        ("限额以上社会消费品零售总额", "社会消费品零售总额", "part_of"),
        ("其中：出口总额", "进出口总额", "part_of"),
        ("规下工业增加值", "规上工业增加值", "qualifier_differs"),
        ("基本养老保险参保率", "城镇职工基本养老保险参保率", "wider"),
        ("female literacy rate", "male literacy rate", "qualifier_differs"),
        ("unemployment rate (youth)", "unemployment rate", "bracket"),
        ("rural water supply", "water supply", "part_of"),
        ("地区生产总值（亿元）", "地区生产总值", None),
        ("地区生产总值（2020年不变价）", "地区生产总值", None),
        ("研发（R&D）经费投入", "研发经费投入", None),
        ("塔城市空气质量优良天数比率", "县城空气质量优良天数比率", "wider"),
        ("城乡居民收入", "居民收入", None),
        ("进出口总额", "外贸进出口总额", None),
        ("imports and exports", "total imports and exports", None),
    ],
)
def test_words_that_make_a_name_another_thing(observed: str, plan: str, note: str | None) -> None:
    """Which part, and what stands in brackets, is held against the plan's name; units, bases and places are not."""
    assert difference(observed, plan) == note


@pytest.mark.parametrize(
    ("unit", "note"),
    [
        ("亿元", "unit_differs"),
        ("百分点", "unit_differs"),
        ("颗星", "unit_unknown"),
        (None, "unit_missing"),
        ("%", None),
    ],
)
def test_the_dimension_must_fit(unit: str | None, note: str | None) -> None:
    """A unit that measures something else, is not known or not given makes a match uncertain; points are no percent."""
    assert ("i1", "name", note is None, note) in found(("常住人口城镇化率", unit))


def test_a_level_does_not_serve_its_growth_but_is_known_as_its_level() -> None:
    """A level in money matches no target in percent; `levels` names it for whoever may compute growth from it."""
    names = polars.DataFrame({"indicator": ["地区生产总值"], "unit": ["亿元"]})
    assert match(names, asked(*ITEMS), "zh").filter("certain").height == 0
    assert levels(names, asked(*ITEMS), "zh").select("item", "how", "certain").rows() == [("i3", "level", True)]


def test_a_share_is_no_growth() -> None:
    """A share of something in percent does not serve the target for its growth."""
    assert [each for each in found(("地区生产总值占比", "%")) if each[2]] == []


def test_what_is_declared_replaces_what_is_found() -> None:
    """A declared name serves the item named by id, name or concept, and nothing else; an empty text means none."""
    names = ("粮食总产", "亿斤"), ("馕产业园", "个")
    declared = {"粮食总产": "grain_capacity", "馕产业园": "c4"}
    assert found(*names, declared=declared) == [("i2", "declared", True, None), ("c4", "declared", True, None)]
    assert found(("常住人口城镇化率", "%"), declared={"常住人口城镇化率": ""}) == []
    assert found(("粮食总产", "元"), declared=declared) == [("i2", "declared", False, "unit_differs")]


def test_a_declaration_that_names_no_item_is_wrong_use() -> None:
    """A declared name must lead to an item of the plan; the error says what would be accepted."""
    with pytest.raises(UsageError, match=r"names: 粮食总产: names no item; found 'i99'; accepted: the id"):
        found(("粮食总产", "亿斤"), declared={"粮食总产": "i99"})


def test_close_spelling_is_only_reported() -> None:
    """A name that is only spelt alike is reported with its likeness and never certain."""
    assert found(("馕产业园区数量", "个")) == [("c4", "spelling", False, "close_spelling")]
    assert found(("互联网用户", "万户")) == []


def test_synonyms_of_every_concept_lead_to_it_and_to_nothing_else() -> None:
    """Of all names of all concepts in both languages no certain match is wrong, and nine in ten are found."""
    for language in ("zh", "en"):
        known = [(each, printed(each, language)) for each in concepts().values()]
        measured = [(each, unit) for each, unit in known if unit is not None]
        items = asked(*((each.id, each.names(language)[0], each.id, unit) for each, unit in measured))
        meant = {(name, unit): each.id for each, unit in measured for name in each.names(language)[1:]}
        names = polars.DataFrame(list(meant), schema=["indicator", "unit"], orient="row")
        certain = match(names, items, language).filter("certain").select("indicator", "unit", "item").rows()
        assert [row for row in certain if meant[row[0], row[1]] != row[2]] == []
        assert len(certain) >= 0.9 * len(meant)


@pytest.mark.parametrize(
    "pattern", ["农村{}", "女性{}", "规模以下{}", "区外{}", "其中：{}", "{}（青年）", "重点企业{}", "{}合格率"]
)
def test_a_word_more_makes_another_thing(pattern: str) -> None:
    """With a restricting word before or behind it no name of a concept serves the concept itself."""
    items = [(each.id, each.zh, each.id, printed(each, "zh") or "") for each in concepts().values()]
    kept = [each for each in items if each[3] and pattern.strip("{}（）：") not in each[1]]
    meant = {(pattern.format(name), unit): item for item, name, _, unit in kept}
    names = polars.DataFrame(list(meant), schema=["indicator", "unit"], orient="row")
    certain = match(names, asked(*kept), "zh").filter("certain").select("indicator", "unit", "item")
    wrong = [name for name, unit, item in certain.iter_rows() if meant[name, unit] == item]
    assert len(wrong) <= 0.02 * len(meant), wrong


@given(some.lists(some.tuples(some.text(max_size=12), some.none() | some.text(max_size=4)), max_size=5))
@settings(max_examples=50, deadline=None)
def test_odd_names_match_nothing_certain(names: list[tuple[str, str | None]]) -> None:
    """Whatever a name is, the result has its columns, notes of the table, and a note wherever it is uncertain."""
    table = polars.DataFrame(names, schema={"indicator": polars.String, "unit": polars.String}, orient="row")
    result = match(table, asked(*ITEMS), "zh")
    assert result.schema == MATCHES
    assert set(result["note"].drop_nulls()) <= set(NOTES)
    assert result.filter(~polars.col("certain") & polars.col("note").is_null()).height == 0


def observation(**columns: Any) -> polars.DataFrame:
    """One observation."""
    return polars.DataFrame([{"region": "654200", "period_kind": "year", "period": "2022", **columns}], schema=SCHEMA)


@pytest.mark.parametrize(
    ("columns", "added"),
    [
        ({"indicator": "地区生产总值", "unit": "亿元", "basis": "当年价"}, ("地区生产总值增长", 5.2, "可比价格")),
        ({"indicator": "GDP", "unit": "yuan"}, ("growth of gross domestic product", 5.2, "constant prices")),
        ({"indicator": "能耗强度", "unit": "吨标准煤/万元"}, ("单位地区生产总值能耗降低", -5.2, "可比价格")),
        ({"indicator": "招商引资区外到位资金", "unit": "亿元"}, ("招商引资区外到位资金增长", 5.2, None)),
        ({"indicator": "馕产量", "unit": "万吨", "basis": "不含兵团"}, ("馕产量增长", 5.2, "不含兵团")),
        ({"indicator": "粮食产量", "unit": "万吨", "basis": "不含兵团"}, ("粮食产量增长", 5.2, "不含兵团")),
    ],
)
def test_stated_growth_becomes_a_row(columns: dict[str, Any], added: tuple[str, float, str | None]) -> None:
    """The source's growth serves the growth of the concept on its usual basis, with the value's coverage and source."""
    rows = with_growth(observation(growth_percent=5.2, value=1.0, source="公报", vintage="2023-03-01", **columns))
    assert rows.height == 2
    growth = rows.row(1, named=True)
    assert (growth["indicator"], growth["value"], growth["basis"]) == added
    assert (growth["unit"], growth["source"], growth["vintage"]) == ("%", "公报", "2023-03-01")
    assert (growth["growth_percent"], growth["note"]) == (None, STATED_GROWTH)


def test_a_growth_has_no_growth() -> None:
    """What is itself a change, or a share, gives no further row; nor does a value without a stated growth."""
    assert with_growth(observation(indicator="地区生产总值增速", unit="%", value=5.0, growth_percent=1.0)).height == 1
    assert with_growth(observation(indicator="城镇化率", unit="%", value=60.0, growth_percent=1.0)).height == 1
    assert with_growth(observation(indicator="地区生产总值", unit="亿元", value=5.0)).height == 1


def plan(region: Region | None) -> Plan:
    """A plan for a region."""
    document = DocumentFacts("", "zh", "", "", 0, "", "text/plain")
    return Plan("milepost.plan/1", "", document, PlanPeriod(2021, 2025, None), region)


PREFECTURE = Region(
    "塔城地区", "654200",
    (RegionPart("塔城市", "654201", ("塔城",)), RegionPart("沙湾市", "654203", ("沙湾", "沙湾县"))),
)  # fmt: skip


@pytest.mark.parametrize(
    ("region", "name", "code", "by"),
    [
        ("654201", None, "654201", "code"),
        ("654203000000", None, "654203", "code"),
        ("654200.0", "塔城", "654200", "code"),
        ("塔城市", None, "654201", "name"),
        (" 沙湾 县", None, "654203", "name"),
        ("", "沙湾市", "654203", "name"),
        ("654223", "沙湾县", "654203", "name"),
        ("650000", "新疆", "650000", "outside"),
        ("999999", "仙境", "999999", "unknown"),
        ("654223", None, "654223", "unknown"),
    ],
)
def test_regions_become_codes(region: str, name: str | None, code: str, by: str) -> None:
    """Codes and names of the region and its parts become present codes; what is not known is kept and reported."""
    columns = {"region": polars.String, "region_name": polars.String}
    rows = polars.DataFrame([(region, name)], schema=columns, orient="row")
    result = regions(rows, plan(PREFECTURE))
    assert result.rows["region"].to_list() == [code]
    assert result.report.select("code", "found", "rows").rows() == [(code, by, 1)]
    assert result.unknown.height == (by == "unknown")


def test_a_plan_without_codes_goes_by_names() -> None:
    """Where the plan's region has no code its name stands for it, and a plan without a region changes nothing."""
    rows = polars.DataFrame({"region": ["清河地区", "别处"]})
    assert regions(rows, plan(Region("清河地区", None))).unknown["region"].to_list() == ["别处"]
    assert regions(rows, plan(None)).rows.equals(rows)


def test_the_real_statistics_serve_the_real_plan(real_plans: Path) -> None:
    """Of the real names none serves what it does not measure, and grain and outside funds are kept apart."""
    files = [real_plans / "data" / "tacheng" / name for name in ("observations.csv", "county-observations.csv")]
    rows = with_growth(polars.concat([polars.read_csv(each, schema_overrides=SCHEMA) for each in files]))
    pairs = match(rows, asked(*ITEMS), "zh")
    certain = set(pairs.filter("certain").select("indicator", "item").iter_rows())
    assert certain == {
        ("常住人口城镇化率", "i1"), ("常住人口城镇化率", "c1"), ("地区生产总值增速", "i3"), ("地区生产总值增长", "i3"),
        ("招商引资到位资金", "i5"),
    }  # fmt: skip
    notes = dict(pairs.filter(~polars.col("certain")).select("indicator", "note").iter_rows())
    assert notes["粮食总产"] == "related_concept"
    assert notes["招商引资区外到位资金"] == "part_of"


def test_a_wrong_unit_is_told_for_an_id_too() -> None:
    """The id of an item does not excuse a unit that measures something else."""
    assert found(("i2", "亿元")) == [("i2", "id", False, "unit_differs")]


def test_ids_and_names_may_stand_together() -> None:
    """Names keep their order, whether they are ids or not, and a declaration overrules an id."""
    names = ("常住人口城镇化率", "%"), ("i2", "万吨"), ("馕产业园数量", "个")
    assert [each[0] for each in found(*names)] == ["i1", "c1", "i2", "c4"]
    assert [each[0] for each in found(*names, declared={"i2": "c4"})] == ["i1", "c1", "c4", "c4"]
