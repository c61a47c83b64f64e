"""How a file is written whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from milepost.kernel.errors import UsageError


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, so that nobody ever sees half of it, not even after a crash.

    The bytes go to a temporary file in the same folder, reach the disk, and take the name in one step. A link is
    followed; what is no ordinary file (a pipe, `/dev/stdout`) is written to as it stands.

    Raises
    ------
    UsageError
        If the folder or the file cannot be written; an older file of that name stays as it was.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_whole(Path(folder, "plan.json"), b"{}")
    ...     Path(folder, "plan.json").read_bytes()
    b'{}'
    """
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise UsageError("cannot write the file", where=str(path), found="a folder", accepted="a file name")
        if target.exists() and not target.is_file():
            target.write_bytes(content)
            return
        _replace(target, content)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError("cannot write the file", where=str(path), found=reason, accepted="a writable place") from error


def _replace(target: Path, content: bytes) -> None:
    # The name says whose it is, should a power cut leave it behind.
    temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(6)}.tmp")
    # Created like any file of the user (umask applies), but never over something that stands there.
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    # Without this the new name may be lost in a power cut. Some file systems do not offer it.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
