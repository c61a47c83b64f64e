"""Files of published worked figures: how they are read, and when a computed figure agrees with a printed one."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final, Literal, NoReturn, Self

from milepost.kernel.errors import ReadError

Row = Mapping[str, Any]
"""A row of such a file as it stands; its numbers are `float` (those printed with a point: `Figure`) or `int`."""

Kind = Literal["number", "text", "year", "numbers", "any"]
"""What a form needs under a key: a number; a string; a year (2015, or "2015-2017", of which the first counts); a list
of numbers; whatever it takes itself."""

NOISE: Final = 1e-9
"""Printed digits beyond this part of the value (of 1 for smaller ones) are the noise of computing with doubles: two
sound implementations of one formula differ there, so they are not compared."""

_MOST_BYTES = 64_000_000


class Figure(float):
    """A number as it was printed: its value, and the half unit of its last digit.

    >>> Figure("38.60").half
    0.005
    >>> Figure("1e-05").half
    5e-06
    """

    half: float

    def __new__(cls, text: str) -> Self:
        """Read the printed number."""
        self = super().__new__(cls, text)
        self.half = _half_unit(text)
        return self


def _half_unit(text: str) -> float:
    try:
        exponent = Decimal(text).as_tuple().exponent
    except InvalidOperation:
        return 0.0
    return 0.5 * 10.0 ** max(min(exponent, 300), -300) if isinstance(exponent, int) else 0.0


@dataclass(frozen=True, slots=True)
class Form:
    """What a form of worked figures needs and gives. Its module has `FORM` and `compute(rows, meta)`.

    `compute` takes the rows that are to be judged (each has its inputs, of the right kind) and the file's `meta`, and
    gives back for each row, in their order, the figures under the names that the rows' `expect` uses. It runs the
    method itself on cases made of the rows. A row for which it raises is told as missed, never a crash.

    Parameters
    ----------
    figures : tuple of str
        Names that it computes.
    inputs, options : mapping of key to kind
        Keys that every row must have, and those that may be absent or null.
    """

    name: str
    figures: tuple[str, ...]
    inputs: Mapping[str, Kind]
    options: Mapping[str, Kind] = field(default_factory=dict)


Compute = Callable[[Sequence[Row], Row], list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class WorkedFile:
    """A file of worked figures as it stands: `meta`, and its rows."""

    meta: Row
    rows: tuple[Row, ...]

    @property
    def form(self) -> str:
        """The name of what computes it; empty when the file does not say."""
        form = self.meta.get("form")
        return form if isinstance(form, str) else ""


def read_worked(path: Path) -> WorkedFile:
    """Read a file of worked figures: `{"meta": {"form": …}, "vectors": [{"id": …, "expect": {…}}, …]}`.

    Raises
    ------
    ReadError
        If it cannot be read, is no JSON, or has not these parts (says which, and where).
    """
    try:
        if path.is_file() and path.stat().st_size > _MOST_BYTES:
            raise ReadError("the file is too large", where=str(path), accepted=f"at most {_MOST_BYTES} bytes")
        text = path.read_bytes().decode("utf-8-sig")
        content = json.loads(text, parse_float=Figure, parse_constant=_refuse_constant)
    except OSError as error:
        raise ReadError("cannot read the file", where=str(path), found=error.strerror or "an error") from error
    except UnicodeDecodeError as error:
        raise ReadError("the file is no UTF-8 text", where=f"{path}, byte {error.start}") from error
    except json.JSONDecodeError as error:
        where = f"{path}, line {error.lineno}, column {error.colno}"
        raise ReadError("this is no JSON", where=where, found=error.msg) from error
    except (ValueError, RecursionError) as error:
        raise ReadError("this is no JSON that can be used", where=str(path), found=str(error)[:200]) from error
    return _worked(content, str(path))


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"the number {name}, which JSON has not")


def _worked(content: object, where: str) -> WorkedFile:
    accepted = 'an object with "meta" (an object) and "vectors" (a list of objects)'
    if not isinstance(content, dict):
        raise ReadError("this is no file of worked figures", where=where, found=_named(content), accepted=accepted)
    for key, kind in (("meta", dict), ("vectors", list)):
        if not isinstance(content.get(key), kind):
            found = _named(content[key]) if key in content else "nothing"
            what = "this is no file of worked figures"
            raise ReadError(what, where=f"{where}, {key}", found=found, accepted=accepted)
    for number, row in enumerate(content["vectors"]):
        if not isinstance(row, dict):
            raise ReadError("a row is no object", where=f"{where}, vectors[{number}]", found=_named(row))
    return WorkedFile(content["meta"], tuple(content["vectors"]))


def _named(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def is_number(value: object) -> bool:
    """Whether it is a number that can be computed with.

    >>> is_number(True), is_number(2), is_number(float("inf"))
    (False, True, False)
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def year_of(value: object) -> int | None:
    """The year, the first of a range; None if it is none.

    >>> year_of(2015), year_of("2015-2017"), year_of("soon")
    (2015, 2015, None)
    """
    if is_number(value):
        return int(value) if isinstance(value, int | float) and 0 < value < 10000 else None
    if isinstance(value, str) and value[:4].isascii() and value[:4].isdigit():
        return int(value[:4])
    return None


def is_of(kind: Kind, value: object) -> bool:
    """Whether a value is of the kind that a form needs."""
    if kind == "number":
        return is_number(value)
    if kind == "year":
        return year_of(value) is not None
    if kind == "text":
        return isinstance(value, str)
    if kind == "numbers":
        return isinstance(value, list) and all(is_number(one) for one in value)
    return True


def agrees(printed: object, computed: object, tolerance: float | None = None) -> bool:
    """Whether a computed value agrees with the printed one.

    A number agrees when it rounds to the printed digits, or lies within the tolerance; null is not compared; lists
    agree element by element, objects key by key, anything else when it is equal.

    >>> agrees(Figure("38.6"), 38.64), agrees(Figure("38.6"), 38.66), agrees(Figure("38.6"), 38.66, 0.1)
    (True, False, True)
    >>> agrees(None, "whatever"), agrees([1, 2], [1.2, 2.0]), agrees([1], [1, 2])
    (True, True, False)
    """
    if printed is None:
        return True
    if isinstance(printed, list):
        return (
            isinstance(computed, Sequence)
            and not isinstance(computed, str)
            and len(printed) == len(computed)
            and all(agrees(one, other, tolerance) for one, other in zip(printed, computed, strict=True))
        )
    if isinstance(printed, dict):
        return isinstance(computed, Mapping) and all(
            key in computed and agrees(one, computed[key], tolerance) for key, one in printed.items()
        )
    if is_number(printed) and isinstance(printed, int | float):
        return is_number(computed) and isinstance(computed, int | float) and _close(printed, computed, tolerance)
    return type(printed) is type(computed) and printed == computed


def _close(printed: float, computed: float, tolerance: float | None) -> bool:
    half = printed.half if isinstance(printed, Figure) else 0.5
    allowed = max(half, NOISE * max(1.0, abs(printed)), tolerance or 0.0)
    # What lies on the very edge rounds to the printed digits one way or the other.
    return abs(float(computed) - float(printed)) <= allowed * (1 + 1e-9)
