"""Residue of a word processor stands in the text.

## 查什么
文字处理软件的残留：书签标记（[bookmark: …]）、域代码（HYPERLINK、TOC、MERGEFORMAT）、失效引用（“错误！未找到引用源”）、
软连字符和控制字符、网页代码（&nbsp;、<br>）、乱码字符。同一种残留只报一次，列出全部位置。

## 为什么要紧
正式文本带有残留，说明定稿前没有清理；失效引用还意味着原来指向的内容已经找不到。

## What it checks
What a word processor leaves behind: bookmark marks, field codes, references that lost their source, soft hyphens and
control characters, codes of web pages, characters that could not be decoded. One finding for each kind, with all its
places.

## Why it matters
Residue in the final text shows that it was not cleaned; a lost reference points at something that is no longer there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="LA12",
    name="word-processor-residue",
    severity="warning",
    title=Words("文字处理软件残留", "residue of a word processor"),
    advice=Words("清除残留标记；失效的引用重新指定。", "Remove the residue, and set lost references anew."),
    remedy="correct",
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of residue: its name, its pattern, and signs without one of which the pattern need not be tried."""

    name: Words
    pattern: re.Pattern[str]
    signs: str


_CONTROL = "".join(map(chr, [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010)]))
_CONTROL += "".join(map(chr, [*range(0x202A, 0x202F), 0x2060]))
_UNREAD = "".join(map(chr, [0xFFFD, *range(0xE000, 0xF900)])) + "锟烫"
_KINDS = (
    _Kind(Words("目录书签", "bookmarks of a table of contents"), re.compile(r"\[bookmark: ?_Toc[^\]\n]{0,60}\]"), "["),
    _Kind(
        Words("链接或隐藏书签", "bookmarks of links and hidden ones"),
        re.compile(r"\[bookmark:(?! ?_Toc)[^\]\n]{0,80}\]|OLE_LINK\d+(?!\])"),
        "[_",
    ),
    _Kind(
        Words("域代码", "field codes"),
        re.compile(
            r"\{ ?(?:HYPERLINK|TOC|PAGEREF|REF|SEQ|PAGE|NUMPAGES|STYLEREF|INCLUDEPICTURE|EMBED)\b[^}\n]{0,120}\}?"
            r"|HYPERLINK \"[^\"\n]{0,200}\"|PAGEREF _\w+(?: \\h)?|\\\* ?MERGEFORMAT|TOC \\[a-z][^\n]{0,40}"
        ),
        '{\\"_',
    ),
    _Kind(
        Words("失效的引用", "references without a source"),
        re.compile(
            r"错误[!！] ?(?:未找到引用源|未定义书签|超链接引用无效|文档中没有指定样式的文字)[。.]?"
            r"|Error! (?:Reference source not found|Bookmark not defined|Hyperlink reference not valid"
            r"|No text of specified style)\.?"
        ),
        "!！",
    ),
    _Kind(
        Words("网页代码", "codes of web pages"),
        re.compile(
            r"&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|middot|#\d{2,5});"
            r"|</?(?:br|p|span|div|font|sup|sub)\b[^>\n]{0,40}>"
        ),
        "&<",
    ),
    _Kind(
        Words("控制字符或不可见字符", "control or invisible characters"),
        re.compile(f"[{re.escape(_CONTROL)}]+"),
        _CONTROL,
    ),
    _Kind(
        Words("乱码字符", "characters that could not be decoded"),
        re.compile("[\ufffd\ue000-\uf8ff]+|锟斤拷|烫烫烫"),
        _UNREAD,
    ),
    _Kind(Words("段落标记", "paragraph marks"), re.compile("[¶↵]+"), "¶↵"),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding for each kind of residue, resting on all its places."""
    markup = inspection.plan.document.media_type in ("text/markdown", "text/html")
    present = frozenset(inspection.text)
    for kind in _KINDS:
        if present.isdisjoint(kind.signs) or (markup and "&" in kind.signs):
            continue
        places = tuple(Span(*found.span()) for found in kind.pattern.finditer(inspection.text))
        if places:
            first = places[0].of(inspection.text)
            shown = first if first.isprintable() else f"U+{ord(first[0]):04X}"
            message = Words(
                f"正文中残留{kind.name.zh}{len(places)}处，如“{inner(shown)}”",
                f"{len(places)} {kind.name.en}, such as {quoted(shown)}",
            )
            yield Fault(message, places)


FINDS = [
    "⟦[bookmark: _Toc100]⟧第一章  总体要求\n坚持稳中求进。\n⟦[bookmark: _Toc101]⟧第二章  主要任务\n抓好落实。\n",
    "第一章  总体要求\n坚持稳中求进，重点项目见⟦错误！未找到引用源。⟧\n",
    "Chapter 1 Aims\nThe works are shown in ⟦Error! Reference source not found.⟧\n",
    '第一章  总体要求\n坚持稳中求进，详见⟦HYPERLINK "https://example.org"⟧附件。\n',
]
PASSES = [
    "第一章  总体要求\n坚持稳中求进，建设链接城乡的公路网。\n",
    "Chapter 1 Aims\nThe error rate falls; hyperlinks between the offices are set up.\n",
]
