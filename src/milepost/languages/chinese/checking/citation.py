"""Chinese words for the checks on documents cited.

The laws that the Civil Code took the place of are those of its article 1260; it came into force on 1 January 2021.
"""

from __future__ import annotations

import re

from milepost.languages.citation_words import CitationWords

_CIVIL_CODE = (2021, "《中华人民共和国民法典》")

WORDS = CitationWords(
    printed_years=re.compile(r"(?:19|20)\d\d年?\s*[-—–－~～至]+\s*(?:19|20)?\d\d"),
    repealed=dict.fromkeys(
        ("物权法", "合同法", "侵权责任法", "婚姻法", "继承法", "收养法", "担保法", "民法总则", "民法通则"), _CIVIL_CODE
    ),
    law_before=re.compile(r"(?:《(?:中华人民共和国)?|(?<![\w])|[、和与及])$"),
    law_behind=re.compile(r"(?:》|[、，。；和与及等])"),
)
