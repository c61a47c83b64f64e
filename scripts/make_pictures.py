"""Draw the terminal pictures of the README and the documentation from what `milepost show` really prints.

`python scripts/make_pictures.py` draws them to docs/pictures/; with `--check` it only says whether they are up to date,
with exit code 1 if not.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console

from milepost.cli.summary import print_summary
from milepost.cli.views import print_items
from milepost.plans.model import Plan
from milepost.plans.run import compile_plan

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
EXAMPLE = Path("examples/qinghe/qinghe.txt")
WIDTH = 100

# Rich's own frame fetches a font from elsewhere; this one takes a monospaced font of the reader's machine.
FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: "Noto Sans Mono CJK SC", "Sarasa Mono SC", "SF Mono", Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""


def draw(plan: Plan, what: str, title: str) -> str:
    """The picture of what one call of `milepost show` prints."""
    with Path("/dev/null").open("w") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True, color_system="truecolor")
        if what == "summary":
            print_summary(plan, "zh", console)
        else:
            print_items(plan, what, "zh", console)
    return console.export_svg(title=title, code_format=FRAME, unique_id=f"milepost-{what}")


def main(arguments: list[str]) -> int:
    """Draw the pictures, or compare them."""
    plan = compile_plan(ROOT / EXAMPLE)
    stale = []
    for what in ("summary", "indicators"):
        picture = draw(plan, what, f"milepost show qinghe.plan.json {what}")
        path = FOLDER / f"show-{what}.svg"
        if path.exists() and path.read_text(encoding="utf-8") == picture:
            continue
        stale.append(path.name)
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(picture, encoding="utf-8")
    if stale and "--check" in arguments:
        print(f"not up to date: {', '.join(stale)}; run `make pictures`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
