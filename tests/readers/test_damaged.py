"""No file, however damaged or hostile, gives anything but a document or an error of ours."""

from __future__ import annotations

import importlib.util
import threading
from pathlib import Path
from types import ModuleType

import pytest

from milepost.documents.run import read_document
from milepost.kernel.errors import MilepostError

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "make_damaged.py"
SECONDS = 60
"""Far above what any of the files takes; a reader that hangs is stopped by it."""


def loaded() -> ModuleType:
    """The script as a module."""
    specification = importlib.util.spec_from_file_location("make_damaged", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of damaged files."""
    folder = tmp_path_factory.mktemp("damaged")
    assert loaded().main([str(folder)]) == 0
    return folder


def test_the_same_files_come_out_on_every_run() -> None:
    """The corpus depends on nothing but the example plan."""
    module = loaded()
    assert list(module.mutated()) == list(module.mutated())
    assert dict(module.word()) == dict(module.word())


def test_every_damaged_file_gives_a_document_or_an_error_of_ours(corpus: Path) -> None:
    """Spans lie inside the text, and errors name the file."""
    files = sorted(corpus.iterdir())
    assert len(files) > 100
    for path in files:
        result: list[BaseException | None] = []
        thread = threading.Thread(target=lambda path=path, result=result: result.append(outcome(path)), daemon=True)
        thread.start()
        thread.join(SECONDS)
        assert result, f"{path.name} is not read within {SECONDS} seconds"
        assert result[0] is None, f"{path.name}: {result[0]!r}"


def outcome(path: Path) -> BaseException | None:
    """What is wrong with the way in which a file is read, if anything."""
    try:
        document = read_document(path)
        length = len(document.text)
        for table in document.tables:
            table.grid()
            assert 0 <= table.span.start <= table.span.end <= length
            assert all(0 <= cell.span.start <= cell.span.end <= length for cell in table.cells)
        assert all(0 <= block.span.start <= block.span.end <= length for block in document.blocks)
    except MilepostError as error:
        return None if path.name in str(error) else error
    except BaseException as error:  # noqa: BLE001 - the point of the test
        return error
    return None
