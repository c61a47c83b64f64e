"""A paragraph of an English communiqué, figure by figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from milepost.kernel.span import Span
from milepost.languages.english.figures import figures
from milepost.languages.english.reporting import names
from milepost.languages.english.reporting.times import COMPARED, PERIODS, TIME, UNTIMED, when_of
from milepost.languages.mention import Mention
from milepost.languages.reported import Aside, Passage, Reported, SetAside, When

_RISE = (
    r"up|increas(?:e|es|ed|ing)|gr(?:ew|ow|ows|own|owing|owth)|ris(?:e|es|en|ing)|rose|went\s+up|going\s+up|"
    r"expand(?:ed|ing|s)?|expansion|"
    r"gain(?:ed)?|climb(?:ed|ing)?|surg(?:e|ed|ing)|soar(?:ed|ing)?|jump(?:ed|ing)?|improv(?:ed|ing|ement)|"
    r"advanc(?:ed|ing)|"
    r"higher|more|faster"
)
_DROP = (
    r"down|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fell|fall(?:s|ing|en)?|drop(?:s|ped|ping)?|reduc(?:ed|"
    r"tion|ing)|contract(?:ed|ion|ing)|"
    r"shr(?:ank|unk|inking)|slump(?:ed)?|plummet(?:ed|ing)?|plung(?:ed|ing)|tumbl(?:ed|ing)|went\s+down|lower|"
    r"less|slow(?:er|ed)?"
)
_CHANGE = re.compile(
    rf"(?P<before>.*?)\s*,?\s*(?:\b(?:an?|the|registering|recording|showing|representing|reflecting|marking|"
    rf"posting)\s+)*"
    rf"(?:\b(?:annual|year-on-year|year\s+on\s+year|real|nominal|net|average|further|modest|slight|strong|"
    rf"sharp|robust|marginal|significant|notable|"
    rf"substantial|steady|moderate|rapid|slower|faster)\s+)*"
    rf"\b(?:(?P<rise>{_RISE})|(?P<drop>{_DROP}))\b"
    r"(?:\s+(?:year[- ]on[- ]year|in\s+real\s+terms|in\s+nominal\s+terms|only|further|again|slightly|[a-z]+ly|"
    r"rate|growth))*"
    r"(?:\s+(?:by|of|at|was|were|is|reached|stood\s+at|to\s+be))*(?:\s+(?:about|around|nearly|almost|just))?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_BY = re.compile(r"(?P<before>.*?)\s+by\s*$", re.IGNORECASE | re.DOTALL)
_SHARE = re.compile(
    r"(?P<before>.*?)\b(?:account(?:ed|ing|s)?\s+for|represent(?:ed|ing)?|constitut(?:ed|ing)|making\s+up|"
    r"made\s+up|took\s+up)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE = re.compile(
    r"\s*of\s+(?:the\s+)?(?P<whole>[^,.;]+?)(?=\s+(?:in|up|down|and|while|from|at|compared)\b|"
    r"[,.;]|$)",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:[a-z-]+\s+)?to(?:\s+(?:reach|stand\s+at|about|a\s+total\s+of))?\s*$", re.IGNORECASE)
_CHANGED_TO = re.compile(
    rf"(?P<before>.*?)\b(?:{_RISE}|{_DROP})(?:\s+[a-z]+ly)*\s+to(?:\s+(?:about|around|nearly|over))?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_FALLEN = re.compile(rf"\b(?:{_DROP})\b", re.IGNORECASE)
_FROM = re.compile(
    r"(?:\bfrom|\bcompared\s+(?:to|with)|\bagainst|"
    r"\bversus)\s*(?:the\s+)?(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
_MANY = re.compile(r"annual\s+average|average\s+annual|on\s+average|annually|per\s+annum|compound", re.IGNORECASE)
_CHAIN = re.compile(
    r"month-on-month|quarter-on-quarter|over\s+the\s+(?:previous|last)\s+(?:month|"
    r"quarter)",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:target|plan(?:ned)?|percent\s+of\s+the\s+target|rank|equivalent)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<!\b[A-Z])[.!?](?=\s+[A-Z(]|\s*$)|;|\n\n|$")
_BRACKET = re.compile(r"\([^()]{0,120}\)")
_PRELIMINARY = re.compile(r"preliminary|provisional", re.IGNORECASE)
_MERGED = re.compile(r"(?P<rate>[\d.,]+\s*(?:%|per\s?cent|percent))\s+to\s+(?P<level>.+)", re.IGNORECASE | re.DOTALL)
_PER_THOUSAND = re.compile(r"\s*per\s+thousand", re.IGNORECASE)
_LEADS_TO_TIME = re.compile(r"\s*\(?(?:in|at|by|during|for|of|as\s+of)?\s*(?:the\s+end\s+of\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,\s*and|,|and)\s*")
_RESPECTIVELY = re.compile(r"[^,.;\d]{0,40}?,?\s*respectively\b", re.IGNORECASE)
_PERCENT = re.compile(r"%|per\s?cents?", re.IGNORECASE)
_POINTS = re.compile(r"\bpoints?\b", re.IGNORECASE)
_ONLY_SIZE = re.compile(r"(?:hundred|thousand|million|billion|trillion)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?P<unit>persons|people|households|students|tourists|tons|tonnes|hectares|units|"
    r"bags|visitors)\b",
    re.IGNORECASE,
)


@dataclass
class _State:
    text: str
    items: list[Reported] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    held: int | None = None
    sign: int = 0
    pending: float | None = None
    subject: str = ""

    def put_aside(self, mention: Mention, why: Aside) -> None:
        self.aside.append(SetAside(mention.span, why))


def passage(text: str, start: int, end: int, mentions: list[Mention], year: int | None) -> Passage:
    """What a paragraph reports: each figure with its whole name, and what is put aside."""
    del year
    state = _State(text)
    mentions = list(_split(text, mentions))
    starts = [each.span.start for each in mentions]
    while start < end:
        found = _SENTENCE.search(text, start, end)
        stop = found.start() if found else end
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, stop)]
        _sentence(state, Span(start, stop), [each for each in inside if each.implied is None and not each.worded])
        state.subject = state.bases[-1] if state.bases else ""
        if found is None or found[0] != ";":
            state.sign = 0
        start = max(stop + 1, start + 1)
    return Passage(tuple(state.items), tuple(state.aside))


def _split(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """Figures, with `5.2% to KSh 15.1 trillion` as the two that it is."""
    for each in mentions:
        merged = _MERGED.fullmatch(text, each.span.start, each.span.end) if each.high is not None else None
        if merged is None:
            yield each
            continue
        for part in ("rate", "level"):
            at = merged.start(part)
            for found in figures(text[at : merged.end(part)])[:1]:
                span = Span(found.span.start + at, found.span.end + at)
                yield replace(found, span=span, extent=span)


def _sentence(state: _State, sentence: Span, mentions: list[Mention]) -> None:
    words = state.text[sentence.start : sentence.end]
    kept = _outside_brackets(state, sentence, mentions)
    state.held, state.pending = None, None
    times = list(_times(state.text, sentence))
    several = [sentence.start + each.start() for each in PERIODS.finditer(words)]
    preliminary = bool(_PRELIMINARY.search(words))
    at, index = sentence.start, 0
    while index < len(kept):
        group = _respectively(state.text, kept[index:], sentence.end)
        mention, end = group[0], group[-1].extent.end
        index += len(group)
        stop = kept[index].extent.start if index < len(kept) else sentence.end
        left, right = state.text[at : mention.extent.start], state.text[end:stop]
        when = _when(state.text, times, mention, Span(at, stop), sentence.start, kept[0].span.start)
        words_of = Span(at, mention.span.end)
        blank = Reported("", 0, None, mention.span, words_of, mention.comparator, when, preliminary=preliminary)
        if any(at <= each < stop for each in several):
            for each in group:
                state.put_aside(each, "many_years")
        elif len(group) > 1:
            _deal(state, group, left, blank)
        else:
            _figure(state, mention, left, right, blank)
        at = end


def _outside_brackets(state: _State, sentence: Span, mentions: list[Mention]) -> list[Mention]:
    """The figures outside brackets; those inside are put aside."""
    words = state.text[sentence.start : sentence.end]
    asides = [Span(sentence.start + each.start(), sentence.start + each.end()) for each in _BRACKET.finditer(words)]
    kept = []
    for each in mentions:
        if any(aside.start < each.span.start < aside.end for aside in asides):
            state.put_aside(each, "aside")
        else:
            kept.append(each)
    return kept


def _respectively(text: str, mentions: list[Mention], end: int) -> list[Mention]:
    """The first figure, with those behind it that `respectively` deals out together with it."""
    group = [mentions[0]]
    for following in mentions[1:]:
        if not _BETWEEN.fullmatch(text, group[-1].extent.end, following.extent.start):
            break
        group.append(following)
    if len(group) == 1 or not _RESPECTIVELY.match(text, group[-1].extent.end, end):
        return group[:1]
    return [replace(each, unit=each.unit or group[-1].unit) for each in group]


def _deal(state: _State, group: list[Mention], left: str, blank: Reported) -> None:
    """A and B grew by x and y respectively: each name gets its figure; where they do not pair up, none does."""
    left = UNTIMED.sub(" ", left)
    change = _CHANGE.fullmatch(left)
    before = change["before"] if change else names.LEVEL.sub("", left)
    listed = names.members(_name(state, before), len(group))
    for index, mention in enumerate(group):
        if not listed:
            state.put_aside(mention, "unnamed")
            continue
        state.held, state.subject = None, ""
        own = replace(blank, span=mention.span, comparator=mention.comparator)
        _figure(state, mention, listed[index] + left[len(before) :], "", own)


def _times(text: str, sentence: Span) -> Iterator[tuple[Span, When, bool]]:
    """Times of a sentence; the last member says whether something is compared with it."""
    for found in TIME.finditer(text, sentence.start, sentence.end):
        before = text[max(sentence.start, found.start() - 40) : found.start()]
        yield Span(*found.span()), when_of(found), bool(COMPARED.search(before))


def _when(
    text: str, times: list[tuple[Span, When, bool]], mention: Mention, around: Span, head: int, first: int
) -> When | None:
    """The time of a figure: right behind it, before it in its clause, or at the head of the sentence.

    `around` are the words that belong to it; the sentence begins at `head`, its first figure at `first`.
    """
    start, stop = around
    own = [each for each in times if not each[2]]
    for span, when, _ in own:
        between = text[mention.extent.end : span.start]
        if mention.extent.end <= span.start < stop and _LEADS_TO_TIME.fullmatch(between):
            return when
    # A time right behind the figure before is of that figure.
    before = [
        when
        for span, when, _ in own
        if start <= span.start < mention.span.start
        and not (start > head and _LEADS_TO_TIME.fullmatch(text[start : span.start]))
    ]
    if before:
        return before[-1]
    ahead = [when for span, when, _ in own if span.start < first]
    if ahead:
        return ahead[0]
    behind = [when for span, when, _ in own if mention.extent.end <= span.start < stop]
    return behind[0] if behind and behind[0].back == 0 else None


def _figure(state: _State, mention: Mention, left: str, right: str, blank: Reported) -> None:
    unit = "%" if mention.unit and _PERCENT.fullmatch(mention.unit) else mention.unit
    unit = unit or ("‰" if _PER_THOUSAND.match(right) else None)
    percent = bool(unit and _PERCENT.search(unit)) and not _POINTS.search(unit or "")
    if unit and _POINTS.search(unit):
        state.put_aside(mention, "points")
        return
    if mention.high is not None or mention.value is None:
        state.put_aside(mention, "range")
        return
    if _OTHER.search(left.rsplit(",", 1)[-1]):
        state.put_aside(mention, "comparison")
        return
    origin = _FROM.search(left)
    if origin:
        _earlier(state, mention, unit, blank, fallen=bool(_FALLEN.search(origin[0])))
        return
    share = _SHARE.match(left) if percent else None
    if share:
        _share(state, mention, share["before"], right, blank)
        return
    change = _change(state, left)
    if change is not None:
        _growth(state, mention, change, (left, right), percent, blank)
        return
    _level(state, mention, left, right, unit, blank)


def _change(state: _State, left: str) -> tuple[int, str] | None:
    """Sign of a change and the words before its verb; `by` alone goes on with the verb before."""
    found = _CHANGE.fullmatch(UNTIMED.sub(" ", left))
    if found:
        return (-1 if found["drop"] else 1), found["before"]
    elided = _BY.fullmatch(left)
    return (state.sign, elided["before"]) if elided and state.sign else None


def _name(state: _State, words: str) -> str:
    """The full name that words state, "" where they take up the figure before."""
    name = names.clean(UNTIMED.sub(" ", words))
    previous = state.bases[-1] if state.bases and state.held is not None else state.subject
    return names.whole_name(name, previous) if name else ""


def _growth(
    state: _State, mention: Mention, change: tuple[int, str], around: tuple[str, str], percent: bool, blank: Reported
) -> None:
    sign, before = change
    left, right = around
    state.sign = sign
    name = _name(state, before)
    if not percent:
        if name and not _TO.search(left):
            state.subject = name
        state.put_aside(mention, "change")
        return
    if _MANY.search(left) or _MANY.search(right.split(",")[0]):
        state.put_aside(mention, "many_years")
        return
    if _CHAIN.search(left) or _CHAIN.search(right.split(",")[0]):
        state.put_aside(mention, "not_on_year")
        return
    value = sign * float(mention.value or 0)
    if name and (_TO.fullmatch(right) or _FROM.fullmatch(right.strip() + " ")):
        state.subject, state.pending = name, value
        return
    if not name and state.held is not None and state.items[state.held].growth is None and not _is_growth(state):
        state.items[state.held] = replace(state.items[state.held], growth=value)
        return
    if not name:
        state.put_aside(mention, "unnamed" if state.held is None else "change")
        return
    _add(state, name, replace(blank, name=names.capital(names.growth_name(name)), value=value, unit="%"))


def _is_growth(state: _State) -> bool:
    return state.held is not None and state.items[state.held].name.endswith(" growth")


def _share(state: _State, mention: Mention, before: str, right: str, blank: Reported) -> None:
    name = _name(state, before) or (state.bases[-1] if state.held is not None else "")
    whole = _WHOLE.match(right)
    if not name or whole is None:
        state.put_aside(mention, "unnamed")
        return
    title = names.share_name(name, re.sub(r"^total\s+", "", whole["whole"].strip()))
    held = state.held
    _add(state, name, replace(blank, name=names.capital(title), value=float(mention.value or 0), unit="%"))
    state.held = held


def _earlier(state: _State, mention: Mention, unit: str | None, blank: Reported, *, fallen: bool) -> None:
    """`… from KSh 13.5 trillion in 2022`: the value of an earlier time that is named."""
    when = blank.when
    value = float(mention.value or 0)
    if state.pending is not None and when is not None and (when.year is not None or when.back):
        # … by 36.9 per cent from 8.8 million in 2022 to 5.6 million: the figure that it leads to comes behind.
        _add(state, state.subject, replace(blank, name=names.capital(state.subject), value=value, unit=unit))
        return
    if (
        state.held is None
        or when is None
        or when == state.items[state.held].when
        or (when.year is None and not when.back)
    ):
        state.put_aside(mention, "change")
        return
    item = state.items[state.held]
    value = -value if fallen and _is_growth(state) else value
    earlier = replace(blank, name=item.name, value=value, unit=unit or item.unit)
    state.items.append(earlier)
    state.bases.append(state.bases[state.held])


def _level(state: _State, mention: Mention, left: str, right: str, unit: str | None, blank: Reported) -> None:
    risen = _CHANGED_TO.fullmatch(left)
    if state.pending is not None and _TO.fullmatch(UNTIMED.sub(" ", left)):
        name, growth = state.subject, state.pending
    else:
        name, growth = _name(state, risen["before"] if risen else left), None
    state.pending = None
    said = (
        risen is not None
        or bool(names.LEVEL.search(left))
        or bool(re.search(r"\b(?:of|at|to|:)\s*$", left))
        or growth is not None
    )
    if not name or len(name) > 90 or not (said or unit):
        state.put_aside(mention, "unnamed")
        return
    counted = _COUNTED.match(right)
    if counted and unit and _ONLY_SIZE.fullmatch(unit):
        unit = f"{unit} {counted['unit'].lower()}"
    value = float(mention.value or 0)
    value = -value if re.search(r"(?:\s|^)[-−–]$", left) else value
    note = "approximate" if mention.comparator == "approx" else None
    _add(state, name, replace(blank, name=names.capital(name), value=value, unit=unit, growth=growth, note=note))


def _add(state: _State, base: str, item: Reported) -> None:
    state.items.append(item)
    state.bases.append(base)
    state.held = len(state.items) - 1
