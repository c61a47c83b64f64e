"""A list with a number in its name (“四大战略定位”) that the document nowhere spells out.

## 查什么
带引号的数字概括语（“四个有利于”“五小工程”），全文没有一处说明具体是哪几项。
全国通用的提法（“五位一体”“四个全面”“放管服”等）、注明是国家或上级提法的，不在检查之列；同一句中的几个合为一条。

## 为什么要紧
规划要公开、要分解：读者不知道是哪几项，责任单位也就无从落实。

## What it checks
A quoted name with a number that counts things (“the four favourables”) which no place of the document spells out. Terms
that the whole country uses, and those said to be of a higher level, are left out; several in one sentence are one
finding.

## Why it matters
A plan is published and handed out as tasks. Whoever does not know which things are meant can do none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.listing import list_start, members
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.languages.counting_words import CountingWords

RULE = Rule(
    code="AR09",
    name="named-list-not-given",
    severity="info",
    title=Words("数字概括语没有说明", "a numbered list is named and never given"),
    advice=Words("首次出现时列出具体内容，或加名词解释。", "List what is meant at the first place, or add a note."),
    languages=("zh",),
)

_POINTS_WITHIN = 80
_SHOWN = 12  # names that the message quotes


def check(inspection: Inspection) -> Iterator[Fault]:
    """Slogans without an explanation, all of the document together."""
    words = inspection.words.arithmetic.counting
    if words is None:
        return
    text = inspection.folded
    places: dict[str, list[Span]] = {}
    for slogan in words.slogan.finditer(text):
        places.setdefault(slogan["name"], []).append(Span(slogan.start("name"), slogan.end("name")))
    structures = {structure.name for structure in inspection.plan.structures}
    missing: dict[str, list[Span]] = {}
    for name, spans in places.items():
        if name in words.common or words.not_listed.match(name) or name in structures:
            continue
        if any(words.owner.search(_before(text, span.start - 1)) for span in spans):
            continue
        if not _explained(text, name, spans, words):
            missing[name] = spans
    if missing:
        names = list(missing)
        more = len(names) - _SHOWN
        zh = "、".join(f"“{inner(name)}”" for name in names[:_SHOWN]) + (f"等{len(names)}个提法" if more > 0 else "")
        en = ", ".join(map(quoted, names[:_SHOWN])) + (f" and {more} more" if more > 0 else "")
        message = Words(f"全文没有说明{zh}的具体内容", f"{en} {'is' if len(names) == 1 else 'are'} never explained")
        yield Fault(message, tuple(sorted(span for spans in missing.values() for span in spans)))


def _before(text: str, end: int) -> str:
    """What stands before a quoted name, other quoted names side by side with it left out."""
    said = text[max(0, end - 40) : end]
    while said.endswith("”") and "“" in said:
        said = said[: said.rindex("“")]
    return said


def _explained(text: str, name: str, spans: list[Span], words: CountingWords) -> bool:
    """Whether some place says the members: behind the name, before it, in points, or group by group."""
    for span in spans:
        if words.explains.match(text, span.end):
            return True
        if words.ordinals.search(text, span.end, span.end + _POINTS_WITHIN):
            return True
        start = list_start(text, span.start - 1, words)
        listed = text[start : span.start - 1]
        _, high = members(text, start, span.start - 1, words)
        if high >= max(2, (words.number(name[0]) or 2) - 1) and not words.slogan.search(listed):
            return True
    groups = words.group.findall(name)
    return any(f"{group}{sign}" in text for group in groups for sign in ("：", "（", "”：", "”（", "”即"))


FINDS = [
    "坚持以“⟦四个有利于⟧”为遵循，以实现“⟦四大战略定位⟧”为目标。统筹推进乡镇“⟦五小工程⟧”建设。\n",
]
PASSES = [
    "增强“四个意识”、坚定“四个自信”，统筹推进“五位一体”总体布局，支持“三农”发展。\n",
    "坚持“四化”（产业化、绿色化、特色化、数字化），建设会展、物流、金融、贸易“四大平台”。\n",
    "落实国家“三大工程”，围绕“两群三带”布局。两群：东部产业集群和西部产业集群。\n",
]
