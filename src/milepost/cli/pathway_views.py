"""Pathways for a reader: a table over years or parts, and JSON."""

from __future__ import annotations

import json
from typing import Any, Final

import polars
from rich.console import Console

from milepost.checks.model import Words
from milepost.cli.screen import plain_table, screen
from milepost.cli.words import Tongue
from milepost.pathways.files import FORMAT
from milepost.pathways.obstacles import OBSTACLES
from milepost.pathways.ruling import rules_over
from milepost.pathways.run import Laid
from milepost.pathways.years import REASONS

HEADINGS: Final[dict[str, Words]] = {
    "target": Words("目标", "target"),
    "indicator": Words("指标", "indicator"),
    "region": Words("地区代码", "region"),
    "region_name": Words("地区名称", "region_name"),
    "year": Words("年份", "year"),
    "value": Words("数值", "value"),
    "printed": Words("取整", "printed"),
    "step": Words("当年", "step"),
    "unit": Words("单位", "unit"),
    "share_pct": Words("占比", "share_pct"),
    "rule": Words("规则", "rule"),
}
"""What stands over the columns of a workbook; the same words are read back."""

_SUMMED: Final = ("sum", "index", "reduction", "change")
_SO_FAR: Final = Words("（累计）", " (so far)")
_SIGNS: Final = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
_FIXED: Final[dict[str, Words]] = {
    "hold": Words("逐年保持", "to be held"),
    "reached": Words("已达到，保持", "reached, to be kept"),
    "goal": Words("仅有期末值", "the end only"),
}
_STEPS: Final[dict[str, Words]] = {
    "sum": Words("当年量", "in the year"),
    "index": Words("当年增速%", "growth in the year, %"),
    "reduction": Words("当年降幅%", "fall in the year, %"),
}


def headings(tongue: Tongue) -> dict[str, str]:
    """Column of a file of pathways → the words over it."""
    return {name: words.of(tongue) for name, words in HEADINGS.items()}


def as_json(laid: Laid, tongue: Tongue) -> str:
    """The pathways as JSON: `format`, `pathways` (rows with the columns of the file) and `without`."""
    without = [
        {"target": target, "reason": reason, "words": _reason(reason).of(tongue)}
        for target, reason in laid.without.select("target", "reason").iter_rows()
    ]
    content = {"format": FORMAT, "pathways": laid.rows.rows(named=True), "without": without}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def print_pathways(laid: Laid, targets: polars.DataFrame, tongue: Tongue) -> None:
    """Print the pathways as tables."""
    console = screen()
    if laid.shared is not None:
        _print_parts(laid, targets, tongue, console)
    elif laid.rows["target"].n_unique() == 1:
        _print_one(laid.rows, targets, tongue, console)
    elif laid.rows.height:
        _print_all(laid.rows, targets, tongue, console)
    _print_without(laid, targets, tongue, console)


def _figure(number: float | None) -> str:
    """A number without zeros behind it.

    >>> _figure(10.50), _figure(21000.0), _figure(None)
    ('10.5', '21000', '')
    """
    return "" if number is None else f"{number:.12g}" if abs(number) < 1e12 else f"{number:.0f}"


def _short(number: float | None) -> str:
    return "" if number is None else _figure(float(f"{number:.4g}") if abs(number) < 1000 else round(number, 1))


def _rule(name: str, tongue: Tongue) -> str:
    if name in _FIXED:
        return _FIXED[name].of(tongue)
    known = {rule.name: rule.title for rule in (*rules_over("year"), *rules_over("region"))}
    return known[name].of(tongue)


def _reason(code: str) -> Words:
    return REASONS.get(code) or OBSTACLES[code]


def _title(name: str, unit: str | None, tongue: Tongue) -> str:
    return name if not unit else f"{name}（{unit}）" if tongue == "zh" else f"{name} ({unit})"


def _print_one(rows: polars.DataFrame, targets: polars.DataFrame, tongue: Tongue, console: Console) -> None:
    """One target: a line for each year."""
    first = rows.row(0, named=True)
    measure = targets.filter(polars.col("target") == first["target"])["measure"][0]
    so_far = measure in _SUMMED
    value = Words("累计" if so_far else "年末目标", "so far" if so_far else "by the end")
    heads = [
        Words("年份", "year"), value, _STEPS.get(measure, Words("当年变化", "change in the year")),
        Words("完成进度%", "of the way, %"), Words("规则", "rule"),
    ]  # fmt: skip
    table = plain_table(*(head.of(tongue) for head in heads), title=_title(first["indicator"], first["unit"], tongue))
    for row in rows.iter_rows(named=True):
        cells = (_figure(row["printed"]), _short(row["step"]), _short(row["share_pct"]), _rule(row["rule"], tongue))
        table.add_row(str(row["year"]), *cells)
    console.print(table)


