"""Which rules are on, how grave each is, with which tolerances, and which findings are set aside: `milepost.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from milepost.checks.model import SEVERITIES, Rule, Severity, Stage
from milepost.checks.table import RULES, rules_called
from milepost.kernel.errors import UsageError
from milepost.kernel.settings_file import FILE_NAME, settings_beside, table_in

__all__ = ["FILE_NAME", "Settings", "load_settings", "settings_beside", "settings_of"]

STAGES: tuple[Stage, ...] = ("draft", "adopted")
FAIL_ON = (*SEVERITIES, "never")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding that is set aside, and why."""

    finding: str
    reason: str


@dataclass(frozen=True, slots=True)
class Settings:
    """How a plan is checked.

    `select` and `ignore` hold rules by code, name or family; an empty `select` means all. `severities` and
    `parameters` are by code.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()
    stage: Stage = "draft"
    fail_on: str = "error"

    def rules(self) -> tuple[Rule, ...]:
        """The rules that are on, in the order of the table.

        Raises
        ------
        UsageError
            If `select` or `ignore` names none of them.
        """
        wanted = {rule.code for called in self.select for rule in rules_called(called)}
        unwanted = {rule.code for called in self.ignore for rule in rules_called(called)}
        on = (rule for rule in RULES if (not self.select or rule.code in wanted) and rule.code not in unwanted)
        return tuple(on)

    def severity(self, rule: Rule) -> Severity:
        """How grave a finding of a rule is."""
        return self.severities.get(rule.code, rule.severity)

    def parameter(self, rule: Rule, name: str) -> float:
        """The value of a rule's parameter: as set, else its usual one."""
        default = next(each.default for each in rule.parameters if each.name == name)
        return self.parameters.get(rule.code, {}).get(name, default)

    def with_options(self, **options: Any) -> Settings:
        """The same, with those options of a command line that were given put in its place."""
        return replace(self, **{name: value for name, value in options.items() if value is not None})


def load_settings(path: Path) -> Settings:
    """Read settings from a file.

    Raises
    ------
    ReadError
        If the file cannot be opened or is no TOML.
    UsageError
        If a key or value is none of those that are known (names the accepted ones).
    """
    return settings_of(table_in(path, "check"), f"{path}: check")


def settings_of(built: object, where: str = "check") -> Settings:
    """Settings from the table `check` of a TOML file.

    >>> settings_of({"ignore": ["layout"], "severity": {"LA01": "info"}}).severities
    {'LA01': 'info'}
    >>> settings_of({"ignroe": []})
    Traceback (most recent call last):
    ...
    milepost.kernel.errors.UsageError: check: unknown key; found 'ignroe'; accepted: select, ignore, ...
    """
    table = _table(built, where)
    _known(table, READERS, where)
    found: dict[str, Any] = {}
    for key, value in table.items():
        name, read = READERS[key]
        found[name] = read(value, f"{where}.{key}")
    settings = Settings(**found)
    settings.rules()
    return settings


def _known(table: Mapping[str, object], accepted: Mapping[str, object], where: str) -> None:
    for key in table:
        if key not in accepted:
            raise UsageError("unknown key", where=where, found=repr(key), accepted=", ".join(accepted))


def _table(value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError("not as it should be", where=where, found=repr(value), accepted="a table")
    return value


def _names(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        accepted = 'a list of codes, names or families, such as ["layout", "AR01"]'
        raise UsageError("not as it should be", where=where, found=repr(value), accepted=accepted)
    for one in value:
        rules_called(one)
    return tuple(value)


def _choice(accepted: tuple[str, ...]) -> Callable[[object, str], str]:
    def read(value: object, where: str) -> str:
        if value not in accepted or not isinstance(value, str):
            raise UsageError("not one of those", where=where, found=repr(value), accepted=", ".join(accepted))
        return value

    return read


def _rule(called: str, where: str) -> Rule:
    found = rules_called(called)
    if len(found) != 1 or called not in {found[0].code, found[0].name}:
        raise UsageError("not one rule", where=where, found=repr(called), accepted="the code or name of a rule")
    return found[0]


def _severities(value: object, where: str) -> dict[str, Severity]:
    read = _choice(SEVERITIES)
    table = _table(value, where)
    return {_rule(key, where).code: read(one, f"{where}.{key}") for key, one in table.items()}  # type: ignore[misc]


def _parameters(value: object, where: str) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for key, given in _table(value, where).items():
        rule = _rule(key, where)
        known = {each.name: each for each in rule.parameters}
        inner = _table(given, f"{where}.{key}")
        _known(inner, known, f"{where}.{key}")
        for name, number in inner.items():
            limits = known[name]
            accepted = f"a number from {limits.low:g} to {limits.high:g}"
            fits = isinstance(number, int | float) and not isinstance(number, bool)
            if not fits or not limits.low <= number <= limits.high:
                where_it_stands = f"{where}.{key}.{name}"
                raise UsageError("out of bounds", where=where_it_stands, found=repr(number), accepted=accepted)
        found[rule.code] = {name: float(number) for name, number in inner.items()}
    return found


def _suppressions(value: object, where: str) -> tuple[Suppression, ...]:
    accepted = "tables, each with the texts `finding` and `reason`"
    if not isinstance(value, list):
        raise UsageError("not as it should be", where=where, found=repr(value), accepted=accepted)
    found = []
    for number, one in enumerate(value, start=1):
        inner = _table(one, f"{where}[{number}]")
        _known(inner, {"finding": None, "reason": None}, f"{where}[{number}]")
        finding, reason = inner.get("finding"), inner.get("reason")
        if not isinstance(finding, str) or not isinstance(reason, str) or not finding or not reason.strip():
            raise UsageError("a suppression needs both", where=f"{where}[{number}]", found=repr(one), accepted=accepted)
        found.append(Suppression(finding, reason))
    return tuple(found)


# Key of the file → field of the settings, and how its value is read.
READERS: dict[str, tuple[str, Callable[[object, str], Any]]] = {
    "select": ("select", _names),
    "ignore": ("ignore", _names),
    "severity": ("severities", _severities),
    "parameters": ("parameters", _parameters),
    "suppress": ("suppressions", _suppressions),
    "stage": ("stage", _choice(STAGES)),
    "fail-on": ("fail_on", _choice(FAIL_ON)),
}
