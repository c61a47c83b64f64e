"""Which printed lines of a paged document form a paragraph, and which only decorate the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from milepost.documents.pdfpages import Line, PrintedPage, PrintedTable

_MARGIN_LINES = 2  # lines at a page's top and bottom that may be a running header or footer
_MARGIN = 0.12  # of the page's height, where headers, footers and page numbers stand
_OFTEN = 3  # pages on which a line at the same place is a running one
_PAGE_NUMBER = re.compile(
    r"^[-—–_·•~\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*页)?"
    r"(?:\s*(?:/|of|共|，)\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–_·•~\s]*$"
    r"|^page\s+\d{1,4}(?:\s+of\s+\d{1,4})?$",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"[.．·…⋯_]{4,}\s*[\divxlc]{0,5}$", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[。！？；：.!?;:”）)》]$")
_NUMBERED = re.compile(
    r"^(?:第[一二三四五六七八九十百零〇\d]{1,6}[篇章节编部分条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|[—–-]{2}|[•●■◆▪]|专栏\s*\d)"
)
_LARGER = 1.1  # a heading's font against the body's
_LONGEST_HEADING = 90


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, each with its page; `level` is set for a heading."""

    lines: list[tuple[int, Line]] = field(default_factory=list)
    level: int | None = None


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table with its page."""

    page: int
    table: PrintedTable


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in the document: the body's font size, the gap between lines, first lines set in, heading sizes."""

    size: float
    gap: float
    sets_in: bool
    heading_sizes: tuple[float, ...]


def without_furniture(pages: Sequence[PrintedPage]) -> None:
    """Take running headers, footers and page numbers off the pages."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        counts.update({_key(line) for line in _at_margins(page)})
    for page in pages:
        margins = _at_margins(page)
        page.lines = [
            line
            for line in page.lines
            if not (
                any(line is other for other in margins)
                and (counts[_key(line)] >= _OFTEN or _PAGE_NUMBER.match(line.text))
            )
        ]


def _at_margins(page: PrintedPage) -> list[Line]:
    ordered = sorted(page.lines, key=lambda line: line.top)
    outer = [*ordered[:_MARGIN_LINES], *ordered[max(len(ordered) - _MARGIN_LINES, _MARGIN_LINES) :]]
    return [line for line in outer if line.bottom < page.height * _MARGIN or line.top > page.height * (1 - _MARGIN)]


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", re.sub(r"\s+", "", line.text)), round(line.top / 8)


def flowing(pages: Sequence[PrintedPage]) -> Iterator[Paragraph | PlacedTable]:
    """Paragraphs and tables in order; a paragraph may go on over a page's end."""
    usual = _measured(pages)
    paragraph = Paragraph()
    edges = (0.0, 0.0)
    for page in pages:
        here = _edges(page, usual)
        for item in _items(page):
            if isinstance(item, PrintedTable):
                if paragraph.lines:
                    yield paragraph
                paragraph = Paragraph()
                yield PlacedTable(page.number, item)
                continue
            level = _heading_level(item, usual)
            if paragraph.lines and not _continues(paragraph, page.number, item, level, usual, edges, here):
                yield paragraph
                paragraph = Paragraph()
            paragraph.level = level
            paragraph.lines.append((page.number, item))
            edges = here
    if paragraph.lines:
        yield paragraph


def _items(page: PrintedPage) -> Iterator[Line | PrintedTable]:
    tables = sorted(page.tables, key=lambda table: table.top)
    for line in page.lines:
        while tables and tables[0].top < line.top:
            yield tables.pop(0)
        yield line
    yield from tables


def _measured(pages: Sequence[PrintedPage]) -> _Measure:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    gaps: list[float] = []
    body = set_in = 0
    for page in pages:
        left, _ = _edges(page, _Measure(size, 0.0, False, ()))
        for above, line in zip(page.lines, page.lines[1:], strict=False):
            if above.size == line.size == size and line.top > above.top:
                gaps.append(line.top - above.bottom)
        for line in page.lines:
            if line.size == size:
                body += 1
                set_in += 1.2 * size < line.left - left < 4 * size
    larger = sorted({each for each in sizes if each > size * _LARGER}, reverse=True)
    return _Measure(size, median(gaps) if gaps else size / 2, set_in >= 0.08 * max(body, 1), tuple(larger))


