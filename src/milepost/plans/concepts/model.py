"""A concept: what a figure measures, whatever a plan calls it, and the words that bases and publishers go by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Nature = Literal["stock", "flow", "rate"]
Direction = Literal["up", "down", "hold", "none"]
Change = Literal["growth", "fall", "added"]

BASES: Final[dict[str, tuple[str, str]]] = {
    "current_prices": ("当年价格", "current prices"),
    "constant_prices": ("可比价格", "constant prices"),
    "same_coverage": ("同口径", "same coverage as the year before"),
    "resident_population": ("常住人口", "resident population"),
    "registered_population": ("户籍人口", "registered population"),
    "above_scale": ("规模以上", "enterprises above designated size"),
    "survey": ("抽样调查", "sample survey"),
    "registered": ("行政登记", "administrative register"),
    "year_end": ("年末", "end of year"),
    "calendar_year": ("当年累计", "sum of the calendar year"),
}
"""口径: prices, coverage or population that a figure is usually given on; code → (Chinese, English)."""

DEPARTMENTS: Final[dict[str, tuple[str, str]]] = {
    "statistics": ("统计", "statistics"),
    "development_reform": ("发展改革", "development and reform"),
    "finance": ("财政", "finance"),
    "tax": ("税务", "taxation"),
    "central_bank": ("人民银行", "central bank"),
    "finance_work": ("金融管理", "financial administration"),
    "commerce": ("商务", "commerce"),
    "customs": ("海关", "customs"),
    "industry": ("工业和信息化", "industry and information technology"),
    "agriculture": ("农业农村", "agriculture and rural affairs"),
    "housing": ("住房城乡建设", "housing and urban-rural development"),
    "human_resources": ("人力资源社会保障", "human resources and social security"),
    "civil_affairs": ("民政", "civil affairs"),
    "disabled": ("残联", "disabled persons' federation"),
    "education": ("教育", "education"),
    "health": ("卫生健康", "health"),
    "medical_insurance": ("医疗保障", "medical insurance"),
    "science": ("科技", "science and technology"),
    "intellectual_property": ("知识产权", "intellectual property"),
    "culture_tourism": ("文化和旅游", "culture and tourism"),
    "sports": ("体育", "sports"),
    "data": ("数据管理", "data administration"),
    "communications": ("通信管理", "communications"),
    "posts": ("邮政管理", "posts"),
    "transport": ("交通运输", "transport"),
    "railway": ("铁路", "railways"),
    "energy": ("能源", "energy"),
    "water": ("水利", "water resources"),
    "ecology": ("生态环境", "ecology and environment"),
    "forestry": ("林业和草原", "forestry and grassland"),
    "natural_resources": ("自然资源", "natural resources"),
    "emergency": ("应急管理", "emergency management"),
    "public_security": ("公安交通管理", "traffic administration"),
    "market": ("市场监管", "market regulation"),
    "meteorology": ("气象", "meteorology"),
    "justice": ("司法行政", "justice"),
    "government_office": ("政府办公室", "government office"),
}
"""Kinds of departments that publish figures or answer for them; code → (Chinese, English)."""


@dataclass(frozen=True, slots=True)
class Concept:
    """What a figure measures.

    `nature` says whether it is counted at a date (stock), over a period (flow) or per something (rate). `direction`
    is the wanted one; `none` is never scored. `units` are codes of base units (`milepost.languages.chinese.units`),
    and `low` and `high` the limits of what can be true, in those units, None where there is no limit.

    A growth, a reduction or an addition is a concept by itself, for its unit, basis and limits are its own: `base` is
    then the id of what changes, and `change` says how. `safeguard` marks counts of people being moved, resettled or
    transferred, which are reviewed and never scored.
    """

    id: str
    zh: str
    en: str
    zh_synonyms: tuple[str, ...]
    en_synonyms: tuple[str, ...]
    nature: Nature
    direction: Direction
    units: tuple[str, ...]
    low: float | None
    high: float | None
    basis: tuple[str, ...]
    publisher: str
    department: str
    safeguard: bool
    base: str | None
    change: Change | None

    def names(self, language: str) -> tuple[str, ...]:
        """The name and the synonyms in a language, `zh` or `en`; () for another."""
        if language == "zh":
            return self.zh, *self.zh_synonyms
        return (self.en, *self.en_synonyms) if language == "en" else ()
