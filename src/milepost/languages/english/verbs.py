"""English words that tie a figure to what it measures: verbs of reaching, changing and doing, and measured nouns."""

from __future__ import annotations

import re

# Forms that the rules of spelling do not give: base, past, participle.
_IRREGULAR = {
    "rise": "rose risen", "grow": "grew grown", "fall": "fell fallen", "cut": "cut", "shrink": "shrank shrunk",
    "bring": "brought", "hit": "hit", "keep": "kept", "hold": "held", "stand": "stood", "build": "built",
    "buy": "bought", "set": "set", "make": "made", "drill": "drilled", "lay": "laid", "find": "found",
    "give": "gave given", "lend": "lent", "lead": "led", "meet": "met", "see": "saw seen", "spend": "spent",
    "win": "won", "put": "put", "train": "trained", "sell": "sold", "pay": "paid", "teach": "taught", "breed": "bred",
    "become": "became", "send": "sent", "dig": "dug", "draw": "drew drawn", "undertake": "undertook undertaken",
    "have": "had", "remain": "remained", "spread": "spread", "feed": "fed", "drop": "dropped",
    "drive": "drove driven", "take": "took taken", "stay": "stayed", "go up": "went up", "go down": "went down",
    "lose": "lost", "leave": "left", "write": "wrote written", "come": "came", "plan": "planned", "equip": "equipped",
    "submit": "submitted", "commit": "committed", "trim": "trimmed", "retrofit": "retrofitted", "enrol": "enrolled",
    "control": "controlled", "cap": "capped", "slip": "slipped", "outpace": "outpaced", "ship": "shipped",
    "run": "ran", "stop": "stopped", "fit": "fitted", "swap": "swapped", "transfer": "transferred", "top": "topped",
    "step up": "stepped up",
}  # fmt: skip
_DOUBLING = frozenset(
    "cut hit set put plan equip submit commit trim retrofit drop control cap slip ship run stop fit"
    " swap transfer top enrol win dig".split()
)


def _past(base: str) -> list[str]:
    if base in _IRREGULAR:
        return _IRREGULAR[base].split(" ") if " " not in base else [_IRREGULAR[base]]
    head, _, tail = base.partition(" ")
    if head in _IRREGULAR:
        forms = _IRREGULAR[head].split(" ")
    elif head.endswith("e"):
        forms = [head + "d"]
    elif head.endswith("y") and head[-2:-1] not in "aeou":
        forms = [head[:-1] + "ied"]
    else:
        forms = [head + "ed"]
    return [f"{form} {tail}".strip() for form in forms]


