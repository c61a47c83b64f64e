"""The plan as a notebook shows it: what document it is, and how much of each kind was read in each part."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from milepost.plans.model import Plan

# Plan field → (Chinese, English): a column of the table each.
_COUNTED = {
    "indicators": ("主要指标", "indicators"),
    "commitments": ("承诺", "commitments"),
    "facts": ("现状数据", "facts"),
    "projects": ("项目", "projects"),
    "measures": ("任务", "measures"),
    "unread": ("未读出", "unread"),
}
_WORDS = {
    "part": ("部分", "part"),
    "before": ("（标题之前）", "(before the first heading)"),
    "total": ("合计", "total"),
}


def plan_html(plan: Plan) -> str:
    r"""A small table in HTML: nothing of it is fetched from elsewhere, and all text of the plan is escaped.

    >>> from milepost.plans.run import read_text
    >>> html = plan_html(read_text("<script>规划\n\n到2025年，森林覆盖率达到22%。"))
    >>> "&lt;script&gt;规划" in html, "<script>" in html
    (True, False)
    """
    place = 0 if plan.document.language == "zh" else 1
    headers = [_WORDS["part"][place], *(words[place] for words in _COUNTED.values())]
    body = "".join(_row(title, counts) for title, counts in _parts(plan, place))
    totals = [len(getattr(plan, name)) for name in _COUNTED]
    return (
        f'<div class="milepost-plan" lang="{escape(plan.document.language)}">'
        f"<strong>{escape(plan.document.title or plan.document.source)}</strong><br>"
        f"<small>{escape(_facts(plan))}</small>"
        f"<table><thead><tr>{_cells('th', headers)}</tr></thead>"
        f"<tbody>{body}</tbody>"
        f"<tfoot>{_row(_WORDS['total'][place], totals)}</tfoot></table></div>"
    )


def _facts(plan: Plan) -> str:
    facts = []
    if plan.region is not None:
        facts.append(f"{plan.region.name} {plan.region.code or ''}".strip())
    if plan.period.start or plan.period.end:
        horizon = f" → {plan.period.horizon}" if plan.period.horizon else ""
        facts.append(f"{plan.period.start or '?'}–{plan.period.end or '?'}{horizon}")
    facts += [plan.document.source, f"{plan.document.length:,}", f"{plan.format}, {plan.compiler}"]
    return " · ".join(fact for fact in facts if fact)


def _parts(plan: Plan, place: int) -> Iterable[tuple[str, list[int]]]:
    """Title and counts of each top section that holds something, and of what stands before the first."""
    tops = [section for section in plan.sections if section.parent is None]
    counts = [[0] * len(_COUNTED) for _ in range(len(tops) + 1)]
    for column, name in enumerate(_COUNTED):
        row = 0
        for start in sorted(item.span.start for item in getattr(plan, name)):
            while row < len(tops) and tops[row].span.start <= start:
                row += 1
            counts[row][column] += 1
    titles = [_WORDS["before"][place], *(section.title for section in tops)]
    return ((title, row) for title, row in zip(titles, counts, strict=True) if any(row))


def _row(title: str, counts: Iterable[int]) -> str:
    return f"<tr>{_cells('th', [title])}{_cells('td', (str(count) if count else '·' for count in counts))}</tr>"


def _cells(tag: str, texts: Iterable[str]) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)
