"""`milepost judge`: whether the methods give the worked figures that their sources print."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from milepost.assessments.judging import Judged, Missed, judge_file
from milepost.checks.excerpts import visible
from milepost.kernel.errors import MilepostError, UsageError

MISSED = 1
FORMAT = "milepost.judged/1"


@dataclass(frozen=True, slots=True)
class _Result:
    """What became of one file: it was judged, or there was an error."""

    path: Path
    judged: Judged | None = None
    error: MilepostError | None = None


def judge_command(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help="Files of worked figures (JSON), or folders of them.", show_default=False),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="The same as JSON.")] = False,
) -> None:
    """Run published worked figures through the methods: exit code 1 when a row is not reproduced."""
    results = [_judged(path) for path in _listed(files)]
    if as_json:
        content = {"format": FORMAT, "files": [_as_object(result) for result in results]}
        typer.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        for line in (line for result in results if result.judged for line in _lines(result.judged)):
            typer.echo(line)
    for result in results:
        if result.error is not None:
            typer.echo(f"milepost: {visible(str(result.error))}", err=True)
    code = max((_code(result) for result in results), default=0)
    if code:
        raise typer.Exit(code)


def _listed(given: list[Path]) -> Iterator[Path]:
    for path in given:
        if not path.is_dir():
            yield path
            continue
        found = sorted(path.glob("*.json"))
        if not found:
            raise UsageError("there are no files of worked figures", where=str(path), accepted="files named *.json")
        yield from found


def _judged(path: Path) -> _Result:
    # One bad file does not keep the others from being judged.
    try:
        return _Result(path, judge_file(path))
    except MilepostError as error:
        return _Result(path, error=error)


def _code(result: _Result) -> int:
    if result.error is not None:
        return result.error.exit_code
    return MISSED if result.judged is not None and result.judged.missed else 0


def _lines(judged: Judged) -> Iterator[str]:
    name = visible(judged.name)
    if judged.not_judged:
        yield f"{name}: not judged, form {judged.form}: {judged.not_judged}"
        return
    yield f"{name}: {judged.reproduced} of {judged.counted} reproduced"
    for missed in judged.missed:
        yield f"  {visible(_told(missed))}"


def _told(missed: Missed) -> str:
    """A figure that is not reproduced, on one line.

    >>> _told(Missed("EU:T1", "ratio", 1.5, 1.25))
    'EU:T1 ratio: expected 1.5, computed 1.25'
    >>> _told(Missed("EU:T2", "", None, None, "it lacks base"))
    'EU:T2: it lacks base'
    """
    where = f"{missed.row} {missed.key}".rstrip()
    if missed.reason and not missed.key:
        return f"{where}: {missed.reason}"
    computed = missed.reason or f"computed {_written(missed.computed)}"
    return f"{where}: expected {_written(missed.expected)}, {computed}"


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _as_object(result: _Result) -> dict[str, Any]:
    if result.judged is None:
        return {"name": result.path.name.removesuffix(".json"), "error": str(result.error)}
    return {key: value for key, value in asdict(result.judged).items() if key != "not_judged" or value}
