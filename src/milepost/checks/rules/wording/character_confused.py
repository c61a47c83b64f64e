"""A character stands where one that looks or sounds like it belongs.

## 查什么
正文中罕见的字串，换一个形近或音近的字就成为常用词语。

## 为什么要紧
错字会改变意思，进入考核、报告和检索时以讹传讹；正式文件中的错字也损害公信力。

## What it checks
A rare string that one character of like shape or sound would turn into common words.

## Why it matters
A wrong character changes the meaning, is copied into reports and searches, and costs an official text its credit.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.misprints import faults_of
from milepost.checks.model import Fault, Rule, Words

RULE = Rule(
    code="WO16",
    name="character-confused",
    severity="warning",
    title=Words("疑似形近、音近错字", "a character that looks or sounds like the one meant"),
    advice=Words("核对原文，改正错字。", "Compare with the source and correct it."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The characters that were probably confused."""
    yield from faults_of("confusable", inspection, _said)


def _said(printed: str, mended: str) -> Words:
    return Words(f"“{printed}”疑为“{mended}”", f"{printed!r} probably means {mended!r}")


FINDS = [
    "第一章  产业\n拓展对外合作领⟦城⟧，扩大农产品出口。\n",
]
PASSES = [
    "第一章  产业\n拓展对外合作领域，扩大农产品出口。\n",
    "第一章  产业\n支持青禾市喀拉也木勒镇发展特色种植。\n",
]
