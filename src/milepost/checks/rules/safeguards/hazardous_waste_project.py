"""Projects that handle hazardous waste, sludge or burnt refuse: what a lender would ask about.

## 查什么
专栏项目中的危险废物、医疗废物、废油油泥、报废机动车和电子产品拆解、垃圾焚烧、污泥处置项目，按专栏合并提示。

## 为什么要紧
选址、排放和职业健康风险高，贷款机构要求专门的污染防治和应急安排。

## What it checks
Projects in boxes that handle hazardous or medical waste, oily sludge, scrapped vehicles and electronics, sewage
sludge or the burning of refuse, those of one box together.

## Why it matters
Site, emissions and workers' health carry high risks, and lenders ask for plans on pollution and emergencies of
their own.

## References
World Bank, Environmental and Social Framework (2017), ESS3 and ESS4; Basel Convention (1989).
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.screening import asked

RULE = Rule(
    code="SA06",
    name="hazardous-waste-project",
    severity="info",
    title=Words("危险废物和焚烧类项目", "a hazardous waste project"),
    advice=Words(
        "立项前明确选址、排放标准、去向管理和应急预案。",
        "Before approval, settle the site, the limits of emissions, the residues and the plan for emergencies.",
    ),
    remedy="none",
)
KIND = Words("危险废物、污泥或焚烧项目", "Hazardous waste, sludge or incineration project")
STANDARDS = Words(
    "世界银行ESS3（污染防治）和ESS4（社区健康与安全），涉及危险废物转移的还有《巴塞尔公约》",
    "World Bank ESS3 (pollution) and ESS4 (community health and safety), and the Basel Convention where waste is moved",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The projects of this sector, those of one box together."""
    yield from asked(inspection, inspection.words.safeguards.hazardous_waste, KIND, STANDARDS)


FINDS = [
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n环保项目：⟦青禾市危险废物处置中心⟧、城区污水管网改造。\n",
]
PASSES = [
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n环保项目：城区污水管网改造、农村环境整治。\n",
    "第一章  产业\n坚持绿色发展。\n专栏1：重点项目\n环保项目：秸秆综合利用、中水回用。\n",
]
