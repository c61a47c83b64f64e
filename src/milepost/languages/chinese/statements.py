"""What the figures of a Chinese sentence say: of what, how, by when, and whether they state anything at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from milepost.kernel.span import Span
from milepost.languages.chinese.kinds import kind_of
from milepost.languages.chinese.lists import back_comparators, share_units, spread
from milepost.languages.chinese.roles import role_of
from milepost.languages.chinese.subjects import clean_object, clean_subject, qualified
from milepost.languages.chinese.times import moments
from milepost.languages.chinese.verbs import DOING_ONLY, DOING_START, DOING_TAIL, FALL_END, GROW_END, MEASURED_END, REACH_END
from milepost.languages.mention import Mention
from milepost.languages.statement import Calendar, Moment, Relation, Statement

_BREAK = re.compile(r"[，。；：！？\n]|(?<!\d),|,(?!\d)")
_STRIVE = re.compile(r"力争|争取")
_PART = re.compile(r"[；。！？\n]")
_PAST = re.compile(r"已(?:经)?(?![有知])|了(?=[^解])|超额|累计(?:完成|实现|达|建成|投入)|截至|截止|创历史|居全国第|曾|圆满完成|如期完成|顺利(?!推进)")
_FROM = re.compile(r"(?:由|从)[^，。；]{0,16}$")
_JOINT = re.compile(r"^ ?[、和与及]")
_JOINT_ANYWHERE = re.compile(r"[、和与及]")
_ITEM_BEHIND = re.compile(r"[^，。；、]{0,14}?\d")
_ABOVE = re.compile(r"(?:高于|快于|低于|优于|高出)[^，。；\d]{2,20}$")
_TIMES_OF = re.compile(r"(?:是|为|达到|相当于|约为)?(?:(?:19|20)\d\d ?年|上年|去年)(?:底|末)?(?:的)? ?$")
_SERVED = re.compile(r"(?:[一二三四五六七八九十]+是)?(?:力争|确保|继续|再|免费|全年|每年)*(?:为|对|在|向|给|惠及|覆盖|让|使)|[^，。；]{0,6}对[^，。；]{1,16}等")
_PUSH = re.compile(r"^(?:加快|全面|持续|大力|着力|积极|稳步|深入|进一步|全力|努力)*(?:推进|推动|实现|促进)?(?:全面|逐步)?(?=.{2})")
_ANEW = re.compile(r"、(?=(?:基本|全面|逐步)?(?:实现|推动|推进|确保|力争|做到|达到))")
_FLOOR = re.compile(r"(?:的)?底线.*$|目标.*$")
_INFLOW = re.compile(r"新增|转移(?!支付)|净增")
_YEARLY = re.compile(r"年均|每年|年平均|逐年")
_SUMMED = re.compile(r"累计|五年|总计|合计")
_LIMIT = 120
# How far a verb or subject is looked for before a figure; longer stretches without a comma are no statements.


@dataclass
class _Carry:
    """What a clause takes over from the one before it, and where the last figure that states something ends."""

    subject: str = ""
    verb: str = ""
    relation: Relation = "none"
    end: int = -1
    object_behind: bool = False


def sentence_statements(text: str, start: int, end: int, mentions: list[Mention], calendar: Calendar) -> list[Statement]:
    """Statements of the figures between `start` and `end`, one or more for each mention, in order.

    `text` is folded; `mentions` are those that lie in the sentence.
    """
    breaks = [match.start() for match in _BREAK.finditer(text, start, end)]
    mentions = back_comparators(text, share_units(text, mentions))
    times = moments(text, start, end, calendar)
    strive = [match.start() for match in _STRIVE.finditer(text, start, end)]
    carry = _Carry()
    statements: list[Statement] = []
    for index, mention in enumerate(mentions):
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        clause = _clause(breaks, mention.span, start, end)
        statement = _statement(_Place(text, clause, mention, following, calendar, carry), carry)
        part = _last_part(text, start, mention.span.start)
        before = [time for time in times if time.span.start < mention.span.start]
        statements.append(
            replace(
                statement,
                moment=before[-1] if before else None,
                strive=any(part <= position < mention.span.start for position in strive),
                tense="past" if _PAST.search(text, clause.start, clause.end) else None,
            )
        )
    return spread(text, _with_baselines(text, statements))


def _clause(breaks: list[int], span: Span, start: int, end: int) -> Span:
    """The clause around a figure: between the delimiters on both sides."""
    index = bisect_right(breaks, span.start)
    left = breaks[index - 1] + 1 if index else start
    while index < len(breaks) and breaks[index] < span.end:
        index += 1
    right = breaks[index] if index < len(breaks) else end
    return Span(left, max(right, span.end))


def _last_part(text: str, start: int, position: int) -> int:
    """Where the sentence part (closed by ； or 。) that holds `position` begins."""
    last = start
    for match in _PART.finditer(text, start, position):
        last = match.end()
    return last


class _Place:
    """A figure in its clause: the words on both sides that may say what it is about."""

    def __init__(self, text: str, clause: Span, mention: Mention, following: Mention | None, calendar: Calendar, carry: _Carry) -> None:
        self.text, self.clause, self.mention, self.calendar = text, clause, mention, calendar
        self.following = following
        self.joined = clause.start <= carry.end <= mention.span.start and bool(_JOINT.match(text[carry.end : mention.span.start][:8]))
        start = max(clause.start, carry.end)
        if start > clause.start and carry.object_behind:
            # The thing counted by the figure before stands behind it, up to the joint.
            joint = _JOINT_ANYWHERE.search(text, start, mention.extent.start)
            start, self.joined = (joint.end(), True) if joint else (start, self.joined)
        self.left = text[max(start, mention.extent.start - _LIMIT) : mention.extent.start]
        end = clause.end
        if following is not None and following.extent.start < end and not following.worded:
            end = following.extent.start
        self.right = text[mention.extent.end : min(end, mention.extent.end + _LIMIT)]
        if self.right[:1] in ("和", "与", "及", "、"):
            self.right = ""
        cut = self.right.find("、")
        if cut >= 0 and _ITEM_BEHIND.match(text, mention.extent.end + cut + 1):
            self.right = self.right[:cut]


def _statement(place: _Place, carry: _Carry) -> Statement:
    left = place.left
    if place.mention.implied == "magnitude":
        thing = clean_object(place.right.partition("、")[0]).strip("“”（）")
        return _finish(place, carry, thing if len(thing) > 3 else clean_subject(left) + thing, "level", False, "", behind=True)
    if place.mention.implied not in (None, "fraction"):
        return _implied(place, carry)
    compared = _ABOVE.search(left) if place.mention.unit in ("个百分点", "百分点") else None
    if compared:
        subject = clean_subject(left[: compared.start()])
        return _finish(place, carry, subject or carry.subject, "level", not subject, compared[0])
    multiple = _TIMES_OF.search(left) if place.mention.unit == "倍" else None
    if multiple:
        subject = clean_subject(left[: multiple.start()])
        return _finish(place, carry, subject or carry.subject, "level", not subject, multiple[0])
    if _has_object(place) and DOING_ONLY.fullmatch(left.strip()):
        return _doing(place, carry, _PUSH.sub("", clean_subject(left)) or left.strip())
    if place.right and _SERVED.fullmatch(left.strip()):
        return _finish(place, carry, place.right.strip(), "do", False, "", behind=True)
    tail = left[-16:]
    for relation, pattern in (("growth", GROW_END), ("fall", FALL_END), ("level", REACH_END)):
        match = pattern.search(tail)
        if match:
            return _with_verb(place, carry, left[: len(left) - len(tail) + match.start()], match["verb"], relation)  # type: ignore[arg-type]
    return _without_verb(place, carry, left)


def _implied(place: _Place, carry: _Carry) -> Statement:
    """A word that stands for a figure: what it is said of stands before it, or behind it for 所有 and 不发生."""
    word = place.mention.span.of(place.text)
    left = place.left
    cut = _ANEW.search(left)
    left = left[cut.start() + 1 :] if cut else left
    behind = place.right.strip()
    if word == "不发生" or word.endswith("所有") or word == "零":
        subject = clean_subject(_FLOOR.sub("", behind))
    elif word.startswith("全部"):
        subject = clean_subject(left) + behind
    elif len(word) > 1 and word[0] == word[1]:
        subject = word + behind if behind and not behind.startswith(("”", "的")) else clean_subject(left)
    else:
        match = REACH_END.search(left[-16:]) if place.mention.implied == "completion" else None
        subject = clean_subject(left[: len(left) - len(left[-16:]) + match.start()] if match and match.start() else left)
    subject = _PUSH.sub("", subject) or subject
    carried = not subject
    if "覆盖" in word and subject:
        subject += "覆盖"
    return _finish(place, carry, subject or carry.subject, "level", carried, "")


def _has_object(place: _Place) -> bool:
    return bool(place.right.strip(" 的左右以上"))


def _with_verb(place: _Place, carry: _Carry, head: str, verb: str, relation: Relation) -> Statement:
    """A figure behind a verb of reaching or changing: its subject stands before the verb."""
    subject = clean_subject(head)
    if not subject and _has_object(place) and (relation == "growth" or verb in ("完成", "实现", "保持")):
        return _doing(place, carry, verb)
    if relation == "growth" and verb == "新增" and subject:
        return _finish(place, carry, subject + verb, "do", False, "")
    carried = not subject and bool(carry.subject)
    if carried:
        subject = carry.subject
    return _finish(place, carry, qualified(subject, carry.subject), relation, carried, verb)


def _doing(place: _Place, carry: _Carry, verb: str) -> Statement:
    """A figure between a verb and the thing done: 扶持20家企业."""
    return _finish(place, carry, verb + clean_object(place.right), "do", False, verb, doing=verb, behind=True)


def _without_verb(place: _Place, carry: _Carry, left: str) -> Statement:
    """A figure behind a noun (新增就业20万人), or right behind a verb of doing, or at the head of its clause."""
    subject = clean_subject(left)
    counted = _has_object(place)
    if place.joined and carry.relation == "do" and not subject and counted:
        return _doing(place, carry, carry.verb)
    if not subject:
        return _headless(place, carry)
    if counted and place.mention.unit == "%" and not place.right.startswith("标准"):
        return _finish(place, carry, subject + clean_object(place.right), "share", False, "", behind=True)
    start = DOING_START.match(subject)
    if start and counted and place.mention.unit not in ("%", "‰"):
        return _thing_behind(place, carry, subject, start["verb"])
    if not start and (place.joined or "其中" in left) and carry.relation == "do" and not MEASURED_END.search(subject):
        return _finish(place, carry, carry.verb + subject, "do", False, "", doing=carry.verb)
    if start:
        return _finish(place, carry, subject, "do", False, "", doing=start["verb"])
    if (DOING_TAIL.search(subject) or _INFLOW.search(subject)) and not MEASURED_END.search(subject):
        return _finish(place, carry, subject, "do", False, "")
    return _finish(place, carry, qualified(subject, carry.subject), "level", False, "")


def _thing_behind(place: _Place, carry: _Carry, subject: str, verb: str) -> Statement:
    """Verb, some words, figure, thing: 建成国家级、自治区级3-5家示范点."""
    thing = clean_object(place.right)
    own = subject[len(verb) :]
    if len(own) > 16 or subject.endswith(("和", "及", "、", "等")) or place.left.rstrip().endswith(("和", "及", "、", "等")):
        subject = verb
    return _finish(place, carry, subject + thing, "do", False, verb if not own else "", doing=verb, behind=True)


def _headless(place: _Place, carry: _Carry) -> Statement:
    """A figure with nothing before it: it counts what stands behind it, or goes on about the subject before."""
    thing = clean_object(place.right)
    if not thing and place.following is not None and place.following.span.start == place.mention.span.end:
        thing = clean_object(place.text[place.following.extent.end : place.clause.end][:_LIMIT])
    share = place.mention.unit == "%"
    if thing and share and place.joined and carry.subject:
        thing = carry.subject + thing
    if thing:
        return _finish(place, carry, thing, "share" if share else "none", False, "", behind=True)
    return _finish(place, carry, carry.subject, carry.relation, True, "")


def _finish(
    place: _Place, carry: _Carry, subject: str, relation: Relation, carried: bool, verb: str, doing: str = "", behind: bool = False
) -> Statement:
    role, why = role_of(place.mention, relation, subject, place.left, place.right, place.following, place.clause, verb)
    kind = kind_of(place.mention, relation, subject, place.left, place.right, verb, place.calendar)
    head = place.text[place.clause.start : place.mention.extent.start]
    if role in ("row", "present") and subject:
        carry.end, carry.object_behind = place.mention.extent.end, behind
        if not carried:
            carry.subject, carry.relation, carry.verb = subject, relation, doing
    return Statement(
        mention=place.mention,
        subject=_named(subject, relation, verb, kind),
        relation=relation,
        kind=kind,
        role=role,
        clause=_trimmed(place.text, place.clause),
        yearly=bool(_YEARLY.search(head)),
        cumulative=bool(_SUMMED.search(head)),
        carried=carried,
        why=why,
    )


def _named(subject: str, relation: Relation, verb: str, kind: str) -> str:
    """The subject as it stands alone: a fall and a step in a level keep their verb."""
    if (relation == "fall" or (relation == "growth" and kind in ("level", "share", "cumulative"))) and not subject.endswith(verb):
        return subject + verb.rstrip("了")
    return subject


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in " 　":
        start += 1
    while end > start and text[end - 1] in " 　":
        end -= 1
    return Span(start, end)


def _with_baselines(text: str, statements: list[Statement]) -> list[Statement]:
    """Figures behind 由 or 从 are where the next one starts from, not figures of their own."""
    kept: list[Statement] = []
    waiting: Statement | None = None
    for statement in statements:
        head = text[max(statement.clause.start, statement.mention.extent.start - 24) : statement.mention.extent.start]
        if _FROM.search(head) and waiting is None:
            waiting = statement
            continue
        if waiting is not None:
            if statement.clause.start == waiting.clause.start or not statement.subject or statement.carried:
                subject = re.sub(r"(?:由|从)$", "", waiting.subject) or statement.subject
                statement = replace(statement, baseline=waiting.mention, subject=clean_subject(subject))
            else:
                kept.append(waiting)
            waiting = None
        kept.append(statement)
    return [*kept, waiting] if waiting else kept
