"""References: which other documents a plan names, and what they are to it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from milepost.kernel.span import Span
from milepost.plans.run import compile_plan, read_text
from milepost.plans.undertakings import Reference

TITLE = "河州市国民经济和社会发展第十四个五年规划和2035年远景目标纲要\n第一章 发展\n"


def referred(sentence: str, language: str = "zh") -> tuple[Reference, ...]:
    """The references of a sentence of a plan for 2021 to 2025."""
    return read_text(TITLE + sentence + "\n", language).references


@pytest.mark.parametrize(
    ("sentence", "title", "role"),
    [
        ("落实《河州市水网建设规划（2021—2030年）》。", "河州市水网建设规划（2021—2030年）", "special"),
        ("编制绿道建设实施方案。", "绿道建设实施方案", "special"),
        ("严格执行国家产业指导目录。", "国家产业指导目录", "upper"),
        ("对接省“十四五”规划纲要。", "省“十四五”规划纲要", "upper"),
        ("贯彻《中共中央关于加强水利工作的意见》。", "中共中央关于加强水利工作的意见", "upper"),
        ("全面完成《河州市扶贫开发规划（2011-2020年）》任务。", "河州市扶贫开发规划（2011-2020年）", "past"),
        ("做好年度计划与本规划的衔接。", "年度计划", "annual"),
        ("遵守《中华人民共和国森林法》。", "中华人民共和国森林法", "upper"),
        ("能耗总量控制在省下达指标以内。", "省下达指标", "deferring"),
        ("实施新一轮幼教提质行动计划。", "幼教提质行动计划", "special"),
    ],
)
def test_roles(sentence: str, title: str, role: str) -> None:
    """A document is from above, of a sector, yearly, past, or one that a figure is left to."""
    assert [(found.title, found.role) for found in referred(sentence)] == [(title, role)]


def test_list_behind_one_verb() -> None:
    """Each document of a list is one."""
    titles = [found.title for found in referred("衔接好国土空间规划、综合交通规划和水资源保护规划。")]
    assert titles == ["国土空间规划", "综合交通规划", "水资源保护规划"]


def test_issuer_and_period() -> None:
    """Who issued a document stands in its title or before it; its years in its title."""
    (named,) = referred("落实《中共中央、国务院关于建设统一大市场的意见》。")
    assert named.issuer == "中共中央、国务院"
    (before,) = referred("按照国务院办公厅印发的《质量提升行动方案（2023-2025年）》。")
    assert (before.issuer, before.period) == ("国务院办公厅", ("2023", "2025"))
    (subject,) = referred("党中央高度重视，制定了《关于推进乡村振兴的意见》。")
    assert (subject.issuer, subject.role) == ("党中央", "upper")


@pytest.mark.parametrize(
    "sentence",
    [
        "推进城乡统一规划。",
        "落实本规划提出的任务。",
        "《河州市国民经济和社会发展第十四个五年规划和2035年远景目标纲要》明确了目标。",
        "音乐剧《大河》获奖。",
        "加强计划生育服务管理。",
        "完善规划体系，统筹城镇规划、建设、管理。",
    ],
)
def test_what_is_no_reference(sentence: str) -> None:
    """The plan itself, works of art and planning as an activity are none."""
    assert referred(sentence) == ()


def test_english_references() -> None:
    """English plans name documents in capital letters."""
    text = "Chapter 1 Energy\nThis is in line with the National Energy Policy and the Water Act 2016.\n"
    found = read_text(text, "en").references
    assert [(each.title, each.role) for each in found] == [
        ("National Energy Policy", "upper"),
        ("Water Act 2016", "upper"),
    ]


def test_a_megabyte_is_read_in_time() -> None:
    """A long text without full stops is read in time that grows with its length."""
    started = time.process_time()
    read_text(TITLE + "落实规划" * 100_000, "zh")
    assert time.process_time() - started < 30


def test_real_plan(real_plans: Path) -> None:
    """Every document that an annotator must name is found, with its role, and nothing that is none."""
    plan = compile_plan(real_plans / "seed" / "tacheng-14th-fyp.txt")
    gold = json.loads((Path(__file__).parents[1] / "golden" / "tacheng.references.json").read_text(encoding="utf-8"))
    assert gold["text_sha256"] == plan.document.text_sha256
    rows = {Span(*row["span"]): row for row in gold["rows"]}
    required = [span for span, row in rows.items() if not row.get("optional")]
    found = {span: reference for span in rows for reference in plan.references if reference.span.overlaps(span)}
    assert [rows[span]["title"] for span in required if span not in found] == []
    assert len(required) >= 15
    wrong = [span for span in required if found[span].role not in (rows[span]["role"], *rows[span].get("role_alt", []))]
    assert wrong == []
    extra = [each.title for each in plan.references if not any(each.span.overlaps(span) for span in rows)]
    assert len(extra) <= 0.05 * len(plan.references), extra
