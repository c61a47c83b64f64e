"""A Word file with comments on characters of its text: the text and every other part stay as they are."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from milepost.documents.anchoring import anchor
from milepost.documents.archive import Archive
from milepost.documents.content import Content, body_part
from milepost.documents.locating import Located, locate
from milepost.documents.wordstyles import local_name, number, value
from milepost.kernel.span import Span

AUTHOR, INITIALS = "Milepost", "MP"

_CONTENT_TYPES = "[Content_Types].xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STRICT = "http://purl.oclc.org/ooxml/"
_RELATIONSHIPS = {
    True: f"{_STRICT}officeDocument/relationships/comments",
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
}
# Characters that XML cannot hold at all.
_NO_XML = {*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF} - {0x9, 0xA, 0xD}


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on a span of the text. `paragraphs` gives what it says, told whether it covers exactly its span."""

    span: Span
    paragraphs: Callable[[bool], Sequence[str]]


def with_comments(content: Content, comments: Sequence[Comment]) -> bytes:
    """The Word file with these comments beside those that it has.

    Spans count the characters of the text that the reader yields, which is the same before and after.

    Raises
    ------
    ReadError
        If the file cannot be read as a Word file.
    """
    located = locate(content)
    archive = located.archive
    main = body_part(archive.parts)
    package = _Package(archive, main, located)
    ids = range(package.next_id, package.next_id + len(comments))
    exact = anchor(located, main, [comment.span for comment in comments], ids)
    for comment, identity, is_exact in zip(comments, ids, exact, strict=True):
        package.add(identity, comment.paragraphs(is_exact))
    written = archive.copied(package.changed())
    assert locate(Content(written, content.name)).text == located.text, "comments leave the text as it is"
    return written


class _Package:
    """The parts of a Word file that comments change: the body, the comments, and what ties the two together."""

    def __init__(self, archive: Archive, main: str, located: Located) -> None:
        self.body = located.trees[main]
        self.word = str(etree.QName(self.body).namespace)
        self.archive, self.main = archive, main
        folder, name = posixpath.split(main)
        self.links_name = posixpath.join(folder, "_rels", f"{name}.rels")
        self.links = _or_empty(archive.tree(self.links_name), f"{_PACKAGE}/relationships", "Relationships")
        self.types = _or_empty(archive.tree(_CONTENT_TYPES), f"{_PACKAGE}/content-types", "Types")
        self.comments_name = self._linked() or self._link(folder)
        self.comments = _or_empty(archive.tree(self.comments_name), self.word, "comments", "w")
        taken = [number(value(each, "id"), -1) for each in (*self.comments, *self._marks())]
        self.next_id = max(taken, default=-1) + 1

    def add(self, identity: int, paragraphs: Sequence[str]) -> None:
        """Write a comment, its first paragraph bold."""
        comment = self._sub(self.comments, "comment", id=str(identity), author=AUTHOR, initials=INITIALS)
        for place, text in enumerate(paragraphs):
            run = self._sub(self._sub(comment, "p"), "r")
            if place == 0:
                self._sub(self._sub(run, "rPr"), "b")
            written = self._sub(run, "t")
            written.text = "".join(sign for sign in text if ord(sign) not in _NO_XML)
            written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def changed(self) -> dict[str, bytes]:
        """The parts that are new or changed, by name."""
        trees = {
            self.main: self.body,
            self.links_name: self.links,
            _CONTENT_TYPES: self.types,
            self.comments_name: self.comments,
        }
        return {name: _bytes(tree) for name, tree in trees.items()}

    def _sub(self, parent: etree._Element, name: str, **attributes: str) -> etree._Element:
        element = etree.SubElement(parent, f"{{{self.word}}}{name}")
        for key, text in attributes.items():
            element.set(f"{{{self.word}}}{key}", text)
        return element

    def _marks(self) -> list[etree._Element]:
        names = ("commentRangeStart", "commentReference")
        return [element for name in names for element in self.body.iter(f"{{{self.word}}}{name}")]

    def _linked(self) -> str:
        """The name of the part with the comments that the file has already; empty if it has none."""
        for link in self.links:
            if (link.get("Type") or "").endswith("/comments"):
                target = link.get("Target") or ""
                return posixpath.normpath(posixpath.join("/", posixpath.dirname(self.main), target)).lstrip("/")
        return ""

    def _link(self, folder: str) -> str:
        """Tie a new part for comments to the body; its name."""
        stems = ("comments", *(f"comments{count}" for count in range(2, 1000)))
        names = (posixpath.join(folder, f"{stem}.xml") for stem in stems)
        name = next(name for name in names if name not in self.archive.parts)
        taken = {link.get("Id") for link in self.links}
        identity = next(each for each in (f"rId{count}" for count in range(1, len(taken) + 2)) if each not in taken)
        link = etree.SubElement(self.links, f"{{{_PACKAGE}/relationships}}Relationship")
        link.set("Id", identity)
        link.set("Type", _RELATIONSHIPS[self.word.startswith(_STRICT)])
        link.set("Target", posixpath.basename(name))
        override = etree.SubElement(self.types, f"{{{_PACKAGE}/content-types}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", _COMMENTS_TYPE)
        return name


def _or_empty(tree: etree._Element | None, namespace: str, name: str, prefix: str | None = None) -> etree._Element:
    if tree is not None and local_name(tree) == name:
        return tree
    return etree.Element(f"{{{namespace}}}{name}", nsmap={prefix: namespace})  # type: ignore[dict-item]


def _bytes(tree: etree._Element) -> bytes:
    return etree.tostring(tree.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
