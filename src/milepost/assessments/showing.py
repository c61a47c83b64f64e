"""What tables and reports show of a target and of groups: short cells, lines of counts, what is waited for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from polars import col

from milepost.assessments.amounts import percent
from milepost.assessments.asked_words import wanted
from milepost.assessments.chance_words import chance_cell, chance_percent
from milepost.assessments.doubts import DOUBTS
from milepost.assessments.joint import GROUPS
from milepost.assessments.model import STATUSES
from milepost.assessments.progress_words import needed_step
from milepost.assessments.reasons import why
from milepost.assessments.report import MARKS, WAITS_FOR_DATA, Report
from milepost.assessments.rollup import RATED
from milepost.assessments.sentences import status_word, tellers, verdict
from milepost.assessments.settings import DEFAULT_REASON
from milepost.assessments.telling import Teller
from milepost.checks.model import Words
from milepost.plans.concepts.model import DEPARTMENTS

HEADINGS: Final[dict[str, Words]] = {
    "status": Words("状态", "status"),
    "name": Words("目标", "target"),
    "attribute": Words("属性", "type"),
    "seen": Words("基期→最新（期）", "baseline → latest (period)"),
    "goal": Words("目标值", "asked for"),
    "way": Words("任务/时间", "way/time"),
    "needed": Words("今后年均", "yearly from here"),
    "chance": Words("把握", "chance"),
    "doubts": Words("存疑", "doubts"),
}
"""Columns of the table, with what stands over them."""

_ATTRIBUTES: Final = {"binding": Words("约束", "binding"), "expected": Words("预期", "expected"), None: Words("", "")}
Row = Mapping[str, Any]


def shown(report: Report) -> list[int]:
    """Places of the targets that a table shows: those with a rating or a value, and the headline indicators."""
    table = report.assessment.targets
    columns = zip(table["status"], table["item_kind"], table["latest"], strict=True)
    return [
        place
        for place, (status, kind, latest) in enumerate(columns)
        if status in RATED or kind == "indicator" or latest is not None
    ]


def cells(report: Report) -> Iterator[dict[str, str]]:
    """A row of the table for each target that is shown, by the names of `HEADINGS`."""
    for teller in tellers(report.assessment, report.tongue, shown(report), report.home):
        yield _cells(teller, report)


def _cells(teller: Teller, report: Report) -> dict[str, str]:
    row, tongue = teller.row, report.tongue
    way = [percent(row[name], tongue) for name in ("way", "time") if row[name] is not None]
    return {
        "status": marked(row, report),
        "name": teller.short_name,
        "attribute": _ATTRIBUTES[row["attribute"]].of(tongue),
        "seen": _seen(teller),
        "goal": wanted(teller) or teller.raw,
        "way": "/".join(way) if None not in (row["way"], row["time"]) else "",
        "needed": needed_step(teller).replace(" percentage points", " pp"),
        "chance": chance_cell(row),
        "doubts": "".join(doubt_mark(code) for code in row["doubts"] or ()),
    }


def doubt_mark(code: str) -> str:
    """The number in a circle that a doubt has in tables."""
    return chr(ord("①") + list(DOUBTS).index(code))


def doubts_told(report: Report) -> Iterator[tuple[str, str]]:
    """The marks of the doubts that stand in the table, each with its words."""
    found = {code for codes in report.assessment.targets[shown(report)]["doubts"].to_list() for code in codes or ()}
    return ((doubt_mark(code), DOUBTS[code].words.of(report.tongue)) for code in DOUBTS if code in found)


def _seen(teller: Teller) -> str:
    """The way from the plan's baseline to the latest value, and its period."""
    row = teller.row
    bound = row["baseline_comparator"] if row["baseline_comparator"] in ("ge", "gt", "le", "lt") else "eq"
    base = None if row["baseline"] is None else teller.bounded(teller.unit, row["baseline"], None, bound)
    if row["latest"] is None:
        return f"{base} →" if base else ""
    latest, word = teller.latest_unit.exact(row["latest"]), teller.unit.word
    if base and word and latest.endswith(word):
        base = base.removesuffix(word)
    period = teller.say(f"（{row['latest_period']}）", f" ({row['latest_period']})")
    return f"{base} → {latest}{period}" if base else f"{latest}{period}"


def marked(row: Row, report: Report) -> str:
    """The status of a target by shape and word."""
    return f"{MARKS[row['status']]} {verdict(row, report.tongue, report.labels)}"


