"""Particles that stand twice in a row: 的的, 和和.

They are too common for their surroundings to tell anything. Others are left to the weighing of changes, since words may
meet: 对对口支援地区, 与与会代表.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.spelling.model import Suspicion
from milepost.kernel.span import Span

# 的的确确 is an idiom; 和田, 和布克赛尔, 和平, 和谐 begin words.
TWICE = re.compile("的的(?!确)|和和(?![田布平谐睦静顺龙硕县])|了了(?![解然])|是是(?!非)")
CERTAIN = 0.95


def repeated_particles(text: str) -> Iterator[Suspicion]:
    """Each particle written twice, at its second place.

    >>> [(each.span, each.found) for each in repeated_particles("全面的的发展，县城和和田地区")]
    [(Span(start=3, end=4), '的')]
    """
    for found in TWICE.finditer(text):
        yield Suspicion(Span(found.start() + 1, found.end()), found[0][0], "", "doubled", CERTAIN)
