"""What a rule of a pathway says of itself, and how a rule is called: `linear`, or `front_loaded:3`."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Final, Literal, NamedTuple, cast

import numpy
import polars
from numpy.typing import NDArray

from milepost.checks.model import Words
from milepost.kernel.errors import UsageError
from milepost.pathways.table import RULES

Axis = Literal["year", "region"]
Floats = NDArray[numpy.float64]

STEPS: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),
    "year": polars.Int32(),
    "elapsed": polars.Float64(),  # part of the time that has passed at the end of the year: 0 < elapsed <= 1
    "years": polars.Float64(),  # how long the way takes
    "start": polars.Float64(),  # value of what is followed where the way begins
    "goal": polars.Float64(),  # and where it ends
    "is_log": polars.Boolean(),  # equal steps are equal rates (`milepost.pathways.model.Scale`)
    "measure": polars.String(),
    "amount": polars.Float64(),  # of a sum from nothing: the yearly amount of the year before; else null
    "given": polars.Float64(),  # value of what is followed that the user gives for the year; null where none
    "weight": polars.Float64(),  # of an indicator series that yearly amounts follow; null where none
}
"""Columns of the table that rules over years are given, a row for each target and year, years ascending."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The number that a rule takes behind its name: its usual value, lowest and highest, and what it does."""

    usual: float
    low: float
    high: float
    meaning: Words


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule says of itself.

    The module of a rule over years has `followed(steps, shape) -> polars.Series`: the values of what is followed, a
    row for each of the steps (`STEPS`), null where the rule cannot say. The module of a rule over parts has
    `wish(parts) -> Wish`.

    `monotone` promises that the values never turn back on their way.
    """

    name: str
    axis: Axis
    title: Words
    formula: str
    source: str
    shape: Shape | None = None
    monotone: bool = True


class Chosen(NamedTuple):
    """A rule with the number that it is to take."""

    rule: Rule
    shape: float


class Parts(NamedTuple):
    """What a rule over parts is told: arrays with a place for each part, in one order.

    Values are in base units of what is followed. The parts tie when `sum(tie * values) == total`.
    """

    base: Floats  # where each part stands; NaN where not known
    tie: Floats  # 1 for amounts; for rates what each part weighs, with a sum of 1
    total: float
    head: Floats  # what amounts are compared by (population); NaN where not given. 1 for rates
    capacity: Floats  # capacity weights, `head` or the mean's weights where not given; NaN where there are none
    wanted: int  # +1 a rise is wanted, -1 a fall, 0 not known
    best: float  # value (by head) that the gap is measured to; NaN when it is the best of the parts
    is_rate: bool  # the whole is a weighted mean of the parts, no sum


class Wish(NamedTuple):
    """What a rule would give to each part if there were no bounds, and how parts share what bounds leave over.

    `values` tie to the whole. `gives` (0 or more) says how far each part moves beside the others.
    """

    values: Floats
    gives: Floats


def rule_module(name: str) -> ModuleType:
    """The module of a rule.

    Raises
    ------
    UsageError
        If there is no rule of that name (names those that there are).
    """
    if name not in RULES:
        raise UsageError("there is no such rule", where="rule", found=repr(name), accepted=", ".join(RULES))
    return import_module(f"milepost.pathways.rules.{name}")


def rules_over(axis: Axis) -> tuple[Rule, ...]:
    """The rules over years, or those over parts, in the order of the table."""
    rules = (cast(Rule, rule_module(name).RULE) for name in RULES)
    return tuple(rule for rule in rules if rule.axis == axis)


def rule_called(called: str, axis: Axis) -> Chosen:
    """The rule that is called so, a number behind a colon being its shape.

    Raises
    ------
    UsageError
        If there is no such rule over years (or parts), or it takes no such number.

    >>> rule_called("front_loaded:3", "year").shape
    3.0
    >>> rule_called("linear:2", "year")
    Traceback (most recent call last):
    ...
    milepost.kernel.errors.UsageError: rule: this rule takes no number; found 'linear:2'; accepted: linear
    """
    name, colon, number = called.partition(":")
    rules = {rule.name: rule for rule in rules_over(axis)}
    if name not in rules:
        kind = "years" if axis == "year" else "parts of the region"
        accepted = ", ".join(rules)
        raise UsageError(f"there is no such rule over {kind}", where="rule", found=repr(called), accepted=accepted)
    rule = rules[name]
    if not colon:
        return Chosen(rule, rule.shape.usual if rule.shape else 0.0)
    if rule.shape is None:
        raise UsageError("this rule takes no number", where="rule", found=repr(called), accepted=name)
    try:
        shape = float(number)
    except ValueError:
        shape = math.nan
    if not rule.shape.low <= shape <= rule.shape.high:
        accepted = f"{name}:NUMBER, a number from {rule.shape.low:g} to {rule.shape.high:g}"
        raise UsageError("no number that this rule takes", where="rule", found=repr(called), accepted=accepted)
    return Chosen(rule, shape)


def followed_by(chosen: Chosen, steps: polars.DataFrame) -> polars.Series:
    """The values that a rule over years asks for, a row for each of the steps."""
    follow = cast("Callable[[polars.DataFrame, float], polars.Series]", rule_module(chosen.rule.name).followed)
    return follow(steps, chosen.shape)


def wish_of(chosen: Chosen, parts: Parts) -> Wish:
    """What a rule over parts would give to each of them."""
    return cast("Callable[[Parts], Wish]", rule_module(chosen.rule.name).wish)(parts)
