"""Promised stages: how far the words of a plan say that a thing will be brought, and by when."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from milepost.documents.model import Document
from milepost.kernel.span import Span
from milepost.languages.table import language_named
from milepost.plans.model import Plan, PlanPeriod
from milepost.plans.promises import Deadlines, project_promises, promises_in
from milepost.plans.reading import Reading
from milepost.plans.run import compile_plan, read_text
from milepost.plans.undertakings import Promise


def promised(text: str, language: str = "zh") -> tuple[Promise, ...]:
    """The promises of a sentence of a plan for 2021 to 2025."""
    reading = Reading(Document(text), language_named(language), period=PlanPeriod(2021, 2025, None))
    whole = Span(0, len(text))
    return promises_in(reading, whole, 0, Deadlines(reading, whole))


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("建成投用县级体育中心。", "complete"),
        ("确保滨河大桥早日建成通车。", "complete"),
        ("争取建成东部水厂。", "complete"),
        ("实现行政村客车全覆盖。", "complete"),
        ("开工建设青山水库。", "start"),
        ("启动建设环城快速路。", "start"),
        ("适时启动东湖大桥工程。", "start"),
        ("加快推进老城区供热管网改造。", "advance"),
        ("加快智慧园区建设。", "advance"),
        ("完善养老服务网络。", "advance"),
        ("续建南部灌区。", "advance"),
        ("编制实施现代物流专项规划。", "advance"),
        ("支持企业开展技术攻关试点。", "advance"),
        ("加快启动北站片区规划编制工作。", "prepare"),
        ("积极推进跨江通道前期工作。", "prepare"),
        ("谋划建设一批产业项目。", "prepare"),
        ("研究制定人才公寓管理办法。", "prepare"),
        ("做好重大项目储备。", "prepare"),
        ("研究启动机场迁建前期工作。", "study"),
        ("研究设立产业引导基金。", "study"),
        ("推动城际铁路前期研究。", "study"),
        ("积极争取中央预算内资金。", "seek"),
        ("加快申报建设综合保税区。", "seek"),
        ("推进古城申报历史文化名城。", "seek"),
        ("力争重大装备项目落地我市。", "seek"),
        ("探索建立生态补偿机制。", "explore"),
        ("深入开展数字乡村试点。", "explore"),
        ("稳步推进农村宅基地制度改革试点工作。", "explore"),
    ],
)
def test_stage_of_a_sentence(sentence: str, stage: str) -> None:
    """The least word of a chain of verbs says how far the thing will be brought."""
    assert promised(sentence)[0].stage == stage


def test_a_sentence_with_several_stages_has_a_promise_for_each() -> None:
    """Clauses of another stage promise for their own object; the first holds for the sentence."""
    found = promised("建成投运北郊机场，积极推进货运枢纽建设，适时启动二期工程前期工作。")
    assert [promise.stage for promise in found] == ["complete", "advance", "prepare"]


def test_circumstance_promises_nothing() -> None:
    """A clause that only says how or on what ground is passed over."""
    assert promised("依托矿产资源，按照集约原则，探索联合开发模式。")[0].stage == "explore"


def test_a_deadline_completes() -> None:
    """What is to be built by a year will stand by then; without a year it goes on."""
    found = promised("到2024年，建立覆盖城乡的应急广播体系。")
    assert [(promise.stage, promise.by) for promise in found] == [("complete", "2024")]
    assert promised("建立覆盖城乡的应急广播体系。")[0].stage == "advance"


def test_a_name_is_no_verb() -> None:
    """Words of a stage inside names say nothing of a stage."""
    assert promised("推进县域试点示范区建设。")[0].stage == "advance"
    assert promised("建设规划展览馆。")[0].stage == "advance"


def test_span_is_that_of_the_words() -> None:
    """The span of a promise is of the words that say it."""
    text = "加快推进城北水厂前期工作。"
    assert promised(text)[0].span.of(text) == "前期工作"


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Complete the ring road by 2025.", "complete"),
        ("We will launch a housing programme.", "start"),
        ("The county will explore new models of care.", "explore"),
        ("Study the feasibility of a second bridge.", "study"),
        ("Strengthen the network of clinics.", "advance"),
    ],
)
def test_stage_of_an_english_sentence(sentence: str, stage: str) -> None:
    """English verbs have stages too."""
    assert promised(sentence, "en")[0].stage == stage


BOX = (
    "重点实施城东水厂、城西泵站等项目。\n交通项目：北环路、南山隧道前期工作、河东大桥续建。\n开工建设文化馆、体育馆。\n"
)


def test_projects_of_a_box() -> None:
    """The verb before a list holds for its members up to the next group word; mere lists promise nothing."""
    names = ["城东水厂", "城西泵站", "北环路", "南山隧道前期工作", "河东大桥续建", "文化馆", "体育馆"]
    reading = Reading(Document(BOX), language_named("zh"), period=PlanPeriod(2021, 2025, None))
    members = [Span(BOX.index(name), BOX.index(name) + len(name)) for name in names]
    found = project_promises(reading, Span(0, len(BOX)), members)
    stages = [promise.stage if promise else None for promise in found]
    assert stages == ["advance", "advance", None, "prepare", "advance", "start", "start"]


def test_measures_carry_their_promise() -> None:
    """A measure's promise is the first of its sentence."""
    (measure,) = read_text("第一章 产业\n加快建设产业园，探索飞地模式。\n").measures
    assert measure.promise is not None
    assert [promise.stage for promise in measure.promises] == ["advance", "explore"]
    assert measure.promise == measure.promises[0]


