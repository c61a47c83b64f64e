"""What the catalogue says of a rule: its explanation in parts, in two languages, and its first cases."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from milepost.checks.model import ADOPTED, SEVERITY_WORDS, Rule, Tongue, Words
from milepost.checks.table import MODULES, RuleModule, family_of
from milepost.languages.words import HAN

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_CHINESE = re.compile(HAN)

# What the explanation of a rule has, in Chinese and in English, and what stands above it.
WHAT = Words("查什么", "What it checks")
WHY = Words("为什么要紧", "Why it matters")
REFERENCES = Words("依据", "References")
DRAFT = Words("草案怎么改", "What to do on a draft")
ADOPTED_PLAN = Words("已批准的规划怎么办", "What to do on an adopted plan")
PARAMETERS = Words("可调参数", "Parameters")
FOUND_IN = Words("会报告", "Found in")
NOT_FOUND_IN = Words("不报告", "Not found in")


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as the catalogue has it.

    `found_in` is a text that it finds a fault in, with ⟦ ⟧ around the characters; `not_found_in` one that is right.
    Where a rule has no case in a language, its first one stands there.
    """

    rule: Rule
    family: Words
    what: Words
    why: Words
    references: str
    found_in: Words
    not_found_in: Words

    def facts(self, tongue: Tongue) -> str:
        """Code, name and severity on one line."""
        return f"{self.rule.code} {self.rule.name} · {SEVERITY_WORDS[self.rule.severity].of(tongue)}"

    def sections(self, tongue: Tongue) -> list[tuple[str, str]]:
        """The parts of the explanation in one language, each with its heading; parts without text are left out."""
        parts = (
            (WHAT, self.what.of(tongue)),
            (WHY, self.why.of(tongue)),
            (DRAFT, self.rule.advice.of(tongue)),
            (ADOPTED_PLAN, ADOPTED[self.rule.remedy].of(tongue)),
            (PARAMETERS, "\n\n".join(parameters(self.rule, tongue))),
            (REFERENCES, self.references),
        )
        return [(heading.of(tongue), text) for heading, text in parts if text]


def entry(module: RuleModule) -> Entry:
    """The catalogue's entry for the file of a rule."""
    parts = _HEADING.split(inspect.cleandoc(module.__doc__ or ""))
    texts = {heading.strip(): text.strip() for heading, text in zip(parts[1::2], parts[2::2], strict=True)}
    return Entry(
        module.RULE,
        family_of(module.RULE).title,
        Words(texts.get(WHAT.zh, ""), texts.get(WHAT.en, "")),
        Words(texts.get(WHY.zh, ""), texts.get(WHY.en, "")),
        texts.get(REFERENCES.en, ""),
        _first(module.FINDS),
        _first(module.PASSES),
    )


def _first(cases: Sequence[str]) -> Words:
    """The first case in each language.

    >>> _first(["到⟦2052年⟧", "By ⟦2052⟧"])
    Words(zh='到⟦2052年⟧', en='By ⟦2052⟧')
    """
    english = [text for text in cases if not _CHINESE.search(text)]
    chinese = [text for text in cases if _CHINESE.search(text)]
    return Words([*chinese, *english, ""][0], [*english, *chinese, ""][0])


def entries(rules: Iterable[Rule] | None = None) -> list[Entry]:
    """The entries of these rules, or of all, in the order of the table."""
    wanted = None if rules is None else {rule.code for rule in rules}
    return [entry(module) for module in MODULES if wanted is None or module.RULE.code in wanted]


def parameters(rule: Rule, tongue: Tongue) -> list[str]:
    """A line for each number of a rule that settings may change."""
    lines = []
    for each in rule.parameters:
        usual = f"默认{each.default:g}，可取{each.low:g}至{each.high:g}"
        if tongue == "en":
            usual = f"{each.default:g} unless set; from {each.low:g} to {each.high:g}"
        lines.append(f"{each.name}: {each.meaning.of(tongue)} ({usual})")
    return lines
