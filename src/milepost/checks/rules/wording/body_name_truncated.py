"""A department is called by a piece of its name.

## 查什么
单独使用的部门名称与通行的机构名称相比缺字，如“地区发展委”（应为发展改革委）、“市环境局”（应为生态环境局）。

## 为什么要紧
名称不全，责任就落不到机构头上；多半是录入或排版时漏字。

## What it checks
The name of a department, standing alone, is only a part of the name that departments of its kind bear.

## Why it matters
A duty laid on a body that does not exist binds nobody. Mostly characters were lost in typing.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.standing_names import standing_names

RULE = Rule(
    code="WO03",
    name="body-name-truncated",
    severity="warning",
    title=Words("机构名称缺字", "a department's name is cut short"),
    advice=Words("写出机构的规范名称。", "Give the department its proper name."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Pieces of departments' names that stand alone."""
    truncated = inspection.words.naming.truncated_bodies
    for name, place in standing_names(inspection, truncated):
        whole = truncated[name]
        yield Fault(
            Words(
                f"“{inner(name)}”不是规范的机构名称，应为“{inner(whole)}”",
                f"{quoted(name)} is not the name of a body; it should be {quoted(whole)}",
            ),
            (place,),
        )


FINDS = [
    "# 组织实施\n地区⟦发展委⟧牵头会同有关部门开展评估，市⟦环境局⟧配合。\n",
]
PASSES = [
    "# 组织实施\n地区发展改革委牵头会同市生态环境局、县发展和改革委员会开展评估。\n",
    "# 组织实施\n成立市旅游产业发展委员会，由管委会负责；健全农村局面。\n",
]
