"""What holds for a whole plan of targets of every kind, whatever its figures and the statistics are."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assessing_support import REGION, planned, statistics
from milepost.assessments.result import Assessment
from milepost.assessments.run import assess
from milepost.assessments.table import METHODS, method_named
from milepost.pathways.run import lay_out_years, share_out
from milepost.pathways.settings import PathwaySettings
from milepost.pathways.targets import targets_of
from milepost.plans.model import Plan

DAY = date(2025, 6, 1)
YEARS = range(2018, 2025)
RATED = ("reached", "on_track", "at_risk", "off_track", "moving_away")


class Asked(NamedTuple):
    """A target of the plan: its sentence, what statistics call it, its unit, a small one with its factor, its sign.

    `low` and `high` are the ends between which base and goal lie; `yearly` says that values of years do not hang
    together: what is added up, and rates of growth.
    """

    text: str
    name: str
    unit: str
    small: str
    factor: float
    low: float
    high: float
    wanted: int = 1
    yearly: bool = False


ASKED = (
    Asked("地区生产总值达到{}亿元", "地区生产总值", "亿元", "万元", 1e4, 100, 900),
    Asked("森林覆盖率达到{}%以上", "森林覆盖率", "%", "‰", 10, 10, 60),
    Asked("粮食总产量达到{}万吨", "粮食总产量", "万吨", "吨", 1e4, 50, 300),
    Asked("城镇新增就业累计{}万人", "城镇新增就业", "万人", "人", 1e4, 5, 60, yearly=True),
    Asked("城镇调查失业率控制在{}%以内", "城镇调查失业率", "%", "‰", 10, 3, 9, wanted=-1),
    Asked("单位地区生产总值能耗累计降低{}%", "单位地区生产总值能耗降低", "%", "‰", 10, 5, 20, yearly=True),
    Asked("社会消费品零售总额年均增长{}%", "社会消费品零售总额增长", "%", "‰", 10, 2, 12, yearly=True),
    Asked("每年空气质量优良天数比率保持在{}%以上", "空气质量优良天数比率", "%", "‰", 10, 60, 99),
    Asked("新建高标准农田{}万亩", "新建高标准农田", "万亩", "亩", 1e4, 5, 60, yearly=True),
)

Series = tuple[tuple[float | None, ...], ...]


class World(NamedTuple):
    """A made-up plan's goals, and for each of its targets a value a year, some of them missing."""

    goals: tuple[float, ...]
    series: Series


@some.composite
def worlds(draw: some.DrawFn) -> World:
    """Goals and series around them: some reached, some on the way, some moving away, some with gaps."""
    goals, series = [], []
    for asked in ASKED:
        goals.append(draw(some.integers(int(asked.low), int(asked.high))) / 1.0)
        shares = draw(some.lists(some.integers(40, 130), min_size=len(YEARS), max_size=len(YEARS)))
        gap = draw(some.integers(-8, len(YEARS) - 1))
        per_year = 0.2 if asked.yearly and asked.unit != "%" else 1.0
        values = [round(goals[-1] * per_year * share / 100, 2) for share in shares]
        series.append(tuple(None if place == gap else value for place, value in enumerate(values)))
    return World(tuple(goals), tuple(series))


def plan_of(world: World, *, small: bool = False) -> Plan:
    """The plan that asks for the goals, printed in small units where that is wanted."""
    texts = []
    for asked, goal in zip(ASKED, world.goals, strict=True):
        text = asked.text.replace(asked.unit, asked.small) if small and asked.unit != "%" else asked.text
        texts.append(text.format(f"{goal * asked.factor:.0f}" if text != asked.text else f"{goal:g}"))
    return planned(f"到2025年，{'，'.join(texts)}。")


def rows_of(series: Series, *, small: bool = False, **columns: str) -> polars.DataFrame:
    """The statistics, in small units where that is wanted."""
    tables = []
    for asked, values in zip(ASKED, series, strict=True):
        factor, unit = (asked.factor, asked.small) if small else (1.0, asked.unit)
        told = {year: value * factor for year, value in zip(YEARS, values, strict=True) if value is not None}
        tables.append(statistics(asked.name, told, unit, **columns))
    return polars.concat(tables)


def stand(found: Assessment) -> list[tuple[object, ...]]:
    """What every method and the policy say of every target."""
    return [
        *found.methods.select("target", "region", "method", "status", "label").iter_rows(),
        *found.targets.select("target", "status", "method", "label", "early", "confidence").iter_rows(),
    ]


@settings(max_examples=6, deadline=None)
@given(worlds(), some.sampled_from([(False, True), (True, False), (True, True)]))
def test_units_change_nothing(world: World, small: tuple[bool, bool]) -> None:
    """Yuan or ten thousand yuan, in the plan, in the statistics or in both: statuses and labels are the same."""
    usual = assess(plan_of(world), rows_of(world.series), as_of=DAY)
    other = assess(plan_of(world, small=small[0]), rows_of(world.series, small=small[1]), as_of=DAY)
    told = [[line[1:] for line in stand(found)] for found in (usual, other)]
    assert told[0] == told[1]


@settings(max_examples=6, deadline=None)
@given(worlds(), worlds(), some.integers(2022, 2024))
def test_what_came_later_changes_nothing(world: World, later: World, year: int) -> None:
    """Revisions that came after a day, and values of periods that end after it, leave that day's assessment alone."""
    day = date(year, 6, 30)
    plan, rows = plan_of(world), rows_of(world.series)
    known = rows.filter(polars.col("period").cast(polars.Int32) < year)
    revised = rows_of(later.series, vintage=f"{year}-07-01", source="later")
    before, after = (assess(plan, each, as_of=day) for each in (known, polars.concat([rows, revised], how="diagonal")))
    assert before.targets.equals(after.targets)
    assert before.methods.equals(after.methods)
    assert before.gate.equals(after.gate)


