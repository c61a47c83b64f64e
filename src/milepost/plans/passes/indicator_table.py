"""Which indicators the headline table holds: one for each figure row, with baseline, target and milestones."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from milepost.documents.model import Cell, Table
from milepost.languages.indicator_words import IndicatorWords, NameWords
from milepost.plans.concepts.matching import concept_of
from milepost.plans.identity import identify
from milepost.plans.indicator_cells import parts
from milepost.plans.indicator_columns import Column, Layout, layout_of
from milepost.plans.indicator_rows import FigureRow, RowReader, figure_rows
from milepost.plans.indicator_targets import TableNotes, figures_of
from milepost.plans.model import Indicator, Relation, Target
from milepost.plans.reading import Reading

_ROUND_SUMS = re.compile(r"[（(][\s　]*[）)][^。；]{0,12}累计|累计[^。；]{0,12}[（(][\s　]*[）)]")
_BRACKETED = re.compile(r"\([^()]{0,40}\)")
_PAGE_MARKS = 20  # characters of a page number or 续表 between the halves of a table
_GAP = 200  # characters, blanks among them, that may stand there at all
_BEHIND = 300  # characters behind a table in which its notes stand


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure row, or one of the named figures in a row's cells, with the text of each value cell."""

    row: FigureRow
    cells: tuple[tuple[Column, Cell, str], ...]


def find(reading: Reading) -> tuple[Indicator, ...]:
    """The indicators of all headline tables in order; () for a document without such a table.

    `number` runs in true order within a table, sub-rows sharing their group's.
    """
    words = reading.language.indicators
    seen: Counter[str] = Counter()
    found: list[Indicator] = []
    for rows, notes in _read_tables(reading, words):
        found.extend(_indicators(rows, notes, words, seen))
    code = reading.language.code
    return tuple(replace(each, concept=concept_of(each.name, each.unit, code)) for each in found)


def _read_tables(reading: Reading, words: IndicatorWords) -> Iterator[tuple[list[FigureRow], TableNotes]]:
    """The figure rows of each indicator table; a table that a page break cut in two is one."""
    rows: list[FigureRow] = []
    notes = TableNotes(reading.period, round_brackets=False)
    before: tuple[Table, Layout, RowReader] | None = None
    for table in reading.document.tables:
        grid = table.grid()
        layout = layout_of(table, grid, _title(reading, table), reading.period, words.header) if grid else None
        continued = before is not None and _carries_on(reading, before[0], before[1], table, layout)
        if before is not None and continued and layout is None:
            layout = replace(before[1], header_rows=frozenset())
        if layout is None:
            continue
        if not continued:
            yield rows, notes
            rows = []
            notes = TableNotes(reading.period, _round_brackets(reading.text, table, layout.columns))
        reader = figure_rows(grid, layout, words, before[2] if before and continued else None)
        rows.extend(reader.rows)
        before = (table, layout, reader)
    yield rows, notes


def _title(reading: Reading, table: Table) -> str:
    """The title of the box that the table is, and the caption above it."""
    place = bisect_right([box.body.start for box in reading.boxes], table.span.start) - 1
    box = reading.boxes[place] if place >= 0 and reading.boxes[place].body.end >= table.span.end else None
    return f"{box.title if box else ''} {table.caption.of(reading.text) if table.caption else ''}"


def _carries_on(reading: Reading, before: Table, known: Layout, table: Table, layout: Layout | None) -> bool:
    """Whether a table is the rest of the one before: next to it, and with its header or none but its width."""
    if table.span.start - before.span.end > _GAP:
        return False
    between = reading.text[before.span.end : max(before.span.end, table.span.start)]
    if len(between.strip()) > _PAGE_MARKS or any(
        before.span.end <= section.span.start < table.span.start for section in reading.sections
    ):
        return False
    if layout is not None:
        return [column.header for column in layout.columns] == [column.header for column in known.columns]
    return table.width == before.width


def _round_brackets(text: str, table: Table, columns: Sequence[Column]) -> bool:
    """Whether a header or a note says that figures in （ ） are sums over the period."""
    headers = " ".join(column.header for column in columns)
    tail = text[max(table.span.start, table.span.end - _BEHIND) : table.span.end + _BEHIND]
    return _ROUND_SUMS.search(f"{headers} {tail}") is not None or re.search(r"[（(]累计[)）]", headers) is not None


def _indicators(
    rows: Sequence[FigureRow], notes: TableNotes, words: IndicatorWords, seen: Counter[str]
) -> list[Indicator]:
    drafts = []
    for part in (part for row in rows for part in _parts(row, words)):
        row = part.row
        figures = figures_of(row, part.cells, notes, words)
        target, *second = figures.targets or (None,)
        stated = (figures.baseline, *figures.targets, *figures.milestones)
        unit = row.unit or next((figure.unit for figure in stated if figure and figure.unit), None)
        drafts.append(
            Indicator(
                id=identify("i", row.category, row.group, row.name, row.unit, seen=seen),
                number=row.number, printed_number=row.printed_number, name=row.name, group=row.group, unit=unit,
                category=row.category, attribute=row.attribute, baseline=figures.baseline, target=target,
                cumulative=second[0] if second else None, milestones=(*figures.milestones, *second[1:]), span=row.span,
            )
        )  # fmt: skip
    names = {_plain(draft.name, words.name): draft.id for draft in reversed(drafts)}
    return [_resolved(draft, names, words.name) for draft in drafts]


def _parts(row: FigureRow, words: IndicatorWords) -> Iterator[_Part]:
    """The row itself, or a row for each figure that its cells name (Industry - 7.9, Services - 6.6)."""
    split = {id(cell): named for _, cell in row.values if (named := parts(cell.text, words.cell))}
    if not split:
        yield _Part(row, tuple((column, cell, cell.text) for column, cell in row.values))
        return
    names = list(dict.fromkeys(name for named in split.values() for name, _ in named))
    shared = next((years[-1] for _, cell in row.values if (years := _trailing_years(cell.text, words))), "")
    for name in names:
        texts = []
        for column, cell in row.values:
            own = dict(split.get(id(cell), ()))
            text = own.get(name, "") if own else cell.text
            # Years behind the last figure are said of all of them.
            texts.append((column, cell, f"{text} {shared}" if own and text and shared not in text else text))
        yield _Part(replace(row, name=name, group=row.group or row.name), tuple(texts))


def _trailing_years(text: str, words: IndicatorWords) -> list[str]:
    return [found.group().strip() for found in words.cell.year.finditer(unicodedata.normalize("NFKC", text))
            if found.end() == len(text.rstrip())]  # fmt: skip


def _plain(name: str, words: NameWords) -> str:
    """A name as it is compared: synonyms made one, 增长 and the like taken off."""
    plain = _BRACKETED.sub("", unicodedata.normalize("NFKC", name)).strip()
    for pattern, word in words.synonyms:
        plain = pattern.sub(word, plain)
    return (words.tails.sub("", plain) or plain).strip().lower()


def _resolved(indicator: Indicator, names: dict[str, str], words: NameWords) -> Indicator:
    """The indicator with its relations pointing at rows of the table where they name one."""

    def resolve(target: Target) -> Target:
        relation = target.relative_to
        identity = names.get(_plain(relation.indicator, words)) if relation else None
        if relation is None or identity is None or identity == indicator.id:
            return target
        return replace(target, relative_to=Relation(identity, relation.comparator))

    return replace(
        indicator,
        target=resolve(indicator.target) if indicator.target else None,
        cumulative=resolve(indicator.cumulative) if indicator.cumulative else None,
        milestones=tuple(resolve(target) for target in indicator.milestones),
    )
