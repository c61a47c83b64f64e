"""One road or railway has several names.

## 查什么
起讫点相同的铁路、公路在文中有不同名称，如“甲至乙铁路”“甲—乙出境铁路通道”。每条线路报一次。

## 为什么要紧
名称不一，读者分不清是一条还是几条线路，与上位规划、项目库对接时也容易漏掉。

## What it checks
A road or railway between the same two places is named in different ways. One finding for each line.

## Why it matters
Is it one line or several? Who looks it up in the plan above or the project register may miss it.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO25",
    name="line-named-variously",
    severity="info",
    title=Words("同一线路名称不一", "a line has several names"),
    advice=Words("统一线路名称。", "Give the line one name."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Lines between the same places whose names go on differently, each name at its first place."""
    lines: dict[tuple[frozenset[str], str], dict[str, tuple[str, Span]]] = {}
    for found in inspection.words.naming.line.finditer(inspection.folded):
        kind = found["kind"][:2]
        named = lines.setdefault((frozenset((found["one"], found["other"])), kind), {})
        called = found["form"] + found["kind"] + (found["more"] or "")
        named.setdefault(called, (found["form"], Span(*found.span())))
    for named in lines.values():
        # The rest of a place's name stands in the form: where the forms do not begin alike, the places are others.
        least = min((form for form, _ in named.values()), key=len)
        places = tuple(sorted(place for form, place in named.values() if form.startswith(least)))
        if len(places) < 2:
            continue
        names = [place.of(inspection.text) for place in places]
        zh = "、".join(f"“{inner(each)}”" for each in names)
        yield Fault(Words(f"同一线路名称不一：{zh}", f"one line has the names {', '.join(map(quoted, names))}"), places)


FINDS = [
    "# 交通\n推动⟦柳湾至云汀铁路⟧前期工作。积极推进⟦柳湾—云汀国际铁路⟧建设。\n",
]
PASSES = [
    "# 交通\n推动柳湾至云汀铁路前期工作，柳湾至石桥铁路、石桥至阿克苏铁路、石桥至阿克陶铁路开工。\n",
    "# 交通\n推动柳湾至云汀铁路前期工作，建成柳湾至云汀高速铁路、柳湾至云汀公路。\n",
]
