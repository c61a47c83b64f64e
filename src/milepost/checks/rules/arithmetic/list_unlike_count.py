"""A list is announced with a number and has another number of members.

## 查什么
“A、B、C、D五大中心”“三个平台（A、B）”“两屏：A、B、C”“四个方面：一是……三是……”：所说的个数与列出的成员数不等。
“和”“及”是否分隔成员拿不准时，两种数法都算对；“等”字后的个数可以多于所列。

## 为什么要紧
或者漏列，或者个数写错；按清单分解任务时就会缺一项，也无法据以考核。

## What it checks
A number before or behind a list that is not that of its members. Where a conjunction may or may not part two members,
both ways of counting are accepted.

## Why it matters
A member was forgotten or the number is wrong: what is handed on as a task from such a list lacks one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.listing import closed_at, list_start, members, pieces
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.languages.counting_words import CountingWords

RULE = Rule(
    code="AR07",
    name="list-unlike-count",
    severity="error",
    title=Words("所列成员与个数不符", "a list has another number of members than announced"),
    advice=Words("补上漏列的成员，或改正个数。", "Add the member that is missing, or correct the number."),
    remedy="correct",
    languages=("zh",),
)

_FAR = 2
"""How many more than listed a number may announce before it is taken to count other things (教育、医疗20个项目)."""
_DIVISIONS = re.compile(r"[县市区旗乡镇村场团盟州]|街道|社区|农场|办事处")
_DIGIT = re.compile(r"\d")
_LABEL_BEFORE = "；。、，（“‘：\n\u3000 ”"
_LONGEST = 400
_LONGEST_NAME = 30
_LEAD = 30
_POINTED = ("大", "个", "方面", "项", "条", "类")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Lists before a number, behind one, and points headed 一是, 二是."""
    words = inspection.words.arithmetic.counting
    if words is None:
        return
    yield from _listed_before(inspection, words)
    yield from _listed_behind(inspection, words)
    yield from _pointed_out(inspection, words)


def _listed_before(inspection: Inspection, words: CountingWords) -> Iterator[Fault]:
    text = inspection.folded
    for counted in words.counted.finditer(text):
        end = counted.start()
        is_open = end > 0 and text[end - 1] in words.opens
        end -= is_open
        if end == 0 or text[end - 1] in words.bounds + "、（“":
            continue
        start = list_start(text, end, words)
        parts = pieces(text, start, end, words.separators)
        number = words.number(counted["number"])
        if number is None or len(parts) < 2 or any(_DIGIT.search(text[a:b]) for a, b in parts):
            continue
        low, high = members(text, start, end, words)
        # In “甲园、乙园、丙和丁2个园区” the number counts the last two only.
        alone = number > 2 or is_open
        too_many = low > number and low >= 3 and alone and not _counts_last(text, parts, number, words)
        too_few = high < number and not is_open and len(parts) >= 3 and (
            number - high <= _FAR or counted["noun"].startswith("大")
        )  # fmt: skip
        if too_many or too_few:
            first = _named_from(text, parts[0], words)
            yield _fault( counted["number"] + counted["noun"], low if too_many else high,
                (_trimmed(Span(first, end), text), Span(counted.start("number"), counted.start("noun") + 1)),
            )  # fmt: skip


def _counts_last(text: str, parts: list[tuple[int, int]], number: int, words: CountingWords) -> bool:
    """Whether the number may count only what the last piece joins (托里和乌苏)."""
    begin, end = parts[-1]
    return len(words.conjunctions.findall(text[begin:end])) + 1 == number


def _named_from(text: str, part: tuple[int, int], words: CountingWords) -> int:
    """Where the first member's name begins: behind the verbs that lead in the list."""
    begin, end = part
    while (verb := words.verbs.match(text, begin, end)) and verb.end() < end:
        begin = verb.end()
    return begin


def _listed_behind(inspection: Inspection, words: CountingWords) -> Iterator[Fault]:
    text = inspection.folded
    for label in words.label.finditer(text):
        number = words.number(label["number"])
        opens = label.start("opens")
        before = text[label.start() - 1] if label.start() else "\n"
        bare = label["measure"] is None
        if number is None or (bare and before not in _LABEL_BEFORE):
            continue
        if bare and words.not_listed.match(label["number"][-1] + label["noun"]):
            continue
        content = _content(text, opens, label["opens"])
        if content is None:
            continue
        counts = _counts(text, content, words)
        if not counts or number in counts or _sum_of_groups(label["number"] + label["noun"], words) in counts:
            continue
        said = content.of(text)
        if (words.unlisted.search(said) and max(counts) < number) or _is_no_list(inspection, said, label["noun"]):
            continue
        nearest = min(counts, key=lambda count: abs(count - number))
        yield _fault(
            label["number"] + label["noun"], nearest,
            (Span(label.start("number"), label.end("noun")), _trimmed(content, text)),
        )  # fmt: skip


