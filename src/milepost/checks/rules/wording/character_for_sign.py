"""A character stands in place of a sign.

## 查什么
应为符号的地方写成了汉字，如“互联网+”写成“互联网十”。

## 为什么要紧
错字会改变意思，进入考核、报告和检索时以讹传讹；正式文件中的错字也损害公信力。

## What it checks
A Chinese character where a sign belongs, such as 十 (ten) for a plus.

## Why it matters
A wrong character changes the meaning, is copied into reports and searches, and costs an official text its credit.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.misprints import faults_of
from milepost.checks.model import Fault, Rule, Words

RULE = Rule(
    code="WO21",
    name="character-for-sign",
    severity="warning",
    title=Words("符号写成汉字", "a character in place of a sign"),
    advice=Words("核对原文，改正错字。", "Compare with the source and correct it."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The characters that were meant as signs."""
    yield from faults_of("symbol", inspection, _said)


def _said(printed: str, mended: str) -> Words:
    return Words(f"“{printed}”疑为“{mended}”", f"{printed!r} probably means {mended!r}")


FINDS = [
    "第一章  数字\n推进“互联网⟦十⟧农业”融合发展。\n",
]
PASSES = [
    "第一章  数字\n推进“互联网+农业”融合发展。\n",
    "第一章  数字\n实施互联网十大工程，提升服务能力。\n",
]
