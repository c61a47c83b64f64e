"""Mentions of places: which words are names, what they mean, and which region a stretch of text is about."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from milepost.documents.model import Document
from milepost.kernel.span import Span
from milepost.languages.table import language_named
from milepost.plans.divisions import division
from milepost.plans.passes import places, region
from milepost.plans.reading import Reading
from milepost.plans.regions import region_of

GOLDEN = Path(__file__).parents[1] / "golden"


def reading(text: str, code: str = "654200") -> Reading:
    """A reading of a text for a region, with its places."""
    found = Reading(Document(text=text), language_named("zh"))
    whole = division(code)
    assert whole is not None
    found.region = region.region_of(whole)
    found.places = places.find(found)
    return found


def named(text: str, code: str = "654200") -> list[tuple[str, str]]:
    """Words and codes of the places that are found in a text."""
    return [(place.span.of(text), place.region) for place in reading(text, code).places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("塔城地区、塔城市", [("塔城地区", "654200"), ("塔城市", "654201")]),
        ("和布克赛尔蒙古自治县和和布克赛尔县", [("和布克赛尔蒙古自治县", "654226"), ("和布克赛尔县", "654226")]),
        ("原沙湾县", [("沙湾县", "654203")]),
        ("乐山市沙湾区有厂", []),
        ("沙湾区域发展", [("沙湾", "654203")]),
        ("塔城市场活跃", [("塔城", "654200")]),
        ("治理额敏河", []),
        ("裕民山花开", [("裕民", "654225")]),
        ("乌苏里江畔", []),
    ],
)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    """The longest name wins; names of other things and generic words that begin another word are left out."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("推动塔城经济发展", "654200"),
        ("塔城、乌苏建智慧城市", "654201"),
        ("乌苏和塔城建厂", "654201"),
        ("塔城至边境的铁路", "654201"),
        ("从甲地至塔城铁路", "654201"),
        ("把带动作用扩大至塔城", "654200"),
        ("塔城裕民红花园", "654200"),
    ],
)
def test_name_shared_by_region_and_part(text: str, code: str) -> None:
    """A shared short name is the part in a list with parts or at the end of a line, else the region."""
    assert ("塔城", code) in named(text)


def test_ordinary_word() -> None:
    """A short name that is a word as well counts only in a list with another place."""
    assert named("开发资源，保护资源", "450300") == []
    assert ("资源", "450329") in named("灵川、资源两县", "450300")


def test_abbreviations() -> None:
    """First characters joined by dashes are parts, unless one of them begins no part's name."""
    assert named("打造“乌—沙—托”集群") == [("乌", "654202"), ("沙", "654203"), ("托", "654224")]
    assert named("“奎—独—乌”区域") == []
    assert named("：乌沙板块") == [("乌", "654202"), ("沙", "654203")]


def test_region_without_code() -> None:
    """A region that the table does not know has no places."""
    assert places.find(Reading(Document(text="清河地区"), language_named("zh"))) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("乌苏市产业园", ("654202", "乌苏市", ("654202",))),
        ("新疆塔城裕民红花园", ("654225", "裕民县", ("654225",))),
        ("乌苏至沙湾公路", (None, None, ("654202", "654203"))),
        ("乌苏至阿山铁路", (None, None, ("654202",))),
        ("地区防灾体系", ("654200", "塔城地区", ("654200",))),
        ("地区生产总值", (None, None, ())),
        ("全地区粮食产量", ("654200", "塔城地区", ("654200",))),
        ("水库加固", (None, None, ())),
    ],
)
def test_region_of(text: str, expected: tuple[str | None, str | None, tuple[str, ...]]) -> None:
    """One part is the region of a stretch; two or a line give none; a word for the whole gives the whole."""
    assert region_of(Span(0, len(text)), reading(text)) == expected


def test_line_within_one_part() -> None:
    """A line from a part to a town that the text places in that part belongs to the part."""
    text = "乌苏至白泉公路。建设乌苏市白泉镇。"
    assert region_of(Span(0, 7), reading(text))[0] == "654202"


def test_real_projects(real_plans: Path) -> None:
    """The regions of all projects of a real plan are those that people read."""
    found = reading((real_plans / "seed/tacheng-14th-fyp.txt").read_text("utf-8-sig"))
    rows = json.loads((GOLDEN / "tacheng.projects.json").read_text("utf-8"))["rows"]
    wrong = []
    for row in rows:
        code, _, regions = region_of(Span(*row["span"]), found)
        if (code, sorted(regions)) != (row["region"], sorted(row["regions"])):
            wrong.append(row["span"])
    assert wrong == []


def test_long_text() -> None:
    """A text of a million characters is read in linear time."""
    start = time.perf_counter()
    reading("塔城、乌苏—沙湾。" * 100_000)
    assert time.perf_counter() - start < 20
