"""The fan chart: a series, where it is heading in two depths (50 % and 80 %), what was planned and what is asked.

Labels stand at what they name; there is no legend. The look is Milepost's: paper, hairlines, one accent.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, Literal

import altair

from milepost.checks.excerpts import visible
from milepost.checks.model import Tongue
from milepost.forecasts.ticks import domain_of, printed, round_ticks, year_ticks

Format = Literal["svg", "png", "json"]
Align = Literal["left", "center", "right"]
FORMATS: Final[tuple[Format, ...]] = ("svg", "png", "json")

PAPER, INK, SOFT, LINE, WASH, ACCENT = "#fbfaf6", "#22252a", "#5f646c", "#e5e1d8", "#f0ece3", "#2f78a8"
# One that every system has something for, Chinese before the general one: a chart must not show empty boxes.
READING: Final = (
    "Source Han Serif SC, Noto Serif CJK SC, Noto Serif SC, Songti SC, STSong, SimSun, Charter, Georgia, serif"
)
PLAIN: Final = (
    "Source Han Sans SC, Noto Sans CJK SC, Noto Sans SC, PingFang SC, Microsoft YaHei, SimHei, Helvetica, sans-serif"
)
_LABEL_LINE: Final = 17  # pixels from one label to the next
_THIN: Final = "\u2009"
_WIDE_THEN_NARROW = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9%])(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Fan:
    """What a fan chart shows.

    `history` and `pathway` are (year, value) in order; `ahead` is (year, point, low 80, low 50, high 50, high 80);
    `target` is (year, value); `period` first and last year of the plan. All values in `unit`. `note` is what is
    doubtful.
    """

    title: str
    unit: str
    history: Sequence[tuple[int, float]]
    ahead: Sequence[tuple[int, float, float, float, float, float]]
    pathway: Sequence[tuple[float, float]] = ()
    target: tuple[float, float] | None = None
    period: tuple[int, int] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Frame:
    """The drawing surface: sizes in pixels, the ranges of both axes, and the language."""

    width: int
    height: int
    years: tuple[float, float]
    values: tuple[float, float]
    ticks: list[float]
    tongue: Tongue

    def pixel(self, value: float) -> float:
        """How far from the top a value stands."""
        low, high = self.values
        return self.height * (high - value) / (high - low)


def fan_chart(fans: Sequence[Fan], language: Tongue = "en") -> altair.TopLevelMixin:
    """One fan chart, or several as small multiples, two beside each other.

    Parameters
    ----------
    fans : sequence of Fan
        At least one, each with a history or years ahead.
    language : {"en", "zh"}
        Of the labels.
    """
    if len(fans) == 1:
        chart: Any = _drawn(fans[0], language, 600, 300)
    else:
        charts = [_drawn(fan, language, 330, 190) for fan in fans]
        chart = altair.concat(*charts, columns=2, spacing={"row": 44, "column": 40})
    made: altair.TopLevelMixin = (
        chart.properties(background=PAPER, padding={"left": 24, "right": 24, "top": 22, "bottom": 20})
        .configure(font=PLAIN)
        .configure_view(stroke=None)
        .configure_concat()
        .configure_title(
            font=READING, fontSize=21 if len(fans) == 1 else 15, fontWeight=600, color=INK, anchor="start", offset=14,
            subtitleFont=PLAIN, subtitleFontSize=12, subtitleColor=SOFT, subtitlePadding=5, frame="group",
        )
    )  # fmt: skip
    return made


def rendered(chart: altair.TopLevelMixin, output: Format) -> bytes:
    """The chart as a file: SVG, PNG (twice as many pixels as points), or Vega-Lite JSON. Nothing is fetched."""
    if output == "png":
        pixels = io.BytesIO()
        chart.save(pixels, format="png", scale_factor=2)
        return pixels.getvalue()
    text = io.StringIO()
    chart.save(text, format=output)
    return text.getvalue().encode()


def _drawn(fan: Fan, tongue: Tongue, width: int, height: int) -> Any:
    years = [year for year, *_ in (*fan.history, *fan.ahead, *fan.pathway)]
    values = [value for _, value in (*fan.history, *fan.pathway)]
    values += [value for _, *row in fan.ahead for value in row] + ([fan.target[1]] if fan.target else [])
    if fan.target:
        years.append(fan.target[0])
    ticks = round_ticks(min(values), max(values), 5 if height > 250 else 4)
    ends = (min(years), max(years) if max(years) > min(years) else min(years) + 1)
    frame = _Frame(width, height, ends, domain_of(ticks), ticks, tongue)
    layers = [*_ground(fan, frame), *_bands(fan, frame), *_lines(fan, frame), *_labels(fan, frame)]
    title = altair.TitleParams(
        text=_spaced(visible(fan.title)), subtitle=_lines_of(_spaced(visible(fan.note)), width // 6), dx=-28
    )
    return altair.layer(*layers).properties(width=width, height=height, title=title)


def _rows(names: Sequence[str], rows: Sequence[Sequence[float]]) -> altair.InlineData:
    return altair.InlineData(values=[dict(zip(names, row, strict=True)) for row in rows])


def _x(frame: _Frame, field: str = "x") -> altair.X:
    axis = altair.Axis(
        values=year_ticks(*frame.years, frame.width // 62), format="d", title=None, grid=False, domain=False,
        tickColor=LINE, tickSize=4, labelColor=SOFT, labelFontSize=12, labelPadding=6, labelFlush=False,
    )  # fmt: skip
    return altair.X(f"{field}:Q", scale=altair.Scale(domain=list(frame.years), nice=False), axis=axis)


def _y(frame: _Frame, field: str = "y") -> altair.Y:
    step = frame.ticks[1] - frame.ticks[0]
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    axis = altair.Axis(
        values=frame.ticks, format=f",.{min(decimals, 8)}f", title=None, grid=True, gridColor=LINE, domain=False,
        ticks=False, labelColor=SOFT, labelFontSize=12, labelPadding=8,
    )  # fmt: skip
    return altair.Y(f"{field}:Q", scale=altair.Scale(domain=list(frame.values), nice=False, zero=False), axis=axis)


def _ground(fan: Fan, frame: _Frame) -> list[Any]:
    """The plan period, and the unit above the axis."""
    layers: list[Any] = []
    if fan.period:
        first, last = max(fan.period[0] - 1, frame.years[0]), min(fan.period[1], frame.years[1])
        if last > first:
            data = _rows(("x", "x2", "y"), [(first, last, frame.values[1])])
            layers.append(
                altair.Chart(data).mark_rect(color=WASH, opacity=0.75).encode(x=_x(frame), x2="x2:Q")
            )
            told = "规划期" if frame.tongue == "zh" else "plan period"
            layers.append(_text(frame, first, frame.values[1], told, dx=6, dy=12, color=SOFT))
    if fan.unit:
        unit = visible(fan.unit)
        layers.append(_text(frame, frame.years[0], frame.values[1], unit, dx=-28, dy=-18, color=SOFT))
    return layers


def _bands(fan: Fan, frame: _Frame) -> list[Any]:
    """The fan, from the latest value on."""
    if not fan.ahead:
        return []
    start = [(year, *(value,) * 5) for year, value in fan.history[-1:]]
    data = _rows(("x", "point", "a", "b", "c", "d"), [*start, *fan.ahead])
    chart = altair.Chart(data)
    return [
        chart.mark_area(color=ACCENT, opacity=0.15).encode(x=_x(frame), y=_y(frame, "a"), y2="d:Q"),
        chart.mark_area(color=ACCENT, opacity=0.27).encode(x=_x(frame), y=_y(frame, "b"), y2="c:Q"),
        chart.mark_line(color=ACCENT, strokeWidth=1.3).encode(x=_x(frame), y=_y(frame, "point")),
    ]


def _lines(fan: Fan, frame: _Frame) -> list[Any]:
    """The pathway dotted, the series with its points, the latest the only large one, the target a short bar."""
    layers: list[Any] = []
    if fan.pathway:
        way = altair.Chart(_rows(("x", "y"), fan.pathway))
        layers.append(way.mark_line(color=SOFT, strokeWidth=1.5, strokeDash=[2, 4]).encode(x=_x(frame), y=_y(frame)))
    if fan.history:
        layers += _series_line(fan.history, frame)
        size = 22 if len(fan.history) * 14 < frame.width else 8
        dots = altair.Chart(_rows(("x", "y"), fan.history[:-1]))
        layers.append(dots.mark_circle(color=INK, size=size, opacity=1).encode(x=_x(frame), y=_y(frame)))
        latest = altair.Chart(_rows(("x", "y"), fan.history[-1:]))
        layers.append(
            latest.mark_circle(color=ACCENT, size=95, opacity=1, stroke=PAPER, strokeWidth=1.5).encode(
                x=_x(frame), y=_y(frame)
            )
        )
    if fan.target:
        bar = altair.Chart(_rows(("x", "y"), [fan.target]))
        short = bar.mark_tick(color=INK, thickness=2.6, size=15, opacity=1, orient="horizontal")
        layers.append(short.encode(x=_x(frame), y=_y(frame)))
    return layers


def _series_line(history: Sequence[tuple[int, float]], frame: _Frame) -> list[Any]:
    """The line through a series; over years that are missing it is thin and dashed."""
    steps = list(pairwise(history))
    solid = [(*point, place) for place, pair in enumerate(steps) if pair[1][0] == pair[0][0] + 1 for point in pair]
    gaps = [(*point, place) for place, pair in enumerate(steps) if pair[1][0] > pair[0][0] + 1 for point in pair]
    layers = []
    for rows, style in ((gaps, {"strokeWidth": 1.2, "strokeDash": [5, 3]}), (solid, {"strokeWidth": 2})):
        if rows:
            line = altair.Chart(_rows(("x", "y", "step"), rows)).mark_line(color=INK, strokeCap="round", **style)
            layers.append(line.encode(x=_x(frame), y=_y(frame), detail="step:N"))
    return layers


def _labels(fan: Fan, frame: _Frame) -> list[Any]:
    """Names beside what they name: at the right edge those of the forecast and the target, kept apart."""
    zh = frame.tongue == "zh"
    layers: list[Any] = []
    reach = max((abs(row[5] - row[2]) for row in fan.ahead), default=frame.values[1] - frame.values[0])
    if fan.history:
        year, value = fan.history[-1]
        told = f"{year}年 {value:,.7g}" if zh else f"{year}: {value:,.7g}"
        rising = not fan.ahead or fan.ahead[-1][1] >= value
        side = -14 if rising else 15
        layers.append(
            _text(frame, year, value, told, dx=-4, dy=side, color=INK, align="right", weight=600)
        )
    wanted: list[tuple[float, str, str, Literal[400, 600]]] = []
    edge = frame.years[1]
    if fan.target:
        told = f"目标 {fan.target[1]:,.7g}" if zh else f"target {fan.target[1]:,.7g}"
        if fan.target[0] < edge:
            layers.append(_text(frame, *fan.target, told, dx=0, dy=15, color=INK, align="center", weight=600))
        else:
            wanted.append((frame.pixel(fan.target[1]), told, INK, 600))
    if fan.ahead:
        _, point, low, _, _, high = fan.ahead[-1]
        year = fan.ahead[-1][0]
        middle, ends = printed(point, reach), f"{printed(low, reach)}{'—' if zh else '–'}{printed(high, reach)}"
        told = f"{year}年预计 {middle}" if zh else f"{year}: {middle} expected"
        wanted.append((frame.pixel(point), told, ACCENT, 600))
        wanted.append((frame.pixel(point) + 1, f"八成可能在 {ends}" if zh else f"80% within {ends}", ACCENT, 400))
    for place, (_, told, color, weight) in zip(_apart([each[0] for each in wanted]), wanted, strict=True):
        top = frame.values[1]
        layers.append(_text(frame, edge, top, told, dx=12, dy=place, color=color, weight=weight))
    return layers


def _apart(places: Sequence[float]) -> list[float]:
    """Places of labels, moved as little as keeps them a line apart.

    >>> _apart([100.0, 101.0, 300.0])
    [92.0, 109.0, 300.0]
    """
    order = sorted(range(len(places)), key=lambda each: places[each])
    groups: list[list[int]] = []
    for each in order:
        groups.append([each])
        while len(groups) > 1 and _top(groups[-1], places) < _top(groups[-2], places) + _LABEL_LINE * len(groups[-2]):
            groups[-2:] = [groups[-2] + groups[-1]]
    moved = [0.0] * len(places)
    for group in groups:
        for line, each in enumerate(group):
            moved[each] = _top(group, places) + _LABEL_LINE * line
    return moved


def _top(group: Sequence[int], places: Sequence[float]) -> float:
    return sum(places[each] for each in group) / len(group) - _LABEL_LINE * (len(group) - 1) / 2


def _text(
    frame: _Frame, x: float, y: float, told: str, *, dx: float, dy: float, color: str, align: Align = "left",
    weight: Literal[400, 600] = 400,
) -> Any:  # fmt: skip
    data = altair.InlineData(values=[{"x": x, "y": y, "t": _spaced(told)}])
    mark = altair.Chart(data).mark_text(
        align=align, baseline="middle", dx=dx, dy=dy, color=color, fontSize=12, fontWeight=weight, font=PLAIN,
        clip=False,
    )  # fmt: skip
    return mark.encode(x=_x(frame), y=_y(frame), text="t:N")


def _spaced(text: str) -> str:
    """A thin space between Chinese and figures.

    >>> _spaced("到2025年达55%以上") == "到\u20092025\u2009年达\u200955%\u2009以上"
    True
    """
    return _WIDE_THEN_NARROW.sub(_THIN, text)


def _lines_of(text: str, width: int) -> list[str]:
    """A text in lines of so many narrow characters, Chinese ones counting double, broken behind marks."""
    lines, line, used = [], "", 0
    for piece in re.findall(r"[^ ；，;,]+[；，;,]? ?| ", text):
        size = sum(2 if ord(each) > 0x2E80 else 1 for each in piece)
        if used + size > width and line:
            lines.append(line.rstrip())
            line, used = "", 0
        line, used = line + piece, used + size
    return [*lines, line.rstrip()] if line.strip() else lines
