"""Figures as they stand in a sentence: in the unit that the plan prints, with the digits of the source.

A figure in base units (0.6218) is said in the printed unit (62.18%). Where the plan's unit is of another language than
the sentence, it is said in that language's words, scaled by its own magnitudes (737.57 亿元: 73.757 billion yuan).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from milepost.assessments.unit_words import ONE_OF, UNIT_WORDS, scaled
from milepost.checks.excerpts import visible
from milepost.checks.model import Tongue, Words
from milepost.languages.table import language_named
from milepost.observations.units import POINT

_CHINESE: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff]")
_SIGNIFICANT: Final = 10
"""Digits beyond which a figure in base units is dust of binary fractions."""
MOST_DECIMALS: Final = 6
_MAGNITUDES: Final[dict[Tongue, tuple[tuple[float, str], ...]]] = {
    "zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")),
    "en": ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")),
}
_PER: Final = ((1e-3, Words("‰", "‰")), (1e-5, Words("/10万", " per 100,000")), (1e-4, Words("/万", " per 10,000")))
_BARE: Final = ("number", "numbers", "no", "nos", "count", "#")
"""Units of tables that say no more than that things are counted."""
_STEPS: Final[dict[float, Words]] = {
    0.01: Words("个百分点", " percentage points"),
    0.001: Words("个千分点", " per-mille points"),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """How figures of one target are said: `value / factor` with `word` behind it, `thousands` grouped in English.

    `step` is what stands behind a difference between two figures; `decimals` are those of the plan's and the source's
    own figures.
    """

    factor: float
    word: str
    step: str
    tongue: Tongue
    decimals: int = 0

    def exact(self, value: float) -> str:
        """A figure that a source or the plan states, with all of its digits."""
        figure = grouped(value / self.factor, decimals_of(value, self.factor), self.tongue)
        return f"{figure}{one_of(self.word, figure, self.tongue)}"

    def worked_out(self, value: float, more: int = 0) -> str:
        """A computed figure, with as many decimals as the stated ones have, `more` behind them where it is small."""
        return self._rounded(value, self.word, more)

    def difference(self, value: float, more: int = 0) -> str:
        """The size of a change, in points where the figures are percentages."""
        return self._rounded(abs(value), self.step, more)

    def _rounded(self, value: float, word: str, more: int) -> str:
        printed = value / self.factor
        decimals = min(max(self.decimals + more, _needed(printed)), MOST_DECIMALS)
        figure = grouped(printed, decimals, self.tongue)
        return f"{figure}{one_of(word, figure, self.tongue)}"


def unit_of(
    printed: str | None, code: str | None, factor: float | None, tongue: Tongue, figures: tuple[float | None, ...] = ()
) -> Unit:
    """The unit for the figures of a target.

    Parameters
    ----------
    printed, code, factor : str or None, str or None, float or None
        Its unit as the plan prints it, the code of the base unit and how many of these it is.
    tongue : "zh" or "en"
        Language of the sentence.
    figures : tuple of float or None
        What the plan and the sources state, in base units: the largest decides the magnitude, the finest the digits.

    >>> unit_of("亿元", "CNY", 1e8, "en", (7.375736e10,)).exact(7.375736e10)
    '73.75736 billion yuan'
    >>> unit_of("%", "1", 0.01, "zh").difference(0.0121, 2), unit_of("万人", "person", 1e4, "zh").exact(105000)
    ('1.21个百分点', '10.5万人')
    """
    known = tuple(each for each in figures if each is not None and math.isfinite(each))
    largest = max((abs(each) for each in known), default=factor or 1.0)
    size, word, step = _said(printed, code, factor, tongue, _order(largest))
    decimals = max((decimals_of(each, size) for each in known), default=0)
    return Unit(size, word, step, tongue, min(decimals, MOST_DECIMALS))


def one_of(word: str, figure: str, tongue: Tongue) -> str:
    """The word behind a figure: of one thing, in English, without the s of several.

    >>> one_of(" years", "1", "en"), one_of(" percentage points", "−1", "en"), one_of(" people", "2", "en")
    (' year', ' percentage point', ' people')
    """
    if tongue != "en" or figure.lstrip("-−") != "1":
        return word
    several = {words.words.en: words.words.en.removesuffix("s") for units in UNIT_WORDS.values() for words in units}
    several |= {UNIT_WORDS[code][0].words.en: words.en for code, words in ONE_OF.items() if code in UNIT_WORDS}
    several |= {step.en.strip(): step.en.strip().removesuffix("s") for step in _STEPS.values()}
    kept = ("pounds sterling", "Hong Kong dollars", "PFLOPS", "EFLOPS", "TB", "PB", "EB")
    plain = word.strip()
    return word if plain in kept or plain not in several else word.replace(plain, several[plain])


def _order(value: float) -> int:
    return math.floor(math.log10(value) + 1e-9) if value > 0 else 0


@lru_cache(maxsize=4096)
def _said(
    printed: str | None, code: str | None, factor: float | None, tongue: Tongue, order: int
) -> tuple[float, str, str]:
    """Base units, word, and word of a difference."""
    # 0.58 / 58 is a hundredth, whatever is left behind.
    size = float(f"{factor or 1.0:.9g}")
    if code == POINT:
        return (size, *(_points(0.01, tongue),) * 2)
    if code == "1" and size in _STEPS:
        return size, "%" if size > 0.005 else "‰", _points(size, tongue)
    if code == "1" and size == 1 and (printed or "").strip(" .").casefold() in _BARE:
        return 1.0, "", ""
    foreign = tongue == "en" and _CHINESE.search(printed or "") is not None
    if code is None:
        word = visible(printed or "")
        return (size, *(_apart(f"“{word}”" if foreign else word, tongue),) * 2)
    if printed and not foreign and language_named(tongue).unit(printed) is not None:
        return (size, *(_apart(visible(printed), tongue),) * 2)
    return _in_words(code, size, tongue, order)


def _points(size: float, tongue: Tongue) -> str:
    return _STEPS[size].of(tongue)


def _apart(word: str, tongue: Tongue) -> str:
    return f" {word}" if word and tongue == "en" else word


def _in_words(code: str, size: float, tongue: Tongue, order: int) -> tuple[float, str, str]:
    """A unit of the other language, in this one's words and magnitudes."""
    if code == "1" and size < 1:
        for part, words in _PER:
            if math.isclose(part, size, rel_tol=1e-9):
                return (size, *(words.of(tongue),) * 2)
    top, _, bottom = code.partition("/") if code not in UNIT_WORDS else (code, "", "")
    behind, size, shift = _per(bottom, size, tongue)
    unit = scaled(top, size)
    if unit is None:
        return (size * shift, *(_apart(f"“{code}”", tongue),) * 2)
    least = min(unit.factor, size)
    magnitude, name = next(
        ((each, name) for each, name in _MAGNITUDES[tongue] if order >= _order(least) + _order(each)), (1.0, "")
    )
    word = f"{name}{_apart(unit.words.of(tongue), tongue)}{behind}"
    return (least * magnitude * shift, word, word)


