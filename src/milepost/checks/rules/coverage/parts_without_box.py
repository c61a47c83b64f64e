"""Some parts of the plan have boxes of projects, others have none.

## 查什么
全文多处设有项目专栏，而有的篇没有一个专栏。党建、治安、国防等篇不查。全文合并为一条，列出这些篇。

## 为什么要紧
没有专栏的篇，任务缺少项目载体，投入和进度难以跟踪。

## What it checks
The plan has boxes of projects in several of its parts, and other parts that lay down tasks have none. One finding for
the document names these parts.

## Why it matters
Without projects what a part promises has no carrier, and neither money nor progress can be followed.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.boxed import boxed_projects
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner
from milepost.checks.tasks import divisions

RULE = Rule(
    code="CV17",
    name="parts-without-box",
    severity="info",
    title=Words("有的篇没有项目专栏", "parts without a box of projects"),
    advice=Words("为这些篇补列重点项目，或注明项目见何处。", "List projects for these parts, or say where they stand."),
    remedy="none",
    parameters=(Parameter("least", 2, 1, 50, Words("至少几篇有专栏", "how many parts must have a box")),),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding with the parts that have no box, where others have one."""
    boxes = inspection.derived(boxed_projects)
    parts = [each.section for each in divisions(inspection) if each.section is not None]
    unscored = inspection.words.coverage.unmeasured_title
    with_box = {part.id for part in parts for each in boxes if part.span.start <= each.box.span.start < part.body.end}
    without = [part for part in parts if part.id not in with_box and not unscored.search(part.title)]
    if len(with_box) < inspection.parameter(RULE, "least") or not without:
        return
    kept = [inner(part.title) for part in parts if part.id in with_box]
    titles = [inner(part.title) for part in without]
    left_out = len(parts) - len(kept) - len(titles)
    message = Words(
        f"以下{len(titles)}篇没有项目专栏：{'；'.join(titles)}。设有专栏的{len(kept)}篇：{'；'.join(kept)}"
        + (f"（党建、治安等{left_out}篇不计）" if left_out else ""),
        f"no box of projects in {len(titles)} {'part' if len(titles) == 1 else 'parts'}: {'; '.join(titles)}; "
        f"{len(kept)} parts have boxes: {'; '.join(kept)}"
        + (f" ({left_out} on party work, policing and the like not counted)" if left_out else ""),
    )
    yield Fault(message, tuple(part.span for part in without))


_BOXES = (
    "青禾市“十四五”规划纲要（2021—2025年）\n第一篇  发展农业\n第一章  粮食\n抓好生产。\n专栏1 农业重点项目\n"
    "青禾市种业基地、东山县冷链物流园。\n第二篇  完善交通\n第一章  公路\n建设公路。\n专栏2 交通重点项目\n"
    "东山县公路改造、柳河县机场。\n"
)

FINDS = [
    _BOXES + "⟦第三篇  扩大开放⟧\n第一章  口岸\n做活口岸。\n第二章  合作\n推动合作。\n",
]
PASSES = [
    _BOXES + "第三篇  加强党的领导\n第一章  党建\n全面从严治党。\n",
    "青禾市“十四五”规划（2021—2025年）\n第一篇  农业\n第一章  粮食\n生产。\n第二篇  开放\n第一章  口岸\n口岸。\n",
]
