"""Projects on mining, oil and gas: what a lender would ask about.

## 查什么
专栏项目中的金属和非金属矿开采、选矿、尾矿、油气勘探开发项目，按专栏合并提示。

## 为什么要紧
采矿涉及土地、水、尾矿库安全、生物多样性和社区健康，贷款机构会要求专项评价。

## What it checks
Projects in boxes on mines, ore dressing, tailings, oil and gas fields, those of one box together.

## Why it matters
Mining touches land, water, the safety of tailings, nature and neighbours; lenders ask for an assessment of its own.

## References
World Bank, Environmental and Social Framework (2017), ESS1, ESS3, ESS4 and ESS6.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.screening import asked

RULE = Rule(
    code="SA04",
    name="mining-project",
    severity="info",
    title=Words("采矿和油气项目", "a mining, oil or gas project"),
    advice=Words(
        "立项前做环境与社会影响评价，写明尾矿（钻井废物）、用水和闭矿（弃井）安排。",
        "Before approval, assess the environmental and social impact, with its waste, water and closure.",
    ),
    remedy="none",
)
KIND = Words("采矿或油气项目", "Mining, oil or gas project")
STANDARDS = Words(
    "世界银行ESS1（影响评价）、ESS3、ESS4（社区健康与安全）和ESS6（生物多样性）",
    "World Bank ESS1 (assessment), ESS3, ESS4 (community health and safety) and ESS6 (biodiversity)",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The projects of this sector, those of one box together."""
    yield from asked(inspection, inspection.words.safeguards.mining, KIND, STANDARDS)


FINDS = [
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n工业项目：⟦西山铜矿采选项目⟧、青禾市农机产业园。\n",
]
PASSES = [
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n工业项目：青禾市矿泉水厂、青禾市农机产业园。\n",
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n生态项目：西山矿山生态修复、青禾市农机产业园。\n",
]
