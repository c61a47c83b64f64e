"""One Parquet file from slices of many, in their order and with flat memory; the same rows give the same bytes."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import polars

from milepost.engines.parts import Slice

# Rows of a group in the Parquet file: fixed, so that the bytes do not depend on where the slices end.
GROUP_ROWS = 50_000

# Files that are read at once. Planning time grows with the square of their number.
MOST_AT_ONCE = 64


def stack(slices: Iterable[Slice], schema: dict[str, polars.DataType], target: Path, workspace: Path) -> int:
    """Write the rows of the slices to `target` and give their number; `workspace` is an empty folder to work in.

    More slices than can be read at once are put together in steps.
    """
    left = [one for one in slices if one.end > one.start]
    rows = sum(one.end - one.start for one in left)
    step = 0
    while len(left) > MOST_AT_ONCE:
        step += 1
        left = _put_together(left, schema, workspace / f"{step}")
        shutil.rmtree(workspace / f"{step - 1}", ignore_errors=True)
    _write(left, schema, target)
    shutil.rmtree(workspace / f"{step}", ignore_errors=True)
    return rows


def _put_together(slices: Sequence[Slice], schema: dict[str, polars.DataType], folder: Path) -> list[Slice]:
    folder.mkdir()
    made = []
    for number, first in enumerate(range(0, len(slices), MOST_AT_ONCE)):
        group = slices[first : first + MOST_AT_ONCE]
        path = folder / f"{number:06}.parquet"
        _write(group, schema, path)
        made.append(Slice(path, 0, sum(one.end - one.start for one in group)))
    return made


def _write(slices: Sequence[Slice], schema: dict[str, polars.DataType], path: Path) -> None:
    if not slices:
        polars.DataFrame(schema=schema).write_parquet(path, compression="zstd")
        return
    frames = [polars.scan_parquet(one.path).slice(one.start, one.end - one.start) for one in slices]
    polars.concat(frames, rechunk=False).sink_parquet(
        path, compression="zstd", row_group_size=GROUP_ROWS, maintain_order=True, sync_on_close="all"
    )


def file_hash(path: Path) -> str:
    """SHA-256 of a file, read a piece at a time."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
