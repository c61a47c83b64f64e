"""A fixed phrase of policy has one character wrong.

## 查什么
固定政策表述中有一个字与通行写法不同。

## 为什么要紧
错字会改变意思，进入考核、报告和检索时以讹传讹；正式文件中的错字也损害公信力。

## What it checks
A fixed phrase of policy with one character that is not its own.

## Why it matters
A wrong character changes the meaning, is copied into reports and searches, and costs an official text its credit.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.misprints import faults_of
from milepost.checks.model import Fault, Rule, Words

RULE = Rule(
    code="WO20",
    name="fixed-phrase-misspelt",
    severity="warning",
    title=Words("固定表述写错", "a fixed phrase misspelt"),
    advice=Words("核对原文，改正错字。", "Compare with the source and correct it."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The character of the phrase that is wrong."""
    yield from faults_of("phrase", inspection, _said)


def _said(printed: str, mended: str) -> Words:
    return Words(f"“{printed}”疑为“{mended}”", f"{printed!r} probably means {mended!r}")


FINDS = [
    "第一章  治理\n健全法⟦制⟧保障、科技支撑的治理体系。\n",
]
PASSES = [
    "第一章  治理\n健全法治保障、科技支撑的治理体系。\n",
    "第一章  治理\n深入开展法制宣传教育，加强法治建设。\n",
]
