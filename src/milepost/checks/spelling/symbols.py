"""Characters that stand in place of a sign: “互联网十医疗” for “互联网+医疗”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.spelling.model import Suspicion
from milepost.kernel.span import Span

# Things that plans join with a plus sign. The numeral after them would count something: 智能十条.
PLUS = re.compile(
    "(?:互联网|物联网|大数据|人工智能|区块链|智能|智慧|数字|生态|文化|旅游|文旅|党建|标准|品牌|基地|合作社|公司|农户|电商|金融|科技|[A-Z]{2}|5G)"
    "(?P<sign>[十✚╋])(?=[一-鿿])(?!(?:大|项|个|条|家|强|佳|件|种|类|批|年|天|余|几|多|分|二|三|四|五|六|七|八|九|亿|万|百|千))"
)
CERTAIN = 0.97


def wrong_signs(text: str) -> Iterator[Suspicion]:
    """Each numeral ten that was meant for a plus sign.

    >>> [(each.found, each.proposed) for each in wrong_signs("推进“互联网十教育”，数字十条")]
    [('十', '+')]
    """
    for found in PLUS.finditer(text):
        yield Suspicion(Span(*found.span("sign")), found["sign"], "+", "symbol", CERTAIN)
