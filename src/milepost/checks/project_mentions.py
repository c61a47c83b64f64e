"""Where the running text names projects of the boxes: alone in a clause, or as members of a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from milepost.checks.inspection import Inspection
from milepost.checks.project_names import NamedProject, named_projects, place_named, spelled
from milepost.kernel.span import Span

_LONGEST_PREFIX = 14
_LONGEST_NOUN = 6
_TELLING_NOUN = 4  # characters of the words behind a list of places that name one kind of project
_TELLING = 4  # characters of a name that stand for it in running text
_END = 3  # characters from the dash on that name the other end of a line
_FEW = 3  # a beginning that more projects share names none of them
_ALIKE = 0.6  # part of a project's name that the words behind a list of places must cover


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a list.

    `place` is the place that it is, or that its name begins with; `bare` says that it is nothing but a place;
    `projects` are those of the boxes that it means.
    """

    span: Span
    name: str
    place: str | None
    bare: bool
    projects: tuple[NamedProject, ...]


@dataclass(frozen=True, slots=True)
class TextList:
    """A list of the running text: its clause, its members, the words behind them that hold for all.

    `kin` are the projects of the boxes that are of the kind that a list of places says, wherever they stand.
    """

    clause: Span
    members: tuple[Member, ...]
    tail: Span
    kin: tuple[NamedProject, ...]

    def known(self) -> list[Member]:
        """The members that are projects of the boxes."""
        return [member for member in self.members if member.projects]

    def unknown(self) -> list[Member]:
        """The members that are not."""
        return [member for member in self.members if not member.projects]


def running_clauses(inspection: Inspection) -> tuple[Span, ...]:
    """The clauses of the text outside boxes, tables and headings, in order."""
    plan = inspection.plan
    outside = sorted(
        [(box.span.start, max(box.span.end, box.body.end)) for box in plan.boxes]
        + [(table.span.start, table.span.end) for table in plan.tables]
        + [(section.span.start, section.span.end) for section in plan.sections]
    )
    found, at = [], 0
    for clause in inspection.words.consistency.clause.finditer(inspection.folded):
        while at < len(outside) and outside[at][1] <= clause.start():
            at += 1
        if at == len(outside) or clause.end() <= outside[at][0]:
            found.append(Span(*clause.span()))
    return tuple(found)


def text_lists(inspection: Inspection) -> tuple[TextList, ...]:
    """The lists of the running text that are about projects of the boxes."""
    return tuple(inspection.derived(ProjectIndex).lists()) if inspection.plan.projects else ()


