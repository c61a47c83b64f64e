"""What `milepost bench forecast` measures: many short yearly series forecast, with intervals, beside others."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

import numpy
import polars

from milepost.cli.bench_pages import REPEATS, Asked, Row, written
from milepost.cli.measuring import median_seconds
from milepost.engines.local import cores, run_many
from milepost.forecasts.api import forecast
from milepost.forecasts.model import Panel
from milepost.forecasts.peers import PEERS
from milepost.forecasts.run import distributions

SERIES = 100_000
SAMPLE = 10_000  # series of the figure for one core
OF_PEERS = 300
HORIZON = 6
CHUNK = 5_000


def page(asked: Asked) -> str:
    """How fast series are forecast, as a page."""
    number = asked.number(SERIES, "series")
    return written(
        "How fast forecasts are",
        f"milepost bench forecast {number}{' --peers' if asked.with_peers else ''}",
        list(_rows(number, asked.with_peers)),
        [
            "Made-up yearly series of 10 to 30 points: walks with a drift, none alike; six years ahead by the default",
            "combination, with all quantiles. Figures for one core are medians in process, after a run that is not",
            "counted; by `milepost.forecast` is from a table to a table, with breaks and odd years looked for. The",
            "figure for all cores includes starting the workers, making the series and bringing quantiles back; its",
            "memory is the highest of this process and of the largest worker for each core, added up. The peers",
            "forecast the same kind of series one after the other, with intervals of 80 % and 95 %, after a run that",
            "compiles them. MB are 10⁶ bytes.",
        ],
    )


def made_up(number: int, seed: int = 0) -> Panel:
    """Walks with a drift, 10 to 30 points long."""
    random = numpy.random.default_rng(seed)
    steps = random.normal(random.normal(0.03, 0.02, (number, 1)), random.uniform(0.01, 0.1, (number, 1)), (number, 30))
    values = 100 * numpy.exp(numpy.cumsum(steps, axis=1))
    values[numpy.arange(30) < 30 - random.integers(10, 31, (number, 1))] = numpy.nan
    names = tuple(str(row) for row in range(number))
    return Panel(names, values, numpy.full(number, 2024), numpy.zeros(number), numpy.full(number, numpy.inf))


def _rows(number: int, with_peers: bool) -> Iterator[Row]:
    sample = made_up(min(SAMPLE, number))
    count = len(sample.names)
    wall = median_seconds(lambda: distributions(sample, HORIZON), REPEATS)
    yield Row(f"{count:,} series, one core", f"{wall:.2f} s, {count / wall:,.0f} series a second")
    table = _table(sample)
    wall = median_seconds(lambda: forecast(table, HORIZON), 3)
    yield Row(f"{count:,} by `milepost.forecast`, one core", f"{wall:.2f} s, {count / wall:,.0f} series a second")
    begin = time.perf_counter()
    done = 0
    chunks = [(start, min(CHUNK, number - start)) for start in range(0, number, CHUNK)]
    for outcome in run_many(_forecast, chunks, workers=cores()):
        assert outcome.result is not None, outcome.error
        done += len(outcome.result)
    wall = time.perf_counter() - begin
    assert done == number
    yield Row(f"{number:,} series, {cores()} cores", f"{wall:.2f} s, {number / wall:,.0f} series a second")
    yield Row("memory, all processes", f"{_megabytes():,.0f} MB")
    if with_peers:
        few = made_up(OF_PEERS, seed=1)
        for name, peer in PEERS.items():
            yield Row(f"{name}, one core", _peer(partial(peer, few, HORIZON)))


def _table(panel: Panel) -> polars.DataFrame:
    """The same series as rows, the way a user has them."""
    rows, columns = numpy.nonzero(numpy.isfinite(panel.values))
    years = panel.last[rows] - (panel.values.shape[1] - 1 - columns)
    names = numpy.array(panel.names, dtype=object)[rows]
    return polars.DataFrame({"series": names.tolist(), "year": years, "value": panel.values[rows, columns]})


def _forecast(chunk: tuple[int, int]) -> numpy.typing.NDArray[numpy.float64]:
    """Quantiles of so many made-up series (runs in a worker)."""
    start, number = chunk
    return distributions(made_up(number, seed=start), HORIZON).quantiles


def _peer(work: Callable[[], object]) -> str:
    if work() is None:
        return "not installed"
    wall = median_seconds(work, 3)
    return f"{OF_PEERS / wall:,.0f} series a second"


def _megabytes() -> float:
    # Linux counts in KiB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + cores() * largest) * unit / 1e6
