"""Short texts are read into the rows that the Markdown files beside this one list under them.

A folder is a language. In its files a fenced block is what stands in the document before each text below it, a
quotation is a text, and the table under it lists all rows that the text gives; "Nothing." stands for no row. A cell
`A or B` holds what may stand either way (`nothing` is an empty cell). Columns that a table leaves out are not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from milepost.plans.model import Plan
from milepost.plans.run import read_text

FOLDER = Path(__file__).parent
LANGUAGES = {"chinese": "zh", "english": "en"}
FIGURES = ("target", "fact")
Row = dict[str, str]


@dataclass(frozen=True)
class Case:
    """A text, what stands before it, and the rows expected of it: the kinds of row, the columns, the rows."""

    name: str
    language: str
    context: str
    text: str
    kinds: tuple[str, ...]
    rows: tuple[Row, ...]


def cases_of(path: Path) -> Iterator[Case]:
    """The cases of a file, in its order."""
    title, context, fenced = "", "", False
    quoted: list[str] = []
    columns: list[str] = []
    rows: list[Row] = []

    def case() -> Case:
        kinds = {"name": ("project",), "level": ("section",)}.get((*columns, "", "")[1], FIGURES)
        name = f"{path.stem}: {title or quoted[0]}"
        return Case(name, LANGUAGES[path.parent.name], context, "\n".join(quoted), kinds, tuple(rows))

    for line in path.read_text(encoding="utf-8").splitlines():
        if quoted and (columns or rows) and not line.startswith("|"):
            yield case()
            quoted, columns, rows = [], [], []
        if line.startswith("```"):
            fenced, context = not fenced, context if fenced else ""
        elif fenced:
            context += line + "\n"
        elif line.startswith("## "):
            title = line[3:]
        elif line.startswith("> "):
            quoted.append(line[2:])
        elif line == "Nothing.":
            yield case()
            quoted = []
        elif quoted and line.startswith("|"):
            cells = [cell.strip() for cell in line[1:-1].split("|")]
            if not columns:
                columns = ["row", *cells[1:]]
            elif set(cells[0]) != {"-"}:
                rows.append(dict(zip(columns, cells, strict=True)))
    if quoted:
        yield case()


def number(value: float | None, high: float | None = None) -> str:
    """A value as the tables write it: `3`, `3 to 5`, nothing for None."""
    if value is None:
        return ""
    return f"{value:.12g}" + (f" to {high:.12g}" if high is not None else "")


def figures(plan: Plan) -> Iterator[tuple[int, Row]]:
    """Commitments and facts, each with its place."""
    for promise in plan.commitments:
        target, baseline = promise.target, promise.baseline
        row = {
            "row": "target",
            "value": number(target.value, target.value_high),
            "by": target.by or "",
            "certainty": target.certainty,
            "baseline": f"from {number(baseline.value)}" if baseline and baseline.value is not None else "",
        }
        common = {"unit": target.unit or "", "comparator": target.comparator, "kind": target.kind}
        yield promise.value_span.start, row | common | {"subject": promise.subject}
    for fact in plan.facts:
        row = {
            "row": "fact",
            "value": number(fact.value, fact.value_high),
            "by": fact.period[1] if fact.period else "",
            "certainty": "",
            "baseline": "",
        }
        common = {"unit": fact.unit or "", "comparator": fact.comparator, "kind": fact.kind}
        yield fact.value_span.start, row | common | {"subject": fact.subject}


def structure(plan: Plan) -> Iterator[tuple[int, Row]]:
    """Projects and sections, each with its place."""
    for project in plan.projects:
        sizes = ", ".join(f"{number(size.value, size.value_high)} {size.unit}" for size in project.quantities)
        box = str(project.box or "")
        row = {"row": "project", "name": project.name, "box": box, "quantities": sizes, "group": project.group or ""}
        yield project.span.start, row
    for section in plan.sections:
        printed = "" if section.number is None else str(section.number)
        row = {"row": "section", "level": section.level, "number": printed, "title": section.title}
        yield section.span.start, row


def found_in(case: Case) -> list[Row]:
    """The rows of the kinds that the case speaks of, from its own text on, in order of the text."""
    plan = read_text(case.context + case.text, case.language)
    placed = [*figures(plan), *structure(plan)]
    kept = [(at, row) for at, row in placed if row["row"] in case.kinds and at >= len(case.context)]
    return [row for _, row in sorted(kept, key=lambda one: one[0])]


def agrees(row: Row, expected: Row) -> bool:
    """Whether a row holds in every column what is expected there."""
    return all((row[name] or "nothing") in (cell or "nothing").split(" or ") for name, cell in expected.items())


def unmatched(rows: Iterable[Row], expected: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """What is expected but not found, and what is found but not expected."""
    left, missing = list(rows), []
    for wanted in expected:
        match = next((row for row in left if agrees(row, wanted)), None)
        if match is None:
            missing.append(wanted)
        else:
            left.remove(match)
    return missing, left


CASES = [case for path in sorted(FOLDER.glob("*/*.md")) for case in cases_of(path)]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.language}-{case.name[:60]}" for case in CASES])
def test_a_text_gives_the_rows_under_it(case: Case) -> None:
    """Every row of the table is read from the text, and no other."""
    missing, extra = unmatched(found_in(case), case.rows)
    assert (missing, extra) == ([], []), case.text


def test_every_folder_is_a_language_with_cases() -> None:
    """No folder and no file of cases is passed over."""
    assert {path.name for path in FOLDER.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(LANGUAGES)
    assert all(list(cases_of(path)) for path in FOLDER.glob("*/*.md"))
