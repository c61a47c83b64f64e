"""Characters stand in the wrong order.

## 查什么
相邻的字次序颠倒，换过来就成为常用词语。

## 为什么要紧
错字会改变意思，进入考核、报告和检索时以讹传讹；正式文件中的错字也损害公信力。

## What it checks
Neighbouring characters in an order that, turned round, gives common words.

## Why it matters
A wrong character changes the meaning, is copied into reports and searches, and costs an official text its credit.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.misprints import faults_of
from milepost.checks.model import Fault, Rule, Words

RULE = Rule(
    code="WO19",
    name="characters-transposed",
    severity="warning",
    title=Words("疑似字序颠倒", "characters in the wrong order"),
    advice=Words("核对原文，改正错字。", "Compare with the source and correct it."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The characters that were probably turned round."""
    yield from faults_of("transposed", inspection, _said)


def _said(printed: str, mended: str) -> Words:
    return Words(f"“{printed}”疑为“{mended}”", f"{printed!r} probably means {mended!r}")


FINDS = [
    "第一章  产业\n健全社会⟦障保⟧体系，促进农民增收。\n",
]
PASSES = [
    "第一章  产业\n推动经济高质量发展，提升产业竞争力。\n",
    "第一章  产业\n坚持发展为了人民，人民生活更加美好。\n",
]
