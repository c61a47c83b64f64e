"""The text promises to move people, and sets no condition.

## 查什么
没有数字的举措：引导人口转移、组织劳动力转移、撤并村庄、易地搬迁、棚户区改造，所在句和前后句没有写自愿、同意、补偿、征求意见等条件，
同一篇中写同一举措的地方也没有。后续扶持、化解搬迁纠纷和名词解释不查。

## 为什么要紧
搬迁和转移影响住房与生计；不写条件，执行中容易层层加码。

## What it checks
Measures that transfer labour, move population, merge villages or resettle people, where neither the sentence nor
those beside it, nor another place of the same part on the same measure, say a word on consent, compensation or
consultation. Support for those already moved, disputes and glossaries are left alone.

## Why it matters
Homes and livelihoods are at stake; without conditions, each level below adds pressure of its own.

## References
World Bank, Environmental and Social Framework (2017), ESS5.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="SA02",
    name="people-moved-by-measure",
    severity="info",
    title=Words("涉及人员搬迁、转移的举措未写条件", "people are to be moved, without conditions"),
    advice=Words(
        "搬迁的，补充自愿、补偿、征求意见和申诉渠道；人口、劳动力转移的，写明自愿选择和保障条件。",
        "For resettlement add consent, compensation, consultation and a way to complain; for the movement of "
        "population or labour, that the choice is free, and on which conditions.",
    ),
    remedy="note",
)
_HOMES = frozenset(("villages", "resettled"))  # the groups of the pattern that take people's homes
_TELLING = 2  # first characters that tell one way of resettling (易地, 棚户) from another


class _Measure(NamedTuple):
    """A place that says people are to be moved: which kind it is, and what the same measure goes by in its part."""

    span: Span
    kind: str
    key: tuple[str | None, str, str]
    is_conditional: bool


def check(inspection: Inspection) -> Iterator[Fault]:
    """Words that say people are to be moved, where the measure has no condition."""
    words = inspection.words.safeguards
    figures = [*(item.span for item in inspection.plan.commitments), *(item.span for item in inspection.plan.facts)]
    measures = list(_measures(inspection))
    conditional = {each.key for each in measures if each.is_conditional}
    for each in measures:
        section = inspection.section_at(each.span.start)
        if each.key in conditional or (section is not None and section.id in inspection.past):
            continue
        sentence = inspection.sentence_at(each.span.start).of(inspection.folded)
        if words.not_moving.search(sentence) or words.defined.search(_line(each.span.start, inspection)):
            continue
        if inspection.box_at(each.span.start) is not None or any(each.span.overlaps(counted) for counted in figures):
            continue
        yield Fault(_message(each.span.of(inspection.text), each.kind), (each.span,))


def _measures(inspection: Inspection) -> Iterator[_Measure]:
    words = inspection.words.safeguards
    for found in words.moving.finditer(inspection.folded):
        kind = next(name for name, value in found.groupdict().items() if value)
        span = Span(*found.span(kind))
        way = span.of(inspection.folded)[:_TELLING].casefold() if kind == "resettled" else ""
        around = _around(span, inspection)
        is_conditional = words.condition.search(inspection.folded, *around) is not None
        yield _Measure(span, kind, (_part(span.start, inspection), kind, way), is_conditional)


def _around(span: Span, inspection: Inspection) -> Span:
    """The sentence of a place with those before and behind it, as far as its section reaches."""
    sentence, section = inspection.sentence_at(span.start), inspection.section_at(span.start)
    before = inspection.sentence_at(max(0, sentence.start - 1))
    behind = inspection.sentence_at(sentence.end)
    low, high = (section.span.start, section.body.end) if section else (0, len(inspection.text))
    return Span(max(low, before.start), max(sentence.end, min(high, behind.end)))


def _part(offset: int, inspection: Inspection) -> str | None:
    """The outermost section around a place."""
    section = inspection.section_at(offset)
    while section is not None and section.parent is not None:
        section = inspection.sections[section.parent]
    return section.id if section else None


def _line(offset: int, inspection: Inspection) -> str:
    start, end = inspection.folded.rfind("\n", 0, offset) + 1, inspection.folded.find("\n", offset)
    return inspection.folded[start : end if end >= 0 else None]


def _message(quote: str, kind: str) -> Words:
    if kind in _HOMES:
        return Words(
            f"“{inner(quote)}”涉及居民搬迁，上下文没有写自愿、补偿、征求意见等条件",
            f"{quoted(quote)} makes people leave their homes; nothing around it speaks of consent, compensation or "
            "consultation",
        )
    return Words(
        f"“{inner(quote)}”涉及人口或劳动力转移，上下文没有写自愿选择和保障条件",
        f"{quoted(quote)} moves people; nothing around it says that the choice is free, and on which conditions",
    )


FINDS = [
    "第三章  乡村\n稳步推进⟦撤小村并大村⟧，建立中心村。\n",
    "第三章  城市\n加快⟦城中村改造⟧，落实用地支持政策。\n",
    "第三章  空间\n引导生态功能区⟦人口逐步有序转移⟧，保护生态。\n",
    "Chapter 3 Villages\nThe district will ⟦merge villages⟧ and build centres.\n",
]
PASSES = [
    "第三章  乡村\n坚持自愿和依法补偿，稳步推进撤小村并大村。\n",
    "第三章  乡村\n按照群众认可、群众同意的原则，稳妥推进合村并镇。\n",
    "第三章  乡村\n稳妥推进撤并村庄。充分听取村民意见，不强迫群众上楼。\n",
    "第三章  乡村\n加强生态移民后续扶持，提高易地搬迁质量，确保群众稳得住。\n",
    "第三章  治理\n及时化解征地拆迁、劳动用工等引发的矛盾纠纷。\n",
    "第三章  就业\n组织技能培训和劳务输出对接。\n",
    "第三章  空间\n引导限制区人口逐步有序转移。\n优化布局。\n整治岸线。\n引导人口自愿平稳有序转移。\n",
    "附件  名词解释\n1.“三项工程”：指保障性住房建设、城中村改造和公共设施建设。\n",
    "第三章  乡村\n促进人口长期均衡发展，建设美丽乡村。\n",
]
