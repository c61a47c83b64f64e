"""Whether a line is the title of a table or box, and how a cell's broken lines are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from milepost.kernel.span import Span

BLANKS = " \t\r\n\u3000\u00a0\ufeff"
"""What is taken off a cell's or line's ends: blanks, tabs, line breaks, the ideographic space."""

# Word's bookmarks survive in exported text as "[bookmark: _Toc123]".
_BOOKMARKS = re.compile(r"(?:[ \t\u3000]*\[bookmark: [^\]\n]{0,200}\])*[ \t\u3000]*")
_NUMBERED = re.compile(
    r"(?:专栏|附表|表格?|图表|方框|Table|Box|Annex\s+table)\s*[-—–]?\s*"
    r"(?:[0-9０-９]|[一二三四五六七八九十]{1,3}(?=$|[\s:：、.．])|[IVX]{1,4}\b|[A-Z]\b)",
    re.IGNORECASE,
)
_UNNUMBERED = re.compile(
    r"^[^。；;!?！？]{2,60}(?:指标|指标体系|一览表|明细表|情况表|项目表|任务表|分工表|目标表|指标表)(?:表)?$"
)
_UNIT_LINE = re.compile(r"^[（(]?\s*(?:计量)?单位\s*[:：]|^[（(]?\s*Units?\s*:", re.IGNORECASE)
_NOTE_LINE = re.compile(
    r"^(?:注|备注|说明|附注|资料来源|数据来源|注释|Notes?|Sources?|Remarks?)\s*[\d①]?\s*[:：.．]", re.IGNORECASE
)
_SPACED_BREAK = re.compile(r"(?<=[A-Za-z0-9,.;:)%])[ \t]*\n[ \t]*(?=[A-Za-z0-9(])")
_BREAK = re.compile(r"[ \t\u3000]*\n[ \t\u3000]*")


def cell_text(printed: str) -> str:
    r"""A cell's text without outer blanks and line breaks; a blank stands in for a break between Latin words.

    >>> cell_text(" 经济\n发展 "), cell_text("Urban\nshare")
    ('经济发展', 'Urban share')
    """
    stripped = printed.strip(BLANKS)
    if "\n" not in stripped:
        return stripped
    return _BREAK.sub("", _SPACED_BREAK.sub(" ", stripped))


def stripped_span(text: str, start: int, end: int, taken: str = BLANKS) -> Span:
    """The span `[start, end)` of `text` without blanks (or what else is `taken`) at its ends.

    If there is nothing else the span is empty and stands at `start`.
    """
    stripped = text[start:end].lstrip(taken)
    if not stripped:
        return Span(start, start)
    start = end - len(stripped)
    return Span(start, start + len(stripped.rstrip(taken)))


def title_span(text: str, start: int, end: int, marks: str = "") -> Span | None:
    r"""The title in the line `[start, end)`, without bookmarks and blanks, or None if the line is no title.

    A title is numbered (专栏 2, 表3-1, Table 4.1) or short and ends in a word for a table (主要指标, 一览表).
    `marks` are further characters to take off its ends (Markdown's `*` and `#`).

    >>> line = "\t[bookmark: _Toc1] 专栏1：主要指标"
    >>> title_span(line, 0, len(line)).of(line)
    '专栏1：主要指标'
    >>> title_span("表明了态度。", 0, 6) is None
    True
    """
    if end - start > 2000:
        return None
    skipped = _BOOKMARKS.match(text, start, end)
    span = stripped_span(text, skipped.end() if skipped else start, end, BLANKS + marks)
    if not 0 < span.length <= 120:
        return None
    line = span.of(text)
    if line[-1] in "。；;":
        return None
    return span if _NUMBERED.match(line) or _UNNUMBERED.match(line) else None


def is_unit_line(line: str) -> bool:
    """Whether a line only states the unit of the table under it (单位：万元)."""
    return len(line) <= 60 and _UNIT_LINE.match(line.strip(BLANKS)) is not None


def is_note(line: str) -> bool:
    """Whether a line is a note under a table (注：…, 资料来源：…, Source: …)."""
    return _NOTE_LINE.match(line.strip(BLANKS)) is not None


def caption_above(text: str, start: int, marks: str = "", lines: int = 4) -> Span | None:
    """The title of the table that begins at `start`: on the line above, blank lines and a unit line let pass.

    At most `lines` lines are looked at; `marks` as for `title_span`.
    """
    end = start
    for _ in range(lines):
        end = text.rfind("\n", 0, end)
        if end < 0:
            return None
        begin = text.rfind("\n", max(0, end - 2001), end) + 1
        if end - begin >= 2000:
            return None
        line = text[begin:end]
        if not line.strip(BLANKS) or is_unit_line(line):
            continue
        return title_span(text, begin, end, marks)
    return None


def repeats(rows: Sequence[Sequence[str]], header_rows: int) -> tuple[int, ...]:
    """Which rows only repeat the header's rows, as a table does at a page break.

    >>> repeats([["名称", "值"], ["甲", "1"], ["名称", "值"], ["乙", "2"]], 1)
    (2,)
    """
    header = [tuple(row) for row in rows[:header_rows]]
    if not header or not any(header[0]):
        return ()
    return tuple(index for index in range(header_rows, len(rows)) if tuple(rows[index]) in header)