def _present(base: str) -> list[str]:
    head, _, tail = base.partition(" ")
    if head.endswith("y") and head[-2:-1] not in "aeou":
        third = head[:-1] + "ies"
    else:
        third = head + ("es" if head.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if head.endswith("e") and not head.endswith("ee"):
        gerund = head[:-1] + "ing"
    else:
        gerund = head + (head[-1] if head in _DOUBLING else "") + "ing"
    return [f"{form} {tail}".strip() for form in (head, third, gerund)]


def _forms(bases: str, *, past: bool = True) -> str:
    """All forms of the verbs of a list parted by commas, as the inside of an alternation."""
    words: set[str] = set()
    for base in (part.strip() for part in bases.split(",")):
        words.update(_present(base))
        if past:
            words.update(_past(base))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


_RISE = (
    "increase, raise, lift, boost, grow, rise, expand, improve, elevate, climb, scale up, extend,"
    " enhance, widen, push, bring, bring up, jump, soar, surge, advance, go up, accelerate,"
    " strengthen, gain, add, double, triple, upgrade, move, go, edge up, step up, upscale"
)
_FALL = (
    "reduce, cut, lower, decrease, decline, fall, drop, shrink, slash, narrow, trim, bring down,"
    " contract, shorten, slow, lessen, slip, go down, ease, cut down, drive down, phase out, dip, cut"
    " back, save"
)
_KEEP = (
    "keep, maintain, hold, stabilize, stabilise, remain, stay, contain, limit, cap, control, restrict,"
    " set, fix, sustain, retain, preserve, confine, peg"
)
_REACH = (
    "reach, total, hit, attain, achieve, amount to, account for, stand at, equal, average, number,"
    " comprise, constitute, make up, represent, come to, "
    "come in at, register, record, post, secure, become, meet, exceed, surpass, be valued at, take up,"
    " contribute, top, touch, approach, cover, include"
)
_BE = "is|are|was|were|be|been|being|as"
DOING = (
    "build, construct, create, establish, set up, complete, launch, train, plant, install, develop,"
    " provide, support, implement, carry out, open, add, "
    "deliver, upgrade, renovate, rehabilitate, refurbish, restore, reforest, afforest, drill, lay,"
    " pave, repair, modernize, modernise, connect, electrify, distribute, supply, "
    "recruit, hire, employ, register, certify, enrol, enroll, enlist, admit, reach, benefit, serve,"
    " help, assist, empower, equip, procure, purchase, buy, acquire, "
    "produce, generate, invest, allocate, earmark, appropriate, spend, disburse, mobilize, mobilise,"
    " raise, attract, secure, issue, grant, award, lend, fund, finance, transfer, "
    "host, hold, organize, organise, conduct, start, begin, introduce, pilot, roll out, set aside,"
    " formulate, revise, draft, submit, adopt, enact, publish, release, sign, conclude, "
    "cultivate, nurture, foster, incubate, form, select, designate, approve, accredit, vaccinate,"
    " immunize, immunise, treat, screen, test, visit, inspect, "
    "remove, eliminate, close, close down, retire, phase out, dismantle, demolish, replace, convert,"
    " resettle, relocate, lift, house, settle, "
    "import, export, sell, process, treat, store, conserve, protect, save, cut, reduce, reclaim,"
    " irrigate, terrace, map, survey, digitize, digitise, "
    "expand, extend, widen, increase, maintain, operate, commission, put into operation, bring online,"
    " bring into operation, inaugurate, offer, sponsor, enable, prepare, "
    "stock, breed, insure, cover, resolve, handle, settle, clear, clean up, dredge, desilt, harvest,"
    " sow, receive, welcome, undertake, have, gain, win, achieve, make, "
    "facilitate, inject, channel, fulfil, fulfill, license, deploy, arrange, pay, secure, contribute,"
    " sustain, consolidate, merge, ensure, promote, encourage, renew, recycle, plan, transform,"
    " retrofit, reward, link, free up, identify, target, aim for"
)

ADVERBS = (
    r"(?:\s(?:further|only|just|again|also|sharply|slightly|steadily|gradually|significantly|roughly"
    r"|year-on-year|year on year|annually|on average|each year|per year|every year|"
    r"an average of|an annual average of|a total of|a record of|a record|a further|an additional"
    r"|another|a combined|a target of|a level of|a minimum of|new|to|a rate of|an annual rate of|"
    r"an average rate of|an average annual rate of|as many as|as much as|real|nominal|additional"
    r"|at a rate of|the|a|an))*"
)
_PREPOSITION = r"(?:\s(?P<prep>to|by|at|of|in|from|for|between|within|around|as))?"

CHANGE_END = re.compile(
    rf"(?:^|[\s(])(?:(?P<rise>{_forms(_RISE)})|(?P<fall>{_forms(_FALL)}))(?:\sup"
    rf"|\sdown)?(?P<adverbs>{ADVERBS}){_PREPOSITION}{ADVERBS}\s*$",
    re.IGNORECASE,
)
REACH_END = re.compile(
    rf"(?:^|[\s(])(?P<verb>{_forms(_REACH)}|{_forms(_KEEP)}|{_BE})(?:\sset|\sestimated|\sprojected"
    rf"|\sexpected|\sfixed)?(?P<adverbs>{ADVERBS}){_PREPOSITION}{ADVERBS}\s*$",
    re.IGNORECASE,
)
# A verb and its object before the figure: raise the literacy rate to. Objects begin behind the verb's own word.
TRANSITIVE = re.compile(
    rf"(?<![\w-])(?:(?P<rise>{_forms(_RISE)})|(?P<fall>{_forms(_FALL)})"
    rf"|(?P<keep>{_forms(_KEEP + ', ensure')}))\s(?=\S)",
    re.IGNORECASE,
)
PREPOSITION_END = re.compile(rf"\s(?P<prep>to|by|at|from|within|as){ADVERBS}\s*$", re.IGNORECASE)
DOING_END = re.compile(
    rf"(?:^|[\s(\"-])(?P<verb>(?:{_forms(DOING)})(?:\s(?:or|and)\s(?:{_forms(DOING)}))?)(?:\s(?:up"
    rf"|out))?{ADVERBS}\s*$",
    re.IGNORECASE,
)
DOING_INSIDE = re.compile(rf"(?<![\w-])(?P<verb>{_forms(DOING)})\s", re.IGNORECASE)
JOINED_VERB = re.compile(rf",?\s(?:and|or)\s(?:also\s)?(?:{_forms(DOING, past=False)})(?:\s(?!of\b)|$)", re.IGNORECASE)
_PARTICIPLES = "|".join(
    re.escape(form).replace(r"\ ", r"\s")
    for form in sorted({form for base in DOING.split(",") for form in _past(base.strip())}, key=len, reverse=True)
)
# With a helper any participle is one; without it, one of a verb of doing that no noun stands behind (paved roads).
_AUX = (
    r"\s(?:(?:will|shall|should|must|has|have|had|is|are|to)\s(?:also\s)?(?:expected\sto\s"
    r"|projected\sto\s|to\s)?(?:be|been)\s"
    r"|(?:was|were|is|are)\s(?:also\s|newly\s|being\s)?)"
)
PASSIVE = re.compile(
    rf"^(?P<thing>[^.,;:]{{0,90}}?)(?:(?P<aux>{_AUX})(?P<done>{_PARTICIPLES}|[a-z]+ed)\b"
    rf"|\s(?P<verb>{_PARTICIPLES})(?=\s(?:by|in|from|for|to|on|with|at|and|over|across|during|last|this"
    r"|under|through|as|out|training|support|free)\b|\s*$))",
    re.IGNORECASE,
)

# Nouns that name a change, before "of" or right before a figure.
GROWTH_NOUN = re.compile(
    r"(?:^|\s)(?:growth(?:\srate)?|increase|rise|expansion|gain|rate\sof\sgrowth|inflation\sincrease"
    r"|uptick)$",
    re.IGNORECASE,
)
FALL_NOUN = re.compile(r"(?:^|\s)(?:decrease|decline|reduction|drop|fall|cut|contraction|savings?)$", re.IGNORECASE)
NOUN_OF_CHANGE = re.compile(
    r"^(?P<fall>decrease|decline|reduction|drop|fall|cut|contraction)|^(?P<rise>increase|growth|rise"
    r"|expansion|improvement|gain)",
    re.IGNORECASE,
)
UP_DOWN = re.compile(r"(?:^|\s)(?P<way>up|down)(?:\sby)?\s*$", re.IGNORECASE)

# Heads that only number a list of intentions: take 10 measures, carry out 8 key tasks.
INTENTION = frozenset(
    "measures tasks steps policies principles aspects areas priorities initiatives goals objectives"
    " targets indicators actions themes ways issues fields "
    "reforms requirements dimensions components fronts pillars points recommendations strategies"
    " strategic interventions things factors respects rules".split()
)

FUTURE_WORDS = frozenset(
    "will shall should must would aim aims aiming target targets targeted seek seeks strive strives"
    " striving intend intends proposed".split()
)
# Behind these, "to" looks ahead: is to, expected to, plans to.
AHEAD_OF_TO = frozenset(
    "is are plan plans planned expected projected expects need needs intend intends forecast estimated set".split()
)
PAST_WORDS = frozenset(
    "was were had did has currently rose grew fell shrank stood became saw went came took gave won".split()
)
PAST_FORMS = frozenset(
    form.split(" ")[0]
    for base in f"{_RISE},{_FALL},{_REACH},{_KEEP},{DOING}".split(",")
    for form in _past(base.strip())
    if form not in ("cut", "hit", "set", "put", "read")
)
# A past form before one of these, or before a figure, is the verb of its clause; elsewhere it may be an adjective.
BEHIND_VERB = frozenset("by to from at over more some about around nearly almost".split())
NO_VERB_AFTER = frozenset("be is are to being get the a an of per its their our".split())
WORD = re.compile(r"[A-Za-z]+|[$€£]?\d")

# A sentence that begins with a bare verb or a gerund says what is to be done.
IMPERATIVE = re.compile(
    r"[\s•*●■▪◆–—()\d.\"-]*(?:(?:continue\sto|strive\sto|ensure\sthat|ensure)\s"
    rf"|(?:{_forms(f'{_RISE},{_FALL},{_KEEP},{DOING},achieve,reach,ensure', past=False)})\s)",
    re.IGNORECASE,
)
