"""Markdown: a report that can be sent; first what can be assessed, then the rating, then every target in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, cast

import polars
from polars import col

from milepost.assessments.disagreement import WHY
from milepost.assessments.gate import NEEDS
from milepost.assessments.model import STATUSES, Status
from milepost.assessments.report import MARKS, Report
from milepost.assessments.rollup import GROUPINGS, RATED
from milepost.assessments.sentences import status_word
from milepost.assessments.showing import binding, counted, dated, marked, policy_reason, title, together, unrated
from milepost.assessments.table import method_named
from milepost.checks.markup import in_markdown
from milepost.checks.model import Words

_SECTIONS: Final = (
    Words("能否评估", "What can be assessed"),
    Words("总体情况", "Overall"),
    Words("逐项情况", "Target by target"),
    Words("未能评估的目标", "Without a rating"),
    Words("方法与数据来源", "Methods and sources"),
)
MOST_NAMES: Final = 30


def write(report: Report) -> bytes:
    """The report as UTF-8 Markdown."""
    bodies = (_gate, _overall, _targets, _waiting, _methods)
    parts = [*_head(report)]
    number = 0
    for heading, body in zip(_SECTIONS, bodies, strict=True):
        told = list(body(report))
        if told:
            number += 1
            parts += [f"## {report.say(f'{_CHINESE[number]}、', f'{number}. ')}{heading.of(report.tongue)}", *told]
    return ("\n\n".join(parts) + "\n").encode(errors="replace")


_CHINESE: Final = "〇一二三四五六七八九"


def _head(report: Report) -> Iterator[str]:
    yield f"# {report.say('规划实施情况评估：', 'Where the plan stands: ')}{in_markdown(title(report))}"
    period, region = report.plan.period, report.plan.region
    lines = [dated(report)]
    if period.start and period.end:
        lines.append(report.say(f"规划期{period.start}—{period.end}年", f"plan period {period.start} to {period.end}"))
    if region:
        lines.append(report.say("地区：", "region: ") + in_markdown(region.name))
    lines += [in_markdown(each.of(report.tongue)) for each in report.notes]
    yield "\n".join(f"- {line}" for line in lines)


def _gate(report: Report) -> Iterator[str]:
    total = sum(report.counts.values())
    rated = sum(report.counts[status] for status in RATED)
    yield report.say(
        f"规划共有可识别的目标{total}项，其中{rated}项现有条件下可以评估。评估所需各项条件如下。",
        f"Of {total} targets {rated} can be rated with what there is. What rating needs, and how many have it:",
    )
    lines = [report.say("| 条件 | 具备 | 缺少 |", "| need | have | lack |"), "|---|---:|---:|"]
    for need, have, lack in report.needs.select("need", "have", "lack").iter_rows():
        words = NEEDS[need].of(report.tongue) if need in NEEDS else report.say("**可评估**", "**can be rated**")
        lines.append(f"| {words} | {have} | {lack} |")
    yield "\n".join(lines)


def _overall(report: Report) -> Iterator[str]:
    yield counted(report)
    if told := binding(report):
        yield f"{told}{report.say('。', '.')}"
    if lines := together(report):
        yield "\n".join(f"- {line}{report.say('。', '.')}" for line in lines)
    first = report.say("| 分组 | 目标 | 可评估 |", "| group | targets | rated |")
    heads = "".join(f" {MARKS[each]} {status_word(each, report.tongue, report.labels)} |" for each in STATUSES)
    last = report.say(" 约束性（达到或符合/可评估） | 约束性最差 |", " binding (met / rated) | worst binding |")
    lines = [f"{first}{heads}{last}", "|---|" + "---:|" * (2 + len(STATUSES) + 1) + "---|"]
    lines += [_group(row, report) for row in report.rollups.iter_rows(named=True)]
    yield "\n".join(lines)


def _group(row: dict[str, Any], report: Report) -> str:
    grouping, worst = row["grouping"], row["binding_worst"]
    words = in_markdown(report.group_words(grouping, row["group"]).of(report.tongue))
    named = words if grouping == "all" else f"{GROUPINGS[grouping].of(report.tongue)}{report.say('：', ': ')}{words}"
    numbers = " | ".join(str(row[name]) for name in ("targets", "rated", *STATUSES))
    apart = f"{row['binding_met']}/{row['binding_rated']}" if row["binding"] else ""
    told = f"{MARKS[worst]} {status_word(worst, report.tongue, report.labels)}" if worst in RATED else ""
    return f"| {named} | {numbers} | {apart} | {told} |"


def _targets(report: Report) -> Iterator[str]:
    """Rated targets, those of the headline table by category before those of the text by part."""
    table = report.assessment.targets.with_columns(polars.Series("_sentence", report.sentences, dtype=polars.String))
    rated = table.filter(col("status").is_in(RATED) | (col("latest").is_not_null() & col("obstacle").is_null()))
    differing = {
        (row["target"], row["region"]): row for row in report.assessment.disagreements.iter_rows(named=True)
    }
    heading = None
    for row in rated.iter_rows(named=True):
        group = _heading(row, report)
        if group != heading:
            heading = group
            yield f"### {heading}"
        lines = [f"- {marked(row, report)}{_attribute(row, report)} {in_markdown(row['_sentence'])}"]
        apart = differing.get((row["target"], row["region"]))
        if apart is not None:
            lines.append(f"  - {_disagreement(apart, report)}")
        yield "\n".join(lines)


def _heading(row: dict[str, Any], report: Report) -> str:
    if row["item_kind"] == "indicator":
        category = in_markdown(row["category"] or "")
        return report.say("主要指标", "Headline indicators") + (f" · {category}" if category else "")
    section = report.part_of(row["section"])
    return in_markdown(report.group_words("section", section).of(report.tongue))


def _attribute(row: dict[str, Any], report: Report) -> str:
    return report.say("（约束性）", " (binding)") if row["attribute"] == "binding" else ""


def _disagreement(row: dict[str, Any], report: Report) -> str:
    """That methods disagree, which, and by what they differ."""
    ends = []
    for end in ("best", "worst"):
        titles = [method_named(name).title.of(report.tongue) for name in row[f"{end}_methods"]]
        names = report.say(f"（{'、'.join(titles)}）", f" ({', '.join(titles)})")
        status = cast(Status, row[end])
        ends.append(f"{MARKS[status]} {status_word(status, report.tongue, report.labels)}{names}")
    why = report.say("；", "; ").join(WHY[code].of(report.tongue) for code in row["why"])
    both = report.say("，", ", ").join(ends)
    return in_markdown(report.say(f"各方法结论不一：{both}；{why}。", f"Methods disagree: {both}; {why}."))


def _waiting(report: Report) -> Iterator[str]:
    lines = []
    for each in unrated(report):
        lines.append(report.say(f"- {each.reason}（{each.number}项）", f"- {each.reason} ({each.number})"))
        for waiter in each.waiters:
            names = report.say("、", ", ").join(in_markdown(name) for name in waiter.names[:MOST_NAMES])
            more = report.say("等", " …") if len(waiter.names) > MOST_NAMES else ""
            who, count = waiter.department, len(waiter.names)
            whose = report.say(f"{who}（{count}项）：", f"{who} ({count}): ") if who else ""
            lines.append(f"  - {whose}{names}{more}")
    if lines:
        yield "\n".join(lines)


def _methods(report: Report) -> Iterator[str]:
    assessment = report.assessment
    leading = report.say("、", ", ").join(method_named(name).title.of(report.tongue) for name in assessment.leading)
    yield report.say(
        f"主导方法依次为{leading}：{in_markdown(policy_reason(report))}。",
        f"Leading methods, in this order: {leading}: {in_markdown(policy_reason(report))}.",
    )
    lines = []
    for name in assessment.outcomes:
        method = method_named(name)
        lines.append(f"- {method.title.of(report.tongue)}{report.say('：', ': ')}{in_markdown(method.source)}")
    yield "\n".join(lines)
    sources = [each for each in assessment.evidence["source"].unique(maintain_order=True).to_list() if each]
    if sources:
        told = report.say("；", "; ").join(in_markdown(source) for source in sources)
        yield report.say(f"数据来源：{told}。", f"Sources of data: {told}.")
    names = report.uncertain["indicator"].unique(maintain_order=True).to_list()
    if names:
        told = report.say("、", ", ").join(in_markdown(name) for name in names)
        yield report.say(
            f"未采用的数据（名称不能确定对应哪个目标）：{told}。",
            f"Data not used, since it is not certain what they measure: {told}.",
        )
