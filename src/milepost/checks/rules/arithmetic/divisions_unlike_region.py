"""The divisions of the region are counted in two ways, or not as they are.

## 查什么
“四县三市”“五县二市”一类说法：总数相同而县、市个数不同，或与现行行政区划不符；“全地区7个县（市）”与实际个数不符。

## 为什么要紧
多半有一处沿用了撤县设市之前的说法。覆盖面、均衡度等指标以县（市）个数为分母，说法不一，口径就不一。

## What it checks
Counts of the region's counties and cities with one total that differ from each other or from the present divisions, and
counts of all of them that are not as many as there are.

## Why it matters
Mostly one place keeps a count from before a county became a city. Coverage is reckoned by counties: with two counts it
has two meanings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.languages.counting_words import CountingWords

RULE = Rule(
    code="AR10",
    name="divisions-unlike-region",
    severity="error",
    title=Words("县、市个数前后不一或与区划不符", "counties and cities are counted wrongly"),
    advice=Words(
        "按现行行政区划统一县、市个数。", "Count counties and cities as they are at present, everywhere alike."
    ),
    remedy="correct",
    languages=("zh",),
)

_LEAST = 5
"""Of fewer divisions than that a count is mostly of some of them (两县一市)."""


@dataclass(frozen=True, slots=True)
class _Count:
    """One place that counts divisions: how many of each kind."""

    said: str
    span: Span
    kinds: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(number for _, number in self.kinds)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Counts that contradict the divisions, else each other."""
    words = inspection.words.arithmetic.counting
    if words is None:
        return
    counts = list(_counts(inspection, words))
    true = _divisions(inspection, words)
    yield from _wrong_totals(inspection, words, true)
    groups: dict[int, list[_Count]] = {}
    for count in counts:
        groups.setdefault(count.total, []).append(count)
    for total, group in groups.items():
        different = {count.kinds for count in group}
        if true and total == sum(true.values()):
            wrong = [count for count in group if dict(count.kinds) != true]
            if wrong:
                yield _fault(wrong, [count for count in group if count not in wrong], true)
        elif len(different) > 1 and total >= _LEAST and not _is_above_counties(inspection):
            yield _fault(group, [], Counter())


def _counts(inspection: Inspection, words: CountingWords) -> Iterator[_Count]:
    text = inspection.folded
    for found in words.divisions.finditer(text):
        kinds: Counter[str] = Counter()
        for number, kind in (("first", "one"), ("second", "other"), ("third", "last")):
            if found[number]:
                kinds[words.kinds[found[kind]]] += words.number(found[number]) or 0
        if len(kinds) > 1 and all(kinds.values()):
            yield _Count(found[0], Span(*found.span()), tuple(sorted(kinds.items())))


def _divisions(inspection: Inspection, words: CountingWords) -> Counter[str]:
    """The kinds of the region's parts; nothing if it has none at the level of counties."""
    region = inspection.plan.region
    parts = region.parts if region else ()
    if not parts or any(part.code.endswith("00") for part in parts):
        return Counter()
    kinds = [words.kinds.get(part.name[-1]) for part in parts]
    return Counter(kind for kind in kinds if kind) if all(kinds) else Counter()


def _is_above_counties(inspection: Inspection) -> bool:
    """Whether the region's parts are prefectures or provinces: then each count may be of another one."""
    region = inspection.plan.region
    return region is not None and any(part.code.endswith("00") for part in region.parts)


def _wrong_totals(inspection: Inspection, words: CountingWords, true: Counter[str]) -> Iterator[Fault]:
    if not true:
        return
    for found in words.all_divisions.finditer(inspection.folded):
        number = words.number(found["number"])
        counted = [kind for sign, kind in words.kinds.items() if sign in found["noun"]]
        expected = sum(true.values()) if len(counted) > 1 else true[counted[0]] if counted else 0
        if number != expected and expected:
            message = Words(
                f"“{inner(found[0])}”与现行区划的{expected}个不符",
                f"{quoted(found[0])}: there are {expected} at present",
            )
            yield Fault(message, (Span(found.start("number"), found.end()),))


def _fault(wrong: list[_Count], right: list[_Count], true: Counter[str]) -> Fault:
    said_wrong = "、".join(dict.fromkeys(f"“{inner(count.said)}”" for count in wrong))
    plain = ", ".join(dict.fromkeys(quoted(count.said) for count in wrong))
    if true:
        present = "、".join(f"{number}{kind}" for kind, number in sorted(true.items()))
        other = "".join(f"，另一处写作“{inner(count.said)}”" for count in right[:1])
        message = Words(
            f"{said_wrong}与现行区划（{present}）不符{other}",
            f"{plain} is not what there is at present ({present})",
        )
    else:
        message = Words(f"{said_wrong}：县、市个数前后不一", f"{plain}: one region counted in different ways")
    return Fault(message, tuple(sorted(count.span for count in (*wrong, *right))))


FINDS = [
    "实现“⟦四县三市⟧”产业全覆盖。\n巡诊范围扩大到⟦五县二市⟧。\n",
]
PASSES = [
    "实现“四县三市”产业全覆盖。\n巡诊范围扩大到四县三市。\n",
    "实现“四县三市”产业全覆盖，支持北部两县一市率先发展。\n",
]
