"""How tables look on a terminal: a width that Chinese columns fit in, and a plain frame."""

from __future__ import annotations

import os

from rich import box
from rich.console import Console
from rich.table import Table

# Where the output is no terminal (a file, a pipe) nobody says how wide it is.
PIPE_WIDTH = 120


def screen() -> Console:
    """Standard output. `COLUMNS` sets the width, else the terminal's, else 120."""
    console = Console()
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console = Console(width=PIPE_WIDTH)
    return console


def plain_table(*headers: str, title: str | None = None, numbers: frozenset[str] | None = None) -> Table:
    """An empty table with these headers; those in `numbers` (by default all but first and last) stand to the right."""
    right = frozenset(headers[1:-1]) if numbers is None else numbers
    table = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", pad_edge=False)
    for header in headers:
        table.add_column(header, justify="right" if header in right else "left", overflow="fold")
    return table
