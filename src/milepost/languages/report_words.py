"""What a language must say about statistical communiqués: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from re import Pattern
from typing import cast

from milepost.languages.mention import Mention
from milepost.languages.reported import Passage, When
from milepost.languages.table import LANGUAGES, language_named


@dataclass(frozen=True)
class ReportWords:
    """One language's words and patterns, matched on folded text.

    `title` finds what shows that a text is such a report, in its first lines, `work_report` that it is one of a
    government, of which only the parts about the past are read: `ahead` and `behind` match the headings of the parts
    about what is to come and about what was. `when_of` reads the time that a title names. `passage` reads a
    paragraph: text, its first and last character, its figures, the year of the document. `date` finds a date with
    the groups `year`, `month` (a number, or a key of `months`) and `day`; `dated` the words that mark the date of
    publication. `issuer` finds who publishes. `note_mark` finds marks of footnotes, `notes` the head of the part that
    explains them, `caption` the line above a chart or table. `preliminary` finds that all figures are preliminary.

    Of tables: `subject_head`, `unit_head`, `value_head`, `growth_head` and `share_head` find what a column holds;
    `head_unit` the unit in a head (in one of its groups), `row_lead` what stands before a row's name, `part_row` a
    row that begins the parts of the one above it, `index` names of indices, in which 101.0 is a level. `table_name`
    makes a row's name whole (the row, what column and caption say, the row that it is a part of) and says on which
    basis it is and whether the row says itself what is measured. `growth_name` and `share_name` make names from a
    name, and from a part and its whole. `speaks_of` says whether a word for the whole (first) is about the region of
    a name; `is_statistic` whether a name says what is measured, as not all that a government counts in a report on its
    work does.
    """

    title: Pattern[str]
    work_report: Pattern[str]
    when_of: Callable[[str], When | None]
    passage: Callable[[str, int, int, list[Mention], int | None], Passage]
    date: Pattern[str]
    dated: Pattern[str]
    months: Mapping[str, int]
    issuer: Pattern[str]
    note_mark: Pattern[str]
    notes: Pattern[str]
    caption: Pattern[str]
    preliminary: Pattern[str]
    ahead: Pattern[str]
    behind: Pattern[str]
    subject_head: Pattern[str]
    unit_head: Pattern[str]
    value_head: Pattern[str]
    growth_head: Pattern[str]
    share_head: Pattern[str]
    head_unit: Pattern[str]
    row_lead: Pattern[str]
    part_row: Pattern[str]
    index: Pattern[str]
    growth_name: Callable[[str], str]
    share_name: Callable[[str, str], str]
    table_name: Callable[[str, tuple[str, ...], str | None], tuple[str, str | None, bool]]
    speaks_of: Callable[[str, str], bool]
    is_statistic: Callable[[str], bool]


def report_words_of(code: str) -> ReportWords:
    """The words of a language in statistical communiqués, imported on first use.

    >>> report_words_of("zh").title.search("2023年国民经济和社会发展统计公报") is not None
    True
    """
    package = LANGUAGES[language_named(code).code][0].rpartition(".")[0]
    return cast(ReportWords, import_module(f"{package}.reporting").WORDS)
