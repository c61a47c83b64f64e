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
    listed = names.members(names.clean(share["list"] if share else words), len(group))
    if not names.clean(share["list"] if share else words):
        listed = names.members(names.clean(changes.bare(state.subject)), len(group)) if state.subject else []
        if not listed and len(state.dealt) == len(group):
            _deal_on(state, group, clause, change, share, left)
            return
    if len(listed) != len(group) or not all(listed):
        for each in group:
            state.put_aside(each, "unnamed")
        return
    first = len(state.items)
    whole = names.clean(share["whole"]) if share else ""
    for name, mention in zip(listed, group, strict=True):
        if whole:
            figures.read_share(state, f"{name}占{whole}比重", mention, clause)
        elif change:
            state.held = None
            figures.read_growth(state, change._replace(before=name), mention, clause, left)
        else:
            figures.read_level(state, name, mention, "", clause)
    state.dealt = list(range(first, len(state.items)))


def _deal_on(
    state: State, group: list[Mention], clause: Span, change: changes.Change | None, share: re.Match[str] | None,
    left: str,
) -> None:  # fmt: skip
    """A list without names goes on with those of the list before: …分别为A、B，分别增长a、b."""
    for place, mention in zip(state.dealt, group, strict=True):
        state.held = place
        if change:
            figures.read_growth(state, change._replace(before=""), mention, clause, left)
        elif share:
            figures.read_share(state, f"{state.bases[place]}占{share['whole']}比重", mention, clause)
        else:
            state.put_aside(mention, "unnamed")


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
