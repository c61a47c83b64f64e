"""Lists of figures: what a list's last member says for all, and figures said of several things."""

from __future__ import annotations

import re
from dataclasses import replace

from milepost.languages.chinese.subjects import distribute, split_list
from milepost.languages.chinese.verbs import DOING_START, MEASURED_END
from milepost.languages.mention import Mention
from milepost.languages.statement import Statement

_BETWEEN = re.compile(r"^[、和与及]$|^(?:以及|，和)$")
_BREAKING = re.compile(r"[，。；：\n]")
_SUMMARY = re.compile(r"(?:等|以上)?[一二三四五六七八九十两\d]+[个项类].*$")
_QUANTITY = re.compile(
    r"(?:率|额|增加值|总值|总量|收入|支出|产量|产值|面积|里程|投资|经费投入|用水量|"
    r"能耗|排放|排放量|规模)$"
)
_SHORT = 5
_EACH = re.compile(r"(?:分别|(?<![年平])均|都|各(?!建|有|设|配|打|培))[^，。；、\d]{0,8}$")


def share_units(text: str, mentions: list[Mention]) -> list[Mention]:
    """Figures that take their unit from the next one: 3个和4个百分点, 5、8和10%."""
    result = list(mentions)
    for index in range(len(result) - 2, -1, -1):
        this, following = result[index], result[index + 1]
        if not _BETWEEN.match(text[this.extent.end : following.extent.start].strip()):
            continue
        if following.unit == "个百分点" and this.unit in (None, "个"):
            result[index] = replace(this, unit="个百分点")
        elif this.unit is None and this.implied is None and following.unit:
            result[index] = replace(this, unit=following.unit)
    return result


def shared_comparators(text: str, mentions: list[Mention]) -> list[Mention]:
    """A comparator behind or before a list holds for all of its members unless one has its own.

    Members are figures joined within a clause, in one unit or with nothing else between them.
    """
    result = list(mentions)
    for index in range(len(result) - 2, -1, -1):
        this, following = result[index], result[index + 1]
        if this.comparator is not None or not following.trailing or this.implied:
            continue
        between = text[this.extent.end : following.extent.start]
        if this.unit != following.unit and not _BETWEEN.match(between.strip()):
            continue
        if between[:1] in ("、", "和", "与", "及") and not _BREAKING.search(between):
            result[index] = replace(this, comparator=following.comparator, trailing=True)
    for this, index in zip(result[:-1], range(1, len(result)), strict=True):
        following = result[index]
        leading = this.comparator is not None and this.extent.start < this.span.start and not this.trailing
        between = text[this.extent.end : following.extent.start].strip()
        if leading and following.comparator is None and following.has_numeral and _BETWEEN.match(between):
            result[index] = replace(following, comparator=this.comparator)
    return result


def spread(text: str, statements: list[Statement]) -> list[Statement]:
    """Give 分别, 均 and 各 their effect: the members of the subject list get a row each."""
    result: list[Statement] = []
    index = 0
    while index < len(statements):
        group = _group(text, statements, index)
        result.extend(_deal(text, group))
        index += len(group)
    return result


def _group(text: str, statements: list[Statement], index: int) -> list[Statement]:
    """The statement at `index` with those whose figures are joined directly to it."""
    group = [statements[index]]
    while index + len(group) < len(statements):
        this, following = group[-1].mention, statements[index + len(group)].mention
        if (
            not _BETWEEN.match(text[this.extent.end : following.extent.start].strip())
            or following.implied
            or this.implied
        ):
            break
        group.append(statements[index + len(group)])
    return group


def _deal(text: str, group: list[Statement]) -> list[Statement]:
    first = group[0]
    if first.mention.implied is not None and first.mention.implied != "fraction":
        return _deal_implied(first)
    each = _EACH.search(text[first.clause.start : first.mention.extent.start])
    if not each and len(group) == 1:
        return _deal_rate(first)
    parts = _members(first)
    suffix = first.subject[len(_without_verb(first)) :]
    if len(group) == 1:
        if len(parts) == 1 or not each or "、" in parts[0]:
            return group
        return [replace(first, subject=part + suffix) for part in parts]
    same = [replace(first, mention=statement.mention) for statement in group]
    if len(parts) != len(group):
        return same if each else group
    return [replace(statement, subject=part + suffix) for statement, part in zip(same, parts, strict=True)]


def _without_verb(statement: Statement) -> str:
    """The subject list without the verb of change that was put behind it."""
    if statement.relation == "share" and "占" in statement.subject:
        return statement.subject.partition("占")[0]
    for verb in ("降低", "减少", "下降", "提高", "增加", "提升", "缩短", "压减", "缩小", "压缩"):
        if statement.subject.endswith(verb) and statement.relation in ("fall", "growth"):
            return statement.subject[: -len(verb)]
    return statement.subject


def _deal_implied(statement: Statement) -> list[Statement]:
    """A list of three and more before 全覆盖, or of two before 翻番 or a deferral, is a row for each."""
    subject, implied = statement.subject, statement.mention.implied
    if implied == "completion":
        several = subject.count("、") >= 2 and "“" not in subject and "全域" not in subject
        parts = distribute(subject) if several else [subject]
    elif implied == "deferred":
        parts = [part for part in distribute(_SUMMARY.sub("", subject)) if MEASURED_END.search(part)]
    elif implied == "multiple":
        parts = distribute(subject)
    else:
        parts = [subject]
    return [replace(statement, subject=part) for part in parts] if len(parts) > 1 else [statement]


def _members(statement: Statement) -> list[str]:
    """The members of a subject's list, each with the verb of doing that they share."""
    words = _without_verb(statement)
    doing = DOING_START.match(words) if statement.relation == "do" else None
    if doing is None:
        return distribute(words)
    verb, rest = words[: doing.end()], words[doing.end() :]
    another = DOING_START.match(rest[1:]) if rest.startswith(("、", "和")) else None
    if another is not None:
        return [verb + rest[1 + another.end() :], rest[1:]]
    return [verb + part for part in distribute(rest)]


def _all_quantities(words: str, parts: list[str]) -> bool:
    """Whether all members of a list are quantities as printed, or short words that share a rate (污水和垃圾处理率)."""
    printed = split_list(words)
    if len(printed) != len(parts) or not _QUANTITY.search(printed[-1]):
        return False
    rate = printed[-1].endswith("率") and "的" not in words
    return all(_QUANTITY.search(part) or (rate and len(part) <= _SHORT) for part in printed[:-1])


def _deal_rate(statement: Statement) -> list[Statement]:
    """A figure said of two quantities (污水和垃圾处理率达到95%, 消费、投资增长5%) is a row for each."""
    if statement.relation not in ("level", "growth", "fall") or statement.mention.unit is None or statement.carried:
        return [statement]
    bare = _without_verb(statement)
    parts = distribute(bare)
    if len(parts) < 2 or not _all_quantities(bare, parts):
        return [statement]
    return [replace(statement, subject=part + statement.subject[len(bare) :]) for part in parts]