@settings(max_examples=8, deadline=None)
@given(worlds(), some.integers(1, 40))
def test_better_values_never_stand_worse(world: World, percent: int) -> None:
    """A better latest value keeps the status or lifts it: the leading one, and that of each method that promises so."""
    better = []
    for asked, values in zip(ASKED, world.series, strict=True):
        last = max(place for place, value in enumerate(values) if value is not None)
        factor = 1 + asked.wanted * percent / 100
        better.append(tuple(value and value * factor if place == last else value for place, value in enumerate(values)))
    plan = plan_of(world)
    first, second = (assess(plan, rows_of(series), as_of=DAY) for series in (world.series, tuple(better)))
    promised = [name for name in METHODS if method_named(name).monotone]
    before = {"leading": first.targets, **{name: first.outcomes[name] for name in promised}}
    after = {"leading": second.targets, **{name: second.outcomes[name] for name in promised}}
    for name, table in before.items():
        for asked, one, other in zip(ASKED, table["status"], after[name]["status"], strict=True):
            # What had no status may get one; what had one keeps it or stands better.
            assert one not in RATED or RATED.index(other) <= RATED.index(one), f"{name}, {asked.name}: {one}, {other}"


@settings(max_examples=6, deadline=None)
@given(worlds(), some.sets(some.sampled_from(range(len(ASKED)))))
def test_no_data_is_never_zero(world: World, dropped: set[int]) -> None:
    """A target whose statistics are left out has no status and no figure, and the others stand as they did."""
    names = [asked.name for place, asked in enumerate(ASKED) if place in dropped]
    rows, plan = rows_of(world.series), plan_of(world)
    whole = assess(plan, rows, as_of=DAY).targets
    found = assess(plan, rows.filter(~polars.col("indicator").is_in(names)), as_of=DAY).targets
    lost = polars.Series([place in dropped for place in range(len(ASKED))])
    assert found.filter(~lost).equals(whole.filter(~lost))
    gone = found.filter(lost)
    assert set(gone["status"]) <= {"no_data"}
    for figure in ("latest", "current", "way", "pace", "chance"):
        assert gone[figure].null_count() == gone.height, figure


@settings(max_examples=6, deadline=None)
@given(worlds(), worlds(), some.integers(0, 10**6))
def test_order_repetition_and_other_figures_change_nothing(world: World, other: World, seed: int) -> None:
    """Rows shuffled, rows said twice, and statistics of what nobody asked for leave every status as it was."""
    plan = plan_of(world)
    rows = polars.concat(
        [rows_of(world.series, source="年鉴", source_kind="yearbook"), rows_of(other.series, source="某报")],
        how="diagonal",
    )
    strange = rows.with_columns(indicator="无关指标" + polars.col("indicator").str.len_chars().cast(polars.String))
    more = polars.concat([rows, rows.sample(fraction=0.5, seed=seed), strange.unique(["indicator", "period"])])
    usual = assess(plan, rows, as_of=DAY)
    mixed = assess(plan, more.sample(fraction=1.0, shuffle=True, seed=seed), as_of=DAY)
    assert usual.targets.equals(mixed.targets)
    assert usual.methods.equals(mixed.methods)
    assert usual.evidence.equals(mixed.evidence)


@settings(max_examples=6, deadline=None)
@given(
    worlds(),
    some.lists(some.integers(1, 900), min_size=2, max_size=9),
    some.sampled_from(["equal", "proportional", "weighted"]),
)
def test_parts_tie_to_the_whole(world: World, bases: list[int], rule: str) -> None:
    """An amount shared out adds up to the whole in its last year, and the way to it ends at the goal."""
    targets = targets_of(plan_of(world))
    parts = polars.DataFrame(
        {
            "region": [f"{REGION}{place}" for place in range(len(bases))],
            "region_name": [f"第{place}县" for place in range(len(bases))],
            "base": [float(base) for base in bases],
            "weight": [float(base) for base in bases],
        }
    )
    sums = targets.filter(polars.col("measure") == "sum")
    assert sums.height == sum(asked.yearly and asked.unit != "%" for asked in ASKED)
    for target in sums.iter_rows(named=True):
        laid = share_out(target, targets, parts, PathwaySettings(region=rule), over_years=True).rows
        last = laid.filter((polars.col("year") == 2025) & polars.col("region").is_in(parts["region"].to_list()))
        assert last.height == parts.height
        assert last["value"].sum() == pytest.approx(target["goal"] / target["unit_factor"], rel=1e-9)
    ways = lay_out_years(sums).rows
    ends = ways.filter(polars.col("year") == 2025)["value"]
    assert ends.to_list() == pytest.approx((sums["goal"] / sums["unit_factor"]).to_list(), rel=1e-9)


def test_the_plan_asks_for_every_kind_of_target() -> None:
    """What the other tests say, they say of values, sums, indices, falls and what is kept every year."""
    world = World(tuple((asked.low + asked.high) // 2 for asked in ASKED), ())
    targets = targets_of(plan_of(world))
    assert targets.height == len(ASKED)
    assert set(targets["measure"]) == {"value", "sum", "index", "reduction", "worst"}
    assert targets["obstacle"].null_count() == targets.height
