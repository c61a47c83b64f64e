"""How yearly series change from one year to the next, what is usual for each, and where a unit slipped."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

import polars

from milepost.observations.inspection import Dataset
from milepost.observations.limits import impossible

SCALED: Final = 1.4826
"""Makes the median absolute deviation of a normal distribution its standard deviation."""

POOLED: Final = 0.5
"""What of the usual deviation of the same indicator elsewhere a series' own counts for at least."""


def yearly_changes(dataset: Dataset) -> polars.DataFrame:
    """The change of each yearly value on the year before, a row for each, by series and year.

    Columns of `Dataset.yearly`, and: `before` (row of the year before), `change` (a difference for percentages and
    for what is not above zero throughout, else a difference of logarithms), `is_log`, `median` of the series' changes,
    `scale` (scaled median absolute deviation, of the series or of the indicator), `changes` (how many there are).
    """
    key = "series"
    rows = _possible(dataset).with_columns(is_log=(polars.col("number").min().over(key) > 0) & ~polars.col("is_part"))
    number, log = polars.col("number"), polars.col("number").log()
    steps = rows.with_columns(
        before=polars.col("row").shift().over(key),
        step=(polars.col("year") - polars.col("year").shift()).over(key),
        change=polars.when("is_log").then((log - log.shift()).over(key)).otherwise((number - number.shift()).over(key)),
    ).filter(polars.col("step") == 1, polars.col("change").is_finite())
    centred = steps.with_columns(
        median=polars.col("change").median().over(key), changes=polars.len().over(key).cast(polars.Int64)
    ).with_columns(_deviation=(polars.col("change") - polars.col("median")).abs())
    elsewhere = polars.col("_deviation").median().over("name", "measure", "is_log")
    scale = SCALED * polars.max_horizontal(polars.col("_deviation").median().over(key), POOLED * elsewhere)
    return centred.with_columns(scale=scale)


def _possible(dataset: Dataset) -> polars.DataFrame:
    """One value for each series and year, without those that cannot be true: they are told already.

    A percentage above its limit may still be one whose point slipped, so it stays.
    """
    wrong = dataset.derived(impossible).filter(~polars.col("is_part") | (polars.col("number") < 0))
    single = dataset.yearly.unique(["series", "year"], keep="first", maintain_order=True)
    return single.filter(~polars.col("row").is_in(wrong["row"].to_list()))


MOST_POWER: Final = 8
LEFT: Final = {1: 0.04}
LEFT_OTHERWISE: Final = 0.1
"""How far, in powers of ten, a change may be from a whole power, beyond what is usual for the series."""


def factor_slips(dataset: Dataset) -> polars.DataFrame:
    """Values that are off by a power of ten against their own series: `row`, `power`, `reference` (a row that is not).

    Three values or more above zero are needed, and the series must be smooth once the power is taken out.
    """
    positive = _possible(dataset).filter(
        polars.col("number").min().over("series") > 0, polars.len().over("series") >= 3
    )
    log = polars.col("number").log10()
    suspected = positive.with_columns(_step=(log - log.shift()).over("series")).filter(
        polars.col("_step").abs().max().over("series") > 1 - 2 * LEFT_OTHERWISE
    )
    found: list[tuple[int, int, int]] = []
    for _, series in suspected.group_by("series", maintain_order=True):
        found += _slips(series["row"].to_list(), series["number"].to_list(), series["year"].to_list())
    return polars.DataFrame(
        found, schema={"row": polars.UInt32, "power": polars.Int32, "reference": polars.UInt32}, orient="row"
    )


def _slips(rows: Sequence[int], numbers: Sequence[float], years: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    logs = [math.log10(number) for number in numbers]
    steps = [after - before for before, after in pairwise(logs)]
    ordinary = [step for step in steps if abs(step) < 0.5]
    pace = median(ordinary) if ordinary else 0.0
    spread = SCALED * median([abs(step - pace) for step in ordinary]) if len(ordinary) > 1 else 0.0
    levels = [0]
    for step, gap in zip(steps, (after - before for before, after in pairwise(years)), strict=True):
        excess = step - pace * gap
        power = round(excess)
        left = LEFT.get(abs(power), LEFT_OTHERWISE) + min(spread, LEFT_OTHERWISE / 2)
        if power and (abs(excess - power) > left or abs(power) > MOST_POWER):
            return  # a change that no power of ten explains
        levels.append(levels[-1] + power)
    usual = max(set(levels), key=lambda level: (levels.count(level), level == levels[0]))
    # What is left must be a smooth series: a volatile one passes whole powers of ten by itself.
    mended = [log - level for log, level in zip(logs, levels, strict=True)]
    rough = max(abs(after - before - pace) for before, after in pairwise(mended))
    if len(set(levels)) == 1 or rough > 2 * LEFT_OTHERWISE:
        return
    sound = [place for place, level in enumerate(levels) if level == usual]
    for place, level in enumerate(levels):
        if level != usual:
            nearest = min(sound, key=lambda other: (abs(other - place), other))
            yield rows[place], level - usual, rows[nearest]
