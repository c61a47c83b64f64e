"""How an item of a plan is cited: the plan, the page, the section, the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from milepost.kernel.errors import UsageError
from milepost.kernel.span import Span
from milepost.plans.model import Plan

# The kinds of items that have an id and a place, in the order in which an id is looked for.
_CITED = (
    "indicators", "commitments", "facts", "projects", "measures", "boxes", "sections", "procedures", "references",
)  # fmt: skip

# Longer quotes are cut: a reference is to be read.
_LONGEST_QUOTE = 200


class _Placed(Protocol):
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """What a reference needs: `page` is the first page that the item stands on, `path` the titles of its sections."""

    title: str
    identity: str
    page: int | None
    year: int | None
    path: tuple[str, ...]
    quote: str
    sha256: str


def cite(plan: Plan, identity: str, style: str = "gbt7714") -> str:
    r"""A reference for the item with that id, in the style `gbt7714` or `bibtex`.

    Raises
    ------
    UsageError
        If the plan has no such item, or there is no such style.

    >>> from milepost.plans.run import read_text
    >>> plan = read_text("青川市发展规划\n\n到2025年，森林覆盖率达到22%。")
    >>> print(cite(plan, plan.commitments[0].id))
    青川市发展规划[R]. “森林覆盖率达到22%”.
    """
    if style not in STYLES:
        raise UsageError("there is no such style", where="--style", found=repr(style), accepted=", ".join(STYLES))
    return STYLES[style](citation(plan, identity))


def citation(plan: Plan, identity: str) -> Citation:
    """The facts of a reference.

    Raises
    ------
    UsageError
        If the plan has no item of that id.
    """
    span = _span(plan, identity)
    text = plan.document.text
    quote = " ".join(span.of(text).split()) if text is not None else ""
    pages = (page.number for page in plan.document.pages if page.span.end > span.start)
    return Citation(
        title=plan.document.title or plan.document.source,
        identity=identity,
        page=next(pages, None),
        year=plan.period.start,
        path=_path(plan, span),
        quote=quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…",
        sha256=plan.document.sha256,
    )


def _span(plan: Plan, identity: str) -> Span:
    for kind in _CITED:
        items: Iterable[_Placed] = getattr(plan, kind, ())
        for item in items:
            if getattr(item, "id", None) == identity:
                return item.span
    raise UsageError(
        "the plan has no item of that id",
        where=plan.document.source,
        found=repr(identity),
        accepted="an id that `milepost show PLAN.JSON commitments --format json` and its like give",
    )


def _path(plan: Plan, span: Span) -> tuple[str, ...]:
    around = (section for section in plan.sections if section.span.start <= span.start < section.body.end)
    return tuple(section.title for section in around if section.span != span)


def gbt7714(one: Citation) -> str:
    """The reference after GB/T 7714-2015: title, [R] for a report, year, page; then section and words.

    Author and publisher are not told by the text and are left out, as is usual where references are numbered; the year
    is the plan's first, in brackets, as the standard writes a year that is estimated.
    """
    year = f"[{one.year}]" if one.year else ""
    page = f":{one.page}" if one.page else ""
    issued = f" {year}{page}." if year or page else ""
    path = f" {' › '.join(one.path)}." if one.path else ""
    quote = f" “{one.quote}”." if one.quote else ""
    return f"{one.title}[R].{issued}{path}{quote}"


def bibtex(one: Citation) -> str:
    """The reference as a BibTeX entry, `@misc` since neither author nor publisher is known."""
    notes = (" › ".join(one.path), f"“{one.quote}”" if one.quote else "")
    fields = {
        "title": f"{{{_escaped(one.title)}}}",
        "year": str(one.year) if one.year else None,
        "pages": str(one.page) if one.page else None,
        "note": "; ".join(_escaped(part) for part in notes if part) or None,
    }
    lines = (f"  {name} = {{{value}}}," for name, value in fields.items() if value is not None)
    key = f"plan-{one.sha256[:8]}-{re.sub(r'[^A-Za-z0-9.-]', '-', one.identity)}"
    return "\n".join([f"@misc{{{key},", *lines, "}"])


_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}  # fmt: skip


def _escaped(text: str) -> str:
    r"""Text in which nothing is a command of TeX.

    >>> print(_escaped("22% {a_b}"))
    22\% \{a\_b\}
    """
    return "".join(_SPECIAL.get(sign, sign) for sign in text)


STYLES: dict[str, Callable[[Citation], str]] = {"gbt7714": gbt7714, "bibtex": bibtex}
