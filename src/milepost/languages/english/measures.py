"""How an English sentence says that something is to be done: an imperative, or will, shall and must with a verb."""

from __future__ import annotations

import re

from milepost.languages.measure_words import MeasureWords

_VERBS = (
    "accelerat|adopt|advance|align|allocat|apply|assess|attract|boost|build|carry out|clean|combat|complet|conduct|"
    "connect|"
    "consolidat|construct|continu|coordinat|creat|cultivat|curb|cut|deepen|deliver|deploy|design|develop|digitali[sz]|diversif|"
    "eliminat|empower|encourag|enforc|enhanc|ensur|equip|establish|expand|explor|extend|facilitat|financ|form|foster|fund|"
    "guarantee|guid|harmoni[sz]|help|identif|implement|improv|increas|institut|integrat|introduc|invest|keep|launch|limit|link|"
    "maintain|make|manag|mobili[sz]|moderni[sz]|monitor|open|optimi[sz]|organi[sz]|phase out|plan|plant|prepar|prevent|"
    "prioriti[sz]|procur|promot|protect|provid|publish|pursu|raise|reduc|refin|reform|regulat|rehabilitat|relocat|remov|"
    "renovat|replac|restor|restructur|review|revis|roll out|safeguard|scale up|secur|set up|simplif|speed up|"
    "stabili[sz]|"
    "step up|streamlin|strengthen|subsidi[sz]|supply|support|tackle|train|transform|undertak|unify|updat|upgrad|"
    "use|widen|work"
)

_ACTION = re.compile(
    r"(?:(?:and|also|further|actively|vigorously|steadily|fully|gradually|continue to|"
    r"to|we|will|shall|must|should|jointly)\s+){0,4}"
    rf"(?P<verb>(?:{_VERBS})(?:e|y|s?h|t)?\b)",
    re.IGNORECASE,
)


def action_at(text: str, start: int, stop: int) -> int | None:
    """Where the verb of doing stands that a clause begins with, behind adverbs and helping verbs; None without one.

    >>> action_at("and steadily improve schools", 0, 28), action_at("schools", 0, 7)
    (13, None)
    """
    found = _ACTION.match(text, start, stop)
    return found.start("verb") if found else None


WORDS = MeasureWords(
    sentence_end=re.compile(r"(?<![A-Z])[.!?](?=[\s\"”)]|$)|[;\n]"),
    clause=re.compile(r"[^,]+"),
    mark=re.compile(r"(?:[\s>*#•●■◆–—-])*(?:\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)](?![0-9]))?[\s*]*"),
    action=action_at,
    actor=re.compile(
        r"[^,.;]{1,80}?\b(?:will|shall|must|should|is to|are to|plans to|aims? to)\s+(?:not\s+only\s+)?(?:also\s+)?",
        re.IGNORECASE,
    ),
    no_action=re.compile(
        r"(?:plan|use|work|support|form|design|open|train|link|help|review|supply)\s+(?:is|are|was|were|has|have|of)\b",
        re.IGNORECASE,
    ),
    manner=re.compile(
        r"(?:by|in|with|through|under|based|following|given|as|to|over|during|for|at|on|while|when|if|where)\b",
        re.IGNORECASE,
    ),
    past=re.compile(
        r"\b(?:has|have|had|was|were)\s+(?:been\s+)?\w+(?:ed|en|t)\b|\blast year\b|\bover the past\b", re.IGNORECASE
    ),
    not_tasks=re.compile(r"guiding|principles?|vision|goals?|targets?|objectives?", re.IGNORECASE),
    dated=re.compile(r"20[0-9]{2}"),
    deadline=re.compile(r"\b(?:by|before|until|in)(?:\s+(?:the\s+)?end\s+of)?\s*$", re.IGNORECASE),
    tail=re.compile(r"[.;:,\s*]*$"),
    longest_title=120,
    shortest_title=8,
)
