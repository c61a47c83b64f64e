"""The present administrative divisions of China: code, name, parent, short and former names.

The table beside this module covers provinces, prefectures and counties. A city that its province administers
directly (the corps cities of Xinjiang, 济源市) has the province as its parent. A plan needs a dozen of the three
thousand lines, so the table is kept as text, read on first use, and a line is parsed when it is asked for.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

Level = Literal["country", "province", "prefecture", "county"]

COUNTRY = "100000"


class Division(NamedTuple):
    """One division. `short` names stand longest first, `former` ones newest first; `parent` is a code, "" for China."""

    code: str
    name: str
    parent: str
    short: tuple[str, ...]
    former: tuple[str, ...]

    @property
    def level(self) -> Level:
        """Which of the three levels the code belongs to; the country stands above them."""
        if self.code == COUNTRY:
            return "country"
        return "province" if self.code.endswith("0000") else "prefecture" if self.code.endswith("00") else "county"

    @property
    def aliases(self) -> tuple[str, ...]:
        """Every name but the official one: short names, then former ones."""
        return self.short + self.former


@cache
def table() -> str:
    """The table as text, between two line breaks: a line a division, names between tabs and commas."""
    return "\n" + files("milepost.plans").joinpath("divisions.tsv").read_text("utf-8")


def _line_at(position: int) -> Division:
    """The division on whose line a character of the table stands."""
    text = table()
    line = text[text.rindex("\n", 0, position) + 1 : text.index("\n", position)]
    code, name, parent, short, former = line.split("\t")
    return Division(code, name, parent, tuple(filter(None, short.split(","))), tuple(filter(None, former.split(","))))


@lru_cache(maxsize=4096)
def division(code: str) -> Division | None:
    """The division with a six-digit code, None when there is none.

    >>> division("654203").name, division("654203").former, division("654203").level
    ('沙湾市', ('沙湾县',), 'county')
    """
    found = table().find(f"\n{code}\t") if code.isdigit() else -1
    return None if found < 0 else _line_at(found + 1)


@lru_cache(maxsize=512)
def parts_of(code: str) -> tuple[Division, ...]:
    """The divisions one level below, in the order of codes; () for a county.

    >>> [each.name for each in parts_of("654200")][:3]
    ['塔城市', '乌苏市', '沙湾市']
    """
    return tuple(_line_at(found.start()) for found in re.finditer(rf"\t{re.escape(code)}\t", table())) if code else ()


@lru_cache(maxsize=1024)
def named(name: str) -> tuple[Division, ...]:
    """The divisions that bear a name: officially if there are any, else as a short or former name.

    A higher level comes first.

    >>> [each.code for each in named("塔城地区")], [each.code for each in named("沙湾县")]
    (['654200'], ['654203'])
    >>> [each.code for each in named("塔城")], named("清河地区")
    (['654200', '654201'], ())
    """
    text = table()
    found = []
    position = text.find(name) if name.isalpha() else -1
    while position >= 0:
        if text[position - 1] in "\t," and text[position + len(name)] in "\t,\n":
            found.append(_line_at(position))
        position = text.find(name, position + 1)
    official = [each for each in found if each.name == name]
    return tuple(sorted(official or found, key=lambda each: (each.level == "county", each.code)))


@cache
def official_names() -> frozenset[str]:
    """The official name of every division."""
    return frozenset(re.findall(r"(?<=\t)[^\t\n]+(?=\t\d*\t)", table()))


def within(inner: Division, outer: Division) -> bool:
    """Whether `inner` lies in `outer`, at any depth, or is it.

    >>> within(division("654203"), division("650000")), within(division("330100"), division("650000"))
    (True, False)
    """
    if outer.code in (COUNTRY, inner.code):
        return True
    above = division(inner.parent)
    return above is not None and above.code != COUNTRY and within(above, outer)


@lru_cache(maxsize=1024)
def longer_names(name: str) -> frozenset[str]:
    """Names in the table that hold `name` and are longer.

    >>> sorted(longer_names("沙湾"))
    ['沙湾区', '沙湾县', '沙湾市']
    """
    text = table()
    found: set[str] = set()
    for each in re.finditer(re.escape(name), text):
        line = text[text.rindex("\n", 0, each.start()) + 1 : text.index("\n", each.start())]
        found.update(one for one in re.split(r"[\t,]", line) if name in one)
    return frozenset(found - {name})
