"""The identity of a finding, which stays when other parts of the document change."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

LENGTH = 8


def fingerprint(code: str, quotes: Sequence[str], occurrence: int = 0) -> str:
    """The id of a finding: its rule, and a digest of what its places say and of which of its like it is.

    Blanks do not count, so that a changed line break leaves the id as it was.

    >>> fingerprint("AR01", ["年均增长6%", "1.5倍"]) == fingerprint("AR01", ["年均增长 6%", "1.5倍"])
    True
    >>> fingerprint("AR01", ["1.5倍"]) == fingerprint("AR01", ["1.5倍"], 1)
    False
    """
    said = "\x1f".join([*("".join(quote.split()) for quote in quotes), str(occurrence)])
    return f"{code}-{hashlib.sha256(said.encode(errors='surrogatepass')).hexdigest()[:LENGTH]}"