def title(report: Report) -> str:
    """The plan's title, else where it came from."""
    document = report.plan.document
    return document.title or document.source


def dated(report: Report) -> str:
    """As known on which day, and for whom."""
    day = report.assessment.as_of
    if report.assessment.audience == "public":
        return report.say(f"数据截至{day:%Y-%m-%d}，仅用公开数据", f"as known on {day:%Y-%m-%d}, public data only")
    return report.say(f"数据截至{day:%Y-%m-%d}", f"as known on {day:%Y-%m-%d}")


def policy_reason(report: Report) -> str:
    """Why the leading methods lead; ours in the report's language."""
    reason = report.assessment.leading_reason
    if reason != DEFAULT_REASON:
        return reason
    zh, _, en = reason.partition(" (")
    return report.say(zh, en.removesuffix(")"))


def counted(report: Report) -> str:
    """How many targets have each status, on one line."""
    each = (
        f"{MARKS[status]} {status_word(status, report.tongue, report.labels)} {report.counts[status]}"
        for status in STATUSES
    )
    return "  ".join(each)


def binding(report: Report) -> str:
    """How the binding targets stand, apart from the others; empty when there are none."""
    row = report.rollups.row(0, named=True) if report.rollups.height else None
    if row is None or not row["binding"]:
        return ""
    if not row["binding_rated"]:
        number = row["binding"]
        return report.say(f"约束性目标{number}项，均不能评估", f"{number} binding targets, none of which can be rated")
    worst = row["binding_worst"]
    told = status_word(worst, report.tongue, report.labels) if worst else ""
    chinese = (
        f"约束性目标{row['binding']}项，可评估{row['binding_rated']}项，其中{row['binding_met']}项已完成或符合预期"
    )
    english = (
        f"{row['binding']} binding targets, {row['binding_rated']} with a rating, "
        f"{row['binding_met']} of them reached or on track"
    )
    if worst and worst not in ("reached", "on_track"):
        return report.say(f"{chinese}，最差为{MARKS[worst]} {told}", f"{english}; the worst is {MARKS[worst]} {told}")
    return report.say(chinese, english)


def together(report: Report) -> list[str]:
    """How many targets will be reached, and the chance that all are, a line for each group of the plan's own region."""
    table = report.assessment.chances.filter(col("region").eq_missing(report.home) & (col("told") > 0))
    lines = []
    for row in table.iter_rows(named=True):
        words, number, told = GROUPS[row["group"]].of(report.tongue), row["targets"], row["told"]
        expected, likely = f"{row['expected']:.1f}", chance_percent(row["all"])
        few, many = row["low80"], row["high80"]
        span = str(few) if few == many else report.say(f"{few}—{many}", f"{few} to {many}")
        lines.append(
            report.say(
                f"{words}{number}项，可推算{told}项，其中预计到期实现{expected}项"
                f"（八成可能为{span}项），这{told}项全部实现的可能性{likely}",
                f"{words}: of {number}, a chance can be told of {told}: {expected} expected to be reached "
                f"({span} with a chance of 80%), all of these {told}: {likely}",
            )
        )
    return lines


class Waiter(NamedTuple):
    """Targets that wait for one department's number; `department` is empty where no number is waited for."""

    department: str
    names: list[str]


class Unrated(NamedTuple):
    """Targets without a rating for one reason, in words, by the department that they wait for."""

    reason: str
    number: int
    waiters: list[Waiter]


def unrated(report: Report) -> list[Unrated]:
    """What has no rating: why, how many, and whose number each waits for; the most frequent reasons first."""
    table = report.assessment.targets.select("target", "name")
    names = dict(table.unique("target", keep="first").iter_rows())
    found: dict[str, list[Waiter]] = {}
    for reason, department, targets in report.waiting.iter_rows():
        told = [names[target] or target for target in dict.fromkeys(targets)]
        found.setdefault(reason, []).append(Waiter(_whose(reason, department, report), told))
    every = [
        Unrated(why(reason).of(report.tongue), sum(len(each.names) for each in waiters), waiters)
        for reason, waiters in found.items()
    ]
    return sorted(every, key=lambda each: -each.number)


def _whose(reason: str, department: str | None, report: Report) -> str:
    if department is not None:
        return report.say(f"{DEPARTMENTS[department][0]}部门", DEPARTMENTS[department][1])
    if reason in WAITS_FOR_DATA:
        return report.say("无对应统计指标，待责任单位", "no known statistic measures it")
    return ""