def _per(bottom: str, size: float, tongue: Tongue) -> tuple[str, float, float]:
    """What stands behind the upper unit, the size of that, and by what the two together differ from it.

    Of small amounts per yuan the lower unit is scaled: so many tonnes per 10,000 yuan.
    """
    if not bottom:
        return "", size, 1.0
    one = ONE_OF.get(bottom) or (UNIT_WORDS[bottom][0].words if bottom in UNIT_WORDS else Words(bottom, bottom))
    many = round(1 / size) if size < 1 and math.isclose(1 / size, round(1 / size), rel_tol=1e-6) else 1
    if many == 1 or bottom not in ("CNY", "USD", "EUR", "person", "household"):
        return Words(f"/{one.zh}", f" per {one.en}").of(tongue), size, 1.0
    return Words(f"/{grouped(many, 0, 'zh')}{one.zh}", f" per {many:,} {one.en}").of(tongue), 1.0, size


def decimals_of(value: float, factor: float = 1.0) -> int:
    """How many decimals a figure in base units has in units of `factor`, dust aside.

    >>> decimals_of(0.6218, 0.01), decimals_of(105000, 1e4), decimals_of(0.55, 0.01)
    (2, 1, 0)
    """
    text = f"{value / factor:.{_SIGNIFICANT}g}"
    if "e" in text:
        text = f"{float(text):.{MOST_DECIMALS}f}"
    return min(len(text.partition(".")[2].rstrip("0")), MOST_DECIMALS)


def _needed(value: float) -> int:
    """Decimals with which a computed figure still has two digits that say something."""
    if value == 0 or not math.isfinite(value):
        return 0
    return max(0, 1 - math.floor(math.log10(abs(value))))


def grouped(value: float, decimals: int, tongue: Tongue) -> str:
    """A number with at most so many decimals, without zeros at the end; thousands are grouped in English.

    >>> grouped(12345.60, 2, "en"), grouped(12345.60, 2, "zh"), grouped(-0.0001, 1, "zh"), grouped(3.0, 2, "zh")
    ('12,345.6', '12345.6', '0', '3')
    """
    text = f"{value:,.{decimals}f}" if tongue == "en" else f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text.replace("-", "−") if tongue == "zh" else text


def percent(share: float, tongue: Tongue) -> str:
    """A share of 1 as a percentage for reading: whole numbers, one decimal below 10 % and near 100 %.

    >>> percent(0.5227, "zh"), percent(1.0, "en"), percent(-0.012, "zh"), percent(0.998, "zh")
    ('52%', '100%', '−1.2%', '99.8%')
    """
    near = abs(share) < 0.1 or 0.99 < share < 1.01
    return f"{grouped(share * 100, 1 if near else 0, tongue)}%"
