"""Later corrections put onto earlier ones, so that one file holds all that was corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from milepost.plans.corrections.model import Correction, Corrections


def merged(earlier: Corrections, later: Corrections) -> Corrections:
    """The earlier corrections with the later ones, which were made on the plan that the earlier had corrected.

    A later edit of an item that was edited or added before changes that correction; a later reject takes its place,
    and takes an add away altogether.
    """
    found: list[Correction] = list(earlier.corrections)
    for correction in later.corrections:
        at = [index for index, one in enumerate(found) if _same_item(one, correction)]
        before = [found[index] for index in at]
        for index in reversed(at):
            del found[index]
        found += _onto(before, correction)
    return Corrections(later.format, later.document, tuple(found))


def _same_item(earlier: Correction, later: Correction) -> bool:
    """Whether two corrections are about one item."""
    if earlier.kind != later.kind or later.action == "add" or earlier.action == "reject":
        return False
    if later.id is not None and earlier.id is not None:
        return earlier.id == later.id
    one, two = earlier.anchor, later.anchor
    place = (one.quote, one.occurrence, one.figure, one.figure_occurrence)
    labels = {earlier.label, *(str(value) for path, value in earlier.fields.items() if "." not in path)}
    return place == (two.quote, two.occurrence, two.figure, two.figure_occurrence) and later.label in labels


def _onto(before: list[Correction], later: Correction) -> list[Correction]:
    """What stands in place of the earlier corrections of an item and the later one."""
    if not before:
        return [later]
    was_added = any(one.action == "add" for one in before)
    if later.action == "reject":
        # An item that was added by hand is simply added no more.
        return [] if was_added else [replace(later, label=before[0].label)]
    fields: dict[str, Any] = {}
    for one in (*before, later):
        for path, value in one.fields.items():
            # Paths are set in their order: a later one stands behind, and a whole object does away with its parts.
            for known in [known for known in fields if known == path or known.startswith(f"{path}.")]:
                del fields[known]
            fields[path] = value
    identity = later.id if was_added else before[0].id
    return [replace(before[0], id=identity, fields=fields, reason=later.reason or before[0].reason)]
