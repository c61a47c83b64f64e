"""Places to be favoured are counted, and only one or two of them are named.

## 查什么
“恰逢甲镇等16个中心镇”：规划任务按个数点名的镇、村、园区等，全文只列出其中少数，且个数不少于5。

## 为什么要紧
对象没有名单，任务落不到具体的镇、村，也无法考核完成了几个。

## What it checks
Towns, villages, parks and the like that a task counts (five or more), of which only a few are named.

## Why it matters
Without the list nobody knows whose task it is, nor how many were done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.listing import list_start, members
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="AR23",
    name="list-named-in-part",
    severity="info",
    title=Words("按个数点名的对象没有列全", "a counted list of places is named only in part"),
    advice=Words("列出全部名单，或写明由哪个文件确定。", "Give the whole list, or say which document sets it."),
    parameters=(
        Parameter("least", 5, 2, 1000, Words("不少于多少个才报告", "how many there must be at least")),
    ),
    languages=("zh",),
)  # fmt: skip


_PIECES = re.compile(r"[、,，;；:：。()（）\s]")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Counts of places behind 等, with at most half of them before it."""
    words = inspection.words.arithmetic.counting
    if words is None or inspection.plan.period.start == inspection.plan.period.end is not None:
        return
    text = inspection.folded
    least = inspection.parameter(RULE, "least")
    for found in words.places.finditer(text):
        number = words.number(found["number"])
        section = inspection.section_at(found.start())
        if number is None or number < least or (section is not None and section.id in inspection.past):
            continue
        start = list_start(text, found.start(), words)
        _, before = members(text, start, found.start(), words)
        named = before + _named_behind(inspection, found.end(), found["noun"][-1], words.turned_into)
        if before and named <= number / 2:
            span = Span(found.start("number"), found.end("noun"))
            message = Words(
                f"“{inner(span.of(text))}”只点出{named}个，其余没有名单",
                f"of {quoted(span.of(text))} only {named} {'is' if named == 1 else 'are'} named",
            )
            yield Fault(message, (Span(_name_start(start, found.start()), found.end("noun")),))


def _named_behind(inspection: Inspection, start: int, kind: str, turned_into: re.Pattern[str]) -> int:
    """How many of a kind the rest of the sentence names, each at the end of its clause or of a member of a list."""
    rest = inspection.folded[start : inspection.sentence_at(start - 1).end]
    return len(
        {
            piece
            for piece in _PIECES.split(turned_into.sub("、", rest))
            if piece.endswith(kind) and len(piece) > len(kind) + 1
        }
    )


def _name_start(start: int, end: int) -> int:
    """Where the words begin that lead in the count, at most a dozen characters before it."""
    return max(start, end - 12)


FINDS = [
    "第五章 城镇建设\n到2025年，⟦重点支持青禾镇等16个中心镇⟧建设。\n",
]
PASSES = [
    "第五章 城镇建设\n到2025年，重点支持青禾镇等5个中心镇建设，其中，将清河镇、柳湾镇列为示范。\n",
    "第五章 城镇建设\n到2025年，重点支持青禾镇、清河镇、柳湾镇、石桥镇等4个中心镇建设，惠及200个村。\n",
    "第五章 城镇建设\n到2025年，建成农村公路等10个项目。\n",
]
