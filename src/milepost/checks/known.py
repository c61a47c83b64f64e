"""The findings that are known already, so that only new ones are shown: the file `milepost.known/1`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

import msgspec

from milepost.checks.model import Checked, Finding
from milepost.kernel.errors import ReadError
from milepost.kernel.files import write_whole

KNOWN_FORMAT: Final = "milepost.known/1"


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding by its id; the rest is there for who reads the file."""

    id: str
    name: str
    quote: str


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What the file holds."""

    format: Literal["milepost.known/1"]
    findings: tuple[KnownFinding, ...]


def load_known(path: Path) -> frozenset[str]:
    """The ids in a known-file.

    Raises
    ------
    ReadError
        If it cannot be opened, is damaged, or of another format.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        found = error.strerror or type(error).__name__
        raise ReadError("cannot open the known findings", where=str(path), found=found, accepted="a file") from error
    try:
        known = msgspec.json.decode(content, type=KnownFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        found = str(error) if content.strip() else "an empty file"
        accepted = f"a file of the format {KNOWN_FORMAT}, as --known writes it"
        raise ReadError("these are no known findings", where=str(path), found=found, accepted=accepted) from error
    return frozenset(each.id for each in known.findings)


def write_known(path: Path, findings: Iterable[Finding]) -> None:
    """Record findings as known, whole or not at all.

    Raises
    ------
    UsageError
        If the file cannot be written.
    """
    known = KnownFile(
        KNOWN_FORMAT, tuple(KnownFinding(each.id, each.name, each.evidence[0].quote) for each in findings)
    )
    text = json.dumps(msgspec.to_builtins(known), ensure_ascii=False, indent=2) + "\n"
    write_whole(path, text.encode(errors="backslashreplace"))


def only_new(checked: Checked, known: frozenset[str]) -> Checked:
    """What checking gave, without the findings that are known."""
    return replace(checked, findings=tuple(each for each in checked.findings if each.id not in known))
