"""Bodies and duties: which organisations a plan makes responsible, and for what."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from milepost.kernel.span import Span
from milepost.languages.table import language_named
from milepost.plans.body_names import in_mark, in_sentence
from milepost.plans.model import Plan
from milepost.plans.run import compile_plan, read_text

CHINESE = language_named("zh")


def named(sentence: str, language: str = "zh") -> dict[str, str]:
    """The bodies that a sentence makes act, and what for."""
    words = language_named(language).bodies
    return {found.span.of(sentence): found.role for found in in_sentence(sentence, Span(0, len(sentence)), words)}


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("由市发展改革委牵头会同市财政局开展评估。", {"市发展改革委": "lead", "市财政局": "support"}),
        ("省住房和城乡建设厅、省文化和旅游厅负责落实。", {"省住房和城乡建设厅": "lead", "省文化和旅游厅": "lead"}),
        ("各县（市、区）人民政府要加大投入。", {"各县（市、区）人民政府": "lead"}),
        ("市人民政府组织开展中期评估，报市人大常委会审议。", {"市人民政府": "lead", "市人大常委会": "other"}),
        ("规划调整方案须报省人民政府批准。", {"省人民政府": "other"}),
        ("依法向市人民代表大会常务委员会报告。", {"市人民代表大会常务委员会": "other"}),
        ("接受人大及其常委会的监督检查。", {"人大及其常委会": "other"}),
        ("市统计局配合做好数据核算。", {"市统计局": "support"}),
        ("充分发挥工商联、行业协会等组织作用。", {"工商联": "other", "行业协会": "other"}),
        ("和布克赛尔县人民政府负责实施。", {"和布克赛尔县人民政府": "lead"}),
    ],
)
def test_bodies_of_a_sentence(sentence: str, bodies: dict[str, str]) -> None:
    """Bodies are named with what they are to do: to lead, to support, or to be asked."""
    assert named(sentence) == bodies


@pytest.mark.parametrize(
    "sentence",
    [
        "优化产业布局，组织群众参与社会治理。",
        "有关部门要密切配合。",
        "推进政府投资管理制度改革。",
        "建设区域商贸中心，应对各种挑战。",
        "加强对公司治理的监督管理，强化责任担当。",
        "完善党委领导、政府负责的社会治理体系。",
    ],
)
def test_words_that_are_no_bodies(sentence: str) -> None:
    """General words, and words that only end like a body's name, name none."""
    assert named(sentence) == {}


def duty(bracket: str, *, first_leads: bool = False) -> tuple[list[str], list[str]]:
    """Who leads and who supports by a bracket's words."""
    found = in_mark(bracket, Span(0, len(bracket)), CHINESE.bodies, first_leads=first_leads)
    lead = [each.span.of(bracket) for each in found if each.role == "lead"]
    return lead, [each.span.of(bracket) for each in found if each.role == "support"]


@pytest.mark.parametrize(
    ("bracket", "lead", "support"),
    [
        ("牵头单位：市教育局；责任单位：市财政局、各县（区）政府", ["市教育局"], ["市财政局", "各县（区）政府"]),
        ("责任单位：市商务局、市税务局", ["市商务局", "市税务局"], []),
        ("市水利局牵头，市发展改革委、财政局配合", ["市水利局"], ["市发展改革委", "财政局"]),
        ("省民政厅、省卫生健康委按职责分工负责", ["省民政厅", "省卫生健康委"], []),
        (
            "省科技厅牵头，省财政厅等按职责分工负责，各市（州）人民政府配合",
            ["省科技厅"],
            ["省财政厅", "各市（州）人民政府"],
        ),
        ("主办单位：县农业农村局 协办单位：县林业和草原局", ["县农业农村局"], ["县林业和草原局"]),
        ("牵头责任单位：省商务厅。协同责任单位：省税务局等有关部门", ["省商务厅"], ["省税务局"]),
        ("由县住房和城乡建设局和县自然资源局负责", ["县住房和城乡建设局", "县自然资源局"], []),
    ],
)
def test_brackets_of_duties(bracket: str, lead: list[str], support: list[str]) -> None:
    """A bracket's labels or verbs say who leads and who supports."""
    assert duty(bracket) == (lead, support)


@pytest.mark.parametrize("bracket", ["含县城", "2021—2025年", "以企业负责人为主", "原则上由业主负责", "责任到人"])
def test_other_brackets(bracket: str) -> None:
    """A bracket that names no body puts no duty on anyone."""
    assert duty(bracket) == ([], [])


def test_first_of_several_leads_where_the_document_says_so() -> None:
    """Where the first one named leads, the others support it."""
    assert duty("责任单位：市教育局、市财政局", first_leads=True) == (["市教育局"], ["市财政局"])


