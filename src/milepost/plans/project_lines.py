"""Which lines and sentences of a box belong to which group word, and which name a project that is described."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from milepost.kernel.span import Span
from milepost.plans.enumerations import part, trim
from milepost.plans.project_names import Named, Names

_DIGIT = re.compile(r"[0-9０-９]+|[一二三四五六七八九十]+|.")
_LINE = re.compile(r"[^\n]+")
_FIRST = frozenset("1１一①⒈㈠0")
_LOOK = 400  # characters of a description that are looked at; what it is shows at its beginning


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a box without its bullet or number.

    `mark` is the style of the number, "" without one; `is_first` says that the number is the first of its list.
    `is_item` holds for a numbered sentence and for a line that no sign closes: one project, as a rule.
    """

    span: Span
    mark: str
    is_first: bool = False
    starts_line: bool = False
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A head and the sentences under it; `head` is None for sentences of their own.

    `numbered` heads, and those on a line of their own, name a project more often than a word before a colon does.
    """

    head: Span | None
    body: tuple[Sentence, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A project's name and the group word that it stands under."""

    named: Named
    group: str | None


@dataclass(frozen=True)
class Lines:
    """Reads the lines of one box."""

    names: Names

    def entries(self, lines: Sequence[Span]) -> list[Entry]:
        """The projects that the lines name, in their order."""
        parsed = [line for span in lines if (line := self._sentences(span))]
        entries: list[Entry] = []
        group: str | None = None
        group_mark: str | None = None
        index = 0
        while index < len(parsed):
            line, following = parsed[index], parsed[index + 1 : index + 2]
            index += 1
            first = line[0]
            if group_mark and first.mark == group_mark:
                group = group_mark = None
            if following and self._heads_lines(line, following[0]):
                group, group_mark = self._group(first.span), first.mark
                continue
            chunk_line = line
            if following and self._heads_paragraph(line, following[0]):
                chunk_line = line + following[0]
                index += 1
            for chunk in self._chunks(chunk_line):
                entries += self._read(chunk, group)
        return entries

    def headed(self, head: Span, lines: Sequence[Span]) -> list[Entry]:
        """The projects of a table's row: a head, and the lines of the cells beside it."""
        body = [sentence for line in lines for sentence in self._sentences(line)]
        head = self._sentences(head)[0].span if self._sentences(head) else head
        if not body or self._is_described(_Chunk(head, tuple(body))):
            return [Entry(Named(head, head.of(self.names.text)), None)]
        return [Entry(e.named, e.group or self._group(head)) for e in self.entries(lines)]

    def _sentences(self, line: Span) -> tuple[Sentence, ...]:
        """A line's sentences without marks; bullets alone and blank lines give none."""
        text, words = self.names.text, self.names.words
        sentences = []
        for index, piece in enumerate(part(text, line.start, line.end, words.stops)):
            mark = words.mark.match(text, piece.start, piece.end)
            number = mark["number"] if mark else None
            span = trim(text, mark.end() if mark else piece.start, piece.end, " \t\u3000\u00a0*")
            if span.length:
                digit = _DIGIT.search(number.lstrip("（(")) if number else None
                is_first = bool(digit) and digit[0].lstrip("0０") in _FIRST if digit else False
                style, starts = _style(number), index == 0
                open_line = starts and text[span.end : span.end + 1] not in tuple(words.stops)
                sentences.append(Sentence(span, style, is_first, starts, is_item=bool(style) or open_line))
        return tuple(sentences)

    def _alone(self, line: tuple[Sentence, ...]) -> bool:
        """Whether a line is a short phrase without any mark of a sentence or list inside or behind it."""
        text, words = self.names.text, self.names.words
        span = line[0].span
        if len(line) > 1 or span.length > words.longest_head or text[span.end : span.end + 1] in tuple(words.stops):
            return False
        end = span.end - (text[span.end - 1] in words.colons)
        return len(part(text, span.start, end, words.commas + words.colons)) == 1

    def _heads_lines(self, line: tuple[Sentence, ...], following: tuple[Sentence, ...]) -> bool:
        """Whether a line is the group word of the lines below: these are numbered from 1 in another style."""
        if not self._alone(line):
            return False
        with_colon = self.names.text[line[0].span.end - 1] in self.names.words.colons
        new_style = following[0].mark != "" and following[0].mark != line[0].mark
        return (new_style and following[0].is_first) or (with_colon and self._alone(following))

    def _heads_paragraph(self, line: tuple[Sentence, ...], following: tuple[Sentence, ...]) -> bool:
        """Whether a line stands over an unnumbered paragraph that lists or describes."""
        if not self._alone(line) or following[0].mark or self._alone(following):
            return False
        text, words = self.names.text, self.names.words
        if len(part(text, *line[0].span, words.listing)) > 2:
            return False
        head = following[0].span
        return not any(
            sign in text[head.start : min(head.end, head.start + words.longest_head)] for sign in words.colons
        )

    def _chunks(self, line: tuple[Sentence, ...]) -> Iterator[_Chunk]:
        """Heads with their sentences; a head is a word before a colon, or a short sentence of its own."""
        head: Span | None = None
        numbered = False
        body: list[Sentence] = []
        for index, sentence in enumerate(line):
            own, rest = self._head(sentence, has_more=index + 1 < len(line))
            if own is not None or (sentence.mark and head is not None):
                # A head right before another one (综合交通。铁路方面：) only gathers groups.
                if body or (head is not None and sentence.mark):
                    yield _Chunk(head, tuple(body), numbered)
                head, body = own, []
                numbered = bool(sentence.mark) or rest is None
            if rest is not None:
                body.append(rest)
        if head is not None or body:
            yield _Chunk(head, tuple(body), numbered)

    def _head(self, sentence: Sentence, *, has_more: bool) -> tuple[Span | None, Sentence | None]:
        """The head in a sentence and what is left of it."""
        text, words = self.names.text, self.names.words
        span = sentence.span
        near = Span(span.start, min(span.end, span.start + words.longest_head + 1))
        pieces = part(text, near.start, near.end, words.colons)
        if pieces and pieces[0].end < near.end and not part_of_clause(text, pieces[0], words.commas):
            rest = trim(text, pieces[0].end, span.end, words.colons + " \t\u3000\u00a0*")
            bullet = words.mark.match(text, rest.start, rest.end)
            rest = trim(text, bullet.end() if bullet and not bullet["number"] else rest.start, rest.end)
            left = Sentence(rest, "") if rest.length else None
            return pieces[0], left
        opens = sentence.starts_line or sentence.mark
        sign = text[span.end : span.end + 1]
        closes = sign in words.full_stop or sign not in words.stops
        if opens and closes and has_more and span.length <= words.longest_run_in and not self._is_list(span):
            return span, None
        return None, sentence

    def _is_list(self, span: Span) -> bool:
        """Whether a short sentence is a task or a list of its own rather than a head."""
        text, words = self.names.text, self.names.words
        if any(verb.match(text, *span) for verb in (words.soft, words.lead, words.create)):
            return True
        return len(part(text, span.start, span.end, words.commas)) > 1 or len(part(text, *span, words.listing)) > 2

    def _read(self, chunk: _Chunk, group: str | None) -> Iterator[Entry]:
        """The projects of a chunk: its head when it is described, else what its sentences list."""
        if chunk.head is None:
            for sentence in chunk.body:
                yield from self._listed(sentence, group)
            return
        if not chunk.body:
            return
        if self._is_described(chunk):
            yield Entry(Named(chunk.head, chunk.head.of(self.names.text)), group)
            return
        inner = self._group(chunk.head) or group
        for sentence in chunk.body:
            yield from self._listed(sentence, inner)

    def _listed(self, sentence: Sentence, group: str | None) -> Iterator[Entry]:
        """Entries of the names in a sentence."""
        for named in self.names.listed(sentence.span, single=self._is_item(sentence)):
            yield Entry(named, group)

    def _is_item(self, sentence: Sentence) -> bool:
        """Whether a separate line or numbered sentence is one item: it holds no long list."""
        return sentence.is_item and len(part(self.names.text, *sentence.span, self.names.words.listing)) <= 3

    def _group(self, head: Span) -> str | None:
        """The group word as printed; None for words that only announce."""
        text, words = self.names.text, self.names.words
        span = trim(text, head.start, head.end, words.colons + " \u3000*")
        lead = words.lead.match(text, span.start, span.end)
        return None if lead and lead.end() >= span.end else span.of(text)

    def _is_described(self, chunk: _Chunk) -> bool:
        """Whether the head names a project and its sentences describe it, rather than list projects under it.

        A list of projects below it makes a head a group; how long that must be hangs on what else the sentences say.
        """
        text, words, names = self.names.text, self.names.words, self.names
        head, body = chunk.head, chunk.body
        if head is None or words.category.search(text, *head) or names.place_end(head) == head.end:
            return False
        first = body[0].span
        look = Span(first.start, min(body[-1].span.end, first.start + _LOOK))
        describes = words.describes.match(text, *look) is not None
        announced = words.lead.match(text, *first) is not None
        listed = [] if words.soft.match(text, *first) else names.listed(first)
        projects = sum(names.begins(each.span) or names.is_kind(each.span) for each in listed)
        sized = describes and words.figures.search(text, *look) is not None
        titled = words.titled.search(text, *head) is not None
        needed = 1 if announced else 3 if sized else 2 if titled and describes else 1
        if len(listed) >= needed and 2 * projects > len(listed):
            return False
        own = names.is_kind(head) or bool(names.place_end(head))
        return titled or (sized and (own or chunk.numbered)) or (own and not projects)


def lines_in(text: str, span: Span) -> Iterator[Span]:
    r"""The lines of a range that are not empty.

    >>> list(lines_in("a\n\nb", Span(0, 4)))
    [Span(start=0, end=1), Span(start=3, end=4)]
    """
    return (Span(*match.span()) for match in _LINE.finditer(text, *span))


def part_of_clause(text: str, head: Span, commas: str) -> bool:
    """Whether the words before a colon are more than a name: they hold a comma."""
    return any(sign in commas for sign in head.of(text))


def _style(number: str | None) -> str:
    """The style of a number, the same for all numbers of one list.

    >>> _style("（三）"), _style("12."), _style(None)
    ('（一）', '1.', '')
    """
    if not number:
        return ""
    style = re.sub(r"[一二三四五六七八九十]+", "一", number.strip())
    style = re.sub(r"[①-⑳]", "①", style)
    return re.sub(r"[0-9０-９]+", "1", style).replace("．", ".")
