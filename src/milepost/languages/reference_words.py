"""What a language must say about other documents that a plan names: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class ReferenceWords:
    """One language's patterns, matched on folded text.

    `marked` finds titles in title marks (group `title`), and `document`, anywhere in one, shows that it
    is a plan, a law or another document, and no book or song. `bare` finds a document named without
    marks behind the verb that governs it (group `title`); `next` the following one of a list, `named`
    one that needs no verb: in its group `leveled` one before whose words `level` ends, as part of its
    title. `no_title`, matched whole, is a general word. `deferring` finds the figures of others to
    which a figure of the plan is left (group `title`).

    `issuer` matches, at the head of a title, who issued it; `issued`, searched in what stands right
    before a title, is who did, in its group `issuer`, or shows without it that someone named earlier in
    the sentence did. `years` finds first and last year of a title. `annual`, anywhere in a title, makes
    it a yearly plan. `law`, anywhere, and `highest` and `above`, at the head of an issuer or title,
    show a document from above: from the whole country, and from the level that is above a part of a
    province. `own`, matched whole, is the plan itself.
    """

    marked: Pattern[str]
    document: Pattern[str]
    bare: Pattern[str]
    named: Pattern[str]
    level: Pattern[str]
    next: Pattern[str]
    no_title: Pattern[str]
    deferring: Pattern[str]
    issuer: Pattern[str]
    issued: Pattern[str]
    years: Pattern[str]
    annual: Pattern[str]
    law: Pattern[str]
    highest: Pattern[str]
    above: Pattern[str]
    own: Pattern[str]
