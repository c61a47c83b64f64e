"""`milepost observe`: observations in files, checked, and written into one file that only ever grows."""

from __future__ import annotations

import typer

from milepost.cli.observing_check import observing_check_command
from milepost.cli.observing_import import observing_import_command
from milepost.cli.observing_template import observing_template_command

observe_command = typer.Typer(
    name="observe",
    help="Statistics for a plan: write a template for them, import them, check them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
observe_command.command("template")(observing_template_command)
observe_command.command("import")(observing_import_command)
observe_command.command("check")(observing_check_command)
