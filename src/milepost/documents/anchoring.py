"""Where in a Word file the marks of a comment stand, so that it covers exactly the characters that it speaks of.

A run is split only where a comment begins or ends inside it, and both halves keep its formatting.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from milepost.documents.locating import Located, Piece
from milepost.documents.wordstyles import child, local_name, value
from milepost.kernel.span import Span

# What stands between a paragraph and its runs and may hold the marks of a comment too.
_TRANSPARENT = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo"}
)
# Content controls whose content Word rewrites as one run.
_PLAIN_CONTROLS = ("text", "dropDownList", "comboBox", "date")
_NOTES = {"word/footnotes.xml": "footnoteReference", "word/endnotes.xml": "endnoteReference"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place in the text of an element of a run: before its character number `at`."""

    leaf: etree._Element
    at: int


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where a comment begins and ends; without cuts it covers the paragraph."""

    paragraph: etree._Element
    begin: _Cut | None = None
    end: _Cut | None = None


class _Cuts:
    """Cuts runs, and knows which element begins and which ends at each cut."""

    def __init__(self) -> None:
        self._begins: dict[_Cut, etree._Element] = {}
        self._ends: dict[_Cut, etree._Element] = {}

    def make(self, cuts: Iterable[_Cut]) -> None:
        """Cut all runs at these places."""
        by_leaf: dict[etree._Element, set[int]] = defaultdict(set)
        for cut in cuts:
            by_leaf[cut.leaf].add(cut.at)
        for leaf, offsets in by_leaf.items():
            self._cut(leaf, sorted(offsets))

    def run_from(self, cut: _Cut) -> etree._Element:
        """The run that begins at a cut."""
        return _run(self._begins[cut])

    def run_up_to(self, cut: _Cut) -> etree._Element:
        """The run that ends at a cut."""
        return _run(self._ends[cut])

    def _cut(self, leaf: etree._Element, offsets: Sequence[int]) -> None:
        text = leaf.text or ""
        length = len(text) or 1  # a tab or a line break is one character
        current, done = leaf, 0
        for offset in offsets:
            cut = _Cut(leaf, offset)
            if offset == 0:
                _split_before(leaf)
                self._begins[cut] = leaf
                continue
            _split_behind(current)
            self._ends[cut] = current
            if offset == length:
                continue
            behind = deepcopy(current)
            behind.text, current.text = text[offset:], text[done:offset]
            for half in (current, behind):
                half.set(_SPACE, "preserve")
            _new_run_behind(_run(current)).append(behind)
            self._begins[cut] = current = behind
            done = offset


def anchor(located: Located, main: str, spans: Sequence[Span], ids: Sequence[int]) -> list[bool]:
    """Put the marks of comments into the part `main`, which holds the body; whether each covers exactly its span.

    A comment that cannot, since its place is in a note, in a formula or in no run at all, covers the paragraph.
    """
    places = _Places(located, main)
    anchors = [places.anchor(span) for span in spans]
    cuts = _Cuts()
    cuts.make(cut for each in anchors for cut in (each.begin, each.end) if cut is not None)
    for each, identity in zip(anchors, ids, strict=True):
        if each.begin is not None and each.end is not None:
            _mark(cuts.run_from(each.begin), cuts.run_up_to(each.end), identity)
        else:
            content = [inner for inner in each.paragraph if local_name(inner) != "pPr"]
            _mark(content[0], content[-1], identity)
    return [each.begin is not None for each in anchors]


class _Places:
    """Finds the elements of spans."""

    def __init__(self, located: Located, main: str) -> None:
        self.pieces = located.pieces
        self.main = main
        self.body = located.trees[main]
        self._starts = [piece.span.start for piece in self.pieces]
        self._ends = [piece.span.end for piece in self.pieces]

    def anchor(self, span: Span) -> _Anchor:
        """Where the comment on a span stands."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end) - 1
        if last < first:
            # No element gave these characters: the paragraph before them, else the first one.
            return self._widened(self.pieces[max(last, 0)])
        piece = self.pieces[first]
        story = _story(piece)
        together = last
        while _story(self.pieces[together]) is not story:
            together -= 1
        if piece.part != self.main or together != last:
            return self._widened(piece)
        behind = self.pieces[last]
        if not (_can_be_cut(piece.element) and _can_be_cut(behind.element)):
            return self._widened(piece)
        begin = _Cut(piece.element, max(span.start - piece.span.start, 0))
        end = _Cut(behind.element, min(span.end, behind.span.end) - behind.span.start)
        return _Anchor(_paragraph(piece.element), begin, end)

    def _widened(self, piece: Piece) -> _Anchor:
        """The whole paragraph of a piece; for one in a note, the paragraph that refers to the note."""
        return _Anchor(_paragraph(piece.element if piece.part == self.main else self._reference(piece)))

    def _reference(self, piece: Piece) -> etree._Element:
        """The reference in the body to the note that a piece stands in; the body's last character if there is none."""
        identity = value(_story(piece), "id")
        for element in self.body.iter():
            if local_name(element) == _NOTES.get(piece.part) and value(element, "id") == identity:
                return element
        return next(each for each in reversed(self.pieces) if each.part == self.main).element