def _edges(page: PrintedPage, usual: _Measure) -> tuple[float, float]:
    """The left and right edge of the page's running text."""
    lines = [line for line in page.lines if abs(line.size - usual.size) < 0.6 and len(line.text) > 3] or page.lines
    if not lines:
        return 0.0, page.width
    return min(line.left for line in lines), max(line.right for line in lines)


def _heading_level(line: Line, usual: _Measure) -> int | None:
    if line.size <= usual.size * _LARGER or len(line.text) > _LONGEST_HEADING or line.text[-1:] in set("。；;"):
        return None
    return min(usual.heading_sizes.index(line.size) + 1, 9) if line.size in usual.heading_sizes else None


def _continues(
    paragraph: Paragraph,
    page: int,
    line: Line,
    level: int | None,
    usual: _Measure,
    edges: tuple[float, float],
    here: tuple[float, float],
) -> bool:
    """Whether a line goes on with the paragraph; `edges` are those of the line above, `here` those of its page."""
    last_page, above = paragraph.lines[-1]
    if abs(above.size - line.size) > 0.06 * usual.size or level != paragraph.level:
        return False
    if _LEADERS.search(above.text) or _LEADERS.search(line.text):
        return False
    if page == last_page and line.top - above.bottom > usual.gap + 0.6 * line.size:
        return False
    width = edges[1] - edges[0]
    if level is not None:
        return page == last_page and above.right - above.left > 0.75 * width and not _NUMBERED.match(line.text)
    left, above_left = line.left - here[0], above.left - edges[0]
    missing = (edges[1] - above.right) / max(line.size, 1.0)
    ended = _ENDS_SENTENCE.search(above.text) is not None
    if missing > (1.6 if ended else 6.0):
        return False
    if not usual.sets_in:
        return not (ended and _NUMBERED.match(line.text))
    if left - above_left > 0.8 * line.size:
        return False
    if left > 1.2 * line.size and abs(left - above_left) <= 0.8 * line.size:
        return len(paragraph.lines) > 1 or not (ended or _NUMBERED.match(line.text))
    return True


_CJK_SIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·]")


def joined(above: str, below: str, hyphenated: frozenset[str]) -> tuple[str, str]:
    """What of `above` is kept and what stands between it and `below` when a line break is undone.

    Nothing stands beside a Chinese character, a blank between Latin words; a word's hyphen at the line's end goes,
    unless the document writes the word with it elsewhere (`hyphenated`).

    >>> none = frozenset()
    >>> joined("经济社会", "发展", none), joined("econo-", "mic growth", none), joined("the", "plan", none)
    (('经济社会', ''), ('econo', ''), ('the', ' '))
    """
    if not above or not below:
        return above, ""
    broken = re.search(r"([A-Za-z]{2,})[-\u00ad\u2010]$", above)
    if broken and below[0].islower():
        rest = re.match(r"[a-z]+", below)
        word = f"{broken[1]}-{rest[0] if rest else ''}".lower()
        return (above, "") if word in hyphenated else (above[:-1], "")
    if _CJK_SIDE.match(above[-1]) or _CJK_SIDE.match(below[0]) or (above[-1] in "-/" and above[-2:-1].isalnum()):
        return above, ""
    return above, " "


def hyphenated_words(pages: Sequence[PrintedPage]) -> frozenset[str]:
    """Words that are written with a hyphen inside a line."""
    found: set[str] = set()
    for page in pages:
        for line in page.lines:
            if "-" in line.text:
                found.update(word.lower() for word in re.findall(r"[A-Za-z]{2,}-[a-z]+(?=\W)", line.text))
    return frozenset(found)
