"""The chance of reaching a target in words: a word first, then the percentage, then what it would take.

Where the chance says something else than the status the reason is told: the status looks at what has been gone, the
chance at where it leads.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from milepost.assessments.progress_words import to_do
from milepost.assessments.telling import Teller
from milepost.checks.model import Tongue, Words

_WORDS: Final = (
    (0.8, Words("把握较大", "likely")),
    (0.6, Words("可能性较大", "more likely than not")),
    (0.4, Words("五五开", "about even")),
    (0.2, Words("可能性较小", "less likely than not")),
    (0.0, Words("把握不大", "unlikely")),
)
"""From which chance on each word is said; 20 % itself is 把握不大, as the method's class has it."""

APART: Final[dict[str, Words]] = {
    "falling_back": Words(
        "目前虽已达到，按近年走势到期时未必仍能保持", "it is met now, but by the trend may no longer be at its date"
    ),
    "slowing": Words(
        "按时间进度尚属正常，但按近年走势推算到期难以完成",
        "on schedule so far, but by the trend of late it falls short at its date",
    ),
    "widening": Words("按近年走势推算，到期时差距还会拉大", "by the trend of late the gap widens until its date"),
    "speeding": Words(
        "按时间进度滞后，但按近年走势推算有望完成", "behind schedule so far, but by the trend of late it gets there"
    ),
    "nearing": Words("目前尚能保持，但以后年份有可能不达标", "kept so far, but may not be in a year to come"),
}
"""Why chance and status disagree: code → words."""

_LIKELY, _ODDS_ON, _EVEN, _ODDS_AGAINST, _UNLIKELY = 0.8, 0.6, 0.5, 0.4, 0.2
_SURE: Final = ("reached", "on_track")
_LOST: Final = ("off_track", "moving_away")


def chance_word(chance: float, tongue: Tongue) -> str:
    """The word for a chance.

    >>> chance_word(0.86, "zh"), chance_word(0.5, "zh"), chance_word(0.2, "en")
    ('把握较大', '五五开', 'unlikely')
    """
    if chance <= _UNLIKELY:
        return _WORDS[-1][1].of(tongue)
    return next(words for cut, words in _WORDS if chance >= cut).of(tongue)


def chance_percent(chance: float) -> str:
    """A chance in whole percent; no forecast is sure.

    >>> chance_percent(0.864), chance_percent(0.9991), chance_percent(0.0)
    ('86%', '>99%', '<1%')
    """
    if chance > 0.99:
        return ">99%"
    if chance < 0.01:
        return "<1%"
    return f"{chance * 100:.0f}%"


def chance_cell(row: Mapping[str, Any]) -> str:
    """A chance for a narrow table; empty where the date has come or there is none."""
    return "" if row["chance"] is None or row["due"] else chance_percent(row["chance"])


def apart(row: Mapping[str, Any]) -> str | None:
    """The code of why the chance says something else than the status; None where they agree.

    >>> apart({"chance": 0.3, "status": "on_track", "due": False, "met": False, "form": "path"})
    'slowing'
    >>> apart({"chance": 0.7, "status": "on_track", "due": False, "met": False, "form": "path"})
    """
    chance, status = row["chance"], row["status"]
    if chance is None or row["due"]:
        return None
    if chance < _ODDS_AGAINST and status in _SURE:
        return "nearing" if row["form"] == "hold" else "falling_back" if row["met"] else "slowing"
    risky = status == "at_risk" and row["form"] == "path"
    if (chance >= _ODDS_ON and status in _LOST) or (chance >= _LIKELY and risky):
        return "speeding"
    return "widening" if chance <= _UNLIKELY and risky else None


def outlook(teller: Teller) -> str:
    """The chance in a sentence, why it says something else than the status, and what it would take.

    Empty where it would say nothing new: the date has come, a bound is broken for good, or what is met will stay so.
    """
    row = teller.row
    chance, status = row["chance"], row["status"]
    each_year = row["measure"] in ("worst", "margin")
    if chance is None or row["due"] or (each_year and status == "off_track") or (row["met"] and chance >= _LIKELY):
        return ""
    code = apart(row)
    why = teller.say(f"：{APART[code].zh}", f": {APART[code].en}") if code else ""
    told = _told(teller, chance, each_year) + why
    return teller.say("，", ", ").join(filter(None, (told, _for_likely(teller), _turn(teller))))


def _told(teller: Teller, chance: float, each_year: bool) -> str:
    word, size = chance_word(chance, teller.tongue), chance_percent(chance)
    event = "later" if each_year else "still" if teller.row["met"] else "reached"
    if teller.tongue == "en":
        return f"the chance {_EVENTS[event].en}: {word} ({size})"
    if word == "五五开":
        return f"预计{_WHETHER[event]}五五开（{size}）"
    return f"预计{_EVENTS[event].zh}的{word}（{size}）"


_EVENTS: Final = {
    "reached": Words("到期实现", "that it is reached by its date"),
    "still": Words("到期仍达标", "that it is still met at its date"),
    "later": Words("此后各年都保持", "that no year to come breaks it"),
}
_WHETHER: Final = {"reached": "到期能否实现", "still": "到期能否仍达标", "later": "此后各年能否都保持"}


def _for_likely(teller: Teller) -> str:
    """The pace that makes it likely."""
    row = teller.row
    pace, even = row.get("pace_likely"), row["pace_needed"]
    if pace is None or even is None or row["met"] or row["chance"] >= _LIKELY:
        return ""
    # Of 左右 the near end is enough: that may ask for less than the figure itself.
    if (pace - even) * (row["still_needed"] or 0.0) <= 0:
        return ""
    step = to_do(teller, pace)
    return teller.say(f"要有八成把握须年均{step}", f"for a chance of 80% it must {step} a year")


def _turn(teller: Teller) -> str:
    """Until when a turn to the fastest pace ever kept is in time; that even this would not do."""
    row = teller.row
    fastest, last = row.get("fastest"), row.get("last_turn")
    if fastest is None or row["met"] or row["chance"] >= _EVEN or fastest * (row["still_needed"] or 0.0) <= 0:
        return ""
    step = to_do(teller, fastest)
    if last is None:
        return teller.say(
            f"即使按历史最快水平（年均{step}）也难以如期完成",
            f"even at the fastest pace that it ever kept ({step} a year) it would fall short",
        )
    if last <= row["current_time"]:
        return teller.say(
            f"须立即加快到历史最快水平（年均{step}）",
            f"it must turn at once to the fastest pace that it ever kept ({step} a year)",
        )
    moment = teller.moment(last)
    return teller.say(
        f"最迟须在{moment}底加快到历史最快水平（年均{step}）",
        f"it must turn to the fastest pace that it ever kept ({step} a year) by the end of {moment}",
    )