def _story(piece: Piece) -> etree._Element:
    """What a piece's text flows in: the body, a text box or a note. A comment stays within one."""
    element = piece.element
    while local_name(element) not in {"txbxContent", "footnote", "endnote", "body"}:
        parent = element.getparent()
        if parent is None:
            break
        element = parent
    return element


def _paragraph(element: etree._Element) -> etree._Element:
    """The innermost paragraph that an element stands in."""
    while local_name(element) != "p":
        parent = element.getparent()
        assert parent is not None, "the reader finds characters in paragraphs only"
        element = parent
    return element


def _can_be_cut(leaf: etree._Element) -> bool:
    """Whether a piece of text stands right in a run of a paragraph: not in a formula, ruby text or plain control."""
    run = leaf.getparent()
    if run is None or run.tag != f"{{{_word_namespace(leaf)}}}r":
        return False
    outer = run.getparent()
    while outer is not None and local_name(outer) != "p":
        if local_name(outer) not in _TRANSPARENT or _is_plain_control(outer):
            return False
        outer = outer.getparent()
    return outer is not None


def _is_plain_control(element: etree._Element) -> bool:
    properties = child(element, "sdtPr")
    return any(child(properties, name) is not None for name in _PLAIN_CONTROLS)


def _run(leaf: etree._Element) -> etree._Element:
    run = leaf.getparent()
    assert run is not None, "only text in a run is cut"
    return run


def _split_before(leaf: etree._Element) -> None:
    """Let a leaf begin its run: what stands before it goes on in a run of its own."""
    run = _run(leaf)
    before = [each for each in leaf.itersiblings(preceding=True) if local_name(each) != "rPr"]
    if before:
        fresh = _empty_like(run)
        fresh.extend(reversed(before))
        run.addprevious(fresh)


def _split_behind(leaf: etree._Element) -> None:
    """Let a leaf end its run: what stands behind it goes on in a run of its own."""
    behind = list(leaf.itersiblings())
    if behind:
        _new_run_behind(_run(leaf)).extend(behind)


def _new_run_behind(run: etree._Element) -> etree._Element:
    fresh = _empty_like(run)
    fresh.tail, run.tail = run.tail, None
    run.addnext(fresh)
    return fresh


def _empty_like(run: etree._Element) -> etree._Element:
    """A run with the properties of another and no content."""
    fresh = etree.Element(run.tag, dict(run.attrib.items()), nsmap=run.nsmap)  # type: ignore[arg-type]
    properties = child(run, "rPr")
    if properties is not None:
        fresh.append(deepcopy(properties))
    return fresh


def _mark(first: etree._Element, last: etree._Element, identity: int) -> None:
    """Put a comment's marks around two elements and everything between, and its reference behind."""
    word = _word_namespace(first)
    name = str(identity)
    start, end, run = (etree.Element(f"{{{word}}}{tag}") for tag in ("commentRangeStart", "commentRangeEnd", "r"))
    etree.SubElement(run, f"{{{word}}}commentReference").set(f"{{{word}}}id", name)
    for mark in (start, end):
        mark.set(f"{{{word}}}id", name)
    first.addprevious(start)
    last.addnext(run)
    last.addnext(end)


def _word_namespace(element: etree._Element) -> str:
    """The namespace of Word's own elements in a file: that of its root."""
    root = element.getroottree().getroot()
    return str(etree.QName(root).namespace)
