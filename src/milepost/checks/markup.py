"""How text of a document stands in Markdown and HTML, so that nothing in it is taken for markup."""

from __future__ import annotations

import html
import re

from milepost.checks.excerpts import visible

# What may begin or end something in Markdown (emphasis, code, links, cells, tags, formulas, names), wherever it stands;
# and what does so only at the beginning of a line (headings, lists, underlines).
_ANYWHERE = re.compile(r"([\\`*_{}\[\]<>|~&$@])")
_AT_THE_BEGINNING = re.compile(r"(\s*\d*)([#+\-=.)])")


def in_markdown(text: str) -> str:
    r"""Text as Markdown that shows exactly these characters, on one line.

    >>> print(in_markdown("*a* [b](c) <d>\n# 增长6.5%"), in_markdown("1. a"), in_markdown("- b"))
    \*a\* \[b\](c) \<d\> # 增长6.5% 1\. a \- b
    """
    escaped = _ANYWHERE.sub(r"\\\1", visible(text))
    return _AT_THE_BEGINNING.sub(r"\1\\\2", escaped, count=1) if _AT_THE_BEGINNING.match(escaped) else escaped


def in_html(text: str) -> str:
    r"""Text as HTML that shows exactly these characters, fit for attributes too.

    >>> in_html('<a href="x">&\x00')
    '&lt;a href=&quot;x&quot;&gt;&amp; '
    """
    return html.escape(visible(text))
