"""Labour-intensive manufacture: what a lender would ask about.

## 查什么
专栏项目中的纺织服装、制鞋、箱包、玩具、电子组装等劳动密集型制造项目，按专栏合并提示。

## 为什么要紧
贷款机构和下游买家会核查劳动条件、自愿就业、工时工资和供应链尽职调查，需有独立核验。

## What it checks
Projects in boxes on textiles, garments, footwear, toys, assembly and the like, those of one box together.

## Why it matters
Lenders and buyers look into working conditions, free choice of employment, hours and pay, and due diligence along
the supply chain, independently verified.

## References
World Bank, Environmental and Social Framework (2017), ESS2; International Finance Corporation, Performance Standard
2 (2012).
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.screening import asked

RULE = Rule(
    code="SA08",
    name="labour-intensive-project",
    severity="info",
    title=Words("劳动密集型制造项目", "a project of labour-intensive manufacture"),
    advice=Words(
        "立项前明确劳动条件、自愿就业和独立核验安排。",
        "Before approval, settle working conditions, free choice of employment and independent verification.",
    ),
    remedy="none",
)
KIND = Words("劳动密集型制造项目", "Labour-intensive manufacturing project")
STANDARDS = Words(
    "世界银行ESS2和国际金融公司绩效标准2（劳动和工作条件）",
    "World Bank ESS2 and IFC Performance Standard 2 (labour and working conditions)",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The projects of this sector, those of one box together."""
    yield from asked(inspection, inspection.words.safeguards.labour_intensive, KIND, STANDARDS)


FINDS = [
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n工业项目：⟦青禾市10万锭纺纱续建⟧、青禾市农机产业园。\n",
]
PASSES = [
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n工业项目：青禾市农机产业园、青禾市矿泉水厂。\n",
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n培训项目：青禾市服装设计培训中心、青禾市体育馆。\n",
]
