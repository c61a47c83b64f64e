"""How a language writes what stands in a box: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class BoxWords:
    """Patterns matched where a paragraph of a box begins.

    `item` is a bullet or a number, `label` a group's name with a colon, `name_label` a group's name that ends in a
    full stop and in a word for works (…工程。). `comma` joins the members of a list, `clause` the clauses of a
    sentence, `stops` ends sentences. `note` matches a note under a table.
    """

    item: re.Pattern[str]
    label: re.Pattern[str]
    name_label: re.Pattern[str]
    comma: str
    clause: str
    stops: str
    note: re.Pattern[str]
