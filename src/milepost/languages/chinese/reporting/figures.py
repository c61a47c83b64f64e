"""How single figures of a Chinese communiqué are read: growths, shares, levels, and lists that are dealt out."""

from __future__ import annotations

import re

from milepost.kernel.span import Span
from milepost.languages.chinese.reporting import changes, names
from milepost.languages.chinese.reporting.state import State
from milepost.languages.mention import Mention
from milepost.languages.reported import Reported

_LEAST_NAMED = 3
_SHARE = re.compile(
    r"(?P<part>[^，]*?)占(?:到)?(?:全[省市县区州国](?=[^一-鿿]|的))?(?P<whole>[^，\d]*?)的?(?P<noun>比重|比例|"
    r"份额|比)?(?:分别)?(?:为|达到?|是|约|近|超过?|均)*$"
)
_COMPLETION = re.compile(r"(?:完成|为|达到|占|达)[^，]{0,10}(?:预算|目标|计划|任务)(?:数|任务|目标)?的? ?$")
_PART_OF_OTHER = re.compile(r"(?:相当于|是|为)[^，]{1,16}的$")
_PULL = re.compile(r"拉动|贡献(?!率)|折合|折算|汇率|换算|仅比|相差|相抵")
_PLACE = re.compile(r"(?:居(?![民住])|位居|位列|排名|列全)[^，]{0,8}$|连续 ?$|[第前] ?$")
_NEW = re.compile(r"(?:新增|净增)$")
_COUNTS = frozenset(
    "个 家 所 座 处 条 项 件 套 间 台 辆 艘 架 张 种 类 场 场次 届 门 批 对 组 支 片 块 册 部 户 人 名 位 起 "
    "人次 万人 万户 "
    "万个 万家 村 镇 乡 亩 万亩 公里 万件 万台 万辆 个（套）".split()
)
_PERCENT = frozenset(("%", "‰"))
_NOUN = re.compile(r"[^，。；、\d（）]{1,16}")
_INTENTION = re.compile(r"(?:措施|政策|举措|任务|台阶|意见|要求|办法|制度|事项|行动|实事|批次)$")
_MARK = re.compile(r" ?(?:大?关口?|台阶)")
_NO_NOUN = re.compile(r"^(?:左右|以上|以下|以内|之间|的|和|及|与|大关|多|余|为|是|比|较|占|增|下|同比|，)|[。，；]")
_DOING = re.compile(
    r"^(?:新建|改建|建成|新建改建|改造|实施|帮助|培训|完成|引进|发放|开工|打造|创建|认定|新认定|接待|组织|举办|"
    r"开展|查处|受理|审结|救助|发展|培育|新增|"
    r"新登记|办理|支持|命名|落实|争取|资助|安置|拥有|共有|有|下辖|辖|建有|设|辖区)+$"
)
_EMPTY_DOING = re.compile(r"^(?:拥有|共有|有|下辖|辖|建有|设|辖区|全[省市县区州])+$")
_RATE = re.compile(r"(?:率|比重|占比|指数|系数|比例|度|水平|比|价格|中位数|平均值|均值|利率|面)$")
_OWN_SHARE = re.compile(r"(?P<part>[^占]{2,}?)的?(?:比重|占比|比例)")
_AMONG_PEOPLE = re.compile(r"[一-鿿]{2,12}(?:人员|医生|教师|职工|干部|党员|学生|人口)中(?=[一-鿿]{2,})")
_KIND_OF_PEOPLE = re.compile(r"(?:人员|医生|教师|职工|干部|党员|学生|人口|护士|医师|士)$")
_TIME_UNITS = frozenset("年 个月 月 天 日 小时 分钟 周岁 岁".split())
_IS_SHARE = re.compile(r"占(?![用地有])")
_SHARE_NAME = re.compile(r"(?P<part>.+?)占(?:.*比重|比)")
_PRICED = re.compile(r"(?:上涨|下跌)(?:了)? ?$")
_ONLY_CHANGE = re.compile(r"(?:同比|比)?(?:持平|上涨|下降|增长|上升|减少|增加|回落|提高|降低)")
_COMPARATIVE = re.compile(r"(?:高于|低于|快于|(?:好于|优于)(?! ?[Ⅰ-ⅤI一二三四五]))[^，]{2,}$")


def level_name(state: State, left: str, mention: Mention, right: str) -> str:
    """What a level is of; "" when nothing names it."""
    name = names.clean(left)
    noun = _noun_behind(right) if mention.unit in _COUNTS else ""
    if _NEW.fullmatch(name) and not noun:
        return "新增" + state.name_of(state.held) if state.held is not None else ""
    if noun and (not name or _EMPTY_DOING.match(name)):
        return noun
    if noun and _DOING.match(name):
        return name + noun
    if not name and noun:
        return noun
    return name


def _noun_behind(right: str) -> str:
    found = _NOUN.match(right.strip())
    if found is None or _NO_NOUN.match(right.strip()):
        return ""
    return found[0].strip()


