"""How groups and lists of projects are written in a Chinese plan's boxes."""

from __future__ import annotations

import re

from milepost.languages.box_words import BoxWords

WORDS = BoxWords(
    item=re.compile(
        r"[0-9０-９]{1,2}(?:[.．、)）]|[ \u3000]+)(?![0-9０-９])|[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]"
        r"|[一二三四五六七八九十]{1,3}、|[①-⑳●■◆★▲▶►□○◎◇※•·○\-—–]+"
    ),
    label=re.compile(r"[^，。；：:！？\n]{2,24}[：:]"),
    name_label=re.compile(
        r"[^，。；：:、！？\n]{2,20}(?:工程|项目|行动|计划|专项|建设|体系|设施|平台|中心|基地|方面|领域)。"
    ),
    comma="、",
    clause="，",
    stops="。！？",
    note=re.compile(r"(?:附|备)?注\s*\d*\s*[:：.]|(?:资料|数据)来源\s*[:：]|[*※＊]"),
)
