"""The settings file `milepost.toml`: where it is found, and how one of its tables is read."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

from milepost.kernel.errors import ReadError

FILE_NAME: Final = "milepost.toml"


def settings_beside(plan: Path) -> Path | None:
    """The settings that hold for a plan: `milepost.toml` in its folder or in the nearest one above it."""
    for folder in plan.resolve().parents:
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    return None


def table_in(path: Path, name: str) -> object:
    """The table of that name in a settings file; an empty one where the file has none.

    Raises
    ------
    ReadError
        If the file cannot be opened or is no TOML.
    """
    try:
        built = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        found = error.strerror or type(error).__name__
        raise ReadError("cannot open the settings", where=str(path), found=found, accepted=FILE_NAME) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadError("the settings are no TOML", where=str(path), found=str(error), accepted="UTF-8 TOML") from error
    return built.get(name, {})
