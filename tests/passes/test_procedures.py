"""Procedures: what a plan lays down for carrying it out, who does it, and to whom it goes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from milepost.plans.run import compile_plan, read_text
from milepost.plans.undertakings import Procedure


def laid_down(text: str, language: str = "zh") -> tuple[Procedure, ...]:
    """The procedures of a chapter on implementation."""
    heading = {"zh": "第九章 健全规划实施机制", "en": "Chapter 9 Implementation and Monitoring"}[language]
    return read_text(f"{heading}\n{text}\n", language).procedures


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("形成以发展规划为统领、定位准确的规划体系。", "plan_system"),
        ("编制年度计划要落实本规划提出的任务。", "annual_plan"),
        ("将规划主要指标按年度分解。", "annual_split"),
        ("约束性指标分解落实到各区和有关部门。", "duty_system"),
        ("实行规划目标责任制。", "duty_system"),
        ("开展规划实施情况动态监测。", "monitoring"),
        ("规划实施中期开展全面评估。", "midterm"),
        ("规划期末组织总结评估。", "final"),
        ("确需调整本规划时，由县人民政府提出方案。", "revision"),
        ("规划实施进展向社会公布。", "publication"),
    ],
)
def test_kinds(sentence: str, kind: str) -> None:
    """Each kind of procedure is known by the words that other plans use for it."""
    assert [procedure.kind for procedure in laid_down(sentence)] == [kind]


def test_who_evaluates_and_who_is_told() -> None:
    """The body that organises and the one that deliberates are told apart."""
    (midterm,) = laid_down("2023年，由市人民政府组织规划中期评估，评估报告提交市人大常委会审议。")
    assert (midterm.organiser, midterm.receiver, midterm.approver) == ("市人民政府", "市人大常委会", None)
    assert midterm.when == "2023年"


def test_a_procedure_told_in_two_sentences() -> None:
    """What the first sentence leaves open the next one may say."""
    (midterm,) = laid_down("规划中期由县政府组织评估。中期评估结果报县人大常委会审议。")
    assert (midterm.organiser, midterm.receiver) == ("县政府", "县人大常委会")


def test_who_approves_a_revision() -> None:
    """A revision is approved by whom it is put before for that."""
    (revision,) = laid_down("规划需要修订时，由省人民政府提出方案，报省人民代表大会常务委员会批准。")
    assert (revision.organiser, revision.approver) == ("省人民政府", "省人民代表大会常务委员会")


def test_who_leads_the_monitoring() -> None:
    """A body that takes the lead is the lead."""
    (monitoring,) = laid_down("县发展和改革局牵头会同县统计局每年对规划实施情况进行跟踪分析。")
    assert (monitoring.lead, monitoring.organiser, monitoring.when) == ("县发展和改革局", None, "每年")


def test_a_general_word_acts_where_no_body_is_named() -> None:
    """The competent departments organise where the plan does not name them."""
    (monitoring,) = laid_down("规划主管部门要加强规划实施监测。")
    assert monitoring.organiser == "规划主管部门"


def test_elsewhere_only_what_is_unmistakable() -> None:
    """Outside the chapter on implementation, a mid-term evaluation is a procedure and a plan for a park is none."""
    text = (
        "第一章 产业发展\n加强园区规划衔接，落实安全生产责任制。组织开展本规划中期评估。\n第二章 科技\n建设实验室。\n"
    )
    assert [procedure.kind for procedure in read_text(text).procedures] == ["midterm"]


def test_english_procedures() -> None:
    """English plans lay procedures down too."""
    (midterm,) = laid_down(
        "A mid-term review of the Plan will be organised by the Planning Commission and submitted to the National "
        "Assembly.",
        "en",
    )
    assert (midterm.kind, midterm.organiser, midterm.receiver) == (
        "midterm",
        "Planning Commission",
        "National Assembly",
    )


def test_real_plan(real_plans: Path) -> None:
    """The procedures of a real plan are found, all of them, with the right bodies, and no others."""
    plan = compile_plan(real_plans / "seed" / "tacheng-14th-fyp.txt")
    gold = json.loads((Path(__file__).parents[1] / "golden" / "tacheng.procedures.json").read_text(encoding="utf-8"))
    assert gold["text_sha256"] == plan.document.text_sha256
    roles = ("kind", "organiser", "lead", "receiver", "approver")
    assert [tuple(getattr(procedure, role) for role in roles) for procedure in plan.procedures] == [
        tuple(row[role] for role in roles) for row in gold["rows"]
    ]
    for procedure, row in zip(plan.procedures, gold["rows"], strict=True):
        assert list(procedure.span) == row["span"]
        assert procedure.when in (row["when"], *row.get("when_alt", []))
