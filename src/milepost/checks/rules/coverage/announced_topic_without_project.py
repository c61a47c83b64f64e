"""Paragraphs announce lines of work for which the box that closes them has no project.

## 查什么
专栏前的各段以“大力发展……产业。”一类短句起头，专栏对其中一部分列了项目，另一部分一个也没有，
其他专栏也没有。每个专栏一条，列出没有项目的段落。

## 为什么要紧
正文把这些方向并列为重点，而专栏没有项目落地，后几年的资金、用地和考核都轮不到它们；也可能是专栏漏列。

## What it checks
The paragraphs before a box open with short sentences that announce lines of work. The box has projects for some of
them and neither it nor any other box has one for others. One finding for each box.

## Why it matters
Money, land and assessment follow the box. What is announced as equally important and has no project there is left
behind, or was forgotten.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from milepost.checks.boxed import Boxed, boxed_projects
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.languages.coverage_words import CoverageWords

RULE = Rule(
    code="CV11",
    name="announced-topic-without-project",
    severity="warning",
    title=Words("正文列出的方向在专栏中没有项目", "what the text announces has no project in the box"),
    advice=Words(
        "为这些方向补列项目，或在正文中调整表述。",
        "Add projects for these lines of work, or announce less in the text.",
    ),
    remedy="note",
    parameters=(
        Parameter("least", 3, 2, 20, Words("段落至少几个时才比较", "how many paragraphs there must be to compare")),
    ),
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """For each box that answers half of its paragraphs or more, those that it does not answer."""
    least = inspection.parameter(RULE, "least")
    boxes = inspection.derived(boxed_projects)
    topics = _topics(inspection) if boxes else []
    others = [box.title + box.body.of(inspection.folded) for box in inspection.plan.boxes] if topics else []
    starts = [span.start for _, span in topics]
    behind = 0
    for each in boxes:
        section = inspection.section_at(each.box.span.start)
        since = max(behind, section.span.end if section else 0)
        behind = max(each.box.span.end, each.box.body.end)
        ahead = topics[bisect_right(starts, since) : bisect_right(starts, each.box.span.start)]
        missing = _missing(ahead, each, inspection)
        if len(ahead) < least or 2 * len(missing) > len(ahead):
            continue
        missing = [(topic, span) for topic, span in missing if not _is_elsewhere(topic, others, inspection)]
        if not missing:
            continue
        names = [topic for topic, _ in missing]
        message = Words(
            f"专栏“{inner(each.box.title)}”前各段所列的方向中，以下方向在各专栏中都没有项目：{'、'.join(names)}",
            f"of the lines of work announced before the box {quoted(each.box.title)}, these have no project in any "
            f"box: {', '.join(map(quoted, names))}",
        )
        yield Fault(message, (*(span for _, span in missing), each.box.span))


def _topics(inspection: Inspection) -> list[tuple[str, Span]]:
    """What paragraphs open with, each with the place of the words, in the order of the text."""
    return [
        (match["topic"], Span(match.start("topic"), match.end("topic")))
        for match in inspection.words.coverage.topic.finditer(inspection.folded)
    ]


def _missing(topics: list[tuple[str, Span]], each: Boxed, inspection: Inspection) -> list[tuple[str, Span]]:
    words = inspection.words.coverage
    held = f"{each.box.title}\n{each.box.body.of(inspection.folded)}"
    groups = {project.group for project in each.projects if project.group}
    return [(topic, span) for topic, span in topics if not _answered(topic, held, groups, words)]


def _answered(topic: str, held: str, groups: set[str], words: CoverageWords) -> bool:
    """Whether a piece of the topic stands in the box, or a group's name shares its first sign (电力, 电网)."""
    telling = _telling(topic, words)
    return not telling or any(piece in held for piece in telling) or any(group[0] == topic[0] for group in groups)


def _is_elsewhere(topic: str, boxes: list[str], inspection: Inspection) -> bool:
    """Whether half of the pieces of the topic or more stand in one of the boxes of the plan."""
    telling = _telling(topic, inspection.words.coverage)
    return any(2 * sum(piece in held for piece in telling) >= len(telling) for held in boxes)


def _telling(topic: str, words: CoverageWords) -> list[str]:
    pieces = [match[1] for match in words.gram.finditer(topic)] or [topic]
    return [piece for piece in pieces if not words.generic_gram.match(piece)]


_HEAD = (
    "青禾市“十四五”规划纲要（2021—2025年）\n第一章  壮大新兴产业\n大力发展新材料产业。延长产业链。\n"
    "积极培育生物医药产业。引进龙头企业。\n发展装备制造业。扩大农机生产。\n"
)

FINDS = [
    _HEAD.replace("生物医药产业", "⟦生物医药⟧产业")
    + "⟦专栏1 新兴产业重点项目⟧\n新材料：青禾市建材园。\n装备制造：柳河县农机装备产业园项目。\n",
]
PASSES = [
    _HEAD
    + "专栏1 新兴产业重点项目\n新材料：青禾市建材园。\n装备制造：柳河县农机产业园项目。\n"
    + "第二章  发展健康产业\n专栏2 健康产业重点项目\n东山县生物医药产业园。\n",
    _HEAD
    + "专栏1 新兴产业重点项目\n新材料：青禾市建材园。\n生物医药：东山县制药。\n装备制造：柳河县农机产业园项目。\n",
    _HEAD + "专栏1 基础设施重点项目\n交通：青禾市至东山县公路。\n水利：柳河县灌区改造项目。\n",
]
