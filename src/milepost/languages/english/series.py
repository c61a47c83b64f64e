"""English words that tell one series of statistics from another: the basis, and the parts that a name may be about.

Sources for the bases: the unit codes of Eurostat's national accounts (current prices, chain linked volumes), the names
of the World Development Indicators (constant 2015 US$, modeled ILO estimate) and the English Statistical Communiqués.
"""

from __future__ import annotations

import re

from milepost.languages.series_words import SeriesWords

_CORPS = r"(?:the )?(?:xinjiang )?(?:production and construction )?(?:corps|xpcc)\b"
_HOUSEHOLDS = r"(?:rural|farm(?:er)?s?'?) households\b"
_WITHOUT = r"\b(?:excluding|excl\.?|without|not including|net of)"
_WITH = r"\b(?:including|incl\.?|with)"
_BASES: tuple[tuple[str, str], ...] = (
    ("without_corps", rf"{_WITHOUT} {_CORPS}"),
    ("with_corps", rf"{_WITH} {_CORPS}"),
    ("index_previous_year", r"\b(?:previous|preceding|last) year ?= ?100\b"),
    ("index", r"\b(?P<detail>(?:19|20)\d\d) ?= ?100\b"),
    ("constant_prices", r"\bconstant (?P<detail>(?:19|20)\d\d) ?(?:prices|(?:us|international)? ?(?:\$|dollars)|usd)?"),
    ("constant_prices", r"\b(?P<detail>(?:19|20)\d\d) (?:constant )?prices\b"),
    ("constant_prices", r"\b(?:constant )?prices of (?P<detail>(?:19|20)\d\d)\b"),
    ("constant_prices", r"\bchain[- ]linked volumes?,? ?\(?(?P<detail>(?:19|20)\d\d)\)?"),
    ("constant_prices", r"\b(?:constant|comparable) prices?\b|\bchain[- ]linked volumes?\b|\bin real terms\b|\breal\b"),
    ("current_prices", r"\bcurrent (?:prices?|us\$|us dollars|international \$|lcu)|\bnominal\b"),
    ("without_tax_refunds", rf"{_WITHOUT} (?:vat |tax )?refunds\b"),
    ("same_coverage", r"\bsame (?:coverage|scope)(?: as the year before)?|\bcomparable (?:coverage|scope|basis)\b"),
    ("natural_coverage", r"\bnatural (?:coverage|scope)\b"),
    ("census", r"\b(?:population )?census\b"),
    ("yearly_estimate", r"\b(?:yearly|annual|mid-?year|intercensal) (?:population )?estimates?\b"),
    ("survey", r"\b(?:sample|labou?r force|household) surveys?\b|\bsurveyed\b"),
    ("registered_population", r"\b(?:(?:registered|hukou) population|hukou|household registration)\b"),
    ("registered", r"\badministrative (?:registers?|records?|data)\b|\bregistered\b"),
    ("resident_population", r"\b(?:permanent |usual(?:ly)? )?resident(?: population)?\b|\bde jure\b"),
    ("without_rural_households", rf"{_WITHOUT} {_HOUSEHOLDS}"),
    ("with_rural_households", rf"{_WITH} {_HOUSEHOLDS}"),
    ("below_scale", r"\b(?:enterprises )?below (?:the )?(?:designated )?(?:size|scale)\b"),
    ("above_scale", r"\b(?:enterprises )?above (?:the )?(?:designated )?(?:size|scale)\b"),
    ("above_quota", r"\b(?:enterprises )?above (?:the )?(?:designated )?quota\b"),
    ("whole_society", r"\bwhole society\b|\beconomy[- ]wide\b"),
    ("city_proper", r"\bcity proper\b|\burban districts\b"),
    ("own_level", r"\bown[- ]level\b|\bat (?:its|the) own level\b"),
    ("whole_region", r"\bwhole (?:region|country|province|city|county)\b"),
    ("year_end", r"\b(?:end of (?:the )?(?:year|period)|year[- ]?end)\b|\bat 31 december\b"),
    ("year_average", r"\b(?:annual|yearly|period) average\b|\baverage of the year\b"),
    ("financial_year", r"\b(?:financial|fiscal) years?\b"),
    ("calendar_year", r"\b(?:sum of the )?calendar years?\b"),
    ("unadjusted", r"\b(?:un|not |non-?)(?:seasonally )?adjusted\b"),
    ("seasonally_adjusted", r"\bseasonally adjusted\b"),
    ("purchasing_power", r"\bpurchasing power(?: parit(?:y|ies)| standards?)?\b|\bpp[ps]\b"),
    ("exchange_rate", r"\b(?:market |official )?exchange rates?\b"),
    ("modelled", r"\bmodell?ed(?: ilo| who)?(?: estimates?)?\b"),
    ("national_estimate", r"\bnational estimates?\b"),
)
_QUALIFIERS: tuple[tuple[str, str, str], ...] = (
    ("settlement", "rural", r"\brural\b|\bvillages?\b|\bfarmers?\b"),
    ("settlement", "urban", r"\burban\b|\bcit(?:y|ies)\b"),
    ("population", "resident", r"\bresident population\b"),
    ("population", "registered", r"\bregistered population\b"),
    ("sex", "female", r"\b(?:female|wom[ae]n|girls?)\b"),
    ("sex", "male", r"\b(?:male|m[ae]n|boys?)\b"),
    ("origin", "outside", r"\bfrom outside\b"),
    ("origin", "foreign", r"\b(?:foreign(?! trade)|overseas|inbound|international(?! \$))\b"),
    ("origin", "domestic", r"\bdomestic(?! product)\b"),
    ("size", "below", r"\bbelow (?:the )?designated\b|\b(?:small|micro)\b"),
    ("size", "above_scale", r"\babove (?:the )?designated size\b|\blarge (?:industr|enterpr)"),
    ("size", "above_quota", r"\babove (?:the )?(?:designated )?quota\b"),
    ("trade", "exports", r"\bexports?\b(?! and imports?)(?<!imports and exports)"),
    ("trade", "imports", r"\bimports?\b(?! and exports?)(?<!exports and imports)"),
    ("owner", "private", r"\bprivate\b"),
    ("owner", "public", r"\b(?:state|government)[- ]owned\b|\bpublic(?:ly)?[- ]owned\b"),
    ("sector", "primary", r"\bprimary (?:industry|sector)\b"),
    ("sector", "secondary", r"\bsecondary (?:industry|sector)\b"),
    ("sector", "industry", r"\bindustrial\b|(?<!tertiary )(?<!primary )(?<!secondary )\bindustry\b"),
    ("sector", "services", r"\btertiary (?:industry|sector)\b|\bservices?\b"),
    ("schooling", "primary", r"\bprimary (?:school|education|level)\w*\b|\bprimary(?= net| gross| enrol)"),
    ("schooling", "secondary", r"\b(?:(?:lower|upper|junior|senior)[- ])?secondary(?! industry| sector)\b"),
    ("schooling", "pre_primary", r"\bpre-?(?:primary|school)\b"),
    ("schooling", "tertiary", r"\b(?:tertiary|higher) education\b"),
    ("listed", "of_which", r"\bof which\b"),
)

