"""A verb and its object do not go together.

## 查什么
动词与宾语搭配不当，如“加强……力度”“促进……新格局”“做好……水平”“坚持新发展阶段”。

## 为什么要紧
搭配不当多半是漏字或拼接所致，任务的意思不准确。

## What it checks
A verb governs an object that it cannot govern; mostly a verb was lost between them or two sentences were joined.

## Why it matters
What is to be done to what is not said exactly.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO11",
    name="verb-unlike-object",
    severity="info",
    title=Words("动宾搭配不当", "a verb does not fit its object"),
    advice=Words("换用搭配得当的动词。", "Use a verb that fits."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each verb with the object that it does not fit."""
    for pattern, better in inspection.words.naming.pairings:
        for found in pattern.finditer(inspection.folded):
            message = Words(
                f"“{inner(found['verb'])}”与“{inner(found['object'])}”搭配不当，可改为“{inner(better)}”",
                f"{quoted(found['verb'])} does not go with {quoted(found['object'])}; {quoted(better)} does",
            )
            yield Fault(message, (Span(found.start("verb"), found.end("object")),))


FINDS = [
    "# 监管\n⟦加强市场监管执法力度⟧，⟦推动产业集约化新格局⟧，坚定不移⟦坚持新发展阶段⟧。\n",
]
PASSES = [
    "# 监管\n加强监管，加大执法力度，推动形成高质量发展新格局，立足新发展阶段。\n",
    "# 民生\n做好就业工作，提高保障水平，加快改革开放步伐，构建新发展格局。\n",
]
