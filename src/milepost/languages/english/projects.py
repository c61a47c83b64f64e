"""How English boxes list projects: what announces them, what their names begin and end with, what follows them."""

from __future__ import annotations

import re

from milepost.languages.project_words import ProjectWords

_NEVER = re.compile(r"(?!)")
_NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
_KINDS = (
    "projects?|programmes?|programs?|schemes?|initiatives?|roads?|highways?|railways?|bridges?|airports?|ports?|dams?|reservoirs?"
    "|hospitals?|schools?|colleges?|universit(?:y|ies)|plants?|parks?|centres?|centers?|markets?|stations?|lines?|facilit(?:y|ies)"
    "|systems?|networks?|buildings?|housing|corridors?|zones?|hubs?|platforms?|works|infrastructure|construction|rehabilitation"
    "|upgrading|expansion|development|improvement|irrigation"
)

WORDS = ProjectWords(
    stops=";",
    commas="",
    listing="",
    colons=":–—",
    full_stop="",
    longest_head=100,
    longest_run_in=0,
    longest_name=200,
    shortest_name=4,
    mark=re.compile(
        r"[\s>*#•·●■◆▪–—-]*(?P<number>\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)](?![0-9])\s*|(?:and|or)\s+)?", re.IGNORECASE
    ),
    lead=re.compile(
        r"(?:(?:the\s+)?(?:(?:priority|key|major|flagship|main|following)\s+)*(?:projects?|programmes?|programs?|investments?|works)\s+"
        r"(?:include|are|comprise|cover)s?:?\s*|(?:including|namely|such as)\s+)",
        re.IGNORECASE,
    ),
    create=_NEVER,
    build=_NEVER,
    soft=re.compile(
        r"(?:improve|strengthen|promote|enhance|ensure|encourage|increase|reduce|raise|foster|deepen|maintain)\b",
        re.IGNORECASE,
    ),
    aside=re.compile(r"(?:by|in|from|with|at)\s+(?:a\s+)?(?:total\s+)?(?:20[0-9]{2}|cost|investment)", re.IGNORECASE),
    describes=re.compile(
        r"(?:an?|the|to|this|it|total|estimated|construct\w*|build\w*|rehabilitat\w*|upgrad\w*|expan\w*|cover\w*|cost\w*|invest\w*|"
        r"develop\w*|provid\w*|install\w*|[0-9$€£])\b|[$€£]",
        re.IGNORECASE,
    ),
    figures=re.compile(rf"{_NUMBER}"),
    tail=re.compile(
        r"(?P<kind>(?!))|,?\s*(?:etc\.?|and\s+(?:so\s+on|others?|other\s+\w+(?:\s+\w+)?)|among\s+others)?[.\s]*$"
    ),
    work=_NEVER,
    ends=re.compile(rf"\b(?:{_KINDS})\s*$", re.IGNORECASE),
    kind=re.compile(rf"\b(?:{_KINDS})\s*$", re.IGNORECASE),
    joins=_NEVER,
    begins=re.compile(r"[A-Z]"),
    place=_NEVER,
    titled=re.compile(r"\b(?:project|programme|program|scheme|initiative)s?$", re.IGNORECASE),
    open_end=_NEVER,
    route=_NEVER,
    category=re.compile(r"\b(?:sector|area|field|category)s?$", re.IGNORECASE),
    target=re.compile(r"%|\b(?:at least|no more than|more than|less than)\s+[0-9]|\bper\s?cent\b", re.IGNORECASE),
    boxes=re.compile(
        r"\b(?:projects?|programmes?|programs?|works|investments?|schemes?|initiatives?)\b", re.IGNORECASE
    ),
    other_boxes=re.compile(
        r"\b(?:indicators?|targets?|goals?|objectives?|definitions?|glossary|principles?)\b", re.IGNORECASE
    ),
    name_column=re.compile(
        r"(?:name of )?(?:the )?(?:project|programme|program|scheme)s?(?:\s*(?:name|title))?|name", re.IGNORECASE
    ),
    group_column=re.compile(r"sector|category|type|area|field|group", re.IGNORECASE),
)
