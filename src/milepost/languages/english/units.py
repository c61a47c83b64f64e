"""English units: which words are units, and what each is in base units."""

from __future__ import annotations

import re

from milepost.languages.english.numerals import SCALES

# Code of the base unit, factor to it, the words. Sources: SI brochure; 1 hectare = 15 mu; 1 acre = 4046.856 m2;
# 1 barrel of oil = 0.158987 m3. Counted things have the code "1", as in Chinese.
_ROWS: tuple[tuple[str, float, str], ...] = (
    ("1", 0.01, "%|percent|percentage|per cent|pct|percentage points|percentage point|pp|ppts"),
    ("1", 0.001, "‰|per mille|per mil|permille"),
    ("1", 1, "times|fold"),
    ("CNY", 1, "yuan|renminbi"),
    ("USD", 1, "US dollars|U.S. dollars|dollars|dollar"),
    ("EUR", 1, "euros|euro"),
    ("GBP", 1, "pounds sterling"),
    ("PHP", 1, "pesos"),
    ("KES", 1, "Kenya shillings|Kenyan shillings"),
    ("RWF", 1, "Rwandan francs|francs"),
    ("INR", 1, "rupees"),
    ("NGN", 1, "naira"),
    ("t", 1, "metric tons|metric ton|metric tonnes|tonnes|tonne|tons|ton|t"),
    ("t", 0.001, "kilograms|kilogram|kilogrammes|kgs|kg"),
    ("t", 0.0005, "jin"),
    ("t", 0.1, "quintals|quintal"),
    ("t", 1e3, "kt"),
    ("t", 1e6, "Mt"),
    ("t", 1e9, "Gt"),
    ("tce", 1,
        ("tons of standard coal equivalent|tons of standard coal|tonnes of coal equivalent|tons of coal"
        " equivalent|metric tons of coal equivalent|metric tons of standard coal|tce")),
    ("toe", 1, "tonnes of oil equivalent|tons of oil equivalent|toe"),
    ("mu", 1, "mu"),
    ("mu", 15, "hectares|hectare|ha"),
    ("mu", 6.070284, "acres|acre"),
    ("m2", 1, "square meters|square metres|square meter|square metre|sq m|sqm|m2|m²"),
    ("m2", 1e6, "square kilometers|square kilometres|square kilometer|square kilometre|sq km|sq. km|km2|km²"),
    ("m3", 1, "cubic meters|cubic metres|cubic meter|cubic metre|m3|m³"),
    ("m3", 1e9, "cubic kilometers|cubic kilometres|bcm"),
    ("m3", 0.158987, "barrels|barrel"),
    ("m", 1, "meters|metres|meter|metre|m"),
    ("m", 1000, "kilometers|kilometres|kilometer|kilometre|kms|km"),
    ("m", 1609.344, "miles|mile"),
    ("m", 0.3048, "feet"),
    ("m", 0.01, "centimeters|centimetres|cm"),
    ("m", 0.001, "millimeters|millimetres|mm"),
    ("nmi", 1, "nautical miles"),
    ("W", 1, "watts|watt"),
    ("W", 1e3, "kilowatts|kilowatt|kW"),
    ("W", 1e6, "megawatts|megawatt|MWp|MW"),
    ("W", 1e9, "gigawatts|gigawatt|GWp|GW"),
    ("Wh", 1e3, "kilowatt-hours|kilowatt hours|kilowatt-hour|kWh|KWh"),
    ("Wh", 1e6, "megawatt-hours|megawatt hours|MWh"),
    ("Wh", 1e9, "gigawatt-hours|gigawatt hours|GWh"),
    ("Wh", 1e12, "terawatt-hours|terawatt hours|TWh"),
    ("J", 1, "joules"),
    ("J", 1e15, "PJ"),
    ("VA", 1e3, "kVA"),
    ("VA", 1e6, "MVA"),
    ("bit/s", 1e3, "kbps"),
    ("bit/s", 1e6, "Mbps"),
    ("bit/s", 1e9, "Gbps"),
    ("flop/s", 1e15, "PFLOPS"),
    ("flop/s", 1e18, "EFLOPS"),
    ("byte", 1e9, "GB"),
    ("byte", 1e12, "TB"),
    ("byte", 1e15, "PB"),
    ("byte", 1e18, "EB"),
    ("L", 1, "liters|litres|liter|litre"),
    ("g", 1, "grams|gram|g"),
    ("g", 1e-3, "milligrams|milligram|mg"),
    ("g", 1e-6, "micrograms|microgram|μg|µg|ug"),
    ("year", 1, "years|year|years of age"),
    ("month", 1, "months|month"),
    ("week", 1, "weeks|week"),
    ("day", 1, "days|day|working days|working day"),
    ("hour", 1, "hours|hour|hrs"),
    ("minute", 1, "minutes|minute"),
    ("degree_celsius", 1, "degrees Celsius|degree Celsius|°C|℃"),
    ("decibel", 1, "decibels|dB"),
    ("teu", 1, "TEUs|TEU|twenty-foot equivalent units|standard containers"),
)  # fmt: skip
UNITS: dict[str, tuple[str, float]] = {
    word: (code, factor) for code, factor, words in _ROWS for word in words.split("|")
}
_LOWER = {word.lower(): base for word, base in reversed(UNITS.items())}

