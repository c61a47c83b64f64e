"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from milepost.kernel.errors import UsageError
from milepost.kernel.files import write_whole


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk refuses, the old file is as it was and nothing else lies beside it."""
    target = tmp_path / "plan.json"
    target.write_bytes(b"old")

    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UsageError, match="No space left"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_has_the_rights_of_the_users_other_files(tmp_path: Path) -> None:
    """The umask decides who may read the file, as for any file."""
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "plan.json", b"{}")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "plan.json").stat().st_mode) == 0o640


def test_a_link_is_followed(tmp_path: Path) -> None:
    """A link stays a link, and the file that it names gets the content."""
    (tmp_path / "link.json").symlink_to(tmp_path / "plan.json")
    write_whole(tmp_path / "link.json", b"{}")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "plan.json").read_bytes() == b"{}"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """What is no ordinary file stays what it is."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[bytes] = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"{}")
    reader.join(10)
    assert received == [b"{}"]
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["", "missing/plan.json"])
def test_an_impossible_place_is_wrong_use(tmp_path: Path, name: str) -> None:
    """A folder, or a file in a folder that does not exist, is told as wrong use."""
    with pytest.raises(UsageError, match="cannot write the file"):
        write_whole(tmp_path / name, b"{}")