def placed(state: State, name: str, unit: str | None, *, is_growth: bool = False) -> tuple[str, str | None]:
    """A name made whole by what it is a part of, and the basis that it takes over."""
    previous = state.name_of(len(state.bases) - 1) if state.held is not None else ""
    whole = state.name_of(state.whole)
    if previous:
        fuller = names.after(name, previous)
        if fuller != name:
            return fuller, None
    if whole and (is_growth or _same_unit(state, state.whole, unit)):
        full = names.of_whole(name, whole)
        if full != name or names.has_head(name) or not previous or name.startswith("每"):
            return full, names.inherited_basis(whole, full)
    if not names.has_head(name) and previous and (is_growth or _same_unit(state, len(state.items) - 1, unit)):
        return names.of_whole(name, previous), None
    return name, None


def _same_unit(state: State, place: int | None, unit: str | None) -> bool:
    """Whether a figure may be a part of another: in one unit, or both growths."""
    return place is not None and _kind_of_unit(state.items[place].unit) == _kind_of_unit(unit)


def _kind_of_unit(unit: str | None) -> str:
    return (unit or "").lstrip("万亿千百")


def read_growth(state: State, change: changes.Change, mention: Mention, clause: Span, left: str) -> None:
    """A figure behind a verb of change."""
    on = state.against or changes.against(left, state.year)
    if changes.is_points(mention) or mention.unit not in ("%", "倍"):
        # 新增 is handled as a level; any other amount of change is none.
        state.put_aside(mention, "points" if changes.is_points(mention) else "change")
        state.subject = change.before if names.clean(changes.without_phrases(change.before)) else state.subject
        return
    if on == "comparison":
        state.put_aside(mention, "comparison")
        return
    if on != "year":
        state.put_aside(mention, "many_years" if on == "many_years" else "not_on_year")
        return
    assert mention.value is not None
    named = names.clean(changes.without_phrases(change.before))
    part = "" if named else _part_of_share(state)
    if part:
        # The level of it may have been told before its share.
        told = next((at for at in reversed(range(state.first, len(state.items))) if state.bases[at] == part), None)
        named, state.held = ("", told) if told is not None else (part, state.held)
    if names.is_rate(named or state.name_of(state.held)) and (named or _held_in_percent(state)):
        # A rate that grows by some per cent may have grown by as many points: nobody can tell.
        state.put_aside(mention, "points")
        return
    negative = is_negative(state.text, mention.span.start)
    if negative and change.sign < 0:
        # 下降-3%: nobody can tell which of the two is meant.
        state.put_aside(mention, "unnamed")
        return
    sign = -1 if negative else change.sign
    percent = round(sign * mention.value * (100 if mention.unit == "倍" else 1), 6)
    name = named
    real = bool(changes.REAL.search(left)) or state.real
    add_growth(state, name, percent, mention.span, clause, mention, real)


def _part_of_share(state: State) -> str:
    """采矿业增加值占比96%，同比下降15%: what falls by per cent is the value added, not its share."""
    found = _SHARE_NAME.fullmatch(state.name_of(state.held))
    return found["part"] if found and names.has_head(found["part"]) else ""


def _held_in_percent(state: State) -> bool:
    """Whether the figure that a growth would belong to is a percentage; 全员劳动生产率 in yuan is none."""
    return state.held is None or state.items[state.held].unit in (*_PERCENT, None)


def add_growth(
    state: State, name: str, percent: float, span: Span, clause: Span, mention: Mention | None, real: bool
) -> None:
    """Give a growth to the figure that it is said of, or report it by itself."""
    if name and names.is_rate(name) and not percent:
        return
    place = state.held if state.held is not None else state.whole
    other_time = place is not None and state.items[place].when != state.when
    if not name and not other_time and state.grown(percent):
        state.nominal = not real
        return
    # 名义增长5.3%，实际增长5.1%: the second is a growth by its own.
    base = name or state.name_of(place)
    if not name and (real and not other_time) and base:
        _report_growth(state, base, names.growth_name("") and base + "实际增长", percent, span, clause, mention, None)
        return
    if not base or (not name and not other_time):
        if mention is not None:
            state.put_aside(mention, "unnamed")
        return
    base, basis = placed(state, base, "%", is_growth=True) if name else (base, None)
    if mention is not None and not names.has_head(base) and _PRICED.search(state.text[: mention.span.start]):
        # Only prices 上涨: 食品类上涨4.5%.
        base += "价格"
    if names.falls(base):
        # 单位地区生产总值能耗下降2.5% is 降低2.5%, as a plan says it.
        _report_growth(state, base, base + "降低", -percent + 0.0, span, clause, mention, basis)
        return
    _report_growth(state, base, names.growth_name(base), percent, span, clause, mention, basis)


def _report_growth(
    state: State, base: str, name: str, percent: float, span: Span, clause: Span, mention: Mention | None,
    basis: str | None,
) -> None:  # fmt: skip
    state.add(
        Reported(
            name, percent, "%", span, clause, mention.comparator if mention else None, state.when,
            preliminary=state.preliminary, basis=basis, whole=state.region,
        ),
        base,
    )  # fmt: skip


