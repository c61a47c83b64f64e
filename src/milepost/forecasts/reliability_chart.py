"""The reliability chart: how often events happened against the chance that was given for them.

Chances that are kept stand on the diagonal. A dot's area is the number of events behind it; the line through it spans
what chance alone would do to so many independent events (two standard deviations each way).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

import altair

from milepost.checks.excerpts import visible
from milepost.checks.model import Tongue, Words
from milepost.forecasts.chart import ACCENT, INK, LINE, PAPER, PLAIN, READING, SOFT
from milepost.forecasts.scoring import Bin

SIZE: Final = 320
GIVEN: Final = Words("预计把握", "chance given")
HAPPENED: Final = Words("实际发生", "happened")
TITLE: Final = Words("说的把握，兑现了几成", "Chances given, and kept")
RARER: Final = Words("发生得比说的少", "rarer than said")
OFTENER: Final = Words("发生得比说的多", "more often than said")
EVENTS: Final = Words("圆点大小是事件数", "a dot's size is the number of events")


def reliability_chart(bins: Sequence[Bin], subject: str, language: Tongue = "en") -> altair.TopLevelMixin:
    """The chart of one file's chances; `subject` stands below the title."""
    full = [each for each in bins if each.events]
    most = max((each.events for each in full), default=1)
    layers = [_diagonal(), *_sides(language)]
    if full:
        layers += [_spans(full), _dots(full, most, language)]
    subtitle = [visible(subject), EVENTS.of(language)]
    chart: Any = altair.layer(*layers).properties(
        width=SIZE, height=SIZE, title=altair.TitleParams(text=TITLE.of(language), subtitle=subtitle)
    )
    made: altair.TopLevelMixin = (
        chart.properties(background=PAPER, padding={"left": 24, "right": 28, "top": 22, "bottom": 20})
        .configure(font=PLAIN)
        .configure_view(stroke=None)
        .configure_title(
            font=READING, fontSize=21, fontWeight=600, color=INK, anchor="start", offset=14, subtitleFont=PLAIN,
            subtitleFontSize=12, subtitleColor=SOFT, subtitlePadding=5, frame="group",
        )
    )  # fmt: skip
    return made


def _axis(title: str, *, grid: bool) -> altair.Axis:
    return altair.Axis(
        values=[0, 0.2, 0.4, 0.6, 0.8, 1], format="%", title=title, titleColor=SOFT, titleFontWeight=400,
        titleFontSize=12, titlePadding=10, grid=grid, gridColor=LINE, domain=False, ticks=False, labelColor=SOFT,
        labelFontSize=12, labelPadding=7, labelFlush=False,
    )  # fmt: skip


def _x(language: Tongue = "en") -> altair.X:
    return altair.X("x:Q", scale=altair.Scale(domain=[0, 1]), axis=_axis(GIVEN.of(language), grid=True))


def _y(language: Tongue = "en", field: str = "y") -> altair.Y:
    return altair.Y(f"{field}:Q", scale=altair.Scale(domain=[0, 1]), axis=_axis(HAPPENED.of(language), grid=True))


def _diagonal() -> Any:
    data = altair.InlineData(values=[{"x": 0, "y": 0}, {"x": 1, "y": 1}])
    return altair.Chart(data).mark_line(color=SOFT, strokeWidth=1.3, strokeDash=[2, 4]).encode(x="x:Q", y="y:Q")


def _sides(language: Tongue) -> list[Any]:
    """What it means to lie on either side of the diagonal."""
    layers = []
    for x, y, words in ((0.03, 0.965, OFTENER), (0.97, 0.035, RARER)):
        data = altair.InlineData(values=[{"x": x, "y": y, "t": words.of(language)}])
        mark = altair.Chart(data).mark_text(align="left" if x < 0.5 else "right", color=SOFT, fontSize=12, font=PLAIN)
        layers.append(mark.encode(x="x:Q", y="y:Q", text="t:N"))
    return layers


def _spans(bins: Sequence[Bin]) -> Any:
    rows = []
    for each in bins:
        reach = 2 * math.sqrt(each.given * (1 - each.given) / each.events)
        rows.append({"x": each.given, "y": max(0.0, each.happened - reach), "y2": min(1.0, each.happened + reach)})
    chart = altair.Chart(altair.InlineData(values=rows))
    return chart.mark_rule(color=ACCENT, opacity=0.45, strokeWidth=2).encode(x="x:Q", y="y:Q", y2="y2:Q")


def _dots(bins: Sequence[Bin], most: int, language: Tongue) -> Any:
    rows = [{"x": each.given, "y": each.happened, "n": 30 + 330 * each.events / most} for each in bins]
    chart = altair.Chart(altair.InlineData(values=rows))
    mark = chart.mark_circle(color=ACCENT, opacity=1, stroke=PAPER, strokeWidth=1.5)
    size = altair.Size("n:Q", scale=None, legend=None)
    return mark.encode(x=_x(language), y=_y(language), size=size)
