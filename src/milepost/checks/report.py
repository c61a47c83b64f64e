"""What a format is given: the findings, the plan that they are about, and for whom they are written."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from milepost.checks.model import SEVERITIES, Checked, Severity, Stage, Tongue, Words
from milepost.checks.positions import Positions
from milepost.plans.model import Plan

# Severity → one finding, several findings, in English.
COUNTED: dict[Severity, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("info", "infos"),
}
STAGE_WORDS: dict[Stage, Words] = {"draft": Words("草案", "draft"), "adopted": Words("已批准", "adopted")}


@dataclass(frozen=True)
class Report:
    """The findings of one plan, ready to be written in any format.

    `name` is the document as the user called it; `known` is how many findings a known-file kept back; `content` is
    the file itself, where a format writes into it. `colour` is for a terminal.
    """

    checked: Checked
    plan: Plan
    name: str
    tongue: Tongue
    stage: Stage = "draft"
    known: int = 0
    content: bytes | None = None
    colour: bool = False

    @cached_property
    def text(self) -> str:
        """The text of the plan."""
        return self.plan.document.text or ""

    @cached_property
    def positions(self) -> Positions:
        """Which line and column each character of the text has."""
        return Positions(self.text)

    @cached_property
    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity there are, the gravest first."""
        counted = Counter(finding.severity for finding in self.checked.findings)
        return {severity: counted[severity] for severity in SEVERITIES}

    def heading_of(self, offset: int) -> str:
        """The heading that a character stands in or under, numbers as printed; empty before the first one."""
        place = bisect_right(self._section_starts, offset) - 1
        if place < 0:
            return ""
        return " ".join(self.plan.sections[place].span.of(self.text).split())

    def page_of(self, offset: int) -> int | None:
        """The page that a character stands on; None where the document has no pages."""
        place = bisect_right(self._page_starts, offset) - 1
        return self.plan.document.pages[place].number if place >= 0 else None

    def where(self, offset: int) -> str:
        """The page (where there are pages) and the line of a character, in words."""
        page, line = self.page_of(offset), self.positions.of(offset).line
        if page is None:
            return self.say(f"第{line}行", f"line {line}")
        return self.say(f"第{page}页，第{line}行", f"page {page}, line {line}")

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.span.start for page in self.plan.document.pages]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.span.start for section in self.plan.sections]

    @property
    def summary(self) -> str:
        """One line: how many findings of each severity, and how many are not shown and why."""
        return self._counted().of(self.tongue) + self._not_shown().of(self.tongue)

    def say(self, chinese: str, english: str) -> str:
        """Words in the report's language."""
        return chinese if self.tongue == "zh" else english

    @property
    def stage_words(self) -> str:
        """Whether the plan is a draft or adopted, in the report's language."""
        return STAGE_WORDS[self.stage].of(self.tongue)

    def _counted(self) -> Words:
        total = sum(self.counts.values())
        if not total:
            new = bool(self.known)
            return Words("没有发现新问题" if new else "没有发现问题", "no new findings" if new else "no findings")
        chinese = f"错误{self.counts['error']}个，警告{self.counts['warning']}个，提示{self.counts['info']}个"
        english = ", ".join(f"{count} {COUNTED[severity][count != 1]}" for severity, count in self.counts.items())
        return Words(f"共发现{total}个问题：{chinese}", f"{total} finding{'s' * (total != 1)}: {english}")

    def _not_shown(self) -> Words:
        suppressed = len(self.checked.suppressed)
        chinese, english = "", ""
        if self.known:
            chinese, english = f"；已记录的{self.known}个未列", f"; {self.known} known before"
        if suppressed:
            chinese, english = f"{chinese}；按设置搁置{suppressed}个", f"{english}; {suppressed} suppressed"
        return Words(f"{chinese}。", f"{english}.")
