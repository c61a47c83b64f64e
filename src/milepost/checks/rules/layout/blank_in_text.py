"""Blanks stand inside Chinese words or before some paragraphs only.

## 查什么
汉字之间、标点之后多出的空格（标题内、句子内），以及个别段落开头的空格。合为一条，列出全部位置。

## 为什么要紧
多余的空格把词语断开，检索不到；也常是换行、拼接时丢字的痕迹。

## What it checks
Blanks between Chinese characters inside sentences and titles, and blanks before a few paragraphs where others have
none.

## Why it matters
A blank breaks a word so that a search misses it, and may be the trace of something lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.contents import contents_span
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.text_lines import TextLine, text_lines
from milepost.kernel.span import Span
from milepost.languages.words import HAN

RULE = Rule(
    code="LA22",
    name="blank-in-text",
    severity="info",
    title=Words("多余的空格", "a blank too many"),
    advice=Words("删去多余的空格。", "Delete the blanks."),
    remedy="none",
    parameters=(
        Parameter(
            "most",
            40,
            1,
            10000,
            Words("超过此数视为体例，不再报告", "the largest number that is no habit of the layout"),
        ),
    ),
    languages=("zh",),
)
_BLANK = r"[ \u3000\u00a0\u2002\u2003]+"
# What stands before the blanks is looked at behind them: a search leaps from blank to blank.
_INSIDE = re.compile(rf"[ \u3000\u00a0\u2002\u2003]+(?=({HAN})|[（(“，。；、])")
_BEFORE = re.compile(rf"({HAN})|[，。；：、）)”]")
_LEADING = re.compile(rf"{_BLANK}\Z")
_STOP = re.compile("[，。；！？]")
_SHORT = 4
_COLUMNS = 3
_FEW = 0.05


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding for blanks inside, one for blanks before paragraphs."""
    contents = contents_span(inspection)
    lines = tuple(line for line in text_lines(inspection) if not contents.contains(line.span))
    spaced_titles = _spaced_titles(inspection, lines)
    inside = [place for line in lines for place in _inside(inspection.text, line, titles=not spaced_titles)]
    if 0 < len(inside) <= inspection.parameter(RULE, "most"):
        shown = [place.of(inspection.text) for place in inside[:4]]
        message = Words(
            f"文字中多出空格{len(inside)}处，如{'、'.join(f'“{inner(words)}”' for words in shown)}",
            f"{len(inside)} blanks inside the text, such as {', '.join(map(quoted, shown))}",
        )
        yield Fault(message, tuple(inside))
    leading = [place for line in lines if (place := _leading(inspection.text, line))]
    if 0 < len(leading) <= _FEW * len(lines):
        message = Words(
            f"{len(leading)}个段落开头多出空格，其余段落没有",
            f"{len(leading)} paragraphs begin with a blank, the others do not",
        )
        yield Fault(message, tuple(leading))


def _inside(text: str, line: TextLine, *, titles: bool) -> Iterator[Span]:
    """The blanks of a line, each with the characters beside it; none of a line that blanks divide into columns."""
    start, end = line.span
    if line.kind == "heading":
        words = _title(text, line)
        if not titles or words is None:
            return
        start, end = words
    elif line.kind == "box title" or not _STOP.search(text, start, end):
        return
    elif line.title is not None:
        start = end - len(text[line.title.end : end].lstrip())
    found = _blanks(text, start, end)
    if len(found) < _COLUMNS or end - start > 100 * len(found):
        yield from found


def _blanks(text: str, start: int, end: int) -> list[Span]:
    """Blanks between Chinese characters, or between one and a mark, each with the signs beside it."""
    found = []
    for blank in _INSIDE.finditer(text, start + 1, end):
        before = _BEFORE.match(text, blank.start() - 1)
        if before and blank.end() < end and (before[1] or blank[1]):
            found.append(Span(blank.start() - 1, blank.end() + 1))
    return found


def _title(text: str, line: TextLine) -> Span | None:
    """The words of a heading behind its number; None of a title spaced out letter by letter."""
    printed = line.span.of(text)
    behind = re.search(rf"\S{_BLANK}", printed)
    start = line.span.start + (
        behind.end() if behind and re.match(r"第|[（(]?[一二三四五六七八九十\d]", printed) else 0
    )
    words = text[start : line.span.end]
    return Span(start, line.span.end) if len("".join(words.split())) > _SHORT else None


def _spaced_titles(inspection: Inspection, lines: tuple[TextLine, ...]) -> bool:
    """Whether blanks inside titles are the habit of the document."""
    titles = [span for line in lines if line.kind == "heading" and (span := _title(inspection.text, line))]
    spaced = sum(bool(_blanks(inspection.text, *span)) for span in titles)
    return spaced > _FEW * len(titles) and spaced > 1


def _leading(text: str, line: TextLine) -> Span | None:
    """The blanks at the start of a line with its first characters."""
    found = _LEADING.search(text, line.line.start, line.span.start)
    if found is None or line.line.start == 0:
        return None
    return Span(found.start(), min(line.span.end, line.span.start + _SHORT))


FINDS = [
    (
        "第一章  弘扬文化，筑牢团⟦结 奋⟧斗的思想基础\n坚持以文化人。\n第二章  发展产业\n"
        "推广清洁能源⟦， 实⟧施水源热⟦泵 工⟧程。\n第三章  改善民生\n扩大就业。\n"
    ),
]
PASSES = [
    "第一章  总  则\n坚持以文化人。\n第二章  发展产业\n推广清洁能源，实施水源热泵工程。\n",
    (
        "第一篇\u3000转变方式\u3000开创发展新局面\n坚持以文化人。\n第二篇\u3000强农惠农\u3000建设美丽新乡村\n"
        "推广清洁能源，实施水源热泵工程。\n"
    ),
    "青禾市人民政府  市长  王某\n坚持以文化人，GDP 增长 5% 左右。\n",
]
