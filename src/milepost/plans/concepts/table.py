"""Which concepts there are: the rows of the shipped table, read on first use."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import cast

from milepost.plans.concepts.model import Change, Concept, Direction, Nature


@cache
def _lines() -> dict[str, str]:
    """The line of each concept by its id; under "id" the names of the columns."""
    text = files("milepost.plans.concepts").joinpath("concepts.tsv").read_text("utf-8")
    return {line[: line.index("\t")]: line for line in text.splitlines()}


def concepts() -> dict[str, Concept]:
    """All concepts by their id, in the order of the table."""
    found = ((identity, concept(identity)) for identity in _lines())
    return {identity: each for identity, each in found if each is not None}


# A plan needs a hundred of the six hundred lines: each is parsed when it is asked for.
@cache
def _parsed(identity: str) -> Concept:
    lines = _lines()
    row = dict(zip(lines["id"].split("\t"), lines[identity].split("\t"), strict=True))
    return Concept(
        id=row["id"],
        zh=row["zh"],
        en=row["en"],
        zh_synonyms=_list(row["zh_synonyms"]),
        en_synonyms=_list(row["en_synonyms"]),
        nature=cast(Nature, row["nature"]),
        direction=cast(Direction, row["direction"]),
        units=_list(row["units"]),
        low=float(row["low"]) if row["low"] else None,
        high=float(row["high"]) if row["high"] else None,
        basis=_list(row["basis"]),
        publisher=row["publisher"],
        department=row["department"],
        safeguard=row["safeguard"] == "yes",
        base=row["base"] or None,
        change=cast(Change, row["change"]) if row["change"] else None,
    )


def concept(identity: str) -> Concept | None:
    """The concept with an id, None if there is none.

    >>> forest = concept("forest_cover")
    >>> forest.en, forest.nature, forest.direction, forest.units
    ('forest cover', 'rate', 'up', ('1',))
    """
    return _parsed(identity) if identity != "id" and identity in _lines() else None


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
