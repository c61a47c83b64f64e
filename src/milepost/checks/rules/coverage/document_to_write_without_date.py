"""A plan, scheme or regulation is still to be written, and no date is given for it.

## 查什么
“编制……规划”“研究制定……方案、意见”等要求，同一句中没有写明完成时间，也没有写明由谁编制。全文合并为一条。

## 为什么要紧
后续文件是任务落地的前提；没有时间和责任单位，规划期过半仍可能没有出台。

## What it checks
A plan, scheme, opinion or regulation is to be drawn up, and its sentence names neither a date nor a body. One finding
for the document.

## Why it matters
Tasks wait for such documents. Without a date and a body they may still be missing when half of the period is over.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.tasks import spans_years, task_sections
from milepost.kernel.span import Span

RULE = Rule(
    code="CV15",
    name="document-to-write-without-date",
    severity="info",
    title=Words("待编制的文件没有时间和责任单位", "a document to be written, without date or body"),
    advice=Words("写明由哪个单位、何时编制完成。", "Say which body is to finish it, and by when."),
    remedy="note",
)

_SHORTEST = 6  # characters: 城市规划 is a kind of work, and no document in particular


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding with all documents to be written for which the sentence gives neither date nor body."""
    words, tasks = inspection.words.coverage, task_sections(inspection)
    if not spans_years(inspection.plan):
        return
    manned = {inspection.sentence_at(each.span.start) for each in inspection.plan.bodies}
    found: dict[str, Span] = {}
    for match in words.to_write.finditer(inspection.folded):
        section = inspection.section_at(match.start())
        sentence = inspection.sentence_at(match.start())
        behind = sentence.of(inspection.folded).replace(match["document"], "")
        if section is None or section.id not in tasks or sentence in manned or words.dated.search(behind):
            continue
        if match.end("document") - match.start("document") < _SHORTEST:
            continue
        found.setdefault(match["document"], Span(match.start(), match.end()))
    if found:
        names = list(found)
        message = Words(
            f"待编制的文件没有写明时间和责任单位：{'、'.join(names)}",
            f"to be written, without a date or a body: {'; '.join(names)}",
        )
        yield Fault(message, tuple(found.values()))


FINDS = [
    "青禾市“十四五”规划纲要（2021—2025年）\n第一章  发展农业\n抓好粮食生产，⟦编制现代种业发展规划⟧。\n",
    "# Northfield District Plan 2021–2025\n\n## Roads\n\nThe district will ⟦prepare a road maintenance strategy⟧.\n",
]
PASSES = [
    "青禾市“十四五”规划纲要（2021—2025年）\n第一章  发展农业\n抓好粮食生产，2022年底前编制现代种业发展规划。\n",
    "青禾市“十四五”规划纲要（2021—2025年）\n第一章  发展基础\n制定了现代种业发展规划。\n",
]
