"""Write the reference pages that come from the code: commands, Python, files, data frames, readers, passes, rules.

`python scripts/make_reference.py` writes them to docs/reference/; with `--check` it only says whether they are up to
date, with exit code 1 if not.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import milepost
from milepost.assessments.assessment_file import assessment_schema
from milepost.assessments.doubts import DOUBTS
from milepost.assessments.model import STATUS_WORDS
from milepost.assessments.policy import NATIONAL
from milepost.assessments.reasons import REASONS
from milepost.assessments.table import METHODS, method_named
from milepost.checks.catalogue import Entry, entries
from milepost.checks.findings_file import findings_schema
from milepost.checks.table import FAMILIES, Family, rules_called
from milepost.cli.main import COMMANDS, load_command
from milepost.cli.rules import examples, explained
from milepost.documents.table import READERS
from milepost.observations.decisions import COLUMNS as DECISION_COLUMNS
from milepost.observations.files import importer_named
from milepost.observations.model import BOUNDS, COLUMNS, KEY, PERIOD_KINDS, REQUIRED, SOURCE_KINDS, STATUSES
from milepost.observations.run import finding_modules
from milepost.observations.table import IMPORTERS
from milepost.pathways.obstacles import OBSTACLES
from milepost.pathways.table import RULES as PATHWAY_RULES
from milepost.plans.concepts.model import BASES, DEPARTMENTS, Concept
from milepost.plans.concepts.table import concepts
from milepost.plans.rows import TABLES
from milepost.plans.schema import plan_schema
from milepost.plans.table import PASSES

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
GENERATED = "<!-- Made by scripts/make_reference.py: edit the code that it comes from. -->"


def cell(text: str) -> str:
    """Text that stands in a cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|")


