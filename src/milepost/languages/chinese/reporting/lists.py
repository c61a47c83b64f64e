"""Lists of a Chinese communiqué: figures dealt out to several names (分别), and ratios."""

from __future__ import annotations

import re
from dataclasses import replace

from milepost.kernel.span import Span
from milepost.languages.chinese.reporting import changes, figures, names
from milepost.languages.chinese.reporting.state import State
from milepost.languages.mention import Mention

_STRUCTURE = re.compile(r"产业(?:增加值)?(?:结构|比重|比例|构成|占比|比)|三次产业|三产(?:结构|比)")
_FROM = re.compile(r"(?:由|从)[^，]*$")
_PAIR = re.compile(r"比(?:值|率|例)?$|倍差$|负担系数$")
_SHARE = re.compile(r"^(?P<list>.*?)(?P<share>占(?P<whole>[^，]+?)的?(?:比重|比例|份额|比)?)$")


def read_dealt(state: State, left: str, group: list[Mention], clause: Span) -> None:
    """X、Y分别增长a、b: each name gets its figure; where they do not pair up, none does."""
    before, dealt, behind = left.rpartition("分别")
    if not dealt:
        before, behind = behind, ""
    pulled = re.search(r"拉动|贡献(?!率)", left)
    if changes.is_points(group[-1]) or pulled or figures.is_progress(left):
        for each in group:
            state.put_aside(each, "points")
        return
    change = changes.change_of(left, group[0]) if behind.strip() else changes.change_of(before, group[0])
    words = changes.without_phrases(change.before if change and not behind.strip() else before)
    share = None if change else _SHARE.match(words.strip(" ，"))
    listed = names.members(names.clean(share["list"] if share else words))
    if len(listed) != len(group) or not all(listed):
        listed = _names_before(state, len(group)) if not names.clean(words) or share else []
    if len(listed) != len(group):
        for each in group:
            state.put_aside(each, "unnamed")
        return
    whole = names.clean(share["whole"]) if share else ""
    for name, mention in zip(listed, group, strict=True):
        if whole:
            figures.read_share(state, f"{name}占{whole}比重", mention, clause)
        elif change:
            state.held = None if name not in state.bases else state.bases.index(name)
            figures.read_growth(state, replace_before(change, name), mention, clause, left)
        else:
            figures.read_level(state, name, mention, "", clause)


def replace_before(change: changes.Change, name: str) -> changes.Change:
    """The same change of something else."""
    return changes.Change(change.sign, name, change.is_noun)


def _names_before(state: State, count: int) -> list[str]:
    """The names of the last figures, which a list without names takes up (…，分别增长…)."""
    return state.bases[-count:] if len(state.bases) >= count else []


def read_ratio(state: State, left: str, group: list[Mention], clause: Span) -> None:
    """三次产业结构为19.1：28.3：52.6 gives three shares, 收入比为2.02：1 a number."""
    when = state.when
    if _FROM.search(left):
        left = _FROM.sub("", left)
        left = changes.bare(left if names.clean(left) else state.subject)
        if when is None or when.back != 1:
            state.origin = left
            _all_aside(state, group, "change")
            return
        state.origin = left
    elif state.origin and re.match(
        r" ?(?:调整|优化|变化|下降|提高|变|降|升|演变|转变|缩小|扩大)(?:为|到|至)", left.strip()
    ):
        left, state.origin = state.origin, ""
    if len(group) == 3 and (_STRUCTURE.search(left) or _STRUCTURE.search(state.name_of(state.held))):
        total = sum(each.value or 0 for each in group)
        if 98 <= total <= 102:
            for name, each in zip(names.sector_shares(), group, strict=True):
                figures.add_level(state, name, replace(each, unit="%", implied=None, comparator=None), clause, None)
            if when is not None and when.back == 1:
                state.when = None
            return
    name = names.clean(left)
    if len(group) == 2 and _PAIR.search(name) and group[1].value in (1, 100):
        figures.add_level(state, name, replace(group[0], implied=None, comparator=None), clause, None)
        if when is not None and when.back == 1:
            state.when = None
        return
    _all_aside(state, group, "ratio")


def _all_aside(state: State, group: list[Mention], why: str) -> None:
    for each in group:
        state.put_aside(each, "ratio" if why == "ratio" else "change")
