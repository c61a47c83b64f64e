"""Write the reference pages that come from the code: commands, Python, files, data frames, readers, passes, rules.

`python scripts/make_reference.py` writes them to docs/reference/; with `--check` it only says whether they are up to
date, with exit code 1 if not.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

from reference_made.following import (
    assessment_file_page,
    assessment_frames_page,
    methods_page,
    observations_page,
    pathway_rules_page,
)
from reference_made.forecasting import forecast_methods_page
from reference_made.markdown import docstring, first_paragraph, objects, table

import milepost
from milepost.checks.catalogue import Entry, entries
from milepost.checks.findings_file import findings_schema
from milepost.checks.table import FAMILIES, Family, rules_called
from milepost.cli.main import COMMANDS, load_command
from milepost.cli.rules import examples, explained
from milepost.documents.table import READERS
from milepost.plans.concepts.model import BASES, DEPARTMENTS, Concept
from milepost.plans.concepts.table import concepts
from milepost.plans.rows import TABLES
from milepost.plans.schema import plan_schema
from milepost.plans.table import PASSES

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
GENERATED = "<!-- Made by scripts/make_reference.py: edit the code that it comes from. -->"


def commands_page() -> str:
    """Every command with its arguments and options, from Typer."""
    parts = ["# Commands", exit_codes()]
    for name, command in all_commands():
        options: list[Any] = [one for one in command.params if one.name != "help"]
        usage = " ".join(called(one) for one in options if one.param_type_name == "argument")
        call = f"    milepost {name} {usage} [OPTIONS]" if options else f"    milepost {name}"
        parts += [f"## milepost {name}", str(command.help), call]
        if options:
            parts.append(table("what", "meaning", rows=((named(one), one.help or "") for one in options)))
    return "\n\n".join(parts)


def all_commands() -> Iterator[tuple[str, Any]]:
    """Every command that does something, those below another under their whole name (`corrections take`)."""
    for name in COMMANDS:
        command: Any = load_command(name)
        below = getattr(command, "commands", {})
        yield from ((f"{name} {each}", one) for each, one in below.items()) if below else [(name, command)]


def exit_codes() -> str:
    """What the exit codes mean, from the module that gives them."""
    return " ".join(docstring(import_module("milepost.cli.main")).split("\n\n")[1].split())


def bare(metavar: str) -> str:
    """The name of an argument without the brackets that say it may be left out."""
    return metavar.replace("[", "").replace("]", "")


def called(argument: Any) -> str:
    """How an argument stands in the line that calls the command."""
    name = bare(argument.metavar or argument.name).upper()
    return name if argument.required else f"[{name}]"


def named(parameter: Any) -> str:
    """How a parameter is written on the command line."""
    if parameter.param_type_name == "argument":
        return f"`{bare(parameter.metavar or parameter.name).upper()}`"
    choices = "|".join(one for one in get_args(parameter.type_descriptor.annotation) if isinstance(one, str))
    metavar = f" {parameter.metavar or choices}".rstrip()
    return " ".join(f"`{name}{metavar}`" for name in sorted(parameter.opts, key=len))


def python_page() -> str:
    """The public names of the package with their docstrings."""
    parts = ["# Python", docstring(milepost).split(">>>")[0].strip()]
    for name in milepost.__all__:
        thing = getattr(milepost, name)
        if name == "__version__":
            continue
        parts += [f"## milepost.{name}{signature(thing)}", as_markdown(docstring(thing))]
        if inspect.isclass(thing):
            parts += [
                part
                for method, value in inspect.getmembers(thing, inspect.isfunction)
                if not method.startswith("_")
                for part in (f"### {name}.{method}{signature(value)}", as_markdown(docstring(value)))
            ]
    return "\n\n".join(parts)


def signature(thing: object) -> str:
    """The call of a function; nothing for a class, whose fields the plan file's page lists."""
    if inspect.isclass(thing) or not callable(thing):
        return ""
    return str(inspect.signature(thing)).replace("'", "")


def as_markdown(text: str) -> str:
    """A docstring as Markdown: its headings bold, its parameters a list, its examples fenced."""
    paragraphs = []
    for paragraph in text.split("\n\n"):
        lines = paragraph.splitlines()
        if lines and lines[0].startswith(">>>"):
            lines = ["```pycon", *lines, "```"]
        elif len(lines) > 1 and set(lines[1]) == {"-"}:
            entries = [f"- `{line}`:" if not line.startswith(" ") else line for line in lines[2:]]
            lines = [f"**{lines[0]}**", "", *entries]
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs)


def plan_file_page() -> str:
    """Every object of the plan file with its fields, from the JSON Schema."""
    head = (
        "What `milepost compile` writes: one UTF-8 JSON document in the format `milepost.plan/1`. "
        "`milepost schema` prints this page as a JSON Schema. Fields may be added; none is renamed."
    )
    return "\n\n".join(["# Plan file", head, *objects("Plan", plan_schema())])


def findings_file_page() -> str:
    """Every object of the JSON of `milepost check`, from the JSON Schema."""
    head = (
        "What `milepost check --format json` writes: one UTF-8 JSON document in the format `milepost.findings/1`. "
        "`milepost schema findings` prints this page as a JSON Schema. Fields may be added; none is renamed."
    )
    return "\n\n".join(["# Findings file", head, *objects("Findings", findings_schema())])


