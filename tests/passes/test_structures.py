"""Named spatial structures: the forms in which a text states the members of a slogan, and slogans without any."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from milepost.documents.model import Document
from milepost.languages.table import language_named
from milepost.plans.divisions import division
from milepost.plans.passes import places, region, structures
from milepost.plans.reading import Reading

GOLDEN = Path(__file__).parents[1] / "golden"


def reading(text: str) -> Reading:
    """A reading of a text for a prefecture, with its places."""
    found = Reading(Document(text=text), language_named("zh"))
    whole = division("654200")
    assert whole is not None
    found.region = region.region_of(whole)
    found.places = places.find(found)
    return found


def members(text: str) -> dict[str, list[str]]:
    """Names of structures and their members."""
    return {each.name: [member.name for member in each.members] for each in structures.find(reading(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "构建“一核（乌苏市）、两廊（东线和西线两大产业走廊）、三园（甲园、乙园和丙园）”布局",
            {"一核、两廊、三园": ["乌苏市", "东线产业走廊", "西线产业走廊", "甲园", "乙园", "丙园"]},
        ),
        (
            "构建“两主多点”（两主：乌苏市和沙湾市；多点：其他县城和乡镇）的格局",
            {"两主多点": ["乌苏市", "沙湾市", "其他县城和乡镇"]},
        ),
        (
            "形成“两群一带”格局。\n两群：一是打造“东部”产业集群。依托矿产。\n二是打造粮油集群。\n一带：沿河经济带。",
            {"两群一带": ["“东部”产业集群", "粮油集群", "沿河经济带"]},
        ),
        (
            "打造“一核两翼”空间布局，“一核”即乌苏市，“两翼”即沙湾市和托里县。",
            {"一核两翼": ["乌苏市", "沙湾市", "托里县"]},
        ),
        (
            "构建一轴两区发展格局。一轴：以铁路沿线为主轴，聚集产业。两区：北区、南区。",
            {"一轴两区": ["铁路沿线", "北区", "南区"]},
        ),
        ("构筑“两河”（甲河、乙河两大水系）生态", {"两河": ["甲河", "乙河"]}),
    ],
)
def test_forms(text: str, expected: dict[str, list[str]]) -> None:
    """Members are read from brackets behind each group, from one bracket for all, and from sentences behind."""
    assert members(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "增强“四个意识”、坚定“四个自信”。",
        "加快构建“一主一副、两翼联动、多点支撑”的区域发展格局。",
        "形成“一核三带多节点”格局。全年增长较快。",
        "统筹“三区”（甲区、乙区）建设",
        "第三区（甲园）建成",
    ],
)
def test_no_members(text: str) -> None:
    """A slogan without members, or with another number of members than it says, is no structure."""
    assert members(text) == {}


def test_regions_of_members() -> None:
    """A member has the regions that its own words name, a conjunction inside a place's name splitting nothing."""
    found = structures.find(reading("“两副”（沙湾市和和布克赛尔县）、“一心”（乌苏市）"))
    assert [member.regions for each in found for member in each.members] == [("654203",), ("654226",), ("654202",)]


def test_golden(real_plans: Path) -> None:
    """Of a real plan every structure that must be found is, with at least nine in ten of its members."""
    text = (real_plans / "seed/tacheng-14th-fyp.txt").read_text("utf-8-sig")
    found = {each.name: each for each in structures.find(reading(text))}
    wanted = total = right = 0
    rows = json.loads((GOLDEN / "tacheng.structures.json").read_text("utf-8"))["rows"]
    for row in (row for row in rows if not row.get("optional")):
        wanted += 1
        structure = found[row["name"]]
        assert list(structure.span) == row["span"]
        names = {(member.name, *member.span) for member in structure.members}
        total += len(row["members"])
        right += sum((member["name"], *member["span"]) in names for member in row["members"])
    assert len(found) == wanted
    assert right / total >= 0.9


@pytest.mark.parametrize("piece", ["“一核两翼”", "两廊（", "一核：两翼：三带：", "一带两区和", "一是打造甲。一核："])
def test_long_text(piece: str) -> None:
    """Repetition of what opens a structure is read in linear time."""
    found = reading(piece * 20_000)
    start = time.perf_counter()
    structures.find(found)
    assert time.perf_counter() - start < 10
