"""What a language must say about boxes of projects: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class ProjectWords:
    """One language's patterns. Unless said otherwise a pattern is matched where a clause or an item begins.

    A sentence ends at one of `stops`; its clauses, and the items of a list joined by them, are parted by `commas`;
    the items of a plain list by `listing`. `colons` stand behind a group word or behind a name that is described.

    `mark` is the bullet or number before a line or sentence, with the group `number` when it is numbered.
    `lead` announces projects and is no part of a name (重点实施). `create` is a verb of building that belongs to a
    name unless it governs a list (新建); those that `build` matches whole (建设) never do. `soft` is a verb of
    policy: its clause is a task. `aside` begins a clause that only says when, what for or how large. `describes`
    begins a description of a project named before, and `figures` (anywhere) are the sizes and sums that it carries.

    At the end of an item: `tail` (等项目; group `kind` when it names the kind of all items, as 等铁路); `ends`, a
    facility or a work, so that the item is complete (group `facility` when only one character shows it); `kind`, one
    that it surely is; `open_end`, an area or branch that more must follow; `work`, what a leading verb leaves behind
    (推进…建设). `joins`, inside the last item, parts it in two (和); `route`, anywhere, joins the ends of a line (至).

    `begins` starts an item that can only be a new one (a firm, a route number); `place` is a place with its class
    word. `category` ends a head that is a group whatever follows (方面), `titled` one that may be a
    project (工程). A head that is a sentence of its own ends at `full_stop`. `target`, anywhere, makes an item a
    target. `boxes` and `other_boxes`, anywhere in a box's title, say that it lists projects or something else;
    `name_column` and `group_column` are whole header cells of a table of projects.
    """

    stops: str
    commas: str
    listing: str
    colons: str
    full_stop: str
    longest_head: int
    longest_run_in: int
    longest_name: int
    shortest_name: int
    mark: Pattern[str]
    lead: Pattern[str]
    create: Pattern[str]
    build: Pattern[str]
    soft: Pattern[str]
    aside: Pattern[str]
    describes: Pattern[str]
    figures: Pattern[str]
    tail: Pattern[str]
    work: Pattern[str]
    ends: Pattern[str]
    kind: Pattern[str]
    joins: Pattern[str]
    begins: Pattern[str]
    place: Pattern[str]
    category: Pattern[str]
    titled: Pattern[str]
    open_end: Pattern[str]
    route: Pattern[str]
    target: Pattern[str]
    boxes: Pattern[str]
    other_boxes: Pattern[str]
    name_column: Pattern[str]
    group_column: Pattern[str]
