"""Which names a sentence of a box lists: its clauses, their lead-ins and tails, and the joints between names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from milepost.kernel.span import Span
from milepost.languages.project_words import ProjectWords
from milepost.plans.enumerations import part, trim

_ENDING = 16  # characters looked at for the end of a name; the longest ending is shorter


@dataclass(frozen=True, slots=True)
class Named:
    """A project's name. `span` is its item in the text; `name` has a head given back that the text says once."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause without its lead-in, which stands before `span`. `opens` when it starts a list of its own."""

    span: Span
    opens: bool


@dataclass(frozen=True)
class Names:
    """Reads names out of sentences of one text. `places` gives the end of each place name by its start."""

    text: str
    words: ProjectWords
    places: Mapping[int, int] = field(default_factory=dict)

    def listed(self, sentence: Span, *, single: bool = False) -> list[Named]:
        """The names in a sentence; `single` when it is an item of its own (a numbered or separate line).

        A list joined by commas keeps its inner separators inside names, unless these part whole names.
        """
        runs = self._runs(sentence)
        found: list[Named] = []
        for run in runs:
            if len(run) > 1 and not self._plain(run):
                for clause in run:
                    found += self._clause(clause, whole=True)
            else:
                for clause in run:
                    found += self._clause(clause, whole=single and not clause.opens)
        return found

    def is_complete(self, item: Span) -> bool:
        """Whether an item ends like a facility or a work, brackets at its end left aside."""
        end = self._before_bracket(item)
        return self.words.ends.search(self.text, max(item.start, end - _ENDING), end) is not None

    def is_bare(self, item: Span) -> bool:
        """Whether an item needs the kind that stands once for all: it ends with none, or with a place's character."""
        end = self._before_bracket(item)
        ending = self.words.ends.search(self.text, max(item.start, end - _ENDING), end)
        return ending is None or bool(ending.groupdict().get("facility"))

    def is_kind(self, item: Span) -> bool:
        """Whether an item surely ends with a kind of project."""
        end = self._before_bracket(item)
        return self.words.kind.search(self.text, max(item.start, end - _ENDING), end) is not None

    def begins(self, item: Span) -> bool:
        """Whether an item starts as only a new name does: with a place, a firm, a route number."""
        return bool(self.place_end(item)) or self.words.begins.match(self.text, item.start, item.end) is not None

    def place_end(self, item: Span) -> int:
        """Where the place name ends that an item starts with, 0 when it starts with none."""
        known = self.places.get(item.start, 0)
        built = self.words.place.match(self.text, item.start, item.end)
        return max(known if known <= item.end else 0, built.end() if built and not known else 0)

    def _before_bracket(self, item: Span) -> int:
        """End of an item without a bracket at its end."""
        end = item.end
        if end > item.start and self.text[end - 1] in "）)":
            opening = max(self.text.rfind("（", item.start, end), self.text.rfind("(", item.start, end))
            if opening > item.start:
                return opening
        return end

    def _runs(self, sentence: Span) -> list[list[_Clause]]:
        """Clauses in runs; a run begins where an announcing verb does, and goes on without one."""
        clauses = part(self.text, sentence.start, sentence.end, self.words.commas)
        runs: list[list[_Clause]] = []
        silent = tasks = False
        for index, clause in enumerate(clauses):
            lead = self.words.lead.match(self.text, clause.start, clause.end)
            if lead and lead.end() < clause.end:
                rest = trim(self.text, lead.end(), clause.end)
                silent = tasks and not (self.begins(rest) or self.is_kind(rest))
                if not silent:
                    runs.append([_Clause(rest, opens=True)])
            elif soft := self.words.soft.match(self.text, clause.start, clause.end):
                rest = trim(self.text, soft.end(), clause.end)
                silent = tasks = not self._several(part(self.text, *rest, self.words.listing))
                if not silent:
                    runs.append([_Clause(rest, opens=True)])
            elif self._is_aside(clause, first=index == 0):
                silent = silent or index > 0
            elif self.words.create.match(self.text, clause.start, clause.end) or not runs:
                silent = False
                runs.append([_Clause(clause, opens=False)])
            elif not silent:
                runs[-1].append(_Clause(clause, opens=False))
        return runs

    def _is_aside(self, clause: Span, *, first: bool) -> bool:
        """Whether a clause only says when, what for or how large."""
        if self.words.aside.match(self.text, clause.start, clause.end):
            return not (first and self.is_kind(clause))
        described = self.words.describes.match(self.text, clause.start, clause.end)
        return not first and bool(described) and bool(self.words.figures.search(self.text, clause.start, clause.end))

    def _plain(self, run: Sequence[_Clause]) -> bool:
        """Whether two clauses are two plain lists rather than two items of one list joined by a comma."""
        return len(run) == 2 and all(len(part(self.text, *clause.span, self.words.listing)) > 2 for clause in run)

    def _clause(self, clause: _Clause, *, whole: bool) -> list[Named]:
        """The names in one clause; a `whole` clause is one name unless its pieces are surely several."""
        pieces = part(self.text, *clause.span, self.words.listing)
        if whole and not self._several(pieces):
            pieces = [Span(pieces[0].start, pieces[-1].end)]
        pieces[0] = self._without_create(pieces)
        cut = [self._without_tail(piece) for piece in pieces]
        merged = self._merged([piece for piece, _ in cut if piece.length])
        kind = ""
        for piece, (short, named) in zip(pieces, cut, strict=True):
            if named and short not in merged:
                # The tail belongs to one name that was put together again (核桃、杏仁等干果生产线).
                merged = [Span(each.start, piece.end if each.end == short.end else each.end) for each in merged]
            elif named:
                kind = named
        if clause.opens and len(merged) == 1 and not (self.is_complete(merged[0]) or self.begins(merged[0])):
            return []
        return self._with_heads(self._split_last(merged), kind)

    def _several(self, pieces: Sequence[Span]) -> bool:
        """Whether the pieces of an item are surely names of their own."""
        later = pieces[1:]
        if not later:
            return False
        starting = sum(self.begins(piece) for piece in later)
        if starting == len(later) or (len(pieces) > 3 and starting * 5 >= len(later) * 3):
            return True
        return len(pieces) > 2 and all(self.is_kind(self._without_tail(piece)[0]) for piece in pieces)

    def _without_create(self, pieces: Sequence[Span]) -> Span:
        """The first piece, without a verb of building that governs the whole list or says nothing by itself."""
        verb = self.words.create.match(self.text, *pieces[0])
        if verb is None or verb.end() >= pieces[0].end:
            return pieces[0]
        if self.words.build.fullmatch(verb[0]):
            return Span(verb.end(), pieces[0].end)
        if len(pieces) == 1 or any(self.words.create.match(self.text, *piece) for piece in pieces[1:]):
            return pieces[0]
        return Span(verb.end(), pieces[0].end)

    def _without_tail(self, piece: Span) -> tuple[Span, str]:
        """The piece without 等项目 and the like, and the kind that the tail names."""
        tail = self.words.tail.search(self.text, *piece)
        if tail and tail.start() > piece.start:
            return trim(self.text, piece.start, tail.start()), tail["kind"] or ""
        work = self.words.work.search(self.text, max(piece.start, piece.end - _ENDING), piece.end)
        return (Span(piece.start, work.start()), "") if work and work.start() > piece.start + 3 else (piece, "")

    def _merged(self, pieces: Sequence[Span]) -> list[Span]:
        """Pieces put together again where a separator stands inside one thing's name.

        A piece that ends with no facility or work is open. It goes on in the next piece, if that starts no new name,
        where names of the list start with places, or where one of the two is too short for a name.
        """
        starting = [self.begins(piece) for piece in pieces]
        led = sum(starting) >= max(3, len(pieces) / 2)
        merged: list[Span] = []
        for index, piece in enumerate(pieces):
            if merged and not starting[index]:
                before = pieces[index - 1]
                is_open = not self.is_complete(before) and self.place_end(before) < before.end
                short = min(before.length, piece.length) <= 3
                areal = self.words.open_end.search(self.text, max(before.start, before.end - _ENDING), before.end)
                if is_open and (led or starting[index - 1] or short or areal):
                    merged[-1] = Span(merged[-1].start, piece.end)
                    continue
            merged.append(piece)
        return merged

    def _split_last(self, pieces: list[Span]) -> list[Span]:
        """The last of several pieces parted at 和, where both sides end with the same kind of thing."""
        if len(pieces) < 2:
            return pieces
        last = pieces[-1]
        for joint in self.words.joins.finditer(self.text, last.start + 2, last.end - 2):
            left, right = Span(last.start, joint.start()), Span(joint.end(), last.end)
            kinds = [
                self.words.kind.search(self.text, max(side.start, side.end - _ENDING), side.end)
                for side in (left, right)
            ]
            if kinds[0] and kinds[1] and (kinds[0][0] == kinds[1][0] or self.begins(right)):
                return [*pieces[:-1], left, right]
        return pieces

    def _with_heads(self, pieces: Sequence[Span], kind: str) -> list[Named]:
        """Names of the pieces, each with what the text says once for several.

        A bare place gets the words that the next piece has behind its own place, a line without its kind (甲城至乙城)
        the kind of the next line, and an item before 等铁路 that kind.
        """
        named: list[Named] = []
        behind_place = behind_route = ""
        for piece in reversed(pieces):
            name = piece.of(self.text).replace("\n", "")
            place = self.place_end(piece)
            numbered = self.words.begins.match(self.text, *piece) is not None
            route = not numbered and self.words.route.search(self.text, *piece) is not None
            if place == piece.end and behind_place:
                named.append(Named(piece, name + behind_place))
                continue
            behind_place = self.text[place : piece.end] if place else ""
            own = self.words.kind.search(self.text, max(piece.start, piece.end - _ENDING), piece.end)
            if own is None and self.is_bare(piece):
                name += kind or (behind_route if route else "")
            if own or kind or not self.is_bare(piece):
                behind_route = own[0] if own and route else ""
            named.append(Named(piece, name))
        return named[::-1]
