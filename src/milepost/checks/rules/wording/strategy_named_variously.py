"""A strategy is called by two slogans.

## 查什么
同一领域的战略口号前后不一，如“人才强禾战略”与“人才强青战略”。“人才强国”“人才强省”“人才强区”等通用提法与本地提法并用，不在此列。

## 为什么要紧
口号不一，读者不知是一个战略还是两个，宣传和分解落实也难以统一。

## What it checks
The slogan of a strategy of one field changes its last word. Slogans of a level (nation, province, city, county) beside
the local one are left out.

## Why it matters
Readers cannot tell whether there is one strategy or two.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO27",
    name="strategy-named-variously",
    severity="info",
    title=Words("同一战略提法不一", "a strategy has two slogans"),
    advice=Words("统一提法。", "Keep to one slogan."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Slogans of one field that differ, each at its first place."""
    slogans: dict[str, dict[str, Span]] = {}
    for found in inspection.words.naming.slogan.finditer(inspection.folded):
        place = Span(found.start("field"), found.end())
        slogans.setdefault(found["field"], {}).setdefault(place.of(inspection.text), place)
    for named in slogans.values():
        if len(named) > 1:
            zh = "、".join(f"“{inner(name)}”" for name in named)
            message = Words(f"战略提法不一：{zh}", f"a strategy has the slogans {', '.join(map(quoted, named))}")
            yield Fault(message, tuple(sorted(named.values())))


FINDS = [
    "# 人才\n深入实施⟦人才强禾⟧战略，实施⟦人才强青⟧战略。\n",
]
PASSES = [
    "# 人才\n落实人才强区战略，实施人才强青战略。\n",
    "# 人才\n深入实施人才强国战略，实施人才强市战略。\n",
    "# 人才\n深入实施人才强市战略，实施质量强市战略。\n",
]
