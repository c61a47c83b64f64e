"""Write the plain spellings of all names of concepts, from the table of concepts and the rules of spelling.

`python scripts/make_concept_names.py` writes `names.zh.tsv` and `names.en.tsv` beside the table; with `--check` it
only says whether they are up to date, with exit code 1 if not.
"""

from __future__ import annotations

import sys
from pathlib import Path

from milepost.plans.concepts.matching import NAMINGS, plain_names

FOLDER = Path(__file__).parents[1] / "src/milepost/plans/concepts"


def main(arguments: list[str]) -> int:
    """Write the lists, or compare them."""
    stale = []
    for code in NAMINGS:
        listing = "".join(f"{name}\t{identity}\n" for name, identity in sorted(plain_names(code).items()))
        path = FOLDER / f"names.{code}.tsv"
        if path.exists() and path.read_text(encoding="utf-8") == listing:
            continue
        stale.append(path.name)
        if "--check" not in arguments:
            path.write_text(listing, encoding="utf-8")
    if stale and "--check" in arguments:
        print(f"not up to date: {', '.join(stale)}; run scripts/make_concept_names.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
