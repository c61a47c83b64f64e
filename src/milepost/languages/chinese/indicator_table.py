"""Which words head, fill and qualify the indicator table of a Chinese plan."""

from __future__ import annotations

import re

from milepost.kernel.span import Span
from milepost.languages.chinese.titles import WORDS as TITLES
from milepost.languages.chinese.titles import five_year_plan
from milepost.languages.chinese.units import UNITS, normalize_unit
from milepost.languages.indicator_words import CellWords, HeaderWords, IndicatorWords, NameWords
from milepost.languages.words import Lexicon

_UNITS = Lexicon(UNITS)
_MAGNITUDE = re.compile(r"\s*(万亿|亿|万)?")
# Words behind which the figure before them belongs to another term.
_NO_UNIT = re.compile(r"[^\W\d_]*(?:增长|指标)")


def unit_at(text: str, start: int) -> Span | None:
    """Where the unit stands that begins at `start`, blanks left aside, with its magnitude; None for other words.

    >>> unit_at("420 万亩以上", 3), unit_at("12元/吨", 2), unit_at("5增长", 1)
    (Span(start=4, end=6), Span(start=2, end=5), None)
    """
    magnitude = _MAGNITUDE.match(text, start)
    assert magnitude is not None
    begin = magnitude.start(1) if magnitude[1] else magnitude.end()
    end = max(_UNITS.end(text, magnitude.end()), magnitude.end())
    if text.startswith("/", end) and end > begin:
        end = max(_UNITS.end(text, end + 1), end)
    return None if end == begin or _NO_UNIT.match(text, end) else Span(begin, end)


_ABOVE = r"(?:国家|中央|自治区|全区|省|全省|自治州|州|全州|市|全市|地区|上级|上一级)"

_HEADER = HeaderWords(
    roles=(
        ("number", re.compile(r"^(?:序号|编号|No\.?|#)$", re.IGNORECASE)),
        ("attribute", re.compile(r"属\s*性|性\s*质|指标类型|指标性")),
        ("unit", re.compile(r"^(?:计量|指标)?单\s*位")),
        ("other", re.compile(r"责任|牵头|部门|来源|备\s*注|说\s*明|依据|口径|完成率|实现程度")),
        ("rate", re.compile(r"年均|年平均|累\s*计|增速|增长率|年增长|增幅")),
        ("baseline", re.compile(r"基期|基数|现状|基准|实际|实绩|完成|预计|执行")),
        ("target", re.compile(r"目\s*标|规划|预期|计划")),
        ("category", re.compile(r"类\s*别|类\s*型|分\s*类|领\s*域|维\s*度|一级指标")),
        ("name", re.compile(r"指\s*标|名\s*称|项\s*目|内\s*容")),
    ),
    strong_name=re.compile(r"指\s*标"),
    ordinal_plan=TITLES.ordinal_plan,
    plan_years=five_year_plan,
    note=re.compile(r"(?:附|备)?注\s*\d*\s*[:：.]|说明\s*[:：]|资料来源|数据来源|[*※＊]"),
    category_row=re.compile(r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])\s*"),
)

_NAME = NameWords(
    number=re.compile(
        r"\s*(?:[（(]\s*(?P<bracketed>[0-9０-９]{1,3})\s*[)）][、.．]?|"
        r"(?P<plain>[0-9０-９]{1,3})\s*(?:[.．、](?![0-9０-９])|\s)"
        r"|(?P<ring>[①-⑳]))\s*"
    ),
    part=re.compile(r"\s*(?:其\s*中\s*[:：、]?|[#＃—–-]+)\s*"),
    unit_of=(("%", re.compile(r"[%％]\s*$")), ("‰", re.compile(r"‰\s*$"))),
    growth=re.compile(r"增长(?:率|速度)?(?:$|[（(，])|增速|增幅"),
    average_growth=re.compile(r"年均增长|年均增速|年平均增长|年均.{0,6}增长率"),
    reduction=re.compile(r"降低|下降|减少|削减|压减"),
    cumulative=re.compile(r"累\s*计|五年(?:合计|总)"),
    count=re.compile(r"(?!)"),
    synonyms=(
        (re.compile(r"地区生产总值|国内生产总值|生产总值|GDP|GRDP", re.IGNORECASE), "生产总值"),
        (re.compile(r"^(?:国民)?经济(?=增长|发展|$)"), "生产总值"),
    ),
    tails=re.compile(r"(?:年均|实际|速度|水平|同期|的|增长率|增长|增速|增幅|发展)+$"),
)

