"""`milepost bench`: how fast Milepost is on this machine."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated, Final, Literal, get_args

import typer

from milepost.cli.bench_pages import EXAMPLE, Asked
from milepost.kernel.errors import UsageError
from milepost.kernel.files import write_whole

BenchName = Literal["compile", "corpus", "check", "forecast", "assess"]

BENCHES: Final[tuple[str, ...]] = get_args(BenchName)
"""Names of what can be measured, each a module of `milepost.cli.benches`, imported when it is asked for."""


def bench_command(
    what: Annotated[
        BenchName,
        typer.Argument(
            help="One plan read, many plans into tables, one plan checked, many series forecast, or statistics read, "
            "checked and assessed."
        ),
    ],
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="[PLAN|N]",
            help=f"compile, check: the plan, by default {EXAMPLE}. corpus: how many plans, by default 1000. forecast: "
            "how many series, by default 100000. assess: how many targets, by default 1000000.",
            show_default=False,
        ),
    ] = None,
    varied_plan: Annotated[
        Path, typer.Option("--plan", metavar="PLAN", help="corpus: the plan that is varied into many.")
    ] = EXAMPLE,
    with_peers: Annotated[
        bool,
        typer.Option("--peers", help="compile, forecast: measure the tools of the extra `peers` in the same run."),
    ] = False,
    record: Annotated[bool, typer.Option("--record", help="Write the result to docs/benchmarks as well.")] = False,
) -> None:
    """Measure time and memory, and print them as a Markdown table."""
    path = Path(f"docs/benchmarks/{what}.md")
    if record and not path.parent.is_dir():
        accepted = "a run from the project's own folder"
        raise UsageError("nowhere to record", where=str(path.parent), accepted=accepted)
    page: str = import_module(f"milepost.cli.benches.{what}").page(Asked(subject, varied_plan, with_peers))
    typer.echo(page)
    if record:
        write_whole(path, page.encode())