class ProjectIndex:
    """The projects of a plan by what their names begin with and by their places."""

    def __init__(self, inspection: Inspection) -> None:
        self._inspection = inspection
        self._words = inspection.words.consistency
        named = inspection.derived(named_projects)
        self._all_names = "\n".join(each.rest for each in named)
        self._nouns: dict[str, str] = {}
        self._by_prefix: dict[str, list[NamedProject]] = {}
        self._by_place: dict[str, list[NamedProject]] = {}
        for each in named:
            core = spelled(inspection.language.fold(each.project.name), self._words)
            ends = [(name, end) for name in (core, each.rest) for end in range(2, min(len(name), _LONGEST_PREFIX) + 1)]
            for prefix in {name[:end] for name, end in ends}:
                self._by_prefix.setdefault(prefix, []).append(each)
            if each.place is not None:
                self._by_place.setdefault(each.place, []).append(each)

    def mentioned(self, clause: Span) -> list[tuple[Span, NamedProject]]:
        """The projects that a clause names, with where: by four characters at least of their own name."""
        text = self._inspection.folded
        found: list[tuple[Span, NamedProject]] = []
        at = clause.start
        while at < clause.end - _TELLING + 1:
            matched = self._named_at(at, clause.end, text)
            if matched is None:
                at += 1
            else:
                found.append(matched)
                at = matched[0].end
        return found

    def _named_at(self, at: int, end: int, text: str) -> tuple[Span, NamedProject] | None:
        if text[at : at + 2].lower() not in self._by_prefix:
            return None
        written = self._words.dashes.sub(self._words.line_dash, text[at : min(end, at + _LONGEST_PREFIX)].lower())
        if written[:_TELLING] not in self._by_prefix:
            return None
        for length in range(len(written), _TELLING - 1, -1):
            for each in self._by_prefix.get(written[:length], ())[:_FEW]:
                own = length if each.rest.startswith(written[:length]) else length - self._placed(each)
                # One end of a line is not the line.
                line, _, far = each.rest.partition(self._words.line_dash)
                reached = not far or own >= len(line) + _END
                if reached and own >= min(_TELLING, len(each.rest)) and len(self._by_prefix[written[:length]]) < _FEW:
                    return Span(at, at + length), each
        return None

    def _placed(self, named: NamedProject) -> int:
        """How many characters the place takes at the beginning of a name."""
        return len(spelled(self._inspection.language.fold(named.project.name), self._words)) - len(named.rest)

    def lists(self) -> Iterator[TextList]:
        """The lists that have a project of the boxes among their members, or that are of a kind of them."""
        text = self._inspection.folded
        for clause in self._inspection.derived(running_clauses):
            if self._words.list_sign.search(text, clause.start, clause.end) is None:
                continue
            found = self._list_of(clause)
            if found is not None and (found.kin or found.known()):
                yield found

    def _list_of(self, clause: Span) -> TextList | None:
        """The list of a clause: what stands before the first sign is freed of verbs, what stands last of the tail."""
        text, words = self._inspection.folded, self._words
        first = words.list_sign.search(text, clause.start, clause.end)
        leads = list(words.list_lead.finditer(text, clause.start, first.start())) if first else []
        if first is None or not leads:
            return None
        close = words.list_close.search(text, first.end(), clause.end)
        end = close.start() if close else clause.end
        spans, start = [], leads[-1].end()
        for sign in words.list_sign.finditer(text, start, end):
            if self._splits(sign.start()):
                spans.append(Span(start, sign.start()))
                start = sign.end()
        spans.append(Span(start, end))
        if len(spans) < 2 or any(span.length < 2 for span in spans) or not self._may_be_known(spans):
            return None
        return self._made(clause, spans, Span(close.end(), clause.end) if close else spans[-1])

    def _may_be_known(self, spans: list[Span]) -> bool:
        """Whether some member begins as a project does; most lists of a text do not, and cost nothing more."""
        text, first = self._inspection.folded, spans[0]
        return any(text[span.start : span.start + 2].lower() in self._by_prefix for span in spans[1:]) or any(
            text[at : at + 2].lower() in self._by_prefix for at in range(first.start, first.end - 1)
        )

    def _splits(self, at: int) -> bool:
        """Whether a sign parts two members; a conjunction may be the first character of a name."""
        text = self._inspection.folded
        return text[at] not in self._words.conjunctions or text[at : at + 3] not in self._by_prefix

    def _made(self, clause: Span, spans: list[Span], tail: Span) -> TextList:
        kind = self._words.quantifier.sub("", spelled(tail.of(self._inspection.folded), self._words))
        placed = place_named(kind, self._inspection) if tail == spans[-1] else None
        kind = placed[1] if placed else kind
        # Many places have a centre or a park: only what is of one kind can be said of several in one word.
        if self._words.generic.fullmatch(kind):
            kind = ""
        members = tuple(self._member(span, number == 0, kind) for number, span in enumerate(spans))
        kin: tuple[NamedProject, ...] = ()
        if all(member.place for member in members) and len(kind) >= _TELLING_NOUN and self._noun(kind) == kind:
            kin = tuple(each for group in self._by_place.values() for each in group if each.rest.endswith(kind))[:_FEW]
        return TextList(clause, members, tail, kin)

    def _noun(self, kind: str) -> str:
        """The longest end of a kind that is in the name of a project; "" for none."""
        if kind not in self._nouns:
            ends = (kind[-length:] for length in range(min(_LONGEST_NOUN, len(kind)), 1, -1))
            self._nouns[kind] = next((end for end in ends if end in self._all_names), "")
        return self._nouns[kind]

    def _member(self, span: Span, is_first: bool, kind: str) -> Member:
        name = spelled(span.of(self._inspection.folded), self._words)
        named = place_named(name, self._inspection)
        if named is not None:
            place, rest = named
            bare = not rest or rest == kind
            there = self._by_place.get(place, ())
            noun = self._noun(kind) if bare else ""
            if bare:
                found = [each for each in there if noun and noun in each.rest and self._covers(kind, noun, each.rest)]
            else:
                found = [each for each in there if each.rest.startswith(rest) or rest.startswith(each.rest)]
            return Member(span, name, place, bare, tuple(found))
        return Member(span, name, None, False, tuple(self._beginning_with(name, kind, is_first)))

    def _covers(self, kind: str, noun: str, rest: str) -> bool:
        """Whether the words behind a list name the kind that a project is of, and not a kind of their own."""
        grams = [rest[at : at + 2] for at in range(len(rest) - 1)]
        return noun == kind or sum(gram in kind for gram in grams) >= _ALIKE * len(grams)

    def _beginning_with(self, name: str, kind: str, is_first: bool) -> list[NamedProject]:
        """Projects whose name begins with the member, and that are of the kind that the list says."""
        grams = {kind[at : at + 2] for at in range(len(kind) - 1)}
        # Before the first member may stand where all of them are (of the mining area: A, B and C).
        for start in range(len(name) - 1) if is_first else (0,):
            route = self._words.route.match(name, start)
            found = self._by_prefix.get(route[0] if route else name[start : start + _LONGEST_PREFIX], [])
            if found and len(found) <= _FEW:
                return [each for each in found if route or self._is_of(each, grams)]
        return []

    @staticmethod
    def _is_of(named: NamedProject, grams: set[str]) -> bool:
        """Whether the name of a project, or of its group, has something of the kind that a list says."""
        name = f"{named.project.name}\n{named.project.group or ''}"
        return any(gram in name for gram in grams)
