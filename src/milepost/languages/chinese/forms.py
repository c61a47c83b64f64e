"""The forms of words in which Chinese says what a figure is about, tried in their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from milepost.languages.chinese.context import Context, Saying
from milepost.languages.chinese.subjects import clean_object, clean_subject, qualified
from milepost.languages.chinese.verbs import (
    DOING_INSIDE,
    DOING_ONLY,
    DOING_START,
    DOING_TAIL,
    FALL_END,
    GROW_END,
    HAVING_END,
    MADE_END,
    MEASURED_END,
    REACH_END,
)
from milepost.languages.mention import Comparator
from milepost.languages.statement import Relation

ORIGIN = re.compile(r"(?:(?<![自理经])由|从(?![业事属化]))[^，。；]{0,16}$")
_ABOVE = re.compile(r"(?:高于|快于|低于|优于|高出)[^，。；\d]{2,20}$")
_TIMES_OF = re.compile(r"(?:是|为|达到|相当于|约为)?(?:(?:19|20)\d\d ?年|上年|去年)(?:底|末)?(?:的)? ?$")
_PART_OF = re.compile(
    r"(?P<at_least>不低于|不少于)|(?P<at_most>不超过|不高于)|(?P<over>超过|高于)|(?P<under>低于)|(?P<at>均?达到|占到|占)"
)
_WHOLE = re.compile(r"(?P<whole>[^，。；、\d]{2,30})的 ?$")
_BOUNDS: dict[str, Comparator | None] = {"at_least": "ge", "at_most": "le", "over": "gt", "under": "lt", "at": None}
_SERVED = re.compile(
    r"(?:[一二三四五六七八九十]+是)?(?:力争|确保|继续|再|免费|全年|每年|逐步)*(?:为|将|把|对|在|向|给|惠及|覆盖|让|"
    r"使)|[^，。；]{0,6}对[^，。；]{1,16}等"
)
_RATE_BEFORE = re.compile(r"以(?:年均|每年|平均每年|年)?(?:不低于|超过|高于)? ?$")
_RATE_BEHIND = re.compile(r"的(?:速度|增速|增幅|幅度)")
_PAIR = re.compile(r"^(?P<one>.*?)(?:与|和|同|跟)(?P<other>[^与和同、]{2,16})$")
_PUSH = re.compile(
    r"^(?:加快|全面|持续|大力|着力|积极|稳步|深入|进一步|全力|努力)*(?:推进|推动|实现|促进|保持)?(?:全面|逐步)?(?=.{2})"
)
_ANEW = re.compile(r"、(?=(?:基本|全面|逐步)?(?:实现|推动|推进|确保|力争|做到|达到))")
_FLOOR = re.compile(r"(?:的)?底线.*$|目标.*$")
_INFLOW = re.compile(r"新增|转移(?!支付)|净增")
_JOINTS = ("和", "及", "、", "等")
_VERBS: tuple[tuple[Relation, re.Pattern[str]], ...] = (("growth", GROW_END), ("fall", FALL_END), ("level", REACH_END))
_PERCENT = ("%", "‰")
_CLASSIFIERS = (
    "个",
    "家",
    "座",
    "条",
    "所",
    "项",
    "名",
    "处",
    "人",
    "户",
    "县",
    "乡",
    "镇",
    "村",
    "县（市）",
    "乡镇",
    "行政村",
)
_WHOLE_REGION = re.compile(r"^全[省市县区州国]$")


def saying_of(context: Context) -> Saying:
    """What is said of a figure, by the first form that fits."""
    for form in FORMS:
        saying = form(context)
        if saying is not None:
            return saying
    raise AssertionError("the last form fits every figure")


def _magnitude(context: Context) -> Saying | None:
    """打造千亿级产业集群: a class of size before the thing."""
    if context.mention.implied != "magnitude":
        return None
    thing = clean_object(context.right.partition("、")[0]).strip("“”（）")
    subject = thing if len(thing) > 3 else clean_subject(context.left) + thing
    return Saying(subject, "level", behind=True)


def _ratio_part(context: Context) -> Saying | None:
    """8：45：47: the parts behind the first."""
    if context.mention.implied != "ratio" or context.left.strip() not in ("：", "∶", ":"):
        return None
    return Saying(context.carry.subject, "level", carried=True)


def _implied(context: Context) -> Saying | None:
    """A word that stands for a figure: its subject stands before it, or behind it for 所有 and 不发生."""
    if context.mention.has_numeral:
        return None
    word = context.mention.span.of(context.text)
    subject = _PUSH.sub("", _subject_of_word(context, word))
    if context.mention.implied == "relative" and context.mention.against == "":
        subject = _alongside(context, subject)
    carried = not subject
    subject = subject.replace("实现", "", 1) if len(subject) > len(word) else subject
    if "覆盖" in word and subject:
        subject += "覆盖"
    return Saying(subject or context.carry.subject, "level", carried=carried)


def _subject_of_word(context: Context, word: str) -> str:
    cut = _ANEW.search(context.left)
    left = context.left[cut.start() + 1 :] if cut else context.left
    behind = context.right.strip()
    if word in ("不发生", "杜绝发生", "零") or word.endswith("所有"):
        return clean_subject(_FLOOR.sub("", behind))
    if word.endswith("全部"):
        return clean_subject(left) + behind
    if len(word) > 1 and word[0] == word[1]:
        return word + behind if behind and not behind.startswith(("”", "的")) else clean_subject(left)
    if context.mention.implied == "completion":
        tail = left[-16:]
        match = REACH_END.search(tail)
        if match and match.start():
            left = left[: len(left) - len(tail) + match.start()]
    return clean_subject(left)


def _alongside(context: Context, words: str) -> str:
    """The first of two things that keep step (A与B同步); the mention remembers the second."""
    pair = _PAIR.match(context.left.rstrip() if words else "")
    if pair is None:
        return words
    context.mention = replace(context.mention, against=pair["other"])
    return clean_subject(pair["one"])


def _above_another(context: Context) -> Saying | None:
    """增速高于全省平均2个百分点."""
    match = _ABOVE.search(context.left) if context.mention.unit in ("个百分点", "百分点") else None
    return _before(context, match, match[0]) if match else None


def _times_of(context: Context) -> Saying | None:
    """是2015年的1.5倍."""
    match = _TIMES_OF.search(context.left) if context.mention.unit == "倍" else None
    return _before(context, match, match[0]) if match else None


def _before(context: Context, match: re.Match[str], verb: str) -> Saying:
    subject = clean_subject(context.left[: match.start()])
    return Saying(subject or context.carry.subject, "level", verb, carried=not subject)


def _part_of(context: Context) -> Saying | None:
    """供应量不低于总量的70%: a part of a named whole."""
    whole = _WHOLE.search(context.left) if context.mention.unit in _PERCENT else None
    verbs = list(_PART_OF.finditer(context.left)) if whole else []
    if not whole or not verbs or ORIGIN.search(context.left):
        return None
    verb = verbs[-1]
    part = clean_subject(context.left[: verb.start()])
    if not part or verb.end() > whole.end():
        return None
    of = context.left[verb.end() : whole.end("whole")]
    return Saying(f"{part}占{of}", "share", behind=context.counts_something, comparator=_BOUNDS[verb.lastgroup or "at"])


def _verb_then_thing(context: Context) -> Saying | None:
    """扶持20家企业: nothing but a verb of doing before the figure."""
    if not context.counts_something or not DOING_ONLY.fullmatch(context.left.strip()):
        return None
    verb = _PUSH.sub("", clean_subject(context.left)) or context.left.strip()
    return Saying(verb + clean_object(context.described), "do", verb, doing=verb, behind=True)


def _bare_verb(context: Context) -> Saying | None:
    """其中新建42万亩、改造54万亩: verbs that share the thing named before."""
    verb = clean_subject(context.left)
    carry = context.carry
    if not verb or context.counts_something or carry.relation != "do" or not DOING_ONLY.fullmatch(verb):
        return None
    thing = carry.subject.removeprefix(carry.verb)
    return Saying(verb + thing, "do", doing=verb)


def _served(context: Context) -> Saying | None:
    """为1万人提供服务: those that something is done for."""
    if not context.right or not _SERVED.fullmatch(context.left.strip()):
        return None
    return Saying(context.right.strip(), "do", behind=True)


def _at_a_rate(context: Context) -> Saying | None:
    """以年均12%的速度增长."""
    start, end = _RATE_BEFORE.search(context.left), _RATE_BEHIND.match(context.right)
    if start is None or end is None:
        return None
    return Saying(clean_subject(context.left[: start.start()]) or context.carry.subject, "growth", "增长")


def _verb_of_change(context: Context) -> Saying | None:
    """产量达到330万吨, 能耗降低13%: the subject stands before a verb of reaching or changing."""
    tail = context.left[-16:]
    for relation, pattern in _VERBS:
        match = pattern.search(tail)
        if match:
            head = context.left[: len(context.left) - len(tail) + match.start()]
            return _changed(context, clean_subject(head), match["verb"], relation)
    return None


def _changed(context: Context, subject: str, verb: str, relation: Relation) -> Saying:
    doing = relation == "growth" or verb in ("完成", "实现", "保持")
    if not subject and doing and context.counts_something:
        return _done(context, verb)
    if relation == "growth" and verb == "新增" and subject:
        return Saying(subject + verb, "do")
    doing_start = DOING_START.match(subject) if relation == "level" and verb in ("为", "达到", "达") else None
    if doing_start and not MEASURED_END.search(subject):
        return Saying(subject, "do", verb, doing=doing_start["verb"])
    carried = not subject and bool(context.carry.subject)
    subject = context.carry.subject if carried else qualified(subject, context.carry.subject or context.object_before)
    return Saying(subject, relation, verb, carried=carried)


def _done(context: Context, verb: str) -> Saying:
    return Saying(verb + clean_object(context.right), "do", verb, doing=verb, behind=True)


def _headless(context: Context) -> Saying | None:
    """Nothing before the figure: it shares the verb of a list, counts what stands behind it, or goes on."""
    if clean_subject(context.left):
        return None
    carry = context.carry
    if context.goes_on and carry.relation == "do" and carry.verb and context.counts_something:
        return _done(context, carry.verb)
    thing = clean_object(context.right) or clean_object(context.adjacent)
    if not thing:
        return Saying(carry.subject, carry.relation, carried=True)
    share = context.mention.unit in _PERCENT
    if share and context.joined and carry.subject:
        thing = carry.subject + thing
    return Saying(thing, "share" if share else "none", behind=True)


def _share_of_those(context: Context) -> Saying | None:
    """建成区50%以上面积达到标准: a part of those named before, that does what is said behind."""
    fits = context.counts_something and context.mention.unit in _PERCENT and not context.right.startswith("标准")
    if not fits or ORIGIN.search(context.left):
        return None
    return Saying(clean_subject(context.left) + clean_object(context.right), "share", behind=True)


def _having(context: Context) -> Saying | None:
    """各镇建有1所幼儿园."""
    if not context.counts_something or not HAVING_END.search(context.left):
        return None
    return Saying(clean_subject(context.left) + clean_object(context.right), "do", "有", behind=True)


def _verb_words_thing(context: Context) -> Saying | None:
    """建成国家级、自治区级3-5家示范点: words between the verb and the figure, the thing behind."""
    if not context.counts_something or context.mention.unit in _PERCENT:
        return None
    subject, thing = clean_subject(context.left), clean_object(context.right)
    start = DOING_START.match(subject)
    if start:
        own = subject[start.end() :]
        loose = context.left.rstrip().endswith(_JOINTS) and len(thing) > 3
        kept = start["verb"] if loose or len(own) > 40 or (len(own) > 16 and len(thing) > 3) else subject
        return Saying(kept + thing, "do", "" if own else start["verb"], doing=start["verb"], behind=True)
    made = MADE_END.search(context.left)
    if made:
        return Saying(made["verb"] + thing, "do", made["verb"], doing=made["verb"], behind=True)
    return None


def _noun(context: Context) -> Saying:
    """新增就业20万人, 播种面积1520万亩: verb and thing, or a quantity, before the figure."""
    subject, carry = clean_subject(context.left), context.carry
    start = DOING_START.match(subject)
    if start:
        return Saying(subject, "do", doing=start["verb"])
    measured = MEASURED_END.search(subject) and not (context.joined and carry.unit == context.mention.unit)
    if (context.goes_on or "其中" in context.left) and carry.relation == "do" and not measured:
        return Saying(carry.verb + subject, "do", doing=carry.verb)
    inside = DOING_INSIDE.match(subject)
    if not measured and (inside or DOING_TAIL.search(subject) or _INFLOW.search(subject)):
        return Saying(subject, "do", doing=inside["verb"] if inside else "")
    if context.counts_something and context.mention.unit in _CLASSIFIERS:
        return Saying(_WHOLE_REGION.sub("", subject) + clean_object(context.right), "level", behind=True)
    return Saying(qualified(subject, carry.subject or context.object_before), "level")


FORMS: tuple[Callable[[Context], Saying | None], ...] = (
    _magnitude,
    _ratio_part,
    _implied,
    _above_another,
    _times_of,
    _part_of,
    _verb_then_thing,
    _bare_verb,
    _served,
    _at_a_rate,
    _verb_of_change,
    _headless,
    _share_of_those,
    _having,
    _verb_words_thing,
    _noun,
)
