"""Measures: which sentences say that something is to be done, and what their titles are."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from milepost.documents.model import Document
from milepost.kernel.span import Span
from milepost.languages.table import language_named
from milepost.plans.divisions import division
from milepost.plans.model import Box, Measure, PlanPeriod, Section
from milepost.plans.passes import headings, measures, period, places, region
from milepost.plans.reading import Reading


def read(text: str, **fields: object) -> tuple[Measure, ...]:
    """The measures of a text of a plan for 张掖市, 2021 to 2025."""
    found = Reading(Document(text=text), language_named("zh"), period=PlanPeriod(2021, 2025, 2035))
    whole = division("620700")
    assert whole is not None
    found.region = region.region_of(whole)
    found.places = places.find(found)
    for name, value in fields.items():
        setattr(found, name, value)
    return measures.find(found)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("大力推进农产品冷链建设，完善仓储体系。", "推进农产品冷链建设"),
        ("依托沿河生态走廊，着力打造休闲旅游品牌。", "打造休闲旅游品牌"),
        ("加快建设区域物流枢纽。", "建设区域物流枢纽"),
        ("一是全面落实河湖长制，加强巡查。", "落实河湖长制"),
        ("——进一步优化营商环境。", "优化营商环境"),
        ("各县区要健全防汛责任体系。", "健全防汛责任体系"),
        ("沿山地区重点发展高原夏菜产业。", "发展高原夏菜产业"),
        ("充分发挥骨干企业带头作用。", "发挥骨干企业带头作用"),
        ("严格落实耕地保护制度。", "落实耕地保护制度"),
        ("加快传统企业数字化转型。", "加快传统企业数字化转型"),
    ],
)
def test_the_title_is_the_first_action(sentence: str, title: str) -> None:
    """A title begins at the verb, behind adverbs, clauses of manner, actors and numbers."""
    assert [measure.title for measure in read(sentence)] == [title]


@pytest.mark.parametrize(
    "sentence",
    [
        "居民收入水平明显提高，生活品质更有保障。",
        "发展质量和效益不断提升。",
        "五年来，加快推进了水利建设。",
        "公共服务设施布局不够均衡。",
        "加强交通建设",
        "发展环境持续改善。",
    ],
)
def test_outcomes_past_and_headings_are_no_measures(sentence: str) -> None:
    """States, results, things done and lines without a full stop say nothing that is to be done."""
    assert read(sentence) == ()


def test_one_row_a_sentence() -> None:
    """Full stops, semicolons and line breaks part rows; a run-in lead that acts is a row of its own."""
    text = "建设区域物流枢纽。发挥口岸优势，完善仓储设施；培育龙头企业。\n支持连锁经营。"
    found = read(text)
    assert [measure.title for measure in found] == ["建设区域物流枢纽", "完善仓储设施", "培育龙头企业", "支持连锁经营"]
    assert all(measure.quote == measure.span.of(text) for measure in found)
    assert len({measure.id for measure in found}) == 4


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("到2024年，建成城市运行管理平台。", "2024"),
        ("2023年底前完成自然保护地勘界。", "2023"),
        ("“十四五”末，建成现代水网。", "2025"),
        ("“十四五”期间，推进现代水网建设。", None),
        ("推进现代水网建设。", None),
    ],
)
def test_by_is_a_stated_deadline(sentence: str, by: str | None) -> None:
    """A year by which, the end of the plan; a period is no deadline."""
    assert [measure.by for measure in read(sentence)] == [by]


def test_the_region_that_a_sentence_names() -> None:
    """One part gives its code, several or none give null."""
    found = read("支持山丹县建设陶瓷园。推动民乐县、高台县联合育种。推进良种繁育。")
    assert [measure.region for measure in found] == ["620725", None, None]


def test_sections_and_boxes_that_hold_no_measures() -> None:
    """A review of the past, principles, and the projects of a box are passed over."""
    text = "发展基础\n推进水利建设。\n基本原则\n坚持统筹，推动协调发展。\n水利\n推进灌区改造。\n专栏1\n实施青岭水库。\n"
    bounds = [(0, 13), (13, 32), (32, len(text))]
    sections = tuple(
        Section(
            f"s{at}",
            "chapter",
            at,
            text[start : text.index("\n", start)],
            Span(start, text.index("\n", start)),
            Span(start, end),
            None,
        )
        for at, (start, end) in enumerate(bounds)
    )
    start = text.index("专栏")
    box = Box("b", 1, "1", "项目", Span(start, start + 3), Span(start + 3, len(text)), "s2")
    found = read(text, sections=sections, boxes=(box,))
    assert [(measure.title, measure.section) for measure in found] == [("推进灌区改造", "s2")]


@pytest.mark.parametrize(
    "text", ["推进" * 200_000, "推进建设，" * 80_000, "甲，" * 200_000 + "推进建设。", "推进建设。" * 20_000]
)
def test_time_grows_with_the_length(text: str) -> None:
    """A very long sentence takes no more than its share of time."""
    began = time.perf_counter()
    read(text)
    assert time.perf_counter() - began < 10


def test_the_measures_of_a_real_plan(real_plans: Path) -> None:
    """Most of a plan are tasks: hundreds of rows, each with a short title, none from the review of the past."""
    text = (real_plans / "seed" / "tacheng-14th-fyp.txt").read_text("utf-8-sig").replace("\r\n", "\n")
    found = Reading(Document(text=text), language_named("zh"))
    for each, fills in ((headings, "sections"), (period, "period"), (region, "region"), (places, "places")):
        setattr(found, fills, each.find(found))
    rows = measures.find(found)
    assert len(rows) > 500
    assert all(4 <= len(row.title) <= 60 and row.title in row.quote for row in rows)
    review = next(section for section in found.sections if section.title == "发展基础")
    assert not [row for row in rows if review.body.contains(row.span)]
