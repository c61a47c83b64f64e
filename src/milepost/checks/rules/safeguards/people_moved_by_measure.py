"""The text promises to move people, and sets no condition.

## 查什么
没有数字的举措：引导人口转移、劳务输出、撤并村庄、易地搬迁，同一句没有写自愿、补偿、征求意见等条件。

## 为什么要紧
搬迁和转移影响住房与生计；不写条件，执行中容易层层加码。

## What it checks
Sentences that promise to transfer labour, move population, merge villages or resettle people, without a word on
consent, compensation or consultation.

## Why it matters
Homes and livelihoods are at stake; without conditions, each level below adds pressure of its own.

## References
World Bank, Environmental and Social Framework (2017), ESS5.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.kernel.span import Span

RULE = Rule(
    code="SA02",
    name="people-moved-by-measure",
    severity="info",
    title=Words("涉及人员搬迁、转移的举措未写条件", "people are to be moved, without conditions"),
    advice=Words(
        "补充自愿、补偿、征求意见和申诉渠道等条件。", "Add consent, compensation, consultation and a way to complain."
    ),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Words that say people are to be moved, in sentences on the future that set no condition."""
    words = inspection.words.safeguards
    figures = [*(item.span for item in inspection.plan.commitments), *(item.span for item in inspection.plan.facts)]
    for found in words.moving.finditer(inspection.folded):
        section = inspection.section_at(found.start())
        sentence = inspection.sentence_at(found.start()).of(inspection.folded)
        if (section is not None and section.id in inspection.past) or words.condition.search(sentence):
            continue
        span = Span(*found.span(next(name for name, value in found.groupdict().items() if value)))
        if inspection.box_at(span.start) is not None or any(span.overlaps(counted) for counted in figures):
            continue
        quote = span.of(inspection.text)
        message = Words(
            f"“{quote}”涉及人员搬迁或转移，所在句没有写自愿、补偿等条件",
            f"{quote!r} moves people; its sentence sets no condition such as consent or compensation",
        )
        yield Fault(message, (span,))


FINDS = [
    "第三章  乡村\n稳步推进⟦撤小村并大村⟧，建立中心村。\n",
    "Chapter 3 Villages\nThe district will ⟦merge villages⟧ and build centres.\n",
]
PASSES = [
    "第三章  乡村\n坚持自愿和依法补偿，稳步推进撤小村并大村。\n",
    "第三章  乡村\n促进人口长期均衡发展，建设美丽乡村。\n",
]
