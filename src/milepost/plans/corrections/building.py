"""An item with fields set by hand: what follows from them (normalized values, names, spans) is worked out again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from functools import cached_property
from typing import Any, get_args, get_origin

import msgspec

from milepost.kernel.span import Span
from milepost.languages.model import Language
from milepost.languages.table import language_named
from milepost.plans.concepts.matching import concept_of
from milepost.plans.corrections.anchors import Found
from milepost.plans.corrections.fields import field_of, hints, kinds, label_field, settable_of
from milepost.plans.divisions import division
from milepost.plans.identity import identify
from milepost.plans.model import Box, Plan
from milepost.plans.normalizing import normalize
from milepost.plans.regions import name_of
from milepost.plans.sections import SectionIndex

# What a field of an added item holds when the reader does not say; a field that may be null is null.
_UNSAID: dict[str, Any] = {"certainty": "firm", "comparator": "eq", "raw": "", "implied": False, "confidence": 1.0}

# Kind → prefix of its ids, and the fields that the ids of an added item are derived from, as the passes do it.
_IDENTITIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "sections": ("s", ("parent", "level", "number", "title")),
    "indicators": ("i", ("category", "group", "name", "unit")),
    "commitments": ("c", ("section", "subject", "target.value", "target.unit")),
    "facts": ("f", ("section", "subject", "value", "unit")),
    "projects": ("p", ("box_title", "group", "name")),
    "measures": ("m", ("section", "title")),
    "boxes": ("b", ("printed_number", "title")),
}


class Incomplete(ValueError):
    """An added item lacks a field that it must have; the message names the field and what it takes."""


@dataclass(frozen=True)
class Setting:
    """The plan around an item: its text, language, sections and boxes."""

    plan: Plan
    text: str

    @cached_property
    def language(self) -> Language:
        """The plan's language."""
        return language_named(self.plan.document.language)

    @cached_property
    def sections(self) -> SectionIndex:
        """The plan's sections by position."""
        return SectionIndex(self.plan.sections)

    def section_at(self, position: int) -> str | None:
        """Id of the innermost section around a character."""
        section = self.sections.at(position)
        return None if section is None else section.id

    def next_start(self, position: int) -> int:
        """Where the next heading or box behind a character begins, else the end of the text."""
        starts = [one.span.start for one in self.plan.sections] + [one.span.start for one in self.plan.boxes]
        return min((start for start in starts if start >= position), default=len(self.text))

    def box_at(self, position: int) -> Box | None:
        """The box that a character lies in."""
        within = (box for box in self.plan.boxes if box.span.start <= position < max(box.body.end, box.span.end))
        return max(within, key=lambda box: box.span.start, default=None)


def edited(item: Any, values: Mapping[str, Any], setting: Setting) -> Any:
    """The item with fields set; its id and spans stay.

    Raises
    ------
    Incomplete
        If the fields make an object that lacks one it must have (a baseline without comparator has a default, a
        target without kind has none).
    """
    kind: Any = type(item)
    span: Span = item.span
    built = msgspec.to_builtins(item)
    for path, value in values.items():
        _assign(built, path, value)
    before = msgspec.to_builtins(item)
    if "region_name" in before and "region_name" not in values and built["region"] != before["region"]:
        built["region_name"] = _region_name(built["region"], setting)
    _settle(built, kind, before, _Around(span, setting), "")
    if "concept" in before and "concept" not in values and _measured(built) != _measured(before):
        built["concept"] = concept_of(*_measured(built), setting.language.code)
    return msgspec.convert(_sure(built), kind)


