"""What `milepost bench assess` measures: statistics read, checked and held against a plan, at several sizes."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator
from pathlib import Path

from milepost.cli.bench_pages import REPEATS, Asked, Row, written
from milepost.cli.bench_statistics import YEARS, made_up_plan, made_up_statistics, write_workbook
from milepost.cli.bench_works import AS_OF, METHODS, Figures, measured
from milepost.cli.measuring import command_cost
from milepost.plans.files import dump_plan

INDICATORS = 250
REGIONS = 13
GROWTH = (3, 13, 52)
"""Regions of the tables that show how times grow: each has four times the rows of the one before, or nearly so."""

MILLION = 1_000_000
VALUES = (1, 4)
"""Yearly values that each of a million targets is held against."""


def page(asked: Asked) -> str:
    """How fast statistics are read, checked and assessed, as a page."""
    number = asked.number(MILLION, "targets")
    return written(
        "How fast `milepost assess` is",
        f"milepost bench assess{'' if asked.subject is None else f' {number}'}",
        list(_rows(number)),
        [
            f"All plans and statistics are made up: {INDICATORS} indicators with the names, units and limits of real",
            "ones, in a plan that was read from a document, with yearly values from 2005 to 2024 of a region and its",
            "parts, two sources, dates of publication. The many targets are a table without a plan. Every figure is of",
            "a process of its own, data made there included in its memory. Times of 3 to 52 regions are medians of",
            f"{REPEATS} runs after one that is not counted, the least in brackets; those of the whole command are a",
            "median of 3, start of the interpreter and writing of the file included; the others are single runs,",
            "nothing run before, with the time that processors worked in brackets: where other programs run beside",
            "them, it is less than the time that passes. The five methods are those named",
            f"{', '.join(f'`{name}`' for name in METHODS)};",
            "`holding` and `relation`, which decide on other kinds of targets, are always asked too. An exponent is",
            "that of the rows in the time, from the smallest table to the largest: 1 is as many times the time as rows",
            "are more. Open SDG's builder (sdg-build) cannot be installed from the package index, so no figure of it",
            "stands here. MB are 10⁶ bytes.",
        ],
    )


def _rows(number: int) -> Iterator[Row]:
    found = {regions: measured("whole", INDICATORS, regions) for regions in GROWTH}
    yield from _of_usual_size(found[REGIONS])
    yield _whole_command()
    for regions, figures in found.items():
        yield Row(f"{figures['rows']:,.0f} observations of {regions} regions", _together(figures))
    yield Row("growth, smallest to largest", _exponents(found[GROWTH[0]], found[GROWTH[-1]]))
    for values in VALUES:
        many = measured("many", number, values)
        what = f"{number:,} targets, {many['rows']:,.0f} observations, 5 methods"
        yield Row(what, _single(many, "assess"))
    yield from _files(number)


def _of_usual_size(figures: Figures) -> Iterator[Row]:
    size = f"{INDICATORS} indicators, {len(YEARS)} years, {REGIONS} regions"
    yield Row(size, f"{figures['rows']:,.0f} observations, {figures['targets']:,.0f} targets with those of parts")
    yield Row("read from CSV and validated", _time(figures, "read"))
    yield Row("assessed, all methods", f"{_time(figures, 'assess')}; {figures['rated']:,.0f} targets rated")
    both = figures["read"] + figures["assess"]
    yield Row(f"read, validated and assessed by {figures['methods']:.0f} methods", f"{both:.2f} s")
    yield Row("checked", f"{_time(figures, 'check')}; {figures['findings']:,.0f} findings")


def _time(figures: Figures, name: str) -> str:
    return f"{figures[name]:.2f} s ({figures[f'{name}_least']:.2f})"


def _single(figures: Figures, name: str) -> str:
    return f"{figures[name]:.1f} s ({figures['processor']:.1f} s of processors), {figures['megabytes']:,.0f} MB"


def _together(figures: Figures) -> str:
    return f"read {figures['read']:.2f} s, checked {figures['check']:.2f} s, assessed {figures['assess']:.2f} s"


def _exponents(small: Figures, large: Figures) -> str:
    rows = math.log(large["rows"] / small["rows"])
    told = [f"{name} {math.log(large[name] / small[name]) / rows:.2f}" for name in ("read", "check", "assess")]
    return "exponents: " + ", ".join(told)


def _whole_command() -> Row:
    with tempfile.TemporaryDirectory() as folder:
        plan, table, out = (Path(folder, name) for name in ("plan.json", "observations.csv", "assessment.json"))
        dump_plan(made_up_plan(INDICATORS, REGIONS - 1), plan)
        made_up_statistics(INDICATORS, REGIONS).write_csv(table)
        options = ["--regions", "--as-of", AS_OF.isoformat(), "--format", "json", "-o", str(out)]
        cost = command_cost(["assess", str(plan), str(table), *options], 3)
        size = out.stat().st_size / 1e6
    return Row("whole command, to JSON", f"{cost.seconds:.2f} s, {cost.megabytes:,.0f} MB; a file of {size:.0f} MB")


def _files(number: int) -> Iterator[Row]:
    per_region = INDICATORS * len(YEARS)
    rows = made_up_statistics(INDICATORS, max(1, number // per_region))
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("csv", "xlsx"):
            path = Path(folder, f"observations.{kind}")
            if kind == "csv":
                rows.write_csv(path)
            else:
                write_workbook(rows, path)
            figures = measured("read", str(path))
            size = f"{path.stat().st_size / 1e6:.0f} MB of {kind.upper()}"
            what = f"{figures['rows']:,.0f} observations, {size}, read and validated"
            yield Row(what, _single(figures, "read"))
