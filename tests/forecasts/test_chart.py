"""Fan charts: what stands on them, and the three kinds of files."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from milepost.forecasts.chart import Fan, fan_chart, rendered
from milepost.forecasts.ticks import round_ticks, year_ticks

FAN = Fan(
    "城镇化率", "%", [(2020, 50.2), (2021, 51.1), (2023, 53.0)],
    [(2024, 54.0, 53.0, 53.5, 54.5, 55.0), (2025, 55.1, 53.2, 54.4, 55.8, 57.0)],
    [(2020, 50.2), (2025, 55.0)], (2025, 55.0), (2021, 2025), "仅3个年度数",
)  # fmt: skip


def test_a_picture_in_svg_says_what_it_shows() -> None:
    """Title, doubt, unit, target, forecast and its interval are texts of the picture, and no address is in it."""
    picture = rendered(fan_chart([FAN], "zh"), "svg").decode()
    texts = "".join(ElementTree.fromstring(picture).itertext()).replace("\u2009", "")
    labels = ("城镇化率", "仅3个年度数", "目标 55", "2025年预计 55.1", "八成可能在 53.2—57.0", "规划期", "2023年 53")
    for told in ("%", *labels):
        assert told in texts
    assert "http" not in picture.replace("http://www.w3.org/", "")


def test_a_picture_in_png_is_twice_as_fine_as_it_is_large() -> None:
    """The file is a PNG of more than a thousand pixels' width."""
    content = rendered(fan_chart([FAN]), "png")
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20]) > 1000


def test_the_json_holds_all_data_itself() -> None:
    """Vega-Lite with both depths of the fan, and with no address of data."""
    content = json.loads(rendered(fan_chart([FAN]), "json"))
    assert "vega-lite" in content["$schema"]
    assert '"url"' not in json.dumps(content)
    areas = [layer for layer in content["layer"] if layer["mark"]["type"] == "area"]
    assert len(areas) == 2


def test_only_the_latest_value_is_a_large_dot() -> None:
    """Of all circles one is larger than the others."""
    content = json.loads(rendered(fan_chart([FAN]), "json"))
    sizes = [layer["mark"]["size"] for layer in content["layer"] if layer["mark"]["type"] == "circle"]
    assert len([size for size in sizes if size > 50]) == 1


@pytest.mark.parametrize(
    "fan",
    [
        Fan("<script>\u202e&\x00", "\x1b[31m", [(2020, 1.0)], [(2021, 1.0, 1.0, 1.0, 1.0, 1.0)]),
        Fan("large", "", [(2020, 1e149), (2021, -1e149)], [(2022, 0.0, -1e149, -1e148, 1e148, 1e149)]),
        Fan("small", "", [(2020, 0.0), (2021, 0.0)], [(2022, 0.0, 0.0, 0.0, 0.0, 1e-300)]),
        Fan("past only", "t", [(2020, 3.0), (2021, 4.0)], []),
    ],
)
def test_any_series_can_be_drawn(fan: Fan) -> None:
    """Control characters, huge, tiny and constant values, and a series without years ahead give a picture."""
    ElementTree.fromstring(rendered(fan_chart([fan]), "svg"))


def test_several_series_stand_beside_each_other() -> None:
    """Small multiples hold every title."""
    picture = rendered(fan_chart([FAN, FAN, FAN]), "svg").decode()
    assert picture.count(">城镇化率<") == 3


@pytest.mark.parametrize(("low", "high"), [(0.0, 1e-300), (1e149, 2e149), (-5.0, 5.0), (0.1, 0.1), (3.0, 3.0 + 1e-12)])
def test_ticks_span_what_is_drawn(low: float, high: float) -> None:
    """Ticks rise, are few, and enclose the values."""
    ticks = round_ticks(low, high, 5)
    assert ticks == sorted(set(ticks))
    assert 2 <= len(ticks) <= 12
    assert ticks[0] <= low
    assert ticks[-1] >= high * (1 - 1e-9)


def test_years_are_whole_and_not_too_many() -> None:
    """Labels of years leave room between them."""
    assert year_ticks(2000, 2030, 8) == [2000, 2005, 2010, 2015, 2020, 2025, 2030]
    assert year_ticks(2020, 2021, 8) == [2020, 2021]
