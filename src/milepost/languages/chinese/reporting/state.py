"""What the reader of a Chinese passage remembers from figure to figure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from milepost.kernel.span import Span
from milepost.languages.mention import Mention
from milepost.languages.reported import Aside, Reported, SetAside, When


@dataclass
class State:
    """A passage in progress.

    `items` are the figures reported so far and `bases` their names without 增长; `main` is the place of the last one
    that is no part of another, `whole` that of the one whose parts are being told, `outer` that of the whole around
    it. `held` is the place of the figure that a growth behind it belongs to,
    `dealt` the places of the figures of the last list, `first` that of the first of the sentence, `among` the words
    (…中) for what the next ones are among and `among_unit` the unit of the first of them.
    """

    text: str
    year: int | None
    items: list[Reported] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    when: When | None = None
    main: int | None = None
    whole: int | None = None
    outer: int | None = None
    held: int | None = None
    parent_share: str | None = None
    against: str | None = None
    preliminary: bool = False
    real: bool = False
    nominal: bool = False
    region: str | None = None
    origin: str = ""
    subject: str = ""
    dealt: list[int] = field(default_factory=list)
    first: int = 0
    among: str = ""
    among_unit: str = ""

    def begin_sentence(self, goes_on: bool) -> None:
        """Forget what only holds within a sentence, unless this one goes on with parts of the last."""
        self.held, self.against, self.real = None, None, False
        self.subject, self.origin, self.dealt = "", "", []
        self.among, self.among_unit, self.first = "", "", len(self.items)
        if not goes_on:
            self.when, self.whole, self.outer, self.preliminary = None, None, None, False
            self.parent_share, self.region = None, None

    def put_aside(self, mention: Mention, why: Aside) -> None:
        """Leave a figure out."""
        self.aside.append(SetAside(mention.span, why))

    def add(self, item: Reported, base: str) -> None:
        """Report a figure."""
        self.items.append(item)
        self.bases.append(base)
        if self.whole is None:
            self.main = len(self.items) - 1
        self.held, self.subject = len(self.items) - 1, ""

    def name_of(self, place: int | None) -> str:
        """The name of a reported figure without 增长; "" for none."""
        return "" if place is None else self.bases[place]

    def grown(self, percent: float) -> bool:
        """Give a growth to the figure that is held; False when none waits for one."""
        if self.held is None or self.items[self.held].growth is not None:
            return False
        item = self.items[self.held]
        if item.name != self.bases[self.held]:
            return False
        self.items[self.held] = replace(item, growth=percent)
        return True

    def words(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]
