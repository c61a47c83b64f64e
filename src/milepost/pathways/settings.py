"""Which rules lay targets out: the table `pathway` of `milepost.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from milepost.kernel.errors import ReadError, UsageError
from milepost.pathways.ruling import Axis, rule_called


@dataclass(frozen=True, slots=True)
class PathwaySettings:
    """Rules over years for all targets, and for binding and expected ones where they are to follow others.

    `region` is the rule over parts; None lets what is known of the parts decide.
    """

    rule: str = "linear"
    binding: str | None = None
    expected: str | None = None
    region: str | None = None


_AXES: Final[dict[str, Axis]] = {"rule": "year", "binding": "year", "expected": "year", "region": "region"}


def load_pathway_settings(path: Path) -> PathwaySettings:
    """Read the table `pathway` of a settings file; the default settings where it has none.

    Raises
    ------
    ReadError
        If the file cannot be opened or is no TOML.
    UsageError
        If a key or rule is none of those that are known.
    """
    try:
        built = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        found = error.strerror or type(error).__name__
        raise ReadError("cannot open the settings", where=str(path), found=found, accepted="milepost.toml") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadError("the settings are no TOML", where=str(path), found=str(error), accepted="UTF-8 TOML") from error
    return pathway_settings_of(built.get("pathway", {}), f"{path}: pathway")


def pathway_settings_of(built: object, where: str = "pathway") -> PathwaySettings:
    """Settings from the table `pathway` of a TOML file.

    >>> pathway_settings_of({"binding": "front_loaded:1.5"}).binding
    'front_loaded:1.5'
    >>> pathway_settings_of({"binding": 3})
    Traceback (most recent call last):
    ...
    milepost.kernel.errors.UsageError: pathway.binding: not as it should be; found 3; accepted: the name of a rule
    """
    if not isinstance(built, dict):
        raise UsageError("not as it should be", where=where, found=repr(built), accepted="a table")
    for key, value in built.items():
        if key not in _AXES:
            raise UsageError("unknown key", where=where, found=repr(key), accepted=", ".join(_AXES))
        if not isinstance(value, str):
            accepted = "the name of a rule"
            raise UsageError("not as it should be", where=f"{where}.{key}", found=repr(value), accepted=accepted)
        rule_called(value, _AXES[key])
    return PathwaySettings(**built)