_PREFIXES: tuple[tuple[str, str], ...] = (
    ("USD", "US$ USD U.S.$ $"), ("CNY", "RMB¥ RMB CNY CN¥ ¥ 元"), ("EUR", "EUR €"), ("GBP", "GBP £"),
    ("HKD", "HK$ HKD"), ("AUD", "AU$ A$ AUD"), ("CAD", "CA$ C$ CAD"), ("SGD", "S$ SGD"), ("NZD", "NZ$ NZD"),
    ("TWD", "NT$"), ("JPY", "JPY"), ("RWF", "Frw FRW RWF Rwf"), ("PHP", "PHP Php ₱ PhP"),
    ("KES", "KSh Ksh KES Kshs KShs KES."), ("UGX", "UGX UShs"), ("TZS", "TZS TShs"), ("NGN", "NGN ₦"),
    ("INR", "INR ₹ Rs. Rs"), ("ZAR", "ZAR"), ("ETB", "ETB Birr"), ("GHS", "GHS GH₵"), ("BDT", "BDT Tk"),
    ("PKR", "PKR"), ("NPR", "NPR"), ("IDR", "IDR Rp"), ("VND", "VND"), ("BRL", "BRL R$"), ("KRW", "KRW ₩"),
    ("MYR", "MYR RM"), ("THB", "THB"), ("CHF", "CHF"), ("ZMW", "ZMW"), ("MWK", "MWK"), ("XAF", "FCFA XAF"),
    ("XOF", "XOF"),

)  # fmt: skip
CURRENCIES = {sign: code for code, signs in _PREFIXES for sign in signs.split()}
CURRENCY = "|".join(sorted((re.escape(sign) for sign in CURRENCIES), key=len, reverse=True))
_LOWER_CURRENCIES = {sign.lower(): code for sign, code in CURRENCIES.items()}

PEOPLE = frozenset(
    "people person persons population residents inhabitants citizens students pupils graduates"
    " learners teachers lecturers "
    "doctors physicians nurses midwives patients workers employees staff farmers herders herdsmen fishermen fishers "
    "taxpayers youth youths women men children infants babies girls boys adults adolescents seniors"
    " elders pensioners retirees "
    "tourists visitors passengers beneficiaries participants trainees apprentices recipients jobs"
    " posts positions vacancies "
    "migrants refugees veterans entrepreneurs researchers scientists engineers specialists experts"
    " technicians professionals "
    "personnel officials volunteers members customers users subscribers drivers mothers fathers"
    " parents individuals talents "
    "seekers applicants survivors victims officers lives trips visits arrivals attendees athletes"
    " laborers labourers artisans "
    "caregivers practitioners inspectors extensionists guests consumers smallholders entrants"
    " dropouts scholars trainers "
    "deputies interns servants soldiers orphans newborns clients travelers travellers employers"
    " dependents clinicians".split()
)
HOUSEHOLDS = frozenset("households household families hhs".split())
TIMES = frozenset(("year", "month", "week", "day", "hour", "minute"))
PERCENT = frozenset(word.lower() for code, factor, words in _ROWS[:2] for word in words.split("|"))
POINTS = frozenset(("percentage points", "percentage point", "pp", "ppts"))
# A rate of events counts them on a round number of persons; what is not an event stays a count.
_EVENTS = frozenset("deaths births cases infections accidents fatalities injuries crimes incidents".split())

