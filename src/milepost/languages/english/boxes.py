"""How groups and lists of projects are written in an English plan's boxes."""

from __future__ import annotations

import re

from milepost.languages.box_words import BoxWords

WORDS = BoxWords(
    item=re.compile(r"\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)][ \t]|[●■◆▪▶□○•·*\-–—]+[ \t]"),
    label=re.compile(r"[^,.;:\n]{2,60}:"),
    name_label=re.compile(r"[^,.;:\n]{2,60}(?:[Pp]roject|[Pp]rogramme?|[Ii]nitiative|[Ss]cheme|[Ww]orks)s?\."),
    comma=",",
    clause=";",
    stops=".!?",
    note=re.compile(r"(?:notes?|sources?|remarks?)\s*[:.]", re.IGNORECASE),
)
