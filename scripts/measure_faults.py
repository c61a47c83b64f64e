"""How many faults put into documents by chance `milepost check` finds, and how many new findings are beside them.

`python scripts/measure_faults.py PLAN… [--each N] [--seed N]` puts faults of five kinds into copies of each plan, a few
to a copy and far apart: a number changed, a character dropped, a character replaced by one that looks or sounds like
it, a heading removed, a project written a second time. A fault is found when a finding that the untouched plan does
not have rests on its place; a finding that rests on none of them is a false alarm. Prints one Markdown table.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from milepost.checks.model import Finding
from milepost.checks.run import checked_plan
from milepost.documents.run import read_bytes, read_document
from milepost.kernel.span import Span
from milepost.plans.model import Plan, Section
from milepost.plans.run import plan_of

APART = 400  # characters between two faults of one copy
A_COPY = 5  # faults of one copy; a heading is removed alone, for the others show that it is gone
NEAR = 3  # characters beside a fault that a finding may rest on instead
HAN = re.compile(r"[\u4e00-\u9fff]")
PROSE = re.compile(r"(?<=[\u4e00-\u9fff])[\u4e00-\u9fff](?=[\u4e00-\u9fff])")
NUMBER = re.compile(r"\d+(?:\.\d+)?")

# Characters that look or sound alike; each group's members are taken for each other.
ALIKE = (
    "未末 己已 城域成诚承 侯候 拔拨 做作 再在 坐座 分份 幅辐福 至致置 像象 带代 进近 列例 建健键 复覆副 提题 "
    "材才财 坏环怀 输轮 准淮 析折拆 治冶制质 态志 项顶 贷货 贫贪 历厉励 师帅 传转 快块 技枝 杨扬阳 推椎 "
    "抵低底 板版 场厂 理里 平评苹 力历利 地的得 到道 产铲 业叶 经径 济挤 社设 会汇 发法 展站 农浓 村材 工公功 "
    "加佳 强墙 生升声 态太 文纹 化话 教较 育预 科课 学雪 市是事示 县线 区曲 水谁 利立 电店 网往 路露 交郊 "
    "通同 运远 管官 基其 础楚 新心 能熊 源原 资姿 项向 目木 投设 服复 务物 市币 保宝 障章 人入 民名 收牧 增赠 "
    "长常 实施时 施旅 推进近 动劲 创仓 全金 面而 完宗 善普 提堤 高搞 标杯 现观 规现 划刘 支枝 撑掌 融触 合台 "
    "培倍 优忧 势执 特持 色包 品晶 牌碑 游旅 森深 林材 生主 活话 态恣 护沪 污沔 染梁"
).split()


class Fault(NamedTuple):
    """A change: the characters `span` of the untouched text become `instead`; `kind` is which sort of fault it is."""

    kind: str
    span: Span
    instead: str


@dataclass
class Score:
    """Faults put in, faults found, new findings, and those of them beside every fault."""

    put: int = 0
    found: int = 0


def alike(character: str) -> str:
    """The characters that are taken for this one."""
    return "".join(group for group in ALIKE if character in group).replace(character, "")


def prose(plan: Plan) -> list[Span]:
    """Where the running text stands: sentences of sections, without headings, boxes and tables."""
    text = plan.document.text or ""
    shut = [*(each.span for each in plan.sections), *(each.span for each in plan.tables)]
    shut += [Span(each.span.start, max(each.span.end, each.body.end)) for each in plan.boxes]
    lines = (Span(*found.span()) for found in re.finditer(r"[^\n]{30,}", text))
    return [line for line in lines if not any(line.overlaps(one) for one in shut)]


def anywhere(spans: list[Span], text: str, pattern: re.Pattern[str], chance: random.Random) -> Iterator[re.Match[str]]:
    """Matches at random places of the spans, without end; none where the spans hold none."""
    spans = [span for span in spans if pattern.search(text, *span)]
    weights = [span.length for span in spans]
    while spans:
        span = chance.choices(spans, weights)[0]
        found = pattern.search(text, chance.randrange(span.start, span.end), span.end)
        if found is not None and "[" not in text[max(0, found.start() - 20) : found.end()]:
            yield found


def changed_numbers(plan: Plan, chance: random.Random) -> Iterator[Fault]:
    """A figure that the plan holds, with one digit changed."""
    spans = [item.value_span for item in (*plan.commitments, *plan.facts)]
    spans += [found for item in plan.indicators for found in figures_of(item.span, plan.document.text or "")]
    yield from with_a_digit_changed("number changed", spans, plan, chance)


def changed_repeats(plan: Plan, chance: random.Random) -> Iterator[Fault]:
    """The same for a figure that the document states in two places: one concept or subject, one value and unit."""
    groups: dict[tuple[object, ...], list[Span]] = {}
    for item in plan.commitments:
        key = (item.concept or item.subject, item.target.value, item.target.unit)
        groups.setdefault(key, []).append(item.value_span)
    for fact in plan.facts:
        groups.setdefault((fact.subject, fact.value, fact.unit), []).append(fact.value_span)
    for row in plan.indicators:
        if row.target is not None:
            key = (row.concept or row.name, row.target.value, row.unit)
            last = figures_of(row.span, plan.document.text or "")[-1:]
            groups.setdefault(key, []).extend(last)
    spans = [span for key, group in groups.items() if key[1] is not None and len(set(group)) > 1 for span in group]
    yield from with_a_digit_changed("number stated twice changed", spans, plan, chance)


def with_a_digit_changed(kind: str, spans: list[Span], plan: Plan, chance: random.Random) -> Iterator[Fault]:
    """Figures of the spans, by chance, with one digit changed."""
    text = plan.document.text or ""
    # Numbers in words stay as they are.
    numbers = [found for span in spans if (found := NUMBER.search(text, *span))]
    while numbers:
        found = chance.choice(numbers)
        digits = found[0]
        at = chance.choice([place for place, sign in enumerate(digits) if sign.isdigit()])
        # Digits of the same width as those printed.
        all_digits = "０１２３４５６７８９" if digits[at] > "9" else "0123456789"
        new = chance.choice([digit for digit in all_digits[1:] if digit != digits[at]])
        yield Fault(kind, Span(*found.span()), digits[:at] + new + digits[at + 1 :])


def figures_of(span: Span, text: str) -> list[Span]:
    """The figures of a table row, without its number and those inside its name."""
    cells = re.finditer(r"(?<=[\t〔>≥|])\s?(\d+(?:\.\d+)?)(?=[\s〕以|%])", span.of(text))
    return [Span(*found.span(1)).shifted(span.start) for found in cells]


def dropped_characters(plan: Plan, chance: random.Random) -> Iterator[Fault]:
    """A character of the running text left out."""
    for found in anywhere(prose(plan), plan.document.text or "", PROSE, chance):
        yield Fault("character dropped", Span(*found.span()), "")


def confused_characters(plan: Plan, chance: random.Random) -> Iterator[Fault]:
    """A character of the running text replaced by one that looks or sounds like it."""
    for found in anywhere(prose(plan), plan.document.text or "", PROSE, chance):
        if others := alike(found[0]):
            yield Fault("character confused", Span(*found.span()), chance.choice(others))


def removed_headings(plan: Plan, chance: random.Random) -> Iterator[Fault]:
    """The line of a numbered heading left out."""
    text = plan.document.text or ""
    numbered = [section for section in plan.sections if section.number is not None]
    chance.shuffle(numbered)
    for section in numbered:
        start, end = text.rfind("\n", 0, section.span.start) + 1, text.find("\n", section.span.end)
        yield Fault("heading removed", Span(start, end + 1 if end >= 0 else len(text)), "")


def doubled_projects(plan: Plan, chance: random.Random) -> Iterator[Fault]:
    """A project written a second time, behind another one of a list."""
    projects = list(plan.projects)
    while len(projects) > 3:
        one, other = chance.sample(projects, 2)
        behind = (plan.document.text or "")[other.span.end : other.span.end + 1]
        if behind in "、，" and behind and len(one.name) > 5:
            yield Fault("project doubled", Span(other.span.end, other.span.end), f"{behind}{one.name}")


MAKERS: tuple[Callable[[Plan, random.Random], Iterator[Fault]], ...] = (
    changed_numbers,
    changed_repeats,
    dropped_characters,
    confused_characters,
    removed_headings,
    doubled_projects,
)


def copies(plan: Plan, each: int, chance: random.Random) -> Iterator[list[Fault]]:
    """Faults in handfuls, each handful for a copy of its own: of one kind, far from each other."""
    for make in MAKERS:
        wanted = each
        waiting: list[Fault] = []
        for tries, fault in enumerate(make(plan, chance)):
            if wanted == 0 or tries > 40 * each:
                break
            if all(abs(fault.span.start - other.span.start) > APART for other in waiting):
                waiting.append(fault)
                wanted -= 1
            if len(waiting) == (1 if fault.kind == "heading removed" else A_COPY):
                yield waiting
                waiting = []
        if waiting:
            yield waiting


def with_faults(text: str, faults: list[Fault]) -> tuple[str, list[Span]]:
    """The text with the faults in it, and where each stands there, with a few characters on both sides."""
    pieces, places, at, length = [], [], 0, 0
    for fault in sorted(faults, key=lambda one: one.span.start):
        pieces += [text[at : fault.span.start], fault.instead]
        length += fault.span.start - at
        places.append(Span(max(0, length - NEAR), length + len(fault.instead) + NEAR))
        length += len(fault.instead)
        at = fault.span.end
    return "".join([*pieces, text[at:]]), places


def placed_back(span: Span, faults: list[Fault]) -> Span:
    """Where a span of the text with faults stands in the untouched one; faults are in the order of the text."""
    grown = 0
    ends = list(span)
    for fault in faults:
        change = len(fault.instead) - fault.span.length
        for side, at in enumerate(span):
            if at >= fault.span.start + grown + len(fault.instead):
                ends[side] -= change
        grown += change
    return Span(ends[0], max(ends))


def is_known(finding: Finding, faults: list[Fault], clean: list[Finding]) -> bool:
    """Whether the untouched plan has the same finding: of the same rule, at places that share characters with it."""
    places = [placed_back(each.span, faults) for each in finding.evidence]
    return any(
        other.code == finding.code
        and all(any(place.overlaps(each.span) for each in other.evidence) for place in places)
        for other in clean
    )


def findings(text: str, source: str) -> tuple[Plan, list[Finding]]:
    """The plan that a text gives, and what is wrong with it."""
    plan = plan_of(read_bytes(text.encode(), source, media_type="text/plain"))
    return plan, list(checked_plan(plan).findings)


def is_at(finding: Finding, fault: Fault, place: Span, plan: Plan) -> bool:
    """Whether a finding rests on a fault: on its place, or for a removed heading on one of its neighbours."""
    if any(each.span.overlaps(place) for each in finding.evidence):
        return True
    if fault.kind != "heading removed":
        return False
    return any(each.span.overlaps(one.span) for each in finding.evidence for one in neighbours(plan, place))


def neighbours(plan: Plan, place: Span) -> Iterator[Section]:
    """The headings of each level that stand nearest to a place, before and behind it."""
    for level in {section.level for section in plan.sections}:
        like = [section for section in plan.sections if section.level == level]
        yield from [one for one in like if one.span.start < place.end][-1:]
        yield from [one for one in like if one.span.end > place.start][:1]


def told(fault: Fault, text: str, hit: list[Finding]) -> str:
    """A fault and which rules found it, as a line to read."""
    before, behind = text[max(0, fault.span.start - 15) : fault.span.start], text[fault.span.end : fault.span.end + 15]
    by = ", ".join(sorted({one.code for one in hit})) or "missed"
    return f"{by}: {fault.kind}: {before!r} [{fault.span.of(text)!r} → {fault.instead!r}] {behind!r}"


def measure(path: Path, each: int, chance: random.Random, shown: bool) -> tuple[dict[str, Score], int, int]:
    """Scores by kind, new findings and false alarms for one plan."""
    text = read_document(path).text
    plan, clean = findings(text, path.name)
    scores: dict[str, Score] = {}
    new_findings = false_alarms = 0
    for faults in copies(plan, each, chance):
        ordered = sorted(faults, key=lambda one: one.span.start)
        changed, places = with_faults(text, ordered)
        other, found = findings(changed, path.name)
        new = [one for one in found if not is_known(one, ordered, clean)]
        for fault, place in zip(ordered, places, strict=True):
            hit = [one for one in new if is_at(one, fault, place, other)]
            score = scores.setdefault(fault.kind, Score())
            score.put += 1
            score.found += bool(hit)
            if shown:
                print(told(fault, text, hit))
        beside = [
            one
            for one in new
            if not any(is_at(one, fault, place, other) for fault, place in zip(ordered, places, strict=True))
        ]
        new_findings += len(new)
        false_alarms += len(beside)
        if shown:
            for one in beside:
                print(f"beside: {one.code} {one.message.zh} {[place.quote[:40] for place in one.evidence]}")
    return scores, new_findings, false_alarms


def main() -> int:
    """Measure the plans named and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plans", nargs="+", type=Path)
    parser.add_argument("--each", type=int, default=10, help="faults of each kind for each plan")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print what was missed and the false alarms")
    options = parser.parse_args()
    kinds = [
        "number changed",
        "number stated twice changed",
        "character dropped",
        "character confused",
        "heading removed",
        "project doubled",
    ]
    total = {kind: Score() for kind in kinds}
    all_new = all_beside = 0
    print("| plan | " + " | ".join(kinds) + " | new findings | of them beside the faults |")
    print("|---" * (len(kinds) + 3) + "|")
    for path in options.plans:
        scores, new, beside = measure(path, options.each, random.Random(options.seed), options.show)  # noqa: S311
        row = [scores.get(kind, Score()) for kind in kinds]
        for kind, score in zip(kinds, row, strict=True):
            total[kind].put += score.put
            total[kind].found += score.found
        all_new, all_beside = all_new + new, all_beside + beside
        print(f"| {path.stem} | " + " | ".join(f"{one.found} of {one.put}" for one in row) + f" | {new} | {beside} |")
    cells = [f"{one.found} of {one.put}" for one in total.values()]
    found, put = sum(one.found for one in total.values()), sum(one.put for one in total.values())
    print("| **all** | " + " | ".join(cells) + f" | {all_new} | {all_beside} |")
    print(f"\n{found} of {put} faults found ({found / max(1, put):.0%}).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
