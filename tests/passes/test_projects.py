"""Projects in boxes: which names a box lists, under which group word, where, and how large."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from milepost.documents.model import Cell, Document, Table
from milepost.kernel.span import Span
from milepost.languages.table import language_named
from milepost.plans.divisions import division
from milepost.plans.model import Box, Project
from milepost.plans.passes import boxes, headings, period, places, projects, region
from milepost.plans.reading import Reading

GOLDEN = Path(__file__).parents[1] / "golden" / "tacheng.projects.json"


def read(body: str, title: str = "重点项目", tables: tuple[Table, ...] = ()) -> tuple[Project, ...]:
    """The projects of one box of a plan for 张掖市 (甘州区, 民乐县, 临泽县, 高台县, 山丹县, 肃南裕固族自治县)."""
    found = Reading(Document(text=body, tables=tables), language_named("zh"))
    whole = division("620700")
    assert whole is not None
    found.region = region.region_of(whole)
    found.boxes = (Box("b", 1, "1", title, Span(0, 0), Span(0, len(body)), None),)
    found.places = places.find(found)
    return projects.find(found)


def names(body: str, title: str = "重点项目") -> list[str]:
    """The names alone."""
    return [project.name for project in read(body, title)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("重点实施临泽县供水工程、高台县粮库等项目。", ["临泽县供水工程", "高台县粮库"]),
        ("国省干道重点推进G227民乐段、S237山丹段改建等一批改扩建项目。", ["G227民乐段", "S237山丹段改建"]),
        (
            "配合城市更新，推进老旧小区改造，重点实施滨河公园、体育馆等重点工程项目。",
            ["老旧小区改造", "滨河公园", "体育馆"],
        ),
        ("加快建设城南水厂、城北热电厂，开工建设城东客运站。", ["城南水厂", "城北热电厂", "城东客运站"]),
        ("新建青岭水库、白石水库，改造红沙灌区。", ["青岭水库", "白石水库", "改造红沙灌区"]),
        ("主要包括：滨河公园、体育馆。", ["滨河公园", "体育馆"]),
    ],
)
def test_lead_ins_and_tails_are_no_part_of_a_name(body: str, expected: list[str]) -> None:
    """Words that announce a list or close it are left out."""
    assert names(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("山丹县陶瓷园（一期、二期）、“山水、林田”修复工程。", ["山丹县陶瓷园（一期、二期）", "“山水、林田”修复工程"]),
        ("教师公寓，小学教学楼、操场，实训基地。", ["教师公寓", "小学教学楼、操场", "实训基地"]),
        (
            "山丹县马场，民乐县万寿菊深加工，高台县番茄、辣椒、洋葱加工，临泽县种子产业园、甘州区物流园、肃南县牧场。",
            [
                "山丹县马场",
                "民乐县万寿菊深加工",
                "高台县番茄、辣椒、洋葱加工",
                "临泽县种子产业园",
                "甘州区物流园",
                "肃南县牧场",
            ],
        ),
        (
            "山丹县水泥窑协同处置、高台县废旧电池、废旧轮胎回收利用项目、临泽县中水回用、民乐县垃圾发电。",
            ["山丹县水泥窑协同处置", "高台县废旧电池、废旧轮胎回收利用项目", "临泽县中水回用", "民乐县垃圾发电"],
        ),
        (
            "甘州区年加工2万吨核桃、杏仁等干果生产线、民乐县冷库。",
            ["甘州区年加工2万吨核桃、杏仁等干果生产线", "民乐县冷库"],
        ),
        ("城区供水、供热、供气管网改造、滨河公园。", ["城区供水、供热、供气管网改造", "滨河公园"]),
        ("滨河公园、青岭水库和白石水库。", ["滨河公园", "青岭水库", "白石水库"]),
        ("滨河公园、湿地和自然保护区建设。", ["滨河公园", "湿地和自然保护区建设"]),
    ],
)
def test_a_separator_inside_one_thing_does_not_split(body: str, expected: list[str]) -> None:
    """Brackets, quotation marks, comma-joined lists and open words keep a name whole."""
    assert names(body) == expected


def test_joined_heads_are_given_back() -> None:
    """What the text says once for several places or lines stands in each name; the span is the item's own."""
    body = "山丹县、民乐县储能电站、甲城至乙城、丙城至丁城铁路。建设戊城至己城、庚城至辛城等高速公路。"
    found = read(body)
    assert [(project.name, project.quote) for project in found] == [
        ("山丹县储能电站", "山丹县"),
        ("民乐县储能电站", "民乐县储能电站"),
        ("甲城至乙城铁路", "甲城至乙城"),
        ("丙城至丁城铁路", "丙城至丁城铁路"),
        ("戊城至己城高速公路", "戊城至己城"),
        ("庚城至辛城高速公路", "庚城至辛城"),
    ]
    assert [project.region for project in found[:2]] == ["620725", "620722"]


