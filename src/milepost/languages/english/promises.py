"""English verbs by the stage that they promise, and what a chain of them comes to."""

from __future__ import annotations

import re

from milepost.languages.promise_words import PromiseWords
from milepost.languages.words import NEVER

_VERB = (
    r"(?P<complete>complet(?:e|ing)|finish(?:ing)?|commission(?:ing)?|inaugurat(?:e|ing)|open(?:ing)? (?=the )|"
    r"put(?:ting)? into (?:operation|service|use)|"
    r"bring(?:ing)? into (?:operation|service|use)|hand(?:ing)? over)"
    r"|(?P<start>(?:start|begin|commence|launch|initiate|break ground)(?:s|ing)?)"
    r"|(?P<writing>(?:draw up|draft|formulat(?:e|ing)|prepar(?:e|ing)|compil(?:e|ing)) (?=(?:an? |"
    r"the )?(?:\w+ ){0,6}(?:plans?|strateg|polic|schemes?|law|bill|regulation|guideline|master ?plan)))"
    r"|(?P<prepare>plan(?:ning)? for|design(?:ing)?|prepar(?:e|ing)|(?:carry out|undertake|"
    r"conduct) (?:the )?(?:preliminary|preparatory) work)"
    r"|(?P<study>stud(?:y|ies|ying)|examin(?:e|ing)|investigat(?:e|ing)|assess(?:ing)? the feasibility|(?:conduct|"
    r"carry out|undertake) (?:an? |the )?(?:\w+ )?feasibility stud(?:y|ies)|consider(?:ing)?|research(?:ing)?)"
    r"|(?P<seek>appl(?:y|ying) for|seek(?:ing)?|lobby(?:ing)?(?: for)?|request(?:ing)?|bid(?:ding)? for|"
    r"negotiat(?:e|ing))"
    r"|(?P<explore>explor(?:e|ing)|pilot(?:ing)?|trial(?:ling)?|experiment(?:ing)? with|test(?:ing)?)"
    r"|(?P<helping>support(?:ing)?|encourag(?:e|ing))"
    r"|(?P<making>build(?:ing)?|construct(?:ing)?|establish(?:ing)?|set(?:ting)? up|creat(?:e|ing))"
    r"|(?P<advance>(?:continu|accelerat|advanc|develop|implement|strengthen|improv|expand|deepen|promot|upgrad|"
    r"rehabilitat|moderni[sz]|reform|maintain|roll)\w*)"
)

WORDS = PromiseWords(
    parting=re.compile(r"[,;:]\s*"),
    telling=re.compile(
        r"complet|finish|commission|inaugurat|open|service|operation|start|begin|commence|launch|initiat|break|"
        r"draft|formulat|prepar|compil|draw|plan|"
        r"design|stud|examin|investigat|feasib|consider|research|appl|seek|lobby|request|bid|negotiat|explor|pilot|"
        r"trial|experiment|test|20\d\d|\bend\b|"
        r"hand",
        re.IGNORECASE,
    ),
    other=re.compile(r"\w+"),
    circumstance=re.compile(
        r"\s*(?:by|in|with|through|under|based|following|given|as|to|over|during|for|at|on|while|when|if|"
        r"where)\b(?! (?:20\d\d|the end))",
        re.IGNORECASE,
    ),
    skipped=re.compile(
        r"(?:\s*(?:by (?:the end of )?20\d\d,?|and|also|further|actively|vigorously|steadily|fully|gradually|we|"
        r"will|shall|must|should|jointly|to|"
        r"the (?:\w+ ){1,4}(?:will|shall|must|should)|\(?\w{1,3}[.)])\s+)+",
        re.IGNORECASE,
    ),
    certain=NEVER,
    verb=re.compile(rf"\b(?:{_VERB})\b", re.IGNORECASE),
    joint=re.compile(r"\s*(?:and|,)?\s*"),
    joined=re.compile(
        r"(?:formulate|draft|prepare|draw up|plan|design)(?: and|,) (?:implement|build|carry out|construct)\w*",
        re.IGNORECASE,
    ),
    tail=re.compile(
        r"(?:(?P<study>feasibility stud(?:y|ies))|(?P<prepare>(?:preliminary|preparatory) work|detailed design)|"
        r"(?P<explore>pilots?|trials?))[.,;\s]*$",
        re.IGNORECASE,
    ),
    governed=NEVER,
    consent=NEVER,
    later=NEVER,
    ending=NEVER,
    seen=NEVER,
    lead=re.compile(rf"\b(?:{_VERB})\b", re.IGNORECASE),
    state=NEVER,
    breaks=re.compile(r":|\.\s*\n"),
)
