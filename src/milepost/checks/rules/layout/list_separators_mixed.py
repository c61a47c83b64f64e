"""The members of one list in a box are separated now by one mark, now by another.

## 查什么
专栏中同一份项目清单，项目之间有的用顿号、有的用逗号分隔。

## 为什么要紧
分隔不一，项目的个数和各自的名称就数不清，拆分立项时会有争议。

## What it checks
A list of projects in a box whose members are mostly separated by 、 and in places by ，.

## Why it matters
Nobody can tell how many projects there are, and where the name of each ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.text_lines import text_lines
from milepost.kernel.span import Span

RULE = Rule(
    code="LA24",
    name="list-separators-mixed",
    severity="info",
    title=Words("清单分隔符号不一", "the members of a list are separated by two marks"),
    advice=Words("项目之间统一用顿号，或一项一行。", "Separate all members by the same mark, or give each a line."),
    remedy="none",
    languages=("zh",),
)
_FEWEST = 4
_MEMBER = re.compile(r"[^，、；：。\n]{2,}，")
_BRACKETED = re.compile(r"（[^（）\n]*）|\([^()\n]*\)|“[^“”\n]*”")


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding for each list: the members that the rarer mark stands behind."""
    opening = inspection.words.layout.clause_opening
    for line in text_lines(inspection):
        if line.kind != "box":
            continue
        # Marks inside brackets and quotes separate nothing of the list.
        words = _BRACKETED.sub(lambda found: "〇" * len(found.group()), line.span.of(inspection.text))
        if "。" in words[:-1] or words.count("、") < _FEWEST or not 0 < words.count("，") < words.count("、"):
            continue
        members = list(_MEMBER.finditer(words))
        clauses = [clause for clause in re.split("[，：]", words)[1:] if opening.match(clause)]
        if not members or clauses or len(members) != words.count("，"):
            continue
        places = tuple(Span(line.span.start + found.start(), line.span.start + found.end()) for found in members)
        names = "、".join(f"“{inner(place.of(inspection.text))}”" for place in places[:3])
        plain = ", ".join(quoted(place.of(inspection.text).rstrip("，")) for place in places[:3])
        message = Words(
            f"清单多用顿号分隔，{len(places)}处用逗号：{names}",
            f"members of the list are parted by 、, but by a comma behind {plain}",
        )
        yield Fault(message, places)


FINDS = [
    (
        "第一章  工业\n提质增效。\n专栏1：工业重点项目\n"
        "加工项目：⟦青禾市饲料厂，⟧⟦青禾市屠宰厂，⟧白石县面粉厂、白石县酒厂、云山县纺纱厂、云山县水泥厂、"
        "云山县砖厂。\n"
    ),
]
PASSES = [
    (
        "第一章  工业\n提质增效。\n专栏1：工业重点项目\n"
        "加工项目：青禾市饲料厂、青禾市屠宰厂、白石县面粉厂、白石县酒厂、云山县纺纱厂、云山县水泥厂。\n"
    ),
    (
        "第一章  工业\n提质增效。\n专栏1：工业重点项目\n"
        "新建青禾市饲料厂、青禾市屠宰厂、白石县面粉厂、白石县酒厂，改造云山县纺纱厂、云山县水泥厂、云山县"
        "砖厂。\n"
    ),
    (
        "第一章  教育\n优先发展。\n专栏1：教育重点项目\n"
        "乡镇幼儿园，城区小学实验室、图书室，县城职校，学生食堂，智慧校园。\n"
    ),
]
