"""A Chinese figure in its clause: the words on both sides, and what it takes over from the figure before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from milepost.kernel.span import Span
from milepost.languages.chinese.subjects import clean_subject
from milepost.languages.chinese.verbs import DOING_START, MEASURED_END
from milepost.languages.mention import Comparator, Mention
from milepost.languages.statement import Calendar, Relation

_JOINT = re.compile(r" ?[、和与及（]")
_JOINT_ANYWHERE = re.compile(r"[、和与及]")
_DESCRIBED = re.compile(r"超|年|产值|规模|营业收入|销售收入|主营业务收入")
_DELIMITED = re.compile(r"[、和与及，]")
_NEXT_ITEM = re.compile(r"[、和与及](?=[^，。；、]{0,14}?(?:\d|[二两三四五六七八九十]+[个家座条所项处名]))")
_ITEM_BEHIND = re.compile(r"[^，。；、]{0,14}?(?:\d|[二两三四五六七八九十]+[个家座条所项处名])")
# How far a verb or subject is looked for before a figure; longer stretches without a comma are no statements.
_LIMIT = 120


@dataclass
class Carry:
    """What a figure leaves to those behind it in the sentence: its subject, verb and unit, and where it ends."""

    subject: str = ""
    verb: str = ""
    relation: Relation = "none"
    end: int = -1
    object_behind: bool = False
    unit: str | None = None
    summed: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """What a form of words says of a figure.

    `verb` stands right before the figure; `doing` is the verb that a list goes on to share. `behind` is set when the
    thing counted stands behind the figure, `carried` when the subject comes from the figure before.
    """

    subject: str
    relation: Relation
    verb: str = ""
    doing: str = ""
    carried: bool = False
    behind: bool = False
    comparator: Comparator | None = None


class Context:
    """A figure with the words before it (`left`) and behind it (`right`), each up to a delimiter or another figure.

    `joined` says that it continues a list begun by the figure before it; `goes_on` also counts a comma between the
    two (培育甲类5户，乙类10户).
    """

    def __init__(
        self, text: str, clause: Span, mention: Mention, following: Mention | None, calendar: Calendar, carry: Carry
    ) -> None:
        self.text, self.clause, self.mention, self.following = text, clause, mention, following
        self.calendar, self.carry = calendar, carry
        start = max(clause.start, carry.end)
        self.joined = clause.start <= carry.end <= mention.span.start and bool(_JOINT.match(text, carry.end))
        if start > clause.start and carry.object_behind:
            # The thing counted by the figure before stands behind it, up to the joint.
            joint = _JOINT_ANYWHERE.search(text, start, mention.extent.start)
            start, self.joined = (joint.end(), True) if joint else (start, self.joined)
        beside = (
            carry.unit == mention.unit and carry.end + 1 == clause.start and bool(_DESCRIBED.match(text, clause.start))
        )
        self.goes_on = (
            self.joined or beside or (carry.object_behind and carry.relation == "do" and self._heads_clause())
        )
        self.left = text[max(start, mention.extent.start - _LIMIT) : mention.extent.start]
        self.right = self._words_behind()

    def _heads_clause(self) -> bool:
        """Whether the figure is the first thing of its clause, right behind the clause of the figure before."""
        between = self.text[max(self.carry.end, 0) : self.mention.extent.start]
        return self.mention.extent.start == self.clause.start and "。" not in between and "；" not in between

    def _words_behind(self) -> str:
        text, mention = self.text, self.mention
        end = self.clause.end
        if self.following is not None and self.following.extent.start < end and not self.following.worded:
            end = self.following.extent.start
        right = text[mention.extent.end : min(end, mention.extent.end + _LIMIT)]
        if right[:1] in ("和", "与", "及", "、", "（"):
            return ""
        cut = right.find("、")
        return right[:cut] if cut >= 0 and _ITEM_BEHIND.match(text, mention.extent.end + cut + 1) else right

    @property
    def described(self) -> str:
        """The words behind the figure up to a delimiter, with the figures in them (年收入达500亿元的企业)."""
        end = self.clause.end
        joint = _NEXT_ITEM.search(self.text, self.mention.extent.end, end)
        return self.text[
            self.mention.extent.end : min(joint.start() if joint else end, self.mention.extent.end + _LIMIT)
        ]

    @property
    def inside_description(self) -> bool:
        """Whether the figure stands in the words for what the figure before it counts."""
        carry = self.carry
        if not carry.object_behind or not self.clause.start < carry.end < self.mention.extent.start:
            return False
        return not _DELIMITED.search(self.text, carry.end, self.mention.extent.start)

    @property
    def counts_something(self) -> bool:
        """Whether words that may name a thing stand behind the figure."""
        return bool(self.right.strip(" 的左右以上"))

    @property
    def head(self) -> str:
        """The words of the clause before the figure."""
        return self.text[self.clause.start : self.mention.extent.start]

    @property
    def named_before(self) -> str:
        """The clause before, when it only names a quantity (职工增长幅度，应当高于…), else nothing."""
        start = max(
            self.text.rfind(mark, max(0, self.clause.start - _LIMIT), self.clause.start - 1) for mark in "，。；：\n"
        )
        words = clean_subject(self.text[start + 1 : max(self.clause.start - 1, 0)]) if start >= 0 else ""
        return words if MEASURED_END.search(words) or words.endswith("幅度") else ""

    @property
    def object_before(self) -> str:
        """What the clause before does something to (发展壮大合作社，数量达到800家)."""
        start = max(
            self.text.rfind(mark, max(0, self.clause.start - _LIMIT), max(self.clause.start - 1, 0))
            for mark in "，。；：\n"
        )
        words = clean_subject(self.text[start + 1 : max(self.clause.start - 1, 0)])
        doing = DOING_START.match(words)
        return words[doing.end() :] if doing else ""

    @property
    def adjacent(self) -> str:
        """The words behind the next figure, when that one follows without a gap (700个26万户)."""
        if self.following is None or self.following.span.start != self.mention.span.end:
            return ""
        return self.text[self.following.extent.end : self.clause.end][:_LIMIT]
