"""Projects that make people move: what a lender would ask about.

## 查什么
专栏项目中的棚户区和城中村改造、搬迁安置、移民、征地拆迁项目，按专栏合并提示。

## 为什么要紧
征收和搬迁影响住房与生计，贷款机构要求安置计划、按重置成本补偿、征求意见和申诉渠道。

## What it checks
Projects in boxes that clear housing areas, take land or resettle people, those of one box together.

## Why it matters
Homes and livelihoods are at stake: lenders ask for a resettlement plan, compensation at replacement cost,
consultation and a way to complain.

## References
World Bank, Environmental and Social Framework (2017), ESS5; Asian Development Bank, Safeguard Policy Statement
(2009), Safeguard Requirements 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.screening import asked

RULE = Rule(
    code="SA07",
    name="resettlement-project",
    severity="info",
    title=Words("涉及搬迁安置的项目", "a resettlement project"),
    advice=Words(
        "立项前编制安置计划，写明自愿、补偿、生计恢复和申诉。",
        "Before approval, draw up a resettlement plan: consent, compensation, livelihoods, complaints.",
    ),
    remedy="none",
)
KIND = Words("涉及搬迁安置的项目", "Resettlement project")
STANDARDS = Words(
    "世界银行ESS5（征地与非自愿移民）和亚行2009年保障政策声明",
    "World Bank ESS5 (land acquisition and involuntary resettlement) and the ADB Safeguard Policy Statement of 2009",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The projects of this sector, those of one box together."""
    yield from asked(inspection, inspection.words.safeguards.resettlement, KIND, STANDARDS)


FINDS = [
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n民生项目：⟦城北棚户区改造⟧、青禾市第三小学。\n",
]
PASSES = [
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n民生项目：青禾市第三小学、老旧小区电梯加装。\n",
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n民生项目：易返贫人口监测平台、青禾市体育馆。\n",
]
