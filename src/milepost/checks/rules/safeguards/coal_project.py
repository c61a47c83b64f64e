"""Projects on coal: what a lender would ask about.

## 查什么
专栏项目中的煤矿、煤电、煤化工、焦化项目，按专栏合并提示。

## 为什么要紧
多边开发银行对新建煤炭项目或不予支持，或要求替代方案、温室气体核算和公正转型安排；资金来源和搁浅风险应在立项前弄清。

## What it checks
Projects in boxes on coal mines, coal power, coal chemistry or coking, those of one box together.

## Why it matters
Development banks do not finance new coal, or ask for alternatives, a greenhouse gas account and a just transition;
where the money comes from should be known before.

## References
World Bank, Environmental and Social Framework (2017), ESS3; Asian Development Bank, Energy Policy (2021).
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.screening import asked

RULE = Rule(
    code="SA03",
    name="coal-project",
    severity="info",
    title=Words("涉煤项目", "a coal project"),
    advice=Words(
        "立项前说明碳排放核算、替代方案和资金来源。",
        "Before approval, give the greenhouse gas account, the alternatives and the source of money.",
    ),
    remedy="none",
)
KIND = Words("涉煤项目", "Coal project")
STANDARDS = Words(
    "世界银行ESS3（资源效率与污染防治）和亚行2021年能源政策",
    "World Bank ESS3 (resource efficiency and pollution) and the ADB Energy Policy of 2021",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The projects of this sector, those of one box together."""
    yield from asked(inspection, inspection.words.safeguards.coal, KIND, STANDARDS)


FINDS = [
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n能源项目：⟦东山煤矿扩建⟧、青禾市体育馆。\n",
]
PASSES = [
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n能源项目：青禾市体育馆、北区供热“煤改电”。\n",
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n生态项目：东山矿区生态修复、采煤沉陷区治理。\n",
]
