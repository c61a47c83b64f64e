"""Names of departments that stand alone in a text: whole names, not the ends of longer ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from milepost.checks.inspection import Inspection
from milepost.kernel.span import Span
from milepost.languages.words import alternation

_REACH = 4  # characters before a name that can show that it begins there


def standing_names(inspection: Inspection, names: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """Each place at which one of the names stands alone, in the order of the text.

    What may stand before and behind a name says the language.
    """
    wanted = tuple(names)
    if not wanted:
        return
    words, text = inspection.words.naming, inspection.folded
    ends = {name[-1] for name in wanted}
    # Names end in few signs: the search leaps to those, and looks back.
    longest = max(map(len, wanted))
    known = frozenset(wanted)
    for end in re.finditer(alternation(tuple(ends)), text):
        stop = end.end()
        for length in range(min(longest, stop), 1, -1):
            name = text[stop - length : stop]
            start = stop - length
            if (
                name in known
                and words.body_before.search(text[max(0, start - _REACH) : start])
                and words.body_behind.match(text, stop)
            ):
                yield name, Span(start, stop)
                break
