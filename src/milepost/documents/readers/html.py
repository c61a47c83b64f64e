"""A web page: its text a block a line, its headings and its tables; scripts, styles and navigation are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from milepost.documents.content import Content, refuse_long_text
from milepost.documents.decoding import decoded
from milepost.documents.model import BlockKind, Document
from milepost.documents.titles import BLANKS
from milepost.documents.writer import RawCell, TextWriter
from milepost.kernel.errors import ReadError

_HEAD = 4096  # where a page states its encoding (HTML asks for the first 1024 bytes)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030"}
# fmt: off
_LEFT_OUT = frozenset(
    {
        "script", "style", "nav", "noscript", "template", "head", "title", "iframe", "svg", "select", "button",
        "footer", "object", "audio", "video", "canvas",
    }
)
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "form", "header", "hgroup", "hr", "html", "li", "main",
        "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)
# fmt: on
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NUMBER = re.compile(r"\s*(\d{1,6})")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_CHINESE_BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\r\f\v]*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])")


def read(content: Content) -> Document:
    """Read a web page. Nothing that it links to is fetched.

    Raises
    ------
    ReadError
        If the page is too long, no text, nested too deeply, or without text.
    """
    refuse_long_text(len(content.data), content.name)
    stated = _CHARSET.search(content.data[:_HEAD])
    encoding = stated[1].decode("ascii").lower() if stated else ""
    page = decoded(content.data, content.name, _CHINESE.get(encoding, encoding))
    writer = _PageWriter()
    writer.notes.extend(page.notes)
    writer.walk(_tree(page.text, content.name))
    document = writer.document()
    if not document.text.strip():
        raise ReadError("the page holds no text", where=content.name, found="tags only", accepted="a page with text")
    return document


def _tree(text: str, name: str) -> etree._Element:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("the page cannot be parsed", where=name, found=str(error)[:200], accepted="HTML") from error
    return root


class _PageWriter(TextWriter):
    """Collects inline text and writes a line at each block's edge."""

    def __init__(self) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.kind: BlockKind = "paragraph"
        self.level: int | None = None

    def walk(self, root: etree._Element) -> None:
        """Write everything below `root`; without recursion, since pages nest deeply."""
        stack: list[tuple[etree._Element, bool]] = [(root, False)]
        while stack:
            element, leaving = stack.pop()
            name = _name(element)
            if leaving:
                self._leave(name, element)
                continue
            if name == "table" and not _is_hidden(element) and self._table(element):
                self.inline.append(element.tail or "")
                continue
            stack.append((element, True))
            if name in _LEFT_OUT or not name or _is_hidden(element):
                continue
            self._enter(name)
            self.inline.append(element.text or "")
            stack.extend((child, False) for child in reversed(element))

    def _enter(self, name: str) -> None:
        if name in _BLOCKS or name in _HEADINGS:
            self._flush()
        if name in _HEADINGS:
            self.kind, self.level = "heading", _HEADINGS[name]
        elif name == "li":
            self.kind = "list_item"
        elif name == "br":
            self._flush()

    def _leave(self, name: str, element: etree._Element) -> None:
        if name in _BLOCKS or name in _HEADINGS:
            self._flush()
            self.kind, self.level = "paragraph", None
        self.inline.append(element.tail or "")

    def _flush(self) -> None:
        text = _collapsed("".join(self.inline))
        self.inline.clear()
        if text:
            self.block(self.kind, text, self.level)

    def _table(self, element: etree._Element) -> bool:
        """Write a table of data; a table that only lays out the page is left to the walk."""
        if element.find(".//table") is not None or element.find(".//h1") is not None:
            return False
        rows, header_rows = _rows(element)
        if max((len(row) for row in rows), default=0) < 2:
            return False
        self._flush()
        caption = element.find("caption")
        title = None if caption is None else _collapsed(" ".join(_texts(caption)))
        span = self.block("caption", title) if title else None
        self.rows(rows, header_rows or None, span)
        return True


def _name(element: etree._Element) -> str:
    return str(element.tag) if type(element.tag) is str else ""  # comments have a function for a tag


def _is_hidden(element: etree._Element) -> bool:
    style = element.get("style") or ""
    return element.get("hidden") is not None or re.search(r"display\s*:\s*none", style, re.IGNORECASE) is not None


def _collapsed(text: str) -> str:
    """Text with blanks as a browser shows them; a line break between Chinese characters is none."""
    text = text.strip(BLANKS)
    if "\n" in text:
        text = _CHINESE_BREAK.sub("", text)
    return _SPACE.sub(" ", text)


def _rows(table: etree._Element) -> tuple[list[list[RawCell]], int]:
    """The rows of cells, and how many at the top are header by their tags."""
    rows: list[list[RawCell]] = []
    header_rows = 0
    for row in table.iter("tr"):
        cells = [cell for cell in row if _name(cell) in {"td", "th"}]
        if not cells:
            continue
        parent = row.getparent()
        is_header = all(_name(cell) == "th" for cell in cells) or (parent is not None and _name(parent) == "thead")
        if is_header and header_rows == len(rows):
            header_rows += 1
        rows.append([RawCell(_printed(cell), _size(cell, "rowspan"), _size(cell, "colspan")) for cell in cells])
    return rows, header_rows


def _size(cell: etree._Element, name: str) -> int:
    attribute = cell.get(name)
    if attribute is None:
        return 1
    stated = _NUMBER.match(attribute)
    size = int(stated[1]) if stated else 1
    return 10**6 if name == "rowspan" and size == 0 else max(size, 1)  # rowspan 0 reaches to the table's end


def _printed(cell: etree._Element) -> str:
    if len(cell) == 0:
        return _collapsed(cell.text or "")
    lines = ("".join(_texts(cell))).split("\x00")
    return "\n".join(line for line in (_collapsed(line) for line in lines) if line)


def _texts(element: etree._Element) -> Iterator[str]:
    """The texts inside, with U+0000 where a line ends."""
    yield element.text or ""
    for inner in element.iterdescendants():
        name = _name(inner)
        if name == "br" or name in _BLOCKS:
            yield "\x00"
        if name and name not in _LEFT_OUT:
            yield inner.text or ""
        yield inner.tail or ""
