"""How English names of projects state a capacity or a size (50 MW solar farm, 12 km of feeder roads)."""

from __future__ import annotations

import re

from milepost.languages.capacity_words import CapacityWords

_MEASURES = (
    "kilometres?|kilometers?|km2|km|metres?|meters?|hectares?|ha|acres?"
    "|square metres?|cubic metres?|m2|m3|tonnes?|tons?|kW|MW|GW|MWh"
    "|beds?|classrooms?|houses?|units?|households?|seats?|litres?|vehicles?|places?"
)

WORDS = CapacityWords(
    figure=re.compile(
        rf"(?<![A-Za-z0-9.])(?P<low>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?)(?:\s?[-–]\s?(?P<high>[0-9]+(?:\.[0-9]+)?))?[\s-]?"
        rf"(?P<scale>(?!))?(?P<unit>(?:million |thousand )?(?:{_MEASURES})"
        rf"(?:/(?:year|day|yr|d|a)| per (?:year|day))?)\b"
        rf"|(?P<word>(?!))(?P<round>(?!))"
    ),
    follows_no=re.compile(r"(?!)"),
    thing=re.compile(r"\s*(?:of\s+)?(?P<thing>[^,;:()0-9]+)"),
    stop=re.compile(
        r"\s*\b(?:project|programme|program|scheme|construction|development|rehabilitation|in|at|from|for|between|and)\b"
    ),
    magnitudes={},
    keeps={},
)
