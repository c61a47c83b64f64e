"""One member stands in a list twice.

## 查什么
一句话内用顿号并列的事项中，同一事项出现两次。

## 为什么要紧
重复的一项多半是粘贴错误，原来该写的另一项因此丢失，列举的个数也对不上。

## What it checks
In a list of one sentence the same member occurs twice.

## Why it matters
The second is mostly pasted by mistake, in the place of another that is now missing; and the list no longer counts
right.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.project_mentions import running_clauses
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="CO20",
    name="list-member-repeated",
    severity="warning",
    title=Words("并列事项重复", "a member stands in a list twice"),
    advice=Words(
        "删去重复的一项，并核对是否漏写了另一项。", "Delete one of the two, and see whether another was meant."
    ),
    remedy="correct",
)

_SHORTEST = 4  # characters: shorter words may recur in one clause with good reason


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each member that a list of the running text has twice."""
    words, text = inspection.words.consistency, inspection.folded
    for clause in inspection.derived(running_clauses):
        seen: dict[str, Span] = {}
        start = clause.start
        for end, following in _ends(clause, inspection):
            span = _trimmed(Span(start, end), text)
            start = following
            name = span.of(text)
            if len(name) < _SHORTEST * words.letters_for_a_word:
                continue
            # Before the first member stands the verb that holds for all.
            first = next(iter(seen), "")
            if first.endswith(name):
                seen[name] = Span(seen[first].end - len(name), seen[first].end)
            if name in seen:
                message = Words(f"并列事项“{inner(name)}”出现两次", f"{quoted(name)} stands in the list twice")
                yield Fault(message, (seen[name], span))
            seen[name] = span


def _ends(clause: Span, inspection: Inspection) -> list[tuple[int, int]]:
    """Where each member ends and the next begins; nothing for a clause that is no list."""
    signs = [sign.span() for sign in inspection.words.consistency.part_sign.finditer(inspection.folded, *clause)]
    return [*signs, (clause.end, clause.end)] if len(signs) > 1 else []


def _trimmed(span: Span, text: str) -> Span:
    written = span.of(text)
    start = span.start + len(written) - len(written.lstrip())
    return Span(start, start + len(written.strip()))


FINDS = [
    "第一章  旅游\n发展⟦稻田研学游⟧、古窑探访游、骑行露营游、⟦稻田研学游⟧、湖畔康养游等特色旅游。\n",
    (
        "# Northfield District Plan 2026-2030\n## Roads\n"
        "We will repair Market Street, ⟦Old Harbour Road⟧, Mill Lane, ⟦Old Harbour Road⟧, and Church Hill.\n"
    ),
]
PASSES = [
    "第一章  旅游\n发展稻田研学游、古窑探访游、骑行露营游、湖畔康养游等特色旅游。\n",
    "第一章  教育\n坚持教育优先，加快教育发展、教育公平、教育改革。\n",
]