def table(*headers: str, rows: Iterator[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(headers) + " |", "|" + "---|" * len(headers)]
    lines += ["| " + " | ".join(cell(one) for one in row) + " |" for row in rows]
    return "\n".join(lines)


def docstring(thing: object) -> str:
    """The whole docstring, cleaned."""
    return inspect.getdoc(thing) or ""


def first_paragraph(thing: object) -> str:
    """The first paragraph of the docstring, on one line."""
    return " ".join(docstring(thing).split("\n\n")[0].split())


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


def called(argument: Any) -> str:
    """How an argument stands in the line that calls the command."""
    name = (argument.metavar or argument.name).strip("[]").upper()
    return name if argument.required else f"[{name}]"


def named(parameter: Any) -> str:
    """How a parameter is written on the command line."""
    if parameter.param_type_name == "argument":
        return f"`{(parameter.metavar or parameter.name).strip('[]').upper()}`"
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


def assessment_file_page() -> str:
    """Every object of the JSON of `milepost assess`, from the JSON Schema."""
    head = (
        "What `milepost assess --format json` writes: one UTF-8 JSON document in the format `milepost.assessment/1`. "
        "Values are in base units (55 % is 0.55), times in years (2025.0 is the end of 2025). "
        "`milepost schema assessment` prints this page as a JSON Schema. Fields may be added; none is renamed."
    )
    return "\n\n".join(["# Assessment file", head, *objects("Assessment", assessment_schema())])


def assessment_frames_page() -> str:
    """The columns of the frames of an assessment, from the tables that name them and the comments beside them."""
    frames = (
        ("Assessment.targets", "A row for each target (with `by_parts` also for each part of the region): what it is,",
         ("milepost.pathways.model", "TARGETS")),
        ("", "and, behind that, where it stands.", ("milepost.assessments.result", "STANDING")),
        ("Assessment.methods", "A row for each target and method; `Assessment.figures(NAME)` has all of a method's.",
         ("milepost.assessments.model", "OUTCOME")),
        ("Assessment.gate", "What each target has of what an assessment needs.",
         ("milepost.assessments.result", "GATE")),
        ("Assessment.evidence", "The observations used, by target and year.",
         ("milepost.assessments.result", "EVIDENCE")),
        ("Assessment.disagreements", "A row for each target on which methods give different statuses.",
         ("milepost.assessments.result", "DISAGREEMENTS")),
        ("rollup", "`milepost.assessments.rollup.rollup(assessment, by)`: a row for each group.",
         ("milepost.assessments.rollup", "ROLLUP")),
        ("Cases", "What methods judge, a row for each case.", ("milepost.assessments.model", "CASES")),
    )  # fmt: skip
    parts = [
        "# Frames of an assessment",
        (
            "`milepost.assess(plan, observations)` gives an `Assessment` with these Polars frames. Values are in base "
            "units (55 % is 0.55), times in years (2025.0 is the end of 2025); what is not known is null."
        ),
    ]
    for title, told, (module, name) in frames:
        parts += [f"## {title}"] if title else []
        parts += [told, table("column", "type", "meaning", rows=commented(module, name))]
    return "\n\n".join(parts)


def commented(module: str, name: str) -> Iterator[tuple[str, str, str]]:
    """The columns of a table of names and types, each with the comment behind it."""
    source = inspect.getsource(import_module(module))
    body = source.split(f"{name}: Final", 1)[1].split("\n}", 1)[0]
    for column, kind, said in re.findall(r'^    "(\w+)": polars\.(.+?),(?:  # (.*))?$', body, re.MULTILINE):
        yield f"`{column}`", f"`{kind.replace('()', '').replace('polars.', '')}`", said


def methods_page() -> str:
    """Every method of assessing with its formula, classes and source, from its file; then the words and codes."""
    parts = [
        "# Methods of assessing",
        (
            "Each method is one file that says its formula, thresholds, edge cases and source, and how its own classes "
            "map to the seven statuses. Which methods decide is set in [the settings](settings.md); "
            "[how a target is judged](../explanation/how-a-target-is-judged.md) tells the whole way."
        ),
        table("status", "状态", rows=((f"`{code}` {words.en}", words.zh) for code, words in STATUS_WORDS.items())),
    ]
    for name in METHODS:
        parts += [f"## {name}", *method_entry(name)]
    for title, codes in (
        ("National words", NATIONAL),
        ("Why there is no rating", dict(sorted({**REASONS, **OBSTACLES}.items()))),
        ("Doubts", {code: doubt.words for code, doubt in DOUBTS.items()}),
    ):
        rows = ((f"`{code}`", words.en, words.zh) for code, words in codes.items())
        parts += [f"## {title}", table("code", "meaning", "含义", rows=rows)]
    return "\n\n".join(parts)


def method_entry(name: str) -> Iterator[str]:
    """What a method says of itself: titles, docstring, classes, figures."""
    method = method_named(name)
    yield f"{method.title.en} · {method.title.zh}"
    yield docstring(import_module(f"milepost.assessments.methods.{name}"))
    labels = ((f"`{label}` {words.en}", words.zh, f"`{status}`") for label, (words, status) in method.labels.items())
    yield table("class", "等级", "status", rows=labels)
    if method.figures:
        figures = ((f"`{key}`", each.en, each.zh) for key, each in method.figures.items())
        yield table("figure", "meaning", "含义", rows=figures)


def observations_page() -> str:
    """The columns of files of observations and decisions, the importers, the findings on data."""
    importers = ((f"`{name}`", each.title.en, each.describes.en) for name in IMPORTERS
                 for each in (importer_named(name).IMPORTER,))  # fmt: skip
    findings = ((f"{rule.code}", f"`{rule.name}`", rule.severity, rule.title.en, rule.title.zh)
                for rule in (module.RULE for module in finding_modules()))  # fmt: skip
    return "\n\n".join(
        [
            "# Observations",
            (
                "A file of observations (`milepost.observations/1`) has one value a line. Rows are only ever added: a "
                "correction is a new vintage. `milepost observe template PLAN` writes the form, filled in with the "
                "plan's indicators, units and regions."
            ),
            "## Columns",
            "Needed: " + ", ".join(f"`{name}`" for name in REQUIRED) + ". All, in their order: "
            + ", ".join(f"`{name}`" for name in COLUMNS) + ".",
            "The key is " + ", ".join(f"`{name}`" for name in KEY) + ": two values for one key are an error, values of "
            "two sources are both kept, and are a finding.",
            table("column", "accepted", rows=iter([
                ("`period_kind`", ", ".join(f"`{each}`" for each in PERIOD_KINDS)),
                ("`period`", "`2023`, `2023-H1`, `2023-Q3`, `2023-09` (of a year to date: up to that month)"),
                ("`bound`", ", ".join(f"`{each}`" for each in BOUNDS) + "; empty: exact"),
                ("`status`", ", ".join(f"`{each}`" for each in STATUSES) + "; from the weakest up"),
                ("`source_kind`", ", ".join(f"`{each}`" for each in SOURCE_KINDS) + "; the first is believed first"),
                ("`vintage`", "the day on which it became known, `YYYY-MM-DD`; empty: the end of the period"),
                ("`access`", "`public` (also when empty), `internal`, `embargoed:YYYY-MM-DD`"),
                ("`basis`", "口径 in words: prices, coverage, population"),
                ("`growth_percent`", "the change on the year before that the source itself states with the value"),
            ])),
            "## Importers",
            "The first that recognises a file reads it; `--format` names one.",
            table("name", "title", "reads", rows=importers),
            "## Findings on data",
            "What `milepost observe check` looks for.",
            table("code", "name", "severity", "finding", "问题", rows=findings),
            "## Decisions",
            (
                "What a deferred target waits for, in a CSV file with the columns "
                + ", ".join(f"`{name}`" for name in DECISION_COLUMNS)
                + ". `target` is the item's id, name or concept; without a `year` the value is for the whole period. "
                "From `date` on the target is judged by it."
            ),
        ]
    )  # fmt: skip


def pathway_rules_page() -> str:
    """The rules by which targets are laid out, from their files."""
    parts = [
        "# Pathway rules",
        "How `milepost pathway` lays a target out over years, and shares it out over the parts of the region.",
    ]
    for name in PATHWAY_RULES:
        module = import_module(f"milepost.pathways.rules.{name}")
        rule = module.RULE
        parts += [f"## {name}", f"{rule.title.en} · {rule.title.zh}", docstring(module), f"Formula: `{rule.formula}`"]
    return "\n\n".join(parts)


def objects(root: str, schema: dict[str, Any]) -> Iterator[str]:
    """The objects of a schema with their fields, the whole file first."""
    for name, definition in [(root, schema), *sorted(schema["$defs"].items())]:
        yield f"## {name}"
        yield definition.get("description", "")
        if "properties" in definition:
            rows = ((f"`{field}`", kind_of(value)) for field, value in definition["properties"].items())
            yield table("field", "type", rows=rows)


def kind_of(value: dict[str, Any]) -> str:
    """The type of a field in words, with a link to its object."""
    if "$ref" in value:
        name = value["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in value:
        return " or ".join(kind_of(one) for one in value["anyOf"])
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    if "prefixItems" in value:
        return "pair of " + kind_of(value["prefixItems"][0])
    if value.get("type") == "array":
        return "list of " + kind_of(value["items"])
    return str(value.get("type", "anything"))


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
