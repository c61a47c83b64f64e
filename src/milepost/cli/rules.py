"""`milepost rules`: what `milepost check` looks for, as a list, or one rule with its whole explanation."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from milepost.checks.catalogue import FOUND_IN, NOT_FOUND_IN, Entry, entries
from milepost.checks.markup import in_markdown
from milepost.checks.model import SEVERITY_WORDS, Tongue
from milepost.checks.table import family_of, rules_called

if TYPE_CHECKING:
    from rich.console import Console


def rules_command(
    called: Annotated[
        str, typer.Argument(metavar="[CODE|NAME|FAMILY]", help="One rule, or those of a family.", show_default=False)
    ] = "all",
    language: Annotated[Literal["zh", "en"], typer.Option("--language", help="Language of the explanation.")] = "zh",
    output_format: Annotated[
        Literal["table", "json", "markdown"], typer.Option("--format", help="To read, for programs, or for a page.")
    ] = "table",
) -> None:
    """List the rules of `check`, or explain one of them."""
    found = entries(rules_called(called))
    alone = len(found) == 1 and called in {found[0].rule.code, found[0].rule.name}
    if output_format == "json":
        _write(json.dumps([as_json(each) for each in found], ensure_ascii=False, indent=2))
    elif output_format == "markdown":
        _write("\n\n".join(as_markdown(each, language) for each in found))
    elif alone:
        _write(as_text(found[0], language))
    else:
        # Rich is imported only here: one explanation and JSON do not pay for it.
        from milepost.cli.screen import screen

        _print_list(found, language, screen())


def _write(text: str) -> None:
    sys.stdout.buffer.write(f"{text}\n".encode())
    sys.stdout.buffer.flush()


def as_json(entry: Entry) -> dict[str, object]:
    """Everything that the catalogue says of a rule, in both languages."""
    rule = entry.rule
    return {
        "code": rule.code,
        "name": rule.name,
        "family": family_of(rule).name,
        "severity": rule.severity,
        "title": rule.title._asdict(),
        "languages": list(rule.languages),
        "what": entry.what._asdict(),
        "why": entry.why._asdict(),
        "draft": rule.help("draft")._asdict(),
        "adopted": rule.help("adopted")._asdict(),
        "parameters": [
            {
                "name": each.name,
                "default": each.default,
                "low": each.low,
                "high": each.high,
                "meaning": each.meaning._asdict(),
            }
            for each in rule.parameters
        ],
        "references": entry.references,
        "found_in": entry.found_in._asdict(),
        "not_found_in": entry.not_found_in._asdict(),
    }


def as_text(entry: Entry, tongue: Tongue) -> str:
    """A rule with its whole explanation, to be read on a terminal."""
    parts = [f"{entry.facts(tongue)}\n{entry.rule.title.of(tongue)}"]
    parts += [f"{heading}\n{_indented(text)}" for heading, text in entry.sections(tongue)]
    parts += [f"{heading}\n{_indented(text)}" for heading, text in _examples(entry, tongue)]
    return "\n\n".join(parts)


def as_markdown(entry: Entry, tongue: Tongue) -> str:
    """A rule with its whole explanation, as a piece of a Markdown page."""
    return f"## {entry.rule.code} {entry.rule.name}\n\n{explained(entry, tongue)}\n\n{examples(entry, tongue)}"


def explained(entry: Entry, tongue: Tongue) -> str:
    """The explanation of a rule in Markdown, without heading and examples."""
    title = in_markdown(entry.rule.title.of(tongue))
    parts = [f"**{title}** · {SEVERITY_WORDS[entry.rule.severity].of(tongue)}"]
    parts += [
        "\n".join([f"**{heading}**", "", *map(in_markdown, text.splitlines())])
        for heading, text in entry.sections(tongue)
    ]
    return "\n\n".join(parts)


def examples(entry: Entry, tongue: Tongue) -> str:
    """The first cases of a rule in Markdown."""
    return "\n\n".join(f"**{heading}**\n\n{_indented(text)}" for heading, text in _examples(entry, tongue))


def _examples(entry: Entry, tongue: Tongue) -> list[tuple[str, str]]:
    pairs = ((FOUND_IN, entry.found_in), (NOT_FOUND_IN, entry.not_found_in))
    return [(words.of(tongue), case.of(tongue)) for words, case in pairs]


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").splitlines())


def _print_list(found: Sequence[Entry], tongue: Tongue, console: Console) -> None:
    from rich.text import Text

    from milepost.cli.screen import plain_table

    chinese = tongue == "zh"
    headers = ("代码", "级别", "名称", "查什么") if chinese else ("code", "severity", "name", "what")
    for family in dict.fromkeys(each.family for each in found):
        table = plain_table(*headers, title=family.of(tongue), numbers=frozenset())
        for each in found:
            if each.family == family:
                rule = each.rule
                severity = SEVERITY_WORDS[rule.severity].of(tongue)
                table.add_row(*map(Text, (rule.code, severity, rule.name, rule.title.of(tongue))))
        console.print(table)
    console.print(f"{len(found)} 条规则" if chinese else f"{len(found)} rules", highlight=False)
