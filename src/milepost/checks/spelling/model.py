"""What the spelling engine reports: a place, what stands there, what was probably meant."""

from __future__ import annotations

from typing import Literal, NamedTuple

from milepost.kernel.span import Span

Kind = Literal["confusable", "dropped", "doubled", "surplus", "transposed", "phrase", "symbol"]


class Suspicion(NamedTuple):
    """One probable misprint.

    `found` is the text of `span`, and `proposed` what it would read when mended. A dropped character has no
    place of its own: the span then covers the two characters that it was lost between. `score` is the estimated
    probability, from 0 to 1, that this is a misprint.

    Kinds: `confusable`, a character that looks or sounds like the one meant; `dropped`, one is missing; `doubled`,
    written twice; `surplus`, one too many; `transposed`, in the wrong order; `phrase`, a fixed phrase of policy with
    one character wrong; `symbol`, a character in place of a sign (互联网十 for 互联网+).
    """

    span: Span
    found: str
    proposed: str
    kind: Kind
    score: float
