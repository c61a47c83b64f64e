"""Which paragraph styles of a Word file are headings, and how deep."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

_NAMED = re.compile(r"(?:heading|标题)\s*([1-9])(?!\d)", re.IGNORECASE)
_LONGEST_CHAIN = 20  # styles may be based on each other in a circle
TITLE = 0
"""The depth given to the document's own title (style Title)."""
BODY = 10
"""Word's outline level for running text, counted from 1."""


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace (Word has two: transitional and strict); empty for comments."""
    tag = element.tag
    return str(tag).rpartition("}")[2] if type(tag) is str else ""  # comments have a function for a tag


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name, if there is one."""
    if element is None:
        return None
    return next((inner for inner in element if local_name(inner) == name), None)


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute's value whatever its namespace; None if it is missing."""
    if element is None:
        return None
    return next((str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def number(text: str | None, otherwise: int = 0) -> int:
    """A whole number from an attribute, `otherwise` if it is missing or none."""
    if text is None or not re.fullmatch(r"-?\d{1,9}", text.strip()):
        return otherwise
    return int(text)


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str
    outline: int | None
    properties: etree._Element | None


class Styles:
    """The paragraph styles of a Word file, by their identifiers."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        for element in root if root is not None else ():
            if local_name(element) == "style":
                properties = child(element, "pPr")
                outline = value(child(properties, "outlineLvl"))
                self._styles[value(element, "styleId") or ""] = _Style(
                    value(child(element, "name")) or "",
                    value(child(element, "basedOn")) or "",
                    None if outline is None else number(outline, BODY) + 1,
                    properties,
                )

    def heading_level(self, properties: etree._Element | None) -> int | None:
        """The depth of a heading from its paragraph properties: 1 to 9, `TITLE`, or None for running text."""
        own = value(child(properties, "outlineLvl"))
        if own is not None:
            return _level(number(own, BODY) + 1)
        for style in self._chain(value(child(properties, "pStyle")) or ""):
            if style.outline is not None:
                return _level(style.outline)
            named = _NAMED.fullmatch(style.name.strip())
            if named:
                return int(named[1])
            if style.name.strip().lower() in {"title", "标题"}:
                return TITLE
        return None

    def numbering(self, properties: etree._Element | None) -> etree._Element | None:
        """The paragraph's `numPr`, its own or its style's."""
        own = child(properties, "numPr")
        if own is not None:
            return own
        for style in self._chain(value(child(properties, "pStyle")) or ""):
            inherited = child(style.properties, "numPr")
            if inherited is not None:
                return inherited
        return None

    def _chain(self, identifier: str) -> list[_Style]:
        chain: list[_Style] = []
        while identifier in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[identifier])
            identifier = chain[-1].based_on
        return chain


def _level(outline: int) -> int | None:
    return outline if 1 <= outline < BODY else None
