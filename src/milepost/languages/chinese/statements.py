"""What the figures of a Chinese sentence say: of what, how, by when, and whether they state anything at all."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from milepost.kernel.span import Span
from milepost.languages.chinese.context import Carry, Context, Saying
from milepost.languages.chinese.forms import ORIGIN, saying_of
from milepost.languages.chinese.kinds import kind_of
from milepost.languages.chinese.lists import share_units, shared_comparators, spread
from milepost.languages.chinese.roles import role_of
from milepost.languages.chinese.subjects import clean_subject
from milepost.languages.chinese.times import moments
from milepost.languages.chinese.units import BARE, counted_in
from milepost.languages.mention import Mention
from milepost.languages.statement import Calendar, Moment, Statement

_BREAK = re.compile(r"[，。；！？\n]|：(?!\d)|(?<!\d),|,(?!\d)")
_STRIVE = re.compile(r"力争|争取")
_PART = re.compile(r"[；。！？\n]")
_PAST = re.compile(r"已(?:经)?(?![有知])|了(?=[^解])|超额|截至|截止|创历史|居全国第|曾|圆满完成|如期完成|顺利(?!推进)")
# A sum mostly tells what was done; among goals it is what is to be done.
_SUM = re.compile(r"累计(?:完成|实现|达|建成|投入)")
_ORIGIN_OF_SUBJECT = re.compile(r"(?:(?<![自理经])由|从(?![业事属化]))[^由从]{0,10}$")
_AT_LEAST = re.compile(r"至少|最少")
_ORIGIN_YEAR = re.compile(r"((?:19|20)\d\d) ?年[^，。；]{0,4}$")
_ORIGIN_REACH = 24
# The signs between the parts of a proportion.
_PARTED = frozenset(":：∶")
_LONGEST = 300
_YEARLY = re.compile(r"年均(?!浓度|值|气温)|每年|年平均|逐年")
_SUMMED = re.compile(r"累计|(?<!连续)五年|总计|合计")


def sentence_statements(
    text: str, start: int, end: int, mentions: list[Mention], calendar: Calendar
) -> list[Statement]:
    """Statements of the figures between `start` and `end`, one or more for each mention, in order.

    `text` is folded; `mentions` are those that lie in the sentence.
    """
    breaks = [match.start() for match in _BREAK.finditer(text, start, end)]
    parts = [start, *(match.end() for match in _PART.finditer(text, start, end))]
    strive = [match.start() for match in _STRIVE.finditer(text, start, end)]
    times = _governed(moments(text, start, end, calendar))
    starts = [time.span.start for time in times]
    mentions = shared_comparators(text, share_units(text, mentions))
    carry = Carry()
    statements: list[Statement] = []
    for index, mention in enumerate(mentions):
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        clause = _clause(breaks, mention.span, start, end)
        statement = _statement(Context(text, clause, mention, following, calendar, carry))
        part = parts[bisect_right(parts, mention.span.start) - 1]
        before = bisect_left(starts, mention.span.start)
        striven = bisect_left(strive, mention.span.start)
        past = _PAST.search(text, clause.start, clause.end) is not None
        summed = not past and _SUM.search(text, clause.start, clause.end) is not None
        statements.append(
            replace(
                statement,
                moment=times[before - 1] if before else None,
                strive=striven > 0 and strive[striven - 1] >= part,
                tense="past" if past or summed else None,
                assumed=summed,
            )
        )
    return spread(text, _with_baselines(text, statements))


def _governed(times: list[Moment]) -> list[Moment]:
    """The times of a sentence; a date before a spell (五年累计) says which five years are meant."""
    kept: list[Moment] = []
    for time in times:
        tense = next((before.tense for before in reversed(kept) if before.tense and not before.assumed), None)
        if not time.assumed or tense is None:
            kept.append(time)
        elif tense == "past":
            kept.append(replace(time, assumed=False))
    return kept


def _clause(breaks: list[int], span: Span, start: int, end: int) -> Span:
    """The clause around a figure: between the delimiters on both sides."""
    index = bisect_right(breaks, span.start)
    left = breaks[index - 1] + 1 if index else start
    while index < len(breaks) and breaks[index] < span.end:
        index += 1
    right = breaks[index] if index < len(breaks) else end
    # A text without delimiters must not be quoted whole for each of its figures.
    return Span(max(left, span.start - _LONGEST), max(min(right, span.end + _LONGEST), span.end))


def _statement(context: Context) -> Statement:
    saying = saying_of(context)
    if not saying.subject:
        saying = replace(saying, subject=context.named_before, carried=True)
    mention = context.mention
    stated = saying.comparator or ("ge" if _AT_LEAST.search(context.left) else None)
    if stated is not None and mention.comparator is None:
        mention = replace(mention, comparator=stated)
    role, why = role_of(context, saying)
    kind = kind_of(context, saying)
    if role == "row" and saying.subject:
        _hand_on(context, saying)
    elif role == "present" and context.right.rstrip().endswith(("和", "与", "及", "、")):
        context.carry.end, context.carry.object_behind = mention.extent.end, True
    return Statement(
        mention=mention,
        subject=_named(saying, kind),
        relation=saying.relation,
        kind=kind,
        role=role,
        clause=_trimmed(context.text, context.clause),
        yearly=bool(_YEARLY.search(context.head)),
        cumulative=bool(_SUMMED.search(context.head)) or (context.carry.summed and saying.relation == "do"),
        carried=saying.carried,
        counted=counted_in(saying.subject) if mention.unit in BARE else None,
        why=why,
    )


def _hand_on(context: Context, saying: Saying) -> None:
    """Leave to the figures behind what they may take over from this one."""
    carry = context.carry
    carry.end, carry.object_behind = context.mention.extent.end, saying.behind
    carry.summed = carry.summed or bool(_SUMMED.search(context.head))
    if not saying.carried:
        starting = ORIGIN.search(context.left)
        carry.subject = _ORIGIN_OF_SUBJECT.sub("", saying.subject) if starting else saying.subject
        carry.relation = saying.relation
        carry.verb, carry.unit = saying.doing, context.mention.unit


def _named(saying: Saying, kind: str) -> str:
    """The subject as it stands alone: a fall and a step in a level keep their verb."""
    step = saying.relation == "growth" and kind in ("level", "share", "cumulative") and saying.verb != "增长"
    if (saying.relation == "fall" or step) and not saying.subject.endswith(saying.verb):
        return saying.subject + saying.verb.rstrip("了")
    return saying.subject


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return Span(start, end)


def _with_baselines(text: str, statements: list[Statement]) -> list[Statement]:
    """Figures behind 由 or 从 are where the next one starts from; a proportion (由20:35:45) is so part by part."""
    kept: list[Statement] = []
    waiting: list[Statement] = []
    reached, behind = 0, 0
    for statement in statements:
        extent = statement.mention.extent
        joined = text[behind : extent.start].strip() in _PARTED
        behind = extent.end
        if waiting and joined and reached == 0:
            waiting.append(statement)
            continue
        if reached and not (joined and reached < len(waiting)):
            kept.extend(waiting[reached:])
            waiting, reached = [], 0
        reach = max(statement.clause.start, extent.start - _ORIGIN_REACH)
        if not waiting and ORIGIN.search(text, reach, extent.start):
            waiting = [statement]
        elif waiting and (reached or _continues(waiting[-1], statement)):
            end = _rising(waiting[reached], statement)
            began = _year_of(text, waiting[0])
            kept.extend(
                [replace(waiting[reached], role="origin", subject=end.subject, kind="level", moment=began), end]
            )
            reached += 1
        else:
            kept.extend([*waiting, statement])
            waiting = []
    return sorted([*kept, *waiting[reached:]], key=lambda statement: statement.mention.extent.start)


def _year_of(text: str, origin: Statement) -> Moment | None:
    """The year that a starting value is of (由2015年的44.6%), or the time that governs its sentence."""
    start = max(origin.clause.start, origin.mention.extent.start - _ORIGIN_REACH)
    year = _ORIGIN_YEAR.search(text, start, origin.mention.extent.start)
    if year is None:
        return origin.moment
    return Moment(Span(*year.span()), int(year[1]), int(year[1]), origin.moment.tense if origin.moment else None)


def _continues(start: Statement, end: Statement) -> bool:
    """Whether a figure goes on from a starting figure before it: in its clause, or without a subject of its own."""
    return end.clause.start == start.clause.start or not end.subject or end.carried


def _rising(start: Statement, end: Statement) -> Statement:
    subject = clean_subject(_ORIGIN_OF_SUBJECT.sub("", start.subject)) or end.subject
    return replace(end, baseline=start.mention, subject=subject)