WORDS = SeriesWords(
    bases=tuple((code, re.compile(pattern)) for code, pattern in _BASES),
    name_bases=frozenset(
        "without_corps with_corps current_prices constant_prices same_coverage survey registered resident_population "
        "registered_population without_rural_households with_rural_households below_scale above_scale above_quota "
        "purchasing_power seasonally_adjusted unadjusted modelled national_estimate index_previous_year index".split()
    ),
    fillers=re.compile(r"\b(?:at|in|of|on|the|a|basis|data|prices?|by|figures?|as|population|estimates?|index)\b|[\W_]"),
    qualifiers=tuple((axis, value, re.compile(pattern)) for axis, value, pattern in _QUALIFIERS),
    restricting=frozenset("origin size sex owner sector trade schooling listed settlement/rural".split()),
    unqualified=re.compile(
        r"\bimports? and exports?\b|\bexports? and imports?\b|\burban and rural\b|\brural and urban\b"
    ),
    head=re.compile(
        r"(?:(?:number|share|rate|level|total|amount|volume|value|per|capita|average|annual|of|in|with|urban|rural|new|"
        r"added|population|people|household|person|access|to|and|for|who|have|the|\d+|gross|net|coverage) )*"
        r"(?P<head>[a-z]{4,})"
    ),
    share=re.compile(r"\bshares?\b|\bproportion\b|\bas a percentage of\b|\bper ?cent of\b"),
    counts=re.compile(r"(?:number|no\.?|count|units?|persons?|people|heads?|households?)?"),
    growth_name="growth of {}",
)
