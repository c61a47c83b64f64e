"""Dams, reservoirs and hydropower: what a lender would ask about.

## 查什么
专栏项目中的水库、水利枢纽、水电站、抽水蓄能、水闸项目，按专栏合并提示；规划已就大坝安全、移民安置和生态流量作出安排的不提示。

## 为什么要紧
大坝安全、移民、生态流量和下游用水是贷款机构必查事项，大型坝还要求独立专家组。

## What it checks
Projects in boxes that build or change dams, reservoirs, hydropower or weirs, those of one box together. Nothing
is said where the plan itself takes up the safety of dams, resettlement and the flow for nature.

## Why it matters
The safety of dams, resettlement, the flow that a river needs and the users downstream are always looked at; large
dams need a panel of independent experts.

## References
World Bank, Environmental and Social Framework (2017), ESS4 annex 1 (safety of dams), ESS5 and ESS6; OP 7.50
(international waterways).
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.screening import asked

RULE = Rule(
    code="SA05",
    name="dam-project",
    severity="info",
    title=Words("水库大坝和水电项目", "a dam or hydropower project"),
    advice=Words(
        "立项前明确大坝安全、移民安置和生态流量安排；跨界河流说明通报要求。",
        "Before approval, settle dam safety, resettlement and the flow for nature, and notice on shared rivers.",
    ),
    remedy="none",
)
KIND = Words("水库、水闸或水电项目", "Dam, weir or hydropower project")
STANDARDS = Words(
    "世界银行ESS4附件1（大坝安全）、ESS5（移民）和ESS6（生物多样性）",
    "World Bank ESS4 annex 1 (safety of dams), ESS5 (resettlement) and ESS6 (biodiversity)",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The projects of this sector, those of one box together."""
    if not _are_settled(inspection):
        yield from asked(inspection, inspection.words.safeguards.dams, KIND, STANDARDS)


def _are_settled(inspection: Inspection) -> bool:
    """Whether one sentence of the plan takes up the safety of dams, resettlement and the flow for nature together."""
    first, *others = inspection.words.safeguards.dams_settled
    for match in first.finditer(inspection.folded):
        sentence = inspection.sentence_at(match.start())
        if all(other.search(inspection.folded, *sentence) for other in others):
            return True
    return False


FINDS = [
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n水利项目：⟦青河水库⟧、农村饮水安全巩固提升工程。\n",
]
PASSES = [
    (
        "第一章  水利\n开工前完成大坝安全、移民安置和生态流量泄放三项方案。\n"
        "专栏1：重点项目\n水利项目：青河水库、农村饮水安全巩固提升工程。\n"
    ),
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n水利项目：城乡供水管网改造、东片灌区节水改造。\n",
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n文旅项目：青河景区步道、青禾市体育馆。\n",
]
