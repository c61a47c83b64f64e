"""A passage stands in the document twice, word for word.

## 查什么
正文两处（或多处）有一段文字完全相同，长度超过一定字数；文件名、机构名和固定政治表述不计。

## 为什么要紧
同一任务在两章重复部署，责任单位和考核归属不清；也常是粘贴时遗留的旧稿。

## What it checks
Two places of the running text agree word for word over a certain length. Names said over and over and fixed political
phrases do not count.

## Why it matters
A task laid down in two chapters has two owners or none; and often the second copy is what a draft left behind.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.passages import repeated_passages
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="CO19",
    name="passage-repeated",
    severity="info",
    title=Words("文字重复", "a passage is repeated word for word"),
    advice=Words(
        "只保留一处，另一处改为引用或删去。", "Keep it in one place, and refer to it or leave it out in the other."
    ),
    remedy="none",
    parameters=(
        Parameter(
            "length",
            45,
            12,
            400,
            Words("至少多少字相同（英文按三倍计）", "characters that agree; three times as many in English"),
        ),
    ),
)

_SHOWN = 24  # characters of a passage that the message quotes


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each passage that stands in two places or more."""
    length = int(inspection.parameter(RULE, "length")) * inspection.words.consistency.letters_for_a_word
    for places in repeated_passages(inspection, length):
        passage = places[0].of(inspection.text)
        shown = passage if len(passage) <= _SHOWN else f"{passage[:_SHOWN]}……"
        message = Words(
            f"“{inner(shown)}”在{len(places)}处重复，{len(passage)}字相同",
            f"{quoted(shown)} stands in {len(places)} places: {len(passage)} characters agree",
        )
        yield Fault(message, places)


FINDS = [
    (
        "第一章  工业\n加快建设以石桥市⟦为中心的竹编手艺传习片区、以柳湾县为中心的陶器烧制体验片区、"
        "以云汀镇为中心的木雕和竹刻研学片区⟧，打造品牌。\n第二章  外贸\n积极推进以东岭县⟦为中心的竹编手艺传习片区、"
        "以柳湾县为中心的陶器烧制体验片区、以云汀镇为中心的木雕和竹刻研学片区⟧建设。\n"
    ),
    (
        "# Northfield District Plan 2026-2030\n## Farming\n"
        "The council ⟦will help smallholders to sell fresh vegetables, milk and eggs to the schools and hospitals of "
        "the area at prices that are agreed once a year⟧ cheaply.\n## Schools\n"
        "Each school ⟦will help smallholders to sell fresh vegetables, milk and eggs to the schools and hospitals of "
        "the area at prices that are agreed once a year⟧; it is free.\n"
    ),
]
PASSES = [
    (
        "第一章  医疗\n通过结对帮带、远程会诊和定期巡回指导等多种方式让县乡两级逐步共享城区的优质医疗资源。\n"
        "第二章  教育\n通过结对帮带、远程会诊和定期巡回指导等多种方式让县乡两级逐步共享城区的优质教育资源。\n"
    ),
    (
        "第一章  职能\n强化乡村教师培训、基层诊所、山洪预警、桥梁巡检、图书漫游、种子试验、农机改装、"
        "生态保护、环境治理等领域的服务职能。\n第二章  财政\n财政支出重点投向乡村教师培训、"
        "基层诊所、山洪预警、桥梁巡检、图书漫游、种子试验、农机改装、生态保护、环境治理等领域。\n"
    ),
    (
        "第一章  工业\n以习近平新时代中国特色社会主义思想为指导，做强工业。\n第二章  外贸\n"
        "以习近平新时代中国特色社会主义思想为指导，扩大开放。\n"
    ),
    "第一章  工业\n加快建设竹编手艺传习片区，打造品牌。\n第二章  外贸\n积极推进竹编手艺传习片区建设。\n",
]
