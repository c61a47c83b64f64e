"""What an importer takes and gives: rows of observations, where each stood, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import polars

from milepost.checks.model import Words

LONGEST_TOLD: Final = 160
"""Characters of a cell that a fault repeats; a cell may hold megabytes."""

NOTHING: Final = "nothing"
"""What was found where a cell is empty."""


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row or cell that cannot be taken: where it stands, what is wrong, what was found, what would be accepted."""

    where: str
    what: Words
    found: str = ""
    accepted: str = ""

    def told(self, tongue: str = "en") -> str:
        """The fault in one line.

        >>> RowFault("row 3, value (C3)", Words("不是数字", "no number"), found="'n/a'").told()
        "row 3, value (C3): no number; found 'n/a'"
        """
        parts = [f"{self.where}: {self.what.zh if tongue == 'zh' else self.what.en}"]
        if self.found:
            long = len(self.found) > LONGEST_TOLD
            said = self.found[:LONGEST_TOLD] + "…" if long else self.found
            if tongue == "zh":
                parts.append("该格为空" if said == NOTHING else f"实为 {said}")
            else:
                parts.append(f"found {said}")
        if self.accepted:
            parts.append(f"{'可接受' if tongue == 'zh' else 'accepted'}: {self.accepted}")
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the file itself does not say, or what is taken in its place.

    `region`, `region_name`, `source`, `source_kind`, `vintage` (YYYY-MM-DD), `unit`, `basis` and `access` fill rows
    that have none; `parts` are codes and names of the regions that a file may name (name or alias → code), empty when
    any is taken; `sheet` is the sheet of a workbook; `year` the year that a communiqué is about.
    """

    region: str | None = None
    region_name: str | None = None
    source: str | None = None
    source_kind: str | None = None
    vintage: str | None = None
    unit: str | None = None
    basis: str | None = None
    access: str | None = None
    sheet: str | None = None
    year: int | None = None
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read from one file.

    `rows` has the columns of `milepost.observations.model.SCHEMA`, `places` says for each where it stood (`row 12`,
    `Sheet1!C12`, `characters 120–133`). `faults` are rows that are missing from `rows`; `notes` concern the file
    (hidden sheets passed over, formulas without a value). `columns` are the letters of the columns that stood in the
    file, by ours, so that a later fault of a row can name its cell.
    """

    rows: polars.DataFrame
    places: tuple[str, ...]
    faults: tuple[RowFault, ...] = ()
    notes: tuple[Words, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Importer:
    """What an importer says of itself.

    Its module has `IMPORTER`, `recognises(content: bytes, name: str) -> bool`, which looks at the content first and
    at the file's name only where the content does not tell, and
    `read(content: bytes, name: str, options: ImportOptions) -> Imported`.
    """

    name: str
    title: Words
    describes: Words
