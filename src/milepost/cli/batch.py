"""Which files a command works on, and where the result of each is written."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from milepost.kernel.errors import ReadError, UsageError

RESULT_ENDING = ".plan.json"

# What is taken from a folder. A file named on the command line is read whatever it is called.
DOCUMENT_ENDINGS = frozenset(
    {".txt", ".text", ".md", ".markdown", ".htm", ".html", ".xhtml", ".docx", ".pdf", ".doc", ".wps"}
)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The documents found. `many` is True when results go to one file each, `passed_over` what folders held else."""

    files: tuple[Path, ...]
    passed_over: tuple[Path, ...]
    many: bool


def expand(named: Sequence[Path]) -> Inputs:
    """The files named, and those in the folders named, each once, in order.

    Folders are searched to the bottom. Hidden files, plan files and links that lead out of the folder are left
    alone; other files that are no documents by their ending are listed in `passed_over`.

    Raises
    ------
    ReadError
        If a folder cannot be searched or holds no document.
    """
    files: dict[str, Path] = {}
    passed_over: list[Path] = []
    for path in named:
        if not path.is_dir():
            files.setdefault(os.path.realpath(path), path)
            continue
        documents, others = _search(path)
        passed_over += others
        for document in documents:
            files.setdefault(os.path.realpath(document), document)
    many = len(files) > 1 or any(path.is_dir() for path in named)
    return Inputs(tuple(files.values()), tuple(passed_over), many)


def _search(folder: Path) -> tuple[list[Path], list[Path]]:
    documents: list[Path] = []
    others: list[Path] = []
    root = folder.resolve()
    for path in _files_under(folder):
        if path.name.startswith(".") or path.name.endswith(RESULT_ENDING):
            continue
        if path.suffix.lower() in DOCUMENT_ENDINGS and path.resolve().is_relative_to(root):
            documents.append(path)
        else:
            others.append(path)
    if not documents:
        raise ReadError(
            "no documents in the folder",
            where=str(folder),
            found=f"{len(others)} other files",
            accepted=" ".join(sorted(DOCUMENT_ENDINGS)),
        )
    return documents, others


def _files_under(folder: Path) -> Iterable[Path]:
    def refuse(error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        raise ReadError("cannot search the folder", where=str(error.filename), found=reason) from error

    for place, folders, names in os.walk(folder, onerror=refuse):
        # Sorted in place: os.walk then goes on in this order, the same on every machine.
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if Path(place, name).is_file())


def result_names(files: Sequence[Path]) -> list[str]:
    """A file name for the result of each input, no two alike.

    The stem is used where it is the only one of its kind, else the whole file name, else the folder before it too.

    >>> result_names([Path("a/plan.txt"), Path("b/goals.pdf")])
    ['plan.plan.json', 'goals.plan.json']
    >>> result_names([Path("a/plan.txt"), Path("b/plan.txt"), Path("b/plan.pdf")])
    ['a-plan.txt.plan.json', 'b-plan.txt.plan.json', 'plan.pdf.plan.json']
    """
    ways: tuple[Callable[[Path], str], ...] = (
        lambda path: path.stem,
        lambda path: path.name,
        lambda path: "-".join([*path.resolve().parts[-2:-1], path.name]),
        lambda path: "-".join(path.resolve().parts[1:]),
    )
    names: dict[int, str] = {}
    taken: set[str] = set()
    for way in ways:
        left = [place for place in range(len(files)) if place not in names]
        # Compared without case: some file systems hold Plan and plan for one name.
        counts = Counter(way(files[place]).casefold() for place in left)
        for place in left:
            name = way(files[place])
            if counts[name.casefold()] == 1 and name.casefold() not in taken:
                names[place] = name
        taken |= {name.casefold() for name in names.values()}
    for place in range(len(files)):
        names.setdefault(place, f"{files[place].name}-{place + 1}")
    return [names[place] + RESULT_ENDING for place in range(len(files))]


def result_paths(inputs: Inputs, output: str | None) -> list[Path]:
    """Where each result goes: `output` is a folder for many inputs, a file or a folder for one.

    A name that ends with a slash means a folder. Without `output` results go to the working directory. Folders that
    are missing are made.

    Raises
    ------
    UsageError
        If `output` is a file and there are many inputs, or a result would overwrite an input.
    """
    folder = output or Path()
    if output is not None and not inputs.many and not _means_folder(output):
        paths = [Path(output)]
    else:
        folder = Path(output or ".")
        if folder.exists() and not folder.is_dir():
            raise UsageError("many plans need a folder", where="--output", found=f"the file {folder}")
        _make(folder)
        paths = [folder / name for name in result_names(inputs.files)]
    sources = {os.path.realpath(path) for path in inputs.files}
    for path in paths:
        if os.path.realpath(path) in sources:
            raise UsageError("the result would overwrite an input", where="--output", found=str(path))
    return paths


def _means_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError("cannot make the folder", where=str(folder), found=reason) from error
