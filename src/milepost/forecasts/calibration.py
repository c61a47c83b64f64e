"""How wide the intervals must be, learnt from many series whose future is known.

Errors of different series are brought to one scale: log(|error| / unit + 0.02) is a linear function of the features
(`milepost.forecasts.features`), fitted by ridge regression. What is left, error / (unit * width), has much the same
distribution for all series; its quantiles at each year ahead are kept (split conformal prediction, Vovk et al. 2005,
normalised by a difficulty estimate as in Papadopoulos et al. 2011). A series without any noise of its own may still go
on in steps or in percent: where methods part by more than the width learnt, their spread is the width.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal, NamedTuple

import msgspec
import numpy
import numpy.typing

from milepost.forecasts.features import FEATURES, features, scale
from milepost.forecasts.model import LEVELS, Numbers, Panel
from milepost.kernel.errors import ReadError, UsageError
from milepost.kernel.files import write_whole

FORMAT: Final = "milepost.calibration/1"
_SHIPPED = "calibration.json"
_SMALLEST = 0.02  # errors below this part of the unit count alike: an exact hit is luck, not certainty
_RIDGE = 1.0
_LEAST_ERRORS = 100
_LEAST_A_YEAR = 50
_HALF_TRUSTED = 200
_LOW, _HIGH = LEVELS.index(0.1), LEVELS.index(0.9)
_LEAST_HALF = 1e-3  # of a calibration whose errors were next to none: nothing is divided by zero
_NARROWEST, _WIDEST = -4.0, 6.0  # logarithms of the width, in units: no series is told surer or less sure than that


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was learnt for one method: a weight for each feature, and for each year ahead the quantiles of errors.

    `quantiles[h - 1]` are those of the year `h` at `milepost.forecasts.model.LEVELS`; farther years take the last.
    """

    weights: tuple[float, ...]
    quantiles: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Calibrations:
    """The calibration of every method, and from what it was learnt.

    `dependence` says how errors of one series in two years go together: the correlation of their normal scores in the
    years h and k is `(min(h, k) / max(h, k)) ** dependence`.
    """

    format: Literal["milepost.calibration/1"]
    learnt_from: str
    series: int
    levels: tuple[float, ...]
    features: tuple[str, ...]
    dependence: float
    methods: Mapping[str, Calibration]

    def of(self, method: str) -> Calibration:
        """What was learnt for a method.

        Raises
        ------
        UsageError
            If nothing was.
        """
        if method not in self.methods:
            accepted = ", ".join(self.methods)
            raise UsageError("not calibrated for this method", where="calibration", found=method, accepted=accepted)
        return self.methods[method]


def width(calibration: Calibration, panel: Panel, point: Numbers, members: Numbers) -> Numbers:
    """How far errors reach, in the unit of each series; shape (series, horizon)."""
    logs = features(panel, point, members) @ numpy.array(calibration.weights)
    reach: Numbers = numpy.exp(numpy.clip(logs, _NARROWEST, _WIDEST)) * scale(panel)[:, None]
    return reach


def quantiles(calibration: Calibration, panel: Panel, point: Numbers, members: Numbers) -> Numbers:
    """Quantiles of the years ahead at LEVELS, within the limits of each series; shape (series, horizon, levels)."""
    learnt = numpy.array(calibration.quantiles)
    kept = learnt[numpy.minimum(numpy.arange(point.shape[1]), len(learnt) - 1)]
    half = (kept[:, _HIGH] - kept[:, _LOW]) / 2
    # No surer than its methods agree: half of the 80 % interval is at least their standard deviation.
    parted = members.std(axis=2) / numpy.maximum(half, _LEAST_HALF)
    reach = numpy.maximum(width(calibration, panel, point, members), parted)
    spread = point[:, :, None] + reach[:, :, None] * kept
    within: Numbers = numpy.clip(spread, panel.low[:, None, None], panel.high[:, None, None])
    return within


@dataclass(frozen=True, slots=True)
class Lesson:
    """Series whose future is known: the panel, what came (series, horizon; NaN where not known), the forecasts."""

    panel: Panel
    actual: Numbers
    point: Numbers
    members: Numbers
    weight: float = 1.0


def learnt(lessons: Sequence[Lesson]) -> Calibration:
    """Weights and quantiles from lessons, for as many years ahead as enough errors are known of.

    Raises
    ------
    UsageError
        If there are fewer than 100 errors to learn from.
    """
    known = _known(lessons)
    target = numpy.log(numpy.abs(known.errors) + _SMALLEST)
    weighted = known.design * known.weight[:, None]
    ridge = _RIDGE * numpy.eye(known.design.shape[1])
    solved = numpy.asarray(
        numpy.linalg.solve(weighted.T @ known.design + ridge, weighted.T @ target), dtype=numpy.float64
    )
    return Calibration(_rounded(solved), tuple(each for each, _ in _by_year(known, solved)))


