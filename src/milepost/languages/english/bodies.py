"""How English names administrative bodies, and the words that make them responsible."""

from __future__ import annotations

import re

from milepost.languages.body_words import BodyWords

_KIND = (
    r"(?:Ministry|Department|Office|Agency|Authority|Commission|Council|Committee|Board|Bureau|Secretariat|"
    r"Institute|Corporation|"
    r"Directorate|Division|Unit|Service|Administration|Assembly|Parliament|Cabinet|Government|Congress|Bank|Fund|"
    r"Police|Hospital|University)"
)
_WORD = r"[A-Z][\w&'’.-]*"
_NAME = (
    rf"\b(?:{_KIND}s? (?:of|for|on) (?:the )?{_WORD}(?:(?:,? and|,|[ ]of|[ ]for|[ ]the){{0,2}} {_WORD}){{0,5}}"
    rf"|(?:(?!The )(?:{_WORD} )){{0,5}}{_KIND}\b(?: (?:of|for|on) (?:the )?{_WORD}(?:(?:,? and| of) {_WORD}){{0,4}})?)"
)
_LABELS = (
    r"(?:(?P<lead>(?:lead|coordinating|main)(?: implementing)? (?:agency|agencies|institution|institutions|entity|"
    r"office|ministry|department|body|unit)|lead)"
    r"|(?P<support>(?:support(?:ing)?|partner|collaborating|cooperating|assisting)(?: (?:agency|agencies|"
    r"institution|institutions|entities|office|offices|ministries|departments|bodies|units))?|partners|stakeholders|"
    r"support)"
    r"|(?P<responsible>(?:responsible|implementing|executing|accountable)(?: (?:agency|agencies|institution|"
    r"institutions|entity|entities|party|parties|office|offices|ministry|department|body|unit|person))?|"
    r"responsibility|implementer))"
)

WORDS = BodyWords(
    cue=re.compile(
        r"\b(?:[Ll]ead|[Ll]ed|[Rr]esponsib|[Ss]upport|[Ii]mplement|shall|will|must|approv|submit|report|coordinat|"
        r"[Pp]artner|[Oo]rgani[sz])"
    ),
    mark_cue=re.compile(r"[Ll]ead|[Rr]esponsib|[Ss]upport|[Ii]mplementing|[Pp]artner|[Ee]xecuting|[Ss]takeholder"),
    name=re.compile(_NAME),
    joint=re.compile(r"(?:,? and (?:the )?|, (?:the )?)"),
    before=re.compile(
        r"(?P<support>(?:together|in (?:coordination|cooperation|collaboration|consultation|partnership)|"
        r"jointly) with (?:the )?)$"
        r"|(?P<lead>(?:led|coordinated|organi[sz]ed|implemented|managed|headed|prepared|carried out|"
        r"conducted) by (?:the )?)$"
        r"|(?P<other>(?:submitted|submit\w*(?: [\w -]{1,60})?|report(?:ed|s)?(?: [\w -]{1,40})?|approved|adopted|"
        r"reviewed|endorsed|presented)(?: to| by| for approval to)(?: the)? )$"
        r"|(?P<if_followed>(?!))$"
    ),
    after=re.compile(
        r"\s*(?:(?P<other>(?:for (?:approval|review|consideration))|(?:will|shall|must)? ?(?:approves?|reviews?|"
        r"considers?|deliberates?)\b)"
        r"|(?P<support>(?:will|shall|must)? ?(?:support|assist|cooperate|participate)s?\b)"
        r"|(?P<lead>(?:shall|will|must|should|leads?|is responsible|are responsible|coordinates?|organi[sz]es?)\b))"
    ),
    label=re.compile(rf"\b{_LABELS}\s*:", re.IGNORECASE),
    column=re.compile(rf"(?:{_LABELS}|(?P<both>(?!)))", re.IGNORECASE),
    opening="([",
    closing=")]",
    listing=",;/",
    opener=re.compile(r"(?:(?:and|the|by|with|in coordination with|together with)\s+)+", re.IGNORECASE),
    does=re.compile(
        r"\s*(?:(?P<support>\(?support\)?|supports?|assisting|supporting)|(?P<lead>\(?lead\)?|leads?|leading|"
        r"responsible|is responsible))$",
        re.IGNORECASE,
    ),
    tail=re.compile(r"(?:\s*,?\s*(?:etc|and others|and other \w+))?[.\s]*$", re.IGNORECASE),
    nobody=re.compile(
        r"(?:all|relevant|other|concerned|various|the)?\s*(?:\w+ ){0,2}(?:departments|agencies|stakeholders|"
        r"partners|parties|units|ministries|people|director|"
        r"manager|minister|officer|secretary|mayor|chair\w*)|.{0,1}|.{121,}",
        re.IGNORECASE,
    ),
    first_leads=re.compile(r"first[- ]named (?:agency|body|institution) leads", re.IGNORECASE),
    tasks=re.compile(
        r"(?:key |main |priority |planned )?(?:tasks?|actions?|activit(?:y|ies)|measures?|interventions?|"
        r"outputs?)(?: .{0,30})?",
        re.IGNORECASE,
    ),
)
