"""How corrections are written to the file `milepost.corrections/1`, and read back."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import msgspec

from milepost.kernel.errors import ReadError, UsageError
from milepost.kernel.files import write_whole
from milepost.plans.corrections.fields import check_value, kind_named, resolve
from milepost.plans.corrections.model import FORMAT, Anchor, Correction, Corrections, DocumentMark


def encode(corrections: Corrections) -> bytes:
    """The file's bytes: UTF-8 JSON, indented by two; what has its default value is left out.

    Raises
    ------
    UsageError
        If a text is no Unicode (a lone surrogate).
    """
    built = msgspec.to_builtins(corrections)
    for each in built["corrections"]:
        _thin(each, Correction)
        _thin(each["anchor"], Anchor)
    try:
        return msgspec.json.format(msgspec.json.encode(built), indent=2) + b"\n"
    except UnicodeEncodeError as error:
        found = f"a lone surrogate, U+{ord(error.object[error.start]):04X}"
        raise UsageError("the corrections cannot be written as UTF-8", found=found, accepted="Unicode text") from error


def _thin(built: dict[str, Any], kind: type[Anchor | Correction]) -> None:
    for each in fields(kind):
        if built[each.name] == each.default or built[each.name] == {}:
            del built[each.name]


def dump_corrections(corrections: Corrections, path: str | Path | None = None) -> bytes | None:
    """Write the corrections to `path`, whole or not at all; without a path, return the bytes instead.

    Raises
    ------
    UsageError
        If the file cannot be written.
    """
    content = encode(corrections)
    if path is None:
        return content
    write_whole(Path(path), content)
    return None


def load_corrections(path: str | Path) -> Corrections:
    """Read a file of corrections.

    Raises
    ------
    ReadError
        If there is no such file, it is no JSON, or of another format.
    UsageError
        If a correction names a kind or a field that is not in the plan's model, or a value that it does not take.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ReadError("cannot open the corrections", where=str(path), found=reason, accepted=FORMAT) from error
    return decode(content, where=str(path))


def decode(content: bytes, *, where: str = "") -> Corrections:
    """Corrections from the bytes of a file; `where` names them in messages.

    Raises
    ------
    ReadError, UsageError
        As for `load_corrections`.

    >>> decode(b'{"format": "milepost.plan/1"}', where="plan.json")
    Traceback (most recent call last):
    ...
    milepost.kernel.errors.ReadError: plan.json: this is no file of corrections; found 'milepost.plan/1'; ...
    """
    try:
        built = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _foreign(where, f"no JSON ({error})" if content.strip() else "an empty file") from error
    found = built.get("format") if isinstance(built, dict) else None
    if found != FORMAT:
        raise _foreign(where, repr(found) if found else "no field 'format'")
    _refuse_unknown(built, where)
    try:
        corrections = msgspec.convert(built, Corrections)
    except msgspec.ValidationError as error:
        raise UsageError(
            "a correction is not as it should be", where=where, found=str(error), accepted=FORMAT
        ) from error
    validate(corrections, where)
    return corrections


def _foreign(where: str, found: str) -> ReadError:
    return ReadError("this is no file of corrections", where=where, found=found, accepted=repr(FORMAT))


def _refuse_unknown(built: dict[str, Any], where: str) -> None:
    """A key that is misspelt must not be passed over: the correction would be lost in silence."""
    _known(built, Corrections, where)
    _known(built.get("document"), DocumentMark, f"{where}: document")
    rows = built.get("corrections")
    for number, each in enumerate(rows if isinstance(rows, list) else (), start=1):
        place = f"{where}: correction {number}"
        _known(each, Correction, place)
        _known(each.get("anchor") if isinstance(each, dict) else None, Anchor, f"{place}, anchor")


def _known(built: object, kind: type[Corrections | DocumentMark | Correction | Anchor], where: str) -> None:
    legal = [each.name for each in fields(kind)]
    unknown = [name for name in built if name not in legal] if isinstance(built, dict) else []
    if unknown:
        raise UsageError("there is no such field", where=where, found=repr(unknown[0]), accepted=", ".join(legal))


def validate(corrections: Corrections, where: str = "") -> None:
    """Check every kind, path and value against the plan's model.

    Raises
    ------
    UsageError
        For the first that does not hold; names path, what was found, and what would be accepted.
    """
    for number, each in enumerate(corrections.corrections, start=1):
        place = f"{where}: correction {number}" if where else f"correction {number}"
        _check_anchor(each.anchor, place)
        if each.action == "reject" and each.fields:
            raise UsageError("a reject sets no fields", where=place, found=", ".join(each.fields), accepted="no fields")
        if each.action == "edit" and not each.fields:
            raise UsageError("an edit sets nothing", where=place, found="no fields", accepted="at least one field")
        kind_named(each.kind, place)
        for path, value in each.fields.items():
            check_value(resolve(each.kind, path, place), value, place)


def _check_anchor(anchor: Anchor, where: str) -> None:
    if not anchor.quote.strip():
        raise UsageError("the anchor has no words", where=where, found=repr(anchor.quote), accepted="words of the text")
    if anchor.figure is not None and (not anchor.figure.strip() or anchor.figure not in anchor.quote):
        accepted = "words inside the quote"
        raise UsageError("the anchor's figure is not in it", where=where, found=repr(anchor.figure), accepted=accepted)
    for name in ("occurrence", "figure_occurrence", "among"):
        if getattr(anchor, name) < 1:
            found = str(getattr(anchor, name))
            raise UsageError(f"{name} counts from 1", where=where, found=found, accepted="1 or more")