def learnt_on_top(base: Calibration, lessons: Sequence[Lesson]) -> Calibration:
    """The weights of another calibration, and for each year ahead quantiles between its own and those of the lessons.

    The more errors are known of a year, the more they count: half, with 200 of them.

    Raises
    ------
    UsageError
        If there are fewer than 100 errors to learn from.
    """
    known = _by_year(_known(lessons), numpy.array(base.weights))
    mixed = list(base.quantiles)
    for year, (own, number) in enumerate(known[: len(mixed)]):
        part = number / (number + _HALF_TRUSTED)
        mixed[year] = _rounded(part * numpy.array(own) + (1 - part) * numpy.array(mixed[year]))
    return Calibration(base.weights, tuple(mixed))


def _known(lessons: Sequence[Lesson]) -> _Errors:
    rows = [_rows(lesson) for lesson in lessons]
    count = sum(len(row.errors) for row in rows)
    if count < _LEAST_ERRORS:
        accepted = f"{_LEAST_ERRORS} or more"
        raise UsageError("too little to learn from", where="calibration", found=f"{count} errors", accepted=accepted)
    return _Errors(*(numpy.concatenate(parts) for parts in zip(*rows, strict=True)))


def _by_year(known: _Errors, weights: Numbers) -> list[tuple[tuple[float, ...], float]]:
    """For each year ahead the quantiles of errors in units of the width, and how many errors there were."""
    left = known.errors / numpy.exp(numpy.clip(known.design @ weights, _NARROWEST, _WIDEST))
    found = []
    for year in range(int(known.years.max()) + 1):
        of = known.years == year
        # A year with hardly any error takes the quantiles of the one before; the features widen it all the same.
        if year and of.sum() < _LEAST_A_YEAR:
            break
        found.append((_quantiles(left[of], known.weight[of]), float(known.weight[of].sum())))
    return found


class _Errors(NamedTuple):
    """Errors of all series and years in one row: features, errors in units of the scale, years ahead, weights."""

    design: Numbers
    errors: Numbers
    years: numpy.typing.NDArray[numpy.intp]
    weight: Numbers


def _rows(lesson: Lesson) -> _Errors:
    design = features(lesson.panel, lesson.point, lesson.members)
    errors = (lesson.actual - lesson.point) / scale(lesson.panel)[:, None]
    years = numpy.broadcast_to(numpy.arange(errors.shape[1]), errors.shape)
    good = numpy.isfinite(errors) & numpy.isfinite(design).all(axis=2)
    return _Errors(design[good], errors[good], years[good], numpy.full(int(good.sum()), lesson.weight))


def _quantiles(errors: Numbers, weight: Numbers) -> tuple[float, ...]:
    """Weighted quantiles at LEVELS, pushed outward by the finite number of errors as conformal prediction asks."""
    order = numpy.argsort(errors)
    ranked, mass = errors[order], weight[order]
    place = (numpy.cumsum(mass) - mass / 2) / mass.sum()
    count = mass.sum() ** 2 / (mass**2).sum()
    levels = 0.5 + (numpy.array(LEVELS) - 0.5) * (count + 1) / count
    return _rounded(numpy.interp(levels, place, ranked))


def _rounded(numbers: Numbers) -> tuple[float, ...]:
    # Six digits say all that errors of some thousand series can, and give the same file on every machine.
    return tuple(float(f"{number:.6g}") for number in numbers)


@cache
def shipped() -> Calibrations:
    """The calibration that comes with Milepost; `learnt_from` says from which series."""
    return _decoded(files("milepost.forecasts").joinpath(_SHIPPED).read_bytes(), _SHIPPED)


def load(path: Path) -> Calibrations:
    """A calibration from a file that `milepost calibrate` wrote.

    Raises
    ------
    ReadError
        If there is no such file, or it is no calibration for these features and levels.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ReadError("cannot open the calibration", where=str(path), found=reason, accepted=FORMAT) from error
    return _decoded(content, str(path))


def dump(calibrations: Calibrations, path: Path) -> None:
    """Write a calibration to a file, whole or not at all."""
    write_whole(path, encoded(calibrations))


def encoded(calibrations: Calibrations) -> bytes:
    """A calibration as JSON, as `load` reads it."""
    return msgspec.json.format(msgspec.json.encode(calibrations), indent=1) + b"\n"


def _decoded(content: bytes, where: str) -> Calibrations:
    try:
        found = msgspec.json.decode(content, type=Calibrations)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReadError("this is no calibration", where=where, found=str(error), accepted=FORMAT) from error
    if found.levels != LEVELS or found.features != FEATURES:
        raise ReadError(
            "made by another version", where=where, found="other levels or features", accepted="`milepost calibrate`"
        )
    return found
