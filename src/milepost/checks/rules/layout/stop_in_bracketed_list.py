"""Full stops and semicolons separate the members of one list in brackets.

## 查什么
同一对括号内的并列各项，有的用分号隔开，有的用句号隔开。

## 为什么要紧
句号把一句话截断，读者看不出后面几项还在括号之内。

## What it checks
A list in brackets whose members are separated by semicolons in places and by full stops in others.

## Why it matters
A full stop cuts the sentence; that what follows still stands in the brackets is hard to see.

## References
GB/T 15834-2011 标点符号用法.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="LA41",
    name="stop-in-bracketed-list",
    severity="info",
    title=Words("括号内并列项句号分号混用", "a list in brackets is cut by full stops"),
    advice=Words("括号内并列各项统一用分号。", "Separate the members in brackets by semicolons throughout."),
    remedy="none",
    languages=("zh",),
)
_BRACKETED = re.compile(r"[（(](?=[^（）()\n]*；)[^（）()\n]*。[^（）()\n]*[）)]")
_STOP = re.compile(r"[^，。；：、（(]{1,10}。(?![）)])")


def check(inspection: Inspection) -> Iterator[Fault]:
    """The full stops between the members, each with the words before."""
    for bracket in _BRACKETED.finditer(inspection.text):
        places = tuple(Span(*stop.span()) for stop in _STOP.finditer(inspection.text, bracket.start(), bracket.end()))
        if places:
            words = places[0].of(inspection.text)
            message = Words(
                f"括号内多用分号，“{inner(words)}”处用了句号",
                f"the list in brackets is cut by a full stop at {quoted(words)}",
            )
            yield Fault(message, places)


FINDS = [
    "第一章  生态\n构筑“两屏三汇四山”格局（两屏：⟦南部山地和北部森林。⟧三汇：三处湖泊；四山：四座名山）。\n",
]
PASSES = [
    "第一章  生态\n构筑“两屏三汇四山”格局（两屏：南部山地和北部森林；三汇：三处湖泊；四山：四座名山）。\n",
    "第一章  生态\n保护湿地（含河流；湖泊）。修复草原（含荒漠）。\n",
]
