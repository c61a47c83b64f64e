"""Words that state a figure without a numeral: full coverage, zero, double, halve, in step with, within a limit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.kernel.span import Span
from milepost.languages.english.numerals import lowered
from milepost.languages.mention import Comparator, Mention

_IMPLIED = re.compile(
    r"(?:(?P<completion>(?:all\s|(?:two|three|four|five|six|ten)-?fold|full|universal|complete"
    r"|total)\s(?:[a-z]+\s)?(?:coverage|access|electrification|enrolment|enrollment|immuni[sz]ation"
    r"|registration)"
    r"|all(?=\s(?:[a-z'-]+\s){1,5}?(?:will|shall|should|must|are\sto)\s(?:be\s(?:connected|covered"
    r"|electrified|provided|equipped|supplied|enrolled|vaccinated|served|linked|reached|insured|paved"
    r"|treated|registered)|have\saccess)\b)|universal(?=\s(?:health|primary|basic|secondary|preschool"
    r"|pre-primary)\b)|(?:cover|reach|connect|serve|benefit)(?:ing|s)?\s(?:all|every)(?=\s[a-z]))"
    r"|(?P<none>\b(?:see|seen|sees|ensure|ensures|ensured|ensuring"
    r"|guarantee)(?:\sto\sit)?\sthat\s(?:there\s(?:is|are|will\sbe)\s)?no(?=\s[a-z])(?!\sone\b))"
    r"|(?P<zero>zero(?!-)(?!\s(?:tolerance|interest|tariffs?|gravity|sum|in|to|and|based|point)\b))"
    r"|(?P<half>halv(?:e|es|ed|ing)|(?:by|in)\shalf\b(?!\s(?:of|the)\b))"
    r"|(?P<multiple>(?P<times>doubl|tripl|trebl|quadrupl)(?:e|es|ed|ing)(?!-)(?=\s(?:the|its|their|our"
    r"|in|to|by|from|compared|over|and|while|output|income|exports|production|spending|funding"
    r"|investment|capacity|gdp|per)\b|[.,;]))"
    r"|(?P<fold>two|three|four|five|six|ten)-?fold\b(?!\s[a-z]+s\b)"
    r"|(?P<discretionary>within\san?\s(?:appropriate|proper|reasonable|acceptable"
    r"|sustainable)\s(?:range|limits?|bounds|level))"
    r"|(?P<deferred>within\sthe\s(?:limits?|quotas?|targets?|caps?|ceilings?)\s(?:set|assigned"
    r"|allocated|issued|approved)\sby[^.,;\n\d]{2,60}"
    r"|to\sbe\s(?:determined|confirmed|decided|set)\s(?:annually|later|by|each)[^.,;\n\d]{0,40})"
    r"|(?P<together>(?:(?P<about>basically|generally|broadly|roughly)\s)?(?:in\s(?:step|line|tandem"
    r"|pace)|on\spar|keep(?:s|ing)?\s(?:pace|up))\swith\s(?P<peer>[^.,;\n\d]{3,60}))"
    r"|(?P<compared>(?:(?P<gt>(?:higher|faster|greater|better)\sthan|above|outpac(?:e|es|ed|ing))"
    r"|(?P<lt>(?:lower|slower)\sthan|below)|(?P<ge>(?:no|not)\s(?:lower|slower|less)\sthan)"
    r"|(?P<le>(?:no|not)\s(?:higher|faster|more)\sthan))"
    r"\s(?P<yardstick>(?:the\s|that\sof\s)?[^.,;\n\d]{2,50}?(?:growth(?:\srate)?|average|level|rate"
    r"|mean|standard)\b)))",
    re.IGNORECASE,
)
# Where one of them may begin: plain words first, since a text is walked through fastest for those.
_TRIGGER = re.compile(
    r"all\s|(?:two|three|four|five|six|ten)-?fold|full|universal|complete|total|cover|reach|connect"
    r"|serv|benefit|see|ensur|guarantee|zero|halv|by\shalf|in\shalf|doubl|tripl|trebl|quadrupl"
    r"|within\s(?:an?\s|the\s)|to\sbe\s[dcs]|basically|generally|broadly|roughly|in\s(?:step|line"
    r"|tandem|pace)|on\spar|keep"
    r"|higher|faster|greater|better|above|outpac|lower|slower|below|no\s|not\s"
)
_FOLDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_MULTIPLES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4}
# What growth may keep step with; other things are in line with policies and standards.
_MEASURED = re.compile(
    r"\b(?:growth|rate|rates|increase|inflation|gdp|income|incomes|productivity|expansion|average)\b", re.IGNORECASE
)


def implied_mentions(text: str) -> Iterator[Mention]:
    """Mentions of implied figures in a folded text, in order.

    >>> found = implied_mentions("Full coverage by 2030; exports will double, and cases fall to zero.")
    >>> [(m.value, m.unit, m.implied) for m in found]
    [(100, '%', 'completion'), (2, 'times', 'multiple'), (0, None, 'zero')]
    """
    end = 0
    for trigger in _TRIGGER.finditer(lowered(text)):
        start = trigger.start()
        if start < end or text[start - 1 : start].isalnum():
            continue
        match = _IMPLIED.match(text, start)
        if match is None:
            continue
        end = match.end()
        mention = _mention(match)
        if mention is not None:
            yield mention


def _mention(match: re.Match[str]) -> Mention | None:
    span = Span(*match.span())
    if match["completion"]:
        return Mention(span, span, 100, None, "%", "eq", implied="completion")
    if match["none"]:
        span = Span(match.end() - 2, match.end())
    if match["zero"] or match["none"]:
        return Mention(span, span, 0, None, None, "eq", implied="zero")
    if match["half"]:
        return Mention(span, span, 50, None, "%", "eq", implied="half")
    if match["multiple"]:
        return Mention(span, span, _MULTIPLES[match["times"].lower()], None, "times", "eq", implied="multiple")
    if match["fold"]:
        return Mention(span, span, _FOLDS[match["fold"].lower()], None, "times", "eq", implied="multiple")
    if match["discretionary"]:
        return Mention(span, span, None, None, None, "none", implied="discretionary")
    if match["deferred"]:
        return Mention(span, span, None, None, None, "none", implied="deferred")
    if match["together"]:
        if not _MEASURED.search(match["peer"]):
            return None
        about: Comparator = "approx" if match["about"] else "eq"
        return Mention(span, span, None, None, None, about, implied="relative", against=match["peer"].strip())
    return _compared(match, span)


def _compared(match: re.Match[str], span: Span) -> Mention:
    names: tuple[Comparator, ...] = ("ge", "le", "gt", "lt")
    comparator = next(name for name in names if match[name])
    against = re.sub(r"^(?:the|that of)\s+", "", match["yardstick"])
    return Mention(span, span, None, None, None, comparator, implied="relative", against=against)
