"""A city is to win a title that is given to counties.

## 查什么
县级市争创“园林县城”“卫生县城”等称号，这些称号以县城为对象，市对应的是“园林城市”“卫生城市”。

## 为什么要紧
称号与行政区划等级不符，无法申报，也无从考核。

## What it checks
A city is to win a title whose name speaks of county towns; cities have titles of their own.

## Why it matters
The title cannot be applied for, and so not be reached.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO33",
    name="title-unlike-rank",
    severity="info",
    title=Words("称号与行政区划等级不符", "a title does not fit the rank of the place"),
    advice=Words(
        "注明授予时的名称（如“原××县”），或核对称号。",
        "Say what the place was called when it got the title, or check it.",
    ),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Titles for county towns in clauses on a city."""
    for found in inspection.words.naming.title_of_county.finditer(inspection.folded):
        message = Words(
            f"“{inner(found['title'])}”是给县的称号，而“{inner(found['place'])}”是市",
            f"{quoted(found['title'])} is a title for counties, but {quoted(found['place'])} is a city",
        )
        yield Fault(message, (Span(found.start("place"), found.end("title")),))


FINDS = [
    "# 城市\n⟦柳湾市创建为国家园林县城⟧。\n",
]
PASSES = [
    "# 城市\n柳湾市创建为国家园林城市。\n",
    "# 城市\n柳湾县创建为国家园林县城。\n",
]
