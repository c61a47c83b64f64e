"""Passes under random mixtures of a plan's parts: never an exception, sound spans, output in proportion to the text."""

from __future__ import annotations

import dataclasses
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from milepost.documents.model import Document
from milepost.documents.run import read_bytes
from milepost.kernel.errors import UsageError
from milepost.kernel.span import Span
from milepost.plans.files import decode, encode
from milepost.plans.model import Plan
from milepost.plans.run import plan_of

relaxed = settings(deadline=None, max_examples=250, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
QUOTING = ("commitments", "facts", "projects", "measures")
FIGURES = ("commitments", "facts")

CHINESE = [
    *"""
0 5 12.5 3,200 ２６ 2 9 0 0 三 十五 百 千亿 两 半 几 1 一百二十 1e9 .5 5. 〇 零 ½ ③ Ⅳ ٣
% ‰ 个百分点 亿元 万亩 家 名 公里 立方米 万人次 倍 成 年 岁 /10万 亿吨标煤 ∶ ： : - — 至 到 ～ × +
达到 提高到 控制在 以内 以上 不低于 不超过 超过 左右 约 近 保持在 降低 减少 增长 年均 累计 分别 均 各 其中 占 的
全覆盖 清零 翻一番 减半 三分之一 同步 高于 县县通 全部 不发生 合理区间 视情提出 由 从 在 基础上
到2025年 “十四五”末 “十三五”时期 今后五年 今年 2020年 2021—2025年 力争 争取 确保 去年 每年 展望2035年
森林覆盖率 粮食产量 城镇、农村居民人均可支配收入 新建 建成 高标准农田 企业 G30 5G 5A级 220千伏 65岁以上
青禾市 柳铺县 第一篇 第三章 第二节 一、 （一） 1. 前言 目录 专栏 专栏1 专栏2：水利项目 表1 指标 预期性 约束性
〔10〕 —— “ ” ‘ ’ 《 》 （ ） ( ) 【 】 [ ] 〔 〕 「 、 ， 。 ； ！ ？ … · | # > ** [bookmark:
""".split(),
    "第五章 重点任务\n", "专栏1 重点项目\n云岭水库、沙溪河堤防工程等项目\n", "\n", "\n\n", "\t", "\u3000", " ",
    "青禾市国民经济和社会发展第十四个五年规划纲要\n", "[bookmark: _Toc1]",
]  # fmt: skip
ENGLISH = [
    f"{word} "
    for word in """
0 5 12.5 3,200 1.5m three twenty-five half two-thirds 2030 1/3 $3 €2bn
% percent km MW tonnes per of to from by and or the between respectively each annually
will reach increase reduce double at least below above around more than up (2020) : “ ” ( )
""".split()
] + [
    "million people ", "percentage points ", "per 100,000 live births ", "By 2030, ", "in 2015 ", "literacy rate ",
    "over the next five years ", "new schools ", "the share of households ", "full coverage of ", "Goal 4. ",
    "SDG 6.1 ", "Chapter 3 Goals\n", "Box 1: Projects\n", ". ", ", ", "; ", "\n", "\n\n", "| a | b |\n|---|---|\n",
]  # fmt: skip
ODD = [
    "\x00", "\x0b", "\x0c", "\x1f", "\x7f", "\x85", "\u200b", "\u200d", "\u202e", "\u2028", "\u2029", "\ufeff",
    "\ufffd", "\uffff", "\U0010ffff", "\ud800", "\udfff", "\U0001f3d4\ufe0f", "\U0001f468\u200d\U0001f469", "e\u0301",
    "é", "ß", "İ", "ﬁ", "㎞", "㎡", "𝟙𝟚", "𠮷", "\r",
]  # fmt: skip


def strings(value: Any) -> Iterator[str]:
    """All strings of a value, the document's text left out."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type | Span):
        for each in dataclasses.fields(value):
            if each.name != "text" or hasattr(value, "rows"):
                yield from strings(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from strings(each)


def spans(value: Any) -> Iterator[Span]:
    """All spans of a value."""
    if isinstance(value, Span):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for each in dataclasses.fields(value):
            yield from spans(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from spans(each)


def numbers(value: Any) -> Iterator[float]:
    """All numbers of a value."""
    if isinstance(value, int | float):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for each in dataclasses.fields(value):
            yield from numbers(getattr(value, each.name))
    elif isinstance(value, tuple) and not isinstance(value, Span):
        for each in value:
            yield from numbers(each)


def sound(plan: Plan, text: str) -> None:
    """Check what holds for every plan, whatever the text."""
    assert plan.document.text == text
    assert all(0 <= span.start <= span.end <= len(text) for span in spans(plan))
    for name in QUOTING:
        assert all(text[item.span.start : item.span.end] == item.quote for item in getattr(plan, name)), name
    for name in FIGURES:
        for item in getattr(plan, name):
            assert item.span.start <= item.value_span.start < item.value_span.end <= item.span.end, item
            assert item.subject, item
    with_id = ("sections", "indicators", "commitments", "facts", "projects", "boxes", "measures")
    ids = Counter(item.id for name in with_id for item in getattr(plan, name))
    assert [name for name, count in ids.items() if count > 1] == []
    assert all(math.isfinite(number) for number in numbers(plan))


def written_and_loaded(plan: Plan, text: str) -> None:
    """Check that the plan comes back equal from its file; half a character cannot be written, and that is said."""
    try:
        text.encode()
    except UnicodeEncodeError:
        with pytest.raises(UsageError, match="lone surrogate"):
            encode(plan)
        return
    assert decode(encode(plan)) == plan


def tried(text: str, language: str | None) -> None:
    """Read a text and check all that must hold."""
    plan = plan_of(Document(text=text), language)
    sound(plan, text)
    written_and_loaded(plan, text)


def one_cell(words: str) -> str:
    """Words that fit into a cell of a table."""
    return " ".join(words.replace("|", " ").split())[:60]


def mixtures(*parts: list[str]) -> st.SearchStrategy[str]:
    """Texts put together from parts of plans."""
    pieces = st.sampled_from([piece for each in parts for piece in each])
    return st.lists(pieces, max_size=60).map("".join)


@relaxed
@given(text=mixtures(CHINESE))
@example(text="建成1.1\u3000年均累计0\t、")
def test_parts_of_chinese_plans_in_any_order(text: str) -> None:
    """Numerals, units, comparators, times, brackets and headings in any order are read without a fault."""
    tried(text, "zh")


@relaxed
@given(text=mixtures(ENGLISH))
def test_parts_of_english_plans_in_any_order(text: str) -> None:
    """The same for English."""
    tried(text, "en")


@relaxed
@given(text=mixtures(CHINESE, ENGLISH, ODD, ODD), language=st.sampled_from(["zh", "en", None]))
@example(text="\ud800", language=None)
@example(text="", language=None)
@example(text="到2025年，森林\ud800覆盖率达到2\x002%\udfff以上。", language="zh")
def test_odd_characters_between_the_parts(text: str, language: str | None) -> None:
    """Half characters, control characters, emoji and joiners do no harm in either language."""
    tried(text, language)


@relaxed
@given(text=st.text(max_size=200), language=st.sampled_from(["zh", "en"]))
def test_any_text_at_all(text: str, language: str) -> None:
    """Any text is a document, if an empty one."""
    tried(text, language)


@relaxed
@given(
    title=st.sampled_from("第四个五年规划 2025年政府工作报告 规划纲要（2021—2025年） 0000年计划 9999年规划".split()),
    clauses=st.lists(mixtures(CHINESE), max_size=6),
)
def test_mixtures_under_a_title_and_a_heading(title: str, clauses: list[str]) -> None:
    """A period that is strange or missing, and headings in between, leave every rule standing."""
    tried(title + "\n第一章 目标\n" + "。\n".join(clauses) + "。", "zh")


@relaxed
@given(
    head=st.sampled_from(
        ["指标|2020年|2025年|年均增长|属性", "Indicator|Baseline|Target 2030|Unit|Notes", "a|b|c|d|e"]
    ),
    rows=st.lists(st.tuples(*[mixtures(CHINESE, ENGLISH).map(one_cell) for _ in range(5)]), max_size=4),
)
def test_tables_of_mixed_cells(head: str, rows: list[tuple[str, ...]]) -> None:
    """A table may hold anything in any cell."""
    lines = [head, "|".join(["---"] * 5), *("|".join(row) for row in rows)]
    text = "# 规划纲要（2021—2025年）\n\n" + "\n".join(f"|{line}|" for line in lines) + "\n"
    document = read_bytes(text.encode(), "", media_type="text/markdown")
    plan = plan_of(document)
    sound(plan, document.text)
    written_and_loaded(plan, document.text)


def size(plan: Plan) -> int:
    """Characters that a plan holds beside the document's text, and its numbers of spans."""
    return sum(len(each) for each in strings(plan)) + sum(1 for _ in spans(plan))


GROWING = {
    "one sentence without an end": ("新增就业5万人", "zh", 20_000),
    "figures and commas": ("城镇化率达到5%，", "zh", 12_000),
    "figures and 和": ("5%和", "zh", 25_000),
    "names without figures": ("建设", "zh", 60_000),
    "a hundred thousand 和": ("和", "zh", 100_000),
    "brackets that open": ("（", "zh", 30_000),
    "brackets nested": ("（5%", "zh", 15_000),
    "quotation marks that open": ("“", "zh", 30_000),
    "titles that open": ("《", "zh", 30_000),
    "digits": ("1", "zh", 30_000),
    "digits and blanks": ("1 ", "zh", 30_000),
    "numerals in words": ("千", "zh", 60_000),
    "dates": ("2025年", "zh", 15_000),
    "comparators": ("不低于", "zh", 20_000),
    "全覆盖": ("全覆盖", "zh", 20_000),
    "starting values": ("由5%提高到6%", "zh", 10_000),
    "headings": ("第一章 目标\n", "zh", 8_000),
    "headings in one line": ("第一章 ", "zh", 12_000),
    "boxes": ("专栏1：甲、乙、丙项目\n", "zh", 4_000),
    "a list without a verb": ("沙溪水库、", "zh", 15_000),
    "paragraphs": ("发展农业。\n", "zh", 12_000),
    "measures": ("加快推进基础设施建设，", "zh", 8_000),
    "places": ("青禾市柳铺县", "zh", 10_000),
    "blank lines": ("\n", "zh", 100_000),
    "ratios": ("8:45:47", "zh", 10_000),
    "structures": ("“一核两轴三带”", "zh", 10_000),
    "english figures": ("the rate will reach 5 percent, ", "en", 4_000),
    "english and": ("5 percent and ", "en", 3_000),
    "english lists": ("schools, roads, ", "en", 10_000),
    "english words": ("and ", "en", 30_000),
}


@pytest.mark.parametrize("name", GROWING)
def test_output_grows_no_faster_than_the_text(name: str) -> None:
    """Four times the text gives at most four times the output, whatever is repeated in it."""
    piece, language, count = GROWING[name]
    short, long = (plan_of(Document(text=piece * times), language) for times in (count // 4, count))
    sound(long, piece * count)
    assert size(long) <= 4.4 * size(short) + 4000


def test_a_box_without_end_gives_output_in_proportion() -> None:
    """Thousands of projects in one box repeat neither the box nor its title beyond the words of each."""
    short, long = (plan_of(Document(text="专栏1 水利项目\n" + "沙溪水库、" * count), "zh") for count in (1500, 6000))
    assert len(long.projects) == 6000
    assert size(long) <= 4.4 * size(short) + 4000


@pytest.mark.parametrize(
    ("heads", "figures"),
    [("甲乙率", "5%"), ("甲乙率", "5%以上"), ("新建幼儿园", "5所")],
)
def test_a_list_without_end_gives_output_in_proportion(heads: str, figures: str) -> None:
    """分别 over thousands of members repeats neither the whole list nor all of its figures in every row."""

    def listed(count: int) -> str:
        return "、".join([heads] * count) + "分别达到" + "、".join([figures] * count) + "。"

    short, long = (plan_of(Document(text=listed(count)), "zh") for count in (1500, 6000))
    assert size(long) <= 4.4 * size(short) + 4000