DIVIDED = """河州市重点任务分工方案
一、扩大投资
1.加快灌区改造，完善渠系配套。推进城乡供水一体化。（市水利局牵头，市财政局配合）
2.发展冷链物流（市商务局负责），培育电商企业。
3.建设智慧停车系统。
牵头单位：市城管局
责任单位：市公安局、各区政府
二、改善民生
4.普惠性幼儿园覆盖率达到90%以上。〔市教育局、市卫生健康委员会按职责分工负责〕
"""


@pytest.fixture(scope="module")
def divided() -> Plan:
    """A scheme that divides tasks among bodies."""
    return read_text(DIVIDED)


@pytest.mark.parametrize(
    ("title", "lead", "support"),
    [
        ("加快灌区改造", ("市水利局",), ("市财政局",)),
        ("推进城乡供水一体化", ("市水利局",), ("市财政局",)),
        ("发展冷链物流", ("市商务局",), ()),
        ("建设智慧停车系统", ("市城管局",), ("市公安局", "各区政府")),
    ],
)
def test_duties_lie_on_the_measures_before_them(
    divided: Plan, title: str, lead: tuple[str, ...], support: tuple[str, ...]
) -> None:
    """A bracket, or lines of labels, put the duty on what stands before them, and are no part of it."""
    (measure,) = [measure for measure in divided.measures if measure.title == title]
    assert (measure.lead, measure.support) == (lead, support)
    assert measure.bodies == (*lead, *support)


def test_duties_lie_on_commitments(divided: Plan) -> None:
    """A promised figure is the duty of whom its bracket names."""
    (commitment,) = divided.commitments
    assert commitment.lead == ("市教育局", "市卫生健康委员会")


def test_every_mention_is_a_body_of_the_plan(divided: Plan) -> None:
    """The plan lists all bodies named, each mention with its place."""
    text = divided.document.text or ""
    assert [body.name for body in divided.bodies[:3]] == ["市水利局", "市财政局", "市商务局"]
    assert all(body.span.of(text) == body.name for body in divided.bodies)


def test_table_of_duties(tmp_path: Path) -> None:
    """A table with a column of responsible bodies gives its tasks as measures."""
    file = tmp_path / "tasks.md"
    file.write_text(
        "# 河州市任务分工\n\n| 序号 | 重点任务 | 牵头单位 | 责任单位 |\n|---|---|---|---|\n"
        "| 1 | 建设县级医共体，推动资源下沉 | 市卫生健康委 | 市医保局、市财政局 |\n"
        "| 2 | 开工建设城南学校 | 市教育局 | 各区政府 |\n",
        encoding="utf-8",
    )
    found = compile_plan(file, "zh").measures
    assert [(measure.title, measure.lead, measure.support) for measure in found] == [
        ("建设县级医共体", ("市卫生健康委",), ("市医保局", "市财政局")),
        ("开工建设城南学校", ("市教育局",), ("各区政府",)),
    ]


def test_english_bodies() -> None:
    """English bodies lead, support, or are reported to."""
    sentence = "The Ministry of Finance shall report to the National Assembly, together with the Planning Commission."
    assert named(sentence, "en") == {
        "Ministry of Finance": "lead",
        "National Assembly": "other",
        "Planning Commission": "support",
    }


def test_no_persons() -> None:
    """Posts and persons are no bodies."""
    assert duty("责任单位：市长、李明同志、县委书记") == ([], [])


def test_a_very_long_list_is_read_in_time() -> None:
    """A megabyte of names in one bracket is read in time that grows with its length."""
    started = time.process_time()
    plan = read_text("一、任务\n推进水库建设。（" + "、".join(["市发展和改革委员会"] * 20_000) + "按职责分工负责）\n")
    assert plan.measures[0].lead == ("市发展和改革委员会",)
    assert time.process_time() - started < 20


def test_real_plan(real_plans: Path) -> None:
    """At least 95 of 100 bodies and duties that must be named are found, and as many of those found are right."""
    plan = compile_plan(real_plans / "seed" / "tacheng-14th-fyp.txt")
    folder = Path(__file__).parents[1] / "golden"
    gold = json.loads((folder / "tacheng.bodies.json").read_text(encoding="utf-8"))
    assert gold["text_sha256"] == plan.document.text_sha256
    found = {(body.name, *body.span) for body in plan.bodies}
    rows = {(row["name"], *row["span"]): row for row in gold["rows"]}
    required = {key for key, row in rows.items() if not row.get("optional")}
    assert len(required & found) >= 0.95 * len(required), required - found
    assert len(found & set(rows)) >= 0.95 * len(found), found - set(rows)
    duties = json.loads((folder / "tacheng.duties.json").read_text(encoding="utf-8"))["rows"]
    held = [measure for measure in plan.measures if measure.lead or measure.support]
    for row in duties:
        on = [measure for measure in held if measure.span.overlaps(Span(*row["span"]))]
        assert row.get("optional") or on, row
        assert all([list(each.lead), list(each.support)] == [row["lead"], row["support"]] for each in on), row
    assert all(any(each.span.overlaps(Span(*row["span"])) for row in duties) for each in held)
