"""What a communiqué says of itself: title, time, region, who published it and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from milepost.kernel.errors import ReadError
from milepost.kernel.span import Span
from milepost.languages.report_words import ReportWords
from milepost.languages.reported import When
from milepost.observations.importing import ImportOptions
from milepost.observations.periods import EARLIEST, LATEST
from milepost.plans.passes import headings, period, places, region, title
from milepost.plans.reading import Reading

FIRST_LINES = 15
"""Lines in which title, publisher and date are looked for."""
LAST_LINES = 8
_LONGEST_TITLE = 90
_LONGEST_LINE = 160
_BLANKS = re.compile(r"\s+")
# A line of a page in Chinese and in Latin letters: a shorter one has ended by itself.
_WIDE_HAN, _WIDE_LATIN = 34, 60
_ENDS = tuple("。！？；：.!?;:”）)》")
_BEGINS = re.compile(
    r"\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[表图] ?\d|注[:：]|"
    r"\d+[.．、]\s|[#*>|-]|　　)"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a communiqué is about.

    `when` is the time of figures that state none, with its year; `region` a code, or the name of a region that the
    table of divisions does not hold. `source` is what its rows name as their source, `vintage` the date of
    publication, None where none is stated.
    """

    title: str
    when: When
    region: str
    region_name: str | None
    source: str
    vintage: str | None
    is_work_report: bool
    is_preliminary: bool


def begin(reading: Reading) -> None:
    """Run the compiler's passes for title, sections, region and places."""
    reading.title = title.find(reading)
    reading.sections = headings.find(reading)
    reading.period = period.find(reading)
    reading.region = region.find(reading)
    reading.places = places.find(reading)


def opening_of(reading: Reading, words: ReportWords, options: ImportOptions, name: str) -> Opening:
    """What the communiqué is about; `options` say what it does not.

    Raises
    ------
    ReadError
        If neither the text nor the options say which year or which region it is about.
    """
    lines = [_line(reading, each) for each in lines_of(reading, words)[:FIRST_LINES]]
    headline = next((line for line in lines if words.title.search(line) and len(line) <= _LONGEST_TITLE), "")
    headline = headline or reading.title
    is_work_report = bool(words.work_report.search(headline))
    when = _when(reading, words, headline, lines, is_work_report)
    if options.year is not None:
        when = replace(when or When("year"), year=options.year)
    if when is None or when.year is None or not EARLIEST <= when.year <= LATEST:
        raise ReadError(
            "which year is this about?",
            where=name,
            found=repr(headline[:60]),
            accepted="a title with its year, or --year 2024",
        )
    code, region_name = _region(reading, options)
    if not code:
        raise ReadError(
            "which region is this about?",
            where=name,
            found=repr(headline[:60]),
            accepted="a title with its region, or --region CODE",
        )
    issuer = next((found[0] for line in lines if (found := words.issuer.search(line))), "")
    source = headline
    if issuer and issuer not in headline:
        source += f"（{issuer}）" if _is_han(headline) else f" ({issuer})"
    return Opening(
        headline, when, code, region_name, options.source or source or name,
        options.vintage or _vintage(reading, words, when), is_work_report,
        bool(words.preliminary.search(reading.folded)),
    )  # fmt: skip


def lines_of(reading: Reading, words: ReportWords) -> list[Span]:
    """The lines of the text outside tables; those that only the width of a page cut are one."""
    text = reading.folded
    found: list[Span] = []
    for each in reading.paragraphs:
        start = each.start
        for piece in text[each.start : each.end].split("\n"):
            stop = start + len(piece)
            if piece.strip():
                if found and _is_wrapped(text, found[-1], start, piece) and not _stands_alone(piece, words):
                    found[-1] = Span(found[-1].start, stop)
                else:
                    found.append(Span(start, stop))
            start = stop + 1
    return found


def _is_wrapped(text: str, before: Span, start: int, piece: str) -> bool:
    """Whether a line goes on with the sentence of the one right before it."""
    last = text[before.start : before.end].rsplit("\n", 1)[-1].rstrip()
    wide = len(last) >= (_WIDE_HAN if _is_han(last) else _WIDE_LATIN)
    near = text[before.end : start].strip(" ") in ("", "\n") and text.count("\n", before.end, start) <= 1
    return wide and near and not last.endswith(_ENDS) and not _BEGINS.match(piece)


def _stands_alone(piece: str, words: ReportWords) -> bool:
    """Whether a line is a date or a publisher by itself."""
    found = words.date.search(piece) or words.issuer.search(piece)
    return found is not None and len(piece.strip(" （）()*—-")) <= len(found[0]) + 2


