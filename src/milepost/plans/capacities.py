"""Which capacities and sizes stand inside the name of a project."""

from __future__ import annotations

from milepost.languages.capacity_words import CapacityWords
from milepost.languages.model import Language
from milepost.languages.numbers import parse_number, scaled
from milepost.plans.model import Number, ProjectQuantity
from milepost.plans.normalizing import normalize


def capacities(name: str, language: Language) -> tuple[ProjectQuantity, ...]:
    """The quantities in a name, in order: value and unit as printed, and what they are of (None where unsaid).

    Voltages, grades, ordinals and the numbers of routes are none.

    >>> from milepost.languages.table import language_named
    >>> chinese = language_named("zh")
    >>> [(each.value, each.unit, each.of) for each in capacities("河西县年产30万吨玻璃建设项目", chinese)]
    [(30, '万吨', '玻璃')]
    >>> capacities("河西县220千伏输变电", chinese), capacities("5000吨级码头", chinese)
    ((), ())
    """
    words = language.capacities
    narrow = language.fold(name).replace("（", "(").replace("）", ")")
    found = []
    for match in words.figure.finditer(narrow):
        if words.follows_no.match(narrow, match.end()):
            continue
        if match["word"]:
            value: Number = words.magnitudes[match["word"]]
            high: Number | None = None
            unit = words.keeps.get(match["word"], "") + match["round"]
        else:
            factor = words.magnitudes.get(match["scale"] or "", 1)
            value = scaled(parse_number(match["low"]), factor)
            high = scaled(parse_number(match["high"]), factor) if match["high"] else None
            unit = match["unit"].strip()
        normalized = normalize(value, high, unit, language)
        found.append(ProjectQuantity(value, unit, _thing(narrow, match.end(), words), normalized, high))
    return tuple(found)


def _thing(name: str, position: int, words: CapacityWords) -> str | None:
    """What the figure before `position` measures: the words up to a bracket or to what is done with it."""
    thing = words.thing.match(name, position)
    if thing is None:
        return None
    stop = words.stop.search(name, thing.start("thing"), thing.end())
    end = stop.start() if stop else thing.end()
    return name[thing.start("thing") : end].strip() or None
