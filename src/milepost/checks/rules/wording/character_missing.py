"""A character is missing.

## 查什么
正文中罕见的字串，补一个字就成为常用词语。

## 为什么要紧
错字会改变意思，进入考核、报告和检索时以讹传讹；正式文件中的错字也损害公信力。

## What it checks
A rare string that one more character would turn into common words.

## Why it matters
A wrong character changes the meaning, is copied into reports and searches, and costs an official text its credit.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.misprints import faults_of
from milepost.checks.model import Fault, Rule, Words

RULE = Rule(
    code="WO17",
    name="character-missing",
    severity="warning",
    title=Words("疑似漏字", "a character is missing"),
    advice=Words("核对原文，改正错字。", "Compare with the source and correct it."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The two characters between which one was probably lost."""
    yield from faults_of("dropped", inspection, _said)


def _said(printed: str, mended: str) -> Words:
    return Words(f"“{printed}”疑为“{mended}”", f"{printed!r} probably means {mended!r}")


FINDS = [
    "第一章  农业\n加快推进农业⟦现化⟧，促进农民增收。\n",
]
PASSES = [
    "第一章  农业\n加快推进农业现代化，促进农民增收。\n",
    "第一章  农业\n推进农业农村优先发展，促进农民增收。\n",
]
