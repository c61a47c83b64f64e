"""English words for the checks on what lenders screen."""

from __future__ import annotations

import re

from milepost.languages.safeguard_words import SafeguardWords


def _any(listing: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{listing})\b", re.IGNORECASE)


WORDS = SafeguardWords(
    moved=_any(
        r"resettle\w*|relocat\w*|displac\w*|moved? out|evict\w*|transferr?\w* (?:of )?(?:rural )?labou?r\w*|"
        r"(?:surplus )?labou?r(?:ers)? transferr?\w*"
    ),
    people=_any(r"(?:thousand |million )?(?:people|persons|households|families|residents|workers|villagers)"),
    structural=_any(
        r"(?:rural |surplus |farm )*labou?r(?:ers)? transferr?\w*|transferr?\w* (?:of )?(?:rural )?labou?r\w*"
    ),
    organised=_any(r"organi[sz]\w+|orderly|person-times|dispatch\w*"),
    doing=re.compile(r"^(?:implement|complete|carry out|launch)\s+", re.IGNORECASE),
    moving=re.compile(
        r"\b(?P<population>(?:orderly )?(?:transfer|movement) of (?:rural |surplus )*(?:labou?r(?:ers)?|population))|"
        r"\b(?P<villages>(?:merge|merging|merger of) villages)|"
        r"\b(?P<resettled>(?:resettle|relocate|resettlement of|relocation of)\s+[^,.;\n]{0,30}?"
        r"(?:households|people|villages|residents|communities|families))",
        re.IGNORECASE,
    ),
    condition=_any(
        r"consent\w*|voluntar\w*|compensat\w*|consult\w*|informed|agree\w*|by law|in accordance with the law"
    ),
    not_moving=_any(r"already (?:moved|resettled|relocated)|follow-up support|disputes?|grievances arising"),
    defined=re.compile(r"^\s*\W*\w[^:\n]{0,40}\W*\s*(?:means|refers to)\b", re.IGNORECASE),
    coal=_any(r"coal(?!-to-gas|bed)|coke|coking|lignite|thermal power"),
    mining=_any(
        r"(?:gold|silver|copper|iron|lead|zinc|nickel|lithium|bauxite|uranium|phosphate)(?: ore)? (?:mine|mining|"
        r"extraction)|mines?|mining|quarr(?:y|ies)|oil ?fields?|gas ?fields?|tailings"
    ),
    dams=_any(r"dams?|reservoirs?|hydropower|hydro-?electric|pumped storage|weirs?"),
    dams_settled=(_any("dam safety|safety of (?:the )?dams?"), _any("resettle\\w*"), _any("environmental flows?")),
    hazardous_waste=_any(
        r"hazardous waste|medical waste|toxic waste|radioactive|waste incinerat\w*|incinerators?|landfills?|"
        r"e-waste|waste oil|oily sludge|sewage sludge"
    ),
    resettlement=_any(
        r"resettlement|relocation of (?:households|people|villages)|slum (?:clearance|upgrading)|eviction"
    ),
    labour_intensive=_any(
        r"textiles?|garments?|apparel|spinning|weaving|footwear|toys?|labou?r-intensive|electronics assembly"
    ),
    not_screened=_any(
        r"mine (?:reclamation|rehabilitation|clean-?up)|museum|training|research|monitoring|closure of \w+ mines?"
    ),
)
