"""One word or name is written in more than one way.

## 查什么
同一词语、名称在文中有两种以上写法，如“账户”与“帐户”、“其他”与“其它”、英文的两种拼写。每个词语报一次。

## 为什么要紧
写法不一使读者怀疑说的是否为同一事物，也妨碍检索。

## What it checks
A word or name is written in two or more ways in one document (programme and program). One finding for each word, with
the places of the rarer ways.

## Why it matters
Readers ask whether the same is meant, and who searches misses some.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.mixed_spellings import mixtures
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted, times

RULE = Rule(
    code="WO02",
    name="spellings-mixed",
    severity="info",
    title=Words("词语写法不统一", "a word is written in more than one way"),
    advice=Words("统一为一种写法。", "Keep to one way."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each word of which there are several spellings in the document."""
    projects = [project.span for project in inspection.plan.projects]
    for thing, counts, places in mixtures(inspection.folded, inspection.words.naming.spellings):
        # One project under two names is more than a matter of spelling.
        if any(project.contains(place) for project in projects for place in places):
            continue
        zh = "、".join(f"“{inner(way)}”{count}处" for way, count in counts)
        en = ", ".join(f"{quoted(way)} {times(count)}" for way, count in counts)
        yield Fault(Words(f"{thing.zh}写法不一：{zh}", f"{thing.en}: several spellings ({en})"), places)


FINDS = [
    "# 金融\n开立银行⟦账户⟧，规范账户管理，清理⟦帐户⟧。\n",
    "# Schools\nThe feeding ⟦programme⟧ covers all schools. A second programme and a bursary ⟦program⟧ follow.\n",
]
PASSES = [
    "# 农村\n行政村通宽带，建制村通客车。\n",
    ("第一章  林业\n推进天然林保护工程。\n专栏1：生态重点项目\n重点实施天然林资源保护工程、清河湿地保护等项目。\n"),
    "# 农村\n行政村通双车道，自然村通硬化路。\n",
    "# Schools\nThe feeding programme covers all schools; a computer programmer is hired.\n",
]
