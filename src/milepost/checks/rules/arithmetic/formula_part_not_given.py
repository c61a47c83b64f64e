"""A formula such as “2+3+4” of which one part is never named.

## 查什么
“2+3+4”之类的工作方案或体系：前后文点明了其中一部分（“2个基地”“4个园区”），却有一部分始终没有交代。“1”可以不写数字，不在检查之列。

## 为什么要紧
公式中的每个数字都是一批具体任务，没有交代的一部分无法分解，也无法考核。

## What it checks
A sum of numerals that names a programme (“2+3+4”), some parts of which are spelled out nearby and one is not. A part of
one is left out: it is mostly named without a numeral.

## Why it matters
Each numeral stands for a set of tasks. What is not named can neither be handed out nor be evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="AR08",
    name="formula-part-not-given",
    severity="warning",
    title=Words("“N+M”公式中有一部分没有交代", "a part of a formula is never named"),
    advice=Words("写明公式中每个数字各指什么。", "Say what each numeral of the formula stands for."),
    languages=("zh",),
)

_BEFORE, _BEHIND = 160, 500


def check(inspection: Inspection) -> Iterator[Fault]:
    """Formulas with parts of which some are named close by and others nowhere around."""
    words = inspection.words.arithmetic.counting
    if words is None:
        return
    text = inspection.folded
    seen: dict[str, tuple[Span, dict[int, Span], list[int]]] = {}
    for formula in words.formula.finditer(text):
        line_start = text.rfind("\n", 0, formula.start()) + 1
        begin, end = max(line_start, formula.start() - _BEFORE), min(len(text), formula.end() + _BEHIND)
        line_end = text.find("\n", formula.end())
        end = min(end, line_end) if line_end >= 0 else end
        # Two numerals mostly name a scheme of the country (“3+2”); they count where members follow at once.
        explained = words.explains.match(text, formula.end()) is not None
        numbers = [int(number) for number in re.findall(r"\d+", formula[0])]
        named: dict[int, Span] = {}
        for number in numbers:
            found = re.compile(words.part(number)).search(text, begin, end)
            if found is not None:
                named[number] = Span(*found.span())
        missing = [number for number in numbers if number != 1 and number not in named]
        if len(numbers) < 3 and not explained:
            continue
        key = re.sub(r"\s", "", formula[0])
        if key not in seen or len(missing) < len(seen[key][2]):
            seen[key] = (Span(*formula.span()), named, missing)
    for formula_words, (span, named, missing) in seen.items():
        if not missing or not named:
            continue
        parts = "、".join(map(str, missing))
        message = Words(
            f"“{inner(formula_words)}”中的{parts}没有交代是哪{parts}项" if len(missing) == 1
            else f"“{inner(formula_words)}”中的{parts}没有交代各指什么",
            f"{quoted(formula_words)}: what {', '.join(map(str, missing))} stands for is not said",
        )  # fmt: skip
        yield Fault(message, (span, *sorted(named.values())))


FINDS = [
    "落实“⟦2+3+4⟧”工作方案，即打造⟦2个⟧基地：城北基地、城南基地；建设电力外送通道；建设⟦4个⟧产业园区。\n",
]
PASSES = [
    "落实“2+3+4”工作方案，即打造2个基地：城北基地、城南基地；建设3条通道；建设4个产业园区。\n",
    "在全省十大产业基础上，打造五大优势产业，形成“10+5”现代产业体系；落实“8+4”政策包，完成“1+9”方案。\n",
]