def frames_page() -> str:
    """The columns of every data frame."""
    parts = [
        "# Data frames",
        (
            "`plan.frame(name)` gives these as Polars frames; `milepost show PLAN.JSON name --format csv` has the same "
            "columns. A frame without rows has the same columns. What the plan does not say is null. Types: text is "
            "`String`, integer `Int64`, number `Float64`, boolean `Boolean`, texts `List(String)`."
        ),
    ]
    for name, each in TABLES.items():
        rows = ((f"`{column.name}`", column.kind, column.meaning) for column in each.columns)
        parts += [f"## {name}", f"A row is {each.row}.", table("column", "type", "meaning", rows=rows)]
    return "\n\n".join(parts)


def members_page() -> str:
    """The readers and the passes in their order, each with what it says of itself."""
    readers = ((f"`{reader.media_type}`", first_paragraph(import_module(reader.module))) for reader in READERS)
    passes = (
        (f"`{each.name}`", f"`{each.fills}`", first_paragraph(import_module(each.find.__module__))) for each in PASSES
    )
    return "\n\n".join(
        [
            "# Readers and passes",
            "## Readers",
            "What a file is, is told by its content. The first reader that recognises it reads it.",
            table("format", "reader", rows=readers),
            "## Passes",
            "Each pass sees the document and what the passes before it found, and fills one field.",
            table("pass", "fills", "what it finds", rows=passes),
        ]
    )


def concepts_page() -> str:
    """Every concept with its names and what it says of a figure; a growth, reduction or addition under its base."""
    rows = (
        (
            f"`{each.id}`", f"{each.zh}; {each.en}", "; ".join((*each.zh_synonyms, *each.en_synonyms)),
            each.nature, f"{each.direction}, safeguard review" if each.safeguard else each.direction,
            ", ".join(f"`{unit}`" for unit in each.units), limits(each),
            ", ".join(BASES[basis][1] for basis in each.basis),
            " / ".join(dict.fromkeys(DEPARTMENTS[code][1] for code in (each.publisher, each.department))),
        )
        for each in concepts().values()
    )  # fmt: skip
    return "\n\n".join(
        [
            "# Concepts",
            (
                "What figures measure, whatever a plan calls them. Indicators and commitments name one of these in "
                "`concept`, or none. Limits are in base units: 1 is 100 % for a rate. A plan's name for a figure is "
                "compared without places, brackets and words of change; the unit must be one of the concept's."
            ),
            table(
                *("id", "names", "synonyms", "nature", "wanted", "units", "limits", "usual basis", "department"),
                rows=rows,
            ),
        ]
    )


def limits(concept: Concept) -> str:
    """From the lowest to the highest value that can be true."""
    low, high = (f"{value:g}" if value is not None else "" for value in (concept.low, concept.high))
    return f"{low} to {high}" if high else f"from {low}" if low else ""


def rules_page() -> str:
    """Every rule of `milepost check` in one table a family."""
    every = entries()
    parts = [
        "# Rules",
        (
            f"What `milepost check` looks for: {len(every)} rules. `milepost rules CODE` prints an entry. "
            "[How to check a plan](../how-to/check-a-plan.md) says how rules are chosen."
        ),
        "`milepost check` 的全部规则；各条的中英文说明见代码所指的页。",
    ]
    for family in FAMILIES:
        rows = (
            (f"[{each.rule.code}](rules-{family.name}.md#{anchor(each)})", f"`{each.rule.name}`", each.rule.severity,
             each.rule.title.en, each.rule.title.zh)
            for each in every if each.rule.code.startswith(family.letters)
        )  # fmt: skip
        parts.append(f"## {family.title.en} · {family.title.zh}")
        parts.append(table("code", "name", "severity", "fault", "问题", rows=rows))
    return "\n\n".join(parts)


def family_page(family: Family) -> str:
    """The rules of a family in English and Chinese, with their first cases."""
    parts = [
        f"# {family.title.en} · {family.title.zh}",
        "In the examples ⟦ ⟧ stand around the characters that a finding rests on; they are no part of the text.",
        "例文中⟦ ⟧标出问题所依据的文字，不属于原文。",
    ]
    for each in entries(rules_called(family.name)):
        parts.append(f"## {each.rule.code} {each.rule.name} {{ #{anchor(each)} }}")
        parts += [explained(each, "en"), explained(each, "zh"), examples(each, "en")]
    return "\n\n".join(parts)


def anchor(entry: Entry) -> str:
    """Where the entry of a rule stands on its page."""
    return entry.rule.code.lower()


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "python.md": python_page,
    "plan-file.md": plan_file_page,
    "frames.md": frames_page,
    "readers-and-passes.md": members_page,
    "concepts.md": concepts_page,
    "findings-file.md": findings_file_page,
    "assessment-file.md": assessment_file_page,
    "assessment-frames.md": assessment_frames_page,
    "methods.md": methods_page,
    "forecast-methods.md": forecast_methods_page,
    "observations.md": observations_page,
    "pathway-rules.md": pathway_rules_page,
    "rules.md": rules_page,
    **{f"rules-{family.name}.md": partial(family_page, family) for family in FAMILIES},
}


def main(arguments: list[str]) -> int:
    """Write the pages, or compare them."""
    stale = []
    for name, make in PAGES.items():
        title, _, rest = make().partition("\n")
        page = f"{title}\n\n{GENERATED}\n{rest}\n"
        path = FOLDER / name
        if path.exists() and path.read_text(encoding="utf-8") == page:
            continue
        stale.append(name)
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, encoding="utf-8")
    if stale and "--check" in arguments:
        print(f"not up to date: {', '.join(stale)}; run `make reference`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
