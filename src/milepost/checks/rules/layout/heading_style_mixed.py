"""A few headings separate number and title otherwise than the rest.

## 查什么
绝大多数标题在序号与标题之间空两格，个别标题只空一格或空三格等。合为一条，列出全部位置。

## 为什么要紧
体例不一说明标题未套用统一样式，自动生成目录时会出现参差。

## What it checks
Headings with another blank or sign between number and title than nearly all others have. One finding with all of them.

## Why it matters
It shows that the headings do not carry one style, and a table of contents made from them is uneven.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.paragraphs import without_tags

RULE = Rule(
    code="LA26",
    name="heading-style-mixed",
    severity="info",
    title=Words("标题间隔不一", "headings are spaced in different ways"),
    advice=Words("统一序号与标题之间的间隔。", "Separate number and title in the same way throughout."),
    remedy="none",
    parameters=(
        Parameter("most", 0.2, 0.01, 0.5, Words("少数一方占比的上限", "the largest share that counts as an exception")),
    ),
)

_FEWEST = 5


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding: the headings that differ from most of their level."""
    levels = _forms(inspection)
    overall = Counter(form for forms in levels.values() for form, spans in forms.items() for _ in spans)
    if not overall:
        return
    usual = max(overall, key=lambda form: overall[form])
    odd: list[Span] = []
    whole = 0
    for forms in levels.values():
        count = sum(map(len, forms.values()))
        # Few headings follow the others; a level of many may have a habit of its own.
        own = usual if count < _FEWEST else max(forms, key=lambda form: len(forms[form]))
        if own not in forms:
            continue
        whole += count
        odd += [span for form, spans in forms.items() if form != own for span in spans]
    if not odd or len(odd) > inspection.parameter(RULE, "most") * whole:
        return
    shown = min(odd).of(inspection.text)
    message = Words(
        f"{len(odd)}个标题的序号与标题之间间隔与其余{whole - len(odd)}个不同，如“{inner(shown)}”",
        f"{len(odd)} headings are spaced otherwise than the other {whole - len(odd)}, such as {quoted(shown)}",
    )
    yield Fault(message, tuple(sorted(odd)))


def _forms(inspection: Inspection) -> dict[str, dict[str, list[Span]]]:
    """Level → what stands between number and title → the headings."""
    division = inspection.language.headings.division
    levels: dict[str, dict[str, list[Span]]] = {}
    for section in inspection.plan.sections:
        mark = division.match(inspection.text, section.span.start, section.span.end)
        if mark is None or not section.title:
            continue
        behind = without_tags(inspection.text[mark.end() : section.span.end])
        at = behind.find(section.title[:2])
        # A fixed blank is a trace of the format, as wide as the editor makes it.
        if at >= 0 and "\u00a0" not in behind[:at]:
            levels.setdefault(section.level, {}).setdefault(behind[:at], []).append(section.span)
    return levels


FINDS = [
    "第一章  农业\n稳粮。\n第二章  工业\n提质。\n第三章  旅游\n做强。\n第四章  教育\n优先。\n⟦第五章 卫生⟧\n健全。\n",
    (
        "Chapter 1: Farms\nWe sow.\nChapter 2: Works\nWe build.\nChapter 3: Roads\nWe pave.\nChapter 4: Schools\n"
        "We teach.\n⟦Chapter 5 Health⟧\nWe heal.\n"
    ),
]
PASSES = [
    (
        "第一篇\u3000产业\n第一章  农业\n稳粮。\n第二章  工业\n提质。\n第三章  旅游\n做强。\n第四章  交通\n"
        "畅通。\n第五章  能源\n充足。\n第二篇\u3000民生\n第一章  教育\n优先。\n"
    ),
    "第一章  农业\n稳粮。\n第二章  工业\n提质。\n第三章  旅游\n做强。\n第四章  教育\n优先。\n第五章  卫生\n健全。\n",
    "第一章 农业\n稳粮。\n第二章  工业\n提质。\n第三章 旅游\n做强。\n第四章  教育\n优先。\n",
]
