"""A paragraph of a Chinese communiqué, figure by figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from milepost.kernel.span import Span
from milepost.languages.chinese.lists import share_units
from milepost.languages.chinese.reporting import changes, figures, names
from milepost.languages.chinese.reporting.clauses import Clause, clauses, is_joint, sentences, without_asides
from milepost.languages.chinese.reporting.lists import read_dealt, read_ratio
from milepost.languages.chinese.reporting.state import State
from milepost.languages.chinese.reporting.times import COMPARED, PERIODS, TIME, when_of
from milepost.languages.grouping import with_thousands
from milepost.languages.mention import Mention
from milepost.languages.reported import Passage, When

_OF_WHICH = re.compile(r"^ ?(?:在)?(?:这)?其中")
_BY_KIND = re.compile(
    r"^ ?(?:(?:按|分|从)[^，：\d]{1,18}?(?:分|看|来看|讲|划分|分组|分类)|分[^，：\d]{1,8}看|"
    r"从[^，：\d]{1,18}看|在[^，\d]{2,16}中|"
    r"[一-鿿]{0,6}产品产量中|主要[一-鿿]{2,8}中)(?=，|：|,|:|$|[^\w])"
)
_SOURCE = re.compile(r" ?(?:据|根据|按照?)[^，]*?(?:推算|统计|计算|调查|测算|评价|监测|核算|口径)$")
_REGION = re.compile(rf"(?:[ ，:：]|截至|到|末|初步核算|按[^，]{{2,10}}计算的?)*{names.WHOLE.pattern}")
_EACH = re.compile(r"(?:均|都)(?:为|是|达到?)? ?$")
_ENUMERATES = re.compile(r"[、和与及]")
_ROUND = frozenset((1, 10, 100, 1000))
_RATE_BEHIND = re.compile(r"[一-鿿]{2,20}(?:率|数|量|比)(?:为|达到?|是)? ?")
_ENDS = re.compile(r"[、，和及与] ?$")
_AMONG = re.compile(r"[个家所座处项条户人名县区市镇乡村][^，]{0,16}中 ?$")
_AMONG_CLAUSE = re.compile(r" ?(?:在)?(?P<whole>[^，：\d]{3,24}?)中$")
_RESUMED = re.compile(r" ?(?:全[省市县区州国])?(?:共有|有(?=[一-鿿]))")
_AFRESH = re.compile(r" ?(?:全[省市县区州国])?(?:全年|年末|年底|年未|期末)")
_RUN_IN = re.compile(
    r" *(?:[一二三四五六七八九十]{1,3}、[^，。；：\d]{1,20} +|"
    r"(?:国民经济|人口|就业|价格|物价|财政|税收|金融|保险|农业|林业|畜牧业|渔业|工业|建筑业|服务业|商业|贸易|外贸|"
    r"外经|旅游|交通|邮电|邮政|通信|投资|房地产|消费|教育|科技|文化|卫生|体育|环保|环境|能源|收入|社保|社会保障|"
    r"[一-鿿]{2,6}经济) ?(?=(?:全年|年末|截至|初步核算)))(?=[^，。；]{2,})"
)
_PRELIMINARY = re.compile(r"初步(?:核算|统计|测算|预计|推算|数)|快报(?:数|统计)")
_LEVEL_WITH = re.compile(r"(?:与|同|和)(?:上年|去年)(?:同期|末)?(?P<rough>基本|大体|大致)?(?:持平|相同|一致)")
_LAST_YEAR_OF = re.compile(r"(?P<before>[^，]*?)(?:由|从)(?P<time>上年(?:同期|末)?|去年(?:同期)?)(?:的)? ?$")
_FROM = re.compile(r"(?P<before>[^，]*?)(?<![自理])(?:由|从)(?P<time>[^，由从]{0,14})$")
_CHANGED_TO = re.compile(
    r"^ ?[，,]?(?:提高|上升|增加|增长|扩大|调整|优化|变化|下降|降低|减少|缩小|回落|变|升|"
    r"降|增|演变|转变)(?:到|至|为)? *的? ?$"
)


def passage(text: str, start: int, end: int, mentions: list[Mention], year: int | None) -> Passage:
    """What a paragraph reports: each figure with its whole name, and what is put aside."""
    state = State("", year)
    starts = [each.span.start for each in mentions]
    run_in = _RUN_IN.match(text, start, end)
    for index, sentence in enumerate(sentences(text, run_in.end() if run_in else start, end)):
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        found = [
            _moved(each, -sentence.start)
            for each in _with_ratios(text, list(with_thousands(text, mentions[first:last])))
            if each.implied in (None, "ratio") and not each.worded
        ]
        # Each sentence is read by itself, counted from its own start: its text is changed as it is read.
        state.text = text[sentence.start : sentence.end]
        items, aside = len(state.items), len(state.aside)
        _sentence(state, Span(0, sentence.end - sentence.start), found, goes_on=index > 0)
        for place in range(items, len(state.items)):
            item = state.items[place]
            state.items[place] = replace(item, span=_by(item.span, sentence), words=_by(item.words, sentence))
        for place in range(aside, len(state.aside)):
            state.aside[place] = replace(state.aside[place], span=_by(state.aside[place].span, sentence))
    return Passage(tuple(state.items), tuple(state.aside))


def _with_ratios(text: str, mentions: list[Mention]) -> list[Mention]:
    """Figures, with `1.9： 46.9： 51.2` as the ratio that it is without the blanks."""
    joined = {
        place
        for place in range(1, len(mentions))
        if mentions[place].unit is None
        and mentions[place - 1].unit is None
        and text[mentions[place - 1].extent.end : mentions[place].extent.start].strip() in ("：", "∶", ":")
    }
    parts = joined | {place - 1 for place in joined}
    return [replace(each, implied="ratio") if place in parts else each for place, each in enumerate(mentions)]


def _moved(mention: Mention, by: int) -> Mention:
    span, extent = mention.span, mention.extent
    return replace(mention, span=Span(span.start + by, span.end + by), extent=Span(extent.start + by, extent.end + by))


def _by(span: Span, sentence: Span) -> Span:
    return Span(span.start + sentence.start, span.end + sentence.start)


def _sentence(state: State, sentence: Span, mentions: list[Mention], goes_on: bool) -> None:
    words = state.words(sentence)
    parts = goes_on and bool(_OF_WHICH.match(words) or _BY_KIND.match(words))
    state.begin_sentence(parts)
    whole_text = state.text
    state.text, asides = without_asides(whole_text, mentions, sentence)
    mentions = share_units(state.text, mentions)
    outside = [each for each in mentions if not any(aside.start <= each.span.start < aside.end for aside in asides)]
    taken = 0
    for clause in clauses(state.text, sentence, outside):
        while taken < len(asides) and asides[taken].end <= clause.span.start:
            taken = _aside(state, whole_text, asides, taken, mentions)
        _clause(state, clause)
    while taken < len(asides):
        taken = _aside(state, whole_text, asides, taken, mentions)
    state.text = whole_text


def _aside(state: State, whole_text: str, asides: list[Span], taken: int, mentions: list[Mention]) -> int:
    """A bracket with figures: a growth belongs to the figure before it, all else is left out."""
    span = asides[taken]
    inside = [each for each in mentions if span.start <= each.span.start < span.end]
    blanked, state.text = state.text, whole_text
    left = whole_text[span.start + 1 : inside[0].extent.start]
    change = changes.change_of(left, inside[0])
    if change is not None and not names.clean(changes.without_phrases(change.before)) and len(inside) == 1:
        figures.read_growth(state, change, inside[0], span, left)
    else:
        for each in inside:
            state.put_aside(each, "aside")
    state.text = blanked
    return taken + 1


def _clause(state: State, clause: Clause) -> None:
    if clause.sign == "；" and state.outer is not None:
        state.whole, state.outer = state.outer, None
    if clause.sign == "；":
        state.real = False
        if _RESUMED.match(state.words(clause.span)):
            # 公办幼儿园1所；共有专任教师4011人: no part of what stands before.
            state.held, state.whole, state.outer = None, None, None
    elif state.whole is not None and state.held not in (None, state.whole) and _AFRESH.match(state.words(clause.span)):
        # 其中：小学专任教师1920人，年末在校学生62576人: the parts are told.
        state.held, state.whole, state.outer = None, None, None
    span = _opened(state, clause)
    words = state.words(span)
    if _PRELIMINARY.search(words):
        state.preliminary = True
    span, several = _timed(state, span)
    region = _REGION.match(state.words(span))
    if region:
        state.region = region["whole"]
    if not clause.mentions:
        _without_figures(state, span)
        return
    if _SOURCE.match(words) or _AMONG.search(words) or _is_among(state, span, clause.mentions):
        for each in clause.mentions:
            state.put_aside(each, "aside")
        return
    _figures(state, clause, span, several)
    state.against = None


def _is_among(state: State, span: Span, mentions: tuple[Mention, ...]) -> bool:
    """Whether a clause only says what the next ones are parts of: 3558公里评价河长中."""
    behind = state.text[mentions[-1].extent.end : span.end].rstrip()
    return len(behind) > len("……中") and behind.endswith("中") and not behind.endswith(("初中", "高中", "集中"))


def _opened(state: State, clause: Clause) -> Span:
    """The clause behind 其中 or 分产业看, which begin the parts of a figure."""
    words = state.words(clause.span)
    if words.endswith("环比看"):
        state.against = "not_on_year"
    which = _OF_WHICH.match(words)
    kind = None if which else _BY_KIND.match(words)
    if which:
        nested = not clause.opens and state.held is not None
        state.outer = state.whole if nested and state.whole is not None else state.outer
        state.whole = len(state.items) - 1 if nested and state.items else state.main
    elif kind:
        state.whole, state.outer = state.main, None
        state.when = state.items[state.main].when if state.main is not None else state.when
        state.parent_share = None
    found = which or kind
    return clause.span if found is None else Span(clause.span.start + found.end(), clause.span.end)


def _timed(state: State, span: Span) -> tuple[Span, bool]:
    """Take the times out of a clause; whether it speaks of several years."""
    words = state.words(span)
    several = False
    for found in PERIODS.finditer(words):
        several = several or not COMPARED.search(words[: found.start()])
    for found in TIME.finditer(words):
        if found["this"] and _inside_word(words, found):
            continue
        before = words[max(0, found.start() - 4) : found.start()].rstrip(" “")
        if COMPARED.search(before) and not (found["last"] and before.endswith(("由", "从"))):
            continue
        when = when_of(found)
        state.when = None if when == When("year") else when
        blank = " " * (found.end() - found.start())
        start = span.start + found.start()
        state.text = state.text[:start] + blank + state.text[start + len(blank) :]
    return span, several


def _inside_word(words: str, found: re.Match[str]) -> bool:
    """Whether 当年 is the first half of 当年价格."""
    return words.startswith("价", found.end()) or words.startswith("均", found.end())


def _without_figures(state: State, span: Span) -> None:
    """A clause without figures can say that nothing changed, or what the growth behind it is on."""
    words = state.words(span)
    state.subject = "" if _SOURCE.match(words) else words
    among = _AMONG_CLAUSE.match(words)
    if among:
        _among(state, names.clean(among["whole"]))
        return
    same = _LEVEL_WITH.search(words)
    if same:
        name = names.clean(words[: same.start()])
        if not same["rough"]:
            figures.add_growth(
                state, name, 0.0, Span(span.start + same.start(), span.start + same.end()), span, None, False
            )
        elif state.held is not None and not name and state.items[state.held].growth is None:
            state.items[state.held] = replace(state.items[state.held], note=f"{same[0]}")
        return
    if re.search(r"(?:扣除|剔除)(?:价格|物价)", words):
        state.real = True
    if re.match(r" ?(?:与|同|和|比|较)[^，]*(?:相比|比)$", words):
        on = changes.against(words, state.year)
        state.against = None if on == "year" else on


def _among(state: State, whole: str) -> None:
    """`民营经济增加值中，`: what comes behind are parts of it."""
    place = next((index for index in reversed(range(len(state.items))) if state.bases[index] == whole), None)
    if place is not None and names.head_of(whole):
        state.whole = place
    elif not names.head_of(whole):
        state.among, state.among_unit = whole + "中", ""


def _figures(state: State, clause: Clause, span: Span, several: bool) -> None:
    mentions = list(clause.mentions)
    at = span.start
    index = 0
    while index < len(mentions):
        mention = mentions[index]
        left = state.text[at : mention.extent.start].rstrip("-−–—")
        if _is_base(state, mentions, index):
            # 就业人员10万人事故死亡率: the number is a part of the name.
            index += 1
            continue
        group = _group(state, mentions, index)
        following = mentions[index + len(group)].extent.start if index + len(group) < len(mentions) else span.end
        right = state.text[group[-1].extent.end : following]
        if index + len(group) < len(mentions) and not _ENDS.search(right) and not _CHANGED_TO.match(right):
            # 300个重大项目完成投资2393亿元: the words behind are those of the next figure.
            right = ""
        if mention.implied == "ratio":
            read_ratio(state, left, group, clause.span)
        elif "分别" in left or _is_list(left, group) or _is_dealt_on(state, left, group):
            read_dealt(state, left, group, clause.span)
        else:
            _single(state, left, group, right, clause.span, several)
        at = group[-1].extent.end
        index += len(group)


def _is_base(state: State, mentions: list[Mention], index: int) -> bool:
    """Whether a figure is the number that a rate behind it is taken of."""
    if index + 1 == len(mentions) or mentions[index].value not in _ROUND:
        return False
    between = state.text[mentions[index].extent.end : mentions[index + 1].extent.start]
    return bool(_RATE_BEHIND.fullmatch(between))


def _is_list(left: str, group: list[Mention]) -> bool:
    """Whether as many names stand before joined figures: 原煤、原油产量达到6640万吨、1253万吨."""
    if len(group) < len("两个") or not _ENUMERATES.search(left):
        return False
    listed = names.members(names.clean(left), len(group))
    return len(listed) == len(group) and ("、" in left or all(names.has_head(each) for each in listed))


def _is_dealt_on(state: State, left: str, group: list[Mention]) -> bool:
    """Whether joined growths are those of the list before: 面积和产量是…，增长5.1%和4.6%."""
    if len(group) < len("两个") or len(state.dealt) != len(group):
        return False
    change = changes.change_of(left, group[0])
    return change is not None and not names.clean(changes.without_phrases(change.before))


def _group(state: State, mentions: list[Mention], index: int) -> list[Mention]:
    """A figure with those that are only joined to it, or the parts of one ratio."""
    group = [mentions[index]]
    for following in mentions[index + 1 :]:
        between = state.text[group[-1].extent.end : following.extent.start]
        ratio = group[-1].implied == "ratio"
        if ratio != (following.implied == "ratio") or (ratio and between.strip() not in (":", "：", "∶")):
            break
        if not ratio and not is_joint(between.rstrip("-−–")):
            break
        group.append(following)
    return group


def _single(state: State, left: str, group: list[Mention], right: str, clause: Span, several: bool) -> None:
    mention = group[0]
    for other in group[1:]:
        state.put_aside(other, "points" if changes.is_points(other) else "unnamed")
    start = _FROM.search(left)
    if start and _CHANGED_TO.match(right) and mention.implied is None:
        _from_last_year(state, start, mention, clause)
        return
    if _CHANGED_TO.match(left) and state.origin:
        left = state.origin + left
    state.origin = ""
    change = changes.change_of(left, mention)
    if change is not None and several:
        state.put_aside(mention, "many_years")
    elif change is not None:
        figures.read_growth(state, change, mention, clause, left)
    elif several:
        state.put_aside(mention, "many_years")
    elif not figures.read_share(state, left, mention, clause):
        for each in _each(left):
            figures.read_level(state, each, mention, right, clause)


def _each(left: str) -> list[str]:
    """The names that one figure is said of: all of a list before 均为, else the words as they are."""
    found = _EACH.search(left)
    listed = names.members(names.clean(left[: found.start()])) if found else []
    return listed if len(listed) > 1 and all(names.has_head(each) for each in listed) else [left]


def _from_last_year(state: State, found: re.Match[str], mention: Mention, clause: Span) -> None:
    """由上年的A提高到B: A is last year's where the words say so."""
    subject = found["before"] if names.clean(found["before"]) else state.subject
    state.origin = changes.bare(subject)
    if state.when is not None and state.when.back == 1 and names.clean(state.origin):
        figures.read_level(state, state.origin, mention, "", clause)
        state.when = None
    else:
        state.put_aside(mention, "change")
