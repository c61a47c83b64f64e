"""A character or word is written twice.

## 查什么
同一个字或词连写两遍，且不是叠词。

## 为什么要紧
错字会改变意思，进入考核、报告和检索时以讹传讹；正式文件中的错字也损害公信力。

## What it checks
A character or word twice in a row, which is no reduplication.

## Why it matters
A wrong character changes the meaning, is copied into reports and searches, and costs an official text its credit.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.misprints import faults_of
from milepost.checks.model import Fault, Rule, Words

RULE = Rule(
    code="WO18",
    name="character-doubled",
    severity="warning",
    title=Words("疑似重复的字词", "a character written twice"),
    advice=Words("核对原文，改正错字。", "Compare with the source and correct it."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The second of the two."""
    yield from faults_of("doubled", inspection, _said)


def _said(printed: str, mended: str) -> Words:
    return Words(f"“{printed}”疑为“{mended}”", f"{printed!r} probably means {mended!r}")


FINDS = [
    "第一章  产业\n加快建设现代化的⟦的⟧产业体系，提升质量。\n",
]
PASSES = [
    "第一章  产业\n种种困难一一化解，家家户户用上自来水。\n",
    "第一章  产业\n推动一二三产业融合发展，提升质量。\n",
]
