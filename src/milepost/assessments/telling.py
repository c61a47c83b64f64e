"""The parts that a sentence on a target is made of: its name, what it asks for, its baseline, what was observed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from milepost.assessments.amounts import Unit, unit_of
from milepost.checks.model import Tongue, Words
from milepost.checks.quoting import inner
from milepost.observations.telling import period_words
from milepost.observations.units import POINT, base_unit
from milepost.plans.concepts.table import concept

CHINESE: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_MONTHS: Final = 12
_BOUNDS: Final[dict[str, Words]] = {
    "ge": Words("{}以上", "at least {}"), "gt": Words("超过{}", "more than {}"),
    "le": Words("{}以内", "at most {}"), "lt": Words("低于{}", "less than {}"),
    "approx": Words("{}左右", "about {}"), "range": Words("{}—{}", "{} to {}"),
}  # fmt: skip
OBSERVED_BOUNDS: Final[dict[str, Words]] = {
    "at_least": Words("不低于", "at least "), "at_most": Words("不高于", "at most "), "exact": Words("", ""),
}  # fmt: skip
VALUE_STATUS: Final[dict[str, Words]] = {
    "estimate": Words("估计数", "an estimate"), "preliminary": Words("初步数", "preliminary"),
    "final": Words("", ""), "revised": Words("修订数", "revised"),
    "certified": Words("上级核定", "certified by the upper level"), "plan": Words("计划数", "planned"),
}  # fmt: skip
"""Status of an observed value → words; the usual one has none."""


@dataclass(frozen=True)
class Teller:
    """What can be said of one target in one language.

    Attributes
    ----------
    row : mapping
        A row of `Assessment.targets`, with the figures of `milepost.assessments.sentences.FIGURES` beside it.
    tongue : "zh" or "en"
        Language of the sentence.
    names : mapping of str to (str, str or None)
        Names and concepts of the plan's items, by id.
    home : str or None
        The region that need not be named: the plan's own.
    """

    row: Mapping[str, Any]
    tongue: Tongue
    names: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)
    home: str | None = None

    def say(self, chinese: str, english: str) -> str:
        """Words in the sentence's language."""
        return chinese if self.tongue == "zh" else english

    @cached_property
    def unit(self) -> Unit:
        """The unit of the figures of what is observed."""
        row = self.row
        if row["unit_code"] is None and row["latest_unit"] is not None:
            return self.latest_unit
        plain = row["measure"] in ("value", "worst", "margin", "change")
        own = ("value", "baseline", "latest", "base_observed")
        figures = tuple(row[name] for name in (own if plain else ("value", "latest")))
        return unit_of(row["unit"], row["unit_code"], row["unit_factor"], self.tongue, figures)

    @property
    def is_fold(self) -> bool:
        """Whether so many times the base is asked for."""
        row = self.row
        return row["measure"] == "index" and row["unit_code"] == "1" and (row["unit_factor"] or 1) >= 1

    @cached_property
    def latest_unit(self) -> Unit:
        """The unit of the latest observation, which may be another than the target's (levels behind a growth)."""
        row = self.row
        # 720 firms, or a growth of 5.9 %, are not so many times the base, though all three are plain numbers.
        if row["unit_code"] is not None and row["latest_unit"] in (None, row["unit_code"]) and not self.is_fold:
            return self.unit
        printed = base_unit(row.get("latest_printed"))
        factor = printed.factor if printed else None
        return unit_of(row.get("latest_printed"), row["latest_unit"], factor, self.tongue, (row["latest"],))

    @cached_property
    def rate(self) -> Unit:
        """The unit of growth, of falls and of shares: percent."""
        row = self.row
        own = row["value"] if row["measure"] in ("index", "reduction") else None
        return unit_of("%", "1", 0.01, self.tongue, (own,))

    @property
    def name(self) -> str:
        """The name of the target: in English that of its concept, with the plan's own words behind it."""
        own = inner(self.row["name"] or "").strip()
        place = inner(self.row["region_name"] or self.row["region"] or "").strip()
        away = self.row["region"] not in (None, self.home) and not own.startswith(place)
        return self._named(own, self.row["concept"], place if away else None)

    @property
    def short_name(self) -> str:
        """The name for a table: in English that of the concept alone, where there is one."""
        known = concept(self.row["concept"]) if self.row["concept"] else None
        place = inner(self.row["region_name"] or self.row["region"] or "").strip()
        own = inner(self.row["name"] or "").strip()
        told = known.en if self.tongue == "en" and known and CHINESE.search(own) else own
        away = self.row["region"] not in (None, self.home) and not own.startswith(place)
        return f"{place}{self.say('', ': ')}{told}" if away else told

    def _named(self, own: str, identity: str | None, place: str | None) -> str:
        known = concept(identity) if identity else None
        if self.tongue == "zh":
            plain = own if CHINESE.search(own) or known is None else f"{known.zh}（“{own}”）"
            return f"{place or ''}{plain}"
        told = own
        if CHINESE.search(own):
            told = f"{known.en} (“{own}”)" if known else f"“{own}”"
        told = f"{told[:1].upper()}{told[1:]}"
        return f"{told}, {in_quotes(place)}" if place else told

    @property
    def reference(self) -> str:
        """The name of what a relative target is held against: of growth, that of what grows."""
        other = self.row["relative_to"] or ""
        own, identity = self.names.get(other, (other, other))
        known = concept(identity) if identity else None
        grown = concept(known.base) if known and known.base and known.change == "growth" else None
        if grown or known:
            best = grown or known
            return self.say(best.zh, best.en) if best else ""
        return inner(own) if self.tongue == "zh" else in_quotes(own)

    @property
    def raw(self) -> str:
        """The plan's own words for the target, in quotation marks; empty when there are none."""
        own = inner(self.row["raw"] or "").strip()
        return f"“{own}”" if own else ""

    def bounded(self, unit: Unit, low: float, high: float | None = None, comparator: str | None = None) -> str:
        """A figure with what the target's comparator says of it."""
        sign = comparator or self.row["comparator"]
        if sign == "range" and high is not None:
            first, second = unit.exact(low), unit.exact(high)
            word = unit.word.strip()
            first = first.removesuffix(unit.word) if word else first
            return _BOUNDS["range"].of(self.tongue).format(first, second)
        if sign in _BOUNDS and sign != "range":
            return _BOUNDS[sign].of(self.tongue).format(unit.exact(low))
        return unit.exact(low)

    @property
    def deadline(self) -> str:
        """By when, in words."""
        return self.moment(self.row["goal_time"])

    def moment(self, time: float | None) -> str:
        """A time as a year, or the month at whose end it is.

        >>> Teller({}, "zh").moment(2025.0), Teller({}, "en").moment(2022.75)
        ('2025年', 'September 2023')
        """
        if time is None:
            return ""
        year, month = int(-(-time // 1)), round((time % 1) * _MONTHS)
        if month in (0, _MONTHS):
            return self.say(f"{round(time)}年", str(round(time)))
        return period_words("month", f"{year}-{month:02d}").of(self.tongue)

    def span(self, start: float, end: float) -> str:
        """The years from the one after `start` to that of `end`.

        >>> Teller({}, "zh").span(2020.0, 2023.0), Teller({}, "en").span(2020.0, 2021.0)
        ('2021—2023年', '2021')
        """
        first, last = int(start) + 1, int(-(-end // 1))
        behind = "" if end == last else self.say(f"{round((end % 1) * _MONTHS)}月", "")
        if first >= last:
            return self.say(f"{last}年{'1—' if behind else ''}{behind}", self.moment(end))
        return self.say(f"{first}—{last}年{behind}", f"{first} to {self.moment(end)}")

    @property
    def period(self) -> str:
        """The period of the latest observation in words."""
        return period_words(self.row["latest_period_kind"], self.row["latest_period"]).of(self.tongue)

    @property
    def source(self) -> str:
        """Where the latest observation comes from and of what kind it is, in brackets."""
        status = VALUE_STATUS.get(self.row["latest_status"] or "final", Words("", "")).of(self.tongue)
        named = inner(self.row["latest_source"] or "").strip()
        if self.tongue == "zh":
            return f"（{'，'.join(filter(None, (status, f'来源：{named}' if named else '未注明来源')))}）"
        parts = (status, f"source: {in_quotes(named)}" if named else "no source given")
        return f" ({', '.join(filter(None, parts))})"

    @property
    def observed(self) -> str:
        """The latest observation: period, value, source."""
        row, unit = self.row, self.latest_unit
        bound = OBSERVED_BOUNDS[row["latest_bound"] or "exact"].of(self.tongue)
        value = unit.exact(row["latest"])
        if self.tongue == "zh":
            return f"{self.period}{bound or '为'}{value}{self.source}"
        return f"{bound}{value} in {self.period}{self.source}"

    @property
    def stated_baseline(self) -> str:
        """The baseline that the plan states, in words; empty when it states none."""
        row = self.row
        if row["baseline"] is None:
            return ""
        sign = row["baseline_comparator"]
        value = self.bounded(self.unit, row["baseline"], None, sign if sign in ("ge", "gt", "le", "lt") else "eq")
        year = row["baseline_year"]
        if year is None:
            return self.say(f"规划基期为{value}", f"the plan starts from {value}")
        return self.say(f"规划基期{year}年为{value}", f"the plan starts from {value} in {year}")

    def moved(self, change: float, more: int = 0) -> str:
        """A change of what is observed, with its size: 提高 of rates, 增加 of amounts."""
        size = self.unit.difference(change, more)
        return self.say(f"{self.verbs[change < 0]}{size}", f"{'fell' if change < 0 else 'rose'} by {size}")

    @property
    def verbs(self) -> tuple[str, str]:
        """What rates and what amounts do in Chinese, going up and going down."""
        row = self.row
        rate = row["nature"] == "rate" or row["unit_code"] == POINT
        rate = rate or (row["unit_code"] == "1" and (row["unit_factor"] or 1) < 1)
        return ("提高", "下降") if rate else ("增加", "减少")

    def to_move(self, change: float, more: int = 0) -> str:
        """A change that is still asked for."""
        if self.tongue == "zh":
            return self.moved(change, more)
        return f"{'fall' if change < 0 else 'rise'} by {self.unit.difference(change, more)}"


def in_quotes(words: str) -> str:
    """Words of a source or a plan as they are quoted in a sentence.

    >>> in_quotes("2023年统计公报")
    '“2023年统计公报”'
    """
    return f"“{inner(words)}”"
