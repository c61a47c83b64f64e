"""When two names of projects mean one project."""

from __future__ import annotations

import pytest

from checks_support import plan_of_case
from milepost.checks.inspection import Inspection
from milepost.checks.project_names import is_near, named_parts, named_projects, near_pairs, spelled

BOX = "第一章  项目\n专栏1：重点项目\n重点实施{}等项目。\n"


def inspected(*names: str) -> Inspection:
    """A plan with a box of these projects."""
    return Inspection.of(plan_of_case(BOX.format("、".join(names))))


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("“三北”防护林工程", "三北防护林"),
        ("石桥—北山口铁路建设项目", "石桥至北山口铁路"),
        ("青崖Ⅱ回220kV输变电", "青崖二回220千伏输变电"),
        ("项目", "项目"),
    ],
)
def test_a_name_has_one_spelling(name: str, spelling: str) -> None:
    """Quotes, dashes, units and tails are ways of writing; nothing else is taken off, and never all."""
    inspection = inspected("石桥县粮库")
    assert spelled(inspection.language.fold(name), inspection.words.consistency) == spelling


def test_a_name_is_taken_apart() -> None:
    """The place goes first, unless it is the end of a line; the figures make the shape."""
    first, second = named_projects(inspected("柳湾县年产20万吨大米加工项目", "石桥县至北山铁路"))
    assert (first.place, first.rest, first.shape) == ("柳湾县", "年产20万吨大米加工", "年产#万吨大米加工")
    assert (second.place, second.rest) == (None, "石桥县至北山铁路")


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("天然林保护", "天然林资源保护", True),
        ("古窑遗址公园", "古窑遗址园", True),
        ("粮食烘干设备生产基地", "设备烘干粮食生产基地", True),
        ("汽车产业园", "农机产业园", False),
        ("金水河七级水电站", "金水河十级水电站", False),
        ("人民医院", "人民医院康复楼", False),
    ],
)
def test_near_names(one: str, other: str, near: bool) -> None:
    """One character, a few inside or the order of words may differ, but no numeral and no word at the end."""
    apart = inspected("石桥县粮库").words.consistency.apart
    assert is_near(one, other, apart) is near
    assert is_near(other, one, apart) is near


def test_near_pairs_are_found_once() -> None:
    """Of three names two are near; the pair comes once."""
    inspection = inspected("天然林保护工程", "退牧还草工程", "天然林资源保护工程")
    pairs = list(near_pairs(named_projects(inspection), inspection.words.consistency.apart))
    assert [(one.rest, other.rest) for one, other in pairs] == [("天然林保护", "天然林资源保护")]


def test_a_name_with_a_list_has_parts() -> None:
    """Where commas part the projects, a name that was put in with 、 is part of its neighbour."""
    text = "第一章  项目\n专栏1：重点项目\n农业：石桥县粮库、青崖山水库加固，柳湾县大米加工，东岭县油茶基地。\n"
    parts = named_parts(Inspection.of(plan_of_case(text)))
    assert "青崖山水库加固" in {part.rest for part in parts} or not parts
