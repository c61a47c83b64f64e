"""The layout that design and house style promise, checked on the files themselves."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from milepost.assessments.table import FORMATS, FORMS, METHODS
from milepost.cli.bench import BENCHES
from milepost.cli.main import COMMANDS
from milepost.documents.table import READERS
from milepost.forecasts.table import METHODS as FORECASTS
from milepost.observations.table import FINDINGS, IMPORTERS
from milepost.pathways.table import RULES
from milepost.plans.table import PASSES

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "milepost"
MOST_MODULE_LINES = 400
MOST_FUNCTION_LINES = 40

# Files of cli/ that serve several commands and are none themselves.
SHARED_BY_COMMANDS = {
    "bench_pages", "bench_statistics", "bench_works",
    "checking", "observing_check", "observing_import", "observing_template",
    "main", "options", "batch", "corpus", "correcting", "measuring", "peers", "screen", "summary", "tables", "views",
    "words",
    "pathway_inputs", "pathway_views", "forecast_inputs", "forecast_views",
}  # fmt: skip

# Put together here, so that this file does not hold what it looks for.
FORBIDDEN = re.compile(
    "|".join(
        ["pypi" + r"\.org", "python" + "hosted", "npm" + r"js\.(?:org|com)", "(?<![\\w.])/" + "work/"]
        + [f"(?<![\\w.:/])/{name}/" for name in ("ro" + "ot", "ho" + "me", "op" + "t")]
    )
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources(*folders: str) -> list[Path]:
    """Python files under the folders named."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def shown(path: Path) -> str:
    """The path as a message names it."""
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[Function]:
    """All functions and methods of a file, nested ones too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from (node for node in ast.walk(tree) if isinstance(node, Function))


def lines_of(function: Function) -> int:
    """Lines of a function from `def` to its end, without its docstring."""
    assert function.end_lineno is not None
    lines = function.end_lineno - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None and first.end_lineno is not None:
        lines -= first.end_lineno - first.lineno + 1
    return lines


def public(tree: ast.Module) -> Iterator[ast.AST]:
    """Public classes and functions of a module, and the public methods of those classes."""
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (one for one in node.body if isinstance(one, Function) and not one.name.startswith("_"))


def members(folder: str) -> set[str]:
    """Names of the member files of a stage."""
    return {path.stem for path in (PACKAGE / folder).glob("*.py")} - {"__init__"}


def tracked_texts() -> list[Path]:
    """Text files that stand, or would stand, under version control."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode != 0:
        pytest.skip("needs the git working copy")
    names = {name for name in listed.stdout.decode().split("\0") if name}
    files = [ROOT / name for name in sorted(names)]
    return [path for path in files if path.is_file() and b"\0" not in path.read_bytes()[:8000]]


def test_modules_are_short() -> None:
    """No module of the package has more than 400 lines."""
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources("src", "scripts")}
    assert {name: length for name, length in lengths.items() if length > MOST_MODULE_LINES} == {}


def test_functions_are_short() -> None:
    """No function of the package has more than 40 lines, docstring not counted."""
    found = [
        f"{shown(path)}:{function.lineno} {function.name} has {lines_of(function)} lines"
        for path in sources("src", "scripts")
        for function in functions(path)
        if lines_of(function) > MOST_FUNCTION_LINES
    ]
    assert found == []


def test_modules_and_public_things_say_what_they_are() -> None:
    """Every module, public class, function and method has a docstring."""
    silent = []
    for path in sources("src"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if ast.get_docstring(tree) is None:
            silent.append(shown(path))
        silent += [
            f"{shown(path)}:{node.lineno} {node.name}"
            for node in public(tree)
            if isinstance(node, Function | ast.ClassDef) and ast.get_docstring(node) is None
        ]
    # Methods that Typer's classes define and explain.
    allowed = ("list_commands", "get_command")
    assert [name for name in silent if not name.endswith(allowed)] == []


def test_every_test_says_what_it_expects() -> None:
    """Every test function has a docstring of one paragraph."""
    silent = [
        f"{shown(path)}:{function.lineno} {function.name}"
        for path in sources("tests")
        for function in functions(path)
        if function.name.startswith("test_") and "\n\n" in (ast.get_docstring(function) or "\n\n")
    ]
    assert silent == []


def test_every_reader_is_in_the_table_and_on_disk() -> None:
    """Files of documents/readers/ and lines of its table are the same, both ways."""
    assert {reader.module.rsplit(".", 1)[1] for reader in READERS} == members("documents/readers")


def test_every_pass_is_in_the_table_and_on_disk() -> None:
    """Files of plans/passes/ and lines of its table are the same, both ways."""
    assert {each.find.__module__.rsplit(".", 1)[1] for each in PASSES} == members("plans/passes")
    assert {each.name for each in PASSES} == members("plans/passes")


@pytest.mark.parametrize(
    ("folder", "table"),
    [
        ("observations/importers", IMPORTERS),
        ("observations/findings", FINDINGS),
        ("forecasts/methods", FORECASTS),
        ("pathways/rules", RULES),
        ("assessments/methods", METHODS),
        ("assessments/forms", FORMS),
        ("assessments/formats", FORMATS),
        ("cli/benches", BENCHES),
    ],
)
def test_every_member_is_in_the_table_and_on_disk(folder: str, table: tuple[str, ...]) -> None:
    """Files of a folder of members and lines of its table are the same, both ways, and none stands twice."""
    assert sorted(table) == sorted(members(folder))


def test_every_command_is_in_the_table_and_on_disk() -> None:
    """Files of cli/ are commands in its table, or known to serve several of them."""
    assert set(COMMANDS) == members("cli") - SHARED_BY_COMMANDS - {"__main__"}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_of_the_table_can_be_called(name: str) -> None:
    """A line of the table of commands names a function that exists, in the file of that name."""
    module, function = COMMANDS[name].split(":")
    assert module == f"milepost.cli.{name}"
    assert callable(getattr(import_module(module), function))


def test_no_machine_path_and_no_registry_in_the_repository() -> None:
    """No text file names a package registry's host or a path of the machine that it was written on."""
    found = []
    for path in tracked_texts():
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            if match := FORBIDDEN.search(line):
                found.append(f"{shown(path)}:{number} {match[0]}")
    assert found == []