def _line(reading: Reading, span: Span) -> str:
    """The words of a line, without marks and blanks around them."""
    return _BLANKS.sub(" ", reading.folded[span.start : min(span.end, span.start + _LONGEST_LINE)].strip(" *#|\n"))


def _is_han(words: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", words))


def _when(
    reading: Reading, words: ReportWords, headline: str, lines: list[str], is_work_report: bool
) -> When | None:  # fmt: skip
    """The time that the title names; a work report is about the year of its first part, or the one before."""
    stated = words.when_of(headline)
    if is_work_report:
        for each in lines_of(reading, words):
            line = _line(reading, each)
            if words.behind.match(line) and (past := words.when_of(line)) is not None:
                return When("year", 0, past.year)
        return When("year", 0, stated.year - 1) if stated and stated.year else None
    if stated is not None and stated.year is None:
        dates = [year for line in lines if (year := _year_in(line, words))]
        return replace(stated, year=dates[0]) if dates else stated
    return stated or next((found for line in lines[:3] if (found := words.when_of(line))), None)


def _year_in(line: str, words: ReportWords) -> int | None:
    found = words.date.search(line)
    return int(found["year"]) if found else None


def _region(reading: Reading, options: ImportOptions) -> tuple[str, str | None]:
    if options.region:
        return options.region, options.region_name
    if reading.region is None:
        return options.region_name or "", options.region_name
    name = reading.region.name
    return reading.region.code or name, options.region_name or name


def _vintage(reading: Reading, words: ReportWords, when: When) -> str | None:
    """The date of publication: one that words mark as such, or that stands alone in a first or last line."""
    spans = lines_of(reading, words)
    lines = [_line(reading, each) for each in spans[:FIRST_LINES] + spans[-LAST_LINES:]]
    for marked in (True, False):
        for line in lines:
            for found in words.date.finditer(line):
                alone = len(line.strip(" （）()*—-")) <= len(found[0]) + 2
                issued = alone or bool(words.issuer.search(line) and len(line) <= len(found[0]) + 40)
                said = _date(found, words)
                if said is None or (when.year is not None and said.year < when.year):
                    continue
                if (words.dated.search(line) and len(line) <= _LONGEST_LINE) if marked else issued:
                    return said.isoformat()
    return None


def _date(found: re.Match[str], words: ReportWords) -> date | None:
    named = found["month"].lower()
    month = int(named) if named.isdigit() else words.months.get(named[:3], 0)
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def masked(text: str, words: ReportWords, lines: Sequence[Span] = ()) -> str:
    """The text with marks of footnotes and breaks within `lines` blanked, one blank for each character.

    >>> from milepost.languages.report_words import report_words_of
    >>> masked("生产总值[2]5亿元", report_words_of("zh"))
    '生产总值   5亿元'
    """
    plain = words.note_mark.sub(lambda found: " " * (found.end() - found.start()), text)
    # 1.9 :46.9 is the ratio 1.9: 46.9; nothing moves but the blank.
    plain = re.sub(r"(?<=\d) ([:：∶])(?=\d)", r"\1 ", plain)
    pieces, at = [], 0
    for line in lines:
        pieces += [plain[at : line.start], plain[line.start : line.end].replace("\n", " ")]
        at = line.end
    return "".join(pieces) + plain[at:]


def paragraphs_of(reading: Reading, words: ReportWords, opening: Opening) -> list[Span]:
    """The paragraphs that report: no titles, no captions, no notes at the end, of a work report only the past."""
    found: list[Span] = []
    reports = True
    for index, each in enumerate(lines_of(reading, words)):
        line = _line(reading, each)
        if index > FIRST_LINES // 3 and words.notes.match(line):
            break
        if opening.is_work_report:
            if words.ahead.match(line):
                reports = False
            if words.behind.match(line):
                reports = True
        short = each.end - each.start <= _LONGEST_LINE
        if not reports or words.caption.match(line) or (short and index < FIRST_LINES and _is_head(line, words)):
            continue
        found.append(each)
    return found


def _is_head(line: str, words: ReportWords) -> bool:
    """Whether a line is the title, the publisher or the date."""
    if len(line) <= _LONGEST_TITLE and words.title.search(line) and not line.rstrip().endswith(("。", ".", ";", "；")):
        return True
    dated = words.date.search(line)
    if dated is None:
        return False
    return len(line.strip()) <= len(dated[0]) + 40 and not line.rstrip().endswith(("。", "."))
