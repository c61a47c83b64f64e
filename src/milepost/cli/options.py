"""Options that several commands have, and how what they ask for is written out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from milepost.kernel.files import write_whole

Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where it goes; left out, to standard output.", show_default=False
    ),
]
Language = Annotated[
    Literal["zh", "en"] | None,
    typer.Option("--language", help="Language of the report; left out, the plan's.", show_default=False),
]
SettingsFile = Annotated[
    Path | None,
    typer.Option(
        "--settings",
        metavar="FILE",
        help="Left out, milepost.toml in the plan's folder or the nearest one above it.",
        show_default=False,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="Use only what was known on that day [default: today].", show_default=False
    ),
]
Decisions = Annotated[
    Path | None,
    typer.Option("--decisions", metavar="FILE", help="What deferred targets waited for.", show_default=False),
]


def write_out(content: bytes, output: Path | None) -> None:
    """Write to a file, whole or not at all; to standard output without one, or for `-`."""
    if output is not None and str(output) != "-":
        write_whole(output, content)
        return
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