def _print_all(rows: polars.DataFrame, targets: polars.DataFrame, tongue: Tongue, console: Console) -> None:
    """Several targets: a line for each, a column for each year."""
    years = sorted(rows["year"].unique())
    shown = years if len(years) <= 8 else years[:8]
    heads = [Words("指标", "indicator").of(tongue), Words("单位", "unit").of(tongue), *map(str, shown)]
    table = plain_table(*heads, Words("规则", "rule").of(tongue), numbers=frozenset(map(str, shown)))
    names = dict(targets.select("target", "name").iter_rows())
    told = {row["target"]: row for row in targets.select("target", "measure", "comparator").iter_rows(named=True)}
    for (target,), way in rows.group_by("target", maintain_order=True):
        values = dict(way.select("year", "printed").iter_rows())
        # A bound that is held says on which side.
        sign = _SIGNS.get(told[target]["comparator"], "") if way["rule"][0] == "hold" else ""
        cells = [f"{sign}{_figure(values[year])}" if year in values else "" for year in shown]
        suffix = _SO_FAR.of(tongue) if told[target]["measure"] in _SUMMED else ""
        table.add_row(f"{names[target]}{suffix}", way["unit"][0] or "", *cells, _rule(way["rule"][0], tongue))
    console.print(table)
    if len(shown) < len(years):
        cut = Words(f"表中只列至 {shown[-1]} 年，其余见 CSV。", f"The table ends with {shown[-1]}; CSV has all years.")
        console.print(cut.of(tongue))


def _print_parts(laid: Laid, targets: polars.DataFrame, tongue: Tongue, console: Console) -> None:
    """One target over parts: a line for each, bases and years where there are any, and the whole."""
    shared = laid.shared
    assert shared is not None
    first = shared.row(0, named=True)
    target = targets.filter(polars.col("target") == first["target"]).row(0, named=True)
    years = sorted(laid.rows["year"].unique()) if laid.rows["year"].n_unique() > 1 else []
    named = {"base": Words("基数", "base"), "weight": Words("权重", "weight")}
    known = {name: words for name, words in named.items() if shared[name].null_count() < shared.height}
    heads = [Words("地区", "region"), *known.values(), *(Words(str(year), str(year)) for year in years)]
    is_yearly = _is_yearly(target)
    # The last year's column is the target itself, unless the plan prints a yearly rate.
    has_target = is_yearly or not years
    heads += [Words("年均目标", "target, a year") if is_yearly else Words("分解目标", "target")] if has_target else []
    heads += [Words("占比%", "share, %")] if first["tie"] == "sum" else []
    texts = [head.of(tongue) for head in heads]
    table = plain_table(*texts, title=_title(target["name"], first["unit"], tongue), numbers=frozenset(texts[1:]))
    values = {(row["region"], row["year"]): row["printed"] for row in laid.rows.iter_rows(named=True)}
    for row in shared.iter_rows(named=True):
        cells = [_short(row[name]) if name == "base" else _figure(row[name]) for name in known]
        cells += [_figure(values[row["region"], year]) for year in years]
        cells += [_figure(row["printed"])] if has_target else []
        cells += [_short(row["share_pct"])] if first["tie"] == "sum" else []
        table.add_row(row["region_name"], *cells)
    console.print(table)
    console.print(_tied(shared, target, tongue))


def _is_yearly(target: dict[str, Any]) -> bool:
    """Whether the plan prints an average yearly rate."""
    return target["kind"] == "annual_growth" and target["measure"] in ("index", "reduction")


def _tied(shared: polars.DataFrame, target: dict[str, Any], tongue: Tongue) -> str:
    """The line that says how the parts tie to the whole."""
    first, unit = shared.row(0, named=True), target["unit"] or ""
    rule = _rule(first["rule"], tongue)
    if first["tie"] == "sum":
        total = _figure(float(f"{shared['printed'].sum():.12g}"))
        zh, en = f"各地合计 {total} {unit}，与全区目标一致", f"The parts add up to {total} {unit}, the whole's target"
    else:
        exact, weight = shared["exact"].to_numpy(), shared["weight"].to_numpy()
        mean = _figure(float(f"{float(exact @ weight / weight.sum()):.10g}"))
        if _is_yearly(target):
            rate = _figure(float(f"{target['value'] / (target['unit_factor'] or 1.0):.10g}"))
            falls = target["measure"] == "reduction"
            zh = f"全期{'降幅' if falls else '增幅'}按权重平均折合年均 {rate} {unit}，与全区目标一致"
            en = f"The parts' {'falls' if falls else 'growth'} average to {rate} {unit} a year, the whole's target"
            return Words(f"{zh}；规则：{rule}。", f"{en}; rule: {rule}.").of(tongue)
        zh, en = f"按权重平均 {mean} {unit}，与全区目标一致", f"The parts average to {mean} {unit}, the whole's target"
    return Words(f"{zh}；规则：{rule}。", f"{en}; rule: {rule}.").of(tongue)


def _print_without(laid: Laid, targets: polars.DataFrame, tongue: Tongue, console: Console) -> None:
    """Which targets have no pathway, by reason."""
    names = dict(targets.select("target", "name").iter_rows())
    if laid.unseen:
        told = Words("没有可用的最新统计值，仍从规划基期起算：", "No latest value, so from where the plan begins: ")
        listed = list(dict.fromkeys(names.get(target, target) for target in laid.unseen))
        console.print(told.of(tongue) + ("、" if tongue == "zh" else ", ").join(listed))
    for (reason,), rows in laid.without.group_by("reason", maintain_order=True):
        listed = list(dict.fromkeys(names.get(target, target) for target in rows["target"]))
        joint = "、" if tongue == "zh" else ", "
        console.print(f"{_reason(str(reason)).of(tongue)}{'：' if tongue == 'zh' else ': '}{joint.join(listed)}")
