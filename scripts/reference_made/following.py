"""The reference pages on following a plan: observations, methods, pathway rules, frames and file of an assessment."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from importlib import import_module

from milepost.assessments.assessment_file import assessment_schema
from milepost.assessments.doubts import DOUBTS
from milepost.assessments.model import STATUS_WORDS
from milepost.assessments.policy import NATIONAL
from milepost.assessments.reasons import REASONS
from milepost.assessments.table import METHODS, method_named
from milepost.observations.decisions import COLUMNS as DECISION_COLUMNS
from milepost.observations.files import importer_named
from milepost.observations.model import BOUNDS, COLUMNS, KEY, PERIOD_KINDS, REQUIRED, SOURCE_KINDS, STATUSES
from milepost.observations.run import finding_modules
from milepost.observations.table import IMPORTERS
from milepost.pathways.obstacles import OBSTACLES
from milepost.pathways.table import RULES
from reference_made.markdown import docstring, objects, table


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
        ("Assessment.chances", "How many targets of a region and group will be reached; empty without `probability`.",
         ("milepost.assessments.model", "CHANCES")),
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
    importers = (
        (f"`{name}`", each.title.en, each.describes.en)
        for name in IMPORTERS
        for each in (importer_named(name).IMPORTER,)
    )
    findings = (
        (f"{rule.code}", f"`{rule.name}`", rule.severity, rule.title.en, rule.title.zh)
        for rule in (module.RULE for module in finding_modules())
    )
    return "\n\n".join(
        [
            "# Observations",
            *observation_columns(),
            "## Importers",
            "The first that recognises a file reads it; `--format` names one.",
            table("name", "title", "reads", rows=importers),
            "## Findings on data",
            "What `milepost observe check` looks for.",
            table("code", "name", "severity", "finding", "问题", rows=findings),
            "## Decisions",
            (
                f"What a deferred target waits for, in a CSV file with the columns {listed(DECISION_COLUMNS)}. "
                "`target` is the item's id, name or concept; without a `year` the value is for the whole period. From "
                "`date` on the target is judged by it."
            ),
        ]
    )


def observation_columns() -> Iterator[str]:
    """What stands in a file of observations."""
    yield (
        "A file of observations (`milepost.observations/1`) has one value a line. Rows are only ever added: a "
        "correction is a new vintage. `milepost observe template PLAN` writes the form, filled in with the plan's "
        "indicators, units and regions."
    )
    yield "## Columns"
    yield f"Needed: {listed(REQUIRED)}. All, in their order: {listed(COLUMNS)}."
    yield (
        f"The key is {listed(KEY)}: two values for one key are an error; values of two sources are both kept, and are "
        "a finding."
    )
    accepted = [
        ("`period_kind`", listed(PERIOD_KINDS)),
        ("`period`", "`2023`, `2023-H1`, `2023-Q3`, `2023-09` (of a year to date: up to that month)"),
        ("`bound`", f"{listed(BOUNDS)}; empty: exact"),
        ("`status`", f"{listed(STATUSES)}; from the weakest up"),
        ("`source_kind`", f"{listed(SOURCE_KINDS)}; the first is believed first"),
        ("`vintage`", "the day on which it became known, `YYYY-MM-DD`; empty: the end of the period"),
        ("`access`", "`public` (also when empty), `internal`, `embargoed:YYYY-MM-DD`"),
        ("`basis`", "口径 in words: prices, coverage, population"),
        ("`growth_percent`", "the change on the year before that the source itself states with the value"),
    ]
    yield table("column", "accepted", rows=iter(accepted))


def listed(codes: Iterable[str]) -> str:
    """Codes in a row."""
    return ", ".join(f"`{code}`" for code in codes)


def pathway_rules_page() -> str:
    """The rules by which targets are laid out, from their files."""
    parts = [
        "# Pathway rules",
        "How `milepost pathway` lays a target out over years, and shares it out over the parts of the region.",
    ]
    for name in RULES:
        module = import_module(f"milepost.pathways.rules.{name}")
        rule = module.RULE
        parts += [f"## {name}", f"{rule.title.en} · {rule.title.zh}", docstring(module), f"Formula: `{rule.formula}`"]
    return "\n\n".join(parts)
