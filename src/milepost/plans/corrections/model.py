"""Corrections: what a reader added, changed or struck out, field for field the file `milepost.corrections/1`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal

FORMAT: Final = "milepost.corrections/1"

Action = Literal["add", "edit", "reject"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an item stands, in words: they are found again when the text around them has changed.

    `quote` is what the item's span covers, `before` and `after` some characters on either side, `occurrence` (from 1)
    which one of the same quotes it is, overlapping ones counted. `figure` is the figure inside the quote of a row that
    has one, `figure_occurrence` which of the same figures. `among` says how many items of the kind stood at the place.
    """

    quote: str
    before: str = ""
    after: str = ""
    occurrence: int = 1
    figure: str | None = None
    figure_occurrence: int = 1
    among: int = 1


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction. It names no person and no time.

    `kind` is a list of the plan (`commitments`), `id` the item's id if it had one, `label` what the item was called
    (subject, name or title). `fields` are dotted paths (`target.value`) with their new values; a `reject` has none.
    """

    action: Action
    kind: str
    anchor: Anchor
    id: str | None = None
    label: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentMark:
    """Which document was corrected: its title and the fingerprint of its text."""

    title: str
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of one document, in the order in which they were made."""

    format: Literal["milepost.corrections/1"]
    document: DocumentMark
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Leftover:
    """A correction that was not applied, and why. `number` is its place in the list, from 1."""

    number: int
    correction: Correction
    reason: str
