"""Where figures stand in an English text: numbers with unit and comparator, and words that stand for a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from milepost.kernel.span import Span
from milepost.languages.english.implied import implied_mentions
from milepost.languages.english.labels import follows_name, is_label, is_year, quoted_spans
from milepost.languages.english.nouns import counted_noun
from milepost.languages.english.numerals import SHORT_SCALES, WORDED, lowered, parse_numeral
from milepost.languages.english.units import CURRENCY, PERCENT, UNIT
from milepost.languages.mention import Comparator, Mention, Number
from milepost.languages.numbers import parse_number

# Longer than any figure: what goes on is a code and no number.
_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,9})?(?!\d)"
_SCALE = r"(?:thousand|lakh|million|crore|billion|trillion)"
_SHORT = r"(?:mln|mn|bn|Bn|tn|[kKmMbBT])(?![A-Za-z0-9²³])"
_TAIL = rf"(?:[\s-]?(?P<low_scale>{_SCALE})\b|\s?(?P<low_short>{_SHORT}))?(?:[\s-]?(?P<low_unit>{UNIT}))?"
_SECOND = (
    rf"(?P<dash> ?[-–—~] ?|\sto\s)(?:{CURRENCY})?\s?(?P<high>{_NUMBER})(?![\d,"
    rf"]*\d)(?:[\s-]?(?P<high_scale>{_SCALE})\b"
    rf"|\s?(?P<high_short>{_SHORT}))?(?:[\s-]?(?P<high_unit>{UNIT}))?"
)
_DIGITS = re.compile(rf"(?<![A-Za-z\d.])(?<![A-Za-z\d]-)(?<!\d,)(?P<low>{_NUMBER}){_TAIL}(?:{_SECOND})?")
# Searched in small letters; the measure behind it is read as printed.
_WORDS = re.compile(rf"{WORDED}\b")
_MEASURE = re.compile(rf"[\s-]?(?P<unit>{UNIT})")
_CURRENCY_END = re.compile(rf"(?<![A-Za-z])(?P<sign>{CURRENCY})\s?$")
_PART = re.compile(r"(?:thirds?|quarters?|fourths?|fifths?|tenths?|half)\b")
_TOP = re.compile(r"\b(?P<top>one|two|three|four|a)[ -]$")
_NO_PART = re.compile(r"\s(?:of\s20\d\d|party|country|time|round|phase)\b")
_HALF_OF = re.compile(r"(?=\s(?:of|the|that|their|its|all)\b|[,.;]|$)(?!\sof\s(?:the\s)?(?:year|20\d\d|decade))")
_NO_HALF = re.compile(r"\b(?:first|second|latter|other|a|by)\s$")
_TOPS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_BOTTOMS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}

_BEFORE = re.compile(
    r"(?P<ge>\b(?:at\sleast|(?:no|not)\s(?:less|fewer|lower)\sthan|not\s(?:fall\s)?below|at\sor\sabove"
    r"|(?:a\s)?minimum(?:\sof)?)|≥|>=)"
    r"|(?P<le>\b(?:at\smost|(?:no|not)\s(?:more|greater|higher|larger)\sthan|(?:not|never"
    r"|without)\s(?:to\s)?exceed(?:ing)?|not\sabove|at\sor\sbelow|up\sto|within"
    r"|(?:a\s)?maximum(?:\sof)?)|≤|<=)"
    r"|(?P<gt>\b(?:over|more\sthan|above|in\sexcess\sof|greater\sthan|higher\sthan|larger\sthan"
    r"|upwards?\sof|beyond|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops?)|>)"
    r"|(?P<lt>\b(?:below|under|less\sthan|fewer\sthan|lower\sthan)|<)"
    r"|(?P<approx>\b(?:about|around|approximately|approx\.|nearly|almost|roughly|some|close\sto|circa"
    r"|an\sestimated|estimated)|~|≈)",
    re.IGNORECASE,
)
_BEFORE_END = re.compile(
    rf"(?:{_BEFORE.pattern})(?:\s(?:an?\s(?:average|total|further|additional|estimated)(?:\sof)?"
    r"|the\s\w+\sof|another))?\s?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s?(?:(?P<ge>(?:or|and)\s(?:more|higher|above|over|better|greater|upwards?)\b(?!\s(?:than"
    r"|[a-z]+s\b))|\+(?!\d))|(?P<le>(?:or|and)\s(?:less|lower|below|fewer|under)\b(?!\sthan))"
    r"|(?P<approx>or\sso\b))",
    re.IGNORECASE,
)
# What a comparator may end in: the pattern is tried only behind one of these.
_LAST_WORDS = frozenset(
    "least than below above minimum of most exceed exceeds exceeded exceeding to within maximum over"
    " beyond surpass surpasses surpassed "
    "surpassing topped topping top tops under about around approximately approx. nearly almost"
    " roughly some circa estimated another "
    "≥ >= ≤ <= > < ~ ≈".split()
)
_RANGING = re.compile(r"\b(?:from)\s?$", re.IGNORECASE)
_SPREAD = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ying))\sfrom\s?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s?$", re.IGNORECASE)
_NAMES: tuple[Comparator, ...] = ("ge", "le", "gt", "lt", "approx")
_CHANGE = re.compile(r"\s(?:increase|rise|growth|expansion|reduction|decrease|decline|drop|cut|improvement)\b")
_MULTIPLE = re.compile(r"\s(?:the|that|as|higher|more|larger|greater|bigger|of|faster|over|its|what|compared)\b")
_BY = re.compile(r"\b(?:by|to|nearly|almost|about|over|than|least)\s(?:[a-z]+\s)?$", re.IGNORECASE)
_ELAPSED = re.compile(r"\b(?:next|coming|past|last|previous|following)\s$", re.IGNORECASE)
# How far before a number a comparator may begin.
_REACH = 44


def figures(text: str) -> list[Mention]:
    """Every figure of a folded text (see `fold`), in order; labels such as 5G, Covid-19 or 14th are left out.

    >>> [(m.value, m.unit, m.comparator) for m in figures("Above 10.5 million tons, with 3 to 5 sites.")]
    [(10.5, 'million tons', 'gt'), (3, 'sites', 'range')]
    """
    quotes = quoted_spans(text)
    found = [*_numbers(text, quotes), *_fractions(text), *implied_mentions(text)]
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    kept: list[Mention] = []
    for mention in found:
        if kept and mention.span.start < kept[-1].span.end:
            continue
        kept.append(mention)
    return _betweens(text, kept)


def _numbers(text: str, quotes: list[Span]) -> Iterator[Mention]:
    for match in _DIGITS.finditer(text):
        yield from _digit_figure(text, match, quotes)
    for match in _WORDS.finditer(lowered(text)):
        before = text[match.start() - 1 : match.start()]
        if before.isalnum() or before == "-":
            continue
        mention = _worded_figure(text, match, quotes)
        if mention is not None:
            yield mention


def _digit_figure(text: str, match: re.Match[str], quotes: list[Span]) -> Iterator[Mention]:
    currency = _CURRENCY_END.search(text, max(0, match.start() - 5), match.start())
    start = currency.start() if currency else match.start()
    sign = currency["sign"] if currency else None
    two = bool(match["high"]) and _is_range(text, match, sign)
    if not two:
        high_start = match.start("high") if match["high"] else -1
        end = _end(match, "low", sign)
        low = _one(text, start, end, match, "low", sign, quotes)
        if high_start >= 0:
            # The two numbers are figures of their own: from 5 to 7 percent.
            second = _one(text, high_start, _end(match, "high", sign), match, "high", None, quotes)
            if low is not None and second is not None and low.unit is None and match["high_unit"]:
                low = Mention(low.span, low.extent, low.value, None, second.unit, low.comparator, low.trailing)
            yield from (each for each in (low, second) if each is not None)
        elif low is not None:
            yield low
        return
    ranged = _ranged(text, start, match, sign, quotes)
    if ranged is not None:
        yield ranged


def _is_range(text: str, match: re.Match[str], sign: str | None) -> bool:
    """Whether two joined numbers are the ends of one range, and not a start and a goal or two years."""
    low, high = parse_number(match["low"]), parse_number(match["high"])
    years = not match["high_unit"] and not sign and "," not in match["low"] + match["high"] and 1800 <= low < 2200
    if years:
        return False
    if (
        1900 <= low < 2100
        and "," not in match["low"]
        and re.search(r"(?:\b(?:in|by|since)\s|\()$", text[max(0, match.start() - 6) : match.start()])
    ):
        return False
    before = text[max(0, match.start() - 20) : match.start()]
    if "to" in match["dash"] and _RANGING.search(before) and not _SPREAD.search(before):
        return False
    lower = low * _size(match["low_scale"] or match["high_scale"])
    return lower < high * _size(match["high_scale"])


def _size(scale: str | None) -> float:
    return {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}.get(
        (scale or "").lower(), 1
    )


def _end(match: re.Match[str], which: str, sign: str | None) -> int:
    """Where a number with its magnitude and unit ends; a short magnitude counts only behind a currency."""
    for name in ("unit", "scale", "short"):
        if match[f"{which}_{name}"] and (name != "short" or _money(match, which, sign)):
            return match.end(f"{which}_{name}")
    return match.end(which)


def _money(match: re.Match[str], which: str, sign: str | None) -> bool:
    return (
        bool(sign)
        or (match[f"{which}_unit"] or "") in ("yuan", "dollars", "euros")
        or match[f"{which}_short"] in ("bn", "mn", "mln", "tn")
    )


def _one(
    text: str, start: int, end: int, match: re.Match[str], which: str, sign: str | None, quotes: list[Span]
) -> Mention | None:
    scale = match[f"{which}_scale"] or ""
    short = match[f"{which}_short"]
    if short and _money(match, which, sign):
        scale = SHORT_SCALES[short]
    unit = match[f"{which}_unit"]
    if short and not scale:
        # 5 m are metres, 5M or 3B are names.
        if short != "m":
            return None
        unit, end = "m", match.end(f"{which}_short")
    return _finish(text, Span(start, end), match[which], parse_number(match[which]), scale.lower(), unit, sign, quotes)


def _ranged(text: str, start: int, match: re.Match[str], sign: str | None, quotes: list[Span]) -> Mention | None:
    end = _end(match, "high", sign)
    low = _one(text, start, end, match, "high", sign, quotes)
    if low is None:
        return None
    value, high = parse_number(match["low"]), parse_number(match["high"])
    small, large = _size(match["low_scale"]), _size(match["high_scale"])
    if match["low_scale"] and small != large:
        value = value * small / large
    return Mention(
        Span(start, low.span.end),
        Span(min(start, low.extent.start), low.extent.end),
        value,
        high,
        low.unit,
        "range",
        low.trailing,
    )


def _worded_figure(text: str, match: re.Match[str], quotes: list[Span]) -> Mention | None:
    words = match[0]
    parsed = parse_numeral(words)
    measure = _MEASURE.match(text, match.end())
    end = measure.end() if measure else match.end()
    if parsed is None or text[end : end + 1] == "-":
        return None
    value, scale = parsed
    if words == "one" and not re.search(
        r"\b(?:at least|no (?:less|fewer|more) than)\s$",
        text[max(0, match.start() - 14) : match.start()],
        re.IGNORECASE,
    ):
        return None
    if re.match(
        r"[ -](?:thirds?|quarters?|fourths?|fifths?|tenths?|fold|dozens?)\b",
        text[match.end() : match.end() + 10],
        re.IGNORECASE,
    ):
        return None
    currency = _CURRENCY_END.search(text, max(0, match.start() - 5), match.start())
    start = currency.start() if currency else match.start()
    mention = _finish(
        text,
        Span(start, end),
        words,
        value,
        scale or "",
        measure["unit"] if measure else None,
        currency["sign"] if currency else None,
        quotes,
    )
    # A small number in words without a noun is a pronoun (one of the two).
    return None if mention is None or mention.unit is None else replace(mention, worded=True)


def _finish(
    text: str,
    span: Span,
    printed: str,
    value: Number,
    scale: str,
    unit: str | None,
    sign: str | None,
    quotes: list[Span],
) -> Mention | None:
    if unit and _ELAPSED.search(text, max(0, span.start - 12), span.start):
        return None
    if unit and _hyphened(text, span, unit):
        return None
    if unit == "times" and not _multiple(text, span):
        return None
    named = bool(unit or scale or sign)
    if is_label(text, span.start, span.end, named, quotes):
        return None
    if text[span.end : span.end + 1] == "-" and text[span.end + 1 : span.end + 2].isalpha():
        return None
    end = span.end
    if not unit and not sign:
        noun = counted_noun(text, end, single=value == 1 and not scale)
        if is_year(text, span.start, printed, noun is not None):
            return None
        if noun is None and not scale and follows_name(text, span.start):
            return None
        if noun is not None:
            unit = noun.head
            end = noun.span.end if noun.adjacent else end
    words = (
        " ".join(
            word
            for word in (sign if sign and not unit else None, scale, " ".join(unit.split()) if unit else None)
            if word
        )
        or None
    )
    return _with_comparators(text, Span(span.start, end), value, words)


def _hyphened(text: str, span: Span, unit: str) -> bool:
    """Whether number and unit are an adjective (three-year, 500-hectare) that states no change of its own."""
    hyphen = text[span.start : span.end].removesuffix(unit).endswith("-")
    return hyphen and unit.lower() not in PERCENT and not _CHANGE.match(text, span.end)


def _multiple(text: str, span: Span) -> bool:
    """Whether so many times is a multiple and no frequency (lowered two times)."""
    return bool(_MULTIPLE.match(text, span.end)) or bool(_BY.search(text, max(0, span.start - 32), span.start))


def _with_comparators(text: str, span: Span, value: Number, unit: str | None) -> Mention:
    """The mention with the words before and behind it that say how the value is meant."""
    start, end = span
    comparator: Comparator | None = None
    after = _AFTER.match(text, end)
    if after:
        comparator, end = next(name for name in _NAMES if after.groupdict().get(name)), after.end()
    head = text[max(0, start - _REACH) : start]
    words = head.rsplit(None, 1)
    before = _BEFORE_END.search(head) if words and words[-1].lower() in _LAST_WORDS else None
    if before:
        start -= len(head) - before.start()
        comparator = comparator or next(name for name in _NAMES if before[name])
    return Mention(span, Span(start, end), value, None, unit, comparator, trailing=bool(after))


def _fractions(text: str) -> Iterator[Mention]:
    low = lowered(text)
    for match in _PART.finditer(low):
        start, end = match.span()
        head = low[max(0, start - 8) : start]
        percent: Number = 50
        if match[0] == "half":
            if head[-1:].isalpha() or head[-1:] == "-" or _NO_HALF.search(head) or not _HALF_OF.match(low, end):
                continue
        else:
            top = _TOP.search(head)
            if top is None or _NO_PART.match(low, end) or (top["top"] == "a" and not low.startswith(" of ", end)):
                continue
            start -= len(head) - top.start()
            percent = round(100 * _TOPS[top["top"]] / _BOTTOMS[match[0].rstrip("s")], 2)
        mention = _with_comparators(text, Span(start, end), percent, "%")
        yield Mention(
            mention.span,
            mention.extent,
            percent,
            None,
            "%",
            mention.comparator,
            mention.trailing,
            "fraction",
            worded=True,
        )


def _betweens(text: str, mentions: list[Mention]) -> list[Mention]:
    """Two figures joined by between … and … become one range."""
    kept: list[Mention] = []
    skip = -1
    for index, mention in enumerate(mentions):
        if index == skip:
            continue
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        between = _BETWEEN.search(text, max(0, mention.span.start - 9), mention.span.start)
        if (
            following
            and between
            and text[mention.span.end : following.span.start].strip() == "and"
            and mention.value is not None
        ):
            extent = Span(between.start(), following.extent.end)
            kept.append(
                Mention(
                    Span(mention.span.start, following.span.end),
                    extent,
                    mention.value,
                    following.value,
                    following.unit,
                    "range",
                )
            )
            skip = index + 1
            continue
        kept.append(mention)
    return kept
