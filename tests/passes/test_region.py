"""The region of a plan: from its title, its first lines, a quoted title, or what its text names most."""

from __future__ import annotations

from pathlib import Path

import pytest

from milepost.documents.model import Document
from milepost.languages.table import language_named
from milepost.plans.divisions import division, named, official_names, parts_of
from milepost.plans.passes import region
from milepost.plans.reading import Reading


def reading(text: str, title: str = "", language: str = "zh") -> Reading:
    """A reading of a text that no pass has seen yet."""
    return Reading(Document(text=text), language_named(language), title)


@pytest.mark.parametrize(
    ("title", "name", "code"),
    [
        ("塔城地区国民经济和社会发展第十四个五年规划和2035年远景目标纲要", "塔城地区", "654200"),
        ("新疆维吾尔自治区塔城地区国民经济和社会发展第十三个五年规划纲要", "塔城地区", "654200"),
        ("2025年浙江省政府工作报告", "浙江省", "330000"),
        ("杭州市余杭区2024年政府工作报告", "余杭区", "330110"),
        ("关于昆明市2024年国民经济和社会发展计划执行情况的报告", "昆明市", "530100"),
        ("政府工作报告——2025年1月12日在宁波市第十六届人民代表大会第五次会议上", "宁波市", "330200"),
        ("中华人民共和国国民经济和社会发展第十一个五年规划纲要根据建议编制，", "中华人民共和国", "100000"),
        ("沙湾县国民经济和社会发展第十三个五年规划纲要", "沙湾市", "654203"),
        ("青山市国民经济和社会发展第十四个五年规划纲要", "青山市", None),
        ("清河地区国民经济和社会发展第十四个五年规划纲要", "清河地区", None),
        ("新疆生产建设兵团国民经济和社会发展第十四个五年规划", "新疆生产建设兵团", None),
        ("鼓楼区国民经济和社会发展第十四个五年规划", "鼓楼区", None),
    ],
)
def test_title(title: str, name: str, code: str | None) -> None:
    """The title's region has its present official name; without a sure entry in the table it has no code."""
    found = region.find(reading(title + "\n", title))
    assert found is not None
    assert (found.name, found.code) == (name, code)


def test_namesake_is_told_by_its_surroundings() -> None:
    """Of several divisions of one name the one whose prefecture the text names is meant."""
    found = region.find(reading("鼓楼区国民经济和社会发展第十四个五年规划\n服务南京全市发展。"))
    assert found is not None
    assert found.code == "320106"


def test_quoted_title() -> None:
    """Of the titles quoted in a preface the one whose places the text speaks of wins over the plan above it."""
    text = (
        "编制依据是《新疆维吾尔自治区国民经济和社会发展第十四个五年规划》。"
        "《塔城地区国民经济和社会发展第十四个五年规划》阐明目标。" + "乌苏市、沙湾市、额敏县。" * 5
    )
    found = region.find(reading("前言\n" + "略。" * 320 + text))
    assert found is not None
    assert found.code == "654200"


def test_no_title() -> None:
    """Without a title the division that the text names most is taken, and none where none stands out."""
    found = region.find(reading("乌苏市建厂。塔城地区修路。塔城地区种树。额敏县养牛。塔城地区治水。"))
    assert found is not None
    assert found.code == "654200"
    assert region.find(reading("经济持续发展，民生不断改善。")) is None


def test_parts() -> None:
    """Parts are the divisions one level below with short and former names, a province's own cities among them."""
    found = region.find(reading("塔城地区国民经济和社会发展第十四个五年规划\n"))
    assert found is not None
    assert [part.code for part in found.parts][:3] == ["654201", "654202", "654203"]
    assert found.parts[2].aliases == ("沙湾", "沙湾县")
    assert found.parts[6].aliases == ("和布克赛尔县", "和布克赛尔")
    assert "659001" in [part.code for part in parts_of("650000")]


def test_short_name_of_a_sibling_is_none() -> None:
    """A short name that a city shares with the county beside it is the city's, and no province's name is short."""
    found = region.find(reading("和田地区国民经济和社会发展第十四个五年规划\n"))
    assert found is not None
    aliases = {part.name: part.aliases for part in found.parts}
    assert aliases["和田市"] == ("和田",)
    assert aliases["和田县"] == ()


def test_english() -> None:
    """An English document is for the district, province or region that it names at the front, without code."""
    found = region.find(reading("Performance contract of Ngoma District for 2024", language="en"))
    assert found is not None
    assert (found.name, found.code, found.parts) == ("Ngoma District", None, ())


def test_table_of_divisions() -> None:
    """Every division but the country has a parent in the table, and no short name has one character."""
    for name in official_names():
        for each in named(name):
            assert each.code == "100000" or division(each.parent) is not None
            assert all(len(short) > 1 for short in each.short)


def test_real_plans(real_plans: Path) -> None:
    """The regions of real plans are found from the way in which each states its title."""
    expected = {
        "seed/tacheng-14th-fyp.txt": "654200",
        "data/plans/national-11th.txt": "100000",
        "data/plans/national-12th.txt": "100000",
    }
    for file, code in expected.items():
        found = region.find(reading((real_plans / file).read_text("utf-8-sig")))
        assert found is not None
        assert found.code == code