def added(kind: str, found: Found, values: Mapping[str, Any], setting: Setting) -> Any:
    """A new item at the place found, without its id, which the caller gives.

    Raises
    ------
    Incomplete
        If a field is missing that has no default.
    """
    item = kinds()[kind]
    span = found.span
    built: dict[str, Any] = {"id": "", "span": tuple(span)} if "id" in hints(item) else {"span": tuple(span)}
    built |= _placed(item, found, values, setting)
    for path, value in values.items():
        _assign(built, path, value)
    if "region_name" in hints(item):
        built.setdefault("region_name", _region_name(built.get("region"), setting))
    _settle(built, item, {}, _Around(span, setting), "")
    if "concept" in hints(item) and "concept" not in values:
        built["concept"] = concept_of(*_measured(built), setting.language.code)
    target = built.get("target")
    if isinstance(target, dict) and "raw" in target and not target["raw"] and found.figure is not None:
        target["raw"] = found.figure.of(setting.text)
    return msgspec.convert(_sure(built), item)


def _measured(built: dict[str, Any]) -> tuple[str, str | None]:
    """What is measured and in which unit: the two that tell the concept."""
    target = built.get("target") or {}
    return built.get("subject") or built.get("name", ""), built["unit"] if "unit" in built else target.get("unit")


def _placed(item: Any, found: Found, values: Mapping[str, Any], setting: Setting) -> dict[str, Any]:
    """What follows from where an added item stands."""
    span, known = found.span, hints(item)
    built: dict[str, Any] = {}
    if "quote" in known:
        built["quote"] = span.of(setting.text)
    if "section" in known:
        built["section"] = setting.section_at(span.start)
    if "value_span" in known:
        built["value_span"] = tuple(found.figure or _printed_figure(span, values, setting.text) or span)
    if "body" in known:
        built["body"] = (span.end, setting.next_start(span.end))
    if "box" in known and (box := setting.box_at(span.start)) is not None:
        built |= {"box": box.number, "box_title": box.title}
    if item is kinds()["indicators"]:
        built["number"] = 1 + max((row.number for row in setting.plan.indicators), default=0)
    return built


def _printed_figure(span: Span, values: Mapping[str, Any], text: str) -> Span | None:
    """Where the value with its unit stands in the words, if it is printed so and once."""
    target = values.get("target")
    within = target if isinstance(target, dict) else {}
    value = values.get("target.value", within.get("value", values.get("value")))
    unit = values.get("target.unit", within.get("unit", values.get("unit")))
    if value is None:
        return None
    words, quote = f"{value:g}{unit or ''}" if isinstance(value, float) else f"{value}{unit or ''}", span.of(text)
    at = quote.find(words)
    return Span(at, at + len(words)).shifted(span.start) if at >= 0 and quote.find(words, at + 1) < 0 else None


def _assign(built: dict[str, Any], path: str, value: Any) -> None:
    """Set a dotted path in an item that was taken apart; an object that is null on the way is begun."""
    *way, last = path.split(".")
    place: Any = built
    for step in way:
        if isinstance(place, list):
            if int(step) >= len(place):
                raise Incomplete(f"{path}: the list has {len(place)} entries")
            place = place[int(step)]
        else:
            if place.get(step) is None:
                place[step] = {}
            place = place[step]
    value = msgspec.to_builtins(value)
    if isinstance(place, list):
        if int(last) >= len(place):
            raise Incomplete(f"{path}: the list has {len(place)} entries")
        place[int(last)] = value
    else:
        place[last] = value


@dataclass(frozen=True)
class _Around:
    """Where an item stands, for spans that nobody states."""

    span: Span
    setting: Setting

    def place_of(self, words: str) -> tuple[int, int]:
        """Where words stand, at best in the item or behind it; the item's own span if they stand nowhere."""
        text = self.setting.text
        for start in (self.span.start, 0):
            at = text.find(words, start) if words else -1
            if at >= 0:
                return at, at + len(words)
        return self.span.start, self.span.end


