"""The titles of boxes are written in different forms.

## 查什么
专栏标题的写法不一：编号前有的有空格、有的没有，编号后有的用冒号、有的用空格。

## 为什么要紧
体例不一说明未经统稿，按“专栏1”检索也会漏掉写法不同的。

## What it checks
How the titles of boxes are written: with or without a blank before the number, with a colon, a stop or a blank behind.

## Why it matters
It shows that the text was not gone over, and a search for a box by its number misses those written otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="LA25",
    name="box-titles-mixed",
    severity="info",
    title=Words("专栏标题写法不一", "the titles of boxes are written in different forms"),
    advice=Words("统一专栏标题的写法。", "Write all titles of boxes in one form."),
    remedy="none",
)
_NUMBER = re.compile(r"[0-9０-９]+(?:[-－.．][0-9０-９]+)?|[一二三四五六七八九十]+|\b[IVX]+\b")


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding: the marks of the rarer forms, and the first of the usual form."""
    forms: dict[str, list[Span]] = {}
    for box in inspection.plan.boxes:
        printed = box.span.of(inspection.text)
        at = printed.find(box.title) if box.title else -1
        mark = printed[: max(0, at)]
        if not mark or not _NUMBER.search(mark):
            continue
        form = re.sub(r"[ \u3000\t]+", " ", _NUMBER.sub("#", mark, count=1))
        forms.setdefault(form, []).append(Span(box.span.start, box.span.start + len(mark)))
    if len(forms) < 2:
        return
    ordered = sorted(forms, key=lambda form: (-len(forms[form]), forms[form][0]))
    places = [forms[ordered[0]][0], *(place for form in ordered[1:] for place in forms[form])]
    shown = [forms[form][0].of(inspection.text).strip() for form in ordered]
    message = Words(
        f"专栏标题有{len(forms)}种写法：{'、'.join(f'“{inner(words)}”' for words in shown)}",
        f"titles of boxes are written in {len(forms)} forms: {', '.join(map(quoted, shown))}",
    )
    yield Fault(message, tuple(sorted(places)))


FINDS = [
    (
        "第一章  农业\n稳粮优菜。\n⟦专栏1：⟧农业重点项目\n青禾市水库、青禾市灌区、青禾市粮仓、青禾市冷库。\n"
        "第二章  工业\n提质增效。\n⟦专栏 2：⟧工业重点项目\n"
        "青禾市水泥厂、青禾市纺纱厂、青禾市面粉厂、青禾市酒厂。\n"
    ),
    (
        "Chapter 1 Farms\nWe sow.\n⟦Box 1: ⟧Farm works\nDam, canal, barn.\nChapter 2 Works\nWe build.\n"
        "⟦Box 2. ⟧Town works\nMill, forge.\n"
    ),
]
PASSES = [
    (
        "第一章  农业\n稳粮优菜。\n专栏1：农业重点项目\n青禾市水库、青禾市灌区、青禾市粮仓、青禾市冷库。\n"
        "第二章  工业\n提质增效。\n专栏2：工业重点项目\n青禾市水泥厂、青禾市纺纱厂、青禾市面粉厂、青禾市酒厂。\n"
    ),
    "第一章  农业\n稳粮优菜，见专栏 1。\n专栏1：农业重点项目\n青禾市水库、青禾市灌区、青禾市粮仓、青禾市冷库。\n",
]