def _sum_of_groups(slogan: str, words: CountingWords) -> int:
    """How many members a slogan of groups announces (三通一码: 4)."""
    return sum(words.number(sign) or 0 for sign in slogan if words.number(sign) is not None)


def _pointed_out(inspection: Inspection, words: CountingWords) -> Iterator[Fault]:
    """Points headed 一是, 二是 in one paragraph, against the number in the sentence that leads them in."""
    text = inspection.folded
    points = list(words.ordinals.finditer(text))
    for at, point in enumerate(points):
        if words.number(point[1]) != 1:
            continue
        line_end = text.find("\n", point.end())
        line_end = line_end if line_end >= 0 else len(text)
        run = [point]
        while at + len(run) < len(points) and points[at + len(run)].start() < line_end:
            following = points[at + len(run)]
            if words.number(following[1]) != len(run) + 1:
                break
            run.append(following)
        lead = list(words.counted.finditer(text, max(0, point.start() - _LEAD), point.start()))
        if len(run) < 2 or not lead or "\n" in text[lead[-1].start() : point.start()]:
            continue
        number = words.number(lead[-1]["number"])
        if number is None or number == len(run) or not lead[-1]["noun"].startswith(_POINTED):
            continue
        places = (Span(lead[-1].start("number"), lead[-1].start("noun") + 1), *(Span(*each.span(1)) for each in run))
        yield _fault(lead[-1]["number"] + lead[-1]["noun"], len(run), places)


def _content(text: str, opens: int, sign: str) -> Span | None:
    """What the sign opens: a bracket's inside, or the words behind a colon to the end of the sentence."""
    if sign == "（":
        end = closed_at(text, opens, _LONGEST)
        return Span(opens + 1, end) if end > opens + 1 else None
    begin, depth = opens + len(sign), 0
    for at in range(begin, min(len(text), begin + _LONGEST)):
        depth += (text[at] == "（") - (text[at] == "）")
        if text[at] in "。\n" or (text[at] == "；" and depth == 0) or depth < 0:
            return Span(begin, at) if at > begin else None
    return None


def _counts(text: str, content: Span, words: CountingWords) -> set[int]:
    """Every number of members that a list may be said to have; none if it is no list."""
    points = words.ordinals.findall("\n" + content.of(text))
    if points:
        return set()
    low, high = members(text, content.start, content.end, words)
    if high < 2:
        return set()
    parted = pieces(text, content.start, content.end, "；")
    if len(parted) == 1 and "，" in content.of(text):
        # Clauses, of which nobody can say whether they are members.
        return set()
    if max(end - begin for begin, end in pieces(text, content.start, content.end, "；、")) > _LONGEST_NAME:
        return set()
    return set(range(low, high + 1)) | ({len(parted)} if len(parted) > 1 else set())


def _is_no_list(inspection: Inspection, said: str, noun: str) -> bool:
    """Whether the words name no members: kinds of divisions (7个县（市、区）), figures, or labels of their own."""
    if all(_DIVISIONS.fullmatch(part.strip()) for part in re.split(r"[、和]", said)):
        return True
    if re.search(r"[：]", said) or noun.endswith(("标题", "附件")):
        return True
    return any(mention.unit for mention in inspection.language.figures(said)) or len(said) > 8 * _LONGEST


def _fault(said: str, count: int, places: tuple[Span, ...]) -> Fault:
    verb = "is" if count == 1 else "are"
    message = Words(f"“{inner(said)}”：列出的是{count}个", f"{quoted(said)}: {count} {verb} listed")
    return Fault(message, tuple(sorted(places)))


def _trimmed(span: Span, text: str) -> Span:
    said = span.of(text)
    return Span(span.start + len(said) - len(said.lstrip()), span.end - len(said) + len(said.rstrip()))


FINDS = [
    "打造⟦种业、新材料、装备制造、新能源⟧⟦五大⟧优势产业。\n",
    "建设⟦三个平台⟧（⟦会展平台、物流平台⟧）。\n",
    "构建生态格局，⟦两屏⟧：⟦北部山地屏障、南部丘陵屏障、东部平原屏障⟧；一带：清河生态带。\n",
    "重点做好⟦四个⟧方面工作：⟦一⟧是抓生产；⟦二⟧是抓销售；⟦三⟧是抓加工。\n",
    "建立⟦水稻试验中心、茶叶试验中心、蚕桑试验中心、药材试验中心⟧等⟦3个⟧中心。\n",
]
PASSES = [
    "打造种业、新材料、装备制造、新能源和商贸物流五大优势产业。\n",
    "坚持“四化”（产业化、绿色化、特色化、数字化），覆盖7个县（市、区），推进教育、医疗、养老等20个项目。\n",
    "建立水稻试验中心、茶叶试验中心、蚕桑试验中心、药材试验中心及推广中心等5个中心。\n",
    "坚持四个并重：坚持生产、生活并重，坚持城市、乡村并重。实施二期（一标段、二标段、三标段）。\n",
    "新建学校3所、医院2家、公园5个。\n",
]
