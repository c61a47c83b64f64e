"""A chapter announces two matters, and its sections treat only one.

## 查什么
章首语提出“机遇和挑战”“优势和短板”等相对的两方面，而其下各节只写了一方面，另一方面再未出现。

## 为什么要紧
承诺分析的内容缺失，多半是整节丢失；没有挑战和短板的分析，后面的任务也缺少依据。

## What it checks
The lead of a chapter names two opposite matters (opportunities and challenges, strengths and weaknesses), its sections
are headed by one of them, and the other does not come again.

## Why it matters
A section that was promised is missing; without it the tasks further on lack their ground.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.model import Section

RULE = Rule(
    code="LA35",
    name="announced-topic-missing",
    severity="error",
    title=Words("预告的内容没有写", "a matter that is announced never comes"),
    advice=Words("补写缺少的一节，或改写章首语。", "Supply the missing section, or change the lead."),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The words that announce the matter, and the heading of the section that treats its opposite."""
    children: dict[str, list[Section]] = {}
    for section in inspection.plan.sections:
        if section.parent:
            children.setdefault(section.parent, []).append(section)
    for section in inspection.plan.sections:
        below = children.get(section.id)
        if below:
            yield from _in_section(inspection, section, below)


def _in_section(inspection: Inspection, section: Section, below: list[Section]) -> Iterator[Fault]:
    text = inspection.text
    lead = Span(section.span.end, below[0].span.start)
    for pair in inspection.words.layout.opposites:
        for given, wanted in (pair, pair[::-1]):
            heading = next((each for each in below if given.search(each.title)), None)
            if heading is None or wanted.search(section.title) or any(wanted.search(each.title) for each in below):
                continue
            found = _announced(inspection, lead, given, wanted)
            if found is None or wanted.search(text, found.end, section.body.end):
                continue
            words, lacking = found.of(text), wanted.findall(found.of(text))[-1]
            message = Words(
                f"章首语提到“{inner(words)}”，其下只有“{inner(heading.title)}”，没有写“{lacking}”",
                f"the lead announces {quoted(words)}; below there is {quoted(heading.title)}, "
                f"and nothing on {quoted(lacking)}",
            )
            yield Fault(message, (found, heading.span))
            return


def _announced(inspection: Inspection, lead: Span, given: re.Pattern[str], wanted: re.Pattern[str]) -> Span | None:
    """The clause of the lead that names the wanted matter, in a sentence that names the given one too."""
    for sign in wanted.finditer(inspection.text, lead.start, lead.end):
        sentence = inspection.sentence_at(sign.start())
        if given.search(inspection.text, max(sentence.start, lead.start), sentence.end):
            start = max(inspection.text.rfind(mark, sentence.start, sign.start()) for mark in "，,；;\n") + 1
            return Span(max(start, sentence.start, lead.start), sign.end())
    return None


FINDS = [
    (
        "第一章  发展环境\n青禾市既面临难得机遇，⟦也面临严峻挑战⟧。\n⟦第一节  机遇和优势⟧\n政策叠加，区位良好。\n"
        "第二节  远景目标\n基本实现现代化。\n"
    ),
    (
        "Chapter 1 Setting\nNorthfield has strengths,⟦ but also weakness⟧es.\n⟦Section 1 Our strengths⟧\n"
        "Good soil.\nSection 2 Aims\nWe grow.\n"
    ),
]
PASSES = [
    (
        "第一章  发展环境\n青禾市既面临难得机遇，也面临严峻挑战。\n第一节  面临机遇\n政策叠加。\n"
        "第二节  面临挑战\n基础薄弱。\n"
    ),
    "第一章  发展环境\n青禾市既面临难得机遇，也面临严峻挑战。\n第一节  机遇和优势\n政策叠加。主要挑战是基础薄弱。\n",
    "Chapter 1 Setting\nNorthfield has strengths and weaknesses.\nSection 1 Soil\nGood soil.\n",
]