def test_a_very_long_sentence_is_read_in_time() -> None:
    """A sentence of a million characters takes no more than its length asks for."""
    started = time.process_time()
    assert promised("推进水库建设" * 170_000)[0].stage == "advance"
    assert promised("研究，" * 300_000)
    assert time.process_time() - started < 5


def _in_force(plan: Plan, span: Span) -> tuple[str | None, str | None]:
    """What the plan promises of a stretch: of its project, or the last promise of its sentence before its end."""
    projects = [project for project in plan.projects if project.span.overlaps(span)]
    found = [projects[0].promise] if projects else []
    text = plan.document.text or ""
    clause_end = min(end for sign in "，。；\n" if (end := text.find(sign, span.end)) >= 0)
    for measure in plan.measures:
        if measure.span.overlaps(span) and not projects:
            found = [promise for promise in measure.promises if promise.span.start < clause_end][-1:]
    return (found[-1].stage, found[-1].by) if found and found[-1] else (None, None)


def test_real_plan(real_plans: Path) -> None:
    """Of a hundred measures and projects annotated beforehand at least nine of ten have the right stage and date."""
    plan = compile_plan(real_plans / "seed" / "tacheng-14th-fyp.txt")
    gold = json.loads((Path(__file__).parents[1] / "golden" / "tacheng.promises.json").read_text(encoding="utf-8"))
    assert gold["text_sha256"] == plan.document.text_sha256
    wrong = []
    for row in gold["rows"]:
        stage, by = _in_force(plan, Span(*row["span"]))
        if (stage, by) != (row["stage"], row["by"]):
            wrong.append((row, stage, by))
    assert len(wrong) <= 0.1 * len(gold["rows"]), wrong


def test_the_year_of_a_report_completes_nothing() -> None:
    """In a yearly report all is due in its year, and what is only to be built is still only built."""
    text = "加快建设城东水厂。"
    reading = Reading(Document(text), language_named("zh"), period=PlanPeriod(2025, 2025, None))
    whole = Span(0, len(text))
    (found,) = promises_in(reading, whole, 0, Deadlines(reading, whole))
    assert (found.stage, found.by) == ("advance", "2025")
