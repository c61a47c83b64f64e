"""What the tests of tables look at: their bytes, their parts, and a run that needs no other process."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from milepost.engines.manifest import Manifest
from milepost.engines.model import Item, Outcome, Result, attempt

Build = Callable[..., Manifest]


def hashes(out: Path) -> dict[str, str]:
    """SHA-256 of each table and of the manifest."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir() if path.is_file()}


def parts(out: Path) -> list[Path]:
    """The finished parts of a run."""
    return sorted(path.parent for path in (out / ".parts").glob("*/record.json") if not path.parent.suffix)


def in_process(function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Outcome[Item, Result]]:
    """A run in this very process."""
    return (attempt(function, item) for item in items)
