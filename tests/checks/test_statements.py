"""Which figures of a plan are held against each other, and which are not."""

from __future__ import annotations

import pytest

from checks_support import plan_of_case
from milepost.checks.inspection import Inspection
from milepost.checks.rules.consistency import targets_disagree
from milepost.checks.statements import Source, Statement, contradictions, statements, table_against_text

TITLE = "# 青禾市“十四五”规划纲要（2021—2025年）\n"
TABLE = "## 主要指标\n| 指标 | 2020年 | 2025年 | 属性 |\n|---|---|---|---|\n"


def statements_of(text: str) -> tuple[Statement, ...]:
    """The statements of a small plan."""
    return statements(Inspection.of(plan_of_case(text)))


def contradicting(text: str, source: Source) -> list[list[str]]:
    """The figures of a small plan that contradict each other, as printed."""
    inspection = Inspection.of(plan_of_case(text))
    return [[each.printed for each in group] for group in contradictions(inspection, source)]


def test_table_and_text_are_read_alike() -> None:
    """A row of the table and a sentence on the same target bear the same key, its baseline another."""
    found = statements_of(f"{TITLE}到2025年，森林覆盖率达到22.5%。\n{TABLE}| 森林覆盖率（%） | 21 | 22.5 | 约束性 |\n")
    assert [each.source for each in found] == ["table", "table", "goal"]
    target, baseline, told = found
    assert target.key == told.key != baseline.key
    assert target.says_the_same_value(told)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("到2025年，城市污水处理率达到98%。", "到2025年，县城污水处理率达到95%。"),
        ("到2025年，森林覆盖率达到22%。", "到2035年，森林覆盖率达到25%。"),
        ("到2025年，森林覆盖率达到22%。", "到2025年，东岭县森林覆盖率达到45%。"),
        ("到2025年，森林覆盖率达到22%。", "到2025年，森林覆盖率提高2个百分点。"),
        ("地区生产总值年均增长7%。", "到2025年，地区生产总值达到680亿元。"),
        ("到2025年，完成率达到90%。", "到2025年，完成率达到80%。"),
        ("“十四五”期间累计城镇新增就业2万人。", "到2025年，城镇新增就业年均4000人。"),
    ],
)
def test_other_scope_year_place_or_measure_is_another_figure(one: str, other: str) -> None:
    """Figures that differ in scope, year, place or measure, or whose subject says next to nothing, are not compared."""
    assert contradicting(f"{TITLE}## 目标\n{one}\n## 任务\n{other}\n", "goal") == []


def test_figures_of_one_sentence_are_not_compared() -> None:
    """A sentence with two figures on one thing tells of a change or of parts."""
    assert contradicting(f"{TITLE}## 农业\n到2025年，建成高标准农田96万亩，新建高标准农田42万亩。\n", "goal") == []


def test_units_are_converted() -> None:
    """330 万吨 and 3 300 000 吨 are one value, 340 万吨 is another."""
    one, same, other = (
        statements_of(f"{TITLE}到2025年，粮食综合生产能力达到{value}。\n")[0]
        for value in ("330万吨", "3300000吨", "340万吨")
    )
    assert one.says_the_same_value(same)
    assert not one.says_the_same_value(other)


def test_a_rounded_figure_of_the_past_allows_the_exact_one() -> None:
    """More than 480 is what 486.3 is called when rounded; it does not stand for 700."""
    text = f"{TITLE}## 发展基础\n2020年，地区生产总值达到{{}}亿元。\n## 发展环境\n2020年地区生产总值超过480亿元。\n"
    assert contradicting(text.format("486.3"), "past") == []
    assert contradicting(text.format("700"), "past") == [["700亿元", "480亿元"]]


def test_a_goal_that_was_read_as_past_is_held_against_the_table() -> None:
    """Where a figure rises from that of a past year, the figure that it rises to is a goal."""
    text = (
        f"{TITLE}## 发展目标\n五年累计完成投资1800亿元；森林覆盖率由2020年的21%提高到24%。\n"
        f"{TABLE}| 森林覆盖率（%） | 21 | 22.5 | 约束性 |\n"
    )
    pairs = table_against_text(Inspection.of(plan_of_case(text)), "goal")
    assert [(row.printed, told.printed) for row, told in pairs] == [("22.5", "24%")]


def test_many_contradictions_at_once_are_one_fault() -> None:
    """Where results and goals stand mixed, the document is told once, and not each of its figures."""
    goods = ("稻谷", "小麦", "玉米", "大豆", "花生", "茶叶")
    first = "".join(f"到2025年，优质{good}加工产量达到{number}万吨。\n" for number, good in enumerate(goods, start=20))
    second = "".join(f"到2025年，优质{good}加工产量达到{number}万吨。\n" for number, good in enumerate(goods, start=60))
    plan = plan_of_case(f"第一章  发展目标\n{first}第二章  农业\n{second}")
    (fault,) = targets_disagree.check(Inspection.of(plan))
    assert "6项目标前后不一" in fault.message.zh
    assert len(fault.places) == 12