@pytest.mark.parametrize(
    "body",
    [
        "水利：青岭水库、红沙灌区改造。\n交通：南环路、北环路。",
        "1.水利。实施青岭水库、红沙灌区改造。\n2.交通。建设南环路、北环路。",
        "01 水利\n建设青岭水库、红沙灌区改造。\n02 交通\n建设南环路、北环路。",
        "一、水利\n1.青岭水库\n2.红沙灌区改造\n二、交通\n1.南环路\n2.北环路",
        "（一）水利：青岭水库、红沙灌区改造；（二）交通：南环路、北环路。",
        "基础设施。水利：青岭水库、红沙灌区改造。交通：重点实施南环路、北环路。",
        "> **水利：**青岭水库、红沙灌区改造。\n>\n> **交通：**南环路、北环路。",
        "水利\n■ 青岭水库；■ 红沙灌区改造\n交通：\n南环路\n北环路".replace("水利\n■", "水利：■"),
    ],
)
def test_group_words_in_any_style(body: str) -> None:
    """Group words stand before a colon, as a sentence, on a line of their own, numbered or not."""
    assert [(project.name, project.group) for project in read(body)] == [
        ("青岭水库", "水利"),
        ("红沙灌区改造", "水利"),
        ("南环路", "交通"),
        ("北环路", "交通"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "1.高台县标准厂房建设项目：新建厂房20万平方米，配套道路、供水等设施，总投资5亿元。\n2.青岭水库工程：总库容1亿立方米，建设大坝、溢洪道。",
        "（1）高台县标准厂房建设项目。占地300亩，建设厂房、仓库。\n（2）青岭水库工程。主要建设大坝、溢洪道等，设计库容1亿立方米。",
        "高台县标准厂房建设项目\n新建厂房20万平方米，配套道路、供水等设施。\n青岭水库工程\n新建大坝、溢洪道，总库容1亿立方米。",
    ],
)
def test_a_described_project_is_named_by_its_head(body: str) -> None:
    """A name before a colon or full stop, with sizes or sums behind it, is the project."""
    assert names(body) == ["高台县标准厂房建设项目", "青岭水库工程"]


@pytest.mark.parametrize("bullet", ["• ", "- ", "1．", "（1）", "①", "", "◆"])
def test_one_project_a_line(bullet: str) -> None:
    """Bullets and numbers are no part of a name, and a line is one project."""
    lines = ["市第一中学新校区建设", "民乐县第三小学、幼儿园建设项目", "高台县职业教育中心二期工程"]
    assert names("\n".join(bullet.replace("1", str(at)) + line for at, line in enumerate(lines, 1))) == lines


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("“十四五”主要目标", "粮食产量达到50万吨，城镇化率达到60%。"),
        ("“一核两带”空间布局", "一核：主城区，提升服务功能。两带：沿河经济带，推动产业集聚。"),
        ("重点改革专项", "深化“放管服”改革，推进政务一网通办，完善社会信用体系。"),
        ("名词解释", "碳达峰：二氧化碳排放由增转降。"),
    ],
)
def test_boxes_of_something_else_yield_no_project(title: str, body: str) -> None:
    """Targets, layouts, tasks and terms are no projects."""
    assert names(body, title) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("山丹县年产30万吨玻璃建设项目", [(30, "万吨", "玻璃")]),
        ("山丹县490t/d玻璃基板生产线", [(490, "t/d", "玻璃基板")]),
        (
            "高台县12万吨/年（3万吨/年废油、9万t/a油泥）处置项目",
            [(12, "万吨/年", None), (3, "万吨/年", "废油"), (9, "万t/a", "油泥")],
        ),
        ("民乐县千头肉牛养殖场", [(1000, "头", "肉牛")]),
        ("临泽县万亩制种玉米基地", [(1, "万亩", "制种玉米")]),
        ("甘州区养老中心（500张床位）", [(500, "张", "床位")]),
        ("肃南县50兆瓦光伏发电项目", [(50, "兆瓦", "光伏发电")]),
        ("山丹县10—20万吨水泥粉磨站", [(10, "万吨", "水泥粉磨站")]),
        ("G227线民乐段", []),
        ("甘州区5G基站建设项目", []),
        ("高台县七级水电站", []),
        ("山丹县330千伏输变电、民乐110kV变电站", []),
        ("甘州区5A级景区提升", []),
        ("2021年续建项目", []),
    ],
)
def test_quantities_are_sizes_inside_the_name(name: str, expected: list[tuple[float, str, str | None]]) -> None:
    """Capacities and sizes with what they are of; no voltages, ordinals, grades, years or route numbers."""
    found = [quantity for project in read(name) for quantity in project.quantities]
    assert [(quantity.value, quantity.unit, quantity.of) for quantity in found] == expected


