"""How English plans name other plans, strategies, laws and documents."""

from __future__ import annotations

import re

from milepost.languages.reference_words import ReferenceWords
from milepost.languages.words import NEVER

_KINDS = (
    r"(?:Plan|Strategy|Policy|Act|Law|Agenda|Framework|Programme|Program|Vision|Agreement|Convention|Protocol|"
    r"Charter|Code|Regulations?|Roadmap|"
    r"Blueprint|Constitution|Guidelines|Strategic Plan|Master Plan|Action Plan)"
)
_WORD = r"[A-Z][\w'’&-]*"
_YEARS = r"(?:,? ?\(?(?:for )?(?:19|20)\d\d(?:\s?[-–—/]\s?(?:19|20)?\d\d)?\)?)?"

WORDS = ReferenceWords(
    marked=NEVER,
    document=NEVER,
    bare=re.compile(
        rf"(?P<title>\b(?:{_WORD} (?:(?:of|for|on|to|in) (?:the )?|and )?){{1,9}}{_KINDS}(?: (?:of|for|"
        rf"on) (?:the )?{_WORD}(?: (?:and )?{_WORD}){{0,5}})?{_YEARS})"
    ),
    named=re.compile(r"(?P<leveled>(?!))|\bthe (?P<law>Constitution)\b"),
    level=NEVER,
    next=re.compile(r"(?!)(?P<title>)"),
    no_title=re.compile(
        r"(?:The |This |Our )?(?:\w+ )?(?:Plan|Strategy|Policy|Programme|Program|Framework|Agenda)", re.IGNORECASE
    ),
    deferring=re.compile(
        r"\b(?:in line with|according to|as set (?:out )?in|as per|subject to) (?:the )?(?P<title>(?:national|"
        r"provincial|state|regional|federal) (?:\w+ )?(?:targets?|quotas?|standards?))",
        re.IGNORECASE,
    ),
    issuer=re.compile(r"(?!)(?P<issuer>)"),
    issued=re.compile(r"(?P<issuer>\b(?:Government|Parliament|Ministry|Cabinet)(?: of (?:the )?[A-Z]\w+)*)'s $"),
    years=re.compile(r"(?P<first>(?:19|20)\d\d)\s*[-–—/]\s*(?P<last>(?:19|20)\d\d)"),
    annual=re.compile(r"\bAnnual\b", re.IGNORECASE),
    law=re.compile(r"\b(?:Act|Law|Constitution|Code)\b"),
    highest=re.compile(
        r"(?:The )?(?:National|Federal|State|United Nations|UN|African Union|AU|EU|European|ASEAN|Global|World|"
        r"Republic|Constitution|Philippine|Sustainable Development)\b",
        re.IGNORECASE,
    ),
    above=re.compile(r"(?:The )?(?:Provincial|Regional|State)\b", re.IGNORECASE),
    own=NEVER,
)
