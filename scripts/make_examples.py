"""Make the example plan of Qinghe in all its formats from the one Markdown source.

``examples/qinghe/qinghe.md`` is written by hand; ``qinghe.docx``, ``qinghe.pdf``, ``qinghe.html`` and
``qinghe.txt`` beside it are made here. The same source gives the same bytes on every run: archives and
documents carry fixed dates, and nothing depends on the clock or on the order of files. Across machines
this holds for equal versions of python-docx, typst, zlib and the font.

Needs the packages python-docx and typst, and the font Noto Serif CJK SC (Debian: fonts-noto-cjk).

    python scripts/make_examples.py           write the files
    python scripts/make_examples.py --check   write nothing; exit 1 if a file would change
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from examples_made.docx import write_docx
from examples_made.html import write_html
from examples_made.pdf import write_pdf
from examples_made.source import read_blocks
from examples_made.txt import write_text

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "qinghe"
SOURCE = "qinghe.md"

WRITERS = {
    "qinghe.docx": write_docx,
    "qinghe.html": write_html,
    "qinghe.pdf": write_pdf,
    "qinghe.txt": write_text,
}


def main(arguments: list[str] | None = None) -> int:
    """Write the files, or with --check compare them; 1 if one differs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file would change")
    check: bool = parser.parse_args(arguments).check
    blocks = read_blocks((FOLDER / SOURCE).read_text("utf-8"))
    differing = 0
    for name, write in WRITERS.items():
        path, made = FOLDER / name, write(blocks)
        same = path.exists() and path.read_bytes() == made
        differing += not same
        if not (same or check):
            path.write_bytes(made)
        print(f"{name}: {'unchanged' if same else 'differs' if check else 'written'}")
    return 1 if check and differing else 0


if __name__ == "__main__":
    sys.exit(main())
