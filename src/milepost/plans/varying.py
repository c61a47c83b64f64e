"""A plan varied into many: other figures, other names, the same size; for measuring with a corpus that nobody has."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

# A figure of two to five digits that is no year of a plan, with its decimals; not the number of a law or a road.
_FIGURE = re.compile(r"(?<![\dA-Za-z.])(?!(?:19|20)\d\d(?!\d))(\d{2,5})(\.\d+)?(?![\d.A-Za-z])")


def varied(text: str, number: int, names: Sequence[str] = ()) -> str:
    """The variation of that number: figures changed by up to a fifth, names given to each other, a line left out.

    The same number gives the same text. `names` are words of the text that stand for one another, as those of a
    region's divisions.

    >>> varied("乌山县造林120万亩，2025年达到35.5%。", 1, ["乌山县", "白河县"]) == varied(
    ...     "乌山县造林120万亩，2025年达到35.5%。", 1, ["乌山县", "白河县"])
    True
    >>> "2025年" in varied("乌山县造林120万亩，2025年达到35.5%。", 1)
    True
    """
    chance = random.Random(number)  # noqa: S311 - a variation, no secret
    others = list(names)
    chance.shuffle(others)
    swapped = dict(zip(names, others, strict=True))
    if swapped:
        # The longest first: one name may begin with another.
        either = "|".join(re.escape(name) for name in sorted(swapped, key=lambda name: (-len(name), name)))
        text = re.sub(either, lambda match: swapped[match[0]], text)

    def changed(match: re.Match[str]) -> str:
        whole, decimals = match[1], match[2] or ""
        value = max(10 ** (len(whole) - 1), round(int(whole) * chance.uniform(0.8, 1.2)))
        return f"{value}{decimals}"

    lines = _FIGURE.sub(changed, text).splitlines(keepends=True)
    if len(lines) > 2:
        del lines[chance.randrange(1, len(lines))]
    return "".join(lines)
