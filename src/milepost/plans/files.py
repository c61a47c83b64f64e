"""How a plan is written to the plan file `milepost.plan/1`, and read back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from milepost.kernel.errors import ReadError, UsageError
from milepost.kernel.files import write_whole
from milepost.plans.model import FORMAT, Plan

# A span on one line: `[12, 40]`. A JSON string holds no raw line break, so this never matches inside one.
_SPLIT_PAIR = re.compile(rb"\[\n *(-?\d+),\n *(-?\d+)\n *\]")

# The lists whose items carry a `quote`, left out by `--facts-only`.
_QUOTING = ("commitments", "facts", "projects", "measures", "procedures")


Kind = TypeVar("Kind")


class _Head(msgspec.Struct):
    """The one field that says what the rest is."""

    format: str = ""


def encode(plan: Plan, *, facts_only: bool = False) -> bytes:
    """The plan file's bytes: UTF-8 JSON, indented by two, keys in the order of the contract.

    The same plan gives the same bytes. `facts_only` leaves out the text and every quote, for plans whose text may
    not be passed on; spans stay. A plan that was itself read without its text is written without it again.

    Raises
    ------
    UsageError
        If a string of the plan is no Unicode text (a lone surrogate).
    """
    value: Any = plan
    if facts_only or plan.document.text is None:
        value = _without_text(plan)
    try:
        compact = msgspec.json.encode(value)
    except UnicodeEncodeError as error:
        raise UsageError(
            "the plan cannot be written as UTF-8",
            where=plan.document.source,
            found=f"a lone surrogate, U+{ord(error.object[error.start]):04X}",
            accepted="Unicode text",
        ) from error
    readable = msgspec.json.format(compact, indent=2)
    return _SPLIT_PAIR.sub(rb"[\1, \2]", readable) + b"\n"


def _without_text(plan: Plan) -> dict[str, Any]:
    built: dict[str, Any] = msgspec.to_builtins(plan)
    built["document"].pop("text", None)
    for name in _QUOTING:
        for item in built[name]:
            item.pop("quote", None)
    return built


def dump_plan(plan: Plan, path: str | Path | None = None, *, facts_only: bool = False) -> bytes | None:
    """Write the plan to `path`, whole or not at all; without a path, return the bytes instead.

    Raises
    ------
    UsageError
        If the file cannot be written.
    """
    content = encode(plan, facts_only=facts_only)
    if path is None:
        return content
    write_whole(Path(path), content)
    return None


def load_plan(path: str | Path) -> Plan:
    """Read a plan file. Fields that this version does not know are passed over.

    Raises
    ------
    ReadError
        If there is no such file, it is no JSON, not a plan, or of another version of the format.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ReadError("cannot open the plan file", where=str(path), found=reason, accepted="a plan file") from error
    return decode(content, where=str(path))


def decode(content: bytes, *, where: str = "") -> Plan:
    """A plan from the bytes of a plan file; `where` names them in messages.

    Raises
    ------
    ReadError
        As for `load_plan`.

    >>> decode(b'{"format": "milepost.plan/9"}', where="new.json")
    Traceback (most recent call last):
    ...
    milepost.kernel.errors.ReadError: new.json: unknown format of plan file; found 'milepost.plan/9'; ...
    """
    found_format = _decoded(content, _Head, where).format
    if found_format != FORMAT:
        raise ReadError(
            "unknown format of plan file",
            where=where,
            found=repr(found_format) if found_format else "no field 'format'",
            accepted=repr(FORMAT),
        )
    return _decoded(content, Plan, where)


def _decoded(content: bytes, kind: type[Kind], where: str) -> Kind:
    try:
        return msgspec.json.decode(content, type=kind)
    except msgspec.ValidationError as error:
        raise _damaged(where, str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        found = "an empty file" if not content.strip() else f"no JSON ({error})"
        raise _damaged(where, found) from error
    except RecursionError as error:
        raise _damaged(where, "lists nested without end") from error


def _damaged(where: str, found: str) -> ReadError:
    return ReadError(
        "this is no whole plan file", where=where, found=found, accepted="JSON written by `milepost compile`"
    )