def _settle(built: dict[str, Any], item: Any, old: dict[str, Any], around: _Around, path: str) -> None:
    """Complete an object in place: defaults, spans, normalized values, and the same for the objects inside."""
    for each in fields(item):
        name, annotation = each.name, hints(item)[each.name]
        kept = name in ("span", "normalized") and old.get(name) is not None
        if name not in built and (kept or (each.default is MISSING and each.default_factory is MISSING)):
            _default(built, name, annotation, old, around, f"{path}{name}")
        value = built.get(name)
        setting = settable_of(item).get(name)
        if setting is None or value is None or setting.shape == "value":
            continue
        before = old.get(name)
        if setting.shape == "object":
            _settle(value, setting.inner, before or {}, around, f"{path}{name}.")
        else:
            _settle_list(value, setting.inner, before or [], around, f"{path}{name}.")
    if "normalized" in hints(item):
        _normalize(built, old, around.setting.language)


def _settle_list(built: list[dict[str, Any]], item: Any, old: list[dict[str, Any]], around: _Around, path: str) -> None:
    """Complete the objects of a list; each keeps the spans of the one that had its name."""
    named = label_field(item) or "raw"
    by_name = {str(one.get(named)): one for one in reversed(old)}
    for number, one in enumerate(built):
        same_place = old[number] if number < len(old) and old[number].get(named) == one.get(named) else None
        _settle(one, item, same_place or by_name.get(str(one.get(named)), {}), around, f"{path}{number}.")


def _default(
    built: dict[str, Any], name: str, annotation: Any, old: dict[str, Any], around: _Around, path: str
) -> None:
    """Fill a field that nobody set and that has no default of its own."""
    if name in ("span", "normalized") and old.get(name) is not None:
        built[name] = old[name]
    elif annotation is Span:
        words = next((built[one] for one in ("name", "raw", "title") if isinstance(built.get(one), str)), "")
        built[name] = around.place_of(words)
    elif name in _UNSAID:
        # A target without a value has no comparator either.
        valueless = name == "comparator" and built.get("value") is None
        built[name] = "none" if valueless else _UNSAID[name]
    elif type(None) in get_args(annotation):
        built[name] = None
    elif get_origin(annotation) is tuple and Ellipsis in get_args(annotation):
        built[name] = []
    else:
        raise Incomplete(f"{path} is missing; accepted: {field_of(path, annotation).accepted}")


def _normalize(built: dict[str, Any], old: dict[str, Any], language: Language) -> None:
    """Work out the normalized value again where value or unit changed; what an unchanged one counts stays."""
    names = ("value", "value_high", "unit")
    if "normalized" in built and old and all(built.get(name) == old.get(name) for name in names):
        built["normalized"] = old.get("normalized")
        return
    base = language.unit(old.get("unit")) if old else None
    before = old.get("normalized") if old else None
    # A bare number counts what it counted before (persons, households).
    counted = before["unit"] if before and base is not None and base[0] == "1" else None
    found = normalize(built.get("value"), built.get("value_high"), built.get("unit"), language, counted)
    built["normalized"] = msgspec.to_builtins(found)


def _region_name(code: str | None, setting: Setting) -> str | None:
    """The official name of a division."""
    if code is None:
        return None
    known = None if setting.plan.region is None else name_of(code, setting.plan.region)
    if known is None and (found := division(code)) is not None:
        return found.name
    return known


def _sure(built: dict[str, Any]) -> dict[str, Any]:
    """What a reader has corrected is doubted no more."""
    if "confidence" in built:
        built["confidence"] = 1.0
    if "doubt" in built:
        built["doubt"] = []
    return built


def with_id(kind: str, item: Any, taken: set[str], wanted: str | None) -> Any:
    """The added item with the id wanted, else one derived from its content; never one that is taken."""
    if not hasattr(item, "id"):
        return item
    if wanted is not None and wanted not in taken:
        return replace(item, id=wanted)
    prefix, paths = _IDENTITIES.get(kind, (kind[:1], (label_field(kinds()[kind]) or "quote", "span")))
    parts = [_at(item, path) for path in paths]
    seen: Counter[str] = Counter()
    identity = identify(prefix, *parts, seen=seen)
    while identity in taken:
        identity = identify(prefix, *parts, seen=seen)
    return replace(item, id=identity)


def _at(item: Any, path: str) -> Any:
    for step in path.split("."):
        item = None if item is None else getattr(item, step)
    return item
