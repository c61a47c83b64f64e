"""The known-file: findings that are kept back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from milepost.checks.known import load_known, only_new, write_known
from milepost.checks.model import Checked
from milepost.kernel.errors import ReadError, UsageError
from reports_support import TEXT, finding

OLD, NEW = finding(TEXT, ["22%"]), finding(TEXT, ["23%"])


def test_what_is_known_is_kept_back(tmp_path: Path) -> None:
    """A finding whose id was recorded is not new."""
    path = tmp_path / "known.json"
    write_known(path, [OLD])
    assert only_new(Checked((OLD, NEW)), load_known(path)) == Checked((NEW,))


def test_the_file_says_what_was_recorded(tmp_path: Path) -> None:
    """Its format, and of each finding the id, the rule's name and the first words."""
    path = tmp_path / "known.json"
    write_known(path, [OLD])
    assert json.loads(path.read_bytes()) == {
        "format": "milepost.known/1",
        "findings": [{"id": OLD.id, "name": "number-missing", "quote": "22%"}],
    }


@pytest.mark.parametrize("content", [b"", b"{", b"null", b'{"format": "milepost.known/2", "findings": []}', b"\xff"])
def test_a_damaged_file_is_told(tmp_path: Path, content: bytes) -> None:
    """It names the file and the format that would be accepted."""
    path = tmp_path / "known.json"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"known\.json.*milepost\.known/1"):
        load_known(path)


def test_what_cannot_be_written_or_read_is_told(tmp_path: Path) -> None:
    """A folder is no file."""
    with pytest.raises(ReadError):
        load_known(tmp_path)
    with pytest.raises(UsageError):
        write_known(tmp_path, [OLD])