def read_share(state: State, left: str, mention: Mention, clause: Span) -> bool:
    """X占Y的比重为: a share by its own name; False where the words speak of no share."""
    if mention.unit not in _PERCENT:
        return False
    found = _SHARE.search(left)
    if found is None or _COMPLETION.search(left):
        return False
    part = names.clean(found["part"]) or state.name_of(state.held)
    whole = names.clean(found["whole"]) if found["whole"] else ""
    if whole and whole == part and names.WHOLE.match(found["whole"]):
        whole = found["whole"]
    if whole:
        state.parent_share = whole
    else:
        whole = state.parent_share or _whole_of(state)
    if part and not whole and len(part) > _LEAST_NAMED and found["part"].strip():
        # 达到Ⅲ类标准的断面占44%: of what is understood.
        add_level(state, part + "占比", mention, clause, None)
        return True
    if not part or not whole or part == whole:
        state.put_aside(mention, "unnamed")
        return True
    if state.whole is not None or whole.endswith("生产总值"):
        part = names.of_whole(part, whole) if not names.has_head(part) else part
    add_level(state, names.share_name(part, whole), mention, clause, None)
    return True


def _whole_of(state: State) -> str:
    """What an unnamed whole of a share is: that whose parts are being told, or the main figure before."""
    place = state.whole if state.whole is not None else state.main
    if place is None or place == state.held or (place < state.first and place != state.whole):
        return ""
    name = state.name_of(place)
    return "" if _IS_SHARE.search(name) else name


def read_level(state: State, left: str, mention: Mention, right: str, clause: Span) -> None:
    """A figure that states how much there is."""
    words = left.rstrip()
    if _COMPLETION.search(words) or _PART_OF_OTHER.search(words):
        state.put_aside(mention, "completion")
        return
    if _PULL.search(words) or _PLACE.search(words) or changes.is_points(mention) or _COMPARATIVE.search(words):
        state.put_aside(mention, "comparison")
        return
    if mention.high is not None:
        state.put_aside(mention, "range")
        return
    name = level_name(state, left, mention, right)
    if _INTENTION.search(_noun_behind(right)) or _INTENTION.search(name):
        state.subject = left
        state.put_aside(mention, "comparison")
        return
    if mention.unit in ("万", "亿", "万亿") and _MARK.match(right):
        state.subject = left
        state.put_aside(mention, "comparison")
        return
    if not name and state.subject:
        name = names.clean(changes.bare(state.subject))
        name = name if names.has_head(name) else ""
    if not name or not fits(name, mention) or _ONLY_CHANGE.fullmatch(name):
        state.put_aside(mention, "unnamed")
        return
    name, basis = placed(state, _among(state, name, mention), mention.unit)
    add_level(state, name, mention, clause, basis)


def _among(state: State, name: str, mention: Mention) -> str:
    """A name with what it is a part of by the words before: 卫生技术人员中 … 大专学历, 断面中 … 达标的比重."""
    share = _OWN_SHARE.fullmatch(name) if mention.unit in _PERCENT else None
    if share and state.parent_share and names.has_head(share["part"]):
        return names.share_name(share["part"], state.parent_share)
    if share and state.among:
        return state.among + name
    kind = _AMONG_PEOPLE.match(name)
    if kind:
        state.among, state.among_unit = kind[0], mention.unit or ""
    elif state.among and state.among_unit == mention.unit and not names.has_head(name):
        return state.among + name if not _KIND_OF_PEOPLE.search(name) else name
    return name


def fits(name: str, mention: Mention) -> bool:
    """Whether a name can be that of a level in this unit."""
    if len(name) > 40 or "，" in name or (_IS_SHARE.search(name) and mention.unit not in _PERCENT):
        return False
    if mention.unit is None:
        return bool(_RATE.search(name)) or name.endswith(("比值", "数", "总量", "值"))
    if mention.unit in _PERCENT:
        return bool(_RATE.search(names.base_of(name)))
    if mention.unit in _TIME_UNITS:
        return name.endswith(("天数", "寿命", "年限", "时间", "时长", "周期", "日数", "时数"))
    return True


def add_level(state: State, name: str, mention: Mention, clause: Span, basis: str | None) -> None:
    """Report a level."""
    assert mention.value is not None
    value = -mention.value if is_negative(state.text, mention.span.start) else mention.value
    note = "约数" if mention.comparator == "approx" else None
    state.add(
        Reported(
            name, value, mention.unit, mention.span, clause, mention.comparator, state.when,
            preliminary=state.preliminary, basis=basis, whole=state.region, note=note,
        ),
        name,
    )  # fmt: skip


def is_negative(text: str, start: int) -> bool:
    """Whether a minus stands before a number: 率为-3.19‰.

    >>> is_negative("率为-3.19‰", 3), is_negative("2-3", 2)
    (True, False)
    """
    before = text[max(0, start - 2) : start - 1]
    between_figures = before.isascii() and before.isalnum()
    return text[max(0, start - 1) : start] in ("-", "−", "–") and not between_figures


def is_progress(left: str) -> bool:
    """Whether a figure says how much of a plan or target is done.

    >>> is_progress("分别完成年计划的")
    True
    """
    return bool(_COMPLETION.search(left.rstrip()))
