"""How targets are assessed: the table `assess` of `milepost.toml`."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from milepost.assessments.table import METHODS
from milepost.kernel.errors import UsageError
from milepost.kernel.settings_file import table_in
from milepost.observations.model import SOURCE_KINDS

DEFAULT_LEADING: Final = ("holding", "relation", "time_progress")
DEFAULT_REASON: Final = (
    "时间进度法是中期评估的通行做法；须全期保持的目标按最差年份、相对目标按参照指标判断 "
    "(time-proportional progress is the norm of mid-term evaluations; what must be held is judged by its worst year, "
    "relative targets against their reference)"
)
_MOST_YEARS = 50
_WIDEST = 0.5


@dataclass(frozen=True, slots=True)
class AssessSettings:
    """How targets are assessed.

    Attributes
    ----------
    leading : tuple of str
        Methods that decide; the first that applies to a target gives its leading status.
    reason : str
        Why these lead; it stands in what is published.
    methods : tuple of str
        Which methods are asked; all when empty.
    thresholds : mapping
        By method its own cut points, in place of the default ones.
    labels : mapping of str to (str, str)
        Own words, Chinese and English, for statuses or national words, by their codes.
    sources : tuple of str
        Sources and kinds of sources, the most trusted first.
    names : mapping of str to str
        Names in the statistics, each with the id, name or concept of the item that it measures.
    stale_years : float
        A latest value older than this is called so.
    about : float
        Part of the goal that 左右 leaves on the wrong side.
    baseline_tolerance : float
        Share by which statistics may differ from a baseline of the plan, beyond its rounding.
    scales : mapping of str to (float, float)
        By item, name or concept the worst and the best end of the scale that scores run over, in printed units.
    """

    leading: tuple[str, ...] = DEFAULT_LEADING
    reason: str = DEFAULT_REASON
    methods: tuple[str, ...] = ()
    thresholds: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    sources: tuple[str, ...] = SOURCE_KINDS
    names: Mapping[str, str] = field(default_factory=dict)
    stale_years: float = 2.0
    about: float = 0.05
    baseline_tolerance: float = 0.01
    scales: Mapping[str, tuple[float, float]] = field(default_factory=dict)


def load_assess_settings(path: Path) -> AssessSettings:
    """Read the table `assess` of a settings file; the default settings where it has none.

    Raises
    ------
    ReadError
        If the file cannot be opened or is no TOML.
    UsageError
        If a key or value is none of those that are known.
    """
    return assess_settings_of(table_in(path, "assess"), f"{path}: assess")


def assess_settings_of(built: object, where: str = "assess") -> AssessSettings:
    """Settings from the table `assess` of a TOML file.

    >>> assess_settings_of({"leading": ["pathway"], "reason": "年度路径已经人大批准"}).leading
    ('pathway',)
    >>> assess_settings_of({"leading": ["magic"]})
    Traceback (most recent call last):
    ...
    milepost.kernel.errors.UsageError: assess.leading: there is no such method; found 'magic'; accepted: ...
    """
    table = _table(built, where)
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in READERS:
            raise UsageError("unknown key", where=where, found=repr(key), accepted=", ".join(READERS))
        name, read = READERS[key]
        found[name] = read(value, f"{where}.{key}")
    if "leading" in found and "reason" not in found:
        accepted = "a text `reason` that says why these methods lead"
        raise UsageError("a policy needs a reason", where=where, found=repr(list(found["leading"])), accepted=accepted)
    return AssessSettings(**found)


def thresholds_of(method: str, given: Mapping[str, float], where: str = "assess.thresholds") -> object | None:
    """A method's cut points with those given in their place; None where none are given.

    Raises
    ------
    UsageError
        If the method has no cut points that can be changed, or none of such a name.
    """
    if not given:
        return None
    defaults = getattr(import_module(f"milepost.assessments.methods.{method}"), "DEFAULTS", None)
    if defaults is None or not dataclasses.is_dataclass(defaults):
        raise UsageError(
            "has no cut points that can be changed", where=where, found=method, accepted="time_progress, …"
        )
    known = {each.name for each in dataclasses.fields(defaults)}
    for name in given:
        if name not in known:
            accepted = ", ".join(sorted(known))
            raise UsageError("no such cut point", where=f"{where}.{method}", found=repr(name), accepted=accepted)
    assert not isinstance(defaults, type), "DEFAULTS is a value"
    return dataclasses.replace(defaults, **given)


def _table(value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError("not as it should be", where=where, found=repr(value), accepted="a table")
    return value


def _texts(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise UsageError("not as it should be", where=where, found=repr(value), accepted="a list of texts")
    return tuple(value)


def _methods(value: object, where: str) -> tuple[str, ...]:
    names = _texts(value, where)
    for name in names:
        if name not in METHODS:
            raise UsageError("there is no such method", where=where, found=repr(name), accepted=", ".join(METHODS))
    return names


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UsageError("not as it should be", where=where, found=repr(value), accepted="a text")
    return value


def _number(low: float, high: float) -> Callable[[object, str], float]:
    def read(value: object, where: str) -> float:
        fits = isinstance(value, int | float) and not isinstance(value, bool)
        if not fits or not low <= value <= high:  # type: ignore[operator]
            accepted = f"a number from {low:g} to {high:g}"
            raise UsageError("out of bounds", where=where, found=repr(value), accepted=accepted)
        return float(value)  # type: ignore[arg-type]

    return read


def _thresholds(value: object, where: str) -> dict[str, dict[str, float]]:
    found = {}
    for method, given in _table(value, where).items():
        _methods([method], where)
        inner = _table(given, f"{where}.{method}")
        read = _number(-1e6, 1e6)
        found[method] = {name: read(number, f"{where}.{method}.{name}") for name, number in inner.items()}
        thresholds_of(method, found[method], where)
    return found


def _pairs(value: object, where: str) -> dict[str, tuple[Any, Any]]:
    found = {}
    for name, pair in _table(value, where).items():
        if not isinstance(pair, list) or len(pair) != 2:
            accepted = "a list of two"
            raise UsageError("not as it should be", where=f"{where}.{name}", found=repr(pair), accepted=accepted)
        found[name] = (pair[0], pair[1])
    return found


def _labels(value: object, where: str) -> dict[str, tuple[str, str]]:
    found = _pairs(value, where)
    return {name: (_text(zh, f"{where}.{name}"), _text(en, f"{where}.{name}")) for name, (zh, en) in found.items()}


def _scales(value: object, where: str) -> dict[str, tuple[float, float]]:
    read = _number(-1e18, 1e18)
    found = {}
    for name, (worst, best) in _pairs(value, where).items():
        found[name] = (read(worst, f"{where}.{name}"), read(best, f"{where}.{name}"))
        if found[name][0] == found[name][1]:
            raise UsageError("both ends are one", where=f"{where}.{name}", found=repr(worst), accepted="two numbers")
    return found


def _names(value: object, where: str) -> dict[str, str]:
    table = _table(value, where)
    for name, meant in table.items():
        if not isinstance(meant, str):
            accepted = 'an id, name or concept, or "" for none'
            raise UsageError("not as it should be", where=f"{where}.{name}", found=repr(meant), accepted=accepted)
    return table


# Key of the file → field of the settings, and how its value is read.
READERS: Final[dict[str, tuple[str, Callable[[object, str], Any]]]] = {
    "leading": ("leading", _methods),
    "reason": ("reason", _text),
    "methods": ("methods", _methods),
    "thresholds": ("thresholds", _thresholds),
    "labels": ("labels", _labels),
    "sources": ("sources", _texts),
    "names": ("names", _names),
    "stale-years": ("stale_years", _number(0, _MOST_YEARS)),
    "about": ("about", _number(0, _WIDEST)),
    "baseline-tolerance": ("baseline_tolerance", _number(0, _WIDEST)),
    "scales": ("scales", _scales),
}
