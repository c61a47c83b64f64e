"""A file of observations that only ever grows: rows are added at its end, and a correction is a new vintage."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import polars

from milepost.checks.model import Words
from milepost.kernel.errors import ReadError, UsageError
from milepost.kernel.files import write_whole
from milepost.observations.files import content_of, importer_named, refuse_faults
from milepost.observations.importing import Imported, ImportOptions, RowFault
from milepost.observations.layouts import layout_of
from milepost.observations.model import COLUMNS, KEY, SCHEMA, empty
from milepost.observations.separated import grid_of, separator_of
from milepost.observations.units import with_base_values
from milepost.observations.validating import agreeing, validated
from milepost.observations.wording import YEAR, column_called
from milepost.observations.writing import as_csv

State = Literal["new", "same", "conflict"]


@dataclass(frozen=True, slots=True)
class Appending:
    """What adding rows to a file comes to, before anything is written.

    `states` says of each row whether it is `new`, the `same` as one that stands there, or in `conflict` with one;
    `conflicts` tells of the last. `before` is the file as it was, `after` what it will be.
    """

    path: Path
    rows: polars.DataFrame
    places: tuple[str, ...]
    states: polars.Series
    conflicts: tuple[RowFault, ...]
    before: bytes
    after: bytes

    def count(self, state: State) -> int:
        """How many rows are in a state."""
        return int((self.states == state).sum())


def appending(path: Path, imported: Imported) -> Appending:
    """What adding rows to a file comes to; the file need not exist yet.

    Parameters
    ----------
    path : Path
        A CSV file in the columns of `milepost.observations/1`, whole and free of faults.
    imported : Imported
        Validated rows.

    Raises
    ------
    ReadError
        If the file cannot be read, or has faulty rows itself.
    UsageError
        If it is no file with one value a line.
    """
    before = content_of(path) if path.exists() else b""
    old = _standing(before, path) if before else Imported(empty(), ())
    states, conflicts = _states(imported, old)
    new = imported.rows.filter(states == "new")
    after = _after(before, new, path)
    return Appending(path, imported.rows, imported.places, states, conflicts, before, after)


def write(appended: Appending) -> None:
    """Write the file, whole or not at all.

    Raises
    ------
    ReadError
        If rows are in conflict, or the file has changed meanwhile; nothing is written then.
    UsageError
        If the file cannot be written.
    """
    path = appended.path
    refuse_faults(Imported(empty(), (), appended.conflicts), str(path))
    now = path.read_bytes() if path.exists() else b""
    if now != appended.before:
        raise ReadError("the file was changed meanwhile", where=str(path), accepted="the same command once more")
    if appended.after != appended.before:
        write_whole(path, appended.after)


def _standing(content: bytes, path: Path) -> Imported:
    """The rows that stand in the file."""
    grid = grid_of(content, path.name)
    layout = layout_of(grid, str(path), ImportOptions())
    if layout.shape != "long" or layout.header != 0:
        found = "a table with years or indicators as columns" if layout.shape != "long" else "lines above the heading"
        accepted = f"a CSV file with one value a line and the columns {', '.join(COLUMNS[:7])} …"
        raise UsageError("rows cannot be added to this file", where=str(path), found=found, accepted=accepted)
    old = validated(importer_named("csv").read(content, path.name, ImportOptions()))
    refuse_faults(old, str(path))
    return old


def _states(imported: Imported, old: Imported) -> tuple[polars.Series, tuple[RowFault, ...]]:
    """The state of each row, by the row of its key that stands in the file."""
    rows = with_base_values(imported.rows)
    standing = with_base_values(old.rows).with_row_index("row").select(
        *KEY, *(polars.col(name).alias(f"old_{name}") for name in (*_COMPARED, "row"))
    )  # fmt: skip
    both = rows.join(standing, on=list(KEY), how="left", nulls_equal=True, maintain_order="left")
    is_new = both["old_row"].is_null()
    same = both.select(agreeing("old_"))["same"] & ~is_new
    state = polars.select(
        polars.when(is_new).then(polars.lit("new")).when(same).then(polars.lit("same")).otherwise(polars.lit("conflict"))
    ).to_series()
    wrong = (state == "conflict").arg_true().to_list()
    told = both.select("value", "unit", "old_value", "old_unit", "old_row", "indicator", "period")
    faults = []
    for at in wrong:
        value, unit, old_value, old_unit, row, indicator, period = told.row(at)
        faults.append(
            RowFault(
                imported.places[at],
                Words(
                    f"{indicator}（{period}）已有不同的数值（文件中{old.places[row]}）；更正须注明发布日期",
                    f"{indicator} ({period}) has another value already ({old.places[row]} of the file)",
                ),
                f"{value!r} {unit or ''} here, {old_value!r} {old_unit or ''} there".replace(" ,", ","),
                "a correction is a new vintage: --vintage YYYY-MM-DD",
            )
        )
    return state.rename("state"), tuple(faults)


_COMPARED = ("value", "unit", "bound", "status", "access", "base_value", "base_unit")


def _after(before: bytes, new: polars.DataFrame, path: Path) -> bytes:
    """The file with the new rows at its end; what stands there stays as it is, to the byte where that is possible."""
    if not before.strip():
        return as_csv(new)
    if new.is_empty():
        return before
    heads = list(grid_of(before, path.name).cells.row(0))
    called = [column_called(head) if head else None for head in heads]
    used = [name for name in COLUMNS if new[name].null_count() < new.height]
    # A column of years cannot hold a quarter: such a file gets our own columns.
    missing = [name for name in used if name not in called]
    if not missing and None not in called and YEAR not in called and _is_plain(before):
        end = b"" if before.endswith((b"\n", b"\r")) else b"\n"
        return before + end + as_csv(new, [name or "" for name in called], heading=False)
    return _rewritten(before, new, path)


def _is_plain(content: bytes) -> bool:
    """Whether a file is UTF-8 with commas, so that lines can be put behind it."""
    try:
        head = content[:65536].decode(errors="ignore")
        content.decode()
    except UnicodeDecodeError:
        return False
    return separator_of(head) == "," and b"\0" not in content[:4096]


def _rewritten(before: bytes, new: polars.DataFrame, path: Path) -> bytes:
    """All rows in our own columns: where the file lacks some, or is in another encoding."""
    old = _standing(before, path).rows
    return as_csv(polars.concat([old, new.select(old.columns)]).select(list(SCHEMA)))
