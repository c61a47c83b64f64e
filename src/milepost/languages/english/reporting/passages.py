"""A paragraph of an English communiqué, figure by figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from milepost.kernel.span import Span
from milepost.languages.english.reporting import changes, names, numbers
from milepost.languages.english.reporting.times import BASE, COMPARED, PERIODS, TIME, UNTIMED, when_of
from milepost.languages.mention import Mention
from milepost.languages.reported import Aside, Passage, Reported, SetAside, When

_SHARE = re.compile(
    r"(?P<before>.*?)\b(?:account(?:ed|ing|s)?\s+for|represent(?:ed|ing)?|constitut(?:ed|ing)|making\s+up|"
    r"made\s+up|took\s+up)\s*$",
    re.IGNORECASE | re.DOTALL,
)
# Agriculture accounted for 28 % of GDP, [industry for] 22 %.
_FOR = re.compile(r"(?P<before>.*?)\bfor\s*$", re.IGNORECASE | re.DOTALL)
_WHOLE = re.compile(
    r"\s*of\s+(?:the\s+)?(?P<whole>[^,.;]+?)(?=\s+(?:in|up|down|and|while|from|at|compared)\b|"
    r"[,.;]|$)",
    re.IGNORECASE,
)
_FOR_PART = re.compile(r"^[\s,;]*(?:and\s+)?(?P<joint>for)\s+(?P<part>[a-z][^,]{2,60}?)\s*,?\s*$")
_CREATED = re.compile(
    r"\s*(?P<noun>[a-z][a-z -]{2,40}?(?=\s))?\s*(?:were|was|have\s+been|has\s+been)\s+"
    r"(?P<done>[a-z]+ed|built|begun|set\s+up)(?P<where>\s+in\s+(?:urban|rural)\s+areas)?\b"
)
_COUNTING = re.compile(r"[\s,–—-]*(?:a\s+total\s+of|some|about|and)?\s*", re.IGNORECASE)
_CONTINUES = re.compile(
    r"\s*(?:of\s+(?:which|these|this|the\s+total)|among\s+(?:them|these|which)|in\s+the\s+increase)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<!\b[A-Z])[.!?](?=\s+[A-Z(]|\s*$)|;|\n\n|$")
_PRELIMINARY = re.compile(r"preliminary|provisional", re.IGNORECASE)
_PER_THOUSAND = re.compile(r"\s*per\s+thousand", re.IGNORECASE)
_LEADS_TO_TIME = re.compile(r"\s*\(?(?:in|at|by|during|for|of|as\s+of)?\s*(?:the\s+end\s+of\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,\s*and|,|and)\s*")
_RESPECTIVELY = re.compile(r"[^,.;\d]{0,40}?,?\s*respectively\b", re.IGNORECASE)
_PERCENT = re.compile(r"%|per\s?cents?", re.IGNORECASE)
_POINTS = re.compile(r"\bpoints?\b", re.IGNORECASE)
_LONGEST = 90
"""Characters of a name; longer ones are clauses."""
_ONLY_SIZE = re.compile(r"(?:hundred|thousand|million|billion|trillion)", re.IGNORECASE)


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
    shared: str = ""
    fresh: bool = False
    noun: bool = False
    chained: bool = False
    last: str = ""
    when: When | None = None

    def put_aside(self, mention: Mention, why: Aside) -> None:
        self.aside.append(SetAside(mention.span, why))


def passage(text: str, start: int, end: int, mentions: list[Mention], year: int | None) -> Passage:
    """What a paragraph reports: each figure with its whole name, and what is put aside."""
    del year
    text, asides = numbers.without_asides(text, start, end, mentions)
    if changes.YEAR_ON_YEAR.search(text, start, end):
        blanked = changes.YEAR_ON_YEAR.sub(lambda found: " " * len(found[0]), text[start:end])
        text = text[:start] + blanked + text[end:]
    state = _State(text)
    for each in asides:
        state.put_aside(each, "aside")
    mentions = [each for each in numbers.split(text, mentions) if each not in asides]
    starts = [each.span.start for each in mentions]
    after = ""
    while start < end:
        found = _SENTENCE.search(text, start, end)
        stop = found.start() if found else end
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, stop)]
        told = [each for each in inside if each.implied is None and not each.worded]
        _sentence(state, Span(start, stop), told, after)
        state.subject = state.bases[-1] if state.bases else ""
        after = found[0] if found else ""
        if after != ";":
            state.sign = 0
        start = max(stop + 1, start + 1)
    return Passage(tuple(state.items), tuple(state.aside))


def _sentence(state: _State, sentence: Span, mentions: list[Mention], after: str) -> None:
    words = state.text[sentence.start : sentence.end]
    # …; 5.8 % in the second quarter: the growth before goes on.
    goes_on = after == ";" and bool(state.items) and bool(re.match(r"\s*(?:and\s+)?\d", words))
    state.held, state.pending, state.shared = len(state.items) - 1 if goes_on else None, None, ""
    times = list(_times(state.text, sentence))
    state.chained = bool(changes.CHAIN.match(re.sub(r"^\s*compared\s+", "", words, flags=re.IGNORECASE).lstrip()))
    state.last = ""
    going_on = (after == ";" or bool(_CONTINUES.match(words))) and all(each[2] for each in times)
    state.fresh = bool(re.match(r"\s*(?:\d+\.\s+)?[A-Z]", words)) and not _CONTINUES.match(words)
    several = [sentence.start + each.start() for each in PERIODS.finditer(words)]
    preliminary = bool(_PRELIMINARY.search(words))
    at, index = sentence.start, 0
    while index < len(mentions):
        group = _respectively(state.text, mentions[index:], sentence.end)
        mention, end = group[0], group[-1].extent.end
        index += len(group)
        stop = mentions[index].extent.start if index < len(mentions) else sentence.end
        left, right = state.text[at : mention.extent.start].removesuffix("+"), state.text[end:stop]
        if at > sentence.start:
            # `a 9.9 % increase in X`: what stands behind that figure is not of this one.
            left = changes.NOUN.sub("", left, count=1) if changes.NOUN.match(left) and state.noun else left
            left = numbers.PER.sub("", left)
        state.noun = False
        when = _when(state.text, times, mention, Span(at, stop), sentence.start, mentions[0].span.start)
        when = state.when if going_on and when is None else when
        words_of = Span(at, mention.span.end)
        blank = Reported("", 0, None, mention.span, words_of, mention.comparator, when, preliminary=preliminary)
        # 5.05 %, the highest of 2011–2023, is of one year; what stands right behind is of the figure.
        clause = state.text[end:stop].split(",")[0]
        if any(at <= each < end + len(clause) for each in several):
            for each in group:
                state.put_aside(each, "many_years")
        elif len(group) > 1:
            _deal(state, group, left, blank)
        else:
            _figure(state, mention, left, right, blank)
        at = end
        state.fresh = False
        state.when = when


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
    change = changes.CHANGE.fullmatch(left)
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
    if changes.OTHER.search(left.rsplit(",", 1)[-1]) or changes.THAN.search(BASE.sub(" ", left)):
        state.put_aside(mention, "comparison")
        return
    origin = changes.FROM.search(left)
    if origin:
        _earlier(state, mention, unit, blank, fallen=bool(changes.FALLEN.search(origin[0])))
        return
    share = (_SHARE.match(left) or (_FOR.fullmatch(left) if state.shared else None)) if percent else None
    if share:
        _share(state, mention, share["before"], right, blank)
        return
    change = changes.change_of(left, state.sign)
    behind = changes.noun_behind(left, right) if percent else None
    state.noun = behind is not None
    change = behind or change
    if change is not None:
        _growth(state, mention, change, (left, right), percent, blank)
        return
    _level(state, mention, left, right, unit, blank)


def _name(state: _State, words: str) -> str:
    """The full name that words state, "" where they take up the figure before."""
    words = UNTIMED.sub(" ", changes.CHAIN.sub(" ", BASE.sub(" ", words)))
    previous = state.bases[-1] if state.bases and state.held is not None else state.subject
    part = _FOR_PART.match(words)
    if part and " for " in previous:
        return names.whole_name(f"that for {part['part']}", previous)
    name = names.clean(words)
    if state.fresh and not re.match(r"(?:that|those)\s", name):
        return name
    return names.whole_name(name, previous) if name else ""


def _growth(
    state: _State, mention: Mention, change: tuple[int, str], around: tuple[str, str], percent: bool, blank: Reported
) -> None:
    sign, before = change
    left, right = around
    state.sign = sign
    name = _name(state, before)
    if not percent:
        if name and not changes.TO.search(left):
            state.subject = name
        state.put_aside(mention, "change")
        return
    if changes.MANY.search(left) or changes.MANY.search(right.split(",")[0]):
        state.put_aside(mention, "many_years")
        return
    on_year = " by" not in left or not changes.CHAIN.search(left.partition(" and ")[0])
    if state.chained or (on_year and changes.CHAIN.search(left)) or changes.CHAIN.search(_until_next(right)):
        state.put_aside(mention, "not_on_year")
        state.last = name or state.last
        return
    if not name and _same_thing(state, blank):
        name = state.bases[state.held or 0]
    if not name and state.held is None:
        name = state.last
    value = sign * float(mention.value or 0)
    leads = changes.TO.fullmatch(UNTIMED.sub(" ", BASE.sub(" ", right))) or changes.FROM.fullmatch(right.strip() + " ")
    if name and leads:
        state.subject, state.pending = name, value
        return
    if not name and state.held is not None and state.items[state.held].growth is None and not _is_growth(state):
        state.items[state.held] = replace(state.items[state.held], growth=value)
        return
    if not name:
        state.put_aside(mention, "unnamed" if state.held is None else "change")
        return
    _add(state, name, replace(blank, name=names.capital(names.growth_name(name)), value=value, unit="%"))


def _until_next(right: str) -> str:
    return re.split(r",|\band\b", right)[0]


def _is_growth(state: _State) -> bool:
    return state.held is not None and state.items[state.held].name.endswith(" growth")


def _share(state: _State, mention: Mention, before: str, right: str, blank: Reported) -> None:
    own = names.clean(UNTIMED.sub(" ", before))
    # Only `that of X` needs the name before: the words behind say what the figure is a share of.
    name = (_name(state, before) if own.startswith("that") else own) or (
        state.bases[-1] if state.held is not None else ""
    )
    found = _WHOLE.match(right)
    whole = names.without_short(re.sub(r"^total\s+", "", found["whole"].strip())) if found else state.shared
    if not name or not whole:
        state.put_aside(mention, "unnamed")
        return
    state.shared = whole
    title = names.share_name(name, whole)
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
    risen = changes.CHANGED_TO.fullmatch(left)
    if state.pending is not None and changes.TO.fullmatch(UNTIMED.sub(" ", left)):
        name, growth = state.subject, state.pending
    else:
        name, growth = _name(state, risen["before"] if risen else left), None
    state.pending = None
    made = _made(left, right, unit)
    name = made or name
    if unit == "%" and _rate_of_growth(state, mention, left, name, blank):
        return
    said = bool(made or risen or names.LEVEL.search(left) or re.search(r"\b(?:of|at|to|:)\s*$", left))
    lasts = numbers.LASTING.fullmatch(unit or "") and not numbers.LASTS.search(name)
    if not name or len(name) > _LONGEST or lasts or not (said or unit or growth is not None):
        state.put_aside(mention, "unnamed")
        return
    each = numbers.PER.match(state.text[mention.extent.end : mention.extent.end + len("/ household ")])
    if each and unit:
        unit = f"{unit}/{each['of']}"
    counted = numbers.COUNTED.match(right)
    if counted and unit and _ONLY_SIZE.fullmatch(unit):
        unit = f"{unit} {counted['unit'].lower()}"
    value = float(mention.value or 0)
    value = -value if re.search(r"(?:\s|^)[-−–]$", left) else value
    note = "approximate" if mention.comparator == "approx" else None
    _add(state, name, replace(blank, name=names.capital(name), value=value, unit=unit, growth=growth, note=note))


def _made(left: str, right: str, unit: str | None) -> str:
    """`12 million jobs were created`: the name behind the figure; "" for another figure."""
    made = _CREATED.match(right) if _COUNTING.fullmatch(UNTIMED.sub(" ", left)) else None
    if made is None:
        return ""
    noun = made["noun"] or re.sub(rf"^(?:{_ONLY_SIZE.pattern})\s*", "", unit or "", flags=re.IGNORECASE)
    return f"{noun} {made['done']}{made['where'] or ''}"


def _rate_of_growth(state: _State, mention: Mention, left: str, name: str, blank: Reported) -> bool:
    """Report a percentage that is a growth though no verb before it says so; False for another one."""
    value = float(mention.value or 0)
    if not name and _same_thing(state, blank):
        place = state.held or 0
        _add(state, state.bases[place], replace(blank, name=state.items[place].name, value=value, unit="%"))
        return True
    elided = bool(name) and _elided_growth(state, left, name)
    base = names.rate_of(name) or (name if elided else "")
    if base:
        title = names.capital(names.growth_name(base))
        _add(state, base, replace(blank, name=title, value=value * (state.sign if elided else 1), unit="%"))
    return bool(base)


def _same_thing(state: _State, blank: Reported) -> bool:
    """Whether a percentage without a name goes on with the growth before it at another time."""
    return _is_growth(state) and state.held is not None and state.items[state.held].when != blank.when


def _elided_growth(state: _State, left: str, name: str) -> bool:
    """Whether a verb of growth is left out: food prices rose 4.4 per cent, housing prices 5.7 per cent."""
    bare = not names.LEVEL.search(left) and not re.search(r"\b(?:of|at|to|by|:)\s*$", left)
    return bare and bool(state.sign) and _is_growth(state) and not re.search(r"\b(?:rate|share|ratio)\b", name)


def _add(state: _State, base: str, item: Reported) -> None:
    state.items.append(item)
    state.bases.append(base)
    state.held = len(state.items) - 1
