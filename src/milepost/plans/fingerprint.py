"""Which compiler this is, to the last rule and word list: what was read by another one is read again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import milepost

# What a reading depends on. Engines and commands may change without changing what is read.
FOLDERS = ("kernel", "languages", "documents", "plans")


@dataclass(frozen=True, slots=True)
class Compiler:
    """Version of Milepost, and the first characters of a hash of the code and word lists that read a plan."""

    version: str
    code: str


@cache
def compiler() -> Compiler:
    """The compiler of this process.

    >>> compiler() == compiler(), len(compiler().code)
    (True, 16)
    """
    root = Path(milepost.__file__).parent
    digest = hashlib.sha256()
    paths = (path for folder in FOLDERS for path in (root / folder).rglob("*") if _counts(path))
    for name, path in sorted((path.relative_to(root).as_posix(), path) for path in paths):
        content = path.read_bytes()
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return Compiler(milepost.__version__, digest.hexdigest()[:16])


def _counts(path: Path) -> bool:
    return path.is_file() and path.suffix != ".pyc" and not path.name.startswith(".")
