"""Which XML element of a Word file each character of its text came from.

The text is written by the reader itself, which is only watched, so that the two cannot drift apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from milepost.documents.archive import Archive
from milepost.documents.content import Content
from milepost.documents.readers.docx import WordWriter, characters, stories
from milepost.documents.wordstyles import Styles
from milepost.kernel.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of the text that one element (a `w:t`, a tab, a line break) gives, and the part it stands in."""

    span: Span
    element: etree._Element
    part: str


@dataclass(frozen=True, slots=True)
class Located:
    """A Word file: its text, the pieces of it in the order of the text, and the trees of the parts by name.

    Line breaks between paragraphs and the tabs before cells belong to no piece.
    """

    archive: Archive
    text: str
    pieces: tuple[Piece, ...]
    trees: dict[str, etree._Element]


def locate(content: Content) -> Located:
    """Read a Word file and note where its characters came from.

    Raises
    ------
    ReadError
        As the reader of Word files.
    """
    archive = Archive(content.data, content.name)
    writer = _Watched(Styles(archive.tree("word/styles.xml")))
    trees = {}
    for writer.part, story in stories(archive):
        trees[writer.part] = story.getroottree().getroot()
        writer.body(story)
    return Located(archive, writer.document().text, tuple(writer.pieces), trees)


class _Watched(WordWriter):
    """The reader's writer, which notes from which elements the characters of each line came."""

    def __init__(self, styles: Styles) -> None:
        super().__init__(styles)
        self.part = ""
        self.pieces: list[Piece] = []
        self._paragraphs: list[list[tuple[etree._Element, str]]] = []

    def printed(self, paragraph: etree._Element, boxes: list[etree._Element]) -> str:
        """The characters of a paragraph, whose elements are kept until its line is written."""
        given = list(characters(paragraph, boxes))
        self._paragraphs.append(given)
        return "".join(text for _, text in given)

    def line(self, text: str) -> Span:
        """Write a line, and give each character of the paragraphs in it its place."""
        span = super().line(text)
        at = 0
        for given in self._paragraphs:
            printed = "".join(characters for _, characters in given)
            if not printed.strip():
                continue  # a blank paragraph of a cell is not written at all
            # The paragraphs of a line follow each other, with no more than a tab or a line break before each.
            at = text.index(printed, at)
            for element, characters_of_it in given:
                if characters_of_it:
                    start = span.start + at
                    self.pieces.append(Piece(Span(start, start + len(characters_of_it)), element, self.part))
                at += len(characters_of_it)
        self._paragraphs.clear()
        return span
