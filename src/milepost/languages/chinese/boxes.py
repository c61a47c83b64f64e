"""How groups and lists of projects are written in a Chinese plan's boxes."""

from __future__ import annotations

import re

from milepost.languages.box_words import BoxWords

# A paragraph of running text opens with one of these; the name of a group of projects does not.
_POLICY = (
    "坚持|加快|加强|加大|推进|推动|推行|大力|积极|着力|全面|深入|持续|稳步|不断|努力|扎实|强化|深化|优化|"
    "完善|健全|构建|建立|建设|"
    "打造|培育|壮大|发展|提升|提高|促进|实施|支持|鼓励|引导|扩大|统筹|严格|落实|做好|做大|做强|抓好|用好|"
    "围绕|立足|依托|充分|"
    "进一步|高标准|高质量|高水平|开展|拓展|改善|增强|保障|规范|延伸|建成|切实|继续|巩固|合理|科学|有序|逐步|探索"
)

WORDS = BoxWords(
    item=re.compile(
        r"[0-9０-９]{1,2}(?:[.．、)）]|[ \u3000]+)(?![0-9０-９])|[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]"
        r"|[一二三四五六七八九十]{1,3}、|[①-⑳●■◆★▲▶►□○◎◇※•·○\-—–]+"
    ),
    label=re.compile(r"[^，。；：:！？\n]{2,24}[：:]"),
    name_label=re.compile(
        rf"(?!{_POLICY})[^，。；：:、！？\n]{{2,20}}(?:工程|项目|行动|计划|专项|建设|体系|设施|平台|中心|"
        rf"基地|方面|领域)。"
    ),
    comma="、",
    clause="，",
    stops="。！？",
    note=re.compile(r"(?:附|备)?注\s*\d*\s*[:：.]|(?:资料|数据)来源\s*[:：]|[*※＊]"),
)
