"""Which other plans, schemes, laws and documents a plan names, who issued them, and what they are to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from milepost.kernel.span import Span
from milepost.languages.reference_words import ReferenceWords
from milepost.languages.statement import Calendar
from milepost.plans.reading import Reading
from milepost.plans.undertakings import Reference, ReferenceRole

_BEFORE = 24  # characters before a title in which its issuer may stand
_SENTENCE = 200  # characters before a title in which one who issued it may be named
_OLDEST = 20  # years before the plan begins in which a plan that it names may begin
_LEVEL = 6  # characters before a numbered plan in which its level stands
_LIST = 12  # documents of a list behind one verb


def find(reading: Reading) -> tuple[Reference, ...]:
    """References in the order of the text, a row for each mention; the plan itself is none."""
    words = reading.language.references
    spans: dict[Span, ReferenceRole | None] = {}
    for match in words.marked.finditer(reading.folded):
        if words.document.search(match["title"]):
            spans[Span(*match.span("title"))] = None
    marked = list(spans)
    for span in _bare(reading.folded, words):
        if not _in_one_of(span, marked):
            spans.setdefault(span, None)
    for match in words.deferring.finditer(reading.folded):
        spans[Span(*match.span("title"))] = "deferring"
    headings = sorted(section.span for section in reading.sections)
    found = (_reference(reading, span, spans[span], words) for span in sorted(spans))
    return tuple(each for each in found if each is not None and not _in_one_of(each.span, headings))


def _in_one_of(span: Span, sorted_spans: list[Span]) -> bool:
    at = bisect_right(sorted_spans, span) - 1
    return at >= 0 and span.start < sorted_spans[at].end


def _bare(text: str, words: ReferenceWords) -> Iterator[Span]:
    """Documents named without title marks, with the members of a list behind one verb."""
    for match in words.bare.finditer(text):
        yield _closed(text, Span(*match.span("title")))
        at = match.end("title")
        for _ in range(_LIST):
            further = words.next.match(text, at)
            if further is None:
                break
            yield _closed(text, Span(*further.span("title")))
            at = further.end("title")
    for match in words.named.finditer(text):
        if match["leveled"] is None:
            yield Span(*match.span(match.lastgroup or 0))
        elif level := words.level.search(text, max(0, match.start() - _LEVEL), match.start()):
            yield Span(level.start(), match.end())


def _closed(text: str, span: Span) -> Span:
    """A title with the bracket behind it that closes one inside."""
    title = span.of(text)
    open_brackets = title.count("(") + title.count("（") - title.count(")") - title.count("）")
    return Span(span.start, span.end + 1) if open_brackets == 1 and text[span.end : span.end + 1] in ")）" else span


def _reference(reading: Reading, span: Span, role: ReferenceRole | None, words: ReferenceWords) -> Reference | None:
    title = span.of(reading.folded)
    if role is None and (words.no_title.fullmatch(title) or _is_own(reading, title, words)):
        return None
    issuer = _issuer(reading.folded, span, words)
    period = _period(reading, title)
    return Reference(
        title=span.of(reading.text),
        issuer=issuer,
        period=period,
        role=role or _role(reading, title, issuer, period, words),
        span=span,
    )


def _is_own(reading: Reading, title: str, words: ReferenceWords) -> bool:
    """Whether a title is that of the plan itself: its own words, or a short name of it for the same years."""
    own = _plain(reading.language.fold(reading.title))
    if own and (_plain(title) in own or own in _plain(title)) and len(_plain(title)) > len(own) // 2:
        return True
    if not words.own.fullmatch(title):
        return False
    period = _period(reading, title)
    return period is None or period == (str(reading.period.start), str(reading.period.end))


def _plain(title: str) -> str:
    return re.sub(r"\W", "", title)


def _issuer(text: str, span: Span, words: ReferenceWords) -> str | None:
    """Who issued a document: named in its title, right before it, or before the verb of issuing."""
    head = words.issuer.match(text, *span)
    if head is not None:
        return head["issuer"]
    issued = words.issued.search(text, max(0, span.start - _BEFORE), span.start)
    if issued is not None and issued["issuer"]:
        return issued["issuer"]
    if issued is not None:
        before = max(0, span.start - _SENTENCE, *(text.rfind(stop, 0, span.start) + 1 for stop in "。；\n"))
        named = [found[0] for found in words.highest.finditer(text, before, issued.start())]
        return named[-1] if named else None
    level = words.highest.match(text, *span) or words.above.match(text, *span)
    return level[0] if level is not None and not text.startswith("《", span.start - 1) else None


def _period(reading: Reading, title: str) -> tuple[str, str] | None:
    years = reading.language.references.years.search(title)
    if years is not None:
        return years["first"], years["last"]
    times = reading.language.moments(title, 0, len(title), Calendar(reading.period.start, reading.period.end))
    # A number that is no five-year period of ours (“六五”普法规划) lies far back.
    early = (reading.period.start or 0) - _OLDEST
    spanning = [time for time in times if time.last > time.first > early]
    return (str(spanning[0].first), str(spanning[0].last)) if spanning else None


def _role(
    reading: Reading, title: str, issuer: str | None, period: tuple[str, str] | None, words: ReferenceWords
) -> ReferenceRole:
    start = reading.period.start
    if period is not None and start is not None and int(period[1]) < start:
        return "past"
    if words.annual.search(title):
        return "annual"
    whole_province = reading.region is not None and (reading.region.code or "").endswith("0000")
    for name in (issuer, title):
        if name and (words.highest.match(name) or (not whole_province and words.above.match(name))):
            return "upper"
    return "upper" if words.law.search(title) else "special"
