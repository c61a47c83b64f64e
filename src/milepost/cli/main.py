"""The command `milepost`: its sub-commands, and which exit code an error has.

Exit codes: 0 done; 1 the answer is no; 2 wrong use; 3 input unreadable, or some inputs failed; 4 our own fault.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from typer.core import TyperGroup
from typer.main import get_command

from milepost import __version__
from milepost.kernel.errors import MilepostError

if TYPE_CHECKING:
    # Typer brings its own copy of Click and gives this class no public name.
    from typer._click import Command

OUR_FAULT = 4

# Name → where its function lives. A command's module is imported when it is called, so that each command pays
# only for what it needs itself.
COMMANDS = {
    "compile": "milepost.cli.compile:compile_command",
    "show": "milepost.cli.show:show_command",
    "check": "milepost.cli.check:check_command",
    "rules": "milepost.cli.rules:rules_command",
    "schema": "milepost.cli.schema:schema_command",
    "sample": "milepost.cli.sample:sample_command",
    "corrections": "milepost.cli.corrections:corrections_command",
    "cite": "milepost.cli.cite:cite_command",
    "score": "milepost.cli.score:score_command",
    "bench": "milepost.cli.bench:bench_command",
    "forecast": "milepost.cli.forecast:forecast_command",
    "backtest": "milepost.cli.backtest:backtest_command",
    "calibrate": "milepost.cli.calibrate:calibrate_command",
    "observe": "milepost.cli.observe:observe_command",
    "judge": "milepost.cli.judge:judge_command",
    "assess": "milepost.cli.assess:assess_command",
    "pathway": "milepost.cli.pathway:pathway_command",
}


class _CommandTable(TyperGroup):
    """A group of commands that finds them in `COMMANDS`."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002 - Typer passes it
        return list(COMMANDS)

    def get_command(self, ctx: object, cmd_name: str) -> Command | None:  # noqa: ARG002 - Typer passes it
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            self.commands[cmd_name] = load_command(cmd_name)
        return self.commands[cmd_name]


def load_command(name: str) -> Command:
    """Import the command of that name and make it ready to run."""
    module, function = COMMANDS[name].split(":")
    found = getattr(import_module(module), function)
    if isinstance(found, typer.Typer):
        # A command with sub-commands of its own.
        return get_command(found)
    alone = typer.Typer(add_completion=False)
    alone.command(name)(found)
    return get_command(alone)


app = typer.Typer(cls=_CommandTable, name="milepost", no_args_is_help=True, pretty_exceptions_enable=False)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"milepost {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Milepost reads a development plan and turns it into data, each item with the characters it came from."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; errors are told on standard error.

    `MILEPOST_DEBUG=1` adds the traceback of an error that is our own fault.
    """
    try:
        get_command(app).main(args=arguments, prog_name="milepost")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    except MilepostError as error:
        typer.echo(f"milepost: {error}", err=True)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the outermost place: whatever it is, it is told in one line
        _tell_our_fault(error)
        return OUR_FAULT
    return 0


def _tell_our_fault(error: Exception) -> None:
    # Imported here: only a failing run needs the worker machinery's wording.
    from milepost.engines.model import describe

    typer.echo(f"milepost: this is a fault of Milepost, not yours: {describe(error)}", err=True)
    if os.environ.get("MILEPOST_DEBUG") == "1":
        typer.echo("".join(traceback.format_exception(error)), err=True)
    else:
        typer.echo("Set MILEPOST_DEBUG=1 to see where it came from.", err=True)


def main() -> NoReturn:
    """Entry point of the console script."""
    sys.exit(run())