_CELL = CellWords(
    nothing=re.compile(r"[-－—–―─/\\.…·*\s]*|无|暂无|N/?A|未统计", re.IGNORECASE),
    year=re.compile(r"(?:19|20)\d\d\s*(?:[-–—~至]\s*(?:19|20)?\d\d)?\s*年"),
    milestone=re.compile(r"(?P<key>(?:19|20)\d\d)\s*年\s*:\s*"),
    part=re.compile(r"\s*(?P<name>[^\d\s:,;，；、<>≥≤〔(]{1,20})\s*:\s*(?=[<>≥≤〔]?\s*\d)"),
    before=(
        ("ge", re.compile(r"(?:≥|≧|>=|大于等于|不低于|不少于|不小于|至少|高于或等于|稳定在.{0,2}不低于)\s*$")),
        ("le", re.compile(r"(?:≤|≦|<=|小于等于|不超过|不高于|不多于|不大于|至多|控制在)\s*$")),
        ("gt", re.compile(r"(?:>|超过|高于|突破|大于|快于|多于)\s*$")),
        ("lt", re.compile(r"(?:<|低于|小于|少于)\s*$")),
        ("approx", re.compile(r"(?:约|约为|大约|接近|近|≈)\s*$")),
    ),
    after=(
        ("ge", re.compile(r"\s*(?:\((?:含|含本数)\))?\s*(?:及以上|或以上|以上)")),
        ("le", re.compile(r"\s*(?:\((?:含|含本数)\))?\s*(?:及以内|及以下|以内|之内|以下)")),
        ("approx", re.compile(r"\s*(?:左右|上下)")),
    ),
    unit=unit_at,
    through=re.compile(r"\s*(?:-|–|—|~|～|至|到)\s*"),
    strive=re.compile(r"力争|争取"),
    relation=re.compile(
        r"(?:略|明显|适度|逐步)?(?:(?P<ge>不低于|不慢于|不少于|不小于|≥)|(?P<le>不高于|不超过|≤)|"
        r"(?P<gt>高于|快于|大于|超过|优于|>)|(?P<lt>低于|慢于|小于|<))"
        r"(?P<what>[^,，、;；。\d]{2,30})"
        r"|(?:与|和|同|跟)(?P<alongside>[^,，、;；。\d]{2,30}?)(?:保持)?(?P<approx>基本|大体|"
        r"大致)?(?:同步|持平|一致|相当|匹配|相适应)"
    ),
    relations={"ge": "ge", "le": "le", "gt": "gt", "lt": "lt"},
    deferred=re.compile(
        rf"视情|另行|待定|待.{{0,8}}确定|以.{{1,20}}为准|按.{{1,20}}(?:执行|要求|下达|确定)|"
        rf"年度.{{0,6}}(?:确定|提出|安排|下达)"
        rf"|控制在[^\d]{{1,24}}(?:以)?内|完成[^\d]{{0,12}}(?:目标|任务|指标)|{_ABOVE}[^\d]{{0,10}}(?:下达|"
        rf"核定|分解|要求|指标|目标|任务|规定|考核)"
        rf"|下达|不突破[^\d]"
    ),
    implied=(
        (re.compile(r"全覆盖|全面覆盖|全部(?:达标|完成|实现)?$|应(?:保尽保|查尽查)"), 100, "%", "completion"),
        (re.compile(r"翻一番|翻番"), 2, "倍", "level"),
        (re.compile(r"翻两番"), 4, "倍", "level"),
        (re.compile(r"基?本?清零|零(?:增长|发生)$"), 0, "", "level"),
    ),
)

WORDS = IndicatorWords(
    header=_HEADER,
    name=_NAME,
    cell=_CELL,
    attributes=(("binding", re.compile("约束")), ("expected", re.compile("预期|指导|引导"))),
    normalize_unit=normalize_unit,
    percent="%",
)
