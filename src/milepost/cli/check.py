"""`milepost check`: what is wrong with a plan, each finding with the characters that prove it."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer

from milepost.checks.excerpts import visible
from milepost.checks.formats.table import FormatName, written
from milepost.checks.known import load_known, only_new, write_known
from milepost.checks.model import SEVERITIES, Checked, Tongue
from milepost.checks.report import Report
from milepost.checks.run import checked_plan
from milepost.checks.settings import Settings, load_settings, settings_beside
from milepost.cli.options import Language, Output, SettingsFile, write_out
from milepost.documents.run import file_bytes, read_bytes
from milepost.kernel.errors import ReadError, UsageError
from milepost.plans.files import decode
from milepost.plans.model import Plan
from milepost.plans.run import plan_of

FOUND = 1
RULE_FAILED = 4
_HEAD = 4096  # bytes of a file that tell a plan file by its field `format`

Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="RULES",
        help="Only these rules: codes, names or families, with commas between; may be given again.",
        show_default=False,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULES", help="All rules but these; written alike.", show_default=False),
]
Format = Annotated[
    FormatName,
    typer.Option(
        "--format",
        help="Text to read, JSON for programs, SARIF for editors and code hosts, a report in Markdown, a page in HTML, "
        "or (of a Word file, with -o) the document itself with comments.",
    ),
]
Known = Annotated[
    Path | None,
    typer.Option(
        "--known",
        metavar="FILE",
        help="Show only findings that are not in this file; if there is no such file, today's are recorded in it.",
        show_default=False,
    ),
]
UpdateKnown = Annotated[
    bool, typer.Option("--update-known", help="Record today's findings in the file that --known names.")
]
StageOption = Annotated[
    Literal["draft", "adopted"] | None,
    typer.Option(
        "--stage",
        help="A draft is mended; an adopted plan gets a note or a revision [default: draft].",
        show_default=False,
    ),
]
FailOn = Annotated[
    Literal["error", "warning", "info", "never"] | None,
    typer.Option(
        "--fail-on", help="Exit with 1 if a finding is this grave or graver [default: error].", show_default=False
    ),
]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked: a plan, and the bytes of its document where the document was given."""

    plan: Plan
    content: bytes | None


def check_command(
    plan: Annotated[Path, typer.Argument(metavar="PLAN", help="A document, or a plan file that `compile` wrote.")],
    select: Select = None,
    ignore: Ignore = None,
    output_format: Format = "text",
    output: Output = None,
    language: Language = None,
    known: Known = None,
    update_known: UpdateKnown = False,
    stage: StageOption = None,
    fail_on: FailOn = None,
    settings: SettingsFile = None,
) -> None:
    """Check a plan: its figures against each other, its numbering, its words. Exit code 1 when faults are found."""
    _refuse(plan, output_format, output, known, update_known)
    ruled = _settings(plan, settings).with_options(
        select=_named(select), ignore=_named(ignore), stage=stage, fail_on=fail_on
    )
    ruled.rules()  # a rule that does not exist is told before the document is read
    subject = read_subject(plan)
    checked = checked_plan(subject.plan, ruled)
    shown, kept_back = _known(checked, known, update_known)
    tongue: Tongue = language or ("zh" if subject.plan.document.language == "zh" else "en")
    colour = output is None and output_format == "text" and _is_coloured()
    report = Report(shown, subject.plan, str(plan), tongue, ruled.stage, kept_back, subject.content, colour)
    write_out(written(report, output_format), output)
    _tell(checked)
    if checked.failures:
        raise typer.Exit(RULE_FAILED)
    if _is_grave(shown, ruled.fail_on):
        raise typer.Exit(FOUND)


def _refuse(plan: Path, output_format: str, output: Path | None, known: Path | None, update_known: bool) -> None:
    """Raise for options that do not go together, before anything is read."""
    if output_format == "docx" and output is None:
        raise UsageError("a Word file goes to a file", where="--format docx", accepted="-o FILE as well")
    if update_known and known is None:
        raise UsageError("which file?", where="--update-known", accepted="--known FILE as well")
    for option, path in (("--output", output), ("--known", known)):
        if path is not None and os.path.realpath(path) == os.path.realpath(plan):
            raise UsageError("this would overwrite the plan", where=option, found=str(path), accepted="another file")


def _named(options: list[str] | None) -> tuple[str, ...] | None:
    """The rules that an option names, which may be given several times, each with several.

    >>> _named(["LA01,targets", " AR02 "])
    ('LA01', 'targets', 'AR02')
    """
    if not options:
        return None
    return tuple(name.strip() for option in options for name in option.split(",") if name.strip())


def _settings(plan: Path, named: Path | None) -> Settings:
    path = named or settings_beside(plan)
    return load_settings(path) if path is not None else Settings()


def read_subject(path: Path) -> Subject:
    """The plan in a file: a document, which is compiled, or a plan file; its content tells.

    Raises
    ------
    ReadError
        If the file cannot be read, or is a plan file that is damaged or of another version.
    """
    content = _plan_file(path)
    if content is None:
        document = file_bytes(path)
        return Subject(plan_of(read_bytes(document, path.name)), document)
    plan = decode(content.removeprefix(b"\xef\xbb\xbf"), where=str(path))
    text = plan.document.text
    if text is not None:
        digest = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
        if digest != plan.document.text_sha256:
            found = "a text that is not the one which its digest names"
            accepted = "JSON as `milepost compile` wrote it"
            raise ReadError("this is no whole plan file", where=str(path), found=found, accepted=accepted)
    return Subject(plan, None)


def _plan_file(path: Path) -> bytes | None:
    """The content of a plan file; None for anything else, a file that cannot be opened included."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            head = file.read(_HEAD)
            is_json = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
            if is_json and (b'"format"' in head or path.suffix.lower() == ".json"):
                return head + file.read()
    except (OSError, ValueError):
        return None
    return None


def _known(checked: Checked, path: Path | None, update: bool) -> tuple[Checked, int]:
    """What is shown, and how many findings are kept back since they are known."""
    if path is None:
        return checked, 0
    recorded = load_known(path) if path.exists() else None
    if recorded is None or update:
        write_known(path, checked.findings)
        typer.echo(f"{path}: {len(checked.findings)} findings recorded as known", err=True)
        recorded = frozenset(finding.id for finding in checked.findings)
    shown = only_new(checked, recorded)
    return shown, len(checked.findings) - len(shown.findings)


def _tell(checked: Checked) -> None:
    """Say on standard error what concerns the settings or us, not the document."""
    for identity in checked.stale:
        typer.echo(f"milepost: no finding answers to the suppression of {identity} any more", err=True)
    for failure in checked.failures:
        typer.echo(
            f"milepost: rule {failure.code} ({failure.name}) failed inside. This is a fault of Milepost, not of your "
            f"plan, and we are sorry: {visible(failure.error)}. What the other rules found is complete.",
            err=True,
        )


def _is_grave(checked: Checked, fail_on: str) -> bool:
    """Whether a finding is at or above the severity that makes the command fail."""
    grave = () if fail_on == "never" else SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(finding.severity in grave for finding in checked.findings)


def _is_coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
