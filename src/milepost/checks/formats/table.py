"""The formats that findings are written in, a line each; a format's module is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Final, Literal, Protocol, cast

from milepost.checks.report import Report

FormatName = Literal["text", "json", "sarif", "markdown", "html", "docx"]


class FormatModule(Protocol):
    """What the file of a format holds."""

    def write(self, report: Report) -> bytes:
        """The report as the bytes of a file: the same report, the same bytes."""


FORMATS: Final[dict[FormatName, str]] = {
    "text": "milepost.checks.formats.text",
    "json": "milepost.checks.formats.json",
    "sarif": "milepost.checks.formats.sarif",
    "markdown": "milepost.checks.formats.markdown",
    "html": "milepost.checks.formats.html",
    "docx": "milepost.checks.formats.docx",
}


def written(report: Report, name: FormatName) -> bytes:
    """The report in the format of that name.

    Raises
    ------
    UsageError
        If the format cannot be written for this plan.
    """
    return cast(FormatModule, import_module(FORMATS[name])).write(report)