_words = sorted((re.escape(word).replace(r"\ ", r"\s") for word in UNITS), key=len, reverse=True)
_letters = [word for word in _words if word[-1].isalpha()]
_signs = [word for word in _words if not word[-1].isalpha()]
_WORD = rf"(?:(?:{'|'.join(_letters)})(?![\w²³])|{'|'.join(_signs)})"
# Behind /, a short sign; behind "per", a measure that is no time and no head: those say how often, not in what.
_PER = (
    r"(?:\s?/\s?|\sper\s)(?:(?:1,?000|10,?000|100,?000|100)\s)?(?!(?:year|yr|month|week|day|hour"
    rf"|person|capita)s?\b){_WORD}"
)
_ROUND = (
    r"(?:\s(?:deaths|births|cases|infections|accidents|fatalities|injuries|crimes"
    r"|incidents))?(?:\sper\s|\s?/\s?)(?:1,?000|10,?000|100,?000|one\sthousand"
    r"|one\smillion)\b(?!\s(?:yuan|RMB|dollars|euros))"
)
UNIT = rf"(?:{_ROUND}|{_WORD}(?:{_PER})?)"
_ROUND_SIZES = {"1000": 1e-3, "10000": 1e-4, "100000": 1e-5, "one thousand": 1e-3, "one million": 1e-6}
_PER_SPLIT = re.compile(r"^(?P<top>.*?)(?:\s?/\s?|(?:^|\s)per\s(?!cent\b|mille?\b))(?P<bottom>.+)$", re.DOTALL)
_BOTTOM = re.compile(r"(?P<number>[\d,]+)\s+(?P<unit>\S.*)", re.DOTALL)
_SCALE_WORDS = re.compile(rf"\b({'|'.join(SCALES)})\b", re.IGNORECASE)


def normalize_unit(unit: str | None) -> tuple[str, float] | None:
    """Base unit and factor of a printed unit, magnitude included, or None for an unknown one.

    >>> normalize_unit("million hectares"), normalize_unit("US$ million"), normalize_unit("percent")
    (('mu', 15000000.0), ('USD', 1000000.0), ('1', 0.01))
    >>> normalize_unit("million jobs"), normalize_unit("schools"), normalize_unit("per 100,000")
    (('person', 1000000.0), ('1', 1.0), ('1', 1e-05))
    >>> normalize_unit("kg per hectare"), normalize_unit("BQ")
    (('t/mu', 6.666666666666667e-05), None)
    """
    if not unit:
        return "1", 1.0
    words = " ".join(unit.split())
    simple = _simple(words)
    if simple is not None:
        return simple
    split = _PER_SPLIT.match(words)
    return _rate(split["top"].strip(), split["bottom"].strip()) if split else None


def _simple(words: str) -> tuple[str, float] | None:
    """A unit without a denominator."""
    scale = 1.0
    if words not in UNITS:
        for found in _SCALE_WORDS.findall(words):
            scale *= SCALES[found.lower()]
        words = " ".join(_SCALE_WORDS.sub(" ", words).split()) if scale != 1 else words
    if not words:
        return "1", scale
    low = words.lower()
    base = UNITS.get(words) or _LOWER.get(low)
    if base is not None:
        return base[0], scale * base[1]
    code = CURRENCIES.get(words) or _LOWER_CURRENCIES.get(low)
    if code is not None:
        return code, scale
    if " per " in low:
        # What stands behind `per` is no unit by itself: `EUR per person` counts no persons.
        return None
    last = low.rsplit(" ", 1)[-1].rsplit("-", 1)[-1]
    if last in PEOPLE:
        return "person", scale
    if last in HOUSEHOLDS:
        return "household", scale
    return (
        ("1", scale)
        if (is_plural(last) or (words[-1].islower() and len(last) > 2 and last.isalpha()))
        and "/" not in words
        else None
    )


def _rate(top: str, bottom: str) -> tuple[str, float] | None:
    plain = bottom.replace(",", "").lower()
    if plain in _ROUND_SIZES:
        return ("1", _ROUND_SIZES[plain]) if not top or top.lower() in _EVENTS else _simple(top)
    size = 1.0
    counted = _BOTTOM.match(bottom)
    if counted:
        size, bottom = float(counted["number"].replace(",", "") or 1), counted["unit"]
    upper, lower = _simple(top), _simple(bottom)
    if upper is None or lower is None or not top:
        return None
    return f"{upper[0]}/{lower[0]}", upper[1] / (lower[1] * size)


_IRREGULAR = (
    PEOPLE
    | HOUSEHOLDS
    | frozenset("cattle sheep livestock poultry fish aircraft equipment headquarters series species heads head".split())
)


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun.

    >>> is_plural("schools"), is_plural("people"), is_plural("access"), is_plural("campus")
    (True, True, False, False)
    """
    if word in _IRREGULAR:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "ous", "as"))
        and word.isascii()
        and word.replace("'", "").replace("-", "").isalpha()
    )
