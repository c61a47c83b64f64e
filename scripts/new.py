"""Make an empty member of a catalogue: `python scripts/new.py rule FAMILY fault-name`.

The file has every part that a rule must have, and the line in the table is put in; its cases fail until they are
written.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "src" / "milepost" / "checks" / "table.py"
RULES = ROOT / "src" / "milepost" / "checks" / "rules"
NAME = re.compile(r"[a-z]+(?:-[a-z]+)+")

TEMPLATE = '''"""One sentence: the fault.

## 查什么
查什么。

## 为什么要紧
为什么要紧。

## What it checks
What it checks.

## Why it matters
Why it matters.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words

RULE = Rule(
    code="{code}",
    name="{name}",
    severity="warning",
    title=Words("标题", "the fault in words"),
    advice=Words("怎么改", "what to do about it"),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """One sentence: which places it yields."""
    for line in inspection.lines:
        if line.of(inspection.text) == "what the rule looks for":
            yield Fault(Words("写明看到的数值、名称", "name what was seen"), (line,))


FINDS = [
    "A text with ⟦the fault⟧ between marks.",
]
PASSES = [
    "A text without the fault.",
    "Another that looks like it.",
]
'''


def family(name: str) -> tuple[str, str]:
    """The two letters of a family, and the block of the table that lists its members."""
    text = TABLE.read_text(encoding="utf-8")
    found = re.search(rf'    Family\(\n        "{name}",\n        "([A-Z]{{2}})",.*?\n    \),\n', text, re.DOTALL)
    if found is None:
        known = ", ".join(re.findall(r'    Family\(\n        "(\w+)"', text))
        raise SystemExit(f"there is no family {name!r}; accepted: {known}")
    return found[1], found[0]


def new_rule(family_name: str, name: str) -> Path:
    """Write the file of a rule and its line in the table; the file's path."""
    letters, block = family(family_name)
    if not NAME.fullmatch(name):
        raise SystemExit(f"a rule is named for its fault, in words with hyphens; found {name!r}")
    path = RULES / family_name / f"{name.replace('-', '_')}.py"
    if path.exists():
        raise SystemExit(f"{path.relative_to(ROOT)} is there already")
    codes = [
        int(number)
        for each in path.parent.glob("*.py")
        for number in re.findall(rf'code="{letters}(\d\d)"', each.read_text(encoding="utf-8"))
    ]
    path.write_text(TEMPLATE.format(code=f"{letters}{max(codes, default=0) + 1:02}", name=name), encoding="utf-8")
    line = f'            "{path.stem}",\n'
    grown = (
        block.replace("        (),\n", f"        (\n{line}        ),\n")
        if "        (),\n" in block
        else block.replace("\n        ),\n", f"\n{line}        ),\n")
    )
    TABLE.write_text(TABLE.read_text(encoding="utf-8").replace(block, grown), encoding="utf-8")
    return path


def main(arguments: list[str]) -> int:
    """Make the member that the arguments ask for."""
    if len(arguments) != 3 or arguments[0] != "rule":
        print(__doc__, file=sys.stderr)
        return 2
    print(new_rule(arguments[1], arguments[2]).relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
