"""Which bodies a sentence or a list names, and what for: to lead, to support, or to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple, cast

from milepost.kernel.span import Span
from milepost.languages.body_words import BodyWords
from milepost.plans.enumerations import part, trim

Role = Literal["lead", "support", "other"]
_LOOK_BACK = 80  # characters before a name in which the word that introduces it stands


class Named(NamedTuple):
    """A body's name in the text, and what it is named for."""

    span: Span
    role: Role


def in_sentence(text: str, sentence: Span, words: BodyWords) -> list[Named]:
    """The bodies that a sentence makes act, in order."""
    names = [Span(*match.span()) for match in words.name.finditer(text, *sentence)]
    found: list[Named] = []
    for run in _runs(text, names, words):
        role = _role(text, sentence, run, words)
        if role is not None:
            found += [Named(name, role) for name in run if not words.nobody.fullmatch(text, *name)]
    return found


def _runs(text: str, names: list[Span], words: BodyWords) -> Iterator[list[Span]]:
    """Names that stand in one list."""
    run = names[:1]
    for left, right in pairwise(names):
        if not words.joint.fullmatch(text, left.end, right.start):
            yield run
            run = []
        run.append(right)
    if run:
        yield run


def _role(text: str, sentence: Span, run: list[Span], words: BodyWords) -> Role | None:
    """What a list of names is named for, by the words before and behind it; None when nothing says that they act."""
    before = words.before.search(text, max(sentence.start, run[0].start - _LOOK_BACK), run[0].start)
    after = words.after.match(text, run[-1].end, sentence.end)
    behind = cast(Role, after.lastgroup) if after else None
    if before is None:
        return behind
    if before.lastgroup == "if_followed":
        return "other" if behind == "other" else None
    if before.lastgroup == "lead":
        return behind or "lead"
    return cast(Role, before.lastgroup)


def in_mark(text: str, mark: Span, words: BodyWords, *, first_leads: bool = False) -> list[Named]:
    """The bodies of a bracket or line that does nothing but name them; none if it is something else."""
    labels = list(words.label.finditer(text, *mark))
    if not labels:
        found = _by_what_they_do(text, mark, words)
        known = any(words.name.match(text, *named.span) for named in found)
        return found if known else []
    leading = any(label["lead"] for label in labels)
    found = []
    for label, end in zip(labels, [*(each.start() for each in labels[1:]), mark.end], strict=True):
        role: Role = "support" if label["support"] or (label["responsible"] and leading) else "lead"
        names = listed(text, Span(label.end(), end), words)
        found += [Named(name, role) for name in names]
        if first_leads and label["responsible"] and not leading:
            found[-len(names) + 1 :] = [Named(name, "support") for name in names[1:]]
    return found


def listed(text: str, span: Span, words: BodyWords) -> list[Span]:
    """The names of a plain list, without what is no body."""
    return [name for token in part(text, *span, words.listing + "\n") for name in _names(text, token, words)]


def _by_what_they_do(text: str, mark: Span, words: BodyWords) -> list[Named]:
    """Names with what they do behind them (甲牵头，乙、丙配合)."""
    found: list[Named] = []
    waiting: list[Span] = []
    joined = False
    for token in part(text, *mark, words.listing):
        opened = words.before.search(text, token.start, _opened(text, token, words))
        joined = joined or (opened is not None and opened.lastgroup == "support")
        does = words.does.search(text, *token)
        waiting += _names(text, Span(token.start, does.start() if does else token.end), words)
        if does is not None:
            role: Role = "support" if joined or does["support"] else "lead"
            # Who shares a duty that another leads only supports it.
            if role == "lead" and any(named.role == "lead" for named in found):
                role = "support"
            found += [Named(name, role) for name in waiting]
            waiting, joined = [], False
    return found


def _opened(text: str, token: Span, words: BodyWords) -> int:
    opener = words.opener.match(text, *token)
    return opener.end() if opener else token.start


def _names(text: str, token: Span, words: BodyWords) -> list[Span]:
    """The names in one piece of a list: one, or several that a conjunction joins."""
    start = _opened(text, token, words)
    tail = words.tail.search(text, start, token.end)
    whole = trim(text, start, tail.start() if tail else token.end)
    if not whole.length or words.nobody.fullmatch(text, *whole):
        return []
    names = [Span(*match.span()) for match in words.name.finditer(text, *whole)]
    runs = list(_runs(text, names, words))
    if len(runs) == 1 and len(names) > 1 and names[0].start == whole.start and names[-1].end == whole.end:
        return names
    return [whole]