def test_quantities_are_normalized() -> None:
    """A quantity carries its value in base units, a range both ends."""
    quantity = read("山丹县10—20万吨水泥厂")[0].quantities[0]
    assert quantity.value_high == 20
    assert quantity.normalized is not None
    assert (quantity.normalized.value, quantity.normalized.value_high, quantity.normalized.unit) == (
        100000,
        200000,
        "t",
    )


def table(rows: list[list[str]]) -> tuple[str, Table]:
    """A text with one cell a line, and the table that it is."""
    text, cells = "", []
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            cells.append(Cell(words, Span(len(text), len(text) + len(words)), at, column))
            text += words + "\n"
    return text, Table(Span(0, len(text)), tuple(cells), len(rows), len(rows[0]))


def test_a_column_of_names_gives_the_projects_of_a_table() -> None:
    """Under 项目名称 each row is a project; numbers, descriptions and sums in other columns are none."""
    text, grid = table(
        [
            ["序号", "项目类别", "项目名称", "建设内容"],
            ["1", "水利", "青岭水库工程", "库容1亿立方米"],
            ["2", "交通", "山丹县南环路、北环路", "全长30公里"],
        ]
    )
    found = read(text, tables=(grid,))
    assert [(project.name, project.group, project.region) for project in found] == [
        ("青岭水库工程", "水利", None),
        ("山丹县南环路、北环路", "交通", "620725"),
    ]


def test_a_table_without_heads_is_read_like_lines() -> None:
    """The first cell of a row is the group word of the list beside it."""
    text, grid = table([["水利", "实施青岭水库、红沙灌区改造。"], ["交通", "南环路、北环路、客运站。"]])
    assert [(project.name, project.group) for project in read(text, tables=(grid,))] == [
        ("青岭水库", "水利"),
        ("红沙灌区改造", "水利"),
        ("南环路", "交通"),
        ("北环路", "交通"),
        ("客运站", "交通"),
    ]


def test_spans_and_ids() -> None:
    """A quote is the text at the span, and ids differ even where names are equal."""
    body = "生态：退牧还草工程、湿地修复。\n林草：退牧还草工程。"
    found = read(body)
    assert all(project.quote == project.span.of(body) for project in found)
    assert len({project.id for project in found}) == len(found) == 3


@pytest.mark.parametrize(
    "body", ["水库、" * 60_000, "（" * 60_000, "等" * 60_000, "甲至" * 60_000, "建设水库，" * 40_000]
)
def test_time_grows_with_the_length(body: str) -> None:
    """A very long line takes no more than its share of time."""
    began = time.perf_counter()
    read(body)
    assert time.perf_counter() - began < 10


def test_the_projects_of_a_real_plan(real_plans: Path) -> None:
    """Names, spans, groups, regions and quantities of a prefecture's boxes, as read by hand."""
    text = (real_plans / "seed" / "tacheng-14th-fyp.txt").read_text("utf-8-sig").replace("\r\n", "\n")
    found = Reading(Document(text=text), language_named("zh"))
    for each, fills in (
        (headings, "sections"),
        (period, "period"),
        (region, "region"),
        (boxes, "boxes"),
        (places, "places"),
    ):
        setattr(found, fills, each.find(found))
    rows = {(row["name"], *row["span"]): row for row in json.loads(GOLDEN.read_text("utf-8"))["rows"]}
    read_rows = {(project.name, *project.span): project for project in projects.find(found)}
    hits = rows.keys() & read_rows.keys()
    missed = [key for key in rows.keys() - hits if not rows[key].get("optional")]
    spare = read_rows.keys() - hits
    assert 2 * len(hits) / (2 * len(hits) + len(missed) + len(spare)) >= 0.98, (missed, spare)
    wrong = [key for key in hits if rows[key]["region"] != read_rows[key].region]
    assert len(wrong) <= 0.03 * len(hits), wrong
    assert all(rows[key]["group"] == read_rows[key].group for key in hits)
    assert all(
        rows[key]["quantities"] == [{"value": q.value, "unit": q.unit, "of": q.of} for q in read_rows[key].quantities]
        for key in hits
    )
