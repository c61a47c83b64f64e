"""The paragraphs of a communiqué: figures with their regions, and what is left out and why."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from milepost.checks.model import Words
from milepost.kernel.span import Span
from milepost.languages.report_words import ReportWords
from milepost.languages.reported import UNREAD, Aside, Reported, SetAside
from milepost.observations.communiques.opening import Opening
from milepost.observations.communiques.rows import Row, told
from milepost.plans.reading import Reading
from milepost.plans.regions import name_of, region_of

_REASONS: dict[Aside, Words] = {
    "change": Words("增减量", "amounts of change"),
    "points": Words("百分点变化", "changes in percentage points"),
    "many_years": Words("跨多年的增速或合计", "growth or sums over several years"),
    "not_on_year": Words("环比", "growth on the period before"),
    "completion": Words("完成进度或占其他数的比例", "progress or shares of something else"),
    "aside": Words("括号内或引述口径的数", "figures in brackets or in the words for a source"),
    "comparison": Words("与其他地区、位次或折算的比较", "comparisons, ranks and conversions"),
    "range": Words("区间", "ranges"),
    "unnamed": Words("不知所指", "no name"),
    "ratio": Words("不能解读的比例", "a ratio that cannot be read"),
}
_AROUND = 24
MOST_UNREAD = 50


def prose_rows(
    reading: Reading, words: ReportWords, opening: Opening, text: str, spans: Sequence[Span]
) -> tuple[list[Row], list[Words]]:
    """The figures of the paragraphs, and notes on those left out.

    `text` is the folded text with the marks of footnotes blanked.
    """
    mentions = reading.language.figures(text)
    starts = [each.span.start for each in mentions]
    rows: list[Row] = []
    aside: list[SetAside] = []
    elsewhere: Counter[str] = Counter()
    narrated = 0
    for span in spans:
        found = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        if not found:
            continue
        passage = words.passage(text, span.start, span.end, found, opening.when.year)
        aside += passage.aside
        for figure in passage.reported:
            row = _row(figure, reading, words, opening)
            if opening.is_work_report and not words.is_statistic(figure.name):
                narrated += 1
            elif row is None:
                elsewhere[figure.whole or ""] += 1
            else:
                rows.append(row)
    notes = _notes(reading.text, aside, elsewhere)
    if narrated:
        notes.insert(
            0, Words(f"{narrated}个数说的是具体工作，未读入", f"{narrated} figures count single works and are not read")
        )
    return rows, notes


def _row(figure: Reported, reading: Reading, words: ReportWords, opening: Opening) -> Row | None:
    """The figure with its region; None for one that is about a region above (全省 in the communiqué of a county)."""
    whole = reading.region.name if reading.region is not None else opening.region_name or ""
    if figure.whole and not words.speaks_of(figure.whole, whole):
        return None
    ahead = Span(figure.words.start, max(figure.words.start, figure.span.start))
    code, name, _ = region_of(ahead, reading)
    if code is None or reading.region is None or code == reading.region.code:
        return Row(_named(figure, whole), opening.region, opening.region_name)
    return Row(_without_place(figure, code, reading), code, name or name_of(code, reading.region))


def _named(figure: Reported, whole: str) -> Reported:
    """The figure without the region's own name before its name (云和县粮食产量)."""
    shorter = figure.name.removeprefix(whole).removeprefix("'s ") if whole else figure.name
    if whole.endswith("市") and shorter.startswith("区") and shorter != figure.name:
        shorter = "市" + shorter  # 南山市区… is about the town.
    return replace(figure, name=shorter) if shorter and shorter != figure.name else figure


def _without_place(figure: Reported, code: str, reading: Reading) -> Reported:
    assert reading.region is not None
    part = next((each for each in reading.region.parts if each.code == code), None)
    for name in sorted((part.name, *part.aliases), key=len, reverse=True) if part else ():
        if figure.name.startswith(name) and len(figure.name) > len(name) + 1:
            return replace(figure, name=figure.name[len(name) :].lstrip("的").removeprefix("'s "))
    return figure


def _notes(text: str, aside: Sequence[SetAside], elsewhere: Counter[str]) -> list[Words]:
    """Each figure that could not be placed, and how many were left out for each other reason."""
    notes = []
    counts = Counter(each.why for each in aside if each.why not in UNREAD)
    for why, count in counts.items():
        reason = _REASONS[why]
        notes.append(Words(f"{count}个数未作观测值：{reason.zh}", f"{count} figures are no observations: {reason.en}"))
    for whole, count in elsewhere.items():
        notes.append(
            Words(f"{count}个数说的是“{whole}”，未读入", f"{count} figures are about another region ({whole})")
        )
    unread = [each for each in aside if each.why in UNREAD]
    for each in unread[:MOST_UNREAD]:
        quote = " ".join(text[max(0, each.span.start - _AROUND) : each.span.end].split())
        reason = _REASONS[each.why]
        notes.append(
            Words(
                f"未读：第{each.span.start}—{each.span.end}字，{reason.zh}：…{quote}",
                f"unread: {told(each.span)}, {reason.en}: …{quote}",
            )
        )
    if len(unread) > MOST_UNREAD:
        more = len(unread) - MOST_UNREAD
        notes.append(Words(f"另有{more}个数未读", f"{more} more figures are unread"))
    return notes
