"""A box's number is given twice, left out or out of order.

## 查什么
专栏编号不连续：重号、缺号或前后颠倒。

## 为什么要紧
正文和后续文件按编号引用专栏，编号重复或缺失时无法确定所指，也可能说明整个专栏丢失。

## What it checks
The numbers of boxes: one is given twice, left out, or out of order.

## Why it matters
Text and later documents refer to boxes by number; a doubled number points at two of them, a missing one may be a box
that was lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.numbering import Break, breaks
from milepost.checks.quoting import inner, quoted
from milepost.plans.model import Box

RULE = Rule(
    code="LA05",
    name="box-number-wrong",
    severity="error",
    title=Words("专栏编号有误", "a box's number is wrong"),
    advice=Words(
        "核对专栏编号，补回缺失的专栏或重新编号。", "Restore the missing box, or renumber the boxes in order."
    ),
    remedy="correct",
)

_PARTS = re.compile(r"(?:(?P<chapter>[0-9０-９]+)[-－—.．])?(?P<last>\w+)")


def check(inspection: Inspection) -> Iterator[Fault]:
    """The boxes whose numbers do not run on; those numbered by chapter (3-1, 3-2) chapter by chapter."""
    series: dict[str, list[tuple[int, Box]]] = {}
    for box in inspection.plan.boxes:
        parts = _PARTS.fullmatch((box.printed_number or "").strip())
        number = inspection.language.headings.number(parts["last"]) if parts else None
        if parts and number is not None:
            series.setdefault(parts["chapter"] or "", []).append((number, box))
    for chapter, numbered in series.items():
        for found in breaks([number for number, _ in numbered]):
            wrong = numbered[found.at][1]
            other = None if found.other is None else numbered[found.other][1]
            # Where boxes are numbered by chapter a number that begins anew is another chapter's.
            if found.kind == "again" and chapter:
                continue
            places = {wrong.span, *([other.span] if other else [])}
            yield Fault(_message(found, wrong, other, f"{chapter}-" if chapter else ""), tuple(sorted(places)))


def _message(found: Break, wrong: Box, other: Box | None, prefix: str) -> Words:
    number = wrong.printed_number
    missing = "、".join(f"{prefix}{each}" for each in found.missing)
    plain = ", ".join(f"{prefix}{each}" for each in found.missing)
    if found.kind == "missing" and other is None:
        return Words(
            f"第一个专栏是专栏{number}，缺专栏{missing}", f"the first box is box {number}; box {plain} is missing"
        )
    if found.kind == "missing" and other is not None:
        return Words(
            f"专栏{other.printed_number}之后直接是专栏{number}，缺专栏{missing}",
            f"after box {other.printed_number} comes box {number}: box {plain} is missing",
        )
    if found.kind == "repeated" and other is not None:
        return Words(
            f"“{inner(other.title)}”与“{inner(wrong.title)}”都编为专栏{number}",
            f"{quoted(other.title)} and {quoted(wrong.title)} are both box {number}",
        )
    due_zh, due_en = (f"，应为{prefix}{found.due}", f"; it should be {prefix}{found.due}") if found.due else ("", "")
    return Words(
        f"专栏编号{number}（“{inner(wrong.title)}”）与前后顺序不符{due_zh}",
        f"box number {number} ({quoted(wrong.title)}) is out of order{due_en}",
    )


FINDS = [
    (
        "第一章  农业\n稳粮优菜。\n⟦专栏1  农业重点项目⟧\n青禾市水库、青禾市灌区、青禾市粮仓、青禾市冷库。\n"
        "第二章  工业\n提质增效。\n⟦专栏1  工业重点项目⟧\n"
        "青禾市水泥厂、青禾市纺纱厂、青禾市面粉厂、青禾市酒厂。\n"
    ),
    (
        "第一章  农业\n稳粮优菜。\n⟦专栏1  农业重点项目⟧\n青禾市水库、青禾市灌区、青禾市粮仓、青禾市冷库。\n"
        "第二章  工业\n提质增效。\n⟦专栏3  工业重点项目⟧\n"
        "青禾市水泥厂、青禾市纺纱厂、青禾市面粉厂、青禾市酒厂。\n"
    ),
    (
        "Chapter 1 Farms\nWe sow.\n⟦Box 1: Farm works⟧\nDam, canal, barn.\nChapter 2 Works\nWe build.\n"
        "⟦Box 1: Town works⟧\nMill, forge.\n"
    ),
]
PASSES = [
    (
        "第一章  农业\n稳粮优菜。\n专栏1  农业重点项目\n青禾市水库、青禾市灌区、青禾市粮仓、青禾市冷库。\n"
        "第二章  工业\n提质增效。\n专栏2  工业重点项目\n青禾市水泥厂、青禾市纺纱厂、青禾市面粉厂、青禾市酒厂。\n"
    ),
    (
        "第一章  农业\n稳粮优菜，见专栏1。专栏1所列项目优先。\n专栏1  农业重点项目\n"
        "青禾市水库、青禾市灌区、青禾市粮仓、青禾市冷库。\n"
    ),
]
