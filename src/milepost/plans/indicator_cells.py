"""What a cell of an indicator table says: a figure, a relation, or words that leave it open."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Literal

from milepost.languages.indicator_words import CellWords, Comparator, Vague
from milepost.languages.numbers import parse_number

Number = int | float

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_LOW = re.compile(rf"(?<![\d.,])(?P<minus>(?<![\w)\]%\s-])[-−]|^[-−])?(?P<number>{_NUMBER})")
_HIGH = re.compile(_NUMBER)
_BRACKETED = re.compile(r"[〔\[【〖]\s*([^〔\[【〖〕\]】〗]*?)\s*[〕\]】〗]")
_ROUND = re.compile(r"\(\s*([^()]*?)\s*\)")
_LONGEST = 400  # characters of a cell that are looked at; longer ones are text, not values


@dataclass(frozen=True, slots=True)
class CellValue:
    """A cell's content. `raw` is as printed; `unit` only where the cell prints one itself.

    `bracketed` marks a sum over the period (〔10.5〕); `second` is such a sum behind the figure itself. `relation` is
    what the value hangs on, with its comparator; `vague` says that no value is stated and how it is left open.
    `years` are the years that the cell names in passing (7.5 percent (2020-2021)).
    """

    raw: str
    value: Number | None = None
    high: Number | None = None
    unit: str | None = None
    comparator: Comparator = "none"
    bracketed: bool = False
    strive: bool = False
    relation: str | None = None
    vague: Vague | None = None
    implied: Literal["completion", "level"] | None = None
    second: CellValue | None = None
    years: tuple[str, ...] = ()


def parse_cell(text: str, words: CellWords, *, round_brackets: bool = False) -> CellValue | None:
    """Read a cell; None when it is empty or holds a dash. `round_brackets` says that （ ） marks sums too.

    >>> from milepost.languages.table import language_named
    >>> words = language_named("zh").indicators.cell
    >>> cell = parse_cell("〔10.5〕以上", words)
    >>> cell.value, cell.comparator, cell.bracketed
    (10.5, 'ge', True)
    >>> parse_cell("与GDP增长基本同步", words).relation, parse_cell("—", words)
    ('GDP增长', None)
    """
    narrow = unicodedata.normalize("NFKC", text[:_LONGEST]).strip()
    if words.nothing.fullmatch(narrow):
        return None
    brackets = _BRACKETED.search(narrow) or (_ROUND.search(narrow) if round_brackets else None)
    if brackets and _LOW.search(words.year.sub("", brackets[1])):
        return _with_brackets(text, narrow, brackets, words)
    return _plain(text, narrow, words)


def _with_brackets(raw: str, narrow: str, brackets: re.Match[str], words: CellWords) -> CellValue:
    """A sum in brackets, alone or behind the figure that stands outside of them."""
    outside = f"{narrow[: brackets.start()]} {narrow[brackets.end() :]}".strip()
    if _LOW.search(words.year.sub("", outside)):
        inner = _plain(brackets.group(), brackets[1], words)
        return replace(_plain(raw, outside, words), second=replace(inner, bracketed=True))
    joined = narrow[: brackets.start()] + brackets[1] + narrow[brackets.end() :]
    return replace(_plain(raw, joined, words), bracketed=True)


def _plain(raw: str, narrow: str, words: CellWords) -> CellValue:
    years = tuple(re.findall(r"(?:19|20)\d\d", " ".join(found.group() for found in words.year.finditer(narrow))))
    rest = words.year.sub("", narrow)
    if not _LOW.search(rest):
        # "2020" alone is a value of the cell, not a year in passing.
        rest, years = (narrow, ()) if _LOW.fullmatch(narrow) else (rest, years)
    low = _LOW.search(rest)
    relation = words.relation.search(rest)
    if low is None or (relation and relation.start() < low.start() and not words.deferred.search(rest)
                       and _stands_alone(rest, relation, low)):  # fmt: skip
        return replace(_without_figure(raw, rest, relation, words), years=years)
    return replace(_figure(raw, rest, low, words), years=years)


def _stands_alone(rest: str, relation: re.Match[str], low: re.Match[str]) -> bool:
    """Whether a relation says more than the comparator of the figure behind it (高于 5 is none)."""
    return relation.end() <= low.start() and rest[relation.end() : low.start()].strip(" ,，、;；(") == ""


def _without_figure(raw: str, rest: str, relation: re.Match[str] | None, words: CellWords) -> CellValue:
    if words.deferred.search(rest):
        return CellValue(raw, vague="deferred")
    if relation:
        groups = relation.groupdict()
        what = groups.get("what")
        if what:
            comparator = next(words.relations[name] for name in words.relations if groups.get(name))
            return CellValue(raw, comparator=comparator, relation=what.strip())
        return CellValue(
            raw, comparator="approx" if groups.get("approx") else "eq", relation=groups["alongside"].strip()
        )
    for pattern, value, unit, kind in words.implied:
        if pattern.search(rest):
            return CellValue(raw, value=value, unit=unit or None, comparator="eq", implied=kind)
    return CellValue(raw, vague="discretionary")


def _figure(raw: str, rest: str, low: re.Match[str], words: CellWords) -> CellValue:
    """A figure or a range with its unit and the comparators around it."""
    value = parse_number(low["number"]) * (-1 if low["minus"] else 1)
    unit = words.unit(rest, low.end())
    end = unit.end if unit else low.end()
    high: Number | None = None
    through = words.through.match(rest, end)
    upper = _HIGH.match(rest, through.end()) if through else None
    if upper:
        high = parse_number(upper.group())
        upper_unit = words.unit(rest, upper.end())
        unit, end = upper_unit or unit, upper_unit.end if upper_unit else upper.end()
    comparator = _comparator(rest, low.start(), end, words) if high is None else "range"
    strive = words.strive.search(rest, 0, low.start()) is not None
    return CellValue(raw, value, high, unit.of(rest).strip() if unit else None, comparator, strive=strive)


def _comparator(rest: str, start: int, end: int, words: CellWords) -> Comparator:
    """The comparator of the figure `rest[start:end]`: the one behind it counts before the one in front."""
    before = rest[:start]
    found: list[Comparator] = [name for name, pattern in words.after if pattern.match(rest, end)]
    found += [name for name, pattern in words.before if pattern.search(before)]
    return found[0] if found else "eq"


def parts(text: str, words: CellWords) -> tuple[tuple[str, str], ...]:
    """The named figures of a cell that holds several (城镇：5；农村：6), as name and text; () for an ordinary cell.

    >>> from milepost.languages.table import language_named
    >>> parts("Industry - 7.9 percent, Services - 6.6 percent", language_named("en").indicators.cell)
    (('Industry', '7.9 percent'), ('Services', '6.6 percent'))
    """
    narrow = unicodedata.normalize("NFKC", text[:_LONGEST])
    pieces = [piece for piece in re.split(r"[,，;；、](?!\d)", narrow) if piece.strip()]
    named = [
        (found["name"].strip(), piece[found.end() :].strip()) for piece in pieces if (found := words.part.match(piece))
    ]
    return tuple(named) if len(named) == len(pieces) >= 2 else ()
